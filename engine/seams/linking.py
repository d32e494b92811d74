"""Which masks of two overlapping tiles show the same object.

The hybrid method: a mask cut by a tile's edge gives way to one of a tile that sees the whole of
it; what remains is linked where the two tiles agree about the ground they both see.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from ..tiles.tiling import Tile, Window
from .tile_masks import CUT_TOLERANCE, DUPLICATE_IOU, HeldMask, inner_clearance

REDUNDANT_COVER = 0.5
"""A cut mask is redundant if a tile that sees the whole of it has a mask over this share of it."""
SAME_IOU = 0.6
"""Two complete masks of different tiles that agree best with each other are one object from here on."""
LINK_IOU = 0.5
"""Two masks are linked from this IoU on, in the pixels both tiles see; 0.3 to 0.7 give the same result."""
BORROW_IOU = 0.75
"""From this IoU on a mask goes on in a neighbour's mask that is linked to another one."""
PART_COVER = 0.8
"""A part lies to this share in the whole, and the parts make up this share of it."""
AREA_WEIGHT = 0.02
"""Decides between partners that are alike in the overlap: the one of more similar area."""


def drop_redundant(cut: Iterable[HeldMask], others: Sequence[HeldMask], tile: Tile, region: Window) -> None:
    """Drop the masks of ``cut`` that ``tile`` sees whole, where one of its masks ``others`` shows them.

    Of two cut masks only the smaller can give way, so that they never drop each other.
    """
    for mask in cut:
        if not mask.is_cut or mask.dropped or not tile.window.contains(mask.box):
            continue
        if inner_clearance(mask.box, tile, region) < CUT_TOLERANCE:
            continue
        mask.dropped = any(
            _may_replace(other, mask) and common_pixels(mask, other) >= REDUNDANT_COVER * mask.area
            for other in others
        )


def drop_duplicates(first: Sequence[HeldMask], second: Sequence[HeldMask]) -> None:
    """Keep one mask of every object that two tiles see whole.

    Above an IoU of ``DUPLICATE_IOU`` it is the one farther from its tile's edges, then the one with
    the better score. Small objects seen twice may agree less: two masks that agree best with each
    other are one object from ``SAME_IOU`` on, and the better score decides.
    """
    first = [mask for mask in first if not mask.is_cut and not mask.dropped]
    second = [mask for mask in second if not mask.is_cut and not mask.dropped]
    ious = np.zeros((len(first), len(second)))
    for i, j in _similar(first, second, [m.area for m in first], [m.area for m in second], None, SAME_IOU):
        ious[i, j] = mask_iou(first[i], second[j])
    for i, j in np.argwhere(ious > SAME_IOU):
        a, b, iou = first[i], second[j], ious[i, j]
        if a.dropped or b.dropped:
            # Only what stays may drop others: the two rules could otherwise drop all views of an object.
            continue
        if iou > DUPLICATE_IOU:
            min(a, b, key=lambda mask: (mask.clearance, mask.score, -mask.order)).dropped = True
        elif iou == ious[i].max() == ious[:, j].max():
            min(a, b, key=lambda mask: (mask.score, -mask.order)).dropped = True


