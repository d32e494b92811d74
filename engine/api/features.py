"""Features as they cross the border: attributes and WKB in a compact binary frame."""

from __future__ import annotations

import json
import math
import struct
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Optional, Union

from .errors import Code, EngineError


@dataclass(frozen=True)
class FieldSpec:
    """An attribute of the output layer. ``type`` is integer, real, boolean or text."""

    name: str
    type: str
    help: str


FIELDS: tuple[FieldSpec, ...] = (
    FieldSpec("object_id", "integer", "Number of the object, unique in the run, from 1."),
    FieldSpec("score", "real", "The model's own estimate of how well the outline fits (predicted IoU, 0-1)."),
    FieldSpec("stability", "real", "How little the mask changes with its threshold (0-1)."),
    FieldSpec("area_m2", "real", "Ellipsoidal area in square metres; empty without a CRS."),
    FieldSpec("perimeter_m", "real", "Ellipsoidal length of all rings in metres; empty without a CRS."),
    FieldSpec("area_px", "integer", "Number of pixels of the grid the run worked on."),
    FieldSpec("prompt_x", "real", "The point that found the object, in map units."),
    FieldSpec("prompt_y", "real", "The point that found the object, in map units."),
    FieldSpec("tile", "integer", "Number of the tile that saw most of the object, from 0."),
    FieldSpec(
        "touches_edge", "boolean", "Cut by the edge of the raster, the extent or the area of interest."
    ),
)


_OF_EVERY_OBJECT = {spec.name: spec for spec in FIELDS}
_SCALE = FieldSpec(
    "scale",
    "real",
    "How many pixels of the raster one pixel of the outline is wide: 1 for most objects, 2, 4, ... for those "
    "too large to be seen at once otherwise.",
)
_MEASURES = (
    _OF_EVERY_OBJECT["area_m2"],
    _OF_EVERY_OBJECT["perimeter_m"],
    _SCALE,
    _OF_EVERY_OBJECT["touches_edge"],
)

PROMPT_FIELDS: tuple[FieldSpec, ...] = (
    _OF_EVERY_OBJECT["score"],
    _OF_EVERY_OBJECT["stability"],
    FieldSpec(
        "candidate",
        "integer",
        "Which of the model's answers this is: 1 to 3 for a single point (part, object or group), which may "
        "mean any of them; 0 for all other prompts, to which the model gives one answer.",
    ),
    *_MEASURES,
)
"""What ``sam2:promptsegment`` adds to the attributes of a prompt."""

REFINED_FIELDS: tuple[FieldSpec, ...] = (
    FieldSpec("change", "text", "same, changed or gone, by the three limits of the run."),
    FieldSpec("iou_old", "real", "Area shared by old and new outline over the area of both (IoU, 0-1)."),
    FieldSpec(
        "shift_m",
        "real",
        "How far the centroid has moved, in metres on the ellipsoid; empty for what is gone and without a "
        "CRS.",
    ),
    _OF_EVERY_OBJECT["score"],
    _OF_EVERY_OBJECT["stability"],
    *_MEASURES,
)
"""What ``sam2:refinepolygons`` adds to the attributes of a polygon."""

Value = Union[int, float, bool, str, None]


@dataclass(frozen=True)
class Feature:
    """One object ready for the sink: the attributes of ``FIELDS`` and a MultiPolygon in
    little-endian WKB, in the raster's CRS (map units). ``more`` holds the attributes that only
    some jobs have, by name."""

    object_id: int
    score: float
    stability: float
    area_m2: Optional[float]
    perimeter_m: Optional[float]
    area_px: int
    prompt_x: float
    prompt_y: float
    tile: int
    touches_edge: bool
    wkb: bytes
    more: Mapping[str, Value] = field(default_factory=dict)

    def attributes(self, fields: Sequence[FieldSpec] = FIELDS) -> list[object]:
        """Values in the order of the fields."""
        return [
            self.more[spec.name] if spec.name in self.more else getattr(self, spec.name) for spec in fields
        ]


# object_id, score, stability, area_m2, perimeter_m, area_px, prompt_x, prompt_y, tile,
# touches_edge, lengths of the WKB and of the JSON of ``more`` that follow. NaN stands for an empty number.
_HEAD = struct.Struct("<qddddqddq?II")


def pack(features: Iterable[Feature]) -> bytes:
    """Join features into one frame."""
    parts = []
    for feature in features:
        more = json.dumps(dict(feature.more), allow_nan=False).encode("ascii") if feature.more else b""
        parts.append(
            _HEAD.pack(
                feature.object_id,
                feature.score,
                feature.stability,
                math.nan if feature.area_m2 is None else feature.area_m2,
                math.nan if feature.perimeter_m is None else feature.perimeter_m,
                feature.area_px,
                feature.prompt_x,
                feature.prompt_y,
                feature.tile,
                feature.touches_edge,
                len(feature.wkb),
                len(more),
            )
        )
        parts.append(feature.wkb)
        parts.append(more)
    return b"".join(parts)


def unpack(frame: bytes) -> Iterator[Feature]:
    """Read the features of one frame.

    Raises:
        EngineError: PROTOCOL_MISMATCH when the frame is cut short.
    """
    position = 0
    while position < len(frame):
        body = position + _HEAD.size
        if body > len(frame):
            raise _cut_short(len(frame))
        *numbers, wkb_length, more_length = _HEAD.unpack_from(frame, position)
        tail = body + wkb_length
        position = tail + more_length
        if position > len(frame):
            raise _cut_short(len(frame))
        numbers[3:5] = [None if math.isnan(number) else number for number in numbers[3:5]]
        more = json.loads(frame[tail:position]) if more_length else {}
        values = [*numbers, bytes(frame[body:tail]), more]
        yield Feature(*values)


def _cut_short(length: int) -> EngineError:
    return EngineError(
        Code.PROTOCOL_MISMATCH, f"The worker sent an incomplete frame of features ({length} bytes)."
    )
