"""Run lengths as COCO writes them: column by column, packed into a short text."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..api.errors import Code, EngineError
from .pixel_masks import PixelMask, cropped

# Five bits a character, from the character "0" on; the sixth says that more follow.
_FIRST, _BITS, _MORE = 48, 5, 32
_LONGEST_TEXT = 1 << 28
_MOST_PIXELS = 2 << 30


def run_lengths(mask: PixelMask, height: int, width: int) -> NDArray[np.int64]:
    """Lengths of the runs of a mask in an image of ``height`` x ``width``, column by column, the first
    of pixels outside it (perhaps none).

    Work and memory go with the mask's own box, not with the image.
    """
    if not mask.bits.any():
        return np.array([height * width], dtype=np.int64)
    # One row of outside above and below keeps the runs of neighbouring columns apart; where a box is as
    # high as the image they join again below.
    rows, columns = mask.bits.shape
    framed = np.zeros((columns, rows + 2), dtype=np.int8)
    framed[:, 1:-1] = mask.bits.T
    steps = np.diff(framed, axis=1)
    start_column, start_row = np.nonzero(steps == 1)
    end_column, end_row = np.nonzero(steps == -1)
    starts = (start_column + mask.x) * height + start_row + mask.y
    ends = (end_column + mask.x) * height + end_row + mask.y
    joined = starts[1:] == ends[:-1]
    starts, ends = starts[np.append(True, ~joined)], ends[np.append(~joined, True)]
    edges = np.stack([starts, ends], axis=1).ravel()
    counts = np.diff(edges, prepend=0, append=height * width)
    return counts[:-1] if counts[-1] == 0 else counts


def pack_runs(counts: NDArray[np.int64]) -> str:
    """The text pycocotools packs run lengths into.

    From the fourth on each is written as its difference to the one before the last, in groups of
    five bits, the lowest first.
    """
    values = counts.copy()
    values[3:] -= counts[1:-2]
    groups = []
    left = values
    places = np.arange(len(values))
    level = 0
    while len(left):
        low = left & (_MORE - 1)
        left = left >> _BITS
        sign = low & (_MORE >> 1)
        more = np.where(sign != 0, left != -1, left != 0)
        groups.append((places, level, low + np.where(more, _MORE, 0) + _FIRST))
        left, places, level = left[more], places[more], level + 1
    where = np.concatenate([p * 16 + lev for p, lev, _ in groups])
    text = np.concatenate([characters for _, _, characters in groups])
    return bytes(text[np.argsort(where)].astype(np.uint8)).decode("ascii")


def unpack_runs(text: str) -> NDArray[np.int64]:
    """The run lengths in a packed text.

    Raises:
        ValueError: for characters that do not belong there, or a text cut short.
    """
    if len(text) > _LONGEST_TEXT:
        raise ValueError(f"its run lengths are {len(text)} characters long")
    codes = np.frombuffer(text.encode("latin-1", "replace"), dtype=np.uint8).astype(np.int64) - _FIRST
    if ((codes < 0) | (codes >= 2 * _MORE)).any():
        raise ValueError("its run lengths hold characters that are no part of them")
    more = (codes & _MORE) != 0
    if len(codes) and more[-1]:
        raise ValueError("its run lengths are cut short")
    last = np.flatnonzero(~more)
    lengths = np.diff(last, prepend=-1)
    number = np.repeat(np.arange(len(last)), lengths)
    level = np.arange(len(codes)) - np.repeat(last - lengths + 1, lengths)
    if level.max(initial=0) > 11:
        raise ValueError("its run lengths hold a number that is too large")
    values = np.zeros(len(last), dtype=np.int64)
    np.add.at(values, number, (codes & (_MORE - 1)) << (_BITS * level))
    negative = (codes[last] & (_MORE >> 1)) != 0
    values[negative] -= np.int64(1) << (_BITS * (level[last][negative] + 1))
    # Undo the differences, odd and even positions apart.
    for start in (1, 2):
        values[start::2] = np.cumsum(values[start::2])
    return values


def mask_of_runs(counts: NDArray[np.int64], height: int, width: int) -> PixelMask:
    """The mask with these run lengths.

    Raises:
        ValueError: where they do not fill the image exactly, or the mask is larger than any real one.
    """
    total = float(counts.sum(dtype=np.float64))  # whole numbers would start again from below
    if (counts < 0).any() or total != height * width:
        raise ValueError(
            f"its run lengths add up to {total:.0f} pixels, an image of {width} x {height} has "
            f"{height * width}"
        )
    ends = np.cumsum(counts)
    starts, ends = ends[0:-1:2], ends[1::2]
    full = ends > starts
    starts, ends = starts[full], ends[full]
    if not len(starts):
        return cropped(PixelMask(0, 0, np.zeros((0, 0), dtype=bool)))
    # Cut at the ends of columns, runs have rows, and the work goes with the mask's own box.
    first, last = starts // height, (ends - 1) // height
    left, columns = int(first[0]), int(last[-1] - first[0]) + 1
    if columns > _MOST_PIXELS:
        raise ValueError(f"its run lengths go over {columns} columns, which is too many")
    pieces = last - first + 1
    column = np.repeat(first - np.cumsum(pieces) + pieces, pieces) + np.arange(int(pieces.sum()))
    begin = np.maximum(np.repeat(starts, pieces), column * height) - column * height
    end = np.minimum(np.repeat(ends, pieces), (column + 1) * height) - column * height
    top, rows = int(begin.min()), int(end.max() - begin.min())
    if columns * rows > _MOST_PIXELS:
        raise ValueError(f"its run lengths unpack to {columns} x {rows} pixels, which is too many")
    steps = np.zeros((columns, rows + 1), dtype=np.int8)
    steps[column - left, begin - top] += 1
    steps[column - left, end - top] -= 1
    bits = np.cumsum(steps[:, :-1], axis=1, dtype=np.int8).view(bool).T
    return PixelMask(left, top, bits)


def rle_of(mask: PixelMask, height: int, width: int) -> dict[str, Any]:
    """COCO's compressed RLE: ``{"size": [height, width], "counts": text}``."""
    return {"size": [height, width], "counts": pack_runs(run_lengths(mask, height, width))}


def mask_of_rle(value: Any, where: str) -> PixelMask:
    """The mask of an RLE as files hold it: compressed (text) or not (a list of lengths).

    Raises:
        EngineError: BAD_FILE, naming ``where``.
    """
    try:
        height, width = (int(side) for side in value["size"])
        counts = value["counts"]
        runs = unpack_runs(counts) if isinstance(counts, str) else np.array(counts, dtype=np.int64)
        if runs.ndim != 1:
            raise ValueError("its run lengths are no list of numbers")
        return mask_of_runs(runs, height, width)
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise EngineError(
            Code.BAD_FILE,
            f"{where} cannot be read as a mask: {error}. Correct it there, or have the file written again.",
        ) from error
