"""The cache on disk: whole files or none, foreign ones removed, the oldest first out, many processes."""

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
from sam2_toolbox.engine.embeddings.embedding_cache import FOLDER, EmbeddingCache
from sam2_toolbox.engine.embeddings.embedding_file import Place, size_of
from sam2_toolbox.engine.tiles.tiling import Window

ROOT = Path(__file__).resolve().parents[3]
SERIES = "0123456789abcdef"
BIG = 1 << 40
EACH = size_of({"a": np.zeros((4, 1000), np.float32)})

on_posix = pytest.mark.skipif(os.name != "posix", reason="signals and limits of processes")


def place(number=0):
    return Place(900, 800, Window(number, 7, 64, 32))


def arrays(number=0):
    return {
        "embedding": np.arange(24, dtype=np.float32).reshape(1, 2, 3, 4) + number,
        "valid": np.arange(5, dtype=np.uint8),
    }


def big(number=0):
    return {"a": np.full((4, 1000), number, np.float32)}


@pytest.fixture
def heard():
    return []


@pytest.fixture
def cache(tmp_path, heard):
    return EmbeddingCache(tmp_path / "cache", BIG, heard.append)


def file_of(cache, tmp_path, number=0):
    return tmp_path / "cache" / FOLDER / SERIES / f"{place(number).name}.window"


def equal(one, other):
    return one.keys() == other.keys() and all(
        one[name].dtype == other[name].dtype and np.array_equal(one[name], other[name]) for name in one
    )


def test_what_is_stored_comes_back_bit_for_bit(cache):
    odd = {"x": np.array([[np.nan, -0.0, np.inf, 1e-45]], np.float32)}
    assert cache.store(SERIES, place(), odd)
    assert cache.load(SERIES, place())["x"].tobytes() == odd["x"].tobytes()
    assert cache.store(SERIES, place(1), arrays())
    assert equal(cache.load(SERIES, place(1)), arrays())
    assert cache.load(SERIES, place(2)) is None
    assert cache.load("another", place()) is None
    assert sorted(found.name for found in cache.places(SERIES)) == [place(0).name, place(1).name]
    assert cache.places("another") == []


def test_a_place_is_told_by_its_name():
    for number in range(3):
        assert Place.named(place(number).name) == place(number)
    for name in (
        "",
        "a",
        "9x9_0_0_9x10",
        "9x9_1_0_9x9",
        "9x9_0_0_0x9",
        "9x9_-1_0_9x9",
        "9" * 20 + "x9_0_0_1x1",
    ):
        assert Place.named(name) is None


@pytest.mark.parametrize(
    "damage",
    [
        lambda whole: b"",
        lambda whole: whole[:10],
        lambda whole: whole[:-1],
        lambda whole: whole + b"\0",
        lambda whole: whole[:-3] + b"\1\2\3",
        lambda whole: b"PK\x03\x04" + whole,
        lambda whole: whole.replace(b"[1, 2, 3, 4]", b"[1, 2, 3, 5]"),
        lambda whole: whole.replace(b"[1, 2, 3, 4]", b"[4, 3, 2, -1]"),
        lambda whole: whole.replace(b"[1, 2, 3, 4]", b"[2, 3, 4, 999999999999]"),
        lambda whole: whole.replace(b"[1, 2, 3, 4]", b'["1", 2, 3, 1e400]'),
        lambda whole: whole.replace(b"float32", b"object"),
        lambda whole: whole.replace(SERIES.encode(), SERIES[::-1].encode()),
        lambda whole: whole.replace(place().name.encode(), place(1).name.encode()),
        lambda whole: whole[: whole.index(b"{")] + b"[" * 4000 + b"\n",
        lambda whole: whole[: whole.index(b"{")] + b"{}\n",
        lambda whole: whole[: whole.index(b"{")] + b"[]" * 9000,
        lambda whole: whole[: whole.index(b"{")] + b"\xff\n",
    ],
)
def test_a_file_that_is_not_what_it_should_be_is_removed(cache, tmp_path, damage, heard):
    cache.store(SERIES, place(), arrays())
    path = file_of(cache, tmp_path)
    whole = path.read_bytes()
    damaged = damage(whole)
    assert damaged != whole
    path.write_bytes(damaged)
    assert cache.load(SERIES, place()) is None
    assert not path.exists()
    assert cache.store(SERIES, place(), arrays())
    assert equal(cache.load(SERIES, place()), arrays())
    assert heard == []


