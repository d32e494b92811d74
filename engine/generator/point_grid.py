"""The grid of points that are put to the model, as SAM's automatic mask generator lays it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..masks import Bits


def points_per_side(first: int, downscale_factor: int, layer: int) -> int:
    """Points along one side of a crop in a crop layer (0 = the whole tile); at least one."""
    return max(1, int(first / downscale_factor**layer))


def point_grid(per_side: int, width: int, height: int) -> NDArray[np.float32]:
    """``per_side`` x ``per_side`` points (N, 2), row by row, each (x, y) in the middle of its share
    of an image of ``width`` x ``height`` pixels."""
    # In the order and precision of the sam2 package, so that points and masks equal its own.
    margin = 1 / (2 * per_side)
    shares = np.linspace(margin, 1 - margin, per_side)
    x, y = np.meshgrid(shares, shares)
    points = np.stack([x, y], axis=-1).reshape(-1, 2) * np.array([width, height])
    return np.asarray(points, dtype=np.float32)


def coarse_to_fine(per_side: int) -> list[NDArray[np.intp]]:
    """The points of a grid in three parts, by their place in ``point_grid``: every fourth of every fourth
    row, what every second of every second row adds to it, and the rest."""
    rows, columns = np.divmod(np.arange(per_side**2), per_side)
    fourth = (rows % 4 == 1) & (columns % 4 == 1)
    second = (rows % 2 == 1) & (columns % 2 == 1)
    return [np.flatnonzero(part) for part in (fourth, second & ~fourth, ~second)]


def on_valid_pixels(points: NDArray[np.float32], valid: Bits) -> NDArray[np.bool_]:
    """Which of the points (N, 2) lie on a true pixel of ``valid`` (H, W); bool (N,)."""
    height, width = valid.shape
    columns = np.clip(points[:, 0].astype(np.intp), 0, width - 1)
    rows = np.clip(points[:, 1].astype(np.intp), 0, height - 1)
    on_valid: NDArray[np.bool_] = valid[rows, columns]
    return on_valid
