"""The journal of a run: an interrupted run goes on where it was, and finds the same objects.

Every tile's result is kept before anything made from it leaves the worker, in a folder named by what
decides the result (``run_identity.py``). The folder stays until the caller says that all is well
(``api/run_folder.forget``), for its output may fail later than the worker ends, or until it is old.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Protocol

from ..api.errors import Code, EngineError
from ..api.run_folder import RunFolder, RunGoesOn, runs_folder, take
from ..progress import Report
from ..seams.tile_masks import signed_logits
from ..tiles.tile_packing import pack_result, unpack_result
from ..tiles.tile_stage import TileResult, TileResults
from ..tiles.tiling import Tile
from .journal_file import JournalFile, JournalHead, Unreadable
from .run_identity import RunIdentity
from .run_pruning import prune_runs

JOURNAL = "journal.sqlite"
UNREADABLE = "unreadable.sqlite"

_MOST_DIFFERENCES_SAID = 5


class Journal(Protocol):
    """What ``open_journal`` gives. ``key`` names the run's folder, "" where there is none."""

    @property
    def key(self) -> str:
        """See above."""
        ...

    def continued(self, tiles: Sequence[Tile], source: TileResults, stage: str = "") -> Iterator[TileResult]:
        """The results of ``tiles`` in their order: those kept, and from ``source`` those missing.

        What comes from ``source`` is kept before it is handed on. ``stage`` tells apart what a run
        does more than once with tiles of the same numbers.

        Raises:
            EngineError: OUTPUT_FAILED if a result cannot be kept.
            Cancelled: if the caller asked to stop meanwhile.
        """
        ...

    def finish(self) -> None:
        """All results have been used."""
        ...


@contextmanager
def open_journal(identity: RunIdentity, tile_count: int, resume: bool, report: Report) -> Iterator[Journal]:
    """The journal of a run of ``tile_count`` tiles.

    With ``resume`` what an interrupted run with the same identity has left is used. Without, all
    results are made anew, but those left stay until new ones take their places: whoever notices late
    that RESUME was meant can stop and set it. A run of one tile keeps no journal, and neither does
    one whose folder cannot be used or is in use, which is said.

    Raises:
        EngineError: with ``resume``, BAD_PARAMETER where the run to go on with was made otherwise,
            saying what differs, or goes on elsewhere; OUTPUT_FAILED where its folder cannot be used.
    """
    journal = _journal(identity, tile_count, resume, report) if tile_count > 1 else None
    if journal is None:
        yield _NoJournal()
        return
    try:
        yield journal
    except EngineError:
        journal.say_what_is_kept()
        raise
    finally:
        journal.close()


class TileJournal:
    """An open journal; see ``Journal``."""

    def __init__(self, folder: RunFolder, file: JournalFile, resume: bool, report: Report) -> None:
        self._folder = folder
        self._file = file
        self._reused = set(file.places) if resume else set()
        self._report = report

    @property
    def key(self) -> str:
        """See ``Journal``."""
        return self._folder.path.name

    def continued(self, tiles: Sequence[Tile], source: TileResults, stage: str = "") -> Iterator[TileResult]:
        """See ``Journal``."""
        fresh = source([tile for tile in tiles if (stage, tile.index) not in self._reused])
        for tile in tiles:
            if (stage, tile.index) in self._reused:
                self._report.check_cancelled()
                yield self._kept(tile, stage)
            else:
                result = next(fresh)
                self._keep(result, stage)
                yield result

    def finish(self) -> None:
        """See ``Journal``."""
        with suppress(OSError):
            self._folder.finish()

    def close(self) -> None:
        """Let others use it."""
        with suppress(sqlite3.Error):  # at worst the log is not folded into the file yet
            self._file.close()
        self._folder.release()

    def say_what_is_kept(self) -> None:
        """After a failure: that the work is not lost."""
        done = _done(self._file)
        if not done:
            return
        with suppress(OSError):  # the folder's own drive may be what failed
            self._report.log(
                f"{done} of {self._file.head.tiles} tiles are kept in {self._folder.path} "
                f"({self._folder.size / 1e6:.1f} MB). Run it again with RESUME to go on from there."
            )

    def _keep(self, result: TileResult, stage: str) -> None:
        packed = pack_result(_as_used(result))
        try:
            self._file.write((stage, result.tile.index), packed)
        except sqlite3.Error as error:
            raise self._failure("written", "Make room on that disk, then", error) from error

    def _kept(self, tile: Tile, stage: str) -> TileResult:
        try:
            packed = self._file.read((stage, tile.index))
        except sqlite3.Error as error:
            raise self._failure("read", "Check that disk, then", error) from error
        return unpack_result(tile, packed)

    def _failure(self, done: str, cure: str, error: sqlite3.Error) -> EngineError:
        return EngineError(
            Code.OUTPUT_FAILED,
            f"The journal of the run in {self._folder.path} cannot be {done}: {error}. {cure} run it again "
            "with RESUME.",
            repr(error),
        )


