"""Whole jobs in qgis_process: the plugin as QGIS itself loads it."""

import json
import signal
import time
from pathlib import Path

import pytest

pytest.importorskip("qgis", reason="the QGIS side runs under the system's Python")
from osgeo import ogr
from sam2_toolbox.tests.stopwatch import Stopwatch

ogr.UseExceptions()
MODEL = "sam2:segment_filter_smooth_dissolve"
RIGHT_ANGLES = "sam2:detections_to_right_angles"


def rows(path, *names):
    file = ogr.Open(str(path))
    return [tuple(feature.GetField(name) for name in names) for feature in file.GetLayer(0)]


def test_segments_a_raster_given_by_a_relative_path(session, raster):
    code, results = session.run("sam2:automaticmasks", INPUT=raster.name, OUTPUT="objects.gpkg")
    assert code == 0
    assert results["COUNT"] == 12
    assert [row[0] for row in rows(raster.parent / "objects.gpkg", "object_id")] == list(range(1, 13))


def test_model_filters_smooths_and_dissolves(session, raster, tmp_path):
    """Scores are 0.55 .. 0.99 in steps of 0.04, areas 150 m2 but one, which has none."""
    code, results = session.run(
        MODEL,
        INPUT=raster,
        MIN_SCORE=0.58,
        MIN_AREA_M2=100,
        MAX_AREA_M2=200,
        **{"fix_again:OBJECTS": tmp_path / "kept.gpkg", "dissolve:COVERED": tmp_path / "covered.gpkg"},
    )
    assert code == 0, results
    kept = rows(tmp_path / "kept.gpkg", "object_id", "area_m2")
    assert [number for number, _ in kept] == list(range(2, 13))  # 1 has a low score
    assert kept[0] == (2, None)  # an unknown area is no reason to leave an object out
    file = ogr.Open(str(tmp_path / "covered.gpkg"))
    (covered,) = file.GetLayer(0)
    assert covered.GetGeometryRef().GetGeometryCount() == 11
    assert 11 * 80 < covered.GetGeometryRef().GetArea() < 11 * 100  # corners are rounded


def test_model_leaves_out_by_area(session, raster, tmp_path):
    limits = {"MIN_AREA_M2": 151}
    output = {"fix_again:OBJECTS": tmp_path / "kept.gpkg", "dissolve:COVERED": tmp_path / "covered.gpkg"}
    code, results = session.run(MODEL, INPUT=raster, MIN_SCORE=0, **limits, **output)
    assert code == 0, results
    assert rows(tmp_path / "kept.gpkg", "object_id") == [(2,)]


def write_boxes(path, count):
    """Boxes of detections, each with its name."""
    squares = [
        {
            "type": "Feature",
            "properties": {"name": f"house {n}", "score": 0.1},
            "geometry": {"type": "Polygon", "coordinates": [ring(500100 + 30 * n, 4999800)]},
        }
        for n in range(count)
    ]
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::32633"}}
    path.write_text(json.dumps({"type": "FeatureCollection", "crs": crs, "features": squares}))
    return path


def ring(x, y):
    return [[x, y], [x + 20, y], [x + 20, y + 15], [x, y + 15], [x, y]]


def test_segments_what_a_layer_points_at(session, raster, tmp_path):
    boxes = write_boxes(tmp_path / "boxes.geojson", 7)
    code, results = session.run(
        "sam2:promptsegment", INPUT=raster.name, PROMPTS=boxes.name, OUTPUT="found.gpkg"
    )
    assert code == 0, results
    assert results["COUNT"] == 7
    found = rows(tmp_path / "found.gpkg", "name", "score", "score_2", "candidate")
    assert found == [(f"house {n}", 0.1, pytest.approx(0.55 + 0.04 * n), 2) for n in range(7)]


def test_brings_old_polygons_up_to_date(session, raster, tmp_path):
    boxes = write_boxes(tmp_path / "boxes.geojson", 4)
    code, results = session.run(
        "sam2:refinepolygons", INPUT=raster, POLYGONS=boxes, SAME_IOU=0.7, OUTPUT="new.gpkg"
    )
    assert code == 0, results
    assert rows(tmp_path / "new.gpkg", "name", "change") == [(f"house {n}", "same") for n in range(4)]


def test_model_makes_right_angles_of_detections(session, raster, tmp_path):
    boxes = write_boxes(tmp_path / "boxes.geojson", 5)
    output = {"fix:OUTLINES": tmp_path / "outlines.gpkg"}
    code, results = session.run(RIGHT_ANGLES, INPUT=raster, PROMPTS=boxes, MIN_SCORE=0, **output)
    assert code == 0, results
    assert [name for (name,) in rows(tmp_path / "outlines.gpkg", "name")] == [f"house {n}" for n in range(5)]


@pytest.mark.parametrize(
    ("parameters", "sentence"),
    [
        ({"INPUT": "none.tif"}, "none.tif"),
        ({"POINTS_PER_SIDE": 0}, "POINTS_PER_SIDE is 0.0; it must be a whole number from 1 to 256."),
        ({"OUTPUT": "/nowhere/x.gpkg"}, "the folder /nowhere does not exist"),
        ({"EXTENT": "0,1,0,1 [EPSG:32633]"}, "lies outside field"),
    ],
)
def test_bad_input_is_one_sentence_and_exit_code_1(session, raster, parameters, sentence):
    code, text = session.run("sam2:automaticmasks", **{"INPUT": raster, "OUTPUT": "x.gpkg", **parameters})
    assert code == 1
    assert sentence in text
    assert "Traceback" not in text


def test_failure_of_the_worker_is_exit_code_1(session, raster):
    session.fake(mode="fails")
    code, text = session.run("sam2:automaticmasks", INPUT=raster, OUTPUT="x.gpkg")
    assert code == 1
    assert "The checkpoint x.pt does not exist." in text


def wait_for(path):
    deadline = time.monotonic() + 300
    while not path.exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    return int(path.read_text())


def test_interrupt_ends_soon_and_keeps_a_readable_part(session, raster, tmp_path):
    started = tmp_path / "pid"
    session.fake(tiles=10000, delay=0.1, started=str(started))
    process = session.start("run", "sam2:automaticmasks", "--", f"INPUT={raster}", "OUTPUT=part.gpkg")
    worker = wait_for(started)
    deadline = time.monotonic() + 300
    while not (tmp_path / "part.gpkg").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    time.sleep(0.5)
    since = Stopwatch()
    since.start()
    process.send_signal(signal.SIGINT)
    while Path(f"/proc/{worker}").exists() and since.seconds() < 10:
        time.sleep(0.01)
    assert since.seconds() < 2  # QGIS itself takes its time to close
    out, err = process.communicate(timeout=120)
    assert "The run was cancelled." in out + err
    assert process.returncode == 1
    assert rows(tmp_path / "part.gpkg", "object_id")
