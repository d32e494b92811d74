"""What runs on a worker of a Dask cluster: the tile stage, tile by tile.

Runs are told apart by their id. The model is loaded once per run in each process; the raster is
opened once per run in each thread, for an open raster belongs to its thread. Tiles and answers
cross the border as plain values and bytes, never as objects of ours, and errors as their words.
"""

from __future__ import annotations

import importlib
import json
import threading
from collections import OrderedDict, deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

import shapely

from ..api.errors import Cancelled, Code, EngineError
from ..api.features import Feature
from ..api.parameters.params import AutomaticMasksParams
from ..api.parameters.paramspec import from_dict
from ..failures import error_in_words, failures_in_words
from ..rasters.area_of_interest import AreaOfInterest
from ..rasters.raster import RasterInfo, RasterReader, open_raster
from ..rasters.stretch import Stretch
from ..segmenter import Segmenter, TileImage
from ..tiles.tile_packing import pack_result
from ..tiles.tile_stage import TileStage
from ..tiles.tiling import Tile, Window
from ..versions import versions

# Of these all must have the same version for the same result; torch may be built for another device.
SAME_EVERYWHERE = ("numpy", "torch", "sam2", "rasterio")

# What a run knows of a model that is loaded elsewhere.
MODEL_FACTS = (
    "id",
    "title",
    "checkpoint",
    "sha256",
    "config",
    "image_size",
    "trained",
    "device_title",
    "precision",
)

# A run whose client died is never ended; it makes room when others come.
_RUNS_KEPT = 2

Answer = dict[str, Any]


@dataclass(frozen=True)
class Order:
    """What is the same for all tiles of a run.

    ``load`` names the function that loads the segmenter, "module:function"; a module that starts
    with a dot is one of ours. ``grid`` is width, height and type of the raster's values as the
    client sees them.
    """

    run: str
    values: Mapping[str, Any]
    load: str
    grid: Sequence[Any]
    versions: Mapping[str, str]

    def to_bytes(self) -> bytes:
        """As it is sent."""
        return json.dumps(asdict(self)).encode()


def tile_to_bytes(tile: Tile, stretch: Stretch, area: AreaOfInterest | None, sha256: str) -> bytes:
    """One tile's part of the work, as it is sent: with the polygons around it, and the model it is for."""
    near = None if area is None else shapely.to_wkb(area.near(tile.window).polygons, hex=True).tolist()
    work = {"tile": asdict(tile), "stretch": asdict(stretch), "area": near, "sha256": sha256}
    return json.dumps(work).encode()


def grid_of(info: RasterInfo) -> list[Any]:
    """What two openings of one raster agree on."""
    return [info.width, info.height, info.dtype]


def describe(order: bytes) -> Answer:
    """Load the model and say which it is: {"model": its ``MODEL_FACTS`` and "device"}."""
    return _answer(order, lambda run: {"model": run.model_facts()})


def segment(order: bytes, work: bytes) -> Answer:
    """Segment a tile: {"result": the packed ``TileResult``}."""

    def result(run: _Run) -> Answer:
        values = json.loads(work)
        area = (
            None if values["area"] is None else AreaOfInterest.of_polygons(shapely.from_wkb(values["area"]))
        )
        stretch = Stretch(**{name: _tuple(value) for name, value in values["stretch"].items()})
        return {"result": run.segment(_tile(values["tile"]), stretch, area, values["sha256"])}

    return _answer(order, result)


def end(run: str) -> None:
    """Forget a run: what is under way stops at its next check, what comes late does not start."""
    with _lock:
        _ended.append(run)
        known = _runs.pop(run, None)
    if known is not None:
        known.ended.set()


