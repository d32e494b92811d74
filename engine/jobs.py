"""The flow, on one page: what each job of the worker does, stage by stage."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from typing import Any

from .api.environment import models_folder
from .api.models import BUNDLED_MODELS
from .api.parameters.params import AutomaticMasksParams, ModelParams
from .api.parameters.paramspec import from_dict
from .canvas.canvas_jobs import CanvasJobs
from .embeddings.encode_job import EncodeJob
from .evaluation.job import evaluate_layers
from .formats.export_coco import export_coco
from .formats.export_flat_masks import export_flat_masks
from .formats.export_mask_raster import export_mask_raster
from .formats.export_npz import export_npz
from .formats.import_coco import import_coco
from .formats.import_flat_masks import import_flat_masks
from .formats.import_npz import import_npz
from .generator.automatic import AutomaticSegmenter
from .generator.gaps import covered_ground
from .generator.own_thresholds import with_own_thresholds
from .generator.second_look import loading_once, objects_in_gaps
from .model.sam2_model import LoadedModel, load_model
from .model.sam2_speed import check_model, measure_model
from .object_tools.extract_objects import extract_objects
from .object_tools.object_statistics import object_statistics
from .object_tools.overlapping_objects import overlapping_objects
from .object_tools.remove_objects import remove_objects
from .outlines.coverage import delivery_for
from .progress import Report
from .prompting.prompt_jobs import prompt_segment, refine_polygons
from .rasters.area_of_interest import AreaOfInterest
from .rasters.labels import LabelRaster
from .rasters.raster import open_raster
from .rasters.stretch import compute_stretch
from .runs.journal import open_journal
from .runs.run_identity import identify_run
from .runs.run_record import provenance, write_run_record
from .seams.seam_merger import SeamMerger
from .segmenter import Segmenter
from .tiles.tiling import plan_tiles, tile_side
from .workplace import LoadSegmenter, open_workplace

# Cut masks end up to 6 pixels before a tile's edge; below twice that two tiles share too little to agree on.
_LEAST_OVERLAP = 12


def automatic_masks(values: Mapping[str, Any], report: Report) -> dict[str, Any]:
    """Segment everything in a raster; features reach ``report`` tile by tile."""
    params = with_own_thresholds(from_dict(AutomaticMasksParams, values), report)
    return segment_everything(params, report)


def load_sam2(params: AutomaticMasksParams, report: Report) -> tuple[LoadedModel, Segmenter]:
    """The model the parameters name, ready to segment tiles."""
    loaded = load_model(params, BUNDLED_MODELS, models_folder(), report)
    return loaded, AutomaticSegmenter(loaded, params, params.outline == "smooth", report)


def segment_everything(
    params: AutomaticMasksParams, report: Report, load: LoadSegmenter = load_sam2
) -> dict[str, Any]:
    """Raster -> tiles -> RGB -> masks -> objects -> outlines -> features."""
    started = time.monotonic()
    load = loading_once(load)
    with ExitStack() as stack:
        reader = stack.enter_context(open_raster(params))
        for note in reader.notes:
            report.log(note)
        area = AreaOfInterest.of(params, reader)
        workplace = stack.enter_context(open_workplace(params, reader, load, report))
        loaded = workplace.model
        tiles = plan_tiles(reader.region, tile_side(params.tile_size, loaded.image_size), params.overlap)
        if len(tiles) > 1 and params.overlap < _LEAST_OVERLAP:
            report.log(
                f"With an OVERLAP of {params.overlap} pixels objects stay cut at the seams of the tiles. "
                f"Choose at least {_LEAST_OVERLAP}.",
                "warning",
            )
        report.progress(0.0, "reading the range of values")
        stretch = compute_stretch(reader, params, reader.region, report.check_cancelled)
        identity = identify_run(params, reader, stretch, loaded)
        journal = stack.enter_context(open_journal(identity, len(tiles), params.resume, report))
        labels = LabelRaster(params.labels, reader.info) if params.labels else None
        try:
            delivery = delivery_for(params, reader.info, labels, report)
            merger = SeamMerger(tiles, reader.region, with_logits=params.outline == "smooth")
            ground = stack.enter_context(covered_ground()) if params.fill_gaps else None
            for result in journal.continued(tiles, workplace.tile_results(stretch, area)):
                found = merger.add(result.tile, result.valid, result.masks)
                if ground is not None:
                    ground.add(found)
                delivery.deliver(found)
                done = result.tile.index + 1
                report.progress(done / len(tiles), f"tile {done} of {len(tiles)}, {delivery.count} objects")
            delivery.deliver(merger.finish())
            if ground is not None:
                gaps = objects_in_gaps(params, reader, ground, stretch, load, journal, len(tiles), report)
                for found in gaps:
                    delivery.deliver(found)
            delivery.finish()
            if labels is not None:
                labels.finish(report.check_cancelled)
            journal.finish()
        except BaseException:
            if labels is not None:
                labels.abandon()
            raise
        record = {
            **provenance("sam2:automaticmasks", params, reader.info, reader.bands, stretch, loaded),
            "tiles": len(tiles),
            "objects": delivery.count,
            "left_out_by_area": delivery.left_out,
            "seconds": round(time.monotonic() - started, 3),
        }
    if params.run_record:
        write_run_record(params.run_record, record)
    return {
        "count": delivery.count,
        "seconds": record["seconds"],
        "model": loaded.title,
        "trained": loaded.trained,
        "provenance": record,
        "journal": journal.key,
        "labels": params.labels,
        "run_record": params.run_record,
    }


def _load_plain(params: ModelParams, report: Report) -> LoadedModel:
    return load_model(params, BUNDLED_MODELS, models_folder(), report)


# One for the process: what it keeps open between jobs makes a click fast.
_CANVAS = CanvasJobs(_load_plain)

JOBS: Mapping[str, Callable[[Mapping[str, Any], Report], dict[str, Any]]] = {
    "automatic_masks": automatic_masks,
    "prompt_segment": prompt_segment,
    "refine_polygons": refine_polygons,
    "encode": EncodeJob(_load_plain),
    "canvas_encode": _CANVAS.encode,
    "canvas_prompt": _CANVAS.prompt,
    "canvas_look": _CANVAS.look,
    "canvas_close": _CANVAS.close,
    "measure_model": measure_model,
    "check_model": check_model,
    "export_npz": export_npz,
    "import_npz": import_npz,
    "export_coco": export_coco,
    "import_coco": import_coco,
    "export_flat_masks": export_flat_masks,
    "import_flat_masks": import_flat_masks,
    "export_mask_raster": export_mask_raster,
    "evaluate": evaluate_layers,
    "overlapping_objects": overlapping_objects,
    "object_statistics": object_statistics,
    "extract_objects": extract_objects,
    "remove_objects": remove_objects,
}
