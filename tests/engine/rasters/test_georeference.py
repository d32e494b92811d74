import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rasterio.transform import Affine
from sam2_toolbox.engine.api.errors import Code, EngineError
from sam2_toolbox.engine.rasters.georeference import Georeference

GRIDS = {
    "north-up UTM": (0.3, 0.0, 691234.5, 0.0, -0.3, 5123456.7),
    "south-up": (0.3, 0.0, 691234.5, 0.0, 0.3, 5123456.7),
    "geographic, anisotropic": (1.3411e-6, 0.0, 85.52, 0.0, -1.1881e-6, 27.63),
    "rotated 30 degrees": tuple(Affine.translation(5e5, 5e6) @ Affine.rotation(30) @ Affine.scale(0.5, -0.5))[
        :6
    ],
    "sheared": (1.5, -5.0, 1841001.75, -5.0, -1.5, 1144003.25),
    "rows along x": (0.0, 2.0, 1000.0, 3.0, 0.0, 2000.0),
}


@pytest.mark.parametrize("transform", GRIDS.values(), ids=GRIDS.keys())
class TestGrid:
    def test_maps_pixels_where_rasterio_does(self, transform):
        points = np.array([(0.0, 0.0), (0.5, 0.5), (1234.25, 19876.75)])
        expected = [Affine(*transform) @ tuple(point) for point in points]
        np.testing.assert_allclose(Georeference(transform).to_map(points), expected, rtol=0, atol=1e-9)

    def test_comes_back_to_the_same_pixel(self, transform):
        rng = np.random.default_rng(0)
        points = rng.uniform(-100, 30000, (1000, 2))
        grid = Georeference(transform)
        np.testing.assert_allclose(grid.to_pixel(grid.to_map(points)), points, rtol=0, atol=1e-6)

    def test_pixel_area_is_the_parallelogram_of_its_corners(self, transform):
        grid = Georeference(transform)
        # Differences to the origin, which is large against a pixel.
        (ax, ay), (bx, by) = grid.to_map(np.array([(1000.0, 0), (0, 1000.0)])) - grid.to_map(np.zeros((1, 2)))
        assert grid.pixel_area == pytest.approx(abs(ax * by - ay * bx) / 1e6, rel=1e-5)

    def test_coarser_pixels_cover_the_same_ground(self, transform):
        grid = Georeference(transform, "CRS")
        coarse = grid.scaled(4.0, 2.5)
        points = np.array([(0.0, 0.0), (3.0, 7.0)])
        np.testing.assert_allclose(coarse.to_map(points), grid.to_map(points * (4.0, 2.5)), rtol=0, atol=1e-9)
        assert coarse.pixel_area == pytest.approx(10 * grid.pixel_area)
        assert coarse.crs_wkt == "CRS"


def test_only_grids_that_read_backwards_are_mirrored():
    mirrored = {name for name, transform in GRIDS.items() if Georeference(transform).mirrored}
    assert mirrored == {"south-up"}
    assert Georeference((-0.5, 0, 0, 0, -0.5, 0)).mirrored


def test_rows_and_columns_along_the_axes_are_aligned():
    aligned = {name for name, transform in GRIDS.items() if Georeference(transform).aligned}
    assert aligned == {"north-up UTM", "south-up", "geographic, anisotropic", "rows along x"}


@pytest.mark.parametrize(
    "transform",
    [
        (1.0, 2.0, 0.0, 2.0, 4.0, 0.0),
        (0.0,) * 6,
        (1.0, 0.0, math.nan, 0.0, -1.0, 0.0),
        (math.inf, 0, 0, 0, 1, 0),
    ],
    ids=["on one line", "zero", "not a number", "infinite"],
)
def test_a_grid_without_area_is_refused(transform):
    with pytest.raises(EngineError) as caught:
        Georeference(transform)
    assert caught.value.code is Code.BAD_GEOREFERENCE


@given(
    angle=st.floats(0, 360),
    width=st.floats(1e-7, 1e4),
    ratio=st.floats(0.1, 10),
    column=st.floats(0, 1e5),
    row=st.floats(0, 1e5),
)
def test_any_rotated_grid_comes_back_to_the_same_pixel(angle, width, ratio, column, row):
    affine = Affine.translation(-180, 85) @ Affine.rotation(angle) @ Affine.scale(width, -width * ratio)
    grid = Georeference(tuple(affine)[:6])
    back = grid.to_pixel(grid.to_map(np.array([(column, row)])))
    # Half the digits of a double remain for the pixel when the origin is far larger than a pixel.
    assert np.abs(back - (column, row)).max() < 1e-6 + 1e-13 * 180 / (width * min(1, ratio))
