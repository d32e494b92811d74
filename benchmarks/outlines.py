"""How fast masks become outlines: our tracer and rasterio.features.shapes, side by side.

    /path/to/worker/python -P benchmarks/outlines.py

2,000 masks of 20 to 5,500 pixels (blobs, a quarter with holes, some in several parts), cropped to
their boxes, and white noise of 1024 x 1024. Both sides end with shapely geometries, rounds
alternate, the best of four counts. On a shared machine look at the ratios.

Last result (2 busy shared cores, ms per mask, and how many times as fast as rasterio):

    2,000 masks         rasterio 3.04   pixel 0.67 (4.6 x)   simplify 1 2.00 (1.5 x)   smooth 3.05 (1.0 x)
    white noise, 1024^2 rasterio 6,607  pixel 1,387 (4.8 x)
"""

from __future__ import annotations

import importlib
import importlib.util
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import shapely
from rasterio.features import shapes

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 4


def load_checkout() -> None:
    """Make the checkout importable as ``sam2_toolbox``, whatever its folder is called."""
    spec = importlib.util.spec_from_file_location(
        "sam2_toolbox", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    assert spec is not None
    assert spec.loader is not None
    sys.modules["sam2_toolbox"] = module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)


def blob(rng: np.random.Generator) -> np.ndarray:
    """A smooth random mask, cropped to its box."""
    side = int(np.exp(rng.uniform(np.log(8), np.log(100))))
    y, x = (np.mgrid[:side, :side] + 0.5) / side * 2 - 1
    angle, radius = np.arctan2(y, x), np.hypot(x, y)
    waves = sum(rng.normal() * 0.12 * np.cos(k * angle + rng.uniform(0, 6.3)) for k in range(2, 9))
    bits = radius < 0.75 + waves
    if rng.random() < 0.25:
        bits &= np.hypot(x - rng.normal() * 0.2, y - rng.normal() * 0.2) > 0.15
    bits ^= (rng.random(bits.shape) < 0.02) & (abs(radius - 0.75) < 0.2)
    rows, columns = np.flatnonzero(bits.any(axis=1)), np.flatnonzero(bits.any(axis=0))
    return bits[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


def by_rasterio(bits: np.ndarray) -> shapely.MultiPolygon:
    """The same outline by GDAL's polygonizer."""
    found = shapes(bits.view(np.uint8), mask=bits, connectivity=4)
    return shapely.MultiPolygon([shapely.geometry.shape(polygon) for polygon, _ in found])


def best_of(runs: dict[str, Callable[[], object]]) -> dict[str, float]:
    """Seconds of the fastest of some alternating rounds."""
    best = dict.fromkeys(runs, float("inf"))
    for _ in range(ROUNDS):
        for name, run in runs.items():
            started = time.perf_counter()
            run()
            best[name] = min(best[name], time.perf_counter() - started)
    return best


def main() -> None:
    """Print a table."""
    load_checkout()
    outline = importlib.import_module("sam2_toolbox.engine.outline")
    objects = importlib.import_module("sam2_toolbox.engine.objects")
    params = importlib.import_module("sam2_toolbox.engine.api.params").OutlineParams
    rng = np.random.default_rng(0)
    masks = [blob(rng) for _ in range(2000)]
    noise = [rng.random((1024, 1024)) < 0.4]

    def ours(which: list[np.ndarray], how: object, logits: bool = False) -> Callable[[], object]:
        pieces = [
            objects.Piece(0, 0, b, np.where(np.pad(b, 1), 3.0, -2.0).astype(np.float16) if logits else None)
            for b in which
        ]
        found = [objects.FoundObject((piece,), 1.0, 1.0, (0, 0), 0, False) for piece in pieces]
        return lambda: [outline.object_outline(one, how) for one in found]

    for title, which in (("2,000 masks", masks), ("white noise, 1024 x 1024", noise)):
        runs = {
            "rasterio.features.shapes": lambda which=which: [by_rasterio(bits) for bits in which],
            "pixel": ours(which, params()),
        }
        if which is masks:
            runs["pixel, simplify 1"] = ours(which, params(simplify=1.0))
            runs["smooth"] = ours(which, params(outline="smooth"), logits=True)
        seconds = best_of(runs)
        sys.stdout.write(f"{title}\n")
        for name, taken in seconds.items():
            ratio = seconds["rasterio.features.shapes"] / taken
            sys.stdout.write(f"  {name:26} {taken / len(which) * 1000:9.3f} ms/mask  {ratio:5.1f} x\n")


if __name__ == "__main__":
    main()
