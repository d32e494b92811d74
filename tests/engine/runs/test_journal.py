"""The journal by itself: what it keeps, what it gives back, what it refuses."""

import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from sam2_toolbox.engine.api.errors import Cancelled, Code, EngineError
from sam2_toolbox.engine.api.run_folder import RunGoesOn, forget, runs_folder, take
from sam2_toolbox.engine.masks import Mask
from sam2_toolbox.engine.runs.journal import JOURNAL, UNREADABLE, open_journal
from sam2_toolbox.engine.runs.run_identity import RunIdentity
from sam2_toolbox.engine.runs.run_pruning import DAY_S, prune_runs
from sam2_toolbox.engine.tiles.tile_packing import pack_result
from sam2_toolbox.engine.tiles.tile_stage import TileResult
from sam2_toolbox.engine.tiles.tiling import Window, plan_tiles

TILES = plan_tiles(Window(0, 0, 220, 170), 64, 16)
FACTS = {"the raster": "field.tif", "POINTS_PER_SIDE": 32, "what the raster shows": "sha256:12"}
IDENTITY = RunIdentity("field.tif", "objects.gpkg", FACTS)
needs_posix = pytest.mark.skipif(os.name != "posix", reason="limits and signals")


class Heard:
    def __init__(self):
        self.logs = []
        self.cancelled = False

    def log(self, text, level="info"):
        self.logs.append((level, text))

    def check_cancelled(self):
        if self.cancelled:
            raise Cancelled


class Source:
    """A ``TileResults`` that remembers what it was asked for."""

    def __init__(self, salt=0, fail_at=None, bits_per_tile=400):
        self.asked, self.done = [], []
        self.salt, self.fail_at, self.bits_per_tile = salt, fail_at, bits_per_tile

    def __call__(self, tiles):
        self.asked.append([tile.index for tile in tiles])
        for tile in tiles:
            if tile.index == self.fail_at:
                raise EngineError(Code.BAD_RASTER, "The raster is gone.")
            self.done.append(tile.index)
            yield result_of(tile, self.salt, self.bits_per_tile)


