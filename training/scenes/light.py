"""One sun for the whole scene: shading by slope, shadows cast by height."""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np

_SKY = np.array([0.90, 0.96, 1.06, 0.80], dtype=np.float32)
"""Tint of the light that reaches shadows: blue sky, little near infrared."""


@dataclass(frozen=True)
class Sun:
    """Where the light comes from."""

    azimuth: float
    """Direction towards the sun on the picture, radians from x towards y."""
    elevation: float
    """Height above the horizon, radians."""
    sky_share: float
    """Light in full shadow as a share of the light on flat sunny ground, 0..1."""

    @classmethod
    def sample(cls, rng: np.random.Generator) -> Sun:
        """A late morning to afternoon sun from any side of the picture."""
        return cls(rng.uniform(0, 2 * math.pi), math.radians(rng.uniform(33, 60)), rng.uniform(0.34, 0.5))


_SUNLIGHT = np.array([1.05, 1.02, 0.96, 1.05], dtype=np.float32)
"""Tint of direct light; with the sky's it adds up to about white on flat ground."""


def shade(slope: np.ndarray, sun: Sun) -> np.ndarray:
    """Sunlight on a surface relative to flat ground, (h, w); `slope` (h, w, 2) is dz/dx, dz/dy."""
    horizontal = math.cos(sun.elevation)
    towards = -(slope[..., 0] * math.cos(sun.azimuth) + slope[..., 1] * math.sin(sun.azimuth)) * horizontal
    steepness = np.sqrt(1 + slope[..., 0] ** 2 + slope[..., 1] ** 2)
    return np.clip((towards + math.sin(sun.elevation)) / steepness / math.sin(sun.elevation), 0, 1.7)


def cast_shadow(elevation: np.ndarray, sun: Sun, metres_per_pixel: float) -> np.ndarray:
    """How much of the sun each pixel loses to higher neighbours, 0..1, (h, w) float32.

    The height map is slid along the light: a pixel is dark where something between it and the sun
    rises above the ray. Shadows of roofs on roofs and of crowns on crowns come out by themselves.
    """
    tallest = float(elevation.max())
    if tallest <= 0:
        return np.zeros_like(elevation)
    reach_px = tallest / math.tan(sun.elevation) / metres_per_pixel
    steps = int(np.clip(math.ceil(reach_px), 1, 70))
    stride = reach_px / steps
    over = np.full_like(elevation, -np.inf)
    rows, columns = elevation.shape
    for step in range(1, steps + 1):
        distance = step * stride
        # Reading from towards the sun: destination (x, y) takes the height at (x + d cos, y + d sin).
        shift = np.float32(
            [[1, 0, -distance * math.cos(sun.azimuth)], [0, 1, -distance * math.sin(sun.azimuth)]]
        )
        moved = cv2.warpAffine(elevation, shift, (columns, rows), flags=cv2.INTER_LINEAR, borderValue=0)
        np.maximum(over, moved - distance * metres_per_pixel * math.tan(sun.elevation), out=over)
    softness = max(0.25, 0.5 * metres_per_pixel)
    shadow = np.clip((over - elevation - 0.1) / softness, 0, 1).astype(np.float32)
    return cv2.GaussianBlur(shadow, (0, 0), max(0.5, 0.25 / metres_per_pixel))


def illuminate(
    colour: np.ndarray, elevation: np.ndarray, slope: np.ndarray, sun: Sun, metres_per_pixel: float
) -> np.ndarray:
    """Radiance (h, w, 4) float32 of painted reflectance (h, w, 4) under the sun."""
    shadow = cast_shadow(elevation, sun, metres_per_pixel)
    direct = (shade(slope, sun) * (1 - shadow))[..., None]
    return (colour * (sun.sky_share * _SKY + (1 - sun.sky_share) * _SUNLIGHT * direct)).astype(np.float32)
