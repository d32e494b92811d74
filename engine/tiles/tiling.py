"""Cutting the grid into tiles."""

from __future__ import annotations

from dataclasses import dataclass

from ..api.errors import Code, EngineError

# Below this a tile shows the model nothing it could tell apart.
_SMALLEST_TILE = 64

CLOSER = -1
"""The level before a grid's own: the same pixels in windows half as wide, which a model sees enlarged."""


@dataclass(frozen=True)
class Window:
    """A rectangle of grid pixels; ``x``, ``y`` is its top left pixel."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """First column after the window."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """First row after the window."""
        return self.y + self.height

    def intersection(self, other: Window) -> Window | None:
        """The shared pixels, or None where there are none."""
        x, y = max(self.x, other.x), max(self.y, other.y)
        right, bottom = min(self.right, other.right), min(self.bottom, other.bottom)
        return Window(x, y, right - x, bottom - y) if x < right and y < bottom else None

    def overlap(self, other: Window) -> Window:
        """The pixels shared with a window that shares some.

        Raises:
            ValueError: where there are none.
        """
        shared = self.intersection(other)
        if shared is None:
            raise ValueError(f"{self} and {other} share no pixel")
        return shared

    def contains(self, other: Window) -> bool:
        """Whether every pixel of ``other`` is in this window."""
        return (
            self.x <= other.x
            and self.y <= other.y
            and other.right <= self.right
            and other.bottom <= self.bottom
        )

    def expanded(self, margin: int) -> Window:
        """The window with ``margin`` more pixels on each side."""
        return Window(self.x - margin, self.y - margin, self.width + 2 * margin, self.height + 2 * margin)


@dataclass(frozen=True)
class Tile:
    """One window of the grid as the model sees it.

    The cores of all tiles partition the region without gap or overlap. ``index`` counts in
    row-major order from 0, also over tiles that turn out to be empty.
    """

    index: int
    row: int
    column: int
    window: Window
    core: Window


def tile_side(tile_size: int, image_size: int) -> int:
    """TILE_SIZE in pixels, with 0 standing for the side of the model's own image.

    Raises:
        EngineError: BAD_PARAMETER for tiles too small to show anything.
    """
    if 0 < tile_size < _SMALLEST_TILE:
        raise EngineError(
            Code.BAD_PARAMETER,
            f"TILE_SIZE is {tile_size}; it must be 0 (the model's own size) "
            f"or at least {_SMALLEST_TILE} pixels.",
        )
    return tile_size or image_size


def plan_tiles(region: Window, tile_size: int, overlap: int) -> tuple[Tile, ...]:
    """The tiles that see every pixel of ``region``, row by row.

    Tiles are squares of ``tile_size`` pixels that share ``overlap`` pixels with the next one. The
    last tile of a row or column is moved inside the region instead of padded, so it may overlap
    its neighbours by more; where the region is narrower than a tile, the tile is as narrow as the
    region. Cores meet in the middle of each overlap.

    Raises EngineError (bad_parameter) if the region is empty, or the overlap exceeds half a tile
    and the same ground would be seen three times.
    """
    if region.width < 1 or region.height < 1:
        raise EngineError(
            Code.BAD_PARAMETER,
            f"The area to segment is empty ({region.width} x {region.height} pixels). "
            "Choose an extent that covers part of the raster.",
        )
    if tile_size < 1:
        raise EngineError(
            Code.BAD_PARAMETER, f"The tile size is {tile_size} pixels; it must be at least 1 pixel."
        )
    if overlap < 0 or 2 * overlap > tile_size:
        raise EngineError(
            Code.BAD_PARAMETER,
            f"The overlap of {overlap} pixels does not fit a tile size of {tile_size} pixels. "
            f"Choose an overlap between 0 and {tile_size // 2} pixels, half a tile, or larger tiles.",
        )
    columns = _spans(region.x, region.width, tile_size, overlap)
    rows = _spans(region.y, region.height, tile_size, overlap)
    return tuple(
        Tile(
            index=row * len(columns) + column,
            row=row,
            column=column,
            window=Window(x.start, y.start, x.length, y.length),
            core=Window(x.core_start, y.core_start, x.core_end - x.core_start, y.core_end - y.core_start),
        )
        for row, y in enumerate(rows)
        for column, x in enumerate(columns)
    )


@dataclass(frozen=True)
class _Span:
    """A tile's extent along one axis."""

    start: int
    length: int
    core_start: int
    core_end: int


def _spans(start: int, length: int, tile_size: int, overlap: int) -> list[_Span]:
    size = min(tile_size, length)
    last = start + length - size
    starts = [*range(start, last, tile_size - overlap), last]
    cuts = [(left + size + right) // 2 for left, right in zip(starts, starts[1:])]
    return [
        _Span(begin, size, core_start, core_end)
        for begin, core_start, core_end in zip(starts, [start, *cuts], [*cuts, start + length])
    ]
