"""One stretch of values to 8 bit, for the whole raster or the chosen extent.

A stretch per tile would show the same ground in different greys on the two sides of a seam.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..api.errors import Code, EngineError
from ..api.parameters.params import RasterParams
from ..masks import Bits
from ..tiles.tiling import Window
from .raster import RasterReader, Values
from .sampling import sample_windows

# A region up to this is read whole, a larger one by windows spread over it (sampling.py).
SAMPLE_PIXELS = 24 << 20
SAMPLE_SIDE = 128

# Percentiles of other than 8 and 16-bit values come from at most about this many per band.
_KEPT_VALUES = 2 << 20

_MIDDLE_GREY = 128


@dataclass(frozen=True)
class Stretch:
    """Linear from ``low`` (0) to ``high`` (255) in each band; values outside are cut off.

    ``low`` and ``high`` have one number per band read. ``method`` is percentile, minmax, stddev,
    none or values. A band whose ``low`` equals ``high`` is constant and becomes middle grey.
    """

    method: str
    low: tuple[float, ...]
    high: tuple[float, ...]

    def to_rgb(self, values: Values, valid: Bits) -> NDArray[np.uint8]:
        """Values (B, h, w) with validity (h, w) to uint8 (h, w, 3); one band is repeated, pixels
        without data and values that are not numbers are 0."""
        rgb = np.empty((*valid.shape, 3), np.uint8)
        for channel in range(3):
            if channel and len(values) == 1:
                rgb[..., channel] = rgb[..., 0]
            else:
                rgb[..., channel] = self._grey(values[channel], self.low[channel], self.high[channel])
        rgb[~valid] = 0
        return rgb

    def _grey(self, values: NDArray[np.generic], low: float, high: float) -> NDArray[np.uint8]:
        if self.method == "none":
            return values.astype(np.uint8)
        # 8 and 16-bit values are exact in float32, which halves the time and memory of a tile.
        narrow = values.dtype.kind in "iu" and values.dtype.itemsize <= 2
        numbers: NDArray[np.floating[Any]] = values.astype(np.float32 if narrow else np.float64)
        if high > low:
            # Halved first: the span of the largest floats is itself no float.
            numbers = np.clip(numbers, low, high) / 2 - low / 2
            grey = np.rint(numbers * (255 / (high / 2 - low / 2)))
        else:
            grey = np.where(np.isfinite(numbers), _MIDDLE_GREY, np.nan)
        return np.where(np.isnan(grey), 0, grey).astype(np.uint8)


def compute_stretch(
    reader: RasterReader, params: RasterParams, region: Window, check_cancelled: Callable[[], None]
) -> Stretch:
    """The stretch ``params`` ask for, from the valid values of ``region``.

    Regions up to 24 megapixels are read whole. Of larger ones 128 x 128 windows on a regular grid
    are read, 24 megapixels in all: the percentiles are as good, but minmax then knows only the
    extremes it met. Values of 8 and 16 bits are counted exactly, one by one; of other types the
    extremes, mean and deviation come from every value read and the percentiles from two million
    of them, drawn with a fixed seed.

    Raises:
        EngineError: BAD_PARAMETER for limits or a method that do not fit, BAD_RASTER where no pixel
            has data or pixels cannot be read.
    """
    if not 0 <= params.stretch_low < params.stretch_high <= 100:
        raise EngineError(
            Code.BAD_PARAMETER,
            f"STRETCH_LOW ({params.stretch_low:g}) must be below STRETCH_HIGH ({params.stretch_high:g}), "
            "both from 0 to 100.",
        )
    info = reader.info
    method = params.stretch
    if method == "auto":
        method = "none" if info.dtype == "uint8" else "percentile"
    if method == "none" and info.dtype != "uint8":
        raise EngineError(
            Code.BAD_PARAMETER,
            f"STRETCH is none, but {info.path} holds {info.dtype} values; only 8-bit values can be shown "
            "as they are. Use percentile.",
        )
    if method == "none":
        return _as_stored(reader, region, check_cancelled, explicit=params.stretch == "none")
    if method == "values":
        return _as_given(params.stretch_values, len(next(_valid_values(reader, region, check_cancelled))))
    statistics = _statistics(reader, region, check_cancelled)
    limits = [band.limits(method, params.stretch_low, params.stretch_high) for band in statistics]
    return Stretch(method, tuple(low for low, _ in limits), tuple(high for _, high in limits))


def _as_stored(
    reader: RasterReader, region: Window, check_cancelled: Callable[[], None], explicit: bool
) -> Stretch:
    """8-bit values unchanged; those of fewer bits, unless asked otherwise, spread over all eight."""
    first = next(_valid_values(reader, region, check_cancelled))
    bits = 8 if explicit else min(reader.info.bits, 8)
    method = "none" if bits == 8 else "minmax"
    return Stretch(method, (0.0,) * len(first), (2.0**bits - 1,) * len(first))


def _as_given(text: str, bands: int) -> Stretch:
    """STRETCH_VALUES, for one band each or once for all."""
    try:
        pairs = [tuple(float(number) for number in pair.split(":")) for pair in text.split(",")]
    except ValueError:
        pairs = []
    if not all(len(pair) == 2 and all(map(math.isfinite, pair)) and pair[0] < pair[1] for pair in pairs):
        pairs = []
    if len(pairs) not in (1, bands):
        raise EngineError(
            Code.BAD_PARAMETER,
            f"STRETCH is values, and STRETCH_VALUES is {text!r}. It must be low:high, low below high, once "
            f"or for each of the {bands} bands, such as " + ", ".join(["0:3000"] * bands) + ".",
        )
    low, high = zip(*(pairs * bands if len(pairs) == 1 else pairs), strict=True)
    return Stretch("values", low, high)


def _statistics(
    reader: RasterReader, region: Window, check_cancelled: Callable[[], None]
) -> list[_Counted | _Drawn]:
    """One statistics of the valid values per band."""
    bands: list[_Counted | _Drawn] = []
    share = _KEPT_VALUES / min(region.width * region.height, SAMPLE_PIXELS)
    for values in _valid_values(reader, region, check_cancelled):
        if not bands:
            narrow = values[0].dtype.kind in "iu" and values[0].dtype.itemsize <= 2
            bands = [_Counted(band.dtype) if narrow else _Drawn(share) for band in values]
        for band, numbers in zip(bands, values):
            if numbers.size:
                band.add(numbers)
    # A band without any value of its own is shown with the others, as black.
    return bands


def _valid_values(
    reader: RasterReader, region: Window, check_cancelled: Callable[[], None]
) -> Iterator[list[NDArray[np.generic]]]:
    """The valid values (N,) of each band, window by window; every item has some in one band.

    Where a sample meets none, the region is read whole: the data may lie between its windows.
    """
    found = False
    for most_pixels in (SAMPLE_PIXELS, region.width * region.height):
        for window in sample_windows(region, most_pixels, SAMPLE_SIDE):
            check_cancelled()
            values, valid = reader.read_bands(window)
            if valid.any():
                found = True
                yield [band[mask] for band, mask in zip(values, valid)]
        if found:
            return
    raise EngineError(
        Code.BAD_RASTER,
        f"{reader.info.path} holds no data here: all pixels of the chosen bands and extent are nodata "
        "or transparent.",
    )


class _Counted:
    """How often each 8 or 16-bit value occurs."""

    def __init__(self, dtype: np.dtype[np.generic]) -> None:
        limits = np.iinfo(dtype.type)  # type: ignore[type-var]
        self._first = int(limits.min)
        self._counts = np.zeros(int(limits.max) - self._first + 1, np.int64)

    def add(self, values: NDArray[np.generic]) -> None:
        places = values.astype(np.int64) - self._first
        self._counts += np.bincount(places, minlength=len(self._counts))

    def limits(self, method: str, low: float, high: float) -> tuple[float, float]:
        present = np.flatnonzero(self._counts)
        if not len(present):
            return 0.0, 1.0
        values, counts = (present + self._first).astype(np.float64), self._counts[present]
        if method == "percentile":
            reached = np.cumsum(counts)
            wanted = np.array([low, high]) / 100 * reached[-1]
            chosen = np.searchsorted(reached, wanted * (1 - 1e-12), side="left")
            limits = values[chosen]
        elif method == "stddev":
            mean = np.average(values, weights=counts)
            spread = 2 * np.sqrt(np.average((values - mean) ** 2, weights=counts))
            limits = np.array([mean - spread, mean + spread])
        else:
            limits = values[[0, -1]]
        return _usable(limits, values[0], values[-1])


class _Drawn:
    """Extremes, mean and deviation of all values, and a fair draw of them for percentiles."""

    def __init__(self, share: float) -> None:
        self._share = share
        self._random = np.random.default_rng(0)
        self._kept: list[NDArray[np.float64]] = []
        self._low, self._high = np.inf, -np.inf
        self._count, self._mean, self._squares = 0, 0.0, 0.0

    def add(self, values: NDArray[np.generic]) -> None:
        numbers = values.astype(np.float64)
        self._low, self._high = min(self._low, numbers.min()), max(self._high, numbers.max())
        self._add_moments(numbers)
        drawn = numbers[self._random.random(len(numbers)) < self._share]
        # The first values are kept whatever the draw: there may be no others.
        self._kept.append(drawn if self._kept else np.concatenate((drawn, numbers[:1])))

    def _add_moments(self, numbers: NDArray[np.float64]) -> None:
        """Chan, Golub and LeVeque's update: no sum of squares, which would cancel."""
        with np.errstate(over="ignore", invalid="ignore"):
            mean, count = float(numbers.mean()), len(numbers)
            delta, total = mean - self._mean, self._count + count
            self._squares += float(((numbers - mean) ** 2).sum()) + delta**2 * self._count * count / total
            self._mean += delta * count / total
            self._count = total

    def limits(self, method: str, low: float, high: float) -> tuple[float, float]:
        if not self._kept:
            return 0.0, 1.0
        if method == "percentile":
            limits = np.percentile(np.concatenate(self._kept), (low, high), method="inverted_cdf")
        elif method == "stddev":
            spread = 2 * np.sqrt(self._squares / self._count)
            limits = np.array([self._mean - spread, self._mean + spread])
        else:
            limits = np.array([self._low, self._high])
        return _usable(limits, self._low, self._high)


def _usable(limits: NDArray[np.float64], smallest: float, largest: float) -> tuple[float, float]:
    """The limits or, where most values are one and the same, the full range."""
    low, high = float(limits[0]), float(limits[1])
    if np.isfinite(low) and np.isfinite(high) and low < high:
        return low, high
    return float(smallest), float(largest)
