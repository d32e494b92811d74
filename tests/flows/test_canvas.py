"""Clicks in the real window of QGIS, on a virtual screen, with a worker that knows the objects."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
SCRIPT = ROOT / "scripts" / "canvas_screenshots.py"
FAKE_CANVAS_WORKER = ROOT / "tests" / "plugin" / "fake_canvas_worker.py"

# In the raster of ``session``: 100 x 100 pixels of 10 m from (500000, 5000000) downwards
ROOF = [[500400.0, 4999600.0], [500600.0, 4999600.0], [500600.0, 4999400.0], [500400.0, 4999400.0]]
POND = [[500700.0, 4999300.0], [500800.0, 4999300.0], [500800.0, 4999200.0], [500700.0, 4999200.0]]


def square_of(wkt, crs, raster_crs="EPSG:32633"):
    """The corners of the first ring of a WKT multipolygon, in the raster's CRS."""
    from osgeo import ogr, osr

    geometry = ogr.CreateGeometryFromWkt(wkt)
    source, destination = osr.SpatialReference(), osr.SpatialReference()
    source.SetFromUserInput(crs)
    destination.SetFromUserInput(raster_crs)
    for reference in (source, destination):
        reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    geometry.Transform(osr.CoordinateTransformation(source, destination))
    ring = geometry.GetGeometryRef(0).GetGeometryRef(0)
    corners = [ring.GetPoint_2D(number) for number in range(ring.GetPointCount() - 1)]
    return sorted((round(x, 3), round(y, 3)) for x, y in corners)


@pytest.mark.skipif(shutil.which("xvfb-run") is None, reason="needs xvfb")
def test_click_refine_accept_undo_redo_save_unload_in_three_crss(session, raster, tmp_path):
    truth = tmp_path / "truth.json"
    truth.write_text(json.dumps([ROOF, POND]))
    options = {"truth": str(truth), "encode": 1.0}
    line = f"exec '{sys.executable}' -s -u '{FAKE_CANVAS_WORKER}' '{json.dumps(options)}'"
    session.python.write_text(f"#!/bin/sh\n{line}\n")
    visit = {
        "object": [500500.0, 4999500.0],
        "beside": [500300.0, 4999700.0],
        "other": [500750.0, 4999250.0],
        "width": 1500,
        "project": "EPSG:3857",
        "target": "EPSG:4326",
    }
    process = subprocess.run(
        [sys.executable, str(SCRIPT), str(raster), str(tmp_path / "pictures"), "--visit", json.dumps(visit)],
        env=session.environment(),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert process.returncode == 0, process.stderr
    seen = json.loads(process.stdout)
    assert "error" not in seen, seen["error"]
    assert seen["project"] == "EPSG:3857"
    assert seen["shortcut_clashes"] == []
    assert seen["hovers_per_s"] > 0
    assert seen["scores"] == [0.93, 0.81, 0.74]
    assert (seen["undone"], seen["redone"]) == (1, 2)
    assert (seen["accepted"], seen["after_undo"], seen["after_redo"]) == (1, 0, 1)
    states = seen["states"]
    assert {"starting", "encoding", "ready", "died"} <= set(states)
    assert states.index("starting") < states.index("encoding")
    # The polygon saved is the object clicked, in its place: half a pixel is 5 m
    (saved,) = seen["saved"]
    for corner, true in zip(square_of(saved["wkt"], "EPSG:4326"), sorted(map(tuple, ROOF))):
        assert corner == pytest.approx(true, rel=0, abs=0.01)
    assert (saved["model"], saved["prompts_fg"], saved["prompts_bg"]) == ("pico", "1", "1")
    assert seen["left_behind"] == {"items": 0, "threads": [], "worker": False}
    pictures = {path.name for path in (tmp_path / "pictures").iterdir()}
    assert {"canvas_ready.png", "canvas_click.png", "canvas_died.png"} <= pictures
