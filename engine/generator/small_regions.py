"""Small holes and islands of a mask (MIN_MASK_REGION_AREA of SAM)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import cv2
import numpy as np
from numpy.typing import NDArray

from ..masks import Bits, Logits, Mask
from ..tiles.tiling import Window
from .nms import suppress_duplicates


def clean_masks(
    masks: Sequence[Mask], min_area: int, width: int, height: int, duplicate_iou: float
) -> list[Mask]:
    """Fill holes and remove islands below ``min_area`` pixels, then remove new duplicates.

    As ``postprocess_small_regions`` of the sam2 package means it: pixels that touch at a corner are
    connected, background cut off by the tile's edge counts as a hole, the largest island always
    stays, and of two masks that became duplicates the one that did not need cleaning is kept.
    (The package never calls that function.)
    """
    cleaned = [clean_mask(mask, min_area, width, height) for mask in masks]
    untouched = np.array([not changed for _, changed in cleaned], dtype=np.float32)
    kept = suppress_duplicates(boxes_of([mask for mask, _ in cleaned]), untouched, duplicate_iou)
    return [cleaned[index][0] for index in kept]


def clean_mask(mask: Mask, min_area: int, width: int, height: int) -> tuple[Mask, bool]:
    """The mask without small holes and islands, and whether there were any.

    ``width`` and ``height`` are the tile's, in pixels.
    """
    bits, window, open_sides = _with_surroundings(mask, min_area, width, height)
    filled, had_holes = _fill_holes(bits, min_area, open_sides)
    cleaned, had_islands = _remove_islands(filled, min_area)
    if not (had_holes or had_islands):
        return mask, False
    return _cropped(mask, cleaned, window), True


def boxes_of(masks: Sequence[Mask]) -> NDArray[np.int64]:
    """The outermost pixels x0, y0, x1, y1 of masks, (N, 4)."""
    boxes = [(m.x, m.y, m.x + m.bits.shape[1] - 1, m.y + m.bits.shape[0] - 1) for m in masks]
    return np.array(boxes, dtype=np.int64).reshape(-1, 4)


def _with_surroundings(
    mask: Mask, min_area: int, width: int, height: int
) -> tuple[Bits, Window, tuple[bool, bool, bool, bool]]:
    """The bits in a larger window, so that background beyond their box is told from a hole.

    On a side (left, top, right, bottom) where the tile has at least ``min_area`` pixels beyond the
    box, one row or column of them stands for all: that side is open, background on it is no hole.
    On the other sides the window reaches to the tile's edge.
    """
    rows, columns = mask.bits.shape
    beyond = (mask.x, mask.y, width - mask.x - columns, height - mask.y - rows)
    across = (height, width, height, width)
    is_open = tuple(gap > 0 and gap * side >= min_area for gap, side in zip(beyond, across, strict=True))
    left, top, right, bottom = (
        1 if side_open else gap for gap, side_open in zip(beyond, is_open, strict=True)
    )
    bits = np.pad(mask.bits, ((top, bottom), (left, right)))
    window = Window(mask.x - left, mask.y - top, bits.shape[1], bits.shape[0])
    return bits, window, (is_open[0], is_open[1], is_open[2], is_open[3])


def _fill_holes(bits: Bits, min_area: int, open_sides: tuple[bool, bool, bool, bool]) -> tuple[Bits, bool]:
    labels, areas = _components(~bits)
    small = areas < min_area
    small[0] = False
    for is_open, edge in zip(open_sides, (labels[:, 0], labels[0], labels[:, -1], labels[-1]), strict=True):
        if is_open:
            small[edge] = False
    return bits | small[labels], bool(small.any())


def _remove_islands(bits: Bits, min_area: int) -> tuple[Bits, bool]:
    labels, areas = _components(bits)
    islands = areas[1:]
    keep = np.concatenate([[False], islands >= min_area])
    if keep[1:].all():
        return bits, False
    if not keep.any():
        keep[1 + int(np.argmax(islands))] = True
    return keep[labels], True


def _components(bits: Bits) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Labels (h, w) of the 8-connected regions of true pixels from 1, and areas by label."""
    _, labels, statistics, _ = cv2.connectedComponentsWithStats(bits.astype(np.uint8), connectivity=8)
    return labels.astype(np.int32, copy=False), statistics[:, cv2.CC_STAT_AREA].astype(np.int32)


def _cropped(mask: Mask, bits: Bits, window: Window) -> Mask:
    """The mask with new bits, given in a window of the tile, cropped to their box."""
    rows = np.flatnonzero(bits.any(axis=1))
    columns = np.flatnonzero(bits.any(axis=0))
    top, bottom, left, right = rows[0], rows[-1] + 1, columns[0], columns[-1] + 1
    x, y = window.x + int(left), window.y + int(top)
    logits = None
    if mask.logits is not None:
        logits = _moved(mask.logits, x - mask.x, y - mask.y, int(right - left), int(bottom - top))
    return replace(mask, x=x, y=y, bits=bits[top:bottom, left:right].copy(), logits=logits)


def _moved(logits: Logits, dx: int, dy: int, width: int, height: int) -> Logits:
    """Logits with their ring of one pixel for a box moved by dx, dy and of another size; where the
    box grew, the nearest known value is repeated."""
    rows = np.clip(np.arange(dy, dy + height + 2), 0, logits.shape[0] - 1)
    columns = np.clip(np.arange(dx, dx + width + 2), 0, logits.shape[1] - 1)
    return logits[np.ix_(rows, columns)]
