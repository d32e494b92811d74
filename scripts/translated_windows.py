"""Pictures of the dialogs, the dock and the options in another language, to be looked at.

    /usr/bin/python3 scripts/translated_windows.py raster.tif folder [--language de]

Needs qgis, xvfb and the worker's environment. Writes PNG files named after the language and what they show:
texts that are cut off, English leftovers and mixed languages can be seen in them, and nowhere else.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import Any

if "SAM2_WINDOW_SCRIPTS" in os.environ:  # QGIS runs this file without its folder
    sys.path.insert(0, os.environ["SAM2_WINDOW_SCRIPTS"])

from real_window import be_visited, is_in_qgis, open_window

TIMEOUT_S = 600


def main() -> int:
    """Start QGIS in the language on a virtual screen, with a profile of its own, and let it run ``visit``."""
    parser = argparse.ArgumentParser(description="Pictures of all windows in a language.")
    parser.add_argument("raster", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--language", default="de")
    options = parser.parse_args()
    script = Path(__file__).resolve()  # QGIS runs it without a __file__
    return open_window(script, options.raster, options.folder, {"language": options.language}, TIMEOUT_S)


class Visit:
    """Opens one window after the other."""

    def __init__(self, options: dict[str, Any]) -> None:
        from qgis.utils import iface, plugins

        self._options = options
        self._iface = iface
        self._plugin = plugins["sam2_toolbox"]

    def report(self) -> dict[str, Any]:
        """Dock, options, and the dialog of every algorithm."""
        self._show_raster()
        self._show_dock()
        self._show_options()
        return {"dialogs": self._show_dialogs()}

    def _show_raster(self) -> None:
        from qgis.PyQt.QtWidgets import QDockWidget

        window = self._iface.mainWindow()
        for dock in window.findChildren(QDockWidget):
            dock.hide()
        window.setGeometry(0, 0, 1600, 1000)
        window.showMaximized()
        path = self._options["raster"]
        layer = self._iface.addRasterLayer(path, Path(path).stem)
        self._iface.mapCanvas().setExtent(layer.extent())
        self._wait(1500)

    def _show_dock(self) -> None:
        from qgis.gui import QgsCollapsibleGroupBox

        self._plugin.by_hand_action.trigger()
        self._wait(300)
        self._picture(self._iface.mainWindow(), "dock_starting")
        self._wait(9000)
        self._iface.mapCanvas().zoomByFactor(0.5)
        self._wait(900)
        self._picture(self._iface.mainWindow(), "dock_looking")
        self._wait(6000)
        dock = self._plugin.by_hand.dock
        for box in dock.findChildren(QgsCollapsibleGroupBox):
            box.setCollapsed(False)
        self._wait(1500)
        self._picture(self._iface.mainWindow(), "dock_open")
        self._plugin.segment_by_clicking()

    def _show_options(self) -> None:
        from qgis.PyQt.QtCore import QTimer
        from qgis.PyQt.QtWidgets import QApplication, QDialog, QTabWidget

        def look() -> None:
            dialog = next(
                w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()
            )
            dialog.resize(950, 900)
            tabs = dialog.findChild(QTabWidget, "sam2_tabs")
            for index in range(tabs.count()):
                tabs.setCurrentIndex(index)
                self._wait(1000)
                self._picture(dialog, f"options_{index}")
            dialog.reject()

        QTimer.singleShot(1500, look)
        self._plugin.show_options("Environment")

    def _show_dialogs(self) -> list[str]:
        from qgis import processing
        from qgis.core import QgsApplication

        shown = []
        for algorithm in QgsApplication.processingRegistry().providerById("sam2").algorithms():
            dialog = processing.createAlgorithmDialog(algorithm.id(), {})
            dialog.resize(1150, 900)
            dialog.show()
            self._wait(700)
            self._picture(dialog, f"dialog_{algorithm.name()}")
            dialog.close()
            shown.append(algorithm.displayName())
        return shown

    def _wait(self, milliseconds: int) -> None:
        from qgis.PyQt.QtTest import QTest

        QTest.qWait(milliseconds)

    def _picture(self, widget: Any, name: str) -> None:
        widget.grab().save(str(Path(self._options["folder"]) / f"{self._options['language']}_{name}.png"))


if is_in_qgis():
    from qgis.PyQt.QtCore import QTimer

    QTimer.singleShot(3000, lambda: be_visited(lambda options: Visit(options).report()))
elif __name__ == "__main__":
    sys.exit(main())