def link_across(first: Sequence[HeldMask], second: Sequence[HeldMask], overlap: Window) -> None:
    """Link the masks of two tiles that agree best with each other in the ``overlap`` of their windows.

    Two masks are linked if each is the other's best partner, their IoU in the overlap is at least
    ``LINK_IOU`` and one of them is cut. A mask whose best partner prefers another one (two nested
    objects look alike in the other tile) borrows it: it goes on there without sharing an identity.
    """
    first, first_areas = _seen_in(first, overlap)
    second, second_areas = _seen_in(second, overlap)
    likeness = np.zeros((len(first), len(second)))
    for i, j in _similar(first, second, first_areas, second_areas, overlap, LINK_IOU):
        a, b = first[i], second[j]
        common = common_pixels(a, b, overlap)
        iou = common / (first_areas[i] + second_areas[j] - common)
        if iou >= LINK_IOU and (a.is_cut or b.is_cut):
            likeness[i, j] = iou + AREA_WEIGHT * min(a.area, b.area) / max(a.area, b.area)
    if not likeness.size:
        return
    best_second, best_first = likeness.argmax(axis=1), likeness.argmax(axis=0)
    for i, j in enumerate(best_second):
        if likeness[i, j] == 0:
            continue
        if best_first[j] == i:
            _link(first[i], second[j])
        else:
            _borrow(first[i], second[j], likeness[i, j], overlap)
    for j, i in enumerate(best_first):
        if likeness[i, j] > 0 and best_second[i] != j:
            _borrow(second[j], first[i], likeness[i, j], overlap)
    _link_parts(first, first_areas, second, second_areas, overlap)
    _link_parts(second, second_areas, first, first_areas, overlap)


def _link_parts(
    parts: Sequence[HeldMask],
    part_areas: Sequence[int],
    wholes: Sequence[HeldMask],
    whole_areas: Sequence[int],
    overlap: Window,
) -> None:
    """Link masks that enter the other tile as parts of one mask there: the legs of a bend.

    The parts must lie side by side and, with what is linked already, make up what the other tile
    sees in the overlap; so a nested object is no part, nor are parcels of a larger field.
    """
    loose = [
        (part, area)
        for part, area in zip(parts, part_areas)
        if not part.borrows and not _partners(part, wholes) and _is_cut_towards(part, overlap)
    ]
    if not loose:
        return
    for whole, whole_area in sorted(zip(wholes, whole_areas), key=lambda pair: (pair[1], pair[0].order)):
        if not _is_cut_towards(whole, overlap):
            continue
        legs = _partners(whole, parts)
        made_up = sum(common_pixels(leg, whole, overlap) for leg in legs)
        added = []
        for part, area in loose:
            common = common_pixels(part, whole, overlap)
            if common >= PART_COVER * area and not any(common_pixels(part, leg) for leg in legs):
                legs.append(part)
                added.append(part)
                made_up += common
        if added and len(legs) > 1 and made_up >= PART_COVER * whole_area:
            for part in added:
                _link(part, whole)
            loose = [(part, area) for part, area in loose if part not in added]


def _partners(mask: HeldMask, others: Sequence[HeldMask]) -> list[HeldMask]:
    return [other for other in others if other in mask.links]


def _link(a: HeldMask, b: HeldMask) -> None:
    a.links.append(b)
    b.links.append(a)


def group_of(mask: HeldMask) -> list[HeldMask]:
    """All masks that ``mask`` is linked to, borrows from or lends to, at any remove."""
    return _reachable([mask], lambda m: (*m.links, *m.borrows, *m.lends))


def linked_sets(group: list[HeldMask]) -> list[list[HeldMask]]:
    """``group`` split into masks that are one object."""
    sets: list[list[HeldMask]] = []
    placed: set[int] = set()
    for mask in group:
        if mask.order not in placed:
            sets.append(_reachable([mask], lambda m: m.links))
            placed.update(member.order for member in sets[-1])
    return sets


def continuation(own: list[HeldMask]) -> list[HeldMask]:
    """Where the masks of one object go on in masks linked to another: beyond its own tiles only."""
    tiles = {mask.tile.index for mask in own}
    lenders = [lender for mask in own for lender in mask.borrows if lender.tile.index not in tiles]
    return _reachable(lenders, lambda m: (n for n in m.links if n.tile.index not in tiles))


def common_pixels(a: HeldMask, b: HeldMask, window: Window | None = None) -> int:
    """Number of pixels in both masks (and in ``window``)."""
    shared = a.box.intersection(b.box)
    if shared is not None and window is not None:
        shared = shared.intersection(window)
    if shared is None:
        return 0
    return int(np.count_nonzero(a.bits_in(shared) & b.bits_in(shared)))


