"""From a run to the file that is shipped: calibrated, half precision, an ordinary SAM 2 checkpoint.

    python -m training.export RUN/last.pt resources/models/sam2_pico.pt --shelf CALIBRATION

Two things are set on pictures of their own before the weights are written, both folded into the last layers,
so that the checkpoint needs no extra code:
- the predicted IoU, a straight line on its logit, so that it says what it means;
- the scale of the mask logits, which changes no mask but decides how stable SAM's score calls it: good masks
  shall pass SAM's customary threshold of 0.95.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch

from .architecture import Pico
from .batches import Batch
from .decoding import decode, encode
from .evaluate import answers_to_clicks, held_out_batches, load_model, stability
from .losses import judge

GOOD_IOU = 0.7
"""Masks from here on count as good when the logits are scaled."""
WANTED_STABILITY = 0.96
SCALES = (1.0, 1.25, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0)


@torch.no_grad()
def calibrate_scores(model: Pico, batches: Sequence[Batch]) -> tuple[float, float]:
    """Fit predicted to true IoU with gain and shift on the logit; returns both."""
    answers = answers_to_clicks(model, batches)
    logit = torch.logit(torch.from_numpy(answers.predicted.ravel()).double().clamp(1e-4, 1 - 1e-4))
    true = torch.from_numpy(answers.true.ravel()).double()
    with torch.enable_grad():
        line = torch.tensor([1.0, 0.0], dtype=torch.float64, requires_grad=True)
        optimiser = torch.optim.LBFGS([line], max_iter=100, line_search_fn="strong_wolfe")

        def error() -> torch.Tensor:
            optimiser.zero_grad()
            value = torch.nn.functional.binary_cross_entropy_with_logits(line[0] * logit + line[1], true)
            value.backward()
            return value

        optimiser.step(error)
    gain, shift = (float(value) for value in line.detach())
    last = model.sam_mask_decoder.iou_prediction_head.layers[-1]
    last.weight.mul_(gain)
    last.bias.mul_(gain).add_(shift)
    return gain, shift


@torch.no_grad()
def scale_logits(model: Pico, batches: Sequence[Batch]) -> float:
    """Scale all mask logits so that the median good mask is stable; returns the factor."""
    good = []
    for batch in batches:
        logits, scores = decode(model, encode(model, batch.images, batch.corner), batch.points, batch.labels)
        outcome = judge(logits, scores, batch.targets, batch.slots, ambiguous=True)
        good.append(logits[0, :, 1:][outcome.best_iou[0, :, 1:] >= GOOD_IOU])
    chosen = torch.cat(good)
    if len(chosen) == 0:
        return 1.0
    medians = [float(np.median(stability(scale * chosen).numpy())) for scale in SCALES]
    scale = next((s for s, m in zip(SCALES, medians, strict=True) if m >= WANTED_STABILITY), SCALES[-1])
    for mlp in model.sam_mask_decoder.output_hypernetworks_mlps:
        mlp.layers[-1].weight.mul_(scale)
        mlp.layers[-1].bias.mul_(scale)
    return scale


def main(arguments: list[str] | None = None) -> int:
    """Command line entry."""
    parser = argparse.ArgumentParser(description="Write a run's model as a SAM 2 checkpoint.")
    parser.add_argument("weights", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--shelf", type=Path, required=True, help="pictures for the calibration")
    parser.add_argument("--pictures", type=int, default=24)
    options = parser.parse_args(arguments)
    torch.set_num_threads(1)
    model = load_model(options.weights)
    pictures = sorted(options.shelf.glob("*.npz"))[: options.pictures]
    batches = list(held_out_batches(pictures, "click", 16, seed=1))
    scale = scale_logits(model, batches)
    gain, shift = calibrate_scores(model, batches)
    torch.save({"model": {name: value.half() for name, value in model.state_dict().items()}}, options.target)
    size = options.target.stat().st_size / 1e6
    sys.stdout.write(
        f"{options.target}: {size:.1f} MB, logits x {scale}, predicted IoU logit x {gain:.3f} + {shift:.3f}\n"
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
