"""Noise and patterns, all float32 around zero with a spread of about one."""

from __future__ import annotations

import cv2
import numpy as np


def value_noise(rng: np.random.Generator, height: int, width: int, cell_px: float) -> np.ndarray:
    """Smooth random hills (height, width); `cell_px` is the distance between independent values."""
    rows, columns = int(height / cell_px) + 4, int(width / cell_px) + 4
    grid = rng.normal(size=(rows, columns)).astype(np.float32)
    # A random sub-cell offset keeps the grid from lining up with the picture's corner.
    scale = np.array(
        [[cell_px, 0, -cell_px * (0.5 + rng.random())], [0, cell_px, -cell_px * (0.5 + rng.random())]]
    )
    return cv2.warpAffine(grid, scale, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REFLECT)


def fractal_noise(
    rng: np.random.Generator, height: int, width: int, cell_px: float, falloff: float = 0.5
) -> np.ndarray:
    """Octaves of value noise from `cell_px` down to single pixels, each `falloff` times the one before."""
    total = np.zeros((height, width), dtype=np.float32)
    weight, power = 1.0, 0.0
    while True:
        cell = max(cell_px, 1.0)
        if cell <= 1.5:
            total += weight * rng.normal(size=(height, width)).astype(np.float32)
        else:
            total += weight * value_noise(rng, height, width, cell)
        power += weight * weight
        if cell <= 1.5:
            return total / np.sqrt(power)
        cell_px, weight = cell_px / 2, weight * falloff


def stripes(
    xs: np.ndarray, ys: np.ndarray, angle: float, period: float, metres_per_pixel: float
) -> np.ndarray:
    """Parallel stripes of `period` metres across `angle`; they fade out before they could alias.

    `xs`, `ys`: float32 (h, w) or broadcastable, metres.
    """
    visible = float(np.clip((period / metres_per_pixel - 2.2) / 2, 0, 1))
    if visible == 0:
        return np.zeros(np.broadcast(xs, ys).shape, dtype=np.float32)
    across = ys * np.cos(angle) - xs * np.sin(angle)
    return (visible * np.sin(across * (2 * np.pi / period))).astype(np.float32)