def mask_iou(a: HeldMask, b: HeldMask) -> float:
    """Intersection over union of two masks."""
    common = common_pixels(a, b)
    return common / (a.area + b.area - common)


def _may_replace(other: HeldMask, mask: HeldMask) -> bool:
    return not other.is_cut or (other.area, -other.order) > (mask.area, -mask.order)


def _borrow(mask: HeldMask, lender: HeldMask, likeness: float, overlap: Window) -> None:
    goes_on = _is_cut_towards(mask, overlap) and not mask.tile.window.contains(lender.box)
    if goes_on and likeness >= BORROW_IOU:
        mask.borrows.append(lender)
        lender.lends.append(mask)


def _is_cut_towards(mask: HeldMask, overlap: Window) -> bool:
    """Whether ``mask`` ends at an edge of its tile that runs through the neighbour's window."""
    window, box = mask.tile.window, mask.box
    return (
        (overlap.x > window.x and window.right - box.right < CUT_TOLERANCE)
        or (overlap.right < window.right and box.x - window.x < CUT_TOLERANCE)
        or (overlap.y > window.y and window.bottom - box.bottom < CUT_TOLERANCE)
        or (overlap.bottom < window.bottom and box.y - window.y < CUT_TOLERANCE)
    )


def _seen_in(masks: Sequence[HeldMask], overlap: Window) -> tuple[list[HeldMask], list[int]]:
    """The masks in work that have pixels in ``overlap``, and how many."""
    seen, areas = [], []
    for mask in masks:
        if mask.dropped:
            continue
        shared = mask.box.intersection(overlap)
        if shared is None:
            continue
        area = mask.area if shared == mask.box else int(np.count_nonzero(mask.bits_in(shared)))
        if area:
            seen.append(mask)
            areas.append(area)
    return seen, areas


def _similar(
    first: Sequence[HeldMask],
    second: Sequence[HeldMask],
    first_areas: Sequence[int],
    second_areas: Sequence[int],
    clip: Window | None,
    iou: float,
) -> Iterable[tuple[int, int]]:
    """Index pairs whose boxes (within ``clip``) and areas allow an IoU of ``iou``."""
    if not first or not second:
        return ()
    a, b = _corners(first, clip), _corners(second, clip)
    areas_a, areas_b = np.array(first_areas, np.float64)[:, None], np.array(second_areas, np.float64)[None]
    size = np.minimum(a[:, None, 2:], b[None, :, 2:]) - np.maximum(a[:, None, :2], b[None, :, :2])
    common = np.maximum(size, 0).prod(axis=2)
    possible = np.minimum(common, np.minimum(areas_a, areas_b))
    pairs = np.argwhere((possible > 0) & (possible >= iou / (1 + iou) * (areas_a + areas_b)))
    return ((int(i), int(j)) for i, j in pairs)


def _corners(masks: Sequence[HeldMask], clip: Window | None) -> NDArray[np.int64]:
    corners = np.array([(m.box.x, m.box.y, m.box.right, m.box.bottom) for m in masks], np.int64)
    if clip is not None:
        corners[:, :2] = np.maximum(corners[:, :2], (clip.x, clip.y))
        corners[:, 2:] = np.minimum(corners[:, 2:], (clip.right, clip.bottom))
    return corners


def _reachable(start: Sequence[HeldMask], step: Callable[[HeldMask], Iterable[HeldMask]]) -> list[HeldMask]:
    """The masks in work that ``step`` leads to from ``start``, in the order of their tiles."""
    found = {mask.order: mask for mask in start if not mask.dropped}
    ahead = list(found.values())
    while ahead:
        for mask in step(ahead.pop()):
            if not mask.dropped and mask.order not in found:
                found[mask.order] = mask
                ahead.append(mask)
    return [found[order] for order in sorted(found)]
