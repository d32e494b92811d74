"""A tile's result comes back bit for bit; damaged bytes are refused."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sam2_toolbox.engine.masks import Mask
from sam2_toolbox.engine.tiles.tile_packing import pack_result, unpack_result
from sam2_toolbox.engine.tiles.tile_stage import TileResult
from sam2_toolbox.engine.tiles.tiling import Tile, Window

WINDOW = Window(100, 200, 37, 29)
TILE = Tile(3, 1, 1, WINDOW, WINDOW)


@st.composite
def results(draw):
    rng = np.random.default_rng(draw(st.integers(0, 2**32)))
    masks = []
    for with_logits in draw(st.lists(st.booleans(), max_size=4)):
        height, width = rng.integers(1, 29), rng.integers(1, 37)
        logits = rng.normal(0, 9, (height + 2, width + 2)).astype(np.float16) if with_logits else None
        point = (float(rng.random() * 37), float(rng.random() * 29))
        bits = rng.random((height, width)) < 0.5
        masks.append(Mask(int(rng.integers(0, 9)), 4, bits, float(rng.random()), 1 / 3, point, logits))
    valid = rng.random((29, 37)) < 0.9 if draw(st.booleans()) else None
    return TileResult(TILE, valid, tuple(masks))


def same(one, other):
    if one is None or other is None:
        return one is other
    return one.dtype == other.dtype and one.shape == other.shape and one.tobytes() == other.tobytes()


@given(results())
def test_what_is_packed_comes_back_bit_for_bit(result):
    back = unpack_result(TILE, pack_result(result))
    assert back.tile is TILE
    assert same(back.valid, result.valid)
    assert len(back.masks) == len(result.masks)
    for mask, expected in zip(back.masks, result.masks):
        assert (mask.x, mask.y, mask.score, mask.stability, mask.point) == (
            expected.x, expected.y, expected.score, expected.stability, expected.point,
        )  # fmt: skip
        assert same(mask.bits, expected.bits)
        assert same(mask.logits, expected.logits)


def packed():
    bits = np.ones((4, 5), bool)
    mask = Mask(1, 2, bits, 0.5, 0.75, (3.0, 4.0), np.zeros((6, 7), np.float16))
    return pack_result(TileResult(TILE, np.zeros((29, 37), bool), (mask,)))


@given(st.data())
def test_a_shortened_result_is_refused(data):
    whole = packed()
    length = data.draw(st.integers(0, len(whole) - 1))
    with pytest.raises(ValueError):  # noqa: PT011 - the kind is the promise
        unpack_result(TILE, whole[:length])


@given(st.binary(max_size=60))
def test_other_bytes_are_refused(other):
    with pytest.raises(ValueError):  # noqa: PT011 - the kind is the promise
        unpack_result(TILE, other)


def test_a_result_of_a_tile_of_another_size_is_refused():
    window = Window(0, 0, 36, 29)
    with pytest.raises(ValueError, match="tile"):
        unpack_result(Tile(0, 0, 0, window, window), packed())
