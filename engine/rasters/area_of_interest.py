"""The ground the user asked about, where it is not simply a window of the grid."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from rasterio.features import rasterize
from rasterio.transform import Affine
from shapely import Polygon, STRtree
from shapely.geometry.base import BaseGeometry

from ..api.errors import Code, EngineError
from ..api.parameters.params import RasterParams
from ..masks import Bits
from ..tiles.tiling import Window
from .georeference import Georeference
from .raster import RasterReader
from .region import Extent, extent_of, extent_text

# Pixels; what a cut rounds stays outside the window.
_AROUND = 2


@dataclass(frozen=True, eq=False)
class AreaOfInterest:
    """Valid polygons in grid pixels."""

    polygons: tuple[Polygon, ...]
    _tree: STRtree

    @classmethod
    def of(cls, params: RasterParams, reader: RasterReader) -> AreaOfInterest | None:
        """The polygons of MASK_LAYER, cut to an EXTENT that lies askew; None without either.

        Raises:
            EngineError: BAD_PARAMETER if they are unreadable, empty or all outside the region.
        """
        ring = None if reader.extent_ring is None else Polygon(reader.extent_ring)
        if not params.mask_layer:
            return None if ring is None else cls._from_geometry(ring)
        whole = cls.from_hex_wkb(params.mask_layer, reader.info.georeference)
        area = whole if ring is None else cls._from_geometry(shapely.intersection(whole.polygons, ring))
        if not area.intersects(reader.region):
            raise EngineError(
                Code.BAD_PARAMETER,
                f"MASK_LAYER does not touch the part of {reader.info.path} that is to be segmented; its "
                f"polygons cover ({extent_text(whole.extent(reader.info.georeference))}), that part "
                f"({extent_text(extent_of(reader.info.georeference, reader.region))}).",
            )
        return area

    @classmethod
    def from_hex_wkb(cls, hex_wkb: str, georeference: Georeference) -> AreaOfInterest:
        """Polygons in the raster's CRS, as hex WKB; invalid ones are repaired.

        Raises:
            EngineError: BAD_PARAMETER if it is no WKB or holds no area.
        """
        try:
            geometry = shapely.from_wkb(hex_wkb)
            in_pixels = shapely.transform(shapely.force_2d(geometry), georeference.to_pixel)
            area = cls._from_geometry(in_pixels)
        except (shapely.errors.ShapelyError, ValueError, TypeError) as error:
            raise EngineError(
                Code.BAD_PARAMETER, f"MASK_LAYER holds a geometry that cannot be read: {error}."
            ) from error
        if not area.polygons:
            raise EngineError(
                Code.BAD_PARAMETER, "MASK_LAYER holds no polygon with an area; choose another layer."
            )
        return area

    @classmethod
    def of_polygons(cls, polygons: Iterable[Polygon]) -> AreaOfInterest:
        """Of valid polygons in grid pixels."""
        kept = tuple(polygons)
        return cls(kept, STRtree(kept))

    @classmethod
    def _from_geometry(cls, geometry: BaseGeometry | Sequence[BaseGeometry]) -> AreaOfInterest:
        return cls.of_polygons(_polygons(shapely.make_valid(shapely.get_parts(geometry))))

    def intersects(self, window: Window) -> bool:
        """True if any part of the area lies in the window."""
        return bool(len(self._tree.query(_box(window), predicate="intersects")))

    def near(self, window: Window) -> AreaOfInterest:
        """What lies in and right around the window: all that its ``mask`` depends on."""
        around = _box(window.expanded(_AROUND))
        cut = shapely.intersection(self._reaching_into(around), around)
        return AreaOfInterest.of_polygons(_polygons(cut))

    def mask(self, window: Window) -> Bits:
        """The pixels of the window whose centres lie inside, bool (h, w)."""
        around = _box(window)
        near = self._reaching_into(around)
        if any(shapely.covers(polygon, around) for polygon in near):
            return np.ones((window.height, window.width), np.bool_)
        shapes = [part for part in shapely.intersection(near, around) if not part.is_empty]
        if not shapes:
            return np.zeros((window.height, window.width), np.bool_)
        burnt = rasterize(
            shapes,
            out_shape=(window.height, window.width),
            transform=Affine.translation(window.x, window.y),
            dtype="uint8",
        )
        return np.asarray(burnt).astype(np.bool_)

    def _reaching_into(self, box: Polygon) -> list[Polygon]:
        return [self.polygons[index] for index in self._tree.query(box, predicate="intersects")]

    def extent(self, georeference: Georeference) -> Extent:
        """The map extent of the polygons."""
        points: NDArray[np.float64] = georeference.to_map(shapely.get_coordinates(self.polygons))
        (xmin, ymin), (xmax, ymax) = points.min(axis=0), points.max(axis=0)
        return float(xmin), float(ymin), float(xmax), float(ymax)


def _polygons(geometries: Iterable[BaseGeometry]) -> Iterator[Polygon]:
    """The polygons with an area; repair may leave lines and collections of collections."""
    for geometry in geometries:
        if isinstance(geometry, Polygon):
            if geometry.area > 0:
                yield geometry
        elif hasattr(geometry, "geoms"):
            yield from _polygons(geometry.geoms)


def _box(window: Window) -> Polygon:
    return shapely.box(window.x, window.y, window.right, window.bottom)
