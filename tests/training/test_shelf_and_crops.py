"""Pictures come back from the shelf as they went in; windows keep objects and pixels together."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("cv2")

from sam2_toolbox.training.crops import Cutting, cut
from sam2_toolbox.training.shelf import load_picture, make_picture, save_picture
from training_pictures import rectangles


def test_a_picture_comes_back_bit_for_bit(tmp_path):
    rgb, objects = rectangles(3)
    save_picture(tmp_path / "one.npz", rgb, objects)
    picture = load_picture(tmp_path / "one.npz")
    assert np.array_equal(picture.rgb, rgb)
    assert list(picture.kinds) == [item.kind for item in objects]
    for index, item in enumerate(objects):
        assert tuple(picture.boxes[index]) == (item.x, item.y, *item.bits.shape[::-1])
        assert np.array_equal(picture.crop(index), item.bits)


def test_a_picture_without_objects_is_kept(tmp_path):
    save_picture(tmp_path / "empty.npz", np.zeros((8, 8, 3), np.uint8), ())
    picture = load_picture(tmp_path / "empty.npz")
    assert len(picture.boxes) == 0
    assert cut(np.random.default_rng(0), picture, Cutting(side=8)) is None


def test_no_half_written_file_is_left(tmp_path):
    save_picture(tmp_path / "one.npz", *rectangles())
    assert [path.name for path in tmp_path.iterdir()] == ["one.npz"]


def test_same_seed_same_training_scene():
    first, second = make_picture(11, side=96), make_picture(11, side=96)
    assert np.array_equal(first[0], second[0])
    assert len(first[1]) == len(second[1])


def test_mixed_scenes_are_every_landscape_in_turn():
    for seed, scenes in enumerate(("planned", "mosaic", "planned", "settlement")):
        mixed, alone = (make_picture(seed, side=96, scenes=name)[0] for name in ("mixed", scenes))
        assert np.array_equal(mixed, alone)


def test_window_masks_fit_the_window_pixels(shelf):
    picture = load_picture(next(iter(sorted(shelf.iterdir()))))
    rng = np.random.default_rng(1)
    for _ in range(5):
        crop = cut(rng, picture, Cutting(side=128, zoom=(0.8, 1.4), recolour=0.0, smallest_px=200))
        assert crop.rgb.shape == (128, 128, 3)
        assert crop.masks.shape[1:] == (128, 128)
        # One colour per object, except where a later object covers it: the most common colour dominates.
        spread = [
            np.median(np.abs(crop.rgb[m].astype(int) - np.median(crop.rgb[m], axis=0))) for m in crop.masks
        ]
        assert np.median(spread) < 3


def test_windows_leave_out_small_objects(shelf):
    picture = load_picture(next(iter(sorted(shelf.iterdir()))))
    crop = cut(np.random.default_rng(2), picture, Cutting(side=256, smallest_px=1500, zoom=(1.0, 1.0)))
    assert crop.masks.sum(axis=(1, 2)).min() >= 1500


def test_scenes_on_the_shelf_are_not_made_again(tmp_path):
    from sam2_toolbox.training import shelf

    rgb, objects = rectangles(1)
    path = tmp_path / "scene_0000005.npz"
    save_picture(path, rgb, objects)
    before = path.stat().st_mtime_ns
    shelf.fill_shelf(tmp_path, 5, 1)
    assert path.stat().st_mtime_ns == before
