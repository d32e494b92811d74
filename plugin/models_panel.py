"""The panel that lists the models, gets and removes them, and says which one dialogs begin with."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ..engine.api.errors import EngineError
from ..engine.api.model_files import MB, ModelFile, State, list_models, look_at, remove_model
from ..engine.api.model_speeds import Speed, read_speeds
from ..engine.api.models import ModelEntry, model_entry
from ..engine.api.parameters.paramspec import specs_of
from ..engine.api.settings import BEGIN_WITH, Settings
from .environment_work import environment_work
from .models_work import models_work
from .param_widgets import ParamWidget
from .status_box import WARNING_STYLE
from .translation import say, tr

_COLUMNS = ("Model", "Size", "Licence", "Speed here", "State")
_ID = Qt.ItemDataRole.UserRole
_REMOVABLE = (State.DOWNLOADED, State.UNCHECKED, State.DAMAGED, State.PARTIAL)
_HERE = (State.BUNDLED, State.UNTRAINED, State.DOWNLOADED)


class ModelsPanel(QWidget):
    """All models, what can be done with the chosen one, and what dialogs begin with."""

    def __init__(self, settings: Settings, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._work = models_work()
        specs = {spec.name: spec for spec in specs_of(Settings)}
        self._widgets = {
            name: ParamWidget(specs[name], getattr(settings, name), self._show_buttons) for name in BEGIN_WITH
        }
        self._list = self._make_list()
        self._sentence = QLabel()
        self._sentence.setObjectName("sam2_models_sentence")
        self._sentence.setWordWrap(True)
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._bar = QProgressBar()
        self._bar.setObjectName("sam2_models_bar")
        self._buttons = {
            name: self._button(name, text, tip)
            for name, text, tip in (
                (
                    "download",
                    tr("Download"),
                    tr("Get the checkpoint; a download that broke off goes on where it was."),
                ),
                (
                    "stop",
                    tr("Stop"),
                    tr("What has arrived is kept, and the next download goes on from there."),
                ),
                (
                    "add",
                    tr("Add from file…"),
                    tr("One of Meta's checkpoints that you have already, under any name."),
                ),
                ("remove", tr("Remove"), tr("Delete the downloaded checkpoint.")),
                (
                    "measure",
                    tr("Measure"),
                    tr("See how fast the model is on this computer, also before it is downloaded."),
                ),
                (
                    "check",
                    tr("Check"),
                    tr("Let SAM 2 load the checkpoint, and see whether the config fits it."),
                ),
            )
        }
        column = QVBoxLayout(self)
        column.addWidget(self._list_part(), 1)
        column.addWidget(self._default_part())
        self._work.changed.connect(self._show)
        environment_work().changed.connect(self._show)  # models may be removed with it
        self._show()
        self._work.check_files()

    @property
    def values(self) -> dict[str, Any]:
        """What dialogs and the dock are to begin with, by the name of the setting."""
        return {name: widget.value for name, widget in self._widgets.items()}

    # The parts

    def _make_list(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setObjectName("sam2_models")
        tree.setHeaderLabels([tr(column) for column in _COLUMNS])
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(True)
        tree.setAlternatingRowColors(True)
        tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        tree.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        tree.header().setStretchLastSection(True)
        for seen in list_models():
            item = QTreeWidgetItem(tree)
            item.setData(0, _ID, seen.entry.id)
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        # All of it without a scroll bar: nine rows, the head and the frame.
        rows = tree.topLevelItemCount() + 1
        tree.setMinimumHeight(rows * (tree.fontMetrics().lineSpacing() + 6) + 4)
        tree.setCurrentItem(tree.topLevelItem(0))
        tree.itemSelectionChanged.connect(self._show_buttons)
        return tree

    def _button(self, name: str, text: str, tip: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(f"sam2_models_{name}")
        button.setToolTip(tip)
        button.clicked.connect(getattr(self, f"_{name}"))
        return button

    def _list_part(self) -> QWidget:
        box = QGroupBox(tr("Models on this computer"))
        column = QVBoxLayout(box)
        column.addWidget(self._list, 1)
        row = QHBoxLayout()
        for name in ("download", "add", "remove", "measure"):
            row.addWidget(self._buttons[name])
        row.addStretch()
        column.addLayout(row)
        column.addWidget(self._sentence)
        row = QHBoxLayout()
        for widget in (self._bar, self._buttons["stop"]):
            policy = widget.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            widget.setSizePolicy(policy)
            row.addWidget(widget)
        column.addLayout(row)
        return box

    def _default_part(self) -> QWidget:
        box = QGroupBox(tr("What dialogs and the dock begin with"))
        form = QFormLayout(box)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, widget in self._widgets.items():
            form.addRow(tr(widget.spec.title), widget.widget)
            if name == "config":
                row = QHBoxLayout()
                row.addWidget(self._buttons["check"])
                row.addStretch()
                form.addRow("", row)
        self._widgets["checkpoint"].widget.lineEdit().setPlaceholderText(tr("none: the model above"))
        self._widgets["config"].widget.lineEdit().setPlaceholderText(tr("the one that fits the checkpoint"))
        note = QLabel(
            tr(
                "qgis_process, scripts and saved models do not look at this, so that they mean the same on "
                "every computer."
            )
        )
        note.setWordWrap(True)
        form.addRow(note)
        return box

    # What there is

    def _show(self) -> None:
        speeds = read_speeds()
        for row in range(self._list.topLevelItemCount()):
            item = self._list.topLevelItem(row)
            entry = model_entry(item.data(0, _ID))
            self._show_model(item, look_at(entry), speeds.get(entry.id))
        running = bool(self._work.running)
        self._sentence.setText(say(self._work.sentence))
        style = "" if self._work.went_well else WARNING_STYLE
        if self._sentence.styleSheet() != style:  # Qt works long on a style, changed or not
            self._sentence.setStyleSheet(style)
        self._bar.setVisible(running)
        self._bar.setRange(0, 0 if self._work.fraction < 0 else 1000)
        self._bar.setValue(round(1000 * max(0.0, self._work.fraction)))
        self._buttons["stop"].setVisible(running)
        self._show_buttons()

    def _show_model(self, item: QTreeWidgetItem, seen: ModelFile, speed: Optional[Speed]) -> None:
        entry = seen.entry
        size = seen.present if entry.bundled else entry.size
        state = tr(seen.state.value)
        if seen.state is State.PARTIAL:
            state = f"{state} ({100 * seen.present // entry.size} %)"
        shown_size = f"{size / MB:,.0f} {tr('MB')}" if size else ""
        texts = (tr(entry.title), shown_size, entry.licence, _in_words(speed), state)
        for column, text in enumerate(texts):
            item.setText(column, text)
        item.setToolTip(0, f"{entry.id}\n{seen.path}")
        item.setToolTip(3, _measured_on(speed) if speed else tr("Press Measure to see how fast it is."))
        font = item.font(0)
        font.setBold(seen.state in _HERE)
        item.setFont(0, font)

    def _show_buttons(self) -> None:
        running = bool(self._work.running)
        seen = look_at(self._chosen())
        missing = not seen.entry.bundled and seen.state is not State.DOWNLOADED
        self._buttons["download"].setEnabled(missing and not running)
        self._buttons["download"].setText(tr("Continue") if seen.state is State.PARTIAL else tr("Download"))
        self._buttons["remove"].setEnabled(
            seen.state in _REMOVABLE and not seen.entry.bundled and not running
        )
        for name in ("add", "measure"):
            self._buttons[name].setEnabled(not running)
        self._buttons["check"].setEnabled(bool(self._widgets["checkpoint"].value) and not running)

    def _chosen(self) -> ModelEntry:
        item = self._list.currentItem() or self._list.topLevelItem(0)
        return model_entry(item.data(0, _ID))

    # What is done

    def _download(self) -> None:
        try:
            self._work.download(self._chosen())
        except EngineError as error:
            self._work.say(error.message, False)

    def _stop(self) -> None:
        self._work.stop()

    def _add(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, tr("Add a checkpoint"), "", tr("SAM 2 checkpoints (*.pt *.pth);;All files (*)")
        )
        if path:
            self._work.add(Path(path))

    def _remove(self) -> None:
        entry = self._chosen()
        box = QMessageBox(self)
        box.setObjectName("sam2_really_remove")
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(tr("Remove {model} from this computer?").format(model=entry.title))
        box.setInformativeText(tr("It can be downloaded again."))
        box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.Cancel)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.accepted.connect(lambda: self._remove_now(entry))
        box.open()

    def _remove_now(self, entry: ModelEntry) -> None:
        try:
            freed = remove_model(entry)
        except EngineError as error:
            self._work.say(error.message, False)
        else:
            self._work.say(f"{entry.title} is removed; {freed / MB:,.0f} MB are free again.", True)

    def _measure(self) -> None:
        self._work.measure(self._chosen())

    def _check(self) -> None:
        self._work.check_own({name: self._widgets[name].value for name in ("checkpoint", "config")})


def _in_words(speed: Optional[Speed]) -> str:
    if speed is None:
        return ""
    click = f"{1000 * speed.click_s:.0f} ms" if speed.click_s < 1 else f"{speed.click_s:.1f} s"
    return tr("{tile} s a tile, {click} a click").format(tile=f"{speed.tile_s:.2g}", click=click)


def _measured_on(speed: Speed) -> str:
    return tr("on: {device}").format(device=say(speed.device))
