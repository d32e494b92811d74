"""Whole runs that are interrupted, in whatever way, and go on: the features are those of an unbroken run."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
import rasterio
from sam2_toolbox.engine.api.errors import Cancelled, Code, EngineError
from sam2_toolbox.engine.api.link.client import WorkerClient
from sam2_toolbox.engine.api.run_folder import runs_folder

from . import known_worker
from .known_worker import HEIGHT, PARAMS, WIDTH, segment, write_ground

TILES = 40
WORKER = Path(known_worker.__file__)


class Heard:
    """A ``Report`` that remembers; it fails or cancels before the tile ``stop_at``."""

    def __init__(self, cancel_at=None, on_tile=lambda done: None):
        self.logs, self.found = [], []
        self.done = 0
        self.cancel_at, self.on_tile = cancel_at, on_tile

    def progress(self, fraction, text=""):
        if text.startswith("tile "):
            self.done = round(fraction * TILES)
            self.on_tile(self.done)

    def log(self, text, level="info"):
        self.logs.append(text)

    def features(self, features):
        self.found += features

    def check_cancelled(self):
        if self.cancel_at is not None and self.done >= self.cancel_at:
            raise Cancelled


def run(path, heard=None, options=None, **params):
    heard = heard or Heard()
    result = segment({"input": str(path), **PARAMS, **params}, heard, options or {})
    return heard.found, heard.logs, result


@pytest.fixture
def ground(tmp_path):
    return write_ground(tmp_path / "ground.tif")


def interrupt(path, at=17, **params):
    heard = Heard(cancel_at=at)
    with pytest.raises(Cancelled):
        run(path, heard, **params)
    return heard


@pytest.mark.parametrize("outline", ["pixel", "smooth"])
def test_a_resumed_run_finds_what_an_unbroken_one_finds(ground, tmp_path, outline):
    labels = str(tmp_path / "labels.tif")
    unbroken, _, _ = run(ground, outline=outline, labels=labels)
    assert len(unbroken) > 50
    with rasterio.open(labels) as file:
        painted = file.read(1)
    shutil.rmtree(runs_folder())
    interrupt(ground, outline=outline, labels=labels)
    told = tmp_path / "told"
    resumed, logs, result = run(
        ground, options={"told": str(told)}, outline=outline, labels=labels, resume=True
    )
    assert resumed == unbroken  # numbers, geometries and all
    assert [int(line) for line in told.read_text().split()] == list(range(17, TILES))
    assert any(f"17 of {TILES} tiles are done" in text for text in logs)
    assert result["journal"] == next(runs_folder().iterdir()).name
    with rasterio.open(labels) as file:
        assert np.array_equal(file.read(1), painted)


def test_speed_does_not_matter_settings_do(ground):
    interrupt(ground, points_per_batch=64, threads=0)
    _, logs, _ = run(ground, resume=True, points_per_batch=8, threads=1)
    assert any("tiles are done" in text for text in logs)
    shutil.rmtree(runs_folder())
    interrupt(ground)
    with pytest.raises(EngineError) as refused:
        run(ground, resume=True, simplify=1.5, points_per_side=16)
    assert refused.value.code is Code.BAD_PARAMETER
    assert "POINTS_PER_SIDE was 32 and is now 16" in refused.value.message
    assert "SIMPLIFY was 0.0 and is now 1.5" in refused.value.message
    assert ground in refused.value.message


def touch(path):
    os.utime(path, (1_700_000_000, 1_700_000_000))


def paint(path):
    """Other pixels, but the same size and time."""
    stat = os.stat(path)
    with rasterio.open(path, "r+") as file:
        file.write(255 - file.read())
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))


def move(path):
    stat = os.stat(path)
    with rasterio.open(path, "r+") as file:
        file.transform = rasterio.Affine(0.5, 0, 600000, 0, -0.5, 5500000)
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (touch, "the raster's time of change was "),
        (paint, "what the raster shows is not the same"),
        (move, "the raster's grid "),
    ],
)
def test_a_raster_that_has_changed_is_refused(ground, change, said):
    interrupt(ground)
    change(ground)
    with pytest.raises(EngineError) as refused:
        run(ground, resume=True)
    assert refused.value.code is Code.BAD_PARAMETER
    assert said in refused.value.message
    assert "RESUME off" in refused.value.message
    assert len(run(ground)[0]) > 50


def test_statistics_that_qgis_writes_beside_a_raster_change_nothing(ground):
    interrupt(ground)
    Path(f"{ground}.aux.xml").write_text("<PAMDataset></PAMDataset>")
    assert any("tiles are done" in text for text in run(ground, resume=True)[1])


def test_the_parts_of_a_mosaic_are_looked_at(tmp_path):
    vrt = write_mosaic(tmp_path)
    interrupt(vrt)
    touch(tmp_path / "part3.tif")  # to a time before that of the others
    with pytest.raises(EngineError, match="one of the raster's files is not the same"):
        run(vrt, resume=True)


def test_a_damaged_raster_ends_the_run_in_a_sentence_and_it_goes_on_after_the_cure(ground, tmp_path):
    unbroken, _, _ = run(ground)
    shutil.rmtree(runs_folder())
    whole = tmp_path / "whole.tif"
    shutil.copy2(ground, whole)

    def cut(done):
        if done == 17:
            os.truncate(ground, os.path.getsize(ground) // 2)

    with pytest.raises(EngineError) as failed:
        run(ground, heard := Heard(on_tile=cut))
    assert failed.value.code is Code.BAD_RASTER
    assert ground in failed.value.message
    kept = [text for text in heard.logs if "tiles are kept" in text]
    assert len(kept) == 1
    assert "RESUME" in kept[0]
    shutil.copy2(whole, ground)
    assert run(ground, resume=True)[0] == unbroken


def test_a_raster_deleted_meanwhile_costs_nothing(ground, tmp_path):
    """The open file stays readable, or the run ends in a sentence; both ways nothing is lost."""
    unbroken, _, _ = run(ground)
    shutil.rmtree(runs_folder())
    elsewhere = tmp_path / "elsewhere.tif"

    def delete(done):
        if done == 17:
            os.rename(ground, elsewhere)

    failures = []
    try:
        assert run(ground, Heard(on_tile=delete))[0] == unbroken
    except EngineError as failed:
        failures.append(failed)
    for failed in failures:
        assert failed.code is Code.BAD_RASTER
        assert ground in failed.message
    with pytest.raises(EngineError, match=r"ground\.tif does not exist"):
        run(ground, resume=True)
    os.rename(elsewhere, ground)
    assert run(ground, resume=True)[0] == unbroken


@pytest.fixture
def drive(tmp_path):
    """``drive(mounted)`` plugs a drive in and out: a file with a file system of its own."""
    image, place = tmp_path / "drive.img", tmp_path / "drive"
    place.mkdir()
    with image.open("wb") as file:
        file.truncate(8 << 20)

    def call(*command):
        return subprocess.run(command, capture_output=True, check=False).returncode == 0

    def plug(mounted):
        if mounted:
            return call("mount", "-o", "loop", str(image), str(place))
        return call("umount", "-l", str(place))

    if not (shutil.which("mkfs.ext4") and call("mkfs.ext4", "-q", "-F", str(image)) and plug(True)):
        pytest.skip("only root may plug drives in, where there are loop devices")
    plug.place = place
    yield plug
    plug(False)


def write_mosaic(folder, parts=8):
    """A VRT whose parts lie below each other."""
    height = HEIGHT // parts
    sources = ""
    for part in range(parts):
        write_ground(folder / f"part{part}.tif", height=height, seed=part)
        sources += (
            f'<SimpleSource><SourceFilename relativeToVRT="1">part{part}.tif</SourceFilename>'
            f'<SourceBand>1</SourceBand><SrcRect xOff="0" yOff="0" xSize="{WIDTH}" ySize="{height}"/>'
            f'<DstRect xOff="0" yOff="{part * height}" xSize="{WIDTH}" ySize="{height}"/></SimpleSource>'
        )
    path = folder / "mosaic.vrt"
    path.write_text(
        f'<VRTDataset rasterXSize="{WIDTH}" rasterYSize="{HEIGHT}"><SRS>EPSG:32632</SRS>'
        "<GeoTransform>500000, 0.5, 0, 5500000, 0, -0.5</GeoTransform>"
        f'<VRTRasterBand dataType="Byte" band="1">{sources}</VRTRasterBand></VRTDataset>'
    )
    return str(path)


def test_an_unplugged_drive_that_is_plugged_in_again(drive, monkeypatch):
    """What is open stays readable; a mosaic of many parts opens them when it needs them."""
    monkeypatch.setenv("GDAL_MAX_DATASET_POOL_SIZE", "2")
    vrt = write_mosaic(drive.place)
    unbroken, _, _ = run(vrt)
    shutil.rmtree(runs_folder())

    def unplug(done):
        if done == 9:
            assert drive(False)

    with pytest.raises(EngineError) as failed:
        run(vrt, Heard(on_tile=unplug))
    assert failed.value.code is Code.BAD_RASTER
    assert vrt in failed.value.message
    with pytest.raises(EngineError, match=r"mosaic\.vrt does not exist"):
        run(vrt, resume=True)
    assert drive(True)
    found, logs, _ = run(vrt, resume=True)
    assert found == unbroken
    assert any(f"of {TILES} tiles are done" in text for text in logs)


# Killed


def killed_at(path, moment, options):
    """Run in a worker that is killed ``moment`` (tiles done, and seconds after that) into the run."""
    tiles, seconds = moment
    with WorkerClient() as client:
        client.start([sys.executable, "-s", "-u", str(WORKER), json.dumps(options)], dict(os.environ), 120)
        done = []

        def kill(fraction, text):
            if text.startswith("tile") and not done and round(fraction * TILES) >= tiles:
                done.append(fraction)
                time.sleep(seconds)
                os.kill(client.pid, signal.SIGKILL)

        with pytest.raises(EngineError) as died:
            client.run("automatic_masks", {"input": path, **PARAMS}, on_progress=kill)
        assert died.value.code is Code.WORKER_DIED
        assert "SIGKILL" in died.value.message


@pytest.mark.skipif(os.name != "posix", reason="kill -9")
def test_kills_at_random_moments(ground):
    """benchmarks/kill_and_resume.py does it fifty times, and counts."""
    unbroken, _, _ = run(ground)
    chance = random.Random(7)
    for _ in range(3):
        shutil.rmtree(runs_folder())
        killed_at(ground, (chance.randint(1, TILES - 2), chance.uniform(0, 0.03)), {"delay": 0.02})
        found, logs, _ = run(ground, resume=True)
        assert found == unbroken
        assert any("tiles are done" in text for text in logs)
