"""Encoded windows on disk, for the next session, the next run and other processes.

A series is everything encoded from one state of one raster, one way, by one model; each has a
folder, each window a file in it, and the file's name tells its place. A window is written beside
and renamed, so it is there whole or not at all; nothing is locked, and every process copes with
files that another one removes.
"""

from __future__ import annotations

import itertools
import os
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ..api.cache_folder import cache_folder, read_limit_mb
from .embedding_file import SUFFIX, Array, Arrays, BadFile, Place, read_embedding, size_of, write_embedding

MB = 1_000_000

# The name holds the version of what is stored: read, stretched or encoded otherwise, it needs another.
FOLDER = "windows-1"

# Another process may remove the emptied folder of a series between its making and the file's.
_ATTEMPTS = 10
# Parts older than this were left by a process that was killed.
_PART_LIVES_S = 3600.0
_PART = ".part"

# How much may be written, as a share of the limit, before what other processes wrote is counted again.
_UNCOUNTED_SHARE = 16


def open_cache(warn: Callable[[str], None], folder: Path | None = None) -> EmbeddingCache:
    """The cache in ``folder``, by default the user's, with the limit that was set for it."""
    folder = cache_folder() if folder is None else folder
    return EmbeddingCache(folder, read_limit_mb(folder) * MB, warn)


@dataclass(frozen=True)
class _Kept:
    """A file of the cache."""

    used_ns: int
    size: int
    path: str


class EmbeddingCache:
    """The encoded windows in one folder, at most ``limit`` bytes of them; the least recently used go first.

    A disk that is full or may not be written makes it read-only, which ``warn`` is told once.
    """

    def __init__(self, folder: Path, limit: int, warn: Callable[[str], None]) -> None:
        self.limit = limit
        self._folder = folder / FOLDER
        self._warn = warn
        self._writes = limit > 0
        self._room = 0
        self._numbers = itertools.count()

    def places(self, series: str) -> list[Place]:
        """The windows of a series, told from names alone; any may be gone or prove damaged."""
        try:
            with os.scandir(self._folder / series) as entries:
                names = [entry.name for entry in entries if entry.name.endswith(SUFFIX)]
        except OSError:
            return []
        found = (Place.named(name[: -len(SUFFIX)]) for name in names)
        return [place for place in found if place is not None]

    def has(self, series: str, place: Place) -> bool:
        """Whether there is a file for a window; it is marked as used."""
        try:
            os.utime(self._path(series, place))
        except OSError:
            return False
        return True

    def load(self, series: str, place: Place) -> dict[str, Array] | None:
        """The arrays of a window, or None; a file that is not what it should be is removed."""
        path = self._path(series, place)
        try:
            arrays = read_embedding(path, series, place)
        except BadFile:
            self.drop(series, place)
            return None
        except OSError:
            return None
        with suppress(OSError):
            os.utime(path)
        return arrays

    def store(self, series: str, place: Place, arrays: Arrays) -> bool:
        """Keep the arrays of a window; whether they are on disk now."""
        size = size_of(arrays)
        if not self._writes or size > self.limit:
            return False
        if self.has(series, place):
            return True
        for _ in range(_ATTEMPTS):
            try:
                self._make_room(size)
                self._write(self._path(series, place), series, place, arrays)
            except FileNotFoundError:
                continue  # another process removed the folder, which was empty, between two steps
            except OSError as error:
                # On Windows a file that another process reads cannot be replaced: it is there already.
                if not self.has(series, place):
                    self._give_up(error)
                    return False
            return True
        return False

    def drop(self, series: str, place: Place) -> None:
        """Remove a window."""
        with suppress(OSError):
            self._path(series, place).unlink()

    def _path(self, series: str, place: Place) -> Path:
        return self._folder / series / f"{place.name}{SUFFIX}"

    def _write(self, path: Path, series: str, place: Place, arrays: Arrays) -> None:
        # Embeddings tell about the picture: other users of the computer need not read them.
        self._folder.parent.mkdir(parents=True, exist_ok=True)
        self._folder.mkdir(mode=0o700, exist_ok=True)
        path.parent.mkdir(exist_ok=True)
        part = path.with_name(f"{path.name}.{os.getpid()}-{next(self._numbers)}{_PART}")
        try:
            with part.open("xb") as file:
                write_embedding(file, series, place, arrays)
            os.replace(part, path)
        except BaseException:
            with suppress(OSError):
                part.unlink()
            raise

    def _make_room(self, size: int) -> None:
        """Remove the least recently used windows until ``size`` bytes more are within the limit."""
        if size > self._room:
            kept = sorted(self._kept(), key=lambda file: file.used_ns)
            used = sum(file.size for file in kept)
            for file in kept:
                if used + size <= self.limit:
                    break
                used -= file.size
                with suppress(OSError):
                    os.unlink(file.path)
                # The folder of a series goes with its last window.
                with suppress(OSError):
                    os.rmdir(os.path.dirname(file.path))
            self._room = max(size, min(self.limit - used, self.limit // _UNCOUNTED_SHARE))
        self._room -= size

    def _kept(self) -> Iterator[_Kept]:
        """All windows and parts; parts that nobody writes any more are removed."""
        abandoned_ns = time.time_ns() - int(_PART_LIVES_S * 1e9)
        for series in _entries(self._folder):
            for file in _entries(Path(series.path)):
                try:
                    stat = file.stat()
                except OSError:
                    continue
                if file.name.endswith(_PART) and stat.st_mtime_ns < abandoned_ns:
                    with suppress(OSError):
                        os.unlink(file.path)
                elif file.name.endswith((SUFFIX, _PART)):
                    yield _Kept(stat.st_mtime_ns, stat.st_size, file.path)

    def _give_up(self, error: OSError) -> None:
        self._writes = False
        self._warn(
            f"Encoded windows cannot be kept in {self._folder}: {error.strerror or error}. Everything else "
            "works, but they will be encoded again next time; make room on that disk, or make the folder "
            "writable."
        )


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:
        return []
