"""How a step of one pixel lies on the ground, where right angles are right."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .geodesy import Ellipsoid
from .georeference import Georeference, Points


@dataclass(frozen=True, eq=False)
class Ground:
    """The ground under a grid; without an ellipsoid the map's plane stands in for it."""

    georeference: Georeference
    ellipsoid: Ellipsoid | None

    def steps(self, points: Points) -> Points:
        """The ground covered by one pixel to the right and one down, at places in the grid.

        Args:
            points: (N, 2) grid coordinates.

        Returns:
            (N, 2, 2): east and north by rows, right and down by columns, in metres or, without an
            ellipsoid, in map units.
        """
        a, b, _, d, e, _ = self.georeference.transform
        on_map = np.broadcast_to(np.array([[a, b], [d, e]]), (len(points), 2, 2))
        if self.ellipsoid is None:
            return on_map
        start = self.georeference.to_map(points)
        ways = [self.ellipsoid.metres_between(start, start + on_map[:, :, axis]) for axis in (0, 1)]
        steps = np.stack(ways, axis=-1)
        # Outside the domain of the projection there is no ground.
        return np.where(np.isfinite(steps).all(axis=(1, 2), keepdims=True), steps, on_map)
