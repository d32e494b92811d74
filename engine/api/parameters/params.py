"""The parameters of segmenting everything, and the groups other jobs share.

Every parameter of every job is declared once, here or in the params modules beside this one.

A job's class inherits the groups it needs, so its JSON is flat and a stage that takes, say,
``GeneratorParams`` can be handed the job itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from ..models import MODEL_IDS
from .cluster_params import ClusterParams
from .paramspec import Kind, param


@dataclass(frozen=True)
class RasterParams:
    """Which raster, which part of it, and how it becomes 8-bit RGB."""

    input: str = param("", "Raster", "The raster to segment: any file GDAL opens.", kind=Kind.RASTER)
    bands: tuple[int, ...] = param(
        (),
        "Bands",
        "One band (shown to the model as grey) or three (as red, green, blue). Left empty: the bands "
        "tagged red, green and blue, else bands 1, 2, 3, else band 1. False colour such as near "
        "infrared, red, green often separates vegetation better.",
        kind=Kind.BANDS,
        optional=True,
    )
    extent: Optional[tuple[float, float, float, float]] = param(
        None,
        "Extent",
        "Only this part of the raster is segmented, and the stretch is computed from it. Any CRS. "
        "Objects cut by its edge are marked in touches_edge.",
        kind=Kind.EXTENT,
        optional=True,
    )
    mask_layer: str = param(
        "",
        "Area of interest",
        "A polygon layer, in any CRS. Objects are cut to its polygons; tiles outside it are skipped.",
        kind=Kind.POLYGONS,
        optional=True,
    )
    resolution: float = param(
        0.0,
        "Resolution",
        "Work on a coarser grid with this pixel size. The model sees more ground at once and finds "
        "larger objects, such as whole fields or lakes, faster. 0 = the raster's own resolution.",
        minimum=0.0,
        unit="raster units per pixel",
        advanced=True,
    )
    stretch: str = param(
        "auto",
        "Stretch to 8 bit",
        "How values become the 0-255 the model reads; one stretch for the whole raster or extent, "
        "nodata excluded. auto: none for 8-bit rasters, percentile for all others. percentile: between "
        "the two percentages below. minmax: the full range. stddev: mean plus or minus two standard "
        "deviations. none: 8-bit values as they are. values: between the values given below.",
        choices=("auto", "percentile", "minmax", "stddev", "none", "values"),
        advanced=True,
    )
    stretch_low: float = param(
        2.0,
        "Stretch from",
        "Values below this percentile become black (percentile stretch). Raise it if haze hides contrast.",
        minimum=0.0,
        maximum=100.0,
        unit="%",
        advanced=True,
    )
    stretch_high: float = param(
        98.0,
        "Stretch to",
        "Values above this percentile become white (percentile stretch). Lower it if a few bright roofs "
        "or clouds leave the rest dark.",
        minimum=0.0,
        maximum=100.0,
        unit="%",
        advanced=True,
    )
    stretch_values: str = param(
        "",
        "Stretch values",
        "For STRETCH values: what becomes black and white, as low:high for each band in its order, or once "
        "for all, such as 0:3000, 0:3000, 0:2500. Rasters of one series look alike with the same values.",
        kind=Kind.TEXT,
        optional=True,
        advanced=True,
    )
    crs: str = param("", "CRS", "WKT of the CRS QGIS has for the layer.", kind=Kind.CRS, optional=True)


@dataclass(frozen=True)
class ModelParams:
    """Which weights run where."""

    model: str = param(
        "pico",
        "Model",
        "pico comes with the plugin and needs no download; its outlines are rough. Meta's SAM 2.1 models are "
        "larger and more accurate; the options of SAM 2 Toolbox or scripts/models.py download them.",
        choices=MODEL_IDS,
    )
    checkpoint: str = param(
        "",
        "Own checkpoint",
        "A SAM 2 checkpoint file (.pt) to use instead of the model chosen above.",
        kind=Kind.FILE,
        optional=True,
        advanced=True,
        file_filter="SAM 2 checkpoints (*.pt *.pth)",
    )
    config: str = param(
        "",
        "Own config",
        "The YAML that describes the own checkpoint. Left empty: the one of Meta's configs, or the "
        "bundled model's, that fits the checkpoint.",
        kind=Kind.FILE,
        optional=True,
        advanced=True,
        file_filter="SAM 2 configs (*.yaml *.yml)",
    )
    device: str = param(
        "auto",
        "Device",
        "auto takes what the options of SAM 2 Toolbox say; where they say auto too, an NVIDIA GPU (cuda) if "
        "there is one, else Apple's (mps), else the processor (cpu).",
        choices=("auto", "cuda", "mps", "cpu"),
        advanced=True,
    )
    precision: str = param(
        "float32",
        "Precision",
        "float32 is the reference. bfloat16 runs the image encoder in half precision: faster on GPUs and on "
        "processors that have it, and a few masks change.",
        choices=("float32", "bfloat16"),
        advanced=True,
    )
    threads: int = param(
        0,
        "Processor threads",
        "How many cores the model may use where it runs on the processor. 0 = as the options of SAM 2 "
        "Toolbox say; where they say 0 too, all. Changes speed, not the result.",
        minimum=0,
        maximum=256,
        advanced=True,
    )


@dataclass(frozen=True)
class TilingParams:
    """How the raster is cut for the model."""

    tile_size: int = param(
        0,
        "Tile size",
        "Side of the square the model sees at once. 0 = the model's own input size, so that nothing is "
        "resampled. Smaller tiles are enlarged for the model and find smaller objects, at more time.",
        minimum=0,
        maximum=8192,
        unit="pixels",
        advanced=True,
    )
    overlap: int = param(
        128,
        "Overlap",
        "How far neighbouring tiles overlap. Objects are joined across tiles in the overlap; make it "
        "at least as wide as a usual object where time allows. At most half the tile size.",
        minimum=0,
        maximum=4096,
        unit="pixels",
        advanced=True,
    )


@dataclass(frozen=True)
class GeneratorParams:
    """SAM 2's automatic mask generator, under its own names and defaults."""

    points_per_side: int = param(
        32,
        "Points per side",
        "A grid of this many by this many points is put on every tile; each point proposes masks. More "
        "points find smaller objects; time grows with the square.",
        minimum=1,
        maximum=256,
    )
    points_per_batch: int = param(
        64,
        "Points per batch",
        "How many points the model answers at once. Changes speed and memory, not the result. It is "
        "halved by itself when a GPU runs out of memory.",
        minimum=1,
        maximum=4096,
        advanced=True,
    )
    pred_iou_thresh: float = param(
        0.8,
        "Predicted IoU at least",
        "Keep a mask only if the model expects it to overlap the true object by this much (0-1). Lower "
        "it to get more objects and more mistakes. Left as it is, 0.4 with the model pico.",
        minimum=0.0,
        maximum=1.0,
    )
    stability_score_thresh: float = param(
        0.95,
        "Stability at least",
        "Keep a mask only if it hardly changes when the cut-off of its logits moves by the offset below "
        "(0-1). Lower it for soft outlines such as crowns.",
        minimum=0.0,
        maximum=1.0,
    )
    stability_score_offset: float = param(
        1.0,
        "Stability offset",
        "How far the cut-off is moved, up and down, to measure stability.",
        minimum=0.0,
        unit="logits",
        advanced=True,
    )
    mask_threshold: float = param(
        0.0,
        "Mask threshold",
        "Pixels with logits above this belong to the mask. Higher gives tighter masks.",
        unit="logits",
        advanced=True,
    )
    box_nms_thresh: float = param(
        0.7,
        "Duplicate boxes from",
        "Two masks whose boxes overlap by more than this (IoU) are one object; the better is kept. Left as "
        "it is, 0.5 with the model pico.",
        minimum=0.0,
        maximum=1.0,
        advanced=True,
    )
    crop_n_layers: int = param(
        0,
        "Crop layers",
        "Run again on 2 x 2, 4 x 4, ... enlarged crops of every tile to find small objects. Each layer "
        "costs about four times the one before.",
        minimum=0,
        maximum=4,
        advanced=True,
    )
    crop_nms_thresh: float = param(
        0.7,
        "Duplicate boxes between crops from",
        "As above, between masks of different crops; the mask of the smaller crop is kept.",
        minimum=0.0,
        maximum=1.0,
        advanced=True,
    )
    crop_overlap_ratio: float = param(
        512 / 1500,
        "Crop overlap",
        "Overlap of neighbouring crops as a share of the tile, in the first crop layer; halved in each "
        "further one.",
        minimum=0.0,
        maximum=1.0,
        advanced=True,
    )
    crop_n_points_downscale_factor: int = param(
        1,
        "Fewer points in crops",
        "In crop layer n the points per side are divided by this number to the power n.",
        minimum=1,
        maximum=16,
        advanced=True,
    )
    min_mask_region_area: int = param(
        0,
        "Remove regions below",
        "Holes and separate islands of a mask smaller than this are removed. 0 = none.",
        minimum=0,
        unit="pixels",
        advanced=True,
    )
    use_m2m: bool = param(
        False,
        "Refine masks once more",
        "Feed each mask back to the model for one more step. Slower, sometimes cleaner outlines.",
        advanced=True,
    )
    multimask_output: bool = param(
        True,
        "Three masks per point",
        "Each point proposes part, object and group. Off: one mask per point, with fewer nested objects.",
        advanced=True,
    )
    skip_covered_points: bool = param(
        False,
        "Skip points in found objects",
        "Points that lie in an object found already are not asked. Faster where objects are large; loses "
        "objects inside other objects.",
        advanced=True,
    )


