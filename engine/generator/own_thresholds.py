"""The thresholds of automatic masks that belong to a model."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ..api.models import ModelEntry, model_entry
from ..api.parameters.params import AutomaticMasksParams
from ..api.parameters.paramspec import specs_of
from ..progress import Report


def with_own_thresholds(
    params: AutomaticMasksParams, report: Report, entry: ModelEntry | None = None
) -> AutomaticMasksParams:
    """The parameters with the model's own thresholds wherever SAM 2's defaults were left.

    A model small enough to come with the plugin thinks less of its masks than Meta's do: at their
    thresholds it would find next to nothing. What the user set to anything else stays, and so does
    everything with a checkpoint of the user's own. ``entry`` stands in for the registry's, for tests.
    """
    if params.checkpoint:
        return params
    entry = entry or model_entry(params.model)
    defaults = {spec.name: spec.default for spec in specs_of(type(params))}
    own: dict[str, Any] = {
        name: value for name, value in entry.thresholds if getattr(params, name) == defaults[name]
    }
    if own:
        said = ", ".join(f"{name.upper()} {value:g}" for name, value in own.items())
        report.log(f"{entry.title} has thresholds of its own where the defaults were left: {said}.")
    return replace(params, **own)
