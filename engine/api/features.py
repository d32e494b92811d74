"""Features as they cross the border: attributes and WKB in a compact binary frame."""

from __future__ import annotations

import math
import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Optional

from .errors import Code, EngineError


@dataclass(frozen=True)
class FieldSpec:
    """An attribute of the output layer. ``type`` is integer, real or boolean."""

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


@dataclass(frozen=True)
class Feature:
    """One object ready for the sink: the attributes of ``FIELDS`` and a MultiPolygon in
    little-endian WKB, in the raster's CRS (map units)."""

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

    def attributes(self) -> list[object]:
        """Values in the order of ``FIELDS``."""
        return [getattr(self, spec.name) for spec in FIELDS]


# object_id, score, stability, area_m2, perimeter_m, area_px, prompt_x, prompt_y, tile,
# touches_edge, length of the WKB that follows. NaN stands for an empty number.
_HEAD = struct.Struct("<qddddqddq?I")


def pack(features: Iterable[Feature]) -> bytes:
    """Join features into one frame."""
    parts = []
    for feature in features:
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
            )
        )
        parts.append(feature.wkb)
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
        *numbers, length = _HEAD.unpack_from(frame, position)
        position = body + length
        if position > len(frame):
            raise _cut_short(len(frame))
        numbers[3:5] = [None if math.isnan(number) else number for number in numbers[3:5]]
        values = [*numbers, bytes(frame[body:position])]
        yield Feature(*values)


def _cut_short(length: int) -> EngineError:
    return EngineError(
        Code.PROTOCOL_MISMATCH, f"The worker sent an incomplete frame of features ({length} bytes)."
    )
