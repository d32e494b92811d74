"""Outlines: from the pixels of an object to polygons in grid coordinates."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import GeometryType, MultiPolygon

from .api.params import OutlineParams
from .boundary import Integers, boundary_of, nested, shells
from .masks import Bits
from .objects import FoundObject, Piece
from .simplify import simplify
from .smooth import SMOOTH_TOLERANCE_PX, smooth_rings


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
    points, rings, polygons = _pixel_rings((Piece(0, 0, np.asarray(bits, dtype=bool)),))
    lines = np.split(points, rings[1:-1])
    return [
        PixelPolygon(lines[start], tuple(lines[start + 1 : end]))
        for start, end in zip(polygons[:-1].tolist(), polygons[1:].tolist())
    ]


def object_outline(found: FoundObject, params: OutlineParams) -> MultiPolygon:
    """Draw the outline of an object in grid coordinates (x, y).

    ``pixel`` outlines are those of all pieces in one raster, whatever their number; ``smooth``
    ones follow the zero line of the logits and are always thinned out, because they would
    otherwise have a vertex on every pixel edge.
    """
    pieces = tuple(piece for piece in found.pieces if np.any(piece.bits))
    if not pieces:
        return MultiPolygon()
    smooth = params.outline == "smooth"
    points, rings, polygons = smooth_rings(pieces) if smooth else _pixel_rings(pieces)
    parts = shapely.from_ragged_array(GeometryType.POLYGON, points.astype(np.float64), (rings, polygons))
    tolerance = params.simplify or (SMOOTH_TOLERANCE_PX if smooth else 0.0)
    return simplify(shapely.multipolygons(parts), tolerance)


def _pixel_rings(pieces: tuple[Piece, ...]) -> tuple[NDArray[np.generic], Integers, Integers]:
    boundary = boundary_of(pieces)
    rings = boundary.rings(split=True)
    return nested(boundary.points(rings), rings.offsets, shells(boundary, rings, pieces))
