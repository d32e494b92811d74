"""What the canvas shows, in the raster's CRS, and what of it a request holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from qgis.core import QgsGeometry, QgsPointXY, QgsRectangle

from .prompting import Position, Prompts

# Zoomed in this much since the first prompt, the object deserves a finer look.
_FINER = 2.0


@dataclass(frozen=True)
class View:
    """``box`` is in the raster's CRS, ``pixel`` in its units per screen pixel."""

    box: QgsRectangle
    pixel: float

    def to_params(self) -> dict[str, Any]:
        """As the jobs of the canvas take it."""
        box = self.box
        return {
            "view": [box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()],
            "pixel": self.pixel,
        }

    def still_serves(self, now: View, prompts: Prompts) -> bool:
        """Whether prompts made in this view may go on being asked in it: the model then keeps the window
        it knows while the user pans. Zooming in is for a finer look."""
        return now.pixel > self.pixel / _FINER and self.box.contains(extent_of(prompts))

    def with_prompts(self, prompts: Prompts) -> View:
        """The same, wide enough for all prompts."""
        box = QgsRectangle(self.box)
        box.combineExtentWith(extent_of(prompts))
        return View(box, self.pixel)


def extent_of(prompts: Prompts) -> QgsRectangle:
    """The box around all prompts, of which there must be one."""
    positions = [(point.x, point.y) for point in prompts.points] + list(prompts.lasso)
    if prompts.box is not None:
        positions += [prompts.box[:2], prompts.box[2:]]
    xs, ys = [x for x, _ in positions], [y for _, y in positions]
    return QgsRectangle(min(xs), min(ys), max(xs), max(ys))


def polygon_hex(ring: tuple[Position, ...]) -> str:
    """Hex WKB of a ring given without its closing point; "" for none."""
    if not ring:
        return ""
    polygon = QgsGeometry.fromPolygonXY([[QgsPointXY(x, y) for x, y in (*ring, ring[0])]])
    return bytes(polygon.asWkb()).hex()
