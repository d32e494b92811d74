"""What each land use looks like: one method per use, filling block after block."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from . import buildings, ground, old_town, palette, trees, vehicles
from .canvas import Canvas
from .layout import Block, Layout, bent, plots_along
from .shapes import Polygon, inset, main_axis, signed_area, subdivide, to_world


class Painter:
    """Fills one block after the other; remembers nothing between blocks but the random state."""

    def __init__(
        self, rng: np.random.Generator, canvas: Canvas, layout: Layout, stamps: dict[str, trees.CrownStamps]
    ) -> None:
        self._rng, self._canvas, self._layout, self._stamps = rng, canvas, layout, stamps

    def lay_ground(self, block: Block) -> None:
        """What the earth is covered with, before anything stands on it."""
        base = {
            "town": palette.LAWN, "old_town": palette.CONCRETE, "industry": palette.WORN_ASPHALT,
            "farm": palette.DRY_GRASS, "forest": palette.GRASS, "park": palette.LAWN,
        }[block.use]  # fmt: skip
        inner = inset(block.straight, 1.2 if block.use in ("town", "industry") else 0.0)
        if len(inner) < 3:
            return
        outline = bent(self._layout, inner, self._canvas.metres_per_pixel)
        cover = ground.lay(self._canvas, outline, palette.vary(self._rng, base, 0.06), 0.05, 0.07)
        if block.use == "farm" and self._rng.random() < 0.92:
            field = inset(block.straight, self._rng.uniform(0.3, 2.0))
            if len(field) >= 3:
                outline = bent(self._layout, field, self._canvas.metres_per_pixel)
                ground.draw_field(self._rng, self._canvas, outline, field)
        elif block.use in ("park", "industry"):
            self._canvas.record("lawn" if block.use == "park" else "yard", cover)

    def fill(self, block: Block) -> None:
        """What stands on a block."""
        fillers: dict[str, Callable[[Block], None]] = {
            "town": self._fill_town, "old_town": self._fill_old_town, "industry": self._fill_industry,
            "farm": self._fill_farm, "forest": self._fill_forest, "park": self._fill_park,
        }  # fmt: skip
        fillers[block.use](block)

    def _placed(self, x: float, y: float) -> tuple[float, float]:
        """A plan position on the ground."""
        moved = self._layout.bend(np.array([[x, y]]))[0]
        return float(moved[0]), float(moved[1])

    def _turned(self, x: float, y: float, angle: float) -> float:
        """A plan direction on the ground, radians."""
        dx, dy = math.cos(angle), math.sin(angle)
        ends = self._layout.bend(np.array([[x - dx, y - dy], [x + dx, y + dy]]))
        return math.atan2(*(ends[1] - ends[0])[::-1])

    def _fill_town(self, block: Block) -> None:
        rng, canvas = self._rng, self._canvas
        coarse = max(1.0, canvas.metres_per_pixel / 1.2)
        plot_area = rng.uniform(480, 900) * coarse**2
        towers = rng.random() < 0.18
        for plot, angle in plots_along(rng, inset(block.straight, 1.2), plot_area * (5 if towers else 1)):
            cx, cy, length, width, _ = main_axis(plot)
            if min(length, width) < 9 * coarse:
                continue
            x, y = self._placed(cx, cy)
            angle = self._turned(cx, cy, angle)
            outline = bent(self._layout, plot, canvas.metres_per_pixel)
            self._garden(outline)
            if towers:
                size = min(width * 0.42, 22 * coarse), min(length * 0.6, 60 * coarse)
                buildings.build_hall(rng, canvas, x, y, size[1], size[0], angle)
                trees.scatter(rng, canvas, self._stamps["broadleaf"], outline, 40 / coarse, 3.0 * coarse)
                continue
            room = max(9.0, min(width, length * 0.8) * rng.uniform(0.62, 0.85))
            x, y = x + rng.normal(0, 0.05) * width, y + rng.normal(0, 0.05) * width
            self._driveway(x, y, angle, length)
            buildings.build_house(
                rng, canvas, x, y, angle + rng.choice([0, math.pi / 2]), min(room, 20 * coarse)
            )
            self._garden_things(outline, angle, coarse)

    def _garden(self, outline: Polygon) -> None:
        rng = self._rng
        base = palette.LAWN if rng.random() < 0.7 else palette.DRY_GRASS
        if rng.random() < 0.12:
            base = palette.GRAVEL
        ground.lay(self._canvas, outline, palette.vary(rng, base, 0.08), 0.06, 0.08)

    def _driveway(self, x: float, y: float, angle: float, length: float) -> None:
        rng, canvas = self._rng, self._canvas
        if not canvas.shows(3, 3):
            return
        side = rng.choice([-1, 1])
        reach = 0.46 * length
        middle = to_world(np.array([[side * reach / 2 * 1.05, rng.uniform(-3, 3)]]), x, y, angle)[0]
        paving = palette.vary(rng, palette.CONCRETE if rng.random() < 0.6 else palette.ASPHALT, 0.06)
        strip = canvas.cover(buildings.rectangle(*middle, reach, rng.uniform(2.8, 5), angle))
        if not canvas.is_free(strip):
            return
        canvas.paint(strip, paving, 0.03 * canvas.grain[strip.window])
        if rng.random() < 0.45:
            spot = to_world(np.array([[side * reach * 0.8, 0]]), *middle, angle)[0]
            vehicles.park_car(rng, canvas, *((middle + spot) / 2), angle + (0 if side > 0 else math.pi))

    def _garden_things(self, outline: Polygon, angle: float, coarse: float) -> None:
        rng, canvas = self._rng, self._canvas
        cx, cy, length, width, _ = main_axis(outline)
        if rng.random() < 0.14:
            x, y = to_world(
                np.array([[rng.choice([-0.33, 0.33]) * length, rng.uniform(-0.2, 0.2) * width]]),
                cx,
                cy,
                angle,
            )[0]
            pool = canvas.cover(buildings.rectangle(x, y, rng.uniform(6, 10), rng.uniform(3, 4.5), angle))
            deck = canvas.cover(buildings.rectangle(x, y, 13, 7, angle))
            if canvas.is_free(deck) and canvas.is_free(pool):
                canvas.paint(deck, palette.CONCRETE, 0.02 * canvas.grain[deck.window])
                canvas.paint(pool, palette.POOL, 0.02 * canvas.grain[pool.window])
                canvas.record("pool", pool)
                canvas.take(pool)
        if rng.random() < 0.3:
            x, y = to_world(
                np.array([[rng.choice([-0.38, 0.38]) * length, rng.choice([-0.3, 0.3]) * width]]),
                cx,
                cy,
                angle,
            )[0]
            shed = [buildings.Wing(0, 0, rng.uniform(3, 6), rng.uniform(2.5, 4))]
            buildings.build(rng, canvas, shed, x, y, angle, 2.2, palette.pick(rng, palette.ROOFS), 0.3)
        if rng.random() < 0.4 and canvas.shows(1.4, 2):
            corners = np.vstack([outline, outline[:1]])
            trees.plant_row(rng, canvas, self._stamps["broadleaf"], corners, 1.1, 0.75, chance=0.85)
        trees.scatter(
            rng, canvas, self._stamps["broadleaf"], outline, rng.uniform(10, 75) / coarse, 2.5 * coarse
        )

    def _fill_old_town(self, block: Block) -> None:
        rng, canvas = self._rng, self._canvas
        before = len(canvas.objects)
        straightened = self._layout.bend(block.straight)
        old_town.build_perimeter(rng, canvas, straightened)
        if len(canvas.objects) == before:
            self._fill_town(block)
            return
        trees.scatter(rng, canvas, self._stamps["broadleaf"], straightened, 25, 2.6)

    def _fill_industry(self, block: Block) -> None:
        rng, canvas = self._rng, self._canvas
        coarse = max(1.0, canvas.metres_per_pixel / 2)
        for plot in subdivide(rng, inset(block.straight, 3), rng.uniform(4000, 9000) * coarse**2, 0.01):
            cx, cy, length, width, angle = main_axis(plot)
            x, y = self._placed(cx, cy)
            angle = self._turned(cx, cy, angle)
            outline = (
                bent(self._layout, inset(plot, 1.5), canvas.metres_per_pixel)
                if len(inset(plot, 1.5))
                else plot
            )
            paving = (
                palette.WORN_ASPHALT,
                palette.CONCRETE,
                palette.ASPHALT,
                palette.GRAVEL,
                palette.DRY_GRASS,
            )
            ground.lay(canvas, outline, palette.pick(rng, paving, 0.06), 0.04, 0.06)
            share = rng.uniform(0.45, 0.62)
            hall = to_world(np.array([[-(1 - share) * 0.42 * length, 0]]), x, y, angle)[0]
            buildings.build_hall(rng, canvas, *hall, share * length, rng.uniform(0.6, 0.82) * width, angle)
            park = to_world(np.array([[0.3 * length, 0]]), x, y, angle)[0]
            if rng.random() < 0.75:
                vehicles.fill_car_park(
                    rng, canvas, *park, min(0.72 * width, 90), min(0.3 * length, 40), angle + math.pi / 2
                )
            else:
                for _ in range(rng.integers(1, 5)):
                    offset = rng.uniform(-0.12, 0.12, 2) * length
                    buildings.build_tank(rng, canvas, *(park + offset), rng.uniform(3, 8) * coarse)
            for _ in range(rng.integers(0, 5)):
                spot = to_world(rng.uniform(-0.45, 0.45, (1, 2)) * (length, width), x, y, angle)[0]
                vehicles.park_car(rng, canvas, *spot, angle + rng.choice([0, math.pi / 2]), lorry=True)
            trees.scatter(rng, canvas, self._stamps["broadleaf"], outline, 6, 2.8 * coarse)

    def _fill_farm(self, block: Block) -> None:
        rng, canvas = self._rng, self._canvas
        outline = bent(self._layout, block.straight, canvas.metres_per_pixel)
        coarse = max(1.0, canvas.metres_per_pixel / 1.5)
        chance = rng.random()
        if chance < 0.10:
            trees.plant_orchard(rng, canvas, self._stamps["broadleaf"], outline)
        elif chance < 0.16:
            self._farmstead(block)
        elif chance < 0.20 and abs(signed_area(outline)) > 2e4:
            cx, cy, _, width, _ = main_axis(outline)
            ground.draw_pond(rng, canvas, cx, cy, rng.uniform(0.12, 0.25) * width)
        if rng.random() < 0.35:
            start = rng.integers(len(outline))
            part = np.roll(outline, -start, axis=0)[: max(2, len(outline) // rng.integers(2, 5))]
            trees.plant_row(
                rng, canvas, self._stamps["broadleaf"], part, 4.2 * coarse, 2.4 * coarse, rng.uniform(0.5, 1)
            )
        elif rng.random() < 0.3:
            trees.scatter(rng, canvas, self._stamps["broadleaf"], outline, 3 / coarse**2, 3.4 * coarse)

    def _farmstead(self, block: Block) -> None:
        rng, canvas = self._rng, self._canvas
        cx, cy, _length, _width, angle = main_axis(block.straight)
        x, y = self._placed(cx, cy)
        yard = ground.lay(
            canvas, buildings.ellipse(x, y, 34, 26, angle), palette.vary(rng, palette.DIRT), 0.06, 0.06
        )
        canvas.record("yard", yard)
        for along, across, turned in ((-14, -10, 0), (13, -9, math.pi / 2), (-4, 14, 0)):
            spot = to_world(np.array([[along, across]]), x, y, angle)[0]
            wings = [buildings.Wing(0, 0, rng.uniform(16, 26), rng.uniform(9, 13))]
            colour = palette.pick(rng, palette.ROOFS)
            buildings.build(rng, canvas, wings, *spot, angle + turned, 5, colour, 0.5)
        around = buildings.ellipse(x, y, 40, 31, angle)
        trees.plant_row(rng, canvas, self._stamps["broadleaf"], around, 6, 3.0, 0.55)

    def _fill_forest(self, block: Block) -> None:
        rng = self._rng
        kind = "conifer" if rng.random() < 0.4 else "broadleaf"
        inner = inset(block.straight, rng.uniform(0, 5))
        if len(inner) < 3:
            return
        outline = bent(self._layout, inner, self._canvas.metres_per_pixel)
        trees.grow_wood(rng, self._canvas, self._stamps[kind], outline, rng.uniform(2.2, 4.2))

    def _fill_park(self, block: Block) -> None:
        rng, canvas = self._rng, self._canvas
        outline = bent(self._layout, block.straight, canvas.metres_per_pixel)
        cx, cy, length, width, angle = main_axis(outline)
        if rng.random() < 0.6:
            ground.draw_pond(
                rng, canvas, cx + rng.normal(0, 0.1) * width, cy, rng.uniform(0.15, 0.32) * width
            )
        for _ in range(rng.integers(0, 4)):
            spot = to_world(rng.uniform(-0.3, 0.3, (1, 2)) * (length, width), cx, cy, angle)[0]
            ground.draw_pitch(rng, canvas, *spot, angle)
        self._path(cx, cy, length, angle)
        for _ in range(rng.integers(1, 4)):
            spot = to_world(rng.uniform(-0.4, 0.4, (1, 2)) * (length, width), cx, cy, angle)[0]
            grove = buildings.ellipse(
                *spot, rng.uniform(0.06, 0.16) * width, rng.uniform(0.05, 0.12) * width, angle
            )
            if canvas.is_free(canvas.cover(grove)):
                trees.grow_wood(rng, canvas, self._stamps["broadleaf"], grove, 3.4)
        trees.scatter(rng, canvas, self._stamps["broadleaf"], outline, rng.uniform(6, 25), 3.6)

    def _path(self, cx: float, cy: float, length: float, angle: float) -> None:
        """A winding gravel path along the park."""
        rng, canvas = self._rng, self._canvas
        along = np.linspace(-0.5, 0.5, 40) * length
        sway = 0.12 * length * np.sin(along / length * rng.uniform(5, 9) + rng.uniform(0, 6))
        half = 1.3
        band = np.concatenate(
            [np.column_stack([along, sway - half]), np.column_stack([along, sway + half])[::-1]]
        )
        cover = canvas.cover(to_world(band, cx, cy, angle))
        if cover is not None:
            dry = canvas.untaken(cover)
            canvas.paint(dry, palette.vary(rng, palette.GRAVEL, 0.04), 0.04 * canvas.grain[dry.window])
