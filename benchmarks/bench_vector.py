"""How fast masks become outlines, and how exactly: ours, rasterio's and OpenCV's, side by side.

    python -P benchmarks/bench_vector.py [masks] [rounds]

in the worker's environment. Masks of 20 to 5,500 pixels (blobs, a quarter with holes, some in
several parts) lie in tiles of 1024 x 1024. Every way ends with shapely geometries; all take turns
in one process on one thread, timed in CPU seconds, and the best round counts. Exact means: the
area of the polygons is the number of pixels, they are valid, and the symmetric difference with
rasterio's polygons of the same mask is 0. A small round comes first and does not count.

The bar: our outlines at least 5 times as fast as rasterio.features.shapes on crops, as exact.
"""

# ruff: noqa: T201 - its output is for people

from __future__ import annotations

import os
import platform
import runpy
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")

import cv2
import numpy as np
import rasterio
import shapely
from numpy.typing import NDArray
from rasterio.features import shapes

ROOT = Path(__file__).resolve().parent.parent
SIDE = 1024
BAR = 5.0

Bits = NDArray[np.bool_]
Outline = shapely.MultiPolygon


@dataclass(frozen=True, eq=False)
class Crop:
    """One mask of a tile: its box's top left pixel and the pixels."""

    x: int
    y: int
    bits: Bits

    def tile(self) -> Bits:
        """The mask as SAM's generator holds it: the whole tile."""
        whole = np.zeros((SIDE, SIDE), dtype=bool)
        height, width = self.bits.shape
        whole[self.y : self.y + height, self.x : self.x + width] = self.bits
        return whole


