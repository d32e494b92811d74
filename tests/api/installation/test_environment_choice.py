"""The choice of a Python is the same for every process, and a damaged one harms nobody."""

import json
import os
import sys
from pathlib import Path

import pytest
from sam2_toolbox.engine.api import environment
from sam2_toolbox.engine.api.errors import EngineError
from sam2_toolbox.engine.api.installation.environment_choice import (
    Choice,
    python_of,
    read_choice,
    write_choice,
)
from sam2_toolbox.engine.api.installation.environment_state import Standing, environment_state


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("SAM2_TOOLBOX_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("SAM2_TOOLBOX_PYTHON", raising=False)
    return tmp_path / "home"


def test_what_is_chosen_is_read_back(home):
    choice = Choice("/a/python", "https://index.invalid/simple", "/wheels", "/certificates.pem", "cuda")
    write_choice(home, choice)
    assert read_choice(home) == choice


@pytest.mark.skipif(sys.platform == "win32", reason="modes of Unix")
def test_the_file_is_the_users_alone(home):
    write_choice(home, Choice(index_url="https://me:secret@index.invalid/simple"))
    (file,) = home.iterdir()
    assert file.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "\x00", '{"python": 7}', '{"build": "rocm"}', '{"more": "x"}', "[" * 100_000]
)
def test_a_damaged_file_is_no_choice(home, text):
    write_choice(home, Choice())
    (file,) = home.iterdir()
    file.write_text(text)
    assert read_choice(home) == Choice()


def test_the_python_chosen_runs_the_worker_until_it_has_gone(home, tmp_path):
    python = tmp_path / "conda" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text("")
    write_choice(home, Choice(python=str(tmp_path / "conda")))
    assert environment.worker_python() == python
    assert environment_state().standing is Standing.OWN
    python.unlink()
    with pytest.raises(EngineError, match="is not there any more"):
        environment.worker_python()
    assert environment_state().standing is Standing.OWN_GONE


def test_the_variable_wins(home, tmp_path, monkeypatch):
    write_choice(home, Choice(python=str(tmp_path / "nowhere")))
    monkeypatch.setenv("SAM2_TOOLBOX_PYTHON", sys.executable)
    assert environment.worker_python() == Path(sys.executable)
    assert environment_state().standing is Standing.NAMED
    monkeypatch.setenv("SAM2_TOOLBOX_PYTHON", str(tmp_path / "nowhere"))
    assert environment_state().standing is Standing.NAMED_GONE


@pytest.mark.parametrize("inside", ["bin/python", "bin/python3", "Scripts/python.exe", "python.exe"])
def test_a_folder_means_the_python_in_it(tmp_path, inside):
    assert python_of(str(tmp_path)) is None
    python = tmp_path / inside
    python.parent.mkdir(parents=True, exist_ok=True)
    python.write_text("")
    assert python_of(str(tmp_path)) == python
    assert python_of(str(python)) == python


@pytest.mark.parametrize(
    ("marker", "standing"),
    [(None, Standing.MISSING), ("another", Standing.OUTDATED), ("current", Standing.READY)],
)
def test_how_it_stands(home, marker, standing):
    if marker:
        python = environment.python_in(environment.environment_folder())
        python.parent.mkdir(parents=True)
        python.write_text("")
        digest = environment.requirements_digest() if marker == "current" else marker
        facts = {"requirements": digest, "python": "3.12.1", "versions": {"torch": "2.13.0", "sam2": "1.1.0"}}
        (environment.environment_folder() / environment.MARKER).write_text(json.dumps(facts))
    state = environment_state()
    assert state.standing is standing
    assert state.installed == bool(marker)
    if standing is Standing.READY:
        assert "Python 3.12.1, PyTorch 2.13.0 (CPU), sam2 1.1.0" in state.sentence
        os.unlink(state.python)
        assert environment_state().standing is Standing.MISSING
