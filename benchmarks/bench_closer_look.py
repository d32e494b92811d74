"""From which size on do boxes gain by a window half as wide, which the model sees enlarged?

    python -P benchmarks/bench_closer_look.py SHELF [SHELF ...] [--pictures 48] [--model pico]

in the worker's environment, on shelves of training/shelf.py and training/real.py that are not judged by. The
same objects are asked about in whole and in half windows, by their box, and by an outline that is a little
off (as sam2:refinepolygons asks). Mean IoU by the longer side of the box.
"""

# ruff: noqa: E402, T201 - the package is loaded first; its output is for people

from __future__ import annotations

import argparse
import functools
import sys
from pathlib import Path

import cv2
import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))
import conftest  # noqa: F401 - loads the checkout as package sam2_toolbox
from sam2_toolbox.benchmarks.quality_asker import Asker, answers, as_old_outline, in_box
from sam2_toolbox.benchmarks.quality_scores import Region
from sam2_toolbox.engine.api.models import BUNDLED_MODELS, MODEL_IDS
from sam2_toolbox.engine.api.parameters.params import ModelParams
from sam2_toolbox.engine.model.sam2_model import load_model
from sam2_toolbox.training.shelf import load_picture

SMALLEST_PX, EACH = 60, 24
SIDES = (0, 12, 20, 28, 36, 44, 51, 60, 72, 101)
WHOLE, HALF = 0.0, 1.0
"""Boxes below this share of a window in half windows: none, or all."""


def gains(asker: Asker, shelf: Path, pictures: int) -> np.ndarray:
    """Longer side, IoU by the box in a whole and in a half window, by an outline in both: (n, 5)."""
    rng = np.random.default_rng(0)
    rows: list[list[float]] = []
    questions = in_box, functools.partial(as_old_outline, asker.side // 4)
    for path in sorted(shelf.glob("*.npz"))[:pictures]:
        picture = load_picture(path)
        objects = [
            Region(int(box[0]), int(box[1]), picture.crop(index)) for index, box in enumerate(picture.boxes)
        ]
        small = [one for one in objects if one.area >= SMALLEST_PX and max(one.bits.shape) < SIDES[-1]]
        chosen = [small[index] for index in rng.permutation(len(small))[:EACH]]
        told: dict[Region, list[float]] = {one: [float(max(one.bits.shape))] for one in chosen}
        for question in questions:
            for closer_below in (WHOLE, HALF):
                for one, scores in answers(asker, picture.rgb, chosen, question, closer_below):
                    told[one].append(scores[0])
        rows += told.values()
    return np.array(rows).reshape(-1, 5)


def table(found: np.ndarray) -> str:
    """Means by size in Markdown."""
    lines = ["| longer side, px | objects | box | closer | outline | closer |", "|---|---|---|---|---|---|"]
    for low, high in zip(SIDES, SIDES[1:], strict=False):
        rows = found[(found[:, 0] >= low) & (found[:, 0] < high)]
        if len(rows):
            means = " | ".join(f"{value:.2f}" for value in rows[:, 1:].mean(axis=0))
            lines.append(f"| {low} to {high - 1} | {len(rows)} | {means} |")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description="Compare whole and half windows for boxes.")
    parser.add_argument("shelves", type=Path, nargs="+")
    parser.add_argument("--pictures", type=int, default=48)
    parser.add_argument("--model", default="pico", choices=MODEL_IDS)
    parser.add_argument("--models", type=Path, default=Path(), help="folder of Meta's checkpoints")
    options = parser.parse_args()
    cv2.setNumThreads(1)
    params = ModelParams(model=options.model, device="auto")
    asker = Asker(load_model(params, BUNDLED_MODELS, options.models))
    print(f"{asker.loaded.title}, {asker.loaded.sha256[:12]}, {asker.loaded.device_title}")
    for shelf in options.shelves:
        print(f"\n{shelf.name}\n\n{table(gains(asker, shelf, options.pictures))}")


if __name__ == "__main__":
    main()
