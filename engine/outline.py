"""Outlines: from the pixels of an object to polygons in grid coordinates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import GeometryType, MultiPolygon

from .api.params import OutlineParams
from .boundary import Integers, boundary_of, nested, shells
from .masks import Bits
from .objects import FoundObject, Piece
from .simplify import simplify_all
from .smooth import SMOOTH_TOLERANCE_PX, smooth_lines

# What is done for many objects at once costs little more than for one; the limit is memory, some 20 bytes
# for a pixel.
_PIXELS_AT_ONCE = 4 << 20

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


def object_outlines(objects: Sequence[FoundObject], params: OutlineParams) -> list[MultiPolygon]:
    """Draw the outlines of objects in grid coordinates (x, y).

    ``pixel`` outlines are those of all pieces in one raster, whatever their number; ``smooth``
    ones follow the zero line of the logits and are always thinned out, because they would
    otherwise have a vertex on every pixel edge.
    """
    smooth = params.outline == "smooth"
    tolerance = params.simplify or (SMOOTH_TOLERANCE_PX if smooth else 0.0)
    outlines: list[MultiPolygon] = []
    for batch in _batches(objects):
        outlines += simplify_all(_traced(batch, smooth), tolerance)
    return outlines


def object_outline(found: FoundObject, params: OutlineParams) -> MultiPolygon:
    """Draw the outline of one object; see ``object_outlines``."""
    return object_outlines([found], params)[0]


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


def _traced(objects: Sequence[tuple[Piece, ...]], smooth: bool) -> NDArray[np.object_]:
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
    outlines: NDArray[np.object_] = shapely.from_ragged_array(
        GeometryType.MULTIPOLYGON, points, (lines, polygons, parts)
    )
    return outlines
