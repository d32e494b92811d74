"""What is asked of the worker: raster, view and settings, in the words of docs/canvas_jobs.md."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import QgsCoordinateReferenceSystem, QgsRasterLayer, QgsRectangle
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..engine.api.settings import read_settings
from .canvas_settings import BY_STYLE, CanvasSettings, load_settings
from .placement import box_between
from .prompting import Position, Prompts
from .raster_choice import file_of, wkt_of
from .shown_values import shown_values
from .view import View, extent_of, polygon_hex
from .view_raster import ViewRaster

Params = dict[str, Any]


class Questions(QObject):
    """Knows raster, view and settings. A question is None while it cannot be put: without a raster or
    a view, or while the picture of a web layer is being made, which ``fetched`` ends."""

    fetched = pyqtSignal()
    not_fetched = pyqtSignal(str)
    restyled = pyqtSignal()  # the raster's style has changed, and STRETCH follows it

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self.raster: Optional[QgsRasterLayer] = None
        self.settings: CanvasSettings = load_settings()
        self._canvas: Optional[tuple[QgsRectangle, QgsCoordinateReferenceSystem, int]] = None
        self._object_view: Optional[View] = None
        self._picture = ViewRaster(self)
        self._picture.ready.connect(self.fetched)
        self._picture.failed.connect(self.not_fetched)

    @property
    def crs(self) -> QgsCoordinateReferenceSystem:
        """CRS of prompts and outlines: the raster's, as QGIS has it; it may be invalid."""
        return self.raster.crs() if self.raster is not None else QgsCoordinateReferenceSystem()

    @property
    def fetching(self) -> bool:
        """Whether the picture of a web layer is being made."""
        return self._picture.drawing

    @property
    def outside(self) -> bool:
        """Whether the view shows nothing of the raster."""
        view = self._view()
        return view is not None and not self._shows_raster(view)

    def set_raster(self, raster: Optional[QgsRasterLayer]) -> None:
        """Ask about this raster from now on."""
        self._picture.stop()
        if self.raster is not None and not sip.isdeleted(self.raster):
            self.raster.rendererChanged.disconnect(self._style_changes)
        self.raster = raster
        self._object_view = None
        if raster is not None:
            raster.rendererChanged.connect(self._style_changes)

    def set_view(self, extent: QgsRectangle, crs: QgsCoordinateReferenceSystem, width: int) -> None:
        """The canvas shows ``extent``, given in ``crs``, on ``width`` screen pixels."""
        self._canvas = (QgsRectangle(extent), crs, max(1, width))

    def close(self) -> None:
        """Remove the pictures of web layers."""
        self._picture.close()

    def holds(self, prompts: Prompts) -> bool:
        """Whether all prompts lie on the raster."""
        return self.raster is not None and self.raster.extent().contains(extent_of(prompts))

    def end_object(self) -> None:
        """The next prompts are those of another object: they are asked in the view they are made in."""
        self._object_view = None

    def encode(self) -> Optional[Params]:
        """Have the view encoded."""
        asked = self._about(self._view())
        if asked is None:
            return None
        return {**asked, **self.request_params(), **self._memory()}

    def look(self, side: int) -> Optional[Params]:
        """A picture of the view, ``side`` pixels at most."""
        asked = self._about(self._view())
        return None if asked is None else {**asked, **self._look_params(), "side": side}

    def hover(self, position: Position) -> Optional[Params]:
        """What a click would find, where that costs no encoding."""
        asked = self._about(self._view())
        if asked is None:
            return None
        return {
            **asked,
            **self._prompted(Prompts()),
            "points": [[*position, 1]],
            "preview": True,
            "may_encode": False,
        }

    def prompt(self, prompts: Prompts, previous: bool, candidate: int) -> Optional[Params]:
        """The object shown by these prompts.

        Args:
            prompts: All of its prompts.
            previous: Go on from the answer before this one.
            candidate: Which candidate of that answer was chosen.
        """
        asked = self._about(self._view_of_object(prompts))
        if asked is None:
            return None
        return {
            **asked,
            **self._prompted(prompts),
            "previous": previous,
            "candidate": candidate,
            "preview": False,
            "may_encode": True,
        }

    def request_params(self) -> Params:
        """What decides which window is encoded, by which model."""
        return {**self.settings.request_params(), **self._look_params()}

    def fits(self, params: Params) -> bool:
        """Whether an answer to these params is one under the settings of now."""
        now = {**self.request_params(), **self.settings.outline_params()}
        return all(params.get(name) == value for name, value in now.items())

    def _style_changes(self) -> None:
        if self.settings.stretch == BY_STYLE:
            self.restyled.emit()

    def _look_params(self) -> Params:
        params = self.settings.look_params()
        if self.settings.stretch != BY_STYLE or self.raster is None:
            return params
        if not file_of(self.raster):  # the picture of a web layer is what the layer shows
            return {**params, "stretch": "none"}
        return {**params, **shown_values(self.raster, self.settings.bands)}

    def _prompted(self, prompts: Prompts) -> Params:
        return {
            **self.request_params(),
            **self._memory(),
            **self.settings.outline_params(),
            **prompts.to_params(),
            "lasso": polygon_hex(prompts.lasso),
        }

    def _memory(self) -> Params:
        return {"memory_limit_mb": read_settings().memory_limit_mb}

    def _about(self, view: Optional[View]) -> Optional[Params]:
        """Raster and view; begins a picture of a web layer where there is none of this view."""
        if view is None or self.raster is None or not self._shows_raster(view):
            return None
        path = file_of(self.raster)
        if not path:
            if not self._picture.covers(self.raster, view.box, view.pixel):
                self._picture.draw(self.raster, view.box, view.pixel)
                return None
            path = self._picture.path
        return {"input": path, "crs": wkt_of(self.crs), **view.to_params()}

    def _view(self) -> Optional[View]:
        """The canvas in the raster's CRS; None where there is none."""
        if self._canvas is None or self.raster is None:
            return None
        extent, crs, width = self._canvas
        box = box_between(extent, crs, self.crs)
        if box.isEmpty() or not box.isFinite():
            return None
        return View(box, box.width() / width)

    def _view_of_object(self, prompts: Prompts) -> Optional[View]:
        """The view of the first prompt, for as long as it serves."""
        view, held = self._view(), self._object_view
        if view is not None and (held is None or not held.still_serves(view, prompts)):
            self._object_view = view.with_prompts(prompts)
        return self._object_view

    def _shows_raster(self, view: View) -> bool:
        return self.raster is not None and view.box.intersects(self.raster.extent())
