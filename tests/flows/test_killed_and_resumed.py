"""Runs of the real worker, from qgis_process, that are killed, cancelled or out of space, and go on."""

import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import time
from contextlib import closing

import pytest

pytest.importorskip("qgis", reason="the QGIS side runs under the system's Python")
from osgeo import gdal, osr
from sam2_toolbox.engine.api import environment
from sam2_toolbox.engine.api.errors import EngineError
from sam2_toolbox.engine.api.run_folder import RunGoesOn, take

from .conftest import ROOT, Session

KNOWN_WORKER = ROOT / "tests" / "engine" / "known_worker.py"
WIDTH, HEIGHT = 1600, 1024
TILES = {"TILE_SIZE": 256, "OVERLAP": 64}  # 8 x 5
WAIT_AT = 21
PATIENCE_S = 120


class Runs:
    """A QGIS whose worker finds known objects, and waits at tile ``WAIT_AT`` until ``go`` exists."""

    def __init__(self, folder, python):
        self.folder = folder
        self.session = Session(folder)
        self.go, self.told = folder / "go", folder / "told"
        options = json.dumps({"wait_at": WAIT_AT, "go": str(self.go), "told": str(self.told)})
        self.session.python.write_text(f"#!/bin/sh\nexec '{python}' -s -u '{KNOWN_WORKER}' '{options}'\n")
        self.raster = write_noise(folder / "ground.tif")

    @property
    def runs(self):
        """The folders of runs that are not forgotten."""
        return [path for path in self.folder.glob(".local/share/sam2_toolbox/runs/*") if path.is_dir()]

    def run(self, output, **parameters):
        return self.session.run(
            "sam2:automaticmasks", INPUT=self.raster, OUTPUT=output, **TILES, **parameters
        )

    def start(self, output):
        given = {"INPUT": self.raster, "OUTPUT": output, **TILES}
        arguments = [f"{name}={value}" for name, value in given.items()]
        return self.session.start("run", "sam2:automaticmasks", "--", *arguments)

    def wait_until_it_waits(self, output):
        """The worker is at tile ``WAIT_AT``, and QGIS has written what came before."""
        deadline = time.monotonic() + PATIENCE_S
        while str(WAIT_AT) not in self.asked() or not output.exists() or not rows_of(output):
            assert time.monotonic() < deadline
            time.sleep(0.05)
        time.sleep(0.5)

    def asked(self):
        return self.told.read_text().split() if self.told.exists() else []

    def resume(self, output):
        """Run on; returns the tiles the model was asked for."""
        self.told.unlink()
        self.go.touch()
        code, results = self.run(output, RESUME="true")
        assert code == 0, results
        return [int(tile) for tile in self.asked()]


def write_noise(path):
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(32632)
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), WIDTH, HEIGHT, 1)
    dataset.SetGeoTransform((500000, 0.5, 0, 5500000, 0, -0.5))
    dataset.SetProjection(crs.ExportToWkt())
    noise = bytes(value or 1 for value in random.Random(0).randbytes(WIDTH * HEIGHT))
    dataset.GetRasterBand(1).WriteRaster(0, 0, WIDTH, HEIGHT, noise)
    return path


def rows_of(path):
    """All rows of the layer; none while it is being made."""
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
            [[table]] = database.execute("SELECT table_name FROM gpkg_contents").fetchall()
            return database.execute(f"SELECT * FROM {table} ORDER BY object_id").fetchall()
    except (sqlite3.OperationalError, ValueError):
        return []


@pytest.fixture(scope="module")
def python():
    try:
        return environment.worker_python()
    except EngineError:
        pytest.skip("there is no Python for the worker: SAM2_TOOLBOX_PYTHON, or make_environment.py")


