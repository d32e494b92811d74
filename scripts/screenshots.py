"""Run the algorithm from the dialog of the real QGIS: pictures, GUI pauses, cancel.

    /usr/bin/python3 scripts/screenshots.py raster.tif folder [--parameters JSON]

Needs qgis, xvfb and the worker's environment. Writes dialog.png, log.png, result.png and
cancelled.png to the folder and prints a JSON object:

    preset            the raster was chosen in the dialog before anything was touched
    objects           features of the loaded layer
    layer             its name
    click_gap_ms      how long the click on Run takes: QGIS checks the values and starts the task
    seconds           from the click to the end of the run
    longest_gap_ms    longest time in the run in which the GUI thread did not answer a 5 ms timer
    loading_gap_ms    the same, while QGIS loads and draws the result
    cancel_seconds    from the click on Cancel in a second run to its end
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path
from typing import Any

if "SAM2_WINDOW_SCRIPTS" in os.environ:  # QGIS runs this file without its folder
    sys.path.insert(0, os.environ["SAM2_WINDOW_SCRIPTS"])

from main_job import MainJob
from real_window import be_visited, is_in_qgis, open_window

TIMEOUT_S = 600


def main() -> int:
    """Start QGIS on a virtual screen, with a profile of its own, and let it run ``visit``."""
    parser = argparse.ArgumentParser(description="Pictures and pauses of a run from the dialog.")
    parser.add_argument("raster", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--parameters", default="{}", help="of the algorithm, as JSON")
    options = parser.parse_args()
    script = Path(__file__).resolve()  # QGIS runs it without a __file__
    return open_window(
        script, options.raster, options.folder, {"parameters": json.loads(options.parameters)}, TIMEOUT_S
    )


class Visit(MainJob):
    """The steps, in the order a user takes them."""

    def report(self) -> dict[str, Any]:
        """Run once to the end, once to a cancel."""
        self._show_raster()
        dialog = self._open_dialog()
        raster = self._iface.activeLayer()
        preset = dialog.createProcessingParameters().get("INPUT") in (raster.id(), raster.source(), raster)
        dialog.resize(900, 930)  # everything but the advanced settings
        self._picture(dialog, "dialog.png")
        ran = self._run(dialog)
        self._picture(dialog, "log.png")
        dialog.close()
        layer = self._look_at_result()
        self._picture(self._iface.mainWindow(), "result.png")
        return {
            "preset": preset,
            "objects": layer.featureCount() if layer is not raster else None,
            "layer": layer.name(),
            **ran,
            "cancel_seconds": self._cancel(raster),
        }

    def _cancel(self, raster: Any) -> float:
        import time

        self._iface.setActiveLayer(raster)
        dialog = self._open_dialog()
        has_ended = self._start(dialog)
        begun = time.monotonic()
        self._until(lambda: has_ended() or time.monotonic() - begun > 2)
        clicked = time.monotonic()
        dialog.cancelButton().click()
        self._until(has_ended)
        seconds = round(time.monotonic() - clicked, 2)
        self._picture(dialog, "cancelled.png")
        return seconds


if is_in_qgis():
    from qgis.PyQt.QtCore import QTimer

    QTimer.singleShot(3000, lambda: be_visited(lambda options: Visit(options).report()))
elif __name__ == "__main__":
    sys.exit(main())
