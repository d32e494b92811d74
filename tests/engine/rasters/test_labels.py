import os
import resource
import sys

import numpy as np
import pytest
import rasterio
from pyproj import CRS
from sam2_toolbox.engine.api.errors import Cancelled, Code, EngineError
from sam2_toolbox.engine.objects import FoundObject, Piece
from sam2_toolbox.engine.rasters import labels, number_raster
from sam2_toolbox.engine.rasters.georeference import Georeference
from sam2_toolbox.engine.rasters.labels import LabelRaster
from sam2_toolbox.engine.rasters.raster import RasterInfo

TRANSFORM = (0.5, 0.1, 500_000.0, 0.1, -0.5, 5_100_000.0)


def grid(width, height, path="input.tif", transform=TRANSFORM):
    georeference = Georeference(transform, CRS("EPSG:32633").to_wkt())
    return RasterInfo(path, "GTiff", width, height, 3, "uint8", 8, georeference, False)


def found(*pieces):
    return FoundObject(pieces, 1.0, 1.0, (0.0, 0.0), 0, False)


def square(x, y, side):
    return found(Piece(x, y, np.ones((side, side), dtype=bool)))


def drawn(text):
    return np.array([[letter == "#" for letter in row] for row in text.split()])


def written(path):
    with rasterio.open(path) as dataset:
        return dataset.read(1)


@pytest.fixture
def small_windows(monkeypatch):
    for module in (labels, number_raster):
        monkeypatch.setattr(module, "WINDOW", 32)
    monkeypatch.setattr(number_raster, "_BLOCK", 16)


def test_small_objects_are_on_top_of_large_ones_whatever_the_order(tmp_path):
    objects = {3: square(2, 2, 3), 1: square(0, 0, 8), 2: square(1, 1, 6)}
    for name, order in (("a.tif", (1, 2, 3)), ("b.tif", (3, 2, 1))):
        labels = LabelRaster(str(tmp_path / name), grid(10, 9))
        for object_id in order:
            labels.add(object_id, objects[object_id])
        labels.finish()
    expected = np.zeros((9, 10), dtype=int)
    expected[:8, :8], expected[1:7, 1:7], expected[2:5, 2:5] = 1, 2, 3
    assert np.array_equal(written(tmp_path / "a.tif"), expected)
    assert np.array_equal(written(tmp_path / "b.tif"), expected)


def test_of_equal_size_the_larger_id_is_on_top(tmp_path):
    labels = LabelRaster(str(tmp_path / "a.tif"), grid(4, 1))
    labels.add(2, found(Piece(0, 0, drawn("###"))))
    labels.add(1, found(Piece(1, 0, drawn("###"))))
    labels.finish()
    assert written(tmp_path / "a.tif").tolist() == [[2, 2, 2, 1]]


def test_size_is_that_of_the_object_not_of_its_pieces(tmp_path):
    labels = LabelRaster(str(tmp_path / "a.tif"), grid(6, 1))
    labels.add(1, found(Piece(0, 0, drawn("##")), Piece(2, 0, drawn("####"))))
    labels.add(2, found(Piece(0, 0, drawn("###"))))
    labels.finish()
    assert written(tmp_path / "a.tif").tolist() == [[2, 2, 2, 1, 1, 1]]


def test_windows_do_not_show(tmp_path, small_windows):
    rng = np.random.default_rng(6)
    painted = np.zeros((150, 200), dtype=int)
    objects = []
    for object_id in range(1, 60):
        height, width = rng.integers(1, 70, 2)
        x, y = rng.integers(0, 201 - width), rng.integers(0, 151 - height)
        objects.append((object_id, x, y, rng.random((height, width)) < rng.random()))
    labels = LabelRaster(str(tmp_path / "a.tif"), grid(200, 150))
    for object_id, x, y, bits in objects:
        labels.add(object_id, found(Piece(x, y, bits)))
    labels.finish()
    for object_id, x, y, bits in sorted(objects, key=lambda o: (-np.count_nonzero(o[3]), o[0])):
        painted[y : y + bits.shape[0], x : x + bits.shape[1]][bits] = object_id
    assert np.array_equal(written(tmp_path / "a.tif"), painted)


def test_the_file_has_grid_tiles_nodata_and_overviews(tmp_path):
    labels = LabelRaster(str(tmp_path / "a.tif"), grid(1300, 600))
    labels.add(70_000, square(100, 100, 400))
    labels.finish()
    with rasterio.open(tmp_path / "a.tif") as dataset:
        assert tuple(dataset.transform)[:6] == TRANSFORM
        assert dataset.crs == rasterio.crs.CRS.from_epsg(32633)
        assert (dataset.width, dataset.height, dataset.nodata) == (1300, 600, 0)
        assert dataset.dtypes == ("uint32",)
        assert dataset.block_shapes == [(256, 256)]
        assert dataset.compression == rasterio.enums.Compression.deflate
        assert dataset.overviews(1) == [2, 4, 8]
    with rasterio.open(tmp_path / "a.tif", overview_level=2) as overview:
        assert set(np.unique(overview.read(1))) == {0, 70_000}


def test_sizes_no_overview_divides_are_no_failure(tmp_path):
    labels = LabelRaster(str(tmp_path / "a.tif"), grid(20_000, 30))
    labels.add(1, square(19_990, 0, 10))
    labels.finish()
    with rasterio.open(tmp_path / "a.tif") as dataset:
        assert len(dataset.overviews(1)) == 7
        assert dataset.read(1)[:10, 19_990:].all()


