"""The raster as the run sees it: a grid, a region of it, and its values window by window."""

from __future__ import annotations

import math
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from types import TracebackType
from typing import TypeVar

import numpy as np
import rasterio
from numpy.typing import NDArray

from ..api.errors import Code, EngineError
from ..api.parameters.params import RasterParams
from ..masks import Bits
from ..tiles.tiling import Window
from .averaging import Scale, area_average, coarse_length
from .bands import BandChoice, choose_bands
from .dataset import (
    GDAL_OPTIONS,
    READ_ERRORS,
    Dataset,
    close_dataset,
    georeference_of,
    open_dataset,
    reason_of,
    source_of,
)
from .georeference import Georeference
from .region import region_of
from .validity import Alpha, Validity, find_alpha, rasterio_window

T = TypeVar("T")
Values = NDArray[np.generic]  # (B, h, w)

# Finer than the raster by less than this is rounding, not a wish.
_SAME_RESOLUTION = 1e-3

# Averaging reads this many fine pixels at once.
_READ_PIXELS = 2 << 20


@dataclass(frozen=True)
class RasterInfo:
    """What a raster is, on the grid the run works on.

    ``width`` and ``height`` count that grid's pixels, ``bands`` all bands of the file. ``dtype`` is
    the type of the values read: ``uint8`` for palettes, a float type for complex numbers. ``bits``
    is how many of an 8-bit value's bits are used. ``warped`` says that ground control points alone
    place it, so that its pixels were resampled.
    """

    path: str
    driver: str
    width: int
    height: int
    bands: int
    dtype: str
    bits: int
    georeference: Georeference
    warped: bool

    @property
    def window(self) -> Window:
        """The whole grid."""
        return Window(0, 0, self.width, self.height)


class RasterReader:
    """An open raster. Use it in a ``with`` block and in the thread that opened it.

    ``bands`` are the chosen bands, counted from 1; ``region`` the part of the grid the run works
    on; ``extent_ring`` (4, 2), in grid pixels, the extent where rows and columns do not run along
    it, so that the region is more than was asked for; ``notes`` sentences the user should read.
    """

    def __init__(self, params: RasterParams) -> None:
        with ExitStack() as stack:
            stack.enter_context(rasterio.Env(**GDAL_OPTIONS))
            base = open_dataset(params.input)
            stack.callback(close_dataset, base)
            path = params.input
            alpha, false_alpha = _reading(path, lambda: find_alpha(base))
            tagged = alpha.band if alpha else false_alpha
            self._choice = choose_bands(path, base, params.bands, tagged)
            native = georeference_of(path, base, params.crs)
            width, height = _grid_size(path, base, native, params.resolution)
            self._source = _coarser_source(path, base, width, height, stack)
            self._columns = Scale(self._source.width, width)
            self._rows = Scale(self._source.height, height)
            self._validity = _reading(path, lambda: Validity(self._source, self._choice.bands, alpha))
            self.info = RasterInfo(
                path=path,
                driver=str(source_of(base).driver),
                width=width,
                height=height,
                bands=int(base.count),
                dtype=_value_type(base, self._choice, averaged=(width, height) != (base.width, base.height)),
                bits=_bits(base, self._choice),
                georeference=native.scaled(base.width / width, base.height / height),
                warped=source_of(base) is not base,
            )
            self.bands = self._choice.bands
            self.region, self.extent_ring = region_of(
                path, self.info.georeference, width, height, params.extent
            )
            self.notes = _notes(self.info, alpha, false_alpha)
            self._stack = stack.pop_all()

    def __enter__(self) -> RasterReader:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def read(self, window: Window) -> tuple[Values, Bits]:
        """Values (B, h, w), one or three bands, and where there is data, bool (h, w).

        A pixel has data if any of its bands does; the values of the others are as stored.

        Raises:
            EngineError: BAD_RASTER, naming file and window, if the pixels cannot be read.
        """
        values, valid = self.read_bands(window)
        return values, np.logical_or.reduce(valid, axis=0)

    def read_bands(self, window: Window) -> tuple[Values, Bits]:
        """As ``read``, with the validity of each band, bool (B, h, w)."""
        if not self.info.window.contains(window):
            raise ValueError(f"{window} is not inside the raster's {self.info.window}")
        if self._columns.fine == self._columns.coarse and self._rows.fine == self._rows.coarse:
            return self._read_source(window)
        return self._read_averaged(window)

    def _read_averaged(self, window: Window) -> tuple[Values, Bits]:
        left, right = self._columns.span(window.x, window.width)
        top, bottom = self._rows.span(window.y, window.height)
        if (right - left) * (bottom - top) > _READ_PIXELS and window.width * window.height > 1:
            return self._read_halves(window)
        values, valid = self._read_source(Window(left, top, right - left, bottom - top))
        return area_average(
            values, valid, self._columns, self._rows, (window.x, window.y), (window.width, window.height)
        )

    def _read_halves(self, window: Window) -> tuple[Values, Bits]:
        if window.height > 1:
            half = window.height // 2
            first = Window(window.x, window.y, window.width, half)
            second = Window(window.x, window.y + half, window.width, window.height - half)
            axis = 1
        else:
            half = window.width // 2
            first = Window(window.x, window.y, half, 1)
            second = Window(window.x + half, window.y, window.width - half, 1)
            axis = 2
        parts = [self._read_averaged(part) for part in (first, second)]
        return (
            np.concatenate([values for values, _ in parts], axis=axis),
            np.concatenate([valid for _, valid in parts], axis=axis),
        )

    def _read_source(self, window: Window) -> tuple[Values, Bits]:
        where = f"columns {window.x}-{window.right - 1}, rows {window.y}-{window.bottom - 1}"
        stored, valid = _reading(self.info.path, lambda: self._read_stored(window), where)
        values = self._choice.numbers(stored)
        transparent = self._choice.transparent(stored)
        if transparent is not None:
            valid &= ~transparent
        if self.info.warped and np.iscomplexobj(stored):
            valid &= stored != 0  # the warper fills outside with 0 and gives complex rasters no mask
        return values, np.broadcast_to(valid, values.shape)

    def _read_stored(self, window: Window) -> tuple[Values, Bits]:
        stored = self._source.read(list(self.bands), window=rasterio_window(window))
        return stored, self._validity.read(window, stored)