def result_of(tile, salt=0, count=400):
    rng = np.random.default_rng((tile.index, salt))
    bits = rng.random((20, count // 20)) < 0.5
    return TileResult(tile, None, (Mask(1, 2, bits, 0.5, 0.9, (3.0, 4.0)),))


def packed(results):
    return [(result.tile.index, pack_result(result)) for result in results]


UNBROKEN = packed(result_of(tile) for tile in TILES)


def go(source, resume=False, identity=IDENTITY, heard=None, tiles=TILES):
    heard = heard or Heard()
    with open_journal(identity, len(tiles), resume, heard) as journal:
        results = packed(journal.continued(tiles, source))
        journal.finish()
    return results, heard, journal.key


def interrupt(after, identity=IDENTITY, salt=0):
    heard = Heard()
    with pytest.raises(EngineError, match="gone"):
        go(Source(salt, fail_at=after), identity=identity, heard=heard)
    return heard


def journal_path(identity=IDENTITY):
    return runs_folder() / identity.key / JOURNAL


# Going on


@pytest.mark.parametrize("after", [0, 1, 7, len(TILES) - 1])
def test_what_is_missing_is_made_and_what_is_there_is_not(after):
    interrupt(after)
    source = Source(salt=0)
    results, heard, _ = go(source, resume=True)
    assert results == UNBROKEN
    assert source.asked == [[tile.index for tile in TILES[after:]]]
    expected = f"{after} of {len(TILES)} tiles are done" if after else "no interrupted run"
    assert expected in heard.logs[0][1]


def test_a_result_is_kept_before_it_is_handed_on():
    with open_journal(IDENTITY, len(TILES), False, Heard()) as journal:
        results = journal.continued(TILES, Source())
        next(results)
        next(results)
        copy = journal_path().parent.with_name("copy")
        shutil.copytree(journal_path().parent, copy)
    with closing(sqlite3.connect(copy / JOURNAL)) as database:
        assert database.execute("SELECT count(*) FROM results").fetchone() == (2,)


def test_what_the_failure_leaves_is_said():
    assert f"5 of {len(TILES)} tiles are kept in {runs_folder()}" in interrupt(5).logs[-1][1]
    assert "RESUME" in interrupt(5).logs[-1][1]


def test_without_resume_all_is_made_anew_but_nothing_is_lost():
    interrupt(9)
    heard = interrupt(3, salt=1)  # the user sees what RESUME would have saved, and stops
    assert any(f"9 of {len(TILES)} tiles; with RESUME" in text for _, text in heard.logs)
    source = Source()
    results, _, _ = go(source, resume=True)
    assert source.asked == [[tile.index for tile in TILES[9:]]]
    assert results[:3] == packed(result_of(tile, 1) for tile in TILES[:3])
    assert results[3:] == UNBROKEN[3:]


def test_a_finished_run_stays_until_it_is_forgotten():
    _, _, key = go(Source())
    source = Source()
    assert go(source, resume=True)[0] == UNBROKEN  # its output may have failed
    assert source.done == []
    forget(key)
    assert list(runs_folder().iterdir()) == []


def test_a_cancel_is_heard_among_kept_results():
    interrupt(9)
    heard = Heard()
    with open_journal(IDENTITY, len(TILES), True, heard) as journal:
        results = journal.continued(TILES, Source())
        next(results)
        heard.cancelled = True
        with pytest.raises(Cancelled):
            next(results)


def test_one_tile_needs_no_journal():
    tiles = plan_tiles(Window(0, 0, 60, 60), 64, 16)
    assert len(go(Source(), tiles=tiles)[0]) == 1
    assert not runs_folder().exists()


def test_the_same_tiles_in_two_stages_do_not_meet():
    with open_journal(IDENTITY, len(TILES), False, Heard()) as journal:
        list(journal.continued(TILES, Source()))
        with pytest.raises(EngineError, match="gone"):
            list(journal.continued(TILES, Source(salt=1, fail_at=4), stage="gaps"))
    first, second = Source(), Source(salt=1)
    with open_journal(IDENTITY, len(TILES), True, Heard()) as journal:
        assert packed(journal.continued(TILES, first)) == UNBROKEN
        gaps = packed(journal.continued(TILES, second, stage="gaps"))
    assert gaps == packed(result_of(tile, 1) for tile in TILES)
    assert (first.done, second.asked) == ([], [[tile.index for tile in TILES[4:]]])


# Refusing


def changed(**facts):
    return RunIdentity(IDENTITY.raster, IDENTITY.output, {**FACTS, **facts})


def test_other_settings_are_refused_with_what_differs():
    interrupt(4)
    other = changed(**{"POINTS_PER_SIDE": 16, "what the raster shows": "sha256:99", "EXTENT": [1.5, 2, 3, 4]})
    with pytest.raises(EngineError) as refused:
        go(Source(), resume=True, identity=other)
    message = refused.value.message
    assert refused.value.code is Code.BAD_PARAMETER
    assert "POINTS_PER_SIDE was 32 and is now 16; " in message
    assert "what the raster shows is not the same; " in message
    assert "EXTENT was not set and is now 1.5 2 3 4." in message
    assert "sha256" not in message
    assert go(Source(), resume=True)[0] == UNBROKEN  # what was refused has harmed nothing


def test_other_settings_without_resume_make_a_run_of_their_own():
    interrupt(4)
    assert go(Source(), identity=changed(POINTS_PER_SIDE=16))[0] == UNBROKEN
    source = Source()
    go(source, resume=True)
    assert source.asked == [[tile.index for tile in TILES[4:]]]


def test_a_run_to_another_output_is_not_meant():
    """Of many runs on one raster in a batch one was interrupted; all are started again with RESUME."""
    interrupt(4)
    other = RunIdentity(IDENTITY.raster, "others.gpkg", {**FACTS, "POINTS_PER_SIDE": 16})
    assert go(Source(), resume=True, identity=other)[0] == UNBROKEN


def test_the_same_run_goes_on_to_another_output():
    interrupt(4)
    source = Source()
    go(source, resume=True, identity=RunIdentity(IDENTITY.raster, "others.gpkg", FACTS))
    assert source.asked == [[tile.index for tile in TILES[4:]]]


def test_a_run_that_goes_on_elsewhere_is_not_continued_and_not_disturbed():
    with open_journal(IDENTITY, len(TILES), False, Heard()) as journal:
        results = journal.continued(TILES, Source())
        first = [next(results) for _ in range(3)]
        with pytest.raises(EngineError, match=rf"still goes on \(process {os.getpid()} on .*RESUME off"):
            go(Source(), resume=True)
        other, heard, key = go(Source())
        assert (other, key) == (UNBROKEN, "")
        assert any("keeps no journal" in text for _, text in heard.logs)
        assert packed(first) + packed(results) == UNBROKEN


# Damage


def break_empty(path):
    path.write_bytes(b"")


def break_garbage(path):
    path.write_bytes(bytes(range(256)) * 64)


def break_header(path):
    with path.open("r+b") as file:
        file.write(b"not SQLite at all")


def break_truncated(path):
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2 + 100)


def break_overwritten(path):
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xaa" * (size - 4096))


def change(statement):
    def apply(path):
        with closing(sqlite3.connect(path)) as database:
            database.executescript(statement)

    return apply


BREAKS = {
    "empty": break_empty,
    "garbage": break_garbage,
    "header": break_header,
    "truncated": break_truncated,
    "overwritten": break_overwritten,
    "another version": change("PRAGMA user_version = 99"),
    "another program": change("PRAGMA application_id = 7"),
    "no results": change("DROP TABLE results"),
    "no run": change("DELETE FROM run"),
    "no JSON": change("UPDATE run SET facts = '{'"),
    "odd numbers": change("UPDATE run SET tiles = 'x'"),
}


@pytest.mark.parametrize("resume", [False, True])
@pytest.mark.parametrize("name", BREAKS)
def test_a_broken_journal_costs_its_tiles_but_not_the_run(name, resume):
    interrupt(9)
    BREAKS[name](journal_path())
    for leftover in journal_path().parent.glob("*-wal"):
        leftover.unlink()
    results, heard, _ = go(Source(), resume=resume)
    assert results == UNBROKEN
    [warning] = [text for level, text in heard.logs if level == "warning"]
    assert f"{journal_path()}, cannot be read" in warning
    assert journal_path().with_name(UNREADABLE).exists()
    source = Source()
    assert go(source, resume=True)[0] == UNBROKEN
    assert source.done == []


def test_a_damaged_result_is_made_again():
    interrupt(9)
    change("UPDATE results SET result = zeroblob(50) WHERE tile IN (2, 5)")(journal_path())
    source = Source()
    results, heard, _ = go(source, resume=True)
    assert results == UNBROKEN
    assert source.asked == [[2, 5, *(tile.index for tile in TILES[9:])]]
    assert f"7 of {len(TILES)} tiles are done" in heard.logs[0][1]


def test_a_journal_another_program_looks_into_is_not_given_up():
    interrupt(9)
    with closing(sqlite3.connect(journal_path(), isolation_level=None)) as viewer:
        viewer.execute("BEGIN IMMEDIATE")
        with pytest.raises(EngineError, match="locked"):
            go(Source(), resume=True)
        assert go(Source())[0] == UNBROKEN
    source = Source()
    go(source, resume=True)
    assert source.asked == [[tile.index for tile in TILES[9:]]]


def test_a_broken_journal_of_another_run_is_no_obstacle():
    interrupt(4)
    break_garbage(journal_path())
    assert go(Source(), resume=True, identity=changed(POINTS_PER_SIDE=16))[0] == UNBROKEN


def test_a_folder_that_cannot_be_made_is_said_and_the_run_goes_on(data_folder):
    runs_folder().write_text("in the way")
    results, heard, key = go(Source())
    assert (results, key) == (UNBROKEN, "")
    [(level, text)] = heard.logs
    assert level == "warning"
    assert "keeps no journal" in text
    assert str(runs_folder()) in text


def test_a_folder_that_became_unusable_is_refused_if_work_is_in_it():
    interrupt(4)
    lock = journal_path().with_name("lock")
    lock.unlink()
    lock.mkdir()
    with pytest.raises(EngineError, match=r"cannot be used.*RESUME off") as refused:
        go(Source(), resume=True)
    assert refused.value.code is Code.OUTPUT_FAILED


# A full disk


def fails_for_want_of_space(source):
    with pytest.raises(EngineError) as failed:
        go(source)
    assert failed.value.code is Code.OUTPUT_FAILED
    assert str(journal_path().parent) in failed.value.message
    assert "Make room" in failed.value.message
    kept = source.done[:-1]
    assert 0 < len(kept) < len(TILES)
    return kept


BIG = 400_000  # pixels of a tile's one mask, random: some 50 KB


@needs_posix
def test_a_file_that_may_not_grow_ends_the_run_in_a_sentence_and_keeps_the_tiles():
    source = Source(bits_per_tile=BIG)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, limits[1]))
    try:
        kept = fails_for_want_of_space(source)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, ignored)
    goes_on_after(kept)


