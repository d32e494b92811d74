"""From what was clicked on the map to a question in a window's pixels, and back to an outline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import MultiPolygon, Polygon

from ..api.errors import Code, EngineError
from ..api.parameters.canvas_params import CanvasPromptParams
from ..embeddings.embedding_file import Place
from ..model.sam2_prompts import Prompt, logits_of_coverage
from ..rasters.georeference import Georeference
from ..rasters.raster import RasterInfo
from .canvas_windows import Bounds

Points = NDArray[np.float64]  # (n, 2), x and y

# A cell of the model's mask prompt is divided so often along each side to see how much of it is inside.
_PARTS = 4


@dataclass(frozen=True, eq=False)
class CanvasPrompt:
    """What was clicked, in pixels of the raster's own grid.

    ``points`` float64 (n, 2) with ``labels`` int32 (n,), 1 for foreground and 0 for background;
    ``box`` (2, 2), its least and greatest corner, or None; ``lasso`` polygons, or None. ``raster_size``
    is the raster's width and height.
    """

    points: Points
    labels: NDArray[np.int32]
    box: Points | None
    lasso: MultiPolygon | None
    raster_size: Points

    @classmethod
    def of(cls, params: CanvasPromptParams, info: RasterInfo) -> CanvasPrompt:
        """The prompt in ``params``; ``info`` is that of the raster's own grid.

        Raises:
            EngineError: BAD_PARAMETER if there is nothing that says where the object is, a point or
                all of the box or lasso lies outside the raster, or the lasso is no polygon.
        """
        georeference, ends = info.georeference, np.array([info.width, info.height], np.float64)
        values = np.array(params.points, np.float64).reshape(-1, 3)
        points, labels = georeference.to_pixel(values[:, :2]), values[:, 2].astype(np.int32)
        box = None if params.box is None else _span(georeference.to_pixel(_box_corners(params.box)))
        lasso = _lasso(params.lasso, georeference) if params.lasso else None
        if not labels.any() and box is None and lasso is None:
            raise EngineError(
                Code.BAD_PARAMETER,
                "The prompt holds no foreground point, no box and no lasso: show where the object is.",
            )
        spans = [span for span in (box, None if lasso is None else _corners(lasso)) if span is not None]
        outside = any((span[1] <= 0).any() or (span[0] >= ends).any() for span in spans)
        if outside or (points < 0).any() or (points > ends).any():
            raise EngineError(
                Code.BAD_PARAMETER, f"The prompt lies outside {info.path}. Click, or draw, on the raster."
            )
        return cls(points, labels, None if box is None else np.clip(box, 0, ends), lasso, ends)

    @property
    def bounds(self) -> Bounds:
        """The smallest rectangle around all of it that lies in the raster."""
        spans = [
            span
            for span in (self.box, None if self.lasso is None else _corners(self.lasso))
            if span is not None
        ]
        around = _span(np.concatenate([self.points, *spans]))
        (left, top), (right, bottom) = np.clip(around, 0, self.raster_size).tolist()
        return Bounds(left, top, right, bottom)

    def in_window(self, place: Place, side: int, previous: NDArray[np.float32] | None) -> Prompt:
        """The question to the model about a window.

        ``side`` is the length of the model's mask prompts. A lasso is both a mask and a box: masks
        alone leave the model without a place to look at. ``previous`` (side, side) are logits of the
        answer before; they take the place of the lasso's.
        """

        def to_window(points: Points) -> Points:
            scale = np.array([place.grid_width, place.grid_height], np.float64) / self.raster_size
            moved: Points = points * scale - np.array([place.window.x, place.window.y])
            return moved

        mask, box = previous, self.box
        if self.lasso is not None:
            in_pixels = shapely.transform(self.lasso, to_window)
            box = np.clip(_corners(self.lasso), 0, self.raster_size) if box is None else box
            if mask is None:
                mask = logits_of_coverage(_coverage(in_pixels, place.window.width, place.window.height, side))
        return Prompt(
            points=to_window(self.points).astype(np.float32),
            labels=self.labels,
            box=None if box is None else to_window(box).reshape(4).astype(np.float32),
            mask_logits=mask,
        )


def _box_corners(box: Sequence[Any]) -> Points:
    corners: Points = np.array(box, np.float64)
    if corners.ndim == 1:
        xmin, ymin, xmax, ymax = corners
        corners = np.array([(xmin, ymin), (xmax, ymin), (xmax, ymax), (xmin, ymax)])
    return corners


def _corners(lasso: MultiPolygon) -> Points:
    return _span(shapely.get_coordinates(lasso))


def _span(points: Points) -> Points:
    return np.stack([points.min(axis=0), points.max(axis=0)])


def _lasso(hex_wkb: str, georeference: Georeference) -> MultiPolygon:
    try:
        geometry = shapely.force_2d(shapely.from_wkb(hex_wkb))
        in_pixels = shapely.make_valid(shapely.transform(geometry, georeference.to_pixel))
    except (shapely.errors.ShapelyError, ValueError, TypeError) as error:
        raise EngineError(Code.BAD_PARAMETER, f"LASSO cannot be read as a polygon: {error}.") from error
    # A lasso that crosses itself falls into several polygons and loose lines, one level deeper.
    parts = shapely.get_parts(shapely.get_parts(in_pixels))
    parts = [part for part in parts if isinstance(part, Polygon) and part.area > 0]
    if not parts:
        raise EngineError(Code.BAD_PARAMETER, "LASSO has no area; draw it around the object.")
    return MultiPolygon(parts)


def _coverage(polygons: MultiPolygon, width: int, height: int, side: int) -> NDArray[np.float32]:
    """The share of each cell of a (side, side) grid over a window that lies inside, 0 to 1."""
    fine = side * _PARTS
    scale = np.array([fine / width, fine / height])
    filled = np.zeros((fine, fine), np.uint8)
    for polygon in polygons.geoms:
        rings = [polygon.exterior, *polygon.interiors]
        corners = [np.rint(shapely.get_coordinates(ring) * scale - 0.5).astype(np.int32) for ring in rings]
        drawn = np.zeros_like(filled)
        cv2.fillPoly(drawn, corners, 1)
        filled |= drawn
    cells = filled.reshape(side, _PARTS, side, _PARTS)
    coverage: NDArray[np.float32] = cells.mean(axis=(1, 3), dtype=np.float32)
    return coverage
