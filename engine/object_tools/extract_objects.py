"""The job of sam2:extractobjects."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from rasterio.enums import ColorInterp, MaskFlags
from rasterio.errors import RasterioError
from rasterio.transform import Affine

from ..api.errors import Code, EngineError
from ..api.object_tool_params import ExtractObjectsParams
from ..api.paramspec import from_dict
from ..formats.layer_objects import LayerObjects, read_layer
from ..formats.pixel_masks import PixelMask, pixel_mask
from ..formats.plain_raster import PlainRaster
from ..progress import Report
from ..tiling import Window
from ..whole_file import whole_file

_NOT_IN_NAMES = re.compile(r"[^\w.+-]+")
_LONGEST_NAME = 80


def extract_objects(values: Mapping[str, Any], report: Report) -> dict[str, Any]:
    """A layer and a raster -> a GeoTIFF for every object, transparent outside it."""
    params = from_dict(ExtractObjectsParams, values)
    layer = read_layer(params.input, "INPUT", report)
    folder = Path(params.output)
    names = list(_names(layer, params.name_field))
    written = outside = 0
    with PlainRaster(params.reference) as raster:
        _make(folder)
        for index, geometry in enumerate(layer.geometries):
            report.check_cancelled()
            report.progress(index / len(layer), f"object {index + 1} of {len(layer)}")
            mask = pixel_mask(geometry, raster.grid)
            if not mask.bits.size:
                outside += 1
                continue
            _write(folder / f"{names[index]}.tif", raster, mask, params.buffer)
            written += 1
    if outside:
        report.log(f"{outside} objects lie outside {params.reference} and are left out.", "warning")
    return {"count": written}


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise EngineError(
            Code.OUTPUT_FAILED,
            f"The folder {folder} cannot be made: {error.strerror or error}. Choose one you may write to.",
        ) from error


def _names(layer: LayerObjects, field: str) -> Iterator[str]:
    """A file name for every object, none of them twice."""
    taken: set[str] = set()
    given = layer.column(field) if field else range(1, len(layer) + 1)
    for value in given:
        plain = _NOT_IN_NAMES.sub("_", str(value))[:_LONGEST_NAME].strip("._") or "object"
        name, again = plain, 1
        while name.lower() in taken:
            again += 1
            name = f"{plain}_{again}"
        taken.add(name.lower())
        yield name


def _write(path: Path, raster: PlainRaster, mask: PixelMask, buffer: int) -> None:
    """The object's box and ``buffer`` pixels around it; the mask band hides what is not the object."""
    height, width = mask.bits.shape
    window = Window(mask.x, mask.y, width, height).expanded(buffer)
    window = window.intersection(Window(0, 0, raster.grid.width, raster.grid.height)) or window
    values, valid = raster.read_window(window)
    shown = np.zeros((window.height, window.width), dtype=bool)
    top, left = mask.y - window.y, mask.x - window.x
    shown[top : top + height, left : left + width] = mask.bits
    source = raster.dataset
    alphas = [MaskFlags.alpha in flags for flags in source.mask_flag_enums]
    kept = [band for band in range(source.count) if source.colorinterp[band] != ColorInterp.alpha]
    if not any(alphas):
        kept = list(range(source.count))
    with (
        whole_file(path, "The picture", (OSError, RasterioError)) as part,
        rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True),
        rasterio.open(
            part,
            "w",
            driver="GTiff",
            width=window.width,
            height=window.height,
            count=len(kept),
            dtype=source.dtypes[0],
            crs=source.crs,
            transform=Affine(*raster.place_of(window).transform),
            compress="deflate",
        ) as target,
    ):
        target.write(values[kept])
        target.write_mask(shown & valid)
        target.colorinterp = [source.colorinterp[band] for band in kept]
