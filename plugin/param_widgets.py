"""A widget for a declared parameter: its title, limits, unit and help come from the declaration."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qgis.gui import QgsDoubleSpinBox, QgsFileWidget, QgsSpinBox
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from ..engine.api.models import model_entry
from ..engine.api.parameters.paramspec import Kind, ParamSpec
from .translation import tr

# What Qt takes where a parameter has no upper limit of its own.
_NO_LIMIT = 1e9


class ParamWidget:
    """A widget, and its value in the type of the parameter."""

    def __init__(self, spec: ParamSpec, value: Any, changed: Callable[[], None]) -> None:
        self.spec = spec
        self.widget, self._read, self._write = _MAKERS[spec.kind](spec, changed)
        self.widget.setObjectName(f"sam2_{spec.name}")
        self.widget.setToolTip(tr(spec.help))
        self.set_value(value)

    @property
    def value(self) -> Any:
        """What the user has chosen."""
        return self._read()

    def set_value(self, value: Any) -> None:
        """Show a value without saying that it has changed."""
        blocked = self.widget.blockSignals(True)
        self._write(value)
        self.widget.blockSignals(blocked)


_Made = tuple[QWidget, Callable[[], Any], Callable[[Any], None]]


def _choice(spec: ParamSpec, changed: Callable[[], None]) -> _Made:
    box = QComboBox()
    for choice in spec.choices:
        box.addItem(tr(model_entry(choice).title) if spec.name == "model" else choice, choice)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.currentIndexChanged.connect(lambda _: changed())
    return box, box.currentData, lambda value: box.setCurrentIndex(box.findData(value))


def _integer(spec: ParamSpec, changed: Callable[[], None]) -> _Made:
    box = QgsSpinBox()
    box.setRange(int(spec.minimum or 0), int(_NO_LIMIT if spec.maximum is None else spec.maximum))
    box.setClearValue(int(spec.default))
    box.setSuffix(f" {tr(spec.unit)}" if spec.unit else "")
    box.valueChanged.connect(lambda _: changed())
    return box, box.value, box.setValue


def _number(spec: ParamSpec, changed: Callable[[], None]) -> _Made:
    box = QgsDoubleSpinBox()
    box.setDecimals(1)
    box.setRange(spec.minimum or 0.0, _NO_LIMIT if spec.maximum is None else spec.maximum)
    box.setClearValue(spec.default)
    box.setSuffix(f" {tr(spec.unit)}" if spec.unit else "")
    box.valueChanged.connect(lambda _: changed())
    return box, box.value, box.setValue


def _boolean(spec: ParamSpec, changed: Callable[[], None]) -> _Made:
    box = QCheckBox(tr(spec.title))
    box.toggled.connect(lambda _: changed())
    return box, box.isChecked, box.setChecked


def _file(spec: ParamSpec, changed: Callable[[], None]) -> _Made:
    widget = QgsFileWidget()
    widget.setStorageMode(QgsFileWidget.StorageMode.GetFile)
    widget.setFilter(f"{tr(spec.file_filter)};;{tr('All files')} (*.*)")
    # Not on every letter typed: a path is asked for when it is whole.
    widget.lineEdit().editingFinished.connect(changed)
    widget.fileChanged.connect(lambda path: None if widget.lineEdit().hasFocus() else changed())
    return widget, widget.filePath, widget.setFilePath


def _folder(spec: ParamSpec, changed: Callable[[], None]) -> _Made:
    widget = QgsFileWidget()
    widget.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
    widget.fileChanged.connect(lambda path: changed())
    return widget, widget.filePath, widget.setFilePath


def _text(spec: ParamSpec, changed: Callable[[], None]) -> _Made:
    line = QLineEdit()
    line.editingFinished.connect(changed)
    return line, lambda: line.text().strip(), line.setText


_MAKERS: dict[Kind, Callable[[ParamSpec, Callable[[], None]], _Made]] = {
    Kind.CHOICE: _choice,
    Kind.INTEGER: _integer,
    Kind.NUMBER: _number,
    Kind.BOOLEAN: _boolean,
    Kind.FILE: _file,
    Kind.FOLDER_OUT: _folder,
    Kind.TEXT: _text,
}
