"""The output layer of a run: objects go in as they come."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import Optional, Protocol

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

from ..engine.api.features import FIELDS, Feature, FieldSpec
from .geopackage import GeoPackageWriter, NotWritten
from .refusal import refusal

# QgsField takes QMetaType from 3.38; before, it is a TypeError.
if Qgis.QGIS_VERSION_INT >= 33800:
    _TYPES = {
        "integer": QMetaType.Type.LongLong,
        "real": QMetaType.Type.Double,
        "boolean": QMetaType.Type.Bool,
        "text": QMetaType.Type.QString,
    }
else:
    _TYPES = {
        "integer": QVariant.LongLong,
        "real": QVariant.Double,
        "boolean": QVariant.Bool,
        "text": QVariant.String,
    }


def object_fields() -> QgsFields:
    """The attributes of an object, as QGIS fields."""
    fields = QgsFields()
    for spec in FIELDS:
        fields.append(field_of(spec))
    return fields


def field_of(spec: FieldSpec, name: str = "") -> QgsField:
    """An attribute as a QGIS field, under another name if one is given."""
    return QgsField(name or spec.name, _TYPES[spec.type])


class _Writer(Protocol):
    """Where objects go; ``count`` is how many have gone there."""

    count: int

    def write(self, objects: Iterable[Feature]) -> None: ...

    def close(self) -> None: ...


class _SinkWriter:
    """Writes to a sink of QGIS: any format, a database or memory."""

    def __init__(self, sink: QgsFeatureSink, fields: QgsFields) -> None:
        self.count = 0
        self._sink: Optional[QgsFeatureSink] = sink
        self._fields = fields

    def write(self, objects: Iterable[Feature]) -> None:
        for found in objects:
            geometry = QgsGeometry()
            geometry.fromWkb(found.wkb)
            feature = QgsFeature(self._fields)
            feature.setGeometry(geometry)
            feature.setAttributes(found.attributes())
            if not self._sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
                raise NotWritten(self._sink.lastError() or "the reason is not known")
            self.count += 1

    def close(self) -> None:
        self._sink.flushBuffer()
        self._sink = None


class ObjectSink:
    """Writes objects to the layer the user chose.

    The layer is created by the first objects or by ``close``: a run that fails before leaves what
    was in its place alone. A GeoPackage of its own is whole after every call of ``add``.
    """

    def __init__(
        self,
        create: Callable[[], tuple[Optional[QgsFeatureSink], str]],
        own_file: str = "",
        on_unfinished: Callable[[str], object] = lambda destination: None,
    ) -> None:
        """``create`` makes the sink and names its destination, as ``parameterAsSink`` does.

        ``own_file`` is OUTPUT where it is the path of a file that holds nothing else. Of a file that
        outlives QGIS, ``on_unfinished`` is told the destination once it is there.
        """
        self._create: Optional[Callable[[], tuple[Optional[QgsFeatureSink], str]]] = create
        self._own_file = own_file
        self._on_unfinished = on_unfinished
        self._writer: Optional[_Writer] = None
        self._fields = object_fields()
        self.destination = ""
        self.count = 0

    def add(self, objects: Iterable[Feature]) -> None:
        """Write objects.

        Raises:
            QgsProcessingException: when the layer cannot be created or written.
        """
        writer = self._opened()
        try:
            writer.write(objects)
        except NotWritten as error:
            raise self._not_written(str(error)) from error
        finally:
            self.count = writer.count

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
        if self._writer is not None:
            self._writer.close()
        self._writer = None
        # They know the algorithm, which knows this sink: the circle would keep QGIS's context, and
        # the layers in it, until after QGIS has gone.
        self._create = None
        self._on_unfinished = lambda destination: None

    @property
    def file(self) -> str:
        """The file written, "" for a memory layer, a database or no layer yet."""
        path = self.destination.partition("|")[0]
        return os.path.abspath(path) if os.path.isfile(path) else ""

    def _opened(self) -> _Writer:
        if self._writer is None:
            try:
                sink, self.destination = self._create() if self._create else (None, "")
            except QgsProcessingException as error:
                raise refusal(f"The output layer cannot be created. {error}") from error
            if sink is None:
                raise refusal("The output layer cannot be created: OUTPUT is missing.")
            if self._is_own_geopackage():
                # QGIS has made the file, with its CRS, fields and index, as for any other algorithm.
                del sink
                self._on_unfinished(self.destination)
                self._writer = self._geopackage()
            else:
                self._writer = _SinkWriter(sink, self._fields)
        return self._writer

    def _is_own_geopackage(self) -> bool:
        return (
            self.destination == self._own_file
            and self._own_file.lower().endswith(".gpkg")
            and os.path.isfile(self._own_file)
        )

    def _geopackage(self) -> GeoPackageWriter:
        try:
            return GeoPackageWriter(self.destination, self._fields.names())
        except NotWritten as error:
            raise self._not_written(str(error)) from error

    def _stored(self) -> int:
        """How many features the file gives back; a full disk shows only here."""
        layer = QgsVectorLayer(self.destination, "stored", "ogr")
        return layer.featureCount() if layer.isValid() else -1

    def _not_written(self, reason: str) -> QgsProcessingException:
        where = self.file or self.destination
        return QgsProcessingException(
            f"The objects cannot be written to {where}: {reason}. "
            "Check that the disk has space left and that you may write there."
        )
