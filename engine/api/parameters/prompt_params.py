"""Parameters of the jobs whose objects a vector layer points at."""

from __future__ import annotations

from dataclasses import dataclass

from .params import ModelParams, OutlineParams, RasterParams, TilingParams
from .paramspec import Kind, param


@dataclass(frozen=True)
class PromptLayerParams:
    """Which features prompt, and how they are read."""

    prompts: str = param(
        "",
        "Prompts",
        "The layer that points at the objects: points, lines, boxes or polygons, in any CRS. Only selected "
        "features, or those a filter lets through, where you ask for that.",
        kind=Kind.PROMPTS,
    )
    label_field: str = param(
        "",
        "Label field",
        "Holds 1 for features that lie on the object and 0 for features beside it (background). Left empty: "
        "all lie on their object. Background is of use together with a group field.",
        kind=Kind.FIELD,
        optional=True,
        parent="prompts",
    )
    group_field: str = param(
        "",
        "Group field",
        "Features with the same value here prompt one object together, such as two points on it, one beside "
        "it and a box around it. Left empty, or where a feature has no value: each feature is an object.",
        kind=Kind.FIELD,
        optional=True,
        parent="prompts",
    )
    polygon_as: str = param(
        "box",
        "Polygons are",
        "box: only the rectangle around a polygon counts; for boxes and detections. mask: its shape counts "
        "too, as a first guess of the object; for outlines that are nearly right.",
        choices=("box", "mask"),
    )


@dataclass(frozen=True)
class PromptSegmentParams(TilingParams, OutlineParams, ModelParams, PromptLayerParams, RasterParams):
    """sam2:promptsegment."""

    mode: str = "objects"  # every prompt keeps its own object, so there is nothing to choose


@dataclass(frozen=True)
class OldPolygonParams:
    """Which outlines are brought up to date, and what counts as a change."""

    polygons: str = param(
        "",
        "Old polygons",
        "The outlines as they were, in any CRS: one object for each feature.",
        kind=Kind.POLYGON_PROMPTS,
    )
    same_iou: float = param(
        0.8,
        "Same from IoU",
        "An object is the same where old and new outline share at least this much (area of both in common "
        "over the area of either, 0-1). Lower it where the old outlines are rough or shifted against the "
        "image.",
        minimum=0.0,
        maximum=1.0,
    )
    gone_iou: float = param(
        0.2,
        "Gone below IoU",
        "An object is gone where what the model sees in its place shares less than this with the old "
        "outline (0-1).",
        minimum=0.0,
        maximum=1.0,
    )
    gone_score: float = param(
        0.5,
        "Gone below score",
        "An object is gone where the model itself expects its outline to be worse than this (predicted IoU, "
        "0-1). 0 = do not ask for it.",
        minimum=0.0,
        maximum=1.0,
    )


@dataclass(frozen=True)
class RefinePolygonsParams(TilingParams, OutlineParams, ModelParams, OldPolygonParams, RasterParams):
    """sam2:refinepolygons."""

    mode: str = "objects"  # every polygon keeps its own object, so there is nothing to choose
