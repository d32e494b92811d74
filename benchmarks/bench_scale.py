"""Does the time per tile stay flat, and do two workers of a cluster halve it?

    python -P benchmarks/bench_scale.py [points_per_side]

in the worker's environment with resources/requirements-cluster.txt. The bundled model's
architecture with objects planted (tests/engine/planted_objects.py), tiles of 512 pixels that
overlap by 64, the whole job from the file to the features.

1. Rasters of 1, 4, 16 and 64 tiles in this process on one thread: CPU seconds per tile. The bar:
   the largest within 10 % of the smallest.
2. Thirty-six tiles here, on one and on two cluster workers of one thread each: wall seconds from the
   moment the (first) model is loaded to the last feature. The bar: two at least 1.8 times as fast as
   one, all features equal. Needs two quiet cores.
"""

# ruff: noqa: E402, T201 - paths are set first; its output is for people

from __future__ import annotations

import os

os.environ["OMP_NUM_THREADS"] = "1"

import sys
import tempfile
import time
from pathlib import Path
from typing import Any

sys.path.append(str(Path(__file__).resolve().parent))
from bench_conditions import ON_WORKERS, SETTINGS, load_checkout, planted_loader, say_conditions, write_noise

load_checkout()

from sam2_toolbox.engine.api.features import Feature
from sam2_toolbox.engine.api.parameters.params import AutomaticMasksParams
from sam2_toolbox.engine.jobs import segment_everything
from sam2_toolbox.tests.engine.dask_processes import DaskProcesses

TILE, OVERLAP = 512, 64
SIDES = (1, 2, 4, 8)
SIDE_ON_CLUSTER = 6  # fewer tiles would time how the second worker starts
FLAT, FASTER = 1.10, 1.8


class Heard:
    """A ``Report`` that keeps the features and when the model was loaded."""

    def __init__(self) -> None:
        self.found: list[Feature] = []
        self.loaded = 0.0

    def progress(self, fraction: float, text: str = "") -> None:
        if text == "reading the range of values":
            self.loaded = time.perf_counter()

    def log(self, text: str, level: str = "info") -> None: ...

    def features(self, features: list[Feature]) -> None:
        self.found.extend(features)

    def check_cancelled(self) -> None: ...


def run(path: Path, points: int, load: Any, scheduler: str = "") -> Heard:
    params = AutomaticMasksParams(
        input=str(path),
        device="cpu",
        threads=1,
        points_per_side=points,
        tile_size=TILE,
        overlap=OVERLAP,
        scheduler=scheduler,
        **SETTINGS,
    )
    heard = Heard()
    segment_everything(params, heard, load)
    return heard


def raster_of(folder: Path, side: int) -> Path:
    """A raster of ``side`` x ``side`` tiles."""
    path = folder / f"{side}.tif"
    pixels = side * (TILE - OVERLAP) + OVERLAP
    if not path.exists():
        write_noise(path, pixels, pixels)
    return path


def flat(folder: Path, points: int, load: Any) -> bool:
    """Print CPU seconds per tile for growing rasters; whether they are within the bar."""
    loaded = load(AutomaticMasksParams(device="cpu", threads=1, points_per_side=points, **SETTINGS), Heard())
    run(raster_of(folder, 1), points, lambda params, report: loaded)  # what only the first run does
    print("\n  tiles   CPU s   CPU s per tile   objects")
    costs = []
    for side in SIDES:
        path = raster_of(folder, side)
        started = time.process_time()
        heard = run(path, points, lambda params, report: loaded)
        seconds = time.process_time() - started
        costs.append(seconds / side**2)
        print(f"{side**2:7}{seconds:8.1f}{costs[-1]:17.3f}{len(heard.found):10}", flush=True)
    ratio = max(costs) / min(costs)
    print(f"largest / smallest: {ratio:.3f} (bar {FLAT})")
    return ratio <= FLAT


def cluster(folder: Path, points: int, load: Any) -> bool:
    """Print wall seconds here, on one and on two workers; whether they are within the bar and equal."""
    path = raster_of(folder, SIDE_ON_CLUSTER)
    here, seconds = timed(path, points, load)
    print(
        f"\n  {SIDE_ON_CLUSTER**2} tiles       s   features\n  here    {seconds:8.1f}   {len(here.found)}",
        flush=True,
    )
    by_workers = []
    for count in (1, 2):
        place = folder / f"cluster-{count}"
        place.mkdir()
        processes = DaskProcesses(place, imports=ON_WORKERS)
        try:
            for _ in range(count):
                processes.start_worker()
            run(path, points, load, processes.address)  # every worker has imported all it needs
            there, seconds = timed(path, points, load, processes.address)
        finally:
            processes.stop()
        equal = there.found == here.found
        by_workers.append(seconds)
        name = "1 worker " if count == 1 else f"{count} workers"
        print(f"  {name}{seconds:7.1f}   {'equal' if equal else 'DIFFERENT'}", flush=True)
        if not equal:
            return False
    ratio = by_workers[0] / by_workers[1]
    print(f"one / two: {ratio:.2f} (bar {FASTER})")
    return ratio >= FASTER


def timed(path: Path, points: int, load: Any, scheduler: str = "") -> tuple[Heard, float]:
    """A run, and its wall seconds once the model is loaded."""
    heard = run(path, points, load, scheduler)
    return heard, time.perf_counter() - heard.loaded


def main() -> int:
    """Both tables; exit code 1 if a bar is missed."""
    points = int(sys.argv[1]) if len(sys.argv) > 1 else 16
    say_conditions(("torch", "numpy", "distributed"))
    load = planted_loader()
    with tempfile.TemporaryDirectory() as name:
        os.environ["SAM2_TOOLBOX_HOME"] = name  # journals of these runs are of no use to anyone
        folder = Path(name)
        good = [flat(folder, points, load), cluster(folder, points, load)]
    return int(not all(good))


if __name__ == "__main__":
    sys.exit(main())
