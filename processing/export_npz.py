"""sam2:exportnpz: polygons become masks in NumPy's own format."""

from __future__ import annotations

from ..engine.api.parameters.format_params import ExportNpzParams
from .layer_algorithm import LayerAlgorithm


class ExportNpz(LayerAlgorithm):
    """Write polygons as masks to an NPZ file."""

    JOB = "export_npz"
    PARAMS = ExportNpzParams
    NAME = "exportnpz"
    TITLE = "Export masks to NPZ"
    GROUP = "Formats"
    SUMMARY = "Writes the polygons of a layer as masks on a raster's pixels, for NumPy."
    TAGS = ("export", "npz", "numpy", "array", "masks", "labels", "training")
    HELP = """
    <p>Writes polygons of any origin as masks, for viewers, trackers and training code that read NumPy
    archives (<i>numpy.load</i>, without pickles). <i>Import masks from NPZ</i> brings them back to the
    same place; polygons along pixel edges come back exactly.</p>
    <p>The file holds <b>masks</b>, <b>centroids</b> (x, y in pixels), <b>object_ids</b>, <b>scores</b> if
    asked for, and <b>metadata</b>: JSON with transform and CRS.</p>
    <ul>
    <li><b>stack</b>: a mask of the whole raster for every object. Large rasters and many objects make it
    enormous; above the size limit nothing is written, and the layouts that fit are named.</li>
    <li><b>labels</b>: one array with the number of the object, or of its class, at every pixel.</li>
    <li><b>tiles</b>: a stack for every tile that has objects.</li>
    </ul>
    <p>A pixel belongs to an object when its centre does.</p>
    """
