"""sam2:exportmaskraster: polygons become a raster of numbers."""

from __future__ import annotations

from ..engine.api.parameters.format_params import ExportMaskRasterParams
from .layer_algorithm import LayerAlgorithm


class ExportMaskRaster(LayerAlgorithm):
    """Write polygons as a label GeoTIFF."""

    JOB = "export_mask_raster"
    PARAMS = ExportMaskRasterParams
    NAME = "exportmaskraster"
    TITLE = "Export to mask raster"
    GROUP = "Formats"
    SUMMARY = "Writes the polygons of a layer as a GeoTIFF of object or class numbers."
    TAGS = ("export", "raster", "labels", "rasterize", "classes", "instances", "geotiff")
    HELP = """
    <p>Writes a GeoTIFF on the pixels of a reference raster whose values are the numbers of objects or of
    their classes, 0 where there is nothing. It is tiled, compressed, has overviews, and is as narrow as
    the numbers allow (8, 16 or 32 bit).</p>
    <p>Where objects overlap, the smaller one, the larger one or the one with the higher score shows. The
    names of numbered classes stand in the band's metadata.</p>
    """
