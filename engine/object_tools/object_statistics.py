"""The job of sam2:objectstatistics."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import shapely

from ..api.layer_file import REAL, LayerWriter
from ..api.parameters.object_tool_params import ObjectStatisticsParams
from ..api.parameters.paramspec import from_dict
from ..formats.layer_objects import multipolygons_of, read_layer
from ..formats.pixel_masks import pixel_mask
from ..formats.plain_raster import PlainRaster
from ..progress import Report

_MEASURES = ("mean", "min", "max", "std")


def object_statistics(values: Mapping[str, Any], report: Report) -> dict[str, Any]:
    """A layer and a raster -> the layer with what the pixels under every object say.

    Fields added: ``covered`` (share of the object's pixels with data), ``centre_x``, ``centre_y`` (the
    centroid in map units), and mean, min, max and standard deviation of every band.
    """
    params = from_dict(ObjectStatisticsParams, values)
    layer = read_layer(params.input, "INPUT", report)
    with PlainRaster(params.reference) as raster:
        names = [f"b{band}_{measure}" for band in range(1, raster.bands + 1) for measure in _MEASURES]
        added = [(name, REAL) for name in ("covered", "centre_x", "centre_y", *names)]
        fields = [*((name, kind) for name, kind in layer.fields), *added]
        shapes = shapely.to_wkb(multipolygons_of(layer.geometries), byte_order=1)
        with LayerWriter(params.output, layer.crs_wkt, fields) as writer:
            for index, geometry in enumerate(layer.geometries):
                report.check_cancelled()
                if index % 50 == 0:
                    report.progress(index / len(layer), f"object {index + 1} of {len(layer)}")
                centre = shapely.centroid(geometry)
                numbers = _numbers(raster, geometry)
                row = (*layer.rows[index], numbers[0], centre.x, centre.y, *numbers[1:])
                writer.add(shapes[index], row)
            return {"count": writer.count, "crs": layer.crs_wkt}


def _numbers(raster: PlainRaster, geometry: shapely.Geometry) -> list[float | None]:
    """Share covered, then the measures of every band; None where no pixel has data."""
    mask = pixel_mask(geometry, raster.grid)
    if not mask.bits.size:
        return [0.0, *[None] * (len(_MEASURES) * raster.bands)]
    values, valid = raster.read(mask)
    seen = mask.bits & valid
    numbers: list[float | None] = [float(seen.sum() / mask.area)]
    for band in values:
        inside = band[seen].astype(np.float64)
        inside = inside[np.isfinite(inside)]
        numbers += (
            [float(inside.mean()), float(inside.min()), float(inside.max()), float(inside.std())]
            if inside.size
            else [None] * len(_MEASURES)
        )
    return numbers
