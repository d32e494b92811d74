"""Areas and lengths on the ellipsoid, for outlines in map coordinates of any CRS."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import CRS, Geod, Transformer
from pyproj.exceptions import CRSError
from shapely import MultiPolygon

MetresPerUnit = Callable[[NDArray[np.float64]], NDArray[np.float64]]


@dataclass(frozen=True)
class Measures:
    """``area_m2`` without holes; ``perimeter_m`` of all rings, those of holes included.

    Both are None where an outline leaves the domain of its projection.
    """

    area_m2: float | None
    perimeter_m: float | None


def ellipsoid_of(crs_wkt: str) -> Ellipsoid | None:
    """The ellipsoid under a CRS, or None where nothing can be measured; ``unmeasurable`` says why."""
    return None if unmeasurable(crs_wkt) else Ellipsoid(_horizontal(CRS.from_wkt(crs_wkt)))


def unmeasurable(crs_wkt: str) -> str:
    """Say in a sentence why a CRS gives no square metres; "" where it does."""
    if not crs_wkt.strip():
        return "The raster has no CRS, so areas and lengths in metres are unknown."
    try:
        crs = _horizontal(CRS.from_wkt(crs_wkt))
    except CRSError as error:
        return f"The raster's CRS cannot be read, so areas and lengths in metres are unknown ({error})."
    if crs.is_projected or crs.is_geographic:
        return ""
    return (
        f"The raster's CRS, {crs.name}, is of type {crs.type_name} and not tied to an ellipsoid by longitude "
        "and latitude, so areas and lengths in metres are unknown."
    )


def in_degrees(crs_wkt: str) -> bool:
    """Whether x is a longitude in degrees, so that x and x + 360 are the same place."""
    if unmeasurable(crs_wkt):
        return False
    crs = _horizontal(CRS.from_wkt(crs_wkt))
    return crs.is_geographic and not crs.is_derived and crs.axis_info[0].unit_name.startswith("degree")


class Ellipsoid:
    """Measures outlines of one CRS with ``pyproj.Geod`` (Karney's geodesics) on its ellipsoid.

    Vertices are joined by geodesics, as QGIS' own ellipsoidal measures do. Longitudes beyond
    180 degrees are fine.
    """

    def __init__(self, crs: CRS) -> None:
        """Take a projected or geographic CRS, in any unit and on any planet."""
        geodetic = crs.source_crs if crs.is_geographic and crs.is_derived else crs.geodetic_crs
        geod = crs.get_geod()
        if geodetic is None or geod is None:
            raise ValueError(f"{crs.name} has no ellipsoid")
        self._geod: Geod = geod
        self._degrees = math.degrees(geodetic.axis_info[0].unit_conversion_factor)
        self._transformer = (
            None
            if crs.is_geographic and not crs.is_derived
            else Transformer.from_crs(crs, geodetic, always_xy=True)
        )

    def measure(self, outlines: Sequence[MultiPolygon] | NDArray[np.object_]) -> list[Measures]:
        """Measure outlines in map coordinates; the orientation of their rings does not matter."""
        if len(outlines) == 0:
            return []
        _, points, offsets = shapely.to_ragged_array(outlines)
        rings, polygons, parts = offsets
        longitudes, latitudes = self._to_degrees(points)
        areas, lengths = np.empty(len(rings) - 1), np.empty(len(rings) - 1)
        for ring, (start, end) in enumerate(zip(rings[:-1].tolist(), rings[1:].tolist())):
            areas[ring], lengths[ring] = self._geod.polygon_area_perimeter(
                longitudes[start:end], latitudes[start:end]
            )
        # A ring's sign only tells its direction; holes are those that do not come first.
        areas = -np.abs(areas)
        areas[polygons[:-1]] *= -1
        starts = polygons[parts]
        return [
            _measures(areas[start:end], lengths[start:end])
            for start, end in zip(starts[:-1].tolist(), starts[1:].tolist())
        ]

    def distance(self, start: NDArray[np.float64], end: NDArray[np.float64]) -> float | None:
        """Metres between two points (2,) in map coordinates; None outside the projection's domain."""
        longitudes, latitudes = self._to_degrees(np.stack((start, end)))
        _, _, metres = self._geod.inv(longitudes[0], latitudes[0], longitudes[1], latitudes[1])
        return float(metres) if math.isfinite(metres) else None

    def metres_between(self, start: NDArray[np.float64], end: NDArray[np.float64]) -> NDArray[np.float64]:
        """Metres east and north (N, 2) of short ways between points (N, 2) in map coordinates.

        On the plane that touches the ellipsoid at the start, from its radii of curvature there.
        """
        longitude, latitude = self._to_degrees(start)
        to_longitude, to_latitude = self._to_degrees(end)
        sin, cos = np.sin(np.radians(latitude)), np.cos(np.radians(latitude))
        bent = 1 - self._geod.es * sin**2
        east = np.radians(to_longitude - longitude) * self._geod.a / np.sqrt(bent) * cos
        north = np.radians(to_latitude - latitude) * self._geod.a * (1 - self._geod.es) / bent**1.5
        return np.stack([east, north], axis=1)

    def _to_degrees(self, points: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        x, y = points[:, 0], points[:, 1]
        if self._transformer is not None:
            x, y = self._transformer.transform(x, y)
        return np.ascontiguousarray(x * self._degrees), np.ascontiguousarray(y * self._degrees)


def _measures(areas: NDArray[np.float64], lengths: NDArray[np.float64]) -> Measures:
    area, length = float(areas.sum()), float(lengths.sum())
    if not (math.isfinite(area) and math.isfinite(length)):
        return Measures(None, None)
    return Measures(area, length)


def _horizontal(crs: CRS) -> CRS:
    """The CRS of x and y alone, without heights."""
    return crs.sub_crs_list[0] if crs.is_compound else crs


def metres_per_unit(crs_wkt: str) -> MetresPerUnit | None:
    """Metres on the ellipsoid per unit of a CRS along its first and second axis, as a function of points
    (N, 2) that gives (N, 2); None where ``unmeasurable``.

    Two points half a thousandth of the Earth's degree apart are measured, so a value holds to some 1e-6.
    """
    if unmeasurable(crs_wkt):
        return None
    crs = _horizontal(CRS.from_wkt(crs_wkt))
    geodetic = crs.source_crs if crs.is_geographic and crs.is_derived else crs.geodetic_crs
    geod = crs.get_geod()
    if geodetic is None or geod is None:
        return None
    to_degrees = Transformer.from_crs(crs, geodetic, always_xy=True)
    step = 5e-4 if crs.is_geographic else 50.0 / crs.axis_info[0].unit_conversion_factor

    def measure(points: NDArray[np.float64]) -> NDArray[np.float64]:
        lengths = []
        for axis in (np.array([step, 0.0]), np.array([0.0, step])):
            start = to_degrees.transform(*(points - axis / 2).T)
            end = to_degrees.transform(*(points + axis / 2).T)
            lengths.append(geod.inv(*start, *end)[2] / step)
        return np.stack(lengths, axis=1)

    return measure
