"""The view of a layer that is no file (WMS, XYZ, a database), as a picture the worker can open.

QGIS draws the layer alone, in its own CRS, at the resolution of the view; the picture is written
with a world file into a folder that goes away with this object.
"""

from __future__ import annotations

import shutil
import tempfile
import threading
import weakref
from pathlib import Path
from typing import Optional

from qgis.core import QgsMapRendererParallelJob, QgsMapSettings, QgsRasterLayer, QgsRectangle
from qgis.PyQt.QtCore import QObject, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QImage

# Around the view, as a share of its size, so that a small move needs no new picture.
_MARGIN = 0.25
# A view this much finer or coarser than the picture needs a new one.
_FINER = 1.6
_KEPT_PICTURES = 3
_LARGEST_SIDE = 4096


class ViewRaster(QObject):
    """Keeps a picture of the view of one layer."""

    ready = pyqtSignal()
    failed = pyqtSignal(str)
    _written = pyqtSignal(int, str)

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._folder: Optional[Path] = None
        self._removal: Optional[weakref.finalize] = None
        self._job: Optional[QgsMapRendererParallelJob] = None
        self._number = 0
        self._asked = QgsRectangle()
        self._asked_pixel = 0.0
        self._layer_id = ""
        self._writing = False
        self.path = ""
        self.extent = QgsRectangle()
        self.pixel = 0.0
        self._written.connect(self._take_over, Qt.ConnectionType.QueuedConnection)

    @property
    def drawing(self) -> bool:
        """Whether a picture is on its way."""
        return self._job is not None or self._writing

    def covers(self, layer: QgsRasterLayer, view: QgsRectangle, pixel: float) -> bool:
        """Whether the picture there is shows this view of this layer finely enough."""
        return (
            bool(self.path)
            and layer.id() == self._layer_id
            and self.extent.contains(view.intersect(layer.extent()))
            and self.pixel / _FINER <= pixel <= self.pixel * _FINER
        )

    def draw(self, layer: QgsRasterLayer, view: QgsRectangle, pixel: float) -> None:
        """Begin a picture of the view; ``ready`` or ``failed`` follows. Returns at once.

        Args:
            layer: What to draw.
            view: The extent in the layer's CRS.
            pixel: Map units of the layer's CRS per pixel of the picture.
        """
        if self._job is not None and layer.id() == self._layer_id and self._asked.contains(view):
            return
        self.stop()
        self._layer_id = layer.id()
        self._asked = QgsRectangle(view)
        self._asked.grow(_MARGIN * max(view.width(), view.height()))
        self._asked_pixel = max(pixel, max(self._asked.width(), self._asked.height()) / _LARGEST_SIDE)
        width = max(1, round(self._asked.width() / self._asked_pixel))
        height = max(1, round(self._asked.height() / self._asked_pixel))
        settings = QgsMapSettings()
        settings.setLayers([layer])
        settings.setDestinationCrs(layer.crs())
        settings.setOutputSize(QSize(width, height))
        settings.setExtent(self._asked)
        settings.setBackgroundColor(QColor(0, 0, 0, 0))
        settings.setFlag(QgsMapSettings.Flag.Antialiasing, False)
        self._job = QgsMapRendererParallelJob(settings)
        self._job.finished.connect(self._drawn)
        self._job.start()

    def stop(self) -> None:
        """Give up the picture being drawn."""
        if self._job is not None:
            self._job.finished.disconnect(self._drawn)
            self._job.cancelWithoutBlocking()
            self._job = None

    def close(self) -> None:
        """Remove every picture."""
        self.stop()
        self.path, self._layer_id = "", ""
        self._writing = False
        if self._removal is not None:
            self._removal()
        self._folder, self._removal = None, None

    def _drawn(self) -> None:
        job, self._job = self._job, None
        if job is None:
            return
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix="sam2_view_"))
            # QGIS does not unload its plugins when it ends.
            self._removal = weakref.finalize(self, shutil.rmtree, str(self._folder), True)
        self._number += 1
        self._writing = True
        # QGIS widens what was asked to the shape of the picture.
        extent = self._asked = job.mapSettings().visibleExtent()
        image = job.renderedImage()
        threading.Thread(
            target=self._write,
            args=(self._number, self._folder, image, extent),
            name="sam2-view",
            daemon=True,
        ).start()

    def _write(self, number: int, folder: Path, image: QImage, extent: QgsRectangle) -> None:
        picture = folder / f"view_{number}.png"
        across, down = extent.width() / image.width(), extent.height() / image.height()
        # The centre of the top left pixel, as world files have it.
        left, top = extent.xMinimum() + across / 2, extent.yMaximum() - down / 2
        try:
            lines = [across, 0.0, 0.0, -down, left, top]
            picture.with_suffix(".pgw").write_text("".join(f"{line:.17g}\n" for line in lines))
            saved = image.save(str(picture), "PNG", 100)
        except OSError:
            saved = False
        self._written.emit(number, str(picture) if saved else "")

    def _take_over(self, number: int, path: str) -> None:
        if number != self._number or self._folder is None:
            return
        self._writing = False
        if not path:
            self.failed.emit(
                f"The view of the web layer could not be saved to {self._folder}. Is the disk full?"
            )
            return
        self.path, self.extent, self.pixel = path, self._asked, self._asked_pixel
        for old in sorted(self._folder.glob("view_*.p*"), key=lambda file: file.stat().st_mtime):
            if int(old.stem.partition("_")[2]) <= number - _KEPT_PICTURES:
                old.unlink(missing_ok=True)
        self.ready.emit()
