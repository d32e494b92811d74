"""One thing at a time in the background, heard by every panel that shows it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, Optional, TypeVar

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QObject

from .background_task import BackgroundTask

# A task notices within a tenth of a second that it is cancelled, the worker within two.
_CLOSE_WAIT_MS = 4000


class BackgroundWork(QObject):
    """At most one task of this QGIS; other processes are kept out by locks on the files."""

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self.running = ""  # what is being done, in a few words
        self._task: Optional[BackgroundTask] = None

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

    def _start(self, title: str, work: Callable[[BackgroundTask], object]) -> None:
        """Begin ``work``, unless something is being done."""
        if self._task is not None:
            return
        self._task, self.running = BackgroundTask(title, work), title
        self._task.told.connect(self._told)
        self._task.advanced.connect(self._advanced)
        self._task.over.connect(self._end)
        self._begun()
        QgsApplication.taskManager().addTask(self._task)

    def _end(self, successful: bool, answer: object) -> None:
        self._task, self.running = None, ""
        self._over(successful, answer)

    # What each kind of work makes known

    def _begun(self) -> None:
        raise NotImplementedError

    def _told(self, sentence: str) -> None:
        raise NotImplementedError

    def _advanced(self, fraction: float, words: str) -> None:
        raise NotImplementedError

    def _over(self, successful: bool, answer: Any) -> None:
        raise NotImplementedError


Work = TypeVar("Work", bound=BackgroundWork)


class Shared(Generic[Work]):
    """The one work of its kind in this QGIS: a panel that is opened meanwhile shows it."""

    def __init__(self, make: Callable[[], Work]) -> None:
        self._make = make
        self._work: Optional[Work] = None

    def get(self) -> Work:
        """Made when it is first asked for."""
        if self._work is None:
            self._work = self._make()
        return self._work

    def close(self) -> None:
        """End what is being done, for good: the plugin goes."""
        work, self._work = self._work, None
        if work is not None:
            work.close()
            work.deleteLater()
