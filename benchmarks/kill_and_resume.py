"""Does a killed run go on, and does it end with the same objects?

    python -P benchmarks/kill_and_resume.py [KILLS]

in the worker's environment. A run of 40 tiles, in a worker process, over a generated scene (the fake
segmenter of tests/engine, so that a tile takes milliseconds) is killed with SIGKILL at a random
moment between its first and its last tile, then continued with RESUME; the features that come out must
be those of an unbroken run, byte for byte and in their order. Then what the journal costs: CPU
and wall time per tile and the bytes on disk, with and without logits, of masks like SAM's.
"""

# ruff: noqa: E402, T201 - the package is loaded first; its output is for people

from __future__ import annotations

import json
import os
import platform
import random
import runpy
import signal
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
runpy.run_path(str(ROOT / "tests" / "conftest.py"))

from sam2_toolbox.engine.api.errors import Code, EngineError
from sam2_toolbox.engine.api.features import Feature
from sam2_toolbox.engine.api.link.client import WorkerClient
from sam2_toolbox.engine.api.run_folder import forget, runs_folder
from sam2_toolbox.engine.runs.journal import JOURNAL, open_journal
from sam2_toolbox.engine.runs.run_identity import RunIdentity
from sam2_toolbox.engine.tiles.tile_packing import pack_result
from sam2_toolbox.engine.tiles.tile_stage import TileResult
from sam2_toolbox.engine.tiles.tiling import Window, plan_tiles
from sam2_toolbox.tests.engine.fake_segmenter import LIKE_SAM, FakeSegmenter
from sam2_toolbox.tests.engine.known_scene import sparse_scene
from sam2_toolbox.tests.engine.known_worker import PARAMS, segment, write_ground

TILES = 40
WORKER = ROOT / "tests" / "engine" / "known_worker.py"
DELAY_S = 0.02


class Heard:
    """Whoever listens to a run, here or through a worker, and kills the worker when it is time."""

    def __init__(self) -> None:
        self.found: list[Feature] = []
        self.logs: list[str] = []
        self.first_tile = self.last_tile = 0.0
        self.tiles = 0

    def progress(self, fraction: float, text: str = "") -> None:
        """A tile more."""
        if text.startswith("tile"):
            self.last_tile = time.monotonic()
            self.first_tile = self.first_tile or self.last_tile
            self.tiles = round(fraction * TILES)

    def log(self, text: str, level: str = "info") -> None:
        """A sentence."""
        self.logs.append(text)

    def features(self, features: Sequence[Feature]) -> None:
        """Objects."""
        self.found += features

    def check_cancelled(self) -> None:
        """Nobody cancels here."""


def go_in_worker(path: str, heard: Heard, kill_at_s: float | None = None) -> None:
    """A run in a process of its own, to its end or until it is killed this long after its first tile."""
    killed = False

    def kill_if_due() -> bool:
        nonlocal killed
        due = heard.first_tile and time.monotonic() > heard.first_tile + (kill_at_s or 0)
        if kill_at_s is not None and due and not killed:
            killed = True
            os.kill(client.pid or 0, signal.SIGKILL)
        return False

    with WorkerClient() as client:
        options = json.dumps({"delay": DELAY_S})
        client.start([sys.executable, "-s", "-u", str(WORKER), options], dict(os.environ), 300)
        result = client.run(
            "automatic_masks",
            {"input": path, **PARAMS},
            on_features=heard.features,
            on_progress=heard.progress,
            on_log=lambda level, text: heard.log(text, level),
            is_cancelled=kill_if_due,
        )
    forget(str(result["journal"]))


