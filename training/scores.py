"""The predicted IoU, learnt once more when the masks no longer change.

While a model trains, its score head chases masks that get better under it, on pictures it has seen before.
A finished model is asked again, on pictures of their own, and the head alone learns what became of the
answers. Its input is one token per prompt, so thousands of answers cost seconds.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import torch
from torch import Tensor

from .architecture import WIDTH, Pico
from .batches import Batch
from .decoding import decode, encode
from .losses import judge

EPOCHS, PORTION, RATE, DECAY = 8, 64, 5e-4, 0.01


@dataclass(frozen=True)
class JudgedAnswers:
    """N prompts and how good the model's four masks were."""

    tokens: Tensor
    """(N, 128): what the score head is given."""
    true: Tensor
    """(N, 4): IoU of mask 0 with the object that was meant, of masks 1 to 3 with the best fitting one."""


@torch.no_grad()
def judged_answers(model: Pico, batches: Iterable[Batch]) -> JudgedAnswers:
    """Ask the model, and compare its answers with the truth."""
    tokens: list[Tensor] = [torch.zeros(0, WIDTH)]
    true: list[Tensor] = [torch.zeros(0, 4)]
    head = model.sam_mask_decoder.iou_prediction_head
    listener = head.register_forward_pre_hook(lambda _, given: tokens.append(given[0].float()))
    try:
        for batch in batches:
            features = encode(model, batch.images, batch.corner)
            logits, scores = decode(model, features, batch.points, batch.labels, batch.masks)
            outcome = judge(logits, scores, batch.targets, batch.slots, batch.kind == "click")
            fits = torch.cat([outcome.target_iou[..., :1], outcome.best_iou[..., 1:]], dim=-1)
            true.append(fits.flatten(0, 1))
    finally:
        listener.remove()
    return JudgedAnswers(torch.cat(tokens), torch.cat(true))


def learn_scores(model: Pico, answers: JudgedAnswers, seed: int = 0) -> tuple[float, float]:
    """Train the score head on judged answers; the mean squared error before and after.

    Raises:
        ValueError: without any answer.
    """
    if not len(answers.tokens):
        raise ValueError("The pictures show no object to ask the model about.")
    head = model.sam_mask_decoder.iou_prediction_head
    generator = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        before = _error(head(answers.tokens), answers.true)
    with torch.enable_grad():
        optimiser = torch.optim.AdamW(head.parameters(), lr=RATE, weight_decay=DECAY)
        for _ in range(EPOCHS):
            for rows in torch.randperm(len(answers.tokens), generator=generator).split(PORTION):
                optimiser.zero_grad()
                _error(head(answers.tokens[rows]), answers.true[rows]).backward()
                optimiser.step()
    with torch.no_grad():
        after = _error(head(answers.tokens), answers.true)
    return float(before), float(after)


def _error(predicted: Tensor, true: Tensor) -> Tensor:
    """The square alone: it is least where the mean IoU of such answers is told."""
    return (predicted - true).square().mean()
