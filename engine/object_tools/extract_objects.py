"""The job of sam2:extractobjects."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import shapely

from ..api.errors import Code, EngineError
from ..api.layer_file import INTEGER, TEXT, LayerWriter
from ..api.parameters.object_tool_params import ExtractObjectsParams
from ..api.parameters.paramspec import from_dict
from ..formats.layer_objects import LayerObjects, multipolygons_of, read_layer
from ..formats.pixel_masks import pixel_mask
from ..formats.plain_raster import PlainRaster
from ..progress import Report
from .cut_outs import CutOut, write_atlas, write_picture
from .packing import packed

ATLAS = "atlas.tif"
INDEX_FIELDS = (
    ("name", TEXT),
    ("file", TEXT),
    ("x", INTEGER),
    ("y", INTEGER),
    ("width", INTEGER),
    ("height", INTEGER),
)
_NOT_IN_NAMES = re.compile(r"[^\w.+-]+")
_LONGEST_NAME = 80
_LARGEST_ATLAS = 1 << 31


def extract_objects(values: Mapping[str, Any], report: Report) -> dict[str, Any]:
    """A layer and a raster -> a GeoTIFF for every object, or one for all -> an index of them."""
    params = from_dict(ExtractObjectsParams, values)
    layer = read_layer(params.input, "INPUT", report)
    folder = Path(params.output)
    names = list(_names(layer, params.name_field))
    with PlainRaster(params.reference) as raster:
        kept, cuts = _cut_outs(layer, raster, params, report)
        _make(folder)
        if params.layout == "atlas":
            boxes = _write_one(folder / ATLAS, raster, cuts, report)
            files = [str(folder / ATLAS)] * len(cuts)
        else:
            boxes = [(0, 0, cut.window.width, cut.window.height) for cut in cuts]
            files = [str(folder / f"{names[number]}.tif") for number in kept]
            for done, (file, cut) in enumerate(zip(files, cuts)):
                report.check_cancelled()
                report.progress(done / len(cuts), f"object {done + 1} of {len(cuts)}")
                write_picture(Path(file), raster, cut)
    if params.index:
        with LayerWriter(params.index, layer.crs_wkt, INDEX_FIELDS) as writer:
            shapes = shapely.to_wkb(multipolygons_of(layer.geometries[kept]), byte_order=1)
            for shape, number, file, box in zip(shapes, kept, files, boxes):
                writer.add(shape, (names[number], file, *box))
    return {"count": len(cuts), "crs": layer.crs_wkt}


def _cut_outs(
    layer: LayerObjects, raster: PlainRaster, params: ExtractObjectsParams, report: Report
) -> tuple[list[int], list[CutOut]]:
    """The objects that lie on the raster: their numbers in the layer, and their pixels."""
    kept, cuts = [], []
    for number, geometry in enumerate(layer.geometries):
        report.check_cancelled()
        mask = pixel_mask(geometry, raster.grid)
        if mask.bits.size:
            kept.append(number)
            cuts.append(CutOut.of(mask, params.buffer, raster))
    outside = len(layer) - len(cuts)
    if not cuts:
        raise EngineError(
            Code.BAD_PARAMETER,
            f"No object of INPUT lies on {params.reference}. Check that both show the same place.",
        )
    if outside:
        report.log(f"{outside} objects lie outside {params.reference} and are left out.", "warning")
    return kept, cuts


def _write_one(
    path: Path, raster: PlainRaster, cuts: Sequence[CutOut], report: Report
) -> list[tuple[int, int, int, int]]:
    """Write the atlas; returns x, y, width and height of every object in it."""
    sizes = [(cut.window.width, cut.window.height) for cut in cuts]
    sheet = packed(sizes)
    if sheet.width * sheet.height > _LARGEST_ATLAS:
        raise EngineError(
            Code.BAD_PARAMETER,
            f"An atlas of {len(cuts)} objects would have {sheet.width} x {sheet.height} pixels. Choose the "
            "layout files, fewer objects or a smaller margin.",
        )
    write_atlas(path, raster, list(cuts), sheet, report)
    places = sheet.places()
    return [(*places[number], *size) for number, size in enumerate(sizes)]


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise EngineError(
            Code.OUTPUT_FAILED,
            f"The folder {folder} cannot be made: {error.strerror or error}. Choose one you may write to.",
        ) from error


def _names(layer: LayerObjects, field: str) -> Iterator[str]:
    """A file name for every object, none of them twice."""
    taken: set[str] = set()
    given = layer.column(field) if field else range(1, len(layer) + 1)
    for value in given:
        plain = _NOT_IN_NAMES.sub("_", str(value))[:_LONGEST_NAME].strip("._") or "object"
        name, again = plain, 1
        while name.lower() in taken:
            again += 1
            name = f"{plain}_{again}"
        taken.add(name.lower())
        yield name
