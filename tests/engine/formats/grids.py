"""Grids to try, and objects along their pixel edges."""

import numpy as np
from sam2_toolbox.engine.formats.grid import Grid
from sam2_toolbox.engine.formats.pixel_masks import PixelMask, cropped
from sam2_toolbox.engine.rasters.georeference import Georeference

TRANSFORMS = {
    "utm": (0.5, 0.0, 402_000.25, 0.0, -0.5, 5_204_000.75),
    "rotated": (0.4, 0.3, 402_000.0, 0.3, -0.4, 5_204_000.0),
    "degrees": (1e-5, 0.0, 7.123456789, 0.0, -1e-5, 46.987654321),
    "south up": (2.0, 0.0, -100.0, 0.0, 2.0, 50.0),
}


def grid_of(name, width=120, height=90):
    return Grid(width, height, Georeference(TRANSFORMS[name], ""))


def random_masks(seed, count, grid):
    """Speckled masks with holes and separate parts, many of them overlapping."""
    rng = np.random.default_rng(seed)
    masks = []
    while len(masks) < count:
        height, width = rng.integers(1, 25, 2)
        y, x = rng.integers(0, grid.height - height), rng.integers(0, grid.width - width)
        mask = cropped(PixelMask(int(x), int(y), rng.random((height, width)) < rng.choice([0.3, 0.7, 1])))
        if mask.bits.size:
            masks.append(mask)
    return masks


def same(first, second):
    return (first.x, first.y) == (second.x, second.y) and np.array_equal(first.bits, second.bits)
