"""The boundaries of many sets of pixels at once: directed rings along pixel edges, in numpy.

The objects are laid below one another on one canvas, so that each step below is done once for all
of them. Along every row, foreground begins and ends at vertical unit edges. Sorted by column,
those that continue each other become vertical edges, and their ends are the corners. Sorted by
row, corners pair up into the horizontal edges. Where two pixels touch only at a corner the boundary
passes twice (a saddle), and two corners are there; which of them comes first decides whether the
pixels are joined. Here they are not: the foreground is 4-connected, the background 8-connected.

Every edge is directed with the foreground on its right as seen on the screen (rows downwards),
so shells have a positive area in (x, y) and holes a negative one. The pieces of an object are
traced as if they were in one raster: edges where one piece ends and another begins cancel out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from ..objects import Piece

Integers = NDArray[np.int64]
Numbers = TypeVar("Numbers", NDArray[np.int64], NDArray[np.float64])


@dataclass(frozen=True, eq=False)
class Rings:
    """Rings of corners: ring r is ``corners[offsets[r]:offsets[r + 1]]``, not closed.

    Those of one object follow one another, in the order of the objects.
    """

    corners: Integers
    offsets: Integers


@dataclass(frozen=True, eq=False)
class Boundary:
    """Corners of the boundaries of some objects and the edges between them.

    ``x``, ``y`` (n,) of the corners are on the canvas, in row-major order; a saddle is listed twice
    and ``twin`` names its other copy (-1 elsewhere). ``sources``, ``targets`` (n / 2,) are the
    corners of the vertical edges in the order of their upper ends, and ``next_edge`` the one that
    follows each. ``columns`` (n / 2,) are the same edges by column and row, as x * ``height`` + y of
    the upper end in rising order, ``by_column`` their numbers. ``toggles`` are all vertical unit edges
    by row and column, as y * ``stride`` + x in rising order. ``first_rows`` (objects + 1,) is where
    each object begins on the canvas, ``origins`` (objects, 2) its top left grid point (x, y).
    """

    x: Integers
    y: Integers
    twin: Integers
    sources: Integers
    targets: Integers
    next_edge: Integers
    columns: Integers
    by_column: Integers
    toggles: Integers
    stride: int
    height: int
    first_rows: Integers
    origins: Integers

    def rings(self, *, split: bool) -> Rings:
        """All rings; those of shells begin at their topmost, then leftmost corner.

        With ``split`` a ring that meets itself at a saddle is cut there into rings that do not,
        as OGC demands: a pinched shell becomes a shell and a hole that touch at a point.
        """
        edges, offsets = _cycles(self.next_edge)
        after = np.arange(1, len(edges) + 1)
        after[offsets[1:] - 1] = offsets[:-1]
        corners = np.stack([self.targets[edges], self.sources[edges[after]]], axis=1).ravel()
        rings = Rings(corners, 2 * offsets)
        return _split_at_saddles(rings, self.twin) if split else rings

    def points(self, rings: Rings) -> Integers:
        """Corners of the rings as (n, 2) grid coordinates (x, y)."""
        x, y = self.x[rings.corners], self.y[rings.corners]
        owner = np.searchsorted(self.first_rows, y, side="right") - 1
        points = np.stack([x, y - self.first_rows[owner]], axis=1)
        points += self.origins[owner]
        return points

    def owners(self, rings: Rings) -> Integers:
        """The number of the object each ring belongs to."""
        first = self.y[rings.corners[rings.offsets[:-1]]]
        owners: Integers = np.searchsorted(self.first_rows, first, side="right") - 1
        return owners


def boundary_of(objects: Sequence[Sequence[Piece]]) -> Boundary:
    """Find the boundaries of objects: for each, that of the union of pieces that share no pixel.

    Every object needs a piece; pieces need no pixels.
    """
    owner = np.repeat(np.arange(len(objects)), [len(pieces) for pieces in objects])
    pieces = [piece for those in objects for piece in those]
    places = np.array([(p.x, p.y, *p.bits.shape[::-1]) for p in pieces], dtype=np.int64)
    corner, size = places[:, :2], places[:, 2:]
    first_piece = np.flatnonzero(np.diff(owner, prepend=-1))
    origins = np.minimum.reduceat(corner, first_piece)
    extents = np.maximum.reduceat(corner + size, first_piece) - origins
    # One row of canvas between two objects: the lower ends of the edges of the one lie on it.
    first_rows = np.concatenate([[0], np.cumsum(extents[:, 1] + 1)])
    stride, height = int(extents[:, 0].max()) + 1, int(first_rows[-1]) + 1

    shift = corner - origins[owner]
    shift[:, 1] += first_rows[owner]
    toggles, rising = _toggles(pieces, size, shift, stride)
    y, x = np.divmod(toggles, stride)

    # The vertical edges, by column: x * height + y of the upper end, and how far down.
    unit = np.sort((x * height + y) << 1 | rising)
    begins = np.flatnonzero(np.diff(unit, prepend=-3) != 2)
    length = np.diff(begins, append=len(unit))
    columns, rising = unit[begins] >> 1, (unit[begins] & 1).astype(bool)
    x, top = np.divmod(columns, height)

    # Corners by row: upper ends, then lower ones. Of the two at a saddle that of the falling edge, which
    # has its foreground on the left, belongs to the horizontal edge on the left.
    count = len(columns)
    keys = np.concatenate([top, top + length]) * stride + np.concatenate([x, x])
    order = np.argsort(keys << 1 | np.concatenate([rising, rising]))
    place = np.empty_like(order)
    place[order] = np.arange(2 * count)
    keys = keys[order]
    first = np.flatnonzero(keys[1:] == keys[:-1])
    twin = np.full(2 * count, -1, dtype=np.int64)
    twin[first], twin[first + 1] = first + 1, first

    edge, is_lower = order % max(count, 1), order >= count
    sources = np.where(rising, place[count:], place[:count])
    targets = np.where(rising, place[:count], place[count:])
    # The left end of a horizontal edge is where it begins if it is where a vertical edge ends.
    rightward = (is_lower != rising[edge])[::2]
    left, right = np.arange(0, 2 * count, 2), np.arange(1, 2 * count, 2)
    along = np.empty(2 * count, dtype=np.int64)
    along[left[rightward]], along[right[~rightward]] = right[rightward], left[~rightward]

    by_row = edge[~is_lower]
    number = np.empty_like(by_row)
    number[by_row] = np.arange(count)
    sources, targets = sources[by_row], targets[by_row]
    y, x = np.divmod(keys, stride)
    next_edge = number[edge[along[targets]]]
    return Boundary(
        x, y, twin, sources, targets, next_edge, columns, number, toggles, stride, height, first_rows, origins
    )


def shells(boundary: Boundary, rings: Rings) -> Integers:
    """Tell for each ring the ring that is its shell; a shell is its own.

    The foreground to the left of a hole begins at an edge of the same connected part, which is
    its shell's or that of another hole further left; so following it leads to the shell.
    """
    count = len(rings.offsets) - 1
    shell = np.arange(count)
    holes = np.flatnonzero(_ring_areas(boundary, rings) < 0)
    if len(holes) == 0:
        return shell
    ring_of = np.empty(len(boundary.x), dtype=np.int64)
    ring_of[rings.corners] = np.repeat(shell, np.diff(rings.offsets))
    ring_of_edge = ring_of[boundary.sources[boundary.by_column]]
    leftmost = np.empty(count, dtype=np.int64)
    leftmost[ring_of_edge[::-1]] = np.arange(len(ring_of_edge))[::-1]
    x, y = np.divmod(boundary.columns[leftmost[holes]], boundary.height)
    before = boundary.toggles[np.searchsorted(boundary.toggles, y * boundary.stride + x) - 1]
    key = (before - y * boundary.stride) * boundary.height + y
    shell[holes] = ring_of_edge[np.searchsorted(boundary.columns, key, side="right") - 1]
    while np.any(shell != shell[shell]):
        shell = shell[shell]
    return shell


def nested(points: Numbers, offsets: Integers, shell: Integers) -> tuple[Numbers, Integers, Integers]:
    """Close the rings and put each shell's holes behind it.

    Returns:
        Points (n, 2), the offsets of the rings in them and the offsets of the polygons in the
        rings: the ragged arrays of GeoArrow and of ``shapely.from_ragged_array``. Polygons are in
        the order of their shells.
    """
    index = np.arange(len(shell))
    sequence = np.lexsort((index, shell != index, shell))
    lengths = np.diff(offsets)[sequence]
    closed = np.concatenate([[0], np.cumsum(lengths + 1)])
    take = np.arange(closed[-1]) + np.repeat(offsets[:-1][sequence] - closed[:-1], lengths + 1)
    take[closed[1:] - 1] = offsets[:-1][sequence]
    polygons = np.append(np.flatnonzero(shell[sequence] == sequence), len(sequence))
    return points[take], closed, polygons


def _toggles(
    pieces: Sequence[Piece], size: Integers, shift: Integers, stride: int
) -> tuple[Integers, NDArray[np.bool_]]:
    """Vertical unit edges as y * stride + x, rising order, and whether foreground begins there.

    ``size``, ``shift`` (pieces, 2): width and height, and x and y on the canvas.
    """
    # All pieces in one buffer, row after row, a pixel of background behind each row and before all.
    starts = np.concatenate([[0], np.cumsum((size[:, 0] + 1) * size[:, 1])])
    buffer = np.zeros(starts[-1] + 1, dtype=bool)
    for piece, start, end in zip(pieces, (starts[:-1] + 1).tolist(), (starts[1:] + 1).tolist()):
        height, width = piece.bits.shape
        buffer[start:end].reshape(height, width + 1)[:, :width] = piece.bits
    at = np.flatnonzero(buffer[1:] != buffer[:-1])
    rising = buffer[1:][at]
    repeats = np.diff(np.searchsorted(at, starts))
    row, column = np.divmod(at - np.repeat(starts[:-1], repeats), np.repeat(size[:, 0] + 1, repeats))
    keys = (row + np.repeat(shift[:, 1], repeats)) * stride + column + np.repeat(shift[:, 0], repeats)
    if np.all(keys[1:] > keys[:-1]):
        return keys, rising
    order = np.argsort(keys)
    keys, rising = keys[order], rising[order]
    # Where one piece ends and another begins there is no edge.
    same = keys[1:] == keys[:-1]
    alone = np.ones(len(keys), dtype=bool)
    alone[1:] &= ~same
    alone[:-1] &= ~same
    return keys[alone], rising[alone]


def _cycles(following: Integers) -> tuple[Integers, Integers]:
    """The cycles of a permutation, each from its smallest number, and their offsets."""
    ahead = following.tolist()
    numbers: list[int] = []
    offsets = [0]
    for start in range(len(ahead)):
        at = ahead[start]
        if at < 0:
            continue
        ahead[start] = -1
        numbers.append(start)
        while at != start:
            numbers.append(at)
            step = ahead[at]
            ahead[at] = -1
            at = step
        offsets.append(len(numbers))
    return np.array(numbers, dtype=np.int64), np.array(offsets, dtype=np.int64)


def _split_at_saddles(rings: Rings, twin: Integers) -> Rings:
    """Cut the rings that pass a saddle twice."""
    ring_of = np.empty(len(twin), dtype=np.int64)
    ring_of[rings.corners] = np.repeat(np.arange(len(rings.offsets) - 1), np.diff(rings.offsets))
    saddles = np.flatnonzero(twin >= 0)
    pinched = np.unique(ring_of[saddles[ring_of[saddles] == ring_of[twin[saddles]]]])
    if len(pinched) == 0:
        return rings
    parts: list[Integers] = []
    lengths: list[Integers] = []
    done = 0
    for ring in pinched.tolist():
        start, end = rings.offsets[ring], rings.offsets[ring + 1]
        loops = _loops(rings.corners[start:end], twin)
        parts += [rings.corners[rings.offsets[done] : start], np.concatenate(loops)]
        lengths += [np.diff(rings.offsets[done : ring + 1]), np.array([len(loop) for loop in loops])]
        done = ring + 1
    parts.append(rings.corners[rings.offsets[done] :])
    lengths.append(np.diff(rings.offsets[done:]))
    offsets = np.concatenate([[0], np.cumsum(np.concatenate(lengths))])
    return Rings(np.concatenate(parts), offsets)


def _loops(ring: Integers, twin: Integers) -> list[list[int]]:
    """The loops of one ring between the saddles it passes twice."""
    loops: list[list[int]] = []
    path: list[int] = []
    depth: dict[int, int] = {}
    for corner, other in zip(ring.tolist(), twin[ring].tolist()):
        if other >= 0:
            met = depth.get(other, len(path))
            if met < len(path) and path[met] == other:
                loops.append(path[met:])
                del path[met:]
            depth[corner] = len(path)
        path.append(corner)
    loops.append(path)
    return loops


def _ring_areas(boundary: Boundary, rings: Rings) -> Integers:
    """Signed areas in pixels, positive for shells."""
    if len(rings.corners) == 0:
        return np.zeros(0, dtype=np.int64)
    x, y = boundary.x[rings.corners], boundary.y[rings.corners]
    after = np.arange(1, len(x) + 1)
    after[rings.offsets[1:] - 1] = rings.offsets[:-1]
    areas: Integers = np.add.reduceat(x * (y[after] - y), rings.offsets[:-1])
    return areas