@pytest.fixture(scope="module")
def unbroken(tmp_path_factory, python):
    """The rows of a run that nobody disturbs."""
    runs = Runs(tmp_path_factory.mktemp("unbroken"), python)
    runs.go.touch()
    code, results = runs.run(runs.folder / "objects.gpkg")
    assert code == 0, results
    assert runs.runs == []
    rows = rows_of(runs.folder / "objects.gpkg")
    assert len(rows) == results["COUNT"] > 50
    return rows


@pytest.fixture
def runs(tmp_path, python):
    return Runs(tmp_path, python)


def wait_until_free(path):
    """The worker notices by itself that QGIS has gone."""
    deadline = time.monotonic() + PATIENCE_S
    while True:
        try:
            take(path).release()
            return
        except RunGoesOn:
            assert time.monotonic() < deadline
            time.sleep(0.05)


def test_a_killed_qgis_leaves_all_it_has_written_and_the_run_goes_on(runs, unbroken, tmp_path):
    output = tmp_path / "objects.gpkg"
    with runs.start(output) as process:
        runs.wait_until_it_waits(output)
        process.kill()
    part = rows_of(output)
    assert part
    assert part == unbroken[: len(part)]
    with closing(sqlite3.connect(output)) as database:
        indexed = database.execute("SELECT count(*) FROM rtree_objects_geom").fetchone()[0]
        extent = database.execute("SELECT min_x, min_y, max_x, max_y FROM gpkg_contents").fetchone()
        said = database.execute("SELECT metadata FROM gpkg_metadata").fetchone()[0]
    assert indexed == len(part)
    assert 500000 <= extent[0] < extent[2] <= 500800
    assert "unfinished, not complete" in said
    [run] = runs.runs
    wait_until_free(run)
    assert runs.resume(output) == list(range(WAIT_AT, 40))
    assert rows_of(output) == unbroken
    assert runs.runs == []


def test_a_cancelled_run_goes_on_and_another_one_is_refused(runs, unbroken, tmp_path):
    output = tmp_path / "objects.gpkg"
    with runs.start(output) as process:
        runs.wait_until_it_waits(output)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=PATIENCE_S)
    assert "Run it again with RESUME to go on from there." in out + err
    code, text = runs.run(output, RESUME="true", SIMPLIFY=2)
    assert code == 1
    assert "RESUME cannot continue the run" in text
    assert "SIMPLIFY was 0.0 and is now 2.0" in text
    assert runs.resume(output) == list(range(WAIT_AT, 40))
    assert rows_of(output) == unbroken


@pytest.fixture
def small_disk(tmp_path):
    """A disk that can be made larger by calling it."""
    disk = tmp_path / "small disk"
    disk.mkdir()

    def mount(options):
        command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(disk)]
        return subprocess.run(command, capture_output=True, check=False).returncode == 0

    if not shutil.which("mount") or not mount("size=140k"):
        pytest.skip("only root may mount a small disk")

    def grow():
        assert mount("remount,size=50m")

    grow.folder = disk
    yield grow
    subprocess.run(["umount", "-l", str(disk)], check=True)


def test_an_output_disk_that_is_full_ends_in_a_sentence_and_the_run_goes_on(runs, unbroken, small_disk):
    output = small_disk.folder / "objects.gpkg"
    runs.go.touch()
    code, text = runs.run(output)
    assert code == 1
    assert f"cannot be written to {output}" in text or "cannot be created" in text
    assert "Traceback" not in text
    small_disk()
    asked = runs.resume(output)
    assert len(asked) < 40
    assert rows_of(output) == unbroken


def test_a_read_only_output_is_refused_before_anything_starts(runs, tmp_path):
    folder = tmp_path / "locked"
    folder.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "ro", "tmpfs", str(folder)], check=False).returncode:
        folder.chmod(0o500)
        if os.access(folder, os.W_OK):
            pytest.skip("no folder is read-only for root")
    try:
        code, text = runs.run(folder / "objects.gpkg")
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=False, capture_output=True)
    assert code == 1
    assert f"you may not write to the folder {folder}" in text
    assert runs.asked() == []
