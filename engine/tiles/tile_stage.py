"""The tile stage: a tile's pixels go in, its masks come out.

Everything before it happens once per run, everything after it in the order of the tiles; this is
the part that may run elsewhere, more than once at a time, or not again after an interruption.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from ..embeddings.encoded_windows import EncodedWindows
from ..masks import Bits, Mask
from ..model.sam2_image import EncodedImage
from ..rasters.area_of_interest import AreaOfInterest
from ..rasters.raster import RasterReader
from ..rasters.stretch import Stretch
from ..segmenter import Segmenter, TileImage
from .tile_image import read_tile
from .tiling import Tile


@dataclass(frozen=True, eq=False)
class TileResult:
    """What a tile came to.

    ``valid`` is bool (H, W) of the tile's window, None where all pixels are valid; ``masks`` are
    in tile pixels, the best first, not yet cut to ``valid``.
    """

    tile: Tile
    valid: Bits | None
    masks: tuple[Mask, ...]


TileResults = Callable[[Sequence[Tile]], Iterator[TileResult]]
"""Where results come from: those of the tiles given, in their order."""


class TileStage:
    """Segments tiles in this process, one after another."""

    def __init__(
        self,
        reader: RasterReader,
        stretch: Stretch,
        area: AreaOfInterest | None,
        segmenter: Segmenter,
        check_cancelled: Callable[[], None],
        windows: EncodedWindows | None = None,
    ) -> None:
        """``windows``, where given, keep what the encoder says of the tiles."""
        self._reader = reader
        self._stretch = stretch
        self._area = area
        self._segmenter = segmenter
        self._check_cancelled = check_cancelled
        self._windows = windows

    def results(self, tiles: Sequence[Tile]) -> Iterator[TileResult]:
        """See ``TileResults``."""
        return map(self.segment, tiles)

    def segment(self, tile: Tile) -> TileResult:
        """Read one tile and find everything in it.

        Raises:
            EngineError: BAD_RASTER if its pixels cannot be read; OUT_OF_MEMORY.
            Cancelled: if the caller asked to stop meanwhile.
        """
        return self.find(self.read(tile))

    def read(self, tile: Tile) -> TileImage:
        """The first half of ``segment``."""
        self._check_cancelled()
        image = read_tile(self._reader, self._stretch, self._area, tile)
        if self._windows is None:
            return image
        return replace(image, encoded=partial(self._encoded, self._windows, image))

    def find(self, image: TileImage) -> TileResult:
        """The second half of ``segment``."""
        self._check_cancelled()
        masks = () if image.is_blank else tuple(self._segmenter.masks(image, self._check_cancelled))
        return TileResult(image.tile, None if image.valid.all() else image.valid, masks)

    def _encoded(self, windows: EncodedWindows, image: TileImage) -> EncodedImage:
        def step(_: float) -> None:
            self._check_cancelled()

        if self._area is None:
            return windows.of_tile(image, step)
        # Clicks are answered beyond the area of interest, too: they need to know where the raster has data.
        return windows.window(image.tile.window, step).image
