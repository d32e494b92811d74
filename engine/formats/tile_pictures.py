"""The pixels of a raster's tiles, each a GeoTIFF of its own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import rasterio
from rasterio.errors import RasterioError
from rasterio.transform import Affine

from ..progress import Report
from ..rasters.whole_file import whole_file
from ..tiles.tiling import Window
from .plain_raster import PlainRaster


class TilePictures:
    """Writes tiles beside a file; ``abandon`` takes them away again."""

    def __init__(self, raster: str, beside: str) -> None:
        self._raster = raster
        self._folder = Path(beside).absolute().parent
        self._written: list[Path] = []

    def write(self, windows: Sequence[Window], names: Sequence[str], report: Report) -> None:
        """Write all bands of the windows, in the raster's own type, under these names.

        Raises:
            EngineError: BAD_RASTER, or OUTPUT_FAILED, naming the tile.
            Cancelled: if the caller asked to stop meanwhile.
        """
        with PlainRaster(self._raster) as raster:
            for done, (window, name) in enumerate(zip(windows, names, strict=True)):
                report.check_cancelled()
                report.progress(0.3 + 0.2 * done / len(names), f"tile {done + 1} of {len(names)}")
                _write_one(raster, window, self._folder / name)
                self._written.append(self._folder / name)

    def abandon(self) -> None:
        """Remove what was written."""
        for path in self._written:
            path.unlink(missing_ok=True)
        self._written = []


def _write_one(raster: PlainRaster, window: Window, path: Path) -> None:
    source = raster.dataset
    values, _ = raster.read_window(window)
    with (
        whole_file(path, "The tile", (OSError, RasterioError)) as part,
        rasterio.open(
            part,
            "w",
            driver="GTiff",
            width=window.width,
            height=window.height,
            count=source.count,
            dtype=values.dtype,
            crs=source.crs,
            transform=Affine(*raster.place_of(window).transform),
            nodata=source.nodata,
            compress="deflate",
        ) as tile,
    ):
        tile.write(values)
        tile.colorinterp = source.colorinterp
