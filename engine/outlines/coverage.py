"""MODE coverage: every place belongs to one object at most.

Nothing about a coverage is final before all objects are there, so they are collected on disk
(``painting.py``) and drawn at the end, block by block: painted over one another, slivers given to
neighbours, borders traced and simplified. A feature leaves when the last block it may reach into is
drawn. Blocks lie at fixed places in the grid, so the tiles of the run leave no trace.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import shapely
from shapely import MultiPolygon

from ..api.environment import data_folder
from ..api.parameters.params import AutomaticMasksParams, OutlineParams
from ..attributes import features_of, keep
from ..delivery import Delivery, ellipsoid_for
from ..objects import FoundObject
from ..progress import Report
from ..rasters.labels import LabelRaster
from ..rasters.raster import RasterInfo
from ..tiles.tiling import Window
from .outline import object_outlines
from .painting import Painting, Spool, room_in
from .partition import SMOOTH_BORDER_TOLERANCE_PX, block_polygons
from .slivers import MARGIN_PX, Labels, absorb_slivers, pieces_of

_BLOCK = 1024


def delivery_for(
    params: AutomaticMasksParams, grid: RasterInfo, labels: LabelRaster | None, report: Report
) -> Delivery | CoverageDelivery:
    """Where the objects of a run go under the MODE asked for."""
    if params.mode == "coverage":
        return CoverageDelivery(params, grid, labels, report)
    return Delivery(params, grid.georeference, labels, report)


@dataclass(eq=False)
class _Part:
    """What is known so far of one object's place in the coverage."""

    object_id: int
    area_px: int = 0
    polygons: list[MultiPolygon] = field(default_factory=list)


