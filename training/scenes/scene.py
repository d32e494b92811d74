"""What the generator returns: a picture and the objects that are in it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class SceneObject:
    """One object, cropped to its box; objects may nest and overlap, holes stay holes."""

    kind: str
    """What it is: building, roof_part, courtyard, field, road, water, forest, tree, vehicle, ..."""
    x: int
    """Column of the box's left pixel in the scene."""
    y: int
    """Row of the box's top pixel in the scene."""
    bits: np.ndarray
    """bool (h, w), True where the object is; every border row and column holds a True."""

    @property
    def area(self) -> int:
        """Number of pixels of the object."""
        return int(np.count_nonzero(self.bits))

    def full_mask(self, height: int, width: int) -> np.ndarray:
        """The object on the whole scene: bool (height, width)."""
        mask = np.zeros((height, width), dtype=bool)
        rows, columns = self.bits.shape
        mask[self.y : self.y + rows, self.x : self.x + columns] = self.bits
        return mask


@dataclass(frozen=True)
class Scene:
    """A generated picture with its truth."""

    rgb: np.ndarray
    """uint8 (H, W, 3), red, green, blue as a viewer shows them."""
    objects: tuple[SceneObject, ...]
    """Every object of at least `canvas.SMALLEST_OBJECT_PX` pixels, larger things first where they nest."""
    metres_per_pixel: float
