"""Where the worker's Python lives, and the clean environment it is started in.

Nothing here installs anything: ``environment_setup`` does.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Mapping
from ntpath import normcase
from pathlib import Path
from typing import Any, Optional

from .errors import Code, EngineError
from .installation.environment_choice import python_of, read_choice

PLUGIN_FOLDER = Path(__file__).resolve().parent.parent.parent
REQUIREMENTS = PLUGIN_FOLDER / "resources" / "requirements-worker.txt"

# Written last, so an installation that was cut short is never taken for a whole one.
MARKER = "complete.json"

# What QGIS, its launchers and a shell set for their own Python, GDAL and Qt. Each of these has
# been seen to break a child with another Python: PYTHONHOME takes its standard library away,
# PYTHONEXECUTABLE its prefix (even with -E or -I), PROJ_DATA its EPSG database.
_FOREIGN_PREFIXES = ("PYTHON", "DYLD_", "OSGEO4W_", "O4W_")
_FOREIGN = frozenset(
    {
        "__PYVENV_LAUNCHER__",
        "VIRTUAL_ENV",
        "PROJ_LIB",
        "PROJ_DATA",
        "GDAL_DATA",
        "GDAL_DRIVER_PATH",
        "GDAL_PAM_PROXY_DIR",
        "GDAL_PYTHON_DRIVER_PATH",
        "LD_LIBRARY_PATH",
        "LD_PRELOAD",
        "QT_PLUGIN_PATH",
        "QT_QPA_PLATFORM_PLUGIN_PATH",
    }
)


class EnvironmentMissing(EngineError):
    """There is no Python for the worker. ``what`` is the message without the way on, for a window
    that has the way on as a button."""

    def __init__(self, what: str) -> None:
        way_on = f"Open Settings > Options > SAM 2 Toolbox in QGIS, or run this once: {setup_command()}"
        super().__init__(Code.ENVIRONMENT_MISSING, f"{what} {way_on}")
        self.what = what


def home_folder() -> Path:
    """The user's home; the root, as Qt has it, for a user without one: nothing can be written there, which
    every message about it says."""
    try:
        return Path.home()
    except RuntimeError:
        return Path(os.sep)


def data_folder() -> Path:
    """The user's folder for what is too large for the plugin: SAM2_TOOLBOX_HOME, else the
    platform's own place for application data. It may not exist yet."""
    chosen = os.environ.get("SAM2_TOOLBOX_HOME")
    if chosen:
        return Path(chosen).expanduser().absolute()
    home = home_folder()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "sam2_toolbox"
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "sam2_toolbox"
    return Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share") / "sam2_toolbox"


def models_folder() -> Path:
    """Where checkpoints that do not come with the plugin are looked for."""
    return data_folder() / "models"


def environment_folder() -> Path:
    """Where the worker's environment is made."""
    return data_folder() / "environment"


def python_in(environment: Path) -> Path:
    """The interpreter of a virtual environment."""
    return environment / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def requirements_digest() -> str:
    """SHA-256 of the pinned requirements; an environment made from others is out of date."""
    return hashlib.sha256(REQUIREMENTS.read_bytes()).hexdigest()


def read_marker(environment: Path) -> Optional[dict[str, Any]]:
    """What the installation wrote when it was complete; None when it never was."""
    try:
        marker = json.loads((environment / MARKER).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return marker if isinstance(marker, dict) else None


def worker_python() -> Path:
    """The Python that runs the worker: SAM2_TOOLBOX_PYTHON, else the one the user has chosen, else the
    installed environment's.

    Raises:
        EngineError: ENVIRONMENT_MISSING, saying what to do.
    """
    named = os.environ.get("SAM2_TOOLBOX_PYTHON")
    if named:
        python = Path(named).expanduser().absolute()
        if not python.is_file():
            raise EngineError(
                Code.ENVIRONMENT_MISSING,
                f"SAM2_TOOLBOX_PYTHON names {python}, which does not exist. "
                "Point it at a Python with the requirements of SAM 2 Toolbox, or unset it.",
            )
        return python
    chosen = read_choice(data_folder()).python
    if chosen:
        own = python_of(chosen)
        if own is None:
            raise EnvironmentMissing(f"The Python chosen for SAM 2, {chosen}, is not there any more.")
        return own
    environment = environment_folder()
    marker = read_marker(environment)
    python = python_in(environment)
    if marker is None or not python.exists():
        raise EnvironmentMissing(f"The Python environment that runs SAM 2 is not installed in {environment}.")
    if marker.get("requirements") != requirements_digest():
        raise EnvironmentMissing(
            f"The Python environment in {environment} was made for another version of SAM 2 Toolbox."
        )
    return python


def setup_command() -> str:
    """The command line that installs the environment, for messages."""
    script = PLUGIN_FOLDER / "scripts" / "make_environment.py"
    return f'{"py -3" if sys.platform == "win32" else "python3"} "{script}"'


def worker_command() -> list[str]:
    """The command line of the worker.

    Raises:
        EngineError: ENVIRONMENT_MISSING.
    """
    return [str(worker_python()), "-s", "-u", str(PLUGIN_FOLDER / "engine")]


def child_environment(
    base: Optional[Mapping[str, str]] = None, platform: str = sys.platform
) -> dict[str, str]:
    """Environment variables for a child with another Python than this one.

    ``base`` (default: this process's) less everything that belongs to QGIS's Python, GDAL, PROJ
    and Qt; on Windows also less QGIS's folders in PATH, whose libraries clash with torch's.
    """
    variables = dict(os.environ if base is None else base)
    kept = {name: value for name, value in variables.items() if not _is_foreign(name)}
    if platform == "win32":
        for name in kept:
            if name.upper() == "PATH":
                kept[name] = _path_without(kept[name], _qgis_folders(variables))
    return kept


def _is_foreign(name: str) -> bool:
    name = name.upper()  # Windows keeps the case it was given and ignores it
    return name in _FOREIGN or name.startswith(_FOREIGN_PREFIXES)


def _qgis_folders(variables: Mapping[str, str]) -> list[str]:
    """The roots below which QGIS for Windows keeps its libraries."""
    roots = [variables.get("OSGEO4W_ROOT", ""), variables.get("QGIS_PREFIX_PATH", "")]
    # <root>\apps\Python312: the root, even where the variable holds its short (8.3) name
    prefix = Path(sys.prefix)
    if prefix.parent.name.lower() == "apps":
        roots.append(str(prefix.parent.parent))
    return [root for root in roots if root]


def _path_without(path: str, roots: list[str]) -> str:
    below = tuple(normcase(root).rstrip("\\") + "\\" for root in roots)
    kept = [
        folder
        for folder in path.split(";")
        if folder and not (normcase(folder).rstrip("\\") + "\\").startswith(below)
    ]
    return ";".join(kept)
