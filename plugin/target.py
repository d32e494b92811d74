"""The polygon layer that accepted outlines go to, and why one may not take any."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsField,
    QgsFields,
    QgsVectorDataProvider,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QMetaType, QVariant

# QgsField takes QMetaType from 3.38; before, it is a TypeError.
if Qgis.QGIS_VERSION_INT >= 33800:
    _INTEGER, _REAL, _TEXT = QMetaType.Type.Int, QMetaType.Type.Double, QMetaType.Type.QString
else:
    _INTEGER, _REAL, _TEXT = QVariant.Int, QVariant.Double, QVariant.String

OBJECTS_STYLE = Path(__file__).resolve().parent.parent / "resources" / "styles" / "objects.qml"

# Filled in where a layer has them; a new layer gets them all.
FIELDS = {
    "score": _REAL,
    "stability": _REAL,
    "model": _TEXT,
    "prompts_fg": _INTEGER,
    "prompts_bg": _INTEGER,
}


def is_polygon_layer(layer: Optional[object]) -> bool:
    """Whether a map layer is a vector layer of polygons."""
    return (
        isinstance(layer, QgsVectorLayer) and layer.geometryType() == QgsWkbTypes.GeometryType.PolygonGeometry
    )


def problem_with(layer: Optional[QgsVectorLayer], changes: bool = False) -> str:
    """Why the layer can take no outline, with the way out; "" where it can.

    Args:
        layer: The target layer, if one is chosen.
        changes: Whether a feature of the layer is to be changed rather than added.
    """
    if layer is None:
        return "Choose a polygon layer for the outlines, or make a new one."
    if not layer.isValid():
        return f"{layer.name()} has lost its source. Repair it, or choose another layer."
    if not is_polygon_layer(layer):
        return f"{layer.name()} holds no polygons. Choose a polygon layer."
    if layer.readOnly():
        return f"{layer.name()} is read-only in this project. Choose another layer, or make a new one."
    able = layer.dataProvider().capabilities()
    if changes and not able & QgsVectorDataProvider.Capability.ChangeGeometries:
        return f"The outlines of {layer.name()} cannot be changed in its format. Export it as a GeoPackage."
    if not changes and not able & QgsVectorDataProvider.Capability.AddFeatures:
        return (
            f"{layer.name()} cannot be edited: its file or format is read-only. Choose another layer, "
            "or make a new one."
        )
    return ""


def new_layer(
    path: str, crs: QgsCoordinateReferenceSystem, name: str
) -> tuple[Optional[QgsVectorLayer], str]:
    """Make a GeoPackage for outlines; the layer, or None and why there is none."""
    fields = QgsFields()
    for field, kind in FIELDS.items():
        fields.append(QgsField(field, kind))
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    options.layerName = name
    writer = QgsVectorFileWriter.create(
        path, fields, QgsWkbTypes.Type.MultiPolygon, crs, QgsCoordinateTransformContext(), options
    )
    problem = writer.errorMessage()
    failed = writer.hasError() != QgsVectorFileWriter.WriterError.NoError
    del writer  # closes the file
    if failed:
        return None, f"The GeoPackage {path} cannot be made: {problem}. Choose another place."
    layer = QgsVectorLayer(f"{path}|layername={name}", name, "ogr")
    if not layer.isValid():
        return None, f"The GeoPackage {path} has been made but cannot be opened. Choose another place."
    # Outlines that let the image show through
    layer.loadNamedStyle(str(OBJECTS_STYLE))
    return layer, ""
