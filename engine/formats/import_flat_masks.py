"""The job of sam2:importflatmasks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..api.errors import Code, EngineError
from ..api.parameters.format_params import ImportFlatMasksParams
from ..api.parameters.paramspec import from_dict
from ..progress import Report
from .flat_masks import FlatMask, FlatMaskFile
from .mask_layer import NumberedMask, place_of, say_unplaced, write_mask_layer


def import_flat_masks(values: Mapping[str, Any], report: Report) -> dict[str, Any]:
    """Parquet -> masks -> polygons along pixel edges."""
    params = from_dict(ImportFlatMasksParams, values)
    content = FlatMaskFile(params.input)
    rows = content.rows()
    first = next(rows, None)
    if first is None:
        raise EngineError(Code.BAD_FILE, f"{params.input} holds no row. Choose a file with masks.")
    place = place_of(content.georeference, params.reference, first.width, first.height, params.input)
    placed = content.georeference is not None or bool(params.reference)
    if not placed:
        say_unplaced(params.input, report)

    def masks() -> Iterator[NumberedMask]:
        yield _numbered(first)
        for row in rows:
            if placed and (row.width, row.height) != (first.width, first.height):
                raise EngineError(
                    Code.BAD_FILE,
                    f"{params.input} holds masks of {first.width} x {first.height} and of {row.width} x "
                    f"{row.height} pixels, which cannot lie on one raster. Import them from a file each.",
                )
            yield _numbered(row)

    return write_mask_layer(params.output, masks(), content.count, place, params.input, report)


def _numbered(row: FlatMask) -> NumberedMask:
    return NumberedMask(row.number, row.score, "", row.mask)
