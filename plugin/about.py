"""Which QGIS this is, for a bug report."""

from __future__ import annotations

import platform
from configparser import ConfigParser
from pathlib import Path

from qgis.core import Qgis
from qgis.PyQt.QtCore import QT_VERSION_STR

METADATA = Path(__file__).resolve().parent.parent / "metadata.txt"


def versions_here() -> dict[str, str]:
    """Versions of the plugin and of what it runs in, by name."""
    metadata = ConfigParser(interpolation=None)
    metadata.read(METADATA, encoding="utf-8")
    return {
        "SAM 2 Toolbox": metadata.get("general", "version", fallback="?"),
        "QGIS": Qgis.QGIS_VERSION,
        "Qt": QT_VERSION_STR,
        "Python of QGIS": platform.python_version(),
    }
