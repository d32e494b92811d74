"""Reading COCO files of anyone: instances, results, SA-Co."""

from __future__ import annotations

import json
import math
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from ..api.errors import Code, EngineError
from ..rasters.georeference import Georeference
from .pixel_masks import PixelMask
from .rle import mask_of_rle

LARGEST_FILE_BYTES = 2 << 30


@dataclass(frozen=True)
class ImageEntry:
    """An image of the file; ``georeference`` is None where the file does not place it."""

    id: int
    file_name: str
    width: int
    height: int
    georeference: Georeference | None
    phrase: str


@dataclass(frozen=True, eq=False)
class CocoEntry:
    """An annotation: ``mask`` in pixels of its image, or ``polygon`` in pixel coordinates."""

    id: int
    image: ImageEntry
    category: int
    category_name: str
    score: float | None
    mask: PixelMask | None
    polygon: shapely.Geometry | None
    repaired: bool = False


@dataclass(frozen=True)
class CocoFile:
    """What stands in a file. ``kind`` is instances, results or sa-co."""

    path: str
    kind: str
    images: Mapping[int, ImageEntry]
    categories: Mapping[int, str]
    annotations: list[Any]

    def entries(self) -> Iterator[CocoEntry]:
        """The annotations one after another.

        Raises:
            EngineError: BAD_FILE, naming the annotation and what is wrong with it.
        """
        for place, entry in enumerate(self.annotations):
            yield self._entry(entry, place)

    def _entry(self, entry: Any, place: int) -> CocoEntry:
        where = f"Annotation {place} of {self.path}"
        if not isinstance(entry, dict):
            raise _bad(where, "it is no object")
        where = f"Annotation {entry.get('id', place)} of {self.path}"
        image = self.images.get(_number(entry.get("image_id"), "image_id", where))
        if image is None:
            raise _bad(where, f"its image_id is {entry.get('image_id')}, which is no image of the file")
        category = _number(entry.get("category_id", 0), "category_id", where)
        score = entry.get("score")
        if score is not None and not _is_finite(score):
            raise _bad(where, f"its score is {score}")
        mask, polygon, repaired = _shape(entry, image, where)
        return CocoEntry(
            id=_number(entry.get("id", place + 1), "id", where),
            image=image,
            category=category,
            category_name=image.phrase if self.kind == "sa-co" else self.categories.get(category, ""),
            score=None if score is None else float(score),
            mask=mask,
            polygon=polygon,
            repaired=repaired,
        )


def read_coco(path: str, sizes: Mapping[int, ImageEntry] | None = None) -> CocoFile:
    """Read a file; ``sizes`` are the images a list of results speaks of, where they are known.

    Raises:
        EngineError: BAD_FILE, saying what is wrong with which part.
    """
    content = _json(path)
    if isinstance(content, list):
        return CocoFile(path, "results", sizes or _images_of_results(path, content), {}, content)
    if not isinstance(content, dict) or not isinstance(content.get("images"), list):
        raise _bad(path, "it is no COCO file: there is no list of images")
    annotations = content.get("annotations", [])
    if not isinstance(annotations, list):
        raise _bad(path, "its annotations are no list")
    images: dict[int, ImageEntry] = {}
    for place, entry in enumerate(content["images"]):
        image = _image(entry, f"Image {place} of {path}")
        if image.id in images:
            raise _bad(path, f"two of its images have the id {image.id}")
        images[image.id] = image
    categories = {}
    for place, entry in enumerate(content.get("categories") or []):
        where = f"Category {place} of {path}"
        if not isinstance(entry, dict):
            raise _bad(where, "it is no object")
        categories[_number(entry.get("id"), "id", where)] = str(entry.get("name", ""))
    kind = "sa-co" if any(image.phrase for image in images.values()) else "instances"
    return CocoFile(path, kind, images, categories, annotations)


def _json(path: str) -> Any:
    try:
        size = os.path.getsize(path)
        if size > LARGEST_FILE_BYTES:
            raise _bad(path, f"it is {size >> 20} MB large; the largest that is read is 2048 MB")
        with open(path, encoding="utf-8-sig") as file:
            return json.load(file)
    except FileNotFoundError as error:
        raise EngineError(Code.BAD_FILE, f"{path} does not exist. Choose a COCO file.") from error
    except (OSError, ValueError, RecursionError) as error:
        raise _bad(path, f"it is no JSON file ({error})") from error


