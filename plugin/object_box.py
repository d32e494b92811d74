"""The part of the dock about the object being prompted: what has been shown, candidates, what to do."""

from __future__ import annotations

from collections.abc import Callable

from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from .acceptance import ADD, MERGE, NEW, SUBTRACT
from .candidate_list import CandidateList
from .prompting import Prompts
from .session import CanvasSession
from .translation import tr


class ObjectBox(QgsCollapsibleGroupBox):
    """Buttons that do what the keys of the map tool do."""

    accept_wanted = pyqtSignal(str)  # NEW, ADD, SUBTRACT, MERGE

    def __init__(self, session: CanvasSession) -> None:
        super().__init__(tr("This object"))
        self._session = session
        self._shown = QLabel()
        self._shown.setWordWrap(True)
        self._shown.setObjectName("sam2_shown")
        self._accept = [
            self._accept_button(
                tr("Accept"), "Enter", tr("Put the outline into the layer as a new polygon."), NEW
            ),
            self._accept_button(
                tr("Add"), "Shift+Enter", tr("Add the outline to the selected polygon."), ADD
            ),
            self._accept_button(
                tr("Subtract"), "Ctrl+Enter", tr("Cut the outline out of the selected polygon."), SUBTRACT
            ),
            self._accept_button(
                tr("Merge with last"), "M", tr("Join the outline to the one accepted last."), MERGE
            ),
        ]
        self._undo = _button(tr("Undo"), "Ctrl+Z", tr("Take the last prompt back."), session.undo)
        self._redo = _button(tr("Redo"), "Ctrl+Y", tr("Make it again."), session.redo)
        self._clear = _button(tr("Clear"), "Esc", tr("Forget the prompts of this object."), session.clear)
        grid, row = QGridLayout(), QHBoxLayout()
        for number, button in enumerate(self._accept):
            grid.addWidget(button, number // 2, number % 2)
        for button in (self._undo, self._redo, self._clear):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.addWidget(self._shown)
        column.addWidget(CandidateList(session))
        column.addLayout(grid)
        column.addLayout(row)
        session.prompts_changed.connect(lambda _: self._show())
        session.answer_changed.connect(lambda _: self._show())
        self._show()

    def _accept_button(self, text: str, key: str, help: str, how: str) -> QPushButton:
        return _button(text, key, help, lambda: self.accept_wanted.emit(how))

    def _show(self) -> None:
        session, answer = self._session, self._session.answer
        self._undo.setEnabled(session.history.can_undo)
        self._redo.setEnabled(session.history.can_redo)
        self._clear.setEnabled(not session.prompts.empty)
        found = answer is not None and answer.candidate is not None
        for button in self._accept:
            button.setEnabled(found)
        self._shown.setText(in_words(session.prompts, answer is not None, found))


def in_words(prompts: Prompts, answered: bool, found: bool) -> str:
    """What has been shown of the object, and what to do where that is not enough."""
    if prompts.empty:
        return tr("Nothing shown yet.")
    parts = []
    if prompts.foreground_count:
        parts.append(tr("{count} on it").format(count=prompts.foreground_count))
    if prompts.background_count:
        parts.append(tr("{count} beside it").format(count=prompts.background_count))
    if prompts.box is not None:
        parts.append(tr("a box"))
    if prompts.lasso:
        parts.append(tr("a lasso"))
    shown = tr("Shown: {parts}.").format(parts=", ".join(parts))
    if not prompts.answerable:
        return f"{shown} {tr('Now click on the object itself.')}"
    if answered and not found:
        return f"{shown} {tr('Nothing found: add a point on the object, or drag a box around it.')}"
    return shown


def _button(text: str, key: str, help: str, do: Callable[[], object]) -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(tr("{help} On the map: {key}").format(help=help, key=key))
    # The keys stay with the map.
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.clicked.connect(lambda: do())
    return button
