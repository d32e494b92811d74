"""Masks of any file become a layer of polygons."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import shapely

from ..api.errors import Code, EngineError
from ..api.layer_file import INTEGER, REAL, TEXT, LayerWriter
from ..api.parameters.params import RasterParams
from ..progress import Report
from ..rasters.georeference import Georeference
from ..rasters.raster import open_raster
from .pixel_masks import PixelMask, batches, polygons_of

FIELDS = (("object_id", INTEGER), ("score", REAL), ("class", TEXT), ("area_px", INTEGER))
PIXELS_DOWN = Georeference((1.0, 0.0, 0.0, 0.0, -1.0, 0.0))
"""Where nothing says where the masks lie: column to the right, row downwards (negative y)."""


@dataclass(frozen=True, eq=False)
class NumberedMask:
    """A mask and what its file says of it."""

    number: int
    score: float | None
    name: str
    mask: PixelMask


def write_mask_layer(
    path: str,
    masks: Iterator[NumberedMask],
    total: int,
    place: Georeference,
    source: str,
    report: Report,
) -> dict[str, Any]:
    """Draw ``masks`` along their pixel edges; those without a pixel are left out, and said.

    ``total`` is how many there are, 0 if that is not known; ``source`` names their file.

    Raises:
        EngineError: as ``masks``; OUTPUT_FAILED.
        Cancelled: if the caller asked to stop meanwhile.
    """
    empty = done = 0
    with LayerWriter(path, place.crs_wkt, FIELDS) as writer:
        for batch in batches(_watched(masks, report), lambda item: item.mask, lambda item: None):
            if total:
                report.progress(done / total, f"mask {done + 1} of {total}")
            done += len(batch)
            shapes = shapely.to_wkb(polygons_of([item.mask for item in batch], place), byte_order=1)
            for item, wkb in zip(batch, shapes):
                if not item.mask.bits.size:
                    empty += 1
                    continue
                writer.add(wkb, (item.number, item.score, item.name, item.mask.area))
        count = writer.count
    if empty:
        report.log(f"{empty} masks of {source} hold no pixel and are left out.", "warning")
    return {"count": count, "crs": place.crs_wkt}


def _watched(masks: Iterator[NumberedMask], report: Report) -> Iterator[NumberedMask]:
    """The same, with a look after each at whether the caller wants to stop: one may take long to unpack."""
    for mask in masks:
        report.check_cancelled()
        yield mask


def say_unplaced(path: str, report: Report) -> None:
    """Warn that masks come in pixels."""
    report.log(f"{path} does not say where its masks lie; they come in pixels, y downwards.", "warning")


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
