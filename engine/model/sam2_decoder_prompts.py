"""Prompts as the mask decoder takes them: tokens that stand for points and boxes, and masks to refine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import torch

from .sam2_inference import calculating


@dataclass(frozen=True, eq=False)
class Prompts:
    """B prompts of one form, as the model's prompt encoder takes them.

    ``tokens`` float32 (B, n, C) stand for points and box corners; ``masks`` float32 (B, 1, S/4, S/4) are
    logits of masks to refine, or None. S is the model's image size, all on its device.
    """

    tokens: torch.Tensor
    masks: torch.Tensor | None = None

    def __len__(self) -> int:
        return len(self.tokens)

    def part(self, start: int, end: int) -> Prompts:
        """Some of them, as a slice."""
        return Prompts(self.tokens[start:end], None if self.masks is None else self.masks[start:end])


def encode_prompts(
    model: Any,
    points: torch.Tensor | None,
    labels: torch.Tensor | None,
    masks: torch.Tensor | None = None,
) -> Prompts:
    """B prompts of n points (B, n, 2) in pixels of the model's square with labels (B, n), or None for
    both, and a mask (B, 1, S/4, S/4) of logits each, or None.

    Labels are 1 foreground, 0 background, 2 and 3 the corners of a box. Padded as
    ``SAM2ImagePredictor`` does, which gives boxes as points, too.
    """
    with calculating():
        asked = None if points is None else (points, labels)
        # The masks only tell the prompt encoder how many prompts there are where there is no point.
        tokens, _ = model.sam_prompt_encoder(points=asked, boxes=None, masks=masks if asked is None else None)
        return Prompts(tokens, masks)
