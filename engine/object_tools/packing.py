"""Rectangles side by side on a sheet, in rows."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

_GAP = 1
"""Pixels between two pictures, so that a smoothed view does not mix them."""


@dataclass(frozen=True)
class Shelf:
    """A row of the sheet: ``members`` are numbers of rectangles, ``lefts`` their first columns."""

    top: int
    height: int
    members: tuple[int, ...]
    lefts: tuple[int, ...]


@dataclass(frozen=True)
class Sheet:
    """``width`` x ``height`` pixels, from the first shelf down."""

    width: int
    height: int
    shelves: tuple[Shelf, ...]

    def places(self) -> dict[int, tuple[int, int]]:
        """First column and row of every rectangle, by its number."""
        return {
            number: (left, shelf.top)
            for shelf in self.shelves
            for number, left in zip(shelf.members, shelf.lefts)
        }


def packed(sizes: Sequence[tuple[int, int]]) -> Sheet:
    """A sheet, about as high as wide, of rectangles (width, height), the highest first.

    Source: the shelf algorithm "next fit, decreasing height" of E. G. Coffman et al., Performance
    Bounds for Level-Oriented Two-Dimensional Packing Algorithms (1980).
    """
    area = sum((width + _GAP) * (height + _GAP) for width, height in sizes)
    side = max([math.ceil(math.sqrt(area)), *(width for width, _ in sizes)])
    shelves: list[Shelf] = []
    members: list[int] = []
    lefts: list[int] = []
    top = left = 0
    for number in sorted(range(len(sizes)), key=lambda n: (-sizes[n][1], n)):
        if members and left + sizes[number][0] > side:
            shelves.append(Shelf(top, sizes[members[0]][1], tuple(members), tuple(lefts)))
            top, left = top + sizes[members[0]][1] + _GAP, 0
            members, lefts = [], []
        members.append(number)
        lefts.append(left)
        left += sizes[number][0] + _GAP
    if members:
        shelves.append(Shelf(top, sizes[members[0]][1], tuple(members), tuple(lefts)))
        top += sizes[members[0]][1]
    return Sheet(side, top, tuple(shelves))
