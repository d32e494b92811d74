"""sam2:importflatmasks: rows of a Parquet table become polygons."""

from __future__ import annotations

from ..engine.api.parameters.format_params import ImportFlatMasksParams
from .layer_algorithm import LayerAlgorithm


class ImportFlatMasks(LayerAlgorithm):
    """Read flat masks from a Parquet file."""

    JOB = "import_flat_masks"
    PARAMS = ImportFlatMasksParams
    NAME = "importflatmasks"
    TITLE = "Import flat masks from Parquet"
    GROUP = "Formats"
    SUMMARY = "Draws the masks of a Parquet table as polygons, where they belong."
    TAGS = ("import", "parquet", "arrow", "pandas", "flat", "masks", "array")
    HELP = """
    <p>Reads a table with the columns <b>mask</b> (a list of 0 and 1, row after row of pixels), <b>width</b>
    and <b>height</b>, and draws a polygon along the pixel edges of each. <b>object_id</b> and <b>score</b>
    become attributes.</p>
    <p>Files written by <i>Export flat masks to Parquet</i> know their place. For others give the raster the
    masks were made from; without it they come in pixels.</p>
    """
