"""sam2:exportcoco: polygons become COCO annotations."""

from __future__ import annotations

from ..engine.api.parameters.format_params import ExportCocoParams
from .layer_algorithm import LayerAlgorithm


class ExportCoco(LayerAlgorithm):
    """Write polygons as COCO instances, COCO results or SA-Co."""

    JOB = "export_coco"
    PARAMS = ExportCocoParams
    NAME = "exportcoco"
    TITLE = "Export to COCO"
    GROUP = "Formats"
    SUMMARY = "Writes the polygons of a layer as COCO or SA-Co annotations."
    TAGS = ("export", "coco", "sa-co", "saco", "rle", "annotations", "training", "json", "tiles")
    HELP = """
    <p>Writes polygons of any origin as annotations, for training and evaluation with tools that read COCO
    (pycocotools, Detectron2, MMDetection, ...) or SAM 3's SA-Co.</p>
    <ul>
    <li><b>instances</b>: one image, or one for each tile, with annotations and the categories of a
    field.</li>
    <li><b>results</b>: the list with scores that COCO's evaluation compares with instances.</li>
    <li><b>saco</b>: every class is asked of every image as a phrase; images without an object of a class
    stay in the file as negatives.</li>
    </ul>
    <p>With <i>Cut into tiles</i> the pixels of every tile are written beside the file, so that file and
    tiles together are a data set.</p>
    """
