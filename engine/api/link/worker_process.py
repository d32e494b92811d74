"""The worker as a child process: its pipes, its log, its end. Knows nothing of jobs."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from typing import Any, BinaryIO, Optional, Union, cast

from ..errors import Code, EngineError
from .exit_status import describe_exit
from .mailbox import End, Mailbox
from .protocol import Message, encode, read_message

# Features wait here for the caller's sink; a full box stops the worker until there is room.
INBOX_BYTES = 32 * 1024 * 1024
LOG_LINES = 200
_LOG_LINE_BYTES = 4096

# How long an exit may take to become visible after its pipe has closed, and the reverse.
_SETTLE_S = 0.5


class WorkerProcess:
    """A started worker. Its three pipes are served by three daemon threads for its whole life,
    so no call here can be held up by a worker that neither reads nor writes."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        """Start the process.

        Raises:
            EngineError: ENVIRONMENT_MISSING when there is no such program or it cannot be run.
        """
        self._popen = _spawn(command, environment)
        self._outbox: queue.SimpleQueue[Optional[bytes]] = queue.SimpleQueue()
        self._inbox = Mailbox(INBOX_BYTES)
        self._log: deque[str] = deque(maxlen=LOG_LINES)
        stdin, stdout, stderr = (
            cast(BinaryIO, pipe) for pipe in (self._popen.stdin, self._popen.stdout, self._popen.stderr)
        )
        _daemon("sam2-worker-requests", _write_all, self._outbox, stdin)
        self._reader = _daemon("sam2-worker-events", _read_all, stdout, self._inbox)
        self._logger = _daemon("sam2-worker-log", _keep_tail, stderr, self._log)

    @property
    def pid(self) -> int:
        """The worker's process id."""
        return self._popen.pid

    @property
    def alive(self) -> bool:
        """Whether the process still runs."""
        return self._popen.poll() is None

    def send(self, fields: Mapping[str, Any]) -> None:
        """Queue a message; never waits. One that a dead worker does not read is lost."""
        self._outbox.put(encode(fields))

    def receive(self, timeout_s: float) -> Optional[Union[Message, End]]:
        """The next message, ``End`` when there will be none, None after the timeout."""
        item = self._inbox.get(timeout_s)
        if item is None and not self.alive:
            # A grandchild that inherited the pipe keeps it open: do not wait for its end.
            self._reader.join(_SETTLE_S)
            self._inbox.end()
            item = self._inbox.get(0)
        return item

    def wait(self, timeout_s: float) -> bool:
        """Wait for the process to end; whether it has."""
        try:
            self._popen.wait(timeout_s)
        except subprocess.TimeoutExpired:
            return False
        return True

    def kill(self) -> None:
        """End the worker and its children now. Its last words stay readable."""
        self._inbox.end()
        self._outbox.put(None)
        if self.alive:
            _kill_tree(self._popen)
            self.wait(_SETTLE_S)

    def last_words(self) -> str:
        """How the process ended, as a phrase; one that has not ended is killed."""
        if not self.wait(_SETTLE_S):
            self.kill()
            return "it closed its output without ending"
        return describe_exit(self._popen.returncode)

    def log_tail(self) -> str:
        """The last lines the worker and its libraries wrote to stdout or stderr."""
        if not self.alive:
            self._logger.join(_SETTLE_S)
        return "\n".join(self._log.copy())


def _spawn(command: Sequence[str], environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
    # Its own session or process group: Ctrl-C in a terminal reaches the whole group, and the
    # worker must not die before its parent has told it to stop and has read what is left.
    flags: dict[str, Any] = {"start_new_session": True}
    if sys.platform == "win32":
        # Without CREATE_NO_WINDOW a console window opens in front of QGIS. The priority keeps the
        # window of QGIS responsive; elsewhere the worker lowers its own.
        flags = {
            "creationflags": subprocess.CREATE_NO_WINDOW
            | subprocess.CREATE_NEW_PROCESS_GROUP
            | subprocess.BELOW_NORMAL_PRIORITY_CLASS
        }
    try:
        # A list of arguments without a shell; the program is the plugin's own environment.
        return subprocess.Popen(  # nosec B603
            list(command),
            env=dict(environment),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            **flags,
        )
    except OSError as error:
        raise EngineError(
            Code.ENVIRONMENT_MISSING,
            f"The worker's Python, {command[0]}, cannot be started: {error.strerror or error}. "
            "Set up the worker environment again.",
            repr(error),
        ) from error


def _kill_tree(popen: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        popen.kill()
        return
    try:
        os.killpg(popen.pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):  # gone, or (macOS) only its zombie is left
        popen.kill()


def _daemon(name: str, target: Callable[..., None], *arguments: Any) -> threading.Thread:
    thread = threading.Thread(target=target, args=arguments, name=name, daemon=True)
    thread.start()
    return thread


def _write_all(outbox: queue.SimpleQueue[Optional[bytes]], stdin: BinaryIO) -> None:
    try:
        with stdin:
            for data in iter(outbox.get, None):
                stdin.write(data)
                stdin.flush()
    except OSError:
        return  # the worker is gone: whoever waits for its answer learns it from the reader


def _read_all(stdout: BinaryIO, inbox: Mailbox) -> None:
    error = None
    try:
        with stdout:
            while True:
                message = read_message(stdout)
                if message is None:
                    break
                inbox.put(message)
    except EngineError as refusal:
        error = refusal
    finally:
        inbox.end(error)


def _keep_tail(stderr: BinaryIO, log: deque[str]) -> None:
    with stderr:
        for line in iter(lambda: stderr.readline(_LOG_LINE_BYTES), b""):
            log.append(line.decode("utf-8", "replace").rstrip())
