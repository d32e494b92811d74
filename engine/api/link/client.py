"""The caller's end of the worker: start it, run jobs, cancel them, survive its death.

    with WorkerClient() as worker:
        worker.start(worker_command(), child_environment(), is_cancelled=feedback.isCanceled)
        result = worker.run(
            "automatic_masks",
            to_dict(params),
            on_features=lambda features: ...,  # list[Feature]
            on_progress=lambda fraction, text: ...,  # 0 to 1, and a few words
            on_log=lambda level, text: ...,  # level is info or warning
            is_cancelled=feedback.isCanceled,
        )

Everything is called in the thread that calls ``start`` or ``run``, so a sink or a feedback can
be used as it is. All failures are ``EngineError``: show ``message``, log ``details``.
No Qt; a client may be used from any thread, by one ``run`` at a time (others wait their turn).
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Optional, Union

from ..errors import Cancelled, Code, EngineError
from ..features import Feature
from .events import Broken, Done, Event, Failed, Features, Hello, Log, Progress, read_event
from .mailbox import End
from .protocol import FINAL_EVENTS, Message
from .worker_process import WorkerProcess

POLL_S = 0.05
# A cancel must end within 2 s, so a worker that does not listen is killed a little before.
CANCEL_GRACE_S = 1.5
CLOSE_GRACE_S = 1.0


def _never() -> bool:
    return False


def _ignore(*_: object) -> None:
    return None


@dataclass(frozen=True)
class _Run:
    """One request and who listens to it."""

    id: int
    on_features: Callable[[list[Feature]], object]
    on_progress: Callable[[float, str], object]
    on_log: Callable[[str, str], object]
    is_cancelled: Callable[[], bool]

    def pass_on(self, event: Event) -> None:
        if isinstance(event, Features):
            self.on_features(event.features)
        elif isinstance(event, Progress):
            self.on_progress(event.fraction, event.text)
        elif isinstance(event, Log):
            self.on_log(event.level, event.text)


class WorkerClient:
    """Owns at most one worker process.

    A worker that failed to answer, lied or did not obey a cancel is killed; ``alive`` is then
    false and ``start`` may be called again.
    """

    def __init__(self) -> None:
        self._process: Optional[WorkerProcess] = None
        self._versions: Mapping[str, str] = {}
        self._last_id = 0
        self._turn = threading.Lock()
        self._closing = False

    @property
    def alive(self) -> bool:
        """Whether there is a worker to run jobs."""
        return self._process is not None and self._process.alive

    @property
    def pid(self) -> Optional[int]:
        """The process id of the worker last started."""
        return None if self._process is None else self._process.pid

    @property
    def versions(self) -> Mapping[str, str]:
        """Versions of Python and the main packages in the worker, by name; from its hello."""
        return self._versions

    def start(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        hello_timeout_s: float = 180.0,
        *,
        is_cancelled: Callable[[], bool] = _never,
    ) -> None:
        """Start the worker and wait for its hello. A worker still running is closed first.

        Args:
            command: Program and arguments, as ``environment.worker_command`` gives them.
            environment: All environment variables of the worker; nothing is inherited.
            hello_timeout_s: How long the worker may import its libraries.
            is_cancelled: Asked every 50 ms while waiting.

        Raises:
            EngineError: ENVIRONMENT_MISSING when the program cannot be started or lacks a
                package, WORKER_DIED when it ended while starting, WORKER_SILENT after the
                timeout, PROTOCOL_MISMATCH when it speaks otherwise; Cancelled.
        """
        self.close()
        self._closing = False
        process = WorkerProcess(command, environment)
        self._process = process
        greeted = False
        try:
            self._versions = self._greet(process, hello_timeout_s, is_cancelled)
            greeted = True
        finally:
            if not greeted:
                process.kill()

    def run(
        self,
        job: str,
        params: Mapping[str, Any],
        *,
        on_features: Callable[[list[Feature]], object] = _ignore,
        on_progress: Callable[[float, str], object] = _ignore,
        on_log: Callable[[str, str], object] = _ignore,
        is_cancelled: Callable[[], bool] = _never,
    ) -> dict[str, Any]:
        """Run a job to its end and return its result.

        The callbacks are called in this thread. When one of them raises, the job is cancelled
        and the exception goes on to the caller. Features wait while ``on_features`` is busy.

        Args:
            job: A name of ``engine.jobs.JOBS``.
            params: The job's parameters in their JSON form.
            on_features: Takes finished features, a list at a time.
            on_progress: Takes the fraction done (0 to 1) and a few words.
            on_log: Takes a level (info or warning) and a sentence.
            is_cancelled: Asked at least every 50 ms while the callbacks are not busy.

        Raises:
            EngineError: What the job says went wrong; WORKER_DIED, PROTOCOL_MISMATCH; or
                Cancelled, less than 2 s after ``is_cancelled`` has turned true.
        """
        while not self._turn.acquire(timeout=POLL_S):
            if is_cancelled():
                raise Cancelled
        try:
            process = self._running()
            self._last_id += 1
            run = _Run(self._last_id, on_features, on_progress, on_log, is_cancelled)
            process.send({"op": "run", "id": run.id, "job": job, "params": dict(params)})
            return self._follow(process, run)
        finally:
            self._turn.release()

    def close(self) -> None:
        """End the worker, at once if it is idle, within about a second otherwise.

        A ``run`` in another thread raises Cancelled.
        """
        self._closing = True
        process = self._process
        if process is None:
            return
        if process.alive:
            process.send({"op": "close"})
            process.wait(CLOSE_GRACE_S)
        process.kill()

    def __enter__(self) -> WorkerClient:
        return self

    def __exit__(
        self,
        kind: Optional[type[BaseException]],
        error: Optional[BaseException],
        traceback: Optional[TracebackType],
    ) -> None:
        self.close()

    def _running(self) -> WorkerProcess:
        if self._process is None or not self._process.alive:
            raise EngineError(Code.WORKER_DIED, "The worker is not running. Start it again.")
        return self._process

    def _greet(
        self, process: WorkerProcess, timeout_s: float, is_cancelled: Callable[[], bool]
    ) -> Mapping[str, str]:
        deadline = time.monotonic() + timeout_s
        while True:
            if is_cancelled():
                raise Cancelled
            item = process.receive(POLL_S)
            if isinstance(item, End):
                raise self._ended(process, item, "while it was starting")
            if item is not None:
                return self._hello(process, item)
            if time.monotonic() > deadline:
                raise EngineError(
                    Code.WORKER_SILENT,
                    f"The worker did not answer within {timeout_s:g} seconds of its start. Try again; if "
                    "that does not help, set up the worker environment again.",
                    process.log_tail(),
                )

    def _hello(self, process: WorkerProcess, message: Message) -> Mapping[str, str]:
        event = _event_of(message, process)
        if isinstance(event, Hello):
            return event.versions
        if isinstance(event, Broken):
            error = event.error
            raise EngineError(error.code, error.message, f"{error.details}\n{process.log_tail()}".strip())
        raise EngineError(
            Code.PROTOCOL_MISMATCH,
            "The worker did not begin with a hello. Install the plugin again.",
            process.log_tail(),
        )

    def _follow(self, process: WorkerProcess, run: _Run) -> dict[str, Any]:
        """Pass events on until the last one; leave no job running behind an exception."""
        finished = False
        try:
            while True:
                if run.is_cancelled():
                    raise Cancelled
                item = process.receive(POLL_S)
                if item is None:
                    continue
                if isinstance(item, End):
                    raise self._ended(process, item, "during the run")
                event = _event_of(item, process)
                if isinstance(event, (Hello, Broken)) or event.id != run.id:
                    continue  # late words about an earlier run
                if isinstance(event, (Done, Failed)):
                    finished = True
                    return _outcome(event)
                run.pass_on(event)
        finally:
            if not finished:
                _stop(process, run.id)

    def _ended(self, process: WorkerProcess, end: End, when: str) -> EngineError:
        """Why there is no more to read, in a sentence, with the log."""
        if self._closing:
            return Cancelled()
        if end.error is not None and end.error.code is not Code.WORKER_DIED:
            process.kill()
            return EngineError(end.error.code, end.error.message, process.log_tail())
        how = process.last_words()
        return EngineError(
            Code.WORKER_DIED,
            f"The worker process stopped {when}: {how}. Run it again; if that does not help, set up the "
            "worker environment again.",
            process.log_tail(),
        )


def _outcome(event: Union[Done, Failed]) -> dict[str, Any]:
    if isinstance(event, Failed):
        raise event.error
    return event.result


def _stop(process: WorkerProcess, run_id: int) -> None:
    """Ask the job to stop; kill the worker if it does not."""
    process.send({"op": "cancel", "id": run_id})
    deadline = time.monotonic() + CANCEL_GRACE_S
    while process.alive and time.monotonic() < deadline:
        item = process.receive(POLL_S)
        if isinstance(item, End):
            break
        if item is not None and item.fields.get("id") == run_id and item.fields.get("event") in FINAL_EVENTS:
            return
    process.kill()


def _event_of(message: Message, process: WorkerProcess) -> Event:
    """The message as an event; a worker that is not understood is killed."""
    try:
        return read_event(message)
    except EngineError as refusal:
        process.kill()
        raise EngineError(refusal.code, refusal.message, process.log_tail()) from refusal
