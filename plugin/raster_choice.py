"""The raster that is prompted on, in the worker's words."""

from __future__ import annotations

import os

from qgis.core import QgsCoordinateReferenceSystem, QgsRasterLayer

# GDAL sources that only this process has, or that are a service instead of a file.
_NOT_FILES = ("/vsimem/", "MEM:::", "<GDAL_WMS", "WMS:", "WMTS:", "WCS:", "PG:", "POSTGISRASTER:")


def file_of(layer: QgsRasterLayer) -> str:
    """What GDAL opens to read the layer; "" where it is no file of this computer."""
    provider = layer.dataProvider()
    source = provider.dataSourceUri()
    if provider.name() != "gdal" or source.startswith(_NOT_FILES):
        return ""
    path = source.partition("|option:")[0]
    return os.path.abspath(path) if os.path.exists(path) else path


def wkt_of(crs: QgsCoordinateReferenceSystem) -> str:
    """WKT 2 that PROJ reads back without loss; "" where there is no CRS."""
    return crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED_GDAL) if crs.isValid() else ""
