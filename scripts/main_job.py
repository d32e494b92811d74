"""The dialog of ``sam2:automaticmasks`` in QGIS's real window, as a user goes through it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from real_window import Gaps


class MainJob:
    """Shows ``options["raster"]`` and runs the algorithm on it from its dialog."""

    def __init__(self, options: dict[str, Any]) -> None:
        from qgis.utils import iface

        self._options = options
        self._iface = iface
        self._folder = Path(options["folder"])
        self._gaps = Gaps()

    def _show_raster(self) -> None:
        from qgis.PyQt.QtTest import QTest
        from qgis.PyQt.QtWidgets import QDockWidget

        window = self._iface.mainWindow()
        window.findChild(QDockWidget, "Browser").hide()
        window.setGeometry(0, 0, 1600, 1000)
        window.showMaximized()
        path = self._options["raster"]
        layer = self._iface.addRasterLayer(path, Path(path).stem)
        self._iface.mapCanvas().setExtent(layer.extent())
        self._iface.mapCanvas().refresh()
        self._iface.mapCanvas().waitWhileRendering()
        QTest.qWait(1000)

    def _open_dialog(self) -> Any:
        from qgis.PyQt.QtTest import QTest
        from qgis.PyQt.QtWidgets import QApplication
        from qgis.utils import plugins

        plugins["sam2_toolbox"].action.trigger()
        QTest.qWait(1000)
        dialogs = [w for w in QApplication.topLevelWidgets() if type(w).__name__ == "AlgorithmDialog"]
        return next(dialog for dialog in dialogs if dialog.isVisible())

    def _look_at_result(self) -> Any:
        """Zoom to the objects, with their legend open; returns the layer."""
        from qgis.PyQt.QtTest import QTest

        layer, canvas = self._iface.activeLayer(), self._iface.mapCanvas()
        self._iface.layerTreeView().expandAll()
        self._iface.messageBar().clearWidgets()
        if layer.extent().isFinite() and not layer.extent().isEmpty():
            canvas.setExtent(layer.extent())
        canvas.refresh()
        canvas.waitWhileRendering()
        QTest.qWait(1000)
        return layer

    def _start(self, dialog: Any) -> Any:
        """Click Run; returns a function that says whether the run has ended."""
        dialog.setParameters({**dialog.createProcessingParameters(), **self._options["parameters"]})
        dialog.runButton().click()
        return lambda: not dialog.cancelButton().isEnabled()

    def _run(self, dialog: Any) -> dict[str, Any]:
        import time

        from qgis.PyQt.QtTest import QTest

        load, seen = dialog.finish, {}

        def finish(*arguments: Any, **named: Any) -> None:
            self._gaps.stop()
            seen["longest_gap_ms"] = self._gaps.take()
            seen["seconds"] = round(time.monotonic() - started, 2)
            self._gaps.start()
            load(*arguments, **named)

        dialog.finish = finish
        started = time.monotonic()
        self._gaps.start()
        has_ended = self._start(dialog)
        self._gaps.stop()
        clicked = self._gaps.take()
        self._gaps.start()
        self._until(has_ended)
        QTest.qWait(3000)
        self._gaps.stop()
        return {"click_gap_ms": clicked, **seen, "loading_gap_ms": self._gaps.take()}

    def _until(self, is_reached: Any) -> None:
        from qgis.PyQt.QtTest import QTest

        while not is_reached():
            QTest.qWait(10)

    def _picture(self, widget: Any, name: str) -> None:
        widget.grab().save(str(self._folder / name))
