"""What stays when the plugin is upgraded or uninstalled, and the buttons that remove the rest."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

_PLUGIN = "sam2_toolbox"
_MODEL = "sam2.1_hiera_tiny"


class WhatIsKept:
    """Goes on where the main job has left a user: with an environment, and a view that SAM 2 has seen."""

    def __init__(self, package: str, screen: Callable[[str], None]) -> None:
        """``screen`` takes a picture under a name."""
        from sam2_toolbox.engine.api.cache_folder import cache_folder
        from sam2_toolbox.engine.api.environment import data_folder, environment_folder, models_folder

        self._package = package
        self._screen = screen
        self._data, self._cache = data_folder(), cache_folder()
        self._environment, self._models = environment_folder(), models_folder()
        self._trouble: list[BaseException] = []

    def report(self) -> dict[str, Any]:
        """Upgrade, uninstall, install again, remove."""
        self._put_model()
        return {
            "kept": self._kept(),
            "upgraded": self._upgrade(),
            "uninstalled": self._uninstall(),
            "removed": self._remove_all(),
        }

    def _kept(self) -> dict[str, Any]:
        """What is on the disk, whether or not there is a plugin."""
        return {
            "environment": (self._environment / "complete.json").exists(),
            "models": sorted(path.name for path in self._models.glob("*.pt")),
            "views": len(list(self._cache.rglob("*.window"))),
        }

    def _put_model(self) -> None:
        """One that takes no room, and is known by what a download would have noted of it."""
        import json

        from sam2_toolbox.engine.api.models import model_entry

        entry = model_entry(_MODEL)
        self._models.mkdir(parents=True, exist_ok=True)
        path = self._models / entry.checkpoint
        with path.open("wb") as file:
            file.truncate(entry.size)
        stat = path.stat()
        known = {"sha256": entry.sha256, "size": stat.st_size, "changed": stat.st_mtime_ns}
        path.with_name(f".{path.name}.checked").write_text(json.dumps(known))

    def _upgrade(self) -> dict[str, Any]:
        self._install()
        return {**self._kept(), "can_run": self._can_run()}

    def _uninstall(self) -> dict[str, Any]:
        import pyplugin_installer
        from qgis.utils import plugins

        pyplugin_installer.instance().uninstallPlugin(_PLUGIN, quiet=True)
        self._wait(1000)
        kept = {**self._kept(), "plugin": _PLUGIN in plugins}
        self._screen("uninstalled")
        self._install()
        return {**kept, "can_run_again": self._can_run()}

    def _remove_all(self) -> dict[str, Any]:
        self._in_options("Environment", self._remove)
        return {**self._kept(), "left": sorted(path.name for path in self._data.iterdir())}

    def _remove(self, dialog: Any) -> None:
        from qgis.PyQt.QtWidgets import QMessageBox

        self._button(dialog, "sam2_remove").click()
        self._wait(500)
        box = dialog.findChild(QMessageBox, "sam2_ask_to_remove")
        box.checkBox().click()
        self._wait(300)
        self._screen("remove")
        box.button(QMessageBox.StandardButton.Yes).click()
        self._wait(500)
        self._until(lambda: self._button(dialog, "sam2_stop").isHidden())
        self._wait(500)
        self._screen("removed")

    # A user's hand

    def _install(self) -> None:
        import pyplugin_installer

        pyplugin_installer.instance().installFromZipFile(self._package)
        self._wait(1000)

    def _can_run(self) -> bool:
        from qgis.core import QgsApplication

        return bool(QgsApplication.processingRegistry().algorithmById("sam2:automaticmasks").canExecute()[0])

    def _in_options(self, tab: str, act: Callable[[Any], None]) -> None:
        """Open the page of the Options dialog, which keeps the window to itself, and act in it."""
        from qgis.PyQt.QtCore import QTimer
        from qgis.PyQt.QtWidgets import QApplication
        from qgis.utils import plugins

        def visit() -> None:
            dialog = QApplication.activeModalWidget()
            try:
                self._wait(1000)
                act(dialog)
            except Exception as trouble:  # noqa: BLE001 - told when the dialog is closed, or it never would be
                self._trouble.append(trouble)
            dialog.reject()

        QTimer.singleShot(1500, visit)
        plugins[_PLUGIN].show_options(tab)
        if self._trouble:
            raise self._trouble[0]

    def _button(self, dialog: Any, name: str) -> Any:
        from qgis.PyQt.QtWidgets import QPushButton

        return dialog.findChild(QPushButton, name)

    def _until(self, is_reached: Callable[[], bool], seconds: float = 600) -> None:
        import time

        deadline = time.monotonic() + seconds
        while not is_reached():
            if time.monotonic() > deadline:
                raise RuntimeError("not reached")
            self._wait(20)

    def _wait(self, milliseconds: int) -> None:
        from qgis.PyQt.QtTest import QTest

        QTest.qWait(milliseconds)
