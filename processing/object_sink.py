"""The output layer of a run: objects go in as they come."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import Optional

from qgis.core import (
    Qgis,
    QgsFeature,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsProcessingException,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QMetaType, QVariant

from ..engine.api.features import FIELDS, Feature

# QgsField takes QMetaType from 3.38; before, it is a TypeError.
if Qgis.QGIS_VERSION_INT >= 33800:
    _TYPES = {
        "integer": QMetaType.Type.LongLong,
        "real": QMetaType.Type.Double,
        "boolean": QMetaType.Type.Bool,
    }
else:
    _TYPES = {"integer": QVariant.LongLong, "real": QVariant.Double, "boolean": QVariant.Bool}


def object_fields() -> QgsFields:
    """The attributes of an object, as QGIS fields."""
    fields = QgsFields()
    for spec in FIELDS:
        fields.append(QgsField(spec.name, _TYPES[spec.type]))
    return fields


class ObjectSink:
    """Writes objects to the layer the user chose.

    The layer is created by the first objects or by ``close``: a run that fails before leaves what
    was in its place alone.
    """

    def __init__(self, create: Callable[[], tuple[Optional[QgsFeatureSink], str]]) -> None:
        """``create`` makes the sink and names its destination, as ``parameterAsSink`` does."""
        self._create: Optional[Callable[[], tuple[Optional[QgsFeatureSink], str]]] = create
        self._sink: Optional[QgsFeatureSink] = None
        self._fields = object_fields()
        self.destination = ""
        self.count = 0

    def add(self, objects: Iterable[Feature]) -> None:
        """Write objects.

        Raises:
            QgsProcessingException: when the layer cannot be created or written.
        """
        sink = self._opened()
        for found in objects:
            geometry = QgsGeometry()
            geometry.fromWkb(found.wkb)
            feature = QgsFeature(self._fields)
            feature.setGeometry(geometry)
            feature.setAttributes(found.attributes())
            if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
                raise self._not_written(sink.lastError())
            self.count += 1

    def close(self) -> None:
        """Write what is buffered and close the layer; create it first if nothing has been found.

        Raises:
            QgsProcessingException: when the file does not hold all objects afterwards.
        """
        self._opened()
        self.abandon()
        if self.file and self._stored() < self.count:
            raise self._not_written(f"it holds {max(self._stored(), 0)} of {self.count} objects")

    def abandon(self) -> None:
        """Close the layer, if there is one, with the objects it has so far."""
        if self._sink is not None:
            self._sink.flushBuffer()
        self._sink = None
        # It knows the algorithm, which knows this sink: the circle would keep QGIS's context, and
        # the layers in it, until after QGIS has gone.
        self._create = None

    @property
    def file(self) -> str:
        """The file written, "" for a memory layer, a database or no layer yet."""
        path = self.destination.partition("|")[0]
        return os.path.abspath(path) if os.path.isfile(path) else ""

    def _opened(self) -> QgsFeatureSink:
        if self._sink is None:
            try:
                self._sink, self.destination = self._create() if self._create else (None, "")
            except QgsProcessingException as error:
                raise QgsProcessingException(f"The output layer cannot be created. {error}") from error
            if self._sink is None:
                raise QgsProcessingException("The output layer cannot be created: OUTPUT is missing.")
        return self._sink

    def _stored(self) -> int:
        """How many features the file gives back; a full disk shows only here."""
        layer = QgsVectorLayer(self.destination, "stored", "ogr")
        return layer.featureCount() if layer.isValid() else -1

    def _not_written(self, reason: str) -> QgsProcessingException:
        where = self.file or self.destination
        return QgsProcessingException(
            f"The objects cannot be written to {where}: {reason or 'the reason is not known'}. "
            "Check that the disk has space left and that you may write there."
        )
