"""Where the pixels of a grid lie on the map."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from ..api.errors import Code, EngineError

Points = NDArray[np.float64]  # (N, 2), x and y


@dataclass(frozen=True)
class Georeference:
    """An affine grid and its CRS.

    ``transform`` is (a, b, c, d, e, f): x = a * column + b * row + c, y = d * column + e * row + f,
    with (0, 0) the outer corner of the first pixel. ``crs_wkt`` is WKT, or "" where there is none.

    Raises:
        EngineError: BAD_GEOREFERENCE if the grid has no area.
    """

    transform: tuple[float, float, float, float, float, float]
    crs_wkt: str = ""

    def __post_init__(self) -> None:
        a, b, _, d, e, _ = self.transform
        if not all(math.isfinite(number) for number in self.transform) or a * e == b * d:
            raise EngineError(
                Code.BAD_GEOREFERENCE,
                f"The geotransform {self.transform} puts all pixels on one line or nowhere; "
                "georeference the raster again.",
            )

    def to_map(self, points: Points) -> Points:
        """Pixel coordinates (N, 2) float64, x (column) and y (row), to map coordinates (N, 2)."""
        a, b, c, d, e, f = self.transform
        column, row = points[:, 0], points[:, 1]
        return np.column_stack((a * column + b * row + c, d * column + e * row + f))

    def to_pixel(self, points: Points) -> Points:
        """Map coordinates (N, 2) float64 to pixel coordinates (N, 2)."""
        a, b, c, d, e, f = self.transform
        determinant = a * e - b * d
        # The origin is taken away first: a column from a difference of two products of the size
        # of northings would keep only their rounding errors.
        x, y = points[:, 0] - c, points[:, 1] - f
        return np.column_stack(((e * x - b * y) / determinant, (a * y - d * x) / determinant))

    @property
    def pixel_area(self) -> float:
        """Area of one pixel in square map units."""
        a, b, _, d, e, _ = self.transform
        return abs(a * e - b * d)

    @property
    def pixel_size(self) -> tuple[float, float]:
        """Length of a pixel's side along a row and along a column, in map units."""
        a, b, _, d, e, _ = self.transform
        return math.hypot(a, d), math.hypot(b, e)

    @property
    def mirrored(self) -> bool:
        """True where the map is a mirror image of the usual north-up grid (south-up, say)."""
        a, b, _, d, e, _ = self.transform
        return a * e - b * d > 0

    @property
    def aligned(self) -> bool:
        """True where rows and columns run along the map's axes."""
        a, b, _, d, e, _ = self.transform
        return b == d == 0 or a == e == 0

    def scaled(self, factor_x: float, factor_y: float) -> Georeference:
        """The grid with pixels ``factor_x`` times as wide and ``factor_y`` times as high."""
        a, b, c, d, e, f = self.transform
        return replace(self, transform=(a * factor_x, b * factor_y, c, d * factor_x, e * factor_y, f))
