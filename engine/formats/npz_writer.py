"""Writing NPZ: numpy's own format, as a stream, whole or not at all."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

from ..rasters.whole_file import whole_file
from .grid import Grid
from .pixel_masks import PixelMask

# Zeros that are never written twice: one strip of a mask at a time.
_STRIP_BYTES = 1 << 22
_LEVEL = 6
_SAMPLE = 24
# What deflate makes of a run of zeros at best.
ZERO_SHARE = 1 / 1000


@contextmanager
def npz_file(path: str) -> Iterator[zipfile.ZipFile]:
    """A compressed archive that appears under its name when it is complete.

    Raises:
        EngineError: OUTPUT_FAILED if it cannot be written.
    """
    with (
        whole_file(path, "The NPZ file") as part,
        zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as archive,
    ):
        yield archive


def write_array(archive: zipfile.ZipFile, name: str, array: NDArray[np.generic]) -> None:
    """One array that is in memory, as ``name``.npy."""
    with archive.open(f"{name}.npy", "w", force_zip64=True) as member:
        np.lib.format.write_array(member, array, allow_pickle=False)


def write_stack(
    archive: zipfile.ZipFile,
    masks: Iterable[PixelMask],
    shape: tuple[int, int, int],
    check_cancelled: Callable[[], None],
) -> None:
    """``masks.npy``, uint8 0/1 of shape (N, H, W), strip by strip: memory holds one strip.

    Raises:
        Cancelled: by ``check_cancelled``, asked for every strip.
    """
    _, height, width = shape
    rows = max(1, _STRIP_BYTES // max(width, 1))
    with archive.open("masks.npy", "w", force_zip64=True) as member:
        _write_header(member, shape, np.dtype(np.uint8))
        for mask in masks:
            for top in range(0, height, rows):
                check_cancelled()
                member.write(_strip(mask, top, min(rows, height - top), width).data)


def write_labels(
    archive: zipfile.ZipFile,
    masks: Sequence[PixelMask],
    numbers: NDArray[np.integer],
    grid: Grid,
    check_cancelled: Callable[[], None],
) -> None:
    """``masks.npy`` (H, W) with ``numbers`` (N,) where the masks are and 0 elsewhere, larger masks below
    smaller ones; of the smallest unsigned type that holds the numbers.

    Raises:
        Cancelled: by ``check_cancelled``.
    """
    dtype = np.min_scalar_type(int(numbers.max(initial=0)))
    order = np.argsort([-mask.area for mask in masks], kind="stable")
    tops = np.array([masks[index].y for index in order], dtype=np.int64)
    ends = np.array([masks[index].y + masks[index].bits.shape[0] for index in order], dtype=np.int64)
    rows = max(1, _STRIP_BYTES // (grid.width * dtype.itemsize))
    with archive.open("masks.npy", "w", force_zip64=True) as member:
        _write_header(member, (grid.height, grid.width), dtype)
        for top in range(0, grid.height, rows):
            check_cancelled()
            strip = np.zeros((min(rows, grid.height - top), grid.width), dtype=dtype)
            for place in np.flatnonzero((tops < top + len(strip)) & (ends > top)):
                mask, number = masks[order[place]], numbers[order[place]]
                first, end = max(top, mask.y), min(top + len(strip), mask.y + mask.bits.shape[0])
                shown = mask.bits[first - mask.y : end - mask.y]
                strip[first - top : end - top, mask.x : mask.x + shown.shape[1]][shown] = number
            member.write(strip.data)


def _write_header(member: IO[bytes], shape: tuple[int, ...], dtype: np.dtype[Any]) -> None:
    header = {"descr": np.lib.format.dtype_to_descr(dtype), "fortran_order": False, "shape": shape}
    np.lib.format.write_array_header_1_0(member, header)


def _strip(mask: PixelMask, top: int, rows: int, width: int) -> NDArray[np.uint8]:
    strip = np.zeros((rows, width), dtype=np.uint8)
    first, end = max(top, mask.y), min(top + rows, mask.y + mask.bits.shape[0])
    if first < end:
        shown = mask.bits[first - mask.y : end - mask.y]
        strip[first - top : end - top, mask.x : mask.x + shown.shape[1]] = shown
    return strip


def centroids_of(masks: Sequence[PixelMask]) -> NDArray[np.float64]:
    """Means of the pixels' centres, (N, 2) [x, y] in pixels; NaN for a mask without any."""
    means = np.full((len(masks), 2), np.nan)
    for index, mask in enumerate(masks):
        rows, columns = np.nonzero(mask.bits)
        if rows.size:
            means[index] = mask.x + columns.mean() + 0.5, mask.y + rows.mean() + 0.5
    return means


def estimated_stack_bytes(masks: Sequence[PixelMask], grid: Grid) -> int:
    """About how large the compressed stack will be, from a sample of the masks."""
    if not masks:
        return 0
    chosen = [masks[int(at)] for at in np.linspace(0, len(masks) - 1, min(_SAMPLE, len(masks)))]
    packed = []
    for mask in chosen:
        # Rows of the mask stand apart by the width of the grid; more of it than this changes nothing.
        width = min(grid.width, mask.bits.shape[1] + 4096)
        rows = np.zeros((mask.bits.shape[0], width), dtype=np.uint8)
        rows[:, : mask.bits.shape[1]] = mask.bits
        packed.append(len(zlib.compress(rows.data, _LEVEL)))
    zeros = grid.width * grid.height * ZERO_SHARE
    return round(len(masks) * (float(np.mean(packed)) + zeros))
