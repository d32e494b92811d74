"""Which packages this process has, and in which versions."""

from __future__ import annotations

import importlib.metadata
import platform

# Distributions whose versions a bug report and a run record need.
PACKAGES = ("numpy", "torch", "sam2", "rasterio", "shapely", "pyproj", "opencv-python-headless", "pillow")


def versions() -> dict[str, str]:
    """Versions by name, without importing anything; a package that is missing is left out."""
    versions = {"python": platform.python_version()}
    for package in PACKAGES:
        try:
            versions[package] = importlib.metadata.version(package)
        except importlib.metadata.PackageNotFoundError:
            continue
    return versions
