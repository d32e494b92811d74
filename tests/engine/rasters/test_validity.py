import numpy as np
import pytest
import rasterio
from rasterio.enums import ColorInterp
from sam2_toolbox.engine.api.parameters.params import RasterParams
from sam2_toolbox.engine.rasters.raster import open_raster

RGB = (ColorInterp.red, ColorInterp.green, ColorInterp.blue)


class TestValidity:
    def test_any_band_with_data_makes_a_pixel_valid(self, write_raster, read_raster):
        values = np.ones((3, 2, 2), np.uint8)
        values[:, 0, 0] = (0, 120, 50)  # dark in one band, not nodata
        values[:, 1, 1] = 0
        _, valid = read_raster(write_raster(values, nodata=0))
        assert valid.tolist() == [[True, True], [True, False]]

    def test_only_the_chosen_bands_are_asked(self, write_raster, read_raster):
        values = np.array([[[0, 5]], [[5, 5]]], np.uint16)
        _, valid = read_raster(write_raster(values, nodata=0), bands=(1,))
        assert valid.tolist() == [[False, True]]

    @pytest.mark.parametrize("nodata", [None, np.nan, -9999.0], ids=str)
    def test_nan_and_infinity_are_never_data(self, write_raster, nodata, read_raster):
        values = np.array([[1.0, np.nan, np.inf, -np.inf, -9999.0]], np.float32)
        _, valid = read_raster(write_raster(values, nodata=nodata))
        assert valid.tolist() == [[True, False, False, False, nodata != -9999.0]]

    @pytest.mark.parametrize(
        ("dtype", "nodata"), [("uint16", 65535), ("int16", -32768), ("float32", -3.4e38), ("int32", -1)]
    )
    def test_nodata_of_every_type(self, write_raster, dtype, nodata, read_raster):
        values = np.array([[7, nodata, 9]], dtype)
        _, valid = read_raster(write_raster(values, nodata=nodata))
        assert valid.tolist() == [[True, False, True]]

    @pytest.mark.parametrize("internal", [True, False], ids=["inside", "beside"])
    def test_mask_bands(self, write_raster, internal, read_raster):
        mask = np.array([[255, 0, 255]], np.uint8)
        with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=internal):
            path = write_raster(np.zeros((3, 1, 3), np.uint8), mask=mask)
        _, valid = read_raster(path)
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

    def test_the_soft_edge_of_a_mask_is_cut_at_half(self, write_raster, read_raster):
        values = np.full((4, 40, 100), 255, np.uint8)
        values[3, :, :50] = 0
        values[3, :, 50], values[3, :, 51] = 100, 160
        _, valid = read_raster(write_raster(values, colorinterp=(*RGB, ColorInterp.alpha)))
        assert np.array_equal(valid, np.broadcast_to(np.arange(100) >= 51, (40, 100)))

    def test_jpeg_may_blur_an_alpha_mask(self, write_raster, read_raster):
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
        _, valid = read_raster(path)
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

    def test_alpha_and_nodata_together(self, write_raster, read_raster):
        values = np.full((4, 20, 20), 9, np.uint8)
        values[3] = 255
        values[3, :, :5] = 0
        values[:3, :5, :] = 0
        _, valid = read_raster(write_raster(values, nodata=0, colorinterp=(*RGB, ColorInterp.alpha)))
        assert valid.sum() == 15 * 15
        assert valid[5:, 5:].all()
