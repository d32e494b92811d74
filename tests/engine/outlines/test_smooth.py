import numpy as np
import pytest
import shapely
import shapely.affinity
from sam2_toolbox.engine.api.parameters.params import OutlineParams
from sam2_toolbox.engine.objects import FoundObject, Piece
from sam2_toolbox.engine.outlines.outline import object_outline, object_outlines
from sam2_toolbox.engine.outlines.smooth import SMOOTH_TOLERANCE_PX

PIXEL = OutlineParams()
SMOOTH = OutlineParams(outline="smooth")
# Small enough to leave every vertex where it is.
EVERY_VERTEX = OutlineParams(outline="smooth", simplify=1e-9)


def outline_of(params, *pieces):
    return object_outline(FoundObject(pieces, 0.9, 0.95, (0.0, 0.0), 0, False), params)


def piece_of(logits, x=0, y=0, bits=None):
    """A piece of all pixels of a field (h + 2, w + 2), its border the padding."""
    logits = logits.astype(np.float16)
    return Piece(x, y, logits[1:-1, 1:-1] > 0 if bits is None else bits, logits)


def as_the_model_sees_it(distance, size=1024, scale=4):
    """Logits of a shape given by its signed distance: sampled at 1/4, shown bilinearly at full size."""
    low = size // scale
    centres = (np.arange(low) + 0.5) * scale
    coarse = np.clip(distance(*np.meshgrid(centres, centres)) * 0.5, -20, 20)
    at = np.clip((np.arange(size) + 0.5) / scale - 0.5, 0, low - 1)
    first = np.minimum(at.astype(int), low - 2)
    share = at - first
    rows = coarse[first] * (1 - share)[:, None] + coarse[first + 1] * share[:, None]
    fine = rows[:, first] * (1 - share) + rows[:, first + 1] * share
    return np.pad(fine, 1, mode="edge")


def circle(x, y, radius):
    return lambda px, py: radius - np.hypot(px - x, py - y)


def rectangle(x, y, half_width, half_height, angle):
    def distance(px, py):
        u = abs((px - x) * np.cos(angle) + (py - y) * np.sin(angle)) - half_width
        v = abs((py - y) * np.cos(angle) - (px - x) * np.sin(angle)) - half_height
        outside = np.hypot(np.maximum(u, 0), np.maximum(v, 0))
        return -(outside + np.minimum(np.maximum(u, v), 0))

    return distance


def mean_error(outline, distance):
    line = outline.boundary
    points = shapely.get_coordinates(line.interpolate(np.arange(0, line.length, 0.25)))
    return np.abs(distance(points[:, 0], points[:, 1])).mean()


SHAPES = {
    "circles": [circle(*np.random.default_rng(i).uniform(350, 650, 2), 40 + 35 * i) for i in range(8)],
    "rectangles": [
        rectangle(*np.random.default_rng(i).uniform(400, 600, 2), 50 + 20 * i, 40 + 10 * i, 0.15 + 0.17 * i)
        for i in range(8)
    ],
}


# The limits are the errors measured with prototypes (0.059 and 0.045 px with all vertices, 0.118
# and 0.061 px thinned out, 0.226 and 0.242 px for the pixel edges), and a little more.
@pytest.mark.parametrize(
    ("kind", "every_vertex", "default", "pixel"),
    [("circles", 0.08, 0.14, 0.18), ("rectangles", 0.06, 0.09, 0.18)],
)
def test_smooth_lines_are_nearer_to_the_truth_than_pixel_edges(kind, every_vertex, default, pixel):
    errors = {EVERY_VERTEX: [], SMOOTH: [], PIXEL: []}
    vertices = dict.fromkeys(errors, 0)
    for distance in SHAPES[kind]:
        piece = piece_of(as_the_model_sees_it(distance))
        for params in errors:
            outline = outline_of(params, piece)
            errors[params].append(mean_error(outline, distance))
            vertices[params] += shapely.get_num_coordinates(outline)
    assert np.mean(errors[EVERY_VERTEX]) < every_vertex
    assert np.mean(errors[SMOOTH]) < default
    assert np.mean(errors[PIXEL]) > pixel
    assert vertices[SMOOTH] * 4 < vertices[PIXEL] < vertices[EVERY_VERTEX]


def test_a_straight_edge_between_pixel_centres_is_found_exactly():
    x = np.arange(-1, 21) + 0.5
    logits = np.tile(7.3125 - x, (12, 1))
    outline = outline_of(EVERY_VERTEX, piece_of(logits, x=100, y=50))
    assert outline.bounds == (100, 50, 107.3125, 60)


def test_noise_is_valid_with_the_parts_of_the_mask():
    rng = np.random.default_rng(3)
    for _ in range(1500):
        logits = rng.normal(rng.normal(), 1, rng.integers(3, 16, 2))
        logits[rng.random(logits.shape) < 0.1] = 0
        piece = piece_of(logits)
        every, default = outline_of(EVERY_VERTEX, piece), outline_of(SMOOTH, piece)
        assert every.is_valid
        assert default.is_valid
        assert len(every.geoms) == len(outline_of(PIXEL, piece).geoms)
        assert default.is_empty == every.is_empty


def test_every_pixel_centre_is_on_its_side():
    rng = np.random.default_rng(4)
    for _ in range(200):
        logits = rng.normal(size=(14, 17))
        bits = (logits[1:-1, 1:-1] > 0) ^ (rng.random((12, 15)) < 0.1)
        outline = outline_of(EVERY_VERTEX, piece_of(logits, bits=bits))
        row, column = np.indices(bits.shape)
        assert np.array_equal(shapely.contains_xy(outline, column + 0.5, row + 0.5), bits)


