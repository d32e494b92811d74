"""Cutting the grid into tiles."""

from __future__ import annotations

from dataclasses import dataclass


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
