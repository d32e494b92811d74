"""The whole job on a cluster of real processes: the result of this computer, whatever dies."""

import importlib.util
import json
import shutil
import socket
import subprocess
import sys
import threading
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import shapely
import torch
from sam2_toolbox.engine.api.errors import Cancelled, Code, EngineError
from sam2_toolbox.engine.api.parameters.params import AutomaticMasksParams
from sam2_toolbox.engine.cluster import cluster_link
from sam2_toolbox.engine.jobs import segment_everything

from ..conftest import NORTH_UP
from ..dask_processes import DaskProcesses

pytest.importorskip("distributed", reason="the optional package distributed is not installed")

ON_WORKERS = Path(__file__).parents[1] / "on_workers"
WIDTH, HEIGHT = 400, 300
TILES = 24


def import_fake():
    """As the workers do: by its bare name."""
    if "fake_model" not in sys.modules:
        spec = importlib.util.spec_from_file_location("fake_model", ON_WORKERS / "fake_model.py")
        sys.modules["fake_model"] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules["fake_model"])
    return sys.modules["fake_model"].load_fake


class Heard:
    """A ``Report`` that remembers, and may be told to stop."""

    def __init__(self, when=None, then=None):
        """``then`` is called once, as soon as a progress text holds ``when``."""
        self.progresses = []
        self.logs = []
        self.found = []
        self.stop = threading.Event()
        self._when, self._then = when, then

    def progress(self, fraction, text=""):
        self.progresses.append((fraction, text))
        if self._then is not None and self._when in text:
            then, self._then = self._then, None
            then()

    def log(self, text, level="info"):
        self.logs.append(text)

    def features(self, features):
        self.found.extend(features)

    def check_cancelled(self):
        if self.stop.is_set():
            raise Cancelled


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    """A scheduler and two workers."""
    processes = DaskProcesses(tmp_path_factory.mktemp("cluster"), imports=ON_WORKERS)
    try:
        processes.start_worker()
        processes.start_worker()
        yield processes
    finally:
        processes.stop()


@pytest.fixture
def start_cluster(tmp_path):
    """``start_cluster() -> DaskProcesses``, the test's own, without workers."""
    with ExitStack() as stack:

        def start(**options):
            (tmp_path / "cluster").mkdir()
            processes = DaskProcesses(tmp_path / "cluster", imports=ON_WORKERS, **options)
            stack.callback(processes.stop)
            return processes

        yield start


@pytest.fixture
def picture(tmp_path, write_raster):
    """``picture(**faults) -> path``: blocks of one colour each, some over the seams of 96 pixel tiles."""

    def write(**faults):
        rgb = np.zeros((3, HEIGHT, WIDTH), np.uint8)
        rng = np.random.default_rng(5)
        for number in range(40):
            x, y = rng.integers(0, (WIDTH - 60, HEIGHT - 60))
            width, height = rng.integers(4, 60, 2)
            rgb[:, y : y + height, x : x + width] = np.array([40 + number, 250 - number, 90])[:, None, None]
        path = write_raster(rgb)
        Path(f"{path}.faults").write_text(json.dumps(faults))
        return path

    return write


def run(path, scheduler="", heard=None, **params):
    heard = heard or Heard()
    given = AutomaticMasksParams(input=path, scheduler=scheduler, **{"overlap": 24, **params})
    result = segment_everything(given, heard, import_fake())
    return result, heard.found


def refused(*arguments, **params):
    with pytest.raises(EngineError) as caught:
        run(*arguments, **params)
    assert caught.value.message.endswith(".")
    assert "Traceback" not in caught.value.message
    return caught.value


def marks(path, start):
    return sorted(Path(path).parent.glob(f"{start}-*"))


def test_the_features_are_those_of_this_computer(cluster, picture):
    path = picture()
    heard = Heard()
    _, here = run(path)
    for mark in marks(path, "loaded"):
        mark.unlink()
    result, there = run(path, cluster.address, heard)
    assert there == here
    assert len(there) > 20
    assert len(marks(path, "loaded")) <= 2  # of the many tiles only the first of a worker
    assert heard.logs.count("Model fake.") == 1
    assert result["provenance"]["model"]["sha256"] == "0"
    fractions = [fraction for fraction, _ in heard.progresses]
    assert fractions == sorted(fractions)


