"""The output layer of a run with prompts: each object beside the attributes of what prompted it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from typing import Optional

from qgis.core import (
    QgsFeature,
    QgsFeatureSink,
    QgsFields,
    QgsGeometry,
    QgsProcessingException,
    QgsVectorLayer,
)

from ..engine.api.feature_spool import FeatureSpool
from ..engine.api.features import Feature, FieldSpec
from .object_sink import field_of
from .prompt_layer import PromptLayer
from .refusal import refusal

_AT_ONCE = 500

CreateSink = Callable[[QgsFields], tuple[Optional[QgsFeatureSink], str]]


class PromptSink:
    """Takes objects window by window and writes them in the order of their prompts.

    That order is known when the run has ended, however it has; until then the objects wait on disk
    and the layer is not there.
    """

    def __init__(self, prompts: PromptLayer, own: Sequence[FieldSpec], create: CreateSink) -> None:
        """``own`` are the fields that follow those of the prompts; ``create`` makes the sink and names its
        destination, as ``parameterAsSink`` does."""
        self._prompts: Optional[PromptLayer] = prompts
        self._own = tuple(own)
        self._create: Optional[CreateSink] = create
        self._spool = FeatureSpool()
        self.destination = ""
        self.count = 0

    def add(self, objects: Iterable[Feature]) -> None:
        """Put objects aside."""
        self._spool.add(objects)

    def close(self) -> None:
        """Write the layer, an empty one if nothing has been found.

        Raises:
            QgsProcessingException: when the layer cannot be created, or does not hold all objects
                afterwards.
        """
        expected = len(self._spool)
        self._write()
        if self.file and self._stored() < expected:
            raise self._not_written(f"it holds {max(self._stored(), 0)} of {expected} objects")

    def abandon(self) -> None:
        """Write what there is, unless that has been tried or there is nothing."""
        if self._create is not None and len(self._spool):
            self._write()
        self._release()

    @property
    def file(self) -> str:
        """The file written, "" for a memory layer, a database or no layer yet."""
        path = self.destination.partition("|")[0]
        return os.path.abspath(path) if os.path.isfile(path) else ""

    def _write(self) -> None:
        create, prompts = self._create, self._prompts
        self._create = None
        if create is None or prompts is None:
            return
        fields = joined_fields(prompts.fields, self._own)
        try:
            sink, self.destination = create(fields)
        except QgsProcessingException as error:
            raise refusal(f"The output layer cannot be created. {error}") from error
        if sink is None:
            raise refusal("The output layer cannot be created: OUTPUT is missing.")
        for objects in self._spool.in_order(_AT_ONCE):
            attributes = prompts.attributes([found.object_id for found in objects])
            for found, given in zip(objects, attributes):
                feature = QgsFeature(fields)
                geometry = QgsGeometry()
                geometry.fromWkb(found.wkb)
                feature.setGeometry(geometry)
                feature.setAttributes([*given, *found.attributes(self._own)])
                if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
                    raise self._not_written(sink.lastError() or "the reason is not known")
                self.count += 1
        sink.flushBuffer()
        del sink
        self._release()

    def _release(self) -> None:
        """Let go of what knows the algorithm or a layer, and of the disk space."""
        self._create = None
        self._prompts = None
        self._spool.close()

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


def joined_fields(given: QgsFields, own: Sequence[FieldSpec]) -> QgsFields:
    """The fields of the prompts and our own; where a name is taken, ours gets a number."""
    fields = QgsFields(given)
    taken = {name.lower() for name in given.names()}
    for spec in own:
        name, number = spec.name, 2
        while name.lower() in taken:
            name, number = f"{spec.name}_{number}", number + 1
        taken.add(name.lower())
        fields.append(field_of(spec, name))
    return fields
