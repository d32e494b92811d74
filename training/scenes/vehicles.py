"""Cars, lorries and the places they stand on."""

from __future__ import annotations

import math

import numpy as np

from . import palette
from .canvas import Canvas
from .ground import lay
from .layout import Layout
from .shapes import Polygon, main_axis, rectangle, to_world


def park_car(
    rng: np.random.Generator, canvas: Canvas, x: float, y: float, angle: float, lorry: bool = False
) -> None:
    """One vehicle with windscreens and a shadow."""
    if not canvas.shows(4.5, 4):
        return
    length, width, height = (rng.uniform(7, 14), 2.5, 3.2) if lorry else (rng.uniform(3.9, 4.8), 1.8, 1.4)
    cover = canvas.cover(rectangle(x, y, length, width, angle))
    if cover is None or not cover.bits.any() or canvas.elevation[cover.window][cover.bits].max() > 0.5:
        return
    colour = palette.pick(rng, palette.CARS, 0.05)
    canvas.paint(cover, colour, 0.02 * canvas.grain[cover.window])
    canvas.lift(cover, height, (0.0, 0.0))
    if lorry:
        cab = to_world(np.array([[length / 2 - 1.1, 0]]), x, y, angle)[0]
        canvas.paint(canvas.cover(rectangle(*cab, 2.0, 2.4, angle)), palette.pick(rng, palette.CARS))
    else:
        for along, share in ((0.18, 0.16), (-0.3, 0.12)):
            pane = to_world(np.array([[along * length, 0]]), x, y, angle)[0]
            canvas.paint(canvas.cover(rectangle(*pane, share * length, 0.72 * width, angle)), palette.CARS[3])
    canvas.record("vehicle", cover)


def fill_car_park(
    rng: np.random.Generator, canvas: Canvas, cx: float, cy: float, length: float, width: float, angle: float
) -> None:
    """An asphalt car park with marked bays, more or less full."""
    outline = rectangle(cx, cy, length, width, angle)
    if not canvas.is_free(canvas.cover(outline)):
        return
    cover = lay(canvas, outline, palette.vary(rng, palette.ASPHALT, 0.08), 0.03, 0.03)
    canvas.record("car_park", cover)
    fullness = rng.uniform(0.2, 0.9)
    for _row, across in enumerate(np.arange(-width / 2 + 3, width / 2 - 2.4, 8.2 if width > 14 else 5.2)):
        for along in np.arange(-length / 2 + 1.6, length / 2 - 1.4, 2.6):
            x, y = to_world(np.array([[along, across]]), cx, cy, angle)[0]
            if canvas.shows(0.12, 0.4):
                line = to_world(np.array([[along - 1.3, across]]), cx, cy, angle)[0]
                canvas.paint(
                    canvas.cover(rectangle(*line, 0.12, 4.8, angle)), palette.MARKING * np.float32(0.9)
                )
            if rng.random() < fullness:
                jitter = rng.normal(0, 0.12, 2)
                turned = angle + math.pi / 2 + rng.normal(0, 0.03) + (math.pi if rng.random() < 0.5 else 0)
                park_car(rng, canvas, x + jitter[0], y + jitter[1], turned)
    if cover is not None:
        canvas.take(cover)


def drive_on_roads(rng: np.random.Generator, canvas: Canvas, layout: Layout, spacing: float) -> None:
    """Cars on the main roads, on the right-hand side, one per `spacing` metres on average."""
    if not canvas.shows(4.5, 4):
        return
    for polygon in layout.districts:
        for start, end in zip(polygon, np.roll(polygon, -1, axis=0), strict=True):
            _drive_along(rng, canvas, layout, polygon, start, end, spacing)


def _drive_along(
    rng: np.random.Generator,
    canvas: Canvas,
    layout: Layout,
    polygon: Polygon,
    start: np.ndarray,
    end: np.ndarray,
    spacing: float,
) -> None:
    length = math.hypot(*(end - start))
    if length < 20:
        return
    along = (end - start) / length
    outward = np.array([along[1], -along[0]])
    cx, cy = main_axis(polygon)[:2]
    if outward @ (np.array([cx, cy]) - start) > 0:
        outward = -outward
    for _ in range(rng.poisson(length / spacing)):
        place = start + rng.uniform(8, length - 8) * along + 2.1 * outward
        ends = layout.bend(np.array([place - along, place + along]))
        heading = math.atan2(*(ends[1] - ends[0])[::-1])
        middle = ends.mean(axis=0)
        if (
            0 <= middle[0] < canvas.width * canvas.metres_per_pixel
            and 0 <= middle[1] < canvas.height * canvas.metres_per_pixel
        ):
            park_car(rng, canvas, *middle, heading, lorry=rng.random() < 0.08)
