"""sam2:exportflatmasks: polygons become rows of a Parquet table."""

from __future__ import annotations

from ..engine.api.parameters.format_params import ExportFlatMasksParams
from .layer_algorithm import LayerAlgorithm


class ExportFlatMasks(LayerAlgorithm):
    """Write polygons as flat masks to a Parquet file."""

    JOB = "export_flat_masks"
    PARAMS = ExportFlatMasksParams
    NAME = "exportflatmasks"
    TITLE = "Export flat masks to Parquet"
    GROUP = "Formats"
    SUMMARY = "Writes the polygons of a layer as a table of masks, for pandas, Arrow and DuckDB."
    TAGS = ("export", "parquet", "arrow", "pandas", "flat", "masks", "array")
    HELP = """
    <p>Writes a Parquet table with a row for every object, for pipelines that pass masks as flat arrays:
    <b>mask</b> (a list of 0 and 1, row after row of the raster's pixels), <b>width</b>, <b>height</b>,
    <b>object_id</b> and, if asked for, <b>score</b>. In Python:
    <i>numpy.reshape(row.mask, (row.height, row.width))</i>.</p>
    <p>The file knows its place: <i>Import flat masks from Parquet</i> brings the objects back to it.</p>
    <p>Every mask is as large as the raster; for large rasters choose COCO, or NPZ with the layout labels or
    tiles. Parquet needs the package pyarrow in the Python that runs SAM 2.</p>
    """
