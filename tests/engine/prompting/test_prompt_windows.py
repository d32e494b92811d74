"""Windows for prompts: fixed lattices, room around every object, each window in one shift only."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sam2_toolbox.engine.prompting.prompt_windows import SHIFTS, Extent, Lattices
from sam2_toolbox.engine.tiles.tiling import Window, plan_tiles

REGION = Window(100, 50, 1000, 700)
SIDE, OVERLAP = 256, 32


def numbers(low, high):
    return st.floats(low, high, allow_nan=False)


@st.composite
def extents(draw, largest=200):
    x0 = draw(numbers(REGION.x, REGION.right - 1))
    y0 = draw(numbers(REGION.y, REGION.bottom - 1))
    width, height = draw(numbers(0, largest)), draw(numbers(0, largest))
    return Extent(x0, y0, min(x0 + width, REGION.right), min(y0 + height, REGION.bottom))


def all_windows(lattices, shift):
    """Found by asking for every place."""
    found = {}
    for x in range(REGION.x, REGION.right, 16):
        for y in range(REGION.y, REGION.bottom, 16):
            tile = lattices.window_for(Extent(x, y, x, y), shift)
            if tile is not None:
                found[tile.window] = tile
    return found


def test_shift_0_are_the_tiles_of_an_automatic_run():
    tiles = {tile.window: tile.index for tile in plan_tiles(REGION, SIDE, OVERLAP)}
    found = all_windows(Lattices(REGION, SIDE, OVERLAP), 0)
    assert {window: tile.index for window, tile in found.items()} == tiles


def test_no_window_belongs_to_two_shifts():
    lattices = Lattices(REGION, SIDE, OVERLAP)
    windows = [set(all_windows(lattices, shift)) for shift in range(SHIFTS)]
    assert all(windows)
    assert not windows[0] & windows[1]
    assert not (windows[0] | windows[1]) & windows[2]


@given(extents(), st.integers(0, SHIFTS - 1))
def test_a_window_shows_the_extent_with_a_margin(extent, shift):
    tile = Lattices(REGION, SIDE, OVERLAP).window_for(extent, shift)
    if tile is None:
        return
    window = tile.window
    assert REGION.contains(window)
    assert (window.width, window.height) == (SIDE, SIDE)
    assert window.x == REGION.x or extent.x0 - window.x >= SIDE // 32
    assert window.y == REGION.y or extent.y0 - window.y >= SIDE // 32
    assert window.right == REGION.right or window.right - extent.x1 >= SIDE // 32
    assert window.bottom == REGION.bottom or window.bottom - extent.y1 >= SIDE // 32


@given(extents(largest=SIDE - 2 * (SIDE // 32) - math.ceil((SIDE - OVERLAP) / 4)))
def test_what_is_not_much_too_large_has_a_window(extent):
    lattices = Lattices(REGION, SIDE, OVERLAP)
    assert any(lattices.window_for(extent, shift) for shift in range(SHIFTS))


def test_what_is_larger_than_a_window_has_none():
    lattices = Lattices(REGION, SIDE, OVERLAP)
    for shift in range(SHIFTS):
        assert lattices.window_for(Extent(300, 300, 560, 310), shift) is None


def test_a_region_of_one_window_shows_everything():
    small = Window(7, 9, 200, 90)
    lattices = Lattices(small, SIDE, OVERLAP)
    assert lattices.is_one_window
    assert lattices.window_for(Extent(7, 9, 207, 99), 0).window == small
    assert lattices.window_for(Extent(20, 20, 20, 20), 1) is None  # the window is shift 0's already
    assert not Lattices(REGION, SIDE, OVERLAP).is_one_window


@pytest.mark.parametrize(("side", "overlap"), [(64, 0), (64, 31), (100, 50), (255, 100), (255, 127)])
def test_lattices_of_any_size_hold_the_tiles(side, overlap):
    lattices = Lattices(REGION, side, overlap)
    for tile in plan_tiles(REGION, side, overlap):
        centre = tile.window.x + side / 2, tile.window.y + side / 2
        found = lattices.window_for(Extent(*centre, *centre), 0)
        assert found is not None
        assert found.window in {other.window for other in plan_tiles(REGION, side, overlap)}


@given(extents(), numbers(0.1, 1), numbers(0.1, 1))
def test_scaling_keeps_the_ground(extent, fx, fy):
    there = extent.scaled(fx, fy).scaled(1 / fx, 1 / fy)
    assert there.x0 == pytest.approx(extent.x0)
    assert there.y1 == pytest.approx(extent.y1)