@pytest.fixture
def small_disk(tmp_path, monkeypatch):
    """The data folder on a disk of 1 MB."""
    disk = tmp_path / "small disk"
    disk.mkdir()
    mounted = (
        shutil.which("mount")
        and not subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)], capture_output=True, check=False
        ).returncode
    )
    if not mounted:
        pytest.skip("only root may mount a small disk")
    monkeypatch.setenv("SAM2_TOOLBOX_HOME", str(disk))
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


def test_a_full_disk_ends_the_run_in_a_sentence_and_keeps_the_tiles(small_disk):
    ballast = small_disk / "ballast"
    ballast.write_bytes(bytes(500_000))
    kept = fails_for_want_of_space(Source(bits_per_tile=BIG))
    ballast.unlink()
    goes_on_after(kept, tiles=TILES[: len(kept) + 2])


def test_a_disk_that_is_full_from_the_start_is_no_obstacle(small_disk):
    (small_disk / "ballast").write_bytes(bytes((1 << 20) - 8192))
    results, heard, key = go(Source())
    assert (results, key) == (UNBROKEN, "")
    assert "keeps no journal" in heard.logs[0][1]


def goes_on_after(kept, tiles=TILES):
    source = Source(bits_per_tile=BIG)
    with open_journal(IDENTITY, len(TILES), True, Heard()) as journal:
        results = packed(journal.continued(tiles, source))
    assert source.asked == [[tile.index for tile in tiles[len(kept) :]]]
    assert results == packed(result_of(tile, 0, BIG) for tile in tiles)


