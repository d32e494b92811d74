"""From polygons to pixels and back, exactly for polygons along pixel edges."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from rasterio.features import rasterize

from ..api.params import OutlineParams
from ..georeference import Georeference
from ..masks import Bits
from ..objects import FoundObject, Piece
from ..outline import object_outline
from .grid import Grid

_EXACT = OutlineParams()


@dataclass(frozen=True, eq=False)
class PixelMask:
    """The pixels of one object: ``bits`` (h, w) from the grid pixel ``x``, ``y`` on, cropped to
    them. ``bits`` is (0, 0) where the object covers no pixel's centre."""

    x: int
    y: int
    bits: Bits

    @property
    def area(self) -> int:
        """Number of pixels."""
        return int(np.count_nonzero(self.bits))


_NOTHING = PixelMask(0, 0, np.zeros((0, 0), dtype=bool))


def pixel_mask(geometry: shapely.Geometry, grid: Grid) -> PixelMask:
    """The pixels of ``grid`` whose centres lie in ``geometry`` (map coordinates)."""
    placed = shapely.transform(geometry, grid.georeference.to_pixel)
    if placed.is_empty:
        return _NOTHING
    left, top, right, bottom = placed.bounds
    x, y = max(0, math.floor(left)), max(0, math.floor(top))
    width, height = min(grid.width, math.ceil(right)) - x, min(grid.height, math.ceil(bottom)) - y
    if width <= 0 or height <= 0:
        return _NOTHING
    shifted = shapely.transform(placed, lambda points: points - (x, y))
    bits = rasterize([(shifted, 1)], out_shape=(height, width), dtype="uint8").view(bool)
    return cropped(PixelMask(x, y, bits))


def cropped(mask: PixelMask) -> PixelMask:
    """The mask without empty rows and columns around it."""
    rows, columns = np.flatnonzero(mask.bits.any(axis=1)), np.flatnonzero(mask.bits.any(axis=0))
    if not rows.size:
        return _NOTHING
    top, left = int(rows[0]), int(columns[0])
    bits = mask.bits[top : int(rows[-1]) + 1, left : int(columns[-1]) + 1]
    return PixelMask(mask.x + left, mask.y + top, bits)


def polygons_of(masks: Sequence[PixelMask], georeference: Georeference) -> NDArray[np.object_]:
    """Outlines along pixel edges in map coordinates, one multipolygon each, empty for an empty mask."""
    outlines = [
        object_outline(
            FoundObject((Piece(mask.x, mask.y, mask.bits),), 0.0, 0.0, (0.0, 0.0), 0, False), _EXACT
        )
        for mask in masks
    ]
    shapes = np.empty(len(outlines), dtype=object)
    shapes[:] = outlines
    return np.asarray(shapely.orient_polygons(shapely.transform(shapes, georeference.to_map)))
