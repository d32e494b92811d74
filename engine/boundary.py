"""The boundary of a set of pixels: directed rings along pixel edges, in numpy.

A corner is a grid point where the boundary turns. Sorted by row, corners pair up into the
horizontal edges; sorted by column, into the vertical ones. Where two pixels touch only at a
corner the boundary passes twice (a saddle), and the corner is there twice; how its two copies
pair with the vertical edges decides whether the pixels are joined. Here they are not: the
foreground is 4-connected, the background 8-connected.

Every edge is directed with the foreground on its right as seen on the screen (rows downwards),
so shells have a positive area in (x, y) and holes a negative one. Several pieces are traced as
if they were in one raster: a grid point's four pixels are put together from all of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .objects import Piece

Integers = NDArray[np.int64]

# The pixels around a grid point as one number: top left 1, top right 2, bottom left 4, bottom right 8.
_BOTTOM_LEFT, _BOTTOM_RIGHT = 4, 8
_SADDLE_FALLING, _SADDLE_RISING = 1 + 8, 2 + 4
_IS_CORNER = np.array([code in (1, 2, 4, 6, 7, 8, 9, 11, 13, 14) for code in range(16)])
_IS_EDGE = np.array([code not in (0, 15) for code in range(16)])


@dataclass(frozen=True, eq=False)
class Rings:
    """Rings of corners: ring r is ``corners[offsets[r]:offsets[r + 1]]``, not closed."""

    corners: Integers
    offsets: Integers


@dataclass(frozen=True, eq=False)
class Boundary:
    """Corners of the boundary of some pixels and the edges between them.

    ``x``, ``y`` (n,) are relative to ``origin`` (x, y); a saddle is listed twice and ``twin``
    names its other copy (-1 elsewhere). ``following`` (n,) is the corner the edge from each
    corner leads to. Vertical edges, sorted by column, then row: ``edge_x``, ``edge_top`` and the
    corner they start from, ``edge_source`` (n / 2,).
    """

    origin: tuple[int, int]
    width: int
    height: int
    x: Integers
    y: Integers
    twin: Integers
    following: Integers
    edge_x: Integers
    edge_top: Integers
    edge_source: Integers

    def rings(self, *, split: bool) -> Rings:
        """All rings.

        With ``split`` a ring that meets itself at a saddle is cut there into rings that do not,
        as OGC demands: a pinched shell becomes a shell and a hole that touch at a point.
        """
        count = len(self.x)
        following = self.following.tolist()
        twin = self.twin.tolist() if split else [-1] * count
        seen = bytearray(count)
        depth = [-1] * count
        corners: list[int] = []
        offsets = [0]
        for start in range(count):
            if seen[start]:
                continue
            corner = start
            path: list[int] = []
            while not seen[corner]:
                seen[corner] = 1
                other = twin[corner]
                if other >= 0:
                    met = depth[other]
                    if 0 <= met < len(path) and path[met] == other:
                        corners += path[met:]
                        offsets.append(len(corners))
                        del path[met:]
                    depth[corner] = len(path)
                path.append(corner)
                corner = following[corner]
            corners += path
            offsets.append(len(corners))
        return Rings(np.array(corners, dtype=np.int64), np.array(offsets, dtype=np.int64))

    def points(self, rings: Rings) -> Integers:
        """Corners of the rings as (n, 2) grid coordinates (x, y)."""
        left, top = self.origin
        points: Integers = np.stack([self.x[rings.corners] + left, self.y[rings.corners] + top], axis=1)
        return points


def boundary_of(pieces: Sequence[Piece]) -> Boundary:
    """Find the boundary of the union of pieces that share no pixel."""
    left, top = min(p.x for p in pieces), min(p.y for p in pieces)
    width = max(p.x + p.bits.shape[1] for p in pieces) - left
    height = max(p.y + p.bits.shape[0] for p in pieces) - top
    keys, codes = _corners(pieces, left, top, width + 1)

    # A saddle is there twice: first the end of the edge on its left, then that on its right.
    saddle = (codes == _SADDLE_FALLING) | (codes == _SADDLE_RISING)
    copies = 1 + saddle
    keys, codes, saddle = np.repeat(keys, copies), np.repeat(codes, copies), np.repeat(saddle, copies)
    y, x = np.divmod(keys, width + 1)
    twin = np.full(len(keys), -1, dtype=np.int64)
    first = np.flatnonzero(saddle)[::2]
    twin[first], twin[first + 1] = first + 1, first

    # By column the copy that has the edge above comes first; for a rising saddle that is the second.
    by_column = np.argsort(x * (height + 1) + y, kind="stable")
    rising = np.flatnonzero(codes[by_column] == _SADDLE_RISING)[::2]
    by_column[rising], by_column[rising + 1] = by_column[rising + 1], by_column[rising]

    following = np.empty(len(keys), dtype=np.int64)
    from_left = np.arange(0, len(keys), 2)
    forward = (codes[from_left] & _BOTTOM_RIGHT) != 0
    following[np.where(forward, from_left, from_left + 1)] = np.where(forward, from_left + 1, from_left)
    upper, lower = by_column[::2], by_column[1::2]
    forward = (codes[upper] & _BOTTOM_LEFT) != 0
    source = np.where(forward, upper, lower)
    following[source] = np.where(forward, lower, upper)
    return Boundary((left, top), width, height, x, y, twin, following, x[upper], y[upper], source)


def shells(boundary: Boundary, rings: Rings, pieces: Sequence[Piece]) -> Integers:
    """Tell for each ring the ring that is its shell; a shell is its own.

    The foreground to the left of a hole begins at an edge of the same connected part, which is
    its shell's or that of another hole further left; so following it leads to the shell.
    """
    count = len(rings.offsets) - 1
    shell = np.arange(count)
    ring_of = np.empty(len(boundary.x), dtype=np.int64)
    ring_of[rings.corners] = np.repeat(shell, np.diff(rings.offsets))
    holes = np.flatnonzero(_ring_areas(boundary, rings) < 0)
    if len(holes) == 0:
        return shell
    if len(holes) == count - 1:
        shell[:] = np.setdiff1d(shell, holes)
        return shell

    ring_of_edge = ring_of[boundary.edge_source]
    leftmost = np.empty(count, dtype=np.int64)
    leftmost[ring_of_edge[::-1]] = np.arange(len(ring_of_edge))[::-1]
    row = boundary.edge_top[leftmost[holes]]
    stride = boundary.width + 1
    starts = _run_starts(pieces, *boundary.origin, stride)
    before = starts[np.searchsorted(starts, row * stride + boundary.edge_x[leftmost[holes]]) - 1]
    edge_keys = boundary.edge_x * (boundary.height + 1) + boundary.edge_top
    column = before - row * stride
    edge = np.searchsorted(edge_keys, column * (boundary.height + 1) + row, side="right") - 1
    shell[holes] = ring_of_edge[edge]
    while np.any(shell != shell[shell]):
        shell = shell[shell]
    return shell


def nested(
    points: NDArray[np.generic], offsets: Integers, shell: Integers
) -> tuple[NDArray[np.generic], Integers, Integers]:
    """Close the rings and put each shell's holes behind it.

    Returns:
        Points (n, 2), the offsets of the rings in them and the offsets of the polygons in the
        rings: the ragged arrays of GeoArrow and of ``shapely.from_ragged_array``.
    """
    index = np.arange(len(shell))
    sequence = np.lexsort((index, shell != index, shell))
    lengths = np.diff(offsets)[sequence]
    closed = np.concatenate([[0], np.cumsum(lengths + 1)])
    step = np.arange(closed[-1]) - np.repeat(closed[:-1], lengths + 1)
    take = np.repeat(offsets[:-1][sequence], lengths + 1) + step % np.repeat(lengths, lengths + 1)
    polygons = np.append(np.flatnonzero(shell[sequence] == sequence), len(sequence))
    return points[take], closed, polygons


def _corners(pieces: Sequence[Piece], left: int, top: int, stride: int) -> tuple[Integers, NDArray[np.uint8]]:
    """Grid points where the boundary turns, as row * stride + column in rising order, and codes."""
    wanted = _IS_CORNER if len(pieces) == 1 else _IS_EDGE
    keys: list[Integers] = []
    codes: list[NDArray[np.uint8]] = []
    for piece in pieces:
        height, width = piece.bits.shape
        padded = np.zeros((height + 2, width + 2), dtype=np.uint8)
        padded[1:-1, 1:-1] = piece.bits
        around = padded[:-1, :-1] | padded[:-1, 1:] << 1 | padded[1:, :-1] << 2 | padded[1:, 1:] << 3
        where = np.flatnonzero(wanted[around])
        row, column = np.divmod(where, around.shape[1])
        keys.append((row + (piece.y - top)) * stride + (column + (piece.x - left)))
        codes.append(around.ravel()[where].astype(np.uint8))
    if len(pieces) == 1:
        return keys[0], codes[0]
    key: Integers = np.concatenate(keys)
    code: NDArray[np.uint8] = np.concatenate(codes)
    order = np.argsort(key, kind="stable")
    key, code = key[order], code[order]
    first = np.flatnonzero(np.diff(key, prepend=-1))
    if len(first):
        key, code = key[first], np.bitwise_or.reduceat(code, first)
    turns = _IS_CORNER[code]
    return key[turns], code[turns]


def _run_starts(pieces: Sequence[Piece], left: int, top: int, stride: int) -> Integers:
    """First pixels of the runs of foreground in every row, as row * stride + column, rising."""
    starts: list[Integers] = []
    ends: list[Integers] = []
    for piece in pieces:
        height, width = piece.bits.shape
        padded = np.zeros((height, width + 2), dtype=np.int8)
        padded[:, 1:-1] = piece.bits
        step = padded[:, 1:] - padded[:, :-1]
        for found, keys in ((step > 0, starts), (step < 0, ends)):
            row, column = np.divmod(np.flatnonzero(found), step.shape[1])
            keys.append((row + (piece.y - top)) * stride + (column + (piece.x - left)))
    if len(pieces) == 1:
        return starts[0]
    # Where one piece ends and another begins there is no edge.
    joined: Integers = np.setdiff1d(np.concatenate(starts), np.concatenate(ends))
    return joined


def _ring_areas(boundary: Boundary, rings: Rings) -> Integers:
    """Signed areas in pixels, positive for shells."""
    x, y = boundary.x[rings.corners], boundary.y[rings.corners]
    after = np.arange(1, len(x) + 1)
    after[rings.offsets[1:] - 1] = rings.offsets[:-1]
    areas: Integers = np.add.reduceat(x * (y[after] - y), rings.offsets[:-1])
    return areas