def test_so_are_those_of_a_second_look(cluster, picture):
    path = picture()
    _, here = run(path, fill_gaps=True)
    _, there = run(path, cluster.address, fill_gaps=True)
    assert there == here
    tiles = len({feature.tile for feature in here})
    assert tiles > len({feature.tile for feature in run(path)[1]})


def test_stretch_and_area_of_interest_reach_the_workers(cluster, write_raster):
    rng = np.random.default_rng(3)
    values = np.kron(rng.integers(0, 9, (10, 14)), np.ones((30, 30))).astype(np.uint16) * 700
    path = write_raster(values, nodata=1400)
    x, y = NORTH_UP @ (210, 150)
    area = shapely.MultiPolygon([shapely.Point(x, y).buffer(60), shapely.box(x - 100, y - 40, x - 80, y)])
    params = {"mask_layer": shapely.to_wkb(area, hex=True), "stretch": "minmax"}
    _, here = run(path, **params)
    _, there = run(path, cluster.address, **params)
    assert there == here
    assert any(feature.touches_edge for feature in here)


@pytest.fixture
def one_thread():
    """As on the workers: sums of floats depend on how many threads share them."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


def test_the_bundled_model_finds_the_same(cluster, picture, one_thread):
    settings = {"points_per_side": 3, "pred_iou_thresh": 0.0, "stability_score_thresh": 0.0}
    params = AutomaticMasksParams(input=picture(), outline="smooth", device="cpu", threads=1, **settings)
    here, there = Heard(), Heard()
    segment_everything(params, here)
    segment_everything(replace(params, scheduler=cluster.address), there)
    assert there.found == here.found
    assert len(here.found) > 0
    assert [text for text in there.logs if "random ones" in text] == [
        text for text in here.logs if "random ones" in text
    ]


def test_a_slow_tile_does_not_let_the_others_pile_up(cluster, picture):
    path = picture(seconds={"0": 1.5})
    begun = []
    run(path, cluster.address, Heard("tile 1 of", lambda: begun.extend(marks(path, "begun"))))
    assert 2 < len(begun) <= 6  # three for each of two threads
    assert len(marks(path, "done")) == TILES


def test_a_cancelled_run_ends_its_tiles_on_the_workers(cluster, picture):
    path = picture(seconds={str(number): 60 for number in range(1, TILES)})
    heard = Heard()
    heard._when, heard._then = "tile 1 of", heard.stop.set
    with pytest.raises(Cancelled):
        run(path, cluster.address, heard)
    other = picture()
    assert len(run(other, cluster.address)[1]) > 20  # they are free again
    assert {mark.name.split("-")[1] for mark in marks(path, "done")} >= {"0"}


def test_a_killed_worker_changes_nothing(start_cluster, picture):
    path = picture(seconds=0.1)
    _, here = run(path)
    processes = start_cluster()
    victim = processes.start_worker()
    processes.start_worker()
    _, there = run(path, processes.address, Heard("tile 4 of", victim.kill))
    assert victim.wait() != 0
    assert there == here


def test_a_tile_that_kills_its_workers_is_named(start_cluster, picture):
    processes = start_cluster(DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES="0")
    processes.start_worker()
    error = refused(picture(die_at=0), processes.address)
    assert error.code is Code.CLUSTER_FAILED
    assert error.message.startswith(f"Tile 1 of {TILES} was given to 1 workers")


def test_a_scheduler_that_dies_is_a_sentence(start_cluster, picture):
    processes = start_cluster()
    processes.start_worker()
    path = picture(seconds=0.2)
    error = refused(path, processes.address, Heard("tile 2 of", processes.kill_scheduler))
    assert error.code is Code.CLUSTER_FAILED
    assert processes.address in error.message


def test_without_workers_it_waits_and_says_so(start_cluster, picture):
    path = picture()
    _, here = run(path)
    processes = start_cluster()
    heard = Heard("waiting for a worker of tcp://127.0.0.1", processes.start_worker)
    _, there = run(path, processes.address, heard)
    assert there == here

    processes.stop_workers()
    given_up = Heard()
    given_up._when, given_up._then = "waiting for a worker", given_up.stop.set
    with pytest.raises(Cancelled):
        run(path, processes.address, given_up)


def test_a_worker_that_cannot_see_the_raster_is_named(cluster, picture, monkeypatch):
    path = Path(picture())
    monkeypatch.chdir(path.parent)
    error = refused(path.name, cluster.address)
    assert error.code is Code.BAD_RASTER
    assert path.name in error.message
    assert "On the worker tcp://127.0.0.1:" in error.message
    assert "same path on every worker" in error.message


def test_a_worker_without_the_model_is_named(cluster, picture):
    error = refused(picture(missing="The checkpoint of fake is not there."), cluster.address)
    assert error.code is Code.MODEL_MISSING
    assert "On the worker tcp://127.0.0.1:" in error.message
    assert "The checkpoint of fake is not there. Every worker needs" in error.message


@pytest.mark.parametrize("who", ["scheduler", "worker"])
def test_another_python_is_refused_before_it_is_sent_anything(cluster, picture, monkeypatch, who):
    import distributed

    honest = distributed.Client.get_versions

    def lie(client):
        found = honest(client)
        told = found["scheduler"] if who == "scheduler" else next(iter(found["workers"].values()))
        told["host"]["python"] = "3.4.1.final.0"
        return found

    monkeypatch.setattr(distributed.Client, "get_versions", lie)
    error = refused(picture(), cluster.address)
    assert error.code is Code.ENVIRONMENT_MISSING
    assert f"the {who} tcp://127.0.0.1" in error.message
    assert "3.4" in error.message


def test_nobody_at_the_address_is_a_sentence(picture, monkeypatch):
    monkeypatch.setattr(cluster_link, "_CONNECT_S", 0.5)
    with socket.create_server(("127.0.0.1", 0)) as server:
        free = server.getsockname()[1]
    error = refused(picture(), f"tcp://127.0.0.1:{free}")
    assert error.code is Code.CLUSTER_FAILED
    assert f"tcp://127.0.0.1:{free}" in error.message


def test_without_the_package_the_sentence_says_how_to_get_it(picture, monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    error = refused(picture(), "tcp://127.0.0.1:8786")
    assert error.code is Code.ENVIRONMENT_MISSING
    assert str(cluster_link.REQUIREMENTS) in error.message
    assert cluster_link.REQUIREMENTS.is_file()


@pytest.fixture
def certificates(tmp_path):
    """Files of an authority and of one who has its signature: ca.pem, own.pem, own.key."""

    def openssl(*arguments):
        subprocess.run(["openssl", *arguments], cwd=tmp_path, check=True, capture_output=True)

    curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    openssl("req", "-x509", *curve, "-keyout", "ca.key", "-out", "ca.pem", "-days", "2", "-subj", "/CN=ca")
    openssl("req", *curve, "-keyout", "own.key", "-out", "own.csr", "-subj", "/CN=own")
    openssl("x509", "-req", "-in", "own.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial",
            "-out", "own.pem", "-days", "2")  # fmt: skip
    return [str(tmp_path / name) for name in ("ca.pem", "own.pem", "own.key")]


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl makes the certificates")
def test_with_tls_only_holders_of_a_certificate_get_in(start_cluster, picture, certificates, monkeypatch):
    authority, own, key = certificates
    processes = start_cluster(tls=["--tls-ca-file", authority, "--tls-cert", own, "--tls-key", key])
    processes.start_worker()
    assert processes.address.startswith("tls://")
    path = picture()
    given = {"scheduler_ca": authority, "scheduler_cert": own, "scheduler_key": key}
    assert run(path, processes.address, **given)[1] == run(path)[1]

    monkeypatch.setattr(cluster_link, "_CONNECT_S", 2.0)
    plain = refused(path, processes.address.replace("tls:", "tcp:"))
    assert plain.code is Code.CLUSTER_FAILED
    Path(own).write_bytes(Path(authority).read_bytes())
    stranger = refused(path, processes.address, **given)
    assert stranger.code is Code.CLUSTER_FAILED
    assert processes.address in stranger.message
