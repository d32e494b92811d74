"""The candidates side by side: the raster around them, each with its outline and score."""

from __future__ import annotations

from typing import Optional

from qgis.core import (
    QgsGeometry,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsMapToPixel,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QColor, QIcon, QImage, QPainter, QPainterPath, QPen, QPixmap
from qgis.PyQt.QtWidgets import QHBoxLayout, QToolButton, QWidget

from .answers import Answer
from .session import CanvasSession
from .translation import tr

_SIDE = 84
_AROUND = 0.15


class CandidateList(QWidget):
    """A row of pictures; a click on one shows that candidate."""

    def __init__(self, session: CanvasSession) -> None:
        super().__init__()
        self._session = session
        self._answer: Optional[Answer] = None
        self._job: Optional[QgsMapRendererParallelJob] = None
        self._buttons: list[QToolButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addStretch()
        self.setMinimumHeight(_SIDE + 34)
        session.answer_changed.connect(self.show_answer)

    def show_answer(self, answer: Optional[Answer]) -> None:
        """Show the candidates of an answer, or nothing."""
        known = self._answer
        self._answer = answer
        if answer is not None and known is not None and answer.candidates is known.candidates:
            self._check(answer.chosen)
            return
        self._clear()
        if answer is None or not answer.candidates:
            return
        for number, candidate in enumerate(answer.candidates):
            self._add_button(number, f"{candidate.score:.2f}")
        self._check(answer.chosen)
        self._draw(answer)

    def _add_button(self, number: int, text: str) -> None:
        button = QToolButton()
        button.setCheckable(True)
        button.setAutoRaise(True)
        button.setIconSize(QSize(_SIDE, _SIDE))
        nothing_yet = QPixmap(_SIDE, _SIDE)
        nothing_yet.fill(QColor(128, 128, 128, 60))
        button.setIcon(QIcon(nothing_yet))
        button.setText(text)
        meaning = tr("Candidate {number}, score {score}: the model's own estimate of how well it fits (0-1).")
        keys = tr("Tab and Shift+Tab on the map go from one to the next.")
        button.setToolTip(f"{meaning.format(number=number + 1, score=text)}\n{keys}")
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        # The keys stay with the map.
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda _, number=number: self._session.choose(number))
        self._row.insertWidget(number, button)
        self._buttons.append(button)

    def _check(self, chosen: int) -> None:
        for number, button in enumerate(self._buttons):
            button.setChecked(number == chosen)

    def _clear(self) -> None:
        if self._job is not None:
            self._job.finished.disconnect(self._drawn)
            self._job.cancelWithoutBlocking()
            self._job = None
        for button in self._buttons:
            self._row.removeWidget(button)
            button.deleteLater()
        self._buttons = []

    def _draw(self, answer: Answer) -> None:
        """Have the raster drawn in another thread; the outlines come on top when it is there."""
        raster = self._session.raster
        if raster is None:
            return
        settings = QgsMapSettings()
        settings.setLayers([raster])
        settings.setDestinationCrs(raster.crs())
        settings.setOutputSize(QSize(_SIDE, _SIDE))
        settings.setExtent(_square_around(answer))
        self._job = QgsMapRendererParallelJob(settings)
        self._job.finished.connect(self._drawn)
        self._job.start()

    def _drawn(self) -> None:
        job, self._job = self._job, None
        if job is None or self._answer is None:
            return
        settings = job.mapSettings()
        for button, candidate in zip(self._buttons, self._answer.candidates):
            picture = _outlined(job.renderedImage(), candidate.sketch, settings.mapToPixel())
            button.setIcon(QIcon(QPixmap.fromImage(picture)))


def _square_around(answer: Answer) -> QgsRectangle:
    box = answer.candidates[0].sketch.boundingBox()
    for candidate in answer.candidates[1:]:
        box.combineExtentWith(candidate.sketch.boundingBox())
    side = max(box.width(), box.height()) * (1 + 2 * _AROUND)
    return QgsRectangle.fromCenterAndSize(box.center(), side, side)


def _outlined(image: QImage, outline: QgsGeometry, to_pixel: QgsMapToPixel) -> QImage:
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = QPainterPath()
    # No finer than the picture: the corners are walked through in Python.
    cell = to_pixel.mapUnitsPerPixel()
    outline = outline.snappedToGrid(cell, cell) if outline.constGet().nCoordinates() > 500 else outline
    for part in outline.asMultiPolygon() if outline.isMultipart() else [outline.asPolygon()]:
        for ring in part:
            for number, corner in enumerate(ring):
                place = to_pixel.transform(corner)
                if number == 0:
                    path.moveTo(place.x(), place.y())
                else:
                    path.lineTo(place.x(), place.y())
    painter.setPen(QPen(QColor(255, 212, 0), 1.6))
    painter.setBrush(QColor(255, 212, 0, 70))
    painter.drawPath(path)
    painter.end()
    return image
