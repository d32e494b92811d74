"""How fast the border between QGIS and the worker is: start, round trip, features, cancel, death.

    python benchmarks/worker_border.py [repeats]

Runs with any Python from 3.9 on, without QGIS, torch or numpy: the worker runs the jobs of
tests/engine/stub_jobs.py. The limits are those of the design: a cancel, a death and the end of
an orphan within 2 s.
"""

# ruff: noqa: T201 - its output is for people

from __future__ import annotations

import json
import os
import runpy
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CONFTEST = ROOT / "tests" / "conftest.py"
runpy.run_path(str(CONFTEST))

from sam2_toolbox.engine.api.errors import EngineError  # noqa: E402
from sam2_toolbox.engine.api.link.client import WorkerClient  # noqa: E402

PARENT = """
import json, os, runpy, sys
runpy.run_path(sys.argv[1])
from sam2_toolbox.engine.api.link.client import WorkerClient
client = WorkerClient()
client.start(json.loads(sys.argv[2]), dict(os.environ))
client.run("sleep", {}, on_log=lambda level, text: print(client.pid, flush=True))
"""


def copy_plugin(root: Path) -> list[str]:
    """A copy of the plugin with the stub jobs; returns the command of its worker."""
    shutil.copytree(ROOT / "engine", root / "engine", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "__init__.py", root / "__init__.py")
    shutil.copy(ROOT / "tests" / "engine" / "stub_jobs.py", root / "engine" / "jobs.py")
    return [sys.executable, "-s", "-u", str(root / "engine")]


def seconds(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def started(command: list[str]) -> WorkerClient:
    client = WorkerClient()
    client.start(command, dict(os.environ))
    return client


def start_and_hello(command: list[str]) -> float:
    client = WorkerClient()
    try:
        return seconds(lambda: client.start(command, dict(os.environ)))
    finally:
        client.close()


def round_trip(command: list[str]) -> float:
    with started(command) as client:
        return statistics.median(seconds(lambda: client.run("echo", {})) for _ in range(100))


def hundred_thousand_features(command: list[str]) -> float:
    with started(command) as client:
        return seconds(lambda: client.run("grow", {"count": 100_000, "size": 500}))


def _cancel_to_error(command: list[str], job: str) -> float:
    """Seconds from the moment the job is known to run, when it is cancelled, to the error."""
    running: list[float] = []
    with started(command) as client:
        try:
            client.run(
                job,
                {},
                on_log=lambda level, text: running.append(time.perf_counter()),
                is_cancelled=lambda: bool(running),
            )
        except EngineError:
            return time.perf_counter() - running[0]
    raise RuntimeError("the job ended by itself")


def cancel_obeyed(command: list[str]) -> float:
    return _cancel_to_error(command, "wait")


def cancel_of_a_hung_job(command: list[str]) -> float:
    return _cancel_to_error(command, "sleep")


def kill_of_the_worker(command: list[str]) -> float:
    with started(command) as client:
        killed: list[float] = []

        def kill() -> None:
            killed.append(time.perf_counter())
            os.kill(client.pid or 0, signal.SIGKILL)

        try:
            client.run("sleep", {}, on_log=lambda level, text: threading.Timer(0.2, kill).start())
        except EngineError:
            return time.perf_counter() - killed[0]
    raise RuntimeError("the job ended by itself")


def kill_of_the_parent(command: list[str]) -> float:
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT, str(CONFTEST), json.dumps(command)], stdout=subprocess.PIPE, text=True
    )
    with parent:
        assert parent.stdout is not None
        worker = int(parent.stdout.readline())
        parent.kill()
        return seconds(lambda: _wait_until_gone(worker))


def _wait_until_gone(pid: int) -> None:
    while True:
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except (FileNotFoundError, ProcessLookupError):
            return
        if state in "ZX":
            return
        time.sleep(0.001)


MEASURES = {
    "start to hello": (start_and_hello, None),
    "round trip of an empty job": (round_trip, None),
    "100,000 features of 500 bytes": (hundred_thousand_features, None),
    "cancel, obeyed": (cancel_obeyed, 2.0),
    "cancel of a hung job (killed)": (cancel_of_a_hung_job, 2.0),
    "kill -9 of the worker to the error": (kill_of_the_worker, 2.0),
    "kill -9 of the parent to the worker's end": (kill_of_the_parent, 2.0),
}


def main() -> int:
    repeats = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    slow = 0
    with tempfile.TemporaryDirectory() as folder:
        command = copy_plugin(Path(folder) / "plugin")
        for name, (measure, limit_s) in MEASURES.items():
            times = [measure(command) for _ in range(repeats)]
            late = limit_s is not None and max(times) > limit_s
            slow += late
            verdict = "" if limit_s is None else f"  limit {limit_s:g} s: {'MISSED' if late else 'kept'}"
            print(f"{name:45} median {statistics.median(times):9.5f} s  worst {max(times):9.5f} s{verdict}")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
