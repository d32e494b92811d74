"""sam2:extractobjects: cut a raster to each object."""

from __future__ import annotations

from ..engine.api.object_tool_params import ExtractObjectsParams
from .layer_algorithm import LayerAlgorithm


class ExtractObjects(LayerAlgorithm):
    """Cut a raster to each object."""

    JOB = "extract_objects"
    PARAMS = ExtractObjectsParams
    NAME = "extractobjects"
    TITLE = "Extract objects from a raster"
    GROUP = "Objects"
    SUMMARY = "Cuts a raster to every object: a GeoTIFF each, transparent outside."
    TAGS = ("extract", "clip", "cut", "chips", "geotiff", "mask")
    HELP = """
    <p>Writes a GeoTIFF for every object: the raster's own values and bands, georeferenced, with a mask
    that hides what is not the object. The files are named by a field or numbered.</p>
    """
