"""What a run gives back: layers, formats, metadata, style. The fake worker finds known squares."""

import json
import os
import sqlite3
import sys
import time

import pytest

pytest.importorskip("qgis", reason="the QGIS side runs under the system's Python")
from qgis.core import (
    NULL,
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProject,
    QgsVectorLayer,
    QgsWkbTypes,
)
from sam2_toolbox.engine.api.features import FIELDS


def test_memory_layer_has_the_objects(run, raster, feedback, provenance_of):
    result = run(raster, feedback=feedback)
    layer = result["OUTPUT"]
    assert result["COUNT"] == layer.featureCount() == 12
    assert layer.crs().authid() == "EPSG:32633"
    assert layer.wkbType() == QgsWkbTypes.Type.MultiPolygon
    first, second = list(layer.getFeatures())[:2]
    assert first.geometry().asWkt(0) == (
        "MultiPolygon (((500010 4999000, 500020 4999000, 500020 4999010, 500010 4999010, 500010 4999000)))"
    )
    assert first["object_id"] == 1
    assert first["area_m2"] == 150.0
    assert first["touches_edge"] is True
    assert second["area_m2"] == NULL
    assert second["perimeter_m"] == NULL
    assert second["touches_edge"] is False
    assert layer.metadata().title() == "field objects"
    assert provenance_of(layer)["model"]["id"] == "pico"


@pytest.mark.parametrize("extension", ["gpkg", "geojson", "shp", "fgb"])
def test_formats(run, raster, tmp_path, extension, written):
    output = tmp_path / f"objects.{extension}"
    result = run(raster, output)
    layer = written(output)
    assert layer.featureCount() == 12 == result["COUNT"]
    names = [field.name() for field in layer.fields() if field.name() != "fid"]
    assert names == [spec.name[:10] if extension == "shp" else spec.name for spec in FIELDS]
    assert {feature["object_id"] for feature in layer.getFeatures()} == set(range(1, 13))


def test_geopackage_keeps_types_and_provenance(
    run, raster, tmp_path, written, provenance_of, metadata_tables
):
    output = tmp_path / "objects.gpkg"
    run(raster, output)
    with sqlite3.connect(output) as database:
        declared = {row[1]: row[2] for row in database.execute("PRAGMA table_info(objects)")}
        indexed = database.execute("SELECT count(*) FROM rtree_objects_geom").fetchone()[0]
    sql = {"integer": "INTEGER", "real": "REAL", "boolean": "BOOLEAN"}
    assert {name: declared[name] for name in declared if name not in ("fid", "geom")} == {
        spec.name: sql[spec.type] for spec in FIELDS
    }
    assert indexed == 12
    text = metadata_tables(output)
    assert "status: complete" in text
    assert "00000000" in text
    layer = written(output)
    assert layer.metadata().abstract().startswith("12 objects found in field by SAM 2.")
    assert provenance_of(layer)["status"] == "complete"


def test_second_table_in_a_geopackage(run, raster, tmp_path, written):
    output = tmp_path / "all.gpkg"
    run(raster, output)
    run(raster, f"ogr:dbname='{output}' table=\"again\" (geom)")
    assert written(f"{output}|layername=all").featureCount() == 12
    again = written(f"{output}|layername=again")
    assert again.featureCount() == 12
    assert again.metadata().title() == "field objects"


def test_untrained_weights_are_said_everywhere(run, fake_worker, raster, tmp_path, feedback, written):
    fake_worker(trained=False)
    run(raster, tmp_path / "objects.gpkg", feedback)
    metadata = written(tmp_path / "objects.gpkg").metadata()
    assert metadata.title() == "field objects (untrained stand-in weights)"
    assert "untrained stand-in weights" in metadata.abstract()
    assert feedback.warnings == ["The weights are untrained."]


def test_layer_outputs_are_asked_for_and_reported(run, fake_worker, raster, tmp_path):
    received = tmp_path / "received.json"
    fake_worker(received=str(received))
    record = tmp_path / "run.json"
    result = run(raster, RUN_RECORD=str(record), LABELS=str(tmp_path / "labels.tif"))
    params = json.loads(received.read_text())["params"]
    assert params["run_record"] == result["RUN_RECORD"] == str(record)
    assert params["labels"] == result["LABELS"] == str(tmp_path / "labels.tif")
    assert record.exists()
    result = run(raster)
    params = json.loads(received.read_text())["params"]
    assert params["run_record"] == params["labels"] == result["LABELS"] == ""


