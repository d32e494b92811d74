"""Stands in for the model on the workers of a cluster: every colour of a tile is an object.

Imported by its bare name, there and here; it takes our classes from whatever package its
parameters come from. A file beside the raster, of its name and ``.faults``, says in JSON what goes
wrong: {"seconds": for each tile, or by its number, "die_at": number of a tile, "missing": a sentence}.
It leaves empty files there: loaded-*, begun-* and done-*, the latter two with a tile's number.
"""

import importlib
import json
import os
import time
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import torch


def load_fake(params, report):
    """A ``LoadSegmenter``."""
    engine = type(params).__module__.rpartition(".api.")[0]
    faults = Path(f"{params.input}.faults")
    faults = json.loads(faults.read_text()) if faults.exists() else {}
    if "missing" in faults:
        errors = importlib.import_module(f"{engine}.api.errors")
        raise errors.EngineError(errors.Code.MODEL_MISSING, faults["missing"])
    report.log("Model fake.")
    folder = Path(params.input).parent
    (folder / f"loaded-{os.getpid()}-{time.monotonic_ns()}").touch()
    model = SimpleNamespace(
        id="fake",
        title="fake",
        checkpoint=None,
        sha256="0",
        config="fake.yaml",
        image_size=96,
        trained=True,
        device=torch.device("cpu"),
        device_title="processor",
        precision="float32",
    )
    return model, FakeSegmenter(importlib.import_module(f"{engine}.masks").Mask, faults, folder)


class FakeSegmenter:
    """A ``Segmenter``; black is background."""

    def __init__(self, mask_class, faults, folder):
        self._mask = mask_class
        self._faults = faults
        self._folder = folder

    def masks(self, image, check_cancelled):
        number = image.tile.index
        (self._folder / f"begun-{number}-{os.getpid()}").touch()
        if number == self._faults.get("die_at"):
            os._exit(9)
        seconds = self._faults.get("seconds", 0)
        if isinstance(seconds, dict):
            seconds = seconds.get(str(number), 0)
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            check_cancelled()
            time.sleep(0.01)
        codes = image.rgb.astype(np.int64) @ (1 << 16, 1 << 8, 1)
        found = []
        for colour in np.unique(codes[codes > 0]):
            rows, columns = np.nonzero(codes == colour)
            x, y = int(columns.min()), int(rows.min())
            bits = np.ascontiguousarray((codes == colour)[y : rows.max() + 1, x : columns.max() + 1])
            point = (columns[0] + 0.5, rows[0] + 0.5)
            found.append(self._mask(x, y, bits, 0.9, 0.97, tuple(map(float, point))))
        (self._folder / f"done-{number}-{os.getpid()}").touch()
        return found
