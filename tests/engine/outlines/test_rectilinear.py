import cv2
import numpy as np
import pytest
import shapely
import shapely.affinity
from pyproj import CRS, Geod, Transformer
from rasterio.features import rasterize
from sam2_toolbox.engine.api.parameters.params import OutlineParams
from sam2_toolbox.engine.objects import FoundObject, Piece
from sam2_toolbox.engine.outlines.outline import object_outline, object_outlines
from sam2_toolbox.engine.outlines.rectilinear import rectilinear
from sam2_toolbox.engine.rasters.geodesy import ellipsoid_of
from sam2_toolbox.engine.rasters.georeference import Georeference
from sam2_toolbox.engine.rasters.ground import Ground
from shapely.geometry import MultiPolygon, Polygon, box

RECTILINEAR = OutlineParams(outline="rectilinear")
SQUARE_PIXELS = np.array([[1.0, 0.0], [0.0, -1.0]])

L_SHAPE = Polygon([(20, 20), (100, 20), (100, 50), (60, 50), (60, 90), (20, 90)])
COURTYARD = box(20, 20, 100, 90).difference(box(45, 40, 75, 70))
TWO_WINGS = MultiPolygon([box(20, 20, 50, 90), box(60, 20, 100, 45)])


def found(bits):
    return FoundObject((Piece(0, 0, bits),), 0.9, 0.95, (0.0, 0.0), 0, False)


def pixels(shape, side=120):
    return rasterize([shape], (side, side), dtype="uint8") > 0


def corner_angles(polygon):
    """Angles at all vertices of all rings, in degrees."""
    angles = []
    for ring in (polygon.exterior, *polygon.interiors):
        points = shapely.get_coordinates(ring)[:-1]
        ahead = np.roll(points, -1, axis=0) - points
        behind = np.roll(points, 1, axis=0) - points
        cosine = (ahead * behind).sum(axis=1) / np.hypot(*ahead.T) / np.hypot(*behind.T)
        angles += np.degrees(np.arccos(cosine)).tolist()
    return angles


def iou(a, b):
    common = a.intersection(b).area
    return common / (a.area + b.area - common)


@pytest.mark.parametrize("angle", [0, 7, 30, 45, 71])
@pytest.mark.parametrize("shape", [L_SHAPE, COURTYARD, TWO_WINGS], ids=["L", "courtyard", "two wings"])
def test_a_building_gets_its_own_corners_back(shape, angle):
    truth = shapely.affinity.rotate(shape, angle, origin=(60, 60))
    outline = object_outline(found(pixels(truth)), RECTILINEAR)
    assert outline.is_valid
    assert shapely.get_num_coordinates(outline) == shapely.get_num_coordinates(shape)
    assert len(outline.geoms) == len(shapely.get_parts(shape))
    assert iou(outline, truth) > 0.97
    for part in outline.geoms:
        assert corner_angles(part) == pytest.approx([90] * len(corner_angles(part)), abs=1e-6)


def test_lines_are_nearer_to_the_truth_than_pixel_edges():
    errors = {"rectilinear": 0.0, "pixel": 0.0}
    for angle in range(3, 90, 7):
        truth = shapely.affinity.rotate(L_SHAPE, angle, origin=(60, 60))
        for kind in errors:
            outline = object_outline(found(pixels(truth)), OutlineParams(outline=kind))
            errors[kind] += outline.symmetric_difference(truth).area
    assert errors["rectilinear"] < 0.6 * errors["pixel"]


def test_the_area_stays():
    for angle in (0, 20, 33):
        bits = pixels(shapely.affinity.rotate(L_SHAPE, angle, origin=(60, 60)))
        assert object_outline(found(bits), RECTILINEAR).area == pytest.approx(bits.sum(), rel=0.01)


def test_jogs_shorter_than_simplify_go_and_longer_ones_stay():
    bay = box(20, 20, 100, 60).union(box(40, 60, 70, 64))
    vertices = {
        jog: shapely.get_num_coordinates(
            object_outline(found(pixels(bay)), OutlineParams(outline="rectilinear", simplify=jog))
        )
        for jog in (3.0, 6.0)
    }
    assert vertices == {3.0: 9, 6.0: 5}


@pytest.mark.parametrize("radius", [10, 15, 50])
def test_a_disc_is_no_building(radius):
    y, x = np.mgrid[:120, :120]
    bits = np.hypot(x - 60, y - 60) < radius
    expected = object_outline(found(bits), OutlineParams(simplify=1.0))
    assert object_outline(found(bits), RECTILINEAR).equals(expected)


