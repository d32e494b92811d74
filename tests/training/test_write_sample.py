"""The sample raster: the scene's pixels with a place on earth."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("cv2")
rasterio = pytest.importorskip("rasterio")

from sam2_toolbox.training.scenes import generate_scene  # noqa: E402
from sam2_toolbox.training.write_sample import ORIGIN, main, write_sample  # noqa: E402


def test_sample_is_a_georeferenced_rgb_raster(tmp_path):
    path = tmp_path / "sample.tif"
    scene = write_sample(path, seed=3, width=200, height=150, metres_per_pixel=0.5)
    with rasterio.open(path) as raster:
        assert (raster.width, raster.height, raster.count) == (200, 150, 3)
        assert raster.crs.to_epsg() == 32632
        assert raster.transform.a == 0.5
        assert raster.transform.e == -0.5
        assert (raster.transform.c, raster.transform.f) == ORIGIN
        assert np.array_equal(raster.read().transpose(1, 2, 0), scene.rgb)


def test_command_line_writes_the_same_scene(tmp_path):
    path = tmp_path / "sample.tif"
    assert main([str(path), "--seed", "4", "--width", "96", "--height", "64"]) == 0
    with rasterio.open(path) as raster:
        assert np.array_equal(raster.read().transpose(1, 2, 0), generate_scene(4, 96, 64).rgb)
