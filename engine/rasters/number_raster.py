"""A GeoTIFF of numbers, written window by window and read back before it counts."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import numpy as np
import rasterio
from numpy.typing import NDArray
from rasterio.enums import Resampling
from rasterio.errors import RasterioError
from rasterio.transform import Affine

from ..tiles.tiling import Window
from .georeference import Georeference
from .whole_file import whole_file

WINDOW = 1024
"""Side of the windows that are painted, in pixels."""

_BLOCK = 256
_SMALLEST_OVERVIEW = 256
_CACHE_MB = 64

Numbers = NDArray[np.unsignedinteger]


def write_number_raster(
    path: str,
    what: str,
    size: tuple[int, int],
    georeference: Georeference,
    dtype: type[np.unsignedinteger],
    paint: Callable[[Window, type[np.unsignedinteger]], Numbers],
    check_cancelled: Callable[[], None],
    description: str = "",
    tags: Mapping[str, str] | None = None,
) -> None:
    """Write a tiled, compressed raster with overviews; 0 is no data.

    Args:
        path: The file, which appears when it is whole.
        what: What it is, as the beginning of a sentence.
        size: Width and height in pixels.
        georeference: Where the pixels lie.
        dtype: Type of the pixels.
        paint: Numbers (h, w) of a window of at most ``WINDOW`` pixels a side, in the type given.
        check_cancelled: Called before every window; raises ``Cancelled`` to stop.
        description: The band's name.
        tags: Of the band.

    Raises:
        EngineError: OUTPUT_FAILED if it cannot be written.
        Cancelled: by ``check_cancelled``; nothing is left behind.
    """
    with (
        whole_file(path, what, (OSError, RasterioError)) as part,
        rasterio.Env(GDAL_CACHEMAX=_CACHE_MB),
    ):
        checksums = []
        with rasterio.open(
            part,
            "w",
            driver="GTiff",
            width=size[0],
            height=size[1],
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
            dataset.set_band_description(1, description)
            dataset.update_tags(1, **(tags or {}))
            for window in _windows(*size):
                check_cancelled()
                numbers = paint(window, dtype)
                dataset.write(numbers, 1, window=_rasterio_window(window))
                checksums.append(zlib.crc32(np.ascontiguousarray(numbers).data))
            check_cancelled()
            factors = _overview_factors(*size)
            if factors:
                dataset.build_overviews(factors, Resampling.nearest)
        _verify(part, checksums, len(factors), check_cancelled)
    # They described the file that was here before.
    for suffix in (".ovr", ".aux.xml", ".msk"):
        Path(f"{path}{suffix}").unlink(missing_ok=True)


def _verify(part: Path, checksums: list[int], overviews: int, check_cancelled: Callable[[], None]) -> None:
    """Read the file back: GDAL writes late, and on a full disk it closes without a word."""
    with rasterio.open(part) as dataset:
        # Their number only: GDAL works the factors out of rounded sizes, 127 for 128.
        if len(dataset.overviews(1)) != overviews:
            raise OSError("it is incomplete after writing")
        for number, window in enumerate(_windows(dataset.width, dataset.height)):
            check_cancelled()
            if zlib.crc32(dataset.read(1, window=_rasterio_window(window)).data) != checksums[number]:
                raise OSError("it is incomplete after writing")
    for level in range(overviews):
        with rasterio.open(part, overview_level=level) as overview:
            for window in _windows(overview.width, overview.height):
                check_cancelled()
                overview.read(1, window=_rasterio_window(window))
            block_rows, block_columns = overview.block_shapes[0]
            rows, columns = -(-overview.height // block_rows), -(-overview.width // block_columns)
        with rasterio.open(part) as dataset:
            _require_blocks(dataset, level, rows, columns)


def _windows(width: int, height: int) -> Iterator[Window]:
    for y in range(0, height, WINDOW):
        for x in range(0, width, WINDOW):
            yield Window(x, y, min(WINDOW, width - x), min(WINDOW, height - y))


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
