"""Flat things: roads, verges, fields, water, lawns, courts."""

from __future__ import annotations

import math

import cv2
import numpy as np

from . import palette
from .canvas import Canvas, Cover
from .layout import Layout, bent
from .shapes import Polygon, blob, main_axis, rectangle, to_world
from .texture import stripes


def soil_texture(canvas: Canvas, cover: Cover, fine: float = 0.05, patch: float = 0.05) -> np.ndarray:
    """Natural unevenness of open ground: grain and patches, (h, w)."""
    return fine * canvas.grain[cover.window] + patch * canvas.patches[cover.window]


def lay(
    canvas: Canvas, polygon: Polygon, colour: np.ndarray, fine: float = 0.04, patch: float = 0.04
) -> Cover | None:
    """Cover the unused part of a polygon with one uneven material and return where it went."""
    cover = canvas.cover(polygon)
    if cover is None:
        return None
    cover = canvas.untaken(cover)
    canvas.paint(cover, colour, soil_texture(canvas, cover, fine, patch))
    return cover


def draw_roads(rng: np.random.Generator, canvas: Canvas, layout: Layout) -> None:
    """Asphalt everywhere, then the districts on top of it: what stays visible is the road network."""
    asphalt = palette.vary(rng, palette.ASPHALT if rng.random() < 0.6 else palette.WORN_ASPHALT, 0.08)
    everything = Cover(0, 0, np.ones((canvas.height, canvas.width), dtype=np.float32))
    canvas.paint(everything, asphalt, soil_texture(canvas, everything, 0.025, 0.03))
    lane_colours = [palette.ASPHALT, palette.WORN_ASPHALT, palette.WORN_ASPHALT, palette.GRAVEL]
    uncovered = np.ones((canvas.height, canvas.width), dtype=np.float32)
    for polygon, use in zip(layout.districts, layout.uses, strict=True):
        cover = canvas.cover(bent(layout, polygon, canvas.metres_per_pixel))
        if cover is None:
            continue
        if canvas.shows(0.3, 0.55):
            _draw_centre_line(canvas, layout, polygon)
        if use in ("farm", "forest", "park"):
            lane = palette.vary(rng, palette.DIRT if use != "park" else palette.GRAVEL, 0.05)
        else:
            lane = palette.vary(rng, lane_colours[rng.integers(len(lane_colours))], 0.05)
        canvas.paint(cover, lane, soil_texture(canvas, cover, 0.03, 0.05))
        uncovered[cover.window] = np.minimum(uncovered[cover.window], 1 - cover.alpha)
    for block in layout.blocks:
        cover = canvas.cover(bent(layout, block.straight, canvas.metres_per_pixel))
        if cover is not None and block.use in ("town", "old_town", "industry"):
            kerb = palette.CONCRETE * np.float32(0.95)
            canvas.paint(cover, kerb, soil_texture(canvas, cover, 0.02, 0.02))
    canvas.record("road", Cover(0, 0, uncovered))
    canvas.taken |= uncovered >= 0.5


def _draw_centre_line(canvas: Canvas, layout: Layout, polygon: Polygon) -> None:
    """Dashes along a district's sides, where the middle of the main road is."""
    outline = layout.bend(_dash_points(polygon))
    for start, end in outline.reshape(-1, 2, 2):
        length = math.hypot(*(end - start))
        angle = math.atan2(end[1] - start[1], end[0] - start[0])
        side = np.array([math.sin(angle), -math.cos(angle)]) * 3.9
        # Which side of the edge the road lies on depends on the corner order.
        centre = (start + end) / 2 + (side if _clockwise(polygon) else -side)
        dash = canvas.cover(rectangle(*centre, length, 0.3, angle))
        if dash is not None:
            # Anti-aliased filling covers at least a pixel: thinner paint is paler paint.
            thinned = dash.without(np.full(dash.alpha.shape, 1 - min(1.0, 0.2 / canvas.metres_per_pixel)))
            canvas.paint(thinned, palette.MARKING)


