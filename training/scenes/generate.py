"""The order of work: plan, ground, buildings, trees, cars, light, camera."""

from __future__ import annotations

import numpy as np

from . import ground, trees, vehicles
from .canvas import Canvas
from .layout import LAND_USES, bent, plan
from .light import Sun, illuminate
from .painter import Painter
from .scene import Scene, SceneObject
from .sensor import Sensor, expose
from .shapes import Polygon


def generate_scene(
    seed: int,
    width: int,
    height: int,
    metres_per_pixel: float = 0.5,
    sensor: Sensor | None = None,
    uses: tuple[str, ...] = LAND_USES,
) -> Scene:
    """A scene of width x height pixels; the same arguments give the same bits.

    Args:
        seed: any integer; chooses everything that is not an argument.
        width: pixels.
        height: pixels.
        metres_per_pixel: ground resolution, sensible from 0.05 to 20.
        sensor: the camera; default a good natural-colour one. `Sensor.sample` gives varied ones.
        uses: land uses to deal out, see `layout.LAND_USES`.
    """
    rng = np.random.default_rng(seed)
    canvas = Canvas(rng, width, height, metres_per_pixel)
    layout = plan(rng, width * metres_per_pixel, height * metres_per_pixel, metres_per_pixel, uses)
    ground.draw_roads(rng, canvas, layout)
    stamps = {kind: trees.CrownStamps(rng, conifers=kind == "conifer") for kind in ("broadleaf", "conifer")}
    painter = Painter(rng, canvas, layout, stamps)
    visible = [
        block for block in layout.blocks if _on_canvas(canvas, bent(layout, block.straight, metres_per_pixel))
    ]
    for block in visible:
        painter.lay_ground(block)
    if rng.random() < 0.35:
        ground.draw_river(rng, canvas)
    for block in visible:
        painter.fill(block)
    vehicles.drive_on_roads(rng, canvas, layout, spacing=rng.uniform(45, 200))
    radiance = illuminate(canvas.colour, canvas.elevation, canvas.slope, Sun.sample(rng), metres_per_pixel)
    radiance *= (1 + 0.035 * canvas.broad)[..., None]
    rgb = expose(1.08 * radiance, sensor or Sensor(), rng)
    return Scene(rgb, _largest_first(canvas.objects), metres_per_pixel)


def _on_canvas(canvas: Canvas, polygon: Polygon) -> bool:
    low, high = polygon.min(axis=0), polygon.max(axis=0)
    size = np.array([canvas.width, canvas.height]) * canvas.metres_per_pixel
    return bool((high > 0).all() and (low < size).all())


def _largest_first(objects: list[SceneObject]) -> tuple[SceneObject, ...]:
    return tuple(sorted(objects, key=lambda item: -item.area))
