"""Where does the time of a whole job go?

    python -P benchmarks/bench_pipeline.py [points_per_side] [tiles_per_side]

in the worker's environment. One job from a file to packed features, with its journal and label
raster, on one thread, in CPU seconds per megapixel of the raster. The architecture of the bundled
model with objects planted (tests/engine/planted_objects.py; the planting itself is not counted),
tiles as large as the model sees. Each stage is charged what it does itself, not what it calls.
The bar: everything but encoder and decoder within 10 % of the whole.
"""

# ruff: noqa: E402, T201 - paths are set first; its output is for people

from __future__ import annotations

import os

os.environ["OMP_NUM_THREADS"] = "1"

import functools
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

sys.path.append(str(Path(__file__).resolve().parent))
from bench_conditions import SETTINGS, load_checkout, planted_loader, say_conditions, write_noise

load_checkout()

from sam2_toolbox.engine import delivery, jobs
from sam2_toolbox.engine.api.features import Feature, pack
from sam2_toolbox.engine.api.parameters.params import AutomaticMasksParams
from sam2_toolbox.engine.generator import automatic
from sam2_toolbox.engine.rasters.labels import LabelRaster
from sam2_toolbox.engine.runs import journal
from sam2_toolbox.engine.seams.seam_merger import SeamMerger
from sam2_toolbox.engine.tiles import tile_stage

MODEL = ("encode", "decode")
BAR = 0.10
OVERLAP = 64


class Clock:
    """CPU seconds by stage; a stage within a stage stops the outer one's clock."""

    def __init__(self) -> None:
        self.seconds: Counter[str] = Counter()
        self._stages = ["post"]
        self._since = time.process_time()

    def _charge(self) -> None:
        now = time.process_time()
        self.seconds[self._stages[-1]] += now - self._since
        self._since = now

    def start(self) -> None:
        """Forget all that was before."""
        self.seconds.clear()
        self._since = time.process_time()

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        self._charge()
        self._stages.append(name)
        try:
            yield
        finally:
            self._charge()
            self._stages.pop()

    def watch(self, owner: Any, name: str, stage: str) -> None:
        """Charge every call of ``owner.name`` to a stage."""
        call = getattr(owner, name)

        @functools.wraps(call)
        def timed(*arguments: Any, **named: Any) -> Any:
            with self.stage(stage):
                return call(*arguments, **named)

        setattr(owner, name, timed)


class Sink:
    """A ``Report`` that packs features as the worker does for its parent."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.count = 0

    def progress(self, fraction: float, text: str = "") -> None: ...

    def log(self, text: str, level: str = "info") -> None: ...

    def features(self, features: Sequence[Feature]) -> None:
        with self._clock.stage("write"):
            pack(list(features))
            self.count += len(features)

    def check_cancelled(self) -> None: ...


def watch_everything(clock: Clock) -> None:
    """Stages of the flow, where its modules call them."""
    clock.watch(tile_stage, "read_tile", "read")
    clock.watch(jobs, "compute_stretch", "read")
    clock.watch(automatic, "encode_image", "encode")
    clock.watch(SeamMerger, "add", "merge")
    clock.watch(SeamMerger, "finish", "merge")
    clock.watch(delivery, "object_outlines", "vectorise")
    clock.watch(delivery, "features_of", "vectorise")
    clock.watch(LabelRaster, "add", "write")
    clock.watch(LabelRaster, "finish", "write")
    clock.watch(journal.TileJournal, "_keep", "write")


def load_watched(clock: Clock, load: Callable[..., Any]) -> Callable[..., Any]:
    """The planted model with its decoder on the clock, the planting apart."""

    def load_and_watch(params: Any, report: Any) -> Any:
        loaded, segmenter = load(params, report)
        planted = segmenter._decoder  # the benchmark looks inside on purpose
        real = planted._decoder
        clock.watch(real, "prepare", "decode")
        look = real.look

        def timed_look(*arguments: Any) -> Any:
            with clock.stage("decode"):
                answer = look(*arguments)
            clock.watch(answer, "masks", "decode")
            return answer

        real.look = timed_look
        plant = planted.look

        def apart(*arguments: Any) -> Any:
            with clock.stage("planting"):
                answer = plant(*arguments)
            clock.watch(answer, "masks", "planting")
            return answer

        planted.look = apart
        clock.watch(automatic, "encode_prompts", "decode")
        return loaded, segmenter

    return load_and_watch


def main() -> int:
    """Print the shares; exit code 1 if the bar is missed."""
    points = int(sys.argv[1]) if len(sys.argv) > 1 else 32
    tiles = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    say_conditions(("torch", "numpy", "shapely"))
    clock = Clock()
    load = load_watched(clock, planted_loader())
    params = AutomaticMasksParams(
        device="cpu", threads=1, points_per_side=points, overlap=OVERLAP, tile_size=0, **SETTINGS
    )
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SAM2_TOOLBOX_HOME"] = folder
        sink = Sink(clock)
        loaded, segmenter = load(params, sink)
        watch_everything(clock)
        side = tiles * (loaded.image_size - OVERLAP) + OVERLAP
        path = Path(folder) / "noise.tif"
        write_noise(path, side, side)
        values = {**vars(params), "input": str(path), "labels": str(Path(folder) / "labels.tif")}
        clock.start()
        jobs.segment_everything(AutomaticMasksParams(**values), sink, lambda *_: (loaded, segmenter))
        with clock.stage("end"):
            pass
    return report(clock, side, tiles, points, sink.count)


def report(clock: Clock, side: int, tiles: int, points: int, objects: int) -> int:
    """Print what each stage took."""
    clock.seconds.pop("planting", None)
    clock.seconds.pop("end", None)
    total = sum(clock.seconds.values())
    megapixels = side * side / 1e6
    print(
        f"\n{tiles * tiles} tiles, {megapixels:.2f} megapixels, {points} x {points} points, {objects} objects"
    )
    print("  stage       CPU s   CPU s per megapixel   share")
    for stage in ("read", "encode", "decode", "post", "merge", "vectorise", "write"):
        seconds = clock.seconds[stage]
        print(f"  {stage:10}{seconds:7.2f}{seconds / megapixels:22.3f}{seconds / total:8.1%}")
    print(f"  {'all':10}{total:7.2f}{total / megapixels:22.3f}{1:8.1%}")
    outside = 1 - sum(clock.seconds[stage] for stage in MODEL) / total
    print(f"outside the model: {outside:.1%} (bar {BAR:.0%})")
    return int(outside > BAR)


if __name__ == "__main__":
    sys.exit(main())
