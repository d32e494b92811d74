"""From a run to the file that is shipped: calibrated, half precision, an ordinary SAM 2 checkpoint.

    python -m training.export RUN/last.pt resources/models/sam2_pico.pt --shelf CALIBRATION [--shelf MORE]

Two things are set on pictures of their own before the weights are written, both in the model's own last
layers, so that the checkpoint needs no extra code:
- the scale of the mask logits, which changes no mask but decides how stable SAM's score calls it: good masks
  shall pass SAM's customary threshold of 0.95;
- the predicted IoU, by what is true of the finished masks (`scores.py`).
"""

from __future__ import annotations

import argparse
import itertools
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch

from .architecture import TARGET_STRIDE, Pico
from .batches import Batch
from .decoding import decode, encode
from .evaluate import held_out_batches, load_model, stability
from .losses import judge
from .scores import judged_answers, learn_scores

GOOD_IOU = 0.7
"""Masks from here on count as good when the logits are scaled."""
WANTED_STABILITY = 0.96
SCALED_BY = 40
"""Pictures the scale of the logits is chosen on."""
SCALES = (1.0, 1.25, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0)


@torch.no_grad()
def scale_logits(model: Pico, batches: Sequence[Batch]) -> float:
    """Scale all mask logits so that the median good mask is stable; returns the factor."""
    good = []
    for batch in batches:
        logits, scores = decode(model, encode(model, batch.images, batch.corner), batch.points, batch.labels)
        outcome = judge(logits, scores, batch.targets, batch.slots, ambiguous=True)
        good.append(logits[0, :, 1:][outcome.best_iou[0, :, 1:] >= GOOD_IOU])
    if not any(len(masks) for masks in good):
        return 1.0
    chosen = torch.cat(good)
    medians = [float(np.median(stability(scale * chosen).numpy())) for scale in SCALES]
    scale = next((s for s, m in zip(SCALES, medians, strict=True) if m >= WANTED_STABILITY), SCALES[-1])
    model.scale_logits(scale)
    return scale


def main(arguments: list[str] | None = None) -> int:
    """Command line entry."""
    parser = argparse.ArgumentParser(description="Write a run's model as a SAM 2 checkpoint.")
    parser.add_argument("weights", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument(
        "--shelf", type=Path, action="append", required=True, help="pictures for the calibration"
    )
    parser.add_argument("--pictures", type=int, default=200, help="at most this many of every shelf")
    options = parser.parse_args(arguments)
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    model = load_model(options.weights)
    pictures = [path for shelf in options.shelf for path in sorted(shelf.glob("*.npz"))[: options.pictures]]
    some = pictures[:: max(1, len(pictures) // SCALED_BY)]
    scale = scale_logits(model, list(held_out_batches(some, "click", 16, seed=1)))
    clicks = held_out_batches(pictures, "click", 48, seed=1, cell_px=TARGET_STRIDE)
    boxes = held_out_batches(pictures, "box", 16, seed=2, cell_px=TARGET_STRIDE)
    before, after = learn_scores(model, judged_answers(model, itertools.chain(clicks, boxes)))
    weights = {name: value.half() for name, value in model.state_dict().items()}
    torch.save({"model": weights, "logits_scaled_by": scale}, options.target)
    size = options.target.stat().st_size / 1e6
    sys.stdout.write(
        f"{options.target}: {size:.1f} MB, logits x {scale}, "
        f"predicted IoU off by {before**0.5:.3f}, now {after**0.5:.3f}\n"
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
