"""From answers to features: each object by its number, with what its job wants to know about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import MultiPolygon
from shapely.geometry.base import BaseGeometry

from ..api.features import Feature, Value
from ..api.parameters.params import OutlineParams
from ..api.parameters.prompt_params import RefinePolygonsParams
from ..attributes import features_of, keep
from ..delivery import ellipsoid_for
from ..outlines.outline import object_outlines
from ..progress import Report
from ..rasters.geodesy import Ellipsoid, Measures
from ..rasters.georeference import Georeference
from ..rasters.ground import Ground
from ..seams.object_pixels import object_of_mask
from .change import GONE, ChangeLimits, shared
from .left_out import BEYOND_LIMITS, NOTHING_SEEN
from .prompt_index import PromptIndex
from .prompt_stage import AnsweredObject

_LITTLE_ENDIAN = 1


@dataclass(frozen=True, eq=False)
class Verdict:
    """What a job makes of an answer: attributes of its own, and an outline on the map that takes the
    place of the answer's, or None."""

    more: dict[str, Value]
    instead: MultiPolygon | None = None


class Rule(Protocol):
    """How a job judges answers."""

    def verdict(
        self, answered: AnsweredObject, outline: MultiPolygon, ellipsoid: Ellipsoid | None
    ) -> Verdict | None:
        """``outline`` is in pixels of the answer's level, empty where nothing was seen; None leaves the
        object out."""
        ...


class AsAnswered:
    """sam2:promptsegment: the answer as it is."""

    def verdict(
        self, answered: AnsweredObject, outline: MultiPolygon, ellipsoid: Ellipsoid | None
    ) -> Verdict | None:
        """See ``Rule``."""
        if outline.is_empty:
            return None
        return Verdict({"candidate": answered.candidate, "scale": answered.level.scale})


class BesideOld:
    """sam2:refinepolygons: the answer beside the polygon that prompted it, which stays where the
    object is gone."""

    def __init__(self, params: RefinePolygonsParams, index: PromptIndex) -> None:
        self._limits = ChangeLimits(params.same_iou, params.gone_iou, params.gone_score)
        self._index = index

    def verdict(
        self, answered: AnsweredObject, outline: MultiPolygon, ellipsoid: Ellipsoid | None
    ) -> Verdict | None:
        """See ``Rule``."""
        level = answered.level
        shape = self._index.shape(answered.number).scaled(level.factor_x, level.factor_y)
        old = shapely.union_all(np.array(shape.polygons, dtype=object))
        iou = shared(old, outline)
        change = self._limits.change(iou, answered.score)
        more: dict[str, Value] = {"change": change, "iou_old": iou, "scale": level.scale, "shift_m": None}
        if change == GONE:
            return Verdict(more, instead=self._index.old_outline(answered.number))
        if ellipsoid is not None:
            more["shift_m"] = ellipsoid.distance(
                _centre(old, level.georeference), _centre(outline, level.georeference)
            )
        return Verdict(more)


class PromptDelivery:
    """Makes features of answers and hands them on; ``count`` of them, and for each reason the features
    ``left_out``."""

    def __init__(self, params: OutlineParams, georeference: Georeference, rule: Rule, report: Report) -> None:
        """Prepare for a run.

        Raises:
            EngineError: BAD_PARAMETER for area limits on a raster whose areas are unknown.
        """
        self._params = params
        self._ellipsoid = ellipsoid_for(params, georeference, report)
        self._rule = rule
        self._report = report
        self.count = 0
        self.left_out: dict[str, list[int]] = {}

    def deliver(self, answered: Sequence[AnsweredObject]) -> None:
        """Send the objects of one window, within the area limits, to the caller."""
        features = []
        for one, outline, feature in zip(answered, *self._drawn(answered)):
            verdict = self._rule.verdict(one, outline, self._ellipsoid)
            if verdict is None:
                self.left_out.setdefault(NOTHING_SEEN, []).append(one.feature)
                continue
            if verdict.instead is not None:
                feature = self._with_outline(feature, verdict.instead)
            if not keep(feature.area_m2, self._params):
                self.left_out.setdefault(BEYOND_LIMITS, []).append(one.feature)
                continue
            features.append(replace(feature, more=verdict.more))
        self.count += len(features)
        if features:
            self._report.features(features)

    def _drawn(self, answered: Sequence[AnsweredObject]) -> tuple[list[MultiPolygon], list[Feature]]:
        """Outlines in pixels and features, for objects of which nothing was seen empty ones."""
        seen = [one for one in answered if one.found is not None]
        with_logits = self._params.outline == "smooth"
        objects = [object_of_mask(one.found, one.tile, with_logits) for one in seen if one.found is not None]
        ground = Ground(answered[0].level.georeference, self._ellipsoid) if answered else None
        outlines = iter(object_outlines(objects, self._params, ground))
        by_object = iter(zip(objects, outlines))
        drawn: list[MultiPolygon] = []
        features: list[Feature] = []
        for one in answered:
            if one.found is None:
                drawn.append(MultiPolygon())
                features.append(_nothing(one))
                continue
            found, outline = next(by_object)
            drawn.append(outline)
            features += features_of([one.number], [found], [outline], one.level.georeference, self._ellipsoid)
        return drawn, features

    def _with_outline(self, feature: Feature, outline: MultiPolygon) -> Feature:
        measured = Measures(None, None) if self._ellipsoid is None else self._ellipsoid.measure([outline])[0]
        wkb = shapely.to_wkb(outline, output_dimension=2, byte_order=_LITTLE_ENDIAN)
        return replace(feature, wkb=wkb, area_m2=measured.area_m2, perimeter_m=measured.perimeter_m)


def _nothing(one: AnsweredObject) -> Feature:
    return Feature(
        object_id=one.number,
        score=one.score,
        stability=0.0,
        area_m2=None,
        perimeter_m=None,
        area_px=0,
        prompt_x=0.0,
        prompt_y=0.0,
        tile=one.tile.index,
        touches_edge=False,
        wkb=b"",
    )


def _centre(geometry: BaseGeometry, georeference: Georeference) -> NDArray[np.float64]:
    centroid = shapely.centroid(geometry)
    on_map: NDArray[np.float64] = georeference.to_map(np.array([[centroid.x, centroid.y]]))[0]
    return on_map
