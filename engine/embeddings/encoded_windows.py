"""Windows of a raster as the model sees them, each encoded once.

They come from memory, from disk, else from the encoder.
"""

from __future__ import annotations

import hashlib
import json
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..api.errors import Code, EngineError
from ..masks import Bits
from ..model.device import is_out_of_memory
from ..model.sam2_embedding import (
    arrays_of,
    embedding_bytes,
    held_bytes,
    image_of,
    use_threads,
    watched_encoder,
)
from ..model.sam2_image import EncodedImage, encode_image
from ..model.sam2_model import LoadedModel
from ..rasters.raster import RasterReader
from ..rasters.raster_version import RasterVersion, raster_version
from ..rasters.stretch import Stretch
from ..segmenter import TileImage
from ..tiles.tiling import Window
from .embedding_cache import EmbeddingCache
from .embedding_file import Array, Place

Step = Callable[[float], None]
"""Told the share of an encoding that is done, 0 to 1; may raise ``Cancelled``."""

# Averaging a coarse window may read a hundred times as many pixels; between strips a user may stop it.
_READ_PIXELS = 4 << 20


_VALID = "valid"


@dataclass(frozen=True, eq=False)
class EncodedWindow:
    """What the encoder says of a window, and where the window has data: bool (h, w), None where
    everywhere."""

    image: EncodedImage
    valid: Bits | None

    @property
    def bytes(self) -> int:
        """What it takes in memory."""
        return held_bytes(self.image) + (0 if self.valid is None else self.valid.nbytes)


class EmbeddingMemory:
    """Encoded windows of any series, at most ``limit`` bytes of them; the least recently used go first."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self._windows: OrderedDict[tuple[str, Place], EncodedWindow] = OrderedDict()
        self._held = 0

    def places(self, series: str) -> list[Place]:
        """The windows of a series."""
        return [place for kept, place in self._windows if kept == series]

    def get(self, series: str, place: Place) -> EncodedWindow | None:
        """An encoded window, now the most recently used one."""
        window = self._windows.get((series, place))
        if window is not None:
            self._windows.move_to_end((series, place))
        return window

    def put(self, series: str, place: Place, window: EncodedWindow) -> None:
        """Keep an encoded window; the newest is kept whatever its size."""
        replaced = self._windows.pop((series, place), None)
        self._held += window.bytes - (0 if replaced is None else replaced.bytes)
        self._windows[series, place] = window
        while self._held > self.limit and len(self._windows) > 1:
            _, oldest = self._windows.popitem(last=False)
            self._held -= oldest.bytes

    def clear(self) -> None:
        """Forget all of them."""
        self._windows.clear()
        self._held = 0


def series_of(version: RasterVersion, reader: RasterReader, stretch: Stretch, loaded: LoadedModel) -> str:
    """The name of everything encoded from this raster, these bands and this stretch by this model."""
    described = {
        "path": version.path,
        "files": [[file.path, file.size, file.modified_ns, file.digest] for file in version.files],
        "pixels": version.pixels,
        "bands": list(reader.bands),
        "stretch": [stretch.method, list(stretch.low), list(stretch.high)],
        "model": [loaded.id, loaded.sha256, loaded.config, loaded.image_size, loaded.precision],
    }
    return hashlib.sha256(json.dumps(described).encode()).hexdigest()[:32]


def kept_windows(
    reader: RasterReader, stretch: Stretch, loaded: LoadedModel, disk: EmbeddingCache
) -> EncodedWindows:
    """The windows of a run's grid, kept on disk for clicks to come."""
    version = raster_version(reader.info.path, reader.bands)
    return EncodedWindows(reader, stretch, loaded, series_of(version, reader, stretch, loaded), disk)


