"""The tile stage on a Dask cluster: tiles go out in order, a few at a time, and come back in order.

Everything else of a run stays here. What a worker does is in ``cluster_worker.py``, how our code
gets there in ``cluster_package.py``. https://distributed.dask.org describes scheduler and workers.
"""

from __future__ import annotations

import uuid
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from ..api.errors import Cancelled, Code, EngineError
from ..api.models import model_entry
from ..api.parameters.params import AutomaticMasksParams
from ..api.parameters.paramspec import to_dict
from ..model.sam2_model import LoadedModel, loaded_elsewhere
from ..progress import Report
from ..rasters.area_of_interest import AreaOfInterest
from ..rasters.raster import RasterInfo
from ..rasters.stretch import Stretch
from ..tiles.tile_packing import unpack_result
from ..tiles.tile_stage import TileResult, TileResults
from ..tiles.tiling import Tile
from ..versions import versions
from .cluster_address import cluster_address
from .cluster_link import ClusterLink
from .cluster_package import code_package, package_plugin, remote_call
from .cluster_worker import SAME_EVERYWHERE, Order, grid_of, tile_to_bytes

# Enough that no worker waits while another is at a slow tile; more would only pile up behind it.
_TILES_PER_THREAD = 3

# Parameters that only concern this computer.
_NOT_SENT = ("mask_layer", "labels", "run_record", "scheduler", "scheduler_ca", "scheduler_cert",
             "scheduler_key", "scheduler_plain")  # fmt: skip

_HINTS = {
    Code.BAD_RASTER: "The raster must be readable under the same path on every worker.",
    Code.MODEL_MISSING: "Every worker needs the checkpoint, under the same path or in its own model folder.",
    Code.MODEL_INVALID: "Every worker needs the same checkpoint.",
}

_LOADING = "loading the model on the cluster"


@contextmanager
def open_cluster(
    params: AutomaticMasksParams, info: RasterInfo, load: Callable[..., Any], report: Report
) -> Iterator[Cluster]:
    """The cluster SCHEDULER names, given our code and asked for the model of this run.

    Waits, with a word of progress, while the cluster has no workers. ``load`` is the function
    that loads a segmenter (``LoadSegmenter``), at the top of a module the workers can import.

    Raises:
        EngineError: BAD_PARAMETER for an address that is wrong or not safe; ENVIRONMENT_MISSING where
            packages are missing or of another version; CLUSTER_FAILED; what loading the model raises.
        Cancelled: by ``report``, within a second.
    """
    link = ClusterLink(cluster_address(params), report)
    try:
        cluster = Cluster(link, params, info, load, report)
        try:
            cluster.begin()
            yield cluster
        finally:
            cluster.end()
    finally:
        link.close()


