"""An algorithm whose work is a job of the worker on vector layers.

Layers go to the worker as files and come back as files (``engine.api.layer_file``); what the
algorithm asks follows from the parameters its job declares.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from typing import Any, ClassVar, Optional

from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsWkbTypes,
)

from ..engine.api.errors import EngineError
from ..engine.api.layer_file import LayerReader, LayerWriter
from ..engine.api.parameters.paramspec import Kind, ParamSpec
from .field_types import FIELD_TYPES, layer_file_type
from .job_algorithm import JobAlgorithm, in_words
from .layer_metadata import provenance_of
from .output_files import check_outputs
from .parameters import ParameterValues, Values, crs_wkt, definition_of, name_of
from .raster_source import raster_layer, raster_path
from .refusal import refusal
from .translation import say, tr

_PLAIN = (str, bool, int, float)


class LayerAlgorithm(JobAlgorithm):
    """Layers in, files or layers out. A subclass names its job and params class and describes itself."""

    COUNT = "COUNT"
    NUMBERS: ClassVar[tuple[tuple[str, str], ...]] = ()
    """Further numbers of the result: their names in upper case and titles."""
    TABLES: ClassVar[tuple[str, ...]] = ()
    """Layers of the result without geometries."""
    ALL_FIELDS: ClassVar[bool] = False
    """Whether the worker gets every field of its layers, not only those the user names."""

    def __init__(self) -> None:
        super().__init__()
        self._values: Values = {}
        self._crs = QgsCoordinateReferenceSystem()
        self._provenance: dict[str, dict[str, Any]] = {}

    def initAlgorithm(self, configuration: Any = None) -> None:  # noqa: N802
        """Declare the parameters of ``PARAMS`` and the numbers of the result."""
        for spec in self._specs():
            if spec.kind is Kind.LAYER_OUT:
                is_table = spec.name in self.TABLES
                kind = (
                    QgsProcessing.SourceType.TypeVector
                    if is_table
                    else QgsProcessing.SourceType.TypeVectorPolygon
                )
                self.addParameter(
                    QgsProcessingParameterFeatureSink(
                        name_of(spec),
                        tr(spec.title),
                        kind,
                        optional=spec.optional,
                        createByDefault=not is_table,
                    )
                )
            else:
                self.addParameter(definition_of(spec))
        self.addOutput(QgsProcessingOutputNumber(self.COUNT, tr("Number of objects")))
        for name, title in self.NUMBERS:
            self.addOutput(QgsProcessingOutputNumber(name, tr(title)))

    def checkParameterValues(  # noqa: N802
        self, parameters: Values, context: QgsProcessingContext
    ) -> tuple[bool, str]:
        """Refuse what is wrong before anything starts, in a sentence."""
        try:
            crs = self._target_crs(parameters, context)
            ParameterValues(self, self._specs(), parameters, context).plain(crs)
            check_outputs(self, parameters, context)
        except QgsProcessingException as error:
            return False, str(error)
        return super().checkParameterValues(parameters, context)

    def prepareAlgorithm(  # noqa: N802
        self, parameters: Values, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """Read every value but the features: in the main thread, where layers live."""
        self._crs = self._target_crs(parameters, context)
        read = ParameterValues(self, self._specs(), parameters, context)
        self._values = read.plain(self._crs)
        for spec in self._specs():
            if spec.kind is Kind.LAYER:
                layer = self.parameterAsVectorLayer(parameters, name_of(spec), context)
                self._provenance[spec.name] = {} if layer is None else provenance_of(layer)
            if spec.kind is Kind.RASTER:
                given = parameters.get(name_of(spec)) not in (None, "", NULL)
                self._values[spec.name] = (
                    raster_path(raster_layer(self, name_of(spec), parameters, context)) if given else ""
                )
        return True

    def processAlgorithm(  # noqa: N802
        self, parameters: Values, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Values:
        """Hand the layers to the worker, run the job, and fetch the layers it made."""
        values = dict(self._values)
        files = ParameterValues(self, self._specs(), parameters, context).outputs()
        values.update(files)
        with tempfile.TemporaryDirectory(prefix="sam2_") as folder:
            for spec in self._specs():
                if spec.kind is Kind.LAYER:
                    values[spec.name] = self._hand_over(spec, folder, parameters, context, feedback)
                if spec.kind is Kind.LAYER_OUT:
                    wanted = not spec.optional or parameters.get(name_of(spec)) not in (None, "", NULL)
                    values[spec.name] = os.path.join(folder, f"{spec.name}.out") if wanted else ""
            try:
                result = self.run_job(values, feedback)
                layers = {
                    name_of(spec): self._fetch(spec, values[spec.name], result, parameters, context, feedback)
                    for spec in self._specs()
                    if spec.kind is Kind.LAYER_OUT and values[spec.name]
                }
            except EngineError as error:
                raise in_words(error, feedback) from error
        written = {name.upper(): path for name, path in files.items() if path}
        return {**written, **layers, self.COUNT: result["count"], **self.numbers(result)}

    def numbers(self, result: dict[str, Any]) -> Values:
        """The values of ``NUMBERS`` in the worker's result."""
        return {}

    def _target_crs(self, parameters: Values, context: QgsProcessingContext) -> QgsCoordinateReferenceSystem:
        """The CRS all layers are brought to: the raster's, or the first layer's where there is none."""
        for spec in self._specs():
            if spec.kind is Kind.RASTER and parameters.get(name_of(spec)) not in (None, "", NULL):
                return raster_layer(self, name_of(spec), parameters, context).crs()
        for spec in self._specs():
            if spec.kind is Kind.LAYER:
                return self._source(spec, parameters, context).sourceCrs()
        return QgsCoordinateReferenceSystem()

    def _source(
        self, spec: ParamSpec, parameters: Values, context: QgsProcessingContext
    ) -> QgsProcessingFeatureSource:
        source = self.parameterAsSource(parameters, name_of(spec), context)
        if source is None:
            raise refusal(
                f"{name_of(spec)} is {parameters.get(name_of(spec))}, which QGIS cannot open as a layer of "
                "polygons. Choose another one."
            )
        return source

    def _hand_over(
        self,
        spec: ParamSpec,
        folder: str,
        parameters: Values,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> str:
        """Put the features of a layer into a file, in the CRS of the run and with the fields it asks for."""
        if spec.optional and parameters.get(name_of(spec)) in (None, "", NULL):
            return ""
        source = self._source(spec, parameters, context)
        fields = self._fields_of(spec, source)
        path = os.path.join(folder, f"{spec.name}.in")
        feedback.setProgressText(say(f"Reading {source.sourceName()}"))
        request = QgsFeatureRequest()
        lost: list[int] = []
        if self._crs.isValid() and source.sourceCrs().isValid():
            request.setDestinationCrs(self._crs, context.transformContext())
            # Where PROJ fails, QGIS says nothing and drops the geometry, or makes it infinite.
            request.setTransformErrorCallback(lambda feature: lost.append(feature.id()))
        elif self._crs.isValid() != source.sourceCrs().isValid():
            feedback.pushWarning(
                say(f"{source.sourceName()} or the raster has no CRS; both are taken to be in the same one.")
            )
        kinds = [(field.name(), layer_file_type(field)) for field in fields]
        with LayerWriter(path, crs_wkt(self._crs), kinds, self._provenance.get(spec.name)) as writer:
            # The worker repairs what is invalid and says so; QGIS would stop at the first.
            unchecked = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
            for feature in source.getFeatures(request, unchecked):
                if feedback.isCanceled():
                    raise refusal("The run was cancelled.")
                values = [_plain(feature.attribute(field.name())) for field in fields]
                writer.add(bytes(_straight(feature.geometry()).asWkb()), values)
        if lost:
            raise refusal(
                f"Feature {lost[0]} of {source.sourceName()} cannot be reprojected to {self._crs.authid()}. "
                "Check the CRS of the layer."
            )
        return path

    def _fields_of(self, layer: ParamSpec, source: QgsProcessingFeatureSource) -> list[QgsField]:
        """The fields the user named for a layer."""
        named = {
            self._values.get(spec.name)
            for spec in self._specs()
            if spec.kind is Kind.FIELD and spec.parent == layer.name
        }
        known = {field.name(): field for field in source.fields()}
        for name in sorted(filter(None, named)):
            if name not in known:
                raise refusal(
                    f"{source.sourceName()} has no field {name}; it has {', '.join(known) or 'none'}."
                )
        return [field for name, field in known.items() if self.ALL_FIELDS or name in named]

    def _fetch(
        self,
        spec: ParamSpec,
        path: str,
        result: dict[str, Any],
        parameters: Values,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> str:
        """Put the rows of a layer file into the layer the user chose."""
        with LayerReader(path) as reader:
            fields = QgsFields()
            for name, kind in reader.fields:
                fields.append(QgsField(name, FIELD_TYPES[kind]))
            is_table = spec.name in self.TABLES
            shape = QgsWkbTypes.Type.NoGeometry if is_table else QgsWkbTypes.Type.MultiPolygon
            crs = QgsCoordinateReferenceSystem() if is_table else self._result_crs(reader.crs_wkt)
            sink, destination = self.parameterAsSink(parameters, name_of(spec), context, fields, shape, crs)
            if sink is None:
                raise refusal(self.invalidSinkError(parameters, name_of(spec)))
            for feature in _features(reader, fields, feedback):
                if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
                    raise refusal(
                        f"{name_of(spec)} cannot be written: {sink.lastError() or 'the reason is not known'}."
                    )
            sink.flushBuffer()
        self.finish_layer(spec.name, destination, result, context)
        return destination

    def finish_layer(
        self, name: str, destination: str, result: dict[str, Any], context: QgsProcessingContext
    ) -> None:
        """Prepare how a layer looks when QGIS loads it; as QGIS has it unless a subclass says more."""

    def _result_crs(self, wkt: str) -> QgsCoordinateReferenceSystem:
        """The layer's CRS; that of the run where it is the same, because WKT loses its number."""
        if wkt == crs_wkt(self._crs):
            return self._crs
        crs = QgsCoordinateReferenceSystem()
        if wkt:
            crs.createFromWkt(wkt)
        return crs


def _features(
    reader: LayerReader, fields: QgsFields, feedback: QgsProcessingFeedback
) -> Iterator[QgsFeature]:
    for row in reader:
        if feedback.isCanceled():
            raise refusal("The run was cancelled.")
        feature = QgsFeature(fields)
        if row.wkb:
            geometry = QgsGeometry()
            geometry.fromWkb(row.wkb)
            feature.setGeometry(geometry)
        feature.setAttributes(list(row.attributes))
        yield feature


def _straight(geometry: QgsGeometry) -> QgsGeometry:
    """Without curves, which the worker's library does not know."""
    straight = QgsGeometry(geometry)
    straight.convertToStraightSegment()
    return straight


def _plain(value: Any) -> Optional[Any]:
    if value is None or value == NULL:
        return None
    return value if isinstance(value, _PLAIN) else str(value)
