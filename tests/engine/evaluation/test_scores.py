"""Our scores against pycocotools' own, and against worked examples."""

import contextlib
import io

import numpy as np
import pytest
import shapely
from sam2_toolbox.engine.evaluation.layers import Objects, find_overlaps
from sam2_toolbox.engine.evaluation.scores import THRESHOLDS, average_precision, panoptic


def never() -> None:
    pass


def boxes(rows):
    rows = np.asarray(rows, dtype=float)
    return shapely.box(rows[:, 0], rows[:, 1], rows[:, 0] + rows[:, 2], rows[:, 1] + rows[:, 3])


def coco_stats(truth, truth_classes, truth_images, found, found_classes, found_images, scores):
    coco, cocoeval = (pytest.importorskip(f"pycocotools.{name}") for name in ("coco", "cocoeval"))
    dataset = coco.COCO()
    dataset.dataset = {
        "info": {},
        "images": [{"id": int(i), "width": 100, "height": 100} for i in np.unique(truth_images)],
        "categories": [{"id": int(c)} for c in np.unique(truth_classes)],
        "annotations": [
            {
                "id": n + 1, "image_id": int(image), "category_id": int(number), "iscrowd": 0,
                "bbox": [float(v) for v in row], "area": float(row[2] * row[3]),
            }
            for n, (row, number, image) in enumerate(zip(truth, truth_classes, truth_images))
        ],
    }  # fmt: skip
    results = [
        {"image_id": int(i), "category_id": int(c), "bbox": [float(v) for v in row], "score": float(s)}
        for row, c, i, s in zip(found, found_classes, found_images, scores)
    ]
    with contextlib.redirect_stdout(io.StringIO()):
        dataset.createIndex()
        judge = cocoeval.COCOeval(dataset, dataset.loadRes(results), "bbox")
        judge.evaluate()
        judge.accumulate()
        judge.summarize()
    return judge.stats[:3]


@pytest.mark.parametrize("seed", range(12))
def test_average_precision_is_cocos(seed):
    rng = np.random.default_rng(seed)

    def random_boxes(count):
        return np.concatenate([rng.integers(0, 80, (count, 2)), rng.integers(4, 20, (count, 2))], axis=1)

    truth = random_boxes(40)
    moved = np.clip(truth + rng.integers(-2, 3, truth.shape), [0, 0, 1, 1], None)[rng.random(40) < 0.9]
    found = np.concatenate([moved, random_boxes(6)])
    truth_classes, truth_images = rng.integers(1, 3, 40), rng.integers(1, 4, 40)
    found_classes, found_images = rng.integers(1, 3, len(found)), rng.integers(1, 4, len(found))
    scores = np.round(rng.random(len(found)), 1)  # with ties
    expected = coco_stats(truth, truth_classes, truth_images, found, found_classes, found_images, scores)
    reference = Objects.of(boxes(truth), truth_classes, truth_images)
    predicted = Objects.of(boxes(found), found_classes, found_images, scores)
    overlaps = find_overlaps(reference, predicted, never)
    values = [average_precision(reference, predicted, overlaps, threshold) for threshold in THRESHOLDS]
    assert [np.mean(values), values[0], values[5]] == pytest.approx(expected, abs=1e-9)


def test_panoptic_quality_of_a_worked_example():
    # Two of three found, with IoUs of 1 and 0.6, and one prediction too many:
    # SQ = (1 + 0.6) / 2 = 0.8, RQ = 2 / (2 + 1/2 + 1/2) = 2/3.
    reference = Objects.of(boxes([[0, 0, 10, 10], [20, 0, 10, 10], [40, 0, 10, 10]]))
    predicted = Objects.of(boxes([[0, 0, 10, 10], [20, 0, 6, 10], [60, 0, 10, 10]]))
    result = panoptic(find_overlaps(reference, predicted, never))
    assert result.segmentation == pytest.approx(0.8)
    assert result.recognition == pytest.approx(2 / 3)
    assert result.quality == pytest.approx(1.6 / 3)


def test_an_iou_of_one_half_is_no_panoptic_match():
    reference, predicted = Objects.of(boxes([[0, 0, 10, 10]])), Objects.of(boxes([[0, 0, 5, 10]]))
    assert panoptic(find_overlaps(reference, predicted, never)).quality == 0


def test_classes_and_images_are_kept_apart():
    place = boxes([[0, 0, 10, 10]])
    for other in (Objects.of(place, classes=np.array([1])), Objects.of(place, images=np.array([1]))):
        assert not len(find_overlaps(Objects.of(place), other, never).iou)


def test_no_reference_object_no_average_precision():
    nothing, something = Objects.of(boxes(np.zeros((0, 4)))), Objects.of(boxes([[0, 0, 1, 1]]))
    assert average_precision(nothing, something, find_overlaps(nothing, something, never), 0.5) is None
