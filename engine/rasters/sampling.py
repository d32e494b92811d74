"""Looking at a bounded part of a region of any size."""

from __future__ import annotations

import math
from collections.abc import Iterator

from ..tiles.tiling import Window

# Strips of a region that is looked at whole.
STRIP_PIXELS = 1 << 20


def sample_windows(region: Window, most_pixels: int, side: int) -> Iterator[Window]:
    """Windows to read in order to know a region.

    Up to ``most_pixels`` the windows are strips that cover the region exactly once. Above, they
    are squares of ``side`` pixels, one in the middle of each cell of a regular grid over the
    region: native pixels without averaging, so that no value is invented and none is softened,
    for about ``most_pixels`` read.
    """
    if region.width * region.height <= most_pixels:
        yield from _strips(region)
        return
    cells = max(1, most_pixels // (side * side))
    square = round(math.sqrt(cells * region.width / region.height))
    columns = max(1, min(square, cells, region.width // side))
    rows = max(1, min(cells // columns, region.height // side))
    width, height = min(side, region.width), min(side, region.height)
    for row in range(rows):
        y = region.y + (2 * row + 1) * region.height // (2 * rows) - height // 2
        for column in range(columns):
            x = region.x + (2 * column + 1) * region.width // (2 * columns) - width // 2
            yield Window(x, y, width, height)


def _strips(region: Window) -> Iterator[Window]:
    rows = max(1, STRIP_PIXELS // region.width)
    for y in range(region.y, region.bottom, rows):
        yield Window(region.x, y, region.width, min(rows, region.bottom - y))
