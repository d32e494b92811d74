"""The sheet a scene is painted on: reflectance, height, slope, and the list of objects."""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np

from .fine_grid import SHIFT, corners
from .scene import SceneObject
from .shapes import Polygon
from .texture import fractal_noise

SMALLEST_OBJECT_PX = 12
"""Objects with fewer pixels are painted but not reported: nobody could outline them."""

_LARGE_COVER_PX = 150_000


@dataclass(frozen=True)
class Cover:
    """The pixels a shape touches: box crop with soft edges."""

    x: int
    y: int
    alpha: np.ndarray
    """float32 (h, w), 0..1, the share of each pixel that is covered."""

    @property
    def bits(self) -> np.ndarray:
        """Bool (h, w): pixels that are covered by half or more."""
        return self.alpha >= 0.5

    @property
    def window(self) -> tuple[slice, slice]:
        """Rows and columns of the box on the canvas."""
        rows, columns = self.alpha.shape
        return slice(self.y, self.y + rows), slice(self.x, self.x + columns)

    def without(self, alpha: np.ndarray) -> Cover:
        """The same box with `alpha` (h, w) taken away."""
        return Cover(self.x, self.y, self.alpha * (1 - alpha))


class Canvas:
    """Layers of one scene, all (height, width, ...); shapes come in metres from the top left corner."""

    def __init__(self, rng: np.random.Generator, width: int, height: int, metres_per_pixel: float) -> None:
        self.width, self.height, self.metres_per_pixel = width, height, metres_per_pixel
        self.colour = np.zeros((height, width, 4), dtype=np.float32)
        self.elevation = np.zeros((height, width), dtype=np.float32)
        self.slope = np.zeros((height, width, 2), dtype=np.float32)
        self.taken = np.zeros((height, width), dtype=bool)
        self.objects: list[SceneObject] = []
        self.grain = fractal_noise(rng, height, width, 0.8 / metres_per_pixel, falloff=0.85)
        self.patches = fractal_noise(rng, height, width, 9 / metres_per_pixel)
        self.broad = fractal_noise(rng, height, width, 70 / metres_per_pixel)

    def shows(self, metres: float, pixels: float = 3) -> bool:
        """Whether a detail of that size is at least `pixels` wide on this canvas."""
        return metres >= pixels * self.metres_per_pixel

    def cover(self, *rings: Polygon) -> Cover | None:
        """The pixels inside the rings (even-odd: a ring inside another is a hole); None if off the canvas."""
        rings_px = [np.asarray(ring) / self.metres_per_pixel for ring in rings if len(ring) >= 3]
        if not rings_px:
            return None
        together = np.concatenate(rings_px)
        left, top = (max(0, math.floor(v) - 1) for v in together.min(axis=0))
        right = min(self.width, math.ceil(together[:, 0].max()) + 2)
        bottom = min(self.height, math.ceil(together[:, 1].max()) + 2)
        if right <= left or bottom <= top:
            return None
        # cv2 fills every pixel an edge touches, which is half a pixel too wide: fill finely, then average.
        rows, columns = bottom - top, right - left
        finer = 4 if rows * columns < _LARGE_COVER_PX else 2
        fine = np.zeros((rows * finer, columns * finer), dtype=np.uint8)
        cv2.fillPoly(fine, [corners(ring - (left, top), finer) for ring in rings_px], 255, shift=SHIFT)
        alpha = cv2.resize(fine, (columns, rows), interpolation=cv2.INTER_AREA)
        return Cover(left, top, alpha.astype(np.float32) / 255)

    def metres(self, cover: Cover) -> tuple[np.ndarray, np.ndarray]:
        """Pixel centres of a cover's box in metres: x (1, w) and y (h, 1), float32."""
        rows, columns = cover.alpha.shape
        xs = (cover.x + np.arange(columns, dtype=np.float32) + 0.5) * self.metres_per_pixel
        ys = (cover.y + np.arange(rows, dtype=np.float32) + 0.5) * self.metres_per_pixel
        return xs[None, :], ys[:, None]

    def paint(self, cover: Cover | None, colour: np.ndarray, texture: np.ndarray | float = 0.0) -> None:
        """Blend a colour (4,) times one plus `texture` (h, w) over what is there."""
        if cover is None:
            return
        tone = np.maximum(1 + np.asarray(texture, dtype=np.float32), 0.1)
        target = self.colour[cover.window]
        target += cover.alpha[:, :, None] * (
            colour * np.broadcast_to(tone, cover.alpha.shape)[:, :, None] - target
        )

    def lift(
        self, cover: Cover, elevation: np.ndarray | float, slope: np.ndarray | tuple[float, float]
    ) -> None:
        """Set height above ground (metres) and slope (dz/dx, dz/dy) inside a cover."""
        inside = cover.bits
        self.elevation[cover.window][inside] = np.broadcast_to(elevation, inside.shape)[inside]
        self.slope[cover.window][inside] = np.broadcast_to(slope, (*inside.shape, 2))[inside]

    def take(self, cover: Cover) -> None:
        """Mark the ground as used, so that nothing else is put there."""
        self.taken[cover.window] |= cover.bits

    def is_free(self, cover: Cover | None) -> bool:
        """Whether a shape lies on the canvas and (but for 2 %) on unused ground."""
        if cover is None or not cover.bits.any():
            return False
        return bool(self.taken[cover.window][cover.bits].mean() < 0.02)

    def untaken(self, cover: Cover) -> Cover:
        """The part of a cover on unused ground."""
        return cover.without(self.taken[cover.window].astype(np.float32))

    def record(self, kind: str, cover: Cover | None) -> None:
        """Add the object a cover shows, if it is large enough to be seen."""
        if cover is None:
            return
        bits = cover.bits
        if np.count_nonzero(bits) < SMALLEST_OBJECT_PX:
            return
        rows, columns = np.flatnonzero(bits.any(axis=1)), np.flatnonzero(bits.any(axis=0))
        top, left = int(rows[0]), int(columns[0])
        cropped = bits[top : rows[-1] + 1, left : columns[-1] + 1].copy()
        self.objects.append(SceneObject(kind, cover.x + left, cover.y + top, cropped))
