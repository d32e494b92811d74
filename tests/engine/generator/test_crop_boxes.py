"""Crops and points, against the sam2 package's own functions."""

import importlib

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from sam2_toolbox.engine.generator.crop_boxes import cut_by_crop, plan_crops
from sam2_toolbox.engine.generator.point_grid import on_valid_pixels, point_grid, points_per_side
from sam2_toolbox.engine.model.sam2_package import import_sam2
from sam2_toolbox.engine.tiles.tiling import Window


@pytest.fixture(scope="module")
def stock():
    import_sam2()
    return importlib.import_module("sam2.utils.amg")


class TestCrops:
    @settings(deadline=None)
    @given(st.integers(40, 1200), st.integers(40, 1200), st.integers(0, 3), st.floats(0, 1))
    def test_are_those_of_the_package(self, stock, width, height, layers, overlap):
        boxes, stock_layers = stock.generate_crop_boxes((height, width), layers, overlap)
        crops = plan_crops(width, height, layers, overlap)
        assert [crop.layer for crop in crops] == stock_layers
        assert [[c.window.x, c.window.y, c.window.right, c.window.bottom] for c in crops] == boxes

    @settings(deadline=None)
    @given(st.integers(1, 40), st.integers(1, 40), st.integers(0, 4))
    def test_lie_inside_the_tile_however_small_it_is(self, width, height, layers):
        for crop in plan_crops(width, height, layers, 512 / 1500):
            assert crop.window.width > 0
            assert crop.window.height > 0
            assert Window(0, 0, width, height).intersection(crop.window) == crop.window

    @settings(deadline=None)
    @given(st.data())
    def test_what_a_crop_cuts_is_what_the_package_says(self, stock, data):
        width, height = data.draw(st.integers(100, 300)), data.draw(st.integers(100, 300))
        crops = [crop.window for crop in plan_crops(width, height, 1, 512 / 1500)]
        crop = data.draw(st.sampled_from(crops))
        corners = st.tuples(
            st.integers(0, crop.width // 2),
            st.integers(0, crop.height // 2),
            st.integers(crop.width // 2, crop.width - 1),
            st.integers(crop.height // 2, crop.height - 1),
        )
        in_crop = np.array(data.draw(st.lists(corners, min_size=1, max_size=8)))
        expected = stock.is_box_near_crop_edge(
            torch.as_tensor(in_crop),
            [crop.x, crop.y, crop.right, crop.bottom],
            [0, 0, width, height],
        ).numpy()
        in_tile = in_crop + np.array([crop.x, crop.y, crop.x, crop.y])
        assert np.array_equal(cut_by_crop(in_tile, crop, width, height), expected)


class TestPoints:
    @settings(deadline=None)
    @given(st.integers(1, 64), st.integers(1, 2000), st.integers(1, 2000))
    def test_are_those_of_the_package(self, stock, per_side, width, height):
        expected = stock.build_point_grid(per_side) * np.array([[width, height]])
        assert np.array_equal(point_grid(per_side, width, height), expected.astype(np.float32))

    def test_start_in_the_middle_of_their_share(self):
        assert point_grid(2, 100, 40).tolist() == [[25, 10], [75, 10], [25, 30], [75, 30]]

    @pytest.mark.parametrize(("layer", "count"), [(0, 5), (1, 2), (2, 1), (3, 1)])
    def test_become_fewer_in_smaller_crops_but_never_none(self, layer, count):
        assert points_per_side(5, 2, layer) == count

    def test_on_pixels_without_data_are_told(self):
        valid = np.ones((4, 8), bool)
        valid[:2, 4:] = False
        points = np.array([[3.99, 0], [4.0, 1.9], [7.9, 2.0], [8.0, 4.0]], dtype=np.float32)
        assert on_valid_pixels(points, valid).tolist() == [True, False, True, True]