def _clockwise(polygon: Polygon) -> bool:
    x, y = polygon[:, 0], polygon[:, 1]
    return bool(np.dot(x, np.roll(y, -1)) > np.dot(np.roll(x, -1), y))


def _dash_points(polygon: Polygon, dash: float = 3.0, gap: float = 6.0) -> Polygon:
    """Start and end points of dashes along the sides that run to the right, (2 n, 2)."""
    points = []
    for start, end in zip(polygon, np.roll(polygon, -1, axis=0), strict=True):
        length = math.hypot(*(end - start))
        # Both neighbours of a road run along it, in opposite directions: only one of them may draw.
        if length < 3 * dash or tuple(end - start) < (0.0, 0.0):
            continue
        along = (end - start) / length
        for distance in np.arange(gap, length - gap, dash + gap):
            points += [start + distance * along, start + (distance + dash) * along]
    return np.array(points) if points else np.empty((0, 2))


def draw_field(rng: np.random.Generator, canvas: Canvas, polygon: Polygon, straight: Polygon) -> Cover | None:
    """One field: crop colour, rows along its long side, tramlines, patchy growth."""
    cover = canvas.cover(polygon)
    if cover is None:
        return None
    mpp = canvas.metres_per_pixel
    angle = main_axis(straight)[4] + rng.normal(0, 0.03)
    xs, ys = canvas.metres(cover)
    colour = palette.pick(rng, palette.CROPS, 0.07)
    texture = soil_texture(canvas, cover, rng.uniform(0.03, 0.08), rng.uniform(0.02, 0.06))
    texture = texture + rng.uniform(0.01, 0.06) * canvas.broad[cover.window]
    wander = 0.12 * canvas.patches[cover.window]
    texture = texture + rng.uniform(0.01, 0.09) * stripes(
        xs + wander, ys + wander, angle, rng.uniform(0.7, 3.2), mpp
    )
    texture = texture + rng.uniform(0.0, 0.05) * stripes(xs, ys, angle, rng.uniform(6, 14) * max(1, mpp), mpp)
    if rng.random() < 0.6:
        texture = texture + _tramlines(xs, ys, angle, rng.uniform(14, 27), mpp) * rng.choice([-0.2, 0.16])
    canvas.paint(cover, colour, texture)
    canvas.record("field", cover)
    return cover


def _tramlines(xs: np.ndarray, ys: np.ndarray, angle: float, spacing: float, mpp: float) -> np.ndarray:
    """Pairs of wheel tracks every `spacing` metres, 0..1, (h, w)."""
    across = ys * math.cos(angle) - xs * math.sin(angle)
    width = max(0.45, 0.6 * mpp)
    strength = min(1.0, 0.45 / mpp * 1.2)
    phase = np.abs((across % spacing) - spacing / 2)
    return (strength * np.exp(-(((phase - 0.9) / width) ** 2))).astype(np.float32)


def draw_water(
    rng: np.random.Generator, canvas: Canvas, cover: Cover, colour: np.ndarray, kind: str = "water"
) -> None:
    """Still or slow water with a wet shore; nothing is built or grown on it."""
    shore = cv2.GaussianBlur(cover.alpha, (0, 0), max(0.8, 1.2 / canvas.metres_per_pixel))
    canvas.paint(
        Cover(cover.x, cover.y, np.clip(1.6 * shore, 0, 1) * (shore > 0.02)), palette.DIRT * np.float32(0.62)
    )
    ripple = 0.012 * canvas.grain[cover.window] + 0.05 * canvas.broad[cover.window]
    depth = -0.16 * np.clip(2 * shore - 1, 0, 1)
    canvas.paint(cover, palette.vary(rng, colour, 0.1), ripple + depth)
    canvas.record(kind, cover)
    canvas.take(cover)


