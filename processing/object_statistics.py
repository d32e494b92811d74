"""sam2:objectstatistics: add statistics of a raster to objects."""

from __future__ import annotations

from ..engine.api.parameters.object_tool_params import ObjectStatisticsParams
from .layer_algorithm import LayerAlgorithm


class ObjectStatistics(LayerAlgorithm):
    """Add statistics of a raster to objects."""

    JOB = "object_statistics"
    PARAMS = ObjectStatisticsParams
    NAME = "objectstatistics"
    TITLE = "Object statistics"
    GROUP = "Objects"
    SUMMARY = "Adds what the pixels under every object say: mean, range and spread of every band."
    TAGS = ("statistics", "zonal", "mean", "bands", "attributes")
    ALL_FIELDS = True
    HELP = """
    <p>Keeps the objects with all their attributes and adds <b>covered</b> (share of the object's pixels
    that hold data), <b>centre_x</b> and <b>centre_y</b> (its centroid), and <b>b1_mean</b>,
    <b>b1_min</b>, <b>b1_max</b>, <b>b1_std</b> and so on for every band of the raster.</p>
    <p>A pixel belongs to an object when its centre does; pixels without data do not count.</p>
    """
