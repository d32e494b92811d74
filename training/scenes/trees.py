"""Crowns: bumpy domes that are painted where they stand above what is there."""

from __future__ import annotations

import math

import cv2
import numpy as np

from . import palette
from .canvas import Canvas, Cover
from .shapes import Polygon, ellipse, main_axis, signed_area
from .texture import fractal_noise


class CrownStamps:
    """A few crown shapes, drawn once and scaled to every tree: height share and slope at unit radius."""

    SIDE = 48

    def __init__(self, rng: np.random.Generator, conifers: bool, count: int = 6) -> None:
        self.domes = [self._dome(rng, conifers) for _ in range(count)]

    def _dome(self, rng: np.random.Generator, conifer: bool) -> np.ndarray:
        """Height share (SIDE, SIDE) float32, 0 outside the crown."""
        side = self.SIDE
        ys, xs = np.mgrid[0:side, 0:side].astype(np.float32) / (side / 2) - (1 - 1 / side)
        turn, reach = np.arctan2(ys, xs), np.hypot(xs, ys)
        edge = 0.86 + sum(
            0.11 / math.sqrt(k) * rng.normal() * np.cos(k * turn + rng.uniform(0, 6)) for k in range(2, 8)
        ) * (0.6 if conifer else 0.9)
        inside = np.clip(1 - reach / np.clip(edge, 0.5, 1.0), 0, 1)
        bumps = cv2.GaussianBlur(fractal_noise(rng, side, side, side / 4), (0, 0), 1.2)
        dome = inside ** (0.9 if conifer else 0.5) * (1 + 0.12 * bumps)
        return np.where(inside > 0, np.clip(dome, 0.05, 1.4), 0).astype(np.float32)

    def stamp(
        self, rng: np.random.Generator, radius_px: float, cx: float, cy: float
    ) -> tuple[int, int, np.ndarray]:
        """One crown at a pixel position: left, top and height share (h, w)."""
        dome = np.rot90(self.domes[rng.integers(len(self.domes))], rng.integers(4))
        side = max(3, math.ceil(2 * radius_px) + 2)
        left, top = math.floor(cx - side / 2), math.floor(cy - side / 2)
        scale = 2 * radius_px / self.SIDE
        place = np.float32([[scale, 0, cx - radius_px - left - 0.5], [0, scale, cy - radius_px - top - 0.5]])
        if scale < 0.5:
            dome, place = (
                cv2.resize(dome, (16, 16), interpolation=cv2.INTER_AREA),
                place * (np.float32([3, 3, 1])),
            )
        return (
            left,
            top,
            cv2.warpAffine(np.ascontiguousarray(dome), place, (side, side), flags=cv2.INTER_LINEAR),
        )


def plant(
    rng: np.random.Generator,
    canvas: Canvas,
    stamps: CrownStamps,
    x: float,
    y: float,
    radius: float,
    colour: np.ndarray,
    single: bool = True,
) -> bool:
    """Plant one tree (metres); False when it stands on something taken or off the canvas.

    `single` trees are objects of their own; the trees of a wood are part of the wood.
    """
    mpp = canvas.metres_per_pixel
    column, row = int(x / mpp), int(y / mpp)
    margin = math.ceil(radius / mpp)
    if not (-margin <= column < canvas.width + margin and -margin <= row < canvas.height + margin):
        return False
    if 0 <= column < canvas.width and 0 <= row < canvas.height and canvas.taken[row, column]:
        return False
    left, top, dome = stamps.stamp(rng, radius / mpp, x / mpp, y / mpp)
    first_row, first_column = max(0, -top), max(0, -left)
    dome = dome[first_row : canvas.height - top, first_column : canvas.width - left]
    if dome.size == 0:
        return False
    left, top = left + first_column, top + first_row
    cover = Cover(left, top, np.clip(dome * 8, 0, 1))
    peak = 1.1 * radius + 2.5
    height = dome * peak
    above = height > canvas.elevation[cover.window]
    slopes = np.zeros((*dome.shape, 2), dtype=np.float32)
    if min(dome.shape) >= 2:
        relief = 0.8 * radius * dome
        slopes[..., 1], slopes[..., 0] = (g / mpp for g in np.gradient(relief))
        np.clip(slopes, -1.4, 1.4, out=slopes)
    visible = Cover(left, top, cover.alpha * above)
    depth = 0.28 * (np.clip(dome, 0, 1) - 0.75) + 0.05 * canvas.grain[cover.window]
    canvas.paint(visible, colour, depth)
    canvas.lift(visible, height, slopes)
    if single:
        canvas.record("tree", cover)
    return True


