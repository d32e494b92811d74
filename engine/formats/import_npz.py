"""The job of sam2:importnpz."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely

from ..api.errors import Code, EngineError
from ..api.format_params import ImportNpzParams
from ..api.layer_file import INTEGER, REAL, TEXT, LayerWriter
from ..api.params import RasterParams
from ..api.paramspec import from_dict
from ..georeference import Georeference
from ..progress import Report
from ..raster import open_raster
from .npz_reader import NpzMasks, labels_of, read_npz, stack_masks
from .pixel_masks import PixelMask, batches, cropped, polygons_of

FIELDS = (("object_id", INTEGER), ("score", REAL), ("class", TEXT), ("area_px", INTEGER))
PIXELS_DOWN = Georeference((1.0, 0.0, 0.0, 0.0, -1.0, 0.0))
"""Where nothing says where the masks lie: column to the right, row downwards (negative y)."""


def import_npz(values: Mapping[str, Any], report: Report) -> dict[str, Any]:
    """NPZ -> masks -> polygons along pixel edges."""
    params = from_dict(ImportNpzParams, values)
    content = read_npz(params.input)
    if content.georeference is None and not params.reference:
        report.log(
            f"{params.input} does not say where its masks lie; they come in pixels, y downwards.", "warning"
        )
    georeference = place_of(
        content.georeference, params.reference, content.width, content.height, params.input
    )
    numbered = _of_stack(content) if content.layout == "stack" else _of_labels(content)
    empty = 0
    total = content.shape[0] if content.layout == "stack" else 0
    with LayerWriter(params.output, georeference.crs_wkt, FIELDS) as writer:
        done = 0
        for batch in batches(_watched(numbered, report), lambda item: item.mask, lambda item: None):
            if total:
                report.progress(done / total, f"mask {done + 1} of {total}")
            done += len(batch)
            shapes = shapely.to_wkb(polygons_of([item.mask for item in batch], georeference), byte_order=1)
            for item, wkb in zip(batch, shapes):
                if not item.mask.bits.size:
                    empty += 1
                    continue
                writer.add(wkb, (item.number, item.score, item.name, item.mask.area))
        count = writer.count
    if empty:
        report.log(f"{empty} masks of {params.input} hold no pixel and are left out.", "warning")
    return {"count": count, "crs": georeference.crs_wkt}


def place_of(own: Georeference | None, reference: str, width: int, height: int, path: str) -> Georeference:
    """Where masks of ``width`` x ``height`` (0 x 0 where their file does not tell) lie: where their file
    says, else on the reference raster, else in pixels.

    Raises:
        EngineError: BAD_PARAMETER where the raster has another size; BAD_RASTER.
    """
    if own is not None:
        return own
    if not reference:
        return PIXELS_DOWN
    with open_raster(RasterParams(input=reference)) as reader:
        info = reader.info
    if (width, height) not in ((0, 0), (info.width, info.height)):
        raise EngineError(
            Code.BAD_PARAMETER,
            f"The masks of {path} are {width} x {height} pixels, the raster {reference} has {info.width} x "
            f"{info.height}. Choose the raster the masks were made from.",
        )
    return info.georeference


@dataclass(frozen=True, eq=False)
class _Numbered:
    """A mask and what the file says of it."""

    number: int
    score: float | None
    name: str
    mask: PixelMask


def _watched(masks: Iterator[_Numbered], report: Report) -> Iterator[_Numbered]:
    """The same, with a look after each at whether the caller wants to stop: one may take long to unpack."""
    for mask in masks:
        report.check_cancelled()
        yield mask


def _of_stack(content: NpzMasks) -> Iterator[_Numbered]:
    for index, mask in enumerate(stack_masks(content)):
        number = index + 1 if content.object_ids is None else int(content.object_ids[index])
        score = None if content.scores is None else float(content.scores[index])
        yield _Numbered(number, None if score is None or not np.isfinite(score) else score, "", mask)


def _of_labels(content: NpzMasks) -> Iterator[_Numbered]:
    labels = labels_of(content)
    named = content.metadata.get("classes")
    names = named if isinstance(named, dict) else {}
    # Label by label in one sorted pass: a comparison of the whole array for each would be quadratic.
    flat = labels.ravel()
    places = np.flatnonzero(flat)
    places = places[np.argsort(flat[places], kind="stable")]
    values, starts = np.unique(flat[places], return_index=True)
    for value, part in zip(values, np.split(places, starts[1:])):
        rows, columns = np.divmod(part, content.width)
        top, left = int(rows.min()), int(columns.min())
        bits = np.zeros((int(rows.max()) - top + 1, int(columns.max()) - left + 1), dtype=bool)
        bits[rows - top, columns - left] = True
        name = str(names.get(str(int(value)), ""))
        yield _Numbered(int(value), None, name, cropped(PixelMask(left, top, bits)))
