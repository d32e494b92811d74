"""How long a click takes where the ground is known: ``python -P benchmarks/canvas_clicks.py``.

In the worker's Python, in this process: from the job's parameters to the packed features. The mask
decoder runs in full; unless --own-masks is given, its masks are then replaced by discs of a usual size,
because those of a model without trained weights are noise with outlines of 10,000 vertices.
"""

from __future__ import annotations

import argparse
import platform
import runpy
import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


runpy.run_path(str(ROOT / "tests" / "conftest.py"))

import cv2  # noqa: E402
import numpy as np  # noqa: E402
import rasterio  # noqa: E402
import torch  # noqa: E402
from rasterio.transform import Affine  # noqa: E402
from sam2_toolbox.engine.api.environment import models_folder  # noqa: E402
from sam2_toolbox.engine.api.features import pack  # noqa: E402
from sam2_toolbox.engine.api.models import BUNDLED_MODELS  # noqa: E402
from sam2_toolbox.engine.canvas import canvas_answers  # noqa: E402
from sam2_toolbox.engine.canvas.canvas_jobs import CanvasJobs  # noqa: E402
from sam2_toolbox.engine.model.sam2_model import load_model  # noqa: E402
from sam2_toolbox.engine.model.sam2_prompts import Candidates  # noqa: E402

SIDE, PIXEL = 4096, 0.5


class Listener:
    """A ``Report`` that packs features as the worker does."""

    def progress(self, fraction: float, text: str = "") -> None:
        """Nobody looks."""

    def log(self, text: str, level: str = "info") -> None:
        """Nobody listens."""

    def features(self, features: list) -> None:
        """What the worker would send."""
        self.sent = pack(features)

    def check_cancelled(self) -> None:
        """Never."""


def discs(predict):  # noqa: ANN001, ANN201
    """``predict`` at its whole cost, with discs around the prompt in place of its masks."""

    def replaced(model, image, prompt, multimask_output):  # noqa: ANN001, ANN202
        answer = predict(model, image, prompt, multimask_output)
        side = answer.logits.shape[-1]
        x, y = (np.array(prompt.place) / [image.width, image.height] * side).tolist()
        columns, rows = torch.arange(side)[None, :] + 0.5 - x, torch.arange(side)[:, None] + 0.5 - y
        distance = torch.sqrt(columns**2 + rows**2)
        radii = torch.tensor([0.08, 0.05, 0.12])[: len(answer.logits)] * side
        return Candidates((radii[:, None, None] - distance) * 2, answer.iou)

    return replaced


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", default="pico")
    parser.add_argument("--clicks", type=int, default=40)
    parser.add_argument("--threads", type=int, default=0)
    parser.add_argument("--own-masks", action="store_true")
    options = parser.parse_args()
    if not options.own_masks:
        canvas_answers.predict = discs(canvas_answers.predict)
    with tempfile.TemporaryDirectory() as folder:
        _measure(Path(folder), options)


def _measure(folder: Path, options: argparse.Namespace) -> None:
    coarse = np.random.default_rng(0).integers(0, 256, (80, 80, 3), np.uint8)
    path = folder / "raster.tif"
    profile = {"driver": "GTiff", "count": 3, "width": SIDE, "height": SIDE, "dtype": "uint8", "tiled": True}
    with rasterio.open(
        path, "w", crs="EPSG:32632", transform=Affine(PIXEL, 0, 500000, 0, -PIXEL, 5100000), **profile
    ) as dataset:
        dataset.write(np.moveaxis(cv2.resize(coarse, (SIDE, SIDE), interpolation=cv2.INTER_CUBIC), -1, 0))
    report = Listener()
    asked = {"input": str(path), "model": options.model, "device": "cpu", "threads": options.threads}
    asked |= {"pixel": PIXEL, "view": [500900, 5098900, 501100, 5099100]}

    def new_jobs() -> CanvasJobs:
        return CanvasJobs(lambda p, r: load_model(p, BUNDLED_MODELS, models_folder(), r), folder / "cache")

    jobs = new_jobs()
    rows = [("raster, stretch, model and first window", [jobs.encode(asked, report)["seconds"]], [0.0])]
    x, y = np.mean(jobs.encode(asked, report)["corners"], axis=0)
    kinds = {
        "click, three candidates": {},
        "click, smooth outlines": {"outline": "smooth"},
        "hover": {"preview": True, "may_encode": False},
    }
    for name, more in kinds.items():
        wall, cpu = [], []
        for number in range(options.clicks):
            point = [x + number % 5, y + number % 7, 1]
            begun = time.perf_counter(), time.process_time()
            result = jobs.prompt({**asked, "points": [point], **more}, report)
            wall.append(time.perf_counter() - begun[0])
            cpu.append(time.process_time() - begun[1])
            assert not result["encoded"]
        rows.append((name, wall, cpu))
    restarted, begun = new_jobs(), time.perf_counter()
    assert not restarted.prompt({**asked, "points": [[x, y, 1]]}, report)["encoded"]
    rows.append(("first click of a new process (imports aside)", [time.perf_counter() - begun], [0.0]))
    sys.stdout.write(f"{'':46}{'median':>9}{'worst':>9}{'CPU':>9}  ms\n")
    for name, wall, cpu in rows:
        times = (statistics.median(wall), max(wall), statistics.median(cpu))
        sys.stdout.write(f"{name:46}" + "".join(f"{1000 * seconds:9.1f}" for seconds in times) + "\n")
    sys.stdout.write(
        f"\n{options.model}, {options.clicks} clicks, {torch.get_num_threads()} threads, torch "
        f"{torch.__version__}, Python {platform.python_version()}\n"
    )


if __name__ == "__main__":
    main()
