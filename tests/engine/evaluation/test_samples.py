"""Our average precision against pycocotools' own, on files of other programs."""

import contextlib
import io
import json

import numpy as np
import pytest
import shapely
from sam2_toolbox.engine.evaluation.layers import Objects, find_overlaps
from sam2_toolbox.engine.evaluation.scores import THRESHOLDS, average_precision
from sam2_toolbox.engine.formats.coco_reader import read_coco
from sam2_toolbox.engine.formats.grid import Grid
from sam2_toolbox.engine.formats.pixel_masks import PixelMask, pixel_mask, polygons_of
from sam2_toolbox.engine.formats.rle import mask_of_rle, rle_of
from sam2_toolbox.engine.rasters.georeference import Georeference
from sam2_toolbox.tests.engine.samples import sample

PIXELS = Georeference((1.0, 0.0, 0.0, 0.0, 1.0, 0.0))


def never() -> None:
    pass


def coco_scores(images, truth, found, kind):
    """AP, AP50 and AP75 as COCOeval accumulates them, for any number of predictions."""
    coco, cocoeval = (pytest.importorskip(f"pycocotools.{name}") for name in ("coco", "cocoeval"))
    dataset = coco.COCO()
    dataset.dataset = {
        "info": {},
        "images": images,
        "categories": [{"id": number} for number in sorted({entry["category_id"] for entry in truth})],
        "annotations": truth,
    }
    with contextlib.redirect_stdout(io.StringIO()):
        dataset.createIndex()
        judge = cocoeval.COCOeval(dataset, dataset.loadRes(found), kind)
        judge.params.maxDets = [10_000]
        judge.evaluate()
        judge.accumulate()
    precision = judge.eval["precision"][:, :, :, 0, 0]
    return [precision.mean(), precision[0].mean(), precision[5].mean()]


def our_scores(reference, predicted):
    overlaps = find_overlaps(reference, predicted, never)
    values = [average_precision(reference, predicted, overlaps, level) for level in THRESHOLDS]
    return [np.mean(values), values[0], values[5]]


def boxes(entries, score=None):
    rows = np.array([entry["bbox"] for entry in entries], dtype=float)
    return Objects.of(
        shapely.box(rows[:, 0], rows[:, 1], rows[:, 0] + rows[:, 2], rows[:, 1] + rows[:, 3]),
        np.array([entry["category_id"] for entry in entries]),
        np.array([entry["image_id"] for entry in entries]),
        None if score is None else np.array([entry["score"] for entry in entries]),
    )


def test_a_pair_of_boxes():
    with open(sample("coco", "dataset.json")) as file:
        dataset = json.load(file)
    with open(sample("coco", "result.json")) as file:
        found = json.load(file)
    # Its areas are those of the images, which would put every object in another range of sizes.
    truth = [entry | {"area": entry["bbox"][2] * entry["bbox"][3]} for entry in dataset["annotations"]]
    expected = coco_scores(dataset["images"], truth, [dict(entry) for entry in found], "bbox")
    assert 0 < expected[0] < 1
    assert our_scores(boxes(truth), boxes(found, "score")) == pytest.approx(expected, abs=1e-6)


def test_buildings_that_are_a_little_off():
    with open(sample("coco", "detection_labels.json")) as file:
        dataset = json.load(file)
    truth = dataset["annotations"]
    rng = np.random.default_rng(4)
    found = [
        {
            "image_id": entry["image_id"],
            "category_id": entry["category_id"],
            "bbox": (np.array(entry["bbox"]) + rng.integers(-4, 5, 4)).clip(1).tolist(),
            "score": round(float(rng.random()), 2),
        }
        for entry in truth
        if rng.random() < 0.8
    ]
    expected = coco_scores(dataset["images"], truth, [dict(entry) for entry in found], "bbox")
    assert 0 < expected[0] < 1
    assert our_scores(boxes(truth), boxes(found, "score")) == pytest.approx(expected, abs=1e-6)


