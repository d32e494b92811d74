"""From the features that prompt one object to the question the model is asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import Polygon
from shapely.geometry.base import BaseGeometry

from ..api.prompts import BACKGROUND, FOREGROUND
from ..masks import Bits
from ..model.sam2_prompts import Prompt, logits_of_coverage
from ..rasters.area_of_interest import AreaOfInterest
from ..tiles.tiling import Window
from .prompt_windows import Extent

Points = NDArray[np.float64]  # (n, 2), x and y

# A line becomes a point for about every so many pixels of it, but two at least, as it says more than a click,
# and no more than SAM was trained with.
_PIXELS_PER_POINT = 32.0
_POINTS_ON_A_LINE = 2, 8

MAX_POINTS = 64
"""More points than this for one object are a slip; SAM has seen a dozen at most."""


@dataclass(frozen=True, eq=False)
class PromptShape:
    """What prompts one object, in pixels of some grid.

    ``points`` float64 (n, 2) with ``labels`` int32 (n,), 1 or 0; ``polygons`` are valid.
    """

    points: Points
    labels: NDArray[np.int32]
    polygons: tuple[Polygon, ...]

    @property
    def foreground(self) -> Points:
        """The foreground points (m, 2)."""
        points: Points = self.points[self.labels == FOREGROUND]
        return points

    @property
    def box(self) -> Extent | None:
        """The extent of the polygons, None without any."""
        return Extent(*shapely.total_bounds(self.polygons).tolist()) if self.polygons else None

    @property
    def extent(self) -> Extent | None:
        """What a window must show: polygons and foreground points; None where there are neither."""
        box, points = self.box, self.foreground
        if not len(points):
            return box
        around = Extent(*points.min(axis=0).tolist(), *points.max(axis=0).tolist())
        return around if box is None else box.joined(around)

    def scaled(self, factor_x: float, factor_y: float) -> PromptShape:
        """The same ground on a grid with ``factor`` times as many pixels."""
        factors = np.array([factor_x, factor_y])
        polygons = shapely.transform(np.array(self.polygons, dtype=object), lambda points: points * factors)
        return PromptShape(self.points * factors, self.labels, tuple(polygons))

    def inside(self, region: Window) -> PromptShape | None:
        """What lies in a region; None where no foreground does."""
        keep = _within(self.points, region)
        around = shapely.box(region.x, region.y, region.right, region.bottom)
        polygons: list[Polygon] = []
        for polygon in self.polygons:
            cut = polygon if around.covers(polygon) else shapely.intersection(polygon, around)
            polygons += [part for part in _parts(cut) if isinstance(part, Polygon) and part.area]
        shape = PromptShape(self.points[keep], self.labels[keep], tuple(polygons))
        return None if shape.extent is None else shape


def shape_of(features: Iterable[tuple[int, BaseGeometry]]) -> PromptShape:
    """The prompts of one object, from labelled geometries in pixels.

    Points stay points. Lines become two to eight points, evenly spaced. Foreground polygons stay
    polygons (repaired where they are not valid); SAM knows no other background than points, so a background
    polygon becomes one in its middle. Of a geometry collection all parts count.
    """
    points: list[tuple[float, float, int]] = []
    polygons: list[Polygon] = []
    for label, geometry in features:
        for part in _parts(geometry):
            if isinstance(part, Polygon):
                valid = part if part.is_valid else shapely.make_valid(part)
                repaired = [fixed for fixed in _parts(valid) if isinstance(fixed, Polygon)]
                if label == FOREGROUND:
                    polygons += [fixed for fixed in repaired if fixed.area]
                else:
                    points += [(*_middle(fixed), BACKGROUND) for fixed in repaired]
            else:
                points += [(x, y, label) for x, y in _points_on(part)]
    # SAM does not care for the order of points, but its rounding does.
    points.sort(key=lambda point: (-point[2], point[1], point[0]))
    values = np.array(points, np.float64).reshape(-1, 3)
    return PromptShape(values[:, :2], values[:, 2].astype(np.int32), tuple(polygons))


def prompt_in(
    shape: PromptShape, window: Window, valid: Bits, with_mask: bool, image_size: int
) -> Prompt | None:
    """The prompt for a window of the grid that shows the object.

    Points outside the window and foreground points on pixels without data are left out; None
    where no foreground is left. Polygons give a box and, ``with_mask``, also their shape. ``shape``
    is in pixels of the grid, ``valid`` bool (window.height, window.width), ``image_size`` the side S
    of the model's square.
    """
    origin = np.array([window.x, window.y], np.float64)
    keep = _within(shape.points, window)
    points, labels = shape.points[keep] - origin, shape.labels[keep]
    pixels = points.astype(np.intp)
    keep = (labels == BACKGROUND) | valid[pixels[:, 1], pixels[:, 0]]
    points, labels = points[keep], labels[keep]
    box = _box_in(shape, window, valid)
    if box is None and not (labels == FOREGROUND).any():
        return None
    logits = None
    if box is not None and with_mask:
        logits = logits_of_coverage(_coverage(shape.polygons, window, image_size // 4))
    return Prompt(points.astype(np.float32), labels, box, logits)


def _parts(geometry: BaseGeometry) -> Iterable[BaseGeometry]:
    if geometry.is_empty:
        return
    if hasattr(geometry, "geoms"):
        for part in geometry.geoms:
            yield from _parts(part)
    else:
        yield geometry


def _points_on(part: BaseGeometry) -> list[tuple[float, float]]:
    if part.geom_type == "Point":
        return [(part.x, part.y)]
    count = int(np.clip(round(part.length / _PIXELS_PER_POINT), *_POINTS_ON_A_LINE))
    shares = (np.arange(count) + 0.5) / count
    along = shapely.line_interpolate_point(part, shares, normalized=True)
    return [(x, y) for x, y in shapely.get_coordinates(along).tolist()]


def _middle(polygon: Polygon) -> tuple[float, float]:
    point = shapely.point_on_surface(polygon)
    return point.x, point.y


def _within(points: Points, window: Window) -> NDArray[np.bool_]:
    low, high = np.array([window.x, window.y]), np.array([window.right, window.bottom])
    return np.asarray(np.all((points >= low) & (points < high), axis=1), np.bool_)


def _box_in(shape: PromptShape, window: Window, valid: Bits) -> NDArray[np.float32] | None:
    box = shape.box
    if box is None:
        return None
    corners = np.array([box.x0 - window.x, box.y0 - window.y, box.x1 - window.x, box.y1 - window.y])
    corners = np.clip(corners, 0, [window.width, window.height] * 2)
    x0, y0 = np.floor(corners[:2]).astype(int).tolist()
    x1, y1 = np.ceil(corners[2:]).astype(int).tolist()
    return corners.astype(np.float32) if valid[y0:y1, x0:x1].any() else None


def _coverage(polygons: Sequence[Polygon], window: Window, side: int) -> NDArray[np.float32]:
    """The share of each cell of a ``side`` x ``side`` grid over the window inside the polygons, 0 to 1."""
    bits = AreaOfInterest.of_polygons(polygons).mask(window)
    interpolation = cv2.INTER_AREA if side <= min(bits.shape) else cv2.INTER_LINEAR
    coverage = cv2.resize(bits.astype(np.float32), (side, side), interpolation=interpolation)
    return np.asarray(coverage, np.float32)