@dataclass(frozen=True)
class OutlineParams:
    """How the pixels of an object become a polygon, and which objects are kept."""

    outline: str = param(
        "pixel",
        "Outline",
        "pixel: exactly along pixel edges; the polygon's area is the pixels' area. smooth: sub-pixel "
        "lines from the model's own certainty, with fewer vertices. rectilinear: right angles on the "
        "ground, for buildings; an object they fit badly (IoU with the mask below 0.85, or a point farther "
        "off than 4 pixels and 12 % of the object's width) keeps its pixel outline, simplified.",
        choices=("pixel", "smooth", "rectilinear"),
    )
    simplify: float = param(
        0.0,
        "Simplify",
        "Leave out vertices that move the outline by at most this. 0 = keep all. With rectilinear outlines: "
        "straighten edges shorter than this. 0 = 3 pixels.",
        minimum=0.0,
        maximum=100.0,
        unit="pixels",
    )
    min_area: float = param(
        0.0, "Smallest object", "Leave out objects below this area. 0 = no limit.", minimum=0.0, unit="m²"
    )
    max_area: float = param(
        0.0, "Largest object", "Leave out objects above this area. 0 = no limit.", minimum=0.0, unit="m²"
    )


@dataclass(frozen=True)
class AutomaticMasksParams(
    ClusterParams, TilingParams, OutlineParams, GeneratorParams, ModelParams, RasterParams
):
    """sam2:automaticmasks. (Fields come in the order of the bases from last to first.)"""

    mode: str = param(
        "objects",
        "Mode",
        "objects: every object as found; they may overlap and lie inside each other. coverage: every place "
        "belongs to one object at most, the smallest; neighbours share their border.",
        choices=("objects", "coverage"),
        advanced=True,
    )
    keep_embeddings: bool = param(
        False,
        "Keep what the model has seen",
        "Clicks on the map are then answered at once wherever this run has been. Takes 2 MB a tile on the "
        "disk with the bundled model, 17 MB with Meta's, at the expense of what was kept before; "
        "tiles segmented on a cluster are not kept.",
        advanced=True,
    )
    fill_gaps: bool = param(
        False,
        "Fill gaps at a coarser scale",
        "Look once more, with coarser pixels, at places where nothing was found. Finds objects larger "
        "than a tile, such as lakes and long fields.",
        advanced=True,
    )
    resume: bool = param(
        False,
        "Continue an interrupted run",
        "Go on where a run with the same raster and settings was interrupted, by a power cut, a full disk "
        "or a closed QGIS. Tiles done already are not segmented again.",
        advanced=True,
    )
    output: str = param(
        "",
        "Output",
        "The file the caller writes the objects to; it tells interrupted runs on the same raster apart.",
        kind=Kind.DESTINATION,
        optional=True,
    )
    labels: str = param(
        "",
        "Label raster",
        "Also write a GeoTIFF whose pixels hold the object_id, 0 where there is none. Where objects "
        "overlap the smaller one is on top.",
        kind=Kind.RASTER_OUT,
        optional=True,
    )
    run_record: str = param(
        "",
        "Run record",
        "Also write a JSON file with everything needed to repeat the run: raster, parameters, model and "
        "its SHA-256, versions, counts and times.",
        kind=Kind.FILE_OUT,
        optional=True,
        file_filter="JSON (*.json)",
    )