def test_area_of_interest_reaches_the_worker(run, fake_worker, raster, tmp_path):
    received = tmp_path / "received.json"
    fake_worker(received=str(received))
    plots = tmp_path / "plots.geojson"
    plots.write_text(
        '{"type":"Polygon","coordinates":[[[15.001,45.147],[15.004,45.147],[15.004,45.15],[15.001,45.147]]]}'
    )
    run(raster, MASK_LAYER=str(plots))
    assert bytes.fromhex(json.loads(received.read_text())["params"]["mask_layer"])[1:5] == b"\x06\0\0\0"


def test_no_objects_is_an_empty_layer(run, fake_worker, raster, tmp_path, written):
    fake_worker(tiles=0)
    assert run(raster, tmp_path / "none.gpkg")["COUNT"] == 0
    assert written(tmp_path / "none.gpkg").featureCount() == 0


def test_three_rasters_one_after_the_other(run, make_raster, tmp_path, written):
    for name in ("a", "b", "c"):
        run(make_raster(f"{name}.tif"), tmp_path / f"{name}.gpkg")
    titles = [written(tmp_path / f"{name}.gpkg").metadata().title() for name in ("a", "b", "c")]
    assert titles == ["a objects", "b objects", "c objects"]


def test_loaded_layer_is_named_styled_and_described(run, raster, tmp_path, qgis_new_project, without_window):
    from qgis import processing

    for output in ("TEMPORARY_OUTPUT", str(tmp_path / "other name.gpkg")):
        processing.runAndLoadResults("sam2:automaticmasks", {"INPUT": raster, "OUTPUT": output})
        (layer,) = QgsProject.instance().mapLayersByName("field objects")
        assert layer.renderer().type() == "graduatedSymbol"
        assert layer.renderer().classAttribute() == "score"
        assert layer.metadata().title() == "field objects"
        QgsProject.instance().clear()


def test_style_has_a_class_for_every_score(qgis_app):
    from sam2_toolbox.processing.finished_layer import OBJECTS_STYLE

    layer = QgsVectorLayer("MultiPolygon?field=score:double", "x", "memory")
    _, loaded = layer.loadNamedStyle(str(OBJECTS_STYLE))
    assert loaded
    ranges = layer.renderer().ranges()
    assert ranges[0].lowerValue() <= 0
    assert ranges[-1].upperValue() > 1.5  # a predicted IoU may exceed 1
    for lower, upper in zip(ranges, ranges[1:]):
        assert lower.upperValue() == upper.lowerValue()
    classes = {type(part).__name__ for one in ranges for part in one.symbol().symbolLayers()}
    assert classes == {"QgsSimpleLineSymbolLayer"}  # the image stays visible


def test_run_in_the_background_and_nothing_of_the_users_changes(
    algorithm, fake_worker, raster, context, feedback
):
    """As the dialog does it: main thread free, and the session as it was."""
    project_crs = QgsProject.instance().crs()
    before = list(sys.path), dict(os.environ), set(sys.modules), os.getcwd()
    context.setProject(QgsProject.instance())
    outcome = []
    task = QgsProcessingAlgRunnerTask(
        algorithm, {"INPUT": raster, "OUTPUT": "TEMPORARY_OUTPUT"}, context, feedback
    )
    task.executed.connect(lambda successful, results: outcome.append((successful, results)))
    QgsApplication.taskManager().addTask(task)
    deadline = time.monotonic() + 60
    while not outcome and time.monotonic() < deadline:
        QgsApplication.processEvents()
    assert outcome[0][0]
    assert outcome[0][1]["COUNT"] == 12
    assert QgsProject.instance().crs() == project_crs
    foreign = {name for name in set(sys.modules) - before[2] if not name.startswith("sam2_toolbox.")}
    assert not foreign & {"numpy", "torch", "rasterio", "shapely", "sam2"}
    assert (list(sys.path), dict(os.environ), os.getcwd()) == (before[0], before[1], before[3])
