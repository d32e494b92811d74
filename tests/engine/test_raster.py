import os
import zipfile
from pathlib import Path

import numpy as np
import pytest
import rasterio
from hypothesis import given
from hypothesis import strategies as st
from rasterio.control import GroundControlPoint
from rasterio.crs import CRS
from rasterio.enums import ColorInterp
from rasterio.rpc import RPC
from rasterio.transform import Affine
from sam2_toolbox.engine import dataset as dataset_module
from sam2_toolbox.engine import raster as raster_module
from sam2_toolbox.engine.api.errors import Code, EngineError
from sam2_toolbox.engine.api.params import RasterParams
from sam2_toolbox.engine.georeference import Georeference
from sam2_toolbox.engine.raster import open_raster
from sam2_toolbox.engine.region import region_of
from sam2_toolbox.engine.tiling import Window

RGB = (ColorInterp.red, ColorInterp.green, ColorInterp.blue)
ROTATED = Affine.translation(500000, 5100000) @ Affine.rotation(30) @ Affine.scale(0.5, -0.5)


def counted(*shape, dtype=np.uint8):
    return (np.arange(np.prod(shape)) % 251).reshape(shape).astype(dtype)


def read_whole(path, **params):
    with open_raster(RasterParams(input=path, **params)) as reader:
        return reader.read(reader.info.window)


def refusal(path, **params):
    """The message of the error that opening or reading must end in."""
    with pytest.raises(EngineError) as caught:
        read_whole(path, **params)
    assert caught.value.message.endswith(".")
    return caught.value


class TestBands:
    def test_one_band_is_band_one(self, write_raster):
        values, valid = read_whole(write_raster(counted(1, 5, 7)))
        assert np.array_equal(values, counted(1, 5, 7))
        assert valid.all()

    @pytest.mark.parametrize(
        ("colours", "expected"),
        [
            ((ColorInterp.blue, ColorInterp.green, ColorInterp.red, ColorInterp.undefined), (3, 2, 1)),
            ((ColorInterp.undefined, *RGB), (2, 3, 4)),
            ((ColorInterp.gray,) + (ColorInterp.undefined,) * 3, (1, 2, 3)),
            ((ColorInterp.red, ColorInterp.green, ColorInterp.undefined, ColorInterp.undefined), (1, 2, 3)),
        ],
        ids=["blue first", "after another", "untagged", "half tagged"],
    )
    def test_red_green_blue_tags_decide_else_the_first_three(self, write_raster, colours, expected):
        path = write_raster(counted(4, 5, 7), colorinterp=colours)
        with open_raster(RasterParams(input=path)) as reader:
            assert reader.bands == expected
            values, _ = reader.read(reader.info.window)
        assert np.array_equal(values, counted(4, 5, 7)[np.array(expected) - 1])

    def test_two_bands_show_the_first(self, write_raster):
        values, _ = read_whole(write_raster(counted(2, 5, 7)))
        assert np.array_equal(values, counted(2, 5, 7)[:1])

    def test_thirteen_bands_in_any_order_and_twice(self, write_raster):
        path = write_raster(counted(13, 5, 7, dtype=np.uint16))
        values, _ = read_whole(path, bands=(12, 4, 12))
        assert np.array_equal(values, counted(13, 5, 7, dtype=np.uint16)[[11, 3, 11]])

    def test_a_band_the_raster_lacks_is_named(self, write_raster):
        error = refusal(write_raster(counted(4, 5, 7)), bands=(1, 7, 2))
        assert error.code is Code.BAD_PARAMETER
        assert "band 7" in error.message
        assert "4 bands" in error.message

    @pytest.mark.parametrize("bands", [(1, 2), (1, 2, 3, 4)])
    def test_only_one_or_three_bands_can_be_shown(self, write_raster, bands):
        error = refusal(write_raster(counted(4, 5, 7)), bands=bands)
        assert error.code is Code.BAD_PARAMETER
        assert f"{len(bands)} bands" in error.message

    def test_a_palette_becomes_its_colours(self, write_raster):
        indices = np.array([[0, 1], [2, 1]], np.uint8)
        colours = {0: (10, 20, 30, 255), 1: (200, 100, 50, 255), 2: (1, 2, 3, 255)}
        values, valid = read_whole(write_raster(indices, colormap=colours, photometric="palette"))
        expected = [[colours[index][:3] for index in row] for row in indices]
        assert np.array_equal(np.moveaxis(values, 0, -1), expected)
        assert values.dtype == np.uint8
        assert valid.all()

    def test_one_bit_is_black_and_white(self, write_raster):
        bits = counted(1, 9, 9) % 2
        values, valid = read_whole(write_raster(bits, nbits=1))
        assert np.array_equal(values, np.repeat(bits * 255, 3, axis=0))
        assert valid.all()

    def test_few_bits_are_known(self, write_raster):
        path = write_raster(counted(1, 9, 9) % 4, nbits=2)
        with open_raster(RasterParams(input=path)) as reader:
            assert reader.info.bits == 2
            assert np.array_equal(reader.read(reader.info.window)[0], counted(1, 9, 9) % 4)

    def test_complex_values_are_shown_by_magnitude(self, write_raster):
        values, _ = read_whole(write_raster(np.array([[3 + 4j, 0], [0, -2j]], np.complex64)))
        assert values.tolist() == [[[5, 0], [0, 2]]]
        assert values.dtype == np.float32


