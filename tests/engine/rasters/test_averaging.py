import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sam2_toolbox.engine.rasters.averaging import Scale, area_average


def average(values, valid, columns, rows, start=(0, 0), size=None):
    size = size or (columns.coarse, rows.coarse)
    left, right = columns.span(start[0], size[0])
    top, bottom = rows.span(start[1], size[1])
    part = np.s_[:, top:bottom, left:right]
    return area_average(values[part], valid[part], columns, rows, start, size)


def by_shared_area(values, valid, columns, rows):
    """The definition, one coarse pixel at a time, for one band."""

    def shares(scale):
        edges = np.arange(scale.coarse + 1) * scale.fine / scale.coarse
        fine = np.arange(scale.fine)
        return np.clip(np.minimum(edges[1:, None], fine + 1) - np.maximum(edges[:-1, None], fine), 0, None)

    across, down = shares(columns), shares(rows)
    weight = down @ valid.astype(float) @ across.T
    with np.errstate(invalid="ignore"):
        return (down @ np.where(valid, values, 0.0) @ across.T) / weight, weight


@given(
    fine=st.tuples(st.integers(1, 40), st.integers(1, 40)),
    shrink=st.tuples(st.floats(0.03, 1), st.floats(0.03, 1)),
    seed=st.integers(0, 99),
)
def test_a_coarse_pixel_is_the_mean_of_the_valid_ground_below_it(fine, shrink, seed):
    rng = np.random.default_rng(seed)
    columns, rows = (Scale(n, max(1, int(n * s))) for n, s in zip(fine, shrink))
    values = rng.uniform(-50, 50, (1, rows.fine, columns.fine))
    valid = rng.random(values.shape) < 0.7
    expected, weight = by_shared_area(values[0], valid[0], columns, rows)
    result, kept = average(values, valid, columns, rows)
    known = weight > 1e-9
    np.testing.assert_allclose(result[0][known], expected[known], atol=1e-9)
    share = weight / (columns.fine / columns.coarse * rows.fine / rows.coarse)
    clear = np.abs(share - 0.5) > 1e-6
    assert np.array_equal(kept[0][clear], (share > 0.5)[clear])


@given(x=st.integers(0, 20), y=st.integers(0, 10), width=st.integers(1, 9), height=st.integers(1, 9))
def test_a_pixel_is_bit_for_bit_the_same_in_every_window(x, y, width, height):
    rng = np.random.default_rng(1)
    columns, rows = Scale(101, 29), Scale(73, 19)
    values = rng.uniform(0, 1, (2, 73, 101))
    valid = rng.random(values.shape) < 0.9
    valid[:, :50, :60] = True  # some windows have no invalid pixel at all
    whole, whole_valid = average(values, valid, columns, rows)
    part, part_valid = average(values, valid, columns, rows, (x, y), (width, height))
    window = np.s_[:, y : y + height, x : x + width]
    assert np.array_equal(part, whole[window])
    assert np.array_equal(part_valid, whole_valid[window])


@pytest.mark.parametrize("dtype", ["uint8", "int16", "uint16", "float32"])
def test_values_keep_their_type(dtype):
    values = np.array([[[1, 2], [2, 2]]], dtype)
    result, valid = average(values, np.ones(values.shape, bool), Scale(2, 1), Scale(2, 1))
    assert result.dtype == dtype
    assert result.item() == (1.75 if dtype == "float32" else 2)
    assert valid.all()


def test_without_valid_pixels_the_value_stays_one_of_the_raster():
    values = np.array([[[255, 255, 7, 9]]], np.uint8)
    valid = np.array([[[False, False, True, True]]])
    result, kept = average(values, valid, Scale(4, 2), Scale(1, 1))
    assert result.tolist() == [[[255, 8]]]
    assert kept.tolist() == [[[False, True]]]


def test_nan_and_infinity_do_not_spread():
    values = np.array([[[np.nan, 4.0, np.inf, np.nan]]])
    result, kept = average(values, np.isfinite(values), Scale(4, 2), Scale(1, 1))
    assert result.tolist() == [[[4.0, 0.0]]]
    assert kept.tolist() == [[[True, False]]]
