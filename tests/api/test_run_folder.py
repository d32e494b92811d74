"""A folder that one process at a time may use, whatever happens to that process."""

import subprocess
import sys
from pathlib import Path

import pytest
from sam2_toolbox.engine.api.run_folder import RunGoesOn, forget, runs_folder, take

CONFTEST = Path(__file__).resolve().parents[1] / "conftest.py"
HOLD = """
import runpy, sys, time
from pathlib import Path
runpy.run_path(sys.argv[1])
from sam2_toolbox.engine.api.run_folder import take
folder = take(Path(sys.argv[2]))
print("held", flush=True)
time.sleep(600)
"""
TAKE_AND_REMOVE = """
import os, runpy, sys, time
from pathlib import Path
runpy.run_path(sys.argv[1])
from sam2_toolbox.engine.api.run_folder import RunGoesOn, take
path, end = Path(sys.argv[2]), time.monotonic() + 1.5
taken = 0
while time.monotonic() < end:
    try:
        folder = take(path)
    except RunGoesOn:
        continue
    alone = path / "alone"
    os.close(os.open(alone, os.O_CREAT | os.O_EXCL))  # fails if another process is in here too
    folder.remove()
    taken += 1
print(taken)
"""


@pytest.fixture(autouse=True)
def data_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("SAM2_TOOLBOX_HOME", str(tmp_path / "data"))


def started(code, path):
    return subprocess.Popen(
        [sys.executable, "-c", code, str(CONFTEST), str(path)], stdout=subprocess.PIPE, text=True
    )


def test_one_process_has_it_and_the_other_learns_which(tmp_path):
    with started(HOLD, tmp_path / "run") as holder:
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(RunGoesOn) as refused:
            take(tmp_path / "run")
        assert f"process {holder.pid} on " in refused.value.owner
        holder.kill()


def test_the_lock_ends_with_a_killed_process(tmp_path):
    with started(HOLD, tmp_path / "run") as holder:
        holder.stdout.readline()
        holder.kill()
        holder.wait()
    take(tmp_path / "run").release()


def test_a_second_taking_in_the_same_process_is_refused_until_released(tmp_path):
    folder = take(tmp_path / "run")
    with pytest.raises(RunGoesOn):
        take(tmp_path / "run")
    folder.release()
    folder.release()
    take(tmp_path / "run").release()


def test_processes_that_remove_and_make_it_anew_are_never_in_it_together(tmp_path):
    processes = [started(TAKE_AND_REMOVE, tmp_path / "run") for _ in range(3)]
    counts = [int(process.communicate()[0]) for process in processes]
    assert [process.returncode for process in processes] == [0, 0, 0]
    assert sum(counts) > 3
    assert not (tmp_path / "run").exists()


def test_a_file_in_its_place_is_an_error(tmp_path):
    (tmp_path / "run").write_text("")
    with pytest.raises(OSError, match="run"):
        take(tmp_path / "run")


def test_forget_removes_a_run_and_nothing_else(tmp_path):
    run, other = runs_folder() / ("0a" * 16), tmp_path / "data" / "models"
    for folder in (run, other):
        folder.mkdir(parents=True)
        (folder / "file").write_text("x")
    for key in ("", "..", "../models", str(other), "models", "0b" * 16):
        forget(key)
    assert (other / "file").exists()
    assert run.exists()
    forget(run.name)
    assert not run.exists()


def test_forget_leaves_a_run_that_goes_on_alone():
    path = runs_folder() / ("0a" * 16)
    folder = take(path)
    forget(path.name)
    assert path.exists()
    folder.remove()
    assert not path.exists()


def test_it_knows_its_size_and_whether_it_is_finished(tmp_path):
    folder = take(tmp_path / "run")
    before = folder.size
    (folder.path / "file").write_bytes(bytes(1000))
    assert folder.size == before + 1000
    assert not folder.is_finished
    folder.finish()
    assert folder.is_finished
    folder.unfinish()
    assert not folder.is_finished
    folder.release()


def test_the_lock_is_not_left_to_children(tmp_path):
    folder = take(tmp_path / "run")
    with subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"]) as child:
        folder.release()
        take(tmp_path / "run").release()
        child.kill()
