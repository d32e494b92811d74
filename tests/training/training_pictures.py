"""Small pictures for the tests of the training: rectangles of one colour on grey."""

from __future__ import annotations

import numpy as np
from sam2_toolbox.training.scenes import SceneObject


def rectangles(seed: int = 0, side: int = 256, count: int = 5) -> tuple[np.ndarray, tuple[SceneObject, ...]]:
    """A picture uint8 (side, side, 3) and its objects, one of them with a hole."""
    rng = np.random.default_rng(seed)
    rgb = np.full((side, side, 3), 120, dtype=np.uint8)
    objects = []
    for index in range(count):
        width, height = rng.integers(side // 6, side // 3, 2)
        x, y = rng.integers(0, side - width), rng.integers(0, side - height)
        bits = np.ones((height, width), dtype=bool)
        if index == 0:
            bits[height // 3 : height // 2, width // 3 : width // 2] = False
        rgb[y : y + height, x : x + width][bits] = rng.integers(0, 255, 3)
        objects.append(SceneObject("building" if index % 2 else "field", int(x), int(y), bits))
    return rgb, tuple(objects)
