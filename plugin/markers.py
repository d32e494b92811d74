"""What is drawn at a place of the map: prompts as handles, the score, the cursor moved by keys."""

from __future__ import annotations

from enum import Enum

from qgis.core import QgsPointXY, QgsRectangle
from qgis.gui import QgsMapCanvas, QgsMapCanvasItem
from qgis.PyQt.QtCore import QLineF, QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF, QTextOption
from qgis.PyQt.QtWidgets import QStyleOptionGraphicsItem, QWidget

_RADIUS = 7.0
_HOVERED_RADIUS = 9.0
_Z_MARKERS, _Z_CAPTION = 300, 310
_EDGE = 4.0  # between a caption and the edge of the view


class Look(Enum):
    """How a handle looks: the sign tells object from not this without its colour."""

    FOREGROUND = "#1a9641"
    BACKGROUND = "#d7191c"
    CORNER = "#2b6fb3"


class CanvasItem(QgsMapCanvasItem):
    """An item that keeps its place on the map."""

    def __init__(self, canvas: QgsMapCanvas, place: QgsPointXY) -> None:
        super().__init__(canvas)
        self.place = QgsPointXY(place)
        self.updatePosition()

    def put(self, place: QgsPointXY) -> None:
        """Move to a place given in the canvas's CRS."""
        self.place = QgsPointXY(place)
        self.updatePosition()
        self.update()

    def updatePosition(self) -> None:  # noqa: N802
        """Called by the canvas whenever its extent changes."""
        self.setPos(self.toCanvasCoordinates(self.place))


class Handle(CanvasItem):
    """A prompt that can be dragged."""

    def __init__(self, canvas: QgsMapCanvas, place: QgsPointXY, look: Look) -> None:
        self._look = look
        self._hovered = False
        super().__init__(canvas, place)
        self.setZValue(_Z_MARKERS)

    def set_hovered(self, hovered: bool) -> None:
        """Show that the mouse can take it, and Delete remove it."""
        if hovered != self._hovered:
            self._hovered = hovered
            self.update()

    def boundingRect(self) -> QRectF:  # noqa: N802
        """Pixels around the place."""
        side = 2 * _HOVERED_RADIUS + 4
        return QRectF(-side / 2, -side / 2, side, side)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget) -> None:
        """A filled circle with a plus or a minus, or a square for a corner."""
        radius = _HOVERED_RADIUS if self._hovered else _RADIUS
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor("white"), 2.5 if self._hovered else 1.5))
        painter.setBrush(QColor(self._look.value))
        if self._look is Look.CORNER:
            side = radius - 2
            painter.drawRect(QRectF(-side, -side, 2 * side, 2 * side))
            return
        painter.drawEllipse(QPointF(0, 0), radius, radius)
        painter.setPen(QPen(QColor("white"), 2))
        arm = radius - 3.5
        painter.drawLine(QLineF(-arm, 0, arm, 0))
        if self._look is Look.FOREGROUND:
            painter.drawLine(QLineF(0, -arm, 0, arm))


class Caption(CanvasItem):
    """A short text in a box, above what is seen of an outline."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas = canvas
        self._text = ""
        self._outline = QgsRectangle()
        self._font = QFont()
        self._font.setPointSize(9)
        self._font.setBold(True)
        super().__init__(canvas, QgsPointXY(0, 0))
        self.setZValue(_Z_CAPTION)
        self.hide()

    def say(self, text: str, outline: QgsRectangle) -> None:
        """Show the text above an outline, given by its bounds in the canvas's CRS."""
        self.prepareGeometryChange()
        self._text, self._outline = text, QgsRectangle(outline)
        self.updatePosition()
        self.update()
        self.show()

    def updatePosition(self) -> None:  # noqa: N802
        """Over the middle of what is seen of the outline, and all of it in the view."""
        bounds = self._outline
        corners = [
            self.toCanvasCoordinates(QgsPointXY(x, y))
            for x in (bounds.xMinimum(), bounds.xMaximum())
            for y in (bounds.yMinimum(), bounds.yMaximum())
        ]
        drawn, view, box = QPolygonF(corners).boundingRect(), self._view(), self.boundingRect()
        seen = drawn.intersected(view)
        if seen.isEmpty():
            self.setPos(drawn.center().x(), drawn.top())
            return
        side = box.width() / 2 + _EDGE
        x = min(max(seen.center().x(), view.left() + side), view.right() - side)
        self.setPos(x, max(seen.top(), view.top() + _EDGE - box.top()))

    def _view(self) -> QRectF:
        return QRectF(self._canvas.viewport().rect())

    def boundingRect(self) -> QRectF:  # noqa: N802
        """The box, its bottom centre a little above the position."""
        metrics = QFontMetricsF(self._font)
        width, height = metrics.boundingRect(self._text).width() + 14, metrics.height() + 6
        return QRectF(-width / 2, -height - 6, width, height)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget) -> None:
        """White on dark, readable on any image."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(25, 25, 25, 200))
        painter.drawRoundedRect(self.boundingRect(), 4, 4)
        painter.setPen(QColor("white"))
        painter.setFont(self._font)
        # Not the overload with flags: Qt 6's are no numbers.
        painter.drawText(self.boundingRect(), self._text, QTextOption(Qt.AlignmentFlag.AlignCenter))


class KeyCursor(CanvasItem):
    """The cursor that is moved by keys."""

    _ARM = 14.0

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas, QgsPointXY(0, 0))
        self.setZValue(_Z_CAPTION)
        self.hide()

    def boundingRect(self) -> QRectF:  # noqa: N802
        """Pixels around the place."""
        return QRectF(-self._ARM - 2, -self._ARM - 2, 2 * self._ARM + 4, 2 * self._ARM + 4)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget) -> None:
        """A cross with a hole, dark on white."""
        arms = (
            QLineF(-self._ARM, 0, -4, 0),
            QLineF(4, 0, self._ARM, 0),
            QLineF(0, -self._ARM, 0, -4),
            QLineF(0, 4, 0, self._ARM),
        )
        for colour, width in (("white", 4), ("black", 1.5)):
            painter.setPen(QPen(QColor(colour), width))
            for arm in arms:
                painter.drawLine(arm)
