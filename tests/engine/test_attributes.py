import math

import numpy as np
import pytest
import shapely
from pyproj import CRS
from sam2_toolbox.engine.api.features import Feature
from sam2_toolbox.engine.api.parameters.params import OutlineParams
from sam2_toolbox.engine.attributes import feature_of, features_of, keep
from sam2_toolbox.engine.objects import FoundObject, Piece
from sam2_toolbox.engine.outlines.outline import object_outline
from sam2_toolbox.engine.rasters.geodesy import ellipsoid_of
from sam2_toolbox.engine.rasters.georeference import Georeference

UTM = CRS("EPSG:32633").to_wkt()
ROWS = ["#####", "#...#", "#.#.#", "#...#", "#####"]
RING = np.array([[letter == "#" for letter in row] for row in ROWS])
COS, SIN = 0.25 * math.cos(math.radians(30)), 0.25 * math.sin(math.radians(30))
TRANSFORMS = {
    "north-up": (0.25, 0.0, 500_000.0, 0.0, -0.25, 5_100_000.0),
    "south-up": (0.25, 0.0, 500_000.0, 0.0, 0.25, 5_100_000.0),
    "rotated": (COS, SIN, 500_000.0, SIN, -COS, 5_100_000.0),
    "sheared": (0.25, 0.1, 500_000.0, 0.0, -0.25, 5_100_000.0),
    "anisotropic": (0.5, 0.0, 500_000.0, 0.0, -0.1, 5_100_000.0),
    "mirrored": (-0.25, 0.0, 500_000.0, 0.0, -0.25, 5_100_000.0),
    "degrees": (1e-6, 0.0, 14.5, 0.0, -1e-6, 46.0),
}


def found_at(x, y, bits=RING):
    return FoundObject((Piece(x, y, bits),), 0.75, 0.5, (x + 0.5, y + 2.5), 3, True)


def feature(found, transform, wkt=UTM, object_id=7):
    return feature_of(
        object_id,
        found,
        object_outline(found, OutlineParams()),
        Georeference(transform, wkt),
        ellipsoid_of(wkt),
    )


@pytest.mark.parametrize("transform", TRANSFORMS.values(), ids=TRANSFORMS)
def test_a_pixel_lies_at_its_place_within_a_millionth(transform):
    georeference = Georeference(transform, "")
    pixel = feature(found_at(17_003, 12_345, np.ones((1, 1), dtype=bool)), transform, "")
    corners = shapely.get_coordinates(shapely.from_wkb(pixel.wkb))
    back = georeference.to_pixel(corners)
    assert {tuple(corner) for corner in np.round(back)} == {
        (17_003, 12_345),
        (17_004, 12_345),
        (17_003, 12_346),
        (17_004, 12_346),
    }
    assert np.abs(back - np.round(back)).max() < 1e-6
    prompt = georeference.to_pixel(np.array([[pixel.prompt_x, pixel.prompt_y]]))
    assert prompt == pytest.approx(np.array([[17_003.5, 12_347.5]]), abs=1e-6)


@pytest.mark.parametrize("transform", TRANSFORMS.values(), ids=TRANSFORMS)
def test_shells_run_counter_clockwise_on_the_map_and_holes_clockwise(transform):
    geometry = shapely.from_wkb(feature(found_at(3, 4), transform).wkb)
    assert geometry.is_valid
    assert len(geometry.geoms) == 2
    for part in geometry.geoms:
        assert part.exterior.is_ccw
        assert not any(ring.is_ccw for ring in part.interiors)


def test_wkb_is_a_flat_little_endian_multipolygon():
    wkb = feature(found_at(3, 4), TRANSFORMS["north-up"]).wkb
    assert wkb[:5] == bytes([1]) + (6).to_bytes(4, "little")


def test_attributes():
    made = feature(found_at(3, 4), TRANSFORMS["north-up"])
    assert made.area_m2 == pytest.approx(17 * 0.0625, rel=1e-3)
    assert made.perimeter_m == pytest.approx((20 + 12 + 4) * 0.25, rel=1e-3)
    assert made == Feature(
        object_id=7,
        score=0.75,
        stability=0.5,
        area_m2=made.area_m2,
        perimeter_m=made.perimeter_m,
        area_px=17,
        prompt_x=500_000 + 3.5 * 0.25,
        prompt_y=5_100_000 - 6.5 * 0.25,
        tile=3,
        touches_edge=True,
        wkb=made.wkb,
    )


def test_without_a_crs_there_is_no_area():
    made = feature(found_at(3, 4), TRANSFORMS["north-up"], wkt="")
    assert (made.area_m2, made.perimeter_m, made.area_px) == (None, None, 17)


@pytest.mark.parametrize("transform", TRANSFORMS.values(), ids=TRANSFORMS)
def test_planar_area_is_that_of_the_pixels(transform):
    a, b, _, d, e, _ = transform
    origin = (a, b, 0.0, d, e, 0.0)
    geometry = shapely.from_wkb(feature(found_at(3, 4), origin, "").wkb)
    assert geometry.area == pytest.approx(17 * abs(a * e - b * d), rel=1e-9)


def test_many_at_once_are_as_each_alone():
    objects = [found_at(x, 2 * x) for x in range(5)]
    outlines = [object_outline(found, OutlineParams()) for found in objects]
    georeference, ellipsoid = Georeference(TRANSFORMS["rotated"], UTM), ellipsoid_of(UTM)
    together = features_of(range(5), objects, outlines, georeference, ellipsoid)
    assert together == [
        feature_of(i, found, outline, georeference, ellipsoid)
        for i, (found, outline) in enumerate(zip(objects, outlines))
    ]
    assert features_of([], [], [], georeference, ellipsoid) == []


@pytest.mark.parametrize(
    ("area", "smallest", "largest", "kept"),
    [
        (5.0, 0.0, 0.0, True),
        (5.0, 5.0, 5.0, True),
        (4.9, 5.0, 0.0, False),
        (5.1, 0.0, 5.0, False),
        (None, 5.0, 6.0, True),
    ],
)
def test_area_limits(area, smallest, largest, kept):
    assert keep(area, OutlineParams(min_area=smallest, max_area=largest)) is kept
