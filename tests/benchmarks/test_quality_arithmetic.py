"""The figures of benchmarks/model_quality.py, on masks whose overlaps are known."""

from __future__ import annotations

import sqlite3
import struct
from contextlib import closing

import numpy as np
import pytest

pytest.importorskip("cv2")
rasterio = pytest.importorskip("rasterio")
shapely = pytest.importorskip("shapely")
pytest.importorskip("torch")

from sam2_toolbox.benchmarks import quality_asker as asker  # noqa: E402
from sam2_toolbox.benchmarks import quality_floors as floors  # noqa: E402
from sam2_toolbox.benchmarks import quality_scores as scores  # noqa: E402
from sam2_toolbox.benchmarks import quality_truth as truth  # noqa: E402
from sam2_toolbox.benchmarks.quality_scores import Region  # noqa: E402


def square(x, y, side):
    return Region(x, y, np.ones((side, side), dtype=bool))


def whole(region, height=40, width=40):
    picture = np.zeros((height, width), dtype=bool)
    x0, y0, x1, y1 = region.box
    picture[y0:y1, x0:x1] = region.bits
    return picture


def random_region(rng):
    bits = rng.random((int(rng.integers(1, 12)), int(rng.integers(1, 12)))) < 0.6
    bits[0, 0] = True
    return Region(int(rng.integers(0, 28)), int(rng.integers(0, 28)), bits)


def test_the_overlap_of_crops_is_that_of_whole_pictures():
    rng = np.random.default_rng(4)
    for _ in range(200):
        first, second = random_region(rng), random_region(rng)
        assert first.iou(second) == pytest.approx(scores.iou_of(whole(first), whole(second)))


def test_known_overlaps():
    assert square(0, 0, 4).iou(square(2, 0, 4)) == pytest.approx(8 / 24)
    assert square(0, 0, 4).iou(square(4, 0, 4)) == 0
    assert square(3, 5, 4).iou(square(3, 5, 4)) == 1


def test_a_window_cuts_what_lies_outside():
    region = square(2, 2, 4)
    assert np.array_equal(region.inside(0, 0, 40), whole(region))
    assert np.count_nonzero(region.inside(4, 4, 10)) == 4
    assert not region.inside(20, 20, 8).any()


def test_a_region_of_bits_has_no_empty_edge():
    bits = np.zeros((9, 9), dtype=bool)
    bits[3:5, 6] = True
    found = scores.region_of(bits, 100, 200)
    assert (found.box, found.area) == ((106, 203, 107, 205), 2)
    assert scores.region_of(np.zeros((3, 3), dtype=bool)) is None


def test_cells_keep_large_masks_and_lose_the_detail_of_small_ones():
    large, small = whole(square(4, 8, 24)), whole(square(5, 6, 3))
    assert scores.iou_of(scores.through_cells(large, 4), large) > 0.98
    assert scores.iou_of(scores.through_cells(small, 4), small) < 0.8
    assert np.array_equal(scores.through_cells(small, 1), small)


def test_the_innermost_pixel_keeps_away_from_edges_and_holes():
    ring = np.ones((21, 41), dtype=bool)
    ring[:, :11] = False
    x, y = scores.innermost(ring)
    assert (x, y) == (pytest.approx(25, abs=5), 10)
    ring[5:16, 15:36] = False
    x, y = scores.innermost(ring)
    assert ring[int(y), int(x)]


def test_a_correction_goes_into_the_largest_wrong_part():
    real = np.zeros((30, 30), dtype=bool)
    real[5:25, 5:15] = True
    answer = real.copy()
    answer[5:9, 5:15] = False  # missing: 40 pixels
    answer[10:20, 20:29] = True  # too much: 90 pixels
    (x, y), label = scores.correction(answer, real)
    assert answer[int(y), int(x)]
    assert not real[int(y), int(x)]
    assert label == 0
    answer[10:20, 20:29] = False
    (x, y), label = scores.correction(answer, real)
    assert real[int(y), int(x)]
    assert label == 1
    assert scores.correction(real, real) is None


def test_recall_counts_objects_not_masks():
    real = [square(0, 0, 10), square(20, 20, 10)]
    found = [square(0, 0, 10), square(1, 0, 10), square(0, 1, 9)]
    assert scores.recall(real, found, 0.5) == 0.5
    assert scores.recall(real, [], 0.5) == 0
    assert scores.recall([square(0, 0, 10)], [square(5, 0, 10)], 0.34) == 0


