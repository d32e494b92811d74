"""Scenes of known objects on a grid of any size, each rasterised only where it is asked for."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from sam2_toolbox.engine.tiles.tiling import Window


@dataclass(frozen=True)
class SceneObject:
    """One object. ``shape.distance(x, y)`` is positive inside, in pixels from the outline."""

    id: int
    kind: str
    box: Window
    shape: object

    def distance(self, window: Window):
        """Signed distance at the pixel centres of ``window``, float32 (height, width)."""
        x = np.arange(window.x, window.right, dtype=np.float32) + np.float32(0.5)
        y = np.arange(window.y, window.bottom, dtype=np.float32) + np.float32(0.5)
        return self.shape.distance(x[None], y[:, None]).astype(np.float32)

    def bits(self, window: Window):
        """The object's pixels in ``window``."""
        return self.distance(window) > 0


class Scene:
    """Objects of a region."""

    def __init__(self, region: Window, shapes: list[tuple[str, object]]):
        self.region = region
        self.objects = []
        for kind, shape in shapes:
            left, top, right, bottom = shape.bounds()
            x, y = int(np.floor(left)), int(np.floor(top))
            box = Window(x, y, int(np.ceil(right)) - x, int(np.ceil(bottom)) - y).intersection(region)
            if box is not None:
                self.objects.append(SceneObject(len(self.objects), kind, box, shape))
        self._corners = np.array(
            [(o.box.x, o.box.y, o.box.right, o.box.bottom) for o in self.objects], np.int64
        ).reshape(-1, 4)

    def seen_in(self, window: Window) -> list[SceneObject]:
        """Objects whose boxes share pixels with ``window``."""
        low = self._corners[:, :2] < (window.right, window.bottom)
        high = self._corners[:, 2:] > (window.x, window.y)
        return [self.objects[i] for i in np.flatnonzero(low.all(axis=1) & high.all(axis=1))]

    def neighbour_of(self, one: SceneObject) -> SceneObject | None:
        """A parcel that adjoins a parcel, if there is one."""
        if one.kind != "parcel":
            return None
        others = [
            other
            for other in self.seen_in(one.box.expanded(-20) if one.box.width > 60 else one.box)
            if other.kind == "parcel" and other.id > one.id
        ]
        return others[0] if others else None


@dataclass(frozen=True)
class Ellipse:
    x: float
    y: float
    a: float
    b: float
    angle: float = 0.0

    def bounds(self):
        reach = max(self.a, self.b) + 1
        return self.x - reach, self.y - reach, self.x + reach, self.y + reach

    def distance(self, x, y):
        u, v = _turned(x - self.x, y - self.y, self.angle)
        return (1 - np.hypot(u / self.a, v / self.b)) * min(self.a, self.b)


@dataclass(frozen=True)
class Blob:
    """A lake: a circle with a wavy shore."""

    x: float
    y: float
    radius: float
    waves: tuple[tuple[float, float], ...] = ((0.12, 0.5), (0.06, 2.0), (0.05, 4.0))

    def bounds(self):
        reach = self.radius * 1.25
        return self.x - reach, self.y - reach, self.x + reach, self.y + reach

    def distance(self, x, y):
        dx, dy = x - self.x, y - self.y
        theta = np.arctan2(dy, dx)
        radius = self.radius * (
            1 + sum(size * np.cos((k + 2) * theta + phase) for k, (size, phase) in enumerate(self.waves))
        )
        return radius - np.hypot(dx, dy)


@dataclass(frozen=True)
class Rectangle:
    """A building: ``a`` and ``b`` are half its sides."""

    x: float
    y: float
    a: float
    b: float
    angle: float = 0.0

    def bounds(self):
        reach = float(np.hypot(self.a, self.b)) + 1
        return self.x - reach, self.y - reach, self.x + reach, self.y + reach

    def distance(self, x, y):
        u, v = _turned(x - self.x, y - self.y, self.angle)
        return np.minimum(self.a - np.abs(u), self.b - np.abs(v))


