"""Colours of materials as (red, green, blue, near infrared), reflectance-like, 0..1.

The values are display values of muted aerial photographs: nothing outdoors is saturated from above.
Near infrared is what makes vegetation bright in false colour.
"""

from __future__ import annotations

import numpy as np


def _material(red: int, green: int, blue: int, near_infrared: int) -> np.ndarray:
    return np.array([red, green, blue, near_infrared], dtype=np.float32) / 255


GRASS = _material(120, 123, 94, 168)
DRY_GRASS = _material(154, 147, 116, 150)
LAWN = _material(109, 118, 86, 182)
ASPHALT = _material(118, 117, 117, 100)
WORN_ASPHALT = _material(139, 137, 132, 116)
CONCRETE = _material(168, 165, 157, 150)
GRAVEL = _material(164, 154, 137, 150)
DIRT = _material(152, 139, 118, 150)
MARKING = _material(205, 204, 198, 190)
RIVER = _material(72, 84, 78, 34)
POND = _material(56, 70, 66, 28)
POOL = _material(124, 160, 166, 50)
FOREST_FLOOR = _material(66, 68, 48, 100)
COURT_RED = _material(150, 102, 84, 130)
COURT_GREEN = _material(98, 120, 98, 120)
SOLAR = _material(48, 54, 68, 50)
GLASS = _material(150, 160, 162, 130)

CROPS = (
    _material(88, 102, 70, 190),
    _material(107, 117, 80, 196),
    _material(124, 128, 92, 180),
    _material(77, 90, 63, 178),
    _material(132, 130, 88, 168),
    _material(168, 152, 110, 158),
    _material(182, 166, 124, 166),
    _material(150, 142, 98, 160),
    _material(160, 138, 110, 150),
    _material(136, 112, 88, 130),
    _material(116, 98, 80, 112),
    _material(176, 160, 132, 160),
    _material(160, 156, 88, 190),
)
ROOFS = (
    _material(152, 106, 88, 140),
    _material(138, 94, 80, 130),
    _material(162, 118, 98, 146),
    _material(128, 96, 82, 120),
    _material(112, 92, 82, 108),
    _material(98, 98, 102, 90),
    _material(122, 122, 124, 110),
    _material(146, 142, 136, 130),
    _material(172, 160, 142, 150),
)
FLAT_ROOFS = (
    _material(178, 176, 170, 160),
    _material(196, 194, 188, 180),
    _material(150, 150, 148, 130),
    _material(120, 120, 120, 100),
    _material(158, 146, 130, 140),
    _material(128, 138, 148, 120),
    _material(134, 148, 136, 130),
)
CROWNS = (
    _material(78, 88, 60, 176),
    _material(87, 97, 67, 184),
    _material(68, 79, 56, 160),
    _material(98, 102, 70, 176),
    _material(62, 73, 56, 140),
    _material(108, 104, 74, 164),
)
CARS = (
    _material(206, 206, 206, 190),
    _material(226, 226, 224, 210),
    _material(64, 64, 68, 60),
    _material(92, 94, 98, 90),
    _material(140, 142, 146, 130),
    _material(132, 60, 54, 130),
    _material(66, 84, 118, 80),
)


def pick(rng: np.random.Generator, choices: tuple[np.ndarray, ...], spread: float = 0.06) -> np.ndarray:
    """One of the materials, a little lighter or darker, a little off in hue: float32 (4,)."""
    base = choices[rng.integers(len(choices))]
    return vary(rng, base, spread)


def vary(rng: np.random.Generator, base: np.ndarray, spread: float = 0.06) -> np.ndarray:
    """A neighbour of a material: common brightness and a fifth as much per band; float32 (4,)."""
    factor = 1 + rng.normal(0, spread) + rng.normal(0, spread / 5, 4)
    return (base * np.clip(factor, 0.6, 1.5)).astype(np.float32)
