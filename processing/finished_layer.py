"""How a result looks when QGIS loads it."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from qgis.core import (
    QgsLayerMetadata,
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
)

OBJECTS_STYLE = Path(__file__).resolve().parent.parent / "resources" / "styles" / "objects.qml"


class FinishedLayer(QgsProcessingLayerPostProcessorInterface):
    """Styles the loaded layer by score and gives it its metadata."""

    # QGIS keeps only a pointer, and follows it after the algorithm is gone.
    _kept: ClassVar[list[FinishedLayer]] = []

    def __init__(self, metadata: QgsLayerMetadata) -> None:
        super().__init__()
        self._metadata = metadata
        self._done = False

    @classmethod
    def prepare(cls, details: QgsProcessingContext.LayerDetails, metadata: QgsLayerMetadata) -> None:
        """Have the layer finished once it is loaded."""
        cls._kept[:] = [kept for kept in cls._kept if not kept._done]
        finisher = cls(metadata)
        cls._kept.append(finisher)
        details.setPostProcessor(finisher)

    def postProcessLayer(  # noqa: N802
        self, layer: QgsMapLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Called by QGIS in the main thread, with the layer already in the project."""
        layer.loadNamedStyle(str(OBJECTS_STYLE))
        layer.setMetadata(self._metadata)
        layer.triggerRepaint()
        self._done = True
