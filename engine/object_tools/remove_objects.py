"""The job of sam2:removeobjects."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import rasterio
import shapely
from numpy.typing import NDArray
from rasterio.errors import RasterioError
from rasterio.windows import Window as RasterioWindow

from ..api.errors import Code, EngineError
from ..api.parameters.object_tool_params import RemoveObjectsParams
from ..api.parameters.paramspec import from_dict
from ..formats.layer_objects import read_layer
from ..formats.pixel_masks import PixelMask, pixel_mask
from ..formats.plain_raster import PlainRaster
from ..masks import Bits
from ..progress import Report
from ..rasters.whole_file import keep_apart, whole_file
from ..tiles.tiling import Window

_METHODS = {"telea": cv2.INPAINT_TELEA, "navier_stokes": cv2.INPAINT_NS}
_AROUND = 16
"""Pixels around an object that its filling is made from, and no fewer than its radius."""
_COPY_PIXELS = 1 << 24
_SPREAD = 65535.0


def remove_objects(values: Mapping[str, Any], report: Report) -> dict[str, Any]:
    """A layer and a raster -> the raster with every object filled from around it.

    Objects that touch are filled as one, each group in a window of its own, so there is no tile whose seam
    could show. Method: A. Telea, An Image Inpainting Technique Based on the Fast Marching Method (2004), or
    M. Bertalmio et al., Navier-Stokes, Fluid Dynamics, and Image and Video Inpainting (2001), both by OpenCV.
    """
    params = from_dict(RemoveObjectsParams, values)
    keep_apart(params.output, "OUTPUT", params.reference)
    layer = read_layer(params.input, "INPUT", report)
    with PlainRaster(params.reference) as raster:
        masks = [pixel_mask(geometry, raster.grid) for geometry in layer.geometries]
        masks = [_grown(mask, params.buffer, raster) for mask in masks if mask.bits.size]
        if not masks:
            raise EngineError(
                Code.BAD_PARAMETER,
                f"No object of INPUT lies on {params.reference}. Check that both show the same place.",
            )
        with whole_file(params.output, "The raster", (OSError, RasterioError)) as part:
            _copy(raster, part, report)
            with rasterio.open(part, "r+") as dataset:
                groups = _touching(masks)
                for done, group in enumerate(groups):
                    report.check_cancelled()
                    report.progress(0.3 + 0.7 * done / len(groups), f"object {done + 1} of {len(groups)}")
                    _fill(raster, dataset, [masks[index] for index in group], params)
    return {"count": len(masks), "output": params.output}


def _copy(raster: PlainRaster, path: Path, report: Report) -> None:
    """The raster as a GeoTIFF, strip by strip."""
    source = raster.dataset
    profile = {
        "driver": "GTiff", "width": source.width, "height": source.height, "count": source.count,
        "dtype": source.dtypes[0], "crs": source.crs, "transform": source.transform, "nodata": source.nodata,
        "compress": "deflate", "tiled": True, "blockxsize": 256, "blockysize": 256, "bigtiff": "if_safer",
    }  # fmt: skip
    rows = max(256, _COPY_PIXELS // source.width // 256 * 256)
    free = shutil.disk_usage(path.parent).free
    if free < source.width * source.height * source.count * np.dtype(source.dtypes[0]).itemsize // 20:
        raise OSError("the disk is nearly full")
    with rasterio.open(path, "w", **profile) as target:
        for top in range(0, source.height, rows):
            report.check_cancelled()
            report.progress(0.3 * top / source.height, "copying the raster")
            window = Window(0, top, source.width, min(rows, source.height - top))
            target.write(raster.values_of(window), window=RasterioWindow(0, top, window.width, window.height))
        target.colorinterp = source.colorinterp


def _grown(mask: PixelMask, buffer: int, raster: PlainRaster) -> PixelMask:
    """The mask and ``buffer`` pixels around it, as far as the raster goes."""
    if buffer == 0:
        return mask
    padded = np.pad(mask.bits, buffer).astype(np.uint8)
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * buffer + 1, 2 * buffer + 1))
    bits = cv2.dilate(padded, kernel).view(bool)
    x, y = mask.x - buffer, mask.y - buffer
    left, top = max(0, -x), max(0, -y)
    bits = bits[top : raster.grid.height - y, left : raster.grid.width - x]
    return PixelMask(x + left, y + top, bits)


def _touching(masks: Sequence[PixelMask]) -> list[list[int]]:
    """Masks whose surroundings overlap, in groups."""
    boxes = np.array(
        [(m.x, m.y, m.x + m.bits.shape[1], m.y + m.bits.shape[0]) for m in masks], dtype=np.float64
    )
    around = shapely.box(boxes[:, 0] - 2, boxes[:, 1] - 2, boxes[:, 2] + 2, boxes[:, 3] + 2)
    import networkx  # every start of the worker would pay for it

    graph = networkx.Graph()
    graph.add_nodes_from(range(len(masks)))
    graph.add_edges_from(shapely.STRtree(around).query(around, predicate="intersects").T.tolist())
    return [sorted(group) for group in networkx.connected_components(graph)]


def _fill(raster: PlainRaster, target: Any, masks: Sequence[PixelMask], params: RemoveObjectsParams) -> None:
    around = max(_AROUND, 2 * params.radius)
    whole = Window(0, 0, raster.grid.width, raster.grid.height)
    left, top = min(m.x for m in masks), min(m.y for m in masks)
    right = max(m.x + m.bits.shape[1] for m in masks)
    bottom = max(m.y + m.bits.shape[0] for m in masks)
    window = Window(left, top, right - left, bottom - top).expanded(around).intersection(whole) or whole
    values, valid = raster.read_window(window)
    hole = np.zeros((window.height, window.width), dtype=bool)
    for mask in masks:
        y, x = mask.y - window.y, mask.x - window.x
        hole[y : y + mask.bits.shape[0], x : x + mask.bits.shape[1]] |= mask.bits
    if (hole | ~valid).all():
        raise EngineError(
            Code.BAD_PARAMETER,
            "An object leaves nothing around it to be filled from: it covers the whole raster, or lies in "
            "the middle of no data. Leave it out.",
        )
    for band in range(len(values)):
        values[band] = inpainted(values[band], hole, hole | ~valid, params.radius, params.method)
    area = RasterioWindow(window.x, window.y, window.width, window.height)
    target.write(values, window=area)


def inpainted(band: NDArray[Any], hole: Bits, unknown: Bits, radius: int, method: str) -> NDArray[Any]:
    """The band (h, w) with ``hole`` filled from the pixels that are not ``unknown``, in its own type and
    within the range of the values around."""
    known = band[~unknown & np.isfinite(band)]
    if not known.size:
        return band
    low, high = float(known.min()), float(known.max())
    # OpenCV's arithmetic adds up to 1.5 whatever the type, so the values around are spread far beyond that.
    step = (high - low or 1.0) / _SPREAD
    missing = unknown | ~np.isfinite(band)
    spread = np.where(missing, 0.0, (band.astype(np.float64) - low) / step).astype(np.float32)
    filled = cv2.inpaint(spread, missing.astype(np.uint8), radius, _METHODS[method])
    wanted = low + np.clip(filled.astype(np.float64), 0, _SPREAD) * step
    if band.dtype.kind in "iu":
        wanted = np.rint(wanted)
    result: NDArray[Any] = band.copy()
    result[hole] = wanted[hole].astype(band.dtype)
    return result
