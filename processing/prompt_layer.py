"""A layer of prompts: put into plain words for the worker, and asked again for its attributes."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Any

from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeature,
    QgsFeatureRequest,
    QgsFields,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsWkbTypes,
)

from ..engine.api.errors import EngineError
from ..engine.api.prompts import BACKGROUND, FOREGROUND, PromptFeature, PromptWriter
from .refusal import refusal
from .translation import say

_LABELS = {1: FOREGROUND, 0: BACKGROUND, "1": FOREGROUND, "0": BACKGROUND}
_NAMED = 200
_UNCHECKED = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks


class PromptLayer:
    """The features of a source as prompts; features of one group are one object.

    Objects are numbered from 1 by the ids of their first features: the order of a layer, but also of
    a selection, which QGIS gives in any order.
    """

    def __init__(self, source: QgsProcessingFeatureSource) -> None:
        self._source = source
        # Of each object the id of its first feature: the rest is read again when its turn comes.
        self._firsts = array("q")
        self._first_of_group: dict[Any, int] = {}

    @property
    def fields(self) -> QgsFields:
        """The attributes of the features."""
        return self._source.fields()

    def write(
        self,
        path: str,
        crs: QgsCoordinateReferenceSystem,
        label_field: str,
        group_field: str,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> None:
        """Write the prompts to a file, in the CRS of the raster; say which features cannot prompt.

        Raises:
            QgsProcessingException: naming the feature or field that is wrong.
        """
        label, group = self._place_of(label_field), self._place_of(group_field)
        self._number(group, feedback)
        request = QgsFeatureRequest().setSubsetOfAttributes([i for i in (label, group) if i >= 0])
        to_raster = QgsCoordinateTransform(self._source.sourceCrs(), crs, context.transformContext())
        if crs.isValid() and not self._source.sourceCrs().isValid():
            feedback.pushWarning(
                say(
                    f"{self._source.sourceName()} has no CRS; its coordinates are taken for those of the "
                    "raster."
                )
            )
        lost: list[int] = []
        empty: list[int] = []
        invalid: list[int] = []
        try:
            with PromptWriter(path) as writer:
                for feature in self._source.getFeatures(request, _UNCHECKED):
                    if feedback.isCanceled():
                        return
                    geometry = feature.geometry()
                    if geometry.isEmpty():
                        empty.append(feature.id())
                        continue
                    if not _moved(geometry, to_raster):
                        lost.append(feature.id())
                        continue
                    if geometry.type() == _POLYGON and not geometry.isGeosValid():
                        invalid.append(feature.id())
                    prompt = PromptFeature(
                        self._object_of(feature, group),
                        feature.id(),
                        self._label_of(feature, label, label_field),
                        _plain_wkb(geometry),
                    )
                    writer.add(prompt)
        except EngineError as error:
            raise refusal(error.message) from error
        name = self._source.sourceName()
        _say(feedback, lost, f"of {name} cannot be reprojected to the raster's CRS and are left out")
        _say(feedback, empty, f"of {name} have no geometry and are left out")
        _say(feedback, invalid, f"of {name} are not valid polygons; what can be repaired of them prompts")

    def attributes(self, numbers: Sequence[int]) -> list[list[Any]]:
        """The attributes of objects, those of the first feature where a group prompts.

        Raises:
            QgsProcessingException: where a feature is no longer there.
        """
        wanted = [self._firsts[number - 1] for number in numbers]
        request = QgsFeatureRequest().setFilterFids(wanted).setFlags(QgsFeatureRequest.Flag.NoGeometry)
        found = {
            feature.id(): feature.attributes() for feature in self._source.getFeatures(request, _UNCHECKED)
        }
        missing = [str(feature) for feature in wanted if feature not in found]
        if missing:
            raise refusal(
                f"{self._source.sourceName()} has changed during the run: it has no feature "
                f"{', '.join(missing[:_NAMED])} any more. Run it again, and leave the layer alone meanwhile."
            )
        return [found[feature] for feature in wanted]

    def _place_of(self, field: str) -> int:
        place = self.fields.lookupField(field) if field else -1
        if field and place < 0:
            names = ", ".join(self.fields.names())
            raise refusal(f"{self._source.sourceName()} has no field {field}. Choose one of these: {names}.")
        return place

    def _number(self, group: int, feedback: QgsProcessingFeedback) -> None:
        """Find the first feature of every object."""
        alone = array("q")
        request = QgsFeatureRequest().setSubsetOfAttributes([group] if group >= 0 else [])
        request.setFlags(QgsFeatureRequest.Flag.NoGeometry | QgsFeatureRequest.Flag.SubsetOfAttributes)
        for feature in self._source.getFeatures(request, _UNCHECKED):
            if feedback.isCanceled():
                return
            value = _group_of(feature, group)
            if value is None:
                alone.append(feature.id())
            else:
                first = self._first_of_group.get(value, feature.id())
                self._first_of_group[value] = min(first, feature.id())
        self._firsts = array("q", sorted([*alone, *self._first_of_group.values()]))

    def _object_of(self, feature: QgsFeature, group: int) -> int:
        value = _group_of(feature, group)
        first = feature.id() if value is None else self._first_of_group[value]
        return bisect_left(self._firsts, first) + 1

    def _label_of(self, feature: QgsFeature, label: int, field: str) -> int:
        if label < 0:
            return FOREGROUND
        value = feature.attribute(label)
        if isinstance(value, (int, float, str)) and value in _LABELS:
            return _LABELS[value]
        shown = "no value" if value is None or value == NULL else repr(value)
        raise refusal(
            f"Feature {feature.id()} of {self._source.sourceName()} has {shown} in {field}, the LABEL_FIELD; "
            "it must be 1 (lies on the object) or 0 (lies beside it)."
        )


_POLYGON = QgsWkbTypes.GeometryType.PolygonGeometry


def _group_of(feature: QgsFeature, group: int) -> Any:
    """The group a feature belongs to, None where it stands alone."""
    value = feature.attribute(group) if group >= 0 else None
    return None if value == NULL else value


def _moved(geometry: QgsGeometry, transform: QgsCoordinateTransform) -> bool:
    """Whether the geometry could be reprojected, which is done in place."""
    try:
        geometry.transform(transform)
    except QgsCsException:
        return False
    return bool(geometry.boundingBox().isFinite())


def _plain_wkb(geometry: QgsGeometry) -> bytes:
    """WKB without Z, M and curves."""
    plain = QgsGeometry(geometry)
    if QgsWkbTypes.isCurvedType(plain.wkbType()):
        plain.convertToStraightSegment()
    abstract = plain.get()
    abstract.dropZValue()
    abstract.dropMValue()
    return bytes(plain.asWkb())


def _say(feedback: QgsProcessingFeedback, features: Iterable[int], what: str) -> None:
    ids = sorted(features)
    if ids:
        more = f" and {len(ids) - _NAMED} more" if len(ids) > _NAMED else ""
        feedback.pushWarning(say(f"{len(ids)} features {what}: {', '.join(map(str, ids[:_NAMED]))}{more}."))
