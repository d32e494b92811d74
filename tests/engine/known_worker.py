"""The real worker with a fast stand-in for the model: ``python known_worker.py [OPTIONS as JSON]``.

Its job ``automatic_masks`` is the real one; the objects of a known scene are what the "model" finds.
    spacing  pixels of ground per object
    delay    seconds a tile takes
    wait_at  before this tile it waits for the file ``go`` (a path), as a slow model would
    go       see wait_at
    told     a file that gets a line per tile the model is asked for
"""

from __future__ import annotations

import json
import runpy
import sys
import time
from pathlib import Path

if "sam2_toolbox" not in sys.modules:
    runpy.run_path(str(Path(__file__).resolve().parents[1] / "conftest.py"))

import numpy as np
import rasterio
from sam2_toolbox.engine.api.parameters.params import AutomaticMasksParams
from sam2_toolbox.engine.api.parameters.paramspec import from_dict
from sam2_toolbox.engine.jobs import segment_everything
from sam2_toolbox.engine.worker import main
from sam2_toolbox.tests.engine.colour_segmenter import load_colours
from sam2_toolbox.tests.engine.fake_segmenter import LIKE_SAM, FakeSegmenter
from sam2_toolbox.tests.engine.known_scene import sparse_scene

WIDTH, HEIGHT = 1600, 1024
PARAMS = {"tile_size": 256, "overlap": 64}
"""8 x 5 tiles."""


def write_ground(path, width=WIDTH, height=HEIGHT, seed=0):
    """A raster of noise, so that no tile is blank."""
    values = np.random.default_rng(seed).integers(1, 255, (1, height, width), np.uint8)
    profile = {"driver": "GTiff", "width": width, "height": height, "count": 1, "dtype": "uint8"}
    transform = rasterio.Affine(0.5, 0, 500000, 0, -0.5, 5500000)
    with rasterio.open(path, "w", crs="EPSG:32632", transform=transform, **profile) as file:
        file.write(values)
    return str(path)


class SlowSegmenter:
    """A ``FakeSegmenter`` with time to be interrupted."""

    def __init__(self, scene, with_logits, options):
        self._fake = FakeSegmenter(scene, LIKE_SAM, with_logits)
        self._options = options

    def masks(self, image, check_cancelled=lambda: None):
        options = self._options
        if "told" in options:
            with open(options["told"], "a", encoding="utf-8") as told:
                told.write(f"{image.tile.index}\n")
        while image.tile.index == options.get("wait_at") and not Path(options["go"]).exists():
            check_cancelled()
            time.sleep(0.01)
        time.sleep(options.get("delay", 0))
        return self._fake.masks(image, check_cancelled)


def loader(width, height, options):
    """A ``LoadSegmenter`` of what is in a raster of this size."""
    model, _ = load_colours(image_size=256)(None, None)
    scene = sparse_scene(width, height, spacing=options.get("spacing", 128))
    return lambda params, report: (model, SlowSegmenter(scene, params.outline == "smooth", options))


def segment(values, report, options):
    """The job ``automatic_masks``."""
    params = from_dict(AutomaticMasksParams, values)
    try:
        with rasterio.open(params.input) as file:
            width, height = file.width, file.height
    except rasterio.errors.RasterioIOError:
        width, height = WIDTH, HEIGHT  # the job itself says what is wrong with it
    return segment_everything(params, report, loader(width, height, options))


if __name__ == "__main__":
    given = json.loads(sys.argv[1]) if len(sys.argv) > 1 else {}
    main({"automatic_masks": lambda values, report: segment(values, report, given)})
