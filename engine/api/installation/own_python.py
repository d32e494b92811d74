"""A Python of the user's own, or of conda's, that is to run the worker."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..environment import home_folder
from ..errors import Code, EngineError
from ..link.ask_program import ask_program
from ..link.engine_module import run_engine_module
from .environment_choice import python_of
from .pins import read_pins

_OLDEST = (3, 10)

# The modules that are imported, by the distribution that brings them. sam2 is looked for, not
# imported: its __init__ wants Hydra, which the worker does without.
_MODULES = {
    "torch": "torch",
    "numpy": "numpy",
    "rasterio": "rasterio",
    "shapely": "shapely",
    "pyproj": "pyproj",
    "opencv-python-headless": "cv2",
    "PyYAML": "yaml",
    "affine": "affine",
    "networkx": "networkx",
    "pillow": "PIL",
    "iopath": "iopath",
    "sam2": "sam2",
}

_QUESTION = """
import importlib.util, json, sys
print(json.dumps({
    "path": sys.executable,
    "version": sys.version_info[:2],
    "missing": [name for name in sys.argv[1:] if importlib.util.find_spec(name) is None],
}))
"""


@dataclass(frozen=True)
class OwnPython:
    """A Python that runs the worker. ``notes`` are the packages in other versions than those tested."""

    path: Path
    python: str
    versions: dict[str, str]
    cuda: bool
    notes: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """What it is, in words."""
        said = f"{self.path} runs SAM 2: Python {self.python}, PyTorch {self.versions.get('torch', '?')}."
        if self.notes:
            said += f" Tested with other versions: {', '.join(self.notes)}."
        return said


def check_own_python(chosen: str, check_cancelled: Callable[[], None] = lambda: None) -> OwnPython:
    """Have a Python load everything the worker needs.

    Args:
        chosen: An interpreter, or the folder of a virtual or conda environment.
        check_cancelled: Called several times a second; raises to stop.

    Raises:
        EngineError: ENVIRONMENT_MISSING, saying what it lacks.
    """
    path = python_of(chosen)
    if path is None:
        raise _refused(
            f"There is no Python in {chosen}. Choose an interpreter or the folder of an environment."
        )
    facts = _ask(path)
    if tuple(facts["version"]) < _OLDEST:
        found, oldest = ".".join(map(str, facts["version"])), ".".join(map(str, _OLDEST))
        raise _refused(f"{path} is Python {found}; SAM 2 needs {oldest} or newer.")
    missing = [name for name, module in _MODULES.items() if module in facts["missing"]]
    if missing:
        raise _refused(
            f"{path} lacks {', '.join(missing)}. Install what resources/requirements-worker.txt lists into "
            "it, or choose another Python."
        )
    loaded = json.loads(
        run_engine_module(path, "engine.environment_check", check_cancelled=check_cancelled)[-1]
    )
    return OwnPython(path, loaded["python"], loaded["versions"], loaded["cuda"], _notes(loaded["versions"]))


def conda_environments() -> list[Path]:
    """The folders of conda's environments, from the list that conda keeps of them."""
    try:
        lines = (home_folder() / ".conda" / "environments.txt").read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        lines = []
    folders = [*lines, os.environ.get("CONDA_PREFIX", "")]
    found = [Path(folder) for folder in dict.fromkeys(folders) if folder]
    return [folder for folder in found if python_of(str(folder)) is not None]


def _ask(path: Path) -> dict[str, Any]:
    try:
        answer = ask_program([str(path), "-s", "-c", _QUESTION, *_MODULES.values()], 60)
        facts: dict[str, Any] = json.loads(answer)
    except (OSError, subprocess.SubprocessError, ValueError) as error:
        raise _refused(f"{path} does not answer as a Python does. Choose another one.") from error
    return facts


def _notes(versions: dict[str, str]) -> tuple[str, ...]:
    pinned = {
        name: [line.partition("==")[2].partition(";")[0].strip() for line in lines]
        for name, lines in read_pins().items()
    }
    return tuple(
        f"{name} {version} ({' or '.join(pinned[name])})"
        for name, version in versions.items()
        if name in pinned and version.partition("+")[0] not in pinned[name]
    )


def _refused(sentence: str) -> EngineError:
    return EngineError(Code.ENVIRONMENT_MISSING, sentence)
