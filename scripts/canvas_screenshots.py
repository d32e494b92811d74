"""Segment by clicking in the real QGIS: pictures of every state, GUI pauses, saved polygons.

    /usr/bin/python3 scripts/canvas_screenshots.py raster.tif folder [--visit JSON]

Needs qgis, xvfb and the worker's environment. ``--visit`` is a JSON object:

    object       [x, y] in the raster's CRS: a place on the object to click
    beside       [x, y]: a place that is not the object
    other        [x, y]: another object, for a box
    project      CRS of the project, such as EPSG:3857 (default: the raster's)
    target       CRS of the target layer (default: the raster's)
    width        how many map units of the raster the window shows (default: a quarter of the raster)
    pictures     false: take none

Writes canvas_*.png to the folder and prints a JSON object:

    project      CRS of the map
    states       the states passed through, in their order
    longest_gap_ms       longest time in which the GUI thread did not answer a 5 ms timer: hover, clicks,
                         candidates, undo and redo
    accept_gap_ms        the same, while QGIS opens the layer for editing and draws the new polygon
    shortcut_clashes     actions of QGIS with the shortcut of ours
    hovers_per_s how often the outline under a moving mouse is drawn anew
    click_ms     from each click to the outline drawn, in milliseconds
    scores       of the candidates of the first click
    undone, redone       number of prompts after undo and redo
    saved        WKT of the saved polygons, in the target's CRS, and their attributes
    after_undo, after_redo       features in the layer after QGIS's own undo and redo of the acceptance
    left_behind  number of items on the canvas, threads, and the worker, after the plugin was unloaded
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path
from typing import Any

if "SAM2_WINDOW_SCRIPTS" in os.environ:  # QGIS runs this file without its folder
    sys.path.insert(0, os.environ["SAM2_WINDOW_SCRIPTS"])

from real_window import be_visited, is_in_qgis, open_window
from window_hand import Hand

TIMEOUT_S = 300
_HOVER_S = 2.0


def main() -> int:
    """Start QGIS on a virtual screen, with a profile of its own, and let it run ``visit``."""
    parser = argparse.ArgumentParser(description="Pictures and pauses of segmenting by clicking.")
    parser.add_argument("raster", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--visit", default="{}", help="what to click, as JSON")
    options = parser.parse_args()
    script = Path(__file__).resolve()  # QGIS runs it without a __file__
    return open_window(script, options.raster, options.folder, json.loads(options.visit), TIMEOUT_S)


class Visit(Hand):
    """The steps, in the order a user takes them."""

    def __init__(self, options: dict[str, Any]) -> None:
        from qgis.utils import plugins

        super().__init__(options)
        self._plugin = plugins["sam2_toolbox"]
        self._items_before = _ours_on(self._canvas)
        self._states: list[str] = []

    def report(self) -> dict[str, Any]:
        """Prompt, accept, undo, save, unload."""
        self._show_raster()
        self._plugin.by_hand_action.trigger()
        self._session = self._plugin.by_hand.session
        self._dock = self._plugin.by_hand.dock
        self._session.status_changed.connect(self._note)
        self._states.append(self._session.status.state.value)
        target = self._make_target()
        self._until(lambda: self._seen("encoding"), 60)
        self._wait(600)
        self._picture("canvas_encoding.png")
        self._until(lambda: self._session.status.state.value == "ready", 120)
        self._picture("canvas_ready.png")
        prompted = self._prompt()
        accepted = self._accept(target)
        self._box()
        self._keys_only()
        self._add_to_selected(target)
        self._kill_worker()
        saved = self._save(target)
        return {
            "project": self._canvas.mapSettings().destinationCrs().authid(),
            "shortcut_clashes": self._clashes(),
            "states": self._states,
            "click_ms": self._click_ms,
            **prompted,
            **accepted,
            "saved": saved,
            "left_behind": self._unload(),
        }

    def _seen(self, state: str) -> bool:
        return state in self._states

    def _note(self, status: Any) -> None:
        if status.state.value != self._states[-1]:
            self._states.append(status.state.value)

    # The steps

    def _show_raster(self) -> None:
        from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRectangle
        from qgis.PyQt.QtWidgets import QDockWidget

        window = self._iface.mainWindow()
        window.findChild(QDockWidget, "Browser").hide()
        window.setGeometry(0, 0, 1600, 1000)
        window.showMaximized()
        path = self._options["raster"]
        layer = self._iface.addRasterLayer(path, Path(path).stem)
        self._wait(500)  # QGIS zooms to the first layer and takes its CRS by itself
        if "project" in self._options:
            QgsProject.instance().setCrs(QgsCoordinateReferenceSystem(self._options["project"]))
            self._wait(300)
        side = self._options.get("width", layer.extent().width() / 4)
        x, y = self._options["object"]
        around = QgsRectangle(x - side / 2, y - side / 2, x + side / 2, y + side / 2)
        self._canvas.setExtent(self._to_canvas().transformBoundingBox(around))
        self._drawn()

    def _make_target(self) -> Any:
        from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsSettings
        from sam2_toolbox.plugin.target import new_layer

        QgsSettings().setValue("qgis/digitizing/disable_enter_attribute_values_dialog", True)
        raster_crs = self._session.crs
        crs = (
            QgsCoordinateReferenceSystem(self._options["target"]) if "target" in self._options else raster_crs
        )
        layer, problem = new_layer(str(Path(self._options["scratch"]) / "outlines.gpkg"), crs, "outlines")
        if layer is None:
            raise RuntimeError(problem)
        QgsProject.instance().addMapLayer(layer)
        self._dock.choose_target(layer)
        return layer

    def _prompt(self) -> dict[str, Any]:
        from qgis.PyQt.QtCore import Qt

        self._gaps.start()
        hovers = self._hovers_per_second()
        self._move(self._options["object"])
        self._wait(600)
        self._picture("canvas_hover.png")
        self._click(self._options["object"])
        self._picture("canvas_click.png")
        scores = [round(candidate.score, 3) for candidate in self._session.answer.candidates]
        self._key(Qt.Key.Key_Tab)
        self._wait(200)
        self._picture("canvas_candidate.png")
        self._key(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        self._click(self._options["beside"], Qt.MouseButton.RightButton)
        self._picture("canvas_refined.png")
        control = Qt.KeyboardModifier.ControlModifier
        self._key(Qt.Key.Key_Z, control)
        undone = len(self._session.prompts.points)
        self._key(Qt.Key.Key_Z, control | Qt.KeyboardModifier.ShiftModifier)
        redone = len(self._session.prompts.points)
        self._until(lambda: self._session.answer is not None)
        return {"hovers_per_s": hovers, "scores": scores, "undone": undone, "redone": redone}

    def _hovers_per_second(self) -> float:
        """How often the outline under the mouse is drawn anew while the mouse moves on the object."""
        import time

        drawn: list[float] = []

        def note(outline: Any) -> None:
            if outline is not None:
                drawn.append(time.monotonic())

        self._session.hover_changed.connect(note)
        started, step, centre = time.monotonic(), 0, self._pixel(self._options["object"])
        while time.monotonic() - started < _HOVER_S:
            step += 1
            self._mouse_move(centre + type(centre)(step % 9, step % 7), 5)
        self._session.hover_changed.disconnect(note)
        return round(len(drawn) / _HOVER_S, 1)

    def _accept(self, target: Any) -> dict[str, Any]:
        from qgis.PyQt.QtCore import Qt

        self._until(lambda: self._session.answer is not None)
        prompting_ms = self._gaps.take()
        accepted_geometry = self._session.answer.candidate.geometry.asWkt(3)
        self._key(Qt.Key.Key_Return)
        self._wait(300)
        features, accepting_ms = target.featureCount(), self._gaps.take()
        # No prompts are open now: the keys are QGIS's own, and act on the layer.
        self._gaps.stop()
        self._iface.setActiveLayer(target)
        self._activate()
        self._key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        after_undo = target.featureCount()
        self._key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        after_redo = target.featureCount()
        self._drawn()
        self._picture("canvas_accepted.png")
        self._gaps.start()
        return {
            "outline": accepted_geometry,
            "accepted": features,
            "longest_gap_ms": prompting_ms,
            "accept_gap_ms": accepting_ms,
            "after_undo": after_undo,
            "after_redo": after_redo,
        }

    def _box(self) -> None:
        from qgis.PyQt.QtCore import QPoint, Qt
        from qgis.PyQt.QtTest import QTest

        centre, view = self._pixel(self._options["other"]), self._canvas.viewport()
        start, end = centre - QPoint(45, 45), centre + QPoint(45, 45)
        QTest.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
        for step in range(1, 6):
            self._mouse_move(start + (end - start) * step / 5)
        self._picture("canvas_box.png")
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
        self._answered()
        self._wait(400)
        self._picture("canvas_boxed.png")
        self._key(Qt.Key.Key_Escape)
        ring = [
            QPoint(40, 0),
            QPoint(20, 35),
            QPoint(-20, 35),
            QPoint(-40, 0),
            QPoint(-20, -35),
            QPoint(20, -35),
        ]
        shift = Qt.KeyboardModifier.ShiftModifier
        QTest.mousePress(view, Qt.MouseButton.LeftButton, shift, centre + ring[0])
        for corner in ring[1:]:
            self._mouse_move(centre + corner)
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, shift, centre + ring[-1])
        self._answered()
        self._wait(400)
        self._picture("canvas_lasso.png")
        self._key(Qt.Key.Key_Escape)

    def _keys_only(self) -> None:
        """A prompt without the mouse: the cursor moved by keys starts in the middle, on the object."""
        from qgis.PyQt.QtCore import Qt

        for key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            self._key(key, Qt.KeyboardModifier.ControlModifier)
        self._key(Qt.Key.Key_F)
        self._answered()
        self._wait(400)
        self._picture("canvas_keys.png")

    def _add_to_selected(self, target: Any) -> None:
        from qgis.PyQt.QtCore import Qt

        target.selectAll()
        self._key(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
        self._wait(200)
        target.removeSelection()

    def _kill_worker(self) -> None:
        """The worker dies; the prompts are answered by the next one."""
        import signal

        self._click(self._options["object"])
        # Halted first, so that it dies with the next question in its hands.
        os.kill(self._session.worker_pid, signal.SIGSTOP)
        self._click_only(self._options["beside"])
        self._wait(200)
        os.kill(self._session.worker_pid, signal.SIGKILL)
        self._until(lambda: self._session.status.state.value == "died", 10)
        self._picture("canvas_died.png")
        self._dock.way_wanted.emit(self._session.status.way)
        self._answered()
        self._key_escape()

    def _save(self, target: Any) -> list[dict[str, Any]]:
        self._gaps.stop()
        if not target.commitChanges():
            raise RuntimeError("; ".join(target.commitErrors()))
        names = target.fields().names()
        return [
            {"wkt": feature.geometry().asWkt(9), **dict(zip(names, map(str, feature.attributes())))}
            for feature in target.getFeatures()
        ]

    def _clashes(self) -> list[str]:
        """Actions of QGIS with the shortcut of ours."""
        from qgis.PyQt.QtWidgets import QAction

        ours = self._plugin.by_hand_action
        actions = self._iface.mainWindow().findChildren(QAction)
        return [
            action.objectName()
            for action in actions
            if action is not ours and not action.shortcut().isEmpty() and action.shortcut() == ours.shortcut()
        ]

    def _unload(self) -> dict[str, Any]:
        import threading

        from qgis import utils
        from qgis.PyQt.QtCore import QCoreApplication, QEvent

        pid = self._session.worker_pid
        utils.unloadPlugin("sam2_toolbox")
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self._wait(300)
        return {
            "items": _ours_on(self._canvas) - self._items_before,
            "threads": [thread.name for thread in threading.enumerate() if thread.name.startswith("sam2-")],
            "worker": os.path.exists(f"/proc/{pid}") if pid else False,
        }


def _ours_on(canvas: Any) -> int:
    kinds = ("Handle", "Caption", "KeyCursor", "QgsRubberBand", "Legend")
    items = [*canvas.scene().items(), *canvas.children()]
    return sum(type(item).__name__ in kinds for item in items)


if is_in_qgis():
    from qgis.PyQt.QtCore import QTimer

    QTimer.singleShot(3000, lambda: be_visited(lambda options: Visit(options).report()))
elif __name__ == "__main__":
    sys.exit(main())
