"""Duplicates, against the definition written out box by box."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from sam2_toolbox.engine.generator.nms import suppress_duplicates


def boxes_and_scores():
    corner = st.integers(0, 12)
    box = st.tuples(corner, corner, corner, corner).map(
        lambda c: (min(c[0], c[2]), min(c[1], c[3]), max(c[0], c[2]), max(c[1], c[3]))
    )
    return st.lists(st.tuples(box, st.integers(0, 3)), max_size=12)


def iou(first, second):
    across = min(first[2], second[2]) - max(first[0], second[0])
    down = min(first[3], second[3]) - max(first[1], second[1])
    shared = max(across, 0) * max(down, 0)
    areas = [(box[2] - box[0]) * (box[3] - box[1]) for box in (first, second)]
    return shared / (sum(areas) - shared) if sum(areas) else 0.0


def run(boxes, scores, threshold):
    return suppress_duplicates(
        np.array(boxes, dtype=np.int64).reshape(-1, 4), np.array(scores, dtype=np.float32), threshold
    )


@settings(deadline=None)
@given(boxes_and_scores(), st.sampled_from([0.0, 0.25, 0.3, 0.5, 0.7, 1.0]))
def test_keeps_what_no_better_kept_box_covers(items, threshold):
    order = sorted(range(len(items)), key=lambda index: -items[index][1])  # stable: ties in their order
    expected = []
    for index in order:
        if all(np.float32(iou(items[index][0], items[better][0])) <= threshold for better in expected):
            expected.append(index)
    assert run([box for box, _ in items], [score for _, score in items], threshold) == expected


def test_an_iou_equal_to_the_threshold_is_no_duplicate():
    boxes = [(0, 0, 10, 10), (0, 0, 10, 5)]
    assert run(boxes, [0.9, 0.8], 0.5) == [0, 1]
    assert run(boxes, [0.9, 0.8], 0.49) == [0]


def test_boxes_without_area_stay():
    assert run([(3, 3, 3, 9), (3, 3, 3, 9)], [0.5, 0.5], 0.0) == [0, 1]
