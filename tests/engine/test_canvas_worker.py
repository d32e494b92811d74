"""The canvas' jobs through the real worker: what one process has seen, the next one knows."""

import os
import sys
import threading
from pathlib import Path

import cv2
import numpy as np
import pytest
import rasterio
from rasterio.transform import Affine
from sam2_toolbox.engine.api.errors import Cancelled
from sam2_toolbox.engine.api.link.client import WorkerClient

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_S = 120


@pytest.fixture
def start(tmp_path):
    """``start() -> client`` of a new worker whose folders are the test's."""
    clients = []

    def start():
        client = WorkerClient()
        clients.append(client)
        variables = {**os.environ, "SAM2_TOOLBOX_HOME": str(tmp_path / "home")}
        client.start([sys.executable, "-s", "-u", str(ROOT / "engine")], variables, PATIENCE_S)
        return client

    yield start
    for client in clients:
        client.close()


@pytest.fixture
def view(tmp_path):
    """A raster of 900 x 700 pixels, and a view of its middle."""
    coarse = np.random.default_rng(5).integers(0, 256, (14, 18, 3), np.uint8)
    values = np.moveaxis(cv2.resize(coarse, (900, 700), interpolation=cv2.INTER_CUBIC), -1, 0)
    path = str(tmp_path / "raster.tif")
    profile = {"driver": "GTiff", "count": 3, "width": 900, "height": 700, "dtype": "uint8"}
    transform = Affine(0.2, 0, 600000, 0, -0.2, 5200000)
    with rasterio.open(path, "w", crs="EPSG:32633", transform=transform, **profile) as dataset:
        dataset.write(values)
    return {
        "input": path,
        "device": "cpu",
        "view": [600060, 5199900, 600120, 5199960],
        "pixel": 0.2,
    }


def test_a_second_worker_needs_no_encoder_for_known_ground(start, view):
    first, found = start(), []
    prepared = first.run("canvas_encode", view)
    assert prepared["cached"] is False
    x, y = np.mean(prepared["corners"], axis=0).tolist()
    click = {**view, "points": [[x, y, 1]], "may_encode": False}
    answered = first.run("canvas_prompt", click, on_features=found.extend)
    assert answered["encoded"] is False
    assert answered["window"] == prepared["window"]
    assert answered["candidates"] == len(found) == 3
    first.close()
    second, again = start(), []
    answered = second.run("canvas_prompt", click, on_features=again.extend)
    assert (answered["window"], answered["encoded"]) == (prepared["window"], False)
    assert again == found
    assert second.run("canvas_encode", view)["cached"] is True


def test_escape_during_an_encoding_leaves_the_worker_ready(start, view):
    client = start()
    begun = threading.Event()

    def progress(fraction, text):
        if text == "encoding":
            begun.set()

    with pytest.raises(Cancelled):
        client.run("canvas_encode", view, on_progress=progress, is_cancelled=begun.is_set)
    assert begun.is_set()
    assert client.alive, "it stopped by itself and was not killed"
    # Where the cancel came too late for the encoder, the window is there already.
    assert client.run("canvas_encode", view)["window"]