class TestValidity:
    def test_any_band_with_data_makes_a_pixel_valid(self, write_raster):
        values = np.ones((3, 2, 2), np.uint8)
        values[:, 0, 0] = (0, 120, 50)  # dark in one band, not nodata
        values[:, 1, 1] = 0
        _, valid = read_whole(write_raster(values, nodata=0))
        assert valid.tolist() == [[True, True], [True, False]]

    def test_only_the_chosen_bands_are_asked(self, write_raster):
        values = np.array([[[0, 5]], [[5, 5]]], np.uint16)
        _, valid = read_whole(write_raster(values, nodata=0), bands=(1,))
        assert valid.tolist() == [[False, True]]

    @pytest.mark.parametrize("nodata", [None, np.nan, -9999.0], ids=str)
    def test_nan_and_infinity_are_never_data(self, write_raster, nodata):
        values = np.array([[1.0, np.nan, np.inf, -np.inf, -9999.0]], np.float32)
        _, valid = read_whole(write_raster(values, nodata=nodata))
        assert valid.tolist() == [[True, False, False, False, nodata != -9999.0]]

    @pytest.mark.parametrize(
        ("dtype", "nodata"), [("uint16", 65535), ("int16", -32768), ("float32", -3.4e38), ("int32", -1)]
    )
    def test_nodata_of_every_type(self, write_raster, dtype, nodata):
        values = np.array([[7, nodata, 9]], dtype)
        _, valid = read_whole(write_raster(values, nodata=nodata))
        assert valid.tolist() == [[True, False, True]]

    @pytest.mark.parametrize("internal", [True, False], ids=["inside", "beside"])
    def test_mask_bands(self, write_raster, internal):
        mask = np.array([[255, 0, 255]], np.uint8)
        with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=internal):
            path = write_raster(np.zeros((3, 1, 3), np.uint8), mask=mask)
        _, valid = read_whole(path)
        assert valid.tolist() == [[True, False, True]]

    @pytest.mark.parametrize("opaque", [255, 1, 128])
    def test_alpha_that_is_a_mask_is_honoured(self, write_raster, opaque):
        values = np.full((4, 40, 40), opaque, np.uint8)
        values[3, :, :10] = 0
        path = write_raster(values, colorinterp=(*RGB, ColorInterp.alpha))
        with open_raster(RasterParams(input=path)) as reader:
            _, valid = reader.read(reader.info.window)
            assert reader.bands == (1, 2, 3)
            assert not reader.notes
        assert not valid[:, :10].any()
        assert valid[:, 10:].all()

    def test_jpeg_may_blur_an_alpha_mask(self, write_raster):
        values = np.full((4, 128, 128), 120, np.uint8)
        values[3] = 255
        values[3, :, :50] = 0
        path = write_raster(
            values,
            colorinterp=(*RGB, ColorInterp.alpha),
            compress="jpeg",
            tiled=True,
            blockxsize=64,
            blockysize=64,
        )
        _, valid = read_whole(path)
        assert not valid[:, :46].any()
        assert valid[:, 54:].all()

    def test_near_infrared_tagged_alpha_hides_nothing(self, write_raster):
        rng = np.random.default_rng(0)
        values = rng.integers(0, 256, (4, 64, 64)).astype(np.uint8)
        values[3, :20] = 0  # deep water
        path = write_raster(values, colorinterp=(*RGB, ColorInterp.alpha))
        with open_raster(RasterParams(input=path)) as reader:
            _, valid = reader.read(reader.info.window)
            assert valid.all()
            assert "Band 4" in reader.notes[0]
            assert "alpha" in reader.notes[0]

    def test_alpha_and_nodata_together(self, write_raster):
        values = np.full((4, 20, 20), 9, np.uint8)
        values[3] = 255
        values[3, :, :5] = 0
        values[:3, :5, :] = 0
        _, valid = read_whole(write_raster(values, nodata=0, colorinterp=(*RGB, ColorInterp.alpha)))
        assert valid.sum() == 15 * 15
        assert valid[5:, 5:].all()


