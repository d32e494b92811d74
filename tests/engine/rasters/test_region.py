import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rasterio.transform import Affine
from sam2_toolbox.engine.api.errors import Code, EngineError
from sam2_toolbox.engine.api.parameters.params import RasterParams
from sam2_toolbox.engine.rasters.georeference import Georeference
from sam2_toolbox.engine.rasters.raster import open_raster
from sam2_toolbox.engine.rasters.region import region_of
from sam2_toolbox.engine.tiles.tiling import Window

ROTATED = Affine.translation(500000, 5100000) @ Affine.rotation(30) @ Affine.scale(0.5, -0.5)


def counted(*shape, dtype=np.uint8):
    return (np.arange(np.prod(shape)) % 251).reshape(shape).astype(dtype)


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

    def test_off_the_raster_names_both_extents(self, write_raster, refused):
        error = refused(write_raster(counted(60, 90)), extent=(7.0, 46.0, 8.0, 47.0))
        assert error.code is Code.BAD_PARAMETER
        assert "7, 46, 8, 47" in error.message
        assert "500000, 5099970, 500045, 5100000" in error.message

    @pytest.mark.parametrize("extent", [(1, 1, 1, 2), (1, 1, 2, 1), (2, 1, 1, 2), (np.nan, 0, 1, 1)])
    def test_without_area_is_refused(self, write_raster, extent, refused):
        error = refused(write_raster(counted(60, 90)), extent=extent)
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
