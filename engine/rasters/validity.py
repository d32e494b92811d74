"""Which pixels of a raster hold data: nodata, alpha and mask bands, NaN."""

from __future__ import annotations

import warnings
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rasterio.enums import ColorInterp, Compression, MaskFlags
from rasterio.errors import NodataShadowWarning
from rasterio.windows import Window as RasterioWindow

from ..masks import Bits
from ..tiles.tiling import Window
from .dataset import Dataset
from .sampling import sample_windows

# An alpha band that is a mask holds almost only two values. Near infrared tagged as alpha, as in
# many 4-band aerial images, holds many.
MASK_SHARE = 0.95
_SAMPLE_PIXELS = 1 << 20
_SAMPLE_SIDE = 64
# JPEG and its like blur a mask's edge and shake its flat parts a little.
_LOSSY = (Compression.jpeg, Compression.webp)
_LOSSY_SLACK = 0.02


@dataclass(frozen=True)
class Alpha:
    """An alpha band that is a mask: data where the value is above half of ``opaque``."""

    band: int
    opaque: float


def find_alpha(dataset: Dataset) -> tuple[Alpha | None, int | None]:
    """The alpha band to honour, and the band that is tagged alpha but is none; each may be None.

    Decided on a sample of the whole raster: at least 95 % of the values must be 0 or the largest
    value met (within 2 % of it where the compression is lossy).
    """
    if ColorInterp.alpha not in dataset.colorinterp:
        return None, None
    band = dataset.colorinterp.index(ColorInterp.alpha) + 1
    values = np.concatenate(
        [
            dataset.read(band, window=rasterio_window(window)).ravel()
            for window in sample_windows(
                Window(0, 0, dataset.width, dataset.height), _SAMPLE_PIXELS, _SAMPLE_SIDE
            )
        ]
    ).astype(np.float64)
    opaque = float(values.max())
    slack = _LOSSY_SLACK * opaque if dataset.compression in _LOSSY else 0.0
    two_valued = (values <= slack) | (values >= opaque - slack)
    if np.mean(two_valued) >= MASK_SHARE:
        return Alpha(band, opaque), None
    return None, band


class Validity:
    """Reads where the chosen bands hold data."""

    def __init__(self, dataset: Dataset, bands: tuple[int, ...], alpha: Alpha | None) -> None:
        self._dataset = dataset
        self._bands = bands
        self._alpha = alpha
        self._masks = [self._mask_of(band) for band in bands]

    def read(self, window: Window, stored: NDArray[np.generic]) -> Bits:
        """Validity of each chosen band, bool (B, h, w); ``stored`` (B, h, w) are its values there."""
        valid = np.isfinite(stored) if stored.dtype.kind in "fc" else np.ones(stored.shape, np.bool_)
        read = {mask: self._read_mask(mask, window) for mask in set(self._masks) if mask is not None}
        for band, mask in enumerate(self._masks):
            if mask is not None:
                valid[band] &= read[mask]
        if self._alpha is not None:
            alpha = self._dataset.read(self._alpha.band, window=rasterio_window(window))
            valid &= (alpha > self._alpha.opaque / 2)[np.newaxis]
        return valid

    def _read_mask(self, band: int, window: Window) -> Bits:
        with warnings.catch_warnings():
            # "nodata shadows alpha": that is why alpha is read by itself here.
            warnings.simplefilter("ignore", NodataShadowWarning)
            mask = self._dataset.read_masks(band, window=rasterio_window(window))
        return np.asarray(mask).astype(np.bool_)

    def _mask_of(self, band: int) -> int | None:
        """The band whose GDAL mask tells about this one, or None if all its pixels are valid."""
        flags = self._dataset.mask_flag_enums[band - 1]
        if MaskFlags.all_valid in flags or MaskFlags.alpha in flags:  # alpha is judged by itself
            return None
        return self._bands[0] if MaskFlags.per_dataset in flags else band


def rasterio_window(window: Window) -> RasterioWindow:
    """The same window in rasterio's terms."""
    return RasterioWindow(window.x, window.y, window.width, window.height)
