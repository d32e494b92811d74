"""The arithmetic of model_quality.py: overlaps, places to click, recall."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

Bits = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Region:
    """Pixels of a picture, cropped to a box: ``x``, ``y`` is the top left pixel of ``bits`` (h, w)."""

    x: int
    y: int
    bits: Bits

    @property
    def area(self) -> int:
        """Number of pixels."""
        return int(np.count_nonzero(self.bits))

    @property
    def box(self) -> tuple[int, int, int, int]:
        """x0, y0, x1, y1 of ``bits``, the last two exclusive."""
        height, width = self.bits.shape
        return self.x, self.y, self.x + width, self.y + height

    def inside(self, left: int, top: int, side: int) -> Bits:
        """The region on a square window (side, side); what lies outside of it is lost."""
        window = np.zeros((side, side), dtype=bool)
        x0, y0, x1, y1 = self.box
        a, b, c, d = max(x0, left), max(y0, top), min(x1, left + side), min(y1, top + side)
        if a < c and b < d:
            window[b - top : d - top, a - left : c - left] = self.bits[b - y0 : d - y0, a - x0 : c - x0]
        return window

    def iou(self, other: Region) -> float:
        """Intersection over union with another region of the same picture."""
        a, b = max(self.x, other.x), max(self.y, other.y)
        c, d = min(self.box[2], other.box[2]), min(self.box[3], other.box[3])
        if a >= c or b >= d:
            return 0.0
        mine = self.bits[b - self.y : d - self.y, a - self.x : c - self.x]
        theirs = other.bits[b - other.y : d - other.y, a - other.x : c - other.x]
        shared = int(np.count_nonzero(mine & theirs))
        return shared / (self.area + other.area - shared)


def region_of(bits: Bits, left: int = 0, top: int = 0) -> Region | None:
    """The true pixels of ``bits``, whose top left pixel lies at ``left``, ``top``; None without any."""
    rows, columns = np.flatnonzero(bits.any(axis=1)), np.flatnonzero(bits.any(axis=0))
    if not len(rows):
        return None
    part = bits[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    return Region(left + int(columns[0]), top + int(rows[0]), part.copy())


def iou_of(first: Bits, second: Bits) -> float:
    """Intersection over union of two masks of one shape; 0 where both are empty."""
    union = int(np.count_nonzero(first | second))
    return int(np.count_nonzero(first & second)) / union if union else 0.0


def through_cells(bits: Bits, cell_px: int) -> Bits:
    """What is left of a mask that is told as shares of square cells and drawn as a model's logits are.

    The sides of ``bits`` are multiples of ``cell_px``.
    """
    height, width = bits.shape
    share = cv2.resize(
        bits.astype(np.float32), (width // cell_px, height // cell_px), interpolation=cv2.INTER_AREA
    )
    drawn = cv2.resize(share, (width, height), interpolation=cv2.INTER_LINEAR)
    return np.asarray(drawn > 0.5, dtype=bool)


def innermost(bits: Bits) -> tuple[float, float]:
    """The pixel (x, y) of a mask that is farthest from its outside, the picture's edge included."""
    padded = np.pad(bits.astype(np.uint8), 1)
    distance = cv2.distanceTransform(padded, cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
    y, x = np.unravel_index(int(distance.argmax()), distance.shape)
    return float(x - 1), float(y - 1)


def correction(answer: Bits, truth: Bits) -> tuple[tuple[float, float], int] | None:
    """Where to click next (x, y) and with which label: into the middle of the largest wrong part.

    None where nothing is wrong.
    """
    count, parts, stats, _ = cv2.connectedComponentsWithStats(
        (answer ^ truth).astype(np.uint8), connectivity=4
    )
    if count == 1:
        return None
    largest = 1 + int(stats[1:, cv2.CC_STAT_AREA].argmax())
    x, y = innermost(parts == largest)
    return (x, y), int(truth[int(y), int(x)])


def recall(truth: Sequence[Region], found: Iterable[Region], at_least: float) -> float:
    """Share of the true objects that some found one overlaps with this IoU."""
    masks = list(found)
    if not truth:
        return 0.0
    return float(np.mean([any(item.iou(mask) >= at_least for mask in masks) for item in truth]))


def correlation(first: Sequence[float], second: Sequence[float]) -> float:
    """Pearson's, 0 where one does not vary."""
    a, b = np.asarray(first), np.asarray(second)
    return float(np.corrcoef(a, b)[0, 1]) if len(a) > 1 and a.std() * b.std() > 0 else 0.0
