"""Farmland from far above: fields that touch, a few to a few thousand pixels each, as satellites show them.

`generate_scene` surrounds every field with a track, which is what aerial photographs show. At ten metres per
pixel tracks are narrower than a pixel, and a field ends where the neighbour's crop begins. Everything here is
measured in pixels; how many metres they are plays no part.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np

from .fine_grid import SHIFT, corners, fill, objects_of
from .scene import Scene
from .sensor import Sensor, expose
from .shapes import Polygon, blob, clip, densify, main_axis, rectangle, subdivide
from .texture import fractal_noise, stripes

_FINER = 3
"""Subpixels along a pixel: borders are mixed pixels, as in a real picture."""
SMALLEST_FIELD_PX = 30
_NOTHING, _FIRST_FIELD = 0, 1


@dataclass(frozen=True)
class _Ground:
    """What can cover a parcel: mean reflectance, spread, and how rough it looks."""

    kind: str
    colour: tuple[float, float, float, float]
    """Red, green, blue, near infrared, 0..1."""
    spread: float
    roughness: float
    weight: float


_GROUNDS = (
    _Ground("field", (0.08, 0.15, 0.08, 0.62), 0.16, 0.03, 5.0),  # a dense crop
    _Ground("field", (0.14, 0.20, 0.11, 0.50), 0.16, 0.04, 3.0),  # a crop that closes, a meadow
    _Ground("field", (0.24, 0.25, 0.15, 0.44), 0.14, 0.04, 2.0),  # ripe
    _Ground("field", (0.36, 0.33, 0.24, 0.42), 0.16, 0.03, 1.6),  # stubble
    _Ground("field", (0.30, 0.25, 0.19, 0.34), 0.18, 0.04, 2.2),  # bare, dry
    _Ground("field", (0.18, 0.15, 0.13, 0.22), 0.20, 0.04, 1.6),  # bare, wet
    _Ground("field", (0.20, 0.28, 0.12, 0.60), 0.12, 0.03, 0.8),  # in flower
    _Ground("forest", (0.06, 0.10, 0.06, 0.36), 0.15, 0.16, 1.0),
    _Ground("orchard", (0.15, 0.18, 0.12, 0.40), 0.15, 0.12, 0.4),
)
_ROAD, _HEDGE, _ROOF = (0.34, 0.34, 0.33, 0.33), (0.08, 0.12, 0.07, 0.40), (0.5, 0.45, 0.42, 0.45)
_WATER = (0.05, 0.08, 0.09, 0.04)


def generate_mosaic(seed: int, width: int, height: int, sensor: Sensor | None = None) -> Scene:
    """A landscape of fields, width x height pixels; the same arguments give the same bits.

    Args:
        seed: any integer.
        width: pixels.
        height: pixels.
        sensor: the camera; default one drawn by the seed, half of them near infrared, red, green.
    """
    rng = np.random.default_rng([seed, 3])
    parcels = _parcels(rng, width, height, area_px=float(np.exp(rng.uniform(math.log(220), math.log(6000)))))
    label = np.zeros((height * _FINER, width * _FINER), dtype=np.int32)
    for number, parcel in enumerate(parcels, start=_FIRST_FIELD):
        fill(label, parcel, _FINER, number)
    grounds = rng.choice(len(_GROUNDS), len(parcels), p=_shares(rng))
    radiance = _colours(rng, label, parcels, grounds)
    _draw_lines(rng, label, radiance, parcels)
    ponds = _draw_water(rng, label, radiance, _FIRST_FIELD + len(parcels))
    _draw_farms(rng, label, radiance)
    small = cv2.resize(radiance, (width, height), interpolation=cv2.INTER_AREA)
    small *= (1 + 0.06 * fractal_noise(rng, height, width, rng.uniform(40, 200)))[..., None]
    kinds = [_GROUNDS[index].kind for index in grounds] + ["water"] * ponds
    objects = objects_of(label, kinds, _FINER, SMALLEST_FIELD_PX)
    rgb = expose(small.astype(np.float32), sensor or _sensor(rng), rng)
    if sensor is None and rng.random() < 0.75:
        rgb = _stretch_bands(rgb, rng.uniform(0.3, 2.5))
    return Scene(rgb, tuple(sorted(objects, key=lambda item: -item.area)), 10.0)


def _shares(rng: np.random.Generator) -> np.ndarray:
    """How often each ground occurs: every landscape and season has its own mixture."""
    weights = np.array([ground.weight for ground in _GROUNDS]) * rng.lognormal(0, 0.8, len(_GROUNDS))
    return weights / weights.sum()


def _sensor(rng: np.random.Generator) -> Sensor:
    varied = Sensor.sample(rng)
    bands = str(rng.choice(["false_colour", "natural", "single"], p=[0.5, 0.4, 0.1]))
    return Sensor(
        blur_px=float(rng.choice([0.35, 0.5, 0.8, 1.2, 1.8])), noise=0.5 * varied.noise, haze=varied.haze,
        gamma=varied.gamma, gain=1.0, contrast=varied.contrast, saturation=1.0 + 0.5 * rng.random(),
        warmth=varied.warmth, bits=varied.bits, bands=bands,
    )  # fmt: skip


def _parcels(rng: np.random.Generator, width: int, height: int, area_px: float) -> list[Polygon]:
    """Polygons that cover the picture without gaps: districts, each cut its own way, then bent together."""
    span = 1.3 * math.hypot(width, height)
    region = rectangle(width / 2, height / 2, span, span, rng.uniform(0, math.pi))
    skew, bend = rng.uniform(0.02, 0.2), rng.uniform(0, 0.35)
    straight: list[Polygon] = []
    for district in subdivide(rng, region, area_px * rng.uniform(5, 40), 0.25):
        size = area_px * rng.lognormal(0, 0.5)
        if rng.random() < 0.35:
            straight += _strips(rng, district, size, rng.uniform(2.5, 9))
        else:
            straight += subdivide(rng, district, size, skew)
    waves = rng.normal(size=(5, 2)) / (math.sqrt(area_px) * rng.uniform(6, 20)) * 4
    phases = rng.uniform(0, 2 * math.pi, (5, 2))
    strength = bend * math.sqrt(area_px)
    step = max(1.5, math.sqrt(area_px) / 10)
    bent = []
    for polygon in straight:
        points = densify(polygon, step)
        turn = points @ waves.T
        points = points + strength * np.sin(turn[:, :, None] + phases).mean(axis=1)
        low, high = points.min(axis=0), points.max(axis=0)
        if (high > 0).all() and low[0] < width and low[1] < height:
            bent.append(points)
    return bent


def _strips(rng: np.random.Generator, district: Polygon, area: float, longish: float) -> list[Polygon]:
    """Long narrow neighbours, about `longish` times as long as wide."""
    cx, cy, length, _, angle = main_axis(district)
    angle += rng.normal(0, 0.1)
    normal = np.array([math.cos(angle), math.sin(angle)])
    if rng.random() < 0.5:
        normal = np.array([-math.sin(angle), math.cos(angle)])
    breadth = max(3.0, math.sqrt(area / longish))
    strips, left, offset = [], district, -length
    while offset < length and len(left) >= 3:
        offset += breadth * rng.lognormal(0, 0.35)
        point = np.array([cx, cy]) + offset * normal
        piece = clip(left, point, -normal)
        left = clip(left, point, normal)
        if len(piece) >= 3:
            strips += subdivide(rng, piece, 2.5 * area, 0.05)
    return strips + ([left] if len(left) >= 3 else [])


def _colours(
    rng: np.random.Generator, label: np.ndarray, parcels: list[Polygon], grounds: np.ndarray
) -> np.ndarray:
    """Radiance (H, W, 4) on the fine grid: a colour, a grain and rows for each parcel."""
    height, width = label.shape
    count = len(parcels) + _FIRST_FIELD
    colour, grain, patchy = np.zeros((count, 4)), np.zeros(count), np.zeros(count)
    colour[_NOTHING] = _ROAD
    for number, index in enumerate(grounds, start=_FIRST_FIELD):
        ground = _GROUNDS[index]
        vary = 1 + rng.normal(0, ground.spread) + rng.normal(0, ground.spread / 2.5, 4)
        colour[number] = np.array(ground.colour) * np.clip(vary, 0.4, 1.8)
        grain[number] = ground.roughness * rng.uniform(0.4, 1.4)
        patchy[number] = rng.choice([0.02, 0.05, 0.14]) if ground.kind == "field" else 0.05
    noise = fractal_noise(rng, height, width, 1.6 * _FINER, 0.7)
    hills = fractal_noise(rng, height, width, rng.uniform(6, 30) * _FINER)
    tone = 1 + grain.astype(np.float32)[label] * noise + patchy.astype(np.float32)[label] * hills
    radiance = colour.astype(np.float32)[label] * np.maximum(tone, 0.2)[..., None]
    _draw_rows(rng, label, radiance, parcels, grounds)
    return radiance


def _draw_rows(
    rng: np.random.Generator,
    label: np.ndarray,
    radiance: np.ndarray,
    parcels: list[Polygon],
    grounds: np.ndarray,
) -> None:
    """Rows along some fields, and some that are worked only in part."""
    for number, (polygon, index) in enumerate(zip(parcels, grounds, strict=True), start=_FIRST_FIELD):
        if _GROUNDS[index].kind != "field" or rng.random() > 0.45:
            continue
        rows, columns = _window(polygon, label.shape)
        here = label[rows, columns] == number
        if not here.any():
            continue
        cx, cy, length, _, angle = main_axis(polygon)
        ys = (np.arange(rows.start, rows.stop, dtype=np.float32)[:, None] + 0.5) / _FINER
        xs = (np.arange(columns.start, columns.stop, dtype=np.float32)[None] + 0.5) / _FINER
        if rng.random() < 0.7:
            pattern = rng.uniform(0.03, 0.15) * stripes(xs, ys, angle, rng.uniform(1.5, 5), 1 / _FINER)
        else:
            edge = rng.uniform(-0.3, 0.3) * length
            pattern = rng.uniform(-0.25, 0.25) * (
                ((xs - cx) * math.cos(angle) + (ys - cy) * math.sin(angle)) > edge
            )
        radiance[rows, columns][here] *= (1 + np.broadcast_to(pattern, here.shape)[here])[:, None]


def _window(polygon: Polygon, shape: tuple[int, ...]) -> tuple[slice, slice]:
    """Rows and columns of the fine grid that a polygon may touch."""
    low = np.maximum(np.floor(polygon.min(axis=0) * _FINER).astype(int) - 1, 0)
    high = np.minimum(np.ceil(polygon.max(axis=0) * _FINER).astype(int) + 2, shape[::-1])
    return slice(low[1], max(low[1], high[1])), slice(low[0], max(low[0], high[0]))


def _draw_lines(
    rng: np.random.Generator, label: np.ndarray, radiance: np.ndarray, parcels: list[Polygon]
) -> None:
    """Tracks, hedges and ditches along some borders, and a few roads across; they belong to no field."""
    chance = rng.choice([0.05, 0.25, 0.6])
    for polygon in parcels:
        if rng.random() > chance:
            continue
        start = rng.integers(len(polygon))
        part = np.roll(polygon, -start, axis=0)[: max(2, int(len(polygon) * rng.choice([0.25, 0.5, 1.0])))]
        _line(rng, label, radiance, part, _HEDGE if rng.random() < 0.5 else _ROAD, rng.uniform(0.3, 1.6))
    side = np.array(label.shape[::-1]) / _FINER
    for _ in range(rng.integers(0, 4)):
        ends = rng.uniform(-0.2, 1.2, (2, 2)) * side
        along = np.linspace(0, 1, 60)[:, None]
        course = ends[0] + along * (ends[1] - ends[0])
        course += np.cumsum(rng.normal(0, 0.012, (60, 2)), axis=0) * side * np.sin(math.pi * along)
        _line(rng, label, radiance, course, _ROAD, rng.uniform(0.7, 3.0))


def _line(
    rng: np.random.Generator, label: np.ndarray, radiance: np.ndarray, course: Polygon,
    colour: tuple[float, float, float, float], breadth_px: float,
) -> None:  # fmt: skip
    """A line of a colour; from a pixel of breadth it takes the ground from the fields."""
    points, fine = [corners(course, _FINER)], max(1, round(breadth_px * _FINER))
    tone = np.array(colour) * (1 + rng.normal(0, 0.15))
    cv2.polylines(radiance, points, False, tone.tolist(), fine, shift=SHIFT)
    if breadth_px >= 1:
        cv2.polylines(label, points, False, _NOTHING, fine, shift=SHIFT)


def _draw_water(rng: np.random.Generator, label: np.ndarray, radiance: np.ndarray, first: int) -> int:
    """Ponds and lakes on top of the fields, numbered from `first`; returns how many."""
    side = np.array(label.shape[::-1]) / _FINER
    count = int(rng.poisson(0.8))
    for number in range(first, first + count):
        shore = blob(rng, *(rng.uniform(0, 1, 2) * side), float(np.exp(rng.uniform(2.2, 4.4))))
        fill(label, shore, _FINER, number)
        tone = np.array(_WATER) * (1 + rng.normal(0, 0.25))
        fill(radiance, shore, _FINER, tone.tolist())
    return count


def _draw_farms(rng: np.random.Generator, label: np.ndarray, radiance: np.ndarray) -> None:
    """Farmsteads and villages: bright roofs among dark trees, too small to be outlined one by one."""
    side = np.array(label.shape[::-1]) / _FINER
    for _ in range(rng.integers(0, 14)):
        middle, reach = rng.uniform(0, 1, 2) * side, float(np.exp(rng.uniform(0.8, 2.4)))
        yard = rectangle(*middle, 2 * reach, 1.6 * reach, rng.uniform(0, math.pi))
        fill(label, yard, _FINER, _NOTHING)
        fill(radiance, yard, _FINER, (np.array(_HEDGE) * 1.6).tolist())
        for _ in range(int(3 + reach * 2)):
            spot = middle + rng.normal(0, 0.5, 2) * reach
            roof = rectangle(*spot, rng.uniform(0.7, 2.5), rng.uniform(0.5, 1.2), rng.uniform(0, math.pi))
            tone = np.array(_ROOF if rng.random() < 0.6 else _HEDGE) * rng.uniform(0.6, 1.3)
            fill(radiance, roof, _FINER, tone.tolist())


def _stretch_bands(rgb: np.ndarray, percent: float) -> np.ndarray:
    """Every band stretched on its own, as viewers do: uint8 (H, W, 3) to the same."""
    low, high = np.percentile(rgb, [percent, 100 - percent], axis=(0, 1))
    return np.clip((rgb - low) * 255 / np.maximum(high - low, 1), 0, 255).astype(np.uint8)
