"""Where things are: districts between main roads, blocks between lanes, a land use for each district."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from .shapes import Polygon, densify, inset, main_axis, rectangle, signed_area, subdivide

LAND_USES = ("town", "farm", "town", "forest", "farm", "industry", "park", "old_town", "town", "farm")
"""Dealt out to districts from a shuffled deck, so that even few districts differ."""

_WINDING_M = 420.0
"""Wavelength in metres of the bends that keep roads and parcels from being straight."""


@dataclass(frozen=True)
class Block:
    """A piece of ground with roads or paths around it and one use."""

    use: str
    straight: Polygon
    """Convex, before bending: what may be subdivided further."""
    district: int


@dataclass(frozen=True)
class Layout:
    """The plan of a scene; all polygons in metres, still unbent."""

    districts: tuple[Polygon, ...]
    """The ground between main roads, verges included."""
    uses: tuple[str, ...]
    blocks: tuple[Block, ...]
    bend: Bend


class Bend:
    """A smooth displacement of the plane, a few metres per hundred: straight plans become grown ones."""

    def __init__(self, rng: np.random.Generator, strength: float, wavelength: float) -> None:
        self._waves = rng.normal(size=(4, 2)) / wavelength * 2 * math.pi * 0.7
        self._phases = rng.uniform(0, 2 * math.pi, (4, 2))
        self._strength = strength * wavelength / (2 * math.pi) / 2

    def __call__(self, polygon: Polygon) -> Polygon:
        """The bent polygon, as many corners as before."""
        turn = polygon @ self._waves.T
        shift = np.stack([np.sin(turn[:, :, None] + self._phases)], axis=0)[0].sum(axis=1)
        return polygon + self._strength * shift


def plan(
    rng: np.random.Generator,
    width_m: float,
    height_m: float,
    metres_per_pixel: float,
    uses: tuple[str, ...] = LAND_USES,
) -> Layout:
    """Lay out a scene of that size: the plan reaches beyond it on all sides and is turned at random.

    Sizes grow with the pixel size once details get too small to be seen.
    """
    span = math.hypot(width_m, height_m)
    district_area = float(np.clip(width_m * height_m / rng.uniform(5, 11), 2.2e4, 4e7))
    reach = 1.25 * span + 1.5 * math.sqrt(district_area)
    offset = rng.uniform(-0.3, 0.3, 2) * math.sqrt(district_area)
    region = rectangle(
        width_m / 2 + offset[0], height_m / 2 + offset[1], reach, reach, rng.uniform(0, math.pi)
    )
    coarse = max(1.0, metres_per_pixel / 1.5)
    bend = Bend(rng, rng.uniform(0.05, 0.28), _WINDING_M * coarse)
    half_road = 4.0 * max(1.0, metres_per_pixel / 2.5)
    half_lane = 2.6 * max(1.0, metres_per_pixel / 1.5)
    districts, chosen, blocks, deck = [], [], [], []
    for piece in subdivide(rng, region, district_area, skew=0.09):
        if not deck:
            deck = list(rng.permutation(uses))
        use, ground = str(deck.pop()), inset(piece, half_road)
        if len(ground) < 3:
            continue
        index = len(districts)
        districts.append(ground)
        chosen.append(use)
        largest = _block_area(use, coarse) * rng.uniform(0.7, 1.4)
        skew = 0.02 if use in ("industry", "town") else 0.08
        for part in subdivide(rng, inset(ground, 1.5 * coarse), largest, skew):
            inner = inset(part, half_lane if use != "old_town" else 1.2 * half_lane)
            if len(inner) >= 3 and abs(signed_area(inner)) > 60 * coarse**2:
                blocks.append(Block(use, inner, index))
    return Layout(tuple(districts), tuple(chosen), tuple(blocks), bend)


def _block_area(use: str, coarse: float) -> float:
    """Ground between two lanes in square metres."""
    area = {"town": 7500, "old_town": 4200, "industry": 16000, "farm": 26000, "forest": 60000, "park": 30000}[
        use
    ]
    return area * coarse**2


def bent(layout: Layout, polygon: Polygon, metres_per_pixel: float) -> Polygon:
    """A plan polygon as it lies on the ground."""
    return layout.bend(densify(polygon, max(4.0, 6 * metres_per_pixel)))


def plots_along(rng: np.random.Generator, block: Polygon, area: float) -> list[tuple[Polygon, float]]:
    """Building plots of about `area` m2 inside a block, each with the angle of its long axis."""
    return [(plot, main_axis(plot)[4]) for plot in subdivide(rng, block, area, 0.02) if len(plot) >= 3]
