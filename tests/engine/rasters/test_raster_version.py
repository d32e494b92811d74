"""Which state of a raster something was made from: changes are seen, looking at it is none."""

import os
import zipfile

import numpy as np
import pytest
import rasterio
from sam2_toolbox.engine.rasters.raster_version import raster_version

VALUES = np.arange(3 * 20 * 30, dtype=np.uint8).reshape(3, 20, 30)

STATISTICS = """<PAMDataset>
  <PAMRasterBand band="1">
    <Histograms>
      <HistItem><HistMin>-0.5</HistMin><HistCounts>1|2|3</HistCounts></HistItem>
    </Histograms>
    <Metadata>
      <MDI key="STATISTICS_MAXIMUM">255</MDI>
      <MDI key="STATISTICS_MEAN">83.2</MDI>
    </Metadata>
  </PAMRasterBand>
</PAMDataset>
"""


@pytest.fixture
def path(write_raster):
    return write_raster(VALUES)


def version(path):
    return raster_version(path, (1, 2, 3))


def test_the_same_file_is_the_same_version_by_any_name(path, tmp_path):
    first = version(path)
    assert first == version(path)
    assert first.is_current
    (tmp_path / "link.tif").symlink_to(path)
    assert version(str(tmp_path / "link.tif")).path == first.path
    assert first.pixels == ""


def test_other_pixels_another_size_or_time_are_another_version(path):
    first = version(path)
    with rasterio.open(path, "r+") as dataset:
        dataset.write(VALUES[::-1])
    os.utime(path, ns=(1, 5))
    assert not first.is_current
    assert version(path) != first


def test_a_file_that_is_gone_is_not_current(path):
    first = version(path)
    os.unlink(path)
    assert not first.is_current


def test_statistics_beside_a_raster_change_nothing(path):
    first = version(path)
    with open(f"{path}.aux.xml", "w") as file:
        file.write(STATISTICS)
    assert first.is_current
    assert version(path) == first


def test_nodata_beside_a_raster_changes_what_is_seen(path):
    first = version(path)
    with open(f"{path}.aux.xml", "w") as file:
        file.write(STATISTICS.replace("<Histograms>", "<NoDataValue>0</NoDataValue><Histograms>"))
    assert not first.is_current
    changed = version(path)
    assert changed != first
    with open(f"{path}.aux.xml", "w") as file:
        file.write(STATISTICS.replace("<Histograms>", "<NoDataValue>9</NoDataValue><Histograms>"))
    assert not changed.is_current


@pytest.mark.parametrize("suffix", [".ovr", ".msk"])
def test_a_sibling_that_appears_or_changes_is_seen(path, suffix):
    first = version(path)
    with rasterio.open(path) as dataset:
        profile = {**dataset.profile, "count": 1}
    with rasterio.open(f"{path}{suffix}", "w", **profile) as dataset:
        dataset.write(VALUES[0], 1)
    assert not first.is_current
    second = version(path)
    assert second.is_current
    os.utime(f"{path}{suffix}", ns=(1, 5))
    assert not second.is_current


def test_a_vrt_changes_with_its_source(path, tmp_path):
    vrt = tmp_path / "view.vrt"
    vrt.write_text(
        f'<VRTDataset rasterXSize="30" rasterYSize="20"><VRTRasterBand dataType="Byte" band="1">'
        f"<SimpleSource><SourceFilename>{path}</SourceFilename><SourceBand>1</SourceBand>"
        "</SimpleSource></VRTRasterBand></VRTDataset>"
    )
    first = raster_version(str(vrt), (1,))
    assert first.is_current
    os.utime(path, ns=(1, 5))
    assert not first.is_current


def test_what_is_no_local_file_is_told_by_samples_of_its_pixels(path, tmp_path):
    inside = tmp_path / "a.zip"

    def packed(values):
        with rasterio.open(path, "r+") as dataset:
            dataset.write(values)
        with zipfile.ZipFile(inside, "w") as file:
            file.write(path, "a.tif")
        return raster_version(f"/vsizip/{inside}/a.tif", (1, 2, 3))

    first = packed(VALUES)
    assert first.files == ()
    assert first.pixels != ""
    assert packed(VALUES) == first
    assert packed(VALUES[::-1]) != first