class TestGrid:
    @pytest.mark.parametrize(
        "transform",
        [
            Affine(0.3, 0, 691234.5, 0, -0.3, 5123456.7),
            Affine(0.3, 0, 691234.5, 0, 0.3, 5123456.7),
            ROTATED,
            Affine(1.5, -5, 1841001.75, -5, -1.5, 1144003.25),
            Affine(1e-5, 0, 8.5, 0, -2e-5, 46.2),
        ],
        ids=["north-up", "south-up", "rotated", "sheared", "anisotropic"],
    )
    def test_pixels_lie_where_gdal_puts_them(self, write_raster, transform):
        path = write_raster(counted(6, 9), transform=transform)
        with open_raster(RasterParams(input=path)) as reader, rasterio.open(path) as dataset:
            expected = dataset.xy(4, 7)
            np.testing.assert_allclose(
                reader.info.georeference.to_map(np.array([(7.5, 4.5)]))[0], expected, rtol=1e-15
            )
            assert np.array_equal(reader.read(Window(7, 4, 1, 1))[0], [[[counted(6, 9)[4, 7]]]])

    def test_pixel_is_point_is_not_shifted_again(self, write_raster):
        path = write_raster(counted(6, 9), transform=Affine(1, 0, 100, 0, -1, 200))
        with rasterio.open(path, "r+") as dataset:
            dataset.update_tags(AREA_OR_POINT="Point")
        with open_raster(RasterParams(input=path)) as reader, rasterio.open(path) as dataset:
            assert reader.info.georeference.transform == tuple(dataset.transform)[:6]

    def test_without_georeference_it_lies_where_qgis_draws_it(self, write_raster):
        path = write_raster(counted(6, 9), transform=None)
        with open_raster(RasterParams(input=path)) as reader:
            assert reader.info.georeference == Georeference((1, 0, 0, 0, -1, 0), "")
            assert "no CRS" in reader.notes[0]

    def test_a_geotransform_that_is_the_identity_is_one(self, write_raster):
        path = write_raster(counted(6, 9), transform=None)
        Path(path).with_suffix(".tfw").write_text("1\n0\n0\n1\n0.5\n0.5\n")
        with open_raster(RasterParams(input=path)) as reader:
            assert reader.info.georeference.transform == (1, 0, 0, 0, 1, 0)

    def test_the_crs_of_the_layer_comes_before_that_of_the_file(self, write_raster):
        path = write_raster(counted(6, 9))
        own = CRS.from_epsg(32632)
        with open_raster(RasterParams(input=path)) as reader:
            assert CRS.from_wkt(reader.info.georeference.crs_wkt) == own
        with open_raster(RasterParams(input=path, crs="LAYER WKT")) as reader:
            assert reader.info.georeference.crs_wkt == "LAYER WKT"

    def test_a_custom_crs_survives(self, write_raster):
        custom = CRS.from_proj4("+proj=laea +lat_0=12.5 +lon_0=-33 +x_0=7 +y_0=9 +ellps=intl +units=m")
        with open_raster(RasterParams(input=write_raster(counted(6, 9), crs=custom))) as reader:
            assert CRS.from_wkt(reader.info.georeference.crs_wkt) == custom

    def test_the_file_is_left_as_it_was(self, write_raster):
        path = write_raster(counted(6, 9))
        before = Path(path).read_bytes()
        read_whole(path)
        assert Path(path).read_bytes() == before
        assert os.listdir(Path(path).parent) == ["raster.tif"]


