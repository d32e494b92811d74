"""The pixels of an object seen in parts by several tiles.

Cores partition the region, so the parts in them never share a pixel. Where windows overlap, every
pixel is decided by the mean of what the tiles say, weighted by linear ramps that fall to 0 at each
tile's edge: no step at the seam, and a tile counts least where it sees least.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from .masks import Logits
from .objects import FoundObject, Piece
from .tile_masks import HeldMask
from .tile_overlaps import TileOverlaps
from .tiling import Tile, Window

FloatLogits = NDArray[np.float32]

VOTE_MARGIN = 8
"""A mask says "outside" up to this far from its box, in pixels; beyond, its tile may have missed a part."""
BACKGROUND = np.float32(-1)
"""Where no tile has a say."""
UNKNOWN = np.float32(-1e4)
"""Below every logit: the tile has no say here."""


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
    votes = _Votes(members, region)
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


class _Votes:
    """What the members' tiles say about each pixel: positive inside the object."""

    def __init__(self, members: Sequence[HeldMask], region: Window) -> None:
        self._region = region
        self._by_tile: dict[Tile, list[HeldMask]] = {}
        for mask in sorted(members, key=lambda mask: mask.order):
            self._by_tile.setdefault(mask.tile, []).append(mask)
        self.by_logits = all(mask.packed_logits is not None for mask in members)
        self._logits: dict[int, Logits] = {}

    def field(self, window: Window) -> Logits:
        """The weighted mean vote (window.height + 2, window.width + 2) on the pixels of ``window``
        and one more on each side; outside the region the edge repeats.

        A pixel's value does not depend on the window it is asked for in.
        """
        around = window.expanded(1)
        seen = around.intersection(self._region)
        assert seen is not None
        mean = np.full((seen.height, seen.width), BACKGROUND, np.float32)
        tiles = [tile for tile in self._by_tile if tile.window.intersection(seen)]
        if tiles:
            home = max(tiles, key=lambda tile: _area(tile.window.intersection(seen)))
            alone = _seen_alone(home, tiles, seen)
            if alone is not None:
                self._take_votes(home, alone, mean[_slices(alone, seen)])
            for shared in _frame(alone, seen):
                self._blend(tiles, shared, mean[_slices(shared, seen)])
        padding = (
            (seen.y - around.y, around.bottom - seen.bottom),
            (seen.x - around.x, around.right - seen.right),
        )
        return np.pad(mean, padding, mode="edge").astype(np.float16)

    def _take_votes(self, tile: Tile, window: Window, mean: FloatLogits) -> None:
        vote = self._tile_vote(tile, window)
        np.copyto(mean, vote, where=vote > UNKNOWN)

    def _blend(self, tiles: Sequence[Tile], window: Window, mean: FloatLogits) -> None:
        total, weights = np.zeros_like(mean), np.zeros_like(mean)
        for tile in tiles:
            shared = tile.window.intersection(window)
            if shared is None:
                continue
            vote = self._tile_vote(tile, shared)
            weight = np.where(vote > UNKNOWN, _ramp_weights(tile, shared), np.float32(0))
            here = _slices(shared, window)
            total[here] += vote * weight
            weights[here] += weight
        np.divide(total, weights, out=mean, where=weights > 0)

    def _tile_vote(self, tile: Tile, window: Window) -> FloatLogits:
        """What the members of ``tile`` say in ``window``, ``UNKNOWN`` far from their boxes."""
        vote = np.full((window.height, window.width), UNKNOWN, np.float32)
        for mask in self._by_tile[tile]:
            zone = mask.box.expanded(VOTE_MARGIN).intersection(window)
            if zone is not None:
                here = _slices(zone, window)
                vote[here] = np.maximum(vote[here], self._vote(mask, zone))
        return vote

    def _vote(self, mask: HeldMask, zone: Window) -> FloatLogits:
        if self.by_logits:
            logits = self._unpacked(mask)
            rows = np.clip(np.arange(zone.y, zone.bottom) - mask.box.y + 1, 0, mask.box.height + 1)
            columns = np.clip(np.arange(zone.x, zone.right) - mask.box.x + 1, 0, mask.box.width + 1)
            return logits[np.ix_(rows, columns)].astype(np.float32)
        vote = np.full((zone.height, zone.width), -1, np.float32)
        inside = zone.intersection(mask.box)
        if inside is not None:
            vote[_slices(inside, zone)] += 2 * mask.bits_in(inside)
        return vote

    def _unpacked(self, mask: HeldMask) -> Logits:
        if mask.order not in self._logits:
            logits = mask.logits()
            assert logits is not None
            # Neighbours ask for the same mask one after the other; a long object must not keep them all.
            while len(self._logits) >= 8:
                self._logits.pop(next(iter(self._logits)))
            self._logits[mask.order] = logits
        return self._logits[mask.order]


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


def _seen_alone(home: Tile, tiles: Sequence[Tile], window: Window) -> Window | None:
    """A large part of ``window`` that among ``tiles`` only ``home`` sees."""
    free = home.window.intersection(window)
    for tile in tiles:
        other = free and tile.window.intersection(free)
        if tile == home or other is None or free is None:
            continue
        beside = [
            Window(other.right, free.y, free.right - other.right, free.height),
            Window(free.x, free.y, other.x - free.x, free.height),
            Window(free.x, other.bottom, free.width, free.bottom - other.bottom),
            Window(free.x, free.y, free.width, other.y - free.y),
        ]
        free = max(beside, key=_area)
        if not _area(free):
            return None
    return free


def _frame(inner: Window | None, outer: Window) -> list[Window]:
    """``outer`` without ``inner``, as up to four windows."""
    if inner is None:
        return [outer]
    strips = [
        Window(outer.x, outer.y, outer.width, inner.y - outer.y),
        Window(outer.x, inner.y, inner.x - outer.x, inner.height),
        Window(inner.right, inner.y, outer.right - inner.right, inner.height),
        Window(outer.x, inner.bottom, outer.width, outer.bottom - inner.bottom),
    ]
    return [strip for strip in strips if _area(strip)]


def _area(window: Window | None) -> int:
    return 0 if window is None else window.width * window.height


def _ramp_weights(tile: Tile, window: Window) -> FloatLogits:
    """Weights (window.height, window.width) that fall to 0 across each overlap of ``tile``."""
    columns = _ramp(window.x, window.right, tile.window.x, tile.window.right, tile.core.x, tile.core.right)
    rows = _ramp(window.y, window.bottom, tile.window.y, tile.window.bottom, tile.core.y, tile.core.bottom)
    return rows[:, None] * columns[None]


def _ramp(start: int, end: int, first: int, last: int, core_first: int, core_last: int) -> FloatLogits:
    centres = np.arange(start, end) + 0.5
    weight = np.ones(end - start)
    # Cores meet in the middle of overlaps, so an overlap is twice as wide as what lies beyond the core.
    if core_first > first:
        weight = np.minimum(weight, (centres - first) / (2 * (core_first - first)))
    if core_last < last:
        weight = np.minimum(weight, (last - centres) / (2 * (last - core_last)))
    return weight.astype(np.float32)


def _bounds(windows: Sequence[Window]) -> Window | None:
    if not windows:
        return None
    x, y = min(w.x for w in windows), min(w.y for w in windows)
    return Window(x, y, max(w.right for w in windows) - x, max(w.bottom for w in windows) - y)


def _slices(inner: Window, outer: Window) -> tuple[slice, slice]:
    top, left = inner.y - outer.y, inner.x - outer.x
    return slice(top, top + inner.height), slice(left, left + inner.width)
