"""Slivers: what is left of an object under others, too small to be a place of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import cv2
import numpy as np
from numpy.typing import NDArray

from ..masks import Bits
from ..objects import Piece
from ..tiles.tiling import Window

SLIVER_PX = 20
"""A remainder smaller than this joins a neighbour."""

# A sliver among slivers finds a neighbour only when those have found theirs.
_PASSES = 2

MARGIN_PX = _PASSES * 2 * (SLIVER_PX + 1)
"""How much around a window must be known for the pixels in it to be as if all were."""

Labels = NDArray[np.uint32]
Number = TypeVar("Number", bound=np.generic)


@dataclass(frozen=True, eq=False)
class _Sliver:
    """A connected part of one label: its place with a pixel around it, and its pixels there."""

    window: Window
    bits: Bits


def pieces_of(labels: Labels, x: int, y: int) -> dict[int, Piece]:
    """The pixels of each label, cropped to their boxes; 0 is a label like others.

    In the order in which the labels are met row by row, which is that of the ground and not of numbers.
    ``x``, ``y`` is where the top left pixel of ``labels`` (h, w) lies in the grid.
    """
    height, width = labels.shape
    begins = np.ones((height, width), dtype=bool)
    begins[:, 1:] = labels[:, 1:] != labels[:, :-1]
    rows, left = np.nonzero(begins)
    right = np.append(left[1:], 0)
    right[right == 0] = width
    numbers, first, owner = np.unique(labels[rows, left], return_index=True, return_inverse=True)
    low = np.full((len(numbers), 2), max(height, width))
    high = np.zeros((len(numbers), 2), dtype=np.int64)
    np.minimum.at(low, owner, np.stack([left, rows], axis=1))
    np.maximum.at(high, owner, np.stack([right, rows + 1], axis=1))
    met = np.argsort(first)
    return {
        number: Piece(x + x0, y + y0, labels[y0:y1, x0:x1] == number)
        for number, (x0, y0), (x1, y1) in zip(numbers[met].tolist(), low[met].tolist(), high[met].tolist())
    }


def absorb_slivers(labels: Labels, pixels_of: Callable[[int, Window], Bits]) -> Labels:
    """Give slivers to the neighbour they share the longest border with.

    A sliver is a 4-connected part of a label below ``SLIVER_PX`` pixels that lies beside pixels
    its object lost to others: small objects, and small parts that were always apart, stay. All
    slivers of a pass are judged at once, so that the result depends on no order.

    Args:
        labels: uint32 (h, w), 0 where there is no object.
        pixels_of: all pixels of an object in a window of ``labels``, those under others too.
    """
    for _ in range(_PASSES):
        slivers = _slivers(labels, pixels_of)
        taken = np.zeros(labels.shape, dtype=bool)
        for sliver in slivers:
            _crop(taken, sliver.window)[sliver.bits] = True
        result = labels.copy()
        for sliver in slivers:
            neighbour = _longest_border(
                _crop(labels, sliver.window), _crop(taken, sliver.window), sliver.bits
            )
            if neighbour:
                _crop(result, sliver.window)[sliver.bits] = neighbour
        if not slivers:
            break
        labels = result
    return labels


def _slivers(labels: Labels, pixels_of: Callable[[int, Window], Bits]) -> list[_Sliver]:
    whole = Window(0, 0, labels.shape[1], labels.shape[0])
    slivers: list[_Sliver] = []
    for number, piece in pieces_of(labels, 0, 0).items():
        if number == 0:
            continue
        _, parts, statistics, _ = cv2.connectedComponentsWithStats(
            piece.bits.astype(np.uint8), connectivity=4
        )
        small = np.flatnonzero(statistics[1:, cv2.CC_STAT_AREA] < SLIVER_PX) + 1
        for part in small.tolist():
            left, top, width, height, _ = statistics[part].tolist()
            box = Window(piece.x + left, piece.y + top, width, height)
            around = box.expanded(1).overlap(whole)
            bits = np.zeros((around.height, around.width), dtype=bool)
            inside = Window(box.x - around.x, box.y - around.y, width, height)
            _crop(bits, inside)[:] = parts[top : top + height, left : left + width] == part
            if np.any(_beside(bits) & pixels_of(number, around)):
                slivers.append(_Sliver(around, bits))
    return slivers


def _longest_border(labels: Labels, taken: Bits, bits: Bits) -> int:
    """The label most sides of the sliver's pixels adjoin; 0 where only slivers or nothing do.

    Of equals that which comes first, row by row.
    """
    usable = ~bits & ~taken & (labels > 0)
    sides = np.zeros(bits.shape, dtype=np.int64)
    sides[1:] += bits[:-1]
    sides[:-1] += bits[1:]
    sides[:, 1:] += bits[:, :-1]
    sides[:, :-1] += bits[:, 1:]
    sides[~usable] = 0
    places = np.flatnonzero(sides)
    if len(places) == 0:
        return 0
    numbers, first, owner = np.unique(labels.ravel()[places], return_index=True, return_inverse=True)
    lengths = np.bincount(owner, weights=sides.ravel()[places])
    return int(numbers[np.lexsort((first, -lengths))[0]])


def _beside(bits: Bits) -> Bits:
    """The pixels that share a side with those of ``bits``."""
    beside = np.zeros_like(bits)
    beside[1:] |= bits[:-1]
    beside[:-1] |= bits[1:]
    beside[:, 1:] |= bits[:, :-1]
    beside[:, :-1] |= bits[:, 1:]
    return beside & ~bits


def _crop(array: NDArray[Number], window: Window) -> NDArray[Number]:
    return array[window.y : window.bottom, window.x : window.right]
