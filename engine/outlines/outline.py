"""Outlines: from the pixels of an object to polygons in grid coordinates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from shapely import GeometryType, MultiPolygon

from ..api.parameters.params import OutlineParams
from ..masks import Bits
from ..objects import FoundObject, Piece
from ..rasters.ground import Ground
from .boundary import Integers, boundary_of, nested, shells
from .rectilinear import JOG_PX, rectilinear
from .simplify import Outlines, simplify_all
from .smooth import SMOOTH_TOLERANCE_PX, smooth_lines

# What is done for many objects at once costs little more than for one; the limit is memory, some 20 bytes
# for a pixel.
_PIXELS_AT_ONCE = 4 << 20

# Outlines that are not right-angled after all lose their staircase.
_REJECTED_TOLERANCE_PX = 1.0

_NOTHING = Piece(0, 0, np.zeros((0, 0), dtype=bool))


@dataclass(frozen=True, eq=False)
class PixelPolygon:
    """One 4-connected part of a mask along its pixel edges.

    Rings are int64 (n, 2) grid coordinates (x, y), closed (the last point repeats the first),
    with vertices at corners only. The shell has a positive area in (x, y), which is clockwise
    on the screen; holes have a negative one.
    """

    shell: Integers
    holes: tuple[Integers, ...]


def trace(bits: Bits) -> list[PixelPolygon]:
    """Trace a mask exactly.

    The polygons are valid in the sense of OGC, their areas sum to the number of pixels, and
    rasterised by pixel centres they give back ``bits``.

    Args:
        bits: bool (h, w), any shape.
    """
    if not np.any(bits):
        return []
    boundary = boundary_of([(Piece(0, 0, np.asarray(bits, dtype=bool)),)])
    rings = boundary.rings(split=True)
    points, offsets, polygons = nested(boundary.points(rings), rings.offsets, shells(boundary, rings))
    lines = np.split(points, offsets[1:-1])
    return [
        PixelPolygon(lines[start], tuple(lines[start + 1 : end]))
        for start, end in zip(polygons[:-1].tolist(), polygons[1:].tolist())
    ]


def object_outlines(
    objects: Sequence[FoundObject], params: OutlineParams, ground: Ground | None = None
) -> list[MultiPolygon]:
    """Draw the outlines of objects in grid coordinates (x, y).

    ``pixel`` outlines are those of all pieces in one raster, whatever their number; ``smooth``
    ones follow the zero line of the logits and are always thinned out, because they would
    otherwise have a vertex on every pixel edge. ``rectilinear`` ones have right angles on the
    ``ground`` (default: pixels are square); an object they do not fit keeps its pixel outline,
    simplified.
    """
    outlines: list[MultiPolygon] = []
    for batch in _batches(objects):
        traced = _traced(batch, params.outline == "smooth")
        if params.outline == "rectilinear":
            outlines += _right_angled(traced, params.simplify, ground)
        else:
            tolerance = SMOOTH_TOLERANCE_PX if params.outline == "smooth" else 0.0
            outlines += simplify_all(traced, params.simplify or tolerance)
    return outlines


def object_outline(found: FoundObject, params: OutlineParams) -> MultiPolygon:
    """Draw the outline of one object; see ``object_outlines``."""
    return object_outlines([found], params)[0]


def _right_angled(traced: Outlines, simplify_px: float, ground: Ground | None) -> list[MultiPolygon]:
    outlines = simplify_all(traced, simplify_px or _REJECTED_TOLERANCE_PX)
    drawn = np.flatnonzero(~shapely.is_empty(traced))
    if len(drawn) == 0:
        return outlines
    steps = np.broadcast_to(np.eye(2), (len(drawn), 2, 2))
    if ground is not None:
        low, high = np.split(shapely.bounds(traced[drawn]), 2, axis=1)
        steps = ground.steps((low + high) / 2)
    for number, step in zip(drawn.tolist(), steps):
        right_angled = rectilinear(traced[number], step, simplify_px or JOG_PX)
        if right_angled is not None:
            outlines[number] = right_angled
    return outlines


def _batches(objects: Sequence[FoundObject]) -> Iterator[list[tuple[Piece, ...]]]:
    """The pieces of the objects, some objects at a time."""
    batch: list[tuple[Piece, ...]] = []
    pixels = 0
    for found in objects:
        size = sum(piece.bits.size for piece in found.pieces)
        if batch and pixels + size > _PIXELS_AT_ONCE:
            yield batch
            batch, pixels = [], 0
        batch.append(found.pieces or (_NOTHING,))
        pixels += size
    if batch:
        yield batch


def _traced(objects: Sequence[tuple[Piece, ...]], smooth: bool) -> Outlines:
    """Multipolygons, one for each object."""
    boundary = boundary_of(objects)
    rings = boundary.rings(split=not smooth)
    if smooth:
        points, offsets = smooth_lines(objects, boundary, rings)
    else:
        points, offsets = boundary.points(rings).astype(np.float64), rings.offsets
    shell = shells(boundary, rings)
    points, lines, polygons = nested(points, offsets, shell)
    owners = boundary.owners(rings)[shell == np.arange(len(shell))]
    parts = np.searchsorted(owners, np.arange(len(objects) + 1))
    outlines: Outlines = shapely.from_ragged_array(
        GeometryType.MULTIPOLYGON, points, (lines, polygons, parts)
    )
    return outlines