class TestGroundControlPoints:
    @staticmethod
    def points(transform, height, width):
        return [
            GroundControlPoint(row, column, *(transform @ (column, row)))
            for row in (0, height / 2, height)
            for column in (0, width / 2, width)
        ]

    @pytest.mark.parametrize("crs", [True, False], ids=["with CRS", "without"])
    def test_a_marked_pixel_comes_back_at_its_place(self, write_raster, crs):
        values = np.zeros((3, 100, 150), np.uint8)
        values[:, 40:44, 70:74] = 255
        path = write_raster(
            values, gcps=(self.points(ROTATED, 100, 150), CRS.from_epsg(32632) if crs else CRS())
        )
        with open_raster(RasterParams(input=path)) as reader:
            seen, valid = reader.read(reader.info.window)
            rows, columns = np.nonzero(seen[0])
            centre = np.array([(columns.mean() + 0.5, rows.mean() + 0.5)])
            place = reader.info.georeference.to_map(centre)[0]
            assert reader.info.warped
            assert bool(reader.info.georeference.crs_wkt) == crs
        # Nearest neighbour on the warped grid: half a pixel at most.
        assert np.abs(place - (ROTATED @ (72, 42))).max() < 0.25
        # The corners of the warped grid lie outside the turned image.
        assert not valid[0, 0]
        assert not valid[-1, -1]
        assert valid[valid.shape[0] // 2, valid.shape[1] // 2]
        assert valid.sum() == pytest.approx(100 * 150, rel=0.02)

    def test_nodata_also_fills_the_corners(self, write_raster):
        values = np.full((1, 100, 150), 500, np.uint16)
        gcps = (self.points(ROTATED, 100, 150), CRS.from_epsg(32632))
        _, valid = read_whole(write_raster(values, gcps=gcps, nodata=65535))
        assert valid.sum() == pytest.approx(100 * 150, rel=0.02)

    def test_complex_values_are_invalid_outside(self, write_raster):
        values = np.full((1, 100, 150), 3 + 4j, np.complex64)
        gcps = (self.points(ROTATED, 100, 150), CRS.from_epsg(32632))
        seen, valid = read_whole(write_raster(values, gcps=gcps))
        assert set(seen[0][valid]) == {5.0}
        assert valid.sum() == pytest.approx(100 * 150, rel=0.02)

    @pytest.mark.parametrize(
        "points",
        [
            [(0, 0, 1, 1)],
            [(1, 1, 5, 5)] * 4,
            [(i, i, i, i) for i in range(4)],
            [(0, 0, np.nan, 1), (5, 0, 1, 2), (5, 5, 2, 2)],
            [(0, 0, 1e300, 1), (5, 0, 1, 2e300), (5, 5, 2, 2)],
        ],
        ids=["one", "all the same", "on a line", "not a number", "absurdly far"],
    )
    def test_points_that_place_nothing(self, write_raster, points):
        gcps = ([GroundControlPoint(*point) for point in points], CRS.from_epsg(4326))
        path = write_raster(counted(6, 9), gcps=gcps)
        error = refusal(path)
        assert error.code is Code.BAD_GEOREFERENCE
        assert f"{path} cannot be placed on the map by its ground control points" in error.message


class TestResolution:
    def test_coarse_pixels_are_means_on_the_same_ground(self, write_raster):
        values = counted(3, 40, 60)
        path = write_raster(values)
        with open_raster(RasterParams(input=path, resolution=2.0)) as reader:
            seen, _ = reader.read(reader.info.window)
            coarse = reader.info.georeference
            native = Georeference((0.5, 0, 500000, 0, -0.5, 5100000))
            corner, whole = np.array([(15.0, 10.0)]), np.array([(60.0, 40.0)])
            assert np.allclose(coarse.to_map(corner), native.to_map(whole), atol=1e-9)
        expected = values.reshape(3, 10, 4, 15, 4).mean(axis=(2, 4))
        assert np.array_equal(seen, np.rint(expected))

    def test_every_window_sees_the_same_pixels(self, write_raster):
        rng = np.random.default_rng(0)
        path = write_raster(rng.integers(0, 3000, (1, 97, 143)).astype(np.uint16))
        with open_raster(RasterParams(input=path, resolution=1.3)) as reader:
            whole, _ = reader.read(reader.info.window)
            part, _ = reader.read(Window(5, 7, 11, 13))
        assert np.array_equal(part, whole[:, 7:20, 5:16])

    @pytest.mark.parametrize("dtype", ["uint8", "int16", "int64", "float32", "complex64"])
    @pytest.mark.parametrize("resolution", [0.0, 1.3])
    def test_the_type_of_the_values_is_known_before(self, write_raster, dtype, resolution):
        path = write_raster(counted(6, 9, dtype=dtype))
        with open_raster(RasterParams(input=path, resolution=resolution)) as reader:
            assert reader.read(reader.info.window)[0].dtype == reader.info.dtype

    def test_large_reads_are_done_in_parts(self, write_raster, monkeypatch):
        path = write_raster(counted(3, 97, 143))
        with open_raster(RasterParams(input=path, resolution=1.3)) as reader:
            whole, valid = reader.read(reader.info.window)
            monkeypatch.setattr(raster_module, "_READ_PIXELS", 50)
            parts, valid_parts = reader.read(reader.info.window)
        assert np.array_equal(parts, whole)
        assert np.array_equal(valid_parts, valid)

    def test_a_palette_is_averaged_as_colours(self, write_raster):
        indices = np.array([[0, 200], [200, 0]], np.uint8)
        colours = {0: (0, 0, 0, 255), 200: (100, 40, 20, 255)}
        path = write_raster(indices, colormap=colours, photometric="palette")
        values, _ = read_whole(path, resolution=1.0)
        assert values.ravel().tolist() == [50, 20, 10]

    def test_overviews_spare_reading_every_pixel(self, write_raster):
        path = write_raster(np.full((1, 512, 512), 10, np.uint8), tiled=True, blockxsize=64, blockysize=64)
        with rasterio.open(path, "r+") as dataset:
            dataset.build_overviews([2, 4, 8])
        # From here on overviews and raster differ, so that a value tells where it was read.
        with rasterio.open(path, "r+") as dataset:
            dataset.write(np.full((1, 512, 512), 99, np.uint8))
        with open_raster(RasterParams(input=path, resolution=2.5)) as reader:
            assert (reader.info.width, reader.info.height) == (102, 102)
            assert set(reader.read(Window(0, 0, 50, 50))[0].ravel()) == {10}
        with open_raster(RasterParams(input=path, resolution=0.6)) as reader:
            assert set(reader.read(Window(0, 0, 50, 50))[0].ravel()) == {99}

    def test_finer_than_the_raster_is_refused(self, write_raster):
        error = refusal(write_raster(counted(6, 9)), resolution=0.25)
        assert error.code is Code.BAD_PARAMETER
        assert "0.25" in error.message
        assert "0.5" in error.message

    def test_its_own_resolution_changes_nothing(self, write_raster):
        values, _ = read_whole(write_raster(counted(6, 9)), resolution=0.5)
        assert np.array_equal(values[0], counted(6, 9))

    def test_a_pixel_larger_than_the_raster_is_refused(self, write_raster):
        assert refusal(write_raster(counted(6, 9)), resolution=50).code is Code.BAD_PARAMETER


class TestExtent:
    def region(self, path, extent, **params):
        with open_raster(RasterParams(input=path, extent=extent, **params)) as reader:
            return reader.region, reader.extent_ring

    def test_without_an_extent_it_is_the_whole_grid(self, write_raster):
        assert self.region(write_raster(counted(6, 9)), None) == (Window(0, 0, 9, 6), None)

    def test_pixels_it_touches_are_taken_whole(self, write_raster):
        path = write_raster(counted(60, 90))
        extent = (500001.2, 5099989.9, 500003.1, 5099998.0)
        assert self.region(path, extent) == (Window(2, 4, 5, 17), None)

    def test_edges_on_pixel_edges_add_no_pixel(self, write_raster):
        path = write_raster(counted(60, 90))
        extent = (500001.0 - 1e-8, 5099990.0 + 1e-8, 500003.0 + 1e-8, 5099998.0)
        assert self.region(path, extent) == (Window(2, 4, 4, 16), None)

    def test_the_part_off_the_raster_is_left_out(self, write_raster):
        path = write_raster(counted(60, 90))
        assert self.region(path, (4e5, 5e6, 500002, 6e6))[0] == Window(0, 0, 4, 60)

    def test_south_up(self, write_raster):
        path = write_raster(counted(60, 90), transform=Affine(1, 0, 0, 0, 1, 1000))
        assert self.region(path, (10, 1005, 20, 1007))[0] == Window(10, 5, 10, 2)

    def test_without_georeference(self, write_raster):
        path = write_raster(counted(60, 90), transform=None)
        assert self.region(path, (10, -20, 30, -5))[0] == Window(10, 5, 20, 15)

    def test_on_a_rotated_raster_the_window_holds_the_turned_extent(self, write_raster):
        path = write_raster(counted(200, 200), transform=ROTATED)
        x, y = ROTATED @ (100, 100)
        window, ring = self.region(path, (x - 5, y - 5, x + 5, y + 5))
        reach = 10 * (np.cos(np.pi / 6) + np.sin(np.pi / 6))
        assert window == Window(86, 86, 28, 28)
        assert ring.min() == pytest.approx(100 - reach)
        assert ring.max() == pytest.approx(100 + reach)

    def test_on_a_coarser_grid(self, write_raster):
        path = write_raster(counted(60, 90))
        assert self.region(path, (500005, 5099980, 500015, 5099990), resolution=5.0)[0] == Window(1, 2, 2, 2)

    def test_off_the_raster_names_both_extents(self, write_raster):
        error = refusal(write_raster(counted(60, 90)), extent=(7.0, 46.0, 8.0, 47.0))
        assert error.code is Code.BAD_PARAMETER
        assert "7, 46, 8, 47" in error.message
        assert "500000, 5099970, 500045, 5100000" in error.message

    @pytest.mark.parametrize("extent", [(1, 1, 1, 2), (1, 1, 2, 1), (2, 1, 1, 2), (np.nan, 0, 1, 1)])
    def test_without_area_is_refused(self, write_raster, extent):
        error = refusal(write_raster(counted(60, 90)), extent=extent)
        assert error.code is Code.BAD_PARAMETER
        assert "no area" in error.message

    @given(
        x=st.floats(-0.9, 8.9), y=st.floats(-0.9, 5.9), width=st.floats(1e-3, 20), height=st.floats(1e-3, 20)
    )
    def test_it_holds_every_point_of_the_extent_on_the_raster(self, x, y, width, height):
        grid = Georeference((1, 0, 0, 0, -1, 0))
        if x + width <= 1e-6 or y + height <= 1e-6:
            return
        window, _ = region_of("file", grid, 9, 6, (x, -y - height, x + width, -y))
        assert window.x <= max(x, 0) + 1e-6
        assert window.y <= max(y, 0) + 1e-6
        assert window.right >= min(x + width, 9) - 1e-6
        assert window.bottom >= min(y + height, 6) - 1e-6
        assert window.width <= width + 2
        assert window.height <= height + 2

    def test_an_absurd_size_is_refused(self):
        with pytest.raises(EngineError) as caught:
            region_of("huge.vrt", Georeference((1, 0, 0, 0, -1, 0)), 2**31 - 1, 2**31 - 1, None)
        assert "huge.vrt" in caught.value.message


class TestRefusals:
    def test_no_input(self):
        assert refusal("").code is Code.BAD_PARAMETER

    def test_missing_file(self, tmp_path):
        assert refusal(str(tmp_path / "none.tif")).message == f"{tmp_path / 'none.tif'} does not exist."

    def test_folder(self, tmp_path):
        assert "is a folder" in refusal(str(tmp_path)).message

    def test_a_pipe_is_not_waited_for(self, tmp_path):
        os.mkfifo(tmp_path / "pipe.tif")
        assert refusal(str(tmp_path / "pipe.tif")).message == f"{tmp_path / 'pipe.tif'} is not a file."

    @pytest.mark.parametrize("name", ["nul\0.tif", "x" * 5000 + ".tif", "ünïcode ✓.tif"])
    def test_names_that_no_file_can_have(self, tmp_path, name):
        assert refusal(f"{tmp_path}/{name}").code is Code.BAD_RASTER

    def test_any_name_a_file_can_have(self, write_raster):
        values, _ = read_whole(write_raster(counted(6, 9), name="ünïcode ✓ #1?a=b&c 100%.tif"))
        assert np.array_equal(values[0], counted(6, 9))

    def test_empty_file(self, tmp_path):
        (tmp_path / "empty.tif").touch()
        assert "is an empty file" in refusal(str(tmp_path / "empty.tif")).message

    def test_text_file(self, tmp_path):
        (tmp_path / "notes.txt").write_text("no raster\n")
        error = refusal(str(tmp_path / "notes.txt"))
        assert error.code is Code.BAD_RASTER
        assert "notes.txt cannot be opened as a raster: not recognized" in error.message

    def test_vector_file(self, tmp_path):
        (tmp_path / "fields.geojson").write_text('{"type": "FeatureCollection", "features": []}')
        assert "vector file" in refusal(str(tmp_path / "fields.geojson")).message

    def test_vsi_paths_and_their_failures(self, write_raster, tmp_path):
        path = write_raster(counted(6, 9))
        with zipfile.ZipFile(tmp_path / "in.zip", "w") as archive:
            archive.write(path, "deep/raster.tif")
        values, _ = read_whole(f"/vsizip/{tmp_path}/in.zip/deep/raster.tif")
        assert np.array_equal(values[0], counted(6, 9))
        assert "nowhere.tif" in refusal(f"/vsizip/{tmp_path}/in.zip/nowhere.tif").message

    def test_no_permission(self, write_raster):
        path = write_raster(counted(6, 9))
        os.chmod(path, 0)
        if os.geteuid() != 0:
            assert "permission denied" in refusal(path).message
            return
        # Root may read everything; for a moment this process is nobody.
        os.seteuid(65534)
        try:
            error = refusal(path)
        finally:
            os.seteuid(0)
        assert "permission denied" in error.message

    def test_rational_polynomials_alone_ask_to_orthorectify(self, write_raster):
        rpc = RPC(
            height_off=0, height_scale=1, lat_off=46, lat_scale=1, line_off=3, line_scale=3, long_off=8,
            long_scale=1, samp_off=4, samp_scale=4, line_den_coeff=[1.0] + [0.0] * 19,
            line_num_coeff=[0.0, 0.0, -1.0] + [0.0] * 17, samp_den_coeff=[1.0] + [0.0] * 19,
            samp_num_coeff=[0.0, 1.0] + [0.0] * 18, err_bias=None, err_rand=None,
        )  # fmt: skip
        path = write_raster(counted(6, 9), transform=None, rpcs=rpc)
        error = refusal(path)
        assert error.code is Code.BAD_GEOREFERENCE
        assert "orthorectify" in error.message

    def test_a_container_names_what_is_inside(self, write_raster, tmp_path):
        for table in ("first", "second"):
            more = {"APPEND_SUBDATASET": "YES"} if table == "second" else {}
            path = write_raster(counted(6, 9), name="two.gpkg", driver="GPKG", RASTER_TABLE=table, **more)
        error = refusal(path)
        assert f"GPKG:{path}:first; GPKG:{path}:second" in error.message
        values, _ = read_whole(f"GPKG:{path}:second", bands=(1,))
        assert np.array_equal(values[0], counted(6, 9))

    def test_a_cut_file_names_the_pixels_that_fail(self, write_raster):
        rng = np.random.default_rng(0)
        path = write_raster(
            rng.integers(0, 255, (1, 256, 256)).astype(np.uint8), tiled=True, blockxsize=64, blockysize=64
        )
        Path(path).write_bytes(Path(path).read_bytes()[:40000])
        with open_raster(RasterParams(input=path)) as reader:
            assert reader.read(Window(0, 0, 64, 64))[1].all()
            with pytest.raises(EngineError) as caught:
                reader.read(Window(0, 192, 64, 64))
        assert caught.value.code is Code.BAD_RASTER
        assert f"{path} cannot be read at columns 0-63, rows 192-255: " in caught.value.message

    def test_blocks_too_large_to_decode(self, write_raster, monkeypatch):
        path = write_raster(counted(3, 64, 64), tiled=True, blockxsize=64, blockysize=64, interleave="pixel")
        monkeypatch.setattr(dataset_module, "MAX_BLOCK_BYTES", 3 * 64 * 64 - 1)
        error = refusal(path)
        assert "64 x 64 pixels and 3 bands" in error.message

    def test_a_degenerate_geotransform(self, write_raster, tmp_path):
        path = write_raster(counted(6, 9), transform=None, name="flat.tif")
        Path(path).with_suffix(".tfw").write_text("1\n2\n2\n4\n0\n0\n")
        error = refusal(path)
        assert error.code is Code.BAD_GEOREFERENCE
        assert path in error.message

    def test_reading_outside_the_grid_is_a_mistake_of_the_caller(self, write_raster):
        path = write_raster(counted(6, 9))
        with open_raster(RasterParams(input=path)) as reader, pytest.raises(ValueError, match="not inside"):
            reader.read(Window(5, 0, 5, 6))
