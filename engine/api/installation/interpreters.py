"""Finding a Python on this computer from which the worker's environment can be made."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from ..errors import Code, EngineError
from ..link.ask_program import ask_program

# The minor versions of Python 3 the pinned requirements have builds for, best first.
_MINORS = (13, 12, 11, 14, 10)

_QUESTION = """
import importlib.util, json, sys
print(json.dumps({
    "path": sys.executable,
    "version": sys.version_info[:2],
    "venv": all(importlib.util.find_spec(name) for name in ("venv", "ensurepip")),
}))
"""


@dataclass(frozen=True)
class Interpreter:
    """A Python that answered. ``has_venv``: it can make virtual environments."""

    path: Path
    version: tuple[int, int]
    has_venv: bool


def find_interpreter() -> Interpreter:
    """The Python to make the environment from.

    Never this process's own: inside QGIS ``sys.executable`` may be QGIS itself. Every candidate
    is started and asked who it is, since what is called python3.12 may be a launcher for another.

    Raises:
        EngineError: ENVIRONMENT_MISSING when none fits, saying what to install.
    """
    without_venv: Optional[Interpreter] = None
    for candidate in _candidates():
        found = _ask(candidate)
        if found is None or found.version not in {(3, minor) for minor in _MINORS}:
            continue
        if found.has_venv:
            return found
        without_venv = without_venv or found
    if without_venv is not None:
        raise EngineError(
            Code.ENVIRONMENT_MISSING,
            f"{without_venv.path} cannot make virtual environments. "
            "Install its venv module (on Debian and Ubuntu: apt install python3-venv) and try again.",
        )
    raise EngineError(
        Code.ENVIRONMENT_MISSING,
        f"No Python 3.{min(_MINORS)} to 3.{max(_MINORS)} was found on this computer, and SAM 2 needs one. "
        "Install Python (on Debian and Ubuntu: apt install python3 python3-venv) and try again.",
    )


def _candidates() -> Iterator[list[str]]:
    """Command lines that may start a Python, the system's own first."""
    if sys.platform == "win32":
        for minor in _MINORS:
            yield ["py", f"-3.{minor}"]
        yield [str(Path(sys.base_prefix) / "python.exe")]  # QGIS's own, next to its libraries
        return
    yield ["/usr/bin/python3"]
    for minor in _MINORS:
        yield [f"python3.{minor}"]
        if sys.platform == "darwin":
            yield [f"/Library/Frameworks/Python.framework/Versions/3.{minor}/bin/python3"]
            yield [f"/opt/homebrew/bin/python3.{minor}"]
    yield ["python3"]


def _ask(candidate: list[str]) -> Optional[Interpreter]:
    program = shutil.which(candidate[0])
    if program is None:
        return None
    try:
        answer = ask_program([program, *candidate[1:], "-I", "-c", _QUESTION], 30)
        reply = json.loads(answer)
        return Interpreter(Path(reply["path"]), tuple(reply["version"]), reply["venv"])
    except (OSError, subprocess.SubprocessError, ValueError, KeyError):
        return None
