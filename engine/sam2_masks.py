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

from .masks import Logits, Mask

_Values = NDArray[np.float32]

# Bilinear upsampling of a part equals the part of the upsampled whole except for the outermost low-resolution
# pixel, whose neighbour is unknown. One pixel more keeps the ring of logits around the mask exact.
_GROW = 2
# Up to 128 for height + width of the result, torch upsamples with other code that rounds otherwise.
_LEAST_LENGTH = 65
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
    outer = np.count_nonzero(part.values > least)
    # In float32 as in the sam2 package, where a tie with the threshold would be decided otherwise in float64.
    stability = np.float32(inner) / np.float32(outer) if outer else np.float32("nan")
    if rules.stability_at_least > 0 and not stability >= np.float32(rules.stability_at_least):
        return None
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