def _image(entry: Any, where: str) -> ImageEntry:
    if not isinstance(entry, dict):
        raise _bad(where, "it is no object")
    number = _number(entry.get("id"), "id", where)
    width, height = (_number(entry.get(side), side, where) for side in ("width", "height"))
    if width < 1 or height < 1 or width * height > 2**40:
        raise _bad(where, f"it is {width} x {height} pixels large")
    return ImageEntry(
        id=number,
        file_name=str(entry.get("file_name", "")),
        width=width,
        height=height,
        georeference=_georeference(entry, where),
        phrase=str(entry.get("text_input") or ""),
    )


def _images_of_results(path: str, results: list[Any]) -> dict[int, ImageEntry]:
    """The images of a list of results, as far as it tells: from the sizes of its run lengths."""
    images: dict[int, ImageEntry] = {}
    for place, entry in enumerate(results):
        where = f"Result {place} of {path}"
        if not isinstance(entry, dict):
            raise _bad(where, "it is no object")
        number = _number(entry.get("image_id"), "image_id", where)
        shape = entry.get("segmentation")
        size = shape.get("size") if isinstance(shape, dict) else None
        height, width = size if isinstance(size, list) and len(size) == 2 else (0, 0)
        if number not in images or not images[number].width:
            images[number] = ImageEntry(
                number, "", _number(width, "width", where), _number(height, "height", where), None, ""
            )
    return images


def _shape(
    entry: dict[str, Any], image: ImageEntry, where: str
) -> tuple[PixelMask | None, shapely.Geometry | None, bool]:
    shape = entry.get("segmentation")
    if isinstance(shape, dict):
        size = shape.get("size")
        if image.width and size != [image.height, image.width]:
            raise _bad(
                where,
                f"its mask is of size {size}, its image of [{image.height}, {image.width}] (height, width)",
            )
        return mask_of_rle(shape, where), None, False
    if isinstance(shape, list) and shape:
        polygon, repaired = _polygon(shape, where)
        return None, polygon, repaired
    if "bbox" not in entry:
        raise _bad(where, "it has neither a segmentation nor a bbox")
    return None, _box(entry["bbox"], where), False


def _polygon(rings: list[Any], where: str) -> tuple[shapely.Geometry, bool]:
    polygons, repaired = [], False
    if not isinstance(rings[0], list):
        rings = [rings]  # some programs leave the outer brackets out
    for ring in rings:
        if not isinstance(ring, list) or len(ring) < 6 or len(ring) % 2:
            raise _bad(where, "one of its polygons has fewer than three points or half a point")
        polygon = shapely.Polygon(_points(ring, where))
        if not polygon.is_valid:
            polygon, repaired = shapely.make_valid(polygon, method="structure"), True
        polygons.append(polygon)
    return shapely.union_all(polygons), repaired


def _points(ring: list[Any], where: str) -> NDArray[np.float64]:
    """Coordinates (N, 2)."""
    try:
        # The types first, all at once: numpy would take texts for the numbers in them.
        points = np.array(ring if set(map(type, ring)) <= {int, float} else [np.nan], dtype=np.float64)
    except OverflowError:
        points = np.array([np.inf])
    if not np.isfinite(points).all():
        raise _bad(where, "one of its polygons has coordinates that are no numbers")
    return points.reshape(-1, 2)


def _box(box: Any, where: str) -> shapely.Geometry:
    if not isinstance(box, list) or len(box) != 4 or not all(_is_finite(value) for value in box):
        raise _bad(where, f"its bbox is {box}; four numbers are wanted")
    x, y, width, height = box
    if width <= 0 or height <= 0:
        raise _bad(where, f"its bbox {box} is empty")
    return shapely.box(x, y, x + width, y + height)


def _georeference(entry: dict[str, Any], where: str) -> Georeference | None:
    transform = entry.get("transform")
    if transform is None:
        return None
    if not isinstance(transform, list) or len(transform) != 6 or not all(map(_is_finite, transform)):
        raise _bad(where, f"its transform is {transform}; six numbers are wanted")
    a, b, c, d, e, f = (float(value) for value in transform)
    crs = entry.get("crs")
    return Georeference((a, b, c, d, e, f), crs if isinstance(crs, str) else "")


def _number(value: Any, name: str, where: str) -> int:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or value != value // 1:
        raise _bad(where, f"its {name} is {value!r}; a whole number is wanted")
    return int(value)


def _is_finite(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)


def _bad(where: str, what: str) -> EngineError:
    return EngineError(
        Code.BAD_FILE, f"{where} cannot be read: {what}. Correct it there, or have the file written again."
    )
