"""A Dask cluster of real processes on this computer, for tests and benchmarks; it ends with the test."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

PATIENCE_S = 60
DASK = [sys.executable, "-s", "-m", "dask"]
# Nothing of it can be reached from elsewhere.
HERE = ["--host", "127.0.0.1", "--dashboard-address", "127.0.0.1:0", "--no-dashboard"]


class DaskProcesses:
    """A scheduler and its workers, of one thread each. ``folder`` takes their logs and files."""

    def __init__(
        self, folder: Path, tls: list[str] | None = None, imports: Path | None = None, **variables: str
    ):
        self._folder = folder
        self._tls = tls or []
        self._imports = imports
        self._workers: list[subprocess.Popen[bytes]] = []
        scheme = ["--protocol", "tls"] if tls else []
        about = folder / "scheduler.json"
        self._scheduler = self._start(
            "scheduler", "--port", "0", *scheme, "--scheduler-file", str(about), **variables
        )
        self.address = str(self._await(lambda: _address_in(about)))

    def start_worker(self, **variables: str) -> subprocess.Popen[bytes]:
        """One more worker; it may take a moment to join."""
        options = ["--nthreads", "1", "--no-nanny", "--memory-limit", "0", "--death-timeout", "30"]
        place = ["--local-directory", str(self._folder)]
        worker = self._start("worker", self.address, *options, *place, **variables)
        self._workers.append(worker)
        return worker

    def kill_scheduler(self) -> None:
        """As in a power cut."""
        _kill(self._scheduler)

    def stop_workers(self) -> None:
        """End all workers."""
        while self._workers:
            _kill(self._workers.pop())

    def stop(self) -> None:
        """End everything."""
        self.stop_workers()
        _kill(self._scheduler)

    def log(self) -> str:
        """What all of them wrote."""
        return "".join(path.read_text(errors="replace") for path in sorted(self._folder.glob("*.log")))

    def _start(self, kind: str, *arguments: str, **variables: str) -> subprocess.Popen[bytes]:
        environment = {**os.environ, "OMP_NUM_THREADS": "1", **variables}
        if self._imports is not None:
            environment["PYTHONPATH"] = str(self._imports)
        log = self._folder / f"{kind}-{len(self._workers)}-{time.monotonic_ns()}.log"
        with log.open("wb") as file:
            return subprocess.Popen(
                [*DASK, kind, *arguments, *HERE, *self._tls],
                cwd=self._folder,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=file,
                stderr=file,
            )

    def _await(self, ask):
        deadline = time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline:
            answer = ask()
            if answer:
                return answer
            if self._scheduler.poll() is not None:
                break
            time.sleep(0.05)
        raise AssertionError(f"the scheduler did not start:\n{self.log()}")


def _address_in(path: Path) -> str | None:
    try:
        return str(json.loads(path.read_text())["address"])
    except (OSError, ValueError):
        return None


def _kill(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()
