"""Masks as one raster of numbers."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import rasterio
from numpy.typing import NDArray
from rasterio.enums import Resampling
from rasterio.errors import RasterioError
from rasterio.transform import Affine
from rasterio.windows import Window as RasterioWindow

from ..api.errors import Code, EngineError
from ..progress import Report
from .grid import Grid
from .pixel_masks import PixelMask

_BLOCK = 256
_STRIP_PIXELS = 1 << 24
_SMALLEST_OVERVIEW = 256


def write_mask_raster(
    path: str,
    grid: Grid,
    masks: Sequence[PixelMask],
    numbers: NDArray[np.int64],
    names: Mapping[int, str],
    report: Report,
) -> None:
    """Paint masks one over the other, the first at the bottom, and write a tiled, compressed GeoTIFF with
    overviews in the smallest of uint8, uint16 and uint32 that holds the numbers; 0 is no data.

    ``names`` of numbers become tags of the band: class_1 = roof.

    Raises:
        EngineError: OUTPUT_FAILED.
        Cancelled: if the caller asked to stop meanwhile; the file is not there then.
    """
    dtype = np.min_scalar_type(int(numbers.max(initial=1)))
    part = Path(path).with_name(f".{Path(path).name}.{os.getpid()}.part")
    rows = max(_BLOCK, _STRIP_PIXELS // grid.width // _BLOCK * _BLOCK)
    tops = np.array([mask.y for mask in masks], dtype=np.int64)
    ends = tops + np.array([mask.bits.shape[0] for mask in masks], dtype=np.int64)
    try:
        with rasterio.open(
            part,
            "w",
            driver="GTiff",
            width=grid.width,
            height=grid.height,
            count=1,
            dtype=dtype,
            nodata=0,
            crs=grid.georeference.crs_wkt or None,
            transform=Affine(*grid.georeference.transform),
            tiled=True,
            blockxsize=_BLOCK,
            blockysize=_BLOCK,
            compress="deflate",
            predictor=2,
            bigtiff="if_safer",
        ) as dataset:
            for top in range(0, grid.height, rows):
                report.check_cancelled()
                report.progress(0.3 + 0.7 * top / grid.height, "writing the raster")
                strip = np.zeros((min(rows, grid.height - top), grid.width), dtype=dtype)
                for place in np.flatnonzero((tops < top + len(strip)) & (ends > top)):
                    _paint(strip, top, masks[int(place)], int(numbers[place]))
                dataset.write(strip, 1, window=RasterioWindow(0, top, grid.width, len(strip)))
            if names:
                dataset.update_tags(1, **{f"class_{number}": name for number, name in names.items()})
            factors = _overview_factors(grid)
            if factors:
                dataset.build_overviews(factors, Resampling.nearest)
        os.replace(part, path)
    except (RasterioError, OSError) as error:
        raise EngineError(
            Code.OUTPUT_FAILED,
            f"The mask raster {path} cannot be written: {error}. Choose a folder you may write to, with "
            "space left.",
        ) from error
    finally:
        part.unlink(missing_ok=True)


def _paint(strip: NDArray[np.unsignedinteger], top: int, mask: PixelMask, number: int) -> None:
    first, end = max(top, mask.y), min(top + len(strip), mask.y + mask.bits.shape[0])
    shown = mask.bits[first - mask.y : end - mask.y]
    strip[first - top : end - top, mask.x : mask.x + shown.shape[1]][shown] = number


def _overview_factors(grid: Grid) -> list[int]:
    factors, factor = [], 2
    while max(grid.width, grid.height) // factor >= _SMALLEST_OVERVIEW:
        factors.append(factor)
        factor *= 2
    return factors
