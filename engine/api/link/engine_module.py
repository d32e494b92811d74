"""Running a module of the engine in a Python of the worker's kind, without the worker's protocol."""

from __future__ import annotations

import queue
import subprocess
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import IO, Optional

from ..environment import PLUGIN_FOLDER, child_environment
from ..errors import Code, EngineError
from .exit_status import describe_exit

_POLL_S = 0.1
_TAIL = 4000


def run_engine_module(
    python: Path,
    module: str,
    arguments: Sequence[str] = (),
    on_line: Callable[[str], object] = lambda line: None,
    check_cancelled: Callable[[], None] = lambda: None,
) -> list[str]:
    """Run ``module``, such as ``engine.environment_check``, and return the lines it prints.

    Args:
        python: The interpreter.
        module: Its dotted name below the package.
        arguments: What follows on the command line.
        on_line: Gets each line as soon as it is printed.
        check_cancelled: Called several times a second; raises to stop.

    Raises:
        EngineError: ENVIRONMENT_MISSING where the interpreter cannot be started or the module fails: the
            message ends with the last line of its complaint, the rest is in the details.
    """
    runner = PLUGIN_FOLDER / "scripts" / "checkout.py"
    command = [str(python), "-s", "-u", str(runner), module, *arguments]
    try:
        process = subprocess.Popen(  # nosec B603: the worker's own Python, our own module
            command,
            env=child_environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise EngineError(
            Code.ENVIRONMENT_MISSING,
            f"{python} cannot be started: {error.strerror or error}. Choose another.",
        ) from error
    printed: queue.SimpleQueue[Optional[str]] = queue.SimpleQueue()
    complaints: list[str] = []
    readers = [
        _reader(process.stdout, printed.put, lambda: printed.put(None)),
        _reader(process.stderr, complaints.append, lambda: None),
    ]
    lines = []
    try:
        while True:
            check_cancelled()
            try:
                line = printed.get(timeout=_POLL_S)
            except queue.Empty:
                continue
            if line is None:
                break
            lines.append(line)
            on_line(line)
        process.wait()
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()
        for reader in readers:
            reader.join(1.0)
    if process.returncode != 0:
        said = [line for line in complaints if line.strip()]
        why = said[-1].strip() if said else describe_exit(process.returncode)
        raise EngineError(
            Code.ENVIRONMENT_MISSING,
            f"{python} does not run what SAM 2 needs ({why}).",
            "\n".join(complaints)[-_TAIL:],
        )
    return lines


def _reader(
    pipe: Optional[IO[bytes]], take: Callable[[str], object], end: Callable[[], object]
) -> threading.Thread:
    def read() -> None:
        if pipe is not None:
            with pipe:
                for line in pipe:
                    take(line.decode("utf-8", errors="replace").rstrip("\r\n"))
        end()

    thread = threading.Thread(target=read, name="sam2-engine-module", daemon=True)
    thread.start()
    return thread
