import numpy as np
import pytest
import shapely
import shapely.affinity
from rasterio.features import rasterize, shapes
from sam2_toolbox.engine.api.parameters.params import OutlineParams
from sam2_toolbox.engine.objects import FoundObject, Piece
from sam2_toolbox.engine.outlines import outline as module
from sam2_toolbox.engine.outlines.outline import object_outline, object_outlines, trace
from shapely.geometry import MultiPolygon, Polygon, shape

PIXEL = OutlineParams()


def drawn(text):
    return np.array([[letter == "#" for letter in row] for row in text.split()])


def found(*pieces):
    return FoundObject(pieces, 0.9, 0.95, (0.0, 0.0), 0, False)


def polygons(bits):
    return [Polygon(polygon.shell, polygon.holes) for polygon in trace(bits)]


def as_multipolygon(bits):
    return MultiPolygon(polygons(bits))


def blobs(rng, height, width):
    field = rng.normal(size=(height, width))
    for axis in (0, 1):
        for _ in range(3):
            field = field + np.roll(field, 1, axis) + np.roll(field, -1, axis)
    return field > np.quantile(field, rng.uniform(0.05, 0.95))


def checkerboard(rng, height, width):
    return (np.add.outer(np.arange(height), np.arange(width)) // rng.integers(1, 3)) % 2 == 0


def rings_in_rings(rng, height, width):
    y, x = np.ogrid[:height, :width]
    distance = np.maximum(abs(x - width // 2), abs(y - height // 2))
    return (distance // rng.integers(1, 3)) % 2 == 0


def noise(rng, height, width):
    return rng.random((height, width)) < rng.random()


def random_mask(rng, largest=14):
    height, width = rng.integers(1, largest + 1, 2)
    kind = (noise, noise, blobs, checkerboard, rings_in_rings)[rng.integers(5)]
    bits = kind(rng, height, width)
    if rng.random() < 0.2:
        bits ^= rng.random(bits.shape) < 0.05
    return bits


def assert_exact(bits, outline):
    assert outline.area == np.count_nonzero(bits)
    assert outline.is_valid, shapely.is_valid_reason(outline)
    # An empty outline cannot be handed to rasterize.
    if bits.any():
        assert np.array_equal(rasterize([outline], bits.shape, dtype="uint8") > 0, bits)


def test_ten_thousand_random_masks_are_valid_have_their_area_and_come_back_bit_for_bit():
    """A hundred at a time in one raster, because each call of rasterize takes longer than ten masks."""
    rng = np.random.default_rng(20)
    for _ in range(100):
        masks = [random_mask(rng) for _ in range(100)]
        places = [(15 * (i % 10), 15 * (i // 10)) for i in range(100)]
        outlines = [object_outline(found(Piece(x, y, b)), PIXEL) for (x, y), b in zip(places, masks)]
        assert shapely.is_valid(outlines).all()
        assert shapely.area(outlines).tolist() == [np.count_nonzero(bits) for bits in masks]
        numbered = [(outline, i + 1) for i, outline in enumerate(outlines) if not outline.is_empty]
        expected = np.zeros((150, 150), dtype=np.uint8)
        for i, ((x, y), bits) in enumerate(zip(places, masks)):
            expected[y : y + bits.shape[0], x : x + bits.shape[1]] = bits * (i + 1)
        assert np.array_equal(rasterize(numbered, expected.shape, dtype="uint8"), expected)


@pytest.mark.parametrize("density", [0.05, 0.3, 0.5, 0.6, 0.7, 0.95])
def test_large_noise_is_as_exact_as_small(density):
    bits = np.random.default_rng(21).random((300, 260)) < density
    assert_exact(bits, object_outline(found(Piece(0, 0, bits)), PIXEL))


def test_polygons_are_those_of_gdal():
    rng = np.random.default_rng(22)
    for _ in range(500):
        bits = random_mask(rng, largest=30)
        reference = [shape(s) for s, value in shapes(bits.view(np.uint8), connectivity=4) if value]
        assert {p.normalize().wkb for p in polygons(bits)} == {p.normalize().wkb for p in reference}


def test_a_pixel_is_a_square_at_its_place():
    (polygon,) = trace(drawn("... ..# ..."))
    assert polygon.shell.tolist() == [[2, 1], [3, 1], [3, 2], [2, 2], [2, 1]]
    assert polygon.holes == ()


def test_shells_have_positive_and_holes_negative_area():
    (polygon,) = trace(drawn("##### #.#.# ##### ####. .#..."))
    signed = [shapely.LinearRing(ring).is_ccw for ring in (polygon.shell, *polygon.holes)]
    assert signed == [True, False, False]


def test_an_island_in_a_hole_is_a_part_of_its_own():
    ring, island = sorted(
        polygons(drawn("##### #...# #.#.# #...# #####")), key=lambda p: p.area, reverse=True
    )
    assert (ring.area, len(ring.interiors), island.area) == (16, 1, 1)


def test_pixels_that_touch_at_a_corner_are_parts_of_their_own():
    assert [p.area for p in polygons(drawn("#. .#"))] == [1, 1]
    assert [p.area for p in polygons(drawn(".# #."))] == [1, 1]


def test_a_ring_closed_only_at_a_corner_has_a_hole_that_touches_its_shell():
    bits = drawn("### #.# ##.")
    (polygon,) = polygons(bits)
    assert polygon.is_valid
    assert len(polygon.interiors) == 1
    assert polygon.exterior.intersection(polygon.interiors[0]).equals(shapely.Point(2, 2))


def test_two_holes_that_touch_at_a_corner_stay_two():
    (polygon,) = polygons(drawn("#### #.## ##.# ####"))
    assert polygon.is_valid
    assert [Polygon(ring).area for ring in polygon.interiors] == [1, 1]


def test_each_hole_is_in_its_own_part_however_deep_the_nesting():
    bits = rings_in_rings(np.random.default_rng(1), 81, 81)
    outline = as_multipolygon(bits)
    assert_exact(bits, outline)
    assert all(len(part.interiors) <= 1 for part in outline.geoms)


def test_nothing_gives_nothing():
    assert trace(np.zeros((4, 5), dtype=bool)) == []
    assert object_outline(found(Piece(0, 0, np.zeros((4, 5), dtype=bool))), PIXEL).is_empty


def test_only_corners_are_vertices():
    (polygon,) = trace(np.ones((50, 40), dtype=bool))
    assert len(polygon.shell) == 5


def cut_into_pieces(rng, bits, x, y):
    """Pieces on both sides of one cut across and, on one side, one down, some with empty margins."""
    height, width = bits.shape
    row, column = rng.integers(0, height + 1), rng.integers(0, width + 1)
    parts = [(0, 0, bits[:row]), (0, row, bits[row:, :column]), (column, row, bits[row:, column:])]
    return [Piece(x + dx, y + dy, part) for dx, dy, part in parts if part.size]


def test_the_outline_of_the_pieces_is_that_of_the_whole():
    rng = np.random.default_rng(23)
    for _ in range(2000):
        bits = random_mask(rng, largest=20)
        x, y = rng.integers(-50, 5000, 2)
        whole = object_outline(found(Piece(x, y, bits)), PIXEL)
        pieces = cut_into_pieces(rng, bits, x, y)
        assert shapely.equals_exact(object_outline(found(*pieces), PIXEL), whole)
        assert shapely.equals_exact(
            whole, shapely.affinity.translate(object_outline(found(Piece(0, 0, bits)), PIXEL), x, y)
        )


def test_pieces_whose_boxes_overlap_are_one_raster_too():
    rng = np.random.default_rng(24)
    for _ in range(300):
        bits = random_mask(rng)
        mine = rng.random(bits.shape) < 0.5
        pieces = Piece(3, 4, bits & mine), Piece(3, 4, bits & ~mine)
        whole = object_outline(found(Piece(3, 4, bits)), PIXEL)
        assert shapely.equals_exact(object_outline(found(*pieces), PIXEL), whole)


def test_pieces_far_apart_cost_no_raster_between_them():
    square = np.ones((3, 3), dtype=bool)
    outline = object_outline(found(Piece(0, 0, square), Piece(3_000_000, 2_000_000, square)), PIXEL)
    assert outline.area == 18
    assert outline.bounds == (0, 0, 3_000_003, 2_000_003)


def test_simplify_is_applied():
    bits = np.tri(40, dtype=bool)
    outline = object_outline(found(Piece(0, 0, bits)), OutlineParams(simplify=1.0))
    assert outline.is_valid
    assert len(outline.geoms[0].exterior.coords) < 10


@pytest.mark.parametrize("params", [PIXEL, OutlineParams(simplify=1.0)])
def test_many_outlines_at_once_are_those_of_each_alone(monkeypatch, params):
    rng = np.random.default_rng(25)
    masks = [random_mask(rng, largest=25) for _ in range(200)]
    objects = [
        found(*cut_into_pieces(rng, bits, *rng.integers(-9, 9, 2))) if number % 3 else found()
        for number, bits in enumerate(masks)
    ]
    alone = [object_outline(one, params) for one in objects]
    assert all(map(shapely.equals_exact, object_outlines(objects, params), alone))
    monkeypatch.setattr(module, "_PIXELS_AT_ONCE", 500)
    assert all(map(shapely.equals_exact, object_outlines(objects, params), alone))
    assert object_outlines([], params) == []
