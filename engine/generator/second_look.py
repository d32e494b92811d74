"""The second look of a run: tiles of a coarser grid, segmented and merged like those of the first."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..api.features import Feature
from ..api.parameters.params import AutomaticMasksParams
from ..model.sam2_model import LoadedModel
from ..objects import FoundObject
from ..progress import Report
from ..rasters.area_of_interest import AreaOfInterest
from ..rasters.raster import RasterReader, open_raster
from ..rasters.stretch import Stretch
from ..runs.journal import Journal
from ..seams.seam_merger import SeamMerger
from ..segmenter import Segmenter
from ..tiles.tiling import plan_tiles, tile_side
from ..workplace import LoadSegmenter, open_workplace
from .gaps import COARSER, MOST_COVERED, CoarseGrid, CoveredGround, tiles_with_gaps

STAGE = "gaps"

# Narrower regions the first look saw whole.
_LEAST_SIDE = 16 * COARSER


def loading_once(load: LoadSegmenter) -> LoadSegmenter:
    """What loads a model the first time and gives the same one afterwards."""
    kept: list[tuple[LoadedModel, Segmenter]] = []

    @functools.wraps(load)  # the workers of a cluster find it by its name
    def once(params: AutomaticMasksParams, report: Report) -> tuple[LoadedModel, Segmenter]:
        if not kept:
            kept.append(load(params, report))
        return kept[0]

    return once


def objects_in_gaps(
    params: AutomaticMasksParams,
    reader: RasterReader,
    ground: CoveredGround,
    stretch: Stretch,
    load: LoadSegmenter,
    journal: Journal,
    first_tile: int,
    report: Report,
) -> Iterator[list[FoundObject]]:
    """Objects of the coarser grid that lie mostly on bare ground, on the run's own grid.

    Tiles are numbered from ``first_tile``. Their results are kept in the journal like others.

    Raises:
        EngineError: as the first look.
        Cancelled: if the caller asked to stop.
    """
    if min(reader.region.width, reader.region.height) < _LEAST_SIDE:
        return
    report = _AtTheEnd(report)
    size = COARSER * max(reader.info.georeference.pixel_size)
    coarser = replace(params, resolution=size, keep_embeddings=False)
    with open_raster(coarser) as coarse_reader:
        grid = CoarseGrid(reader.info, coarse_reader.info)
        area = AreaOfInterest.of(coarser, coarse_reader)
        with open_workplace(coarser, coarse_reader, load, report) as workplace:
            side = tile_side(params.tile_size, workplace.model.image_size)
            tiles = plan_tiles(coarse_reader.region, side, params.overlap)
            wanted = list(tiles_with_gaps(tiles, grid, ground))
            results = journal.continued(wanted, workplace.tile_results(stretch, area), STAGE)
            merger = SeamMerger(tiles, coarse_reader.region, with_logits=False)
            for tile in tiles:
                report.check_cancelled()
                result = next(results) if tile in wanted else None
                done = merger.add(tile, result.valid if result else None, result.masks if result else ())
                report.progress(1.0, f"filling gaps, tile {tile.index + 1} of {len(tiles)}")
                kept = [found for found in done if grid.gap_share(ground, found) >= 1 - MOST_COVERED]
                moved = [grid.on_fine_grid(found, reader.region, first_tile) for found in kept]
                yield [found for found in moved if found is not None]


class _AtTheEnd:
    """A ``Report`` whose progress stays where the first look left it."""

    def __init__(self, report: Report) -> None:
        self._report = report

    def progress(self, fraction: float, text: str = "") -> None:
        self._report.progress(1.0, text)

    def log(self, text: str, level: str = "info") -> None:
        self._report.log(text, level)

    def features(self, features: Sequence[Feature]) -> None:
        self._report.features(features)

    def check_cancelled(self) -> None:
        self._report.check_cancelled()
