"""Objects made of one mask, and what objects have in common."""

from __future__ import annotations

import numpy as np

from ..masks import Bits
from ..objects import FoundObject, Piece
from ..tiles.tiling import Tile, Window
from .tile_masks import HeldMask, TileMask, signed_logits


def object_iou(a: FoundObject, b: FoundObject) -> float:
    """Intersection over union of two objects' pixels."""
    common = sum(_common(p, q) for p in a.pieces for q in b.pieces)
    return common / (a.area_px + b.area_px - common) if common else 0.0


def _common(p: Piece, q: Piece) -> int:
    shared = window_of(p).intersection(window_of(q))
    if shared is None:
        return 0
    return int(np.count_nonzero(_crop(p, shared) & _crop(q, shared)))


def pixels_inside(mask: HeldMask, found: FoundObject) -> int:
    common = 0
    for piece in found.pieces:
        shared = mask.box.intersection(window_of(piece))
        if shared is not None:
            common += int(np.count_nonzero(mask.bits_in(shared) & _crop(piece, shared)))
    return common


def window_of(piece: Piece) -> Window:
    height, width = piece.bits.shape
    return Window(piece.x, piece.y, width, height)


def _crop(piece: Piece, window: Window) -> Bits:
    top, left = window.y - piece.y, window.x - piece.x
    return piece.bits[top : top + window.height, left : left + window.width]


def object_of_mask(found: TileMask, tile: Tile, with_logits: bool) -> FoundObject:
    """A mask that no other tile sees."""
    mask, box = found.mask, found.box
    logits = signed_logits(mask.bits, mask.logits) if with_logits and mask.logits is not None else None
    return FoundObject(
        pieces=(Piece(box.x, box.y, mask.bits, logits),),
        score=mask.score,
        stability=mask.stability,
        point=(mask.point[0] + tile.window.x, mask.point[1] + tile.window.y),
        tile=tile.index,
        touches_edge=found.touches_edge,
    )


def object_of_held(mask: HeldMask, with_logits: bool) -> FoundObject:
    """An object of one mask, in full."""
    logits = mask.logits() if with_logits else None
    piece = Piece(mask.box.x, mask.box.y, mask.bits_in(mask.box), logits)
    return FoundObject(
        pieces=(piece,),
        score=mask.score,
        stability=mask.stability,
        point=mask.point,
        tile=mask.tile.index,
        touches_edge=mask.touches_edge,
    )
