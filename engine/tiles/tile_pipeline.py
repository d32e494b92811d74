"""Tiles on a GPU: while one is segmented, the next are read and encoded and the last is drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from functools import partial
from itertools import islice

from ..model.device import is_out_of_memory, release_memory
from ..model.sam2_image import EncodedImage, encode_images
from ..model.sam2_model import LoadedModel
from ..segmenter import TileImage
from .ahead import ahead
from .tile_stage import TileResult, TileStage
from .tiling import Tile

TILES_AT_ONCE = 4
"""Through the encoder."""


class TilePipeline:
    """The results of a ``TileStage``, in its order, by three threads.

    One reads and one runs the model, each ahead of the caller, who merges, draws and writes. Meant for
    a GPU, which would wait meanwhile; a processor has nothing left over for it.
    """

    def __init__(self, stage: TileStage, model: LoadedModel) -> None:
        self._stage = stage
        self._model = model
        self._at_once = TILES_AT_ONCE

    def results(self, tiles: Sequence[Tile]) -> Iterator[TileResult]:
        """See ``TileResults``."""
        images = ahead(map(self._stage.read, tiles), TILES_AT_ONCE)
        results = ahead(map(self._stage.find, self._encoded(images)), 1)
        with closing(images), closing(results):  # the last one first: it takes from the others
            yield from results

    def _encoded(self, images: Iterator[TileImage]) -> Iterator[TileImage]:
        """The same with what the encoder says of them, several encoded at once."""
        while group := list(islice(images, self._at_once)):
            seen = [] if len(group) == 1 else [image for image in group if not image.is_blank]
            encoded = self._encode([image for image in seen if image.encoded is None])
            for image in group:
                kept = encoded.get(image.tile.index)
                yield image if kept is None else replace(image, encoded=partial(_same, kept))

    def _encode(self, images: Sequence[TileImage]) -> dict[int, EncodedImage]:
        """By number of the tile; nothing where memory is too small for several: then they go one by one."""
        if not images:
            return {}
        try:
            found = encode_images(self._model.model, [image.rgb for image in images], self._model.precision)
        except (RuntimeError, MemoryError) as error:
            if not is_out_of_memory(error):
                raise
        else:
            return {image.tile.index: one for image, one in zip(images, found, strict=True)}
        release_memory(self._model.device)
        self._at_once = 1
        return {}


def _same(encoded: EncodedImage) -> EncodedImage:
    return encoded
