"""The job of sam2:exportflatmasks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..api.errors import Code, EngineError
from ..api.parameters.format_params import ExportFlatMasksParams
from ..api.parameters.paramspec import from_dict
from ..progress import Report
from .export_grid import GriddedLayer, gridded
from .flat_masks import MOST_PIXELS, FlatMask, write_flat_masks
from .grid import metadata_text


def export_flat_masks(values: Mapping[str, Any], report: Report) -> dict[str, Any]:
    """Polygons -> masks on a grid -> Parquet."""
    params = from_dict(ExportFlatMasksParams, values)
    found = gridded(params, report)
    _refuse_too_large(params, found)
    numbers = found.layer.whole_numbers(params.id_field, least=0)
    scores = found.layer.numbers(params.score_field, empty=np.nan)
    write_flat_masks(
        params.output,
        _rows(found, numbers, scores, report),
        bool(params.score_field),
        metadata_text(found.grid, found.source),
        report.check_cancelled,
    )
    return {"count": len(found.masks)}


def _refuse_too_large(params: ExportFlatMasksParams, found: GriddedLayer) -> None:
    """Who reads such a table has every pixel of every mask in memory."""
    grid = found.grid
    pixels = grid.width * grid.height
    total = len(found.masks) * pixels
    if pixels > MOST_PIXELS or total > params.size_limit_mb * 1e6:
        raise EngineError(
            Code.BAD_PARAMETER,
            f"{len(found.masks)} flat masks of {grid.width} x {grid.height} pixels are {total / 1e6:.0f} MB "
            f"once they are read; SIZE_LIMIT_MB is {params.size_limit_mb:g}, and a single mask may have "
            f"{MOST_PIXELS} pixels at most. Export them to COCO or to NPZ with the layout labels or tiles, "
            "choose larger pixels or fewer objects, or raise the limit.",
        )


def _rows(
    found: GriddedLayer, numbers: NDArray[np.int64], scores: NDArray[np.float64], report: Report
) -> Iterator[FlatMask]:
    total = len(found.masks)
    for index, (mask, number, score) in enumerate(zip(found.masks, numbers.tolist(), scores.tolist())):
        report.progress(0.3 + 0.7 * index / total, f"mask {index + 1} of {total}")
        known = None if np.isnan(score) else score
        yield FlatMask(number, known, found.grid.width, found.grid.height, mask)
