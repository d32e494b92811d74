"""What is done to the worker's environment in the background: a task at a time, heard by every panel."""

from __future__ import annotations

from collections.abc import Callable
from typing import Optional

from qgis.core import QgsApplication, QgsTask
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..engine.api.environment_setup import install_environment
from ..engine.api.errors import Cancelled, Code, EngineError

# An installation notices within a tenth of a second that it is cancelled.
_CLOSE_WAIT_MS = 4000


class EnvironmentWork(QObject):
    """At most one task of this QGIS; other processes are kept out by the installation's own lock."""

    began = pyqtSignal(str)  # what is done, in a few words
    said = pyqtSignal(str)  # a sentence about a step
    progressed = pyqtSignal(float)  # 0 to 1
    ended = pyqtSignal(bool, str)  # whether it came to its end, a sentence

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._task: Optional[_Task] = None

    @property
    def running(self) -> bool:
        """Whether something is being done."""
        return self._task is not None

    def install(self, renew: bool = False) -> None:
        """Make the environment; ``renew`` makes it again."""

        def work(task: _Task) -> str:
            install_environment(task.told.emit, task.check_cancelled, renew)
            return "The environment is ready."

        self._start("Installing SAM 2", work)

    def stop(self) -> None:
        """Cancel what is being done."""
        if self._task is not None:
            self._task.cancel()

    def close(self) -> None:
        """Cancel, and wait for the end."""
        task = self._task
        if task is not None:
            task.cancel()
            task.waitForFinished(_CLOSE_WAIT_MS)

    def _start(self, title: str, work: Callable[[_Task], str]) -> None:
        if self._task is not None:
            return
        task = _Task(title, work)
        task.told.connect(self.said)
        task.progressChanged.connect(lambda percent: self.progressed.emit(percent / 100))
        task.over.connect(self._over)
        self._task = task
        self.began.emit(title)
        QgsApplication.taskManager().addTask(task)

    def _over(self, successful: bool, sentence: str) -> None:
        self._task = None
        self.ended.emit(successful, sentence)


class _Task(QgsTask):
    """Does ``work`` in a thread of QGIS's; shown, and cancellable, in the window's task list."""

    told = pyqtSignal(str)
    over = pyqtSignal(bool, str)

    def __init__(self, title: str, work: Callable[[_Task], str]) -> None:
        super().__init__(title, QgsTask.Flag.CanCancel)
        self._work = work
        self._sentence = ""

    def check_cancelled(self) -> None:
        if self.isCanceled():
            raise Cancelled

    def run(self) -> bool:
        try:
            self._sentence = self._work(self)
        except EngineError as error:
            self._sentence = "Stopped." if error.code is Code.CANCELLED else error.message
            return False
        # The edge of a thread: whatever it is, it must reach the user instead of ending the thread.
        except Exception as error:  # noqa: BLE001
            self._sentence = f"That failed ({type(error).__name__}: {error}). Please report it."
            return False
        return True

    def finished(self, result: bool) -> None:
        self.over.emit(result, self._sentence)


_shared: list[EnvironmentWork] = []


def environment_work() -> EnvironmentWork:
    """The one of this QGIS: a panel that is opened during an installation shows it."""
    if not _shared:
        _shared.append(EnvironmentWork())
    return _shared[0]


def close_environment_work() -> None:
    """End what is being done, for good: the plugin goes."""
    while _shared:
        work = _shared.pop()
        work.close()
        work.deleteLater()
