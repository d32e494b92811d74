"""What a training step computes: loss of a first answer, and on some steps of the answer to a correction."""

from __future__ import annotations

import contextlib

import torch
from torch import Tensor
from torch.nn.functional import adaptive_avg_pool2d

from .architecture import LOGIT_STRIDE, Pico
from .batches import Batch
from .decoding import decode, encode
from .guide import Guide
from .losses import INSIDE_WEIGHT, Outcome, judge, judge_guide
from .prompts import NO_POINT


def half_precision(device: torch.device) -> contextlib.AbstractContextManager[None]:
    """bfloat16 arithmetic where the machine is fast at it."""
    fast = device.type == "cuda" or (device.type == "cpu" and torch.cpu._is_avx512_bf16_supported())
    return torch.autocast(device.type, torch.bfloat16) if fast else contextlib.nullcontext()


def forward(
    model: Pico, batch: Batch, refine_share: float, generator: torch.Generator,
    guide: Guide, guide_weight: float, guide_alone: bool = False, inside_weight: float = INSIDE_WEIGHT,
) -> tuple[Tensor, dict[str, float]]:  # fmt: skip
    """Loss of a batch and what it measured: a first answer, on some steps an answer to a correction."""
    with half_precision(batch.images.device):
        features = encode(model, batch.images, batch.corner)
        logits, scores = decode(model, features, batch.points, batch.labels, batch.masks)
    first = judge(logits, scores, batch.targets, batch.slots, batch.kind == "click", inside_weight)
    loss, measured = first.loss, measure(first, scores, batch.kind)
    if batch.kind != "mask" and float(torch.rand((), generator=generator)) < refine_share:
        points, labels, given, slots = correct(batch, logits.detach().float(), first, generator)
        # An earlier answer is not always at hand: a third of the corrections come without it.
        remembered = given if float(torch.rand((), generator=generator)) < 0.67 else None
        with half_precision(batch.images.device):
            logits, scores = decode(model, features, points, labels, remembered)
        second = judge(logits, scores, batch.targets, slots, False, inside_weight)
        loss = loss + second.loss
        measured["refined"] = second.target_iou[..., 0].mean().item()
    if batch.clicks is not None and batch.click_slots is not None:
        with half_precision(batch.images.device):
            seen, idle = guide(model, features.detached() if guide_alone else features, batch.clicks)
        coarse = adaptive_avg_pool2d(batch.targets, seen.shape[-2:])
        guided, best = judge_guide(seen, coarse, batch.click_slots, inside_weight)
        loss = loss + guide_weight * (guided + idle)
        measured["guide"] = float(best)
    measured["loss"] = float(loss.detach())
    return loss, measured


def measure(outcome: Outcome, scores: Tensor, kind: str) -> dict[str, float]:
    """Mean IoU under the curve's names."""
    measured = {"score_error": float(outcome.score_error)}
    if kind != "click":
        return measured | {kind: outcome.target_iou[..., 0].mean().item()}
    picked = outcome.best_iou[..., 1:].gather(-1, scores[..., 1:].argmax(dim=-1, keepdim=True))
    best = outcome.target_iou[..., 1:].amax(dim=-1)
    return measured | {"click_best": best.mean().item(), "click_picked": picked.mean().item()}


def correct(
    batch: Batch, logits: Tensor, outcome: Outcome, generator: torch.Generator
) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """A click into the error of each prompt's answer.

    Returns: points (B, P, k + 1, 2), labels (B, P, k + 1), the answers as mask prompts (B, P, 1, h, w) and
    slots (B, P, 3) that hold only the object that was meant.
    """
    if batch.kind == "click":
        chosen = 1 + outcome.target_iou[..., 1:].argmax(dim=-1)
    else:
        chosen = torch.zeros(batch.slots.shape[:2], dtype=torch.int64, device=logits.device)
    answer = logits.gather(2, chosen[..., None, None, None].expand(-1, -1, 1, *logits.shape[-2:]))
    rows = torch.arange(len(batch.slots), device=logits.device)[:, None].expand_as(chosen)
    truth = adaptive_avg_pool2d(batch.targets, logits.shape[-2:])[rows, batch.slots[..., 0]] >= 0.5
    wrong = (truth ^ (answer[:, :, 0] > 0)).flatten(2).float()
    # Nothing wrong: confirm with a click inside; and never divide by nothing.
    wrong = torch.where(wrong.sum(dim=2, keepdim=True) > 0, wrong, truth.flatten(2).float()) + 1e-9
    noise = torch.rand(wrong.shape, generator=generator).to(wrong.device)
    cell = (wrong.log() - (-noise.clamp(1e-9, 1 - 1e-7).log()).log()).argmax(dim=2)
    side = truth.shape[-1]
    place = torch.stack([cell % side, cell // side], dim=-1) * LOGIT_STRIDE + LOGIT_STRIDE / 2
    place = place + torch.tensor(batch.corner, device=place.device)
    label = truth.flatten(2).gather(2, cell[..., None])[..., 0].long()
    filler = batch.points[:, :, -1:]
    points = torch.cat([batch.points[:, :, :-1], place[:, :, None].float(), filler], dim=2)
    labels = torch.cat(
        [batch.labels[:, :, :-1], label[..., None], torch.full_like(label, NO_POINT)[..., None]], 2
    )
    slots = batch.slots.clone()
    slots[..., 1:] = -1
    return points, labels, answer.clamp(-20, 20), slots
