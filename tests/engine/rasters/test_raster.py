from pathlib import Path

import numpy as np
import pytest
import rasterio
from sam2_toolbox.engine.api.errors import Code, EngineError
from sam2_toolbox.engine.api.parameters.params import RasterParams
from sam2_toolbox.engine.rasters import raster as raster_module
from sam2_toolbox.engine.rasters.georeference import Georeference
from sam2_toolbox.engine.rasters.raster import open_raster
from sam2_toolbox.engine.tiles.tiling import Window


def counted(*shape, dtype=np.uint8):
    return (np.arange(np.prod(shape)) % 251).reshape(shape).astype(dtype)


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

    def test_a_palette_is_averaged_as_colours(self, write_raster, read_raster):
        indices = np.array([[0, 200], [200, 0]], np.uint8)
        colours = {0: (0, 0, 0, 255), 200: (100, 40, 20, 255)}
        path = write_raster(indices, colormap=colours, photometric="palette")
        values, _ = read_raster(path, resolution=1.0)
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

    def test_finer_than_the_raster_is_refused(self, write_raster, refused):
        error = refused(write_raster(counted(6, 9)), resolution=0.25)
        assert error.code is Code.BAD_PARAMETER
        assert "0.25" in error.message
        assert "0.5" in error.message

    def test_its_own_resolution_changes_nothing(self, write_raster, read_raster):
        values, _ = read_raster(write_raster(counted(6, 9)), resolution=0.5)
        assert np.array_equal(values[0], counted(6, 9))

    def test_a_pixel_larger_than_the_raster_is_refused(self, write_raster, refused):
        assert refused(write_raster(counted(6, 9)), resolution=50).code is Code.BAD_PARAMETER


class TestReading:
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

    def test_reading_outside_the_grid_is_a_mistake_of_the_caller(self, write_raster):
        path = write_raster(counted(6, 9))
        with open_raster(RasterParams(input=path)) as reader, pytest.raises(ValueError, match="not inside"):
            reader.read(Window(5, 0, 5, 6))
