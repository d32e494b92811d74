"""Which file a raster layer shows, in words the worker's GDAL understands."""

from __future__ import annotations

import os
from typing import Any

from qgis.core import (
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProviderRegistry,
    QgsRasterLayer,
)

from ..engine.api.gdal_source import gdal_file
from .refusal import refusal


def raster_layer(
    algorithm: QgsProcessingAlgorithm, name: str, parameters: dict[str, Any], context: QgsProcessingContext
) -> QgsRasterLayer:
    """The valid raster layer given as parameter ``name``.

    Raises:
        QgsProcessingException: saying what was given instead.
    """
    given = parameters.get(name)
    layer = algorithm.parameterAsRasterLayer(parameters, name, context)
    if layer is None and isinstance(given, str):
        # Processing takes paths only; a subdataset such as NETCDF:"a.nc":rain is none.
        layer = QgsRasterLayer(given, os.path.basename(given), "gdal")
    if layer is not None and layer.isValid():
        return layer
    if given is None or given == "":
        raise refusal(f"{name} is missing: choose the raster to work on.")
    vector = algorithm.parameterAsVectorLayer(parameters, name, context)
    if vector is not None and vector.isValid():
        raise refusal(
            f"{name} is the vector layer {vector.name()}. Choose a raster: an aerial or satellite image."
        )
    shown = given.name() if isinstance(given, QgsMapLayer) else str(given)
    if os.path.isabs(shown) and not shown.startswith("/vsi") and not os.path.exists(shown.partition("|")[0]):
        raise refusal(f"{name} is {shown}, which does not exist.")
    raise refusal(
        f"{name} is {shown}, which QGIS cannot open as a raster. Choose a raster layer "
        "or the file of an image."
    )


def raster_path(layer: QgsRasterLayer) -> str:
    """What GDAL opens to read the layer: a path or the name of a subdataset, without QGIS's options.

    Raises:
        QgsProcessingException: when the layer is no file (a web service, a database, memory).
    """
    provider = layer.dataProvider()
    path = gdal_file(provider.name(), provider.dataSourceUri())
    if not path:
        raise refusal(
            f"{layer.name()} is not a file on this computer ({provider.name()}), so SAM 2 cannot read its "
            "pixels. Export the part you need as a GeoTIFF first: Layer > Save As…, then use that file."
        )
    return path


def open_options(layer: QgsRasterLayer) -> list[str]:
    """GDAL open options of the layer, which the worker does not take."""
    parts = QgsProviderRegistry.instance().decodeUri("gdal", layer.dataProvider().dataSourceUri())
    return list(parts.get("openOptions") or [])