def grow_wood(
    rng: np.random.Generator, canvas: Canvas, stamps: CrownStamps, polygon: Polygon, mean_radius: float
) -> None:
    """A closed canopy inside a polygon: crowns of a few species, patches of each, and one "forest" object."""
    cover = canvas.cover(polygon)
    if cover is None:
        return
    cover = canvas.untaken(cover)
    mpp = canvas.metres_per_pixel
    floor = palette.vary(rng, palette.FOREST_FLOOR, 0.06)
    canvas.paint(cover, floor, 0.08 * canvas.grain[cover.window] + 0.1 * canvas.patches[cover.window])
    canvas.record("forest", cover)
    radius = max(mean_radius, 1.6 * mpp)
    spacing = 1.35 * radius
    species = [palette.pick(rng, palette.CROWNS, 0.08) for _ in range(3)]
    rows, columns = cover.alpha.shape
    xs = np.arange(0, columns * mpp, spacing)
    ys = np.arange(0, rows * mpp, spacing * 0.87)
    for line, y in enumerate(ys):
        for x in xs:
            px = cover.x * mpp + x + (line % 2) * spacing / 2 + rng.normal(0, 0.22) * spacing
            py = cover.y * mpp + y + rng.normal(0, 0.22) * spacing
            row, column = int(py / mpp) - cover.y, int(px / mpp) - cover.x
            if not (0 <= row < rows and 0 <= column < columns) or cover.alpha[row, column] < 0.5:
                continue
            patch = canvas.patches[cover.y + row, cover.x + column] + 0.7 * rng.normal()
            colour = species[int(np.clip(patch + 1.5, 0, 2))]
            size = radius * float(np.clip(rng.normal(1, 0.22), 0.5, 1.6))
            plant(rng, canvas, stamps, px, py, size, palette.vary(rng, colour, 0.05), single=False)
    canvas.take(cover)


def plant_row(
    rng: np.random.Generator,
    canvas: Canvas,
    stamps: CrownStamps,
    outline: Polygon,
    spacing: float,
    radius: float,
    chance: float = 1.0,
) -> None:
    """Trees or bushes along an open line of points (metres)."""
    steps = np.hypot(*np.diff(outline, axis=0).T)
    along = np.concatenate([[0], np.cumsum(steps)])
    colour = palette.pick(rng, palette.CROWNS, 0.06)
    for distance in np.arange(0, along[-1], spacing):
        if rng.random() > chance:
            continue
        x = float(np.interp(distance, along, outline[:, 0])) + rng.normal(0, 0.1 * spacing)
        y = float(np.interp(distance, along, outline[:, 1])) + rng.normal(0, 0.1 * spacing)
        size = radius * float(np.clip(rng.normal(1, 0.2), 0.5, 1.6))
        plant(rng, canvas, stamps, x, y, size, palette.vary(rng, colour, 0.05), canvas.shows(2 * radius, 5))


def scatter(
    rng: np.random.Generator,
    canvas: Canvas,
    stamps: CrownStamps,
    polygon: Polygon,
    per_hectare: float,
    radius: float,
) -> None:
    """Single trees here and there inside a polygon."""
    cx, cy, length, width, angle = main_axis(polygon)
    count = rng.poisson(per_hectare * abs(signed_area(polygon)) / 1e4)
    colours = [palette.pick(rng, palette.CROWNS, 0.08) for _ in range(3)]
    ring = polygon.astype(np.float32)
    for _ in range(min(count, 400)):
        along, across = rng.uniform(-0.5, 0.5, 2) * (length, width)
        x = cx + along * math.cos(angle) - across * math.sin(angle)
        y = cy + along * math.sin(angle) + across * math.cos(angle)
        if cv2.pointPolygonTest(ring, (float(x), float(y)), False) < 0:
            continue
        size = radius * float(np.clip(rng.lognormal(0, 0.35), 0.4, 2.2))
        if canvas.shows(2 * size, 2.5):
            plant(rng, canvas, stamps, x, y, size, palette.vary(rng, colours[rng.integers(3)], 0.06))


def plant_orchard(rng: np.random.Generator, canvas: Canvas, stamps: CrownStamps, polygon: Polygon) -> None:
    """Trees on a grid."""
    cx, cy, length, width, angle = main_axis(polygon)
    spacing, colour = rng.uniform(4.5, 7), palette.pick(rng, palette.CROWNS, 0.06)
    if not canvas.shows(spacing, 4):
        return
    radius, ring = 0.36 * spacing, polygon.astype(np.float32)
    for along in np.arange(-length / 2, length / 2, spacing):
        for across in np.arange(-width / 2, width / 2, spacing):
            x = cx + along * math.cos(angle) - across * math.sin(angle)
            y = cy + along * math.sin(angle) + across * math.cos(angle)
            if cv2.pointPolygonTest(ring, (float(x), float(y)), True) > 0.6 * spacing:
                size = radius * float(np.clip(rng.normal(1, 0.12), 0.5, 1.4))
                plant(
                    rng,
                    canvas,
                    stamps,
                    x,
                    y,
                    size,
                    palette.vary(rng, colour, 0.04),
                    canvas.shows(2 * radius, 5),
                )


def bush_patch(rng: np.random.Generator, canvas: Canvas, x: float, y: float, radius: float) -> None:
    """A low patch of shrubs, painted flat."""
    cover = canvas.cover(ellipse(x, y, radius, radius * rng.uniform(0.5, 1), rng.uniform(0, math.pi)))
    if cover is not None:
        canvas.paint(cover, palette.pick(rng, palette.CROWNS, 0.05), 0.12 * canvas.grain[cover.window])
