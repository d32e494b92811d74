"""The keys of the map tool: one table for the tool, its legend and the documentation."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QKeyEvent


class Command(Enum):
    """What a key does."""

    ACCEPT = "accept"
    ADD = "add"
    SUBTRACT = "subtract"
    MERGE = "merge"
    ESCAPE = "escape"
    NEXT = "next"
    PREVIOUS = "previous"
    UNDO = "undo"
    REDO = "redo"
    REMOVE = "remove"
    FOREGROUND = "foreground"
    BACKGROUND = "background"
    CORNER = "corner"
    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"
    FINE_LEFT = "fine left"
    FINE_RIGHT = "fine right"
    FINE_UP = "fine up"
    FINE_DOWN = "fine down"
    LEGEND = "legend"


_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_KEY = Qt.Key

_COMMANDS = {
    (_KEY.Key_Return, _NONE): Command.ACCEPT,
    (_KEY.Key_Return, _SHIFT): Command.ADD,
    (_KEY.Key_Return, _CTRL): Command.SUBTRACT,
    (_KEY.Key_M, _NONE): Command.MERGE,
    (_KEY.Key_Escape, _NONE): Command.ESCAPE,
    (_KEY.Key_Tab, _NONE): Command.NEXT,
    (_KEY.Key_Backtab, _SHIFT): Command.PREVIOUS,
    (_KEY.Key_Tab, _SHIFT): Command.PREVIOUS,
    (_KEY.Key_Z, _CTRL): Command.UNDO,
    (_KEY.Key_Z, _CTRL | _SHIFT): Command.REDO,
    (_KEY.Key_Y, _CTRL): Command.REDO,
    (_KEY.Key_Delete, _NONE): Command.REMOVE,
    (_KEY.Key_Backspace, _NONE): Command.REMOVE,
    (_KEY.Key_F, _NONE): Command.FOREGROUND,
    (_KEY.Key_B, _NONE): Command.BACKGROUND,
    (_KEY.Key_X, _NONE): Command.CORNER,
    (_KEY.Key_Left, _CTRL): Command.LEFT,
    (_KEY.Key_Right, _CTRL): Command.RIGHT,
    (_KEY.Key_Up, _CTRL): Command.UP,
    (_KEY.Key_Down, _CTRL): Command.DOWN,
    (_KEY.Key_Left, _CTRL | _SHIFT): Command.FINE_LEFT,
    (_KEY.Key_Right, _CTRL | _SHIFT): Command.FINE_RIGHT,
    (_KEY.Key_Up, _CTRL | _SHIFT): Command.FINE_UP,
    (_KEY.Key_Down, _CTRL | _SHIFT): Command.FINE_DOWN,
    (_KEY.Key_K, _NONE): Command.LEGEND,
}

# Only while there are prompts: without, they belong to QGIS and its layers.
WHILE_PROMPTING = (Command.UNDO, Command.REDO)


@dataclass(frozen=True)
class LegendLine:
    """One line of the legend on the map."""

    keys: str
    meaning: str


LEGEND = (
    LegendLine("Click", "on the object"),
    LegendLine("Right-click", "not this"),
    LegendLine("Drag", "a box around it"),
    LegendLine("Shift+drag", "a rough outline of it"),
    LegendLine("Tab", "another candidate"),
    LegendLine("Enter", "accept as a new polygon"),
    LegendLine("Shift / Ctrl+Enter", "add to / subtract from the selected one"),
    LegendLine("M", "merge with the last one"),
    LegendLine("Ctrl+Z / Ctrl+Y", "undo / redo a prompt"),
    LegendLine("Delete", "remove the prompt pointed at"),
    LegendLine("Esc", "stop, or clear the prompts"),
    LegendLine("Ctrl+arrows, F, B, X", "move a cursor; object, not this, box there"),
    LegendLine("K", "hide or show these keys"),
)


def command_of(event: QKeyEvent) -> Optional[Command]:
    """The command of a key event, if it is one of ours."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    key = _KEY.Key_Return if event.key() == _KEY.Key_Enter else event.key()
    for (ours, with_modifiers), command in _COMMANDS.items():
        if key == ours and modifiers == with_modifiers:
            return command
    return None
