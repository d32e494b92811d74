"""Everything about a training run that can be chosen, and how it changes as the run goes on."""

from __future__ import annotations

import math
from dataclasses import dataclass

from .crops import Cutting
from .losses import INSIDE_WEIGHT


@dataclass(frozen=True)
class Recipe:
    """The numbers of a run; the defaults are for one GPU, see README.md for a CPU."""

    steps: int = 30_000
    images: int = 32
    """Windows per step."""
    prompts: int = 32
    """Prompts per window."""
    objects: int = 32
    """Objects per window that prompts are drawn from."""
    rate: float = 1e-3
    """Learning rate of AdamW (vectors, embeddings)."""
    matrix_rate: float = 0.01
    """Learning rate of Muon (weight matrices)."""
    decay: float = 0.02
    warmup: int = 100
    hold: float = 0.3
    """Progress from which the rates fall."""
    box_share: float = 0.4
    mask_share: float = 0.0
    """Share of steps with masks as first prompts; corrections give masks, too."""
    refine_share: float = 0.4
    """Share of steps with a second pass: a correction click and the first answer as mask prompt."""
    refine_from: float = 0.75
    """Progress from which there are second passes: the first answers must mean something."""
    smallest_px: int = 50
    """Smallest object of the second half of the run, pixels of the window."""
    first_px: int = 600
    """Smallest object of the first steps: what large things are is learnt first."""
    large_from: float = 0.85
    """Progress from which windows have the model's full 512 px side."""
    large_every: int = 3
    """Before that every so many steps one has it: else nobody boxes an object larger than a small window."""
    guide_clicks: int = 64
    """Clicks per window for the guide (guide.py)."""
    guide_weight: float = 1.0
    inside_weight: float = INSIDE_WEIGHT
    """How much more a pixel inside an object counts: 3 to find masks at all, 1 for their exact size."""
    guide_alone: int = 0
    """Steps in which the guide changes no feature; for a new guide beside a trained model."""
    recolour: float = 0.5
    """Strength of the changes of light and colour."""
    smooth: float = 0.996
    """Decay of the moving average of the weights."""
    seed: int = 7

    def progress(self, step: int) -> float:
        """Share of the run that is done, 0..1."""
        return min(1.0, step / self.steps)

    def rate_factor(self, step: int) -> float:
        """Warm-up, then full rate up to `hold`, then a cosine down to 2 %."""
        late = max(0.0, (self.progress(step) - self.hold) / (1 - self.hold))
        return min(1.0, (step + 1) / self.warmup) * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * late)))

    def refine_share_at(self, step: int) -> float:
        """Share of second passes at a step."""
        return self.refine_share if self.progress(step) >= self.refine_from else 0.0

    def prompt_kind(self, draw: float) -> str:
        """What a step's prompts are ("click", "box" or "mask") for a uniform draw in 0..1."""
        if draw < self.mask_share:
            return "mask"
        return "box" if draw < self.mask_share + self.box_share else "click"

    def cutting(self, step: int) -> Cutting:
        """Windows of a step: large objects first, everything from the middle of the run on."""
        done = self.progress(step)
        smallest = round(self.first_px - (self.first_px - self.smallest_px) * min(1.0, done / 0.5))
        large = done >= self.large_from or step % self.large_every == self.large_every - 1
        side = 512 if large else 256
        return Cutting(side=side, objects=self.objects, smallest_px=smallest, recolour=self.recolour)

    def images_at(self, step: int) -> int:
        """Windows of a step: a large window costs four small ones."""
        return self.images if self.cutting(step).side == 256 else max(1, self.images // 4)
