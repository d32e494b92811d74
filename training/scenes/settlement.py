"""Settlements of sheet metal, tile and concrete on bare ground, seen from a drone.

`generate_scene` plans European towns in muted colours. Here nothing is planned: roofs are quilts of sheets
in different states of rust, the ground is as bright as they are, and crowns, walls and shadows cross both.
Everything is measured in pixels.
"""

from __future__ import annotations

import colorsys
import math
from dataclasses import dataclass

import cv2
import numpy as np

from .fine_grid import SHIFT, corners, fill, objects_of
from .scene import Scene
from .sensor import Sensor, expose
from .shapes import Polygon, blob, rectangle, to_world
from .texture import fractal_noise, stripes

_FINER = 2
"""Subpixels along a pixel."""
SMALLEST_PX = 40

_Colour = np.ndarray


@dataclass
class _Sheet:
    """What is painted so far, on the fine grid of H x W subpixels."""

    radiance: np.ndarray
    """float32 (H, W, 4): red, green, blue, near infrared."""
    owner: np.ndarray
    """int32 (H, W): number of the object on top, 0 for the ground."""
    part: np.ndarray
    """int32 (H, W): number of the roof plane on top, 0 elsewhere."""
    taken: np.ndarray
    """bool (H, W): where no further building may stand."""
    grain: np.ndarray
    """float32 (H, W), spread one."""
    patches: np.ndarray
    """float32 (H, W), spread one, smooth over some tens of pixels."""
    kinds: list[str]
    """What the objects are, by number - 1."""


def generate_settlement(seed: int, width: int, height: int, sensor: Sensor | None = None) -> Scene:
    """A settlement of width x height pixels; the same arguments give the same bits.

    Args:
        seed: any integer.
        width: pixels.
        height: pixels.
        sensor: the camera; default one drawn by the seed.
    """
    rng = np.random.default_rng([seed, 5])
    size = float(np.exp(rng.uniform(math.log(22), math.log(190))))  # a usual building's length in pixels
    sheet = _bare_ground(rng, width, height, size)
    _tracks(rng, sheet, size)
    _buildings(rng, sheet, size)
    _walls(rng, sheet, size)
    _cars(rng, sheet, size)
    _crowns(rng, sheet, size)
    small = cv2.resize(sheet.radiance, (width, height), interpolation=cv2.INTER_AREA)
    rgb = expose(small, sensor or _camera(rng), rng)
    objects = objects_of(sheet.owner, sheet.kinds, _FINER, SMALLEST_PX)
    objects += objects_of(sheet.part, ["roof_part"] * int(sheet.part.max()), _FINER, SMALLEST_PX)
    return Scene(rgb, tuple(sorted(objects, key=lambda item: -item.area)), 10.0 / size)


def _camera(rng: np.random.Generator) -> Sensor:
    varied = Sensor.sample(rng)
    return Sensor(
        blur_px=varied.blur_px, noise=varied.noise, haze=0.6 * varied.haze, gamma=varied.gamma,
        gain=varied.gain, contrast=1.15 * varied.contrast, saturation=float(rng.uniform(0.6, 1.5)),
        warmth=varied.warmth, bits=varied.bits,
        bands=str(rng.choice(["natural"] * 8 + ["false_colour", "single"])),
    )  # fmt: skip


def _paint(hue: float, saturation: float, value: float, near_infrared: float) -> _Colour:
    return np.array([*colorsys.hsv_to_rgb(hue % 1, saturation, value), near_infrared], dtype=np.float32)


def _soil(rng: np.random.Generator) -> _Colour:
    """Earth from grey sand to red laterite, dark to bright."""
    return _paint(rng.uniform(0.02, 0.11), rng.uniform(0.05, 0.5), rng.uniform(0.35, 0.8), 0.5)


def _green(rng: np.random.Generator) -> _Colour:
    return _paint(rng.uniform(0.16, 0.33), rng.uniform(0.2, 0.55), rng.uniform(0.25, 0.55), 0.7)


