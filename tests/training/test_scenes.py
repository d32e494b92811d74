"""The scene generator: repeatable, complete, and its masks fit its picture."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

pytest.importorskip("cv2")

from sam2_toolbox.training.scenes import generate_scene
from sam2_toolbox.training.scenes.canvas import SMALLEST_OBJECT_PX, Canvas
from sam2_toolbox.training.scenes.light import Sun, cast_shadow
from sam2_toolbox.training.scenes.sensor import Sensor
from sam2_toolbox.training.scenes.shapes import inset, rectangle, signed_area, subdivide


@pytest.fixture(scope="module")
def scene():
    return generate_scene(7, 400, 300, 0.5)


def test_picture_has_the_size_asked_for(scene):
    assert scene.rgb.shape == (300, 400, 3)
    assert scene.rgb.dtype == np.uint8
    assert scene.rgb.std() > 10


def test_same_seed_same_scene(scene):
    again = generate_scene(7, 400, 300, 0.5)
    assert np.array_equal(again.rgb, scene.rgb)
    assert len(again.objects) == len(scene.objects)
    assert all(np.array_equal(a.bits, b.bits) for a, b in zip(again.objects, scene.objects, strict=True))


def test_other_seed_other_scene(scene):
    assert not np.array_equal(generate_scene(8, 400, 300, 0.5).rgb, scene.rgb)


def test_objects_lie_inside_and_fill_their_boxes(scene):
    assert len(scene.objects) > 20
    for item in scene.objects:
        rows, columns = item.bits.shape
        assert item.bits.dtype == bool
        assert item.x >= 0
        assert item.y >= 0
        assert item.x + columns <= 400
        assert item.y + rows <= 300
        assert item.area >= SMALLEST_OBJECT_PX
        assert item.bits[0].any()
        assert item.bits[-1].any()
        assert item.bits[:, 0].any()
        assert item.bits[:, -1].any()


def test_larger_objects_come_first(scene):
    areas = [item.area for item in scene.objects]
    assert areas == sorted(areas, reverse=True)


def test_full_mask_puts_the_crop_back(scene):
    item = scene.objects[-1]
    mask = item.full_mask(300, 400)
    assert mask.sum() == item.area
    assert mask[item.y : item.y + item.bits.shape[0], item.x : item.x + item.bits.shape[1]].sum() == item.area


@pytest.mark.parametrize("metres_per_pixel", [0.1, 0.5, 2.5, 10.0])
def test_any_ground_resolution_gives_objects(metres_per_pixel):
    # A single small scene may show one lawn; several together must hold objects at every resolution.
    found = sum(len(generate_scene(seed, 192, 192, metres_per_pixel).objects) for seed in range(4))
    assert found > 8


def test_old_town_has_courtyards_as_holes():
    scene = generate_scene(3, 400, 400, 0.6, uses=("old_town",))
    yards = [item for item in scene.objects if item.kind == "courtyard"]
    houses = np.zeros((400, 400), dtype=bool)
    for item in scene.objects:
        if item.kind == "building":
            houses |= item.full_mask(400, 400)
    assert yards
    overlaps = [(houses & yard.full_mask(400, 400)).sum() / yard.area for yard in yards]
    assert np.median(overlaps) < 0.2


def test_roof_parts_lie_inside_buildings():
    scene = generate_scene(5, 400, 400, 0.3, uses=("town",))
    houses = np.zeros((400, 400), dtype=bool)
    for item in scene.objects:
        if item.kind == "building":
            houses |= item.full_mask(400, 400)
    parts = [item for item in scene.objects if item.kind == "roof_part"]
    assert parts
    assert all(houses[item.full_mask(400, 400)].mean() > 0.9 for item in parts)


def test_single_band_is_grey_and_false_colour_differs(scene):
    grey = generate_scene(7, 400, 300, 0.5, replace(Sensor(), bands="single"))
    assert np.array_equal(grey.rgb[..., 0], grey.rgb[..., 2])
    false_colour = generate_scene(7, 400, 300, 0.5, replace(Sensor(), bands="false_colour"))
    assert false_colour.rgb[..., 0].mean() > scene.rgb[..., 0].mean()
    assert len(false_colour.objects) == len(scene.objects)


def test_sampled_sensors_never_leave_a_blank_picture():
    rng = np.random.default_rng(0)
    for seed in range(6):
        rgb = generate_scene(seed, 128, 128, 1.0, Sensor.sample(rng)).rgb
        assert rgb.std() > 2


def test_shadow_falls_away_from_the_sun():
    elevation = np.zeros((40, 40), dtype=np.float32)
    elevation[18:22, 18:22] = 10
    sun = Sun(azimuth=0.0, elevation=np.pi / 4, sky_share=0.4)  # from the right
    shadow = cast_shadow(elevation, sun, 1.0)
    assert shadow[20, 12] > 0.9
    assert shadow[20, 28] < 0.1
    assert shadow[20, 4] < 0.1  # 10 m high: the shadow is 10 m long


def test_subdivision_covers_the_area_and_stays_convex():
    whole = rectangle(0, 0, 200, 100, 0.3)
    pieces = subdivide(np.random.default_rng(1), whole, 900)
    assert len(pieces) > 10
    assert sum(abs(signed_area(piece)) for piece in pieces) == pytest.approx(20000)


def test_inset_moves_every_side_or_leaves_nothing():
    square = rectangle(0, 0, 20, 20, 0.7)
    assert abs(signed_area(inset(square, 2))) == pytest.approx(256)
    assert len(inset(square, 11)) == 0


def test_cover_keeps_holes():
    canvas = Canvas(np.random.default_rng(0), 40, 40, 1.0)
    ring = canvas.cover(rectangle(20, 20, 20, 20, 0), rectangle(20, 20, 8, 8, 0))
    assert ring.bits.sum() == pytest.approx(400 - 64, abs=30)
    assert canvas.cover(rectangle(-50, -50, 5, 5, 0)) is None