class Cluster:
    """The workers of one run. ``model`` is known after ``begin``; its weights are theirs alone."""

    model: LoadedModel

    def __init__(
        self,
        link: ClusterLink,
        params: AutomaticMasksParams,
        info: RasterInfo,
        load: Callable[..., Any],
        report: Report,
    ) -> None:
        self._link = link
        self._report = report
        self._said: set[str] = set()
        bundled = not params.checkpoint and model_entry(params.model).bundled
        self._package = code_package(with_weights=bundled)
        here = versions()
        self._order = Order(
            run=uuid.uuid4().hex,
            values={name: value for name, value in to_dict(params).items() if name not in _NOT_SENT},
            load=_address_of(load),
            grid=grid_of(info),
            versions={name: here[name] for name in SAME_EVERYWHERE if name in here},
        )

    def begin(self) -> None:
        """Give the workers our code, and load the model on one of them."""
        self._check_versions()
        plugin = package_plugin(self._package)
        self._link.ask(lambda client: client.register_plugin(plugin), "did not take our code")
        self._report.progress(0.0, _LOADING)
        future = self._submit("describe", "model", self._order.to_bytes())
        self.model = loaded_elsewhere(self._answer(future, "The model", 0.0, _LOADING)["model"])

    def tile_results(self, stretch: Stretch, area: AreaOfInterest | None) -> TileResults:
        """Where results come from, of tiles read with one stretch and area of interest."""
        return lambda tiles: self._results(tiles, stretch, area)

    def end(self) -> None:
        """Stop what is under way on the workers, and let them forget the run."""
        self._link.run_everywhere(remote_call(self._package.name, "end"), self._order.run)

    def _results(
        self, tiles: Sequence[Tile], stretch: Stretch, area: AreaOfInterest | None
    ) -> Iterator[TileResult]:
        order, last = self._order.to_bytes(), tiles[-1].index + 1 if tiles else 0
        left, under_way = deque(tiles), deque[tuple[Tile, Any]]()
        try:
            while left or under_way:
                most = _TILES_PER_THREAD * max(1, self._link.threads())
                while left and len(under_way) < most:
                    tile = left.popleft()
                    work = tile_to_bytes(tile, stretch, area, self.model.sha256)
                    under_way.append((tile, self._submit("segment", f"tile-{tile.index}", order, work)))
                tile, future = under_way[0]
                name = f"tile {tile.index + 1} of {last}"
                answer = self._answer(future, name.capitalize(), tile.index / last, f"{name} on the cluster")
                under_way.popleft()
                yield unpack_result(tile, answer["result"])
        finally:
            if under_way:
                self._link.cancel([future for _, future in under_way])

    def _submit(self, function: str, name: str, *arguments: bytes) -> Any:
        key = f"sam2-{self._order.run}-{name}"
        return self._link.submit(remote_call(self._package.name, function), *arguments, key=key)

    def _answer(self, future: Any, what: str, fraction: float, doing: str) -> Mapping[str, Any]:
        """What a task answers; the error it met instead is raised here."""
        answer: Mapping[str, Any] = self._link.result(
            future, what, lambda why: self._report.progress(fraction, why or doing)
        )
        for text, level in answer["log"]:
            if text not in self._said:
                self._said.add(text)
                self._report.log(text, level)
        if "error" in answer:
            raise _error_of(answer)
        return answer

    def _check_versions(self) -> None:
        """Refuse what could not even read a task of ours: another Python, another Dask."""
        found = self._link.ask(lambda client: client.get_versions(), "does not tell its versions")
        others = {f"the scheduler {self._link.address}": found["scheduler"]}
        others.update((f"the worker {address}", theirs) for address, theirs in found["workers"].items())
        ours = _link_versions(found["client"])
        for who, theirs in others.items():
            for name, version in _link_versions(theirs).items():
                if version != ours[name]:
                    raise EngineError(
                        Code.ENVIRONMENT_MISSING,
                        f"The cluster does not fit this computer: {who} has {name} {version}, this computer "
                        f"{ours[name]}. Give both the same versions (docs/scale.md says how).",
                    )


def _address_of(load: Callable[..., Any]) -> str:
    """Where a worker finds the function: ``Order.load``."""
    if "<" in load.__qualname__:
        raise ValueError(f"{load.__qualname__} has no place from which a worker could import it")
    ours, module = __name__.rpartition(".engine.")[0], load.__module__
    module = module.removeprefix(ours) if module.startswith(f"{ours}.") else module
    return f"{module}:{load.__qualname__}"


def _link_versions(facts: Mapping[str, Any]) -> dict[str, str]:
    """What must agree for one end of a link to understand the other."""
    python = ".".join(facts["host"]["python"].split(".")[:2])
    return {"python": python, **{name: facts["packages"][name] for name in ("dask", "distributed")}}


def _error_of(answer: Mapping[str, Any]) -> EngineError:
    words = answer["error"]
    code = Code(words["code"])
    if code is Code.CANCELLED:
        return Cancelled()
    parts = [f"On the worker {answer['worker']} of the cluster: {words['message']}", _HINTS.get(code, "")]
    return EngineError(code, " ".join(part for part in parts if part), words["details"])
