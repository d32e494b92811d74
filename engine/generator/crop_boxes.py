"""Crops of a tile, looked at enlarged to find small objects (CROP_N_LAYERS of SAM)."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..tiles.tiling import Window

# A mask whose box comes this near to an inner edge of a crop is taken to be cut off by it, in pixels.
_EDGE_TOLERANCE = 20


@dataclass(frozen=True)
class Crop:
    """One crop: ``window`` in pixels of the tile; ``layer`` 0 is the whole tile."""

    layer: int
    window: Window


def plan_crops(width: int, height: int, layers: int, overlap_ratio: float) -> list[Crop]:
    """The whole tile and, for each layer n from 1, 2**n x 2**n crops of it, column by column.

    Sizes and order are those of ``generate_crop_boxes`` in the sam2 package: crops of the first
    layer overlap by ``overlap_ratio`` of the tile's short side, those of each further one by half.
    Crops that would start outside a tile of few pixels are left out.
    """
    crops = [Crop(0, Window(0, 0, width, height))]
    for layer in range(1, layers + 1):
        per_side = 2**layer
        overlap = int(overlap_ratio * min(width, height) * (2 / per_side))
        across = _spans(width, per_side, overlap)
        down = _spans(height, per_side, overlap)
        crops += [Crop(layer, Window(x, y, w, h)) for x, w in across for y, h in down]
    return crops


def cut_by_crop(boxes: NDArray[np.int64], crop: Window, width: int, height: int) -> NDArray[np.bool_]:
    """Which boxes (N, 4) are cut off by the crop; bool (N,).

    ``boxes`` are the outermost pixels x0, y0, x1, y1 in the tile of ``width`` x ``height`` pixels.
    Masks that end at the tile's own edge are not cut by the crop.
    """
    near_crop = np.abs(boxes - [crop.x, crop.y, crop.right, crop.bottom]) <= _EDGE_TOLERANCE
    near_tile = np.abs(boxes - [0, 0, width, height]) <= _EDGE_TOLERANCE
    return np.asarray(np.any(near_crop & ~near_tile, axis=1))


def _spans(length: int, count: int, overlap: int) -> list[tuple[int, int]]:
    """Start and length of each of ``count`` overlapping parts of ``length`` pixels."""
    part = math.ceil((overlap * (count - 1) + length) / count)
    starts = [(part - overlap) * index for index in range(count)]
    return [(start, min(part, length - start)) for start in starts if start < length]
