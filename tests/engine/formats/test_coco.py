import contextlib
import io
import json
import re

import numpy as np
import pytest
from sam2_toolbox.engine.api.errors import Code, EngineError
from sam2_toolbox.engine.formats.coco_reader import read_coco
from sam2_toolbox.engine.formats.coco_writer import (
    CocoImage,
    CocoObject,
    annotation,
    phrase_annotation,
    result,
    write_instances,
    write_results,
)
from sam2_toolbox.engine.formats.pixel_masks import pixel_mask
from sam2_toolbox.tests.engine.formats import grids

CATEGORIES = [{"id": 1, "name": "Dach ä"}, {"id": 2, "name": "field"}]


def never() -> None:
    pass


def objects(grid, count=30, phrase=None):
    image = CocoImage(1, "ortho.tif", grid, phrase)
    masks = grids.random_masks(6, count, grid)
    return image, [CocoObject(image, mask, 1 + n % 2, n / count) for n, mask in enumerate(masks)]


def write(path, image, found, as_polygon=False):
    entries = (annotation(item, n, as_polygon) for n, item in enumerate(found, 1))
    return write_instances(str(path), {"description": "x"}, [image], CATEGORIES, entries, never)


def as_mask(entry, grid):
    """The pixels of an entry; polygons are in pixel coordinates."""
    if entry.mask is not None:
        return entry.mask
    from sam2_toolbox.engine.formats.grid import Grid
    from sam2_toolbox.engine.rasters.georeference import Georeference

    return pixel_mask(entry.polygon, Grid(grid.width, grid.height, Georeference((1, 0, 0, 0, 1, 0))))


@pytest.mark.parametrize("as_polygon", [False, True])
@pytest.mark.parametrize("name", grids.TRANSFORMS)
def test_instances_come_back_bit_for_bit(tmp_path, name, as_polygon):
    grid = grids.grid_of(name)
    image, found = objects(grid)
    assert write(tmp_path / "a.json", image, found, as_polygon) == len(found)
    read = read_coco(str(tmp_path / "a.json"))
    assert read.kind == "instances"
    assert read.images[1].georeference == grid.georeference
    for item, entry in zip(found, read.entries(), strict=True):
        assert grids.same(as_mask(entry, grid), item.mask)
        assert (entry.category, entry.score) == (item.category, item.score)
        assert entry.category_name == CATEGORIES[item.category - 1]["name"]


def test_pycocotools_reads_and_judges_it(tmp_path):
    coco, cocoeval = (pytest.importorskip(f"pycocotools.{name}") for name in ("coco", "cocoeval"))
    image, found = objects(grids.grid_of("utm"))
    write(tmp_path / "a.json", image, found)
    write_results(str(tmp_path / "r.json"), map(result, found), never)
    with contextlib.redirect_stdout(io.StringIO()):
        truth = coco.COCO(str(tmp_path / "a.json"))
        judge = cocoeval.COCOeval(truth, truth.loadRes(str(tmp_path / "r.json")), "segm")
        judge.evaluate()
        judge.accumulate()
        judge.summarize()
    assert judge.stats[0] == pytest.approx(1)
    for item, entry in zip(found, truth.loadAnns(truth.getAnnIds())):
        assert truth.annToMask(entry).sum() == entry["area"] == item.mask.area
        assert list(coco.maskUtils.toBbox(entry["segmentation"])) == entry["bbox"]


def test_polygons_without_holes_are_polygons(tmp_path):
    image, found = objects(grids.grid_of("utm"))
    write(tmp_path / "a.json", image, found, as_polygon=True)
    kinds = {type(e["segmentation"]) for e in json.loads((tmp_path / "a.json").read_text())["annotations"]}
    assert kinds == {list, dict}  # those with holes need run lengths


def test_results_tell_their_images_by_their_masks(tmp_path):
    grid = grids.grid_of("utm")
    _, found = objects(grid)
    write_results(str(tmp_path / "r.json"), map(result, found), never)
    read = read_coco(str(tmp_path / "r.json"))
    assert read.kind == "results"
    assert (read.images[1].width, read.images[1].height) == (grid.width, grid.height)
    assert [entry.score for entry in read.entries()] == [item.score for item in found]


def test_phrases_keep_their_negatives(tmp_path):
    grid = grids.grid_of("utm")
    image, found = objects(grid, 3, "red roof")
    nothing = CocoImage(2, "ortho.tif", grid, "lake")
    entries = (phrase_annotation(item, n) for n, item in enumerate(found, 1))
    write_instances(
        str(tmp_path / "s.json"), {}, [image, nothing], [{"id": 1, "name": "object"}], entries, never
    )
    content = json.loads((tmp_path / "s.json").read_text())
    assert [i["text_input"] for i in content["images"]] == ["red roof", "lake"]
    assert all(0 < entry["area"] <= 1 and max(entry["bbox"]) <= 1 for entry in content["annotations"])
    read = read_coco(str(tmp_path / "s.json"))
    assert read.kind == "sa-co"
    assert read.images[2].phrase == "lake"
    assert {entry.category_name for entry in read.entries()} == {"red roof"}
    assert all(grids.same(e.mask, item.mask) for e, item in zip(read.entries(), found, strict=True))


