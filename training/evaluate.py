"""How good a model is on pictures it never saw: IoU after a click, a box, corrections; how well it knows.

    python -m training.evaluate WEIGHTS --shelf HELD_OUT [--pictures 40]

WEIGHTS is a run's last.pt or an exported checkpoint.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn.functional import interpolate

from .answers import correct
from .architecture import IMAGE_SIDE, LOGIT_STRIDE, Pico
from .batches import Batch, collate
from .crops import Cutting, cut
from .decoding import Features, decode, encode
from .losses import judge
from .shelf import load_picture

STABILITY_OFFSET = 1.0
"""As in SAM's automatic masks: how far the threshold is moved up and down."""


@dataclass(frozen=True)
class Answers:
    """What a model said to N single clicks; 3 masks each, numpy arrays."""

    predicted: np.ndarray
    """float32 (N, 3): predicted IoU."""
    true: np.ndarray
    """float32 (N, 3): IoU with the best fitting object that the click could mean."""
    meant: np.ndarray
    """float32 (N, 3): IoU with the object that was meant."""
    stability: np.ndarray
    """float32 (N, 3)."""


@dataclass(frozen=True)
class Report:
    """Mean IoU per kind of prompt and the quality of the model's own judgement."""

    prompts: int
    click_picked: float
    """The mask with the highest predicted IoU, against the best fitting object."""
    click_best: float
    """The best of three masks, against the object that was meant."""
    click_corrected: float
    """After three correction clicks."""
    box: float
    score_correlation: float
    score_error: float
    accepted: float
    """Share of clicks with a mask that passes SAM's automatic thresholds (0.8 and 0.95)."""
    accepted_iou: float
    """Mean true IoU of those masks."""


def load_model(path: Path) -> Pico:
    """The smoothed weights of a run, or an exported checkpoint, on the CPU in eval mode."""
    content = torch.load(path, map_location="cpu", weights_only=True)
    weights = content["smooth"] if "smooth" in content else content["model"]
    model = Pico()
    model.load_state_dict({name: value.float() for name, value in weights.items()})
    return model.eval()


def held_out_batches(
    pictures: Sequence[Path],
    kind: str,
    count: int,
    smallest_px: int = 100,
    seed: int = 0,
    cell_px: int = LOGIT_STRIDE,
) -> Iterator[Batch]:
    """One whole-input window of every picture, uncoloured and unscaled, with prompts of one kind.

    `cell_px` is the side of the targets' cells, in pixels: the report compares in those of the logits.
    """
    cutting = Cutting(side=IMAGE_SIDE, objects=count, smallest_px=smallest_px, zoom=(1.0, 1.0), recolour=0.0)
    for index, path in enumerate(pictures):
        rng = np.random.default_rng([seed, index])
        crop = cut(rng, load_picture(path), cutting)
        if crop is not None:
            yield collate(rng, [crop], kind, count, cell_px=cell_px)


def stability(logits: Tensor) -> Tensor:
    """SAM's stability score of logits (..., h, w)."""
    high = (logits > STABILITY_OFFSET).flatten(-2).sum(-1)
    low = (logits > -STABILITY_OFFSET).flatten(-2).sum(-1)
    return high / low.clamp(min=1)


@torch.inference_mode()
def answers_to_clicks(model: Pico, batches: Sequence[Batch]) -> Answers:
    """Ask for single clicks and compare."""
    rows: list[list[np.ndarray]] = []
    for batch in batches:
        features = encode(model, batch.images, batch.corner)
        logits, scores = decode(model, features, batch.points, batch.labels)
        outcome = judge(logits, scores, batch.targets, batch.slots, ambiguous=True)
        columns = (scores, outcome.best_iou, outcome.target_iou, stability(logits))
        rows.append([column[0, :, 1:].float().numpy() for column in columns])
    return Answers(*(np.concatenate(column) for column in zip(*rows, strict=True)))


