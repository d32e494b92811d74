"""The job of sam2:exportcoco."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..api.errors import Code, EngineError
from ..api.parameters.format_params import ExportCocoParams
from ..api.parameters.paramspec import from_dict
from ..progress import Report
from ..runs.run_record import plugin_version
from .coco_writer import (
    CocoImage,
    CocoObject,
    annotation,
    phrase_annotation,
    result,
    write_instances,
    write_results,
)
from .export_grid import GriddedLayer, gridded
from .tile_pictures import TilePictures
from .tiles import TileMasks, tiles_with_masks


def export_coco(values: Mapping[str, Any], report: Report) -> dict[str, Any]:
    """Polygons -> masks on a grid or its tiles -> COCO."""
    params = from_dict(ExportCocoParams, values)
    found = gridded(params, report)
    classes, names = found.layer.classes(params.class_field)
    scores = found.layer.numbers(params.score_field, empty=1.0) if params.score_field else None
    tiles = _tiles(params, found)
    images, objects = _images(params, found, tiles)
    pictures = TilePictures(params.reference, params.output) if params.tiles else None
    try:
        if pictures is not None:
            pictures.write([tile.window for tile in tiles], [image.file_name for image in images], report)
        annotations = list(_objects(objects, classes, scores))
        if params.variant == "results":
            entries = (result(item) for item in _with_progress(annotations, report))
            count = write_results(params.output, entries, report.check_cancelled)
        elif params.variant == "saco":
            count = _write_phrases(params, images, annotations, names, report)
        else:
            count = _write_instances(params, images, annotations, names, report)
    except BaseException:
        if pictures is not None:
            pictures.abandon()
        raise
    return {"count": count, "images": len(images), "categories": names}


def _tiles(params: ExportCocoParams, found: GriddedLayer) -> list[TileMasks]:
    if not params.tiles:
        side = max(found.grid.width, found.grid.height)
        return list(tiles_with_masks(found.grid, found.masks, side))
    if not params.reference:
        raise EngineError(
            Code.BAD_PARAMETER,
            "Tiles are written with their pixels, and there is no REFERENCE raster to take them from. Give "
            "one, or switch TILES off.",
        )
    return list(tiles_with_masks(found.grid, found.masks, params.tile_size, with_empty=True))


def _images(
    params: ExportCocoParams, found: GriddedLayer, tiles: list[TileMasks]
) -> tuple[list[CocoImage], list[tuple[CocoImage, TileMasks]]]:
    stem = Path(params.output).stem
    images = []
    for number, tile in enumerate(tiles, 1):
        name = f"{stem}_{tile.row}_{tile.column}.tif" if params.tiles else Path(params.reference).name
        images.append(CocoImage(number, name, tile.grid))
    return images, list(zip(images, tiles))


def _objects(
    objects: list[tuple[CocoImage, TileMasks]],
    classes: NDArray[np.int64],
    scores: NDArray[np.float64] | None,
) -> Iterator[CocoObject]:
    for image, tile in objects:
        for member, mask in zip(tile.members, tile.masks):
            score = None if scores is None else float(scores[member])
            yield CocoObject(image, mask, int(classes[member]), score)


def _with_progress(objects: list[CocoObject], report: Report) -> Iterator[CocoObject]:
    for index, item in enumerate(objects):
        if index % 100 == 0:
            report.progress(0.5 + 0.5 * index / len(objects), f"object {index + 1} of {len(objects)}")
        yield item


def _write_instances(
    params: ExportCocoParams,
    images: list[CocoImage],
    objects: list[CocoObject],
    names: Mapping[int, str],
    report: Report,
) -> int:
    categories = [{"id": number, "name": name, "supercategory": ""} for number, name in names.items()]
    entries = (
        annotation(item, number, params.segmentation == "polygon")
        for number, item in enumerate(_with_progress(objects, report), 1)
    )
    return write_instances(params.output, _head(), images, categories, entries, report.check_cancelled)


def _write_phrases(
    params: ExportCocoParams,
    images: list[CocoImage],
    objects: list[CocoObject],
    names: Mapping[int, str],
    report: Report,
) -> int:
    """Every class is asked of every image; a pair without an object is a negative and stays."""
    pairs: dict[tuple[int, int], CocoImage] = {}
    for image in images:
        for number, name in names.items():
            pairs[image.id, number] = replace(image, id=len(pairs) + 1, phrase=name)
    entries = (
        phrase_annotation(replace(item, image=pairs[item.image.id, item.category]), number)
        for number, item in enumerate(_with_progress(objects, report), 1)
    )
    categories = [{"id": 1, "name": "object"}]
    asked = list(pairs.values())
    return write_instances(params.output, _head(), asked, categories, entries, report.check_cancelled)


def _head() -> dict[str, str]:
    return {"description": "Masks from SAM 2 Toolbox", "version": plugin_version()}
