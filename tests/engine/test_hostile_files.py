"""Odd and broken files: an image, or one sentence that names the file; never anything else.

One child process reads many files, so that a crash, a hang or runaway memory is the child's; it
says which file it is at before it opens it.
"""

from __future__ import annotations

import contextlib
import json
import os
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT.parent / "shared" / "data"
SIDE_FILES = (".xml", ".msk", ".txt", ".md")

MOST_SECONDS = 60
MOST_MEGABYTES = 2048

CHILD = f"""
import importlib.util, json, resource, sys, warnings
spec = importlib.util.spec_from_file_location(
    "sam2_toolbox", {str(ROOT / "__init__.py")!r}, submodule_search_locations=[{str(ROOT)!r}])
sys.modules["sam2_toolbox"] = importlib.util.module_from_spec(spec)
spec.loader.exec_module(sys.modules["sam2_toolbox"])
from sam2_toolbox.engine.api.errors import EngineError
from sam2_toolbox.engine.api.parameters.params import RasterParams
from sam2_toolbox.engine.rasters.raster import open_raster
from sam2_toolbox.engine.rasters.stretch import compute_stretch
from sam2_toolbox.engine.tiles.tile_image import read_tile
from sam2_toolbox.engine.tiles.tiling import Tile, Window

warnings.simplefilter("error")

def look_at(path):
    params = RasterParams(input=path)
    with open_raster(params) as reader:
        stretch = compute_stretch(reader, params, reader.region, lambda: None)
        shapes = []
        for x in sorted({{0, max(0, reader.region.right - 1024)}}):
            for y in sorted({{0, max(0, reader.region.bottom - 1024)}}):
                window = Window(x, y, min(1024, reader.region.right - x), min(1024, reader.region.bottom - y))
                image = read_tile(reader, stretch, None, Tile(0, 0, 0, window, window))
                shapes.append([image.rgb.shape == (window.height, window.width, 3), str(image.rgb.dtype)])
        return dict(shapes=shapes, width=reader.info.width, height=reader.info.height)

for line in sys.stdin:
    try:
        answer = look_at(json.loads(line))
    except EngineError as error:
        answer = dict(code=error.code.value, message=error.message)
    except Exception as error:
        answer = dict(crash=repr(error))
    answer["megabytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(json.dumps(answer), flush=True)
"""


class Looker:
    """The child, restarted after each file that ends it."""

    def __init__(self):
        self.start()

    def start(self):
        self.child = subprocess.Popen(
            [sys.executable, "-P", "-c", CHILD],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def look_at(self, path):
        started = time.monotonic()
        with contextlib.suppress(BrokenPipeError):
            self.child.stdin.write(json.dumps(path) + "\n")
            self.child.stdin.flush()
        ready, _, _ = select.select([self.child.stdout], [], [], MOST_SECONDS)
        line = self.child.stdout.readline() if ready else ""
        if line:
            return json.loads(line) | {"seconds": time.monotonic() - started}
        self.close()
        code = self.child.returncode
        self.start()
        return {"crash": "no answer in time" if not ready else f"the process ended with {code}"}

    def close(self):
        self.child.kill()
        self.child.wait()
        for stream in (self.child.stdin, self.child.stdout):
            with contextlib.suppress(BrokenPipeError):
                stream.close()


@pytest.fixture(scope="module")
def looker():
    looker = Looker()
    yield looker
    looker.close()


def problem_with(path, answer):
    """What is wrong with an answer, or None."""
    if "crash" in answer:
        return answer["crash"]
    if answer["megabytes"] > MOST_MEGABYTES:
        return f"{answer['megabytes']} MB"
    if "message" in answer:
        message = answer["message"]
        named = path in message and message.endswith(".") and "\n" not in message
        kind = answer["code"] in ("bad_raster", "bad_georeference")
        return None if named and kind and "Traceback" not in message else f"unclear: {answer}"
    return None if all(shape == [True, "uint8"] for shape in answer["shapes"]) else f"wrong: {answer}"


def rasters_in(folder):
    found = [path for path in (DATA / folder).rglob("*") if path.is_file() and path.suffix not in SIDE_FILES]
    if not found:
        pytest.skip(f"needs ../shared/data/{folder}, which is not beside this checkout")
    return sorted(found)


@pytest.mark.parametrize("folder", ["odd", "broken"])
def test_an_image_or_one_sentence(looker, folder):
    problems = {}
    for path in rasters_in(folder):
        problem = problem_with(str(path), looker.look_at(str(path)))
        if problem:
            problems[path.name] = problem
    assert not problems


def test_what_gdal_reads_is_read(looker):
    """Nothing is refused that the catalogue says GDAL reads, but for those named here."""
    if not (DATA / "catalogue.json").exists():
        pytest.skip("needs ../shared/data/catalogue.json, which is not beside this checkout")
    no_data = {"projection_from_esri_xml.tif", "sparse_tiled_separate.tif", "uint16_nodata_65535_bigtiff.tif"}
    refused = set()
    for entry in json.loads((DATA / "catalogue.json").read_text())["files"]:
        name = entry.get("file") or entry["path"]
        readable = str(entry.get("raster", {}).get("read", "")).startswith("ok")
        if readable and name.startswith(("odd/", "broken/")):
            answer = looker.look_at(str(DATA / name))
            if "message" in answer:
                refused.add(os.path.basename(name))
    assert refused == no_data


def test_a_child_that_dies_is_noticed(looker, tmp_path):
    path = str(tmp_path / "none.tif")
    looker.child.kill()
    looker.child.wait()
    assert "ended with -9" in problem_with(path, looker.look_at(path))
    assert problem_with(path, looker.look_at(path)) is None
