"""Objects numbered on a grid finer than the picture: a pixel goes to whom half of it belongs."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from .scene import SceneObject
from .shapes import Polygon

SHIFT = 4
"""Fractional bits of the corners that cv2 draws."""


def corners(polygon: Polygon, finer: int) -> np.ndarray:
    """A polygon in pixels for cv2, with `SHIFT`, on a grid of `finer` x `finer` points a pixel: int32 (N, 2).

    cv2 counts from the middle of its points, polygons from the corner of the picture.
    """
    return np.rint((polygon * finer - 0.5) * (1 << SHIFT)).astype(np.int32)


def fill(grid: np.ndarray, polygon: Polygon, finer: int, value: int | Sequence[float]) -> None:
    """Write a value into the points of a grid (H, W) or (H, W, bands) that lie in a polygon."""
    cv2.fillPoly(grid, [corners(polygon, finer)], value, shift=SHIFT)


def objects_of(number: np.ndarray, kinds: Sequence[str], finer: int, smallest_px: int) -> list[SceneObject]:
    """The objects of a grid int32 (H finer, W finer), numbered from 1 in the order of their kinds.

    What is cut in pieces is left out: nine tenths of an object must hang together, at least `smallest_px`.
    """
    order = np.argsort(number, axis=None, kind="stable")
    bounds = np.searchsorted(number.ravel()[order], np.arange(1, len(kinds) + 2))
    found = []
    for kind, start, end in zip(kinds, bounds[:-1], bounds[1:], strict=True):
        if end - start < smallest_px * finer**2 // 2:
            continue
        y, x = (part // finer for part in np.divmod(order[start:end], number.shape[1]))
        top, left = int(y.min()), int(x.min())
        share = np.zeros((int(y.max()) + 1 - top, int(x.max()) + 1 - left), dtype=np.int32)
        np.add.at(share, (y - top, x - left), 1)
        bits = (2 * share >= finer**2).astype(np.uint8)
        count, parts, stats, _ = cv2.connectedComponentsWithStats(bits, connectivity=4)
        if count < 2:
            continue
        largest = 1 + int(stats[1:, cv2.CC_STAT_AREA].argmax())
        column, row, columns, rows, area = (int(value) for value in stats[largest])
        if area >= smallest_px and area >= 0.9 * np.count_nonzero(bits):
            crop = parts[row : row + rows, column : column + columns] == largest
            found.append(SceneObject(kind, left + column, top + row, crop))
    return found