def test_a_point_far_off_is_refused_though_the_areas_agree():
    kite_with_tail = box(20, 20, 100, 100).union(Polygon([(100, 20), (117, 20), (100, 26)]))
    bits = pixels(kite_with_tail)
    outline = object_outline(found(bits), OutlineParams())
    assert rectilinear(outline, SQUARE_PIXELS, jog_px=10.0) is None
    assert rectilinear(object_outline(found(pixels(box(20, 20, 100, 100))), OutlineParams()), SQUARE_PIXELS)


def test_noise_is_valid_and_keeps_every_part_whatever_becomes_of_it():
    rng = np.random.default_rng(11)
    for _ in range(300):
        bits = rng.random(rng.integers(1, 24, 2)) < rng.random()
        outline = object_outline(found(bits), RECTILINEAR)
        traced = object_outline(found(bits), OutlineParams())
        assert outline.is_valid
        assert len(outline.geoms) == len(traced.geoms)
        holes = [sum(len(part.interiors) for part in one.geoms) for one in (outline, traced)]
        assert holes[0] == holes[1]


def test_noisy_buildings_have_fewer_vertices_and_lie_nearer_than_their_pixels():
    rng = np.random.default_rng(12)
    gains, vertices = [], []
    for _ in range(40):
        truth = shapely.affinity.rotate(L_SHAPE, rng.uniform(0, 90), origin=(60, 60))
        inside = pixels(truth).astype(np.uint8)
        distance = cv2.distanceTransform(inside, cv2.DIST_L2, 5) - cv2.distanceTransform(
            1 - inside, cv2.DIST_L2, 5
        )
        noise = cv2.resize(rng.normal(size=(31, 31)).astype(np.float32), (120, 120))
        bits = distance + noise > 0
        _, labels, statistics, _ = cv2.connectedComponentsWithStats(bits.astype(np.uint8), connectivity=4)
        bits = labels == 1 + np.argmax(statistics[1:, cv2.CC_STAT_AREA])
        drawn, pixel = (object_outline(found(bits), p) for p in (RECTILINEAR, OutlineParams()))
        gains.append(iou(drawn, truth) - iou(pixel, truth))
        vertices.append(shapely.get_num_coordinates(drawn))
    assert np.mean(gains) > 0
    assert np.median(vertices) < 12


@pytest.mark.parametrize(
    ("transform", "crs"),
    [
        ((0.5, 0, 500_000, 0, -2.0, 5_500_000), "EPSG:32632"),
        ((0.4, 0.3, 500_000, 0.3, -0.4, 5_500_000), "EPSG:32632"),
        ((0.5, 0.1, 500_000, 0.05, -0.5, 5_500_000), "EPSG:32632"),
        ((1e-5, 0, 8.0, 0, -1e-5, 60.0), "EPSG:4326"),
        ((1.0, 0, 1_000_000, 0, -1.0, 6_600_000), "EPSG:4087"),
    ],
    ids=["oblong pixels", "turned", "sheared", "degrees at 60 north", "plate carrée"],
)
def test_angles_are_right_on_the_ground(transform, crs):
    wkt = CRS(crs).to_wkt()
    georeference = Georeference(transform, wkt)
    ground = Ground(georeference, ellipsoid_of(wkt))
    step = ground.steps(np.array([[60.0, 60.0]]))[0]
    on_ground = shapely.affinity.rotate(L_SHAPE, 25, origin=(60, 60))
    to_pixels = np.linalg.inv(step) * np.sqrt(abs(np.linalg.det(step)))
    in_pixels = shapely.transform(on_ground, lambda p: (p - 60) @ to_pixels.T + 90)
    bits = pixels(in_pixels, side=180)
    (outline,) = object_outlines([found(bits)], RECTILINEAR, ground)
    assert iou(outline, in_pixels) > 0.9
    to_degrees = shapely.transform(outline, georeference.to_map)
    if crs != "EPSG:4326":
        transformer = Transformer.from_crs(crs, "EPSG:4326", always_xy=True)
        to_degrees = shapely.transform(
            to_degrees, lambda p: np.column_stack(transformer.transform(p[:, 0], p[:, 1]))
        )
    geod = Geod(ellps="WGS84")
    for part in to_degrees.geoms:
        points = shapely.get_coordinates(part.exterior)[:-1]
        for before, here, after in zip(np.roll(points, 1, 0), points, np.roll(points, -1, 0)):
            turn = geod.inv(*here, *before)[0] - geod.inv(*here, *after)[0]
            assert abs(np.cos(np.radians(turn))) < 1e-3
    assert shapely.get_num_coordinates(outline) <= 11
