"""Holes and islands, against the sam2 package's function on whole tiles."""

import importlib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from sam2_toolbox.engine.generator.small_regions import clean_mask, clean_masks
from sam2_toolbox.engine.masks import Mask
from sam2_toolbox.engine.model.sam2_package import import_sam2


@pytest.fixture(scope="module")
def stock():
    import_sam2()
    return importlib.import_module("sam2.utils.amg").remove_small_regions


def mask_of(tile, with_logits=False):
    """The mask whose pixels are true in a whole tile."""
    rows, columns = np.flatnonzero(tile.any(axis=1)), np.flatnonzero(tile.any(axis=0))
    box = slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1)
    logits = None
    if with_logits:
        ringed = np.pad(np.where(tile, 2.0, -2.0), 1, mode="edge").astype(np.float16)
        logits = ringed[rows[0] : rows[-1] + 3, columns[0] : columns[-1] + 3]
    return Mask(int(columns[0]), int(rows[0]), tile[box].copy(), 0.9, 0.9, (0.5, 0.5), logits)


def drawn(*rows):
    return np.array([[pixel == "#" for pixel in row] for row in rows])


def whole(mask, shape):
    tile = np.zeros(shape, bool)
    tile[mask.y : mask.y + mask.bits.shape[0], mask.x : mask.x + mask.bits.shape[1]] = mask.bits
    return tile


tiles = (
    st.tuples(st.integers(1, 14), st.integers(1, 14))
    .flatmap(lambda shape: arrays(bool, shape, elements=st.booleans()))
    .filter(np.any)
)


@settings(deadline=None)
@given(tiles, st.integers(1, 40))
def test_equals_the_package_on_the_whole_tile(stock, tile, min_area):
    filled, had_holes = stock(tile, min_area, mode="holes")
    expected, had_islands = stock(filled, min_area, mode="islands")
    height, width = tile.shape
    cleaned, changed = clean_mask(mask_of(tile), min_area, width, height)
    assert changed == (had_holes or had_islands)
    if expected.sum() < min_area and cleaned.area == expected.sum():
        # The largest of islands that are all too small: OpenCV's order decides among equal ones.
        assert not np.any(whole(cleaned, tile.shape) & ~filled)
    else:
        assert np.array_equal(whole(cleaned, tile.shape), expected)
    assert cleaned.bits[0].any()
    assert cleaned.bits[-1].any()
    assert cleaned.bits[:, 0].any()
    assert cleaned.bits[:, -1].any()


@settings(deadline=None)
@given(tiles, st.integers(1, 20))
def test_logits_follow_the_box(tile, min_area):
    height, width = tile.shape
    cleaned, _ = clean_mask(mask_of(tile, with_logits=True), min_area, width, height)
    assert cleaned.logits.shape == (cleaned.bits.shape[0] + 2, cleaned.bits.shape[1] + 2)
    inside = cleaned.logits[1:-1, 1:-1] > 0
    removed_or_filled = whole(cleaned, tile.shape) != tile
    rows, columns = cleaned.bits.shape
    kept = ~removed_or_filled[cleaned.y : cleaned.y + rows, cleaned.x : cleaned.x + columns]
    assert np.array_equal(inside[kept], cleaned.bits[kept])


def test_holes_are_filled_and_islands_removed():
    tile = drawn(
        "..........",
        ".#####....",
        ".#...#..#.",
        ".#####....",
        "..........",
    )
    mask = mask_of(tile)
    assert clean_mask(mask, 2, 10, 5)[0].bits.shape == (3, 5)
    filled, changed = clean_mask(mask, 4, 10, 5)
    assert changed
    assert filled.area == 15
    assert clean_mask(mask, 1, 10, 5) == (mask, False)


def test_background_cut_off_by_the_tiles_edge_counts_as_a_hole():
    tile = drawn(".####", "#####", "#####")
    assert clean_mask(mask_of(tile), 2, 5, 3)[0].area == 15
    assert clean_mask(mask_of(np.pad(tile, 3)), 2, 11, 9)[0].area == 14


def test_a_mask_that_became_a_duplicate_gives_way_to_one_that_was_clean():
    clean = mask_of(drawn("....", ".##.", ".##.", ".##.", "....", "....")[:, :])
    dirty = mask_of(drawn("....", ".##.", ".##.", ".##.", "....", "...#"))
    assert clean_masks([dirty, clean], 2, 4, 6, 0.7) == [clean]
    assert len(clean_masks([dirty, clean], 1, 4, 6, 0.7)) == 2


def test_no_masks():
    assert clean_masks([], 10, 5, 5, 0.7) == []
