"""Clicks, drags and keys on the canvas become prompts. Wheel, middle button and space stay QGIS's."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from typing import Optional

from qgis.core import QgsApplication, QgsCsException, QgsPointXY
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool
from qgis.PyQt.QtCore import QEvent, QObject, QPoint, QPointF, Qt, pyqtSignal

from .keys import WHILE_PROMPTING, Command, command_of
from .legend import Legend
from .placement import point_between
from .preview import Grip, Preview, corners_of
from .prompting import PointPrompt, Position
from .session import CanvasSession

# A mouse that moves less between press and release has clicked.
_DRAG_PX = 5
_LASSO_STEP_PX = 6
_LEAST_LASSO = 4

_STEPS = {
    Command.LEFT: QPoint(-10, 0),
    Command.RIGHT: QPoint(10, 0),
    Command.UP: QPoint(0, -10),
    Command.DOWN: QPoint(0, 10),
    Command.FINE_LEFT: QPoint(-1, 0),
    Command.FINE_RIGHT: QPoint(1, 0),
    Command.FINE_UP: QPoint(0, -1),
    Command.FINE_DOWN: QPoint(0, 1),
}


@dataclass
class Drag:
    """What the left button has been pressed on, and where the mouse has been since."""

    start: QPoint
    lasso: bool
    grip: Optional[Grip]
    moved: bool = False
    path: list[QPoint] = field(default_factory=list)


class PromptTool(QgsMapTool):
    """The map tool. Accepting and the like are asked for by ``commanded``."""

    commanded = pyqtSignal(object)  # Command

    def __init__(self, canvas: QgsMapCanvas, session: CanvasSession) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._session = session
        self._drag: Optional[Drag] = None
        self._corner: Optional[QPoint] = None
        self.preview = Preview(canvas, session)
        self.legend = Legend(canvas)
        self._keys = _Keys(self)
        self.setCursor(QgsApplication.getThemeCursor(QgsApplication.Cursor.CrossHair))
        self.setToolName("SAM 2")
        canvas.extentsChanged.connect(self.tell_view)
        canvas.destinationCrsChanged.connect(self.tell_view)

    def close(self) -> None:
        """Take everything off the canvas; the tool cannot be used any more."""
        self._canvas.unsetMapTool(self)
        self._canvas.extentsChanged.disconnect(self.tell_view)
        self._canvas.destinationCrsChanged.disconnect(self.tell_view)
        self.preview.close()
        self.legend.deleteLater()
        self._keys.deleteLater()
        self.deleteLater()

    def activate(self) -> None:
        """QGIS has made this the map tool."""
        super().activate()
        for widget in (self._canvas, self._canvas.viewport()):
            widget.installEventFilter(self._keys)
        self._canvas.setFocus()
        self.legend.appear()
        self.tell_view()
        self._session.activate()

    def deactivate(self) -> None:
        """QGIS has taken another map tool."""
        for widget in (self._canvas, self._canvas.viewport()):
            widget.removeEventFilter(self._keys)
        self.legend.hide()
        self._end_drag()
        self.preview.cursor.hide()
        self._session.deactivate()
        super().deactivate()

    def tell_view(self) -> None:
        """Tell the session what the canvas shows."""
        settings = self._canvas.mapSettings()
        self._session.set_view(
            settings.visibleExtent(), settings.destinationCrs(), settings.outputSize().width()
        )

    # The mouse

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802
        """The left button takes a handle or begins a click, a box or a lasso."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        pixel = event.pixelPoint()
        self.preview.cursor.hide()
        grip = self.preview.grip_at(QPointF(pixel))
        lasso = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._drag = Drag(pixel, lasso and grip is None, grip, path=[pixel])
        self._session.end_hover()

    def canvasDoubleClickEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802
        """The second of two fast clicks is a click as well."""
        self.canvasPressEvent(event)

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802
        """Draw what is being dragged, or show what a click would find."""
        pixel, drag = event.pixelPoint(), self._drag
        if drag is None:
            self.preview.cursor.hide()
            if self.preview.point_at(QPointF(pixel)) is None:
                position = self._position(pixel)
                if position is not None:
                    self._session.hover(position)
            return
        if (pixel - drag.start).manhattanLength() >= _DRAG_PX:
            drag.moved = True
        if not drag.moved:
            return
        if drag.lasso and (pixel - drag.path[-1]).manhattanLength() >= _LASSO_STEP_PX:
            drag.path.append(pixel)
        self._show_drag(drag, pixel)

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802
        """A click, a box, a lasso or a moved handle becomes one step of the prompts."""
        pixel = event.pixelPoint()
        if event.button() == Qt.MouseButton.RightButton:
            self._add_point(pixel, foreground=False)
            return
        if event.button() != Qt.MouseButton.LeftButton or self._drag is None:
            return
        drag = self._drag
        self._end_drag()
        if drag.grip is not None:
            if drag.moved:
                self._move(drag.grip, pixel)
        elif not drag.moved:
            self._add_point(drag.start, foreground=True)
        elif drag.lasso:
            self._set_lasso([*drag.path, pixel])
        else:
            self._set_box(drag.start, pixel)

    # The keys

    def takes(self, command: Command) -> bool:
        """Whether a key is ours now; undo belongs to QGIS while there are no prompts."""
        return command not in WHILE_PROMPTING or self._session.history.open

    def run(self, command: Command) -> None:
        """Do what a key says."""
        if command in _STEPS:
            self._move_cursor(_STEPS[command])
        elif command in (Command.FOREGROUND, Command.BACKGROUND):
            self._add_point(self._pointer(), command is Command.FOREGROUND)
        elif command is Command.CORNER:
            self._take_corner()
        elif command is Command.REMOVE:
            self._remove(self.preview.hovered)
        elif command is Command.LEGEND:
            self.legend.toggle()
        elif command is Command.ESCAPE and (self._drag is not None or self._corner is not None):
            self._end_drag()
        elif command in (Command.NEXT, Command.PREVIOUS):
            self._session.turn(1 if command is Command.NEXT else -1)
        elif command is Command.UNDO:
            self._session.undo()
        elif command is Command.REDO:
            self._session.redo()
        elif command is Command.ESCAPE:
            self._session.escape()
        else:
            self.commanded.emit(command)

    def leave(self) -> None:
        """The mouse has left the canvas."""
        self._session.end_hover()

    def _pointer(self) -> QPoint:
        """Where keys act: at the cursor moved by keys, else at the mouse, else in the middle."""
        if self.preview.cursor.isVisible():
            return self.preview.cursor.pos().toPoint()
        viewport = self._canvas.viewport()
        if viewport.underMouse():
            return viewport.mapFromGlobal(self._canvas.cursor().pos())
        self._move_cursor(QPoint(0, 0))
        return viewport.rect().center()

    def _move_cursor(self, step: QPoint) -> None:
        cursor, area = self.preview.cursor, self._canvas.viewport().rect()
        start = cursor.pos().toPoint() if cursor.isVisible() else area.center()
        pixel = start + step
        pixel = QPoint(
            min(max(pixel.x(), area.left()), area.right()), min(max(pixel.y(), area.top()), area.bottom())
        )
        cursor.put(self.toMapCoordinates(pixel))
        cursor.show()
        self.preview.point_at(QPointF(pixel))
        if self._corner is not None:
            self._show_box(self._corner, pixel)
        position = self._position(pixel)
        if position is not None and self._corner is None:
            self._session.hover(position)

    def _take_corner(self) -> None:
        pixel = self._pointer()
        if self._corner is None:
            self._corner = pixel
            self._move_cursor(QPoint(0, 0))
            return
        start = self._corner
        self._end_drag()
        self._set_box(start, pixel)

    # Prompts

    def _add_point(self, pixel: QPoint, foreground: bool) -> None:
        position = self._position(pixel)
        if position is not None:
            point = PointPrompt(*position, foreground)
            self._session.change_prompts(self._session.prompts.with_point(point))

    def _set_box(self, start: QPoint, end: QPoint) -> None:
        corners = [self._position(corner) for corner in _corners(start, end)]
        known = [corner for corner in corners if corner is not None]
        if len(known) < len(corners):
            return
        xs, ys = [x for x, _ in known], [y for _, y in known]
        box = (min(xs), min(ys), max(xs), max(ys))
        if box[0] < box[2] and box[1] < box[3]:
            self._session.change_prompts(self._session.prompts.with_box(box))

    def _set_lasso(self, path: list[QPoint]) -> None:
        ring = [position for position in map(self._position, path) if position is not None]
        if len(ring) >= _LEAST_LASSO:
            self._session.change_prompts(self._session.prompts.with_lasso(tuple(ring)))

    def _move(self, grip: Grip, pixel: QPoint) -> None:
        position, prompts = self._position(pixel), self._session.prompts
        if position is None:
            return
        if grip.kind == "point":
            self._session.change_prompts(prompts.with_point_at(grip.index, position))
        elif grip.kind == "corner" and prompts.box is not None:
            fixed = corners_of(prompts.box)[(grip.index + 2) % 4]
            xs, ys = sorted((fixed.x(), position[0])), sorted((fixed.y(), position[1]))
            if xs[0] < xs[1] and ys[0] < ys[1]:
                self._session.change_prompts(prompts.with_box((xs[0], ys[0], xs[1], ys[1])))

    def _remove(self, grip: Optional[Grip]) -> None:
        prompts = self._session.prompts
        if grip is None:
            return
        if grip.kind == "point":
            self._session.change_prompts(prompts.without_point(grip.index))
        elif grip.kind == "corner":
            self._session.change_prompts(prompts.with_box(None))
        else:
            self._session.change_prompts(dataclasses.replace(prompts, lasso=()))

    def _position(self, pixel: QPoint) -> Optional[Position]:
        """A place on the screen in the raster's CRS; None without a raster or where CRSs do not meet."""
        if self._session.raster is None:
            return None
        crs = self._canvas.mapSettings().destinationCrs()
        try:
            point = point_between(self.toMapCoordinates(pixel), crs, self._session.crs)
        except QgsCsException:
            return None
        return point.x(), point.y()

    # The drag in the picture

    def _show_drag(self, drag: Drag, pixel: QPoint) -> None:
        if drag.lasso:
            self.preview.show_drag(self._places([*drag.path, pixel, drag.path[0]]))
        elif drag.grip is None:
            self._show_box(drag.start, pixel)
        else:
            self.preview.show_drag(self._places([drag.start, pixel]))

    def _show_box(self, start: QPoint, end: QPoint) -> None:
        corners = _corners(start, end)
        self.preview.show_drag(self._places([*corners, corners[0]]))

    def _end_drag(self) -> None:
        self._drag = None
        self._corner = None
        self.preview.show_drag([])

    def _places(self, pixels: list[QPoint]) -> list[QgsPointXY]:
        return [self.toMapCoordinates(pixel) for pixel in pixels]


class _Keys(QObject):
    """Takes our keys before QGIS's shortcuts do, and tells when the mouse leaves."""

    def __init__(self, tool: PromptTool) -> None:
        super().__init__(tool)
        self._tool = tool

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        kind = event.type()
        if kind == QEvent.Type.Leave:
            self._tool.leave()
        if kind not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            return False
        command = command_of(event)
        if command is None or not self._tool.takes(command):
            return False
        if kind == QEvent.Type.KeyPress:
            self._tool.run(command)
        event.accept()
        return True


def _corners(start: QPoint, end: QPoint) -> list[QPoint]:
    return [start, QPoint(end.x(), start.y()), end, QPoint(start.x(), end.y())]