def draw_river(rng: np.random.Generator, canvas: Canvas) -> None:
    """A band of water across the scene, under the main roads (which become bridges).

    Of several courses the one that follows roads least is taken, so that bridges stay short.
    """
    courses = [
        cover for cover in (canvas.cover(_river_course(rng, canvas)) for _ in range(10)) if cover is not None
    ]
    courses = [cover for cover in courses if cover.bits.any()]
    if not courses:
        return
    cover = min(courses, key=lambda course: canvas.taken[course.window][course.bits].mean())
    bridges = canvas.taken[cover.window].astype(np.float32)
    wet = cover.without(cv2.GaussianBlur(bridges, (3, 3), 0))
    if wet.bits.any():
        draw_water(rng, canvas, wet, palette.RIVER, "water")


def _river_course(rng: np.random.Generator, canvas: Canvas) -> Polygon:
    """The outline of a winding band right through the scene."""
    width_m, height_m = canvas.width * canvas.metres_per_pixel, canvas.height * canvas.metres_per_pixel
    span = math.hypot(width_m, height_m)
    breadth = rng.uniform(0.015, 0.05) * span
    along = np.linspace(-0.9, 0.9, 150) * span
    sway = sum(
        rng.normal() * span / (22 * k) * np.sin(along / span * 5 * k + rng.uniform(0, 6)) for k in range(1, 4)
    )
    banks = breadth / 2 * (1 + 0.2 * np.sin(along / breadth * 0.35 + rng.uniform(0, 6)))
    outline = np.concatenate(
        [np.column_stack([along, sway - banks]), np.column_stack([along, sway + banks])[::-1]]
    )
    centre = np.array([width_m, height_m]) * rng.uniform(0.2, 0.8, 2)
    return to_world(outline, *centre, rng.uniform(0, math.pi))


def draw_pond(rng: np.random.Generator, canvas: Canvas, cx: float, cy: float, radius: float) -> None:
    """A pond or lake, where the ground is free."""
    cover = canvas.cover(blob(rng, cx, cy, radius))
    if canvas.is_free(cover):
        draw_water(rng, canvas, cover, palette.POND if rng.random() < 0.7 else palette.RIVER)


def draw_pitch(rng: np.random.Generator, canvas: Canvas, cx: float, cy: float, angle: float) -> None:
    """A football field (mown stripes) or tennis courts (red or green), with white lines."""
    tennis = rng.random() < 0.5
    length, width = (36.0, 18.0) if tennis else (100.0, 62.0)
    cover = canvas.cover(rectangle(cx, cy, length, width, angle))
    if not canvas.is_free(cover):
        return
    xs, ys = canvas.metres(cover)
    if tennis:
        colour = palette.vary(rng, palette.COURT_RED if rng.random() < 0.6 else palette.COURT_GREEN)
        texture = soil_texture(canvas, cover, 0.02, 0.01)
    else:
        colour = palette.vary(rng, palette.LAWN, 0.05)
        mown = np.sign(stripes(xs, ys, angle + math.pi / 2, 11, canvas.metres_per_pixel))
        texture = soil_texture(canvas, cover, 0.03, 0.02) + 0.05 * mown
    canvas.paint(cover, colour, texture)
    inner_length, inner_width = (23.8, 11.0) if tennis else (94.0, 57.0)
    lines = [(0, inner_width / 2, inner_length, 0.15), (0, -inner_width / 2, inner_length, 0.15)]
    lines += [(dx, 0, 0.15, inner_width) for dx in (-inner_length / 2, 0, inner_length / 2)]
    for dx, dy, along, across in lines:
        place = to_world(np.array([[dx, dy]]), cx, cy, angle)[0]
        canvas.paint(
            canvas.cover(rectangle(*place, max(along, 0.15), max(across, 0.15), angle)), palette.MARKING
        )
    canvas.record("pitch", cover)
    canvas.take(cover)
