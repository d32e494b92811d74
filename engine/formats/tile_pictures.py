"""The pixels of a raster's tiles, each a GeoTIFF of its own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import rasterio
from rasterio.errors import RasterioError
from rasterio.windows import Window as RasterioWindow
from rasterio.windows import transform as window_transform

from ..api.errors import Code, EngineError
from ..progress import Report
from ..tiling import Window


class TilePictures:
    """Writes tiles beside a file; ``abandon`` takes them away again."""

    def __init__(self, raster: str, beside: str) -> None:
        self._raster = raster
        self._folder = Path(beside).absolute().parent
        self._written: list[Path] = []

    def write(self, windows: Sequence[Window], names: Sequence[str], report: Report) -> None:
        """Write all bands of the windows, in the raster's own type, under these names.

        Raises:
            EngineError: OUTPUT_FAILED, naming the tile.
            Cancelled: if the caller asked to stop meanwhile.
        """
        with rasterio.open(self._raster) as dataset:
            for done, (window, name) in enumerate(zip(windows, names, strict=True)):
                report.check_cancelled()
                report.progress(0.3 + 0.2 * done / len(names), f"tile {done + 1} of {len(names)}")
                self._write_one(dataset, window, self._folder / name)

    def abandon(self) -> None:
        """Remove what was written."""
        for path in self._written:
            path.unlink(missing_ok=True)
        self._written = []

    def _write_one(self, dataset: rasterio.DatasetReader, window: Window, path: Path) -> None:
        area = RasterioWindow(window.x, window.y, window.width, window.height)
        self._written.append(path)
        try:
            with rasterio.open(
                path,
                "w",
                driver="GTiff",
                width=window.width,
                height=window.height,
                count=dataset.count,
                dtype=dataset.dtypes[0],
                crs=dataset.crs,
                transform=window_transform(area, dataset.transform),
                nodata=dataset.nodata,
                compress="deflate",
            ) as tile:
                tile.write(dataset.read(window=area))
                tile.colorinterp = dataset.colorinterp
        except (RasterioError, OSError) as error:
            raise EngineError(
                Code.OUTPUT_FAILED,
                f"The tile {path} cannot be written: {error}. Choose a folder you may write to, with space "
                "left.",
            ) from error
