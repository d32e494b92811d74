"""Runs that do not come to their end: one sentence each, and nothing of the user's is lost."""

import json
import os
import resource
import signal
import threading
from pathlib import Path

import pytest

pytest.importorskip("qgis", reason="the QGIS side runs under the system's Python")
from qgis.core import (
    QgsProcessingException,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsRasterLayer,
)
from sam2_toolbox.engine.api import environment
from sam2_toolbox.engine.api.errors import Code, EngineError
from sam2_toolbox.tests.stopwatch import Stopwatch


def is_running(process_id):
    try:
        state = Path(f"/proc/{process_id}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def when_objects_have_come(feedback, act):
    """Act in another thread, a moment after the first objects are in the layer."""
    waiting = [threading.Timer(0.3, act)]
    feedback.progressChanged.connect(lambda percent: waiting.pop().start() if waiting and percent else None)


@pytest.mark.parametrize("mode", ["slow", "deaf"])
def test_cancel_keeps_a_readable_part_and_no_worker(
    run, fake_worker, raster, tmp_path, feedback, mode, written, provenance_of, metadata_tables
):
    started, output = tmp_path / "pid", tmp_path / "part.gpkg"
    fake_worker(mode=mode, tiles=1000, delay=0.1, started=str(started))
    since = Stopwatch()

    def cancel():
        since.start()
        feedback.cancel()

    when_objects_have_come(feedback, cancel)
    with pytest.raises(QgsProcessingException, match=r"cancelled.*which is not complete"):
        run(raster, output, feedback)
    assert since.seconds() < 2
    assert not is_running(started.read_text())
    layer = written(output)
    assert layer.featureCount() >= 3
    assert provenance_of(layer)["status"] == "cancelled"
    assert layer.metadata().title() == "field objects (cancelled, not complete)"
    assert "only part of the raster" in layer.metadata().abstract()
    assert "status: cancelled" in metadata_tables(output)


def test_cancel_before_the_first_object_leaves_an_older_file_alone(
    run, fake_worker, raster, tmp_path, feedback, written
):
    output = tmp_path / "objects.gpkg"
    run(raster, output)
    fake_worker(delay=60)
    threading.Timer(1.0, feedback.cancel).start()
    with pytest.raises(QgsProcessingException, match=r"The run was cancelled.$"):
        run(raster, output, feedback)
    assert written(output).featureCount() == 12


def test_killed_worker_is_an_error_and_the_next_run_works(
    run, fake_worker, raster, tmp_path, feedback, written, provenance_of
):
    started = tmp_path / "pid"
    fake_worker(tiles=1000, delay=0.1, started=str(started))
    since = Stopwatch()

    def kill():
        since.start()
        os.kill(int(started.read_text()), signal.SIGKILL)

    when_objects_have_come(feedback, kill)
    with pytest.raises(QgsProcessingException, match=r"The worker process stopped during the run"):
        run(raster, tmp_path / "part.gpkg", feedback)
    assert since.seconds() < 2
    assert provenance_of(written(tmp_path / "part.gpkg"))["status"] == "failed"
    fake_worker()
    assert run(raster)["COUNT"] == 12


def test_layer_loaded_after_a_failure_says_so(
    algorithm, fake_worker, raster, context, feedback, qgis_new_project, without_window
):
    """As QGIS 3.22's dialog does it: what the context holds is loaded, whatever happened."""
    from processing.gui.Postprocessing import handleAlgorithmResults

    fake_worker(mode="dies")
    output = QgsProcessingOutputLayerDefinition("TEMPORARY_OUTPUT", QgsProject.instance())
    _, successful = algorithm.run({"INPUT": raster, "OUTPUT": output}, context, feedback)
    assert not successful
    assert handleAlgorithmResults(algorithm, context, feedback)
    (layer,) = QgsProject.instance().mapLayersByName("field objects (failed, not complete)")
    assert layer.featureCount() == 3


def test_worker_that_exits_by_itself_leaves_its_last_words_in_the_log(run, fake_worker, raster, feedback):
    fake_worker(mode="dies")
    with pytest.raises(QgsProcessingException, match=r"stopped during the run"):
        run(raster, feedback=feedback)
    assert "about to die" in "".join(feedback.debugs)


def test_failure_of_the_job_is_its_sentence(run, fake_worker, raster, tmp_path, feedback):
    fake_worker(mode="fails")
    output = tmp_path / "objects.gpkg"
    with pytest.raises(QgsProcessingException, match=r"^The checkpoint x.pt does not exist.$"):
        run(raster, output, feedback)
    assert feedback.debugs == ["Traceback of the worker"]
    assert not output.exists()


def test_missing_environment_is_said_before_and_during(algorithm, run, raster, monkeypatch):
    def missing():
        raise EngineError(Code.ENVIRONMENT_MISSING, "Run this once: make_environment.py")

    monkeypatch.setattr(environment, "worker_command", missing)
    assert algorithm.canExecute() == (False, "Run this once: make_environment.py")
    with pytest.raises(QgsProcessingException, match=r"Run this once"):
        run(raster)


def test_python_that_cannot_be_started(run, raster, monkeypatch, tmp_path):
    monkeypatch.setattr(environment, "worker_command", lambda: [str(tmp_path / "no-python")])
    with pytest.raises(QgsProcessingException, match=r"no-python"):
        run(raster)


def test_output_that_cannot_be_created(run, raster, tmp_path):
    folder = tmp_path / "taken.gpkg"
    folder.mkdir()
    with pytest.raises(QgsProcessingException, match=r"The output layer cannot be created"):
        run(raster, folder)


def test_full_disk_is_said(run, fake_worker, raster, tmp_path):
    fake_worker(tiles=2000)
    output = tmp_path / "large.gpkg"
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, limits[1]))
    try:
        with pytest.raises(QgsProcessingException, match=r"written to .*large.gpkg.*disk has space"):
            run(raster, output)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, ignored)


@pytest.mark.parametrize(
    ("source", "provider_key"),
    [
        ("type=xyz&url=http://127.0.0.1:9/{z}/{x}/{y}.png&zmax=3", "wms"),
        ("/vsimem/memory.tif", "gdal"),
    ],
)
def test_raster_that_is_no_file(run, raster, source, provider_key):
    if provider_key == "gdal":
        from osgeo import gdal

        gdal.GetDriverByName("GTiff").CreateCopy(source, gdal.Open(raster))
    layer = QgsRasterLayer(source, "the basemap", provider_key)
    assert layer.isValid()
    with pytest.raises(QgsProcessingException, match=r"the basemap is not a file.*Export .*GeoTIFF"):
        run(layer)


def test_subdatasets_and_open_options(run, fake_worker, raster, tmp_path, feedback):
    received = tmp_path / "received.json"
    fake_worker(received=str(received))
    layer = QgsRasterLayer(f"{raster}|option:NUM_THREADS=2", "field")
    run(layer, feedback=feedback)
    assert json.loads(received.read_text())["params"]["input"] == raster
    assert feedback.warnings == ["The layer's open option NUM_THREADS=2 is not used."]
    part = f'NETCDF:"{tmp_path}/x.nc":Band1'
    from osgeo import gdal

    gdal.Translate(f"{tmp_path}/x.nc", raster, format="netCDF")
    run(part)
    assert json.loads(received.read_text())["params"]["input"] == part