def blob(rng: np.random.Generator) -> Crop:
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
    bits = bits[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    left, top = rng.integers(0, SIDE - np.array(bits.shape[::-1]) + 1).tolist()
    return Crop(left, top, bits)


def by_rasterio(bits: Bits) -> Outline:
    """GDAL's polygonizer, 4-connected as ours."""
    found = shapes(bits.view(np.uint8), mask=bits, connectivity=4)
    return Outline([shapely.geometry.shape(polygon) for polygon, _ in found])


def by_opencv(bits: Bits) -> Outline:
    """cv2.findContours as most programs use it: lines through the outermost pixels' centres."""
    contours, hierarchy = cv2.findContours(bits.view(np.uint8), cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    rings = [contour[:, 0] for contour in contours]
    holes: dict[int, list[NDArray[np.int32]]] = {}
    for ring, (_, _, _, parent) in zip(rings, hierarchy[0].tolist()):
        if parent >= 0 and len(ring) > 2:
            holes.setdefault(parent, []).append(ring)
    outer = [n for n, (_, _, _, parent) in enumerate(hierarchy[0].tolist()) if parent < 0]
    return Outline([(rings[n], holes.get(n, [])) for n in outer if len(rings[n]) > 2])


def cpu_seconds(runs: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """CPU seconds of the fastest of some alternating rounds."""
    best = dict.fromkeys(runs, float("inf"))
    for _ in range(rounds):
        for name, run in runs.items():
            started = time.process_time()
            run()
            best[name] = min(best[name], time.process_time() - started)
    return best


def exactness(outlines: Sequence[Outline], masks: Sequence[Bits], reference: Sequence[Outline]) -> list[str]:
    """Shares of outlines with the mask's area, that are valid, and that equal the reference."""
    geometries = np.array(outlines, dtype=object)
    same_area = shapely.area(geometries) == [np.count_nonzero(bits) for bits in masks]
    valid = shapely.is_valid(geometries)
    # What differs in area differs.
    equal = same_area.copy()
    equal[same_area] = (
        shapely.area(shapely.symmetric_difference(geometries[same_area], np.array(reference)[same_area])) == 0
    )
    return [f"{100 * share:.0f} %" for share in (same_area.mean(), valid.mean(), equal.mean())]


def main() -> None:
    count, rounds = (int(text) for text in (sys.argv[1:] + ["2000", "4"][len(sys.argv) - 1 :]))
    runpy.run_path(str(ROOT / "tests" / "conftest.py"))
    from sam2_toolbox.engine.api.parameters.params import OutlineParams
    from sam2_toolbox.engine.objects import FoundObject, Piece
    from sam2_toolbox.engine.outlines.outline import object_outlines

    def found(x: int, y: int, bits: Bits, logits: bool = False) -> FoundObject:
        field = np.where(np.pad(bits, 1), 3.0, -2.0).astype(np.float16) if logits else None
        return FoundObject((Piece(x, y, bits, field),), 1.0, 1.0, (0.0, 0.0), 0, False)

    rng = np.random.default_rng(0)
    crops = [blob(rng) for _ in range(count)]
    few = [crop.tile() for crop in crops[:50]]
    noise = rng.random((SIDE, SIDE)) < 0.4
    cropped = [found(c.x, c.y, c.bits) for c in crops]
    smooth = [found(c.x, c.y, c.bits, logits=True) for c in crops]
    whole = [found(0, 0, bits) for bits in few]
    alone = [[one] for one in cropped]

    def ours(objects: list[FoundObject], **params: object) -> Callable[[], list[Outline]]:
        return lambda: object_outlines(objects, OutlineParams(**params))

    print(f"command   python -P benchmarks/bench_vector.py {count} {rounds}")
    print(f"machine   {platform.machine()}, {os.cpu_count()} cores, {platform.system()}")
    versions = {"numpy": np, "shapely": shapely, "rasterio": rasterio, "opencv": cv2}
    print(
        "versions  python", platform.python_version(), *(f"{n} {m.__version__}" for n, m in versions.items())
    )
    print(f"          GEOS {shapely.geos_version_string} GDAL {rasterio.__gdal_version__}\n")

    groups: list[tuple[str, Sequence[Bits], dict[str, Callable[[], object]]]] = [
        (
            "mask crops",
            [crop.bits for crop in crops],
            {
                "rasterio.features.shapes": lambda: [by_rasterio(crop.bits) for crop in crops],
                "cv2.findContours": lambda: [by_opencv(crop.bits) for crop in crops],
                "ours": ours(cropped),
                "ours, one mask a call": lambda: [object_outlines(one, OutlineParams())[0] for one in alone],
                "ours, SIMPLIFY 1": ours(cropped, simplify=1.0),
                "ours, smooth": ours(smooth, outline="smooth"),
                "ours, rectilinear": ours(cropped, outline="rectilinear"),
            },
        ),
        (
            "whole tiles",
            few,
            {
                "rasterio.features.shapes": lambda: [by_rasterio(bits) for bits in few],
                "cv2.findContours": lambda: [by_opencv(bits) for bits in few],
                "ours": ours(whole),
            },
        ),
        (
            "white noise",
            [noise],
            {
                "rasterio.features.shapes": lambda: [by_rasterio(noise)],
                "ours": ours([found(0, 0, noise)]),
            },
        ),
    ]
    print(
        "| masks | outlines by | CPU ms a mask | rasterio / this | area equal | valid | equal to rasterio's |"
    )
    print("| --- | --- | --- | --- | --- | --- | --- |")
    reached = 0.0
    for title, masks, runs in groups:
        seconds = cpu_seconds(runs, rounds if len(masks) > 1 else 1)
        base = seconds["rasterio.features.shapes"]
        reference = runs["rasterio.features.shapes"]()
        for name, taken in seconds.items():
            outlines = runs[name]()
            if masks is not few and name.startswith("ours"):
                outlines = at_origin(outlines, crops if len(masks) > 1 else [Crop(0, 0, noise)])
            exact = exactness(outlines, masks, reference)
            row = [f"{len(masks)} {title}", name, f"{1000 * taken / len(masks):.3f}", f"{base / taken:.1f}"]
            print("| " + " | ".join(row + exact) + " |")
            if title == "mask crops" and name == "ours":
                reached = base / taken
    print(f"\nBar: {BAR:g} times as fast as rasterio on crops. Reached: {reached:.1f}.")


def at_origin(outlines: Sequence[Outline], crops: Sequence[Crop]) -> list[Outline]:
    """Outlines moved to the top left corners of their crops, where the others draw them."""
    return [
        shapely.transform(outline, lambda points, crop=crop: points - (crop.x, crop.y))
        for outline, crop in zip(outlines, crops)
    ]


if __name__ == "__main__":
    main()
