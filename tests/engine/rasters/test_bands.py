import numpy as np
import pytest
from rasterio.enums import ColorInterp
from sam2_toolbox.engine.api.errors import Code
from sam2_toolbox.engine.api.parameters.params import RasterParams
from sam2_toolbox.engine.rasters.bands import BandChoice
from sam2_toolbox.engine.rasters.raster import open_raster

RGB = (ColorInterp.red, ColorInterp.green, ColorInterp.blue)


def counted(*shape, dtype=np.uint8):
    return (np.arange(np.prod(shape)) % 251).reshape(shape).astype(dtype)


class TestBands:
    def test_one_band_is_band_one(self, write_raster, read_raster):
        values, valid = read_raster(write_raster(counted(1, 5, 7)))
        assert np.array_equal(values, counted(1, 5, 7))
        assert valid.all()

    @pytest.mark.parametrize(
        ("colours", "expected"),
        [
            ((ColorInterp.blue, ColorInterp.green, ColorInterp.red, ColorInterp.undefined), (3, 2, 1)),
            ((ColorInterp.undefined, *RGB), (2, 3, 4)),
            ((ColorInterp.gray,) + (ColorInterp.undefined,) * 3, (1, 2, 3)),
            ((ColorInterp.red, ColorInterp.green, ColorInterp.undefined, ColorInterp.undefined), (1, 2, 3)),
            ((ColorInterp.gray, ColorInterp.alpha, ColorInterp.undefined, ColorInterp.undefined), (1, 3, 4)),
        ],
        ids=["blue first", "after another", "untagged", "half tagged", "alpha between"],
    )
    def test_red_green_blue_tags_decide_else_the_first_three(self, write_raster, colours, expected):
        path = write_raster(counted(4, 5, 7), colorinterp=colours)
        with open_raster(RasterParams(input=path)) as reader:
            assert reader.bands == expected
            values, _ = reader.read(reader.info.window)
        assert np.array_equal(values, counted(4, 5, 7)[np.array(expected) - 1])

    def test_two_bands_show_the_first(self, write_raster, read_raster):
        values, _ = read_raster(write_raster(counted(2, 5, 7)))
        assert np.array_equal(values, counted(2, 5, 7)[:1])

    def test_thirteen_bands_in_any_order_and_twice(self, write_raster, read_raster):
        path = write_raster(counted(13, 5, 7, dtype=np.uint16))
        values, _ = read_raster(path, bands=(12, 4, 12))
        assert np.array_equal(values, counted(13, 5, 7, dtype=np.uint16)[[11, 3, 11]])

    def test_a_band_the_raster_lacks_is_named(self, write_raster, refused):
        error = refused(write_raster(counted(4, 5, 7)), bands=(1, 7, 2))
        assert error.code is Code.BAD_PARAMETER
        assert "band 7" in error.message
        assert "4 bands" in error.message

    @pytest.mark.parametrize("bands", [(1, 2), (1, 2, 3, 4)])
    def test_only_one_or_three_bands_can_be_shown(self, write_raster, bands, refused):
        error = refused(write_raster(counted(4, 5, 7)), bands=bands)
        assert error.code is Code.BAD_PARAMETER
        assert f"{len(bands)} bands" in error.message

    def test_a_palette_becomes_its_colours(self, write_raster, read_raster):
        indices = np.array([[0, 1], [2, 1]], np.uint8)
        colours = {0: (10, 20, 30, 255), 1: (200, 100, 50, 255), 2: (1, 2, 3, 255)}
        values, valid = read_raster(write_raster(indices, colormap=colours, photometric="palette"))
        expected = [[colours[index][:3] for index in row] for row in indices]
        assert np.array_equal(np.moveaxis(values, 0, -1), expected)
        assert values.dtype == np.uint8
        assert valid.all()

    def test_transparent_colours_hold_no_data(self, write_raster, read_raster):
        indices = np.array([[0, 1], [2, 9]], np.uint8)
        colours = {0: (9, 9, 9, 0), 1: (200, 100, 50, 255), 2: (1, 2, 3, 255), 9: (0, 0, 0, 0)}
        path = write_raster(indices, colormap=colours, driver="PNG", name="palette.png")
        _, valid = read_raster(path)
        assert valid.tolist() == [[False, True], [True, False]]

    def test_indices_without_a_colour_are_black(self):
        palette = np.array([(9, 8, 7, 255), (0, 0, 0, 255)], np.uint8)
        values = BandChoice((1,), palette).numbers(np.array([[[0, 2, 65535]]], np.uint16))
        assert values.tolist() == [[[9, 0, 0]], [[8, 0, 0]], [[7, 0, 0]]]

    def test_one_bit_is_black_and_white(self, write_raster, read_raster):
        bits = counted(1, 9, 9) % 2
        values, valid = read_raster(write_raster(bits, nbits=1))
        assert np.array_equal(values, np.repeat(bits * 255, 3, axis=0))
        assert valid.all()

    def test_few_bits_are_known(self, write_raster):
        path = write_raster(counted(1, 9, 9) % 4, nbits=2)
        with open_raster(RasterParams(input=path)) as reader:
            assert reader.info.bits == 2
            assert np.array_equal(reader.read(reader.info.window)[0], counted(1, 9, 9) % 4)

    def test_complex_values_are_shown_by_magnitude(self, write_raster, read_raster):
        values, _ = read_raster(write_raster(np.array([[3 + 4j, 0], [0, -2j]], np.complex64)))
        assert values.tolist() == [[[5, 0], [0, 2]]]
        assert values.dtype == np.float32
