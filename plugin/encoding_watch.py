"""Shows an encoding that lasts: how long still, and in QGIS's task manager. Short ones never flicker."""

from __future__ import annotations

import threading
import time
from typing import Optional

from qgis.core import QgsApplication, QgsSettings, QgsTask
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from . import states
from .canvas_settings import GROUP, CanvasSettings
from .conversation import Request
from .states import Status
from .translation import tr

_TICK_MS = 250
_POLL_S = 0.1


class EncodingTask(QgsTask):
    """Shows a request that the conversation works on; does no work itself."""

    def __init__(self, request: Request, raster_name: str) -> None:
        flags = QgsTask.Flag.CanCancel
        if hasattr(QgsTask.Flag, "Silent"):  # from QGIS 3.26: no message at the end, which moves the map
            flags = QgsTask.Flag.CanCancel | QgsTask.Flag.Silent
        super().__init__(tr("SAM 2 looks at {raster}").format(raster=raster_name), flags)
        self._request = request
        self._over = threading.Event()

    def run(self) -> bool:
        """Wait in a thread of QGIS until the encoding is over."""
        while not self._over.wait(_POLL_S):
            if self.isCanceled():
                self._request.stop()
                return False
        return True

    def end(self) -> None:
        """The encoding is over, one way or the other."""
        self._over.set()


class EncodingWatch(QObject):
    """Follows the one request that may encode."""

    changed = pyqtSignal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.request: Optional[Request] = None
        self._since = 0.0
        self._expected = 0.0
        self._fraction = -1.0
        self._name = ""
        self._key = ""
        self._task: Optional[EncodingTask] = None
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)

    def begin(self, request: Request, raster_name: str, settings: CanvasSettings) -> None:
        """Follow this request from now on."""
        self.end()
        self.request, self._name = request, raster_name
        self._since, self._fraction = time.monotonic(), -1.0
        model = "own" if settings.checkpoint else settings.model
        self._key = f"{GROUP}/seconds/{model}/{settings.device}"
        self._expected = QgsSettings().value(self._key, 0.0, type=float)
        self._timer.start()

    def advance(self, fraction: float) -> None:
        """The worker says how far it is."""
        self._fraction = fraction
        if self._task is not None:
            self._task.setProgress(100 * fraction)
            self.changed.emit()

    def learn(self) -> None:
        """The model has encoded a window it had not seen: remember how long that took."""
        QgsSettings().setValue(self._key, time.monotonic() - self._since)

    def end(self) -> None:
        """There is nothing to follow any more."""
        self.request = None
        self._timer.stop()
        if self._task is not None:
            self._task.end()
            self._task = None

    @property
    def status(self) -> Optional[Status]:
        """The encoding in words; None where there is none, or none that lasts."""
        if self._task is None:
            return None
        return states.encoding(self._expected, time.monotonic() - self._since, self._fraction)

    def _tick(self) -> None:
        if self.request is not None and self._task is None:
            self._task = EncodingTask(self.request, self._name)
            QgsApplication.taskManager().addTask(self._task)
        self.changed.emit()
