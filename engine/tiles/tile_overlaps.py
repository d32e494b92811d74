"""Which tiles see the same ground, and when all of them have been seen."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from .tiling import Tile, Window

REACH = 2
"""Rows or columns apart two tiles can overlap: the last tile, moved inside, may reach over the one before."""


class TileOverlaps:
    """Answers about a plan of ``plan_tiles``, all tiles of it in row-major order."""

    def __init__(self, tiles: Sequence[Tile]) -> None:
        self.tiles = tuple(tiles)
        self._columns = 1 + max(tile.column for tile in self.tiles)
        self._neighbours: dict[int, tuple[Tile, ...]] = {}

    def neighbours(self, tile: Tile) -> tuple[Tile, ...]:
        """The other tiles whose windows share pixels with that of ``tile``, in row-major order."""
        if tile.index not in self._neighbours:
            self._neighbours[tile.index] = tuple(
                other
                for other in self._around(tile)
                if other.index != tile.index and tile.window.intersection(other.window)
            )
            # Only the rows in work are asked about again.
            self._neighbours.pop(tile.index - 4 * REACH * self._columns, None)
        return self._neighbours[tile.index]

    def beside(self, tile: Tile) -> list[Tile]:
        """The neighbours that share a whole side: left, right, above, below.

        What any other neighbour shares with ``tile`` one of these sees too. The corner a diagonal
        neighbour shares is small, and large objects that both fill it look alike.
        """
        return [
            other
            for other in self.neighbours(tile)
            if abs(other.row - tile.row) + abs(other.column - tile.column) == 1
        ]

    def last_to_see(self, window: Window, near: Tile) -> int:
        """Index of the last tile that sees a pixel of ``window``, a part of the window of ``near``."""
        return max(
            [near.index]
            + [other.index for other in self.neighbours(near) if other.window.intersection(window)]
        )

    def cores_at(self, window: Window) -> list[Tile]:
        """The tiles whose cores share pixels with ``window``, in row-major order."""
        rows = range(
            max(bisect_right(self._row_starts, window.y) - 1, 0),
            bisect_right(self._row_starts, window.bottom - 1),
        )
        columns = range(
            max(bisect_right(self._column_starts, window.x) - 1, 0),
            bisect_right(self._column_starts, window.right - 1),
        )
        return [self.tiles[row * self._columns + column] for row in rows for column in columns]

    def _around(self, tile: Tile) -> list[Tile]:
        rows = len(self.tiles) // self._columns
        return [
            self.tiles[row * self._columns + column]
            for row in range(max(tile.row - REACH, 0), min(tile.row + REACH + 1, rows))
            for column in range(max(tile.column - REACH, 0), min(tile.column + REACH + 1, self._columns))
        ]

    @cached_property
    def _column_starts(self) -> list[int]:
        return [tile.core.x for tile in self.tiles[: self._columns]]

    @cached_property
    def _row_starts(self) -> list[int]:
        return [tile.core.y for tile in self.tiles[:: self._columns]]
