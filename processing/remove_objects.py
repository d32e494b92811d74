"""sam2:removeobjects: fill objects from their surroundings."""

from __future__ import annotations

from ..engine.api.parameters.object_tool_params import RemoveObjectsParams
from .layer_algorithm import LayerAlgorithm


class RemoveObjects(LayerAlgorithm):
    """Fill objects from their surroundings."""

    JOB = "remove_objects"
    PARAMS = RemoveObjectsParams
    NAME = "removeobjects"
    TITLE = "Remove objects from a raster"
    GROUP = "Objects"
    SUMMARY = "Fills objects from what is around them, as if they were not there."
    TAGS = ("remove", "inpaint", "fill", "clean", "vehicles", "clouds")
    HELP = """
    <p>Copies a raster and fills every object from around it (inpainting): cars on a road, boats on a
    lake. Values stay in the raster's own type and within the range of what is around; pixels outside the
    objects and their margin are not touched.</p>
    <p>It looks right for objects that are small beside their surroundings. What was under them is not
    known to anybody: do not measure there.</p>
    """
