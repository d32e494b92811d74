"""An object from masks of several tiles.

Cores partition the region, so the pieces of an object in them never share a pixel.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..masks import Logits
from ..objects import FoundObject, Piece
from ..tiles.tile_overlaps import TileOverlaps
from ..tiles.tiling import Tile, Window
from .tile_masks import HeldMask
from .votes import Votes


def join_masks(
    own: Sequence[HeldMask],
    borrowed: Sequence[HeldMask],
    overlaps: TileOverlaps,
    region: Window,
    with_logits: bool,
) -> FoundObject | None:
    """One object from linked masks, or None if they outvote each other everywhere.

    ``borrowed`` masks add pixels but no scores. Pieces carry logits if asked for and all masks do.
    """
    members = [*own, *borrowed]
    votes = Votes(members, region)
    pieces: list[tuple[Piece, Tile, int]] = []
    for tile in _core_tiles(members, overlaps):
        window = _bounds([shared for m in members if (shared := m.box.intersection(tile.core))])
        if window is None:
            continue
        piece = _tight_piece(votes.field(window), window, with_logits and votes.by_logits)
        if piece is not None:
            pieces.append((piece, tile, int(np.count_nonzero(piece.bits))))
    if not pieces:
        return None
    _, tile, _ = max(pieces, key=lambda found: found[2])
    here = [mask for mask in own if mask.tile.index == tile.index] or own
    total = sum(mask.area for mask in own)
    return FoundObject(
        pieces=tuple(piece for piece, _, _ in pieces),
        score=sum(mask.score * mask.area for mask in own) / total,
        stability=sum(mask.stability * mask.area for mask in own) / total,
        point=max(here, key=lambda mask: mask.area).point,
        tile=tile.index,
        touches_edge=any(mask.touches_edge for mask in members),
    )


def _core_tiles(members: Sequence[HeldMask], overlaps: TileOverlaps) -> list[Tile]:
    found = {tile.index: tile for mask in members for tile in overlaps.cores_at(mask.box)}
    return [found[index] for index in sorted(found)]


def _tight_piece(field: Logits, window: Window, with_logits: bool) -> Piece | None:
    bits = field[1:-1, 1:-1] > 0
    rows, columns = np.flatnonzero(bits.any(axis=1)), np.flatnonzero(bits.any(axis=0))
    if not rows.size:
        return None
    top, bottom = int(rows[0]), int(rows[-1]) + 1
    left, right = int(columns[0]), int(columns[-1]) + 1
    logits = field[top : bottom + 2, left : right + 2].copy() if with_logits else None
    return Piece(window.x + left, window.y + top, bits[top:bottom, left:right].copy(), logits)


def _bounds(windows: Sequence[Window]) -> Window | None:
    if not windows:
        return None
    x, y = min(w.x for w in windows), min(w.y for w in windows)
    return Window(x, y, max(w.right for w in windows) - x, max(w.bottom for w in windows) - y)
