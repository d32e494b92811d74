"""The pictures of docs/first_steps.md, taken in the real QGIS on the generated sample.

    /usr/bin/python3 scripts/first_steps_screenshots.py sample.tif docs/images [--visit JSON]

Needs qgis, xvfb, imagemagick and the worker's environment. ``--visit`` is a JSON object: ``object``, [x, y]
in the raster's CRS, is what to click. Writes first_*.png, at most 1100 pixels wide and with few colours, and
prints how many objects the run found.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

if "SAM2_WINDOW_SCRIPTS" in os.environ:  # QGIS runs this file without its folder
    sys.path.insert(0, os.environ["SAM2_WINDOW_SCRIPTS"])

from real_window import be_visited, is_in_qgis, open_window

TIMEOUT_S = 1500
_WIDTH = 1100
_COLOURS = 64
_SCORE = '"score" > 0.6'


def main() -> int:
    """Start QGIS on a virtual screen, with a profile of its own, and let it run ``visit``."""
    parser = argparse.ArgumentParser(description="The pictures of the first steps.")
    parser.add_argument("raster", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--visit", default="{}", help="what to click, as JSON")
    options = parser.parse_args()
    script = Path(__file__).resolve()  # QGIS runs it without a __file__
    failed = open_window(script, options.raster, options.folder, json.loads(options.visit), TIMEOUT_S)
    for picture in sorted(options.folder.glob("first_*.png")):
        shrink = ["-resize", f"{_WIDTH}x>", "+dither", "-colors", str(_COLOURS), "-strip"]
        subprocess.run(["convert", str(picture), *shrink, str(picture)], check=True)
    return failed


class Visit:
    """The steps, as the page tells them."""

    def __init__(self, options: dict[str, Any]) -> None:
        from qgis.utils import iface, plugins

        self._options = options
        self._iface = iface
        self._plugin = plugins["sam2_toolbox"]
        self._window = iface.mainWindow()
        self._canvas = iface.mapCanvas()

    def report(self) -> dict[str, Any]:
        """Everything in a part of the image, then one object at a time."""
        self._show_raster()
        self._show_menu()
        dialog = self._open_dialog()
        self._choose_extent(dialog)
        objects = self._run(dialog)
        self._filter()
        self._click()
        return {"objects": objects}

    # Everything in a part of the image

    def _show_raster(self) -> None:
        from qgis.core import QgsRectangle
        from qgis.PyQt.QtWidgets import QDockWidget

        for dock in self._window.findChildren(QDockWidget):
            dock.setVisible(dock.objectName() == "Layers")
        self._window.setGeometry(0, 0, 1600, 1000)
        self._window.showMaximized()
        path = self._options["raster"]
        layer = self._iface.addRasterLayer(path, Path(path).stem)
        self._raster = layer
        self._wait(1500)  # QGIS zooms to the first layer by itself
        middle, width = layer.extent().center(), layer.extent().width() / 3
        self._canvas.setExtent(
            QgsRectangle(
                middle.x() - width / 2,
                middle.y() - width / 3,
                middle.x() + width / 2,
                middle.y() + width / 3,
            )
        )
        self._drawn()

    def _show_menu(self) -> None:
        from qgis.PyQt.QtCore import QPoint

        bar, menu = self._window.menuBar(), self._iface.rasterMenu()
        ours = next(action for action in menu.actions() if action.text() == "SAM 2 Toolbox")
        menu.popup(bar.mapToGlobal(bar.actionGeometry(menu.menuAction()).bottomLeft()))
        self._wait(400)
        menu.setActiveAction(ours)
        place = menu.mapToGlobal(menu.actionGeometry(ours).topRight())
        ours.menu().popup(place + QPoint(0, 0))
        self._wait(600)
        self._screen("first_menu.png")
        ours.menu().close()
        menu.close()
        self._wait(300)

    def _open_dialog(self) -> Any:
        from qgis.PyQt.QtWidgets import QApplication

        self._iface.setActiveLayer(self._raster)
        self._plugin.action.trigger()
        self._wait(1500)
        dialogs = [w for w in QApplication.topLevelWidgets() if type(w).__name__ == "AlgorithmDialog"]
        dialog = next(dialog for dialog in dialogs if dialog.isVisible())
        dialog.move(300, 30)
        dialog.resize(900, 930)
        return dialog

    def _choose_extent(self, dialog: Any) -> None:
        from qgis.PyQt.QtCore import QPoint
        from qgis.PyQt.QtWidgets import QToolButton, QWidget

        widgets = dialog.findChildren(QWidget)
        extent = next(w for w in widgets if w.metaObject().className() == "QgsExtentWidget")
        button = extent.findChild(QToolButton)
        menu = button.menu()
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))
        self._wait(600)
        self._screen("first_extent.png", dialog)
        next(action for action in menu.actions() if "Canvas" in action.text()).trigger()
        menu.close()
        self._wait(500)

    def _run(self, dialog: Any) -> int:
        from qgis.PyQt.QtWidgets import QTextEdit

        log = dialog.findChild(QTextEdit, "txtLog")
        dialog.runButton().click()
        # Not at its end: how long it took belongs to this computer, and to what else it did.
        self._until(lambda: "Loading the model" in log.toPlainText())
        self._picture(dialog, "first_log.png")
        self._until(lambda: not dialog.cancelButton().isEnabled())
        self._wait(3000)
        dialog.close()
        self._iface.messageBar().clearWidgets()
        self._iface.layerTreeView().expandAll()
        self._drawn()
        self._picture(self._window, "first_objects.png")
        return int(self._iface.activeLayer().featureCount())

    def _filter(self) -> None:
        from qgis.gui import QgsQueryBuilder

        layer = self._iface.activeLayer()
        builder = QgsQueryBuilder(layer, self._window)
        builder.setSql(_SCORE)
        builder.resize(700, 560)
        builder.show()
        self._wait(800)
        self._picture(builder, "first_filter.png")
        builder.close()
        self._iface.layerTreeView().setLayerVisible(layer, False)

    # One object at a time

    def _click(self) -> None:
        from qgis.core import QgsPointXY, QgsProject, QgsSettings
        from qgis.PyQt.QtCore import Qt
        from qgis.PyQt.QtTest import QTest
        from sam2_toolbox.plugin.target import new_layer

        QgsSettings().setValue("qgis/digitizing/disable_enter_attribute_values_dialog", True)
        self._iface.setActiveLayer(self._raster)
        self._plugin.by_hand_action.trigger()
        dock, session = self._plugin.by_hand.dock, self._plugin.by_hand.session
        layer, problem = new_layer(
            str(Path(self._options["scratch"]) / "outlines.gpkg"), session.crs, "outlines"
        )
        if layer is None:
            raise RuntimeError(problem)
        QgsProject.instance().addMapLayer(layer)
        dock.choose_target(layer)
        self._drawn()
        for _ in range(2):  # the dock has changed the view, which is looked at once more
            self._until(lambda: session.status.state.value == "ready")
            self._wait(1500)
        self._until(lambda: session.status.state.value == "ready")
        self._picture(self._window, "first_dock.png")
        place = self._canvas.mapSettings().mapToPixel().transform(QgsPointXY(*self._options["object"]))
        pixel = place.toQPointF().toPoint()
        QTest.mouseClick(
            self._canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, pixel
        )
        self._until(lambda: session.answer is not None and session.answer.prompts == session.prompts)
        self._wait(1500)
        self._picture(self._window, "first_click.png")
        QTest.keyClick(self._canvas, Qt.Key.Key_Return)
        self._wait(1500)
        self._iface.setActiveLayer(layer)
        self._drawn()
        self._picture(self._window, "first_accepted.png")

    # Pictures

    def _wait(self, milliseconds: int) -> None:
        from qgis.PyQt.QtTest import QTest

        QTest.qWait(milliseconds)

    def _until(self, is_reached: Any, seconds: float = 900) -> None:
        import time

        deadline = time.monotonic() + seconds
        while not is_reached():
            if time.monotonic() > deadline:
                self._screen("first_stuck.png")
                raise RuntimeError("not reached")
            self._wait(20)

    def _drawn(self) -> None:
        self._canvas.refresh()
        self._canvas.waitWhileRendering()
        self._wait(1500)

    def _screen(self, name: str, part: Any = None) -> None:
        """What is on the screen, menus that are open included; ``part`` cuts it to a window."""
        from qgis.PyQt.QtWidgets import QApplication

        pixmap = QApplication.primaryScreen().grabWindow(0)
        self._save(pixmap if part is None else pixmap.copy(part.frameGeometry()), name)

    def _picture(self, widget: Any, name: str) -> None:
        self._save(widget.grab(), name)

    def _save(self, pixmap: Any, name: str) -> None:
        pixmap.save(str(Path(self._options["folder"]) / name))


if is_in_qgis():
    from qgis.PyQt.QtCore import QTimer

    QTimer.singleShot(3000, lambda: be_visited(lambda options: Visit(options).report()))
elif __name__ == "__main__":
    sys.exit(main())
