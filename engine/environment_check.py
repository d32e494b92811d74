"""Run by the environment it checks: loads all the worker needs and prints versions as JSON."""

from __future__ import annotations

import importlib
import json
import platform
import sys
from importlib.metadata import version

import pyproj
import rasterio.crs
import torch

from .model.sam2_package import MODEL_CLASSES, model_class

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
_OTHER_MODULES = ("numpy", "shapely", "cv2", "yaml", "affine")


def main() -> None:
    """Import everything, compute one small thing where data files or kernels matter, and report."""
    for name in _OTHER_MODULES:
        importlib.import_module(name)
    if float((torch.ones(2, 2) @ torch.ones(2, 1)).sum()) != 4.0:
        raise SystemExit("PyTorch multiplies matrices wrongly on this processor")
    rasterio.crs.CRS.from_epsg(3857).to_wkt()
    pyproj.CRS.from_epsg(3857).to_wkt()
    for target in MODEL_CLASSES:
        model_class(target)
    facts = {
        "python": platform.python_version(),
        "versions": {name: version(name) for name in _DISTRIBUTIONS},
        "cuda": torch.cuda.is_available(),
    }
    sys.stdout.write(json.dumps(facts) + "\n")


if __name__ == "__main__":
    main()
