"""Run by the environment it checks: a real forward pass on every device, and how fast it is.

Prints one line of JSON per device: ``device``, ``title``, and ``problem`` or ``model``, ``trained``,
``ready_s`` (to load the model and look at a first image), ``encode_s`` and ``click_s`` (medians, one
image and one click), ``same`` (whether it sees what the processor sees). The processor comes first.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from ..api.environment import models_folder
from ..api.errors import EngineError
from ..api.models import BUNDLED_MODELS
from ..api.parameters.params import ModelParams
from .device import choose_device
from .sam2_embedding import use_threads
from .sam2_image import EncodedImage, encode_image
from .sam2_model import LoadedModel, load_model
from .sam2_prompts import Prompt, PromptPredictor

_DEVICES = ("cuda", "mps", "cpu")
# float32 on a GPU may multiply in TF32, which keeps 10 bits of the mantissa.
_TOLERANCE = 0.05
_LEAST_RUNS = 3


def main() -> None:
    """Check every device there is."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=10.0, help="time for each device")
    seconds = parser.parse_args().seconds
    reference: NDArray[np.float32] | None = None
    for name in reversed(_DEVICES):
        try:
            choose_device(name)
        except EngineError as error:
            if "cannot be used" in error.message:
                _print(_problem(name, name, error.message))
            continue
        facts, embedding = _check(name, seconds)
        if embedding is not None and reference is None:
            reference = embedding
        if embedding is not None and reference is not None:
            apart = float(np.abs(embedding - reference).max() / np.abs(reference).max())
            facts["same"] = bool(apart <= _TOLERANCE)
        _print(facts)


def _check(name: str, seconds: float) -> tuple[dict[str, Any], NDArray[np.float32] | None]:
    started = time.monotonic()
    try:
        loaded = load_model(ModelParams(device=name), BUNDLED_MODELS, models_folder())
        image = _picture(loaded.image_size)
        use_threads(loaded)
        encoded = encode_image(loaded.model, image)
        embedding = encoded.embedding.float().cpu().numpy()
        if not np.isfinite(embedding).all():
            return {
                "device": name,
                "title": loaded.device_title,
                "problem": "its results are no numbers",
            }, None
        ready = time.monotonic() - started
        encode_s, click_s = _measure(loaded, image, encoded, seconds)
    except (EngineError, RuntimeError, MemoryError) as error:
        return _problem(name, name, str(error).splitlines()[0]), None
    facts = {"device": name, "title": loaded.device_title, "model": loaded.title, "trained": loaded.trained}
    return {**facts, "ready_s": ready, "encode_s": encode_s, "click_s": click_s}, embedding


def _problem(name: str, title: str, problem: str) -> dict[str, Any]:
    return {"device": name, "title": title, "problem": problem}


def _measure(
    loaded: LoadedModel, image: NDArray[np.uint8], encoded: EncodedImage, seconds: float
) -> tuple[float, float]:
    """Median times of looking at an image, and of answering a click on it, in ``seconds`` together."""
    predictor = PromptPredictor(loaded.model)
    middle = loaded.image_size / 2
    click = Prompt(np.array([[middle, middle]], np.float32), np.array([1], np.int32))
    look = partial(encode_image, loaded.model, image)
    answer = partial(predictor.predict_all, encoded, [click], True)
    encode_s = _median_time(look, loaded.device, 0.8 * seconds)
    click_s = _median_time(answer, loaded.device, 0.2 * seconds)
    return encode_s, click_s


def _median_time(work: Callable[[], object], device: torch.device, seconds: float) -> float:
    times: list[float] = []
    ends = time.monotonic() + seconds
    while len(times) < _LEAST_RUNS or time.monotonic() < ends:
        started = time.perf_counter()
        work()
        if device.type == "cuda":
            torch.cuda.synchronize()
        elif device.type == "mps":
            torch.mps.synchronize()
        times.append(time.perf_counter() - started)
    return statistics.median(times)


def _picture(side: int) -> NDArray[np.uint8]:
    """A disk on a slope of grey, the same everywhere."""
    rows, columns = np.mgrid[0:side, 0:side]
    grey = (columns * 200 // side).astype(np.uint8)
    grey[(rows - side / 2) ** 2 + (columns - side / 2) ** 2 < (side / 4) ** 2] = 255
    return np.repeat(grey[:, :, None], 3, axis=2)


def _print(facts: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(facts) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
