"""What stands out of a picture is proposed as an object."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("cv2")
pytest.importorskip("skimage", reason="the proposals start from scikit-image's segments")

from sam2_toolbox.training.regions import propose
from training_pictures import rectangles

NOISE = np.random.default_rng(5).normal(0, 4, (256, 256, 3))


def noisy(rgb):
    return np.clip(rgb + NOISE, 0, 255).astype(np.uint8)


def on_picture(item):
    whole = np.zeros((256, 256), dtype=bool)
    height, width = item.bits.shape
    whole[item.y : item.y + height, item.x : item.x + width] = item.bits
    return whole


def test_a_thing_on_plain_ground_is_found():
    rgb, objects = rectangles(seed=3, count=2)
    found = [on_picture(item) for item in propose(noisy(rgb))]
    shown = np.zeros((256, 256), dtype=int)
    for number, item in enumerate(objects, start=1):
        shown[on_picture(item)] = number
    for number in (1, 2):
        truth = shown == number
        best = max(np.count_nonzero(truth & mask) / np.count_nonzero(truth | mask) for mask in found)
        assert best > 0.85


def test_noise_is_no_object():
    assert propose(noisy(np.full((256, 256, 3), 120.0))) == []


def test_objects_lie_in_the_picture_the_largest_first():
    rgb, _ = rectangles(seed=1)
    found = propose(noisy(rgb))
    areas = [item.area for item in found]
    assert areas == sorted(areas, reverse=True)
    for item in found:
        height, width = item.bits.shape
        assert 0 <= item.x <= 256 - width
        assert 0 <= item.y <= 256 - height
        assert item.bits[0].any()
        assert item.bits[:, -1].any()
