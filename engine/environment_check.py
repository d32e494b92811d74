"""Run by the environment it checks: loads all the worker needs and prints versions as JSON."""

from __future__ import annotations

import importlib
import json
import platform
import sys
import types
from importlib.machinery import PathFinder
from importlib.metadata import version

_DISTRIBUTIONS = (
    "torch",
    "numpy",
    "rasterio",
    "shapely",
    "pyproj",
    "opencv-python-headless",
    "PyYAML",
    "sam2",
)
_MODULES = ("numpy", "rasterio", "shapely", "pyproj", "cv2", "yaml", "affine")
_SAM2_MODULES = (
    "sam2_base",
    "memory_attention",
    "memory_encoder",
    "backbones.hieradet",
    "backbones.image_encoder",
)


def main() -> None:
    """Import, compute one small thing with each of torch, rasterio and pyproj, and report."""
    for name in _MODULES:
        importlib.import_module(name)
    import pyproj
    import rasterio.crs
    import torch

    if float((torch.ones(2, 2) @ torch.ones(2, 1)).sum()) != 4.0:
        raise SystemExit("PyTorch computes 2 x 2 wrongly")
    rasterio.crs.CRS.from_epsg(3857).to_wkt()
    pyproj.CRS.from_epsg(3857).to_wkt()
    _load_sam2()
    facts = {
        "python": platform.python_version(),
        "versions": {name: version(name) for name in _DISTRIBUTIONS},
        "cuda": torch.cuda.is_available(),
    }
    sys.stdout.write(json.dumps(facts) + "\n")


def _load_sam2() -> None:
    # sam2/__init__ starts Hydra, which is not installed: a bare package takes its place
    spec = PathFinder.find_spec("sam2")
    if spec is None or spec.submodule_search_locations is None:
        raise SystemExit("the package sam2 is not installed")
    package = types.ModuleType("sam2")
    package.__path__ = list(spec.submodule_search_locations)
    sys.modules["sam2"] = package
    for name in _SAM2_MODULES:
        importlib.import_module(f"sam2.modeling.{name}")


if __name__ == "__main__":
    # the folder of this file holds modules of ours that must not hide others
    sys.path.pop(0)
    main()
