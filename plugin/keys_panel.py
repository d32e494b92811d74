"""The keys of the map tool, each in a field that takes the next key pressed."""

from __future__ import annotations

from typing import Optional

from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QGridLayout, QKeySequenceEdit, QLabel, QPushButton, QWidget

from .keys import Command, key_of, usual_key_of
from .translation import tr

_TITLES = {
    Command.ACCEPT: "Accept as a new polygon",
    Command.ADD: "Add to the selected one",
    Command.SUBTRACT: "Subtract from it",
    Command.MERGE: "Merge with the last one",
    Command.ESCAPE: "Stop, or clear the prompts",
    Command.NEXT: "Next candidate",
    Command.PREVIOUS: "Previous candidate",
    Command.UNDO: "Undo a prompt",
    Command.REDO: "Redo a prompt",
    Command.REMOVE: "Remove a prompt",
    Command.LEGEND: "Show or hide the keys",
    Command.FOREGROUND: "On the object, at the cursor",
    Command.BACKGROUND: "Not this, at the cursor",
    Command.CORNER: "Corner of a box, at the cursor",
    Command.LEFT: "Cursor to the left",
    Command.RIGHT: "Cursor to the right",
    Command.UP: "Cursor up",
    Command.DOWN: "Cursor down",
    Command.FINE_LEFT: "A little to the left",
    Command.FINE_RIGHT: "A little to the right",
    Command.FINE_UP: "A little up",
    Command.FINE_DOWN: "A little down",
}
_COLUMNS = 2


class KeysPanel(QgsCollapsibleGroupBox):
    """One field for every command."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(tr("Keys of the map tool"), parent)
        self._fields = {command: self._field(command) for command in _TITLES}
        grid = QGridLayout(self)
        rows = -(-len(self._fields) // _COLUMNS)
        for number, (command, field) in enumerate(self._fields.items()):
            column, row = divmod(number, rows)
            grid.addWidget(QLabel(tr(_TITLES[command])), row, 2 * column)
            grid.addWidget(field, row, 2 * column + 1)
        usual = QPushButton(tr("The usual ones"))
        usual.setObjectName("sam2_usual_keys")
        usual.clicked.connect(
            lambda: self._show({command: usual_key_of(command) for command in self._fields})
        )
        grid.addWidget(usual, rows, 0)
        self._show({command: key_of(command) for command in self._fields})
        self.setCollapsed(True)

    @property
    def keys(self) -> dict[Command, str]:
        """What is shown; "" where no key is given."""
        shown = {command: field.keySequence() for command, field in self._fields.items()}
        return {command: keys.toString(_PORTABLE) for command, keys in shown.items()}

    def _field(self, command: Command) -> QKeySequenceEdit:
        field = QKeySequenceEdit()
        field.setObjectName(f"sam2_key_{command.value}")
        field.setToolTip(tr("Click here and press the key. It acts only while the map tool is in use."))
        # Qt takes up to four keys, one after the other.
        field.editingFinished.connect(lambda: self._show_first(field))
        return field

    def _show(self, keys: dict[Command, str]) -> None:
        for command, text in keys.items():
            self._fields[command].setKeySequence(QKeySequence(text, _PORTABLE))

    @staticmethod
    def _show_first(field: QKeySequenceEdit) -> None:
        keys = field.keySequence()
        if keys.count() > 1:
            field.setKeySequence(QKeySequence(keys[0]))


_PORTABLE = QKeySequence.SequenceFormat.PortableText
