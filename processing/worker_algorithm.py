"""An algorithm whose work is a job of the worker and whose result is a layer of objects."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureSink,
    QgsLayerMetadata,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsWkbTypes,
)

from ..engine.api.errors import Code, EngineError
from ..engine.api.parameters.paramspec import FILLED_IN, Kind, ParamSpec
from ..engine.api.run_folder import forget
from .area_of_interest import multipolygon_hex
from .finished_layer import FinishedLayer
from .job_algorithm import JobAlgorithm
from .layer_metadata import CANCELLED, COMPLETE, FAILED, UNFINISHED, describe_run, save_to_file
from .object_sink import ObjectSink, object_fields
from .output_files import check_outputs
from .parameters import OUTPUT_KINDS, ParameterValues, Values, definition_of, name_of, own_file
from .raster_source import open_options
from .refusal import refusal
from .translation import say, tr

_OUTPUT_TITLE = "Objects"


class WorkerAlgorithm(JobAlgorithm):
    """Raster in, objects out. A subclass names its job and params class and describes itself."""

    OUTPUT = "OUTPUT"
    COUNT = "COUNT"
    GROUP = "Segmentation"

    def __init__(self) -> None:
        super().__init__()
        self._values: Values = {}
        self._raster_name = ""
        self._crs = QgsCoordinateReferenceSystem()
        self._sink = ObjectSink(lambda: (None, ""))
        self._metadata = QgsLayerMetadata()

    def initAlgorithm(self, configuration: Any = None) -> None:  # noqa: N802
        """Declare the parameters of ``PARAMS``, the layer of objects and its count."""
        for spec in self._specs():
            if spec.kind not in (*FILLED_IN, *OUTPUT_KINDS):
                self.addParameter(definition_of(spec))
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                self.OUTPUT, tr(_OUTPUT_TITLE), QgsProcessing.SourceType.TypeVectorPolygon
            )
        )
        for spec in self._output_specs():
            self.addParameter(definition_of(spec))
        self.addOutput(QgsProcessingOutputNumber(self.COUNT, tr("Number of objects")))

    def checkParameterValues(  # noqa: N802
        self, parameters: Values, context: QgsProcessingContext
    ) -> tuple[bool, str]:
        """Refuse what is wrong before anything starts, in a sentence."""
        try:
            layer, _ = ParameterValues(self, self._specs(), parameters, context).settings()
            check_outputs(self, parameters, context)
        except QgsProcessingException as error:
            return False, str(error)
        # QGIS's own check does not open subdatasets (NETCDF:"a.nc":rain); it believes a layer.
        return super().checkParameterValues({**parameters, "INPUT": layer}, context)

    def prepareAlgorithm(  # noqa: N802
        self, parameters: Values, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """Turn layers into plain values: in the main thread, where layers live."""
        layer, self._values = ParameterValues(self, self._specs(), parameters, context).settings()
        self._raster_name = layer.name()
        self._crs = layer.crs()
        for option in open_options(layer):
            feedback.pushWarning(say(f"The layer's open option {option} is not used."))
        return True

    def processAlgorithm(  # noqa: N802
        self, parameters: Values, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Values:
        """Run the job in the worker; objects reach the layer as they are found."""
        read = ParameterValues(self, self._specs(), parameters, context)
        self._values.update(read.outputs())
        self._values.update(self._polygons(parameters, context, feedback))
        self._sink = self._new_sink(parameters, context)
        try:
            result = self.run_job(self._values, feedback, self._sink.add)
            self._sink.close()
        except EngineError as error:
            if error.details:
                feedback.pushDebugInfo(error.details)
            status = CANCELLED if error.code is Code.CANCELLED else FAILED
            raise refusal(f"{error.message}{self._leave_partial(status, context)}") from error
        except QgsProcessingException as error:
            raise refusal(f"{error}{self._leave_partial(FAILED, context)}") from error
        self._keep_metadata(result, feedback)
        forget(str(result.get("journal", "")))
        outputs = {
            name_of(spec): self._values[spec.name] for spec in self._specs() if spec.kind in OUTPUT_KINDS
        }
        return {self.OUTPUT: self._sink.destination, self.COUNT: self._sink.count, **outputs}

    def postProcessAlgorithm(  # noqa: N802
        self, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Values:
        """Name, style and describe the layer."""
        self._finish_layer(context)
        return {}

    @classmethod
    def _output_specs(cls) -> list[ParamSpec]:
        return [spec for spec in cls._specs() if spec.kind in OUTPUT_KINDS]

    def _polygons(
        self, parameters: Values, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Values:
        values = {}
        for spec in self._specs():
            if spec.kind is Kind.POLYGONS:
                source = self.parameterAsSource(parameters, name_of(spec), context)
                values[spec.name] = (
                    multipolygon_hex(source, self._crs, context, feedback) if source is not None else ""
                )
        return values

    def _new_sink(self, parameters: Values, context: QgsProcessingContext) -> ObjectSink:
        """Where the objects of this run go."""
        return ObjectSink(
            lambda: self._create_sink(parameters, context),
            own_file(parameters.get(self.OUTPUT)),
            lambda destination: save_to_file(self._describe(UNFINISHED, {}), destination),
        )

    def _create_sink(self, parameters: Values, context: QgsProcessingContext) -> tuple[QgsFeatureSink, str]:
        return self.parameterAsSink(
            parameters, self.OUTPUT, context, object_fields(), QgsWkbTypes.Type.MultiPolygon, self._crs
        )

    def _leave_partial(self, status: str, context: QgsProcessingContext) -> str:
        """Close a layer that is not whole, mark it as such, and say where it is."""
        self._sink.abandon()
        self._metadata = self._describe(status, {})
        # QGIS may load what it finds after a failure, and does not call postProcessAlgorithm then.
        self._finish_layer(context)
        if not self._sink.file:
            return ""
        problem = save_to_file(self._metadata, self._sink.destination)
        kept = f" {self._sink.count} objects found before are in {self._sink.file}, which is not complete."
        if any(spec.name == "resume" for spec in self._specs()):
            kept += " Run it again with RESUME to go on from there."
        return f"{kept} It could not be marked as such: {problem}." if problem else kept

    def _keep_metadata(self, result: dict[str, Any], feedback: QgsProcessingFeedback) -> None:
        self._metadata = self._describe(COMPLETE, result)
        if self._sink.file:
            problem = save_to_file(self._metadata, self._sink.destination)
            if problem:
                feedback.pushWarning(say(f"The layer's metadata could not be saved: {problem}"))

    def _finish_layer(self, context: QgsProcessingContext) -> None:
        destination = self._sink.destination
        layer = context.temporaryLayerStore().mapLayer(destination)
        if layer is not None:
            layer.setMetadata(self._metadata)
        if context.willLoadLayerOnCompletion(destination):
            details = context.layerToLoadOnCompletionDetails(destination)
            # In a model the author has named the layer already.
            if details.name in ("", self.OUTPUT, tr(_OUTPUT_TITLE)):
                details.name = self._metadata.title()
                details.forceName = True
            FinishedLayer(self._metadata).wait_for(details)

    def _describe(self, status: str, result: dict[str, Any]) -> QgsLayerMetadata:
        asked = {"algorithm": self.id(), "parameters": {k.upper(): v for k, v in self._values.items()}}
        return describe_run(
            self._raster_name,
            self._crs,
            status,
            self._sink.count,
            result,
            result.get("provenance", asked),
        )
