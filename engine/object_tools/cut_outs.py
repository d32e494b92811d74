"""Objects cut out of a raster: the pixels of their boxes, hidden where they are not the object."""

from __future__ import annotations

import warnings
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from numpy.typing import NDArray
from rasterio.enums import ColorInterp, MaskFlags
from rasterio.errors import NotGeoreferencedWarning, RasterioError
from rasterio.transform import Affine
from rasterio.windows import Window as RasterioWindow

from ..formats.pixel_masks import PixelMask
from ..formats.plain_raster import PlainRaster
from ..masks import Bits
from ..progress import Report
from ..rasters.whole_file import whole_file
from ..tiles.tiling import Window
from .packing import Sheet


@dataclass(frozen=True, eq=False)
class CutOut:
    """An object's pixels and the window of the raster that its picture shows."""

    mask: PixelMask
    window: Window

    @classmethod
    def of(cls, mask: PixelMask, margin: int, raster: PlainRaster) -> CutOut:
        """The object's box and ``margin`` pixels around it, as far as the raster goes."""
        height, width = mask.bits.shape
        window = Window(mask.x, mask.y, width, height).expanded(margin)
        return cls(mask, window.intersection(Window(0, 0, raster.grid.width, raster.grid.height)) or window)

    def read(self, raster: PlainRaster) -> tuple[NDArray[Any], Bits]:
        """Values (bands, h, w) of all bands but alpha, and which pixels (h, w) are the object's."""
        values, valid = raster.read_window(self.window)
        shown = np.zeros(valid.shape, dtype=bool)
        top, left = self.mask.y - self.window.y, self.mask.x - self.window.x
        height, width = self.mask.bits.shape
        shown[top : top + height, left : left + width] = self.mask.bits
        return values[_bands_kept(raster)], shown & valid


def write_picture(path: Path, raster: PlainRaster, cut: CutOut) -> None:
    """A GeoTIFF of one object, where it lies.

    Raises:
        EngineError: BAD_RASTER, OUTPUT_FAILED.
    """
    values, shown = cut.read(raster)
    size = cut.window.width, cut.window.height
    with (
        whole_file(path, "The picture", (OSError, RasterioError)) as part,
        rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True),
        rasterio.open(
            part,
            "w",
            **_profile(raster, size),
            crs=raster.dataset.crs,
            transform=Affine(*raster.place_of(cut.window).transform),
        ) as target,
    ):
        target.write(values)
        target.write_mask(shown)
        target.colorinterp = _colours(raster)


def write_atlas(path: Path, raster: PlainRaster, cuts: list[CutOut], sheet: Sheet, report: Report) -> None:
    """One GeoTIFF of all objects, side by side as the sheet has them, in pixels with y downwards.

    Raises:
        EngineError: BAD_RASTER, OUTPUT_FAILED.
        Cancelled: if the caller asked to stop meanwhile; the file is not there then.
    """
    profile = _profile(raster, (sheet.width, sheet.height))
    done = 0
    with (
        warnings.catch_warnings(),
        whole_file(path, "The atlas", (OSError, RasterioError)) as part,
        rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True),
        ExitStack() as opened,
    ):
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        target = opened.enter_context(rasterio.open(part, "w", **profile, bigtiff="if_safer"))
        target.colorinterp = _colours(raster)
        for shelf in sheet.shelves:
            strip = np.zeros((target.count, shelf.height, sheet.width), dtype=profile["dtype"])
            shown = np.zeros((shelf.height, sheet.width), dtype=bool)
            for number, x in zip(shelf.members, shelf.lefts):
                report.check_cancelled()
                report.progress(done / len(cuts), f"object {done + 1} of {len(cuts)}")
                values, bits = cuts[number].read(raster)
                height, width = bits.shape
                strip[:, :height, x : x + width] = values
                shown[:height, x : x + width] = bits
                done += 1
            window = RasterioWindow(0, shelf.top, sheet.width, shelf.height)
            target.write(strip, window=window)
            target.write_mask(shown, window=window)


def _bands_kept(raster: PlainRaster) -> list[int]:
    """Indices of the bands that are not alpha: the mask takes its place."""
    source = raster.dataset
    bands = range(source.count)
    if not any(MaskFlags.alpha in flags for flags in source.mask_flag_enums):
        return list(bands)
    return [band for band in bands if source.colorinterp[band] != ColorInterp.alpha]


def _colours(raster: PlainRaster) -> list[ColorInterp]:
    return [raster.dataset.colorinterp[band] for band in _bands_kept(raster)]


def _profile(raster: PlainRaster, size: tuple[int, int]) -> dict[str, Any]:
    return {
        "driver": "GTiff",
        "width": size[0],
        "height": size[1],
        "count": len(_bands_kept(raster)),
        "dtype": raster.dataset.dtypes[0],
        "compress": "deflate",
    }
