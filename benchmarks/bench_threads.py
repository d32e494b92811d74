"""How many threads should look at a tile, and how should they wait for each other?

    python -P benchmarks/bench_threads.py [model id, default pico]

in the worker's environment. Seconds for one tile of the model's own size (random weights compute as long
as trained ones), the best and the middle of six: for 1, half and all cores; once with busy waiting,
PyTorch's own way on Linux, and once asleep, as the worker does it (OMP_WAIT_POLICY=PASSIVE,
engine/__main__.py); on the computer as it is, and beside one other program that keeps a core busy.
"""

# ruff: noqa: T201 - its output is for people

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parent))
from bench_conditions import load_checkout, say_conditions

load_checkout()

ROUNDS = 6
WAYS = {"busy": {}, "asleep": {"OMP_WAIT_POLICY": "PASSIVE"}}


def main() -> None:
    model_id = sys.argv[1] if len(sys.argv) > 1 else "pico"
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    say_conditions()
    print(f"| {model_id} | waiting | " + " | ".join(f"{n} threads" for n in counts(cores)) + " |")
    print("| --- | --- |" + " --- |" * len(counts(cores)))
    for beside in ("alone", "beside a busy program"):
        for way, variables in WAYS.items():
            with ExitStack() as stack:
                if beside != "alone":
                    other = subprocess.Popen([sys.executable, "-c", "while True: pass"])
                    stack.callback(other.wait)
                    stack.callback(other.kill)
                seconds = measured(model_id, counts(cores), variables)
            cells = [f"{min(each):.2f} ({statistics.median(each):.2f}) s" for each in seconds]
            print(f"| {beside} | {way} | " + " | ".join(cells) + " |", flush=True)


def counts(cores: int) -> list[int]:
    """How many threads are tried."""
    return sorted({1, max(1, cores // 2), cores})


def measured(model_id: str, threads: list[int], variables: dict[str, str]) -> list[list[float]]:
    """Seconds of every round for each number of threads, in a process of its own."""
    command = [sys.executable, "-P", __file__, "--here", model_id, json.dumps(threads)]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("OMP_")}
    answer = subprocess.run(
        command, env={**environment, **variables}, capture_output=True, text=True, check=True
    )
    return json.loads(answer.stdout)


def measure_here(model_id: str, threads: list[int]) -> list[list[float]]:
    """The rounds take turns, so that whatever else happens hits all alike."""
    import time

    import numpy as np
    import torch
    from sam2_toolbox.engine.api.models import BUNDLED_MODELS
    from sam2_toolbox.engine.api.parameters.params import ModelParams
    from sam2_toolbox.engine.model.sam2_image import encode_image
    from sam2_toolbox.engine.model.sam2_model import load_model

    params = ModelParams(model=model_id, device="cpu")
    model = load_model(params, BUNDLED_MODELS, Path("no such folder"), untrained=True).model
    side = model.image_size
    tile = np.random.default_rng(0).integers(0, 255, (side, side, 3), dtype=np.uint8)
    encode_image(model, tile)
    seconds: list[list[float]] = [[] for _ in threads]
    for _ in range(ROUNDS):
        for count, kept in zip(threads, seconds, strict=True):
            torch.set_num_threads(count)
            started = time.perf_counter()
            encode_image(model, tile)
            kept.append(time.perf_counter() - started)
    return seconds


if __name__ == "__main__":
    if sys.argv[1:2] == ["--here"]:
        print(json.dumps(measure_here(sys.argv[2], json.loads(sys.argv[3]))))
    else:
        main()
