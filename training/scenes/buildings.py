"""Buildings: wings with gabled, hipped or flat roofs, courtyards, and what stands on roofs."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from . import palette
from .canvas import Canvas, Cover
from .shapes import Polygon, ellipse, rectangle, to_world
from .texture import stripes

_PART_PX = 40
"""Roof planes below this size are painted but not reported as parts."""


@dataclass(frozen=True)
class Wing:
    """A rectangle of a building, in metres from the building's centre, along or across its axis."""

    x: float
    y: float
    length: float
    width: float
    across: bool = False
    """Whether the ridge runs across the building's axis."""


@dataclass(frozen=True)
class _Roof:
    """One wing's roof on the canvas."""

    cover: Cover
    rise: np.ndarray
    """Height above the eaves in metres (h, w)."""
    slope: np.ndarray
    """(h, w, 2)."""
    plane: np.ndarray
    """int (h, w): which roof plane a pixel lies on."""


def house_wings(rng: np.random.Generator, length: float, width: float) -> list[Wing]:
    """The footprint of a house that fits into length x width: one block, L, T, U or cross."""
    shape = rng.choice(["block", "block", "block", "ell", "tee", "u", "cross"])
    depth = width * rng.uniform(0.45, 0.6)
    main = Wing(0, (depth - width) / 2, length, depth)
    limb = min(depth, length * rng.uniform(0.3, 0.45))
    side = rng.choice([-1, 1]) * (length - limb) / 2
    if shape == "ell":
        return [main, Wing(side, 0, width, limb, across=True)]
    if shape == "tee":
        return [main, Wing(rng.uniform(-0.2, 0.2) * length, 0, width, limb, across=True)]
    if shape == "u" and length > 2.6 * limb:
        return [main, Wing(side, 0, width, limb, across=True), Wing(-side, 0, width, limb * 0.9, across=True)]
    if shape == "cross":
        return [
            Wing(0, 0, length, depth),
            Wing(rng.uniform(-0.15, 0.15) * length, 0, width, limb, across=True),
        ]
    return [Wing(0, 0, length, width * rng.uniform(0.65, 1.0))]


def build(
    rng: np.random.Generator,
    canvas: Canvas,
    wings: list[Wing],
    cx: float,
    cy: float,
    angle: float,
    eaves: float,
    colour: np.ndarray,
    pitch: float = 0.6,
    hipped: bool = False,
) -> Cover | None:
    """A building of pitched wings around (cx, cy); None when it is off the canvas or on taken ground."""
    outlines = [_outline(wing, cx, cy, angle) for wing in wings]
    covers = [canvas.cover(outline) for outline in outlines]
    if any(not canvas.is_free(cover) for cover in covers):
        return None
    roofs = [
        _pitched(canvas, wing, cover, cx, cy, angle, pitch, hipped)
        for wing, cover in zip(wings, covers, strict=True)
    ]
    whole = union([roof.cover for roof in roofs])
    texture = 0.035 * canvas.grain[whole.window] + rng.uniform(0.02, 0.06) * canvas.patches[whole.window]
    canvas.paint(whole, colour, texture)
    seam = rng.uniform(0.3, 0.6)
    highest = np.full(whole.alpha.shape, -1.0, dtype=np.float32)
    planes = np.full(whole.alpha.shape, -1, dtype=np.int32)
    for index, roof in enumerate(roofs):
        rows, columns = roof.cover.alpha.shape
        top, left = roof.cover.y - whole.y, roof.cover.x - whole.x
        window = np.s_[top : top + rows, left : left + columns]
        wins = roof.cover.bits & (roof.rise > highest[window])
        highest[window][wins] = roof.rise[wins]
        planes[window][wins] = 4 * index + roof.plane[wins]
        visible = Cover(roof.cover.x, roof.cover.y, roof.cover.alpha * wins)
        xs, ys = canvas.metres(visible)
        ridge = angle + (math.pi / 2 if wings[index].across else 0)
        canvas.paint(
            visible, colour, texture[window] + 0.06 * stripes(xs, ys, ridge, seam, canvas.metres_per_pixel)
        )
        canvas.lift(visible, eaves + roof.rise, roof.slope)
    canvas.record("building", whole)
    for plane in np.unique(planes[planes >= 0]):
        bits = planes == plane
        if np.count_nonzero(bits) >= _PART_PX:
            canvas.record("roof_part", Cover(whole.x, whole.y, bits.astype(np.float32)))
    canvas.take(whole)
    return whole


def _outline(wing: Wing, cx: float, cy: float, angle: float) -> Polygon:
    centre = to_world(np.array([[wing.x, wing.y]]), cx, cy, angle)[0]
    return rectangle(*centre, wing.length, wing.width, angle + (math.pi / 2 if wing.across else 0))


