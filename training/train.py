"""Train the bundled model; stop it at any time, start it again with the same command.

    python -m training.train RUN --shelf SCENES [--shelf MORE] [--steps 30000]

RUN receives `last.pt` (everything needed to go on), `curves.csv` and `recipe.json`.
"""

from __future__ import annotations

import argparse
import contextlib
import csv
import json
import logging
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.utils.data import DataLoader

from .answers import forward
from .architecture import Pico
from .batches import Batch, Batches, Shelf
from .guide import Guide
from .muon import Muon
from .plain_attention import plain_attention
from .recipe import Recipe
from .wiring import wire

log = logging.getLogger(__name__)

REPORT_EVERY = 25
"""Steps per line of the curves."""
GUIDE_ALONE = 200
"""Steps in which a new guide learns to read the features of a trained model without changing them."""
CURVES = (
    "step",
    "loss",
    "click_best",
    "click_picked",
    "box",
    "mask",
    "refined",
    "guide",
    "score_error",
    "minutes",
)


class Run:
    """The state of a training run: weights, their moving average, optimisers, position."""

    def __init__(self, folder: Path, recipe: Recipe, device: torch.device) -> None:
        self.folder, self.recipe, self.device = folder, recipe, device
        self.step, self.minutes = 0, 0.0
        torch.manual_seed(recipe.seed)
        self.model = Pico()
        wire(self.model, recipe.seed)
        self.model.to(device)
        self.guide = Guide().to(device)
        self.smooth = {name: value.clone() for name, value in self.model.state_dict().items()}
        matrices, others = split_weights(self.model)
        self.optimisers: list[torch.optim.Optimizer] = [
            torch.optim.AdamW(others, lr=recipe.rate, weight_decay=0.0, betas=(0.9, 0.98)),
            Muon(matrices, lr=recipe.matrix_rate, decay=recipe.decay),
            torch.optim.AdamW(self.guide.parameters(), lr=recipe.rate, weight_decay=0.0, betas=(0.9, 0.98)),
        ]

    @property
    def last(self) -> Path:
        """The checkpoint."""
        return self.folder / "last.pt"

    def save(self) -> None:
        """Write the checkpoint; the old one stays until the new one is complete."""
        content = {
            "step": self.step,
            "minutes": self.minutes,
            "model": self.model.state_dict(),
            "smooth": self.smooth,
            "guide": self.guide.state_dict(),
            "optimisers": [optimiser.state_dict() for optimiser in self.optimisers],
            "recipe": asdict(self.recipe),
        }
        unfinished = self.last.with_suffix(".part")
        torch.save(content, unfinished)
        unfinished.replace(self.last)

    def load(self) -> None:
        """Go on from the checkpoint."""
        content = torch.load(self.last, map_location=self.device, weights_only=True)
        self.step, self.minutes = content["step"], content["minutes"]
        self.model.load_state_dict(content["model"])
        self.smooth = content["smooth"]
        self.guide.load_state_dict(content["guide"])
        for optimiser, state in zip(self.optimisers, content["optimisers"], strict=True):
            optimiser.load_state_dict(state)

    def begin_with(self, weights: Path) -> None:
        """Start from an exported checkpoint or another run's smoothed weights; the guide starts anew."""
        content = torch.load(weights, map_location=self.device, weights_only=True)
        known = content["smooth"] if "smooth" in content else content["model"]
        self.model.load_state_dict({name: value.float() for name, value in known.items()})
        # Logits as steep as a shipped model's are would cost the first hundred steps.
        self.model.scale_logits(1 / content.get("logits_scaled_by", 1.0))
        self.smooth = {name: value.clone() for name, value in self.model.state_dict().items()}

    def learn(self, batch: Batch) -> dict[str, float]:
        """One step; returns what it measured, under the names of `CURVES`."""
        factor = self.recipe.rate_factor(self.step)
        rates = (self.recipe.rate, self.recipe.matrix_rate, self.recipe.rate)
        for optimiser, rate in zip(self.optimisers, rates, strict=True):
            for group in optimiser.param_groups:
                group["lr"] = rate * factor
            optimiser.zero_grad()
        generator = torch.Generator().manual_seed(self.recipe.seed * 1_000_003 + self.step)
        loss, measured = forward(
            self.model, batch, self.recipe.refine_share_at(self.step), generator,
            self.guide, self.recipe.guide_weight, self.step < self.recipe.guide_alone,
            self.recipe.inside_weight,
        )  # fmt: skip
        loss.backward()
        nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        for optimiser in self.optimisers:
            optimiser.step()
        self._smooth_weights()
        self.step += 1
        return measured

    @torch.no_grad()
    def _smooth_weights(self) -> None:
        decay = min(self.recipe.smooth, (1 + self.step) / (10 + self.step))
        for name, value in self.model.state_dict().items():
            self.smooth[name].lerp_(value, 1 - decay)


def split_weights(model: nn.Module) -> tuple[list[Tensor], list[Tensor]]:
    """Weights for Muon (real matrices) and for AdamW (vectors, embeddings, thin matrices)."""
    matrices, others = [], []
    for name, weight in model.named_parameters():
        is_matrix = (
            weight.ndim >= 2 and "embed" not in name.replace("patch_embed", "") and "token." not in name
        )
        is_matrix = is_matrix and "mask_tokens" not in name and min(weight.shape[0], weight[0].numel()) >= 16
        (matrices if is_matrix else others).append(weight)
    return matrices, others