# A killed process

KEEP_ALL = """
import runpy, sys
runpy.run_path(sys.argv[1])
from sam2_toolbox.tests.engine.runs import test_journal as t
with t.open_journal(t.IDENTITY, len(t.TILES), False, t.Heard()) as journal:
    for result in journal.continued(t.TILES, t.Source()):
        print(result.tile.index, flush=True)
        if result.tile.index == 6:
            sys.stdin.read()
"""


def test_what_a_killed_process_has_told_of_is_there():
    conftest = Path(__file__).parents[2] / "conftest.py"
    command = [sys.executable, "-c", KEEP_ALL, str(conftest)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        while process.stdout.readline() != "6\n":
            assert process.poll() is None
        with pytest.raises(RunGoesOn):
            take(journal_path().parent)
        process.kill()
    source = Source()
    assert go(source, resume=True)[0] == UNBROKEN
    assert source.asked == [[tile.index for tile in TILES[7:]]]


# Forgetting


def old_run(name, age_s, size=10, finished=False):
    folder = take(runs_folder() / name)
    (folder.path / JOURNAL).write_bytes(bytes(size))
    if finished:
        folder.finish()
    for entry in folder.path.iterdir():
        os.utime(entry, (time.time() - age_s,) * 2)
    return folder


def test_old_runs_go_and_those_that_go_on_stay():
    for name, days, finished in (("a1", 29, False), ("a2", 31, False), ("a3", 2, True), ("a4", 0.5, True)):
        old_run(name, days * DAY_S, finished=finished).release()
    live = old_run("a5", 90 * DAY_S)
    old_run("own", 90 * DAY_S).release()
    (runs_folder() / "a file").write_text("not a run")
    prune_runs(runs_folder(), keep=runs_folder() / "own")
    live.release()
    assert sorted(path.name for path in runs_folder().iterdir()) == ["a file", "a1", "a4", "a5", "own"]


def test_above_the_limit_the_oldest_go_first():
    for number in range(5):
        old_run(f"a{number}", (10 - number) * DAY_S, size=1000).release()
    prune_runs(runs_folder(), keep=runs_folder() / "none", most_bytes=2500)
    assert sorted(path.name for path in runs_folder().iterdir()) == ["a3", "a4"]


def test_looking_at_a_run_makes_it_no_younger():
    interrupt(4)
    path = journal_path().parent
    for entry in path.iterdir():
        os.utime(entry, (time.time() - 29 * DAY_S,) * 2)
    with pytest.raises(EngineError, match="RESUME cannot continue"):
        go(Source(), resume=True, identity=changed(POINTS_PER_SIDE=16))
    ages = [time.time() - entry.stat().st_mtime for entry in path.iterdir() if entry.name != "lock"]
    assert min(ages) > 28 * DAY_S
