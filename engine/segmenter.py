"""What the flow asks of a model: the masks of one tile."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from .masks import Bits, Mask
from .tiles.tiling import Tile


@dataclass(frozen=True, eq=False)
class TileImage:
    """One tile as the model sees it.

    ``rgb`` is uint8 (H, W, 3); ``valid`` is bool (H, W), false where the raster has no data or
    outside the area of interest; H and W are the tile's window. No-data pixels are 0 in ``rgb``.
    ``encoded`` gives what the encoder says of the whole tile where that is kept for later
    (an ``EncodedImage``); None where the segmenter has to ask the encoder itself.
    """

    tile: Tile
    rgb: NDArray[np.uint8]
    valid: Bits
    encoded: Callable[[], Any] | None = None

    @property
    def is_blank(self) -> bool:
        """True if no pixel is valid, or all that are have one colour: nothing to tell apart."""
        shown = self.rgb[self.valid]
        return len(shown) == 0 or bool((shown == shown[0]).all())


class Segmenter(Protocol):
    """A model ready to find everything in a tile."""

    def masks(self, image: TileImage, check_cancelled: Callable[[], None]) -> Sequence[Mask]:
        """All masks of a tile after SAM 2's own filters and duplicate removal, not yet cut to
        ``image.valid``. Calls ``check_cancelled`` between batches; it raises ``Cancelled``."""
        ...
