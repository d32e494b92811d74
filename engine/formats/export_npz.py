"""The job of sam2:exportnpz."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..api.errors import Code, EngineError
from ..api.parameters.format_params import ExportNpzParams
from ..api.parameters.paramspec import from_dict
from ..progress import Report
from .export_grid import GriddedLayer, gridded
from .grid import Grid, metadata_text
from .npz_writer import (
    ZERO_SHARE,
    centroids_of,
    estimated_stack_bytes,
    npz_file,
    write_array,
    write_labels,
    write_stack,
)
from .pixel_masks import PixelMask
from .tiles import tiles_with_masks

_BYTES_PER_OUTLINE_PIXEL = 4


def export_npz(values: Mapping[str, Any], report: Report) -> dict[str, Any]:
    """Polygons -> masks on a grid -> NPZ."""
    params = from_dict(ExportNpzParams, values)
    found = gridded(params, report)
    numbers = found.layer.whole_numbers(params.id_field, least=1)
    scores = found.layer.numbers(params.score_field, empty=np.nan) if params.score_field else None
    _refuse_too_large(params, found)
    if params.layout == "tiles":
        files = _write_tiles(params, found, numbers, scores, report)
    elif params.layout == "labels":
        files = [_write_labels(params, found, numbers, report)]
    else:
        _write_stack(params.output, found.grid, found.masks, numbers, scores, found.source, report)
        files = [params.output]
    return {"count": len(found.masks), "files": files}


def _refuse_too_large(params: ExportNpzParams, found: GriddedLayer) -> None:
    """Compare the estimate with SIZE_LIMIT_MB; where it is too large, name the layouts that fit."""
    limit = params.size_limit_mb * 1e6
    size = _estimate(params.layout, params.tile_size, found)
    if size <= limit:
        return
    sizes = {name: _estimate(name, params.tile_size, found) for name in ("stack", "labels", "tiles")}
    fitting = [f"{name} (about {_mb(one)} MB)" for name, one in sizes.items() if one <= limit]
    masks, grid = found.masks, found.grid
    unpacked = len(masks) * grid.width * grid.height if params.layout == "stack" else 0
    raise EngineError(
        Code.BAD_PARAMETER,
        f"{len(masks)} masks of {grid.width} x {grid.height} pixels would make a file of about {_mb(size)} MB"
        + (f" ({_mb(unpacked)} MB unpacked)" if unpacked else "")
        + f", more than SIZE_LIMIT_MB = {params.size_limit_mb:g}. "
        + (f"Layouts that fit: {', '.join(fitting)}. " if fitting else "")
        + "Or raise the limit, export fewer objects or choose larger pixels.",
    )


def _estimate(layout: str, tile_size: int, found: GriddedLayer) -> int:
    """About how many bytes the (largest) file will have."""
    masks, grid = found.masks, found.grid
    if layout == "stack":
        return estimated_stack_bytes(masks, grid)
    if layout == "tiles":
        tiles = tiles_with_masks(grid, masks, tile_size)
        return max((estimated_stack_bytes(tile.masks, tile.grid) for tile in tiles), default=0)
    outlines = sum(sum(mask.bits.shape) for mask in masks)
    return round(grid.width * grid.height * ZERO_SHARE + _BYTES_PER_OUTLINE_PIXEL * outlines)


def _mb(size: float) -> str:
    return f"{size / 1e6:.0f}" if size >= 1e7 else f"{max(size / 1e6, 0.1):.1f}"


def _write_stack(
    path: str,
    grid: Grid,
    masks: Sequence[PixelMask],
    numbers: NDArray[np.int64],
    scores: NDArray[np.float64] | None,
    source: Mapping[str, Any],
    report: Report,
) -> None:
    with npz_file(path) as archive:
        shape = len(masks), grid.height, grid.width
        write_stack(archive, _with_progress(masks, report), shape, report.check_cancelled)
        write_array(archive, "centroids", centroids_of(masks))
        write_array(archive, "object_ids", numbers)
        if scores is not None:
            write_array(archive, "scores", scores)
        write_array(archive, "metadata", np.array(metadata_text(grid, {"layout": "stack", **source})))


def _with_progress(masks: Sequence[PixelMask], report: Report) -> Iterator[PixelMask]:
    for index, mask in enumerate(masks):
        report.progress(0.3 + 0.7 * index / len(masks), f"mask {index + 1} of {len(masks)}")
        yield mask


def _write_labels(
    params: ExportNpzParams, found: GriddedLayer, numbers: NDArray[np.int64], report: Report
) -> str:
    names: dict[int, str] = {}
    if params.class_field:
        numbers, names = found.layer.classes(params.class_field)
    if numbers.max(initial=0) >= 2**32:
        raise EngineError(
            Code.BAD_PARAMETER, f"{params.id_field} goes up to {numbers.max()}; labels hold up to 4294967295."
        )
    report.progress(0.3, "writing labels")
    with npz_file(params.output) as archive:
        write_labels(archive, found.masks, numbers, found.grid, report.check_cancelled)
        write_array(archive, "centroids", centroids_of(found.masks))
        write_array(archive, "object_ids", numbers)
        about = {"layout": "labels", "classes": {str(k): v for k, v in names.items()}, **found.source}
        write_array(archive, "metadata", np.array(metadata_text(found.grid, about)))
    return params.output


def _write_tiles(
    params: ExportNpzParams,
    found: GriddedLayer,
    numbers: NDArray[np.int64],
    scores: NDArray[np.float64] | None,
    report: Report,
) -> list[str]:
    """A stack for each tile that has objects; objects on several tiles are in each of them, in part."""
    target = Path(params.output)
    tiles = list(tiles_with_masks(found.grid, found.masks, params.tile_size))
    files: list[str] = []
    try:
        for done, tile in enumerate(tiles):
            report.progress(0.3 + 0.7 * done / len(tiles), f"tile {done + 1} of {len(tiles)}")
            path = str(target.with_name(f"{target.stem}_{tile.row}_{tile.column}{target.suffix}"))
            about = {"row": tile.row, "column": tile.column, **found.source}
            own = numbers[tile.members]
            of_tile = None if scores is None else scores[tile.members]
            _write_stack(path, tile.grid, tile.masks, own, of_tile, about, _Quiet(report))
            files.append(path)
    except BaseException:
        for path in files:
            Path(path).unlink(missing_ok=True)
        raise
    return files


class _Quiet:
    """A report whose progress belongs to something larger."""

    def __init__(self, report: Report) -> None:
        self.log, self.features, self.check_cancelled = report.log, report.features, report.check_cancelled

    def progress(self, fraction: float, text: str = "") -> None:
        """Say nothing."""
