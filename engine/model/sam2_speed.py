"""How fast a model is on this computer, and whether a checkpoint can be used: for the list of models."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import torch

from ..api.environment import models_folder
from ..api.models import BUNDLED_MODELS
from ..api.parameters.params import ModelParams
from ..api.parameters.paramspec import from_dict
from ..progress import Report
from .sam2_decoder import decode, mask_decoder
from .sam2_decoder_prompts import encode_prompts
from .sam2_embedding import use_threads, watched_encoder
from .sam2_image import encode_image
from .sam2_model import LoadedModel, load_model

# The best of a few rounds: whatever else the computer does only makes one slower.
_ROUNDS = 3
_LONG_ENOUGH_S = 4.0


def measure_model(values: Mapping[str, Any], report: Report) -> dict[str, Any]:
    """Seconds to look at one tile of the model's own size, and to answer one click on it.

    Random weights stand in for a checkpoint that is not there: they compute as long.

    Raises:
        EngineError: as loading does.
        Cancelled: by ``report``.
    """
    report.progress(0.0, "loading the model")
    params = from_dict(ModelParams, values)
    loaded = load_model(params, BUNDLED_MODELS, models_folder(), untrained=True)
    use_threads(loaded)
    tile, click = _time_rounds(loaded, report)
    return {
        "model": loaded.id,
        "tile_s": round(tile, 4),
        "click_s": round(click, 4),
        "image_size": loaded.image_size,
        "device": loaded.device_title,
        "device_type": loaded.device.type,
        "threads": loaded.threads,
        "precision": loaded.precision,
        "trained": loaded.trained,
    }


def check_model(values: Mapping[str, Any], report: Report) -> dict[str, Any]:
    """Load a model and let it look at a tile once: what a checkpoint and its config are good for.

    Raises:
        EngineError: as loading does.
        Cancelled: by ``report``.
    """
    report.progress(0.0, "loading the model")
    loaded = load_model(from_dict(ModelParams, values), BUNDLED_MODELS, models_folder())
    use_threads(loaded)
    with watched_encoder(loaded.model, lambda _: report.check_cancelled()):
        encode_image(loaded.model, _tile(loaded), loaded.precision)
    return {
        "title": loaded.title,
        "config": loaded.config,
        "image_size": loaded.image_size,
        "sha256": loaded.sha256,
        "weights": sum(weights.numel() for weights in loaded.model.parameters()),
        "trained": loaded.trained,
    }


def _time_rounds(loaded: LoadedModel, report: Report) -> tuple[float, float]:
    """Seconds for a tile and a click, the first round not counted: it is slower, and only once."""
    decoder, rgb = mask_decoder(loaded.model), _tile(loaded)
    points = torch.full((1, 1, 2), loaded.image_size / 2, device=loaded.device)
    labels = torch.ones((1, 1), dtype=torch.int, device=loaded.device)
    tiles: list[float] = []
    clicks: list[float] = []
    started = time.perf_counter()
    while len(tiles) <= _ROUNDS and (len(tiles) < 2 or time.perf_counter() - started < _LONG_ENOUGH_S):
        report.progress(len(tiles) / (_ROUNDS + 1), "looking at a tile")
        with watched_encoder(loaded.model, lambda _: report.check_cancelled()):
            encoded, seconds = _timed(loaded, lambda: encode_image(loaded.model, rgb, loaded.precision))
        tiles.append(seconds)
        prepared = decoder.prepare(encoded)
        prompts = encode_prompts(loaded.model, points, labels)
        clicks.append(_timed(loaded, lambda: decode(decoder, prepared, prompts, True))[1])  # noqa: B023
    return min(tiles[1:]), min(clicks[1:])


def _timed(loaded: LoadedModel, work: Callable[[], Any]) -> tuple[Any, float]:
    started = time.perf_counter()
    result = work()
    if loaded.device.type == "cuda":
        torch.cuda.synchronize()
    elif loaded.device.type == "mps":
        torch.mps.synchronize()
    return result, time.perf_counter() - started


def _tile(loaded: LoadedModel) -> Any:
    side = loaded.image_size
    return np.random.default_rng(0).integers(0, 255, (side, side, 3), dtype=np.uint8)
