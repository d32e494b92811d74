"""The job of sam2:importcoco."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import shapely

from ..api.errors import Code, EngineError
from ..api.layer_file import INTEGER, REAL, TEXT, LayerWriter
from ..api.parameters.format_params import ImportCocoParams
from ..api.parameters.paramspec import from_dict
from ..progress import Report
from ..rasters.georeference import Georeference
from .coco_reader import CocoEntry, CocoFile, read_coco
from .mask_layer import place_of
from .pixel_masks import batches, polygons_of

FIELDS = (
    ("annotation_id", INTEGER),
    ("category_id", INTEGER),
    ("category", TEXT),
    ("score", REAL),
    ("image", TEXT),
)


def import_coco(values: Mapping[str, Any], report: Report) -> dict[str, Any]:
    """COCO -> masks or polygons in pixels -> polygons on the map."""
    params = from_dict(ImportCocoParams, values)
    content = read_coco(params.input)
    places = _places(content, params.reference, report)
    crs_wkt = _one_crs(params.input, places)
    empty = repaired = 0
    seen: set[int] = set()
    total = len(content.annotations)
    with LayerWriter(params.output, crs_wkt, FIELDS) as writer:
        done = 0
        for batch in batches(content.entries(), lambda entry: entry.mask, lambda entry: entry.image.id):
            report.check_cancelled()
            report.progress(done / total, f"annotation {done + 1} of {total}")
            done += len(batch)
            seen.add(batch[0].image.id)
            for entry, shape in zip(batch, _shapes(batch, places[batch[0].image.id])):
                repaired += entry.repaired
                if shape.is_empty:
                    empty += 1
                    continue
                attributes = entry.id, entry.category, entry.category_name, entry.score, entry.image.file_name
                writer.add(shapely.to_wkb(shape, byte_order=1), attributes)
        count = writer.count
        for image in content.images.values():
            if content.kind == "sa-co" and image.id not in seen:
                writer.add(b"", (None, None, image.phrase, None, image.file_name))
        negatives = writer.count - count
    if empty:
        report.log(f"{empty} annotations of {params.input} are empty and left out.", "warning")
    if negatives:
        report.log(f"{negatives} phrases are in no object of their image; they come without a geometry.")
    if repaired:
        report.log(f"{repaired} polygons of {params.input} crossed themselves and were repaired.", "warning")
    return {"count": count, "crs": crs_wkt, "images": len(content.images)}


def _places(content: CocoFile, reference: str, report: Report) -> dict[int, Georeference]:
    """Where every image lies; a reference raster can only stand for one image."""
    unplaced = [image for image in content.images.values() if image.georeference is None]
    if reference and len(unplaced) > 1:
        raise EngineError(
            Code.BAD_PARAMETER,
            f"{content.path} has {len(unplaced)} images that do not say where they lie; one REFERENCE raster "
            "can stand for one of them. Leave it empty, or split the file.",
        )
    if unplaced and not reference:
        over = " They lie over each other; the field image tells them apart." if len(unplaced) > 1 else ""
        report.log(
            f"{content.path} does not say where its images lie; their objects come in pixels, y downwards."
            + over,
            "warning",
        )
    return {
        image.id: place_of(image.georeference, reference, image.width, image.height, content.path)
        for image in content.images.values()
    }


def _one_crs(path: str, places: Mapping[int, Georeference]) -> str:
    known = {place.crs_wkt for place in places.values()}
    if len(known) > 1:
        raise EngineError(
            Code.BAD_PARAMETER,
            f"The images of {path} lie in {len(known)} different CRSs, and a layer has one. Import them from "
            "separate files.",
        )
    return known.pop() if known else ""


def _shapes(batch: list[CocoEntry], place: Georeference) -> Iterator[shapely.Geometry]:
    """Multipolygons on the map, of annotations of one image."""
    outlines = iter(polygons_of([entry.mask for entry in batch if entry.mask is not None], place))
    for entry in batch:
        if entry.mask is not None:
            yield next(outlines)
            continue
        placed = shapely.transform(entry.polygon, place.to_map)
        polygons = [part for part in shapely.get_parts(placed) if part.geom_type == "Polygon" and part.area]
        yield shapely.orient_polygons(shapely.MultiPolygon(polygons))