class EncodedWindows:
    """The windows of one grid, the reader's.

    ``encoder_calls`` counts how often the encoder ran to its end for this object.
    """

    def __init__(
        self,
        reader: RasterReader,
        stretch: Stretch,
        loaded: LoadedModel,
        series: str,
        disk: EmbeddingCache,
        memory: EmbeddingMemory | None = None,
        fineness: float = 1.0,
    ) -> None:
        """``series`` is that of ``series_of``; without ``memory`` windows are only kept on disk.
        ``fineness`` is how many pixels of the raster one of the grid covers."""
        self.reader = reader
        self.encoder_calls = 0
        self._stretch = stretch
        self._loaded = loaded
        self._series = series
        self._disk = disk
        self._memory = memory
        self._fineness = fineness

    def place_of(self, window: Window) -> Place:
        """A window of the reader's grid, as it is kept."""
        return Place(self.reader.info.width, self.reader.info.height, window)

    def known(self) -> set[Place]:
        """The windows of the series, of any grid, that need no encoder; one may still prove damaged."""
        held = self._memory.places(self._series) if self._memory is not None else []
        return {*held, *self._disk.places(self._series)}

    def has(self, window: Window) -> bool:
        """Whether a window is on disk."""
        return self._disk.has(self._series, self.place_of(window))

    def find(self, window: Window) -> EncodedWindow | None:
        """A window without the encoder, or None."""
        place = self.place_of(window)
        found = self._memory.get(self._series, place) if self._memory is not None else None
        if found is None:
            arrays = self._disk.load(self._series, place)
            if arrays is None:
                return None
            found = _unpacked(self._loaded.model, arrays, window)
            if found is None:
                self._disk.drop(self._series, place)
                return None
            self._remember(place, found)
        return found

    def window(self, window: Window, step: Step) -> EncodedWindow:
        """A window, encoded if it has to be.

        Raises:
            EngineError: BAD_RASTER if its pixels cannot be read; OUT_OF_MEMORY.
            Cancelled: by ``step``.
        """
        found = self.find(window)
        return found if found is not None else self.encode(window, *self.read(window, step), step)

    def of_tile(self, tile: TileImage, step: Step) -> EncodedImage:
        """The image of a tile that has been read; it is kept for clicks as any other window.

        ``tile.valid`` must be that of the raster alone, without an area of interest. Raises as ``window``.
        """
        found = self.find(tile.tile.window)
        if found is None:
            found = self.encode(tile.tile.window, tile.rgb, tile.valid, step)
        return found.image

    def read(self, window: Window, step: Step) -> tuple[NDArray[np.uint8], Bits]:
        """A window as 8-bit RGB (H, W, 3), as the model sees it, and where it has data, bool (H, W)."""
        rgb = np.empty((window.height, window.width, 3), np.uint8)
        valid = np.empty((window.height, window.width), np.bool_)
        rows = max(1, _READ_PIXELS // max(1, round(window.width * self._fineness)))
        for top in range(0, window.height, rows):
            step(0.0)
            part = slice(top, min(top + rows, window.height))
            strip = Window(window.x, window.y + top, window.width, part.stop - top)
            values, valid[part] = self.reader.read(strip)
            rgb[part] = self._stretch.to_rgb(values, valid[part])
        return rgb, valid

    @property
    def bytes_each(self) -> int:
        """What a window takes on disk, where it has data everywhere."""
        return embedding_bytes(self._loaded.model)

    def encode(self, window: Window, rgb: NDArray[np.uint8], valid: Bits, step: Step) -> EncodedWindow:
        """Run the encoder and keep what it says."""
        step(0.0)
        try:
            use_threads(self._loaded)
            with watched_encoder(self._loaded.model, step):
                image = encode_image(self._loaded.model, rgb)
        except (RuntimeError, MemoryError) as error:
            if not is_out_of_memory(error):
                raise
            raise memory_full(self._loaded) from error
        self.encoder_calls += 1
        encoded = EncodedWindow(image, None if valid.all() else valid)
        place = self.place_of(window)
        self._disk.store(self._series, place, _packed(encoded))
        self._remember(place, encoded)
        return encoded

    def _remember(self, place: Place, window: EncodedWindow) -> None:
        if self._memory is not None:
            self._memory.put(self._series, place, window)


def memory_full(loaded: LoadedModel) -> EngineError:
    """What to say where one window is too much for the memory."""
    return EngineError(
        Code.OUT_OF_MEMORY,
        f"The memory of the {loaded.device_title} is too small for the model {loaded.title}. Choose a "
        "smaller MODEL, close other programs that use this memory, or set DEVICE to cpu.",
    )


def _packed(encoded: EncodedWindow) -> dict[str, Array]:
    arrays: dict[str, Array] = dict(arrays_of(encoded.image))
    if encoded.valid is not None:
        arrays[_VALID] = np.packbits(encoded.valid)
    return arrays


def _unpacked(model: Any, arrays: dict[str, Array], window: Window) -> EncodedWindow | None:
    """The window that arrays stand for; None where they are not of this model and window."""
    packed = arrays.pop(_VALID, None)
    image = image_of(model, arrays, window.height, window.width)
    if image is None or packed is None:
        return None if image is None else EncodedWindow(image, None)
    pixels = window.width * window.height
    if packed.dtype != np.uint8 or packed.shape != (-(-pixels // 8),):
        return None
    valid = np.unpackbits(packed, count=pixels).astype(np.bool_).reshape(window.height, window.width)
    return EncodedWindow(image, valid)
