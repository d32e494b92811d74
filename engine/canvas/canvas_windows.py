"""Which window of which grid answers for a place on the map.

A raster has levels: its own grid, and grids whose pixels are twice, four times, ... as long, down to
the one that fits the model's square as a whole. Before them comes level -1, for small boxes:
the raster's own grid in windows half as wide, which the model sees enlarged. On each level windows lie on a
lattice of half windows, so that the same place always gets the same window, at least a quarter of a
window from the place to its edge. Windows that are kept already, of any grid and anywhere, are taken
instead where they do as well.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from ..embeddings.embedding_file import Place
from ..rasters.averaging import coarse_length
from ..tiles.tiling import CLOSER, Window

# What is asked must lie this share of a window away from the window's inner edges.
_MARGIN = 1 / 16

# A window serves a level if its pixels are at most this many octaves finer or coarser.
_SAME_LEVEL = 0.501


@dataclass(frozen=True)
class Bounds:
    """A rectangle in pixels of the raster's own grid, with parts of pixels; it may be a point."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def centre(self) -> tuple[float, float]:
        """Its middle (x, y)."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    @property
    def longer_side(self) -> float:
        """In pixels."""
        return max(self.right - self.left, self.bottom - self.top)

    def contains(self, other: Bounds) -> bool:
        """Whether the other lies inside, its edges included."""
        return (
            self.left <= other.left
            and self.top <= other.top
            and other.right <= self.right
            and other.bottom <= self.bottom
        )

    def union(self, other: Bounds) -> Bounds:
        """The smallest rectangle around both."""
        return Bounds(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )

    def grown(self) -> Bounds:
        """Three times as wide and high around the same middle."""
        across, down = self.right - self.left, self.bottom - self.top
        return Bounds(self.left - across, self.top - down, self.right + across, self.bottom + down)

    def within(self, other: Bounds) -> Bounds:
        """The part inside the other."""
        return Bounds(
            max(self.left, other.left),
            max(self.top, other.top),
            min(self.right, other.right),
            min(self.bottom, other.bottom),
        )


@dataclass(frozen=True)
class Levels:
    """The levels of a raster of ``width`` x ``height`` pixels for a model that sees ``side`` pixels.

    ``across`` and ``down`` are the sides of the raster's pixels in map units.
    """

    width: int
    height: int
    across: float
    down: float
    side: int

    @property
    def unit(self) -> float:
        """Map units a pixel of level 0 measures, its longer side where they differ."""
        return max(self.across, self.down)

    @property
    def whole(self) -> Bounds:
        """All of the raster."""
        return Bounds(0.0, 0.0, float(self.width), float(self.height))

    @property
    def last(self) -> int:
        """The level that fits the model's square as a whole."""
        level = 0
        while max(self.grid(level)) > self.side:
            level += 1
        return level

    def grid(self, level: int) -> tuple[int, int]:
        """Width and height of a level's grid, as the reader makes it for ``resolution(level)``."""
        if level <= 0:
            return self.width, self.height
        resolution = self.resolution(level)
        return (
            coarse_length(self.width, max(1.0, resolution / self.across)),
            coarse_length(self.height, max(1.0, resolution / self.down)),
        )

    def resolution(self, level: int) -> float:
        """The RESOLUTION of a level, in map units per pixel."""
        return self.unit * 2.0**level

    def level_at(self, pixel: float) -> int:
        """The level whose pixels are about as large as those of the screen, ``pixel`` map units; never
        finer than the raster, never coarser than needed to see all of it."""
        if pixel <= self.unit:
            return 0
        return min(self.last, math.floor(math.log2(pixel / self.unit) + 0.5))

    def level_of_picture(self, view: Bounds, pixel: float) -> int:
        """The level on which a view measures ``side`` pixels at most, and whose pixels are no finer than
        ``pixel`` map units."""
        longer = max((view.right - view.left) * self.across, (view.bottom - view.top) * self.down)
        factor = max(longer / self.side, pixel) / self.unit
        return min(self.last, math.ceil(math.log2(factor))) if factor > 1 else 0

    def bounds(self, place: Place) -> Bounds:
        """Where a window lies."""
        fx, fy = self.width / place.grid_width, self.height / place.grid_height
        window = place.window
        return Bounds(window.x * fx, window.y * fy, window.right * fx, window.bottom * fy)

    def sharpness(self, place: Place) -> float:
        """Octaves between the pixels the model sees in a window and those of level 0.

        A tile cut smaller than the model's square was enlarged for it; a raster that is smaller
        was too, but no other window could show it sharper.
        """
        window = place.window
        across = _seen(window.width, place.grid_width, self.side) * self.width / place.grid_width
        down = _seen(window.height, place.grid_height, self.side) * self.height / place.grid_height
        return math.log2(max(across * self.across, down * self.down) / self.side / self.unit)

    def serves(self, place: Place, wanted: Bounds) -> bool:
        """Whether what is wanted lies in a window, away from edges that are not the raster's."""
        around = self.bounds(place)
        across = _MARGIN * (around.right - around.left)
        down = _MARGIN * (around.bottom - around.top)
        return around.contains(
            Bounds(
                max(0.0, wanted.left - across),
                max(0.0, wanted.top - down),
                min(float(self.width), wanted.right + across),
                min(float(self.height), wanted.bottom + down),
            )
        )

    def lattice_place(self, level: int, wanted: Bounds) -> Place:
        """The window of a level's lattice whose middle is nearest to that of what is wanted."""
        grid_width, grid_height = self.grid(level)
        x, y = wanted.centre
        side = self.side // 2 if level == CLOSER else self.side
        left, width = _nearest(x * grid_width / self.width, grid_width, side)
        top, height = _nearest(y * grid_height / self.height, grid_height, side)
        return Place(grid_width, grid_height, Window(left, top, width, height))

    def pick(self, known: Iterable[Place], wanted: Bounds, level: int) -> Place | None:
        """The known window of this level that serves and whose middle is nearest; None without one."""
        same = [
            place
            for place in known
            if self.serves(place, wanted) and abs(self.sharpness(place) - level) <= _SAME_LEVEL
        ]
        return min(same, key=lambda place: self._rank(place, wanted, level), default=None)

    def pick_any(self, known: Iterable[Place], wanted: Bounds, level: int) -> Place | None:
        """The known window that serves, of the level nearest to this one; None without one."""
        serving = [place for place in known if self.serves(place, wanted)]
        return min(serving, key=lambda place: self._rank(place, wanted, level), default=None)

    def lattice_level(self, wanted: Bounds, level: int) -> int:
        """The first level, from this one to coarser ones, whose lattice serves what is wanted; the last
        one serves everything."""
        while level < self.last and not self.serves(self.lattice_place(level, wanted), wanted):
            level += 1
        return level

    def _rank(self, place: Place, wanted: Bounds, level: int) -> tuple[int, float, str]:
        """Least for the best: octaves away from the level, then the distance of the middles."""
        octaves = round(abs(self.sharpness(place) - level))
        (x, y), (wanted_x, wanted_y) = self.bounds(place).centre, wanted.centre
        away = math.hypot((x - wanted_x) * self.across, (y - wanted_y) * self.down)
        return octaves, away, place.name


def _seen(length: int, grid_length: int, side: int) -> int:
    return max(length, side) if length == grid_length else length


def _nearest(middle: float, grid_length: int, side: int) -> tuple[int, int]:
    """Start and length of the lattice's window along one axis."""
    if grid_length <= side:
        return 0, grid_length
    half = side // 2
    start = max(0, round((middle - half) / half)) * half
    return min(start, grid_length - side), side
