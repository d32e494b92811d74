"""The journal of a run on disk: one SQLite file, one transaction per tile.

SQLite's write-ahead log with ``synchronous=FULL`` is synced once per transaction: what ``write`` has
returned from survives a power cut as well as a kill. ``NORMAL`` would be faster by that one sync, but
a power cut would take all tiles since the last checkpoint. With ``locking_mode=EXCLUSIVE``, set before
the log is opened, SQLite needs no shared memory, which network drives do not have.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_APPLICATION = 0x53324A4C  # SQLite's own way to tell one kind of file from another: "S2JL"
_FORMAT = 1

_SCHEMA = f"""
BEGIN;
PRAGMA application_id = {_APPLICATION};
PRAGMA user_version = {_FORMAT};
CREATE TABLE run (raster TEXT, output TEXT, facts TEXT, tiles INTEGER, started TEXT);
CREATE TABLE results (stage TEXT, tile INTEGER, crc INTEGER, result BLOB, PRIMARY KEY (stage, tile));
"""

Place = tuple[str, int]
"""A stage of the run and the index of a tile."""


class Unreadable(Exception):
    """The file is no journal, or not a whole one; the reason follows a colon."""


@dataclass(frozen=True)
class JournalHead:
    """Which run it is of. ``facts`` are those of a ``RunIdentity``, ``tiles`` their number in all,
    ``started`` the local time."""

    raster: str
    output: str
    facts: Mapping[str, Any]
    tiles: int
    started: str


class JournalFile:
    """An open journal; ``close`` it. Every method raises sqlite3.Error where the disk fails, or where
    another program has the file."""

    def __init__(self, database: sqlite3.Connection, head: JournalHead, places: set[Place]) -> None:
        self._database = database
        self.head = head
        self.places = places
        """Whose results are in it."""

    @classmethod
    def create(cls, path: Path, head: JournalHead) -> JournalFile:
        """Make a new one; ``path`` must not exist."""
        with ExitStack() as stack:
            database = stack.enter_context(closing(_connected(path)))
            database.executescript(_SCHEMA)
            values = (head.raster, head.output, json.dumps(head.facts), head.tiles, head.started)
            database.execute("INSERT INTO run VALUES (?, ?, ?, ?, ?)", values)
            database.execute("COMMIT")
            stack.pop_all()
        return cls(database, head, set())

    @classmethod
    def open(cls, path: Path) -> JournalFile:
        """Open an existing one. Results that are damaged are dropped from it.

        Raises:
            Unreadable: if it is not one, of another version, or damaged beyond single results.
        """
        with _blaming_the_file(), ExitStack() as stack:
            database = stack.enter_context(closing(_connected(path)))
            file = cls(database, _head(database), _sound_places(database))
            stack.pop_all()
            return file

    @classmethod
    def peek(cls, path: Path) -> tuple[JournalHead, int]:
        """The head of an existing one, and how many results it holds, without reading them.

        Raises:
            Unreadable: as ``open`` does.
        """
        with _blaming_the_file(), closing(_connected(path)) as database:
            head = _head(database)
            [count] = database.execute("SELECT count(*) FROM results").fetchone()
            return head, int(count)

    def read(self, place: Place) -> bytes:
        """A result that is in it."""
        query = "SELECT result FROM results WHERE stage = ? AND tile = ?"
        [result] = self._database.execute(query, place).fetchone()
        return bytes(result)

    def write(self, place: Place, result: bytes) -> None:
        """Keep a result, in the place of an older one; it is on the disk on return."""
        self._database.execute(
            "REPLACE INTO results VALUES (?, ?, ?, ?)", (*place, zlib.crc32(result), result)
        )
        self.places.add(place)

    def rename_output(self, output: str) -> None:
        """The run goes on to another output."""
        self._database.execute("UPDATE run SET output = ?", (output,))

    def close(self) -> None:
        """Let go of the file; nothing is lost without."""
        self._database.close()


@contextmanager
def _blaming_the_file() -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError:  # the disk is to blame, or another program
        raise
    except (sqlite3.DatabaseError, ValueError, TypeError) as error:
        raise Unreadable(str(error)) from error


def _connected(path: Path) -> sqlite3.Connection:
    with ExitStack() as stack:
        database = stack.enter_context(closing(sqlite3.connect(path, timeout=2, isolation_level=None)))
        for setting in (
            "locking_mode = EXCLUSIVE",
            "journal_mode = WAL",
            "synchronous = FULL",
            "fullfsync = ON",  # macOS: fsync alone leaves the data in the drive's cache
        ):
            database.execute(f"PRAGMA {setting}").fetchone()
        stack.pop_all()
    return database


def _head(database: sqlite3.Connection) -> JournalHead:
    [application] = database.execute("PRAGMA application_id").fetchone()
    [version] = database.execute("PRAGMA user_version").fetchone()
    if application != _APPLICATION:
        raise Unreadable("it is not a journal of SAM 2 Toolbox")
    if version != _FORMAT:
        raise Unreadable(f"it is of version {version}; this plugin reads version {_FORMAT}")
    tables = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    if not {("run",), ("results",)} <= set(tables):
        raise Unreadable("it lacks a table")
    rows = database.execute("SELECT raster, output, facts, tiles, started FROM run").fetchall()
    if len(rows) != 1:
        raise Unreadable("it does not say which run it is of")
    raster, output, facts, tiles, started = rows[0]
    return JournalHead(str(raster), str(output), dict(json.loads(facts)), int(tiles), str(started))


def _sound_places(database: sqlite3.Connection) -> set[Place]:
    places: set[Place] = set()
    damaged: list[Place] = []
    for stage, tile, crc, result in database.execute("SELECT stage, tile, crc, result FROM results"):
        sound = isinstance(result, bytes) and zlib.crc32(result) == crc
        (places.add if sound else damaged.append)((stage, tile))
    for place in damaged:
        database.execute("DELETE FROM results WHERE stage = ? AND tile = ?", place)
    return places
