"""Segment everything, from the dock: a background task whose layer fills on the map."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QEventLoop, QObject, QTimer, pyqtSignal

from .target import OBJECTS_STYLE
from .translation import tr

VIEW, WHOLE, SELECTED = "view", "whole", "selected"

ALGORITHM = "sam2:automaticmasks"

_RELOAD_MS = 2000
# A cancel takes less than two seconds.
_CLOSE_WAIT_MS = 4000

# A task follows pointers to its context and feedback until it ends, also when the plugin has gone.
_in_use: list[tuple[QgsProcessingContext, QgsProcessingFeedback]] = []


class _Feedback(QgsProcessingFeedback):
    """Keeps what the run says last, for the sentence at its end."""

    def __init__(self) -> None:
        super().__init__(False)
        self.last_error = ""

    def reportError(self, error: str, fatalError: bool = False) -> None:  # noqa: N802, N803
        """Called in the task's thread."""
        self.last_error = error
        super().reportError(error, fatalError)


class Everything(QObject):
    """At most one run, and the layer it fills."""

    progressed = pyqtSignal(float)  # percent
    ended = pyqtSignal(bool, str)  # whether it came to its end, a sentence

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._task: Optional[QgsProcessingAlgRunnerTask] = None
        self._feedback: Optional[_Feedback] = None
        self._layer_id = ""
        self._path = ""
        self._name = ""
        self._timer = QTimer(self)
        self._timer.setInterval(_RELOAD_MS)
        self._timer.timeout.connect(self._fill)

    @property
    def running(self) -> bool:
        """Whether there is a run."""
        return self._task is not None

    def start(self, raster: QgsRasterLayer, path: str, parameters: dict[str, Any]) -> None:
        """Begin a run over the raster; it fills the GeoPackage ``path``.

        Args:
            raster: The raster, still in the project.
            path: The GeoPackage to write; replaced if it is there.
            parameters: Of ``sam2:automaticmasks``, without INPUT and OUTPUT.
        """
        algorithm = QgsApplication.processingRegistry().algorithmById(ALGORITHM)
        context, feedback = QgsProcessingContext(), _Feedback()
        context.setProject(QgsProject.instance())
        values = {"INPUT": raster.id(), "OUTPUT": path, **parameters}
        fits, reason = algorithm.checkParameterValues(values, context)
        if not fits:
            self.ended.emit(False, reason)
            return
        self._path, self._layer_id = path, ""
        self._name = f"{raster.name()} {tr('objects')}"
        task = QgsProcessingAlgRunnerTask(algorithm, values, context, feedback)
        used = (context, feedback)
        _in_use.append(used)
        task.executed.connect(self._executed)
        task.executed.connect(lambda *_: _in_use.remove(used))
        task.progressChanged.connect(self.progressed)
        self._task, self._feedback = task, feedback
        QgsApplication.taskManager().addTask(task)
        self._timer.start()

    def stop(self) -> None:
        """Cancel the run; what has been found stays in its file."""
        if self._task is not None:
            self._task.cancel()

    def close(self) -> None:
        """Stop the run and wait for its end: it asks the provider, which is about to go, until then."""
        if self._task is None:
            return
        waiting = QEventLoop()
        self._task.executed.connect(lambda *_: waiting.quit())
        QTimer.singleShot(_CLOSE_WAIT_MS, waiting.quit)
        self._task.cancel()
        waiting.exec()

    def _executed(self, successful: bool, results: dict[str, Any]) -> None:
        feedback, self._task = self._feedback, None
        self._timer.stop()
        self._fill(last=True)
        self._feedback = None
        if successful:
            self.ended.emit(True, f"{results.get('COUNT', 0)} objects found. They are in {self._path}.")
        elif feedback is not None and feedback.isCanceled():
            kept = f"What had been found is in {self._path}." if os.path.exists(self._path) else ""
            self.ended.emit(False, f"Stopped. {kept}".strip())
        else:
            reason = feedback.last_error if feedback is not None else ""
            self.ended.emit(False, reason or "The run failed. The log panel, tab Processing, says why.")

    def _fill(self, last: bool = False) -> None:
        """Show what the file holds by now."""
        project = QgsProject.instance()
        layer = project.mapLayer(self._layer_id)
        if layer is None and self._layer_id and not last:
            return  # the user has taken it off the map
        if layer is None and not self._layer_id:
            layer = self._open()
            if layer is None:
                return
            layer.loadNamedStyle(str(OBJECTS_STYLE))
            project.addMapLayer(layer)
            self._layer_id = layer.id()
        elif layer is not None:
            layer.dataProvider().reloadData()
            layer.updateExtents(True)
        if layer is not None:
            layer.triggerRepaint()

    def _open(self) -> Optional[QgsVectorLayer]:
        if not os.path.isfile(self._path):
            return None
        layer = QgsVectorLayer(self._path, self._name, "ogr")
        return layer if layer.isValid() and layer.isSpatial() else None


def extent_parameter(extent: QgsRectangle, crs: QgsCoordinateReferenceSystem) -> str:
    """An extent as Processing takes it."""
    numbers = (extent.xMinimum(), extent.xMaximum(), extent.yMinimum(), extent.yMaximum())
    where = f" [{crs.authid()}]" if crs.authid() else ""
    return ",".join(f"{number:.12g}" for number in numbers) + where


def selected_polygons(layer: QgsVectorLayer) -> QgsProcessingFeatureSourceDefinition:
    """The selected features of a layer as Processing takes them."""
    return QgsProcessingFeatureSourceDefinition(layer.id(), True)


def free_path(folder: Path, name: str) -> Path:
    """A GeoPackage of this name that is not there yet."""
    clean = (
        "".join(letter if letter.isalnum() or letter in "-_ " else "_" for letter in name).strip() or "raster"
    )
    path, number = folder / f"{clean}.gpkg", 2
    while path.exists():
        path, number = folder / f"{clean}_{number}.gpkg", number + 1
    return path
