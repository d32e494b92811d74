"""sam2:refinepolygons: old polygons brought up to date on new imagery."""

from __future__ import annotations

from ..engine.api.features import REFINED_FIELDS
from ..engine.api.parameters.prompt_params import RefinePolygonsParams
from .prompt_algorithm import PromptAlgorithm

_HELP = """
<p>Draws known objects again on a newer or better image: footprints, fields, crowns, ponds. Each old polygon
tells SAM 2 where to look and what shape to expect; the outline follows the new image, and each object is
classed as same, changed or gone. It runs on this computer; no image leaves it.</p>
<p>It does not find objects that are new: run <i>Segment everything</i> for those. Old outlines that lie
beside their objects by more than a third of their size are better moved first.</p>
<h3>The result</h3>
<p>One feature for each polygon, in their order, with all their attributes and:</p>
<ul>{fields}</ul>
<ul>
<li><b>same</b>: old and new outline share at least <i>Same from IoU</i>.</li>
<li><b>changed</b>: they share less; look at <b>iou_old</b> and <b>shift_m</b> for how much.</li>
<li><b>gone</b>: they share hardly anything (<i>Gone below IoU</i>), or the model does not believe in what it
sees (<i>Gone below score</i>). The feature keeps its <b>old</b> geometry, for you to judge.</li>
</ul>
<p>Where the polygons have a field of the same name, the new one ends in _2. Polygons outside the raster or on
pixels without data are listed in the log and left out; of those across its edge the part inside is compared.
The limits fit sharp images: look at a few results of each class and move them.</p>
"""

_TAGS = (
    *("refine", "update", "change detection", "change", "demolished"),
    *("moved", "shift", "align", "snap", "footprint", "building", "parcel", "polygon", "outline", "cadastre"),
)


class RefinePolygons(PromptAlgorithm):
    """Bring old polygons up to date."""

    JOB = "refine_polygons"
    PARAMS = RefinePolygonsParams
    FIELDS = REFINED_FIELDS
    NAME = "refinepolygons"
    TITLE = "Bring old polygons up to date (refine)"
    SUMMARY = (
        "Draws old polygons again on a new image with SAM 2, and says what is the same, changed or gone."
    )
    TAGS = _TAGS
    HELP = _HELP
