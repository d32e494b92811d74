"""The part of a grid the run works on."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from ..api.errors import Code, EngineError
from ..tiles.tiling import Window
from .georeference import Georeference

Extent = tuple[float, float, float, float]  # xmin, ymin, xmax, ymax in map units

# An extent this little over a pixel's edge, in pixels, ends at that edge.
_SNAP = 1e-6

# A region above this would take years; it comes from a damaged header or a slip of the decimal point.
MAX_PIXELS = 10**11


def region_of(
    path: str, georeference: Georeference, width: int, height: int, extent: Extent | None
) -> tuple[Window, NDArray[np.float64] | None]:
    """The pixels an extent touches, cut to a grid of ``width`` x ``height``.

    Returns:
        The window, and the extent's ring (4, 2) in pixels where the grid is turned against it
        and the window therefore larger.

    Raises:
        EngineError: BAD_PARAMETER for an extent without area or off the raster, BAD_RASTER for a
            region of absurd size.
    """
    window, ring = Window(0, 0, width, height), None
    if extent is not None:
        corners = _corners(extent)
        pixels = georeference.to_pixel(corners)
        touched = _snapped_outward(pixels)
        inside = touched.intersection(window)
        if inside is None:
            raise EngineError(
                Code.BAD_PARAMETER,
                f"EXTENT ({extent_text(extent)}) does not touch {path}, which covers "
                f"({extent_text(extent_of(georeference, window))}) in its CRS.",
            )
        window = inside
        ring = None if georeference.aligned else pixels
    if window.width * window.height > MAX_PIXELS:
        raise EngineError(
            Code.BAD_RASTER,
            f"{path} claims {window.width} x {window.height} pixels, more than can be segmented; "
            "choose an EXTENT, or a coarser RESOLUTION.",
        )
    return window, ring


def extent_of(georeference: Georeference, window: Window) -> Extent:
    """The map extent of a window's corners."""
    corners = _corners((window.x, window.y, window.right, window.bottom))
    points = georeference.to_map(corners)
    (xmin, ymin), (xmax, ymax) = points.min(axis=0), points.max(axis=0)
    return float(xmin), float(ymin), float(xmax), float(ymax)


def _corners(extent: Extent) -> NDArray[np.float64]:
    xmin, ymin, xmax, ymax = extent
    if not (all(map(math.isfinite, extent)) and xmin < xmax and ymin < ymax):
        raise EngineError(
            Code.BAD_PARAMETER, f"EXTENT ({extent_text(extent)}) has no area; draw it again over the raster."
        )
    return np.array([(xmin, ymin), (xmax, ymin), (xmax, ymax), (xmin, ymax)], np.float64)


def _snapped_outward(pixels: NDArray[np.float64]) -> Window:
    x, y = (math.floor(number + _SNAP) for number in pixels.min(axis=0))
    right, bottom = (math.ceil(number - _SNAP) for number in pixels.max(axis=0))
    # An extent thinner than the tolerance still touches the pixel it lies in.
    return Window(x, y, max(1, right - x), max(1, bottom - y))


def extent_text(extent: Extent) -> str:
    """An extent in a sentence."""
    return ", ".join(f"{number:.10g}" for number in extent)
