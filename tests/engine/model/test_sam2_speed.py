"""What the list of models asks the worker: how fast a model is here, and whether a checkpoint is of use."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import torch
from sam2_toolbox.engine.api.errors import Cancelled, Code, EngineError
from sam2_toolbox.engine.api.settings import change_settings
from sam2_toolbox.engine.model import sam2_speed

from ..small_model import write_checkpoint, write_config

ROOT = Path(__file__).resolve().parents[3]


class Report:
    def __init__(self, cancelled=False):
        self.cancelled = cancelled

    def progress(self, fraction, text=""):
        pass

    def check_cancelled(self):
        if self.cancelled:
            raise Cancelled


@pytest.fixture(autouse=True)
def small(tmp_path, monkeypatch):
    """The bundled model is the small one, so far without weights."""
    folder = tmp_path / "bundled"
    folder.mkdir()
    write_config(folder)
    monkeypatch.setattr(sam2_speed, "BUNDLED_MODELS", folder)
    threads = torch.get_num_threads()
    yield folder
    torch.set_num_threads(threads)


def test_a_model_is_measured_without_its_weights():
    found = sam2_speed.measure_model({"device": "cpu", "threads": 1}, Report())
    assert (found["model"], found["image_size"], found["trained"]) == ("pico", 256, False)
    assert (found["device_type"], found["threads"]) == ("cpu", 1)
    assert found["tile_s"] > 0
    assert found["click_s"] > 0


def test_threads_and_device_are_as_set_for_this_computer(monkeypatch):
    monkeypatch.setattr(sam2_speed, "_time_rounds", lambda *_: (1.0, 1.0))
    change_settings(threads=1, device="cpu")
    found = sam2_speed.measure_model({}, Report())
    assert (found["threads"], found["device"]) == (1, "processor, 1 threads")
    assert sam2_speed.measure_model({"threads": 2}, Report())["threads"] == 2


def test_a_device_that_is_set_but_not_there_is_laid_at_the_right_door(monkeypatch):
    change_settings(device="mps")
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: False)
    with pytest.raises(EngineError) as refusal:
        sam2_speed.measure_model({}, Report())
    assert refusal.value.code is Code.DEVICE_UNAVAILABLE
    assert refusal.value.message.startswith("DEVICE is mps, but")
    assert refusal.value.message.endswith("what the options of SAM 2 Toolbox say for auto; change it there.")


@pytest.mark.parametrize("job", [sam2_speed.measure_model, sam2_speed.check_model])
def test_measuring_is_cancelled_within_a_block_of_the_encoder(job):
    with pytest.raises(Cancelled):
        job({"device": "cpu"}, Report(cancelled=True))


def test_an_own_checkpoint_with_its_config_is_found_good(tmp_path):
    config = write_config(tmp_path, name="mine.yaml")
    checkpoint = write_checkpoint(tmp_path, config, name="mine.pt")
    found = sam2_speed.check_model(
        {"checkpoint": str(checkpoint), "config": str(config), "threads": 1}, Report()
    )
    assert (found["title"], found["image_size"], found["trained"]) == ("mine.pt", 256, True)
    assert found["weights"] > 100_000
    assert len(found["sha256"]) == 64


def test_a_checkpoint_that_does_not_fit_its_config_is_refused(tmp_path):
    small, other = write_config(tmp_path, name="a.yaml"), write_config(tmp_path, name="b.yaml")
    other.write_text(small.read_text().replace("embed_dim: 16", "embed_dim: 8").replace(
        "[128, 64, 32, 16]", "[64, 32, 16, 8]"))  # fmt: skip
    checkpoint = write_checkpoint(tmp_path, small, name="mine.pt")
    with pytest.raises(EngineError) as refusal:
        sam2_speed.check_model({"checkpoint": str(checkpoint), "config": str(other)}, Report())
    assert refusal.value.code is Code.MODEL_INVALID
    assert "does not fit the config" in refusal.value.message


@pytest.mark.parametrize(("said", "found"), [({}, "PASSIVE"), ({"OMP_WAIT_POLICY": "ACTIVE"}, "ACTIVE")])
def test_the_cores_of_a_worker_wait_asleep_unless_the_user_says_otherwise(said, found):
    program = str(ROOT / "engine" / "__main__.py")
    code = f"import os, runpy; runpy.run_path({program!r}); print(os.environ['OMP_WAIT_POLICY'])"
    variables = {name: value for name, value in os.environ.items() if name != "OMP_WAIT_POLICY"}
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, env={**variables, **said}, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == found