class CoverageDelivery:
    """Collects the objects of a run and hands on a partition of the ground they cover.

    Larger objects are painted first, smaller ones on top of them. MIN_AREA and MAX_AREA choose the
    objects that are painted, by their whole area. ``count`` is the number of objects collected, after
    ``finish`` that of the features; ``left_out`` the number of objects beyond the limits.
    """

    def __init__(
        self,
        params: OutlineParams,
        grid: RasterInfo,
        labels: LabelRaster | None,
        report: Report,
        folder: Path | None = None,
    ) -> None:
        """Prepare for a run on a grid; ``folder`` is for temporary files.

        Raises:
            EngineError: BAD_PARAMETER for area limits on a raster whose areas are unknown,
                OUTPUT_FAILED if there is no room for temporary files.
        """
        if params.outline == "rectilinear":
            report.log(
                "Right angles would tear neighbours apart, so the coverage's borders follow the pixels. "
                "Choose MODE objects for OUTLINE rectilinear.",
                "warning",
            )
        self._params = params
        self._grid = grid
        self._ellipsoid = ellipsoid_for(params, grid.georeference, report)
        self._labels = labels
        self._report = report
        self._folder = folder or data_folder()
        with room_in(self._folder):
            self._folder.mkdir(parents=True, exist_ok=True)
            self._spool = Spool(self._folder)
        self._objects: list[FoundObject] = []
        self.count = 0
        self.left_out = 0

    def deliver(self, objects: Sequence[FoundObject]) -> None:
        """Take finished objects, in any order.

        Raises:
            EngineError: OUTPUT_FAILED if the disk is full.
        """
        for found in self._within_limits(objects):
            x, y = min(piece.x for piece in found.pieces), min(piece.y for piece in found.pieces)
            # Of equal objects too the upper one is the same whatever order the tiles bring them in.
            tie = y * self._grid.width + x
            self._objects.append(replace(found, pieces=()))
            self.count = len(self._objects)
            with room_in(self._folder):
                self._spool.add(self.count, found, tie)

    def finish(self) -> None:
        """Draw the coverage and send its features to the caller.

        Raises:
            EngineError: OUTPUT_FAILED if the disk is full.
            Cancelled: if the caller asked to stop.
        """
        try:
            with room_in(self._folder):
                painting = self._spool.painting(_BLOCK, MARGIN_PX)
            self._draw(painting)
        finally:
            self._spool.close()

    def _within_limits(self, objects: Sequence[FoundObject]) -> list[FoundObject]:
        there = [found for found in objects if found.area_px > 0]
        if self._params.min_area <= 0 and self._params.max_area <= 0:
            return there
        outlines = object_outlines(there, OutlineParams())
        features = features_of([0] * len(there), there, outlines, self._grid.georeference, self._ellipsoid)
        kept = [found for found, feature in zip(there, features) if keep(feature.area_m2, self._params)]
        self.left_out += len(there) - len(kept)
        return kept

    def _draw(self, painting: Painting) -> None:
        blocks = sorted(painting.blocks, key=lambda corner: (corner[1], corner[0]))
        last = {number: block for block in blocks for number in painting.numbers(block)}
        leaving: dict[tuple[int, int], list[int]] = {}
        for number, block in last.items():
            leaving.setdefault(block, []).append(number)
        parts: dict[int, _Part] = {}
        self.count = 0
        for done, block in enumerate(blocks):
            self._report.check_cancelled()
            self._report.progress(1.0, f"drawing the coverage, block {done + 1} of {len(blocks)}")
            window = Window(*block, _BLOCK, _BLOCK).intersection(self._grid.window)
            if window is not None:
                self._draw_block(painting, block, window, parts)
            self._send({n: parts.pop(n) for n in leaving.get(block, []) if n in parts})
        hidden = len(self._objects) - self.count
        if hidden:
            self._report.log(
                f"Objects that lie under smaller ones altogether and are not in the coverage: {hidden}."
            )

    def _draw_block(
        self, painting: Painting, block: tuple[int, int], window: Window, parts: dict[int, _Part]
    ) -> None:
        labels = self._labels_of(painting, block, window)
        smooth = self._params.outline == "smooth"
        tolerance = self._params.simplify or (SMOOTH_BORDER_TOLERANCE_PX if smooth else 0.0)
        pieces = pieces_of(labels[1:-1, 1:-1], 0, 0)
        polygons = block_polygons(labels, pieces, smooth, tolerance)
        place = np.array([window.x, window.y], dtype=np.float64)
        for number, polygon in polygons.items():
            if number not in parts:
                self.count += 1
                parts[number] = _Part(self.count)
            part, piece = parts[number], pieces[number]
            part.area_px += int(np.count_nonzero(piece.bits))
            part.polygons.append(shapely.transform(polygon, lambda points: points + place))
            if self._labels is not None:
                moved = replace(piece, x=piece.x + window.x, y=piece.y + window.y)
                self._labels.add(part.object_id, replace(self._objects[number - 1], pieces=(moved,)))

    def _labels_of(self, painting: Painting, block: tuple[int, int], window: Window) -> Labels:
        """The final labels of a block and one pixel more on each side, 0 beyond the grid."""
        known = window.expanded(MARGIN_PX).overlap(self._grid.window)
        with room_in(self._folder):
            painted = painting.paint(known, np.uint32, block)
            labels = absorb_slivers(
                painted,
                lambda number, part: painting.pixels_of(
                    number, Window(part.x + known.x, part.y + known.y, part.width, part.height), block
                ),
            )
        top, left = window.y - known.y, window.x - known.x
        padded = np.pad(labels, 1)
        return padded[top : top + window.height + 2, left : left + window.width + 2]

    def _send(self, parts: Mapping[int, _Part]) -> None:
        if not parts:
            return
        objects = [self._objects[number - 1] for number in parts]
        outlines = [_joined(part.polygons) for part in parts.values()]
        features = features_of(
            [part.object_id for part in parts.values()],
            objects,
            outlines,
            self._grid.georeference,
            self._ellipsoid,
        )
        self._report.features(
            [replace(feature, area_px=part.area_px) for feature, part in zip(features, parts.values())]
        )


def _joined(polygons: Sequence[MultiPolygon]) -> MultiPolygon:
    if len(polygons) == 1:
        return polygons[0]
    joined = shapely.union_all(polygons)
    return joined if isinstance(joined, MultiPolygon) else MultiPolygon([joined])
