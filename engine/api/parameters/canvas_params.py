"""Parameters of the jobs behind clicks on the map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Optional

from .params import ModelParams, OutlineParams, RasterParams
from .paramspec import Kind, param


@dataclass(frozen=True)
class EncodeParams(ModelParams, RasterParams):
    """sam2:encode. The stretch is that of the whole raster, whatever the extent."""

    extent: Optional[tuple[float, float, float, float]] = param(
        None,
        "Extent",
        "Only windows that show this part of the raster are encoded. Any CRS. The stretch is computed from "
        "the whole raster all the same, as for clicks.",
        kind=Kind.EXTENT,
        optional=True,
    )
    overlap: int = param(
        0,
        "Overlap",
        "How far neighbouring windows overlap. 0 = a quarter of a window. More puts every place nearer to "
        "the middle of some window, where the model sees all around it; at most half a window.",
        minimum=0,
        maximum=4096,
        unit="pixels",
        advanced=True,
    )
    coarser: bool = param(
        True,
        "Also for zooming out",
        "Encode coarser windows too, down to one that shows the whole raster: for large objects, and for "
        "clicks on a map that is zoomed out. Takes a third more time and space.",
        advanced=True,
    )
    cache_limit_mb: int = param(
        0,
        "Room for encoded windows",
        "How much all encoded windows, of all rasters, may take on the disk; those not used for longest are "
        "removed first. 0 = as set before (at first 4096). Any other number is kept for later.",
        minimum=0,
        maximum=999_999,
        unit="MB",
        advanced=True,
    )


@dataclass(frozen=True)
class CanvasEncodeParams(ModelParams, RasterParams):
    """The job canvas_encode. Extent, area of interest and resolution are not used."""

    view: Optional[tuple[float, float, float, float]] = param(
        None, "View", "What the map shows, in the raster's CRS.", kind=Kind.EXTENT, optional=True
    )
    pixel: float = param(
        0.0,
        "Size of a screen pixel",
        "Decides how fine the model sees the raster; 0 = as fine as it is.",
        minimum=0.0,
        unit="raster units per pixel",
    )
    memory_limit_mb: int = param(
        512,
        "Memory for encoded windows",
        "How much of the memory the windows used last may take.",
        minimum=0,
        maximum=1 << 20,
        unit="MB",
        advanced=True,
    )


@dataclass(frozen=True)
class CanvasPromptParams(OutlineParams, CanvasEncodeParams):
    """The job canvas_prompt. Area limits and mode are not used."""

    points: tuple[tuple[float, float, int], ...] = param((), "Points", "What was clicked.", kind=Kind.POINTS)
    box: Optional[tuple[Any, ...]] = param(
        None, "Box", "A rectangle around the object.", kind=Kind.BOX, optional=True
    )
    lasso: str = param("", "Lasso", "A rough outline of the object.", kind=Kind.POLYGONS, optional=True)
    previous: bool = param(
        False, "Refine", "Go on from the answer before, where the same window answers; see candidate."
    )
    candidate: int = param(
        0,
        "Candidate",
        "The candidate chosen from the answer before; 0 is its first.",
        minimum=0,
        maximum=2,
    )
    candidates: str = param(
        "auto",
        "Candidates",
        "auto: three where a prompt may mean part, object or group (one point), else one.",
        choices=("auto", "one", "three"),
    )
    preview: bool = param(
        False, "Preview", "Only the best candidate, with a simple outline and without measures."
    )
    may_encode: bool = param(True, "May encode", "Without it, only windows that are encoded already answer.")


@dataclass(frozen=True)
class CanvasLookParams(RasterParams):
    """The job canvas_look. Extent, area of interest and resolution are not used."""

    view: Optional[tuple[float, float, float, float]] = param(
        None, "View", "What the map shows, in the raster's CRS.", kind=Kind.EXTENT, optional=True
    )
    pixel: float = param(
        0.0, "Size of a screen pixel", "As in canvas_encode.", minimum=0.0, unit="raster units per pixel"
    )
    side: int = param(
        512, "Side", "The picture's longer side at most.", minimum=16, maximum=4096, unit="pixels"
    )
