"""Which window answers for a place: the same one every time, with the place well inside."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rasterio.transform import Affine
from sam2_toolbox.engine.api.parameters.params import RasterParams
from sam2_toolbox.engine.canvas.canvas_windows import Bounds, Levels
from sam2_toolbox.engine.embeddings.embedding_file import Place
from sam2_toolbox.engine.rasters.raster import open_raster
from sam2_toolbox.engine.tiles.tiling import CLOSER, Window, plan_tiles

SIDE = 512
LEVELS = Levels(5000, 3000, 0.25, 0.25, SIDE)

sizes = st.integers(1, 9000)
shares = st.floats(0, 1)


def point(levels, across, down):
    x, y = across * levels.width, down * levels.height
    return Bounds(x, y, x, y)


@pytest.mark.parametrize(
    ("pixel", "level"),
    [(0, 0), (0.01, 0), (0.25, 0), (0.35, 0), (0.36, 1), (0.5, 1), (0.8, 2), (1.0, 2), (4.0, 4), (1e9, 4)],
)
def test_the_level_follows_the_screen_and_never_leaves_the_raster(pixel, level):
    assert LEVELS.level_at(pixel) == level
    assert LEVELS.last == 4


@pytest.mark.parametrize("transform", [(0.5, 0.5), (0.5, 1.3), (2.0, 0.7)])
def test_the_grids_of_levels_are_those_of_the_reader(write_raster, transform):
    across, down = transform
    path = write_raster(np.zeros((133, 277), np.uint8), transform=Affine(across, 0, 7, 0, -down, 9))
    levels = Levels(277, 133, across, down, 64)
    for level in range(levels.last + 1):
        resolution = levels.resolution(level) if level else 0.0
        with open_raster(RasterParams(input=path, resolution=resolution)) as reader:
            assert (reader.info.width, reader.info.height) == levels.grid(level)


@settings(max_examples=60, deadline=None)
@given(sizes, sizes, shares, shares, st.integers(0, 5))
def test_a_point_is_well_inside_its_window(width, height, across, down, level):
    levels = Levels(width, height, 1.0, 1.0, SIDE)
    level = min(level, levels.last)
    wanted = point(levels, across, down)
    place = levels.lattice_place(level, wanted)
    assert (place.grid_width, place.grid_height) == levels.grid(level)
    window, bounds = place.window, levels.bounds(place)
    assert window.x >= 0
    assert window.right <= place.grid_width
    assert window.width == min(SIDE, place.grid_width)
    assert bounds.contains(wanted)
    assert levels.serves(place, wanted)
    x, _ = wanted.centre
    quarter = (SIDE / 4 - 1) * width / place.grid_width
    assert x - bounds.left >= quarter or bounds.left == 0
    assert bounds.right - x >= quarter or bounds.right == pytest.approx(width)
    assert levels.lattice_level(wanted, level) == level


@settings(max_examples=60, deadline=None)
@given(sizes, sizes, shares, shares, shares, shares, st.integers(0, 5))
def test_every_rectangle_has_a_window_that_shows_it(width, height, left, right, top, bottom, level):
    levels = Levels(width, height, 1.0, 1.0, SIDE)
    left, right = sorted((left * width, right * width))
    top, bottom = sorted((top * height, bottom * height))
    wanted = Bounds(left, top, right, bottom)
    enough = levels.lattice_level(wanted, min(level, levels.last))
    assert levels.bounds(levels.lattice_place(enough, wanted)).contains(wanted)


def test_views_that_differ_little_share_their_window():
    place = LEVELS.lattice_place(0, Bounds(1300, 1290, 1300, 1290))
    assert place == Place(5000, 3000, Window(1024, 1024, 512, 512))
    assert LEVELS.lattice_place(0, Bounds(1390, 1160, 1390, 1160)) == place
    assert LEVELS.lattice_place(0, Bounds(4990, 2990, 4990, 2990)).window == Window(4488, 2488, 512, 512)


def test_sharpness_counts_octaves_from_the_rasters_own_pixels():
    assert LEVELS.sharpness(Place(5000, 3000, Window(0, 0, 512, 512))) == 0
    assert LEVELS.sharpness(Place(2500, 1500, Window(0, 0, 512, 512))) == 1
    # A tile of half the side was enlarged, one of twice the side reduced.
    assert LEVELS.sharpness(Place(5000, 3000, Window(0, 0, 256, 256))) == -1
    assert LEVELS.sharpness(Place(5000, 3000, Window(0, 0, 1024, 1024))) == 1
    small = Levels(300, 200, 1.0, 1.0, SIDE)
    assert small.last == 0
    assert small.sharpness(small.lattice_place(0, Bounds(9, 9, 9, 9))) == 0


@pytest.mark.parametrize("overlap", [128, 64])
def test_the_tiles_of_a_run_answer_for_every_place(overlap):
    """What an automatic run has encoded serves every click, wherever the seams are."""
    tiles = [Place(5000, 3000, tile.window) for tile in plan_tiles(Window(0, 0, 5000, 3000), SIDE, overlap)]
    for step in range(200):
        wanted = point(LEVELS, math.modf(step * 0.61803)[0], math.modf(step * 0.41421)[0])
        picked = LEVELS.pick(tiles, wanted, 0)
        assert picked is not None
        assert LEVELS.serves(picked, wanted)
        assert LEVELS.pick(tiles, wanted, 1) is None
        assert LEVELS.pick_any(tiles, wanted, 1) == picked


def test_the_closer_level_has_windows_half_as_wide_of_the_rasters_own_grid():
    wanted = Bounds(1290, 1270, 1310, 1300)
    place = LEVELS.lattice_place(CLOSER, wanted)
    assert place == Place(5000, 3000, Window(1152, 1152, 256, 256))
    assert LEVELS.lattice_level(wanted, CLOSER) == CLOSER
    assert LEVELS.pick([place], wanted, CLOSER) == place
    assert LEVELS.pick([place], wanted, 0) is None
    assert LEVELS.lattice_level(Bounds(1160, 1160, 1400, 1200), CLOSER) == 0


def test_the_known_window_whose_middle_is_nearest_is_taken():
    near, far = (Place(5000, 3000, Window(x, 1000, 512, 512)) for x in (1000, 1100))
    wanted = Bounds(1250, 1260, 1250, 1260)
    assert LEVELS.pick([far, near], wanted, 0) == near
    coarse = Place(2500, 1500, Window(400, 400, 512, 512))
    assert LEVELS.pick([coarse], wanted, 0) is None
    assert LEVELS.pick_any([coarse, far], wanted, 0) == far
    assert LEVELS.pick_any([coarse, far], wanted, 1) == coarse
    outside = Bounds(1099, 1260, 1300, 1260)
    assert LEVELS.pick_any([far], outside, 0) is None


def test_a_picture_is_no_larger_than_its_side():
    levels = Levels(5000, 3000, 0.25, 0.25, 300)
    for pixel in (0.0, 0.3, 3.0):
        for size in (10, 300, 301, 1234, 5000):
            level = levels.level_of_picture(Bounds(0, 0, size, size / 2), pixel)
            assert size / 2**level <= 301
            assert levels.resolution(level) >= min(pixel, levels.resolution(levels.last))