def test_foreign_names_are_no_places(cache, tmp_path):
    cache.store(SERIES, place(), arrays())
    folder = file_of(cache, tmp_path).parent
    for name in ("notes.txt", "x.window", "..window", "9x9_0_0_9x9.window.1-0.part"):
        (folder / name).write_text("?")
    (folder / "9x9_0_0_9x9.window").mkdir()
    assert {found.name for found in cache.places(SERIES)} == {place().name, "9x9_0_0_9x9"}
    assert cache.load(SERIES, Place.named("9x9_0_0_9x9")) is None


def test_the_least_recently_used_goes_first(tmp_path, heard):
    cache = EmbeddingCache(tmp_path / "cache", 3 * EACH, heard.append)
    for number in range(3):
        assert cache.store(SERIES, place(number), big(number))
        _age(file_of(cache, tmp_path, number), 100 - number)
    assert cache.load(SERIES, place(0)) is not None  # used just now
    assert cache.store("other", place(3), big(3))
    assert {found.window.x for found in cache.places(SERIES)} == {0, 2}
    assert cache.has(SERIES, place(2))
    assert cache.store("other", place(4), big(4))
    assert {found.window.x for found in cache.places(SERIES)} == {2}
    assert {found.window.x for found in cache.places("other")} == {3, 4}


