"""Who segments the tiles: this process, or a cluster. The results are the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol

from .api.parameters.params import AutomaticMasksParams
from .cluster.cluster_stage import open_cluster
from .embeddings.embedding_cache import open_cache
from .embeddings.encoded_windows import kept_windows
from .model.sam2_model import LoadedModel
from .progress import Report
from .rasters.area_of_interest import AreaOfInterest
from .rasters.raster import RasterReader
from .rasters.stretch import Stretch
from .segmenter import Segmenter
from .tiles.tile_pipeline import TilePipeline
from .tiles.tile_stage import TileResults, TileStage

LoadSegmenter = Callable[[AutomaticMasksParams, Report], tuple[LoadedModel, Segmenter]]


class Workplace(Protocol):
    """A loaded model, and tiles segmented with it."""

    @property
    def model(self) -> LoadedModel:
        """Which model it is; on a cluster without its weights."""
        ...

    def tile_results(self, stretch: Stretch, area: AreaOfInterest | None) -> TileResults:
        """Where results come from, of tiles read with one stretch and area of interest."""
        ...


class ThisProcess:
    """A model loaded here."""

    def __init__(
        self, reader: RasterReader, model: LoadedModel, segmenter: Segmenter, report: Report, keep: bool
    ) -> None:
        """``keep`` what the encoder says of the tiles (KEEP_EMBEDDINGS)."""
        self.model = model
        self._reader = reader
        self._segmenter = segmenter
        self._report = report
        self._keep = keep

    def tile_results(self, stretch: Stretch, area: AreaOfInterest | None) -> TileResults:
        """See ``Workplace``."""
        windows = None
        if self._keep:
            disk = open_cache(lambda sentence: self._report.log(sentence, "warning"))
            windows = kept_windows(self._reader, stretch, self.model, disk)
        check = self._report.check_cancelled
        stage = TileStage(self._reader, stretch, area, self._segmenter, check, windows)
        if self.model.device.type == "cpu" or self._keep:
            return stage.results
        return TilePipeline(stage, self.model).results


@contextmanager
def open_workplace(
    params: AutomaticMasksParams, reader: RasterReader, load: LoadSegmenter, report: Report
) -> Iterator[Workplace]:
    """Load the model here, or on the cluster that SCHEDULER names.

    Raises:
        EngineError: what ``load`` raises; for a cluster also what ``open_cluster`` raises.
    """
    if params.scheduler:
        with open_cluster(params, reader.info, load, report) as cluster:
            yield cluster
    else:
        report.progress(0.0, "loading the model")
        model, segmenter = load(params, report)
        yield ThisProcess(reader, model, segmenter, report, params.keep_embeddings)
