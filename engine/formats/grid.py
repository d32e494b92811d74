"""The pixels an exported mask is made of."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from typing import Any

from ..api.errors import Code, EngineError
from ..rasters.georeference import Georeference

MOST_PIXELS = 2**40
"""More are surely a mistake in the resolution."""


@dataclass(frozen=True)
class Grid:
    """``width`` x ``height`` pixels and where they lie; the raster's own, or made for an extent."""

    width: int
    height: int
    georeference: Georeference

    @classmethod
    def over(cls, extent: tuple[float, float, float, float], pixel: float, crs_wkt: str) -> Grid:
        """North-up square pixels of ``pixel`` map units from the top left of (xmin, ymin, xmax, ymax) on.

        Raises:
            EngineError: BAD_PARAMETER where that is no pixel, or far too many.
        """
        xmin, ymin, xmax, ymax = extent
        if not (pixel > 0 and xmax > xmin and ymax > ymin):
            raise EngineError(
                Code.BAD_PARAMETER,
                f"A grid from {extent} with pixels of {pixel} is empty. Give a reference raster, or an "
                "extent and a pixel size above 0.",
            )
        # A rounding error must not add a row of pixels.
        width, height = (max(1, math.ceil(length / pixel - 1e-9)) for length in (xmax - xmin, ymax - ymin))
        if width * height > MOST_PIXELS:
            raise EngineError(
                Code.BAD_PARAMETER,
                f"Pixels of {pixel} make a grid of {width} x {height} of them. Choose a larger pixel size.",
            )
        return cls(width, height, Georeference((pixel, 0.0, xmin, 0.0, -pixel, ymax), crs_wkt))

    def part(self, x: int, y: int, width: int, height: int) -> Grid:
        """The grid of a window."""
        a, b, c, d, e, f = self.georeference.transform
        corner = (a, b, a * x + b * y + c, d, e, d * x + e * y + f)
        return Grid(width, height, Georeference(corner, self.georeference.crs_wkt))


def metadata_text(grid: Grid, source: dict[str, Any]) -> str:
    """The JSON kept beside masks: ``transform`` (6 numbers, see ``Georeference``), ``crs`` (WKT), and
    what ``source`` holds."""
    placed = {"transform": list(grid.georeference.transform), "crs": grid.georeference.crs_wkt}
    return json.dumps({**source, **placed}, ensure_ascii=False, allow_nan=False)
