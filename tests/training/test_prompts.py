"""Prompts mean what they say."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("cv2")
pytest.importorskip("torch")

from sam2_toolbox.training.prompts import draw_boxes, draw_clicks, draw_masks


@pytest.fixture
def nested():
    """A large square, a small one inside it, and one apart."""
    masks = np.zeros((3, 64, 64), dtype=bool)
    masks[0, 4:44, 4:44] = True
    masks[1, 12:28, 12:28] = True
    masks[2, 50:60, 50:60] = True
    return masks


def test_clicks_lie_on_their_object_and_name_all_they_could_mean(nested):
    prompts = draw_clicks(np.random.default_rng(0), nested, 60)
    for point, slots in zip(prompts.points[:, 0].astype(int), prompts.slots, strict=True):
        under = {index for index in range(3) if nested[index, point[1], point[0]]}
        assert set(slots[slots >= 0]) == under
        assert slots[0] in under
    assert {int(s) for s in prompts.slots[:, 0]} == {0, 1, 2}


def test_clicks_end_with_a_filler(nested):
    assert set(draw_clicks(np.random.default_rng(0), nested, 8).labels[:, -1]) == {-1}


def test_boxes_are_near_the_true_box(nested):
    prompts = draw_boxes(np.random.default_rng(1), nested, 30)
    for points, labels, slots in zip(prompts.points, prompts.labels, prompts.slots, strict=True):
        rows, columns = np.nonzero(nested[slots[0]])
        truth = np.array([[columns.min(), rows.min()], [columns.max(), rows.max()]])
        assert np.abs(points[:2] - truth).max() < 16
        assert labels.tolist() == [2, 3, -1]
        assert (slots[1:] == -1).all()


def test_three_of_four_boxes_are_drawn_carefully(nested):
    prompts = draw_boxes(np.random.default_rng(4), nested[:1], 400)
    off = np.abs(prompts.points[:, :2] - np.array([[4, 4], [43, 43]])).max(axis=(1, 2))
    assert 0.65 < (off < 1.5).mean() < 0.9
    assert (off > 2.5).mean() > 0.12


def test_rough_masks_overlap_their_object(nested):
    large = nested.repeat(4, axis=1).repeat(4, axis=2)
    prompts = draw_masks(np.random.default_rng(2), large, 12)
    assert prompts.points.shape == (12, 0, 2)
    for given, slots in zip(prompts.masks[:, 0], prompts.slots, strict=True):
        truth = large[slots[0], ::4, ::4]
        overlap = ((given > 0) & truth).sum() / ((given > 0) | truth).sum()
        assert overlap > 0.4


def test_every_object_is_asked_for(nested):
    for draw in (draw_clicks, draw_boxes, draw_masks):
        masks = nested.repeat(4, axis=1).repeat(4, axis=2)
        assert set(draw(np.random.default_rng(3), masks, 3).slots[:, 0]) == {0, 1, 2}
