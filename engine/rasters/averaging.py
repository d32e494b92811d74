"""Averaging fine pixels into coarse ones by the area they share."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..masks import Bits

# A coarse pixel with less of its area valid than this is invalid: no fringe around the data.
VALID_SHARE = 0.5


@dataclass(frozen=True)
class Scale:
    """One axis of a coarse grid over a fine one; both cover the same length.

    Coarse pixel i covers the fine pixels from ``i * fine / coarse`` to ``(i + 1) * fine / coarse``.
    """

    fine: int
    coarse: int

    def span(self, start: int, length: int) -> tuple[int, int]:
        """First and one past last fine pixel under ``length`` coarse pixels from ``start``."""
        return self._first(start), self._end(start + length - 1)

    def sums(self, values: NDArray[np.float64], start: int, length: int, axis: int) -> NDArray[np.float64]:
        """Sums of fine pixels under coarse ones along an axis, those at the edges by their share.

        ``values`` holds the fine pixels of ``span(start, length)``. A coarse pixel's sum depends
        only on its own number and fine pixels, never on where a window starts, so that the same
        pixel is the same in every tile.
        """
        values = np.moveaxis(values, axis, 0)
        offset = self._first(start)
        coarse = range(start, start + length)
        first = np.array([self._first(i) for i in coarse]) - offset
        end = np.array([self._end(i) for i in coarse]) - offset
        # reduceat sums from each index to the next one; the odd ones lead to the next start. The
        # last end lies one past the values, where reduceat takes no index: it sums to the end.
        sums = np.add.reduceat(values, np.column_stack((first, end)).ravel()[:-1], axis=0)[::2]
        before = np.array([i * self.fine / self.coarse - self._first(i) for i in coarse])
        after = np.array([self._end(i) - (i + 1) * self.fine / self.coarse for i in coarse])
        shape = (length,) + (1,) * (values.ndim - 1)
        sums -= before.reshape(shape) * values[first] + after.reshape(shape) * values[end - 1]
        return np.moveaxis(sums, 0, axis)

    def _first(self, coarse: int) -> int:
        return coarse * self.fine // self.coarse

    def _end(self, coarse: int) -> int:
        return -(-(coarse + 1) * self.fine // self.coarse)


def area_average(
    values: NDArray[np.generic],
    valid: Bits,
    columns: Scale,
    rows: Scale,
    start: tuple[int, int],
    size: tuple[int, int],
) -> tuple[NDArray[np.generic], Bits]:
    """Average fine pixels into ``size`` (width, height) coarse ones from ``start`` (x, y).

    ``values`` and ``valid`` (B, h, w) are the fine pixels of the columns' and rows' ``span``.
    Only valid pixels count; where none is, all finite ones do, so that the value stays a value of
    the raster. Integers come back rounded in their own type.

    Returns:
        Values (B, height, width) and validity, bool of the same shape: true where at least half
        of the pixel's area is valid.
    """
    fine = values.astype(np.float64)
    finite = np.isfinite(fine)
    fine[~finite] = 0.0

    def total(array: NDArray[np.float64]) -> NDArray[np.float64]:
        down = rows.sums(array, start[1], size[1], axis=1)
        if array.shape[2] == 1:  # one column that stands for all
            down = np.broadcast_to(down, (*down.shape[:2], fine.shape[2]))
        return columns.sums(down, start[0], size[0], axis=2)

    if valid.all() and finite.all():
        # The same sums as below, step by step, or a pixel would differ in its last bit between
        # windows with and without invalid pixels elsewhere.
        weight = total(np.ones((1, fine.shape[1], 1)))
        average = total(fine) / weight
    else:
        weight = total((valid & finite).astype(np.float64))
        any_weight = total(finite.astype(np.float64))
        average = np.where(
            weight > 0,
            total(np.where(valid, fine, 0.0)) / np.where(weight > 0, weight, 1.0),
            total(fine) / np.where(any_weight > 0, any_weight, 1.0),
        )
    area = (columns.fine / columns.coarse) * (rows.fine / rows.coarse)
    enough = weight >= VALID_SHARE * area * (1 - 1e-9)
    return _in_type(average, values.dtype), np.broadcast_to(enough, average.shape)


def coarse_length(fine: int, factor: float) -> int:
    """Number of pixels about ``factor`` times as long that cover ``fine`` pixels exactly."""
    return max(1, math.floor(fine / factor + 0.5))


def _in_type(average: NDArray[np.float64], dtype: np.dtype[np.generic]) -> NDArray[np.generic]:
    if dtype.kind in "iu" and dtype.itemsize < 8:
        limits = np.iinfo(dtype.type)  # type: ignore[type-var]
        return np.clip(np.rint(average), limits.min, limits.max).astype(dtype)
    return average.astype(dtype if dtype.kind == "f" else np.float64)
