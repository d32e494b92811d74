"""The pixels of a raster under an object, all bands in the file's own type."""

from __future__ import annotations

from types import TracebackType
from typing import Any

import numpy as np
import rasterio
from numpy.typing import NDArray
from rasterio.errors import RasterioError
from rasterio.windows import Window as RasterioWindow

from ..api.errors import Code, EngineError
from ..api.params import RasterParams
from ..formats.grid import Grid
from ..formats.pixel_masks import PixelMask
from ..georeference import Georeference
from ..masks import Bits
from ..raster import open_raster
from ..tiling import Window


class ObjectRaster:
    """A raster open for reading windows of it; use it in a ``with`` block.

    ``grid`` is the file's own grid, ``bands`` the number of its bands.

    Raises:
        EngineError: BAD_RASTER; BAD_PARAMETER for a raster that only ground control points place, whose
            pixels would have to be resampled.
    """

    def __init__(self, path: str) -> None:
        with open_raster(RasterParams(input=path)) as reader:
            if reader.info.warped:
                raise EngineError(
                    Code.BAD_PARAMETER,
                    f"{path} is placed by ground control points. Warp it to a grid first "
                    "(Raster > Projections > Warp).",
                )
            self.grid = Grid(reader.info.width, reader.info.height, reader.info.georeference)
        self.path = path
        try:
            self.dataset = rasterio.open(path)
        except RasterioError as error:
            raise self._refusal(error) from error
        self.bands = int(self.dataset.count)

    def __enter__(self) -> ObjectRaster:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.dataset.close()

    def read(self, mask: PixelMask) -> tuple[NDArray[Any], Bits]:
        """Values (bands, h, w) and whether pixels have data (h, w) of the mask's box."""
        height, width = mask.bits.shape
        return self.read_window(Window(mask.x, mask.y, width, height))

    def read_window(self, window: Window) -> tuple[NDArray[Any], Bits]:
        """The same for any window inside the grid."""
        area = RasterioWindow(window.x, window.y, window.width, window.height)
        try:
            values = self.dataset.read(window=area)
            valid = self.dataset.dataset_mask(window=area) > 0
        except RasterioError as error:
            raise self._refusal(error) from error
        return values, np.asarray(valid)

    def place_of(self, window: Window) -> Georeference:
        """Where a window lies."""
        return self.grid.part(window.x, window.y, window.width, window.height).georeference

    def _refusal(self, error: Exception) -> EngineError:
        return EngineError(Code.BAD_RASTER, f"{self.path} cannot be read: {error}.")
