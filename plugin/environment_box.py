"""What the dock shows where SAM 2 is not installed: one button, and how far it is."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from ..engine.api.installation.environment_state import Standing, environment_state
from .environment_work import environment_work
from .states import State, Status
from .status_box import QUIET_STYLE, WARNING_STYLE
from .translation import say, tr


class EnvironmentBox(QFrame):
    """Hidden where it is not needed. Which Python, proxies and the rest are in the panel it leads to."""

    panel_wanted = pyqtSignal()
    usable = pyqtSignal()  # SAM 2 can be started now

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("sam2_environment_box")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._work = environment_work()
        self._needed = False
        self._sentence = QLabel()
        self._sentence.setObjectName("sam2_box_sentence")
        self._sentence.setWordWrap(True)
        self._words = QLabel()
        self._words.setObjectName("sam2_box_words")
        self._words.setWordWrap(True)
        self._cost = QLabel(
            tr(
                "Once, some minutes: 1.3 GB on the disk, about 6 GB with an NVIDIA GPU. QGIS itself is not "
                "changed."
            )
        )
        self._cost.setObjectName("sam2_box_cost")
        self._cost.setWordWrap(True)
        self._cost.setStyleSheet(QUIET_STYLE)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setMaximumHeight(10)
        self._install = QPushButton()
        self._install.setObjectName("sam2_box_install")
        self._install.clicked.connect(self._install_it)
        self._stop = QPushButton(tr("Stop"))
        self._stop.setObjectName("sam2_box_stop")
        self._stop.clicked.connect(lambda: self._work.stop())
        self._more = QPushButton(tr("Other ways…"))
        self._more.setObjectName("sam2_box_more")
        self._more.setToolTip(tr("A Python of your own, a proxy, a package index, no network"))
        self._more.clicked.connect(lambda: self.panel_wanted.emit())
        row, column = QHBoxLayout(), QVBoxLayout(self)
        for button in (self._install, self._stop, self._more):
            row.addWidget(button)
        row.addStretch()
        for widget in (self._sentence, self._cost, self._words, self._bar):
            column.addWidget(widget)
        column.addLayout(row)
        self._work.began.connect(self._show_began)
        self._work.said.connect(lambda sentence: self._words.setText(say(sentence)))
        self._work.progressed.connect(self._show_progress)
        self._work.ended.connect(self._show_ended)
        self._show()

    def show_status(self, status: Status) -> None:
        """Appear, in the place of the usual status, where SAM 2 cannot be started."""
        self._needed = status.state is State.NO_ENVIRONMENT
        self._sentence.setText(say(status.sentence))
        self._show()

    def _show(self) -> None:
        running = bool(self._work.running)
        self.setVisible(self._needed)
        for widget in (self._bar, self._stop):
            widget.setVisible(running)
        for widget in (self._install, self._more):
            widget.setVisible(not running)
        self._words.setVisible(bool(self._words.text()))
        self._cost.setVisible(False)
        if not self._needed:
            return
        if running:
            self._sentence.setText(tr("SAM 2 is being installed. You can go on with QGIS meanwhile."))
            return
        state = environment_state()
        standing = state.standing
        if not standing.usable:
            self._sentence.setText(say(state.sentence))
        # Where it is installed and does not start, installing it again is the way on.
        words = {Standing.READY: tr("Repair SAM 2"), Standing.OUTDATED: tr("Update SAM 2")}
        self._install.setText(words.get(standing, tr("Install SAM 2")))
        self._install.setVisible(standing not in _CHOSEN)
        self._cost.setVisible(standing in (Standing.MISSING, Standing.CUT_SHORT))

    def _install_it(self) -> None:
        self._work.install(renew=environment_state().standing is Standing.READY)

    def _show_began(self, title: str) -> None:
        self._words.setText(title)
        self._words.setStyleSheet("")
        self._bar.setRange(0, 0)  # moves, until something is known
        self._show()

    def _show_progress(self, fraction: float, words: str) -> None:
        self._bar.setRange(0, 1000)
        self._bar.setValue(round(1000 * fraction))
        self._words.setText(say(words))

    def _show_ended(self, successful: bool, sentence: str) -> None:
        self._words.setText("" if successful else say(sentence))
        self._words.setStyleSheet("" if successful else WARNING_STYLE)
        self._show()
        if self._needed and environment_state().standing.usable:
            self.usable.emit()


# The user has decided on another Python: that is changed in the panel.
_CHOSEN = (Standing.OWN, Standing.OWN_GONE, Standing.NAMED, Standing.NAMED_GONE)