def _as_used(result: TileResult) -> TileResult:
    """The result with its logits as seams and outlines use them: limited, they take less than half."""
    masks = [
        mask if mask.logits is None else replace(mask, logits=signed_logits(mask.bits, mask.logits))
        for mask in result.masks
    ]
    return replace(result, masks=tuple(masks))


class _NoJournal:
    """What a run has that cannot be continued."""

    key = ""

    def continued(self, tiles: Sequence[Tile], source: TileResults, stage: str = "") -> Iterator[TileResult]:
        return source(tiles)

    def finish(self) -> None:
        return None


def _journal(identity: RunIdentity, tile_count: int, resume: bool, report: Report) -> TileJournal | None:
    """None where the run must do without."""
    path = runs_folder() / identity.key
    is_known = (path / JOURNAL).exists()
    if resume and not is_known:
        _refuse_other(identity)
    try:
        folder = take(path)
        try:
            prune_runs(runs_folder(), keep=path)
            file = _file(folder, identity, tile_count, report)
            _say_where_it_starts(file, resume, report)
            folder.unfinish()
            return TileJournal(folder, file, resume, report)
        except BaseException:
            if is_known:
                folder.release()
            else:
                folder.remove()
            raise
    except RunGoesOn as other:
        if resume:
            raise EngineError(
                Code.BAD_PARAMETER,
                f"The run to continue still goes on ({other.owner}). Wait for its end or stop it, or leave "
                "RESUME off to make another run of it.",
            ) from other
        report.log(f"The same run goes on elsewhere ({other.owner}); this one keeps no journal.", "warning")
    except (OSError, sqlite3.Error) as error:
        reason = getattr(error, "strerror", None) or str(error)
        if resume and is_known:
            raise EngineError(
                Code.OUTPUT_FAILED,
                f"The journal of the interrupted run in {path} cannot be used: {reason}. Make it readable "
                "and writable, with space on its disk, or leave RESUME off to start anew.",
                repr(error),
            ) from error
        report.log(
            f"The run keeps no journal and cannot be continued if it is interrupted: {path} cannot be "
            f"used ({reason}).",
            "warning",
        )
    return None


def _file(folder: RunFolder, identity: RunIdentity, tile_count: int, report: Report) -> JournalFile:
    """The folder's journal, a new one where there is none that can be read."""
    path = folder.path / JOURNAL
    if path.exists():
        try:
            file = JournalFile.open(path)
            file.rename_output(identity.output)
            return file
        except Unreadable as unreadable:
            _set_aside(folder.path)
            report.log(
                f"The journal of an interrupted run, {path}, cannot be read: {unreadable}. The run starts "
                f"from its first tile; what is left of the journal is now called {UNREADABLE}.",
                "warning",
            )
    started = datetime.now().isoformat(" ", "seconds")
    head = JournalHead(identity.raster, identity.output, identity.facts, tile_count, started)
    return JournalFile.create(path, head)


def _set_aside(folder: Path) -> None:
    (folder / JOURNAL).replace(folder / UNREADABLE)
    for suffix in ("-wal", "-shm", "-journal"):
        folder.joinpath(JOURNAL + suffix).unlink(missing_ok=True)


def _done(file: JournalFile) -> int:
    """How many of the run's tiles are in it."""
    return sum(stage == "" for stage, _ in file.places)


def _say_where_it_starts(file: JournalFile, resume: bool, report: Report) -> None:
    done = _done(file)
    if resume and done:
        report.log(f"Continues the run of {file.head.started}: {done} of {file.head.tiles} tiles are done.")
    elif resume:
        report.log("There is no interrupted run of this raster with these settings; this one starts anew.")
    elif done:
        report.log(
            f"An interrupted run of this raster with these settings has done {done} of {file.head.tiles} "
            "tiles; with RESUME they would not be segmented again."
        )


def _refuse_other(identity: RunIdentity) -> None:
    """Refuse to resume where the interrupted run from the same raster to the same output was another."""
    others = [head for head in _heads() if (head.raster, head.output) == (identity.raster, identity.output)]
    if not others:
        return
    latest = max(others, key=lambda head: head.started)
    differences = identity.differences(latest.facts)
    said = "; ".join(differences[:_MOST_DIFFERENCES_SAID])
    if len(differences) > _MOST_DIFFERENCES_SAID:
        said += "; and more"
    raise EngineError(
        Code.BAD_PARAMETER,
        f"RESUME cannot continue the run of {latest.started} with {identity.raster}: {said}. Go back to what "
        "it was, or leave RESUME off to start anew.",
    )


def _heads() -> Iterator[JournalHead]:
    """Of the interrupted runs that have done something and do not go on."""
    for path in sorted(runs_folder().glob(f"*/{JOURNAL}")):
        with suppress(RunGoesOn, OSError, sqlite3.Error, Unreadable):
            folder = take(path.parent)
            try:
                head, count = JournalFile.peek(path)
                if count and not folder.is_finished:
                    yield head
            finally:
                folder.release()
