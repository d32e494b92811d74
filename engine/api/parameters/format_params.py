"""Parameters of the jobs that write and read masks in the formats of other programs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from .paramspec import Kind, param


@dataclass(frozen=True)
class GridParams:
    """Which polygons, on which pixels."""

    input: str = param("", "Polygons", "The layer to export, of any origin.", kind=Kind.LAYER)
    reference: str = param(
        "",
        "Reference raster",
        "The masks get this raster's pixels. Left empty: square pixels of the size below over the extent.",
        kind=Kind.RASTER,
        optional=True,
    )
    extent: Optional[tuple[float, float, float, float]] = param(
        None,
        "Extent",
        "Without a reference raster: the area of the masks. Left empty: that of the polygons.",
        kind=Kind.EXTENT,
        optional=True,
        advanced=True,
    )
    pixel_size: float = param(
        0.0,
        "Pixel size",
        "Without a reference raster: side of a pixel in units of the layer's CRS.",
        minimum=0.0,
        unit="map units",
        advanced=True,
    )


@dataclass(frozen=True)
class TileSizeParams:
    """Images smaller than the raster."""

    tile_size: int = param(
        1024,
        "Tile size",
        "Side of a tile where the masks are cut into tiles.",
        minimum=16,
        maximum=65536,
        unit="pixels",
        advanced=True,
    )


@dataclass(frozen=True)
class ExportNpzParams(TileSizeParams, GridParams):
    """sam2:exportnpz."""

    layout: str = param(
        "stack",
        "Layout",
        "stack: one mask after the other, N x height x width. labels: one array of height x width with the "
        "number of the object, or of its class, at every pixel; the smaller of two objects is on top. "
        "tiles: a stack for every tile with objects, each a file of its own.",
        choices=("stack", "labels", "tiles"),
    )
    id_field: str = param(
        "",
        "Number field",
        "Whole numbers for object_ids and labels. Left empty: 1, 2, 3 ...",
        kind=Kind.FIELD,
        optional=True,
    )
    class_field: str = param(
        "",
        "Class field",
        "With the layout labels: write classes instead of objects. Texts are numbered in alphabetical "
        "order, and the numbers' names stand in the metadata.",
        kind=Kind.FIELD,
        optional=True,
    )
    score_field: str = param(
        "", "Score field", "Numbers for the array scores.", kind=Kind.FIELD, optional=True
    )
    size_limit_mb: float = param(
        50.0,
        "Size limit",
        "Nothing is written if the file would be larger than this. Web viewers open about 50 MB.",
        minimum=0.001,
        unit="MB",
        advanced=True,
    )
    output: str = param(
        "",
        "NPZ file",
        "Where the masks go. With the layout tiles: the files are put beside it, named after it with the "
        "tile's row and column.",
        kind=Kind.FILE_OUT,
        file_filter="NumPy archives (*.npz)",
    )


@dataclass(frozen=True)
class ImportNpzParams:
    """sam2:importnpz."""

    input: str = param(
        "",
        "NPZ file",
        "An archive with an array masks: (N, H, W) of 0 and 1, or (H, W) with labels.",
        kind=Kind.FILE,
        file_filter="NumPy archives (*.npz)",
    )
    reference: str = param(
        "",
        "Reference raster",
        "Where the masks lie, for files that do not say so. It must have as many pixels. Without it such "
        "masks come in pixels, y downwards.",
        kind=Kind.RASTER,
        optional=True,
    )
    output: str = param("", "Objects", "One polygon for each mask.", kind=Kind.LAYER_OUT)


@dataclass(frozen=True)
class ExportFlatMasksParams(GridParams):
    """sam2:exportflatmasks."""

    id_field: str = param(
        "",
        "Number field",
        "Whole numbers for object_id. Left empty: 1, 2, 3 ...",
        kind=Kind.FIELD,
        optional=True,
    )
    score_field: str = param(
        "", "Score field", "Numbers for the column score.", kind=Kind.FIELD, optional=True
    )
    size_limit_mb: float = param(
        2000.0,
        "Size limit",
        "Nothing is written if the masks, unpacked, would be larger than this: pandas reads all of them at "
        "once.",
        minimum=0.001,
        unit="MB",
        advanced=True,
    )
    output: str = param(
        "",
        "Parquet file",
        "Where the masks go.",
        kind=Kind.FILE_OUT,
        file_filter="Parquet (*.parquet)",
    )


@dataclass(frozen=True)
class ImportFlatMasksParams:
    """sam2:importflatmasks."""

    input: str = param(
        "",
        "Parquet file",
        "A table with the columns mask (a list of 0 and 1, row after row of pixels), width and height; "
        "object_id and score if there are any.",
        kind=Kind.FILE,
        file_filter="Parquet (*.parquet)",
    )
    reference: str = param(
        "",
        "Reference raster",
        "Where the masks lie, for files that do not say so. It must have as many pixels. Without it such "
        "masks come in pixels, y downwards.",
        kind=Kind.RASTER,
        optional=True,
    )
    output: str = param("", "Objects", "One polygon for each mask.", kind=Kind.LAYER_OUT)


@dataclass(frozen=True)
class ExportCocoParams(TileSizeParams, GridParams):
    """sam2:exportcoco."""

    variant: str = param(
        "instances",
        "Variant",
        "instances: images, annotations and categories, for training. results: a list of results with "
        "scores, for COCO's evaluation. saco: image and phrase pairs of SAM 3, one for every class and "
        "image, those without an object too.",
        choices=("instances", "results", "saco"),
    )
    segmentation: str = param(
        "rle",
        "Masks as",
        "rle: run lengths, exact. polygon: polygons along pixel edges; objects with holes stay run "
        "lengths, because COCO's polygons have none.",
        choices=("rle", "polygon"),
    )
    class_field: str = param(
        "",
        "Class field",
        "Names of categories, or phrases. Left empty: all objects are of one category, object.",
        kind=Kind.FIELD,
        optional=True,
    )
    score_field: str = param(
        "", "Score field", "How sure each object is, 0 to 1.", kind=Kind.FIELD, optional=True
    )
    tiles: bool = param(
        False,
        "Cut into tiles",
        "Each tile becomes an image of its own, and its pixels are written beside the file as GeoTIFF. Off: "
        "one image, the reference raster.",
    )
    output: str = param(
        "", "COCO file", "Where the annotations go.", kind=Kind.FILE_OUT, file_filter="JSON (*.json)"
    )


@dataclass(frozen=True)
class ImportCocoParams:
    """sam2:importcoco."""

    input: str = param(
        "",
        "COCO file",
        "Instances, a list of results, or SA-Co.",
        kind=Kind.FILE,
        file_filter="JSON (*.json)",
    )
    reference: str = param(
        "",
        "Reference raster",
        "Where the image lies, for files that do not say so. It must have as many pixels as the image.",
        kind=Kind.RASTER,
        optional=True,
    )
    output: str = param("", "Objects", "One polygon for each annotation.", kind=Kind.LAYER_OUT)


@dataclass(frozen=True)
class ExportMaskRasterParams(GridParams):
    """sam2:exportmaskraster."""

    id_field: str = param(
        "",
        "Number field",
        "Whole numbers from 1 on to write. Left empty: 1, 2, 3 ...",
        kind=Kind.FIELD,
        optional=True,
    )
    class_field: str = param(
        "",
        "Class field",
        "Write classes instead of objects: whole numbers as they are, texts numbered in alphabetical order.",
        kind=Kind.FIELD,
        optional=True,
    )
    priority: str = param(
        "smaller",
        "On top",
        "Which of two overlapping objects shows.",
        choices=("smaller", "larger", "score"),
    )
    score_field: str = param(
        "", "Score field", "For On top = score: the higher shows.", kind=Kind.FIELD, optional=True
    )
    output: str = param("", "Mask raster", "A GeoTIFF; 0 where there is nothing.", kind=Kind.RASTER_OUT)


@dataclass(frozen=True)
class EvaluateParams:
    """sam2:evaluate."""

    reference: str = param("", "Reference", "The objects as they are.", kind=Kind.LAYER)
    prediction: str = param("", "Prediction", "The objects as they were found.", kind=Kind.LAYER)
    area: str = param(
        "",
        "Area of interest",
        "Only objects that lie mostly in these polygons count.",
        kind=Kind.LAYER,
        optional=True,
    )
    reference_class_field: str = param(
        "",
        "Class field of the reference",
        "Objects of different classes never match.",
        kind=Kind.FIELD,
        optional=True,
        parent="reference",
    )
    prediction_class_field: str = param(
        "",
        "Class field of the prediction",
        "Objects of different classes never match.",
        kind=Kind.FIELD,
        optional=True,
        parent="prediction",
    )
    score_field: str = param(
        "",
        "Score field of the prediction",
        "How sure each prediction is; average precision needs it. Left empty: all are equally sure.",
        kind=Kind.FIELD,
        optional=True,
        parent="prediction",
    )
    reference_image_field: str = param(
        "",
        "Image field of the reference",
        "Objects of different images never match: for layers from a COCO file of several images. With class "
        "fields, every pair of an image and a class is a phrase for cgF1.",
        kind=Kind.FIELD,
        optional=True,
        parent="reference",
        advanced=True,
    )
    prediction_image_field: str = param(
        "",
        "Image field of the prediction",
        "Objects of different images never match.",
        kind=Kind.FIELD,
        optional=True,
        parent="prediction",
        advanced=True,
    )
    report: str = param(
        "",
        "Report",
        "A page with all numbers, a picture and a histogram.",
        kind=Kind.FILE_OUT,
        optional=True,
        file_filter="HTML (*.html)",
    )
    table: str = param("", "Scores", "All numbers as a table.", kind=Kind.LAYER_OUT, optional=True)
    matrix: str = param(
        "",
        "IoU matrix",
        "A row for every reference object and prediction that share area; the rows of the objects' own layer "
        "are numbered alike.",
        kind=Kind.LAYER_OUT,
        optional=True,
    )
    output: str = param(
        "",
        "Objects by outcome",
        "Both layers' objects with their outcome: matched, missed, false, split or merged.",
        kind=Kind.LAYER_OUT,
    )
