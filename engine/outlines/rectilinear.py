"""Right-angle outlines, for buildings.

The method is that of A. Gribov and E. Bodansky, "Reconstruction of Orthogonal Polygonal Lines" (Document
Analysis Systems VII, 2006): one main direction, each stretch of the outline laid along it or across
it, short stretches given up, and corners where the lines meet. In place of their search for the
least deviation each line lies where it leaves as much area on one side as on the other. The main
direction is that of the rectangle of least area around the largest part (H. Freeman and R. Shapira,
"Determining the minimum-area encasing rectangle for an arbitrary closed curve", Communications of
the ACM 18, 1975). Measured on buildings drawn by hand, it does as well on clean masks as the
average of the edges' directions, and much better where masks have noisy outlines.

What does not look like a building keeps the outline it had.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import MultiPolygon, Polygon

JOG_PX = 3.0
"""Edges shorter than this are straightened unless SIMPLIFY says otherwise.

On 420 buildings drawn by hand, rasterised, none rejected: IoU with the drawing 0.985 and 6.2 vertices,
where the drawings themselves have 6.4. With noise of about 1.5 pixels on the masks 0.956 and 8.7 vertices.
(Pixel edges, on all 1,680 of that set: 0.980 and 157, with noise 0.929 and 217.)
"""

LEAST_IOU = 0.85
"""Below this overlap with the mask a right-angled outline is rejected. Of those buildings 99 % have
more, of discs and ellipses 5 %."""

FARTHEST_PX = 4.0
FARTHEST_SHARE = 0.12
"""No point of one outline may lie farther from the other than the greater of these: pixels, and a share
of the square root of the area."""

# Douglas and Peucker's tolerance that lets the staircase of a straight edge pass as one edge.
_STRAIGHT_PX = 1.6

T = TypeVar("T")
Floats = NDArray[np.float64]


def rectilinear(outline: MultiPolygon, steps: Floats, jog_px: float = JOG_PX) -> MultiPolygon | None:
    """Draw an outline again with right angles, or None where it departs too far.

    Args:
        outline: along pixel edges, in grid coordinates (x, y).
        steps: (2, 2), the way on the ground of one pixel to the right and one down, as columns, in
            any unit. Angles are right there, be pixels oblong, turned or in degrees.
        jog_px: edges shorter than this are straightened, in pixels (of the longer side).
    """
    to_ground = steps / np.hypot(steps[0], steps[1]).max()
    rings = [ring for part in outline.geoms for ring in (part.exterior, *part.interiors)]
    lines = [shapely.get_coordinates(ring)[:-1] @ to_ground.T for ring in rings]
    coarse = [_corner_numbers(line) for line in lines]
    turn = _turn(lines)
    drawn = [_right_angled(line @ turn.T, corners, jog_px) for line, corners in zip(lines, coarse)]
    back = np.linalg.inv(turn @ to_ground)
    drawn = [ring @ back.T for ring in drawn]
    parts, first = [], 0
    for part in outline.geoms:
        after = first + 1 + len(part.interiors)
        parts.append(Polygon(drawn[first], drawn[first + 1 : after]))
        first = after
    result = MultiPolygon(parts)
    return result if _is_close(result, outline, to_ground) else None


@dataclass(frozen=True)
class _Run:
    """A stretch of the ring between two of its points, along the main direction or across it."""

    across: bool
    start: int
    end: int


class _Sums:
    """Integrals along a ring (n, 2), to lay a line through any stretch of it."""

    def __init__(self, ring: Floats) -> None:
        step = np.diff(ring, axis=0, append=ring[:1])
        middle = ring + step / 2
        # For a line of constant y what counts is y times dx, and the other way round.
        signed = middle[:, ::-1] * step
        terms = np.stack([signed, middle[:, ::-1] * np.abs(step), step, np.abs(step)], axis=1)
        self._sums = np.concatenate([np.zeros((1, 4, 2)), np.cumsum(terms, axis=0)])

    def offset(self, run: _Run) -> float:
        """Where the line of a run lies: its y, or its x for a run across.

        The line leaves as much area on one side as on the other; where the stretch turns back on
        itself, it is the mean.
        """
        between = self._sums[run.end] - self._sums[run.start]
        if run.end <= run.start:
            between = between + self._sums[-1]
        area, moment, way, length = between[:, int(run.across)].tolist()
        return float(area / way if abs(way) > length / 2 else moment / length)


def _corner_numbers(ring: Floats) -> NDArray[np.int64]:
    """The points of a ring that Douglas and Peucker's method keeps."""
    kept = shapely.get_coordinates(shapely.simplify(shapely.LinearRing(ring), _STRAIGHT_PX))[:-1]
    number = {point: index for index, point in enumerate(map(tuple, ring.tolist()))}
    return np.array(sorted(number[point] for point in map(tuple, kept.tolist())), dtype=np.int64)


