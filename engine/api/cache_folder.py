"""Where encoded windows are kept on disk, and how much room they may take.

The limit belongs to the folder, not to a run: it holds for every QGIS and every algorithm that
uses the folder.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from pathlib import Path

from .environment import home_folder
from .settings_file import read_values

DEFAULT_LIMIT_MB = 4096

_LIMIT_FILE = "limit.json"
_LARGEST_LIMIT_MB = 1 << 30


def cache_folder() -> Path:
    """The folder that is set for what can be made again, else the usual one. It may not exist yet."""
    chosen = read_values().get("cache_folder")
    return Path(chosen) if isinstance(chosen, str) and os.path.isabs(chosen) else usual_folder()


def usual_folder() -> Path:
    """The user's folder for what can be made again, unless another is set: below SAM2_TOOLBOX_HOME, else the
    platform's own place, which backups leave out."""
    chosen = os.environ.get("SAM2_TOOLBOX_HOME")
    if chosen:
        return Path(chosen).expanduser().absolute() / "cache"
    home = home_folder()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "sam2_toolbox" / "cache"
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "sam2_toolbox"
    return Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache") / "sam2_toolbox"


def read_limit_mb(folder: Path) -> int:
    """The room a cache folder may take, in MB of 1,000,000 bytes; the default where none was set."""
    try:
        limit = json.loads((folder / _LIMIT_FILE).read_text(encoding="utf-8"))["limit_mb"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return DEFAULT_LIMIT_MB
    return limit if type(limit) is int and 0 <= limit <= _LARGEST_LIMIT_MB else DEFAULT_LIMIT_MB


def write_limit_mb(folder: Path, limit_mb: int) -> None:
    """Set the room a cache folder may take; 0 keeps nothing on disk.

    Raises:
        OSError: if the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / f"{_LIMIT_FILE}.{os.getpid()}.part"
    try:
        part.write_text(json.dumps({"limit_mb": int(limit_mb)}), encoding="utf-8")
        os.replace(part, folder / _LIMIT_FILE)
    finally:
        part.unlink(missing_ok=True)


def kept_bytes(folder: Path) -> int:
    """What a cache folder takes now."""
    size = 0
    for path in folder.rglob("*"):
        with suppress(OSError):  # another process may remove it meanwhile
            size += path.stat().st_size
    return size


def empty(folder: Path) -> None:
    """Remove everything kept in a cache folder but its limit; files in use elsewhere stay.

    Whatever this package did not put there is left alone.
    """
    for path in [*folder.glob("*/*/*.window"), *folder.glob("*/*/*.part"), *folder.glob("*/*.json")]:
        with suppress(OSError):
            path.unlink()
    for path in sorted(folder.glob("*/*"), reverse=True):
        with suppress(OSError):
            path.rmdir()
