"""Killed at any moment, an installation leaves nothing half made in use, and the next one repairs it."""

import os
import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from sam2_toolbox.engine.api import environment
from sam2_toolbox.engine.api.errors import EngineError
from sam2_toolbox.engine.api.installation.environment_place import (
    downloads_folder,
    new_staging,
    remove_all,
    taken_bytes,
    tidy_up,
)
from sam2_toolbox.engine.api.installation.environment_state import Standing, environment_state

FAKE_PYTHON = Path(__file__).with_name("fake_python.py")
ROOT = Path(__file__).resolve().parent.parent.parent
KILLS = 10

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and scripts of Unix")

INSTALL = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from checkout import load_package
load_package()
from sam2_toolbox.engine.api.installation import environment_setup
from sam2_toolbox.engine.api.installation.interpreters import Interpreter
environment_setup.find_interpreter = lambda: Interpreter(Path(sys.argv[2]), (3, 11), True)
environment_setup.find_uv = lambda: None
environment_setup.nvidia_driver = lambda: None
environment_setup.shutil.disk_usage = lambda folder: type("Usage", (), {"free": 10**11})
environment_setup.install_environment(print, renew="--renew" in sys.argv)
"""


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("SAM2_TOOLBOX_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("SAM2_TOOLBOX_PYTHON", raising=False)
    return tmp_path / "home"


@pytest.fixture
def start(home, tmp_path):
    program = tmp_path / "python"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{FAKE_PYTHON}" --as "$0" "$@"\n')
    program.chmod(0o755)

    def run(*options):
        command = [sys.executable, "-c", INSTALL, str(ROOT / "scripts"), str(program), *options]
        return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)

    return run


def is_whole():
    """The environment's own check, as the installation asks it."""
    python = environment.worker_python()
    return subprocess.run([str(python), "engine.environment_check"], check=False).returncode == 0


def seconds_of(process):
    started = time.monotonic()
    said = process.communicate()[0].decode()
    assert process.returncode == 0, said
    return time.monotonic() - started


def test_killed_at_random_moments_it_is_whole_or_not_there(start, home):
    lasts = seconds_of(start())
    assert is_whole()
    remove_all(print, lambda: None)
    assert not taken_bytes()
    moments = random.Random(20261124)
    for _ in range(KILLS):
        process = start()
        time.sleep(moments.uniform(0.1, 1.0) * lasts)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        try:
            environment.worker_python()
        except EngineError:
            assert environment_state().standing in (Standing.MISSING, Standing.CUT_SHORT)
        else:
            assert is_whole()
    seconds_of(start())
    assert is_whole()
    assert environment_state().standing is Standing.READY
    time.sleep(lasts)  # what outlived the killed ones may still have written into its own folders
    seconds_of(start())
    assert [path.name for path in home.iterdir() if path.is_dir()] == ["environment"]


def test_killed_while_it_is_renewed_the_one_before_serves(start, home):
    lasts = seconds_of(start())
    moments = random.Random(20261124)
    for _ in range(3):
        process = start("--renew")
        time.sleep(moments.uniform(0.2, 0.8) * lasts)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        assert is_whole()


def test_a_step_that_outlives_its_installation_does_no_harm(start, home):
    """The children of a killed QGIS go on; they write where nobody looks."""
    orphans = [start() for _ in range(2)]
    for process in orphans:
        time.sleep(0.2)
        os.kill(process.pid, signal.SIGKILL)
    seconds_of(start())
    assert is_whole()


def test_two_processes_at_once_make_one(start):
    processes = [start() for _ in range(3)]
    said = [process.communicate()[0].decode() for process in processes]
    assert sum("Making a Python" in text for text in said) == 1
    assert is_whole()


# -- the moments that are too short to be hit


def whole(folder):
    python = environment.python_in(folder)
    python.parent.mkdir(parents=True, exist_ok=True)
    python.write_text(folder.name)
    marker = f'{{"requirements": "{environment.requirements_digest()}"}}'
    (folder / environment.MARKER).write_text(marker)
    return folder


@pytest.fixture
def folder(home):
    home.mkdir(parents=True)
    return home


def test_killed_between_the_mark_and_the_move_it_is_moved(folder):
    staging = whole(new_staging())
    tidy_up()
    assert environment.worker_python().read_text() == staging.name
    assert not staging.exists()


def test_killed_between_the_two_moves_the_new_one_takes_the_place(folder):
    whole(environment.environment_folder().with_name("environment.old"))
    staging = whole(new_staging())
    tidy_up()
    assert environment.worker_python().read_text() == staging.name
    assert [path.name for path in folder.iterdir()] == ["environment"]


def test_killed_between_the_two_moves_without_a_new_one_the_old_one_comes_back(folder):
    whole(environment.environment_folder().with_name("environment.old"))
    new_staging()
    tidy_up()
    assert environment.worker_python().read_text() == "environment.old"


def test_a_mark_that_was_cut_short_marks_nothing(folder):
    staging = whole(new_staging())
    (staging / environment.MARKER).write_text('{"requirements": "')
    assert environment_state().standing is Standing.CUT_SHORT
    tidy_up()
    assert environment_state().standing is Standing.MISSING


def test_removing_takes_all_of_it_and_leaves_models(folder):
    whole(environment.environment_folder())
    (downloads_folder() / "pip").mkdir(parents=True)
    (downloads_folder() / "pip" / "file").write_bytes(bytes(1000))
    assert taken_bytes() > 1000
    (folder / "models").mkdir()
    (folder / "models" / "own.pt").write_text("weights")
    remove_all(print, lambda: None)
    assert (folder / "models" / "own.pt").exists()
    assert taken_bytes() == 0
    assert environment_state().standing is Standing.MISSING


def test_removing_waits_for_an_installation(start, home):
    process = start()
    threading.Event().wait(0.3)
    remove_all(lambda sentence: None, lambda: None)
    process.communicate()
    assert environment_state().standing in (Standing.MISSING, Standing.READY)
