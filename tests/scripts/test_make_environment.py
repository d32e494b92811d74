"""The script shares one environment and one choice with QGIS."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from sam2_toolbox.engine.api.installation.environment_choice import Choice, read_choice, write_choice

SCRIPT = Path(__file__).resolve().parent.parent.parent / "scripts" / "make_environment.py"


@pytest.fixture
def run(tmp_path):
    def call(*options):
        variables = {**os.environ, "SAM2_TOOLBOX_HOME": str(tmp_path / "home")}
        variables.pop("SAM2_TOOLBOX_PYTHON", None)
        command = [sys.executable, str(SCRIPT), *options]
        return subprocess.run(command, env=variables, capture_output=True, text=True, check=False)

    return call


def test_what_is_wrong_is_a_sentence_and_what_was_given_is_kept(run, tmp_path):
    wheels = tmp_path / "nothing"
    ended = run("--wheels", str(wheels), "--build", "cpu")
    assert ended.returncode == 1
    assert f"The folder of wheels, {wheels}, does not exist." in ended.stderr
    assert "Traceback" not in ended.stderr
    assert read_choice(tmp_path / "home") == Choice(wheels=str(wheels), build="cpu")
    assert run("--wheels", "", "--build", "auto", "--remove").returncode == 0
    assert read_choice(tmp_path / "home") == Choice()


def test_a_python_that_does_not_fit_is_not_chosen(run, tmp_path):
    ended = run("--use", str(tmp_path))
    assert ended.returncode == 1
    assert "There is no Python in" in ended.stderr
    assert read_choice(tmp_path / "home") == Choice()


def test_the_python_chosen_is_the_one_printed(run, tmp_path):
    write_choice(tmp_path / "home", Choice(python=sys.executable))
    ended = run()
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.strip() == sys.executable


def test_going_back_to_the_environment_made_here(run, tmp_path):
    write_choice(tmp_path / "home", Choice(python=sys.executable, wheels=str(tmp_path / "nothing")))
    assert run("--use", "").returncode == 1  # and installs, from a folder that is not there
    assert read_choice(tmp_path / "home").python == ""
