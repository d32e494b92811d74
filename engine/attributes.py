"""From objects in the grid to features in map coordinates."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely
from shapely import MultiPolygon

from .api.features import Feature
from .api.parameters.params import OutlineParams
from .objects import FoundObject
from .rasters.geodesy import Ellipsoid, Measures
from .rasters.georeference import Georeference

_LITTLE_ENDIAN = 1


def feature_of(
    object_id: int,
    found: FoundObject,
    outline: MultiPolygon,
    georeference: Georeference,
    ellipsoid: Ellipsoid | None,
) -> Feature:
    """Put one object on the map; see ``features_of``."""
    return features_of([object_id], [found], [outline], georeference, ellipsoid)[0]


def features_of(
    object_ids: Sequence[int],
    objects: Sequence[FoundObject],
    outlines: Sequence[MultiPolygon],
    georeference: Georeference,
    ellipsoid: Ellipsoid | None,
) -> list[Feature]:
    """Put objects on the map.

    Outlines, one for each object, are in grid coordinates. In the features their shells run
    counter-clockwise in map coordinates, whichever way the affine turns them. Without an
    ellipsoid areas and lengths stay empty.
    """
    if len(objects) == 0:
        return []
    on_map = shapely.orient_polygons(shapely.transform(np.array(outlines, dtype=object), georeference.to_map))
    geometries = shapely.to_wkb(on_map, output_dimension=2, byte_order=_LITTLE_ENDIAN)
    prompts = georeference.to_map(np.array([found.point for found in objects], dtype=np.float64))
    measures = [Measures(None, None)] * len(objects) if ellipsoid is None else ellipsoid.measure(on_map)
    return [
        Feature(
            object_id=object_id,
            score=found.score,
            stability=found.stability,
            area_m2=measured.area_m2,
            perimeter_m=measured.perimeter_m,
            area_px=found.area_px,
            prompt_x=float(prompt[0]),
            prompt_y=float(prompt[1]),
            tile=found.tile,
            touches_edge=found.touches_edge,
            wkb=wkb,
        )
        for object_id, found, measured, prompt, wkb in zip(object_ids, objects, measures, prompts, geometries)
    ]


def keep(area_m2: float | None, params: OutlineParams) -> bool:
    """Tell whether an object lies within MIN_AREA and MAX_AREA (0 = no limit); unknown areas do."""
    if area_m2 is None:
        return True
    return params.min_area <= area_m2 and (params.max_area == 0 or area_m2 <= params.max_area)
