"""An algorithm whose objects a vector layer points at."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any, Optional

from qgis.core import (
    QgsFeatureSink,
    QgsFields,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingUtils,
    QgsWkbTypes,
)

from ..engine.api.features import Feature
from ..engine.api.parameters.paramspec import Kind, ParamSpec, specs_of
from .parameters import PROMPT_KINDS, Values, name_of
from .prompt_layer import PromptLayer
from .prompt_sink import PromptSink
from .refusal import refusal
from .translation import say
from .worker_algorithm import WorkerAlgorithm


class PromptAlgorithm(WorkerAlgorithm):
    """Raster and prompts in, one object for each prompt out. A subclass names its own ``FIELDS``."""

    def __init__(self) -> None:
        super().__init__()
        self._prompts_file = ""
        self._prompts: Optional[PromptLayer] = None
        self._source_name = ""

    @classmethod
    def _specs(cls) -> tuple[ParamSpec, ...]:
        """The layer of prompts comes right after the raster."""
        specs = specs_of(cls.PARAMS)
        first = [spec for spec in specs if spec.kind is Kind.RASTER or spec.kind in PROMPT_KINDS]
        return (*first, *(spec for spec in specs if spec not in first))

    def _polygons(
        self, parameters: Values, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Values:
        values = super()._polygons(parameters, context, feedback)
        (spec,) = [spec for spec in self._specs() if spec.kind in PROMPT_KINDS]
        source = self.parameterAsSource(parameters, name_of(spec), context)
        if source is None:
            raise refusal(self.invalidSourceError(parameters, name_of(spec)))
        if source.wkbType() == QgsWkbTypes.Type.NoGeometry:
            raise refusal(
                f"{name_of(spec)} is {source.sourceName()}, a table without geometry. Choose a layer of "
                "points, lines or polygons."
            )
        self._source_name = source.sourceName()
        self._prompts = PromptLayer(source)
        self._prompts_file = QgsProcessingUtils.generateTempFilename("prompts.bin")
        feedback.setProgressText(say("Reading the prompts"))
        fields = self._values.get("label_field", ""), self._values.get("group_field", "")
        try:
            self._prompts.write(self._prompts_file, self._crs, *fields, context, feedback)
        except QgsProcessingException:
            self._remove_prompts_file()
            raise
        return {**values, spec.name: self._prompts_file}

    def _new_sink(self, parameters: Values, context: QgsProcessingContext) -> PromptSink:
        def create(fields: QgsFields) -> tuple[QgsFeatureSink, str]:
            return self.parameterAsSink(
                parameters, self.OUTPUT, context, fields, QgsWkbTypes.Type.MultiPolygon, self._crs
            )

        # The sink alone keeps the layer, for it lets go of it in time.
        prompts, self._prompts = self._prompts, None
        return PromptSink(prompts, self.FIELDS, create)

    def run_job(
        self,
        values: Values,
        feedback: QgsProcessingFeedback,
        on_features: Callable[[list[Feature]], object] = lambda features: None,
    ) -> dict[str, Any]:
        """As every job, and the file of prompts is gone afterwards."""
        (spec,) = [spec for spec in self._specs() if spec.kind in PROMPT_KINDS]
        try:
            result = super().run_job(values, feedback, on_features)
        finally:
            self._remove_prompts_file()
            # What the layer's metadata may tell: the file is gone.
            self._values[spec.name] = self._source_name
        result["provenance"].setdefault("parameters", {})[name_of(spec)] = self._source_name
        return result

    def _remove_prompts_file(self) -> None:
        if os.path.exists(self._prompts_file):
            os.remove(self._prompts_file)