class _Run:
    """What is kept of a run between its tiles, in this process."""

    def __init__(self, order: Order, threads: int) -> None:
        self._order = order
        self._params = replace(from_dict(AutomaticMasksParams, order.values), threads=threads)
        self.ended = threading.Event()
        self.notes = _Notes(self.ended)
        self._loading = threading.Lock()
        self._asking = threading.Lock()
        self._loaded: tuple[Any, Segmenter] | None = None
        self._thread = threading.local()

    def model_facts(self) -> dict[str, Any]:
        _check_versions(self._order.versions)
        self._reader()
        model = self._segmenter()[0]
        facts = {name: getattr(model, name) for name in MODEL_FACTS}
        checkpoint = None if model.checkpoint is None else str(model.checkpoint)
        return {**facts, "checkpoint": checkpoint, "device": str(model.device)}

    def segment(self, tile: Tile, stretch: Stretch, area: AreaOfInterest | None, sha256: str) -> bytes:
        _check_versions(self._order.versions)
        reader = self._reader()
        model, segmenter = self._segmenter()
        if model.sha256 != sha256:
            raise EngineError(
                Code.MODEL_INVALID,
                f"{model.checkpoint or model.title} is another checkpoint here (SHA-256 {model.sha256}) than "
                f"on the worker that began the run ({sha256}).",
            )
        one_at_a_time = _OneAtATime(segmenter, self._asking)
        stage = TileStage(reader, stretch, area, one_at_a_time, self.notes.check_cancelled)
        return pack_result(stage.segment(tile))

    def _reader(self) -> RasterReader:
        if not hasattr(self._thread, "reader"):
            reader = open_raster(self._params)
            if grid_of(reader.info) != list(self._order.grid):
                raise EngineError(
                    Code.BAD_RASTER,
                    f"{reader.info.path} is another raster here: {grid_of(reader.info)} instead of "
                    f"{list(self._order.grid)} (width, height, type).",
                )
            self._thread.reader = reader
        reader_of_this_thread: RasterReader = self._thread.reader
        return reader_of_this_thread

    def _segmenter(self) -> tuple[Any, Segmenter]:
        with self._loading:
            if self._loaded is None:
                self._loaded = _loader(self._order.load)(self._params, self.notes)
            return self._loaded


class _OneAtATime:
    """A ``Segmenter`` that two threads may ask: it keeps its buffers between tiles."""

    def __init__(self, segmenter: Segmenter, lock: threading.Lock) -> None:
        self._segmenter = segmenter
        self._lock = lock

    def masks(self, image: TileImage, check_cancelled: Callable[[], None]) -> Sequence[Any]:
        with self._lock:
            check_cancelled()
            return self._segmenter.masks(image, check_cancelled)


class _Notes:
    """The run's ``Report`` on a worker: sentences travel with the next answer."""

    def __init__(self, ended: threading.Event) -> None:
        self._ended = ended
        self._sentences: deque[tuple[str, str]] = deque()

    def progress(self, fraction: float, text: str = "") -> None:
        """The client knows more of it."""

    def features(self, features: Sequence[Feature]) -> None:
        """There are none yet where tiles are segmented."""

    def log(self, text: str, level: str = "info") -> None:
        self._sentences.append((text, level))

    def check_cancelled(self) -> None:
        if self._ended.is_set():
            raise Cancelled

    def take(self) -> list[tuple[str, str]]:
        taken = []
        while self._sentences:
            taken.append(self._sentences.popleft())
        return taken


_lock = threading.Lock()
_runs: OrderedDict[str, _Run] = OrderedDict()
_ended: deque[str] = deque(maxlen=1000)


def _answer(order: bytes, work: Callable[[_Run], Answer]) -> Answer:
    from distributed import get_worker

    worker = get_worker()
    address = str(worker.address)
    try:
        with failures_in_words():
            run = _run(Order(**json.loads(order)), int(worker.state.nthreads))
            answer = work(run)
    except EngineError as error:
        return {"worker": address, "error": error_in_words(error), "log": []}
    return {"worker": address, "log": run.notes.take(), **answer}


def _run(order: Order, threads: int) -> _Run:
    with _lock:
        if order.run in _ended:
            raise Cancelled
        run = _runs.setdefault(order.run, _Run(order, threads))
        _runs.move_to_end(order.run)
        while len(_runs) > _RUNS_KEPT:
            _runs.popitem(last=False)
        return run


def _check_versions(wanted: Mapping[str, str]) -> None:
    here = versions()
    for name, version in wanted.items():
        if _public(here.get(name, "")) != _public(version):
            raise EngineError(
                Code.ENVIRONMENT_MISSING,
                f"{name} is {here.get(name, 'missing')} here, and {version} on the computer that started the "
                "run. Give both the same versions (docs/scale.md says how).",
            )


def _public(version: str) -> str:
    """Less what says for which device a package was built: 2.13.0+cpu is 2.13.0."""
    return version.partition("+")[0]


def _loader(name: str) -> Callable[..., tuple[Any, Segmenter]]:
    module, _, function = name.partition(":")
    ours = __name__.rpartition(".engine.")[0]
    loader: Callable[..., tuple[Any, Segmenter]] = getattr(importlib.import_module(module, ours), function)
    return loader


def _tile(values: Mapping[str, Any]) -> Tile:
    return Tile(
        values["index"], values["row"], values["column"], Window(**values["window"]), Window(**values["core"])
    )


def _tuple(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
