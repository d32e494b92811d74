"""Draws prompts, outlines and the score on the canvas, and takes everything away again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCsException,
    QgsGeometry,
    QgsPointXY,
    QgsWkbTypes,
)
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt.QtCore import QPointF, Qt
from qgis.PyQt.QtGui import QColor

from .answers import Answer
from .markers import Caption, Handle, KeyCursor, Look
from .placement import geometry_between, point_between
from .prompting import Prompts
from .session import CanvasSession
from .translation import tr

_POLYGON = QgsWkbTypes.GeometryType.PolygonGeometry
_LINE = QgsWkbTypes.GeometryType.LineGeometry
# How near the mouse must be to take a handle, in pixels.
_REACH = 10.0


@dataclass(frozen=True)
class Grip:
    """What a handle stands for: ``kind`` is point, corner or lasso; ``index`` its number there."""

    kind: str
    index: int


class Preview:
    """All that the tool has put on the canvas; everything is kept in the raster's CRS."""

    def __init__(self, canvas: QgsMapCanvas, session: CanvasSession) -> None:
        self._canvas = canvas
        self._session = session
        self._outline = _band(canvas, _POLYGON, QColor(255, 212, 0), 2, QColor(255, 212, 0, 60))
        self._hover = _band(canvas, _POLYGON, QColor(255, 255, 255, 230), 1, QColor(255, 255, 255, 30))
        self._hover.setLineStyle(Qt.PenStyle.DashLine)
        self._frame = _band(canvas, _LINE, QColor(43, 111, 179), 2, QColor(0, 0, 0, 0))
        self._drag = _band(canvas, _LINE, QColor(43, 111, 179), 2, QColor(0, 0, 0, 0))
        self._drag.setLineStyle(Qt.PenStyle.DashLine)
        self._caption = Caption(canvas)
        self.cursor = KeyCursor(canvas)
        self._handles: list[tuple[Grip, Handle]] = []
        self._hovered: Optional[Grip] = None
        session.prompts_changed.connect(self.show_prompts)
        session.answer_changed.connect(self.show_answer)
        session.hover_changed.connect(self.show_hover)
        canvas.destinationCrsChanged.connect(self._redraw)

    def close(self) -> None:
        """Leave nothing on the canvas."""
        self._session.prompts_changed.disconnect(self.show_prompts)
        self._session.answer_changed.disconnect(self.show_answer)
        self._session.hover_changed.disconnect(self.show_hover)
        self._canvas.destinationCrsChanged.disconnect(self._redraw)
        self._drop_handles()
        scene = self._canvas.scene()
        for item in (self._outline, self._hover, self._frame, self._drag, self._caption, self.cursor):
            scene.removeItem(item)

    def grip_at(self, pixel: QPointF) -> Optional[Grip]:
        """The handle within reach of a place on the screen, the nearest first."""
        near = [
            ((handle.pos() - pixel).manhattanLength(), number)
            for number, (_, handle) in enumerate(self._handles)
        ]
        distance, number = min(near, default=(2 * _REACH, -1))
        return self._handles[number][0] if distance <= _REACH else None

    @property
    def hovered(self) -> Optional[Grip]:
        """The handle the mouse or the cursor points at."""
        return self._hovered

    def point_at(self, pixel: QPointF) -> Optional[Grip]:
        """Mark the handle at a place on the screen as the one pointed at."""
        self._hovered = self.grip_at(pixel)
        for grip, handle in self._handles:
            handle.set_hovered(grip == self._hovered)
        return self._hovered

    def show_drag(self, places: Sequence[QgsPointXY]) -> None:
        """The line being dragged, in the canvas's CRS; an empty one ends it."""
        if places:
            self._drag.setToGeometry(QgsGeometry.fromPolylineXY(list(places)))
        else:
            self._drag.reset(_LINE)

    def show_prompts(self, prompts: Prompts) -> None:
        """Put a handle at every prompt."""
        self._drop_handles()
        for number, point in enumerate(prompts.points):
            look = Look.FOREGROUND if point.foreground else Look.BACKGROUND
            self._add_handle(Grip("point", number), QgsPointXY(point.x, point.y), look)
        frame = []
        if prompts.box is not None:
            frame = corners_of(prompts.box)
            for number, corner in enumerate(frame):
                self._add_handle(Grip("corner", number), corner, Look.CORNER)
        elif prompts.lasso:
            frame = [QgsPointXY(x, y) for x, y in prompts.lasso]
            self._add_handle(Grip("lasso", 0), frame[0], Look.CORNER)
        line = QgsGeometry.fromPolylineXY([*frame, frame[0]]) if frame else QgsGeometry()
        self._show(self._frame, line)

    def show_answer(self, answer: Optional[Answer]) -> None:
        """The outline of the candidate chosen, and its score."""
        candidate = answer.candidate if answer is not None else None
        self._show(self._outline, candidate.sketch if candidate is not None else None)
        if answer is None or candidate is None:
            self._caption.hide()
            return
        drawn = self._outline.asGeometry().boundingBox()
        if drawn.isNull():
            return
        count = len(answer.candidates)
        words = [tr("score {score}").format(score=f"{candidate.score:.2f}")]
        if count > 1:
            words.append(tr("{number} of {count}").format(number=answer.chosen + 1, count=count))
        if candidate.touches_edge:
            words.append(tr("cut by the raster's edge"))
        self._caption.say("  ".join(words), drawn)

    def show_hover(self, sketch: Optional[QgsGeometry]) -> None:
        """What a click would find here."""
        self._show(self._hover, sketch)

    def _redraw(self) -> None:
        self.show_prompts(self._session.prompts)
        self.show_answer(self._session.answer)
        self.show_hover(None)

    def _show(self, band: QgsRubberBand, geometry: Optional[QgsGeometry]) -> None:
        if geometry is None or geometry.isEmpty():
            band.reset(_LINE if band is self._frame else _POLYGON)
            return
        try:
            placed = geometry_between(geometry, self._session.crs, self._canvas_crs())
        except QgsCsException:
            band.reset(_LINE if band is self._frame else _POLYGON)
            return
        band.setToGeometry(placed)

    def _add_handle(self, grip: Grip, place: QgsPointXY, look: Look) -> None:
        try:
            placed = point_between(place, self._session.crs, self._canvas_crs())
        except QgsCsException:
            return
        self._handles.append((grip, Handle(self._canvas, placed, look)))

    def _drop_handles(self) -> None:
        for _, handle in self._handles:
            self._canvas.scene().removeItem(handle)
        self._handles = []
        self._hovered = None

    def _canvas_crs(self) -> QgsCoordinateReferenceSystem:
        return self._canvas.mapSettings().destinationCrs()


def corners_of(box: tuple[float, float, float, float]) -> list[QgsPointXY]:
    """The corners of a box, round it, from the lower left."""
    xmin, ymin, xmax, ymax = box
    return [QgsPointXY(xmin, ymin), QgsPointXY(xmax, ymin), QgsPointXY(xmax, ymax), QgsPointXY(xmin, ymax)]


def _band(
    canvas: QgsMapCanvas, kind: QgsWkbTypes.GeometryType, line: QColor, width: int, fill: QColor
) -> QgsRubberBand:
    band = QgsRubberBand(canvas, kind)
    band.setStrokeColor(line)
    band.setFillColor(fill)
    band.setSecondaryStrokeColor(QColor(0, 0, 0, 150))
    band.setWidth(width)
    return band
