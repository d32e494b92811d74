"""What the user sets for prompting on the map, kept between sessions."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from qgis.core import QgsSettings

from ..engine.api.errors import EngineError
from ..engine.api.parameters.params import ModelParams, OutlineParams, RasterParams
from ..engine.api.parameters.paramspec import ParamSpec, param, specs_of
from ..engine.api.settings import BEGIN_WITH, read_settings

GROUP = "sam2_toolbox/canvas"
BY_STYLE = "layer"
"""STRETCH as the layer's own style has it."""


@dataclass(frozen=True)
class CanvasSettings:
    """Everything a request holds besides the raster, the view and the prompts.

    The parameters are those of Processing, from their one declaration.
    """

    bands: tuple[int, ...] = ()
    stretch: str = "auto"
    stretch_low: float = 2.0
    stretch_high: float = 98.0
    model: str = "pico"
    checkpoint: str = ""
    config: str = ""
    device: str = "auto"
    precision: str = "float32"
    threads: int = 0
    outline: str = "pixel"
    simplify: float = 0.0
    hover: bool = param(
        True,
        "Show what the mouse points at",
        "A thin outline follows the mouse: what a click there would find.",
    )
    prepare: bool = param(
        True,
        "Prepare the view at once",
        "SAM 2 looks at the view as soon as it stands still, so that the first click is answered at once. "
        "Off: it looks when you click. Switch it off where a large model runs on the processor.",
    )

    def look_params(self) -> dict[str, Any]:
        """What decides how the model sees the raster."""
        return {name: _plain(getattr(self, name)) for name in _LOOK}

    def request_params(self) -> dict[str, Any]:
        """What decides which window is encoded, by which model."""
        return {name: _plain(getattr(self, name)) for name in (*_LOOK, *_MODEL)}

    def outline_params(self) -> dict[str, Any]:
        """How a mask becomes an outline."""
        return {"outline": self.outline, "simplify": self.simplify}


_LOOK = ("bands", "stretch", "stretch_low", "stretch_high")
_MODEL = ("model", "checkpoint", "config", "device", "precision", "threads")
# Bands belong to a raster, so they are not kept for the next one.
_KEPT = [field.name for field in dataclasses.fields(CanvasSettings) if field.name != "bands"]


def canvas_specs() -> dict[str, ParamSpec]:
    """The declaration of every setting, by name.

    Instead of ``values``, typed into the toolbox, STRETCH has ``layer``: those of the layer's style.
    """
    shared = [
        spec
        for params in (RasterParams, ModelParams, OutlineParams)
        for spec in specs_of(params)
        if spec.name in _KEPT
    ]
    specs = {spec.name: spec for spec in (*shared, *specs_of(CanvasSettings))}
    stretch = specs["stretch"]
    choices = tuple(choice for choice in stretch.choices if choice != "values")
    described = stretch.help.partition(" values: ")[0]
    specs["stretch"] = dataclasses.replace(
        stretch,
        choices=(*choices, BY_STYLE),
        help=f"{described} layer: between what the layer's style shows as black and white, where it says so.",
    )
    return specs


def load_settings() -> CanvasSettings:
    """The settings last used, and what the options say where nothing was; a value that is not allowed any
    more gives way to its default."""
    stored, options = QgsSettings(), read_settings()
    settings = CanvasSettings(**{name: getattr(options, name) for name in BEGIN_WITH})
    specs = canvas_specs()
    for name in _KEPT:
        default = getattr(settings, name)
        value = stored.value(f"{GROUP}/{name}", default, type=type(default))
        try:
            settings = dataclasses.replace(settings, **{name: specs[name].check(value)})
        except EngineError:
            continue
    return settings


def save_settings(settings: CanvasSettings) -> None:
    """Keep the settings for the next session."""
    stored = QgsSettings()
    for name in _KEPT:
        stored.setValue(f"{GROUP}/{name}", getattr(settings, name))


def forget(names: Iterable[str]) -> None:
    """Begin again with what the options say, for these settings."""
    for name in names:
        QgsSettings().remove(f"{GROUP}/{name}")


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
