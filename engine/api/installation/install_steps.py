"""Child processes of an installation: logged, cancellable, told of as they go, and failing in words."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, Optional

from ..environment import child_environment
from ..errors import Code, EngineError
from .install_failures import failure_in_words
from .install_progress import GrowingFile, InstallProgress, ProgressEar, without_progress
from .package_source import AS_USUAL, PackageSource

_POLL_S = 0.1
# A folder of thousands of files is not counted more often.
_COUNT_S = 1.0
_NICENESS = 10


class Steps:
    """Runs the steps of one installation, writing what they print to one log file.

    ``scratch``, once it exists, is where they keep temporary files; ``downloads`` is where packages
    are kept until the installation is whole, so that one that was cut short goes on from there.
    """

    def __init__(
        self,
        log: Path,
        scratch: Path,
        check_cancelled: Callable[[], None],
        source: PackageSource = AS_USUAL,
        downloads: Optional[Path] = None,
        on_progress: Callable[[InstallProgress], object] = lambda progress: None,
        steps: int = 1,
    ) -> None:
        self.scratch = scratch
        self.source = source
        self._log = log
        self._downloads = downloads
        self._check_cancelled = check_cancelled
        self._ear = ProgressEar(steps, on_progress)
        log.write_bytes(b"")

    def begin(self, text: str, expected: int = 0) -> None:
        """The next step begins: ``text`` says in a few words what it does; it downloads about
        ``expected`` bytes."""
        self._ear.begin(text, expected)

    def run(
        self,
        purpose: str,
        command: Sequence[str],
        extra: Optional[Mapping[str, str]] = None,
        confession: Optional[Path] = None,
    ) -> str:
        """Run a command to its end and return its standard output.

        ``purpose`` completes "failed to ..." in the message of a failure; ``extra`` are environment
        variables; ``confession`` is a file where the command tells more about a failure than it prints.

        Raises:
            EngineError: ENVIRONMENT_MISSING with the reason found in the log.
        """
        output = self._log.with_suffix(".out")
        with output.open("wb") as stdout, self._log.open("ab") as stderr:
            stderr.write(f"$ {' '.join(command)}\n".encode())
            stderr.flush()
            start = stderr.tell()
            process = _spawn(command, self._variables(extra or {}), stdout, stderr)
            try:
                self._follow(process, [GrowingFile(output), GrowingFile(self._log, start)])
            finally:
                if process.poll() is None:
                    process.kill()
                    process.wait()
        printed = output.read_text(encoding="utf-8", errors="replace")
        output.unlink()
        with self._log.open("ab") as log:
            log.write(without_progress(printed).encode())
        if process.returncode != 0:
            said = self._log.read_bytes()[start:].decode("utf-8", errors="replace")
            if confession is not None and confession.exists():
                said += confession.read_text(encoding="utf-8", errors="replace")
            raise failure_in_words(purpose, said, process.returncode, self._log, self.source)
        return printed

    def _variables(self, extra: Mapping[str, str]) -> dict[str, str]:
        variables = {**child_environment(), **self.source.variables(), "PYTHONUNBUFFERED": "1", **extra}
        if self.scratch.exists():
            variables.update(dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(self.scratch)))
        if self._downloads is not None:
            variables["PIP_CACHE_DIR"] = str(self._downloads / "pip")
            variables["UV_CACHE_DIR"] = str(self._downloads / "uv")
            variables["PIP_NO_CACHE_DIR"] = variables["UV_NO_CACHE"] = ""
        return {name: value for name, value in variables.items() if value}

    def _follow(self, process: subprocess.Popen[bytes], files: Sequence[GrowingFile]) -> None:
        """Until the process ends, pass on what it says of its downloads."""
        counted = time.monotonic()
        while process.poll() is None:
            self._check_cancelled()
            for file in files:
                for line in file.lines():
                    self._ear.hear(line)
            if self._downloads is not None and time.monotonic() - counted > _COUNT_S:
                self._ear.count(self._downloads)
                counted = time.monotonic()
            time.sleep(_POLL_S)


def _spawn(
    command: Sequence[str], variables: Mapping[str, str], stdout: IO[bytes], stderr: IO[bytes]
) -> subprocess.Popen[bytes]:
    """Start a step, with a lower priority than the window's."""
    flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    flags |= getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0)
    try:
        process = subprocess.Popen(  # nosec B603: our own command lines
            list(command),
            env=dict(variables),
            stdin=subprocess.DEVNULL,
            stdout=stdout,
            stderr=stderr,
            creationflags=flags,
        )
    except OSError as error:
        raise EngineError(
            Code.ENVIRONMENT_MISSING,
            f"{command[0]} could not be started: {error.strerror or error}. Try again; if that does not "
            "help, remove the environment and install it again.",
        ) from error
    if sys.platform != "win32":
        with suppress(OSError):  # it may have ended
            os.setpriority(os.PRIO_PROCESS, process.pid, _NICENESS)
    return process
