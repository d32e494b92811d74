"""Work that takes longer than a window may stand still: in a thread of QGIS's, with a way to stop it."""

from __future__ import annotations

import time
from collections.abc import Callable

from qgis.core import QgsTask
from qgis.PyQt.QtCore import pyqtSignal

from ..engine.api.errors import Cancelled, Code, EngineError

# More often than this a window need not be told how far the work is.
_TELL_EVERY_S = 0.1


class BackgroundTask(QgsTask):
    """Does ``work``, whose answer is what ``over`` tells; shown, and cancellable, in QGIS's list of tasks."""

    told = pyqtSignal(str)  # a sentence
    advanced = pyqtSignal(float, str)  # 0 to 1, a few words
    over = pyqtSignal(bool, object)  # whether it came to its end; its answer, or a sentence

    def __init__(self, title: str, work: Callable[[BackgroundTask], object]) -> None:
        flags = QgsTask.Flag.CanCancel
        if hasattr(QgsTask.Flag, "Silent"):  # from QGIS 3.26: the panel says how it ended
            flags = QgsTask.Flag.CanCancel | QgsTask.Flag.Silent
        super().__init__(title, flags)
        self._work = work
        self._answer: object = None
        self._next_word = 0.0

    def check_cancelled(self) -> None:
        """Raise ``Cancelled`` if it is to stop."""
        if self.isCanceled():
            raise Cancelled

    def tell(self, fraction: float, words: str) -> None:
        """How far the work is; may be called as often as one likes."""
        now = time.monotonic()
        if fraction >= 1 or now >= self._next_word:
            self._next_word = now + _TELL_EVERY_S
            self.setProgress(100 * fraction)
            self.advanced.emit(fraction, words)

    def run(self) -> bool:
        """Called by QGIS, in its thread."""
        try:
            self._answer = self._work(self)
        except EngineError as error:
            self._answer = "Stopped." if error.code is Code.CANCELLED else error.message
            return False
        # The edge of a thread: whatever it is, it must reach the user instead of ending the thread.
        except Exception as error:  # noqa: BLE001
            self._answer = f"That failed ({type(error).__name__}: {error}). Please report it."
            return False
        return True

    def finished(self, result: bool) -> None:
        """Called by QGIS, in the window's thread."""
        self.over.emit(result, self._answer)
