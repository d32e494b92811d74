"""What the tiles that saw an object say about each of its pixels.

Where windows overlap, a pixel is decided by the mean of what the tiles say, weighted by linear ramps
that fall to 0 at each tile's edge: no step at the seam, and a tile counts least where it sees least.
"""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from ..masks import Logits
from ..tiles.tiling import Tile, Window
from .tile_masks import HeldMask

FloatLogits = NDArray[np.float32]

VOTE_MARGIN = 8
"""A mask says "outside" up to this far from its box, in pixels; beyond, its tile may have missed a part."""
BACKGROUND = np.float32(-1)
"""Where no tile has a say."""
UNKNOWN = np.float32(-1e4)
"""Below every logit: the tile has no say here."""


class Votes:
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
        seen = around.overlap(self._region)
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
        vote = self._tile_vote(tile, window, graded=False)
        np.copyto(mean, vote, where=vote > UNKNOWN)

    def _blend(self, tiles: Sequence[Tile], window: Window, mean: FloatLogits) -> None:
        total, weights = np.zeros_like(mean), np.zeros_like(mean)
        said = []
        for tile in tiles:
            shared = tile.window.intersection(window)
            if shared is None:
                continue
            vote = self._tile_vote(tile, shared, graded=True)
            weight = np.where(vote > UNKNOWN, _ramp_weights(tile, shared), np.float32(0))
            here = _slices(shared, window)
            total[here] += vote * weight
            weights[here] += weight
            said.append((here, vote, weight))
        np.divide(total, weights, out=mean, where=weights > 0)
        # A single vote must come out as it went in, or pieces would differ in the last bit.
        for here, vote, weight in said:
            np.copyto(mean[here], vote, where=(weight > 0) & (weights[here] == weight))

    def _tile_vote(self, tile: Tile, window: Window, graded: bool) -> FloatLogits:
        """What the members of ``tile`` say in ``window``, ``UNKNOWN`` far from their boxes.

        Without logits, ``graded`` votes are distances from the outline, others only signs.
        """
        vote = np.full((window.height, window.width), UNKNOWN, np.float32)
        for mask in self._by_tile[tile]:
            zone = mask.box.expanded(VOTE_MARGIN).intersection(window)
            if zone is None:
                continue
            if self.by_logits:
                said = self._logits_in(mask, zone)
            else:
                said = _distances(mask, zone) if graded else _signs(mask, zone)
            here = _slices(zone, window)
            vote[here] = np.maximum(vote[here], said)
        return vote

    def _logits_in(self, mask: HeldMask, zone: Window) -> FloatLogits:
        """The logits of ``mask``; outside its box the nearest ones."""
        logits, box = self._unpacked(mask), mask.box
        rows = np.clip(np.arange(zone.y, zone.bottom) - box.y + 1, 0, box.height + 1)
        columns = np.clip(np.arange(zone.x, zone.right) - box.x + 1, 0, box.width + 1)
        return logits[np.ix_(rows, columns)].astype(np.float32)

    def _unpacked(self, mask: HeldMask) -> Logits:
        if mask.order not in self._logits:
            logits = mask.logits()
            if logits is None:
                raise ValueError("this mask keeps no logits; only by_logits asks for them")
            # Neighbours ask for the same mask one after the other; a long object must not keep them all.
            while len(self._logits) >= 8:
                self._logits.pop(next(iter(self._logits)))
            self._logits[mask.order] = logits
        return self._logits[mask.order]


def _signs(mask: HeldMask, zone: Window) -> FloatLogits:
    """1 inside ``mask``, -1 outside."""
    vote = np.full((zone.height, zone.width), -1, np.float32)
    inside = zone.intersection(mask.box)
    if inside is not None:
        vote[_slices(inside, zone)] += 2 * mask.bits_in(inside)
    return vote


def _distances(mask: HeldMask, zone: Window) -> FloatLogits:
    """Pixels from the outline of ``mask``, positive inside, limited to +-``VOTE_MARGIN``.

    Stands in for logits: two tiles that disagree meet half way, where signs would make a step.
    """
    around = zone.expanded(VOTE_MARGIN).overlap(mask.tile.window)
    inside = (_signs(mask, around) > 0).astype(np.uint8)
    if not inside.any() or inside.all():
        return np.full((zone.height, zone.width), VOTE_MARGIN if inside.all() else -VOTE_MARGIN, np.float32)
    distance = cv2.distanceTransform(inside, cv2.DIST_L2, 3) - cv2.distanceTransform(
        1 - inside, cv2.DIST_L2, 3
    )
    limited: FloatLogits = np.clip(distance[_slices(zone, around)], -VOTE_MARGIN, VOTE_MARGIN)
    return limited


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


def _slices(inner: Window, outer: Window) -> tuple[slice, slice]:
    top, left = inner.y - outer.y, inner.x - outer.x
    return slice(top, top + inner.height), slice(left, left + inner.width)
