"""Joining the masks of overlapping tiles into objects, tile by tile.

The method, measured against its rivals by ``benchmarks/seams.py``: duplicates inside a tile go;
a mask cut by a tile's inner edge gives way to a mask of a tile that sees the whole of it; the rest
is linked where two tiles agree in their overlap; of an object several tiles see whole, the most
central mask stays; cut pieces without a partner that lie inside another object go.

An object leaves as soon as no tile still to come can change it, so that about one row of tiles is
in memory, whatever the region's height.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from ..masks import Bits, Mask
from ..objects import FoundObject
from ..tiles.tile_overlaps import TileOverlaps
from ..tiles.tiling import Tile, Window
from .joining import join_masks
from .linking import (
    common_pixels,
    continuation,
    drop_duplicates,
    drop_redundant,
    group_of,
    link_across,
    linked_sets,
)
from .object_pixels import object_iou, object_of_held, object_of_mask, pixels_inside, window_of
from .tile_masks import DUPLICATE_IOU, HeldMask, TileMask, clean_masks, hold

LEFTOVER_COVER = 0.8
"""A cut piece without a partner is dropped if another object covers this share of it."""


class SeamMerger:
    """Takes the masks of every tile in row-major order, hands out objects as they become complete.

    ``tiles`` is the whole plan of ``region``. With ``with_logits`` pieces carry logits wherever
    the masks did; without, logits of masks only help to decide pixels in overlaps. The order of
    results depends on the masks alone.
    """

    def __init__(self, tiles: Sequence[Tile], region: Window, with_logits: bool) -> None:
        self._overlaps = TileOverlaps(tiles)
        self._region = region
        self._with_logits = with_logits
        self._next = 0
        self._order = 0
        self._held: dict[int, list[HeldMask]] = {}
        self._settling: dict[int, list[HeldMask]] = {}

    @property
    def held_bytes(self) -> int:
        """Memory of the pixels that wait for tiles still to come."""
        return sum(mask.held_bytes for masks in self._held.values() for mask in masks)

    def add(self, tile: Tile, valid: Bits | None, masks: Sequence[Mask]) -> list[FoundObject]:
        """The masks of the next tile; returns the objects that are complete now.

        ``valid`` is bool (H, W) of the tile's window, None where all pixels are valid. Tiles
        without masks must be added too.
        """
        if tile.index != self._next:
            raise ValueError(f"Tile {tile.index} was added, tile {self._next} comes next.")
        self._next += 1
        done = self._take_in(tile, clean_masks(masks, valid, tile, self._region))
        self._compare(tile)
        self._link(tile)
        done += self._complete(tile.index)
        return [found for _, found in sorted(done, key=lambda numbered: numbered[0])]

    def finish(self) -> list[FoundObject]:
        """The objects that were still waiting; nothing if every tile of the plan was added."""
        done = [numbered for index in sorted(self._settling) for numbered in self._complete(index)]
        return [found for _, found in sorted(done, key=lambda numbered: numbered[0])]

    def _take_in(self, tile: Tile, found: list[TileMask]) -> list[tuple[int, FoundObject]]:
        """Hold what other tiles see too; the rest is complete."""
        neighbours = self._overlaps.beside(tile)
        held, done = [], []
        for mask in found:
            seen_by = [n for n in neighbours if mask.box.intersection(n.window)]
            if seen_by:
                settles = max(self._ready(tile, other) for other in seen_by)
                with_logits = self._with_logits or mask.is_cut
                held.append(hold(mask, tile, self._order, settles, with_logits))
            else:
                done.append((self._order, object_of_mask(mask, tile, self._with_logits)))
            self._order += 1
        self._held[tile.index] = held
        for waiting in held:
            self._settling.setdefault(waiting.settles, []).append(waiting)
        self._cover(found for _, found in done)
        return done

    def _compare(self, tile: Tile) -> None:
        """Drop what another tile shows better, between ``tile`` and the tiles before it."""
        own = self._held[tile.index]
        for other in self._earlier(tile):
            masks = self._held.get(other.index, [])
            drop_redundant(masks, own, tile, self._region)
            drop_redundant(own, masks, other, self._region)
            drop_duplicates(masks, own)

    def _link(self, tile: Tile) -> None:
        """Link across the overlaps that no tile still to come can see.

        Until then a mask may still give way to one of a tile that sees the whole of it.
        """
        for first in (*self._earlier(tile), tile):
            for second in self._overlaps.beside(first):
                if second.index < first.index and self._ready(second, first) == tile.index:
                    overlap = first.window.overlap(second.window)
                    link_across(self._held.get(second.index, []), self._held.get(first.index, []), overlap)

    def _complete(self, index: int) -> list[tuple[int, FoundObject]]:
        """The objects for which tile ``index`` was the last to wait for."""
        objects: list[_Joined] = []
        leftovers: list[HeldMask] = []
        released: set[int] = set()
        for mask in self._settling.pop(index, []):
            if mask.order in released:
                continue
            if mask.dropped:
                released.add(mask.order)
                continue
            group = group_of(mask)
            if any(member.settles > index for member in group):
                continue
            released.update(member.order for member in group)
            for own in linked_sets(group):
                borrowed = continuation(own)
                if len(own) == 1 and own[0].is_cut and not borrowed:
                    leftovers.append(own[0])
                elif (found := self._join(own, borrowed)) is not None:
                    objects.append(found)
        kept = _without_duplicates(objects)
        self._cover(joined.object for joined in kept)
        kept += self._uncovered(leftovers)
        self._release(released)
        return [(joined.order, joined.object) for joined in kept]

    def _join(self, own: list[HeldMask], borrowed: list[HeldMask]) -> _Joined | None:
        order = min(mask.order for mask in own)
        if len(own) == 1 and not borrowed:
            return _Joined(order, False, False, object_of_held(own[0], self._with_logits))
        found = join_masks(own, borrowed, self._overlaps, self._region, self._with_logits)
        return None if found is None else _Joined(order, True, bool(borrowed), found)

    def _cover(self, objects: Iterable[FoundObject]) -> None:
        """Mark cut pieces inside ``objects``: they are dropped should they find no partner."""
        waiting = [
            mask for masks in self._held.values() for mask in masks if mask.is_cut and not mask.covered
        ]
        if not waiting:
            return
        boxes = np.array([(m.box.x, m.box.y, m.box.right, m.box.bottom) for m in waiting], np.int64)
        areas = np.array([m.area for m in waiting], np.int64)
        for found in objects:
            shared = np.zeros(len(waiting), np.int64)
            for piece in found.pieces:
                window = window_of(piece)
                size = np.minimum(boxes[:, 2:], (window.right, window.bottom)) - np.maximum(
                    boxes[:, :2], (window.x, window.y)
                )
                shared += np.maximum(size, 0).prod(axis=1)
            for i in np.flatnonzero(shared >= LEFTOVER_COVER * areas):
                mask = waiting[i]
                if pixels_inside(mask, found) >= LEFTOVER_COVER * mask.area:
                    mask.covered = True

    def _uncovered(self, leftovers: list[HeldMask]) -> list[_Joined]:
        """Cut pieces without a partner that no other object contains, largest first."""
        kept: list[_Joined] = []
        for mask in sorted(leftovers, key=lambda m: (-m.area, m.order)):
            if mask.covered or self._waiting_around(mask):
                continue
            joined = _Joined(mask.order, False, False, object_of_held(mask, self._with_logits))
            self._cover([joined.object])
            kept.append(joined)
        return kept

    def _waiting_around(self, mask: HeldMask) -> bool:
        """Whether a larger object that is not yet complete contains ``mask``."""
        for masks in self._held.values():
            for other in masks:
                if other is mask or other.dropped or other.area < mask.area or not other.links:
                    continue
                if common_pixels(mask, other) >= LEFTOVER_COVER * mask.area:
                    return True
        return False

    def _release(self, orders: set[int]) -> None:
        for index, masks in list(self._held.items()):
            self._held[index] = [mask for mask in masks if mask.order not in orders]
            if not self._held[index] and index < self._next - 1:
                del self._held[index]

    def _earlier(self, tile: Tile) -> list[Tile]:
        return [n for n in self._overlaps.neighbours(tile) if n.index < tile.index]

    def _ready(self, tile: Tile, other: Tile) -> int:
        """Index of the tile after which the overlap of two tiles can be judged."""
        return self._overlaps.last_to_see(tile.window.overlap(other.window), tile)


@dataclass(frozen=True, eq=False)
class _Joined:
    """An object and how sure its outline is: ``linked`` from parts, some of them ``borrowed``."""

    order: int
    linked: bool
    borrowed: bool
    object: FoundObject


def _without_duplicates(joined: list[_Joined]) -> list[_Joined]:
    """Objects that turn out the same once joined, each once: seen whole rather than linked, linked
    rather than borrowed, then by score."""
    ranked = sorted(joined, key=lambda j: (j.linked, j.borrowed, -j.object.score, j.order))
    kept: list[_Joined] = []
    for candidate in ranked:
        if not candidate.linked or not any(
            object_iou(candidate.object, other.object) > DUPLICATE_IOU for other in kept
        ):
            kept.append(candidate)
    return kept
