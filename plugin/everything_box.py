"""The part of the dock that runs over everything."""

from __future__ import annotations

from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout

from .everything import SELECTED, VIEW, WHOLE
from .translation import tr


class EverythingBox(QgsCollapsibleGroupBox):
    """Where, a button, and how far."""

    wanted = pyqtSignal(str)  # VIEW, WHOLE, SELECTED

    def __init__(self) -> None:
        super().__init__(tr("Everything at once"))
        self._where = QComboBox()
        self._where.setObjectName("sam2_where")
        self._where.addItem(tr("in the view"), VIEW)
        self._where.addItem(tr("in the whole raster"), WHOLE)
        self._where.addItem(tr("in the selected polygons"), SELECTED)
        self._where.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._where.setToolTip(tr("The selected polygons are those of the layer that the outlines go to."))
        self._button = QPushButton(tr("Segment all…"))
        self._button.setObjectName("sam2_everything")
        self._button.setToolTip(
            tr(
                "Draws a polygon around every object, in the background, into a new GeoPackage that fills on "
                "the map. More settings: Processing Toolbox > SAM 2."
            )
        )
        self._button.clicked.connect(lambda: self.wanted.emit(self._where.currentData()))
        self._bar = QProgressBar()
        self._bar.hide()
        row, column = QHBoxLayout(), QVBoxLayout(self)
        row.addWidget(self._where, 1)
        row.addWidget(self._button)
        column.addLayout(row)
        column.addWidget(self._bar)

    def show_progress(self, running: bool, percent: float = 0.0) -> None:
        """How far the run is; the button stops it."""
        self._bar.setVisible(running)
        self._bar.setValue(round(percent))
        self._button.setText(tr("Stop") if running else tr("Segment all…"))
