"""Rasters with true outlines, as pictures with the pixels of every object."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import rasterio
import shapely
from numpy.typing import NDArray
from rasterio.features import rasterize

from .quality_scores import Region, region_of

ROOFS = (
    ("buildings_oam_z20_619224", "ortho.tif", "buildings.gpkg"),
    ("buildings_oam_z21_1238448", "ortho.tif", "buildings.gpkg"),
)
FIELDS = (
    "fields_flanders",
    "BEFL-TEST-s2_2023-05-01_2023-07-01_B08-B04-B03_min_byte.tif",
    "fields_BEFL-s2-fields-2023_polygons.gpkg",
)
_ENVELOPE_BYTES = (0, 32, 48, 48, 64)  # by the kind of envelope in a GeoPackage geometry's header


@dataclass(frozen=True, eq=False)
class Truth:
    """A picture uint8 (H, W, 3) and its objects."""

    name: str
    rgb: NDArray[np.uint8]
    objects: tuple[Region, ...]


def outlines(path: Path) -> list[shapely.Geometry]:
    """The geometries of a GeoPackage's first layer, in its coordinates."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        table, column = database.execute(
            "SELECT table_name, column_name FROM gpkg_geometry_columns"
        ).fetchone()
        rows = database.execute(f'SELECT "{column}" FROM "{table}"').fetchall()
    return [_geometry(blob) for (blob,) in rows if blob is not None]


def _geometry(blob: bytes) -> shapely.Geometry:
    return shapely.from_wkb(blob[8 + _ENVELOPE_BYTES[blob[3] >> 1 & 7] :])


def read_truth(folder: Path, place: tuple[str, str, str], at_least_px: int, scale: int = 1) -> Truth:
    """A raster, its first three bands, with the objects that lie wholly in it.

    ``scale`` enlarges the picture that many times. Outlines must be in the raster's CRS.
    """
    name, raster, layer = place
    with rasterio.open(folder / name / raster) as source:
        rgb = np.ascontiguousarray(source.read((1, 2, 3)).transpose(1, 2, 0))
        to_pixels = ~source.transform
    objects = []
    for outline in outlines(folder / name / layer):
        found = region_in_pixels(outline, to_pixels, rgb.shape[0], rgb.shape[1], scale)
        if found is not None and found.area >= at_least_px * scale**2:
            objects.append(found)
    if scale > 1:
        rgb = cv2.resize(rgb, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC)
    return Truth(name, rgb, tuple(objects))


def region_in_pixels(
    outline: shapely.Geometry, to_pixels: rasterio.Affine, height: int, width: int, scale: int = 1
) -> Region | None:
    """The pixels whose centres lie in an outline; None where it leaves the picture or has none."""
    a, b, c, d, e, f = to_pixels[:6]
    drawn = shapely.transform(
        outline, lambda xy: scale * (xy @ np.array([[a, d], [b, e]]) + np.array([c, f]))
    )
    x0, y0, x1, y1 = drawn.bounds
    if x0 < 0 or y0 < 0 or x1 > width * scale or y1 > height * scale:
        return None
    left, top = int(x0), int(y0)
    shape = (int(np.ceil(y1)) - top + 1, int(np.ceil(x1)) - left + 1)
    bits = rasterize([drawn], shape, transform=rasterio.Affine.translation(left, top), dtype="uint8")
    return region_of(bits > 0, left, top)
