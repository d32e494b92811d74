from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sam2_toolbox.engine.api.errors import Code, EngineError
from sam2_toolbox.engine.api.parameters.params import RasterParams
from sam2_toolbox.engine.rasters import stretch as stretch_module
from sam2_toolbox.engine.rasters.raster import open_raster
from sam2_toolbox.engine.rasters.stretch import Stretch, compute_stretch


def stretch_of(path, check_cancelled=lambda: None, **params):
    params = RasterParams(input=path, **params)
    with open_raster(params) as reader:
        return compute_stretch(reader, params, reader.region, check_cancelled)


def shown(path, **params):
    """The whole raster in 8 bits (h, w, 3)."""
    params = RasterParams(input=path, **params)
    with open_raster(params) as reader:
        stretch = compute_stretch(reader, params, reader.region, lambda: None)
        return stretch.to_rgb(*reader.read(reader.info.window))


def refusal(path, **params):
    with pytest.raises(EngineError) as caught:
        stretch_of(path, **params)
    return caught.value


def land(shape=(1, 200, 300), dtype=np.uint16, low=300, high=3000):
    return np.random.default_rng(0).integers(low, high, shape).astype(dtype)


class TestMethods:
    def test_auto_leaves_bytes_as_they_are(self, write_raster):
        values = land((3, 20, 30), np.uint8, 10, 90)
        assert np.array_equal(shown(write_raster(values)), np.moveaxis(values, 0, -1))

    @pytest.mark.parametrize(
        "dtype", ["int8", "uint16", "int16", "uint32", "int32", "uint64", "float32", "float64"]
    )
    def test_auto_is_percentile_for_all_others(self, write_raster, dtype):
        path = write_raster(land((1, 20, 30), dtype, 10, 90))
        assert stretch_of(path) == stretch_of(path, stretch="percentile")

    @pytest.mark.parametrize("dtype", ["uint8", "int16", "uint16", "float32", "int32"])
    def test_percentiles_are_exact_in_a_small_raster(self, write_raster, dtype):
        values = land((3, 50, 70), dtype, 0, 250)
        stretch = stretch_of(write_raster(values), stretch="percentile", stretch_low=3.0, stretch_high=91.0)
        flat = values.reshape(3, -1)
        expected = np.percentile(flat, (3, 91), axis=1, method="inverted_cdf")
        assert np.array_equal((stretch.low, stretch.high), expected)

    def test_zero_to_a_hundred_percent_is_the_full_range(self, write_raster):
        path = write_raster(land())
        everything = stretch_of(path, stretch_low=0.0, stretch_high=100.0)
        assert (everything.low, everything.high) == ((300.0,), (2999.0,))
        assert stretch_of(path, stretch="minmax").low == everything.low

    @pytest.mark.parametrize("dtype", ["uint16", "float32"])
    def test_two_standard_deviations(self, write_raster, dtype):
        values = land(dtype=dtype)
        stretch = stretch_of(write_raster(values), stretch="stddev")
        mean, deviation = values.mean(dtype=float), values.std(dtype=float)
        assert stretch.low[0] == pytest.approx(mean - 2 * deviation)
        assert stretch.high[0] == pytest.approx(mean + 2 * deviation)

    def test_bands_are_stretched_one_by_one(self, write_raster):
        values = np.stack([land()[0], land()[0] * 10, land()[0] // 10])
        rgb = shown(write_raster(values), stretch="minmax").astype(int)
        assert np.abs(rgb[..., 0] - rgb[..., 1]).max() == 0
        assert np.abs(rgb[..., 0] - rgb[..., 2]).max() <= 2

    def test_the_extremes_become_black_and_white(self, write_raster):
        rgb = shown(write_raster(land()), stretch="minmax")
        values = land()[0]
        assert (rgb[values == 300] == 0).all()
        assert (rgb[values == 2999] == 255).all()

    def test_few_bits_are_spread_over_eight(self, write_raster):
        path = write_raster(np.array([[0, 1, 2, 3]], np.uint8), nbits=2)
        assert shown(path)[0, :, 0].tolist() == [0, 85, 170, 255]
        assert shown(path, stretch="none")[0, :, 0].tolist() == [0, 1, 2, 3]

    def test_given_values_become_black_and_white_whatever_the_raster_holds(self, write_raster):
        path = write_raster(land((3, 20, 30)))
        stretch = stretch_of(path, stretch="values", stretch_values="0:3000, 300:2999,-1.5:2e4")
        assert (stretch.low, stretch.high) == ((0.0, 300.0, -1.5), (3000.0, 2999.0, 2e4))
        assert stretch_of(path, stretch="values", stretch_values="0:3000").high == (3000.0,) * 3

    def test_given_values_leave_values_beyond_them_black_and_white(self, write_raster):
        values = np.array([[[0, 100, 150, 200, 300]]], np.uint16)
        rgb = shown(write_raster(values), stretch="values", stretch_values="100:200")
        assert rgb[0, :, 0].tolist() == [0, 0, 128, 255, 255]

    def test_the_extent_alone_decides(self, write_raster):
        values = land((1, 40, 40))
        values[0, :, 20:] *= 20
        whole, left = write_raster(values), (500000, 5099980, 500010, 5100000)
        assert stretch_of(whole, stretch="minmax", extent=left).high[0] < 3000


class TestOutliers:
    def test_nodata_keeps_200_grey_levels_for_the_land(self, write_raster):
        values = land()
        values[:, :, ::2] = 65535
        rgb = shown(write_raster(values, nodata=65535))
        assert len(np.unique(rgb[:, 1::2])) >= 200
        assert (rgb[:, ::2] == 0).all()

    def test_a_band_that_is_nodata_alone_does_not_count(self, write_raster):
        values = np.concatenate([land(), land(), land()])
        values[0, :, ::3] = 65535
        assert stretch_of(write_raster(values, nodata=65535), stretch="minmax").high[0] == 2999

    def test_a_hot_pixel_does_not_darken_the_rest(self, write_raster):
        values = land()
        clean = shown(write_raster(values, name="clean.tif"))
        values[0, 7, 7] = 65535
        hot = shown(write_raster(values, name="hot.tif"))
        hot[7, 7] = clean[7, 7]
        assert np.abs(hot.astype(int) - clean.astype(int)).max() <= 1

    @pytest.mark.parametrize("outlier", [3.4e38, -3.4e38, np.nan, np.inf])
    def test_nor_does_an_absurd_float(self, write_raster, outlier):
        values = land(dtype=np.float32)
        clean = shown(write_raster(values, name="clean.tif")).astype(int)
        values[0, 7, 7] = outlier
        seen = shown(write_raster(values, name="odd.tif")).astype(int)
        seen[7, 7] = clean[7, 7]
        assert np.abs(seen - clean).max() <= 1

    def test_the_widest_range_of_floats(self, write_raster):
        values = np.array([[-1.7e308, 0.0, 1.7e308]])
        assert shown(write_raster(values), stretch="minmax")[0, :, 0].tolist() == [0, 128, 255]

    @pytest.mark.parametrize("method", ["percentile", "minmax", "stddev"])
    @pytest.mark.parametrize("dtype", ["uint8", "uint16", "float32", "int64"])
    def test_a_constant_band_is_middle_grey(self, write_raster, method, dtype):
        assert set(shown(write_raster(np.full((5, 5), 77, dtype)), stretch=method).ravel()) == {128}

    def test_rare_values_on_a_constant_ground_are_seen(self, write_raster):
        values = np.zeros((100, 100), np.uint16)
        values[:10, :10] = 500
        rgb = shown(write_raster(values))
        assert (rgb[:10, :10] == 255).all()
        assert (rgb[10:] == 0).all()


class TestRefusals:
    def test_none_is_for_bytes_only(self, write_raster):
        error = refusal(write_raster(land()), stretch="none")
        assert error.code is Code.BAD_PARAMETER
        assert "uint16" in error.message

    @pytest.mark.parametrize("text", ["", "0", "a:b", "0:nan", "5:5", "9:3", "0:1:2", "0:1,0:2", "0:1,"])
    def test_values_that_are_none(self, write_raster, text):
        error = refusal(write_raster(land((3, 20, 30))), stretch="values", stretch_values=text)
        assert error.code is Code.BAD_PARAMETER
        assert "STRETCH_VALUES" in error.message
        assert "0:3000, 0:3000, 0:3000" in error.message

    @pytest.mark.parametrize(("low", "high"), [(98.0, 2.0), (5.0, 5.0), (-1.0, 50.0), (2.0, 101.0)])
    def test_limits_that_do_not_fit(self, write_raster, low, high):
        error = refusal(write_raster(land()), stretch_low=low, stretch_high=high)
        assert error.code is Code.BAD_PARAMETER
        assert "STRETCH_LOW" in error.message
        assert "STRETCH_HIGH" in error.message

    @pytest.mark.parametrize(
        ("values", "nodata"),
        [
            (np.zeros((3, 9, 9), np.uint8), 0),
            (np.full((1, 9, 9), 65535, np.uint16), 65535),
            (np.full((1, 9, 9), np.nan, np.float32), None),
        ],
        ids=["bytes", "uint16", "NaN"],
    )
    def test_without_any_data(self, write_raster, values, nodata):
        path = write_raster(values, nodata=nodata)
        error = refusal(path)
        assert error.code is Code.BAD_RASTER
        assert path in error.message
        assert "no data" in error.message


class TestLargeRegions:
    @pytest.fixture(autouse=True)
    def small_sample(self, monkeypatch):
        monkeypatch.setattr(stretch_module, "SAMPLE_PIXELS", 10_000)
        monkeypatch.setattr(stretch_module, "SAMPLE_SIDE", 16)

    def test_percentiles_from_a_sample_are_close(self, write_raster):
        values = land((1, 600, 600), low=0, high=10000)
        stretch = stretch_of(write_raster(values))
        assert stretch.low[0] == pytest.approx(200, abs=100)
        assert stretch.high[0] == pytest.approx(9800, abs=100)

    def test_data_between_the_sampled_windows_is_found(self, write_raster):
        values = np.zeros((1, 600, 600), np.uint16)
        values[0, :3, :3] = 7
        assert stretch_of(write_raster(values, nodata=0), stretch="minmax").low == (7.0,)

    def test_few_pixels_are_read(self, write_raster):
        path, calls = write_raster(land((1, 600, 600))), []
        stretch_of(path, check_cancelled=lambda: calls.append(1))
        assert len(calls) <= 10_000 / 16**2

    def test_cancelling_is_noticed_between_windows(self, write_raster):
        def cancelled():
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            stretch_of(write_raster(land()), check_cancelled=cancelled)


@given(
    values=st.lists(st.integers(0, 65535), min_size=1, max_size=40),
    low=st.integers(0, 65000),
    span=st.integers(1, 500),
)
def test_grey_never_falls_as_the_value_rises(values, low, span):
    stretch = Stretch("minmax", (float(low),), (float(low + span),))
    ordered = np.sort(np.array([[values]], np.uint16))
    grey = stretch.to_rgb(ordered, np.ones(ordered.shape[1:], bool))[0, :, 0].astype(int)
    assert (np.diff(grey) >= 0).all()
    assert (grey[ordered[0, 0] <= low] == 0).all()
    assert (grey[ordered[0, 0] >= low + span] == 255).all()


def test_what_is_no_number_is_black():
    stretch = Stretch("minmax", (0.0,), (1.0,))
    values = np.array([[[np.nan, np.inf, -np.inf, 0.5]]], np.float32)
    valid = np.ones((1, 4), bool)
    assert stretch.to_rgb(values, valid)[0, :, 0].tolist() == [0, 255, 0, 128]
    assert replace(stretch, high=(0.0,)).to_rgb(values, valid)[0, 0, 0] == 0
