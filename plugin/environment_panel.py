"""The panel that shows the worker's environment, makes it and takes it away."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from ..engine.api import environment
from ..engine.api.errors import EngineError
from .environment_work import environment_work


class EnvironmentPanel(QWidget):
    """How the environment stands, and the buttons that change it."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._work = environment_work()
        self._sentence = QLabel()
        self._sentence.setObjectName("sam2_environment")
        self._sentence.setWordWrap(True)
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._bar = QProgressBar()
        self._bar.setRange(0, 100)
        self._install = QPushButton("Install")
        self._install.setObjectName("sam2_install")
        self._install.clicked.connect(lambda: self._work.install())
        self._stop = QPushButton("Stop")
        self._stop.setObjectName("sam2_stop")
        self._stop.clicked.connect(lambda: self._work.stop())
        row = QHBoxLayout()
        for button in (self._install, self._stop):
            row.addWidget(button)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._sentence)
        column.addWidget(self._bar)
        column.addLayout(row)
        self._work.said.connect(self._sentence.setText)
        self._work.progressed.connect(self._show_progress)
        self._work.began.connect(lambda _: self._show())
        self._work.ended.connect(self._show_end)
        self._show()

    def _show(self) -> None:
        running = self._work.running
        self._bar.setVisible(running)
        self._stop.setVisible(running)
        self._install.setVisible(not running)
        if running:
            return
        try:
            self._sentence.setText(f"SAM 2 runs in {environment.worker_python()}.")
        except EngineError as error:
            self._sentence.setText(error.message)

    def _show_progress(self, fraction: float) -> None:
        self._bar.setValue(round(100 * fraction))

    def _show_end(self, successful: bool, sentence: str) -> None:
        self._show()
        self._sentence.setText(sentence)
