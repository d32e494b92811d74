import numpy as np
import pytest
import shapely
from sam2_toolbox.engine.formats.grid import Grid
from sam2_toolbox.engine.formats.pixel_masks import PixelMask, cropped, pixel_mask, polygons_of
from sam2_toolbox.engine.rasters.georeference import Georeference
from sam2_toolbox.tests.engine.formats import grids


@pytest.mark.parametrize("name", grids.TRANSFORMS)
def test_pixels_to_polygons_to_pixels(name):
    grid = grids.grid_of(name)
    masks = grids.random_masks(1, 60, grid)
    for mask, polygon in zip(masks, polygons_of(masks, grid.georeference)):
        assert polygon.is_valid
        assert polygon.area == pytest.approx(mask.area * grid.georeference.pixel_area)
        assert grids.same(pixel_mask(polygon, grid), mask)


def test_what_lies_outside_is_left_out():
    grid = Grid(10, 10, Georeference((1, 0, 0, 0, -1, 10)))
    assert not pixel_mask(shapely.box(20, 20, 30, 30), grid).bits.size
    assert not pixel_mask(shapely.Polygon(), grid).bits.size
    assert not pixel_mask(shapely.box(3.1, 3.1, 3.4, 3.4), grid).bits.size  # between the centres
    half_out = pixel_mask(shapely.box(-5, 5, 2, 15), grid)
    assert (half_out.x, half_out.y, half_out.bits.shape) == (0, 0, (5, 2))


def test_a_grid_over_an_extent_covers_it_without_a_row_too_many():
    grid = Grid.over((0.0, 0.0, 1.0, 0.3), 0.1, "")
    assert (grid.width, grid.height) == (10, 3)
    corners = grid.georeference.to_map(np.array([[0, 0], [grid.width, grid.height]], dtype=float))
    assert corners.tolist() == [[0.0, 0.3], [pytest.approx(1.0), pytest.approx(0.0)]]
    assert Grid.over((0, 0, 1.05, 0.31), 0.1, "").width == 11


def test_a_part_of_a_grid_lies_where_it_lay():
    grid = grids.grid_of("rotated")
    part = grid.part(7, 5, 20, 10)
    there = part.georeference.to_map(np.array([[3.0, 2.0]]))
    assert there == pytest.approx(grid.georeference.to_map(np.array([[10.0, 7.0]])))


def test_a_cropped_mask_does_not_keep_its_picture():
    picture = np.zeros((1000, 1000), dtype=bool)
    picture[5:8, 5:9] = True
    mask = cropped(PixelMask(0, 0, picture))
    assert mask.bits.base is None
    assert (mask.x, mask.y, mask.bits.shape) == (5, 5, (3, 4))
