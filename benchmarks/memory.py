"""Does memory stay bounded, whatever the raster's size?

    python -P benchmarks/memory.py [side ...]

in the worker's environment. Each side, in pixels, is a process of its own over a generated uint16
raster with one object per 400 x 400 pixels and a road from top to bottom, label raster included.
The fake segmenter of tests/engine costs next to nothing, so that what is measured is everything but
the model. The bar: the peak of the largest within 300 MB of the smallest's. Last run:

    {"side": 4000, "start_mb": 307, "peak_mb": 364, "objects": 121, "seconds": 2.7}
    {"side": 20000, "start_mb": 341, "peak_mb": 528, "objects": 2951, "seconds": 57.5}
    peak grew by 164 MB from side 4000; the bar is 300 MB
"""

# ruff: noqa: T201 - its output is for people

from __future__ import annotations

import json
import resource
import runpy
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BAR_MB = 300


def write_raster(path: Path, side: int) -> None:
    """One tiled, compressed band of a chequered ground, written row of blocks by row of blocks."""
    import numpy as np
    import rasterio
    from rasterio.windows import Window

    block = np.kron(np.indices((8, 8)).sum(0) % 2, np.ones((64, 64), int)).astype(np.uint16) * 900 + 400
    profile = {
        "driver": "GTiff",
        "width": side,
        "height": side,
        "count": 1,
        "dtype": "uint16",
        "crs": "EPSG:32632",
        "transform": rasterio.Affine(0.5, 0, 500000, 0, -0.5, 5500000),
        "tiled": True,
        "blockxsize": 512,
        "blockysize": 512,
        "compress": "zstd",
    }
    with rasterio.open(path, "w", **profile) as file:
        for top in range(0, side, 512):
            height = min(512, side - top)
            row = np.tile(block[:height], (1, side // 512 + 1))[:, :side]
            file.write(row, 1, window=Window(0, top, side, height))


def measure(side: int) -> None:
    """Run the job on a raster of ``side`` x ``side`` and print what it took as JSON."""
    runpy.run_path(str(ROOT / "tests" / "conftest.py"))
    from sam2_toolbox.engine.api.parameters.params import AutomaticMasksParams
    from sam2_toolbox.engine.jobs import segment_everything
    from sam2_toolbox.tests.engine.colour_segmenter import load_colours
    from sam2_toolbox.tests.engine.fake_segmenter import LIKE_SAM, FakeSegmenter
    from sam2_toolbox.tests.engine.known_scene import sparse_scene

    class Counter:
        def progress(self, fraction, text="") -> None: ...  # noqa: ANN001
        def log(self, text, level="info") -> None: ...  # noqa: ANN001
        def features(self, features) -> None: ...  # noqa: ANN001
        def check_cancelled(self) -> None: ...

    scene = sparse_scene(side, side)
    loaded, _ = load_colours(image_size=1024)(None, None)
    segmenter = FakeSegmenter(scene, LIKE_SAM, with_logits=True)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.tif"
        write_raster(path, side)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        started = time.perf_counter()
        params = AutomaticMasksParams(input=str(path), labels=str(Path(folder) / "labels.tif"))
        result = segment_everything(params, Counter(), lambda params, report: (loaded, segmenter))
        seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(
        json.dumps(
            {
                "side": side,
                "start_mb": before // 1024,
                "peak_mb": peak // 1024,
                "objects": result["count"],
                "seconds": round(seconds, 1),
            }
        )
    )


def main(sides: list[int]) -> int:
    """Measure each side in a fresh process; exit code 1 if the bar is missed."""
    rows = []
    for side in sides:
        command = [sys.executable, "-P", __file__, "--one", str(side)]
        line = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
        rows.append(json.loads(line))
        print(line.strip())
    grown = max(row["peak_mb"] for row in rows) - rows[0]["peak_mb"]
    print(f"peak grew by {grown} MB from side {rows[0]['side']}; the bar is {BAR_MB} MB")
    return int(grown > BAR_MB)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        measure(int(sys.argv[2]))
    else:
        sys.exit(main([int(side) for side in sys.argv[1:]] or [4000, 20000]))
