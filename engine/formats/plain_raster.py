"""A raster as its file has it: its own grid, all bands in their own type."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from types import TracebackType
from typing import Any

import numpy as np
import rasterio
from numpy.typing import NDArray
from rasterio.windows import Window as RasterioWindow

from ..api.errors import Code, EngineError
from ..masks import Bits
from ..rasters.dataset import (
    GDAL_OPTIONS,
    READ_ERRORS,
    close_dataset,
    georeference_of,
    open_dataset,
    reason_of,
    source_of,
)
from ..rasters.georeference import Georeference
from ..tiles.tiling import Window
from .grid import Grid
from .pixel_masks import PixelMask


class PlainRaster:
    """A raster open for reading windows of it; use it in a ``with`` block.

    ``grid`` is the file's own grid, ``bands`` the number of its bands.

    Raises:
        EngineError: BAD_RASTER; BAD_PARAMETER for a raster that only ground control points place, whose
            pixels would have to be resampled.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        with ExitStack() as stack:
            stack.enter_context(rasterio.Env(**GDAL_OPTIONS))
            self.dataset = open_dataset(path)
            stack.callback(close_dataset, self.dataset)
            if source_of(self.dataset) is not self.dataset:
                raise EngineError(
                    Code.BAD_PARAMETER,
                    f"{path} is placed by ground control points. Warp it to a grid first "
                    "(Raster > Projections > Warp).",
                )
            if any(dtype.startswith("complex") for dtype in self.dataset.dtypes):
                raise EngineError(
                    Code.BAD_RASTER,
                    f"{path} holds complex numbers, which have no order and no mean. Choose its amplitude.",
                )
            georeference = georeference_of(path, self.dataset)
            self.grid = Grid(self.dataset.width, self.dataset.height, georeference)
            self.bands = int(self.dataset.count)
            self._stack = stack.pop_all()

    def __enter__(self) -> PlainRaster:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._stack.close()

    def read(self, mask: PixelMask) -> tuple[NDArray[Any], Bits]:
        """Values (bands, h, w) and whether pixels have data (h, w) of the mask's box."""
        height, width = mask.bits.shape
        return self.read_window(Window(mask.x, mask.y, width, height))

    def read_window(self, window: Window) -> tuple[NDArray[Any], Bits]:
        """The same for any window inside the grid.

        Raises:
            EngineError: BAD_RASTER if the pixels cannot be read.
        """
        with self._reading():
            values = self.dataset.read(window=_rasterio_window(window))
            valid = self.dataset.dataset_mask(window=_rasterio_window(window)) > 0
        return values, np.asarray(valid)

    def values_of(self, window: Window) -> NDArray[Any]:
        """Only the values.

        Raises:
            EngineError: as ``read_window``.
        """
        with self._reading():
            return np.asarray(self.dataset.read(window=_rasterio_window(window)))

    @contextmanager
    def _reading(self) -> Iterator[None]:
        try:
            yield
        except READ_ERRORS as error:
            raise EngineError(
                Code.BAD_RASTER, f"{self.path} cannot be read: {reason_of(self.path, error)}."
            ) from error

    def place_of(self, window: Window) -> Georeference:
        """Where a window lies."""
        return self.grid.part(window.x, window.y, window.width, window.height).georeference


def _rasterio_window(window: Window) -> RasterioWindow:
    return RasterioWindow(window.x, window.y, window.width, window.height)
