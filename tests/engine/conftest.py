"""Rasters made for one test each."""

from __future__ import annotations

import warnings
from pathlib import Path

import numpy as np
import pytest
import rasterio
from rasterio.errors import NotGeoreferencedWarning
from rasterio.transform import Affine
from sam2_toolbox.engine.api.errors import EngineError
from sam2_toolbox.engine.api.parameters.params import RasterParams
from sam2_toolbox.engine.rasters.raster import open_raster

NORTH_UP = Affine(0.5, 0, 500000, 0, -0.5, 5100000)


@pytest.fixture(autouse=True)
def data_folder(tmp_path_factory, monkeypatch):
    """Runs keep their journals here, and not in the folder of whoever runs the tests."""
    folder = tmp_path_factory.mktemp("data")
    monkeypatch.setenv("SAM2_TOOLBOX_HOME", str(folder))
    return folder


@pytest.fixture
def write_raster(tmp_path):
    """``write(values (B, h, w) or (h, w), name=..., colorinterp=..., **profile) -> path``."""

    def write(values, name="raster.tif", colorinterp=None, colormap=None, mask=None, gcps=None, **profile):
        values = values[np.newaxis] if values.ndim == 2 else values
        path = str(Path(tmp_path) / name)
        profile = {
            "driver": "GTiff",
            "crs": "EPSG:32632",
            "transform": NORTH_UP,
            "dtype": values.dtype,
        } | profile
        if gcps is not None or profile["transform"] is None:
            del profile["transform"], profile["crs"]
        with warnings.catch_warnings(), rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True):
            warnings.simplefilter("ignore", NotGeoreferencedWarning)
            count, height, width = values.shape
            with rasterio.open(path, "w", count=count, height=height, width=width, **profile) as dataset:
                if colorinterp is not None:
                    dataset.colorinterp = colorinterp
                if gcps is not None:
                    dataset.gcps = gcps
                dataset.write(values)
                if colormap is not None:
                    dataset.write_colormap(1, colormap)
                if mask is not None:
                    dataset.write_mask(mask)
        return path

    return write


@pytest.fixture
def read_raster():
    """``read(path, **params) -> values (B, h, w), valid (h, w)`` of the whole raster."""
    return _read


@pytest.fixture
def refused():
    """``refused(path, **params) -> EngineError`` that opening or reading must end in."""

    def refused(path, **params):
        with pytest.raises(EngineError) as caught:
            _read(path, **params)
        assert caught.value.message.endswith(".")
        return caught.value

    return refused


def _read(path, **params):
    with open_raster(RasterParams(input=path, **params)) as reader:
        return reader.read(reader.info.window)
