"""From polygons to pixels and back, exactly for polygons along pixel edges."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import shapely
from numpy.typing import NDArray
from rasterio.features import rasterize

from ..api.parameters.params import OutlineParams
from ..masks import Bits
from ..objects import FoundObject, Piece
from ..outlines.outline import object_outlines
from ..rasters.georeference import Georeference
from .grid import Grid

T = TypeVar("T")

_EXACT = OutlineParams()
_MASKS_AT_ONCE = 256
_PIXELS_AT_ONCE = 4 << 20


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
    # A copy, or whoever keeps the mask keeps the picture it was cut from.
    bits = mask.bits[top : int(rows[-1]) + 1, left : int(columns[-1]) + 1].copy()
    return PixelMask(mask.x + left, mask.y + top, bits)


def polygons_of(masks: Sequence[PixelMask], georeference: Georeference) -> NDArray[np.object_]:
    """Outlines along pixel edges in map coordinates, one multipolygon each, empty for an empty mask."""
    objects = [
        FoundObject((Piece(mask.x, mask.y, mask.bits),), 0.0, 0.0, (0.0, 0.0), 0, False) for mask in masks
    ]
    shapes = np.empty(len(masks), dtype=object)
    shapes[:] = object_outlines(objects, _EXACT)
    return np.asarray(shapely.orient_polygons(shapely.transform(shapes, georeference.to_map)))


def batches(
    items: Iterable[T], mask_of: Callable[[T], PixelMask | None], alike: Callable[[T], object]
) -> Iterator[list[T]]:
    """Items that follow each other and for which ``alike`` says the same, as many as ``polygons_of`` should
    get at once: outlines of many are drawn in little more time than that of one."""
    batch: list[T] = []
    pixels = 0
    for item in items:
        if batch and (
            alike(item) != alike(batch[0]) or len(batch) == _MASKS_AT_ONCE or pixels > _PIXELS_AT_ONCE
        ):
            yield batch
            batch, pixels = [], 0
        batch.append(item)
        mask = mask_of(item)
        pixels += 0 if mask is None else mask.bits.size
    if batch:
        yield batch
