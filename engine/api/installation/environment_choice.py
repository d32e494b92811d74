"""What the user has chosen about the worker's Python: which one, and where packages come from.

Kept in one small file of the data folder, so that the window, qgis_process and scripts agree.
"""

from __future__ import annotations

import dataclasses
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional

from ..errors import Code, EngineError
from ..unwritable import another_data_folder, reason

AUTO, CPU, CUDA = "auto", "cpu", "cuda"
BUILDS = (AUTO, CPU, CUDA)

_FILE = "environment.json"


@dataclass(frozen=True)
class Choice:
    """Empty values mean: as usual.

    ``python`` is an interpreter of the user's own to run the worker with; "" is the environment
    that SAM 2 Toolbox makes. The rest is about making it: ``index_url`` of a package index,
    ``wheels`` a folder of wheels to install from without network, ``certificates`` a PEM file of
    certificates to trust, ``build`` the build of PyTorch (``BUILDS``).
    """

    python: str = ""
    index_url: str = ""
    wheels: str = ""
    certificates: str = ""
    build: str = AUTO


AS_USUAL = Choice()


def read_choice(folder: Path) -> Choice:
    """What was chosen; for what is missing or damaged in the file, the defaults."""
    try:
        stored = json.loads((folder / _FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return Choice()
    if not isinstance(stored, dict):
        return Choice()
    names = [field.name for field in dataclasses.fields(Choice)]
    known: dict[str, Any] = {name: stored[name] for name in names if isinstance(stored.get(name), str)}
    choice = Choice(**known)
    return choice if choice.build in BUILDS else dataclasses.replace(choice, build=AUTO)


def write_choice(folder: Path, choice: Choice) -> None:
    """Keep what was chosen. The file is the user's alone: an index's address may hold a password.

    Raises:
        EngineError: OUTPUT_FAILED if the folder cannot be written.
    """
    try:
        _write(folder, choice)
    except OSError as error:
        raise EngineError(
            Code.OUTPUT_FAILED,
            f"Nothing can be written to {folder}: {reason(error)}. {another_data_folder(error)}",
        ) from error


def _write(folder: Path, choice: Choice) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / f"{_FILE}.{os.getpid()}.part"
    try:
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump(dataclasses.asdict(choice), file, indent=1)
        os.replace(part, folder / _FILE)
    finally:
        part.unlink(missing_ok=True)


def python_of(chosen: str) -> Optional[Path]:
    """The interpreter that a user means by a file, or by the folder of an environment; None without one."""
    path = Path(chosen).expanduser().absolute()
    if path.is_file():
        return path
    inside = ("bin/python", "bin/python3", "Scripts/python.exe", "python.exe")
    return next((path / name for name in inside if (path / name).is_file()), None)
