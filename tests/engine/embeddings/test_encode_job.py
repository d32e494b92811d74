"""sam2:encode's job: everything encoded once, resumed after a cancel, refused where there is no room."""

import numpy as np
import pytest
import torch
from sam2_toolbox.engine.api.cache_folder import read_limit_mb
from sam2_toolbox.engine.api.errors import Cancelled, Code, EngineError
from sam2_toolbox.engine.canvas.canvas_jobs import CanvasJobs
from sam2_toolbox.engine.embeddings import embedding_cache, encode_job
from sam2_toolbox.engine.embeddings.embedding_file import Place
from sam2_toolbox.engine.embeddings.encode_job import EncodeJob
from sam2_toolbox.engine.model.sam2_model import load_model

from ..small_model import write_config

SIDE = 64
WIDTH, HEIGHT = 200, 150


class Listener:
    def __init__(self):
        self.fractions, self.found = [], []
        self.stop_after = None

    def progress(self, fraction, text=""):
        self.fractions.append(fraction)

    def log(self, text, level="info"):
        pass

    def features(self, features):
        self.found = list(features)

    def check_cancelled(self):
        if self.stop_after is not None and self.fractions and self.fractions[-1] > self.stop_after:
            raise Cancelled


@pytest.fixture(scope="module")
def load(tmp_path_factory):
    torch.set_num_threads(1)
    folder = tmp_path_factory.mktemp("bundled")
    write_config(folder, SIDE)
    loaded = {}

    def load(params, report):
        if not loaded:
            loaded[0] = load_model(params, folder, folder)
        return loaded[0]

    return load


@pytest.fixture
def report():
    return Listener()


@pytest.fixture
def encode(load, tmp_path, path, report):
    """``encode(**params) -> result``."""
    job = EncodeJob(load, tmp_path / "cache")
    return lambda **params: job({"input": path, "device": "cpu", **params}, report)


@pytest.fixture
def path(write_raster):
    return write_raster(
        np.random.default_rng(3).integers(1, 2000, (3, HEIGHT, WIDTH)).astype(np.uint16), nodata=0
    )


def kept(tmp_path):
    return {Place.named(found.stem) for found in (tmp_path / "cache").rglob("*.window")}


def test_every_window_of_every_level_is_encoded_once(encode, tmp_path, report):
    result = encode()
    # Starts 48 apart: 4 x 3 windows, 2 x 2 on the grid of 100 x 75, one of 50 x 38.
    assert (result["count"], result["already_there"], result["empty"]) == (12 + 4 + 1, 0, 0)
    places = kept(tmp_path)
    assert len(places) == 17
    assert {(place.grid_width, place.grid_height) for place in places} == {(200, 150), (100, 75), (50, 38)}
    sizes = [found.stat().st_size for found in (tmp_path / "cache").rglob("*.window")]
    assert result["size_mb"] == round(17 * min(sizes) / 1e6, 1)
    assert report.fractions == sorted(report.fractions)
    again = encode()
    assert (again["count"], again["already_there"]) == (17, 17)
    assert encode(coarser=False)["count"] == 12


def test_every_click_is_answered_without_the_encoder(encode, load, path, tmp_path, report):
    encode()
    jobs = CanvasJobs(load, tmp_path / "cache")
    for pixel in (0.5, 1.0, 2.0, 50.0):
        for share in np.linspace(0.001, 0.999, 12):
            x, y = 500000 + 0.5 * WIDTH * share, 5100000 - 0.5 * HEIGHT * (share * 7 % 1)
            prompt = {"points": [[x, y, 1]], "pixel": pixel, "preview": True}
            answered = jobs.prompt({"input": path, "device": "cpu", **prompt}, report)
            assert not answered["encoded"]
            level = min(2, max(0, round(np.log2(pixel / 0.5))))
            assert answered["resolution"] == pytest.approx(0.5 * 2**level, rel=0.03)
    assert jobs._session.encoder_calls == 0


def test_an_extent_has_the_windows_of_the_whole(encode, tmp_path):
    part = encode(extent=(500020, 5099950, 500045, 5099980), coarser=False)
    some = kept(tmp_path)
    assert 0 < part["count"] == len(some) < 12
    whole = encode(coarser=False)
    assert whole["already_there"] == part["count"]
    assert some < kept(tmp_path)
    assert len(kept(tmp_path)) == 12


def test_ground_without_data_is_left_out(encode, tmp_path, write_raster):
    values = np.zeros((3, HEIGHT, WIDTH), np.uint16)
    values[:, :40, :40] = np.random.default_rng(1).integers(1, 9, (3, 40, 40))
    write_raster(values, nodata=0)
    result = encode(coarser=False)
    assert (result["count"], result["empty"]) == (1, 11)
    assert len(kept(tmp_path)) == 1


def test_a_cancel_keeps_what_is_done(encode, tmp_path, report):
    report.stop_after = 0.5
    with pytest.raises(Cancelled):
        encode()
    done = len(kept(tmp_path))
    assert 8 <= done < 17
    report.stop_after = None
    assert encode()["already_there"] == done
    assert len(kept(tmp_path)) == 17


def test_too_little_room_is_refused_with_the_way_out(encode, tmp_path, monkeypatch):
    for module in (embedding_cache, encode_job):
        monkeypatch.setattr(module, "MB", 10_000)
    with pytest.raises(EngineError) as caught:
        encode(cache_limit_mb=1, overlap=32)
    assert caught.value.code is Code.BAD_PARAMETER
    assert "windows would take" in caught.value.message
    needed = int(caught.value.message.rstrip(".").split()[-1])
    assert kept(tmp_path) == set()
    assert encode(cache_limit_mb=needed, overlap=32)["count"] == len(kept(tmp_path))
    # The limit is the folder's from now on.
    assert read_limit_mb(tmp_path / "cache") == needed


def test_a_folder_that_cannot_be_written_is_an_error_here(encode, tmp_path):
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / "windows-1").write_text("no folder")
    with pytest.raises(EngineError) as caught:
        encode()
    assert caught.value.code is Code.OUTPUT_FAILED


def test_an_overlap_of_more_than_half_a_window_is_refused(encode):
    with pytest.raises(EngineError) as caught:
        encode(overlap=33)
    assert caught.value.code is Code.BAD_PARAMETER