def kill_and_resume(kills: int) -> int:
    """How many of ``kills`` runs came to the same end."""
    chance = random.Random(0)
    good = 0
    path = write_ground(runs_folder().parent / "ground.tif")
    whole = Heard()
    go_in_worker(path, whole)
    length = whole.last_tile - whole.first_tile
    print(f"unbroken: {len(whole.found)} features of {TILES} tiles in {length:.1f} s", flush=True)
    kept = []
    while len(kept) < kills:
        killed, resumed = Heard(), Heard()
        moment = chance.uniform(0, length)
        try:
            go_in_worker(path, killed, moment)
            continue  # it was faster than the kill
        except EngineError as error:
            if error.code is not Code.WORKER_DIED:
                raise
        result = segment({"input": path, "resume": True, **PARAMS}, resumed, {})
        forget(str(result["journal"]))
        kept += [int(text.split(": ")[1].split()[0]) for text in resumed.logs if "tiles are done" in text]
        good += resumed.found == whole.found
        if resumed.found != whole.found:
            print(f"killed after {moment:.2f} s, {killed.tiles} tiles: OTHER features", flush=True)
        if len(kept) % 10 == 0:
            print(f"{good} of {len(kept)}", flush=True)
    print(f"tiles kept at the kills: {min(kept)} to {max(kept)}")
    return good


def cost(name: str, results: list[TileResult], side: int) -> None:
    """Print what keeping ``results`` costs."""

    class Silent:
        def log(self, text: str, level: str = "info") -> None: ...
        def check_cancelled(self) -> None: ...

    def timed(step: Callable[[], Any]) -> tuple[float, float]:
        cpu, wall = time.process_time(), time.perf_counter()
        step()
        took = time.process_time() - cpu, time.perf_counter() - wall
        return took[0] * 1e3 / len(results), took[1] * 1e3 / len(results)

    tiles = [result.tile for result in results]
    identity = RunIdentity(name, "", {"name": name, "side": side})
    pack_cpu, _ = timed(lambda: [pack_result(result) for result in results])
    with open_journal(identity, len(tiles), False, Silent()) as journal:  # type: ignore[arg-type]
        cpu, wall = timed(lambda: list(journal.continued(tiles, lambda missing: iter(results))))
        size = sum(entry.stat().st_size for entry in (runs_folder() / identity.key).glob(f"{JOURNAL}*"))
    with open_journal(identity, len(tiles), True, Silent()) as journal:  # type: ignore[arg-type]
        back, _ = timed(lambda: list(journal.continued(tiles, lambda missing: iter(()))))
    forget(identity.key)
    masks = sum(len(result.masks) for result in results) / len(results)
    print(
        f"| {name} | {masks:.0f} | {pack_cpu:.1f} | {cpu:.1f} | {wall:.1f} | {back:.1f} "
        f"| {size / 1e3 / len(results):.0f} |"
    )


def costs(side: int = 4096) -> None:
    """Masks of 1024 pixel tiles, 100 to 200 a tile as SAM finds them, kept and given back."""
    scene = sparse_scene(side, side, spacing=80)
    tiles = plan_tiles(Window(0, 0, side, side), 1024, 128)
    print("\n| journal | masks a tile | pack, CPU ms | keep, CPU ms | keep, ms | read, CPU ms | kB a tile |")
    print("|---|---|---|---|---|---|---|")
    for name, with_logits in (("OUTLINE pixel", False), ("OUTLINE smooth", True)):
        fake = FakeSegmenter(scene, LIKE_SAM, with_logits)
        results = [TileResult(tile, None, tuple(fake.masks_of_tile(tile))) for tile in tiles]
        cost(name, results, side)


def main(kills: int) -> int:
    """Kill, resume and measure; exit code 1 unless all runs ended alike."""
    print(
        f"python -P benchmarks/kill_and_resume.py {kills}; Python {platform.python_version()}, "
        f"SQLite {sqlite3.sqlite_version}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    )
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SAM2_TOOLBOX_HOME"] = folder
        good = kill_and_resume(kills)
        print(f"{good} of {kills} killed runs ended with the features of the unbroken one")
        costs()
    return int(good < kills)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 50))
