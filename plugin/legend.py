"""The keys, in a corner of the map."""

from __future__ import annotations

from qgis.core import QgsSettings
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QEvent, QObject, Qt
from qgis.PyQt.QtWidgets import QLabel

from .canvas_settings import GROUP
from .keys import legend_lines
from .translation import tr

_MARGIN = 8


class Legend(QLabel):
    """Lies over the map and lets every click through."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.setTextFormat(Qt.TextFormat.RichText)
        self._write()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setStyleSheet(
            "background: rgba(25, 25, 25, 190); color: white; border-radius: 4px; padding: 4px;"
            "font-size: 8pt;"
        )
        canvas.installEventFilter(self)
        self._place()
        self.hide()

    def appear(self) -> None:
        """The tool is in use: show the keys, unless the user has hidden them."""
        self._write()
        self.setVisible(QgsSettings().value(f"{GROUP}/legend", True, type=bool))
        self._place()

    def toggle(self) -> None:
        """Hide or show the keys, now and next time."""
        self.setVisible(not self.isVisible())
        QgsSettings().setValue(f"{GROUP}/legend", self.isVisible())
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Stay in the corner when the canvas changes its size."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _write(self) -> None:
        rows = "".join(
            f"<tr><td><b>{tr(line.keys)}</b>&nbsp;&nbsp;</td><td>{tr(line.meaning)}</td></tr>"
            for line in legend_lines()
        )
        self.setText(f"<table cellspacing='1'>{rows}</table>")
        self.adjustSize()

    def _place(self) -> None:
        self.move(_MARGIN, max(0, self._canvas.height() - self.height() - _MARGIN))
        self.raise_()
