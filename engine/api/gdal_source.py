"""Which of QGIS's raster sources are files that another process can open, and as what."""

from __future__ import annotations

import os

# GDAL sources that only QGIS's own process has, or that are a service instead of a file.
_NOT_FILES = ("/vsimem/", "MEM:::", "<GDAL_WMS", "WMS:", "WMTS:", "WCS:", "PG:", "POSTGISRASTER:")


def gdal_file(provider: str, source: str) -> str:
    """A path or the name of a subdataset, without QGIS's options; "" where it is no file of this computer.

    Args:
        provider: Name of the layer's data provider in QGIS.
        source: Its URI.
    """
    if provider != "gdal" or source.startswith(_NOT_FILES):
        return ""
    path = source.partition("|option:")[0]
    # qgis_process keeps paths as they were typed; the worker may run in another folder.
    return os.path.abspath(path) if os.path.exists(path) else path
