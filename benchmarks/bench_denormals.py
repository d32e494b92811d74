"""What numbers too small to matter cost: automatic masks of a tile with and without them, in turn.

    python -P benchmarks/bench_denormals.py [points per side, 16] [rounds, 3]

in the worker's environment, with the bundled model on a generated scene of 512 x 512 pixels, one thread.
"""

# ruff: noqa: E402, T201 - the package is loaded first; its output is for people

from __future__ import annotations

import sys
import time
from pathlib import Path

import numpy as np
import torch

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))
import conftest  # noqa: F401 - loads the checkout as package sam2_toolbox
from sam2_toolbox.engine.api.models import BUNDLED_MODELS
from sam2_toolbox.engine.api.parameters.params import GeneratorParams, ModelParams
from sam2_toolbox.engine.generator.automatic import AutomaticSegmenter
from sam2_toolbox.engine.masks import Mask
from sam2_toolbox.engine.model.sam2_model import load_model
from sam2_toolbox.engine.segmenter import TileImage
from sam2_toolbox.engine.tiles.tiling import Tile, Window
from sam2_toolbox.training.shelf import make_picture


def main() -> None:
    points, rounds = (int(value) for value in (*sys.argv[1:], *("16", "3")[len(sys.argv) - 1 :]))
    rgb, _ = make_picture(1_000_000)
    window = Window(0, 0, 512, 512)
    tile = TileImage(Tile(0, 0, 0, window, window), rgb, np.ones((512, 512), dtype=bool))
    loaded = load_model(ModelParams(model="pico", device="cpu", threads=1), BUNDLED_MODELS, Path())
    segmenter = AutomaticSegmenter(loaded, GeneratorParams(pred_iou_thresh=0.4, points_per_side=points))
    flush = torch.set_flush_denormal

    def run(flushes: bool) -> tuple[float, list[Mask]]:
        setattr(torch, "set_flush_denormal", flush if flushes else lambda _: flush(False))  # noqa: B010
        started = time.process_time()
        masks = segmenter.masks(tile, lambda: None)
        return time.process_time() - started, masks

    run(True)
    ratios = []
    for _ in range(rounds):
        (slow, before), (quick, after) = run(False), run(True)
        same = len(before) == len(after) and all(
            np.array_equal(a.bits, b.bits) and a.score == b.score for a, b in zip(before, after, strict=True)
        )
        ratios.append(slow / quick)
        print(f"{slow:.2f} s with, {quick:.2f} s without; {len(after)} masks, {'same' if same else 'OTHERS'}")
    print(f"ratio {np.median(ratios):.2f}; torch {torch.__version__}, {points} x {points} points")


if __name__ == "__main__":
    main()
