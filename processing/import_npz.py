"""sam2:importnpz: masks of an NPZ file become polygons."""

from __future__ import annotations

from ..engine.api.parameters.format_params import ImportNpzParams
from .layer_algorithm import LayerAlgorithm


class ImportNpz(LayerAlgorithm):
    """Read masks from an NPZ file."""

    JOB = "import_npz"
    PARAMS = ImportNpzParams
    NAME = "importnpz"
    TITLE = "Import masks from NPZ"
    GROUP = "Formats"
    SUMMARY = "Draws the masks of a NumPy archive as polygons, where they belong."
    TAGS = ("import", "npz", "numpy", "array", "masks", "labels")
    HELP = """
    <p>Reads an array named <b>masks</b>: N masks of 0 and 1 (N, height, width), or one array of labels
    (height, width), and draws a polygon along the pixel edges of each. <b>object_ids</b> and
    <b>scores</b> become attributes.</p>
    <p>Files written by <i>Export masks to NPZ</i> know their place. For others give the raster the masks
    were made from; without it they come in pixels.</p>
    <p>Files with pickled Python objects are refused: reading them would run a program.</p>
    """
