"""sam2:automaticmasks: everything in a raster becomes polygons."""

from __future__ import annotations

from ..engine.api.features import FIELDS
from ..engine.api.parameters.params import AutomaticMasksParams
from .worker_algorithm import WorkerAlgorithm

_HELP = """
<p>Finds the objects in an aerial, drone or satellite image and draws a polygon around each: fields,
roofs, crowns, ponds, cars. Nothing has to be named or drawn before. SAM 2 does not say what an object
is, only where it ends. It runs on this computer; no image leaves it.</p>
<p>The raster is cut into tiles, and objects are joined again across them, so its size does not matter.
Try a small <b>Extent</b> first.</p>
<h3>Three settings to try first</h3>
<ul>
<li><b>Too few or too large objects?</b> Raise <i>Points per side</i> to 48 or 64, or set a smaller
<i>Tile size</i> (advanced): each tile is enlarged for the model. Objects under 12 pixels are lost.</li>
<li><b>Doubtful objects, or missing ones?</b> <i>Predicted IoU at least</i> and <i>Stability at
least</i> decide what is kept. Higher: fewer and surer. Lower: more, with mistakes.</li>
<li><b>Whole fields or lakes in a fine image?</b> Set a coarser <i>Resolution</i> (advanced): the model
sees more ground at once, and the run is faster.</li>
</ul>
<h3>The result</h3>
<p>Objects may overlap or lie inside each other, as a roof on a yard. Each has:</p>
<ul>{fields}</ul>
<p>The layer's metadata (Properties &gt; Metadata) say which model and settings made it. A run that is
cancelled keeps the objects found so far in its file, marked as not complete. Whatever ends a run early,
<i>Continue an interrupted run</i> (advanced) goes on from the last finished tile.</p>
<p>Hold the mouse over a setting for what it does and when to change it.</p>
"""

_TAGS = (
    *("segmentation", "automatic", "mask", "object", "detection"),
    *("extraction", "polygonize", "vectorize", "deep learning", "ai", "outline", "building", "tree"),
    *("crown", "field", "parcel", "aerial", "drone", "satellite", "orthophoto"),
)


class AutomaticMasks(WorkerAlgorithm):
    """Segment everything in a raster."""

    JOB = "automatic_masks"
    PARAMS = AutomaticMasksParams
    NAME = "automaticmasks"
    TITLE = "Segment everything (automatic masks)"
    SUMMARY = "Draws a polygon around every object in a raster with SAM 2."
    TAGS = _TAGS
    HELP = _HELP
    FIELDS = FIELDS
