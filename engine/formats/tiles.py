"""Masks cut into the tiles of a grid."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..tiles.tiling import Window
from .grid import Grid
from .pixel_masks import PixelMask, cropped


@dataclass(frozen=True, eq=False)
class TileMasks:
    """The part of some masks on one tile: ``members`` (K,) are their numbers in the whole, ``masks``
    (K) their pixels in the tile's own grid."""

    row: int
    column: int
    window: Window
    grid: Grid
    members: NDArray[np.int64]
    masks: list[PixelMask]


def tiles_with_masks(
    grid: Grid, masks: Sequence[PixelMask], side: int, with_empty: bool = False
) -> Iterator[TileMasks]:
    """The tiles of ``side`` pixels, row by row, those at the right and lower edge smaller; without
    ``with_empty`` only those with a mask."""
    boxes = np.array(
        [(m.x, m.y, m.x + m.bits.shape[1], m.y + m.bits.shape[0]) for m in masks], dtype=np.int64
    ).reshape(-1, 4)
    for row, y in enumerate(range(0, grid.height, side)):
        in_row = np.flatnonzero((boxes[:, 1] < y + side) & (boxes[:, 3] > y))
        for column, x in enumerate(range(0, grid.width, side)):
            window = Window(x, y, min(side, grid.width - x), min(side, grid.height - y))
            near = in_row[(boxes[in_row, 0] < x + side) & (boxes[in_row, 2] > x)]
            pieces = [(int(index), _piece(masks[index], window)) for index in near]
            pieces = [(index, piece) for index, piece in pieces if piece.bits.size]
            if pieces or with_empty:
                yield TileMasks(
                    row=row,
                    column=column,
                    window=window,
                    grid=grid.part(window.x, window.y, window.width, window.height),
                    members=np.array([index for index, _ in pieces], dtype=np.int64),
                    masks=[piece for _, piece in pieces],
                )


def _piece(mask: PixelMask, window: Window) -> PixelMask:
    height, width = mask.bits.shape
    shared = window.intersection(Window(mask.x, mask.y, width, height))
    if shared is None:
        return PixelMask(0, 0, mask.bits[:0, :0])
    top, left = shared.y - mask.y, shared.x - mask.x
    bits = mask.bits[top : top + shared.height, left : left + shared.width]
    return cropped(PixelMask(shared.x - window.x, shared.y - window.y, bits))
