"""The real worker in a process of its own, with other jobs, driven by the real client."""

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sam2_toolbox.engine.api.errors import Cancelled, Code, EngineError
from sam2_toolbox.engine.api.link.client import WorkerClient

ROOT = Path(__file__).resolve().parents[2]
STUB_JOBS = Path(__file__).with_name("stub_jobs.py")
PATIENCE_S = 30

on_posix = pytest.mark.skipif(os.name != "posix", reason="signals and /proc")


@pytest.fixture(scope="module")
def make_plugin(tmp_path_factory):
    """Copies of the plugin whose jobs are the given source."""

    def make(jobs):
        root = tmp_path_factory.mktemp("a plugin") / "any näme-1.0"
        shutil.copytree(ROOT / "engine" / "api", root / "engine" / "api")
        for name in ("__init__.py", "engine/__init__.py", "engine/__main__.py"):
            shutil.copy(ROOT / name, root / name)
        for name in ("worker.py", "progress.py", "failures.py", "versions.py"):
            shutil.copy(ROOT / "engine" / name, root / "engine" / name)
        (root / "engine" / "jobs.py").write_text(jobs)
        # A module of the engine whose name a library may use for one of its own.
        (root / "engine" / "labels.py").write_text("raise ImportError('shadowed')")
        return root

    return make


@pytest.fixture(scope="module")
def plugin(make_plugin):
    return make_plugin(STUB_JOBS.read_text())


def command(plugin):
    return [sys.executable, "-s", "-u", str(plugin / "engine")]


@pytest.fixture
def client(plugin):
    with WorkerClient() as client:
        client.start(command(plugin), dict(os.environ), PATIENCE_S)
        yield client


def error_of(action, *arguments, **options):
    with pytest.raises(EngineError) as caught:
        action(*arguments, **options)
    return caught.value