IMAGE = {"id": 1, "width": 10, "height": 10, "file_name": "a"}
SQUARE = [1, 1, 5, 1, 5, 5, 1, 5]


def with_annotation(**changes):
    entry = {"id": 3, "image_id": 1, "category_id": 1, "segmentation": [SQUARE]} | changes
    return {"images": [IMAGE], "annotations": [entry], "categories": []}


HOSTILE = {
    "no json": ("{", "it is no JSON file"),
    "deep": ("[" * 100_000, "it is no JSON file"),
    "a number": ("5", "there is no list of images"),
    "no images": ({"annotations": []}, "there is no list of images"),
    "image twice": ({"images": [IMAGE, IMAGE]}, "two of its images have the id 1"),
    "image without id": ({"images": [IMAGE, {"width": 1, "height": 1}]}, "Image 1 of"),
    "image of no size": ({"images": [IMAGE | {"width": 0}]}, "it is 0 x 10 pixels large"),
    "image of NaN": ('{"images": [{"id": 1, "width": NaN, "height": 1}]}', "its width is nan"),
    "no image_id": (with_annotation(image_id=None), "Annotation 3 of"),
    "unknown image": (with_annotation(image_id=2), "its image_id is 2, which is no image of the file"),
    "category of text": (with_annotation(category_id="roof"), "its category_id is 'roof'"),
    "category without id": ({"images": [IMAGE], "categories": [{"name": "x"}]}, "Category 0 of"),
    "two points": (with_annotation(segmentation=[[1, 1, 2, 2]]), "fewer than three points"),
    "half a point": (with_annotation(segmentation=[[*SQUARE, 4]]), "half a point"),
    "no number": (with_annotation(segmentation=[[*SQUARE[:-1], "x"]]), "coordinates that are no numbers"),
    "nan": (with_annotation(segmentation=[[*SQUARE[:-1], float("nan")]]), "coordinates that are no numbers"),
    "nan in a box": (
        with_annotation(segmentation=[], bbox=[1, 1, float("nan"), 5]),
        "four numbers are wanted",
    ),
    "mask of another size": (
        with_annotation(segmentation={"size": [5, 5], "counts": [25]}),
        "its mask is of size [5, 5], its image of [10, 10]",
    ),
    "mask too short": (
        with_annotation(segmentation={"size": [10, 10], "counts": [25]}),
        "add up to 25 pixels, an image of 10 x 10 has 100",
    ),
    "mask of many": (
        [{"image_id": 1, "segmentation": {"size": [1 << 20, 1 << 20], "counts": [0, 1 << 40]}}],
        "which is too many",
    ),
    "runs that wrap around": (
        with_annotation(segmentation={"size": [10, 10], "counts": [1 << 62, 1 << 62, 1 << 62, 1 << 62, 100]}),
        "an image of 10 x 10 has 100",
    ),
    "nothing": (with_annotation(segmentation=[]), "neither a segmentation nor a bbox"),
    "empty box": (with_annotation(segmentation=[], bbox=[1, 1, 0, 5]), "its bbox [1, 1, 0, 5] is empty"),
    "score": (with_annotation(score=float("inf")), "its score is inf"),
    "annotation of text": ({"images": [IMAGE], "annotations": ["x"]}, "Annotation 0 of"),
    "transform": ({"images": [IMAGE | {"transform": [1, 2]}]}, "six numbers are wanted"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_in_words(tmp_path, name):
    content, what = HOSTILE[name]
    path = tmp_path / "bad.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content))
    with pytest.raises(EngineError, match=re.escape(what)) as caught:
        list(read_coco(str(path)).entries())
    assert caught.value.code is Code.BAD_FILE
    assert str(path) in caught.value.message
    assert caught.value.message.endswith("Correct it there, or have the file written again.")


def test_a_polygon_without_its_outer_brackets_is_read(tmp_path):
    path = tmp_path / "a.json"
    path.write_text(json.dumps(with_annotation(segmentation=SQUARE)))
    (entry,) = read_coco(str(path)).entries()
    assert entry.polygon.area == 16


def test_a_bow_tie_is_repaired_and_said(tmp_path):
    path = tmp_path / "a.json"
    path.write_text(json.dumps(with_annotation(segmentation=[[0, 0, 4, 4, 4, 0, 0, 4]])))
    (entry,) = read_coco(str(path)).entries()
    assert entry.repaired
    assert entry.polygon.is_valid
    assert entry.polygon.area == pytest.approx(8)


def test_a_box_alone_will_do(tmp_path):
    path = tmp_path / "a.json"
    path.write_text(json.dumps(with_annotation(segmentation=[], bbox=[1, 2, 3, 4])))
    (entry,) = read_coco(str(path)).entries()
    assert entry.polygon.bounds == (1, 2, 4, 6)
    assert np.isclose(entry.polygon.area, 12)
