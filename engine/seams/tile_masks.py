"""The masks of one tile, ready to be compared with those of the tiles around it."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from ..masks import Bits, Logits, Mask
from ..tiles.tiling import Tile, Window

CUT_TOLERANCE = 6
"""A mask this near to a tile's inner edge, in pixels, may go on beyond it: SAM stops 1 to 3 px short."""
DUPLICATE_IOU = 0.7
"""Above this two masks are one object; SAM 2's own value for boxes."""
LOGIT_FLOOR = 2.0**-10
"""Nearer to 0 the sign would be at the mercy of rounding."""
CUT_DUPLICATE_IOU = 0.9
"""The same for two cut masks in a tile: different objects may look alike in the part one tile sees."""
LOGIT_LIMIT = 16.0
"""Logits are kept up to this; beyond it only the sign matters for an outline, and constants pack well."""


@dataclass(eq=False)
class HeldMask:
    """A mask waiting for the tiles around it, packed eight pixels to a byte.

    ``box`` and ``point`` are in grid pixels. ``clearance`` is the distance of the box from the
    nearest inner edge of the tile. ``settles`` is the index of the last tile that can change what
    the mask is linked to. ``dropped``: another mask shows the same object better; ``covered``:
    an object already handed out contains it.
    """

    tile: Tile
    order: int
    box: Window
    area: int
    score: float
    stability: float
    point: tuple[float, float]
    touches_edge: bool
    clearance: int
    packed: NDArray[np.uint8]
    packed_logits: bytes | None
    settles: int
    dropped: bool = False
    covered: bool = False
    links: list[HeldMask] = field(default_factory=list)
    borrows: list[HeldMask] = field(default_factory=list)
    lends: list[HeldMask] = field(default_factory=list)

    @property
    def is_cut(self) -> bool:
        """Whether the object may go on beyond the tile."""
        return self.clearance < CUT_TOLERANCE

    @property
    def held_bytes(self) -> int:
        """Memory of the pixels."""
        return self.packed.nbytes + len(self.packed_logits or b"")

    def bits_in(self, window: Window) -> Bits:
        """The pixels of ``window``, which must lie inside the box; bool (window.height, window.width)."""
        top, left = window.y - self.box.y, window.x - self.box.x
        first = left // 8
        last = (left + window.width + 7) // 8
        rows = np.unpackbits(self.packed[top : top + window.height, first:last], axis=1)
        shift = left - 8 * first
        return rows[:, shift : shift + window.width].view(np.bool_)

    def logits(self) -> Logits | None:
        """Logits (box.height + 2, box.width + 2) whose sign agrees with the bits, or None."""
        if self.packed_logits is None:
            return None
        flat = np.frombuffer(zlib.decompress(self.packed_logits), np.float16)
        return flat.reshape(self.box.height + 2, self.box.width + 2)


@dataclass(frozen=True, eq=False)
class TileMask:
    """A mask cut to the valid pixels of its tile.

    ``touches_edge``: it lies against pixels without data, lost some to them, or ends at the
    region's outer edge. ``clearance`` as in ``HeldMask``.
    """

    mask: Mask
    box: Window
    area: int
    touches_edge: bool
    clearance: int

    @property
    def is_cut(self) -> bool:
        """Whether the object may go on beyond the tile."""
        return self.clearance < CUT_TOLERANCE


def clean_masks(masks: Sequence[Mask], valid: Bits | None, tile: Tile, region: Window) -> list[TileMask]:
    """The masks of ``tile`` cut to ``valid`` (H, W), each object once, in the order given.

    Of two masks with an IoU above ``DUPLICATE_IOU`` (``CUT_DUPLICATE_IOU`` if both are cut) the one
    with the better score is kept.
    """
    if valid is not None and valid.all():
        valid = None
    border = None if valid is None else _beside_invalid(valid)
    found = [
        cleaned for mask in masks if (cleaned := _cut_to_valid(mask, valid, border, tile, region)) is not None
    ]
    return _without_duplicates(found)


def hold(found: TileMask, tile: Tile, order: int, settles: int, with_logits: bool) -> HeldMask:
    """``found`` packed for the wait; its logits only where asked for."""
    mask, box = found.mask, found.box
    packed_logits = None
    if with_logits and mask.logits is not None:
        packed_logits = zlib.compress(signed_logits(mask.bits, mask.logits).tobytes(), 1)
    return HeldMask(
        tile=tile,
        order=order,
        box=box,
        area=found.area,
        score=mask.score,
        stability=mask.stability,
        point=(mask.point[0] + tile.window.x, mask.point[1] + tile.window.y),
        touches_edge=found.touches_edge,
        clearance=found.clearance,
        packed=np.packbits(mask.bits, axis=1),
        packed_logits=packed_logits,
        settles=settles,
    )


