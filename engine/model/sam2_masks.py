"""From the model's low-resolution logits to masks on the pixels of the image.

The stock generator upsamples every candidate to the whole image. Here only the part that can hold
pixels of the mask is upsampled, with the same values to the last bit.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn.functional import interpolate

from ..masks import Logits, Mask

_Values = NDArray[np.float32]

# Bilinear upsampling of a part equals the part of the upsampled whole except for the outermost low-resolution
# pixel, whose neighbour is unknown. One pixel more keeps the ring of logits around the mask exact.
_GROW = 2
# Up to 128 for height + width of the result, torch upsamples with other code that rounds otherwise.
_LEAST_LENGTH = 65
# Candidates upsampled to the whole image at once on a GPU; of 1024 x 1024 pixels, 64 MB.
_AT_ONCE = 16
_FLOAT16_LIMIT = 60000.0
_FLOAT16_TINY = np.nextafter(np.float16(0), np.float16(1))


@dataclass(frozen=True)
class MaskRules:
    """How logits become a mask: MASK_THRESHOLD, STABILITY_SCORE_OFFSET, STABILITY_SCORE_THRESH, and
    whether masks keep their logits."""

    threshold: float
    stability_offset: float
    stability_at_least: float
    with_logits: bool

    def accept(self, stability: np.float32) -> bool:
        """Whether a mask is stable enough; nan is not, unless nothing is asked for."""
        return not self.stability_at_least > 0 or bool(stability >= np.float32(self.stability_at_least))


@dataclass(frozen=True, eq=False)
class UpsampledPart:
    """Logits float32 (h, w) of a part of the image; ``x``, ``y`` is its top left pixel."""

    x: int
    y: int
    values: _Values


def upsample_part(low: torch.Tensor, height: int, width: int, above: float) -> UpsampledPart | None:
    """The part of the upsampled logits that holds every pixel above a value and a ring of one more,
    as far as the image goes; None where no pixel can be above it.

    ``low`` is float32 (S/4, S/4) on the CPU; ``height`` and ``width`` are the image's.
    """
    over = (low > above).numpy()
    rows, columns = np.flatnonzero(over.any(axis=1)), np.flatnonzero(over.any(axis=0))
    if not rows.size:
        return None
    top, bottom, down = _part(rows, low.shape[0], height)
    left, right, across = _part(columns, low.shape[1], width)
    if not (down and across):
        top, bottom, left, right = 0, low.shape[0], 0, low.shape[1]
        size = (height, width)
    else:
        size = ((bottom - top) * down, (right - left) * across)
    part = low[top:bottom, left:right]
    values = interpolate(part[None, None], size, mode="bilinear", align_corners=False)[0, 0]
    return UpsampledPart(left * across, top * down, values.numpy())


def mask_of(low: torch.Tensor, height: int, width: int, rules: MaskRules) -> Mask | None:
    """The mask of one candidate, or None if it is not stable enough or has no pixel.

    Stability is the IoU of the masks at threshold + offset and threshold - offset. Score and point
    are left for the caller. Arguments as ``upsample_part``.
    """
    least = rules.threshold - rules.stability_offset
    part = upsample_part(low, height, width, least)
    if part is None:
        return None
    inner = np.count_nonzero(part.values > rules.threshold + rules.stability_offset)
    stability = _stability(int(inner), int(np.count_nonzero(part.values > least)))
    return _cropped(part, stability, rules) if rules.accept(stability) else None


def masks_of(low: torch.Tensor, height: int, width: int, rules: MaskRules) -> list[Mask | None]:
    """``mask_of`` for K candidates (K, S/4, S/4) on a GPU: counted and boxed there, so that only the boxes of
    stable masks leave it. The same masks, as far as the GPU upsamples with the same values."""
    parts = torch.split(low, _AT_ONCE) if len(low) else ()
    return [mask for part in parts for mask in _masks_of_part(part, height, width, rules)]


def _masks_of_part(low: torch.Tensor, height: int, width: int, rules: MaskRules) -> list[Mask | None]:
    logits = interpolate(low.unsqueeze(1), (height, width), mode="bilinear", align_corners=False)[:, 0]
    inner = (logits > rules.threshold + rules.stability_offset).sum(dim=(1, 2))
    outer = (logits > rules.threshold - rules.stability_offset).sum(dim=(1, 2))
    bits = logits > rules.threshold
    rows, columns = bits.any(dim=2).int(), bits.any(dim=1).int()
    first = rows.argmax(dim=1), columns.argmax(dim=1)
    end = height - rows.flip(1).argmax(dim=1), width - columns.flip(1).argmax(dim=1)
    # The GPU is waited for twice: for these facts, and for the boxes of the stable.
    facts = torch.stack([inner, outer, bits.any(dim=(1, 2)), *first, *end]).T.tolist()
    stabilities, boxes = {}, {}
    for number, (inside, around, any_pixel, top, left, bottom, right) in enumerate(facts):
        stability = _stability(inside, around)
        if any_pixel and rules.accept(stability):
            stabilities[number] = stability
            boxes[number] = max(top - 1, 0), max(left - 1, 0), min(bottom + 1, height), min(right + 1, width)
    masks: list[Mask | None] = [None] * len(facts)
    if not boxes:
        return masks
    crops = [logits[number, top:bottom, left:right] for number, (top, left, bottom, right) in boxes.items()]
    flat = torch.cat([crop.flatten() for crop in crops]).cpu()
    pixels = torch.split(flat, [crop.numel() for crop in crops])
    for (number, (top, left, _, _)), crop, values in zip(boxes.items(), crops, pixels, strict=True):
        part = UpsampledPart(left, top, values.view(crop.shape).numpy())
        masks[number] = _cropped(part, stabilities[number], rules)
    return masks


def _stability(inner: int, outer: int) -> np.float32:
    # In float32 as in the sam2 package, where a tie with the threshold would be decided otherwise in float64.
    counts = np.array([inner, outer], dtype=np.float32)
    ratio: np.float32 = counts[0] / counts[1] if outer else np.float32("nan")
    return ratio


def _cropped(part: UpsampledPart, stability: np.float32, rules: MaskRules) -> Mask | None:
    """The mask in a part of the image, or None if it has no pixel."""
    bits = part.values > rules.threshold
    rows, columns = np.flatnonzero(bits.any(axis=1)), np.flatnonzero(bits.any(axis=0))
    if not rows.size:
        return None
    top, bottom, left, right = int(rows[0]), int(rows[-1]) + 1, int(columns[0]), int(columns[-1]) + 1
    return Mask(
        x=part.x + left,
        y=part.y + top,
        bits=bits[top:bottom, left:right].copy(),
        score=0.0,
        stability=float(stability),
        point=(0.0, 0.0),
        logits=_ringed(part.values - np.float32(rules.threshold), top, bottom, left, right)
        if rules.with_logits
        else None,
    )


def _part(over: NDArray[np.intp], length: int, full_length: int) -> tuple[int, int, int]:
    """First and end of the low-resolution pixels to upsample along one axis, and the factor.

    The factor is 0 where parts would not be exact: only for powers of two are the positions of
    pixels the same floats in a part as in the whole.
    """
    factor, rest = divmod(full_length, length)
    if rest or factor & (factor - 1) or full_length < _LEAST_LENGTH:
        return 0, length, 0
    start, end = max(int(over[0]) - _GROW, 0), min(int(over[-1]) + 1 + _GROW, length)
    lacking = -(-_LEAST_LENGTH // factor) - (end - start)
    if lacking > 0:
        start = max(start - lacking, 0)
        end = min(max(end, start + -(-_LEAST_LENGTH // factor)), length)
    return start, end, factor


def _ringed(values: _Values, top: int, bottom: int, left: int, right: int) -> Logits:
    """The logits of a box and one pixel around it as float16; beyond the image they repeat its edge."""
    rows = np.clip(np.arange(top - 1, bottom + 1), 0, values.shape[0] - 1)
    columns = np.clip(np.arange(left - 1, right + 1), 0, values.shape[1] - 1)
    ringed = values[np.ix_(rows, columns)]
    halves = np.clip(ringed, -_FLOAT16_LIMIT, _FLOAT16_LIMIT).astype(np.float16)
    # Logits too small for float16 must stay inside.
    halves[(ringed > 0) & (halves <= 0)] = _FLOAT16_TINY
    return halves
