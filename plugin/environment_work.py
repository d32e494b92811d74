"""What is done to the worker's environment in the background: a task at a time, heard by every panel."""

from __future__ import annotations

import dataclasses
import queue
import threading
from collections.abc import Callable
from functools import partial
from typing import Any, Optional

from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..engine.api.bug_report import bug_report
from ..engine.api.environment import data_folder
from ..engine.api.installation.environment_choice import Choice, read_choice, write_choice
from ..engine.api.installation.environment_place import remove_all, taken_bytes
from ..engine.api.installation.environment_setup import install_environment
from ..engine.api.installation.own_python import check_own_python
from ..engine.api.installation.package_source import PackageSource, source_of
from ..engine.api.remove_everything import remove_everything
from ..engine.api.self_check import check_devices
from ..engine.api.unwritable import another_data_folder, reason
from .about import versions_here
from .background_task import BackgroundTask
from .background_work import BackgroundWork, Shared
from .network import qgis_certificates, qgis_proxy
from .translation import tr

_LISTEN_MS = 50


class EnvironmentWork(BackgroundWork):
    """Installing, checking, removing."""

    began = pyqtSignal(str)  # what is done, in a few words
    said = pyqtSignal(str)  # a sentence about a step
    progressed = pyqtSignal(float, str)  # 0 to 1, a few words
    ended = pyqtSignal(bool, str)  # whether it came to its end, a sentence
    changed = pyqtSignal()  # another Python may run the worker now
    measured = pyqtSignal(object)  # bytes on the disk, more than 32 bits of them
    reported = pyqtSignal(str)  # text for the clipboard

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self.last_error = ""
        self._checked = ""
        self._asked = 0
        self._answers: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._listen = QTimer(self)
        self._listen.setInterval(_LISTEN_MS)
        self._listen.timeout.connect(self._hear)

    def choose(self, choice: Choice) -> None:
        """Keep a choice for this QGIS, qgis_process and the scripts.

        Raises:
            EngineError: OUTPUT_FAILED if it cannot be kept.
        """
        if choice != read_choice(data_folder()):
            write_choice(data_folder(), choice)
            self.changed.emit()

    def install(self, renew: bool = False) -> None:
        """Make the environment; ``renew`` makes it again."""
        try:
            source = _source()
        except OSError as error:
            self.ended.emit(
                False,
                f"Nothing can be written to {data_folder()}: {reason(error)}. {another_data_folder(error)}",
            )
            return

        def work(task: BackgroundTask) -> str:
            install_environment(
                task.told.emit,
                task.check_cancelled,
                renew,
                source,
                lambda progress: task.tell(progress.fraction, progress.sentence),
            )
            return tr("SAM 2 is installed.")

        self._start(tr("Installing SAM 2"), work)

    def remove(self, everything: bool = False) -> None:
        """Remove the environment; ``everything``: the downloaded models and what SAM 2 has seen, too."""

        def work(task: BackgroundTask) -> str:
            if everything:
                remove_everything(task.told.emit, task.check_cancelled)
                return tr("The environment, the downloaded models and what SAM 2 has seen were removed.")
            remove_all(task.told.emit, task.check_cancelled)
            return tr("The environment was removed. Models and settings are kept.")

        self._start(tr("Removing SAM 2's environment"), work)

    def use_own(self, python: str) -> None:
        """Run the worker with a Python of the user's, once it has proved that it can."""

        def work(task: BackgroundTask) -> str:
            found = check_own_python(python, task.check_cancelled)
            folder = data_folder()
            write_choice(folder, dataclasses.replace(read_choice(folder), python=str(found.path)))
            return found.sentence

        self._start(tr("Checking a Python for SAM 2"), work)

    def check(self) -> None:
        """Run the model on every device, ten seconds on each."""

        def work(task: BackgroundTask) -> str:
            checks = check_devices(lambda check: task.told.emit(check.sentence), task.check_cancelled)
            self._checked = "\n".join(check.sentence for check in checks)
            return self._checked

        self._start(tr("Checking SAM 2 on every device"), work)

    def report(self) -> None:
        """Gather the facts of a bug report; ``reported`` follows."""
        source, facts = source_of(read_choice(data_folder()), *qgis_proxy()), versions_here()
        error, checked = self.last_error, self._checked.splitlines()
        self._ask("sam2-report", lambda: bug_report(facts, source, error, checked), self.reported.emit)

    def measure(self) -> None:
        """Count what is on the disk; ``measured`` follows."""
        self._ask("sam2-measure", taken_bytes, self.measured.emit)

    def _begun(self) -> None:
        self.began.emit(self.running)

    def _told(self, sentence: str) -> None:
        self.said.emit(sentence)

    def _advanced(self, fraction: float, words: str) -> None:
        self.progressed.emit(fraction, words)

    def _over(self, successful: bool, answer: Any) -> None:
        if not successful:
            self.last_error = answer
        self.ended.emit(successful, answer)
        self.changed.emit()

    def _ask(self, name: str, question: Callable[[], Any], tell: Callable[[Any], None]) -> None:
        """Find an answer in a thread and tell it in the window's.

        The thread itself touches nothing of Qt: this object may be deleted while it works.
        """
        answers = self._answers

        def work() -> None:
            done: Callable[[], None] = _nothing
            try:
                done = partial(tell, question())
            finally:
                answers.put(done)

        self._asked += 1
        self._listen.start()
        threading.Thread(target=work, name=name, daemon=True).start()

    def _hear(self) -> None:
        while not self._answers.empty():
            self._asked -= 1
            self._answers.get()()
        if not self._asked:
            self._listen.stop()


def _nothing() -> None:
    return None


def _source() -> PackageSource:
    """Where packages come from: the user's choice, through QGIS's proxy, trusting whom QGIS trusts."""
    folder = data_folder()
    source = source_of(read_choice(folder), *qgis_proxy())
    if source.certificates:
        return source
    return dataclasses.replace(source, certificates=qgis_certificates(folder))


_SHARED = Shared(EnvironmentWork)
environment_work = _SHARED.get
close_environment_work = _SHARED.close