def _roof_colour(rng: np.random.Generator) -> tuple[_Colour, _Colour]:
    """A roof's colour and what it weathers to."""
    rust = _paint(rng.uniform(0.02, 0.07), rng.uniform(0.3, 0.6), rng.uniform(0.25, 0.55), 0.4)
    kind = rng.choice(
        ["metal", "rust", "tile", "painted", "concrete", "white"], p=[0.26, 0.18, 0.16, 0.16, 0.16, 0.08]
    )
    if kind == "metal":
        return _paint(0.6, rng.uniform(0, 0.1), rng.uniform(0.5, 0.9), 0.6), rust
    if kind == "rust":
        return rust, _paint(0.06, rng.uniform(0.1, 0.3), rng.uniform(0.5, 0.8), 0.5)
    if kind == "tile":
        tile = _paint(rng.uniform(0.0, 0.07), rng.uniform(0.35, 0.75), rng.uniform(0.35, 0.8), 0.5)
        return tile, tile * np.float32(0.6)
    if kind == "painted":
        hue = rng.choice([0.0, 0.35, 0.45, 0.58, 0.62]) + rng.normal(0, 0.02)
        return _paint(hue, rng.uniform(0.25, 0.75), rng.uniform(0.3, 0.75), 0.4), rust
    if kind == "white":
        return _paint(0.1, 0.03, rng.uniform(0.85, 1.0), 0.8), _paint(0.1, 0.1, 0.6, 0.5)
    grey = _paint(0.1, rng.uniform(0, 0.12), rng.uniform(0.4, 0.75), 0.5)
    return grey, grey * np.float32(rng.uniform(0.5, 0.8))


def _bare_ground(rng: np.random.Generator, width: int, height: int, size: float) -> _Sheet:
    shape = (height * _FINER, width * _FINER)
    grain = fractal_noise(rng, *shape, 1.5 * _FINER, 0.8)
    patches = fractal_noise(rng, *shape, 0.5 * size * _FINER)
    radiance = np.empty((*shape, 4), dtype=np.float32)
    radiance[:] = _soil(rng)
    for colour in (_green(rng), _soil(rng), _green(rng)):
        cover = fractal_noise(rng, *shape, rng.uniform(0.3, 2.0) * size * _FINER, 0.6)
        share = np.clip((cover - rng.uniform(-0.3, 1.4)) * rng.uniform(2, 8), 0, 1)[..., None]
        radiance += share * (colour - radiance)
    radiance *= np.maximum(1 + 0.08 * grain + 0.10 * patches, 0.2)[..., None]
    nothing = np.zeros(shape, dtype=np.int32)
    return _Sheet(radiance, nothing, nothing.copy(), np.zeros(shape, dtype=bool), grain, patches, [])


def _inside(sheet: _Sheet, polygon: Polygon) -> tuple[tuple[slice, slice], np.ndarray] | None:
    """The fine grid's window around a polygon in pixels, and bool (h, w) of what lies in it."""
    fine = polygon * _FINER
    low = np.maximum(np.floor(fine.min(axis=0)).astype(int) - 1, 0)
    high = np.minimum(np.ceil(fine.max(axis=0)).astype(int) + 2, sheet.owner.shape[::-1])
    if (high <= low).any():
        return None
    bits = np.zeros((high[1] - low[1], high[0] - low[0]), dtype=np.uint8)
    fill(bits, polygon - low / _FINER, _FINER, 1)
    return (slice(low[1], high[1]), slice(low[0], high[0])), bits.astype(bool)


def _lay(sheet: _Sheet, polygon: Polygon, colour: _Colour, unevenness: float) -> None:
    """Cover the ground inside a polygon."""
    place = _inside(sheet, polygon)
    if place is None:
        return
    window, bits = place
    tone = 1 + unevenness * (sheet.grain[window][bits] + sheet.patches[window][bits])
    sheet.radiance[window][bits] = colour * np.maximum(tone, 0.2)[:, None]


def _shade(sheet: _Sheet, polygon: Polygon, shift: np.ndarray, light: float) -> None:
    """The shadow that a polygon throws: its outline swept along `shift`, in pixels."""
    ends = np.concatenate([polygon, polygon + shift]).astype(np.float32)
    place = _inside(sheet, cv2.convexHull(ends)[:, 0].astype(np.float64))
    if place is not None:
        window, bits = place
        sheet.radiance[window][bits] *= light


def _tracks(rng: np.random.Generator, sheet: _Sheet, size: float) -> None:
    """Roads of soil or asphalt across the picture; nothing is built on them."""
    side = np.array(sheet.owner.shape[::-1]) / _FINER
    for _ in range(rng.integers(0, 4)):
        middle, angle = rng.uniform(0, 1, 2) * side, rng.uniform(0, math.pi)
        along = np.linspace(-1, 1, 40) * 1.5 * side.max()
        sway = rng.normal(0, 0.4) * size * np.sin(along / side.max() * rng.uniform(2, 6) + rng.uniform(0, 6))
        half = size * rng.uniform(0.12, 0.4)
        outline = np.concatenate(
            [np.column_stack([along, sway - half]), np.column_stack([along, sway + half])[::-1]]
        )
        road = to_world(outline, *middle, angle)
        colour = _soil(rng) if rng.random() < 0.6 else _paint(0.6, 0.03, rng.uniform(0.3, 0.6), 0.4)
        _lay(sheet, road, colour, 0.05)
        place = _inside(sheet, road)
        if place is not None:
            sheet.taken[place[0]] |= place[1]


