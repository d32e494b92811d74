"""The grids a run with prompts works on: the asked one, and each twice as coarse as the one before.

Before the first comes the same grid in windows half as wide, which the model sees enlarged, for small boxes.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, replace

import numpy as np

from ..api.parameters.params import RasterParams
from ..embeddings.encoded_windows import EncodedWindows
from ..rasters.area_of_interest import AreaOfInterest
from ..rasters.georeference import Georeference
from ..rasters.raster import RasterReader, open_raster
from ..rasters.stretch import Stretch
from ..segmenter import TileImage
from ..tiles.tile_image import read_tile
from ..tiles.tiling import CLOSER, Tile, Window
from .prompt_windows import SHIFTS, Extent, Lattices


@dataclass(frozen=True, order=True)
class Stage:
    """One round over the windows: those of a shift on a level."""

    level: int
    shift: int


@dataclass(frozen=True, eq=False)
class Level:
    """A grid: its pixels are ``1 / factor_x`` x ``1 / factor_y`` pixels of the run's own grid."""

    reader: RasterReader
    area: AreaOfInterest | None
    lattices: Lattices
    factor_x: float
    factor_y: float
    windows: EncodedWindows

    @property
    def region(self) -> Window:
        """The part of the grid the run works on."""
        return self.reader.region

    @property
    def georeference(self) -> Georeference:
        """Where the grid's pixels lie on the map."""
        return self.reader.info.georeference

    @property
    def scale(self) -> float:
        """How many pixels of the run's own grid one pixel of this one is wide."""
        return float(np.round(1 / min(self.factor_x, self.factor_y), 3))

    def image(self, tile: Tile, stretch: Stretch) -> TileImage:
        """The pixels of one window, and what the encoder said of them if that was kept; see ``read_tile``."""
        image = read_tile(self.reader, stretch, self.area, tile)
        known = self.windows.find(tile.window)
        return image if known is None else replace(image, encoded=lambda: known.image)


class Levels:
    """Opens levels as they are needed; close it by ``stack``.

    ``base`` is the reader of the run's own grid, level 0, and ``windows`` finds what has been encoded of a
    grid. The last level is the first whose region one window shows. Boxes with a longer side below
    ``closer_below`` windows begin on the level CLOSER, as far as the region is larger than its windows.
    """

    def __init__(
        self,
        params: RasterParams,
        base: RasterReader,
        windows: Callable[[RasterReader], EncodedWindows],
        side: int,
        overlap: int,
        stack: ExitStack,
        closer_below: float = 0.0,
    ) -> None:
        self._params = params
        self._windows = windows
        self._side, self._overlap = side, overlap
        self._stack = stack
        self._levels = [self._level(params, base)]
        half = side // 2
        self._closer = replace(self._levels[0], lattices=Lattices(base.region, half, overlap // 2))
        larger = max(base.region.width, base.region.height) > half
        self._closer_px = closer_below * side if larger else 0.0

    def first(self, extent: Extent, is_boxed: bool) -> Stage:
        """Where an object is looked for first; ``extent`` is in pixels of level 0."""
        return Stage(CLOSER if is_boxed and extent.longer_side < self._closer_px else 0, 0)

    def __getitem__(self, level: int) -> Level:
        if level == CLOSER:
            return self._closer
        while level >= len(self._levels):
            self._levels.append(self._coarser(len(self._levels)))
        return self._levels[level]

    def place(self, extent: Extent, first: Stage) -> tuple[Stage, Tile]:
        """The first stage, from ``first`` on, with a window that shows an extent, and that window.

        ``extent`` is in pixels of level 0.
        """
        level, shift = first.level, first.shift
        while True:
            grid = self[level]
            here = extent.scaled(grid.factor_x, grid.factor_y)
            for later in range(shift, SHIFTS):
                tile = grid.lattices.window_for(here, later)
                if tile is not None:
                    return Stage(level, later), tile
            level, shift = level + 1, 0

    def _coarser(self, level: int) -> Level:
        base = self._levels[0].georeference
        params = replace(self._params, resolution=max(base.pixel_size) * 2**level)
        return self._level(params, self._stack.enter_context(open_raster(params)))

    def _level(self, params: RasterParams, reader: RasterReader) -> Level:
        base = self._levels[0].reader.info if hasattr(self, "_levels") else reader.info
        return Level(
            reader=reader,
            area=AreaOfInterest.of(params, reader),
            lattices=Lattices(reader.region, self._side, self._overlap),
            factor_x=reader.info.width / base.width,
            factor_y=reader.info.height / base.height,
            windows=self._windows(reader),
        )
