"""Which bands of a raster the model sees, and how they become numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rasterio.enums import ColorInterp

from ..api.errors import Code, EngineError
from .dataset import Dataset

_RED_GREEN_BLUE = (ColorInterp.red, ColorInterp.green, ColorInterp.blue)


@dataclass(frozen=True, eq=False)
class BandChoice:
    """The bands to read: one (grey) or three (red, green, blue), counted from 1.

    ``palette`` (N, 4) uint8, red, green, blue, alpha, is set where the one band holds indices of
    colours; its values then become three bands.
    """

    bands: tuple[int, ...]
    palette: NDArray[np.uint8] | None = None

    @property
    def depth(self) -> int:
        """Number of bands after the palette is expanded."""
        return len(self.bands) if self.palette is None else 3

    def numbers(self, stored: NDArray[np.generic]) -> NDArray[np.generic]:
        """Stored values (B, h, w) to real numbers (depth, h, w): colours for indices, magnitudes
        for complex values, everything else unchanged."""
        if self.palette is not None:
            return np.moveaxis(self.palette[_rows(self.palette, stored[0])][..., :3], -1, 0)
        return np.abs(stored) if np.iscomplexobj(stored) else stored

    def transparent(self, stored: NDArray[np.generic]) -> NDArray[np.bool_] | None:
        """Where the palette's colour is fully transparent (h, w), or None without such colours."""
        if self.palette is None:
            return None
        clear = self.palette[:, 3] == 0
        # A palette without any opaque colour carries no transparency, only a missing alpha.
        return clear[_rows(self.palette, stored[0])] if clear.any() and not clear[:-1].all() else None


def choose_bands(path: str, dataset: Dataset, wanted: Sequence[int], alpha: int | None) -> BandChoice:
    """The wanted bands or, if none are given, those tagged red, green and blue, else the first
    three, else the first; ``alpha``, the band that is a mask, is never taken by itself.

    Raises:
        EngineError: BAD_PARAMETER if there are not one or three, or the raster has no such band.
    """
    if wanted:
        bands = tuple(wanted)
        _check(path, dataset, bands)
    else:
        bands = _default(dataset, alpha)
    palette = _palette(dataset, bands[0]) if len(bands) == 1 else None
    return BandChoice(bands, palette)


def _check(path: str, dataset: Dataset, bands: tuple[int, ...]) -> None:
    if len(bands) not in (1, 3):
        raise EngineError(
            Code.BAD_PARAMETER,
            f"BANDS names {len(bands)} bands; give one (shown as grey) or three (red, green, blue).",
        )
    absent = sorted({band for band in bands if not 1 <= band <= dataset.count})
    if absent:
        there = "one band" if dataset.count == 1 else f"{dataset.count} bands"
        raise EngineError(
            Code.BAD_PARAMETER,
            f"BANDS asks for band {', '.join(map(str, absent))}, but {path} has {there}.",
        )


def _default(dataset: Dataset, alpha: int | None) -> tuple[int, ...]:
    tags = dataset.colorinterp
    if all(colour in tags for colour in _RED_GREEN_BLUE):
        return tuple(tags.index(colour) + 1 for colour in _RED_GREEN_BLUE)
    others = [band for band in range(1, min(dataset.count, 4) + 1) if band != alpha]
    return tuple(others[:3]) if len(others) >= 3 else tuple(others[:1]) or (1,)


def _palette(dataset: Dataset, band: int) -> NDArray[np.uint8] | None:
    if dataset.colorinterp[band - 1] != ColorInterp.palette or dataset.dtypes[band - 1] not in (
        "uint8",
        "uint16",
    ):
        return None
    try:
        colours = dataset.colormap(band)
    except ValueError:
        return None  # tagged as a palette, without one: shown as grey
    palette = np.zeros((max(colours, default=0) + 2, 4), np.uint8)
    for index, colour in colours.items():
        palette[index] = colour
    palette[-1] = (0, 0, 0, 255)
    return palette


def _rows(palette: NDArray[np.uint8], indices: NDArray[np.generic]) -> NDArray[np.int64]:
    """Rows of the palette; values without a colour take its last row, which is black."""
    rows = indices.astype(np.int64)
    return np.where(rows < len(palette), rows, len(palette) - 1)
