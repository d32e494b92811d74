"""The object: pieces in the cores of tiles that are one thing on the ground."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .masks import Bits


@dataclass(frozen=True, eq=False)
class Piece:
    """Pixels of one object in one place, in grid pixels.

    The pieces of an object never share a pixel. ``logits`` (h + 2, w + 2) float16, where given,
    are on the pixels of ``bits`` and one more on each side; two pieces that touch hold the same
    values on the pixels they both cover, so that smooth outlines meet.
    """

    x: int
    y: int
    bits: Bits
    logits: NDArray[np.float16] | None = None


@dataclass(frozen=True, eq=False)
class FoundObject:
    """One object, complete: no tile still to come can add to it.

    ``point`` is the prompt of its largest piece in grid pixels (x, y), ``tile`` the index of the
    tile of that piece, ``score`` and ``stability`` are means weighted by the pieces' areas.
    """

    pieces: tuple[Piece, ...]
    score: float
    stability: float
    point: tuple[float, float]
    tile: int
    touches_edge: bool

    @property
    def area_px(self) -> int:
        """Number of pixels."""
        return sum(int(np.count_nonzero(piece.bits)) for piece in self.pieces)
