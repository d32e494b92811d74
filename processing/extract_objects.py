"""sam2:extractobjects: cut a raster to each object."""

from __future__ import annotations

from ..engine.api.parameters.object_tool_params import ExtractObjectsParams
from .layer_algorithm import LayerAlgorithm


class ExtractObjects(LayerAlgorithm):
    """Cut a raster to each object."""

    JOB = "extract_objects"
    PARAMS = ExtractObjectsParams
    NAME = "extractobjects"
    TITLE = "Extract objects from a raster"
    GROUP = "Objects"
    SUMMARY = "Cuts a raster to every object: a GeoTIFF each, transparent outside, or one for all."
    TAGS = ("extract", "clip", "cut", "chips", "geotiff", "mask", "atlas", "sheet")
    HELP = """
    <p>Writes a GeoTIFF for every object: the raster's own values and bands, georeferenced, with a mask
    that hides what is not the object. The files are named by a field or numbered. With the layout
    <b>atlas</b> all objects stand side by side in one picture instead.</p>
    <p>The <b>index</b> is a layer of the objects with <b>name</b>, <b>file</b> and the picture's place in
    it: <b>x</b>, <b>y</b>, <b>width</b> and <b>height</b> in pixels from the top left.</p>
    """
