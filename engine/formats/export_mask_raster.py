"""The job of sam2:exportmaskraster."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..api.errors import Code, EngineError
from ..api.parameters.format_params import ExportMaskRasterParams
from ..api.parameters.paramspec import from_dict
from ..progress import Report
from ..rasters.whole_file import keep_apart
from .export_grid import GriddedLayer, gridded
from .mask_raster import write_mask_raster


def export_mask_raster(values: Mapping[str, Any], report: Report) -> dict[str, Any]:
    """Polygons -> masks on a grid -> a GeoTIFF of numbers."""
    params = from_dict(ExportMaskRasterParams, values)
    keep_apart(params.output, "OUTPUT", params.reference)
    found = gridded(params, report)
    names: dict[int, str] = {}
    if params.class_field:
        numbers, names = found.layer.classes(params.class_field)
    else:
        numbers = found.layer.whole_numbers(params.id_field, least=1)
    order = _bottom_first(params, found)
    write_mask_raster(
        params.output, found.grid, [found.masks[index] for index in order], numbers[order], names, report
    )
    return {"count": len(order), "output": params.output, "classes": names}


def _bottom_first(params: ExportMaskRasterParams, found: GriddedLayer) -> NDArray[np.int64]:
    areas = np.array([mask.area for mask in found.masks])
    if params.priority == "score":
        if not params.score_field:
            raise EngineError(Code.BAD_PARAMETER, "PRIORITY is score, but SCORE_FIELD is empty. Name it.")
        return np.argsort(found.layer.numbers(params.score_field, empty=-np.inf), kind="stable")
    return np.argsort(areas if params.priority == "larger" else -areas, kind="stable")
