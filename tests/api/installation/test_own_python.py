"""A Python of the user's own is used only if it runs what SAM 2 needs."""

import os
import sys
from pathlib import Path

import pytest
from sam2_toolbox.engine.api.errors import Cancelled, EngineError
from sam2_toolbox.engine.api.installation import own_python
from sam2_toolbox.engine.api.installation.own_python import check_own_python, conda_environments
from sam2_toolbox.engine.api.self_check import DeviceCheck, check_devices


def program(folder, text):
    path = folder / "python"
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)
    return str(path)


@pytest.fixture
def worker():
    named = os.environ.get("SAM2_TOOLBOX_PYTHON") or sys.executable
    try:
        return check_own_python(named).path
    except EngineError as error:
        pytest.skip(f"no Python for the worker: {error.message}")


def test_one_that_fits_says_its_versions(worker):
    found = check_own_python(str(worker))
    assert found.path == worker
    assert f"PyTorch {found.versions['torch']}" in found.sentence


def test_other_versions_than_those_tested_are_told(worker, monkeypatch):
    monkeypatch.setattr(own_python, "read_pins", lambda: {"torch": ["torch==1.0", "torch==1.1; python"]})
    assert any(
        note.startswith("torch ") and "(1.0 or 1.1)" in note for note in check_own_python(str(worker)).notes
    )


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("echo hello", "does not answer as a Python does"),
        ("exit 3", "does not answer as a Python does"),
        ("""echo '{"path": "x", "version": [3, 9], "missing": []}'""", "is Python 3.9; SAM 2 needs 3.10"),
        ("""echo '{"path": "x", "version": [3, 12], "missing": ["torch", "cv2"]}'""",
         "lacks torch, opencv-python-headless"),
        ("""case "$*" in *checkout*) echo "ImportError: DLL load failed" >&2; exit 1;; esac
         echo '{"path": "x", "version": [3, 12], "missing": []}'""", "ImportError: DLL load failed"),
    ],
)  # fmt: skip
@pytest.mark.skipif(sys.platform == "win32", reason="scripts of Unix")
def test_one_that_does_not_fit_says_why(tmp_path, text, says):
    with pytest.raises(EngineError) as caught:
        check_own_python(program(tmp_path, text))
    assert says in caught.value.message


def test_a_folder_without_a_python_is_named(tmp_path):
    with pytest.raises(EngineError, match="There is no Python in"):
        check_own_python(str(tmp_path))


@pytest.mark.skipif(sys.platform == "win32", reason="scripts of Unix")
def test_a_check_can_be_cancelled(tmp_path):
    text = """case "$*" in *checkout*) exec sleep 60;; esac
    echo '{"path": "x", "version": [3, 12], "missing": []}'"""

    def cancel():
        raise Cancelled

    with pytest.raises(Cancelled):
        check_own_python(program(tmp_path, text), cancel)


def test_condas_environments_are_found_in_its_list(tmp_path, monkeypatch):
    monkeypatch.setattr(own_python.Path, "home", lambda: tmp_path)
    monkeypatch.delenv("CONDA_PREFIX", raising=False)
    assert conda_environments() == []
    python = tmp_path / "miniconda" / "envs" / "sam" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text("")
    (tmp_path / ".conda").mkdir()
    gone = tmp_path / "gone"
    (tmp_path / ".conda" / "environments.txt").write_text(f"{gone}\n{python.parent.parent}\n\n")
    assert conda_environments() == [Path(python.parent.parent)]


# -- the check of the devices


def test_every_device_runs_the_model(worker, monkeypatch):
    monkeypatch.setenv("SAM2_TOOLBOX_PYTHON", str(worker))
    heard = []
    checks = check_devices(heard.append, seconds=0.1)
    assert heard == checks
    processor = next(check for check in checks if check.device == "cpu")
    assert processor.good
    assert processor.encode_s > processor.click_s > 0
    assert "works" in processor.sentence


def test_what_a_device_cannot_do_is_said():
    broken = DeviceCheck("cuda", "NVIDIA T4", problem="no kernel image is available")
    assert not broken.good
    assert (
        broken.sentence
        == "NVIDIA T4: cannot be used, no kernel image is available. SAM 2 takes another device."
    )
    odd = DeviceCheck("mps", "Apple GPU (mps)", model="pico", encode_s=0.2, click_s=0.01, same=False)
    assert not odd.good
    assert "differ from the processor's" in odd.sentence
