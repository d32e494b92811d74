"""Which state of which raster something was made from: told by its files, in no time.

What is kept for later must never be shown for a raster that has changed since.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass

from .dataset import close_dataset, open_dataset, source_of
from .raster_identity import identify_raster

# QGIS writes statistics and histograms beside a raster that is merely looked at; what else is in that
# file (nodata, band colours, masks) decides what the model sees.
_PAM = ".aux.xml"
_BY_THE_WAY = re.compile(rb'<MDI key="STATISTICS_[^<]*</MDI>|<Histograms>.*?</Histograms>', re.DOTALL)
_EMPTY = re.compile(rb"\s+|<(Metadata|PAMRasterBand|PAMDataset)[^<>/]*>\s*</\1>")


@dataclass(frozen=True)
class FileVersion:
    """A file as it was: size in bytes and time of writing in nanoseconds, both 0 where there is none;
    of an .aux.xml a digest of what matters instead, "" where nothing does."""

    path: str
    size: int
    modified_ns: int
    digest: str = ""


@dataclass(frozen=True)
class RasterVersion:
    """A raster as it was. ``path`` has its symbolic links followed; ``pixels`` is a digest of samples
    of its values where there are no local files to tell by (else "")."""

    path: str
    files: tuple[FileVersion, ...]
    pixels: str = ""

    @property
    def is_current(self) -> bool:
        """Whether the files still are as they were; true where there are none to tell by."""
        return all(_version_of(file.path) == file for file in self.files)


def raster_version(path: str, bands: Sequence[int]) -> RasterVersion:
    """The state a raster is in now; ``bands``, counted from 1, are those of interest.

    Raises:
        EngineError: BAD_RASTER if it cannot be opened.
    """
    dataset = open_dataset(path)
    try:
        named = {path, *source_of(dataset).files}
    finally:
        close_dataset(dataset)
    local = sorted(file for file in named if os.path.isfile(file) and not file.endswith(_PAM))
    real = os.path.realpath(path) if os.path.exists(path) else path
    if not local:
        return RasterVersion(real, (), identify_raster(path, bands).pixels)
    files = tuple(_version_of(file) for file in [*local, *_siblings(local)])
    return RasterVersion(real, files)


def _siblings(files: Sequence[str]) -> list[str]:
    """The files that may appear, change or go beside each file, present or not."""
    present = set(files)
    beside = [f"{file}{suffix}" for file in files for suffix in (".ovr", ".msk", _PAM)]
    return [file for file in beside if file not in present]


def _version_of(path: str) -> FileVersion:
    try:
        if path.endswith(_PAM):
            return FileVersion(path, 0, 0, _pam_digest(path))
        stat = os.stat(path)
    except OSError:
        return FileVersion(path, 0, 0)
    return FileVersion(path, stat.st_size, stat.st_mtime_ns)


def _pam_digest(path: str) -> str:
    with open(path, "rb") as file:
        matters = _BY_THE_WAY.sub(b"", file.read())
    removed = 1
    while removed:  # what held only empty elements is empty itself
        matters, removed = _EMPTY.subn(b"", matters)
    return hashlib.sha256(matters).hexdigest() if matters else ""
