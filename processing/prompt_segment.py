"""sam2:promptsegment: one polygon for each object that a layer points at."""

from __future__ import annotations

from ..engine.api.features import PROMPT_FIELDS
from ..engine.api.parameters.prompt_params import PromptSegmentParams
from .prompt_algorithm import PromptAlgorithm

_HELP = """
<p>Draws the outline of every object that a vector layer points at: detections, clicks, survey points,
boxes, old sketches. SAM 2 does not search for objects here; it outlines those you show it, and every
result keeps the attributes of what showed it. It runs on this computer; no image leaves it.</p>
<h3>What prompts how</h3>
<ul>
<li><b>Points</b> lie on the object. A single point may mean part, object or group: SAM 2 proposes three
outlines and the best is kept. Two points on the same object say more; so does a box.</li>
<li><b>Boxes and polygons</b> say where the object is and how large. Set <i>Polygons are</i> to <i>mask</i> if
their shape is nearly right already.</li>
<li><b>Lines</b> run along or across the object; two to eight points on them are used.</li>
<li><b>Label field</b>: 1 lies on the object, 0 beside it. <b>Group field</b>: features with the same value
show one object together, such as a box, a point on it and a point beside it.</li>
</ul>
<h3>The result</h3>
<p>One feature for each object, in the order of the prompts, with all their attributes (of a group those of
the first) and:</p>
<ul>{fields}</ul>
<p>Where the prompts have a field of the same name, the new one ends in _2. Prompts outside the raster or
on pixels without data are listed in the log and left out.</p>
<p>Objects may lie anywhere and be of any size: each is looked at where it is seen whole, large ones in a
coarser image, and with the bundled model those in small boxes or polygons enlarged. The layer may have any
CRS. Only selected features are used if you say so.</p>
"""

_TAGS = (
    *("segmentation", "prompt", "point", "box", "bounding box", "click"),
    *("detection", "label", "mask", "object", "outline", "building", "tree", "crown", "osm", "survey"),
)


class PromptSegment(PromptAlgorithm):
    """Segment what a layer points at."""

    JOB = "prompt_segment"
    PARAMS = PromptSegmentParams
    FIELDS = PROMPT_FIELDS
    NAME = "promptsegment"
    TITLE = "Segment what a layer points at (prompts)"
    SUMMARY = "Draws the outline of each object that points, boxes, lines or polygons show, with SAM 2."
    TAGS = _TAGS
    HELP = _HELP
