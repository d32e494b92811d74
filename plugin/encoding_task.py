"""An encoding in QGIS's task manager: its progress, and a button that stops it."""

from __future__ import annotations

import threading

from qgis.core import QgsTask

from .conversation import Request

_POLL_S = 0.1


class EncodingTask(QgsTask):
    """Shows a request that the conversation works on; does no work itself."""

    def __init__(self, request: Request, raster_name: str) -> None:
        super().__init__(f"SAM 2 looks at {raster_name}", QgsTask.Flag.CanCancel)
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
