"""The keys of the map tool: one table for the tool, its legend and the documentation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache
from typing import Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QKeyEvent, QKeySequence

from ..engine.api.errors import Code, EngineError
from ..engine.api.settings_file import change_values, read_values


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


# As QKeySequence writes them on every system.
_USUAL: Mapping[Command, tuple[str, ...]] = {
    Command.ACCEPT: ("Return",),
    Command.ADD: ("Shift+Return",),
    Command.SUBTRACT: ("Ctrl+Return",),
    Command.MERGE: ("M",),
    Command.ESCAPE: ("Esc",),
    Command.NEXT: ("Tab",),
    Command.PREVIOUS: ("Shift+Tab", "Shift+Backtab"),  # Qt says Backtab where Tab and Shift are pressed
    Command.UNDO: ("Ctrl+Z",),
    Command.REDO: ("Ctrl+Y", "Ctrl+Shift+Z"),
    Command.REMOVE: ("Del", "Backspace"),
    Command.FOREGROUND: ("F",),
    Command.BACKGROUND: ("B",),
    Command.CORNER: ("X",),
    Command.LEFT: ("Ctrl+Left",),
    Command.RIGHT: ("Ctrl+Right",),
    Command.UP: ("Ctrl+Up",),
    Command.DOWN: ("Ctrl+Down",),
    Command.FINE_LEFT: ("Ctrl+Shift+Left",),
    Command.FINE_RIGHT: ("Ctrl+Shift+Right",),
    Command.FINE_UP: ("Ctrl+Shift+Up",),
    Command.FINE_DOWN: ("Ctrl+Shift+Down",),
    Command.LEGEND: ("K",),
}

# In the settings file: the keys that are not the usual ones, by the command's value.
_SETTING = "keys"

# Only while there are prompts: without, they belong to QGIS and its layers.
WHILE_PROMPTING = (Command.UNDO, Command.REDO)


@dataclass(frozen=True)
class LegendLine:
    """One line of the legend on the map; ``keys`` are the usual ones of ``commands``."""

    keys: str
    meaning: str
    commands: tuple[Command, ...] = ()


LEGEND = (
    LegendLine("Click", "on the object"),
    LegendLine("Right-click", "not this"),
    LegendLine("Drag", "a box around it"),
    LegendLine("Shift+drag", "a rough outline of it"),
    LegendLine("Tab", "another candidate", (Command.NEXT,)),
    LegendLine("Enter", "accept as a new polygon", (Command.ACCEPT,)),
    LegendLine(
        "Shift / Ctrl+Enter", "add to / subtract from the selected one", (Command.ADD, Command.SUBTRACT)
    ),
    LegendLine("M", "merge with the last one", (Command.MERGE,)),
    LegendLine("Ctrl+Z / Ctrl+Y", "undo / redo a prompt", (Command.UNDO, Command.REDO)),
    LegendLine("Delete", "remove the prompt pointed at", (Command.REMOVE,)),
    LegendLine("Esc", "stop, or clear the prompts", (Command.ESCAPE,)),
    LegendLine(
        "Ctrl+arrows, F, B, X",
        "move a cursor; object, not this, box there",
        (Command.LEFT, Command.FOREGROUND, Command.BACKGROUND, Command.CORNER),
    ),
    LegendLine("K", "hide or show these keys", (Command.LEGEND,)),
)


def command_of(event: QKeyEvent) -> Optional[Command]:
    """The command of a key event, if it is one of ours."""
    modifiers = _number(event.modifiers()) & ~_number(Qt.KeyboardModifier.KeypadModifier)
    key = _number(Qt.Key.Key_Return) if event.key() == Qt.Key.Key_Enter else _number(event.key())
    for command, texts in _all_keys().items():
        if any(_parts(text) == (key, modifiers) for text in texts):
            return command
    return None


def key_of(command: Command) -> str:
    """The key of a command, as QKeySequence writes it; the first one where there are two."""
    return _all_keys()[command][0]


def usual_key_of(command: Command) -> str:
    """The key a command has where no other was chosen."""
    return _USUAL[command][0]


def choose_keys(keys: Mapping[Command, str]) -> None:
    """Keep the keys of all commands.

    Raises:
        EngineError: BAD_PARAMETER if a command has none, or two have the same; OUTPUT_FAILED if they cannot
            be kept.
    """
    owners: dict[object, Command] = {}
    for command, text in keys.items():
        parts = _parts(text)
        if parts is None:
            raise EngineError(Code.BAD_PARAMETER, f"No key is given for: {command.value}. Press one for it.")
        if parts in owners:
            raise EngineError(
                Code.BAD_PARAMETER,
                f"{text} is the key of both {owners[parts].value} and {command.value}. Choose another one "
                "for one of them.",
            )
        owners[parts] = command
    other = {command.value: text for command, text in keys.items() if text != usual_key_of(command)}
    try:
        change_values({_SETTING: other})
    except OSError as error:
        raise EngineError(
            Code.OUTPUT_FAILED, f"The keys cannot be kept: {error.strerror or error}. Make room on the disk."
        ) from error


def legend_lines() -> tuple[LegendLine, ...]:
    """The legend with the keys as they are now."""
    chosen = _chosen_keys()
    return tuple(
        replace(line, keys=" / ".join(map(key_of, line.commands)))
        if any(command in chosen for command in line.commands)
        else line
        for line in LEGEND
    )


def _all_keys() -> dict[Command, tuple[str, ...]]:
    return {**_USUAL, **{command: (text,) for command, text in _chosen_keys().items()}}


def _chosen_keys() -> dict[Command, str]:
    kept = read_values().get(_SETTING)
    if not isinstance(kept, dict):
        return {}
    return {
        command: kept[command.value]
        for command in Command
        if isinstance(kept.get(command.value), str) and _parts(kept[command.value]) is not None
    }


@lru_cache(maxsize=256)
def _parts(text: str) -> Optional[tuple[int, int]]:
    """Key and modifiers of a sequence of one key; None where it is none."""
    sequence = QKeySequence(text)
    if sequence.count() != 1:
        return None
    first = sequence[0]
    combined = first if isinstance(first, int) else first.toCombined()  # Qt 5 and Qt 6
    return combined & ~_MODIFIERS, combined & _MODIFIERS


def _number(value: object) -> int:
    # PyQt 6 has real enums, PyQt 5 numbers.
    return int(getattr(value, "value", value))


_MODIFIERS = _number(Qt.KeyboardModifier.KeyboardModifierMask) & 0xFFFFFFFF