def _pitched(
    canvas: Canvas, wing: Wing, cover: Cover, cx: float, cy: float, angle: float, pitch: float, hipped: bool
) -> _Roof:
    """Heights, slopes and planes of a gabled or hipped roof over one wing."""
    centre = to_world(np.array([[wing.x, wing.y]]), cx, cy, angle)[0]
    turned = angle + (math.pi / 2 if wing.across else 0)
    xs, ys = canvas.metres(cover)
    dx, dy = xs - centre[0], ys - centre[1]
    along = dx * math.cos(turned) + dy * math.sin(turned)
    across = dy * math.cos(turned) - dx * math.sin(turned)
    to_side = wing.width / 2 - np.abs(across)
    to_end = wing.length / 2 - np.abs(along)
    on_hip = (to_end < to_side) if hipped else np.zeros(cover.alpha.shape, dtype=bool)
    rise = np.maximum(pitch * np.where(on_hip, to_end, to_side), 0).astype(np.float32)
    fall = -pitch * np.sign(np.where(on_hip, along, across))
    axis_x = np.where(on_hip, math.cos(turned), -math.sin(turned))
    axis_y = np.where(on_hip, math.sin(turned), math.cos(turned))
    slope = np.stack([fall * axis_x, fall * axis_y], axis=-1).astype(np.float32)
    plane = np.where(on_hip, 2 + (along > 0), across > 0).astype(np.int32)
    return _Roof(cover, rise, slope, plane)


def union(covers: list[Cover]) -> Cover:
    """One cover for several shapes."""
    left, top = min(c.x for c in covers), min(c.y for c in covers)
    right = max(c.x + c.alpha.shape[1] for c in covers)
    bottom = max(c.y + c.alpha.shape[0] for c in covers)
    alpha = np.zeros((bottom - top, right - left), dtype=np.float32)
    for cover in covers:
        rows, columns = cover.alpha.shape
        part = alpha[cover.y - top : cover.y - top + rows, cover.x - left : cover.x - left + columns]
        np.maximum(part, cover.alpha, out=part)
    return Cover(left, top, alpha)


def build_house(
    rng: np.random.Generator, canvas: Canvas, cx: float, cy: float, angle: float, room: float
) -> Cover | None:
    """A dwelling that fits a square of `room` metres, with chimneys and perhaps solar panels."""
    length, width = room * rng.uniform(0.7, 1.0), room * rng.uniform(0.5, 0.75)
    wings = house_wings(rng, length, width)
    eaves, pitch = rng.uniform(2.6, 6), rng.uniform(0.35, 0.85)
    house = build(
        rng, canvas, wings, cx, cy, angle, eaves, palette.pick(rng, palette.ROOFS), pitch, rng.random() < 0.4
    )
    if house is None:
        return None
    for _ in range(rng.integers(0, 3)):
        wing = wings[rng.integers(len(wings))]
        place = np.array([[wing.x, wing.y]]) + rng.uniform(-0.3, 0.3, 2) * (wing.length, wing.width * 0.6)
        x, y = to_world(place, cx, cy, angle)[0]
        put_box(canvas, rectangle(x, y, 0.9, 0.7, angle), palette.vary(rng, palette.ROOFS[4], 0.1), 1.4)
    if rng.random() < 0.25:
        wing = wings[0]
        side = rng.choice([-1, 1]) * wing.width * 0.25
        x, y = to_world(
            np.array([[wing.x + rng.uniform(-0.15, 0.15) * wing.length, wing.y + side]]), cx, cy, angle
        )[0]
        put_panels(canvas, x, y, wing.length * rng.uniform(0.3, 0.6), wing.width * 0.3, angle)
    return house


def put_box(
    canvas: Canvas, outline: Polygon, colour: np.ndarray, height: float, kind: str | None = None
) -> None:
    """A chimney, vent or cabinet standing on whatever is below it."""
    cover = canvas.cover(outline)
    if cover is None or not cover.bits.any():
        return
    canvas.paint(cover, colour, 0.03 * canvas.grain[cover.window])
    canvas.lift(cover, canvas.elevation[cover.window] + height, (0.0, 0.0))
    if kind is not None:
        canvas.record(kind, cover)


def put_panels(canvas: Canvas, x: float, y: float, length: float, width: float, angle: float) -> None:
    """A dark array of solar panels lying on a roof."""
    cover = canvas.cover(rectangle(x, y, length, width, angle))
    if cover is None:
        return
    xs, ys = canvas.metres(cover)
    frames = stripes(xs, ys, angle, 1.0, canvas.metres_per_pixel) + stripes(
        xs, ys, angle + math.pi / 2, 1.6, canvas.metres_per_pixel
    )
    canvas.paint(cover, palette.SOLAR, 0.12 * np.clip(frames - 0.8, 0, 2))
    canvas.record("solar", cover)