def _buildings(rng: np.random.Generator, sheet: _Sheet, size: float) -> None:
    side = np.array(sheet.owner.shape[::-1]) / _FINER
    angle, order = rng.uniform(0, math.pi), rng.choice([0.03, 0.15, 1.0])
    sun = rng.uniform(0, 2 * math.pi)
    reach, light = size * rng.uniform(0.05, 0.35), rng.uniform(0.35, 0.75)
    shift = reach * np.array([math.cos(sun), math.sin(sun)])
    wanted = side.prod() / size**2 * rng.uniform(0.3, 2.5)
    for _ in range(int(min(wanted, 900))):
        length = size * rng.lognormal(0, 0.35)
        breadth = length * rng.uniform(0.4, 1.0)
        turned = angle + rng.normal(0, order) + rng.integers(2) * math.pi / 2
        middle = rng.uniform(-0.05, 1.05, 2) * side
        wings = [rectangle(0, 0, length, breadth, 0)]
        if rng.random() < 0.3:
            limb = rng.uniform(0.4, 0.6) * length
            x = rng.choice([-1, 1]) * (length - limb) / 2
            wings.append(rectangle(x, breadth * 0.6, limb, breadth * rng.uniform(0.4, 1.0), 0))
        placed = [to_world(wing, *middle, turned) for wing in wings]
        if all(_is_free(sheet, wing) for wing in placed):
            for wing in placed:
                _shade(sheet, wing, shift * rng.uniform(0.7, 1.3), light)
            _foot(rng, sheet, placed, middle, length)
            _roof(rng, sheet, placed, middle, turned, length, breadth, sun)


def _foot(
    rng: np.random.Generator, sheet: _Sheet, wings: list[Polygon], middle: np.ndarray, length: float
) -> None:
    """What shows around a roof and is not part of it: a paved apron, a wall seen at a slant."""
    pale = _paint(0.1, rng.uniform(0, 0.15), rng.uniform(0.6, 1.0), 0.6)
    if rng.random() < 0.35:
        for wing in wings:
            _lay(sheet, middle + (wing - middle) * (1 + rng.uniform(0.06, 0.2)), pale, 0.04)
    if rng.random() < 0.35:
        lean = rng.normal(0, 0.05, 2) * length
        for wing in wings:
            wall = cv2.convexHull(np.concatenate([wing, wing + lean]).astype(np.float32))[:, 0]
            _lay(sheet, wall.astype(np.float64), pale * np.float32(rng.uniform(0.5, 1.0)), 0.03)


def _is_free(sheet: _Sheet, polygon: Polygon) -> bool:
    place = _inside(sheet, polygon)
    return place is not None and bool(place[1].any()) and not sheet.taken[place[0]][place[1]].any()


def _roof(
    rng: np.random.Generator, sheet: _Sheet, wings: list[Polygon], middle: np.ndarray, angle: float,
    length: float, breadth: float, sun: float,
) -> None:  # fmt: skip
    """One building: sheets along a ridge, a lit and a dark side, ribs, stains, and things that lie about."""
    colour, weathered = _roof_colour(rng)
    if rng.random() < 0.15:
        colour = _soil(rng)  # some roofs are told from the ground by their edges alone
    sheet.kinds.append("building")
    number = len(sheet.kinds)
    gable = rng.random() < 0.7
    contrast = rng.uniform(0.02, 0.35) * abs(math.sin(angle - sun)) if gable else 0.0
    quilt = rng.random((24, 24)).astype(np.float32)
    sheet_size = np.array([rng.uniform(0.05, 0.25) * length, rng.uniform(0.2, 0.6) * breadth])
    worn, mixed = rng.uniform(0, 0.7), rng.uniform(0, 1.0) ** 2
    rib, depth = rng.uniform(1.2, 6), rng.choice([0, 0.05, 0.12])
    stain = rng.uniform(0.02, 0.14)
    first_plane = int(sheet.part.max()) + 1
    for wing in wings:
        place = _inside(sheet, wing)
        if place is None:
            continue
        window, bits = place
        ys, xs = (np.arange(part.start, part.stop, dtype=np.float32) / _FINER for part in window)
        dx, dy = xs[None] - middle[0], ys[:, None] - middle[1]
        along, across = (
            dx * math.cos(angle) + dy * math.sin(angle),
            dy * math.cos(angle) - dx * math.sin(angle),
        )
        cell = quilt[
            np.floor(across / sheet_size[1]).astype(int) % 24,
            np.floor(along / sheet_size[0]).astype(int) % 24,
        ]
        wear = np.clip(mixed * (cell - 0.5) * 2 + worn + 0.25 * sheet.patches[window], 0, 1)[..., None]
        lit = 1 + np.where(across > 0, contrast, -contrast)
        ribs = depth * stripes(dx, dy, angle + math.pi / 2, rib, 1 / _FINER)
        tone = lit * (1 + ribs + 0.04 * sheet.grain[window] + stain * sheet.patches[window])
        shown = (colour + wear * (weathered - colour)) * np.maximum(tone, 0.15)[..., None]
        sheet.radiance[window][bits] = shown[bits]
        sheet.owner[window][bits], sheet.taken[window][bits] = number, True
        if contrast > 0.06:
            sheet.part[window][bits] = (first_plane + (across > 0))[bits]
    for _ in range(rng.poisson(1.2)):
        spot = middle + rng.normal(0, 0.25, 2) * breadth
        thing = rectangle(*spot, rng.uniform(0.04, 0.15) * length, rng.uniform(0.04, 0.12) * length, angle)
        place = _inside(sheet, thing)
        if place is not None and (sheet.owner[place[0]][place[1]] == number).all():
            sheet.radiance[place[0]][place[1]] *= rng.uniform(0.4, 1.6)


