"""The raster that is prompted on, in the worker's words."""

from __future__ import annotations

from qgis.core import QgsCoordinateReferenceSystem, QgsRasterLayer

from ..engine.api.gdal_source import gdal_file


def file_of(layer: QgsRasterLayer) -> str:
    """What GDAL opens to read the layer; "" where it is no file of this computer."""
    provider = layer.dataProvider()
    return gdal_file(provider.name(), provider.dataSourceUri())


def wkt_of(crs: QgsCoordinateReferenceSystem) -> str:
    """WKT 2 that PROJ reads back without loss; "" where there is no CRS."""
    return crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED_GDAL) if crs.isValid() else ""