def build_hall(
    rng: np.random.Generator, canvas: Canvas, cx: float, cy: float, length: float, width: float, angle: float
) -> Cover | None:
    """A large shed or office: flat roof with parapet, skylights and machinery, or a shallow metal gable."""
    colour = palette.pick(rng, palette.FLAT_ROOFS, 0.07)
    if rng.random() < 0.4:
        hall = build(
            rng, canvas, [Wing(0, 0, length, width)], cx, cy, angle, rng.uniform(6, 11), colour, 0.14
        )
        if hall is not None and rng.random() < 0.6:
            _skylights(canvas, cx, cy, length, width, angle, rng.uniform(8, 14))
        return hall
    outline = rectangle(cx, cy, length, width, angle)
    if rng.random() < 0.4:
        outline = _notched(rng, cx, cy, length, width, angle)
    cover = canvas.cover(outline)
    if not canvas.is_free(cover):
        return None
    raise_flat(rng, canvas, cover, colour, rng.uniform(6, 14))
    inner = canvas.cover(_shrunk(outline, cx, cy, 0.8, length))
    if inner is not None:
        canvas.paint(
            inner,
            colour * np.float32(0.93),
            0.03 * canvas.grain[inner.window] + 0.05 * canvas.patches[inner.window],
        )
    for _ in range(rng.integers(2, 9)):
        x, y = to_world(rng.uniform(-0.38, 0.38, (1, 2)) * (length, width), cx, cy, angle)[0]
        size = rng.uniform(1.5, 5, 2)
        spot = canvas.cover(rectangle(x, y, *size, angle))
        if spot is not None and spot.bits.any() and cover_contains(cover, spot):
            tone = palette.vary(rng, palette.FLAT_ROOFS[rng.integers(4)], 0.1)
            put_box(canvas, rectangle(x, y, *size, angle), tone, rng.uniform(1, 2.5), "roof_part")
    return cover


def cover_contains(outer: Cover, inner: Cover) -> bool:
    """Whether `inner` lies inside `outer`'s box and pixels."""
    rows, columns = inner.alpha.shape
    top, left = inner.y - outer.y, inner.x - outer.x
    if top < 0 or left < 0:
        return False
    part = outer.bits[top : top + rows, left : left + columns]
    return part.shape == inner.alpha.shape and bool(part[inner.bits].all())


def raise_flat(
    rng: np.random.Generator, canvas: Canvas, cover: Cover, colour: np.ndarray, height: float
) -> None:
    """A flat roof over any cover, recorded as a building."""
    stains = rng.uniform(0.02, 0.07) * canvas.patches[cover.window]
    canvas.paint(cover, colour, 0.03 * canvas.grain[cover.window] + stains)
    canvas.lift(cover, height, (0.0, 0.0))
    canvas.record("building", cover)
    canvas.take(cover)


def _notched(
    rng: np.random.Generator, cx: float, cy: float, length: float, width: float, angle: float
) -> Polygon:
    """An L-shaped outline."""
    u, v = rng.uniform(0.1, 0.3) * length, rng.uniform(0.0, 0.25) * width
    a, b = length / 2, width / 2
    corners = np.array([[-a, -b], [u, -b], [u, -v], [a, -v], [a, b], [-a, b]])
    return to_world(corners * rng.choice([-1, 1], 2), cx, cy, angle)


def _shrunk(outline: Polygon, cx: float, cy: float, margin: float, length: float) -> Polygon:
    """An outline moved towards its centre by about `margin` metres."""
    return (outline - (cx, cy)) * max(0.5, 1 - 2 * margin / length * 1.6) + (cx, cy)


def _skylights(
    canvas: Canvas, cx: float, cy: float, length: float, width: float, angle: float, step: float
) -> None:
    """Rows of glazed strips on both slopes."""
    for along in np.arange(-length / 2 + step / 2, length / 2 - 1, step):
        for side in (-0.25, 0.25):
            x, y = to_world(np.array([[along, side * width]]), cx, cy, angle)[0]
            cover = canvas.cover(rectangle(x, y, 1.4, 0.3 * width, angle))
            if cover is not None:
                canvas.paint(cover, palette.GLASS, 0.02 * canvas.grain[cover.window])


def build_tank(rng: np.random.Generator, canvas: Canvas, cx: float, cy: float, radius: float) -> None:
    """A round tank or silo."""
    cover = canvas.cover(ellipse(cx, cy, radius, radius, 0))
    if canvas.is_free(cover):
        raise_flat(rng, canvas, cover, palette.pick(rng, palette.FLAT_ROOFS[:3], 0.05), rng.uniform(4, 12))
        put_box(canvas, ellipse(cx, cy, 0.25 * radius, 0.25 * radius, 0), palette.FLAT_ROOFS[2], 0.6)
