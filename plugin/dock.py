"""The dock: raster, model, target layer, candidates and what to do with them. All text, no logic."""

from __future__ import annotations

import base64
import dataclasses
from typing import Any, Optional

from qgis.core import QgsMapLayer, QgsMapLayerProxyModel, QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.gui import QgsCollapsibleGroupBox, QgsDockWidget, QgsMapLayerComboBox, QgsRasterBandComboBox
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QPixmap
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..engine.api.help_pages import CANVAS, help_url
from .canvas_settings import canvas_specs
from .environment_box import EnvironmentBox
from .everything_box import EverythingBox
from .object_box import ObjectBox
from .param_widgets import ParamWidget
from .session import CanvasSession
from .status_box import WARNING_STYLE, StatusBox
from .translation import say, tr

_ADVANCED = ("device", "precision", "threads", "checkpoint", "config", "hover", "prepare")
_LOOK = ("stretch", "stretch_low", "stretch_high")


class Dock(QgsDockWidget):
    """Shows the session and says what the user wants; listens to nothing but the session."""

    closing = pyqtSignal()
    way_wanted = pyqtSignal(object)  # Way
    accept_wanted = pyqtSignal(str)  # NEW, ADD, SUBTRACT, MERGE
    target_changed = pyqtSignal(object)  # QgsVectorLayer or None
    new_target_wanted = pyqtSignal()
    everything_wanted = pyqtSignal(str)  # VIEW, WHOLE, SELECTED
    look_wanted = pyqtSignal()
    environment_wanted = pyqtSignal()  # the panel of the environment

    def __init__(self, session: CanvasSession, parent: Optional[QWidget] = None) -> None:
        super().__init__("SAM 2", parent)
        self.setObjectName("Sam2ToolboxDock")
        self._session = session
        self._raster_id = self._target_id = ""
        self._widgets = {
            name: ParamWidget(spec, getattr(session.settings, name), self._tell_settings)
            for name, spec in canvas_specs().items()
        }
        status, chosen, self._everything = StatusBox(), ObjectBox(session), EverythingBox()
        first = EnvironmentBox()
        first.panel_wanted.connect(self.environment_wanted)
        first.usable.connect(session.retry)
        status.way_wanted.connect(self.way_wanted)
        chosen.accept_wanted.connect(self.accept_wanted)
        self._everything.wanted.connect(self.everything_wanted)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(6, 6, 6, 6)
        column.addWidget(status)
        column.addWidget(first)
        column.addWidget(self._raster_part())
        column.addWidget(self._target_part())
        column.addWidget(chosen)
        column.addWidget(self._everything)
        column.addWidget(self._advanced_part())
        column.addWidget(self._help_part())
        column.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(content)
        # Without a bar below, everything must fit beside the bar at the right.
        bar = scroll.verticalScrollBar().sizeHint().width()
        scroll.setMinimumWidth(content.minimumSizeHint().width() + bar + 4)
        self.setWidget(scroll)
        session.status_changed.connect(status.show_status)
        session.status_changed.connect(first.show_status)
        session.looked.connect(self._show_look)
        QgsProject.instance().layersWillBeRemoved.connect(self._layers_leave)
        status.show_status(session.status)

    # What the owner asks

    @property
    def target(self) -> Optional[QgsVectorLayer]:
        """The layer for the outlines."""
        return QgsProject.instance().mapLayer(self._target_id)

    def choose_raster(self, layer: Optional[QgsMapLayer]) -> None:
        """Show this raster as chosen and tell the session."""
        self._raster.setLayer(layer)
        self._tell_raster(layer)

    def choose_target(self, layer: Optional[QgsMapLayer]) -> None:
        """Show this layer as the one for the outlines."""
        self._target.setLayer(layer)
        self._tell_target(layer)

    def show_target_problem(self, sentence: str) -> None:
        """Say why the target layer takes no outlines; "" where it does."""
        self._target_problem.setText(say(sentence))
        self._target_problem.setVisible(bool(sentence))

    def show_everything(self, running: bool, percent: float = 0.0) -> None:
        """How far the run over everything is."""
        self._everything.show_progress(running, percent)

    def show_settings(self) -> None:
        """Show the session's settings, which somebody else has changed."""
        for name, widget in self._widgets.items():
            widget.set_value(getattr(self._session.settings, name))

    def close_for_good(self) -> None:
        """Listen to nothing any more."""
        QgsProject.instance().layersWillBeRemoved.disconnect(self._layers_leave)
        self.deleteLater()

    def closeEvent(self, event) -> None:  # noqa: N802, ANN001
        """The user has closed the dock."""
        self.closing.emit()
        super().closeEvent(event)

    # The parts

    def _raster_part(self) -> QWidget:
        box = QgsCollapsibleGroupBox(tr("Raster and model"))
        form = QFormLayout(box)
        self._raster = QgsMapLayerComboBox()
        self._raster.setObjectName("sam2_raster")
        self._raster.setFilters(QgsMapLayerProxyModel.Filter.RasterLayer)
        self._raster.setAllowEmptyLayer(True)
        self._raster.setLayer(None)
        self._raster.setToolTip(
            tr(
                "The image to click on. Web layers (WMS, XYZ) work too: SAM 2 sees them as the map shows "
                "them."
            )
        )
        # Not layerChanged: the box takes the next layer by itself when the one chosen leaves the project.
        self._raster.activated.connect(lambda _: self._tell_raster(self._raster.currentLayer()))
        self._raster_note = QLabel(
            tr(
                "The raster has no CRS: its coordinates are taken for the project's. Right-click the layer > "
                "Layer CRS to give it one."
            )
        )
        self._raster_note.setObjectName("sam2_raster_note")
        self._raster_note.setWordWrap(True)
        self._raster_note.setStyleSheet(WARNING_STYLE)
        self._raster_note.hide()
        form.addRow(tr("Raster"), self._raster)
        form.addRow(self._raster_note)
        form.addRow(tr("Model"), self._row("model"))
        self.bands = [QgsRasterBandComboBox() for _ in range(3)]
        bands = QWidget()
        row = QHBoxLayout(bands)
        row.setContentsMargins(0, 0, 0, 0)
        for name, band in zip((tr("red"), tr("green"), tr("blue")), self.bands):
            band.setShowNotSetOption(True, tr("auto"))
            band.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            band.setMinimumContentsLength(3)
            band.setToolTip(
                tr(
                    "The band shown to the model as {name}. auto: the raster's own colours. Only the first "
                    "one set: that band as grey. All three set: false colour."
                ).format(name=name)
            )
            band.bandChanged.connect(lambda _: self._tell_settings())
            row.addWidget(band)
        form.addRow(tr("Bands"), bands)
        self._look = QgsCollapsibleGroupBox(tr("As the model sees it"))
        self._look.setObjectName("sam2_look")
        self._look.setToolTip(tr("The view with these bands and this stretch, as it is given to the model."))
        column = QFormLayout(self._look)
        for name in _LOOK:
            column.addRow(tr(self._widgets[name].spec.title), self._row(name))
        self._picture = QLabel(tr("The picture appears as soon as SAM 2 runs."))
        self._picture.setObjectName("sam2_picture")
        self._picture.setWordWrap(True)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addRow(self._picture)
        self._look.setCollapsed(True)
        self._look.collapsedStateChanged.connect(lambda _: self.look_wanted.emit())
        form.addRow(self._look)
        return box

    def _target_part(self) -> QWidget:
        box = QgsCollapsibleGroupBox(tr("Outlines go to"))
        form = QFormLayout(box)
        self._target = QgsMapLayerComboBox()
        self._target.setObjectName("sam2_target")
        self._target.setFilters(QgsMapLayerProxyModel.Filter.PolygonLayer)
        self._target.setAllowEmptyLayer(True)
        self._target.setLayer(None)
        self._target.setToolTip(
            tr(
                "Any polygon layer, in any CRS. Accepting is one step that QGIS can undo; it is saved when "
                "you save the layer. Fields named score, stability, model, prompts_fg and prompts_bg are "
                "filled in."
            )
        )
        self._target.activated.connect(lambda _: self._tell_target(self._target.currentLayer()))
        new = QToolButton()
        new.setObjectName("sam2_new_target")
        new.setText(tr("New…"))
        new.setToolTip(tr("Make a GeoPackage for the outlines, in the CRS of the raster."))
        new.clicked.connect(lambda: self.new_target_wanted.emit())
        row = QHBoxLayout()
        row.addWidget(self._target, 1)
        row.addWidget(new)
        form.addRow(tr("Layer"), row)
        self._target_problem = QLabel()
        self._target_problem.setWordWrap(True)
        self._target_problem.setObjectName("sam2_target_problem")
        self._target_problem.setStyleSheet(WARNING_STYLE)
        self._target_problem.hide()
        form.addRow(self._target_problem)
        form.addRow(tr("Outline"), self._row("outline"))
        form.addRow(tr("Simplify"), self._row("simplify"))
        return box

    def _advanced_part(self) -> QWidget:
        box = QgsCollapsibleGroupBox(tr("More settings"))
        form = QFormLayout(box)
        for name in _ADVANCED:
            row = self._widgets[name]
            if name in ("hover", "prepare"):
                form.addRow(row.widget)
            else:
                form.addRow(tr(row.spec.title), row.widget)
        self._row("threads").setSpecialValueText(tr("auto"))
        self._row("checkpoint").lineEdit().setPlaceholderText(tr("none: the model above"))
        self._row("config").lineEdit().setPlaceholderText(tr("the one that fits the checkpoint"))
        box.setCollapsed(True)
        return box

    def _help_part(self) -> QLabel:
        link = QLabel(f'<a href="{help_url(CANVAS)}">{tr("How to segment by clicking")}</a>')
        link.setObjectName("sam2_help")
        link.setOpenExternalLinks(True)
        return link

    def _row(self, name: str) -> QWidget:
        return self._widgets[name].widget

    # What the session says

    def _show_look(self, look: dict[str, Any]) -> None:
        pixmap = QPixmap()
        pixmap.loadFromData(base64.b64decode(look["png"]))
        width = self._picture.width()
        self._picture.setPixmap(pixmap.scaledToWidth(width) if pixmap.width() > width else pixmap)
        bands = ", ".join(map(str, look["bands"]))
        ranges = ", ".join(f"{low:g} – {high:g}" for low, high in zip(look["low"], look["high"]))
        shown = tr("Bands {bands}; stretch {stretch}: {ranges}")
        self._picture.setToolTip(shown.format(bands=bands, stretch=look["stretch"], ranges=ranges))

    # What the user says

    def _tell_raster(self, layer: Optional[QgsMapLayer]) -> None:
        raster = layer if isinstance(layer, QgsRasterLayer) else None
        self._raster_id = raster.id() if raster is not None else ""
        for band in self.bands:
            blocked = band.blockSignals(True)
            band.setLayer(raster)
            band.setBand(-1)
            band.blockSignals(blocked)
        self._raster_note.setVisible(raster is not None and not raster.crs().isValid())
        self._session.set_raster(raster)
        self._tell_settings()

    def _tell_settings(self) -> None:
        values = {name: widget.value for name, widget in self._widgets.items()}
        bands = tuple(band.currentBand() for band in self.bands)
        if any(band < 1 for band in bands):
            bands = bands[:1] if bands[0] >= 1 else ()
        self._session.set_settings(dataclasses.replace(self._session.settings, bands=bands, **values))
        self.look_wanted.emit()

    def _tell_target(self, layer: Optional[QgsMapLayer]) -> None:
        self._target_id = layer.id() if layer is not None else ""
        self.target_changed.emit(layer)

    def _layers_leave(self, ids: list[str]) -> None:
        """Nothing is chosen any more; of the raster the session hears by itself."""
        if self._raster_id in ids:
            self._raster_id = ""
            self._raster.setLayer(None)
        if self._target_id in ids:
            self.choose_target(None)

    @property
    def shows_look(self) -> bool:
        """Whether the picture of what the model sees is open."""
        return self.isVisible() and not self._look.isCollapsed()
