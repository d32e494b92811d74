"""Asks the worker one thing at a time, off the GUI thread: clicks first, the newest hover only.

One thread owns the worker for as long as the tool is in use. Everything a caller may do returns at
once; answers come as signals in the thread the conversation lives in.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any, Optional

from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal

from ..engine.api import environment
from ..engine.api.errors import Cancelled, Code, EngineError
from ..engine.api.features import Feature
from ..engine.api.link.client import WorkerClient
from .answers import Candidate, candidates_of

CLOSE_WAIT_S = 3.0


class Kind(IntEnum):
    """What is asked, the most urgent first."""

    PROMPT = 0
    ENCODE = 1
    LOOK = 2
    HOVER = 3


_JOBS = {
    Kind.PROMPT: "canvas_prompt",
    Kind.ENCODE: "canvas_encode",
    Kind.LOOK: "canvas_look",
    Kind.HOVER: "canvas_prompt",
}


@dataclass(frozen=True, eq=False)
class Request:
    """One question. ``about`` is the caller's own and comes back with the answer."""

    kind: Kind
    params: Mapping[str, Any]
    about: Any = None
    stopped: threading.Event = field(default_factory=threading.Event)
    dropped: threading.Event = field(default_factory=threading.Event)

    def stop(self) -> None:
        """Give up the answer and the work on it. A worker too busy to listen is ended for it."""
        self.dropped.set()
        self.stopped.set()


@dataclass(frozen=True)
class Reply:
    """The answer to a request: the job's result, and the candidates it found."""

    request: Request
    result: Mapping[str, Any]
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True)
class Failure:
    """A request without an answer."""

    request: Request
    error: EngineError


class Conversation(QObject):
    """A queue of at most one request of each kind, and the thread that asks them.

    A newer request takes the place of a waiting one of its kind: a prompt carries all prompts of
    its object, so no click is lost by that. The one being answered goes on, unless it is stopped.
    """

    starting = pyqtSignal()
    started = pyqtSignal(object)  # versions by name
    begun = pyqtSignal(object)  # Request
    progressed = pyqtSignal(object, float, str)  # Request, fraction, a few words
    logged = pyqtSignal(str, str)  # level, sentence
    replied = pyqtSignal(object)  # Reply
    failed = pyqtSignal(object)  # Failure
    _told = pyqtSignal(str, object)

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._waiting: dict[Kind, Request] = {}
        self._current: Optional[Request] = None
        self._unheard: set[Request] = set()
        self._changed = threading.Condition()
        self._closing = threading.Event()
        self._thread: Optional[threading.Thread] = None
        self._client = WorkerClient()
        self._told.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)

    @property
    def pid(self) -> Optional[int]:
        """The process id of the worker, for tests and the log."""
        return self._client.pid

    def ask(self, request: Request) -> None:
        """Queue a request, starting thread and worker where they are not running."""
        with self._changed:
            self._waiting[request.kind] = request
            if self._thread is None:
                self._closing = threading.Event()
                self._thread = threading.Thread(
                    target=self._talk, args=(self._closing,), name="sam2-canvas", daemon=True
                )
                self._thread.start()
            self._changed.notify_all()

    def waits(self, kind: Kind) -> bool:
        """Whether a request of this kind is waiting, being worked on, or answered but not heard yet."""
        with self._changed:
            return kind in self._waiting or any(request.kind is kind for request in self._unheard)

    def stop(self, *kinds: Kind) -> None:
        """Give up requests of these kinds; a running one ends within two seconds, and it may take
        the worker along. For what the user does not want any more and would have to wait for."""
        current = self._drop(kinds)
        if current is not None:
            current.stop()

    def drop(self, *kinds: Kind) -> None:
        """Do not listen to the answers of requests of these kinds any more; a running one runs on."""
        current = self._drop(kinds)
        if current is not None:
            current.dropped.set()

    def _drop(self, kinds: tuple[Kind, ...]) -> Optional[Request]:
        with self._changed:
            for kind in kinds:
                self._waiting.pop(kind, None)
            current = self._current
            return current if current is not None and current.kind in kinds else None

    def close(self, wait: bool = False) -> None:
        """End the worker and the thread; ``wait`` until they are gone. A later ``ask`` starts anew."""
        with self._changed:
            thread, self._thread = self._thread, None
            self._current = None
            self._waiting.clear()
            self._unheard.clear()
            self._closing.set()
            self._changed.notify_all()
        if wait and thread is not None:
            thread.join(CLOSE_WAIT_S)

    def _talk(self, closing: threading.Event) -> None:
        """The thread: until ``closing``, take the most urgent request and answer it."""
        client = WorkerClient()
        self._client = client
        try:
            while True:
                request = self._next(closing)
                if request is None:
                    return
                self._answer(client, request, closing)
        finally:
            client.close()

    def _next(self, closing: threading.Event) -> Optional[Request]:
        with self._changed:
            if closing.is_set():  # another thread may be at work already
                return None
            self._current = None
            self._changed.wait_for(lambda: closing.is_set() or self._waiting)
            if closing.is_set():
                return None
            self._current = self._waiting.pop(min(self._waiting))
            self._unheard.add(self._current)
            return self._current

    def _answer(self, client: WorkerClient, request: Request, closing: threading.Event) -> None:
        def is_cancelled() -> bool:
            return closing.is_set() or request.stopped.is_set()

        features: list[Feature] = []
        try:
            if not client.alive:
                self._told.emit("starting", None)
                client.start(
                    environment.worker_command(),
                    environment.child_environment(),
                    is_cancelled=is_cancelled,
                )
                self._told.emit("started", client.versions)
            self._told.emit("begun", request)
            result = client.run(
                _JOBS[request.kind],
                request.params,
                on_features=features.extend,
                on_progress=lambda fraction, text: self._told.emit("progressed", (request, fraction, text)),
                on_log=lambda level, text: self._told.emit("logged", (level, text)),
                is_cancelled=is_cancelled,
            )
            # Parsed here, where a large outline holds nobody up.
            self._told.emit("replied", Reply(request, result, candidates_of(features)))
        except EngineError as error:
            self._told.emit("failed", Failure(request, error))
        # The edge of a thread: whatever it is, it must reach the log instead of ending the thread.
        except Exception as error:  # noqa: BLE001
            unknown = EngineError(
                Code.INTERNAL,
                f"The answer of SAM 2 could not be read ({type(error).__name__}: {error}). Please report it.",
            )
            self._told.emit("failed", Failure(request, unknown))

    def _pass_on(self, what: str, content: Any) -> None:
        if what == "starting":
            self.starting.emit()
        elif what == "progressed":
            self.progressed.emit(*content)
        elif what == "logged":
            self.logged.emit(*content)
        else:
            if isinstance(content, (Reply, Failure)):
                with self._changed:
                    self._unheard.discard(content.request)
            getattr(self, what).emit(content)


def was_stopped(failure: Failure) -> bool:
    """Whether the request failed because it was given up."""
    return isinstance(failure.error, Cancelled) or failure.error.code is Code.CANCELLED
