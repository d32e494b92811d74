"""Plane geometry of the layout: convex polygons that are cut, shrunk, bent and turned.

A polygon is float64 (N, 2) in metres, columns x (right) and y (down), without a repeated last corner.
"""

from __future__ import annotations

import math

import cv2
import numpy as np

Polygon = np.ndarray


def signed_area(polygon: Polygon) -> float:
    """Area in square metres; positive when the corners run clockwise on a y-down picture."""
    x, y = polygon[:, 0], polygon[:, 1]
    return 0.5 * float(np.dot(x, np.roll(y, -1)) - np.dot(np.roll(x, -1), y))


def rectangle(cx: float, cy: float, length: float, width: float, angle: float) -> Polygon:
    """A rectangle around a centre; `length` runs along `angle` (radians, from x towards y)."""
    corners = np.array([[-0.5, -0.5], [0.5, -0.5], [0.5, 0.5], [-0.5, 0.5]]) * (length, width)
    return to_world(corners, cx, cy, angle)


def to_world(local: Polygon, cx: float, cy: float, angle: float) -> Polygon:
    """Turn local coordinates by `angle` (radians) and move their origin to (cx, cy)."""
    cos, sin = math.cos(angle), math.sin(angle)
    return local @ np.array([[cos, sin], [-sin, cos]]) + (cx, cy)


def ellipse(cx: float, cy: float, rx: float, ry: float, angle: float, corners: int = 40) -> Polygon:
    """An ellipse as a polygon."""
    turn = np.linspace(0, 2 * math.pi, corners, endpoint=False)
    return to_world(np.column_stack([rx * np.cos(turn), ry * np.sin(turn)]), cx, cy, angle)


def blob(rng: np.random.Generator, cx: float, cy: float, radius: float, wobble: float = 0.3) -> Polygon:
    """A smooth closed shore line: a circle with a few random low harmonics, stretched at random."""
    turn = np.linspace(0, 2 * math.pi, 90, endpoint=False)
    reach = np.ones_like(turn)
    for harmonic in range(2, 7):
        reach += wobble / harmonic * rng.normal() * np.cos(harmonic * turn + rng.uniform(0, 2 * math.pi))
    stretch = rng.uniform(0.6, 1.0)
    outline = (
        np.column_stack([np.cos(turn), stretch * np.sin(turn)]) * (radius * np.clip(reach, 0.3, 2))[:, None]
    )
    return to_world(outline, cx, cy, rng.uniform(0, math.pi))


def clip(polygon: Polygon, point: np.ndarray, inward: np.ndarray) -> Polygon:
    """The part of a convex polygon on the `inward` side of the line through `point`; may be empty (0, 2)."""
    if len(polygon) == 0:
        return polygon
    depth = (polygon - point) @ inward
    kept = []
    for index in range(len(polygon)):
        following = (index + 1) % len(polygon)
        if depth[index] >= 0:
            kept.append(polygon[index])
        if (depth[index] >= 0) != (depth[following] >= 0):
            share = depth[index] / (depth[index] - depth[following])
            kept.append(polygon[index] + share * (polygon[following] - polygon[index]))
    return np.array(kept) if len(kept) >= 3 else np.empty((0, 2))


def inset(polygon: Polygon, distance: float) -> Polygon:
    """A convex polygon shrunk by `distance` metres on every side; empty (0, 2) when nothing is left."""
    sign = 1.0 if signed_area(polygon) > 0 else -1.0
    shrunk = polygon
    for start, end in zip(polygon, np.roll(polygon, -1, axis=0), strict=True):
        along = end - start
        length = math.hypot(*along)
        if length < 1e-9:
            continue
        inward = sign * np.array([-along[1], along[0]]) / length
        shrunk = clip(shrunk, start + distance * inward, inward)
    return shrunk


def main_axis(polygon: Polygon) -> tuple[float, float, float, float, float]:
    """Centre x, centre y, length, width and angle (radians) of the smallest rectangle around a polygon."""
    (cx, cy), (width, height), degrees = cv2.minAreaRect(polygon.astype(np.float32))
    angle = math.radians(degrees)
    if width < height:
        return cx, cy, height, width, angle + math.pi / 2
    return cx, cy, width, height, angle


def subdivide(
    rng: np.random.Generator, polygon: Polygon, largest: float, skew: float = 0.06
) -> list[Polygon]:
    """Cut a convex polygon across its long side again and again until no piece exceeds `largest` m2.

    `skew` is the spread of the cutting angle in radians: 0 gives a strict grid, 0.1 old grown parcels.
    """
    pieces, waiting = [], [polygon]
    while waiting:
        piece = waiting.pop()
        if len(piece) < 3:
            continue
        if abs(signed_area(piece)) <= largest * rng.uniform(0.6, 1.3):
            pieces.append(piece)
            continue
        cx, cy, length, _, angle = main_axis(piece)
        shift = rng.uniform(-0.14, 0.14) * length
        cut = angle + rng.normal(0, skew)
        normal = np.array([math.cos(cut), math.sin(cut)])
        point = np.array([cx + shift * math.cos(angle), cy + shift * math.sin(angle)])
        waiting += [clip(piece, point, normal), clip(piece, point, -normal)]
    return pieces


def densify(polygon: Polygon, step: float) -> Polygon:
    """The same outline with a corner at least every `step` metres, so that it can be bent."""
    parts = []
    for start, end in zip(polygon, np.roll(polygon, -1, axis=0), strict=True):
        count = max(1, int(math.hypot(*(end - start)) / step))
        parts.append(start + np.linspace(0, 1, count, endpoint=False)[:, None] * (end - start))
    return np.concatenate(parts)
