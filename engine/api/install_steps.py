"""Child processes of an installation: logged, cancellable, and failing in words."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Optional

from .environment import child_environment
from .errors import Code, EngineError

# What the tail of a failed step's log says, and what that means to the user.
_REASONS = (
    (("No space left on device", "Errno 28"), "the disk is full. Free some space and try again"),
    (
        ("CERTIFICATE_VERIFY_FAILED", "SSLError", "UnknownIssuer"),
        "the connection's certificate was not trusted. Behind a company proxy, set PIP_CERT to its "
        "certificate file and try again",
    ),
    (
        ("NewConnectionError", "ConnectionError", "NameResolution", "Temporary failure", "ConnectTimeout",
         "ReadTimeout", "ProxyError", "Network is unreachable", "Connection refused", "dns error"),
        "the package index could not be reached. Check the internet connection, or pip's proxy settings, "
        "and try again",
    ),
    (
        ("No matching distribution", "Could not find a version", "No solution found"),
        "the package index has no build for this computer's Python and processor. Install another "
        "Python (3.10 to 3.14, 64 bit) and try again",
    ),
    (("Permission denied", "Errno 13"), "a folder could not be written. Check its permissions and try again"),
)  # fmt: skip


class Steps:
    """Runs the steps of one installation, writing what they print to one log file.

    ``scratch``, once it exists, is where they keep temporary files.
    """

    def __init__(self, log: Path, scratch: Path, check_cancelled: Callable[[], None]) -> None:
        self._log = log
        self.scratch = scratch
        self._check_cancelled = check_cancelled
        log.write_bytes(b"")

    def pip(
        self, python: Path, purpose: str, arguments: Sequence[str], extra: Optional[Mapping[str, str]] = None
    ) -> str:
        """Run ``pip install``; see ``run``."""
        command = [str(python), "-s", "-m", "pip", "install", "--no-input", "--progress-bar", "off"]
        quiet = {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_ROOT_USER_ACTION": "ignore", **(extra or {})}
        return self.run(purpose, [*command, *arguments], quiet)

    def run(self, purpose: str, command: Sequence[str], extra: Optional[Mapping[str, str]] = None) -> str:
        """Run a command to its end and return its standard output.

        ``purpose`` completes "could not ..." in the message of a failure.

        Raises:
            EngineError: ENVIRONMENT_MISSING with the reason found in the log.
        """
        variables = {**child_environment(), **(extra or {})}
        if self.scratch.exists():
            variables.update(dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(self.scratch)))
        output = self._log.with_suffix(".out")
        with output.open("wb") as stdout, self._log.open("ab") as stderr:
            stderr.write(f"$ {' '.join(command)}\n".encode())
            stderr.flush()
            start = stderr.tell()
            process = subprocess.Popen(  # nosec B603: our own command lines
                command,
                env=variables,
                stdin=subprocess.DEVNULL,
                stdout=stdout,
                stderr=stderr,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
            try:
                while process.poll() is None:
                    self._check_cancelled()
                    time.sleep(0.1)
            finally:
                if process.poll() is None:
                    process.kill()
                    process.wait()
        printed = output.read_text(encoding="utf-8", errors="replace")
        output.unlink()
        with self._log.open("ab") as log:
            log.write(printed.encode())
        if process.returncode != 0:
            said = self._log.read_bytes()[start:].decode("utf-8", errors="replace")
            raise _failure(purpose, said, process.returncode, self._log)
        return printed


def _failure(purpose: str, said: str, returncode: int, log: Path) -> EngineError:
    reason = next(
        (meaning for words, meaning in _REASONS if any(word in said for word in words)),
        f"the step ended with exit code {returncode}",
    )
    return EngineError(
        Code.ENVIRONMENT_MISSING,
        f"SAM 2's environment could not be made (failed to {purpose}): {reason}. What was tried is in {log}.",
        details=said[-4000:],
    )
