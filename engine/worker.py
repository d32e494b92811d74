"""The worker process: takes requests from its parent, runs jobs, reports events.

One thread reads requests, the main thread runs jobs one after another. The protocol is in
``api/protocol.py``. When the parent is gone the process ends at once, whatever it is doing: the
end of standard input is the one sign of it that works on every system, for every way to die.
(``PR_SET_PDEATHSIG`` is not used: it fires when the *thread* that started the worker ends.)
"""

from __future__ import annotations

import faulthandler
import math
import os
import queue
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, BinaryIO

from .api.errors import Cancelled, Code, EngineError
from .api.link.protocol import PROTOCOL, Message, encode, read_message
from .failures import error_in_words, failures_in_words, first_line
from .progress import EventReport, Report
from .versions import versions

Job = Callable[[Mapping[str, Any], Report], dict[str, Any]]

# A job may use every core for minutes, and the window of QGIS must answer within 50 ms meanwhile.
NICENESS = 5

EXIT_ORPHANED = 3
EXIT_NOT_UNDERSTOOD = 4


def main(jobs: Mapping[str, Job] | None = None) -> None:
    """Serve the parent until it closes the pipe or says so; does not return.

    Args:
        jobs: The jobs by name; by default those of ``jobs.py``.
    """
    requests, events = _take_over_pipes()
    _give_way()
    # Ctrl-C goes to the parent, which asks this process to stop in its own way.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    faulthandler.enable()
    worker = Worker(events)
    try:
        with failures_in_words():
            # Before the thread below starts: importing numpy can hang on Windows once another
            # thread reads standard input (numpy/numpy#24290).
            known_jobs = _import_jobs() if jobs is None else jobs
    except EngineError as error:
        worker.send({"event": "broken", "protocol": PROTOCOL, **error_in_words(error)})
        _leave(1)
    worker.send({"event": "hello", "protocol": PROTOCOL, "pid": os.getpid(), "versions": versions()})
    threading.Thread(target=worker.listen, args=(requests,), name="requests", daemon=True).start()
    worker.work(known_jobs)
    _leave(0)


@dataclass(frozen=True)
class Request:
    """A job to run."""

    id: int
    job: str
    params: Mapping[str, Any]


class Worker:
    """The queue between the two threads, and what has been cancelled."""

    def __init__(self, events: BinaryIO) -> None:
        self._events = events
        self._requests: queue.SimpleQueue[Request | None] = queue.SimpleQueue()
        self._cancelled: set[int] = set()
        self._closing = False

    def send(self, fields: Mapping[str, Any], tail: bytes = b"") -> None:
        """Send an event; ends the process when nobody is left to read it."""
        message = encode(fields, tail)
        try:
            self._events.write(message)
            self._events.flush()
        except OSError:
            os._exit(EXIT_ORPHANED)

    def listen(self, requests: BinaryIO) -> None:
        """Read requests for ever (the reading thread); the end of the stream ends the process."""
        try:
            for message in iter(lambda: read_message(requests), None):
                self._take(message)
        except (EngineError, KeyError, OSError):
            traceback.print_exc()
            os._exit(EXIT_NOT_UNDERSTOOD)
        os._exit(EXIT_ORPHANED)

    def work(self, jobs: Mapping[str, Job]) -> None:
        """Run the requests in their order until told to close (the main thread)."""
        for request in iter(self._requests.get, None):
            self._run(jobs, request)

    def _take(self, message: Message) -> None:
        fields = message.fields
        operation = fields["op"]
        if operation == "run":
            self._requests.put(Request(fields["id"], fields["job"], fields["params"]))
        elif operation == "cancel":
            self._cancelled.add(fields["id"])
        elif operation == "close":
            self._closing = True
            self._requests.put(None)
        else:
            raise KeyError(operation)

    def _run(self, jobs: Mapping[str, Job], request: Request) -> None:
        run_id = request.id
        report = EventReport(run_id, self.send, lambda: self._closing or run_id in self._cancelled)
        self.send({"event": "started", "id": run_id})
        try:
            with failures_in_words():
                result = _plain(_job(jobs, request.job)(request.params, report))
        except Cancelled:
            self.send({"event": "cancelled", "id": run_id})
        except EngineError as error:
            self.send({"event": "failed", "id": run_id, **error_in_words(error)})
        else:
            self.send({"event": "done", "id": run_id, "result": result})
        self._cancelled.discard(run_id)


def _take_over_pipes() -> tuple[BinaryIO, BinaryIO]:
    """Keep the two pipes of the protocol for ourselves.

    From here on a print, a C library's or a child's output lands on standard error, and nobody
    else reads standard input. The kept duplicates are not inherited by children.
    """
    events = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    requests = os.fdopen(os.dup(0), "rb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    return requests, events


def _give_way() -> None:
    """Let whoever sits before the screen go first. On Windows the parent asks for it at the start."""
    if sys.platform == "win32":
        return
    os.nice(NICENESS)
    # Linux may share the processor between sessions first, and the worker has one of its own.
    with suppress(OSError), open("/proc/self/autogroup", "w", encoding="ascii") as autogroup:
        autogroup.write(str(NICENESS))


def _import_jobs() -> Mapping[str, Job]:
    try:
        from .jobs import JOBS
    # A missing package or native library, and what builds that do not fit each other raise:
    # "operator torchvision::nms does not exist", "numpy.dtype size changed".
    except (ImportError, OSError, RuntimeError, AttributeError, TypeError, ValueError) as error:
        raise EngineError(
            Code.ENVIRONMENT_MISSING,
            f"The worker environment is not complete or not sound ({first_line(error)}). Set it up again.",
            traceback.format_exc(),
        ) from error
    return JOBS


def _job(jobs: Mapping[str, Job], name: str) -> Job:
    if name not in jobs:
        raise EngineError(
            Code.PROTOCOL_MISMATCH,
            f"The worker knows no job {name!r}, only {', '.join(sorted(jobs))}. Restart QGIS; if that does "
            "not help, install the plugin again.",
        )
    return jobs[name]


def _plain(value: Any) -> Any:
    """The value in JSON's types: NaN and infinity become null, numpy's scalars plain numbers."""
    if value is None or isinstance(value, (str, bool, int)):
        return value
    if isinstance(value, float):
        return float(value) if math.isfinite(value) else None
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if isinstance(value, os.PathLike):
        return os.fspath(value)
    if hasattr(value, "item"):
        return _plain(value.item())
    raise TypeError(f"a result cannot hold a {type(value).__name__}")


def _leave(code: int) -> None:
    """End without Python's own shutdown, which would wait for the thread that reads."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)
