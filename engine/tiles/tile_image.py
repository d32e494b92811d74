"""One tile of the raster as the model sees it."""

from __future__ import annotations

from ..rasters.area_of_interest import AreaOfInterest
from ..rasters.raster import RasterReader
from ..rasters.stretch import Stretch
from ..segmenter import TileImage
from .tiling import Tile


def read_tile(reader: RasterReader, stretch: Stretch, area: AreaOfInterest | None, tile: Tile) -> TileImage:
    """Read a tile's window as 8-bit RGB.

    The area of interest narrows only ``valid``: the model still sees what lies around it.

    Raises:
        EngineError: BAD_RASTER, naming file and window, if the pixels cannot be read.
    """
    values, valid = reader.read(tile.window)
    rgb = stretch.to_rgb(values, valid)
    if area is not None:
        valid = valid & area.mask(tile.window)
    return TileImage(tile, rgb, valid)