def test_the_limit_holds_over_all_series_and_what_cannot_fit_is_not_kept(tmp_path, heard):
    cache = EmbeddingCache(tmp_path / "cache", 4 * EACH, heard.append)
    for number in range(20):
        assert cache.store(f"series{number % 7}", place(number), big(number))
        kept = [path.stat().st_size for path in (tmp_path / "cache").rglob("*.window")]
        assert 1 <= len(kept) <= 4
        assert sum(kept) <= 4 * EACH
    assert len(kept) == 4
    assert not cache.store(SERIES, place(), {"a": np.zeros(5 * EACH // 4, np.float32)})
    # A series without windows leaves no folder.
    assert all(any(folder.iterdir()) for folder in (tmp_path / "cache" / FOLDER).iterdir())


def test_a_limit_of_nothing_keeps_nothing(tmp_path, heard):
    cache = EmbeddingCache(tmp_path / "cache", 0, heard.append)
    assert not cache.store(SERIES, place(), arrays())
    assert not (tmp_path / "cache").exists()
    assert heard == []


def test_a_full_disk_is_told_once_and_reading_goes_on(cache, tmp_path, heard, monkeypatch):
    cache.store(SERIES, place(), arrays())

    def full(*_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as broken:
        broken.setattr(os, "replace", full)
        assert not cache.store(SERIES, place(1), arrays(1))
    assert not cache.store(SERIES, place(2), arrays(2))
    assert len(heard) == 1
    assert "No space left" in heard[0]
    assert str(tmp_path) in heard[0]
    assert equal(cache.load(SERIES, place()), arrays())
    assert [path.name for path in file_of(cache, tmp_path).parent.iterdir()] == [f"{place().name}.window"]


def test_a_folder_that_cannot_be_made_is_told_once(tmp_path, heard):
    (tmp_path / "cache").write_text("a file where the folder should be")
    cache = EmbeddingCache(tmp_path / "cache", BIG, heard.append)
    for number in range(3):
        assert not cache.store(SERIES, place(number), arrays())
        assert cache.load(SERIES, place(number)) is None
    assert cache.places(SERIES) == []
    assert len(heard) == 1


@on_posix
def test_a_write_that_stops_half_way_leaves_nothing(tmp_path):
    """A real process whose files may not grow beyond a few bytes."""
    script = """
import resource, signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000))
print(cache.store(SERIES, place(0), big(0)), cache.store(SERIES, place(1), small()), len(heard))
"""
    assert child(tmp_path, script).stdout.split() == ["False", "False", "1"]
    assert not list(tmp_path.rglob("*.window"))
    assert not list(tmp_path.rglob("*.part"))


@on_posix
def test_a_process_killed_while_writing_leaves_only_a_part(cache, tmp_path):
    script = """
import os, signal, sys
import sam2_toolbox.engine.embeddings.embedding_cache as module
write = module.write_embedding
def stop(file, *rest):
    write(file, *rest)
    file.flush()
    os.kill(os.getpid(), signal.SIGKILL)
module.write_embedding = stop
cache.store(SERIES, place(0), big(0))
"""
    assert child(tmp_path, script).returncode == -signal.SIGKILL
    (part,) = tmp_path.rglob("*.part")
    assert cache.load(SERIES, place()) is None
    assert cache.places(SERIES) == []
    # Another process may still be at it: a young part stays, an old one goes.
    assert cache.store(SERIES, place(1), big(1))
    assert part.exists()
    _age(part, 2 * 3600)
    fresh = EmbeddingCache(tmp_path / "cache", BIG, lambda _: None)
    assert fresh.store(SERIES, place(2), big(2))
    assert not part.exists()


def test_two_processes_use_one_cache_at_once(tmp_path):
    """Both store, read and push each other's windows out, with room for five; no reading is ever wrong."""
    script = """
import random, sys
random.seed(int(sys.argv[2]))
right = 0
for _ in range(400):
    number = random.randrange(12)
    found = cache.load(SERIES, place(number))
    if found is None:
        assert cache.store(SERIES, place(number), big(number)), heard
    else:
        assert (found["a"] == number).all()
        right += 1
    cache.places(SERIES)
    if random.random() < 0.1:
        cache.drop(SERIES, place(random.randrange(12)))
print(right, heard)
"""
    running = [start(tmp_path, script, str(seed), limit=5 * EACH) for seed in (1, 2)]
    for process in running:
        out, err = process.communicate(timeout=120)
        assert process.returncode == 0, err
        right, rest = out.split(maxsplit=1)
        assert int(right) > 20
        assert rest.strip() == "[]"
    assert not list(tmp_path.rglob("*.part"))
    # Each counts what the other wrote at the latest after a share of the limit.
    assert len(list(tmp_path.rglob("*.window"))) <= 7


CHILD = """
import sys, importlib.util
from pathlib import Path
root = Path({root!r})
spec = importlib.util.spec_from_file_location(
    "sam2_toolbox", root / "__init__.py", submodule_search_locations=[str(root)]
)
package = importlib.util.module_from_spec(spec)
sys.modules["sam2_toolbox"] = package
spec.loader.exec_module(package)
import numpy as np
from sam2_toolbox.engine.embeddings.embedding_cache import EmbeddingCache
from sam2_toolbox.engine.embeddings.embedding_file import Place
from sam2_toolbox.engine.tiles.tiling import Window
SERIES = {series!r}
heard = []
cache = EmbeddingCache(Path(sys.argv[1]) / "cache", {limit}, heard.append)
def place(number):
    return Place(900, 800, Window(number, 7, 64, 32))
def big(number):
    return {{"a": np.full((4, 1000), number, np.float32)}}
def small():
    return {{"a": np.zeros(4, np.float32)}}
"""


def start(tmp_path, script, *arguments, limit=BIG):
    text = CHILD.format(root=str(ROOT), series=SERIES, limit=limit) + script
    return subprocess.Popen(
        [sys.executable, "-P", "-c", text, str(tmp_path), *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def child(tmp_path, script):
    process = start(tmp_path, script)
    out, err = process.communicate(timeout=60)
    return subprocess.CompletedProcess(process.args, process.returncode, out, err)


def _age(path, seconds):
    then = time.time() - seconds
    os.utime(path, (then, then))
