"""How far the outlines of matched objects lie apart, in metres."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from .layers import Objects
from .matching import Matching

# Outlines are compared at points this far apart, as a share of the outline's length.
_STEPS = 200


@dataclass(frozen=True)
class BoundaryError:
    """Distance between the outlines of matched objects, both ways, in the unit of the plane.

    ``mean`` and ``percentile_95`` are over points spread evenly along all matched outlines, every
    object counting the same. None where nothing is matched.
    """

    mean: float | None
    percentile_95: float | None


def boundary_error(
    reference: Objects,
    predicted: Objects,
    matching: Matching,
    units_per: NDArray[np.float64] | None,
    check_cancelled: Callable[[], None],
) -> BoundaryError:
    """The error of all matched pairs.

    Args:
        reference: The objects judged by.
        predicted: The objects judged.
        matching: Which belong together.
        units_per: (K, 2) metres per unit of the plane eastward and northward at each pair, None
            where a unit is a metre (or nothing is known).
        check_cancelled: Asked after every pair.

    Raises:
        Cancelled: by ``check_cancelled``.
    """
    distances, means = [], []
    for index, (first, second) in enumerate(zip(matching.reference, matching.predicted)):
        check_cancelled()
        pair = [reference.geometries[first], predicted.geometries[second]]
        if units_per is not None:
            scale = units_per[index]
            pair = [shapely.transform(geometry, lambda points, by=scale: points * by) for geometry in pair]
        apart = _distances(*pair)
        distances.append(apart)
        means.append(apart.mean())
    if not distances:
        return BoundaryError(None, None)
    return BoundaryError(float(np.mean(means)), float(np.percentile(np.concatenate(distances), 95)))


def _distances(first: shapely.Geometry, second: shapely.Geometry) -> NDArray[np.float64]:
    lines = shapely.boundary(first), shapely.boundary(second)
    there = shapely.distance(_along(lines[0]), lines[1])
    back = shapely.distance(_along(lines[1]), lines[0])
    return np.concatenate([there, back])


def _along(line: shapely.Geometry) -> NDArray[np.object_]:
    """``_STEPS`` points spread evenly along a line."""
    shares = (np.arange(_STEPS) + 0.5) / _STEPS
    parts = shapely.get_parts(line)
    lengths = shapely.length(parts)
    ends = np.cumsum(lengths)
    at = shares * ends[-1]
    part = np.searchsorted(ends, at)
    return np.asarray(shapely.line_interpolate_point(parts[part], at - (ends - lengths)[part]))