def open_raster(params: RasterParams) -> RasterReader:
    """Open ``params.input`` on the grid and region its other parameters ask for.

    Raises:
        EngineError: BAD_RASTER, BAD_GEOREFERENCE or BAD_PARAMETER, naming the file and the reason.
    """
    return RasterReader(params)


def _reading(path: str, read: Callable[[], T], where: str = "") -> T:
    try:
        return read()
    except READ_ERRORS as error:
        at = f" at {where}" if where else ""
        raise EngineError(Code.BAD_RASTER, f"{path} cannot be read{at}: {reason_of(path, error)}.") from error


def _grid_size(path: str, dataset: Dataset, native: Georeference, resolution: float) -> tuple[int, int]:
    """Width and height of the working grid."""
    if resolution == 0:
        return int(dataset.width), int(dataset.height)
    across, down = native.pixel_size
    if resolution < max(across, down) * (1 - _SAME_RESOLUTION):
        raise EngineError(
            Code.BAD_PARAMETER,
            f"RESOLUTION is {resolution:g}, finer than the pixels of {path} ({across:g} x {down:g}); "
            f"give at least {max(across, down):g}, or 0 for the raster's own.",
        )
    factor_x, factor_y = max(1.0, resolution / across), max(1.0, resolution / down)
    if factor_x > dataset.width and factor_y > dataset.height:
        raise EngineError(
            Code.BAD_PARAMETER,
            f"RESOLUTION is {resolution:g}, larger than the whole of {path} "
            f"({across * dataset.width:g} x {down * dataset.height:g}).",
        )
    return coarse_length(dataset.width, factor_x), coarse_length(dataset.height, factor_y)


def _coarser_source(path: str, base: Dataset, width: int, height: int, stack: ExitStack) -> Dataset:
    """The coarsest overview that is still at least as fine as the grid, or the raster itself."""
    factors = _reading(path, lambda: base.overviews(1))
    fine_enough = [
        level
        for level, factor in enumerate(factors)
        if math.ceil(base.width / factor) >= width and math.ceil(base.height / factor) >= height
    ]
    if not fine_enough or source_of(base) is not base:
        return base
    level = max(fine_enough, key=lambda level: factors[level])
    overview = open_dataset(path, OVERVIEW_LEVEL=level)
    stack.callback(close_dataset, overview)
    usable = overview.width >= width and overview.height >= height
    return overview if usable else base


def _value_type(dataset: Dataset, choice: BandChoice, averaged: bool) -> str:
    if choice.palette is not None:
        return "uint8"
    types = {dataset.dtypes[band - 1] for band in choice.bands}
    if any("complex" in name for name in types):
        return "float64" if "complex128" in types else "float32"
    common = np.result_type(*types)
    return "float64" if averaged and common.kind in "iu" and common.itemsize == 8 else str(common)


def _bits(dataset: Dataset, choice: BandChoice) -> int:
    if choice.palette is not None:
        return 8
    return int(dataset.tags(choice.bands[0], ns="IMAGE_STRUCTURE").get("NBITS", 8))


def _notes(info: RasterInfo, alpha: Alpha | None, false_alpha: int | None) -> tuple[str, ...]:
    notes = []
    if false_alpha is not None:
        notes.append(
            f"Band {false_alpha} of {info.path} is tagged as alpha but holds an image (near infrared, "
            "most likely); it does not hide any pixel."
        )
    if info.warped:
        notes.append(
            f"{info.path} is placed by ground control points; it is segmented on the grid QGIS shows it on."
        )
    if not info.georeference.crs_wkt:
        notes.append(f"{info.path} has no CRS; areas and lengths in metres stay empty.")
    return tuple(notes)
