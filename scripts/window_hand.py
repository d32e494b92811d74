"""A user's hand in QGIS's real window: mouse, keys, waiting, pictures."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from real_window import Gaps


class Hand:
    """Clicks and types on the map of ``options["raster"]``, in that raster's coordinates."""

    _session: Any  # of the plugin, once its tool is in use

    def __init__(self, options: dict[str, Any]) -> None:
        from qgis.utils import iface

        self._options = options
        self._iface = iface
        self._canvas = iface.mapCanvas()
        self._folder = Path(options["folder"])
        self._gaps = Gaps()
        self._click_ms: list[float] = []

    def _click(self, position: list[float], button: Any = None) -> None:
        import time

        started = time.perf_counter()
        self._click_only(position, button)
        self._answered()
        self._click_ms.append(round(1000 * (time.perf_counter() - started), 1))
        self._wait(300)

    def _click_only(self, position: list[float], button: Any = None) -> None:
        from qgis.PyQt.QtCore import Qt
        from qgis.PyQt.QtTest import QTest

        QTest.mouseClick(
            self._canvas.viewport(),
            button or Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            self._pixel(position),
        )

    def _answered(self) -> None:
        session = self._session
        self._until(lambda: session.answer is not None and session.answer.prompts == session.prompts, 60)

    def _move(self, position: list[float]) -> None:
        pixel = self._pixel(position)
        for step in range(10, -1, -1):
            self._mouse_move(pixel - type(pixel)(step, step))

    def _mouse_move(self, pixel: Any, wait_ms: int = 20) -> None:
        from qgis.PyQt.QtTest import QTest

        QTest.mouseMove(self._canvas.viewport(), pixel)
        self._wait(wait_ms)

    def _key(self, key: Any, modifiers: Any = None) -> None:
        from qgis.PyQt.QtCore import Qt
        from qgis.PyQt.QtTest import QTest

        QTest.keyClick(self._canvas, key, modifiers or Qt.KeyboardModifier.NoModifier)
        self._wait(60)

    def _activate(self) -> None:
        """QGIS's own shortcuts work in an active window only, and a screen without a window manager may have
        left none active."""
        window = self._iface.mainWindow()
        window.activateWindow()
        self._until(window.isActiveWindow, 10)

    def _key_escape(self) -> None:
        from qgis.PyQt.QtCore import Qt

        self._key(Qt.Key.Key_Escape)

    def _pixel(self, position: list[float]) -> Any:
        from qgis.core import QgsPointXY

        place = (
            self._canvas.mapSettings()
            .mapToPixel()
            .transform(self._to_canvas().transform(QgsPointXY(*position)))
        )
        return place.toQPointF().toPoint()

    def _to_canvas(self) -> Any:
        from qgis.core import QgsCoordinateTransform, QgsProject

        raster = next(iter(QgsProject.instance().mapLayersByName(Path(self._options["raster"]).stem)))
        return QgsCoordinateTransform(
            raster.crs(), self._canvas.mapSettings().destinationCrs(), QgsProject.instance()
        )

    def _drawn(self) -> None:
        self._canvas.refresh()
        self._canvas.waitWhileRendering()
        self._wait(800)

    def _wait(self, milliseconds: int) -> None:
        from qgis.PyQt.QtTest import QTest

        QTest.qWait(milliseconds)

    def _until(self, is_reached: Any, seconds: float = 30) -> None:
        import time

        deadline = time.monotonic() + seconds
        while not is_reached():
            if time.monotonic() > deadline:
                self._picture("canvas_stuck.png")
                raise RuntimeError(f"not reached; the session is {self._session.status}")
            self._wait(5)

    def _picture(self, name: str) -> None:
        if not self._options.get("pictures", True):
            return
        measured = self._gaps.running
        self._gaps.stop()
        self._iface.mainWindow().grab().save(str(self._folder / name))
        if measured:
            self._gaps.start()
