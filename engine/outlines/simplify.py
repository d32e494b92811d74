"""Simpler outlines that stay the same object."""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import GeometryType, MultiPolygon

_RINGS_AT_ONCE = 2000
"""GEOS looks at every pair of rings; 2,000 take 0.1 s, 30,000 a minute."""

_HALVINGS = 4

Outlines = NDArray[np.object_]  # (n,) of MultiPolygon


def simplify(outline: MultiPolygon, tolerance_px: float) -> MultiPolygon:
    """Leave out vertices that move the outline by at most ``tolerance_px``; see ``simplify_all``."""
    return simplify_all(np.array([outline], dtype=object), tolerance_px)[0]


def simplify_all(outlines: Outlines, tolerance_px: float) -> list[MultiPolygon]:
    """Leave out vertices that move an outline by at most ``tolerance_px``.

    Douglas and Peucker's method, keeping every part and hole and letting no two lines cross
    (GEOS' topology-preserving simplifier). Works in grid pixels, before the affine, so that
    degrees and oblong pixels need no care. Should a result be invalid all the same, half the
    tolerance is tried, and so on; at last the outline is returned as it was.
    """
    simpler = outlines.copy()
    if tolerance_px <= 0:
        return list(simpler)
    left = np.flatnonzero(~shapely.is_empty(outlines))
    for _ in range(_HALVINGS):
        if len(left) == 0:
            break
        tried = _simplified(outlines[left], tolerance_px)
        good = shapely.is_valid(tried) & ~shapely.is_empty(tried)
        simpler[left[good]] = tried[good]
        left = left[~good]
        tolerance_px /= 2
    return [one if isinstance(one, MultiPolygon) else MultiPolygon([one]) for one in simpler]


def _simplified(outlines: Outlines, tolerance_px: float) -> Outlines:
    """All outlines simplified once; the results may be polygons, or invalid."""
    parts = shapely.get_num_geometries(outlines)
    rings = parts + np.add.reduceat(
        shapely.get_num_interior_rings(shapely.get_parts(outlines)), np.cumsum(parts) - parts
    )
    many = rings > _RINGS_AT_ONCE
    simpler: Outlines = outlines.copy()
    simpler[~many] = shapely.simplify(outlines[~many], tolerance_px, preserve_topology=True)
    for number in np.flatnonzero(many):
        simpler[number] = _rings_alone(outlines[number], tolerance_px)
    return simpler


def _rings_alone(outline: MultiPolygon, tolerance_px: float) -> MultiPolygon:
    """Simplify each ring without regard to the others; the result may be invalid."""
    _, points, (ring_offsets, polygon_offsets) = shapely.to_ragged_array(list(outline.geoms))
    rings = shapely.linearrings(
        points, indices=np.repeat(np.arange(len(ring_offsets) - 1), np.diff(ring_offsets))
    )
    points, of_ring = shapely.get_coordinates(shapely.simplify(rings, tolerance_px), return_index=True)
    ring_offsets = np.searchsorted(of_ring, np.arange(len(rings) + 1))
    parts = shapely.from_ragged_array(GeometryType.POLYGON, points, (ring_offsets, polygon_offsets))
    return shapely.multipolygons(parts)
