"""The page 'SAM 2 Toolbox' of QGIS's Options dialog."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Optional

from qgis.gui import QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QFrame, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from ..engine.api.errors import EngineError
from ..engine.api.settings import change_settings, read_settings
from .environment_panel import EnvironmentPanel
from .keys import Command, choose_keys, key_of
from .models_panel import ModelsPanel
from .settings_panel import SettingsPanel
from .translation import tr

PAGE = "sam2ToolboxOptions"
TITLE = "SAM 2 Toolbox"
ENVIRONMENT, MODELS, SETTINGS = "Environment", "Models", "Settings"
ICON = str(Path(__file__).resolve().parent.parent / "resources" / "icons" / "sam2.svg")


class OptionsFactory(QgsOptionsWidgetFactory):
    """Makes a page whenever QGIS opens its Options dialog."""

    changed = pyqtSignal(set)  # names of the settings that have other values now

    def __init__(self, warn: Callable[[str], object]) -> None:
        """``warn`` shows a sentence to the user."""
        super().__init__()
        self.setTitle(TITLE)
        self.setIcon(QIcon(ICON))
        self._warn = warn
        self.tab = ENVIRONMENT

    def createWidget(self, parent: Optional[QWidget] = None) -> OptionsPage:  # noqa: N802
        """Called by QGIS."""
        return OptionsPage(self, parent)

    def keep(self, values: dict[str, object], keys: dict[Command, str]) -> None:
        """Keep what the page shows, and tell what of it is new."""
        before = read_settings()
        other = {name: value for name, value in values.items() if value != getattr(before, name)}
        if "cache_folder" in other:
            # The limit belongs to the folder, and the one that is shown is meant.
            other["cache_limit_mb"] = values["cache_limit_mb"]
        try:
            if any(key != key_of(command) for command, key in keys.items()):
                choose_keys(keys)
            if other:
                change_settings(**other)
        except EngineError as error:
            self._warn(error.message)
        else:
            if other:
                self.changed.emit(set(other))


class OptionsPage(QgsOptionsPageWidget):
    """Environment, models and settings, a tab each."""

    def __init__(self, factory: OptionsFactory, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName(PAGE)
        self._factory = factory
        settings = read_settings()
        self.environment = EnvironmentPanel()
        self.models = ModelsPanel(settings)
        self.settings = SettingsPanel(settings)
        tabs = QTabWidget()
        tabs.setObjectName("sam2_tabs")
        for title, panel in (
            (ENVIRONMENT, self.environment),
            (MODELS, self.models),
            (SETTINGS, self.settings),
        ):
            tabs.addTab(_scrolled(panel), tr(title))
        tabs.setCurrentIndex((ENVIRONMENT, MODELS, SETTINGS).index(factory.tab))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(tabs)

    def apply(self) -> None:
        """OK was pressed."""
        self._factory.keep({**self.models.values, **self.settings.values}, self.settings.keys.keys)


def _scrolled(panel: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    # A panel without margins of its own is not to touch the frame of the tabs.
    margins = panel.layout().contentsMargins()
    if margins.isNull():
        panel.layout().setContentsMargins(9, 9, 9, 9)
    area.setWidget(panel)
    return area
