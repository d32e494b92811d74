"""What tells a raster from another one of the same name, without reading all of it."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timezone

from ..api.errors import Code, EngineError
from ..tiles.tiling import Window
from .dataset import READ_ERRORS, Dataset, close_dataset, open_dataset, reason_of, source_of
from .sampling import sample_windows
from .validity import rasterio_window

# Up to this many pixels are compared one by one, more by squares of this side spread over the raster.
_SAMPLE_PIXELS = 16 * 64 * 64
_SAMPLE_SIDE = 64

# QGIS writes statistics and pyramids beside a raster that is only looked at.
_BY_THE_WAY = (".aux.xml", ".ovr")


@dataclass(frozen=True)
class RasterIdentity:
    """``path`` is where the raster is, with symbolic links followed; ``bytes`` the size of its files and
    ``modified`` the time (UTC) at which the newest was written, 0 and "" where they are no local files;
    ``files`` a digest of all names, sizes and times, ``pixels`` one of samples of the values."""

    path: str
    bytes: int
    modified: str
    files: str
    pixels: str


def identify_raster(path: str, bands: Sequence[int]) -> RasterIdentity:
    """Look at a raster's files and at samples of ``bands``, counted from 1, at their own resolution.

    Raises:
        EngineError: BAD_RASTER if it cannot be opened or read.
    """
    dataset = open_dataset(path)
    try:
        files = [(file, os.stat(file)) for file in _files(path, dataset)]
        newest = max((stat.st_mtime for _, stat in files), default=None)
        versions = [(os.path.basename(file), stat.st_size, stat.st_mtime_ns) for file, stat in files]
        return RasterIdentity(
            path=os.path.realpath(path) if os.path.exists(path) else path,
            bytes=sum(stat.st_size for _, stat in files),
            modified="" if newest is None else datetime.fromtimestamp(newest, timezone.utc).isoformat(" "),
            files=hashlib.sha256(json.dumps(versions).encode()).hexdigest(),
            pixels=_digest(dataset, bands),
        )
    except READ_ERRORS as error:
        raise EngineError(Code.BAD_RASTER, f"{path} cannot be read: {reason_of(path, error)}.") from error
    finally:
        close_dataset(dataset)


def _files(path: str, dataset: Dataset) -> list[str]:
    named = {path, *source_of(dataset).files}
    return sorted(file for file in named if os.path.isfile(file) and not file.endswith(_BY_THE_WAY))


def _digest(dataset: Dataset, bands: Sequence[int]) -> str:
    digest = hashlib.sha256()
    whole = Window(0, 0, dataset.width, dataset.height)
    for window in sample_windows(whole, _SAMPLE_PIXELS, _SAMPLE_SIDE):
        digest.update(dataset.read(list(bands), window=rasterio_window(window)).tobytes())
    return digest.hexdigest()