def _turn(rings: Sequence[Floats]) -> Floats:
    """The rotation (2, 2) that lays the main direction along x."""
    largest = max(rings, key=lambda ring: float(np.prod(np.ptp(ring, axis=0))))
    corners = shapely.get_coordinates(shapely.minimum_rotated_rectangle(shapely.MultiPoint(largest)))
    along = corners[1] - corners[0]
    cos, sin = along / np.hypot(*along)
    return np.array([[cos, sin], [-sin, cos]])


def _right_angled(ring: Floats, corners: NDArray[np.int64], jog: float) -> Floats:
    """A ring (n, 2) in the main direction's frame with horizontal and vertical edges only."""
    edges = np.diff(ring[corners], axis=0, append=ring[corners[:1]])
    across = np.abs(edges[:, 1]) > np.abs(edges[:, 0])
    begins = np.flatnonzero(across != np.roll(across, 1))
    if len(begins) < 4:
        return _rectangle(ring)
    starts = corners[begins]
    runs = [
        _Run(bool(across[begin]), start, end)
        for begin, start, end in zip(begins.tolist(), starts.tolist(), np.roll(starts, -1).tolist())
    ]
    sums = _Sums(ring)
    offsets = [sums.offset(run) for run in runs]
    while len(runs) > 4:
        lengths = np.abs(np.roll(offsets, -1) - np.roll(offsets, 1))
        short = int(np.argmin(lengths))
        if lengths[short] >= jog:
            break
        # The run and its two neighbours become one; turned so that they stand at the end.
        runs, offsets = _turned_round(runs, short + 2), _turned_round(offsets, short + 2)
        runs[-3:] = [_Run(runs[-3].across, runs[-3].start, runs[-1].end)]
        offsets[-3:] = [sums.offset(runs[-1])]
    following = offsets[1:] + offsets[:1]
    return np.array(
        [(o, n) if run.across else (n, o) for run, o, n in zip(runs, offsets, following)], dtype=np.float64
    )


def _turned_round(items: list[T], first: int) -> list[T]:
    first %= len(items)
    return items[first:] + items[:first]


def _rectangle(ring: Floats) -> Floats:
    """The upright rectangle in the middle of a ring that has its area and the shape of its box."""
    low, high = ring.min(axis=0), ring.max(axis=0)
    half = (high - low) / 2 * math.sqrt(Polygon(ring).area / float(np.prod(high - low)))
    (left, bottom), (right, top) = (low + high) / 2 - half, (low + high) / 2 + half
    return np.array([(left, bottom), (right, bottom), (right, top), (left, top)])


def _is_close(result: MultiPolygon, outline: MultiPolygon, to_ground: Floats) -> bool:
    if not result.is_valid:
        return False
    common = result.intersection(outline).area
    if common < LEAST_IOU * (result.area + outline.area - common):
        return False
    drawn, traced = (shapely.transform(g.boundary, lambda p: p @ to_ground.T) for g in (result, outline))
    area = outline.area * abs(np.linalg.det(to_ground))
    allowed = max(FARTHEST_PX, FARTHEST_SHARE * math.sqrt(area))
    return bool(shapely.hausdorff_distance(drawn, traced) <= allowed)
