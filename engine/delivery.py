"""Objects become features: outline, measures, limits, numbers, and off to the caller."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .api.errors import Code, EngineError
from .api.parameters.params import OutlineParams
from .attributes import features_of, keep
from .objects import FoundObject
from .outlines.outline import object_outlines
from .progress import Report
from .rasters.geodesy import Ellipsoid, ellipsoid_of, unmeasurable
from .rasters.georeference import Georeference
from .rasters.ground import Ground
from .rasters.labels import LabelRaster


class Delivery:
    """Numbers the objects of a run and hands each on as soon as it is complete."""

    def __init__(
        self,
        params: OutlineParams,
        georeference: Georeference,
        labels: LabelRaster | None,
        report: Report,
    ) -> None:
        """Prepare for a run on a grid.

        Raises:
            EngineError: BAD_PARAMETER for area limits on a raster whose areas are unknown.
        """
        self._params = params
        self._georeference = georeference
        self._ellipsoid = ellipsoid_for(params, georeference, report)
        self._ground = Ground(georeference, self._ellipsoid)
        self._labels = labels
        self._report = report
        self.count = 0
        self.left_out = 0

    def deliver(self, objects: Sequence[FoundObject]) -> None:
        """Send the objects within the area limits to the caller, in the order given."""
        outlines = object_outlines(objects, self._params, self._ground)
        features = []
        # Numbers come last, so that those of the objects left out leave no gaps.
        unnumbered = features_of([0] * len(objects), objects, outlines, self._georeference, self._ellipsoid)
        for found, feature in zip(objects, unnumbered):
            if not keep(feature.area_m2, self._params):
                self.left_out += 1
                continue
            self.count += 1
            features.append(replace(feature, object_id=self.count))
            if self._labels is not None:
                self._labels.add(self.count, found)
        if features:
            self._report.features(features)

    def finish(self) -> None:
        """There is nothing left to do: each object was final when it came."""


def ellipsoid_for(params: OutlineParams, georeference: Georeference, report: Report) -> Ellipsoid | None:
    """What measures the objects of a run; None, and a word about it, where nothing can be measured.

    Raises:
        EngineError: BAD_PARAMETER for area limits on a raster whose areas are unknown.
    """
    unknown = unmeasurable(georeference.crs_wkt)
    if unknown and (params.min_area > 0 or params.max_area > 0):
        raise EngineError(
            Code.BAD_PARAMETER,
            f"{unknown} MIN_AREA and MAX_AREA are in square metres: set the raster's CRS, "
            "or leave both at 0.",
        )
    if unknown:
        report.log(unknown, "warning")
    return ellipsoid_of(georeference.crs_wkt)
