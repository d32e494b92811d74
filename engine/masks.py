"""The mask: pixels of one candidate in one tile."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Bits = NDArray[np.bool_]  # (h, w)
Logits = NDArray[np.float16]  # (h, w), inside where > 0


@dataclass(frozen=True, eq=False)
class Mask:
    """One candidate, cropped to its box.

    ``x``, ``y`` is the top left pixel of ``bits`` in tile pixels; ``bits`` (h, w) has at least
    one true pixel in each outer row and column. ``score`` is the predicted IoU, ``point`` the
    prompt in tile pixels (x, y), both as SAM 2 reports them. ``logits`` (h + 2, w + 2), where
    given, are the model's logits minus the mask threshold on the same pixels and one more on
    each side, so that ``logits[1:-1, 1:-1] > 0`` equals ``bits`` except where regions were
    removed or filled; outside the tile they repeat the edge.
    """

    x: int
    y: int
    bits: Bits
    score: float
    stability: float
    point: tuple[float, float]
    logits: Logits | None = None

    @property
    def area(self) -> int:
        """Number of pixels."""
        return int(np.count_nonzero(self.bits))
