"""sam2:importcoco: COCO annotations become polygons."""

from __future__ import annotations

from ..engine.api.parameters.format_params import ImportCocoParams
from .layer_algorithm import LayerAlgorithm


class ImportCoco(LayerAlgorithm):
    """Read COCO instances, COCO results or SA-Co."""

    JOB = "import_coco"
    PARAMS = ImportCocoParams
    NAME = "importcoco"
    TITLE = "Import from COCO"
    GROUP = "Formats"
    SUMMARY = "Draws the annotations of a COCO or SA-Co file as polygons, where they belong."
    TAGS = ("import", "coco", "sa-co", "saco", "rle", "annotations", "json")
    HELP = """
    <p>Reads instances, lists of results and SA-Co. Run lengths become polygons along pixel edges;
    polygons stay as they are; an annotation that has only a box becomes a rectangle.</p>
    <p>Files written by <i>Export to COCO</i> know where their images lie. For others give the raster the
    image was made from; without it the objects come in pixels.</p>
    """
