"""A tile's result as bytes: to be sent, or to be kept on disk.

A header line of JSON, then one zlib stream with the tile's validity, the masks' boxes and numbers,
their bits (eight pixels a byte) and their logits. Nothing is lost, and nothing in it can run code.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ..masks import Bits, Logits, Mask
from .tile_stage import TileResult
from .tiling import Tile

_FORMAT = 1
_LEVEL = 1  # bits shrink tenfold at any level; the higher ones only take longer


def pack_result(result: TileResult) -> bytes:
    """The result without its tile, which ``unpack_result`` is given again."""
    masks = result.masks
    boxes = [(mask.x, mask.y, *mask.bits.shape, mask.logits is not None) for mask in masks]
    numbers = [(mask.score, mask.stability, *mask.point) for mask in masks]
    parts = [
        b"" if result.valid is None else np.packbits(result.valid).tobytes(),
        np.array(boxes, "<i4").tobytes(),
        np.array(numbers, "<f8").tobytes(),
        *(np.packbits(mask.bits).tobytes() for mask in masks),
        *(mask.logits.astype("<f2").tobytes() for mask in masks if mask.logits is not None),
    ]
    shape = None if result.valid is None else list(result.valid.shape)
    header = {"format": _FORMAT, "valid": shape, "masks": len(masks)}
    return json.dumps(header).encode() + b"\n" + zlib.compress(b"".join(parts), _LEVEL)


def unpack_result(tile: Tile, packed: bytes) -> TileResult:
    """The result that was packed, bit for bit.

    Raises:
        ValueError: if these are not the bytes ``pack_result`` made for a tile of this size.
    """
    line, _, body = packed.partition(b"\n")
    try:
        header = json.loads(line)
        if header["format"] != _FORMAT:
            raise ValueError(f"it is in format {header['format']}, not {_FORMAT}")
        shape, count = header["valid"], int(header["masks"])
        if shape is not None and shape != [tile.window.height, tile.window.width]:
            raise ValueError(f"it is of a tile of {shape} pixels")
        content = _Reader(zlib.decompress(body))
        valid = None if shape is None else content.bits(*shape)
        boxes = content.array("<i4", (count, 5)).tolist()
        numbers = content.array("<f8", (count, 4)).tolist()
        bits = [content.bits(height, width) for _, _, height, width, _ in boxes]
        logits = [content.logits(box) for box in boxes]
        content.end()
    except (KeyError, TypeError, zlib.error) as error:
        raise ValueError(f"it is no packed result ({error})") from error
    masks = (
        Mask(x, y, mask_bits, score, stability, (point_x, point_y), mask_logits)
        for (x, y, *_), (score, stability, point_x, point_y), mask_bits, mask_logits in zip(
            boxes, numbers, bits, logits
        )
    )
    return TileResult(tile, valid, tuple(masks))


class _Reader:
    """Takes arrays from the front of some bytes; ValueError where there are not enough."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._at = 0

    def array(self, dtype: str, shape: tuple[int, ...]) -> NDArray[np.generic]:
        count = int(np.prod(shape))
        values = np.frombuffer(self._content, dtype, count, self._at)
        self._at += values.nbytes
        return values.reshape(shape)

    def bits(self, height: int, width: int) -> Bits:
        packed = self.array("u1", ((height * width + 7) // 8,)).view(np.uint8)
        return np.unpackbits(packed, count=height * width).reshape(height, width).view(np.bool_)

    def logits(self, box: Sequence[int]) -> Logits | None:
        _, _, height, width, given = box
        return self.array("<f2", (height + 2, width + 2)).astype(np.float16) if given else None

    def end(self) -> None:
        if self._at != len(self._content):
            raise ValueError(f"{len(self._content) - self._at} bytes are left over")
