"""The job of sam2:overlappingobjects."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from ..api.layer_file import INTEGER, REAL, LayerWriter
from ..api.parameters.object_tool_params import OverlappingObjectsParams
from ..api.parameters.paramspec import from_dict
from ..formats.layer_objects import LayerObjects, multipolygons_of, read_layer
from ..progress import Report
from ..rasters.geodesy import MetresPerUnit, metres_per_unit

FIELDS = (
    ("first", INTEGER),
    ("second", INTEGER),
    ("overlap_m2", REAL),
    ("share_of_first", REAL),
    ("share_of_second", REAL),
    ("iou", REAL),
)
_PAIRS_AT_ONCE = 5000


def overlapping_objects(values: Mapping[str, Any], report: Report) -> dict[str, Any]:
    """A layer -> pairs that share area -> the shared areas with their shares."""
    params = from_dict(OverlappingObjectsParams, values)
    layer = read_layer(params.input, "INPUT", report)
    numbers = layer.whole_numbers(params.id_field, least=0)
    tree = shapely.STRtree(layer.geometries)
    first, second = tree.query(layer.geometries, predicate="intersects")
    once = first < second
    order = np.lexsort((second[once], first[once]))
    first, second = first[once][order], second[once][order]
    areas = shapely.area(layer.geometries)
    metres_at = metres_per_unit(layer.crs_wkt)
    with (
        LayerWriter(params.output, layer.crs_wkt, FIELDS) as writer,
        ThreadPoolExecutor(os.cpu_count()) as threads,
    ):
        for start in range(0, len(first), _PAIRS_AT_ONCE):
            report.check_cancelled()
            report.progress(start / len(first), f"pair {start + 1} of {len(first)}")
            part = slice(start, start + _PAIRS_AT_ONCE)
            for wkb, row in _pairs(
                layer, numbers, areas, first[part], second[part], params.least_share, metres_at, threads
            ):
                writer.add(wkb, row)
        return {"count": writer.count, "crs": layer.crs_wkt}


def _pairs(
    layer: LayerObjects,
    numbers: NDArray[np.int64],
    areas: NDArray[np.float64],
    first: NDArray[np.int64],
    second: NDArray[np.int64],
    least_share: float,
    metres_at: MetresPerUnit | None,
    threads: ThreadPoolExecutor,
) -> Iterator[tuple[bytes, tuple[Any, ...]]]:
    shared = _shared(layer.geometries[first], layer.geometries[second], threads)
    common = shapely.area(shared)
    share = np.stack([common / areas[first], common / areas[second]])
    kept = np.flatnonzero((common > 0) & (share.max(axis=0) >= least_share))
    middles = shapely.get_coordinates(shapely.point_on_surface(shared[kept])).reshape(-1, 2)
    factor = np.full(len(kept), np.nan) if metres_at is None else metres_at(middles).prod(axis=1)
    shapes = shapely.to_wkb(multipolygons_of(shared[kept]), byte_order=1)
    for wkb, index, per_square in zip(shapes, kept.tolist(), factor.tolist()):
        a, b = first[index], second[index]
        overlap = float(common[index])
        yield (
            wkb,
            (
                int(numbers[a]),
                int(numbers[b]),
                overlap * per_square if metres_at is not None else None,
                float(share[0, index]),
                float(share[1, index]),
                overlap / float(areas[a] + areas[b] - overlap),
            ),
        )


def _shared(
    first: NDArray[np.object_], second: NDArray[np.object_], threads: ThreadPoolExecutor
) -> NDArray[np.object_]:
    """Intersections, most of the work; shapely lets go of the interpreter meanwhile."""
    pieces = os.cpu_count() or 1
    parts = threads.map(shapely.intersection, np.array_split(first, pieces), np.array_split(second, pieces))
    return np.concatenate(list(parts))
