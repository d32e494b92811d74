"""Prompting on the map, put together: session, map tool, dock and target layer."""

from __future__ import annotations

import dataclasses
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Optional

from qgis.core import QgsFeature, QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.gui import QgsAttributeDialog, QgsAttributeEditorContext
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QAction, QFileDialog

from ..engine.api.environment import home_folder
from ..engine.api.settings import BEGIN_WITH, read_settings
from .acceptance import ADD, MERGE, NEW, SUBTRACT, Acceptance, Outline, Refused
from .answers import Answer
from .canvas_settings import forget, load_settings
from .dock import Dock
from .everything import SELECTED, VIEW, Everything, extent_parameter, free_path, selected_polygons
from .keys import Command
from .map_tool import PromptTool
from .session import CanvasSession
from .states import Way
from .target import is_polygon_layer, new_layer
from .translation import say, tr

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

TITLE = "SAM 2"

# Pixels of the picture of what the model sees; about what the dock is wide.
_LOOK_SIDE = 320

_HOW = {
    Command.ACCEPT: NEW,
    Command.ADD: ADD,
    Command.SUBTRACT: SUBTRACT,
    Command.MERGE: MERGE,
}


class ByHand(QObject):
    """Everything of it that a window of QGIS holds; ``close`` takes all of it away."""

    models_wanted = pyqtSignal()
    environment_wanted = pyqtSignal()

    def __init__(self, iface: QgisInterface, action: QAction) -> None:
        """``action`` is checkable: it switches the map tool on and shows the dock."""
        super().__init__()
        self._iface = iface
        self._action = action
        self.session = CanvasSession(self)
        self.tool = PromptTool(iface.mapCanvas(), self.session)
        self.tool.setAction(action)
        self.dock = Dock(self.session, iface.mainWindow())
        self.everything = Everything(self)
        self._acceptance = Acceptance(self._show_form)
        iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
        self.dock.hide()
        self.tool.commanded.connect(lambda command: self.session.accept(_HOW[command]))
        self.session.accepting.connect(self._accept)
        self.session.said.connect(self._warn)
        self.dock.accept_wanted.connect(self.session.accept)
        self.dock.way_wanted.connect(self._go)
        self.dock.closing.connect(self._dock_closed)
        self.dock.target_changed.connect(lambda layer: self.dock.show_target_problem(""))
        self.dock.new_target_wanted.connect(self._make_target)
        self.dock.everything_wanted.connect(self._segment_everything)
        self.dock.look_wanted.connect(self._look)
        self.dock.environment_wanted.connect(self.environment_wanted)
        self.session.view_rested.connect(self._look)
        self.everything.progressed.connect(lambda percent: self.dock.show_everything(True, percent))
        self.everything.ended.connect(self._everything_ended)

    def start(self) -> None:
        """Show the dock and take the map tool."""
        self.dock.show()
        self.dock.raise_()
        active = self._iface.activeLayer()
        if self.session.raster is None:
            self.dock.choose_raster(active if isinstance(active, QgsRasterLayer) else _only_raster())
        if self.dock.target is None and is_polygon_layer(active):
            self.dock.choose_target(active)
        self._iface.mapCanvas().setMapTool(self.tool)

    def stop(self) -> None:
        """Give the map back to QGIS's own tool; prompts stay."""
        self._iface.mapCanvas().unsetMapTool(self.tool)

    def take_options(self, names: set[str]) -> None:
        """These settings have other values now."""
        begins = names & set(BEGIN_WITH)
        if begins:
            forget(begins)
            now = load_settings()
            values = {name: getattr(now, name) for name in begins}
            self.session.set_settings(dataclasses.replace(self.session.settings, **values))
            self.dock.show_settings()

    def close(self) -> None:
        """Take everything away, the worker and its files included."""
        self.everything.close()
        self.tool.close()
        self.session.close(wait=True)
        self._iface.removeDockWidget(self.dock)
        self.dock.close_for_good()
        self.deleteLater()

    def _dock_closed(self) -> None:
        self.stop()
        self.session.close()

    def _look(self) -> None:
        if self.dock.shows_look:
            self.session.look(_LOOK_SIDE)

    # Accepting

    def _accept(self, answer: Answer, how: str) -> None:
        candidate = answer.candidate
        if candidate is None:
            return
        attributes = {
            # People read these in a form; the model knows them no better.
            "score": round(candidate.score, 4),
            "stability": round(candidate.stability, 4),
            "model": self.session.settings.checkpoint or self.session.settings.model,
            "prompts_fg": answer.prompts.foreground_count,
            "prompts_bg": answer.prompts.background_count,
        }
        outline = Outline(candidate.geometry, self.session.crs, attributes)
        try:
            self._acceptance.accept(self.dock.target, outline, how, self._accepted)
        except Refused as refusal:
            self.dock.show_target_problem(str(refusal))
            self._warn(str(refusal))

    def _accepted(self, story: str) -> None:
        self.dock.show_target_problem("")
        if story:
            self._iface.messageBar().pushInfo(TITLE, say(story))
        self.session.accepted()

    def _show_form(
        self, layer: QgsVectorLayer, feature: QgsFeature, command: str, done: Callable[[bool], None]
    ) -> None:
        context = QgsAttributeEditorContext()
        context.setFormMode(QgsAttributeEditorContext.FormMode.StandaloneDialog)
        dialog = QgsAttributeDialog(layer, feature, False, self._iface.mainWindow(), True, context)
        dialog.setMode(QgsAttributeEditorContext.Mode.AddFeatureMode)
        dialog.setEditCommandMessage(command)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: done(True))
        dialog.rejected.connect(lambda: done(False))
        # Not exec: the window of QGIS goes on living beside it.
        dialog.open()

    def _make_target(self) -> None:
        raster = self.session.raster
        outlines = tr("outlines")
        name = f"{raster.name()} {outlines}" if raster is not None else outlines
        path = self._ask_for_path(tr("GeoPackage for the outlines"), name)
        if not path:
            return
        layer, problem = new_layer(path, self.session.crs, Path(path).stem)
        if layer is None:
            self._warn(problem)
            return
        QgsProject.instance().addMapLayer(layer)
        self.dock.choose_target(layer)

    # The ways forward

    def _go(self, way: Way) -> None:
        if way is Way.ACTIVATE:
            self.start()
        elif way is Way.STOP:
            self.session.stop()
        elif way in (Way.RETRY, Way.RESTART):
            self.session.retry()
        elif way is Way.MODELS:
            self.models_wanted.emit()

    # Everything at once

    def _segment_everything(self, where: str) -> None:
        if self.everything.running:
            self.everything.stop()
            return
        raster = self.session.raster
        if raster is None:
            self._warn("Choose a raster layer first.")
            return
        parameters: dict[str, Any] = {
            name.upper(): value
            for name, value in {
                **self.session.request_params,
                **self.session.settings.outline_params(),
            }.items()
            if value not in ("", [])
        }
        # The next click is likely to be on what has just been found.
        parameters["KEEP_EMBEDDINGS"] = True
        if where == VIEW:
            settings = self._iface.mapCanvas().mapSettings()
            parameters["EXTENT"] = extent_parameter(settings.visibleExtent(), settings.destinationCrs())
        elif where == SELECTED:
            layer = self.dock.target
            if layer is None or not layer.selectedFeatureCount():
                self._warn("Select polygons in the layer that the outlines go to first.")
                return
            parameters["MASK_LAYER"] = selected_polygons(layer)
        path = self._ask_for_path(tr("GeoPackage for the objects"), f"{raster.name()} {tr('objects')}")
        if path:
            self.dock.show_everything(True)
            self.everything.start(raster, path, parameters)

    def _everything_ended(self, whole: bool, sentence: str) -> None:
        self.dock.show_everything(False)
        if whole:
            self._iface.messageBar().pushSuccess(TITLE, say(sentence))
        else:
            self._warn(sentence)

    def _ask_for_path(self, title: str, name: str) -> str:
        """A GeoPackage chosen by the user; the suggestion is new and beside the project or the raster."""
        suggested = free_path(self._folder(), name)
        path, _ = QFileDialog.getSaveFileName(
            self._iface.mainWindow(), title, str(suggested), "GeoPackage (*.gpkg)"
        )
        if path and not path.lower().endswith(".gpkg"):
            path += ".gpkg"
        return path

    def _folder(self) -> Path:
        raster = self.session.raster
        beside = Path(raster.source().partition("|")[0]).parent if raster is not None else Path()
        for folder in (read_settings().output_folder, QgsProject.instance().homePath(), str(beside)):
            if folder and os.path.isabs(folder) and os.access(folder, os.W_OK):
                return Path(folder)
        home = home_folder()
        return home if os.access(home, os.W_OK) else Path(tempfile.gettempdir())

    def _warn(self, sentence: str) -> None:
        self._iface.messageBar().pushWarning(TITLE, say(sentence))


def _only_raster() -> Optional[QgsRasterLayer]:
    """The project's raster, where there is no doubt which one."""
    rasters = [
        layer for layer in QgsProject.instance().mapLayers().values() if isinstance(layer, QgsRasterLayer)
    ]
    return rasters[0] if len(rasters) == 1 else None
