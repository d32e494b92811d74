import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sam2_toolbox.engine.api.errors import Code, EngineError
from sam2_toolbox.engine.tiles.tiling import Tile, Window, plan_tiles


@st.composite
def plans(draw):
    region = Window(
        draw(st.integers(-50, 50)),
        draw(st.integers(-50, 50)),
        draw(st.integers(1, 90)),
        draw(st.integers(1, 90)),
    )
    tile_size = draw(st.integers(2, 40))
    overlap = draw(st.integers(0, tile_size // 2))
    return region, tile_size, overlap, plan_tiles(region, tile_size, overlap)


@given(plans())
def test_cores_partition_the_region(plan):
    region, _, _, tiles = plan
    owners = np.zeros((region.height, region.width), int)
    for tile in tiles:
        core = tile.core
        assert region.contains(core)
        owners[core.y - region.y : core.bottom - region.y, core.x - region.x : core.right - region.x] += 1
    assert (owners == 1).all()


@given(plans())
def test_windows_are_whole_tiles_inside_the_region_around_their_cores(plan):
    region, tile_size, _, tiles = plan
    for tile in tiles:
        assert region.contains(tile.window)
        assert tile.window.contains(tile.core)
        assert tile.window.width == min(tile_size, region.width)
        assert tile.window.height == min(tile_size, region.height)


@given(plans())
def test_neighbours_share_at_least_the_overlap_and_cores_meet_in_its_middle(plan):
    _, _, overlap, tiles = plan
    by_place = {(tile.row, tile.column): tile for tile in tiles}
    for (row, column), tile in by_place.items():
        right = by_place.get((row, column + 1))
        if right is not None:
            shared = tile.window.right - right.window.x
            assert shared >= overlap
            assert right.core.x == tile.core.right == right.window.x + shared // 2


@given(plans())
def test_tiles_are_counted_row_by_row(plan):
    tiles = plan[-1]
    assert [tile.index for tile in tiles] == list(range(len(tiles)))
    places = [(tile.row, tile.column) for tile in tiles]
    assert places == sorted(places)
    corners = [(tile.window.y, tile.window.x) for tile in tiles]
    assert corners == sorted(corners)


def test_the_last_tile_is_moved_inside():
    tiles = plan_tiles(Window(0, 0, 2000, 600), 1024, 128)
    assert [tile.window for tile in tiles] == [
        Window(0, 0, 1024, 600),
        Window(896, 0, 1024, 600),
        Window(976, 0, 1024, 600),
    ]


def test_a_region_that_fits_tiles_exactly_gets_no_extra_tile():
    assert len(plan_tiles(Window(0, 0, 1920, 1024), 1024, 128)) == 2


def test_a_small_region_is_one_tile():
    region = Window(7, 9, 300, 200)
    assert plan_tiles(region, 1024, 128) == (Tile(0, 0, 0, region, region),)


@pytest.mark.parametrize("overlap", [-1, 513, 1024, 2000])
def test_an_overlap_that_does_not_fit_is_refused(overlap):
    with pytest.raises(EngineError) as caught:
        plan_tiles(Window(0, 0, 3000, 3000), 1024, overlap)
    assert caught.value.code is Code.BAD_PARAMETER
    assert str(overlap) in caught.value.message
    assert "1024" in caught.value.message


def test_half_a_tile_is_the_largest_overlap():
    assert plan_tiles(Window(0, 0, 3000, 3000), 1024, 512)[1].window.x == 512


@pytest.mark.parametrize(("region", "tile_size"), [(Window(0, 0, 0, 10), 64), (Window(0, 0, 10, 10), 0)])
def test_nothing_to_tile_is_refused(region, tile_size):
    with pytest.raises(EngineError) as caught:
        plan_tiles(region, tile_size, 0)
    assert caught.value.code is Code.BAD_PARAMETER


def test_an_overlap_is_what_both_have_or_refused():
    window = Window(0, 0, 10, 10)
    assert window.overlap(Window(8, -5, 10, 10)) == Window(8, 0, 2, 5)
    with pytest.raises(ValueError, match="share no pixel"):
        window.overlap(Window(10, 0, 5, 5))
