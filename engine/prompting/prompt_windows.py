"""Which window of the grid shows a prompted object.

Windows come from fixed lattices and not from where prompts happen to lie, so that a prompt's answer
does not depend on the order of the others, and windows encoded by an automatic run serve again:

shift 0   the tiles of an automatic run
shift 1   windows half a tile further, shift 2 a quarter, for what lies across the tiles' seams

Small boxes begin on windows of the same grid that are half as wide (level -1): the model sees them enlarged.

An object that none of them shows whole, with a margin, is left to the next level, a grid half as
fine; at the last level one window shows everything. Stages go by level, then by shift, and an
object only ever moves to a later one: by then all prompts of a window are known, so each window is
encoded once.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from ..tiles.tiling import Tile, Window

SHIFTS = 3
# A window shows at least this part of its side around an object. With more, and the usual overlap, every
# other object at a seam would need a window of its own.
_MARGIN = 32


@dataclass(frozen=True)
class Extent:
    """A rectangle in grid pixels: x0 <= x1, y0 <= y1, fractions allowed."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def longer_side(self) -> float:
        """In pixels."""
        return max(self.x1 - self.x0, self.y1 - self.y0)

    def scaled(self, factor_x: float, factor_y: float) -> Extent:
        """The same ground on a grid with ``factor`` times as many pixels."""
        return Extent(self.x0 * factor_x, self.y0 * factor_y, self.x1 * factor_x, self.y1 * factor_y)

    def joined(self, other: Extent) -> Extent:
        """The smallest extent around both."""
        return Extent(
            min(self.x0, other.x0), min(self.y0, other.y0), max(self.x1, other.x1), max(self.y1, other.y1)
        )


class Lattices:
    """The windows of one level: squares of ``side`` pixels inside ``region``, on all shifts.

    ``overlap`` is that of the tiles; where the region is narrower than a window, the window is as
    narrow as the region.
    """

    def __init__(self, region: Window, side: int, overlap: int) -> None:
        self.region = region
        self._margin = side // _MARGIN
        self._columns = _Axis(region.x, region.width, side, overlap)
        self._rows = _Axis(region.y, region.height, side, overlap)

    @property
    def is_one_window(self) -> bool:
        """Whether a single window shows the whole region."""
        return len(self._columns.starts[0]) == len(self._rows.starts[0]) == 1

    def window_for(self, extent: Extent, shift: int) -> Tile | None:
        """The window of a shift in which an extent has the most room around it, or None where that
        is less than the margin. The region's own edges do not count: there is nothing beyond them."""
        best: tuple[float, int, int] | None = None
        for columns, rows in self._new_at(shift):
            x = self._columns.roomiest(columns, extent.x0, extent.x1)
            y = self._rows.roomiest(rows, extent.y0, extent.y1)
            if x is None or y is None:
                continue
            room = min(x[0], y[0])
            if best is None or (-room, y[1], x[1]) < (-best[0], best[2], best[1]):
                best = room, x[1], y[1]
        if best is None or best[0] < self._margin:
            return None
        return self._tile(best[1], best[2], shift)

    def _new_at(self, shift: int) -> list[tuple[Sequence[int], Sequence[int]]]:
        """Columns and rows whose crossings are the windows no earlier shift has."""
        columns, rows = self._columns, self._rows
        if shift == 0:
            return [(columns.starts[0], rows.starts[0])]
        return [(columns.added[shift], rows.starts[shift]), (columns.starts[shift], rows.added[shift])]

    def _tile(self, x: int, y: int, shift: int) -> Tile:
        window = Window(x, y, self._columns.size, self._rows.size)
        columns, rows = self._columns.starts[shift], self._rows.starts[shift]
        column, row = bisect_left(columns, x), bisect_left(rows, y)
        return Tile(row * len(columns) + column, row, column, window, window)


class _Axis:
    """Where windows start along one axis: ``starts`` of each shift, which hold those of the one before,
    and those ``added``."""

    def __init__(self, begin: int, length: int, side: int, overlap: int) -> None:
        self.size = min(side, length)
        self._begin = begin
        self._end = begin + length
        last = begin + length - self.size
        stride = side - overlap
        self.starts: list[list[int]] = []
        self.added: list[list[int]] = []
        for shift in range(SHIFTS):
            count = -(-(length - self.size) * 2**shift // stride)
            starts = sorted({begin + number * stride // 2**shift for number in range(count)} | {last})
            before = set(self.starts[-1]) if self.starts else set()
            self.starts.append(starts)
            self.added.append([start for start in starts if start not in before])

    def roomiest(self, starts: Sequence[int], low: float, high: float) -> tuple[float, int] | None:
        """Of the windows that show ``low`` to ``high``, as far as the axis goes, the room around it
        and the start of the one that leaves most."""
        low, high = max(low, self._begin), min(high, self._end)
        first, end = bisect_left(starts, high - self.size), bisect_right(starts, low)
        rooms = [(self._room(start, low, high), -start) for start in starts[first:end]]
        if not rooms:
            return None
        room, start = max(rooms)
        return room, -start

    def _room(self, start: int, low: float, high: float) -> float:
        before = math.inf if start == self._begin else low - start
        after = math.inf if start + self.size == self._end else start + self.size - high
        return min(before, after)
