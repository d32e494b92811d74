"""What two choices cost, in the figures that docs/decisions/coverage.md and docs/decoder.md name.

    python -P benchmarks/bench_choices.py [coverage] [precision]

in the worker's environment. Coverage: a generated scene is painted larger objects first, and in random
orders; its labels become polygons that are simplified together, as MODE coverage does, and one by one,
as Douglas and Peucker's method does it. Precision: a generated scene is encoded in float32 and in
bfloat16 by the architecture of the bundled model, with its weights where it has any.
"""

# ruff: noqa: T201 - its output is for people

from __future__ import annotations

import os
import platform
import runpy
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")

import numpy as np
import shapely

ROOT = Path(__file__).resolve().parent.parent
runpy.run_path(str(ROOT / "tests" / "conftest.py"))

from sam2_toolbox.engine.api.parameters.params import ModelParams  # noqa: E402
from sam2_toolbox.engine.model.sam2_image import encode_image  # noqa: E402
from sam2_toolbox.engine.model.sam2_model import load_model  # noqa: E402
from sam2_toolbox.engine.outlines.partition import block_polygons  # noqa: E402
from sam2_toolbox.engine.outlines.slivers import pieces_of  # noqa: E402
from sam2_toolbox.training.scenes import Scene, generate_scene  # noqa: E402

SEED = 7
SIDE = 1024
TOLERANCE_PX = 1.5
ORDERS = 20
ROUNDS = 3


def coverage() -> None:
    """Objects that vanish under others, and what simplifying one by one tears open."""
    scene = generate_scene(SEED, SIDE, SIDE, 0.5)
    areas = np.array([thing.area for thing in scene.objects])
    larger_first = painted(scene, np.argsort(-areas, kind="stable"))
    vanished = [len(areas) - len(np.unique(larger_first[larger_first > 0]))]
    rng = np.random.default_rng(SEED)
    for _ in range(ORDERS):
        labels = painted(scene, rng.permutation(len(areas)))
        vanished.append(len(areas) - len(np.unique(labels[labels > 0])))
    print(
        f"{len(areas)} objects: {vanished[0]} vanish under others, painted larger first; painted in a random "
        f"order {np.mean(vanished[1:]):.0f} do (mean of {ORDERS} orders, {min(vanished[1:])} to "
        f"{max(vanished[1:])})."
    )
    labels = np.pad(larger_first, 1)
    pieces = pieces_of(larger_first, 0, 0)
    exact = list(block_polygons(labels, pieces, False, 0.0).values())
    together = list(block_polygons(labels, pieces, False, TOLERANCE_PX).values())
    one_by_one = list(shapely.simplify(np.array(exact), TOLERANCE_PX))
    print(f"| {len(exact)} polygons, tolerance {TOLERANCE_PX} | overlap, px² | gaps, px² | vertices |")
    print("|---|---|---|---|")
    ways = (("pixel edges", exact), ("together", together), ("one by one", one_by_one))
    for name, polygons in ways:
        print(f"| {name} | {overlap(polygons):.0f} | {gaps(polygons, exact):.0f} | {vertices(polygons)} |")


def painted(scene: Scene, order: Iterable[int]) -> np.ndarray:
    """uint32 (SIDE, SIDE): the number of the object on top, from 1; 0 for none."""
    labels = np.zeros((SIDE, SIDE), np.uint32)
    for number in order:
        thing = scene.objects[number]
        rows, columns = thing.bits.shape
        place = labels[thing.y : thing.y + rows, thing.x : thing.x + columns]
        place[thing.bits] = number + 1
    return labels


def overlap(polygons: Sequence[Any]) -> float:
    """Area that polygons have twice."""
    return float(
        np.sum(shapely.area(polygons)) - shapely.area(shapely.union_all(shapely.make_valid(polygons)))
    )


def gaps(polygons: Sequence[Any], exact: Sequence[Any]) -> float:
    """Area inside the exact coverage that no polygon has."""
    covered = shapely.union_all(shapely.make_valid(np.array(polygons)))
    # Where the coverage itself ends, a border has moved but nothing gapes.
    inside = shapely.buffer(shapely.union_all(exact), -3)
    return float(shapely.area(shapely.difference(inside, covered)))


def vertices(polygons: Sequence[Any]) -> int:
    """Number of vertices."""
    return int(np.sum(shapely.get_num_coordinates(polygons)))


def precision() -> None:
    """How far features in bfloat16 lie from those in float32, and the time of both."""
    models = ROOT / "resources" / "models"
    loaded = load_model(ModelParams(device="cpu"), models, models)
    rgb = generate_scene(SEED, loaded.image_size, loaded.image_size, 0.5).rgb
    seconds = {"float32": [], "bfloat16": []}
    for _ in range(ROUNDS):
        for name, taken in seconds.items():
            started = time.process_time()
            encoded = encode_image(loaded.model, rgb, name)
            taken.append(time.process_time() - started)
            seconds[name] = taken
            if name == "float32":
                exact = encoded
    levels = (
        ("embedding", exact.embedding, encoded.embedding),
        *((f"details {n}", *pair) for n, pair in enumerate(zip(exact.details, encoded.details, strict=True))),
    )
    weights = "trained weights" if loaded.trained else "random weights"
    print(
        f"{loaded.title}, {weights}: bfloat16 features differ from float32's by this share of their length:"
    )
    for name, there, here in levels:
        print(f"- {name}: {100 * float((here - there).norm() / there.norm()):.2f} %")
    times = {name: min(taken) for name, taken in seconds.items()}
    print(f"CPU s: float32 {times['float32']:.2f}, bfloat16 {times['bfloat16']:.2f}")


def main() -> None:
    """Run what is asked for, or both."""
    import torch

    torch.set_num_threads(1)
    print(
        f"{platform.machine()}, Python {platform.python_version()}, numpy {np.__version__}, "
        f"shapely {shapely.__version__} (GEOS {shapely.geos_version_string}), torch {torch.__version__}"
    )
    for name in sys.argv[1:] or ("coverage", "precision"):
        {"coverage": coverage, "precision": precision}[name]()


if __name__ == "__main__":
    main()
