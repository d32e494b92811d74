"""Masks as one raster of numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from ..api.errors import Code, EngineError
from ..progress import Report
from ..rasters.number_raster import write_number_raster
from ..tiles.tiling import Window
from .grid import Grid
from .pixel_masks import PixelMask


def write_mask_raster(
    path: str,
    grid: Grid,
    masks: Sequence[PixelMask],
    numbers: NDArray[np.int64],
    names: Mapping[int, str],
    report: Report,
) -> None:
    """Paint masks one over the other, the first at the bottom, into the smallest of uint8, uint16 and
    uint32 that holds the numbers.

    ``names`` of numbers become tags of the band: class_1 = roof.

    Raises:
        EngineError: OUTPUT_FAILED; BAD_PARAMETER if 32 bits are too few.
        Cancelled: if the caller asked to stop meanwhile; the file is not there then.
    """
    largest = int(numbers.max(initial=1))
    if largest >= 2**32:
        raise EngineError(
            Code.BAD_PARAMETER,
            f"The largest number to write is {largest}; a mask raster holds up to 4294967295.",
        )
    boxes = np.array([(m.x, m.y, m.x + m.bits.shape[1], m.y + m.bits.shape[0]) for m in masks], np.int64)

    def paint(window: Window, dtype: type[np.unsignedinteger]) -> NDArray[np.unsignedinteger]:
        report.progress(0.3 + 0.6 * window.y / grid.height, "writing the raster")
        painted = np.zeros((window.height, window.width), dtype=dtype)
        left, top, right, bottom = boxes.T
        here = (left < window.right) & (right > window.x) & (top < window.bottom) & (bottom > window.y)
        for place in np.flatnonzero(here).tolist():
            _put(painted, window, masks[place], int(numbers[place]))
        return painted

    write_number_raster(
        path,
        "The mask raster",
        (grid.width, grid.height),
        grid.georeference,
        np.min_scalar_type(largest).type,
        paint,
        report.check_cancelled,
        tags={f"class_{number}": name for number, name in names.items()},
    )


def _put(painted: NDArray[np.unsignedinteger], window: Window, mask: PixelMask, number: int) -> None:
    height, width = mask.bits.shape
    shared = window.intersection(Window(mask.x, mask.y, width, height))
    if shared is None:
        return
    top, left = shared.y - mask.y, shared.x - mask.x
    shown = mask.bits[top : top + shared.height, left : left + shared.width]
    target = painted[shared.y - window.y : shared.bottom - window.y, shared.x - window.x :]
    target[:, : shared.width][shown] = number
