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

_STYLES = Path(__file__).resolve().parent.parent / "resources" / "styles"
OBJECTS_STYLE = _STYLES / "objects.qml"
OUTCOMES_STYLE = _STYLES / "outcomes.qml"


class StyledLayer(QgsProcessingLayerPostProcessorInterface):
    """Styles a loaded layer."""

    # QGIS keeps only a pointer, and follows it after the algorithm is gone.
    _kept: ClassVar[list[StyledLayer]] = []

    def __init__(self, style: Path) -> None:
        super().__init__()
        self._style = style
        self._done = False

    def wait_for(self, details: QgsProcessingContext.LayerDetails) -> None:
        """Have the layer finished once it is loaded, and stay alive until then."""
        self._kept[:] = [kept for kept in self._kept if not kept._done]
        self._kept.append(self)
        details.setPostProcessor(self)

    def postProcessLayer(  # noqa: N802
        self, layer: QgsMapLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Called by QGIS in the main thread, with the layer already in the project."""
        layer.loadNamedStyle(str(self._style))
        layer.triggerRepaint()
        self._done = True


class FinishedLayer(StyledLayer):
    """Styles the loaded layer of objects by score and gives it its metadata."""

    def __init__(self, metadata: QgsLayerMetadata) -> None:
        super().__init__(OBJECTS_STYLE)
        self._metadata = metadata

    def postProcessLayer(  # noqa: N802
        self, layer: QgsMapLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """As ``StyledLayer``, and the metadata."""
        super().postProcessLayer(layer, context, feedback)
        layer.setMetadata(self._metadata)