def is_gone(pid):
    """Whether a process has ended, also when nobody has asked for its exit status yet."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return True
    return state in "ZX"


def wait_until_gone(pid):
    deadline = time.monotonic() + PATIENCE_S
    while not is_gone(pid):
        assert time.monotonic() < deadline, f"process {pid} is still there"
        time.sleep(0.01)


# Starting


def test_hello_names_versions(client):
    assert client.versions["python"] == "{}.{}.{}".format(*sys.version_info)


@on_posix
def test_the_worker_gives_way_to_the_window_of_qgis(client):
    own = os.getpriority(os.PRIO_PROCESS, 0)
    assert os.getpriority(os.PRIO_PROCESS, client.pid) == min(own + 5, 19)


def test_the_package_has_its_name_in_any_folder_and_engine_is_not_on_the_path(client, plugin):
    answer = client.run("plugin", {})
    assert answer["package"] == "sam2_toolbox.engine"
    assert not [entry for entry in answer["path"] if Path(entry).is_relative_to(plugin)]


@pytest.mark.parametrize(
    ("jobs", "code", "words"),
    [
        ("import a_package_nobody_has", Code.ENVIRONMENT_MISSING, "a_package_nobody_has"),
        ("import labels", Code.ENVIRONMENT_MISSING, "No module named 'labels'"),
        ("raise OSError('libtorch_cuda.so: not found')", Code.ENVIRONMENT_MISSING, "libtorch_cuda.so"),
        (
            "raise RuntimeError('torchvision::nms\\nand so on')",
            Code.ENVIRONMENT_MISSING,
            "(torchvision::nms)",
        ),
        ("raise ValueError('numpy.dtype size changed')", Code.ENVIRONMENT_MISSING, "numpy.dtype"),
        ("raise KeyError('a defect')", Code.INTERNAL, "KeyError"),
        ("def broken(:", Code.INTERNAL, "SyntaxError"),
    ],
)
def test_jobs_that_cannot_be_imported_are_told_in_words(make_plugin, jobs, code, words):
    client = WorkerClient()
    error = error_of(client.start, command(make_plugin(jobs)), dict(os.environ), PATIENCE_S)
    assert error.code is code
    assert words in error.message
    assert "Traceback" in error.details
    assert not client.alive


# Running


def test_features_keep_their_order_across_frames(client):
    sizes = []
    numbers = []

    def take(features):
        sizes.append(sum(len(feature.wkb) for feature in features))
        numbers.extend(feature.object_id for feature in features)

    heard = []
    client.run(
        "grow",
        {"count": 50, "size": 100_000},
        on_features=take,
        on_progress=lambda *what: heard.append(what),
        on_log=lambda *what: heard.append(what),
    )
    assert numbers == list(range(50))
    assert len(sizes) > 1
    assert max(sizes) <= 1024 * 1024
    assert heard == [("warning", "grown"), (1.0, "done")]


def test_params_come_through_unchanged(client):
    params = {"path": "C:\\ünï\udc80", "none": None, "list": [1, 2.5, True], "long": "x" * 1_000_000}
    assert client.run("echo", params) == {"params": params}


def test_a_result_becomes_json_without_nan(client):
    assert client.run("odd_result", {}) == {
        "nan": None,
        "numbers": [1, 2.5, None, 7, None],
        "flag": True,
        "path": os.path.join("a", "b"),
        "3": None,
    }


@pytest.mark.parametrize(
    ("job", "code", "words"),
    [
        ("refuse", Code.BAD_RASTER, "The raster is round."),
        ("stumble", Code.INTERNAL, "ZeroDivisionError: division by zero)"),
        ("starve", Code.OUT_OF_MEMORY, "out of memory"),
        ("leave", Code.INTERNAL, "SystemExit"),
        ("unknown_result", Code.INTERNAL, "cannot hold a Fraction"),
        ("no_such_job", Code.PROTOCOL_MISMATCH, "no job 'no_such_job'"),
    ],
)
def test_a_failure_is_a_sentence_and_the_worker_stays(client, job, code, words):
    pid = client.pid
    error = error_of(client.run, job, {})
    assert error.code is code
    assert words in error.message
    assert "Traceback" not in error.message
    assert "\n" not in error.message
    assert client.run("echo", {}) == {"params": {}}
    assert client.pid == pid


def test_the_traceback_of_a_defect_is_in_the_details(client):
    assert "in stumble" in error_of(client.run, "stumble", {}).details


def test_cancel_is_seen_between_steps_and_only_by_its_run(client):
    pid = client.pid
    logged = []
    with pytest.raises(Cancelled):
        client.run("wait", {}, on_log=lambda *what: logged.append(what), is_cancelled=lambda: bool(logged))
    assert client.run("echo", {}) == {"params": {}}
    assert client.pid == pid


@on_posix
def test_ctrl_c_is_left_to_the_parent(client):
    assert client.run("be_interrupted", {}) == {"alive": True}


@on_posix
def test_nothing_but_the_protocol_gets_into_the_pipe(client):
    error = error_of(client.run, "die_talking", {})
    assert error.code is Code.WORKER_DIED
    assert "SIGABRT" in error.message
    said = error.details.splitlines()
    for line in ("a print", "a write to 1", "a puts", "a child", "stdin ''", "stdin of a child ''"):
        assert line in said
    assert "in die_talking" in error.details  # faulthandler's words


# Ending


@on_posix
def test_close_ends_an_idle_worker(client):
    pid = client.pid
    client.close()
    assert client._process._popen.returncode == 0
    assert is_gone(pid)


@on_posix
def test_a_worker_killed_from_outside_is_an_error(client):
    logged = []

    def kill(level, text):
        logged.append(text)
        os.kill(client.pid, signal.SIGKILL)

    error = error_of(client.run, "sleep", {}, on_log=kill)
    assert logged == ["sleeping"]
    assert error.code is Code.WORKER_DIED
    assert "SIGKILL" in error.message


@on_posix
def test_a_killed_worker_takes_its_children_along(client):
    children = []
    with pytest.raises(Cancelled):
        client.run(
            "sleep_with_a_child",
            {},
            on_log=lambda level, text: children.append(int(text)),
            is_cancelled=lambda: bool(children),
        )
    wait_until_gone(client.pid)
    wait_until_gone(children[0])


@on_posix
def test_a_signal_to_the_callers_process_group_does_not_reach_the_worker(client):
    assert os.getpgid(client.pid) not in (os.getpgid(0), os.getpgid(os.getppid()))


PARENT = """
import json, os, runpy, sys
runpy.run_path(sys.argv[1])
from sam2_toolbox.engine.api.link.client import WorkerClient
client = WorkerClient()
client.start(json.loads(sys.argv[2]), dict(os.environ))
client.run(sys.argv[3], {}, on_log=lambda level, text: print(client.pid, flush=True))
"""


@on_posix
@pytest.mark.parametrize("job", ["wait", "sleep"])
def test_no_worker_survives_its_parent(plugin, job):
    conftest = str(ROOT / "tests" / "conftest.py")
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT, conftest, json.dumps(command(plugin)), job], stdout=subprocess.PIPE
    )
    with parent:
        pid = int(parent.stdout.readline())
        assert not is_gone(pid)
        parent.kill()
    try:
        wait_until_gone(pid)
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


@on_posix
@pytest.mark.parametrize("line", [b"not json\n", b'{"op": "dance"}\n', b'{"op": "run"}\n', b"{}\n"])
def test_a_parent_that_is_not_understood_is_left(plugin, line):
    worker = subprocess.Popen(
        command(plugin), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    with worker:
        hello = json.loads(worker.stdout.readline())
        assert (hello["event"], hello["protocol"], hello["pid"]) == ("hello", 1, worker.pid)
        worker.stdin.write(line)
        worker.stdin.flush()
        assert worker.wait(PATIENCE_S) == 4


@on_posix
def test_a_parent_that_stops_listening_ends_the_worker(plugin):
    worker = subprocess.Popen(command(plugin), stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    with worker:
        worker.stdout.readline()
        worker.stdout.close()
        worker.stdin.write(b'{"op": "run", "id": 1, "job": "echo", "params": {}}\n')
        worker.stdin.flush()
        assert worker.wait(PATIENCE_S) == 3
