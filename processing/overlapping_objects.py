"""sam2:overlappingobjects: find the objects of a layer that share area."""

from __future__ import annotations

from ..engine.api.parameters.object_tool_params import OverlappingObjectsParams
from .layer_algorithm import LayerAlgorithm


class OverlappingObjects(LayerAlgorithm):
    """Find the objects of a layer that share area."""

    JOB = "overlapping_objects"
    PARAMS = OverlappingObjectsParams
    NAME = "overlappingobjects"
    TITLE = "Overlapping objects"
    GROUP = "Objects"
    SUMMARY = "Lists the pairs of objects that overlap, with the shared area and its shares."
    TAGS = ("overlap", "duplicates", "pairs", "nested", "topology")
    HELP = """
    <p>Finds every pair of objects that share area, nested ones too, and draws the shared area with the
    numbers of both objects, its size in square metres, its share of each, and the IoU.</p>
    <p>A share of 1 says that an object lies inside the other; two shares near 1, that they are
    duplicates.</p>
    """
