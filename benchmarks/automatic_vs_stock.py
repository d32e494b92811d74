"""How much faster and smaller is our generator than Meta's, at the same masks?

    python -P benchmarks/automatic_vs_stock.py [points_per_side] [rounds]

in the environment of the reference tests (tests/requirements-reference.txt). Meta's tiny model with
seeded random weights, answering with objects as in tests/engine/planted_objects.py, on one tile of
1024 x 1024; stock and ours take turns in one process on one thread, timed in CPU seconds, so that
other work on the machine counts for little. Memory is the peak above the loaded models (Linux).

Last run (16 x 16 points, 2 rounds), on 2 quiet cores:

            masks   CPU s   peak MB
    stock     304    71.5      2186
    ours      304    31.3       323
    stock     304    70.5      1850
    ours      304    29.7       307
    stock / ours: 2.33 in time, 6.03 in memory
"""

# ruff: noqa: T201 - its output is for people

from __future__ import annotations

import runpy
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sized
from pathlib import Path

import numpy as np
import torch
from sam2.automatic_mask_generator import SAM2AutomaticMaskGenerator
from sam2.build_sam import build_sam2

ROOT = Path(__file__).resolve().parent.parent
SIDE = 1024
CONFIG = "configs/sam2.1/sam2.1_hiera_t.yaml"
# A third of the candidates passes the first, most of those the second.
SETTINGS = {"pred_iou_thresh": 0.75, "stability_score_thresh": 0.93}


def measure(generate: Callable[[], Sized]) -> tuple[int, float, float]:
    """Masks, CPU seconds and peak memory in MB above the start."""
    Path("/proc/self/clear_refs").write_text("5")  # the peak starts again at the present size
    before = memory_mb("VmRSS")
    started = time.process_time()
    masks = generate()
    return len(masks), time.process_time() - started, memory_mb("VmHWM") - before


def memory_mb(line: str) -> float:
    """A line of /proc/self/status in MB."""
    status = Path("/proc/self/status").read_text().splitlines()
    return next(int(text.split()[1]) for text in status if text.startswith(line)) / 1024


def main() -> None:
    points_per_side, rounds = (int(text) for text in (sys.argv[1:] + ["16", "2"][len(sys.argv) - 1 :]))
    torch.set_num_threads(1)
    runpy.run_path(str(ROOT / "tests" / "conftest.py"))
    plant_objects = runpy.run_path(str(ROOT / "tests" / "engine" / "planted_objects.py"))["plant_objects"]
    from sam2_toolbox.engine.api.params import GeneratorParams, ModelParams
    from sam2_toolbox.engine.automatic import AutomaticSegmenter
    from sam2_toolbox.engine.sam2_model import load_model
    from sam2_toolbox.engine.segmenter import TileImage
    from sam2_toolbox.engine.tiling import Tile, Window

    torch.manual_seed(3)
    stock_model = build_sam2(CONFIG, device="cpu")
    with tempfile.TemporaryDirectory() as folder:
        checkpoint = Path(folder) / "seeded.pt"
        torch.save({"model": stock_model.state_dict()}, checkpoint)
        loaded = load_model(ModelParams(checkpoint=str(checkpoint), device="cpu"), Path(folder), Path(folder))
    for model in (stock_model, loaded.model):
        plant_objects(model)
    settings = {**SETTINGS, "points_per_side": points_per_side}
    stock = SAM2AutomaticMaskGenerator(stock_model, **settings)
    ours = AutomaticSegmenter(loaded, GeneratorParams(**settings), with_logits=True)
    rgb = np.random.default_rng(1).integers(0, 256, (SIDE, SIDE, 3), dtype=np.uint8)
    window = Window(0, 0, SIDE, SIDE)
    tile = TileImage(Tile(0, 0, 0, window, window), rgb, np.ones((SIDE, SIDE), bool))

    print(f"{points_per_side} x {points_per_side} points")
    print("        masks   CPU s   peak MB")
    ratios = []
    for _ in range(rounds):
        theirs = measure(lambda: stock.generate(rgb))
        mine = measure(lambda: ours.masks(tile, lambda: None))
        for name, (masks, seconds, peak) in (("stock", theirs), ("ours", mine)):
            print(f"{name:6}{masks:7}{seconds:8.1f}{peak:10.0f}")
        ratios.append(theirs[1] / mine[1])
    print(f"stock / ours: {statistics.median(ratios):.2f} in time, {theirs[2] / mine[2]:.2f} in memory")


if __name__ == "__main__":
    main()
