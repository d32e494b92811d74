"""Finding a Python to make the environment from."""

import json
import subprocess
from pathlib import Path

import pytest
from sam2_toolbox.engine.api.errors import EngineError
from sam2_toolbox.engine.api.installation import interpreters
from sam2_toolbox.engine.api.installation.interpreters import Interpreter, find_interpreter


def fake_python(folder: Path, name: str, version: list, venv: bool = True) -> Path:
    reply = json.dumps({"path": str(folder / name), "version": version, "venv": venv})
    program = folder / name
    program.write_text(f"#!/bin/sh\necho '{reply}'\n")
    program.chmod(0o755)
    return program


@pytest.fixture
def only(tmp_path, monkeypatch):
    """A PATH of one folder, and no other candidates."""
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    names = [[f"{tmp_path}/{name}"] for name in ("system", "python3.13", "python3.12", "python3")]
    monkeypatch.setattr(interpreters, "_candidates", lambda: iter(names))
    return tmp_path


def test_the_first_python_that_fits_is_taken(only):
    fake_python(only, "system", [3, 9])
    fake_python(only, "python3.13", [3, 13], venv=False)
    fake_python(only, "python3.12", [3, 12])
    assert find_interpreter() == Interpreter(only / "python3.12", (3, 12), True)


def test_a_launcher_is_believed_by_its_answer_not_its_name(only):
    fake_python(only, "python3.13", [2, 7])
    broken = only / "python3.12"
    broken.write_text("#!/bin/sh\necho 'version not installed' >&2\nexit 127\n")
    broken.chmod(0o755)
    fake_python(only, "python3", [3, 10])
    assert find_interpreter().path == only / "python3"


def test_a_python_without_venv_says_what_to_install(only):
    fake_python(only, "system", [3, 11], venv=False)
    with pytest.raises(EngineError, match="apt install python3-venv"):
        find_interpreter()


def test_no_python_says_what_to_install(only):
    fake_python(only, "system", [3, 9])
    with pytest.raises(EngineError, match=r"No Python 3\.10 to 3\.14"):
        find_interpreter()


def test_this_machine_has_a_python_and_it_is_what_it_says():
    found = find_interpreter()
    answer = subprocess.run(
        [str(found.path), "-c", "import sys; print(sys.version_info[:2])"],
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    assert answer.strip() == str(found.version)
