"""Finished objects painted over one another, window by window.

Which object is on top is known only when all are there, so they wait packed in a spool file:
memory holds one window and some 100 bytes a piece, whatever the raster's size.
"""

from __future__ import annotations

import contextlib
import tempfile
from array import array
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ..api.errors import Code, EngineError
from ..objects import FoundObject
from ..tiles.tiling import Window

# One row of the index: area of the object, what decides between equal areas, the object's number, then x, y,
# width, height of the piece and where in the spool its packed rows begin.
_AREA, _TIE, _NUMBER, _X, _Y, _WIDTH, _HEIGHT, _OFFSET = range(8)


@contextlib.contextmanager
def room_in(folder: Path) -> Iterator[None]:
    """Turn errors of the disk into OUTPUT_FAILED, naming the folder of the temporary file."""
    try:
        yield
    except OSError as error:
        raise EngineError(
            Code.OUTPUT_FAILED,
            f"There is no room for temporary files in {folder}: {error.strerror or error}. "
            "Check that the folder is writable and the disk not full.",
            details=repr(error),
        ) from error


class Spool:
    """Collects the pixels of finished objects; errors of the disk are ``OSError``."""

    def __init__(self, folder: Path) -> None:
        self._index = array("q")
        self._size = 0
        self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115

    def add(self, number: int, found: FoundObject, tie: int = 0) -> None:
        """Take a finished object. Of two of the same size that with the larger ``tie``, then number, is
        on top."""
        area = found.area_px
        for piece in found.pieces:
            packed = np.packbits(piece.bits, axis=1).tobytes()
            height, width = piece.bits.shape
            self._index.extend((area, tie, number, piece.x, piece.y, width, height, self._size))
            self._file.write(packed)
            self._size += len(packed)

    def flush(self) -> None:
        """Hand what was added to the disk, which may be full."""
        self._file.flush()

    def close(self) -> None:
        """Remove the file."""
        # On a full disk closing fails once more, over what was still to be written.
        with contextlib.suppress(OSError):
            self._file.close()

    def painting(self, side: int, margin: int = 0) -> Painting:
        """What was added so far, ready to be painted in windows of at most ``side`` pixels.

        The windows begin at multiples of ``side`` and may reach ``margin`` pixels farther on all
        sides.
        """
        self.flush()
        rows = np.frombuffer(self._index, dtype=np.int64).reshape(-1, 8)
        rows = rows[np.lexsort((rows[:, _NUMBER], rows[:, _TIE], -rows[:, _AREA]))]
        return Painting(self, rows, side, margin)

    def bits(self, row: NDArray[np.int64], shared: Window) -> NDArray[np.bool_]:
        """The pixels (h, w) of the piece of one row of the index in a window inside it."""
        x, y, width, _, offset = row[_X:].tolist()
        row_bytes = (width + 7) // 8
        self._file.seek(offset + (shared.y - y) * row_bytes)
        packed = np.frombuffer(self._file.read(shared.height * row_bytes), dtype=np.uint8)
        bits = np.unpackbits(packed.reshape(shared.height, row_bytes), axis=1, count=width).view(bool)
        return bits[:, shared.x - x : shared.right - x]


class Painting:
    """Objects in the order they are painted: larger ones first, so that smaller ones stay on top."""

    def __init__(self, spool: Spool, rows: NDArray[np.int64], side: int, margin: int) -> None:
        self._spool = spool
        self._rows = rows
        self._side = side
        self._waiting = _by_block(rows, side, margin)

    @property
    def blocks(self) -> Mapping[tuple[int, int], Sequence[int]]:
        """For each block some object may reach into, by its top left pixel, the pieces that may."""
        return self._waiting

    @property
    def largest_number(self) -> int:
        """The largest number of an object, 0 without any."""
        return int(self._rows[:, _NUMBER].max(initial=0))

    def numbers(self, block: tuple[int, int]) -> list[int]:
        """The numbers of the objects that may reach into a block, each once."""
        numbers: list[int] = np.unique(self._rows[self._waiting.get(block, []), _NUMBER]).tolist()
        return numbers

    def paint(
        self, window: Window, dtype: type[np.unsignedinteger], block: tuple[int, int] | None = None
    ) -> NDArray[np.unsignedinteger]:
        """Numbers of the topmost objects (h, w), 0 where there is none.

        ``block`` is that of the window, where it is not the block at the window's own corner.
        """
        labels = np.zeros((window.height, window.width), dtype=dtype)
        for row in self._waiting.get(block or (window.x, window.y), []):
            self._put(labels, window, self._rows[row])
        return labels

    def pixels_of(self, number: int, window: Window, block: tuple[int, int]) -> NDArray[np.bool_]:
        """All pixels of one object in a window, those under others too, bool (h, w)."""
        labels = np.zeros((window.height, window.width), dtype=np.uint32)
        for row in self._waiting.get(block, []):
            if self._rows[row, _NUMBER] == number:
                self._put(labels, window, self._rows[row])
        return labels > 0

    def _put(self, labels: NDArray[np.unsignedinteger], window: Window, row: NDArray[np.int64]) -> None:
        shared = window.intersection(Window(*row[_X : _HEIGHT + 1].tolist()))
        if shared is None:
            return
        target = labels[shared.y - window.y : shared.bottom - window.y, shared.x - window.x :]
        target[:, : shared.width][self._spool.bits(row, shared)] = row[_NUMBER]


def _by_block(rows: NDArray[np.int64], side: int, margin: int) -> dict[tuple[int, int], list[int]]:
    """For each block, by its top left pixel, the rows that reach into it, in their order."""
    waiting: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for number, (x, y, width, height) in enumerate(rows[:, _X : _HEIGHT + 1].tolist()):
        for top in range(max(0, y - margin) // side * side, y + height + margin, side):
            for left in range(max(0, x - margin) // side * side, x + width + margin, side):
                waiting[left, top].append(number)
    return dict(waiting)
