"""What a prediction costs: cross entropy and dice loss of matched masks, error of the predicted IoU."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, interpolate, one_hot

from .prompts import SLOTS

CROSS_WEIGHT, DICE_WEIGHT, SCORE_WEIGHT = 0.5, 2.0, 3.0
INSIDE_WEIGHT = 3.0
"""What a pixel inside counts while masks are still to be found at all: it makes them a little too large."""
_ORDERS = tuple(itertools.permutations(range(SLOTS)))


@dataclass(frozen=True)
class Outcome:
    """Loss and what it was made of, for the curves; B windows, P prompts."""

    loss: Tensor
    """Scalar with gradient."""
    target_iou: Tensor
    """(B, P, 4) IoU of every predicted mask with the object that was meant."""
    best_iou: Tensor
    """(B, P, 4) IoU of every predicted mask with the best fitting object of those the prompt could mean."""
    score_error: Tensor
    """Scalar: mean absolute error of the predicted IoU."""


def judge(
    logits: Tensor, scores: Tensor, targets: Tensor, slots: Tensor, ambiguous: bool,
    inside_weight: float = INSIDE_WEIGHT,
) -> Outcome:  # fmt: skip
    """Loss of a batch.

    Args:
        logits: (B, P, 4, h, w); mask 0 answers unambiguous prompts, masks 1 to 3 single clicks.
        scores: (B, P, 4) predicted IoU.
        targets: (B, n, H, W) share of each cell that an object covers; where they are finer than the logits,
            these are drawn as SAM draws them, so that edges inside a cell are learnt, too.
        slots: (B, P, SLOTS) indices into targets, the object meant first, -1 for none.
        ambiguous: whether the prompts are single clicks.
        inside_weight: how much more a pixel inside an object counts than one outside.
    """
    pixels, truth = drawn(logits.float(), targets.shape[-2:]).flatten(3), targets.flatten(2)
    scores = scores.float()
    with torch.no_grad():
        overlaps = _hard_iou(pixels, truth)
        allowed = (one_hot(slots.clamp(min=0), truth.shape[1]) * (slots >= 0)[..., None]).amax(dim=2)
        best_iou = (overlaps * allowed[:, :, None]).amax(dim=3)
        meant = slots[:, :, None, :1].expand(-1, -1, overlaps.shape[2], 1)
        target_iou = overlaps.gather(3, meant)[..., 0]
        mask_of_slot = 1 + _match(pixels[:, :, 1:], truth, slots)
    window, prompt, slot = torch.nonzero(slots >= 0, as_tuple=True)
    wanted = truth[window, slots[window, prompt, slot]]
    answers = pixels[window, prompt, mask_of_slot[window, prompt, slot]]
    several = _mask_loss(answers, wanted, inside_weight).mean()
    single = _mask_loss(
        pixels[:, :, 0].flatten(0, 1), truth[_rows(slots), slots[..., 0]].flatten(0, 1), inside_weight
    ).mean()
    # A box means one object: mask 0 is asked in full, the others a little, and the reverse for a click.
    loss = several + 0.3 * single if ambiguous else single + 0.3 * several
    wanted_score = torch.cat([target_iou[..., :1], best_iou[..., 1:]], dim=2)
    error = scores - wanted_score
    # The square alone: with the absolute error every answer is told the middling IoU.
    loss = loss + SCORE_WEIGHT * error.square().mean()
    return Outcome(loss, target_iou, best_iou, error.abs().mean().detach())


def drawn(logits: Tensor, shape: Sequence[int]) -> Tensor:
    """Logits (B, P, s, h, w) on other cells (H, W), bilinear as SAM 2 brings masks to an image's size."""
    if logits.shape[-2:] == tuple(shape):
        return logits
    flat = interpolate(logits.flatten(0, 1), size=tuple(shape), mode="bilinear", align_corners=False)
    return flat.unflatten(0, logits.shape[:2])


def judge_guide(
    logits: Tensor, targets: Tensor, slots: Tensor, inside_weight: float = INSIDE_WEIGHT
) -> tuple[Tensor, Tensor]:
    """Loss of the guide's masks (B, Q, 3, h, w), and the mean IoU of the best of three, both scalars."""
    pixels, truth = logits.flatten(3).float(), targets.flatten(2)
    window, click, slot = torch.nonzero(slots >= 0, as_tuple=True)
    with torch.no_grad():
        mask = _match(pixels, truth, slots)[window, click, slot]
        meant = slots[..., :1, None].expand(-1, -1, pixels.shape[2], -1)
        best = _hard_iou(pixels, truth).gather(3, meant)[..., 0].amax(dim=2).mean()
    wanted = truth[window, slots[window, click, slot]]
    loss = _mask_loss(pixels[window, click, mask], wanted, inside_weight).mean()
    return loss, best


def _rows(slots: Tensor) -> Tensor:
    """Window index of every prompt, (B, P)."""
    return torch.arange(slots.shape[0], device=slots.device)[:, None].expand(slots.shape[:2])


def _mask_loss(pixels: Tensor, truth: Tensor, inside_weight: float) -> Tensor:
    """Balanced cross entropy plus dice loss (k,) of logits (k, m) against covered shares (k, m).

    Small objects weigh more than their area. With plain or focal cross entropy a network without experience
    learns "nothing anywhere" within fifty steps and stays there.
    """
    cross = binary_cross_entropy_with_logits(pixels, truth, reduction="none")
    inside, outside = truth.sum(dim=1), (1 - truth).sum(dim=1)
    share = inside / (inside + outside)
    towards = (inside_weight * share / (1 + (inside_weight - 1) * share)).clamp(0.003, 0.5)
    on = (cross * truth).sum(dim=1) / inside.clamp(min=1)
    off = (cross * (1 - truth)).sum(dim=1) / outside.clamp(min=1)
    probability = torch.sigmoid(pixels)
    dice = 1 - (2 * (probability * truth).sum(dim=1) + 1) / (probability.sum(dim=1) + inside + 1)
    return CROSS_WEIGHT * (towards * on + (1 - towards) * off) / towards.sqrt() + DICE_WEIGHT * dice


def _hard_iou(pixels: Tensor, truth: Tensor) -> Tensor:
    """IoU (B, P, 4, n) of thresholded logits (B, P, 4, m) with every object (B, n, m)."""
    guess, real = (pixels > 0).float(), (truth >= 0.5).float()
    shared = torch.einsum("bpkm,bnm->bpkn", guess, real)
    union = guess.sum(dim=3)[..., None] + real.sum(dim=2)[:, None, None] - shared
    return shared / union.clamp(min=1)


def _match(pixels: Tensor, truth: Tensor, slots: Tensor) -> Tensor:
    """Which of the three masks answers for which slot: (B, P, SLOTS), the assignment of best total dice."""
    probability = torch.sigmoid(pixels)
    shared = torch.einsum("bpkm,bnm->bpkn", probability, truth)
    dice = 2 * shared / (probability.sum(dim=3)[..., None] + truth.sum(dim=2)[:, None, None] + 1)
    index = slots.clamp(min=0)[:, :, None].expand(-1, -1, pixels.shape[2], -1)
    per_slot = dice.gather(3, index) * (slots >= 0)[:, :, None]
    totals = torch.stack(
        [sum(per_slot[:, :, order[s], s] for s in range(SLOTS)) for order in _ORDERS], dim=-1
    )
    return torch.tensor(_ORDERS, device=pixels.device)[totals.argmax(dim=-1)]
