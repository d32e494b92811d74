"""A short question to another program: what it prints, or an error."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence

from ..environment import child_environment


def ask_program(command: Sequence[str], patience_s: float) -> bytes:
    """Run a program to its end and return its standard output.

    It gets the clean environment of our other children, no input and no window.

    Raises:
        OSError: if it cannot be started.
        subprocess.SubprocessError: if it fails, or takes longer than ``patience_s`` seconds.
    """
    return subprocess.run(  # nosec B603: programs on this computer that the caller names
        command,
        env=child_environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=patience_s,
        check=True,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    ).stdout
