"""The polygons of a block of labels, with borders that neighbours share vertex by vertex.

Blocks can be simplified one by one and still fit together: their frames stay as they are, and where a
border meets the frame is a vertex on both sides of it.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import GeometryType, MultiPolygon

from ..objects import Piece
from .boundary import Integers, boundary_of, nested, shells
from .simplify import Outlines
from .slivers import Labels

SMOOTH_BORDER_TOLERANCE_PX = 0.75
"""Tolerance of smooth borders: takes the waves of a staircase whose corners were cut."""

_HALVINGS = 4


def block_polygons(
    labels: Labels, pieces: Mapping[int, Piece], smooth: bool, tolerance_px: float
) -> dict[int, MultiPolygon]:
    """The multipolygon of every label but 0 of a block, from the block's top left corner.

    They form a valid coverage: no overlaps, and every vertex of one border on the other as well.
    Without ``smooth`` and tolerance they follow the pixel edges.

    Args:
        labels: uint32 (h + 2, w + 2), the block's and one pixel more on each side.
        pieces: the pixels of each label in the block, from its top left corner.
        smooth: cut the corners of the pixels: borders run from middle to middle of pixel edges.
        tolerance_px: leave out vertices that form triangles with their neighbours of an area below
            the square of this (Visvalingam and Whyatt's method, on shared borders, GEOS'
            coverage simplifier).
    """
    plain = not smooth and tolerance_px <= 0
    # The ground without objects takes part, or borders with it would stay as they are.
    pieces = {number: piece for number, piece in pieces.items() if number or not plain}
    if not pieces:
        return {}
    boundary = boundary_of([(piece,) for piece in pieces.values()])
    rings = boundary.rings(split=True)
    points, offsets = _with_nodes(boundary.points(rings), rings.offsets, _nodes(labels), smooth)
    shell = shells(boundary, rings)
    points, lines, polygons = nested(points, offsets, shell)
    owners = boundary.owners(rings)[shell == np.arange(len(shell))]
    parts = np.searchsorted(owners, np.arange(len(pieces) + 1))
    drawn: Outlines = shapely.from_ragged_array(GeometryType.MULTIPOLYGON, points, (lines, polygons, parts))
    if not plain:
        drawn = _simplified(drawn, tolerance_px)
    return {number: outline for number, outline in zip(pieces, drawn) if number}


def _nodes(labels: Labels) -> NDArray[np.bool_]:
    """Grid points (h + 1, w + 1) of a block where more than two lines meet."""
    a, b, c, d = labels[:-1, :-1], labels[:-1, 1:], labels[1:, :-1], labels[1:, 1:]
    lines = (a != b).astype(np.int8) + (b != d) + (d != c) + (c != a)
    nodes: NDArray[np.bool_] = lines >= 3
    return nodes


def _with_nodes(
    corners: Integers, offsets: Integers, nodes: NDArray[np.bool_], smooth: bool
) -> tuple[NDArray[np.float64], Integers]:
    """Rings with a vertex at each node they pass; smooth ones between middles of pixel edges.

    Nodes and the points on the block's frame are where they were, so that neighbours meet there.
    """
    after = np.arange(1, len(corners) + 1)
    after[offsets[1:] - 1] = offsets[:-1]
    way = corners[after] - corners
    lengths = np.abs(way).sum(axis=1)
    first = np.concatenate([[0], np.cumsum(lengths)])
    number = np.arange(first[-1]) - np.repeat(first[:-1], lengths)
    along = np.repeat(np.sign(way), lengths, axis=0)
    starts = np.repeat(corners, lengths, axis=0) + along * number[:, None]
    kept = nodes[starts[:, 1], starts[:, 0]]
    if not smooth:
        kept |= number == 0
        points = starts[kept].astype(np.float64)
        return points, np.concatenate([[0], np.cumsum(kept)])[first[offsets]]
    size = np.array(nodes.shape[::-1]) - 1
    on_frame = (starts == 0) | (starts == size)
    kept |= on_frame.any(axis=1) & (number == 0)
    along_frame = (on_frame & (along == 0)).any(axis=1)
    both = np.stack([starts.astype(np.float64), starts + along / 2], axis=1).reshape(-1, 2)
    wanted = np.stack([kept, ~along_frame], axis=1).ravel()
    return both[wanted], np.concatenate([[0], np.cumsum(wanted)])[2 * first[offsets]]


def _simplified(drawn: Outlines, tolerance_px: float) -> Outlines:
    for _ in range(_HALVINGS):
        simpler: Outlines = shapely.coverage_simplify(drawn, tolerance_px, simplify_boundary=False)
        if shapely.is_valid(simpler).all() and shapely.coverage_is_valid(simpler):
            return simpler
        tolerance_px /= 2
    return drawn
