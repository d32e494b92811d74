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
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsWkbTypes,
)
from qgis.PyQt.QtGui import QIcon

from ..engine.api import environment
from ..engine.api.client import WorkerClient
from ..engine.api.errors import EngineError
from ..engine.api.layer_file import LayerReader, LayerWriter
from ..engine.api.paramspec import Kind, ParamSpec, specs_of
from .field_types import FIELD_TYPES, layer_file_type
from .parameters import ParameterValues, Values, crs_wkt, definition_of, name_of
from .raster_source import raster_layer, raster_path
from .worker_algorithm import ICON, ProgressReport, is_cancelled, push_log

_PLAIN = (str, bool, int, float)


class LayerAlgorithm(QgsProcessingAlgorithm):
    """Layers in, files or layers out. A subclass names its job and params class and describes itself."""

    COUNT = "COUNT"
    JOB: ClassVar[str]
    PARAMS: ClassVar[type]
    NAME: ClassVar[str]
    TITLE: ClassVar[str]
    GROUP: ClassVar[str]
    SUMMARY: ClassVar[str]
    HELP: ClassVar[str]
    TAGS: ClassVar[tuple[str, ...]]
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

    def createInstance(self) -> LayerAlgorithm:  # noqa: N802
        """A fresh algorithm for one run."""
        return type(self)()

    def name(self) -> str:
        """Stable; users' scripts and models call it."""
        return self.NAME

    def displayName(self) -> str:  # noqa: N802
        """Shown in the toolbox and as the dialog's title."""
        return self.TITLE

    def group(self) -> str:
        """Shown in the toolbox."""
        return self.GROUP

    def groupId(self) -> str:  # noqa: N802
        """Stable."""
        return self.GROUP.lower().replace(" ", "")

    def tags(self) -> list[str]:
        """What people type to find it."""
        return [*self.TAGS, "sam", "sam2", "mask", "object"]

    def shortDescription(self) -> str:  # noqa: N802
        """Shown as a tooltip."""
        return self.SUMMARY

    def shortHelpString(self) -> str:  # noqa: N802
        """Shown beside the parameters; QGIS would show every line break of the source as one."""
        return " ".join(self.HELP.split())

    def icon(self) -> QIcon:
        """The plugin's icon."""
        return QIcon(ICON)

    def svgIconPath(self) -> str:  # noqa: N802
        """The plugin's icon, for the model designer."""
        return ICON

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
                        name_of(spec), spec.title, kind, optional=spec.optional, createByDefault=not is_table
                    )
                )
            else:
                self.addParameter(definition_of(spec))
        self.addOutput(QgsProcessingOutputNumber(self.COUNT, "Number of objects"))
        for name, title in self.NUMBERS:
            self.addOutput(QgsProcessingOutputNumber(name, title))

    def canExecute(self) -> tuple[bool, str]:  # noqa: N802
        """Whether the worker can be started; asked by toolbox and menus only."""
        try:
            environment.worker_command()
        except EngineError as error:
            return False, error.message
        return True, ""

    def checkParameterValues(  # noqa: N802
        self, parameters: Values, context: QgsProcessingContext
    ) -> tuple[bool, str]:
        """Refuse what is wrong before anything starts, in a sentence."""
        try:
            crs = self._target_crs(parameters, context)
            ParameterValues(self, self._specs(), parameters, context).plain(crs)
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
                result = self._run_job(values, feedback)
                layers = {
                    name_of(spec): self._fetch(spec, values[spec.name], result, parameters, context, feedback)
                    for spec in self._specs()
                    if spec.kind is Kind.LAYER_OUT and values[spec.name]
                }
            except EngineError as error:
                if error.details:
                    feedback.pushDebugInfo(error.details)
                raise QgsProcessingException(error.message) from error
        written = {name.upper(): path for name, path in files.items() if path}
        return {**written, **layers, self.COUNT: result["count"], **self.numbers(result)}

    def numbers(self, result: dict[str, Any]) -> Values:
        """The values of ``NUMBERS`` in the worker's result."""
        return {}

    @classmethod
    def _specs(cls) -> tuple[ParamSpec, ...]:
        return specs_of(cls.PARAMS)

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
            raise QgsProcessingException(
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
        feedback.setProgressText(f"Reading {source.sourceName()}")
        request = QgsFeatureRequest()
        lost: list[int] = []
        if self._crs.isValid() and source.sourceCrs().isValid():
            request.setDestinationCrs(self._crs, context.transformContext())
            # Where PROJ fails, QGIS says nothing and drops the geometry, or makes it infinite.
            request.setTransformErrorCallback(lambda feature: lost.append(feature.id()))
        elif self._crs.isValid() != source.sourceCrs().isValid():
            feedback.pushWarning(
                f"{source.sourceName()} or the raster has no CRS; both are taken to be in the same one."
            )
        kinds = [(field.name(), layer_file_type(field)) for field in fields]
        with LayerWriter(path, crs_wkt(self._crs), kinds) as writer:
            for feature in source.getFeatures(request):
                if feedback.isCanceled():
                    raise QgsProcessingException("The run was cancelled.")
                values = [_plain(feature.attribute(field.name())) for field in fields]
                writer.add(bytes(_straight(feature.geometry()).asWkb()), values)
        if lost:
            raise QgsProcessingException(
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
                raise QgsProcessingException(
                    f"{source.sourceName()} has no field {name}; it has {', '.join(known) or 'none'}."
                )
        return [field for name, field in known.items() if self.ALL_FIELDS or name in named]

    def _run_job(self, values: Values, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        command, variables = environment.worker_command(), environment.child_environment()
        feedback.setProgressText("Starting the worker")
        with WorkerClient() as worker:
            worker.start(command, variables, is_cancelled=lambda: is_cancelled(feedback))
            return worker.run(
                self.JOB,
                values,
                on_progress=ProgressReport(feedback),
                on_log=lambda level, text: push_log(feedback, level, text),
                is_cancelled=lambda: is_cancelled(feedback),
            )

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
                raise QgsProcessingException(self.invalidSinkError(parameters, name_of(spec)))
            for feature in _features(reader, fields, feedback):
                if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
                    raise QgsProcessingException(
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
            raise QgsProcessingException("The run was cancelled.")
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
