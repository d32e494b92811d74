"""Masks out and back in, label rasters, overlaps, COCO files of 200 MB: are they exact, fast, small?

    python -P benchmarks/bench_formats.py [part ...]

in the worker's environment. Parts: roundtrip, stack, labels, overlaps, rle, polygons; all if none is
named. Objects are blobs cut out of soft noise, most of them with holes or in several parts, many over
others. Every line of the table is a process of its own, so that its peak of memory is its own too;
what it works on is made before its clock starts, and the peak includes that.

The bars: layers come back bit for bit, at the same place; 5,000 masks of a raster of 10,000 x 10,000
pixels as a stack are refused with an estimate and what fits, and stay below 1 GB when written all the
same; as labels they take less than 60 s on 2 cores; the overlaps of 100,000 polygons less than 30 s.
"""

# ruff: noqa: E402, T201 - paths are set first; its output is for people

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")

import cv2
import numpy as np
import shapely

sys.path.append(str(Path(__file__).resolve().parent))
from bench_conditions import load_checkout, say_conditions

load_checkout()

from sam2_toolbox.engine.api.errors import EngineError
from sam2_toolbox.engine.api.layer_file import INTEGER, LayerReader, LayerWriter
from sam2_toolbox.engine.formats.coco_writer import (
    CocoImage,
    CocoObject,
    annotation,
    segmentation_of,
    write_instances,
)
from sam2_toolbox.engine.formats.export_coco import export_coco
from sam2_toolbox.engine.formats.export_npz import export_npz
from sam2_toolbox.engine.formats.grid import Grid
from sam2_toolbox.engine.formats.import_coco import import_coco
from sam2_toolbox.engine.formats.import_npz import import_npz
from sam2_toolbox.engine.formats.pixel_masks import PixelMask, cropped, pixel_mask, polygons_of
from sam2_toolbox.engine.object_tools.overlapping_objects import overlapping_objects
from sam2_toolbox.engine.rasters.georeference import Georeference

GRIDS = {
    "north up, metres": (0.5, 0.0, 402_000.25, 0.0, -0.5, 5_204_000.75),
    "rotated": (0.4, 0.3, 402_000.0, 0.3, -0.4, 5_204_000.0),
    "degrees": (1e-5, 0.0, 7.123456789, 0.0, -1e-5, 46.987654321),
    "south up": (2.0, 0.0, -100.0, 0.0, 2.0, 50.0),
}
FIELDS = (("number", INTEGER),)
COCO_BYTES = 200_000_000


class Silence:
    """A report that nobody reads."""

    def progress(self, fraction: float, text: str = "") -> None:
        """Say nothing."""

    def log(self, text: str, level: str = "info") -> None:
        """Say nothing."""

    def features(self, features: Any) -> None:
        """Take nothing."""

    def check_cancelled(self) -> None:
        """Never stop."""


