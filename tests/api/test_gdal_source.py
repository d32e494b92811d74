"""QGIS's raster sources as another process opens them."""

import os

import pytest
from sam2_toolbox.engine.api.gdal_source import gdal_file


def test_a_file_is_its_whole_path(tmp_path, monkeypatch):
    (tmp_path / "ortho.tif").touch()
    monkeypatch.chdir(tmp_path)
    assert gdal_file("gdal", "ortho.tif") == os.path.join(os.getcwd(), "ortho.tif")


def test_options_of_qgis_are_left_out():
    assert gdal_file("gdal", "/data/a.tif|option:OVERVIEW_LEVEL=2") == "/data/a.tif"


def test_a_subdataset_stays_as_it_is():
    assert gdal_file("gdal", 'NETCDF:"/data/a.nc":rain') == 'NETCDF:"/data/a.nc":rain'


@pytest.mark.parametrize(
    ("provider", "source"),
    [
        ("wms", "type=xyz&url=https://example.org/{z}/{x}/{y}.png"),
        ("gdal", "/vsimem/a.tif"),
        ("gdal", "MEM:::DATAPOINTER=1"),
        ("gdal", "WMS:https://example.org"),
        ("postgresraster", "dbname=x"),
    ],
)
def test_what_is_no_file_of_this_computer(provider, source):
    assert gdal_file(provider, source) == ""