@dataclass(frozen=True)
class Quad:
    """A parcel: a convex polygon, corners in (x, y), clockwise on the screen."""

    corners: tuple[tuple[float, float], ...]

    def bounds(self):
        xs, ys = zip(*self.corners)
        return min(xs), min(ys), max(xs), max(ys)

    def distance(self, x, y):
        inside = None
        for (x0, y0), (x1, y1) in zip(self.corners, self.corners[1:] + self.corners[:1]):
            length = np.hypot(x1 - x0, y1 - y0)
            side = ((x1 - x0) * (y - y0) - (y1 - y0) * (x - x0)) / length
            inside = side if inside is None else np.minimum(inside, side)
        return inside


@dataclass(frozen=True)
class Road:
    """A band along a line of points (x, y)."""

    points: tuple[tuple[float, float], ...]
    width: float

    def bounds(self):
        xs, ys = zip(*self.points)
        reach = self.width / 2
        return min(xs) - reach, min(ys) - reach, max(xs) + reach, max(ys) + reach

    def distance(self, x, y):
        nearest = np.full(np.broadcast_shapes(x.shape, y.shape), 1e6, np.float32)
        left, right, top, bottom = x.min(), x.max(), y.min(), y.max()
        reach = self.width / 2 + 20
        for (x0, y0), (x1, y1) in zip(self.points, self.points[1:]):
            if max(x0, x1) + reach < left or min(x0, x1) - reach > right:
                continue
            if max(y0, y1) + reach < top or min(y0, y1) - reach > bottom:
                continue
            dx, dy = x1 - x0, y1 - y0
            along = np.clip(((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy), 0, 1)
            np.minimum(nearest, np.hypot(x - x0 - along * dx, y - y0 - along * dy), out=nearest)
        return self.width / 2 - nearest


def noise_field(rng, shape, deviation):
    """Smooth noise float32 (h, w) with this standard deviation, alike over about 3 px."""
    step = 3
    coarse = rng.standard_normal((shape[0] // step + 3, shape[1] // step + 3)).astype(np.float32)
    rows, columns = np.arange(shape[0]) / step, np.arange(shape[1]) / step
    top, left = rows.astype(np.intp), columns.astype(np.intp)
    down, across = (rows - top).astype(np.float32)[:, None], (columns - left).astype(np.float32)
    lines = coarse[top] * (1 - down) + coarse[top + 1] * down
    field = lines[:, left] * (1 - across) + lines[:, left + 1] * across
    # Bilinear interpolation keeps 4 / 9 of the variance.
    return field * np.float32(deviation * 1.5)


def mixed_scene(size: int = 4096, seed: int = 1, count: int = 300) -> Scene:
    """Scattered objects 12 to 700 px across, adjoining parcels with buildings in them, an estate of
    2,500 px below everything, a road of 1.2 times the size, and a lake of 600 px on a tile corner."""
    rng = np.random.default_rng(seed)
    scale = size / 4096
    shapes: list[tuple[str, object]] = [
        ("lake", Blob(960, 960, 300)),
        ("road", _winding_road(size, 18, rng)),
        ("estate", Ellipse(0.66 * size, 0.66 * size, 1250 * scale, 900 * scale, 0.4)),
    ]
    parcels = _parcels(0.45 * size, 0.04 * size, 0.52 * size, 0.5 * size, 210 * max(scale, 0.5), rng)
    shapes += [("parcel", parcel) for parcel in parcels]
    for parcel in parcels[::2]:
        x, y = np.mean(parcel.corners, axis=0)
        house = Rectangle(x, y, *rng.uniform(16, 40, 2), rng.uniform(0, np.pi))
        shapes += [
            ("building", house),
            ("annexe", Rectangle(house.x, house.y, 0.5 * house.a, 0.5 * house.b, house.angle)),
        ]
    while count:
        width = 14 * (40 ** rng.random())
        x, y = rng.uniform(20, size - 20, 2)
        shape = (
            Ellipse(x, y, width / 2, width / 2 * rng.uniform(0.6, 1), rng.uniform(0, np.pi))
            if rng.random() < 0.5
            else Rectangle(x, y, width / 2, width / 2 * rng.uniform(0.6, 1), rng.uniform(0, np.pi))
        )
        if any(_crosses(shape, other) for kind, other in shapes if kind not in ("road", "estate")):
            continue
        shapes.append(("scattered", shape))
        count -= 1
    return Scene(Window(0, 0, size, size), shapes)


def sparse_scene(width: int, height: int, spacing: int = 400, seed: int = 1, long_road: bool = True) -> Scene:
    """One object per square of ``spacing`` px, up to 200 px wide, and a road from top to bottom."""
    rng = np.random.default_rng(seed)
    shapes: list[tuple[str, object]] = []
    for top in range(0, height - spacing + 1, spacing):
        for left in range(0, width - spacing + 1, spacing):
            x, y = left + spacing / 2 + rng.uniform(-90, 90, 2)[0], top + spacing / 2 + rng.uniform(-90, 90)
            shapes.append(("scattered", Ellipse(x, y, *rng.uniform(10, 100, 2), rng.uniform(0, np.pi))))
    if long_road:
        steps = np.linspace(0, height, max(height // 500, 2))
        points = tuple((width / 2 + 40 * np.sin(y / 700), float(y)) for y in steps)
        shapes.append(("road", Road(points, 14)))
    return Scene(Window(0, 0, width, height), shapes)


def _winding_road(size, width, rng) -> Road:
    along = np.linspace(0.02, 0.98, 14) * size
    across = size * (0.75 - 0.5 * np.linspace(0, 1, 14)) + rng.uniform(-0.05, 0.05, 14) * size
    return Road(tuple(zip(along.tolist(), across.tolist())), width)


def _parcels(left, top, width, height, side, rng) -> list[Quad]:
    columns, rows = max(int(width / side), 1), max(int(height / side), 1)
    xs = left + np.arange(columns + 1) * width / columns
    ys = top + np.arange(rows + 1) * height / rows
    corners = (
        np.stack(np.meshgrid(xs, ys), axis=-1) + rng.uniform(-0.2, 0.2, (rows + 1, columns + 1, 2)) * side
    )
    return [
        Quad(tuple(map(tuple, corners[[r, r, r + 1, r + 1], [c, c + 1, c + 1, c]].tolist())))
        for r in range(rows)
        for c in range(columns)
    ]


def _crosses(shape: Ellipse | Rectangle, other) -> bool:
    """Whether ``shape`` is neither clear of ``other`` nor well inside it; masks nest or are apart."""
    a, b = shape.bounds(), other.bounds()
    if a[2] < b[0] or b[2] < a[0] or a[3] < b[1] or b[3] < a[1]:
        return False
    angles = np.linspace(0, 2 * np.pi, 40)
    reach = 1.2 if isinstance(shape, Ellipse) else 1.5
    around, across = shape.a * reach * np.cos(angles), shape.b * reach * np.sin(angles)
    x = (shape.x + np.cos(shape.angle) * around - np.sin(shape.angle) * across).astype(np.float32)
    y = (shape.y + np.sin(shape.angle) * around + np.cos(shape.angle) * across).astype(np.float32)
    distances = other.distance(x, y)
    holds_other = shape.distance(np.float32([(b[0] + b[2]) / 2]), np.float32([(b[1] + b[3]) / 2]))[0] > 0
    return holds_other or not (np.all(distances < 0) or np.all(distances > 0))


def _turned(x, y, angle):
    cos, sin = np.cos(angle), np.sin(angle)
    return cos * x + sin * y, cos * y - sin * x
