"""The part of the dock that says how things stand, and leads on."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout

from .states import State, Status, Way
from .translation import say, tr

WARNING_STYLE = "color: #b35900;"
QUIET_STYLE = "color: #707070;"
_TROUBLED = (State.NO_ENVIRONMENT, State.NO_MODEL, State.DIED, State.FAILED, State.RASTER_GONE)


class StatusBox(QFrame):
    """A sentence, a bar and a button."""

    way_wanted = pyqtSignal(object)  # Way

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._way_now = Way.NONE
        self._sentence = QLabel()
        self._sentence.setWordWrap(True)
        self._sentence.setObjectName("sam2_status")
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        # The height of the longest usual sentence: what is below must not jump from state to state.
        self._sentence.setMinimumHeight(3 * self._sentence.fontMetrics().lineSpacing())
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._bar = QProgressBar()
        self._bar.setMaximumHeight(10)
        self._bar.setTextVisible(False)
        self._way = QPushButton()
        self._way.setObjectName("sam2_way")
        self._way.clicked.connect(lambda: self.way_wanted.emit(self._way_now))
        row, column = QHBoxLayout(), QVBoxLayout(self)
        for widget in (self._bar, self._way):
            policy = widget.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            widget.setSizePolicy(policy)
            row.addWidget(widget)
        column.addWidget(self._sentence)
        column.addLayout(row)

    def show_status(self, status: Status) -> None:
        """The sentence, how far, and the way forward; nothing where the box that installs says it all."""
        self.setVisible(status.state is not State.NO_ENVIRONMENT)
        self._way_now = status.way
        self._sentence.setText(say(status.sentence))
        self._sentence.setStyleSheet(WARNING_STYLE if status.state in _TROUBLED else "")
        self._bar.setVisible(status.busy)
        self._bar.setRange(0, 100 if status.fraction >= 0 else 0)
        self._bar.setValue(round(100 * max(0.0, status.fraction)))
        self._way.setText(tr(status.way.value))
        self._way.setVisible(status.way is not Way.NONE)
