"""The panel of the worker's environment: which Python it is, making it, and taking it away."""

from __future__ import annotations

import dataclasses
from typing import Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFrame,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..engine.api.environment import data_folder, environment_folder
from ..engine.api.errors import EngineError
from ..engine.api.installation.environment_choice import read_choice
from ..engine.api.installation.environment_state import Standing, environment_state
from ..engine.api.installation.own_python import conda_environments
from .environment_sources import EnvironmentSources
from .environment_work import environment_work
from .status_box import QUIET_STYLE, WARNING_STYLE
from .translation import say, tr

_INDENT = 22


class EnvironmentPanel(QWidget):
    """How the environment stands, and the buttons that change it. Shows the work, and does none."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._work = environment_work()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._state_part())
        column.addWidget(self._python_part())
        self._sources = EnvironmentSources()
        column.addWidget(self._sources)
        column.addLayout(self._help_part())
        column.addStretch()
        self._work.began.connect(self._show_began)
        self._work.said.connect(self._show_sentence)
        self._work.progressed.connect(self._show_progress)
        self._work.ended.connect(self._show_ended)
        self._work.changed.connect(self._show)
        self._work.measured.connect(self._show_size)
        self._work.reported.connect(self._take_report)
        self._sources.show_choice(read_choice(data_folder()))
        self._show()
        if self._work.running:
            self._show_began(self._work.running)

    def showEvent(self, event) -> None:  # noqa: N802, ANN001
        """It may have changed since: by another QGIS, or a script."""
        super().showEvent(event)
        self._show()

    def apply(self) -> None:
        """Keep what is filled in, without installing anything."""
        self._keep()

    # The parts

    def _state_part(self) -> QWidget:
        box = QFrame()
        box.setFrameShape(QFrame.Shape.StyledPanel)
        self._state = _text("sam2_environment")
        self._details = _text("sam2_environment_details")
        self._details.setStyleSheet(QUIET_STYLE)
        self._bar = QProgressBar()
        self._bar.setObjectName("sam2_environment_bar")
        self._bar.setTextVisible(False)
        self._bar.setMaximumHeight(10)
        self._step = _text("sam2_environment_step")
        self._stop = _button(
            "sam2_stop", tr("Stop"), tr("What has been downloaded is kept for the next time.")
        )
        self._stop.clicked.connect(lambda: self._work.stop())
        self._result = _text("sam2_environment_result")
        row = QHBoxLayout()
        row.addWidget(self._bar, 1)
        row.addWidget(self._stop)
        column = QVBoxLayout(box)
        for widget in (self._state, self._details, self._result, self._step):
            column.addWidget(widget)
        column.addLayout(row)
        return box

    def _python_part(self) -> QWidget:
        box = QGroupBox(tr("Python that runs SAM 2"))
        self._made = QRadioButton(tr("Made by SAM 2 Toolbox (recommended)"))
        self._made.setObjectName("sam2_made")
        self._own = QRadioButton(tr("A Python of my own, or a conda environment"))
        self._own.setObjectName("sam2_own")
        group = QButtonGroup(box)
        for button in (self._made, self._own):
            group.addButton(button)
            button.clicked.connect(self._choose_kind)
        self._install = _button(
            "sam2_install", tr("Install"), tr("Needs the internet and some minutes, once.")
        )
        self._install.clicked.connect(self._install_it)
        self._remove = _button(
            "sam2_remove", tr("Remove…"), tr("The environment; models and the rest, if you like.")
        )
        self._remove.clicked.connect(self._ask_to_remove)
        self._python = QComboBox()
        self._python.setObjectName("sam2_python")
        self._python.setEditable(True)
        self._python.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._python.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._python.setToolTip(tr("An interpreter (python, python.exe) or the folder of an environment."))
        self._python.lineEdit().setPlaceholderText(tr("an interpreter, or the folder of an environment"))
        self._python.addItems([str(folder) for folder in conda_environments()])
        self._python.setEditText(read_choice(data_folder()).python)
        browse = QToolButton()
        browse.setText("…")
        browse.setToolTip(tr("Choose an interpreter"))
        browse.clicked.connect(self._browse)
        self._use = _button("sam2_use", tr("Check and use"), tr("Starts it and loads all that SAM 2 needs."))
        self._use.clicked.connect(lambda: self._work.use_own(self._python.currentText().strip()))
        self._own_widgets = (self._python, browse, self._use)
        made, own = QHBoxLayout(), QHBoxLayout()
        for row, widgets in ((made, (self._install, self._remove)), (own, self._own_widgets)):
            row.setContentsMargins(_INDENT, 0, 0, 0)
            for widget in widgets:
                row.addWidget(widget, 1 if widget is self._python else 0)
        made.addStretch()
        column = QVBoxLayout(box)
        column.addWidget(self._made)
        column.addLayout(made)
        column.addWidget(self._own)
        column.addLayout(own)
        return box

    def _help_part(self) -> QHBoxLayout:
        self._check = _button(
            "sam2_check", tr("Check devices"), tr("Runs the model on every device, ten seconds on each.")
        )
        self._check.clicked.connect(lambda: self._work.check())
        self._report = _button(
            "sam2_report",
            tr("Copy report"),
            tr("Versions, system, GPU and last error, without names and addresses."),
        )
        self._report.clicked.connect(self._ask_for_report)
        row = QHBoxLayout()
        row.addWidget(self._check)
        row.addWidget(self._report)
        row.addStretch()
        return row

    # What the work says

    def _show(self) -> None:
        state, running = environment_state(), bool(self._work.running)
        self._state.setText(say(state.sentence))
        self._state.setStyleSheet("" if state.standing.usable or running else WARNING_STYLE)
        named = state.standing in (Standing.NAMED, Standing.NAMED_GONE)
        if state.choice.python or named or not state.installed:
            self._details.setText(tr("Folder: {folder}").format(folder=data_folder()))
        else:
            self._work.measure()
        own = bool(state.choice.python) or self._own.isChecked()
        self._made.setChecked(not own)
        self._own.setChecked(own)
        self._install.setText(_install_word(state.standing))
        for widget, enabled in (
            (self._made, not named),
            (self._own, not named),
            (self._install, not own and not named),
            (self._remove, state.installed or state.standing is Standing.CUT_SHORT),
            (self._sources, not own and not named),
            (self._check, state.standing.usable),
            *((widget, own and not named) for widget in self._own_widgets),
        ):
            widget.setEnabled(enabled and not running)
        for widget in (self._bar, self._stop, self._step):
            widget.setVisible(running)
        self._result.setVisible(not running and bool(self._result.text()))

    def _show_began(self, title: str) -> None:
        self._result.setText("")
        self._step.setText(title)
        self._bar.setRange(0, 0)  # moves, until something is known
        self._show()

    def _show_sentence(self, sentence: str) -> None:
        self._step.setText(say(sentence))

    def _show_progress(self, fraction: float, words: str) -> None:
        self._bar.setRange(0, 1000)
        self._bar.setValue(round(1000 * fraction))
        self._step.setText(say(words))

    def _show_ended(self, successful: bool, sentence: str) -> None:
        self._result.setText(say(sentence))
        self._result.setStyleSheet("" if successful else WARNING_STYLE)
        self._show()

    def _show_size(self, size: int) -> None:
        state = environment_state()
        if state.installed and not state.choice.python:
            made = str(state.marker.get("made", ""))[:10]
            taken = tr("{size} GB in {folder}").format(size=f"{size / 1e9:.1f}", folder=environment_folder())
            words = [taken, tr("made {day}").format(day=made) if made else ""]
            self._details.setText(", ".join(filter(None, words)))

    def _take_report(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._result.setText(tr("The report is on the clipboard. Read it before you paste it somewhere."))
        self._result.setStyleSheet("")
        self._show()

    # What the user says

    def _choose_kind(self) -> None:
        if self._made.isChecked():
            self._python.setEditText("")
            self._keep()
        self._show()

    def _install_it(self) -> None:
        if self._keep():
            self._work.install(renew=environment_state().standing is Standing.READY)

    def _ask_to_remove(self) -> None:
        box = QMessageBox(self)
        box.setObjectName("sam2_ask_to_remove")
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle("SAM 2 Toolbox")
        box.setText(tr("Remove the environment of SAM 2?"))
        box.setInformativeText(tr("SAM 2 does not run without it. Settings are kept."))
        everything = QCheckBox(tr("Remove the downloaded models and what SAM 2 has seen, too"))
        box.setCheckBox(everything)
        box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.Cancel)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.button(QMessageBox.StandardButton.Yes).clicked.connect(
            lambda: self._work.remove(everything.isChecked())
        )
        box.open()

    def _browse(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, tr("A Python that runs SAM 2"), self._python.currentText()
        )
        if path:
            self._python.setEditText(path)

    def _ask_for_report(self) -> None:
        self._result.setText("")
        self._work.report()

    def _keep(self) -> bool:
        """Keep what is filled in; whether that worked. A Python of one's own is kept when it is checked."""
        choice = self._sources.into(read_choice(data_folder()))
        if self._made.isChecked():
            choice = dataclasses.replace(choice, python="")
        try:
            self._work.choose(choice)
        except EngineError as error:
            self._show_ended(False, error.message)
            return False
        return True


def _install_word(standing: Standing) -> str:
    if standing is Standing.READY:
        return tr("Repair")
    return tr("Update") if standing is Standing.OUTDATED else tr("Install")


def _text(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _button(name: str, text: str, tip: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    button.setToolTip(tip)
    return button
