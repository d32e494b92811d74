"""The layer to export as masks on the pixels asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely

from ..api.errors import Code, EngineError
from ..api.parameters.format_params import GridParams
from ..api.parameters.params import RasterParams
from ..progress import Report
from ..rasters.raster import open_raster
from .grid import Grid
from .layer_objects import LayerObjects, read_layer
from .pixel_masks import PixelMask, pixel_mask


@dataclass(frozen=True, eq=False)
class GriddedLayer:
    """Objects that cover pixels of a grid, N of them: ``masks`` (N) belong to the rows of ``layer``.
    ``source`` says where the pixels come from and, where the layer knows, with which model and parameters its
    objects were found; for the file's metadata."""

    grid: Grid
    layer: LayerObjects
    masks: list[PixelMask]
    source: dict[str, Any]


def grid_of(params: GridParams, layer: LayerObjects) -> tuple[Grid, dict[str, Any]]:
    """The pixels of the reference raster, or those made for an extent, and where they come from.

    Raises:
        EngineError: BAD_RASTER, or BAD_PARAMETER where neither is given.
    """
    if params.reference:
        with open_raster(RasterParams(input=params.reference)) as reader:
            info = reader.info
            return Grid(info.width, info.height, info.georeference), {
                "source": info.path,
                "band_names": [str(number) for number in range(1, info.bands + 1)],
            }
    if params.pixel_size <= 0:
        raise EngineError(
            Code.BAD_PARAMETER, "There is no REFERENCE raster and no PIXEL_SIZE. Give one of them."
        )
    xmin, ymin, xmax, ymax = params.extent or (float(edge) for edge in shapely.total_bounds(layer.geometries))
    return Grid.over((xmin, ymin, xmax, ymax), params.pixel_size, layer.crs_wkt), {"source": ""}


def gridded(params: GridParams, report: Report) -> GriddedLayer:
    """Read the layer and find its pixels; what covers no pixel's centre is left out, and said.

    Raises:
        EngineError: as ``read_layer`` and ``grid_of``; BAD_PARAMETER where no object meets the grid.
        Cancelled: if the caller asked to stop meanwhile.
    """
    layer = read_layer(params.input, "INPUT", report)
    grid, source = grid_of(params, layer)
    masks, kept = [], []
    for index, geometry in enumerate(layer.geometries):
        report.check_cancelled()
        mask = pixel_mask(geometry, grid)
        if mask.bits.size:
            masks.append(mask)
            kept.append(index)
        if index % 500 == 0:
            report.progress(0.3 * index / len(layer), f"{index} of {len(layer)} polygons on the grid")
    left_out = len(layer) - len(kept)
    if not kept:
        raise EngineError(
            Code.BAD_PARAMETER,
            "No polygon covers the centre of a pixel. Check that layer and raster show the same place, and "
            "that the pixels are small enough.",
        )
    if left_out:
        report.log(
            f"{left_out} polygons lie outside the grid or cover no pixel's centre; they are left out.",
            "warning",
        )
    chosen = layer.only(np.array(kept, dtype=np.int64))
    made_by = {name: layer.provenance[name] for name in ("model", "parameters") if name in layer.provenance}
    return GriddedLayer(grid, chosen, masks, {**source, **made_by})
