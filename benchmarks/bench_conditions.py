"""What every benchmark of this folder prints first, and the rasters and settings they share."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import os
import platform
import runpy
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
ON_WORKERS = ROOT / "benchmarks" / "on_workers"

# With objects planted in random weights about a tenth of the candidates passes the first, most of
# those the second.
SETTINGS = {"pred_iou_thresh": 0.9, "stability_score_thresh": 0.93}


def say_conditions(packages: tuple[str, ...] = ("torch", "numpy")) -> None:
    """The command, the machine, the load and the versions, as lines of text."""
    found = [f"{name} {importlib.metadata.version(name)}" for name in packages]
    print(f"command   {' '.join([Path(sys.executable).name, *sys.orig_argv[1:]])}")  # noqa: T201
    print(f"machine   {_processor()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")  # noqa: T201
    print(f"versions  Python {platform.python_version()}, {', '.join(found)}")  # noqa: T201


def load_checkout() -> None:
    """Make ``import sam2_toolbox`` work."""
    runpy.run_path(str(ROOT / "tests" / "conftest.py"))


def planted_loader() -> Callable[..., Any]:
    """``load_planted`` as the workers of a cluster import it."""
    spec = importlib.util.spec_from_file_location("planted_model", ON_WORKERS / "planted_model.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["planted_model"] = module
    spec.loader.exec_module(module)
    loader: Callable[..., Any] = module.load_planted
    return loader


def write_noise(path: Path, width: int, height: int) -> None:
    """A tiled 8-bit RGB GeoTIFF of soft noise: nothing in it is blank, nothing compresses well."""
    import cv2
    import numpy as np
    import rasterio

    coarse = np.random.default_rng(7).integers(0, 256, (height // 8 + 1, width // 8 + 1, 3), dtype=np.uint8)
    rgb = cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC)
    profile = {
        "driver": "GTiff",
        "width": width,
        "height": height,
        "count": 3,
        "dtype": "uint8",
        "crs": "EPSG:32632",
        "transform": rasterio.Affine(0.5, 0, 500000, 0, -0.5, 5500000),
        "tiled": True,
        "compress": "deflate",
        "photometric": "RGB",
    }
    with rasterio.open(path, "w", **profile) as file:
        file.write(rgb.transpose(2, 0, 1))


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
        return next(line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor() or platform.machine()
