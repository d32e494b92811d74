"""The flow of the jobs whose objects a layer points at, on one page."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from functools import partial
from typing import Any, Union

from ..api.environment import models_folder
from ..api.models import BUNDLED_MODELS
from ..api.parameters.paramspec import from_dict
from ..api.parameters.prompt_params import PromptSegmentParams, RefinePolygonsParams
from ..api.prompts import PromptFile
from ..embeddings.embedding_cache import open_cache
from ..embeddings.encoded_windows import kept_windows
from ..model.sam2_model import LoadedModel, load_model
from ..model.sam2_prompted import PromptedSam2
from ..progress import Report
from ..rasters.raster import open_raster
from ..rasters.stretch import compute_stretch
from ..runs.run_record import provenance
from ..tiles.tiling import tile_side
from .left_out import sentences
from .prompt_delivery import AsAnswered, BesideOld, PromptDelivery
from .prompt_index import PromptIndex
from .prompt_levels import Levels
from .prompt_stage import PromptedModel, PromptStage

PromptParams = Union[PromptSegmentParams, RefinePolygonsParams]
LoadPrompted = Callable[[PromptParams, Report], tuple[LoadedModel, PromptedModel]]


def prompt_segment(values: Mapping[str, Any], report: Report) -> dict[str, Any]:
    """One polygon for each object that the prompts point at."""
    return segment_prompts(from_dict(PromptSegmentParams, values), report)


def refine_polygons(values: Mapping[str, Any], report: Report) -> dict[str, Any]:
    """Old polygons as prompts on a new image: the new outline, and what has become of the object."""
    return refine(from_dict(RefinePolygonsParams, values), report)


def load_prompted(params: PromptParams, report: Report) -> tuple[LoadedModel, PromptedModel]:
    """The model the parameters name, ready to answer prompts."""
    loaded = load_model(params, BUNDLED_MODELS, models_folder(), report)
    return loaded, PromptedSam2(loaded, params.outline == "smooth")


def segment_prompts(
    params: PromptSegmentParams, report: Report, load: LoadPrompted = load_prompted
) -> dict[str, Any]:
    """Prompts -> windows -> answers -> outlines -> features."""
    with_mask = params.polygon_as == "mask"
    return _run("sam2:promptsegment", params, params.prompts, with_mask, report, load)


def refine(
    params: RefinePolygonsParams, report: Report, load: LoadPrompted = load_prompted
) -> dict[str, Any]:
    """Old polygons -> windows -> answers -> outlines beside the old ones -> features."""
    return _run("sam2:refinepolygons", params, params.polygons, True, report, load)


def _run(
    algorithm: str, params: PromptParams, prompts: str, with_mask: bool, report: Report, load: LoadPrompted
) -> dict[str, Any]:
    started = time.monotonic()
    with ExitStack() as stack:
        reader = stack.enter_context(open_raster(params))
        for note in reader.notes:
            report.log(note)
        file = stack.enter_context(PromptFile(prompts))
        report.progress(0.0, "reading the prompts")
        index = PromptIndex(file, reader.info.georeference, reader.region, report.check_cancelled)
        report.progress(0.0, "loading the model")
        loaded, model = load(params, report)
        report.progress(0.0, "reading the range of values")
        stretch = compute_stretch(reader, params, reader.region, report.check_cancelled)
        side = tile_side(params.tile_size, loaded.image_size)
        disk = open_cache(lambda sentence: report.log(sentence, "warning"))
        windows = partial(kept_windows, stretch=stretch, loaded=loaded, disk=disk)
        # A tile smaller than what the model sees is enlarged as it is.
        closer_below = loaded.closer_below if side >= loaded.image_size else 0.0
        levels = Levels(params, reader, windows, side, params.overlap, stack, closer_below)
        stage = PromptStage(index, levels, stretch, model, with_mask, report.check_cancelled)
        rule = BesideOld(params, index) if isinstance(params, RefinePolygonsParams) else AsAnswered()
        delivery = PromptDelivery(params, reader.info.georeference, rule, report)
        for answered in stage.results():
            delivery.deliver(answered)
            report.progress(
                stage.done / max(1, len(index)),
                f"{stage.done} of {len(index)} objects, window {stage.windows}",
            )
        left_out = {**index.left_out, **stage.left_out, **delivery.left_out}
        for sentence in sentences(left_out, len(index), reader.info.path):
            report.log(sentence, "warning")
        record = {
            **provenance(algorithm, params, reader.info, reader.bands, stretch, loaded),
            "windows": stage.windows,
            "objects": delivery.count,
            "left_out": {reason: len(features) for reason, features in left_out.items()},
            "seconds": round(time.monotonic() - started, 3),
        }
    return {
        "count": delivery.count,
        "windows": stage.windows,
        "left_out": sum(map(len, left_out.values())),
        "seconds": record["seconds"],
        "model": loaded.title,
        "trained": loaded.trained,
        "provenance": record,
    }