def signed_logits(bits: Bits, logits: Logits) -> Logits:
    """Logits (h + 2, w + 2) with the sign of ``bits`` (h, w), their size limited to ``LOGIT_LIMIT``.

    Mirroring a value at 0 keeps the field continuous along the outline of a region that was
    removed, filled or cut off. The outermost ring keeps its sign at most where a mask pixel lies
    beside it, as it does at the edge of the tile.
    """
    inside = np.pad(bits, 1, mode="edge") & (logits > 0)
    inside[1:-1, 1:-1] = bits
    # The bit patterns of positive half floats sort like their values, and integers are much faster.
    patterns = logits.astype(np.float16, copy=False).view(np.uint16) & np.uint16(0x7FFF)
    limits = np.array([LOGIT_FLOOR, LOGIT_LIMIT], np.float16).view(np.uint16)
    patterns = np.clip(patterns, *limits)
    patterns[~inside] |= np.uint16(0x8000)
    signed: Logits = patterns.view(np.float16)
    return signed


def inner_clearance(box: Window, tile: Tile, region: Window) -> int:
    """Distance in pixels of ``box`` from the nearest edge of the tile inside the region."""
    window = tile.window
    gaps = [region.width + region.height]
    if window.x > region.x:
        gaps.append(box.x - window.x)
    if window.y > region.y:
        gaps.append(box.y - window.y)
    if window.right < region.right:
        gaps.append(window.right - box.right)
    if window.bottom < region.bottom:
        gaps.append(window.bottom - box.bottom)
    return min(gaps)


def _beside_invalid(valid: Bits) -> Bits:
    """Valid pixels that share a side with an invalid one."""
    beside = np.zeros_like(valid)
    beside[1:] |= ~valid[:-1]
    beside[:-1] |= ~valid[1:]
    beside[:, 1:] |= ~valid[:, :-1]
    beside[:, :-1] |= ~valid[:, 1:]
    return beside & valid


def _cut_to_valid(
    mask: Mask, valid: Bits | None, border: Bits | None, tile: Tile, region: Window
) -> TileMask | None:
    touches = False
    if valid is not None and border is not None:
        height, width = mask.bits.shape
        here = (slice(mask.y, mask.y + height), slice(mask.x, mask.x + width))
        kept = mask.bits & valid[here]
        lost = bool(np.count_nonzero(kept) < np.count_nonzero(mask.bits))
        touches = lost or bool((kept & border[here]).any())
        if lost:
            cropped = _cropped(mask, kept)
            if cropped is None:
                return None
            mask = cropped
    height, width = mask.bits.shape
    box = Window(mask.x + tile.window.x, mask.y + tile.window.y, width, height)
    touches |= (
        box.x <= region.x or box.y <= region.y or box.right >= region.right or box.bottom >= region.bottom
    )
    return TileMask(mask, box, mask.area, touches, inner_clearance(box, tile, region))


def _cropped(mask: Mask, kept: Bits) -> Mask | None:
    """``mask`` with only the pixels ``kept`` (h, w), or None if there are none."""
    rows, columns = np.flatnonzero(kept.any(axis=1)), np.flatnonzero(kept.any(axis=0))
    if not rows.size:
        return None
    top, bottom, left, right = rows[0], rows[-1] + 1, columns[0], columns[-1] + 1
    logits = mask.logits
    if logits is not None:
        outside = np.pad(mask.bits & ~kept, 1, mode="edge")
        logits = np.where(outside, -np.abs(logits), logits)[top : bottom + 2, left : right + 2]
    return Mask(
        x=mask.x + int(left),
        y=mask.y + int(top),
        bits=kept[top:bottom, left:right],
        score=mask.score,
        stability=mask.stability,
        point=mask.point,
        logits=logits,
    )


def _without_duplicates(found: list[TileMask]) -> list[TileMask]:
    """Greedy suppression by mask IoU, best score first."""
    if len(found) < 2:
        return found
    boxes = np.array([(m.box.x, m.box.y, m.box.right, m.box.bottom) for m in found], np.int64)
    areas = np.array([m.area for m in found], np.float64)
    ranked = sorted(range(len(found)), key=lambda i: -found[i].mask.score)
    kept: list[int] = []
    for i in ranked:
        rivals = np.array(kept, np.intp)
        if rivals.size:
            size = np.minimum(boxes[rivals, 2:], boxes[i, 2:]) - np.maximum(boxes[rivals, :2], boxes[i, :2])
            # An IoU of t needs t / (1 + t) of both areas in common, and boxes bound what is in common.
            needed = DUPLICATE_IOU / (1 + DUPLICATE_IOU) * (areas[rivals] + areas[i])
            rivals = rivals[np.prod(np.maximum(size, 0), axis=1) > needed]
        if not any(_are_duplicates(found[i], found[j]) for j in rivals):
            kept.append(i)
    return [found[i] for i in sorted(kept)]


def _are_duplicates(a: TileMask, b: TileMask) -> bool:
    return _iou(a, b) > (CUT_DUPLICATE_IOU if a.is_cut and b.is_cut else DUPLICATE_IOU)


def _iou(a: TileMask, b: TileMask) -> float:
    shared = a.box.intersection(b.box)
    if shared is None:
        return 0.0
    common = int(np.count_nonzero(_crop(a, shared) & _crop(b, shared)))
    return common / (a.area + b.area - common)


def _crop(found: TileMask, window: Window) -> Bits:
    top, left = window.y - found.box.y, window.x - found.box.x
    return found.mask.bits[top : top + window.height, left : left + window.width]
