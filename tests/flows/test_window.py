"""A run from the dialog of the real QGIS, on a virtual screen."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parent.parent.parent / "scripts" / "screenshots.py"


@pytest.mark.skipif(shutil.which("xvfb-run") is None, reason="needs xvfb")
def test_window_answers_while_the_dialog_runs(session, raster, tmp_path):
    """``scripts/screenshots.py`` measures the pauses; here they must only not be the whole run."""
    session.fake(origin=[500010.0, 4999000.0], tiles=100, delay=0.05)
    process = subprocess.run(
        [sys.executable, str(SCRIPT), str(raster), str(tmp_path / "pictures")],
        env=session.environment(),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert process.returncode == 0, process.stderr
    seen = json.loads(process.stdout)
    assert seen["preset"] is True
    assert seen["objects"] == 300
    assert seen["layer"] == "field objects"
    assert seen["seconds"] > 5
    assert seen["longest_gap_ms"] / 1000 < seen["seconds"] / 3
    assert seen["cancel_seconds"] < 2
    pictures = {path.name for path in (tmp_path / "pictures").iterdir()}
    assert pictures == {"dialog.png", "log.png", "result.png", "cancelled.png"}