def test_the_outline_of_the_pieces_is_that_of_the_whole():
    rng = np.random.default_rng(5)
    for _ in range(500):
        height, width = rng.integers(4, 24, 2)
        logits = rng.normal(0.3, 1, (height + 2, width + 2))
        bits = (logits[1:-1, 1:-1] > 0) ^ (rng.random((height, width)) < 0.05)
        row, column = rng.integers(1, height), rng.integers(1, width)
        boxes = [(0, 0, width, row), (0, row, column, height), (column, row, width, height)]
        pieces = [
            piece_of(logits[y : bottom + 2, x : right + 2], 40 + x, 70 + y, bits[y:bottom, x:right])
            for x, y, right, bottom in boxes
        ]
        whole = piece_of(logits, 40, 70, bits)
        for params in (EVERY_VERTEX, SMOOTH, PIXEL):
            assert shapely.equals_exact(outline_of(params, *pieces), outline_of(params, whole), 1e-6)


def test_at_the_border_of_the_raster_the_line_stays_on_the_pixel_edge():
    logits = np.pad(np.tile(6.25 - (np.arange(10) + 0.5), (8, 1)), 1, mode="edge")
    outline = outline_of(EVERY_VERTEX, piece_of(logits))
    assert outline.bounds == pytest.approx((0, 0, 6.25, 8), abs=0.01)
    assert outline.area == pytest.approx(6.25 * 8, abs=0.01)


def test_a_mask_of_the_whole_raster_is_the_raster():
    outline = outline_of(SMOOTH, piece_of(np.full((9, 12), 3.0)))
    assert outline.equals(shapely.box(0, 0, 10, 7))


def test_where_bits_and_logits_differ_the_bits_win():
    logits = np.full((12, 12), 2.0)
    bits = np.ones((10, 10), dtype=bool)
    bits[:, 6:] = False
    outline = outline_of(EVERY_VERTEX, piece_of(logits, bits=bits))
    assert outline.bounds == (0, 0, 6, 10)
    hole = np.ones((10, 10), dtype=bool)
    hole[4, 4] = False
    assert len(outline_of(EVERY_VERTEX, piece_of(logits, bits=hole)).geoms[0].interiors) == 1
    logits[5, 5] = -1
    assert (
        len(outline_of(EVERY_VERTEX, piece_of(logits, bits=np.ones((10, 10), bool))).geoms[0].interiors) == 0
    )


def test_noise_cut_out_of_a_plateau_is_valid():
    """Every edge looks like the raster's border here, saddles included."""
    rng = np.random.default_rng(8)
    for _ in range(200):
        bits = rng.random((9, 11)) < 0.5
        piece = piece_of(np.full((11, 13), 2.0), bits=bits)
        outline = outline_of(EVERY_VERTEX, piece)
        assert outline.is_valid
        assert len(outline.geoms) == len(outline_of(PIXEL, piece).geoms)


def test_pieces_without_logits_fall_back_to_their_bits():
    bits = np.zeros((9, 9), dtype=bool)
    bits[2:7, 3:8] = True
    plus_minus = np.where(np.pad(bits, 1), 1.0, -1.0)
    bare = outline_of(EVERY_VERTEX, Piece(0, 0, bits))
    assert shapely.equals_exact(bare, outline_of(EVERY_VERTEX, piece_of(plus_minus)))
    assert bare.bounds == (3, 2, 8, 7)


def test_logits_without_a_number_leave_the_line_on_the_pixel_edge():
    logits = np.where(np.pad(np.ones((3, 3), bool), 2), np.inf, -np.inf)
    outline = outline_of(EVERY_VERTEX, piece_of(logits))
    assert outline.is_valid
    assert outline.bounds == (1, 1, 4, 4)


def test_the_default_is_thinned_out_by_the_named_tolerance_and_simplify_replaces_it():
    piece = piece_of(as_the_model_sees_it(circle(500, 500, 100)))
    default = outline_of(SMOOTH, piece)
    same = outline_of(OutlineParams(outline="smooth", simplify=SMOOTH_TOLERANCE_PX), piece)
    coarse = outline_of(OutlineParams(outline="smooth", simplify=2.0), piece)
    assert shapely.equals_exact(default, same)
    assert shapely.get_num_coordinates(coarse) < shapely.get_num_coordinates(default)


def test_many_outlines_at_once_are_those_of_each_alone():
    rng = np.random.default_rng(9)
    objects = []
    for _ in range(150):
        logits = rng.normal(0.2, 1, rng.integers(4, 20, 2))
        bits = (logits[1:-1, 1:-1] > 0) ^ (rng.random((logits.shape[0] - 2, logits.shape[1] - 2)) < 0.05)
        row = int(rng.integers(1, logits.shape[0] - 1))
        halves = [(0, row), (row, logits.shape[0] - 2)]
        pieces = [
            piece_of(logits[top : bottom + 2], 5, 7 + top, bits[top:bottom])
            for top, bottom in halves
            if top < bottom
        ]
        objects.append(FoundObject(tuple(pieces), 0.9, 0.95, (0.0, 0.0), 0, False))
    for params in (EVERY_VERTEX, SMOOTH):
        alone = [object_outline(one, params) for one in objects]
        assert all(map(shapely.equals_exact, object_outlines(objects, params), alone))
