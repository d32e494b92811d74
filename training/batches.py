"""One training step's data, made from nothing but the recipe, the shelf and the step's number.

Because a batch depends on its step alone, a killed run goes on exactly where it stopped, and any number of
worker processes gives the same data.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import torch
from torch import Tensor
from torch.utils.data import Dataset

from .architecture import IMAGE_SIDE, TARGET_STRIDE
from .crops import Crop, Cutting, cut
from .prompts import draw_boxes, draw_clicks, draw_masks
from .recipe import Recipe
from .shelf import load_picture


@dataclass
class Batch:
    """B windows with P prompts each."""

    kind: str
    """click, box or mask: all prompts of a batch are of one kind, so that they have equally many tokens."""
    images: Tensor
    """uint8 (B, 3, side, side)."""
    corner: tuple[int, int]
    """Where in the model's input the windows lie, x and y."""
    targets: Tensor
    """float32 (B, n, side / c, side / c): share of each cell of c px that an object covers."""
    points: Tensor
    """float32 (B, P, k, 2), model input pixels; k is 0 for masks, else a filler comes last."""
    labels: Tensor
    """int64 (B, P, k), SAM's code."""
    masks: Tensor | None
    """float32 (B, P, 1, side / 4, side / 4), logits, for kind "mask"."""
    slots: Tensor
    """int64 (B, P, 3): objects a prompt could mean, the one meant first, -1 for none."""
    clicks: Tensor | None = None
    """float32 (B, Q, 2), window pixels: further clicks, for the guide."""
    click_slots: Tensor | None = None
    """int64 (B, Q, 3): what they could mean."""

    def to(self, device: torch.device) -> Batch:
        """The same batch on a device."""
        moved = {
            name: value.to(device, non_blocking=True) if isinstance(value, Tensor) else value
            for name, value in vars(self).items()
        }
        return Batch(**moved)


@dataclass(frozen=True)
class Shelf:
    """Pictures of one origin."""

    pictures: tuple[Path, ...]
    weight: float
    """Their share of the windows, in proportion to the other shelves' weights."""


class Batches(Dataset):
    """`batches[step]` is the batch of a step."""

    def __init__(self, shelves: Sequence[Shelf], recipe: Recipe) -> None:
        self._shelves, self._recipe = [shelf for shelf in shelves if shelf.pictures], recipe
        weights = np.array([shelf.weight for shelf in self._shelves])
        self._shares = weights / weights.sum() if len(weights) else weights
        if not self._shelves:
            raise FileNotFoundError("The shelf is empty: make scenes first (python -m training.shelf).")

    def __len__(self) -> int:
        return self._recipe.steps

    def __getitem__(self, step: int) -> Batch:
        cv2.setNumThreads(1)
        rng = np.random.default_rng([self._recipe.seed, step])
        kind = self._recipe.prompt_kind(rng.random())
        cutting = self._recipe.cutting(step)
        crops = [self._crop(rng, cutting) for _ in range(self._recipe.images_at(step))]
        return collate(rng, crops, kind, self._recipe.prompts, self._recipe.guide_clicks)

    def _crop(self, rng: np.random.Generator, cutting: Cutting) -> Crop:
        while True:
            pictures = self._shelves[rng.choice(len(self._shelves), p=self._shares)].pictures
            crop = cut(rng, load_picture(pictures[rng.integers(len(pictures))]), cutting)
            if crop is not None:
                return crop


def collate(
    rng: np.random.Generator,
    crops: Sequence[Crop],
    kind: str,
    count: int,
    further: int = 0,
    cell_px: int = TARGET_STRIDE,
) -> Batch:
    """Draw `count` prompts of one kind and `further` clicks on every window and put the windows together.

    `cell_px` is the side of the targets' cells, in pixels.
    """
    side = crops[0].rgb.shape[0]
    corner = tuple(int(v) * 32 for v in rng.integers(0, (IMAGE_SIDE - side) // 32 + 1, 2))
    draw = {"click": draw_clicks, "box": draw_boxes, "mask": draw_masks}[kind]
    prompts = [draw(rng, crop.masks, count) for crop in crops]
    most, cells = max(len(crop.masks) for crop in crops), side // cell_px
    targets = np.zeros((len(crops), most, cells, cells), dtype=np.float32)
    for row, crop in enumerate(crops):
        shape = (len(crop.masks), cells, cell_px, cells, cell_px)
        targets[row, : len(crop.masks)] = crop.masks.reshape(shape).mean(axis=(2, 4), dtype=np.float32)
    given = [prompt.masks for prompt in prompts]
    clicks = [draw_clicks(rng, crop.masks, further) for crop in crops] if further else []
    return Batch(
        kind=kind,
        images=torch.from_numpy(np.stack([crop.rgb for crop in crops]).transpose(0, 3, 1, 2).copy()),
        corner=(corner[0], corner[1]),
        targets=torch.from_numpy(targets),
        points=torch.from_numpy(np.stack([prompt.points for prompt in prompts]) + np.float32(corner)),
        labels=torch.from_numpy(np.stack([prompt.labels for prompt in prompts])),
        masks=torch.from_numpy(np.stack(given)) if given[0] is not None else None,
        slots=torch.from_numpy(np.stack([prompt.slots for prompt in prompts])),
        clicks=torch.from_numpy(np.stack([click.points[:, 0] for click in clicks])) if clicks else None,
        click_slots=torch.from_numpy(np.stack([click.slots for click in clicks])) if clicks else None,
    )
