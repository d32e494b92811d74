"""Segment everything from the dock: a background task and a layer that fills."""

import json
import sys
from pathlib import Path

import pytest

pytest.importorskip("qgis", reason="the QGIS side runs under the system's Python")
from qgis.core import QgsApplication, QgsFeature, QgsGeometry, QgsProject, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtWidgets import QFileDialog
from sam2_toolbox.engine.api import environment
from sam2_toolbox.plugin.everything import Everything, extent_parameter, free_path, selected_polygons

FAKE_WORKER = Path(__file__).parent.parent / "processing" / "fake_worker.py"


@pytest.fixture
def squares(monkeypatch, tmp_path):
    """Runs find squares; what they were asked is in the file returned."""

    def use(**options):
        received = tmp_path / "run.json"
        options = {"origin": [500010.0, 5499910.0], "received": str(received), **options}
        command = [sys.executable, "-s", "-u", str(FAKE_WORKER), json.dumps(options)]
        monkeypatch.setattr(environment, "worker_command", lambda: command)
        return received

    return use


@pytest.fixture
def everything(plugin, leftovers):
    everything = Everything()
    everything.seen = []
    everything.ended.connect(lambda whole, sentence: everything.seen.append((whole, sentence)))
    yield everything
    everything.stop()
    everything.deleteLater()
    leftovers.settle()


def result_layers():
    return [layer for layer in QgsProject.instance().mapLayers().values() if "objects" in layer.name()]


def test_a_run_ends_with_a_styled_layer(everything, squares, raster, tmp_path, until):
    received = squares(tiles=4)
    view = QgsRectangle(500010, 5499910, 500090, 5499990)
    path = str(tmp_path / "field objects.gpkg")
    everything.start(raster, path, {"EXTENT": extent_parameter(view, raster.crs()), "MODEL": "pico"})
    assert everything.running
    until(lambda: everything.seen)
    assert everything.seen == [(True, f"12 objects found. They are in {path}.")]
    (layer,) = result_layers()
    assert layer.name() == "field objects"
    assert layer.featureCount() == 12
    assert layer.renderer().type() == "graduatedSymbol"
    params = json.loads(received.read_text())["params"]
    assert params["extent"] == pytest.approx([500010, 5499910, 500090, 5499990])
    assert not everything.running


def test_the_layer_fills_while_it_runs(everything, squares, raster, tmp_path, until):
    squares(tiles=40, delay=0.15)
    everything.start(raster, str(tmp_path / "out.gpkg"), {})
    until(lambda: result_layers() and 0 < result_layers()[0].featureCount() < 120)
    counts = {result_layers()[0].featureCount()}
    until(lambda: counts.add(result_layers()[0].featureCount()) or len(counts) > 2)
    until(lambda: everything.seen)
    assert result_layers()[0].featureCount() == 120


def test_a_stop_keeps_what_was_found(everything, squares, raster, tmp_path, until):
    squares(tiles=4000, delay=0.1)
    everything.start(raster, str(tmp_path / "out.gpkg"), {})
    until(lambda: result_layers() and result_layers()[0].featureCount() > 0)
    everything.stop()
    until(lambda: everything.seen)
    ((whole, sentence),) = everything.seen
    assert not whole
    assert sentence.startswith("Stopped.")
    assert result_layers()[0].featureCount() > 0


def test_a_failed_run_says_why(everything, squares, raster, tmp_path, until):
    squares(mode="fails")
    everything.start(raster, str(tmp_path / "out.gpkg"), {})
    until(lambda: everything.seen)
    assert everything.seen[0][0] is False
    assert "The checkpoint x.pt does not exist." in everything.seen[0][1]
    assert "Traceback" not in everything.seen[0][1]


def test_what_cannot_be_run_is_said_at_once(everything, squares, raster, tmp_path):
    everything.start(raster, str(tmp_path / "missing" / "out.gpkg"), {})
    assert not everything.running
    assert "does not exist" in everything.seen[0][1]


def test_a_layer_taken_off_the_map_stays_off(everything, squares, raster, tmp_path, until):
    squares(tiles=40, delay=0.15)
    everything.start(raster, str(tmp_path / "out.gpkg"), {})
    until(result_layers)
    QgsProject.instance().removeMapLayer(result_layers()[0].id())
    until(lambda: everything.seen)
    assert result_layers() == []


def test_the_button_runs_in_selected_polygons(
    plugin, window, squares, raster, tmp_path, until, clean_settings, monkeypatch
):
    received = squares(tiles=1)
    window.window.show()
    window.active = raster
    plugin.segment_by_clicking()
    layer = QgsVectorLayer("Polygon?crs=EPSG:32632", "areas", "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(500010, 5499910, 500050, 5499950)))
    layer.dataProvider().addFeature(feature)
    QgsProject.instance().addMapLayer(layer)
    plugin.by_hand.dock.choose_target(layer)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a: (str(tmp_path / "typed"), ""))
    plugin.by_hand.dock.everything_wanted.emit("selected")
    assert "Select polygons" in window.bar.warnings[-1][1]
    layer.selectAll()
    plugin.by_hand.dock.everything_wanted.emit("selected")
    until(lambda: window.bar.infos)
    assert "typed.gpkg" in window.bar.infos[-1][1]
    params = json.loads(received.read_text())["params"]
    mask = QgsGeometry()
    mask.fromWkb(bytes.fromhex(params["mask_layer"]))
    assert mask.boundingBox() == QgsRectangle(500010, 5499910, 500050, 5499950)


def test_unloading_stops_a_run(window, squares, raster, tmp_path, until, clean_settings, leftovers):
    import sam2_toolbox

    squares(tiles=4000, delay=0.1)
    plugin = sam2_toolbox.classFactory(window)
    plugin.initGui()
    plugin.segment_by_clicking()
    plugin.by_hand.everything.start(raster, str(tmp_path / "out.gpkg"), {})
    manager = QgsApplication.taskManager()
    until(lambda: (tmp_path / "out.gpkg").exists())
    plugin.unload()
    del plugin
    leftovers.settle()
    until(lambda: not manager.activeTasks())


def test_suggested_names_are_new(tmp_path):
    first = free_path(tmp_path, "a: b objects")
    assert first.name == "a_ b objects.gpkg"
    first.touch()
    assert free_path(tmp_path, "a: b objects").name == "a_ b objects_2.gpkg"


def test_only_the_selected_features_are_taken(qgis_app):
    layer = QgsVectorLayer("Polygon?crs=EPSG:32632", "areas", "memory")
    assert selected_polygons(layer).selectedFeaturesOnly


def test_no_task_is_left(qgis_app):
    assert not QgsApplication.taskManager().activeTasks()
