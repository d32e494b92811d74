"""The models a user can choose, by id."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ModelEntry:
    """One known model.

    ``config`` is a YAML of the sam2 package (``configs/...``) or, for the bundled model, the
    name of a file in resources/models. ``checkpoint`` is the file name looked for in
    resources/models (bundled) or in the user's model folder.
    """

    id: str
    title: str
    config: str
    checkpoint: str
    licence: str
    image_size: int
    bundled: bool = False


def _meta(generation: str, size: str, letter: str) -> ModelEntry:
    prefix = f"sam{generation}"
    return ModelEntry(
        id=f"{prefix}_hiera_{size}",
        title=f"SAM {generation} Hiera {size}",
        config=f"configs/{prefix}/{prefix}_hiera_{letter}.yaml",
        checkpoint=f"{prefix}_hiera_{size}.pt",
        licence="Apache-2.0",
        image_size=1024,
    )


_SIZES = (("tiny", "t"), ("small", "s"), ("base_plus", "b+"), ("large", "l"))

MODELS: tuple[ModelEntry, ...] = (
    ModelEntry(
        id="pico",
        title="pico (bundled)",
        config="sam2_pico.yaml",
        checkpoint="sam2_pico.pt",
        licence="GPL-2.0-or-later",
        image_size=512,
        bundled=True,
    ),
    *(_meta("2.1", size, letter) for size, letter in _SIZES),
    *(_meta("2", size, letter) for size, letter in _SIZES),
)

MODEL_IDS = tuple(entry.id for entry in MODELS)


def model_entry(model_id: str) -> ModelEntry:
    """The entry of an id; KeyError for an unknown one (params are checked before)."""
    return {entry.id: entry for entry in MODELS}[model_id]
