"""The models a user can choose, by id, and where their files are published."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

BUNDLED_MODELS = Path(__file__).resolve().parent.parent.parent / "resources" / "models"
SUMS = BUNDLED_MODELS / "SHA256SUMS"


@dataclass(frozen=True)
class ModelEntry:
    """One known model.

    ``config`` is a YAML of the sam2 package (``configs/...``) or, for the bundled model, the
    name of a file in resources/models. ``checkpoint`` is the file name looked for in
    resources/models (bundled) or in the user's model folder. ``thresholds`` are the model's own defaults
    for parameters of automatic masks, by name. A box whose longer side is below the share ``closer_below``
    of a window is looked at in a window half as wide, which the model sees enlarged; 0 for never.
    ``size`` is that of the checkpoint, in bytes, ``addresses`` are where it is published, the first one
    first, and ``sha256`` its published checksum in hexadecimal digits; all empty where it is bundled.
    """

    id: str
    title: str
    config: str
    checkpoint: str
    licence: str
    image_size: int
    bundled: bool = False
    thresholds: tuple[tuple[str, float], ...] = ()
    closer_below: float = 0.0
    size: int = 0
    addresses: tuple[str, ...] = ()
    sha256: str = ""


def _published_sums() -> dict[str, str]:
    """Checksums by file name. A file of its own: quoted in code, the plugin site takes them for secrets."""
    lines = SUMS.read_text(encoding="ascii").splitlines()
    found = (re.fullmatch(r"([0-9a-f]{64})  (\S+)", line) for line in lines)
    return {match[2]: match[1] for match in found if match}


_SUMS = _published_sums()


def _meta(generation: str, size: str, letter: str, day: str, count: int) -> ModelEntry:
    prefix = f"sam{generation}"
    checkpoint = f"{prefix}_hiera_{size}.pt"
    return ModelEntry(
        id=f"{prefix}_hiera_{size}",
        title=f"SAM {generation} Hiera {size}",
        config=f"configs/{prefix}/{prefix}_hiera_{letter}.yaml",
        checkpoint=checkpoint,
        licence="Apache-2.0",
        image_size=1024,
        size=count,
        addresses=(
            f"https://dl.fbaipublicfiles.com/segment_anything_2/{day}/{checkpoint}",
            f"https://huggingface.co/facebook/{prefix}-hiera-{size.replace('_', '-')}"
            f"/resolve/main/{checkpoint}",
        ),
        sha256=_SUMS[checkpoint],
    )


MODELS: tuple[ModelEntry, ...] = (
    ModelEntry(
        id="pico",
        title="pico (bundled)",
        config="sam2_pico.yaml",
        checkpoint="sam2_pico.pt",
        licence="GPL-2.0-or-later",
        image_size=512,
        bundled=True,
        thresholds=(("pred_iou_thresh", 0.4), ("box_nms_thresh", 0.5)),
        closer_below=0.1,
    ),
    _meta("2.1", "tiny", "t", "092824", 156_008_466),
    _meta("2.1", "small", "s", "092824", 184_416_285),
    _meta("2.1", "base_plus", "b+", "092824", 323_606_802),
    _meta("2.1", "large", "l", "092824", 898_083_611),
    _meta("2", "tiny", "t", "072824", 155_906_050),
    _meta("2", "small", "s", "072824", 184_309_650),
    _meta("2", "base_plus", "b+", "072824", 323_493_298),
    _meta("2", "large", "l", "072824", 897_952_466),
)

MODEL_IDS = tuple(entry.id for entry in MODELS)


def model_entry(model_id: str) -> ModelEntry:
    """The entry of an id; KeyError for an unknown one (params are checked before)."""
    return {entry.id: entry for entry in MODELS}[model_id]
