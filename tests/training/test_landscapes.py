"""The landscapes measured in pixels: repeatable, their masks inside, whole, and fitting their picture."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("cv2")

from sam2_toolbox.training.scenes import generate_mosaic, generate_settlement
from sam2_toolbox.training.scenes.sensor import Sensor
from scipy import ndimage

LANDSCAPES = {"mosaic": generate_mosaic, "settlement": generate_settlement}
SHARP = Sensor(blur_px=0.3, noise=0.0, haze=0.0)


@pytest.fixture(scope="module", params=sorted(LANDSCAPES))
def landscape(request):
    return LANDSCAPES[request.param]


def test_same_seed_same_scene_and_another_another(landscape):
    first, again, other = landscape(4, 160, 120), landscape(4, 160, 120), landscape(5, 160, 120)
    assert first.rgb.shape == (120, 160, 3)
    assert np.array_equal(first.rgb, again.rgb)
    assert all(np.array_equal(a.bits, b.bits) for a, b in zip(first.objects, again.objects, strict=True))
    assert not np.array_equal(first.rgb, other.rgb)


@pytest.mark.parametrize("seed", range(6))
def test_every_object_lies_inside_in_one_piece_and_fills_its_box(landscape, seed):
    scene = landscape(seed, 200, 160)
    assert scene.objects
    assert [item.area for item in scene.objects] == sorted(
        (item.area for item in scene.objects), reverse=True
    )
    for item in scene.objects:
        rows, columns = item.bits.shape
        assert item.x >= 0
        assert item.y >= 0
        assert item.x + columns <= 200
        assert item.y + rows <= 160
        assert ndimage.label(item.bits)[1] == 1
        assert item.bits.any(axis=0)[[0, -1]].all()
        assert item.bits.any(axis=1)[[0, -1]].all()


def test_fields_touch_and_never_overlap():
    scene = generate_mosaic(0, 256, 256)
    owners = np.zeros((256, 256), dtype=int)
    for item in scene.objects:
        owners += item.full_mask(256, 256)
    # A pixel that two fields share half and half may go to both.
    assert (owners > 1).mean() < 0.02
    alone = ndimage.binary_dilation(scene.objects[0].full_mask(256, 256)) & (owners == 0)
    ring = ndimage.binary_dilation(scene.objects[0].full_mask(256, 256)) & ~scene.objects[0].full_mask(
        256, 256
    )
    assert alone.sum() < 0.6 * ring.sum()


def test_a_mask_is_more_even_than_what_lies_around_it():
    """The outlines belong to what is painted: across them colours change more than within."""
    scene = generate_mosaic(3, 256, 256, SHARP)
    grey = scene.rgb.astype(float).mean(axis=2)
    sharper = 0
    large = [item for item in scene.objects if item.area > 200]
    for item in large:
        mask = item.full_mask(256, 256)
        inside = ndimage.binary_erosion(mask, iterations=2)
        ring = ndimage.binary_dilation(mask, iterations=3) & ~ndimage.binary_dilation(mask)
        if inside.any() and ring.any():
            level = grey[inside].mean()
            sharper += np.abs(grey[ring] - level).mean() > np.abs(grey[inside] - level).mean()
    assert sharper > 0.8 * len(large)


def test_roof_planes_lie_in_their_building_and_crowns_hide_roofs():
    scene = generate_settlement(1, 256, 256)
    kinds = {item.kind for item in scene.objects}
    assert {"building", "roof_part", "tree"} <= kinds
    roofs, crowns = np.zeros((256, 256), bool), np.zeros((256, 256), bool)
    for item in scene.objects:
        if item.kind in ("building", "roof_part", "tree"):
            (crowns if item.kind == "tree" else roofs)[:] |= item.full_mask(256, 256)
    assert (roofs & crowns).sum() < 0.1 * crowns.sum()
    houses = np.zeros((256, 256), bool)
    for item in scene.objects:
        if item.kind == "building":
            houses |= item.full_mask(256, 256)
    inside = [houses[item.full_mask(256, 256)].mean() for item in scene.objects if item.kind == "roof_part"]
    # A building that a crown cut in two is left out, its planes may stay.
    assert np.median(inside) > 0.95


def test_the_camera_can_be_chosen(landscape):
    grey = landscape(2, 96, 96, Sensor(bands="single"))
    assert np.array_equal(grey.rgb[..., 0], grey.rgb[..., 2])
