"""Writing COCO: instances, results and SA-Co annotations, as a stream."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, Any

import numpy as np

from ..outlines.outline import trace
from ..rasters.whole_file import whole_file
from .grid import Grid
from .pixel_masks import PixelMask
from .rle import rle_of


@dataclass(frozen=True)
class CocoImage:
    """One image: the whole raster or a tile of it. ``phrase`` only for SA-Co."""

    id: int
    file_name: str
    grid: Grid
    phrase: str | None = None
    exhaustive: bool = True

    def entry(self) -> dict[str, Any]:
        """As it stands in the file; ``transform`` and ``crs`` are an addition other programs skip."""
        entry = {
            "id": self.id,
            "file_name": self.file_name,
            "width": self.grid.width,
            "height": self.grid.height,
            "transform": list(self.grid.georeference.transform),
            "crs": self.grid.georeference.crs_wkt,
        }
        if self.phrase is not None:
            entry |= {
                "text_input": self.phrase,
                "queried_category": self.phrase,
                "is_instance_exhaustive": int(self.exhaustive),
                "is_pixel_exhaustive": int(self.exhaustive),
            }
        return entry


@dataclass(frozen=True, eq=False)
class CocoObject:
    """One annotation: a mask that has pixels, in the pixels of its image."""

    image: CocoImage
    mask: PixelMask
    category: int
    score: float | None = None


def segmentation_of(mask: PixelMask, grid: Grid, as_polygon: bool) -> Any:
    """COCO's ``segmentation``: polygons along pixel edges, or compressed run lengths.

    A COCO polygon has no holes, so a mask with one gets run lengths in either case.
    """
    if as_polygon:
        polygons = trace(mask.bits)
        if not any(polygon.holes for polygon in polygons):
            corner = np.array([mask.x, mask.y])
            return [(polygon.shell[:-1] + corner).ravel().tolist() for polygon in polygons]
    return rle_of(mask, grid.height, grid.width)


def annotation(found: CocoObject, number: int, as_polygon: bool) -> dict[str, Any]:
    """An entry of ``annotations``."""
    return {
        "id": number,
        "image_id": found.image.id,
        "category_id": found.category,
        "segmentation": segmentation_of(found.mask, found.image.grid, as_polygon),
        "area": found.mask.area,
        "bbox": _box(found.mask),
        "iscrowd": 0,
        **({} if found.score is None else {"score": found.score}),
    }


def result(found: CocoObject) -> dict[str, Any]:
    """An entry of a list of results, as COCO's ``loadRes`` reads it."""
    return {
        "image_id": found.image.id,
        "category_id": found.category,
        "segmentation": rle_of(found.mask, found.image.grid.height, found.image.grid.width),
        "bbox": _box(found.mask),
        "score": 1.0 if found.score is None else found.score,
    }


def phrase_annotation(found: CocoObject, number: int) -> dict[str, Any]:
    """An entry of SA-Co: area and box as shares of the image, one category for all."""
    grid = found.image.grid
    x, y, width, height = _box(found.mask)
    return {
        "id": number,
        "image_id": found.image.id,
        "category_id": 1,
        "segmentation": rle_of(found.mask, grid.height, grid.width),
        "area": found.mask.area / (grid.width * grid.height),
        "bbox": [x / grid.width, y / grid.height, width / grid.width, height / grid.height],
        "iscrowd": 0,
        **({} if found.score is None else {"score": found.score}),
    }


def write_instances(
    path: str,
    head: Mapping[str, Any],
    images: Sequence[CocoImage],
    categories: Sequence[Mapping[str, Any]],
    annotations: Iterable[Mapping[str, Any]],
    check_cancelled: Callable[[], None],
) -> int:
    """Write a file of images, annotations and categories; returns the number of annotations.

    Annotations are taken one by one, so memory does not grow with their number.

    Raises:
        EngineError: OUTPUT_FAILED.
        Cancelled: by ``check_cancelled``; the file is not there then.
    """
    count = 0
    with _json_file(path) as file:
        file.write(f'{{"info": {_text(head)},\n"images": {_text([image.entry() for image in images])},\n')
        file.write(f'"categories": {_text(list(categories))},\n"annotations": [')
        for count, entry in enumerate(annotations, 1):
            check_cancelled()
            file.write(("\n" if count == 1 else ",\n") + _text(entry))
        file.write("\n]}\n")
    return count


def write_results(
    path: str, results: Iterable[Mapping[str, Any]], check_cancelled: Callable[[], None]
) -> int:
    """Write a list of results; otherwise as ``write_instances``."""
    count = 0
    with _json_file(path) as file:
        file.write("[")
        for count, entry in enumerate(results, 1):
            check_cancelled()
            file.write(("\n" if count == 1 else ",\n") + _text(entry))
        file.write("\n]\n")
    return count


def _box(mask: PixelMask) -> list[int]:
    height, width = mask.bits.shape
    return [mask.x, mask.y, width, height]


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(", ", ": "))


@contextmanager
def _json_file(path: str) -> Iterator[IO[str]]:
    with whole_file(path, "The COCO file") as part, part.open("w", encoding="utf-8") as file:
        yield file