def test_run_lengths_of_five_hundred_objects():
    """The sample's masks, the surest half of them as truth, moved by a pixel or two."""
    content = read_coco(sample("coco", "instances_val2014_fakesegm100_results.json"))
    entries = list(content.entries())
    sizes = {number: (image.height, image.width) for number, image in content.images.items()}
    images = [{"id": number, "height": h, "width": w} for number, (h, w) in sizes.items()]
    rng = np.random.default_rng(5)
    truth = [
        {"id": n, "image_id": e.image.id, "category_id": e.category, "iscrowd": 0, "area": e.mask.area,
         "segmentation": rle_of(moved(e.mask, rng, *sizes[e.image.id]), *sizes[e.image.id])}
        for n, e in enumerate(entries, 1) if e.score > 0.4
    ]  # fmt: skip
    with open(sample("coco", "instances_val2014_fakesegm100_results.json")) as file:
        found = json.load(file)
    wanted = {entry["category_id"] for entry in truth}
    found = [entry for entry in found if entry["category_id"] in wanted]
    expected = coco_scores(images, truth, [dict(entry) for entry in found], "segm")
    assert 0.1 < expected[0] < 0.9
    ours = our_scores(masks(truth), masks(found))
    assert ours == pytest.approx(expected, abs=1e-6)


def moved(mask, rng, height, width):
    y, x = rng.integers(0, 9, 2)
    rows, columns = mask.bits.shape
    y, x = min(mask.y + int(y), height - rows), min(mask.x + int(x), width - columns)
    return PixelMask(x, y, mask.bits)


def masks(entries):
    shapes = polygons_of([mask_of_rle(entry["segmentation"], "x") for entry in entries], PIXELS)
    return Objects.of(
        shapes,
        np.array([entry["category_id"] for entry in entries]),
        np.array([entry["image_id"] for entry in entries]),
        np.array([entry.get("score", 1.0) for entry in entries]),
    )


PAIRS = [
    ("0-gt-polygons", "0-pred-polygons"),
    ("1-gt-polygons", "1-pred-polygons"),
    ("10_104005000FDC8300_gt", "10_104005000FDC8300_preds"),
    ("11_10400100213E1200_gt", "11_10400100213E1200_preds"),
    ("108_1040010044D30600_gt", "108_1040010044D30600_preds"),
    ("gt", "pred"),
]


@pytest.mark.parametrize("names", PAIRS)
def test_pairs_of_layers(names):
    """Both layers on a grid of a thousand pixels: pycocotools gets the run lengths, we their outlines."""
    layers = []
    for name in names:
        with open(sample("eval_vectors", f"{name}.geojson")) as file:
            features = json.load(file)["features"]
        layers.append(
            (
                shapely.make_valid(shapely.from_geojson([json.dumps(f["geometry"]) for f in features])),
                [f["properties"].get("confidence", 1.0) for f in features],
            )
        )
    west, south, east, north = shapely.total_bounds(np.concatenate([shapes for shapes, _ in layers]))
    side = max(east - west, north - south) / 2000
    grid = Grid.over((west, south, east, north), side, "")
    size = (grid.height, grid.width)
    entries = []
    for shapes, scores in layers:
        kept = [(pixel_mask(shape, grid), score) for shape, score in zip(shapes, scores)]
        entries.append(
            [
                {"id": n, "image_id": 1, "category_id": 1, "iscrowd": 0, "area": mask.area,
                 "score": score, "segmentation": rle_of(mask, *size)}
                for n, (mask, score) in enumerate(kept, 1) if mask.bits.size
            ]
        )  # fmt: skip
    truth, found = entries
    image = [{"id": 1, "height": grid.height, "width": grid.width}]
    expected = coco_scores(image, truth, [dict(entry) for entry in found], "segm")
    ours = our_scores(masks(truth), masks(found))
    assert ours == pytest.approx(expected, abs=1e-6)