def test_few_objects_take_two_bytes_a_pixel_and_none_take_a_file_of_zeros(tmp_path):
    labels = LabelRaster(str(tmp_path / "a.tif"), grid(300, 400))
    labels.add(65_535, square(0, 0, 1))
    labels.finish()
    assert written(tmp_path / "a.tif").dtype == np.uint16
    LabelRaster(str(tmp_path / "b.tif"), grid(300, 400)).finish()
    assert not written(tmp_path / "b.tif").any()


def test_nothing_is_there_before_the_end_and_nothing_else_after_it(tmp_path):
    labels = LabelRaster(str(tmp_path / "a.tif"), grid(10, 10))
    labels.add(1, square(0, 0, 4))
    assert not (tmp_path / "a.tif").exists()
    labels.finish()
    labels.abandon()
    assert os.listdir(tmp_path) == ["a.tif"]


def test_an_older_file_stays_until_the_new_one_is_whole(tmp_path):
    path = tmp_path / "a.tif"
    path.write_bytes(b"old")
    (tmp_path / "a.tif.aux.xml").write_text("about the old one")
    labels = LabelRaster(str(path), grid(10, 10))
    labels.add(1, square(0, 0, 4))
    labels.abandon()
    assert path.read_bytes() == b"old"
    labels = LabelRaster(str(path), grid(10, 10))
    labels.add(1, square(0, 0, 4))
    labels.finish()
    assert written(path).any()
    assert os.listdir(tmp_path) == ["a.tif"]


def test_cancelling_leaves_nothing(tmp_path, small_windows):
    labels = LabelRaster(str(tmp_path / "a.tif"), grid(200, 200))
    labels.add(1, square(0, 0, 100))
    calls = []

    def third_time():
        calls.append(1)
        if len(calls) == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        labels.finish(third_time)
    assert os.listdir(tmp_path) == []


def test_a_missing_folder_and_a_folder_in_place_of_the_file_are_named(tmp_path):
    for path in (tmp_path / "nowhere" / "a.tif", tmp_path):
        with pytest.raises(EngineError) as failure:
            LabelRaster(str(path), grid(10, 10))
        assert failure.value.code is Code.OUTPUT_FAILED
        assert str(path) in failure.value.message


def test_the_raster_being_read_is_not_overwritten(tmp_path):
    path = tmp_path / "input.tif"
    path.write_bytes(b"precious")
    with pytest.raises(EngineError) as failure:
        LabelRaster(str(path), grid(10, 10, path=str(path)))
    assert failure.value.code is Code.BAD_PARAMETER
    assert path.read_bytes() == b"precious"


def test_a_file_that_reads_back_otherwise_than_written_is_refused(tmp_path, monkeypatch):
    honest = number_raster.zlib.crc32
    given = iter([1])
    monkeypatch.setattr(number_raster.zlib, "crc32", lambda data: honest(data) ^ next(given, 0))
    labels = LabelRaster(str(tmp_path / "a.tif"), grid(10, 10))
    with pytest.raises(EngineError) as failure:
        labels.finish()
    assert "incomplete" in failure.value.message
    assert os.listdir(tmp_path) == []


def test_a_file_whose_overviews_have_gaps_is_refused(tmp_path):
    labels = LabelRaster(str(tmp_path / "a.tif"), grid(2000, 1000))
    labels.add(1, square(0, 0, 50))
    # Leaves out empty blocks, as a write that fails does.
    with rasterio.Env(SPARSE_OK_OVERVIEW=True), pytest.raises(EngineError) as failure:
        labels.finish()
    assert "incomplete" in failure.value.message
    assert os.listdir(tmp_path) == []


@pytest.mark.skipif(sys.platform == "win32", reason="limits the size of files as only POSIX can")
@pytest.mark.parametrize("share", [0.01, 0.5, 0.8, 0.95, 0.999])
def test_a_full_disk_is_a_sentence_and_leaves_nothing(tmp_path, monkeypatch, share):
    def collected(path):
        rng = np.random.default_rng(7)
        labels = LabelRaster(str(path), grid(700, 600))
        for object_id in range(1, 300):
            labels.add(object_id, found(Piece(*rng.integers(0, 500, 2), rng.random((60, 60)) < 0.5)))
        labels._spool.flush()
        return labels

    collected(tmp_path / "whole.tif").finish()
    size = (tmp_path / "whole.tif").stat().st_size
    (tmp_path / "whole.tif").unlink()
    labels = collected(tmp_path / "a.tif")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(size * share), before[1]))
    try:
        with pytest.raises(EngineError) as failure:
            labels.finish()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert failure.value.code is Code.OUTPUT_FAILED
    assert str(tmp_path / "a.tif") in failure.value.message
    assert os.listdir(tmp_path) == []


def test_a_full_disk_while_collecting_is_the_same_sentence(tmp_path):
    labels = LabelRaster(str(tmp_path / "a.tif"), grid(2000, 2000))
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
    try:
        with pytest.raises(EngineError) as failure:
            labels.add(1, square(0, 0, 2000))
        labels.abandon()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert failure.value.code is Code.OUTPUT_FAILED
    assert os.listdir(tmp_path) == []
