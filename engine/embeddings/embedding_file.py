"""One encoded window as a file: a line of JSON, then the numbers as they are.

Whatever is in such a file, reading it runs nothing: no pickle, and every length is checked
against the size of the file before memory is asked for.
"""

from __future__ import annotations

import json
import math
import os
import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from ..tiles.tiling import Window

Array = NDArray[Any]  # float32 or uint8
Arrays = Mapping[str, Array]

SUFFIX = ".window"

_MAGIC = b"SAM 2 Toolbox encoded window 1\n"
_LONGEST_LINE = 4096
_MOST_DIMENSIONS = 8
_TYPES: dict[str, np.dtype[Any]] = {"float32": np.dtype("<f4"), "uint8": np.dtype("u1")}
_NAME = re.compile(r"(\d{1,9})x(\d{1,9})_(\d{1,9})_(\d{1,9})_(\d{1,9})x(\d{1,9})")


@dataclass(frozen=True)
class Place:
    """A window of a grid that covers the whole raster in ``grid_width`` x ``grid_height`` pixels."""

    grid_width: int
    grid_height: int
    window: Window

    @property
    def name(self) -> str:
        """The place as a file's name, which ``Place.named`` reads back."""
        window = self.window
        grid = f"{self.grid_width}x{self.grid_height}"
        return f"{grid}_{window.x}_{window.y}_{window.width}x{window.height}"

    @staticmethod
    @lru_cache(maxsize=1 << 16)
    def named(name: str) -> Place | None:
        """The place a name stands for; None for what is no such name."""
        match = _NAME.fullmatch(name)
        if match is None:
            return None
        grid_width, grid_height, x, y, width, height = map(int, match.groups())
        inside = x + width <= grid_width and y + height <= grid_height
        return (
            Place(grid_width, grid_height, Window(x, y, width, height))
            if inside and width and height
            else None
        )


class BadFile(Exception):
    """A file that is not what its name says: cut short, damaged or somebody else's."""


def size_of(arrays: Arrays) -> int:
    """About how many bytes arrays take on disk."""
    return sum(values.nbytes for values in arrays.values()) + _LONGEST_LINE


def write_embedding(file: BinaryIO, series: str, place: Place, arrays: Arrays) -> None:
    """Write arrays and what they belong to.

    Raises:
        OSError: if the file cannot be written.
    """
    stored = {
        name: np.ascontiguousarray(values, dtype=_TYPES[str(values.dtype)]) for name, values in arrays.items()
    }
    checksum = 0
    for values in stored.values():
        checksum = zlib.crc32(values.data, checksum)
    header = {
        "series": series,
        "place": place.name,
        "arrays": [[name, str(values.dtype), list(values.shape)] for name, values in arrays.items()],
        "crc32": checksum,
    }
    file.write(_MAGIC)
    file.write(json.dumps(header).encode("ascii") + b"\n")
    for values in stored.values():
        file.write(values.data)


def read_embedding(path: Path, series: str, place: Place) -> dict[str, Array]:
    """The arrays of a file, writable and nobody else's.

    Raises:
        OSError: if the file is not there or cannot be read.
        BadFile: if it is no whole file of this series and place.
    """
    with path.open("rb") as file:
        if file.read(len(_MAGIC)) != _MAGIC:
            raise BadFile(path)
        specs, expected = _header(path, file.readline(_LONGEST_LINE), series, place)
        if sum(spec.bytes for spec in specs) != os.fstat(file.fileno()).st_size - file.tell():
            raise BadFile(path)
        arrays, checksum = {}, 0
        for spec in specs:
            values = np.empty(spec.shape, spec.dtype)
            if file.readinto(values.reshape(-1).view(np.uint8).data) != spec.bytes:
                raise BadFile(path)
            checksum = zlib.crc32(values.data, checksum)
            arrays[spec.name] = values.astype(values.dtype.newbyteorder("="), copy=False)
    if checksum != expected:
        raise BadFile(path)
    return arrays


@dataclass(frozen=True)
class _Spec:
    """An array a file claims to hold."""

    name: str
    dtype: np.dtype[Any]
    shape: tuple[int, ...]

    @property
    def bytes(self) -> int:
        return math.prod(self.shape) * self.dtype.itemsize


def _header(path: Path, line: bytes, series: str, place: Place) -> tuple[list[_Spec], int]:
    try:
        header = json.loads(line)
        belongs = (header["series"], header["place"]) == (series, place.name)
        specs = [_Spec(str(n), _TYPES[kind], tuple(map(int, shape))) for n, kind, shape in header["arrays"]]
        checksum = int(header["crc32"])
    except (ValueError, KeyError, TypeError, RecursionError, OverflowError) as error:
        raise BadFile(path) from error
    sound = all(len(spec.shape) <= _MOST_DIMENSIONS and min(spec.shape, default=0) > 0 for spec in specs)
    if not (belongs and specs and sound):
        raise BadFile(path)
    return specs, checksum
