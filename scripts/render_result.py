"""Picture a result with QGIS: ``/usr/bin/python3 render_result.py raster.tif objects.gpkg out.png``.

Draws the raster and the objects' outlines over it and prints the number of objects.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsFillSymbol,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsRasterLayer,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor

LONG_SIDE = 1600  # pixels
STYLE = Path(__file__).resolve().parent.parent / "resources" / "styles" / "objects.qml"


def main() -> int:
    """Render, or say which file is in the way."""
    parser = argparse.ArgumentParser(description="Picture a raster with the objects found in it.")
    parser.add_argument("raster", type=Path)
    parser.add_argument("objects", type=Path)
    parser.add_argument("picture", type=Path)
    options = parser.parse_args()
    application = QgsApplication([], False)
    application.initQgis()
    code = draw(options.raster, options.objects, options.picture)  # its layers must be gone before QGIS
    application.exitQgis()
    return code


def draw(raster_path: Path, objects_path: Path, picture: Path) -> int:
    """Load, draw, save and count; returns the exit code."""
    raster = QgsRasterLayer(str(raster_path), "raster")
    objects = QgsVectorLayer(str(objects_path), "objects")
    for path, layer in ((raster_path, raster), (objects_path, objects)):
        if not layer.isValid():
            sys.stderr.write(f"QGIS cannot open {path}.\n")
            return 1
    style_outlines(objects)
    if not render(raster, objects, picture):
        sys.stderr.write(f"The picture could not be written to {picture}.\n")
        return 1
    sys.stdout.write(f"{objects.featureCount()}\n")
    return 0


def style_outlines(objects: QgsVectorLayer) -> None:
    """The plugin's own style, else bright outlines that let the raster show through."""
    if STYLE.exists() and objects.loadNamedStyle(str(STYLE))[1]:
        return
    symbol = QgsFillSymbol.createSimple(
        {"color": "255,214,0,40", "outline_color": "255,214,0,255", "outline_width": "0.3"}
    )
    objects.setRenderer(QgsSingleSymbolRenderer(symbol))


def render(raster: QgsRasterLayer, objects: QgsVectorLayer, picture: Path) -> bool:
    """Draw both layers over the raster's extent; False when the picture cannot be saved."""
    scale = LONG_SIDE / max(raster.width(), raster.height())
    settings = QgsMapSettings()
    settings.setLayers([objects, raster])
    settings.setDestinationCrs(raster.crs())
    settings.setExtent(raster.extent())
    settings.setOutputSize(
        QSize(max(1, round(raster.width() * scale)), max(1, round(raster.height() * scale)))
    )
    settings.setBackgroundColor(QColor("white"))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    return job.renderedImage().save(str(picture), "PNG")


if __name__ == "__main__":
    sys.exit(main())