def blobs(count: int, grid: Grid, side: int) -> list[PixelMask]:
    """Parts of soft noise of up to ``side`` pixels anywhere on the grid."""
    rng = np.random.default_rng(11)
    masks: list[PixelMask] = []
    while len(masks) < count:
        height, width = (int(n) for n in rng.integers(side // 3, side + 1, 2))
        noise = cv2.resize(rng.random((5, 5)).astype(np.float32), (width, height))
        x, y = rng.integers(0, grid.width - width), rng.integers(0, grid.height - height)
        mask = cropped(PixelMask(int(x), int(y), noise > 0.5))
        if mask.bits.size:
            masks.append(mask)
    return masks


def write_layer(path: Path, masks: list[PixelMask], grid: Grid) -> list[bytes]:
    """The layer file of masks; returns the geometries in it."""
    shapes = list(shapely.to_wkb(polygons_of(masks, grid.georeference), byte_order=1))
    with LayerWriter(str(path), "", FIELDS) as writer:
        for number, wkb in enumerate(shapes, 1):
            writer.add(wkb, (number,))
    return shapes


def geometries(path: Path) -> list[bytes]:
    """The geometries of a layer file."""
    with LayerReader(str(path)) as reader:
        return [row.wkb for row in reader]


def layer_of(folder: Path, masks: list[PixelMask], grid: Grid) -> dict[str, Any]:
    """Parameters that export ``masks`` on exactly their grid."""
    write_layer(folder / "layer", masks, grid)
    return {"input": str(folder / "layer"), "reference": blank_raster(folder, grid)}


def blank_raster(folder: Path, grid: Grid) -> str:
    """A raster on a grid that takes no space."""
    import rasterio

    path = str(folder / "reference.tif")
    size = {"width": grid.width, "height": grid.height, "count": 1, "dtype": "uint8", "tiled": True}
    place = {"transform": rasterio.Affine(*grid.georeference.transform), "crs": "EPSG:32632"}
    with rasterio.open(path, "w", driver="GTiff", SPARSE_OK=True, **size, **place):
        return path


@contextmanager
def line(what: str, bar: str) -> Iterator[Callable[[str], None]]:
    """A line of the table: times of the block, the peak of the process, and what the block says."""
    said: list[str] = []
    wall, cpu = time.perf_counter(), time.process_time()
    yield said.append
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"| {what} | {wall:.1f} | {cpu:.1f} | {peak} | {'; '.join(said)} | {bar} |", flush=True)


def roundtrip(folder: Path, name: str, kind: str) -> None:
    """10,000 objects to a file and back: the same geometries, the same pixels."""
    grid = Grid(800, 600, Georeference(GRIDS[name]))
    masks = blobs(10_000, grid, 40)
    values = layer_of(folder, masks, grid)
    before = geometries(folder / "layer")
    file, back = str(folder / "file"), folder / "back"
    with line(f"10,000 objects, {name}, {kind} and back", "identical") as say:
        if kind == "NPZ":
            export_npz({**values, "size_limit_mb": 10_000, "output": file}, Silence())
            import_npz({"input": file, "output": str(back)}, Silence())
        else:
            export_coco({**values, "output": file}, Silence())
            import_coco({"input": file, "output": str(back)}, Silence())
        say(f"{os.path.getsize(file) / 1e6:.0f} MB")
    after = geometries(back)
    moved = sum(a != b for a, b in zip(before, after, strict=True))
    pixels = (pixel_mask(shape, grid) for shape in shapely.from_wkb(after))
    changed = sum(
        (a.x, a.y) != (b.x, b.y) or not np.array_equal(a.bits, b.bits) for a, b in zip(masks, pixels)
    )
    shapes = shapely.from_wkb(before)
    holed = sum(any(len(part.interiors) for part in shapely.get_parts(shape)) for shape in shapes)
    parts = int((shapely.get_num_geometries(shapes) > 1).sum())
    print(f"| | | | | {moved} geometries, {changed} masks differ; {holed} with holes, {parts} in parts | 0 |")


def stack(folder: Path) -> None:
    """A stack of 500 GB: refused, with what fits; and what memory a part of it takes."""
    grid, masks = large()
    values = {**layer_of(folder, masks, grid), "output": str(folder / "a.npz")}
    with line("5,000 masks of 10,000 x 10,000, stack", "refused or 1 GB") as say:
        try:
            export_npz(values, Silence())
        except EngineError as error:
            say(f'"{error.message}"')
    write_layer(folder / "layer", masks[:40], grid)
    with line("40 of them, SIZE_LIMIT_MB raised", "1 GB") as say:
        export_npz({**values, "size_limit_mb": 1e6}, Silence())
        say(f"{40 * 1e8 / 1e9:.0f} GB in {os.path.getsize(folder / 'a.npz') / 1e6:.0f} MB")


def labels(folder: Path) -> None:
    """The same masks as one array."""
    grid, masks = large()
    values = {**layer_of(folder, masks, grid), "layout": "labels", "output": str(folder / "a.npz")}
    with line("5,000 masks of 10,000 x 10,000, labels", "60 s, 1 GB") as say:
        export_npz(values, Silence())
        say(f"{os.path.getsize(folder / 'a.npz') / 1e6:.1f} MB")


def large() -> tuple[Grid, list[PixelMask]]:
    """5,000 objects of 100 to 300 pixels a side."""
    grid = Grid(10_000, 10_000, Georeference(GRIDS["north up, metres"]))
    return grid, blobs(5_000, grid, 300)


def overlaps(folder: Path) -> None:
    """Pairs of a layer of 100,000 polygons."""
    grid = Grid(5_000, 5_000, Georeference(GRIDS["north up, metres"]))
    write_layer(folder / "layer", blobs(100_000, grid, 24), grid)
    with line("overlaps of 100,000 polygons", "30 s") as say:
        values = {"input": str(folder / "layer"), "output": str(folder / "pairs")}
        say(f"{overlapping_objects(values, Silence())['count']} pairs")


def coco(folder: Path, as_polygon: bool) -> None:
    """A file of 200 MB."""
    grid = Grid(20_000, 20_000, Georeference(GRIDS["north up, metres"]))
    image = CocoImage(1, "ortho.tif", grid)
    few = [CocoObject(image, mask, 1) for mask in blobs(500, grid, 120)]
    if as_polygon:  # COCO's polygons have no holes
        few = [item for item in few if isinstance(segmentation_of(item.mask, grid, True), list)]
    entries = [annotation(item, 0, as_polygon) for item in few]
    count = COCO_BYTES // round(sum(len(json.dumps(entry)) for entry in entries) / len(entries))
    path = str(folder / "a.json")
    many = (entries[number % len(entries)] | {"id": number} for number in range(count))
    write_instances(path, {}, [image], [{"id": 1, "name": "x"}], many, Silence().check_cancelled)
    kind = "polygons" if as_polygon else "run lengths"
    with line(f"import of {os.path.getsize(path) / 1e6:.0f} MB of COCO, {kind}", "") as say:
        values = {"input": path, "output": str(folder / "back")}
        say(f"{import_coco(values, Silence())['count']} objects")


PARTS: dict[str, list[Callable[[Path], None]]] = {
    "roundtrip": [
        lambda folder, name=name, kind=kind: roundtrip(folder, name, kind)
        for name in GRIDS
        for kind in ("NPZ", "COCO")
    ],
    "stack": [stack],
    "labels": [labels],
    "overlaps": [overlaps],
    "rle": [lambda folder: coco(folder, as_polygon=False)],
    "polygons": [lambda folder: coco(folder, as_polygon=True)],
}


def main(parts: list[str]) -> None:
    """Each line in a fresh process."""
    say_conditions(("numpy", "shapely", "rasterio"))
    print("\n| what | s | CPU s | peak MB | | bar |\n|---|---|---|---|---|---|", flush=True)
    for part in parts:
        for number in range(len(PARTS[part])):
            subprocess.run([sys.executable, "-P", __file__, "--one", part, str(number)], check=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        with tempfile.TemporaryDirectory() as temporary:
            PARTS[sys.argv[2]][int(sys.argv[3])](Path(temporary))
    else:
        main(sys.argv[1:] or list(PARTS))
