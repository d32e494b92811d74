"""FILL_GAPS: a second look, with coarser pixels, where no mask lies.

What is larger than a tile, SAM 2 rarely finds whole. On a grid of pixels four times as long a tile shows
sixteen times the ground. Of what is found there only objects that lie mostly where the first look
found nothing are kept; on the run's own grid they are objects like the others, with outlines as
coarse as they were seen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ..api.environment import data_folder
from ..masks import Bits
from ..objects import FoundObject, Piece
from ..outlines.painting import Painting, Spool, room_in
from ..rasters.raster import RasterInfo
from ..tiles.tiling import Tile, Window

COARSER = 4
"""How many times as long the pixels of the second look are."""

LEAST_GAP = 0.05
"""Tiles with less than this share of bare ground are not looked at again."""

MOST_COVERED = 0.5
"""Objects of which more than this share is covered by those of the first look are dropped."""

_BLOCK = 1024


class CoveredGround:
    """Where the objects of the first look lie, packed on disk."""

    def __init__(self, folder: Path) -> None:
        """Prepare a temporary file in ``folder``.

        Raises:
            EngineError: OUTPUT_FAILED if it cannot be written to.
        """
        self._folder = folder
        with room_in(folder):
            folder.mkdir(parents=True, exist_ok=True)
            self._spool = Spool(folder)
        self._painting: Painting | None = None

    def add(self, objects: Sequence[FoundObject]) -> None:
        """Take finished objects, before the first question.

        Raises:
            EngineError: OUTPUT_FAILED if the disk is full.
        """
        with room_in(self._folder):
            for found in objects:
                self._spool.add(1, found)

    def at(self, columns: NDArray[np.int64], rows: NDArray[np.int64]) -> Bits:
        """Whether pixels are covered, (rows, columns); both in rising order and not empty."""
        if self._painting is None:
            with room_in(self._folder):
                self._painting = self._spool.painting(_BLOCK)
        covered = np.zeros((len(rows), len(columns)), dtype=bool)
        for top in range(int(rows[0]) // _BLOCK * _BLOCK, int(rows[-1]) + 1, _BLOCK):
            in_rows = slice(*np.searchsorted(rows, (top, top + _BLOCK)))
            for left in range(int(columns[0]) // _BLOCK * _BLOCK, int(columns[-1]) + 1, _BLOCK):
                if (left, top) not in self._painting.blocks:
                    continue
                in_columns = slice(*np.searchsorted(columns, (left, left + _BLOCK)))
                painted = self._painting.paint(Window(left, top, _BLOCK, _BLOCK), np.uint8)
                chosen = painted[np.ix_(rows[in_rows] - top, columns[in_columns] - left)]
                covered[in_rows, in_columns] = chosen > 0
        return covered

    def close(self) -> None:
        """Remove what is temporary."""
        self._spool.close()


@contextmanager
def covered_ground(folder: Path | None = None) -> Iterator[CoveredGround]:
    """Bare ground to begin with; ``folder`` is for a temporary file.

    Raises:
        EngineError: OUTPUT_FAILED if it cannot be written to.
    """
    ground = CoveredGround(folder or data_folder())
    try:
        yield ground
    finally:
        ground.close()


class CoarseGrid:
    """A coarser grid over the run's own; both cover the same ground."""

    def __init__(self, fine: RasterInfo, coarse: RasterInfo) -> None:
        self._fine = fine
        self._coarse = coarse

    def bare(self, ground: CoveredGround, window: Window) -> Bits:
        """The pixels (h, w) of a window of the coarse grid whose middle no object covers."""
        columns = _middles(window.x, window.width, self._fine.width, self._coarse.width)
        rows = _middles(window.y, window.height, self._fine.height, self._coarse.height)
        return ~ground.at(columns, rows)

    def gap_share(self, ground: CoveredGround, found: FoundObject) -> float:
        """Which share of an object of the coarse grid lies on bare ground."""
        bare = 0
        for piece in found.pieces:
            height, width = piece.bits.shape
            window = Window(piece.x, piece.y, width, height)
            bare += int(np.count_nonzero(piece.bits & self.bare(ground, window)))
        return bare / found.area_px

    def on_fine_grid(self, found: FoundObject, region: Window, first_tile: int) -> FoundObject | None:
        """An object in pixels of the run's grid, cut to ``region``; None if nothing is left.

        A fine pixel belongs to the coarse one its middle lies in. Tiles of the second look are
        numbered from ``first_tile``.
        """
        pieces = [moved for piece in found.pieces if (moved := self._fine_piece(piece, region)) is not None]
        if not pieces:
            return None
        x, y = found.point
        point = x * self._fine.width / self._coarse.width, y * self._fine.height / self._coarse.height
        return replace(found, pieces=tuple(pieces), point=point, tile=found.tile + first_tile)

    def _fine_piece(self, piece: Piece, region: Window) -> Piece | None:
        height, width = piece.bits.shape
        columns = _coarse_of(region.x, region.right, self._fine.width, self._coarse.width) - piece.x
        rows = _coarse_of(region.y, region.bottom, self._fine.height, self._coarse.height) - piece.y
        left, right = np.searchsorted(columns, (0, width)).tolist()
        top, bottom = np.searchsorted(rows, (0, height)).tolist()
        bits = piece.bits[np.ix_(rows[top:bottom], columns[left:right])]
        return Piece(region.x + left, region.y + top, bits) if bits.any() else None


def tiles_with_gaps(tiles: Sequence[Tile], grid: CoarseGrid, ground: CoveredGround) -> Iterator[Tile]:
    """The tiles of the second look worth it."""
    for tile in tiles:
        if grid.bare(ground, tile.window).mean() >= LEAST_GAP:
            yield tile


def _middles(start: int, length: int, fine: int, coarse: int) -> NDArray[np.int64]:
    """The fine pixels in which the middles of coarse ones lie."""
    middles: NDArray[np.int64] = (2 * np.arange(start, start + length) + 1) * fine // (2 * coarse)
    return middles


def _coarse_of(start: int, end: int, fine: int, coarse: int) -> NDArray[np.int64]:
    """The coarse pixels in which the middles of fine ones lie."""
    of: NDArray[np.int64] = (2 * np.arange(start, end) + 1) * coarse // (2 * fine)
    return of