def test_correlation_of_lines_and_of_constants():
    assert scores.correlation([0, 1, 2], [1, 3, 5]) == pytest.approx(1)
    assert scores.correlation([0, 1, 2], [2, 1, 0]) == pytest.approx(-1)
    assert scores.correlation([1, 1], [0, 3]) == 0


def test_grabcut_finds_a_square_that_its_box_is_too_large_for():
    rgb = np.full((60, 60, 3), 40, dtype=np.uint8)
    rgb += np.random.default_rng(0).integers(0, 9, rgb.shape, dtype=np.uint8)
    bits = np.ones((20, 20), dtype=bool)
    bits[10:, 10:] = False
    rgb[20:40, 20:40][bits] = (220, 60, 60)
    item = Region(20, 20, bits)
    assert item.iou(floors.box_itself(item)) == 0.75
    assert item.iou(floors.grabcut(rgb, item)) > 0.95


def test_the_best_segment_is_the_best_of_those_under_the_click():
    labels = np.zeros((20, 20), dtype=np.int64)
    labels[4:12, 4:12] = 7
    labels[15:, 15:] = 3
    pieces = floors.parts_of(labels)
    assert sorted(piece.area for piece in pieces) == [25, 64, 311]
    item = square(4, 4, 8)
    assert floors.best_under((5, 5), item, pieces) == 1
    assert floors.best_under((16, 16), item, pieces) == 0


def geopackage(path, outlines):
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT)")
        database.execute("INSERT INTO gpkg_geometry_columns VALUES ('things', 'geom')")
        database.execute("CREATE TABLE things (geom BLOB)")
        for number, outline in enumerate(outlines):
            envelope = b"" if number % 2 else struct.pack("<4d", 0, 0, 0, 0)
            header = b"GP" + bytes([0, 1 if number % 2 else 3]) + struct.pack("<i", 32632)
            database.execute("INSERT INTO things VALUES (?)", (header + envelope + shapely.to_wkb(outline),))
        database.commit()


def test_true_outlines_become_the_pixels_whose_centres_they_hold(tmp_path):
    folder = tmp_path / "place"
    folder.mkdir()
    inside, leaving = shapely.box(1004, 1986, 1014, 1994), shapely.box(995, 1990, 1005, 1995)
    geopackage(folder / "true.gpkg", [inside, leaving, shapely.box(1000, 1999, 1001, 2000)])
    profile = {
        "driver": "GTiff",
        "width": 30,
        "height": 20,
        "count": 3,
        "dtype": "uint8",
        "crs": "EPSG:32632",
    }
    transform = rasterio.transform.from_origin(1000, 2000, 1, 1)
    with rasterio.open(folder / "picture.tif", "w", transform=transform, **profile) as target:
        target.write(np.arange(1800, dtype=np.uint64).astype(np.uint8).reshape(3, 20, 30))
    for scale in (1, 2):
        found = truth.read_truth(tmp_path, ("place", "picture.tif", "true.gpkg"), 50, scale)
        assert found.rgb.shape == (20 * scale, 30 * scale, 3)
        assert [item.box for item in found.objects] == [(4 * scale, 6 * scale, 14 * scale, 14 * scale)]
        assert found.objects[0].bits.all()


@pytest.mark.parametrize(("size", "closer_below", "side"), [(10, 0.1, 256), (60, 0.1, 512), (10, 0.0, 512)])
def test_a_window_shows_the_object_and_is_half_as_wide_for_small_ones(size, closer_below, side):
    item = square(700, 333, size)
    left, top, found = asker.window_of(item, np.zeros((900, 1200, 3), np.uint8), 512, closer_below)
    assert found == side
    assert item.inside(left, top, found).sum() == item.area
    box = asker.in_box(item, left, top, found).box
    assert box.tolist() == [700 - left, 333 - top, 700 - left + size, 333 - top + size]


def test_an_old_outline_is_the_object_a_little_off():
    item = square(40, 60, 30)
    prompt = asker.as_old_outline(32, item, 0, 0, 128)
    rows, columns = np.nonzero(prompt.mask_logits > prompt.mask_logits.min())
    assert prompt.box.tolist() == [42, 61, 72, 91]
    assert (columns.min(), columns.max()) == (42 // 4, 71 // 4)
    assert (rows.min(), rows.max()) == (61 // 4, 90 // 4)