def read_shelf(given: str) -> Shelf:
    """A shelf from FOLDER or FOLDER=WEIGHT; without a weight every picture counts alike."""
    folder, _, weight = given.partition("=")
    pictures = tuple(sorted(Path(folder).glob("*.npz")))
    return Shelf(pictures, float(weight) if weight else len(pictures))


def batches_from(run: Run, shelves: list[Shelf], workers: int) -> Iterator[Batch]:
    """The batches that are left, made ahead by `workers` processes (0: made here)."""
    left = range(run.step, run.recipe.steps)
    loader = DataLoader(
        Batches(shelves, run.recipe), batch_size=None, sampler=left, num_workers=workers,
        pin_memory=run.device.type == "cuda", prefetch_factor=4 if workers else None,
        # A forked process inherits the locks of torch's and OpenCV's threads, and waits for them for ever.
        multiprocessing_context="spawn" if workers else None,
    )  # fmt: skip
    return iter(loader)


def train(run: Run, shelves: list[Shelf], workers: int, save_every_s: float = 60.0) -> None:
    """Go on to the last step, writing curves and checkpoints on the way."""
    curves = run.folder / "curves.csv"
    fresh = not curves.exists()
    with curves.open("a", newline="") as target:
        table = csv.DictWriter(target, CURVES)
        if fresh:
            table.writeheader()
        seen: dict[str, list[float]] = {}
        started = saved = time.monotonic()
        before = run.minutes
        for batch in batches_from(run, shelves, workers):
            for name, value in run.learn(batch.to(run.device)).items():
                seen.setdefault(name, []).append(value)
            run.minutes = before + (time.monotonic() - started) / 60
            if run.step % REPORT_EVERY == 0:
                row = {name: f"{sum(values) / len(values):.4f}" for name, values in seen.items()}
                table.writerow(row | {"step": run.step, "minutes": f"{run.minutes:.2f}"})
                target.flush()
                sys.stdout.write(f"step {run.step} / {run.recipe.steps}  {row}  {run.minutes:.1f} min\n")
                sys.stdout.flush()
                seen = {}
            if time.monotonic() - saved > save_every_s:
                run.save()
                saved = time.monotonic()
    run.save()


def main(arguments: list[str] | None = None) -> int:
    """Command line entry."""
    defaults = Recipe()
    parser = argparse.ArgumentParser(description="Train the bundled SAM 2 model.")
    parser.add_argument("run", type=Path)
    parser.add_argument(
        "--shelf", action="append", required=True, help="FOLDER or FOLDER=WEIGHT: its share of the windows"
    )
    parser.add_argument("--weights", type=Path, help="begin with an exported checkpoint or a run's last.pt")
    parser.add_argument("--steps", type=int, default=defaults.steps)
    parser.add_argument("--images", type=int, default=defaults.images)
    parser.add_argument("--prompts", type=int, default=defaults.prompts)
    parser.add_argument("--objects", type=int, default=defaults.objects)
    parser.add_argument("--warmup", type=int, default=defaults.warmup)
    parser.add_argument("--smallest-px", type=int, default=defaults.smallest_px)
    parser.add_argument("--rates", type=float, default=1.0, help="factor of both learning rates")
    parser.add_argument("--large-from", type=float, default=defaults.large_from)
    parser.add_argument("--refine-from", type=float, default=defaults.refine_from)
    parser.add_argument("--box-share", type=float, default=defaults.box_share)
    parser.add_argument("--inside-weight", type=float, default=defaults.inside_weight)
    parser.add_argument("--workers", type=int, default=0, help="processes that make batches")
    parser.add_argument("--threads", type=int, default=1, help="CPU threads of the model")
    options = parser.parse_args(arguments)
    torch.set_num_threads(options.threads)
    torch.set_flush_denormal(True)  # saturated sigmoids: denormal numbers slow a CPU step several times
    logging.basicConfig(level=logging.INFO)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    recipe = replace(
        defaults, steps=options.steps, images=options.images, prompts=options.prompts,
        objects=options.objects, warmup=options.warmup, smallest_px=options.smallest_px,
        box_share=options.box_share,
        inside_weight=options.inside_weight, large_from=options.large_from, refine_from=options.refine_from,
        rate=options.rates * defaults.rate, matrix_rate=options.rates * defaults.matrix_rate,
        first_px=options.smallest_px if options.weights else defaults.first_px,
        guide_alone=GUIDE_ALONE if options.weights else 0,
    )  # fmt: skip
    options.run.mkdir(parents=True, exist_ok=True)
    run = Run(options.run, recipe, device)
    if run.last.exists():
        run.load()
        log.info("going on from step %d", run.step)
    elif options.weights:
        run.begin_with(options.weights)
    (options.run / "recipe.json").write_text(json.dumps(asdict(recipe), indent=2))
    shelves = [read_shelf(given) for given in options.shelf]
    with plain_attention() if device.type == "cpu" else contextlib.nullcontext():
        train(run, shelves, options.workers)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
