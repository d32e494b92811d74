"""The file that keeps what the user has set: JSON by name, in the user's data folder.

One file for the window, qgis_process, scripts and the worker; ``settings.py`` says what is in it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from typing import Any

from .environment import data_folder

_NAME = "settings.json"


def read_values() -> dict[str, Any]:
    """What is kept; nothing where the file is not there or damaged."""
    try:
        values = json.loads((data_folder() / _NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return values if isinstance(values, dict) else {}


def change_values(changes: Mapping[str, Any]) -> None:
    """Keep these values and all others, those of other versions included.

    Raises:
        OSError: if the file cannot be written; it is then as it was.
    """
    folder = data_folder()
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / f"{_NAME}.{os.getpid()}.part"
    try:
        part.write_text(json.dumps({**read_values(), **changes}, indent=1), encoding="utf-8")
        os.replace(part, folder / _NAME)
    finally:
        part.unlink(missing_ok=True)
