"""Ours beside segment-geospatial (samgeo, PyPI) on the same raster, from the file to the polygons.

    python -P benchmarks/bench_peers.py [points_per_side] [side]

with any Python that has our package's requirements. The first run makes an environment for samgeo in
the data folder, on top of that of the reference tests (tests/requirements-reference.txt, made by
scripts/test.sh, or SAM2_TOOLBOX_REFERENCE_PYTHON). Both run Meta's sam2_hiera_tiny with the same
seeded weights and objects planted (tests/engine/planted_objects.py) on one raster of ``side`` (1024)
pixels, one after the other in one process on one thread; memory is the peak above the loaded models
(Linux). samgeo writes a raster in which each pixel belongs to one object and traces that, so its
polygons never overlap; ours may, which is why the counts differ.
"""

# ruff: noqa: T201 - the environment comes first; its output is for people

from __future__ import annotations

import os

os.environ["OMP_NUM_THREADS"] = "1"

import importlib.util
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.append(str(Path(__file__).resolve().parent))
from bench_conditions import SETTINGS, load_checkout, planted_loader, say_conditions, write_noise

load_checkout()

PEER = "segment-geospatial==1.4.2"
CONFIG = "configs/sam2/sam2_hiera_t.yaml"


def in_own_environment() -> int:
    """Run this script again in an environment with samgeo, made if it is missing."""
    from sam2_toolbox.engine.api.environment import data_folder, python_in

    folder = data_folder() / "benchmarks" / PEER
    python = python_in(folder)
    if not (folder / "complete").exists():
        reference = python_in(data_folder() / "tests" / "reference-python")
        base = Path(os.environ.get("SAM2_TOOLBOX_REFERENCE_PYTHON") or reference)
        if not base.exists():
            print(f"The reference environment is missing: {base}. Run scripts/test.sh once.", file=sys.stderr)
            return 1
        print(f"Making the environment of {PEER} in {folder}.", file=sys.stderr)
        subprocess.run([base, "-m", "venv", "--clear", folder], check=True)
        where = [base, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
        packages = subprocess.run(where, check=True, stdout=subprocess.PIPE, text=True).stdout
        ours = subprocess.run([python, *where[1:]], check=True, stdout=subprocess.PIPE, text=True).stdout
        (Path(ours.strip()) / "reference.pth").write_text(packages)
        pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, PEER], check=True)
        (folder / "complete").touch()
    return subprocess.run([python, "-P", __file__, *sys.argv[1:]], check=False).returncode


def seeded_checkpoint(folder: Path) -> Path:
    """Random weights in the shape of Meta's tiny model."""
    import torch
    from sam2.build_sam import build_sam2

    torch.manual_seed(3)
    path = folder / "seeded.pt"
    torch.save({"model": build_sam2(CONFIG, device="cpu").state_dict()}, path)
    return path


def peer(checkpoint: Path, points: int) -> Callable[[Path, Path], int]:
    """Samgeo with its model loaded: raster and folder in, number of polygons out."""
    import geopandas
    import sam2.build_sam
    from sam2_toolbox.tests.engine.planted_objects import plant_objects
    from samgeo import SamGeo2

    # Its own way to a checkpoint is a download.
    sam2.build_sam._hf_download = lambda model_id: (CONFIG, str(checkpoint))
    sam = SamGeo2(model_id="sam2-hiera-tiny", device="cpu", points_per_side=points, **SETTINGS)
    plant_objects(sam.mask_generator.predictor.model)

    def segment(raster: Path, folder: Path) -> int:
        masks, polygons = folder / "masks.tif", folder / "masks.gpkg"
        sam.generate(str(raster), output=str(masks))
        sam.raster_to_vector(str(masks), str(polygons))
        return len(geopandas.read_file(polygons))

    return segment


def ours(checkpoint: Path, points: int) -> Callable[[Path, Path], int]:
    """Ours with its model loaded."""
    from sam2_toolbox.engine.api.parameters.params import AutomaticMasksParams
    from sam2_toolbox.engine.jobs import segment_everything

    settings = {"device": "cpu", "threads": 1, "points_per_side": points, "checkpoint": str(checkpoint)}
    loaded = planted_loader()(AutomaticMasksParams(**settings, **SETTINGS), _Quiet())

    def segment(raster: Path, folder: Path) -> int:
        params = AutomaticMasksParams(input=str(raster), tile_size=0, **settings, **SETTINGS)
        return int(segment_everything(params, _Quiet(), lambda *_: loaded)["count"])

    return segment


class _Quiet:
    """A ``Report`` nobody hears."""

    def progress(self, fraction: float, text: str = "") -> None: ...

    def log(self, text: str, level: str = "info") -> None: ...

    def features(self, features: Any) -> None: ...

    def check_cancelled(self) -> None: ...


def memory_mb(line: str) -> float:
    """A line of /proc/self/status in MB."""
    status = Path("/proc/self/status").read_text().splitlines()
    return next(int(text.split()[1]) for text in status if text.startswith(line)) / 1024


def main() -> None:
    """Print a table."""
    points = int(sys.argv[1]) if len(sys.argv) > 1 else 16
    side = int(sys.argv[2]) if len(sys.argv) > 2 else 1024
    say_conditions(("segment-geospatial", "sam2", "torch", "numpy"))
    import torch

    torch.set_num_threads(1)
    with tempfile.TemporaryDirectory() as name:
        os.environ["SAM2_TOOLBOX_HOME"] = name
        folder = Path(name)
        raster = folder / "noise.tif"
        write_noise(raster, side, side)
        checkpoint = seeded_checkpoint(folder)
        runs = {"samgeo": peer(checkpoint, points), "ours": ours(checkpoint, points)}
        print(f"\n{points} x {points} points, {side} x {side} pixels")
        print("          CPU s   peak MB   polygons")
        seconds = {}
        for which, segment in runs.items():
            Path("/proc/self/clear_refs").write_text("5")  # the peak starts again at the present size
            before, started = memory_mb("VmRSS"), time.process_time()
            count = segment(raster, folder)
            seconds[which] = time.process_time() - started
            print(f"{which:8}{seconds[which]:7.1f}{memory_mb('VmHWM') - before:10.0f}{count:11}", flush=True)
    print(f"samgeo / ours: {seconds['samgeo'] / seconds['ours']:.2f}")


if __name__ == "__main__":
    if importlib.util.find_spec("samgeo") is None:
        sys.exit(in_own_environment())
    main()
