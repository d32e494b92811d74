"""The panel of what is set for this computer: where SAM 2 runs, and where things are kept."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtWidgets import (
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ..engine.api.cache_folder import cache_folder, empty, kept_bytes, usual_folder
from ..engine.api.model_files import MB
from ..engine.api.parameters.paramspec import specs_of
from ..engine.api.settings import Settings
from .background_task import BackgroundTask
from .environment_work import environment_work
from .keys_panel import KeysPanel
from .param_widgets import ParamWidget
from .translation import say, tr

_GROUPS = (
    ("Where SAM 2 runs", ("device", "threads")),
    ("What SAM 2 has seen", ("memory_limit_mb", "cache_limit_mb", "cache_folder")),
    ("New layers of the dock", ("output_folder",)),
    ("Downloads of models", ("model_mirror",)),
)


class SettingsPanel(QWidget):
    """A widget for every setting of a run that leaves its result as it is."""

    def __init__(self, settings: Settings, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        specs = {spec.name: spec for spec in specs_of(Settings)}
        names = [name for _, group in _GROUPS for name in group]
        self._widgets = {
            name: ParamWidget(specs[name], getattr(settings, name), lambda: None) for name in names
        }
        self._say_what_empty_means()
        self._task: Optional[BackgroundTask] = None
        self._used = QLabel("…")
        self._used.setObjectName("sam2_cache_used")
        self._empty = QPushButton(tr("Empty"))
        self._empty.setObjectName("sam2_cache_empty")
        self._empty.setToolTip(
            tr("Remove all that is kept there. Nothing is lost but time: SAM 2 looks again where you click.")
        )
        self._empty.clicked.connect(lambda: self._count(emptied=True))
        column = QVBoxLayout(self)
        for title, group in _GROUPS:
            column.addWidget(self._group(title, group))
        self.keys = KeysPanel()
        column.addWidget(self.keys)
        column.addStretch()
        environment_work().changed.connect(self._count)  # it may be emptied with it
        self._count()

    @property
    def values(self) -> dict[str, Any]:
        """What is shown, by the name of the setting."""
        return {name: widget.value for name, widget in self._widgets.items()}

    def _say_what_empty_means(self) -> None:
        self._widgets["threads"].widget.setSpecialValueText(tr("all cores"))
        for name, text in (
            ("cache_folder", str(usual_folder())),
            ("output_folder", tr("beside the project, else beside the raster")),
        ):
            self._widgets[name].widget.lineEdit().setPlaceholderText(text)
        self._widgets["model_mirror"].widget.setPlaceholderText(tr("https://server/folder, if there is one"))

    def _group(self, title: str, names: tuple[str, ...]) -> QGroupBox:
        box = QGroupBox(tr(title))
        form = QFormLayout(box)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name in names:
            widget = self._widgets[name]
            label = QLabel(tr(widget.spec.title))
            label.setToolTip(tr(widget.spec.help))
            form.addRow(label, widget.widget)
        if "cache_folder" in names:
            row = QHBoxLayout()
            row.addWidget(self._used)
            row.addWidget(self._empty)
            row.addStretch()
            form.addRow(tr("In use"), row)
        return box

    def _count(self, emptied: bool = False) -> None:
        """Say what is kept, after removing it if that is wanted; thousands of files take a while."""

        def work(task: BackgroundTask) -> int:
            folder = cache_folder()
            if emptied:
                empty(folder)
            return kept_bytes(folder)

        self._empty.setEnabled(False)
        self._task = BackgroundTask(tr("Emptying what SAM 2 has seen") if emptied else tr("Counting"), work)
        self._task.over.connect(self._counted)
        QgsApplication.taskManager().addTask(self._task)

    def _counted(self, successful: bool, answer: object) -> None:
        self._task = None
        self._used.setText(f"{int(str(answer)) / MB:,.0f} {tr('MB')}" if successful else say(str(answer)))
        self._empty.setEnabled(True)
