"""The label raster: a GeoTIFF whose pixels hold the object's number.

It is written at the end, window by window, when it is known which object is on top (``painting.py``).
"""

from __future__ import annotations

import contextlib
import os
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import rasterio
from rasterio.enums import Resampling
from rasterio.errors import RasterioError
from rasterio.transform import Affine

from .api.errors import Code, EngineError
from .objects import FoundObject
from .painting import Spool
from .raster import RasterInfo
from .tiling import Window

_WINDOW = 1024
_BLOCK = 256
_SMALLEST_OVERVIEW = 256
_CACHE_MB = 64


class LabelRaster:
    """Collects finished objects and writes them as labels on the run's grid.

    Larger objects are painted first, so that smaller ones stay visible on top of them; of two
    of the same size that with the larger id is on top. The file appears under its name only
    when it is whole.
    """

    def __init__(self, path: str, grid: RasterInfo) -> None:
        """Prepare to write ``path``; an existing file stays as it is until ``finish``.

        Raises:
            EngineError: OUTPUT_FAILED if the folder cannot be written to, BAD_PARAMETER if
                ``path`` is the raster being read.
        """
        self._path = Path(path)
        self._part = self._path.with_name(f".{self._path.name}.{os.getpid()}.part")
        self._grid = grid
        if self._path.exists() and os.path.exists(grid.path) and os.path.samefile(path, grid.path):
            raise EngineError(
                Code.BAD_PARAMETER,
                f"The label raster {path} is the raster to segment; choose another name for LABELS.",
            )
        with self._failures():
            if self._path.is_dir():
                raise IsADirectoryError("it is a folder")
            self._spool = Spool(self._path.absolute().parent)

    def add(self, object_id: int, found: FoundObject) -> None:
        """Take a finished object; ids are 1 to 4,294,967,295.

        Raises:
            EngineError: OUTPUT_FAILED if the disk is full.
        """
        with self._failures():
            self._spool.add(object_id, found)

    def finish(self, check_cancelled: Callable[[], None] = lambda: None) -> None:
        """Paint everything and put the file in its place.

        Args:
            check_cancelled: called before every window; raises ``Cancelled`` to stop.

        Raises:
            EngineError: OUTPUT_FAILED if the file cannot be written.
        """
        try:
            with self._failures(), rasterio.Env(GDAL_CACHEMAX=_CACHE_MB):
                self._verify(self._write(check_cancelled), check_cancelled)
                os.replace(self._part, self._path)
                # They described the file that was here before.
                for suffix in (".ovr", ".aux.xml", ".msk"):
                    self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)
        finally:
            self.abandon()

    def abandon(self) -> None:
        """Remove what is temporary; does nothing after ``finish`` or a second time."""
        self._spool.close()
        with contextlib.suppress(OSError):
            self._part.unlink(missing_ok=True)

    def _write(self, check_cancelled: Callable[[], None]) -> list[int]:
        """Write the temporary file; returns a checksum for each window."""
        checksums = []
        painting = self._spool.painting(_WINDOW)
        dtype = np.uint16 if painting.largest_number <= np.iinfo(np.uint16).max else np.uint32
        georeference = self._grid.georeference
        with rasterio.open(
            self._part,
            "w",
            driver="GTiff",
            width=self._grid.width,
            height=self._grid.height,
            count=1,
            dtype=dtype,
            nodata=0,
            crs=georeference.crs_wkt or None,
            transform=Affine(*georeference.transform),
            tiled=True,
            blockxsize=_BLOCK,
            blockysize=_BLOCK,
            compress="deflate",
            predictor=2,
            bigtiff="if_safer",
        ) as dataset:
            dataset.set_band_description(1, "object_id")
            for window in _windows(self._grid.width, self._grid.height):
                check_cancelled()
                labels = painting.paint(window, dtype)
                dataset.write(labels, 1, window=_rasterio_window(window))
                checksums.append(zlib.crc32(labels.data))
            check_cancelled()
            factors = _overview_factors(self._grid.width, self._grid.height)
            if factors:
                dataset.build_overviews(factors, Resampling.nearest)
        return checksums

    def _verify(self, checksums: list[int], check_cancelled: Callable[[], None]) -> None:
        """Read the file back: GDAL writes late, and on a full disk it closes without a word."""
        factors = _overview_factors(self._grid.width, self._grid.height)
        with rasterio.open(self._part) as dataset:
            # Their number only: GDAL works the factors out of rounded sizes, 127 for 128.
            if len(dataset.overviews(1)) != len(factors):
                raise OSError("it is incomplete after writing")
            for number, window in enumerate(_windows(dataset.width, dataset.height)):
                check_cancelled()
                if zlib.crc32(dataset.read(1, window=_rasterio_window(window)).data) != checksums[number]:
                    raise OSError("it is incomplete after writing")
        for level in range(len(factors)):
            with rasterio.open(self._part, overview_level=level) as overview:
                for window in _windows(overview.width, overview.height):
                    check_cancelled()
                    overview.read(1, window=_rasterio_window(window))
                block_rows, block_columns = overview.block_shapes[0]
                rows, columns = -(-overview.height // block_rows), -(-overview.width // block_columns)
            with rasterio.open(self._part) as dataset:
                _require_blocks(dataset, level, rows, columns)

    @contextlib.contextmanager
    def _failures(self) -> Iterator[None]:
        try:
            yield
        except (OSError, RasterioError) as error:
            reason = getattr(error, "strerror", None) or str(error.__cause__ or error).rstrip(".")
            raise EngineError(
                Code.OUTPUT_FAILED,
                f"The label raster {self._path} cannot be written: {reason}. "
                "Check that the folder exists and is writable and that the disk is not full.",
                details=repr(error),
            ) from error


def _windows(width: int, height: int) -> Iterator[Window]:
    for y in range(0, height, _WINDOW):
        for x in range(0, width, _WINDOW):
            yield Window(x, y, min(_WINDOW, width - x), min(_WINDOW, height - y))


def _overview_factors(width: int, height: int) -> list[int]:
    factors: list[int] = []
    while max(width, height) >> len(factors) > _SMALLEST_OVERVIEW:
        factors.append(2 << len(factors))
    return factors


def _require_blocks(dataset: rasterio.DatasetReader, level: int, rows: int, columns: int) -> None:
    """Refuse a file in which a block of an overview was never written: it would read as zeros."""
    for row in range(rows):
        for column in range(columns):
            if dataset.get_tag_item(f"BLOCK_OFFSET_{column}_{row}", "TIFF", bidx=1, ovr=level) is None:
                raise OSError("it is incomplete after writing")


def _rasterio_window(window: Window) -> rasterio.windows.Window:
    return rasterio.windows.Window(window.x, window.y, window.width, window.height)