def _walls(rng: np.random.Generator, sheet: _Sheet, size: float) -> None:
    """Plot walls on free ground."""
    side = np.array(sheet.owner.shape[::-1]) / _FINER
    for _ in range(rng.integers(0, 12)):
        yard = rectangle(
            *(rng.uniform(0, 1, 2) * side), *(rng.uniform(1, 3, 2) * size), rng.uniform(0, math.pi)
        )
        drawn = np.zeros(sheet.owner.shape, dtype=np.uint8)
        breadth = max(1, round(size * _FINER * rng.uniform(0.01, 0.03)))
        cv2.polylines(drawn, [corners(yard, _FINER)], True, 1, breadth, shift=SHIFT)
        on_ground = drawn.astype(bool) & (sheet.owner == 0)
        sheet.radiance[on_ground] = _soil(rng) * np.float32(rng.uniform(0.7, 1.4))


def _cars(rng: np.random.Generator, sheet: _Sheet, size: float) -> None:
    side = np.array(sheet.owner.shape[::-1]) / _FINER
    length = size * rng.uniform(0.3, 0.45)
    for _ in range(rng.integers(0, 14) if length > 6 else 0):
        middle, angle = rng.uniform(0, 1, 2) * side, rng.uniform(0, math.pi)
        body = rectangle(*middle, length, 0.44 * length, angle)
        place = _inside(sheet, body)
        if place is None or not place[1].any() or (sheet.owner[place[0]][place[1]] != 0).any():
            continue
        _shade(sheet, body, np.full(2, 0.12 * length), 0.6)
        hue = _paint(rng.random(), rng.choice([0.02, 0.02, 0.7]), rng.choice([0.15, 0.5, 0.9]), 0.4)
        _lay(sheet, body, hue, 0.02)
        _lay(sheet, rectangle(*middle, 0.5 * length, 0.38 * length, angle), hue * np.float32(0.6), 0.02)
        sheet.kinds.append("vehicle")
        sheet.owner[place[0]][place[1]] = len(sheet.kinds)


def _crowns(rng: np.random.Generator, sheet: _Sheet, size: float) -> None:
    """Trees, some of them over roofs: what they hide belongs to them."""
    side = np.array(sheet.owner.shape[::-1]) / _FINER
    for _ in range(int(side.prod() / size**2 * rng.uniform(0, 1.2))):
        radius = size * rng.uniform(0.08, 0.4)
        crown = blob(rng, *(rng.uniform(0, 1, 2) * side), radius, 0.35)
        _shade(sheet, crown, np.full(2, 0.3 * radius), 0.6)
        place = _inside(sheet, crown)
        if place is None or not place[1].any():
            continue
        window, bits = place
        ys, xs = np.mgrid[window[0], window[1]]
        lit = 1 - 0.25 * ((xs - xs.mean()) + (ys - ys.mean())) / (radius * _FINER)
        tone = np.maximum(lit * (1 + 0.3 * sheet.grain[window]), 0.1)
        sheet.radiance[window][bits] = (_green(rng) * tone[..., None])[bits]
        sheet.kinds.append("tree")
        sheet.owner[window][bits], sheet.part[window][bits] = len(sheet.kinds), 0