@torch.inference_mode()
def _corrected(model: Pico, batch: Batch, rounds: int) -> float:
    """Mean IoU of mask 0 after `rounds` clicks into the error."""
    features = encode(model, batch.images, batch.corner)
    generator = torch.Generator().manual_seed(0)
    logits, scores = decode(model, features, batch.points, batch.labels)
    outcome = judge(logits, scores, batch.targets, batch.slots, ambiguous=True)
    for _ in range(rounds):
        points, labels, given, slots = correct(batch, logits, outcome, generator)
        logits, scores = decode(model, features, points, labels, given)
        outcome = judge(logits, scores, batch.targets, slots, ambiguous=False)
        batch = Batch("corrected", batch.images, batch.corner, batch.targets, points, labels, None, slots)
    return float(outcome.target_iou[..., 0].mean())


@torch.inference_mode()
def _boxed(model: Pico, batch: Batch) -> float:
    features = encode(model, batch.images, batch.corner)
    logits, scores = decode(model, features, batch.points, batch.labels)
    return float(judge(logits, scores, batch.targets, batch.slots, ambiguous=False).target_iou[..., 0].mean())


def evaluate(model: Pico, pictures: Sequence[Path], prompts: int = 16, smallest_px: int = 100) -> Report:
    """The whole report, on objects from `smallest_px` pixels up."""
    clicks = list(held_out_batches(pictures, "click", prompts, smallest_px))
    boxes = held_out_batches(pictures, "box", prompts, smallest_px)
    answers = answers_to_clicks(model, clicks)
    picked = answers.predicted.argmax(axis=1)
    rows = np.arange(len(picked))
    passing = (answers.predicted >= 0.8) & (answers.stability >= 0.95)
    spread = answers.predicted.std() * answers.true.std()
    correlation = np.corrcoef(answers.predicted.ravel(), answers.true.ravel())[0, 1] if spread > 0 else 0.0
    return Report(
        prompts=len(picked),
        click_picked=float(answers.true[rows, picked].mean()),
        click_best=float(answers.meant.max(axis=1).mean()),
        click_corrected=float(np.mean([_corrected(model, batch, 3) for batch in clicks])),
        box=float(np.mean([_boxed(model, batch) for batch in boxes])),
        score_correlation=float(correlation),
        score_error=float(np.abs(answers.predicted - answers.true).mean()),
        accepted=float(passing.any(axis=1).mean()),
        accepted_iou=float(answers.true[passing].mean()) if passing.any() else 0.0,
    )


@torch.inference_mode()
def segment_points(
    model: Pico, rgb: np.ndarray, points: np.ndarray, features: Features | None = None
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Masks of single clicks on one input-sized picture, for looking at.

    Args:
        model: the model.
        rgb: uint8 (512, 512, 3).
        points: float32 (N, 2), x and y in pixels.
        features: what `encode` said of the picture, if known.

    Returns: masks bool (N, 3, 512, 512), predicted IoU (N, 3), stability (N, 3).
    """
    if features is None:
        features = encode(model, torch.from_numpy(rgb.transpose(2, 0, 1).copy())[None])
    clicks = torch.zeros(1, len(points), 2, 2)
    clicks[0, :, 0] = torch.from_numpy(points)
    labels = torch.tensor([1, -1]).expand(1, len(points), 2)
    logits, scores = decode(model, features, clicks, labels)
    logits = logits[0, :, 1:]
    large = interpolate(logits, scale_factor=LOGIT_STRIDE, mode="bilinear", align_corners=False)
    return (large > 0).numpy(), scores[0, :, 1:].numpy(), stability(logits).numpy()


def main(arguments: list[str] | None = None) -> int:
    """Command line entry: the report as JSON."""
    parser = argparse.ArgumentParser(description="Score a model on held-out pictures.")
    parser.add_argument("weights", type=Path)
    parser.add_argument("--shelf", type=Path, required=True)
    parser.add_argument("--pictures", type=int, default=40)
    parser.add_argument("--smallest-px", type=int, default=100)
    options = parser.parse_args(arguments)
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    pictures = sorted(options.shelf.glob("*.npz"))[: options.pictures]
    report = evaluate(load_model(options.weights), pictures, smallest_px=options.smallest_px)
    sys.stdout.write(json.dumps(asdict(report), indent=2) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
