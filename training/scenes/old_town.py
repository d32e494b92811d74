"""Old-town blocks: houses wall to wall around a courtyard."""

from __future__ import annotations

import math

import numpy as np

from . import palette
from .canvas import Canvas, Cover
from .shapes import Polygon, inset, signed_area


def build_perimeter(rng: np.random.Generator, canvas: Canvas, block: Polygon) -> None:
    """An old-town block: houses wall to wall around a courtyard; the houses are parts of the whole."""
    outer = inset(block, 1.5)
    depth = rng.uniform(9, 13)
    court = inset(outer, depth) if len(outer) else outer
    if len(court) < 3 or abs(signed_area(court)) < 60:
        return
    ring = canvas.cover(outer, court)
    yard = canvas.cover(court)
    if not canvas.is_free(ring):
        return
    lawn = palette.vary(rng, palette.LAWN if rng.random() < 0.5 else palette.GRAVEL, 0.06)
    canvas.paint(yard, lawn, 0.06 * (canvas.grain[yard.window] if yard is not None else 0))
    canvas.record("building", ring)
    canvas.record("courtyard", yard)
    for start, end, house in _row_houses(rng, outer, court, depth):
        cover = canvas.cover(house)
        if cover is None:
            continue
        _pitch_along(rng, canvas, cover, start, end, depth)
    canvas.take(ring)


def _row_houses(
    rng: np.random.Generator, outer: Polygon, court: Polygon, depth: float
) -> list[tuple[np.ndarray, np.ndarray, Polygon]]:
    """Houses along every side of a ring: the side's two ends and the house's outline."""
    houses = []
    middle = court.mean(axis=0)
    for start, end in zip(outer, np.roll(outer, -1, axis=0), strict=True):
        length = math.hypot(*(end - start))
        if length < 3:
            continue
        cuts = np.concatenate([[0], np.cumsum(rng.uniform(8, 18, int(length / 8) + 2))])
        cuts = np.append(cuts[cuts < length - 5], length)
        for first, last in zip(cuts[:-1], cuts[1:], strict=True):
            a, b = (start + t / length * (end - start) for t in (first, last))
            # The inner corners: straight inwards, but at the block's corners towards the courtyard (a mitre).
            along = (end - start) / length
            inward = np.array([-along[1], along[0]])
            inward = inward if inward @ (middle - start) > 0 else -inward
            inner_a = _mitre(court, start) if first == 0 else a + depth * inward
            inner_b = _mitre(court, end) if last == length else b + depth * inward
            houses.append((start, end, np.array([a, b, inner_b, inner_a])))
    return houses


def _mitre(court: Polygon, corner: np.ndarray) -> np.ndarray:
    """The courtyard corner that belongs to a block corner: the nearest one."""
    return court[np.argmin(np.hypot(*(court - corner).T))]


def _pitch_along(
    rng: np.random.Generator, canvas: Canvas, cover: Cover, start: np.ndarray, end: np.ndarray, depth: float
) -> None:
    """A gable over one row house, ridge parallel to the street."""
    along = (end - start) / math.hypot(*(end - start))
    xs, ys = canvas.metres(cover)
    distance = np.abs((xs - start[0]) * -along[1] + (ys - start[1]) * along[0])
    pitch = rng.uniform(0.4, 0.7)
    street_side = distance < depth / 2
    # The sign of the slope needs the inward direction: towards the cover's far side.
    signed = (xs - start[0]) * -along[1] + (ys - start[1]) * along[0]
    inward = math.copysign(1.0, float(np.median(signed[cover.bits]))) if cover.bits.any() else 1.0
    fall = np.where(street_side, pitch, -pitch) * inward
    slope = np.stack([fall * -along[1], fall * along[0]], axis=-1).astype(np.float32)
    colour = palette.pick(rng, palette.ROOFS, 0.06)
    texture = 0.035 * canvas.grain[cover.window] + 0.04 * canvas.patches[cover.window]
    canvas.paint(cover, colour, texture)
    eaves = rng.uniform(8, 12)
    canvas.lift(cover, eaves + pitch * (depth / 2 - np.abs(distance - depth / 2)), slope)
    canvas.record("roof_part", cover)
