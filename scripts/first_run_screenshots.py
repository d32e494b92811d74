"""From the plugin's zip file to polygons in the real QGIS, as someone goes that has just installed QGIS.

    /usr/bin/python3 scripts/first_run_screenshots.py sam2_toolbox.zip raster.tif folder [--wheels FOLDER]

Needs qgis, xvfb and the network, or a folder of wheels (docs/install.md). Writes first_*.png, pictures of
the whole screen, to the folder and prints a JSON object:

    installed    the plugin was installed from the zip file and is switched on
    before       what the dock says before the environment is there
    steps        each step of the installation, its seconds, and the longest time in it in which the GUI
                 thread did not answer a 5 ms timer
    idle_gap_ms  the same before the click, while nothing is done: that is the computer's
    longest_gap_ms       the longest of all these after it
    longest_own_ms       the same without the time in which the GUI thread waited for a processor: what others
                         on a busy computer took
    install_s    seconds from the click on Install to its end
    after        what the dock says then, without another click
    run          the main job from its dialog: as scripts/screenshots.py prints it
    objects      features of the layer on the canvas
    listening    ports on which QGIS or a child of it has listened, at the moments of the pictures
    kept         what is on the disk then: environment, models (one put there by hand), views seen
    upgraded     what of it is still there after the plugin was installed once more
    uninstalled  and what after it was uninstalled
    removed      and after the button that removes all of it
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import Any

if "SAM2_WINDOW_SCRIPTS" in os.environ:  # QGIS runs this file without its folder
    sys.path.insert(0, os.environ["SAM2_WINDOW_SCRIPTS"])

from main_job import MainJob
from real_window import be_visited, is_in_qgis, open_window
from what_is_kept import WhatIsKept

TIMEOUT_S = 1800
_PLUGIN = "sam2_toolbox"
# How long the window is watched while it does nothing: the pauses that are the computer's, not ours.
_IDLE_MS = 15_000


def main() -> int:
    """Start QGIS on a virtual screen, with a profile that has never been used, and let it run ``visit``."""
    parser = argparse.ArgumentParser(description="Pictures and pauses of the way to the first polygons.")
    parser.add_argument("package", type=Path)
    parser.add_argument("raster", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--wheels", type=Path, help="install from this folder, without network")
    given = parser.parse_args()
    options = {
        "package": str(given.package.resolve()),
        "wheels": str(given.wheels.resolve()) if given.wheels else "",
        "parameters": {},
    }
    script = Path(__file__).resolve()  # QGIS runs it without a __file__
    return open_window(script, given.raster, given.folder, options, TIMEOUT_S, fresh=True)


class Visit(MainJob):
    """The steps, in the order a user takes them."""

    def __init__(self, options: dict[str, Any]) -> None:
        super().__init__(options)
        self._listening: set[str] = set()
        self._pictures = 0

    def report(self) -> dict[str, Any]:
        """Install the plugin, then SAM 2, then segment."""
        installed = self._install_plugin()
        self._show_raster()
        before = self._open_dock()
        steps, seconds = self._install_environment()
        session = self._plugin.by_hand.session
        self._until(lambda: session.status.state.value == "ready")
        self._screen("dock_ready")
        after = self._said()
        job = self._segment()
        return {
            "installed": installed,
            "before": before,
            "steps": steps,
            "idle_gap_ms": steps[0]["gap_ms"],
            "longest_gap_ms": max(step["gap_ms"] for step in steps[1:]),
            "longest_own_ms": max(step["own_ms"] for step in steps[1:]),
            "install_s": seconds,
            "after": after,
            **job,
            **WhatIsKept(self._options["package"], self._screen).report(),
            "listening": sorted(self._listening),
        }

    def _install_plugin(self) -> bool:
        """Do what the button of Plugins > Manage and Install Plugins > Install from ZIP does."""
        import pyplugin_installer
        from qgis.utils import plugins

        self._iface.mainWindow().showMaximized()
        self._wait(1000)
        pyplugin_installer.instance().installFromZipFile(self._options["package"])
        self._wait(1000)
        self._screen("plugin_installed")
        return _PLUGIN in plugins

    def _open_dock(self) -> str:
        from qgis.utils import plugins

        self._plugin = plugins[_PLUGIN]
        self._plugin.by_hand_action.trigger()
        self._dock = self._plugin.by_hand.dock
        self._until(self._button("sam2_box_install").isVisible)
        self._wait(1000)
        self._screen("dock")
        return self._said()

    def _install_environment(self) -> tuple[list[dict[str, Any]], float]:
        import time

        from qgis.PyQt.QtWidgets import QLabel

        self._choose_wheels()
        words = self._dock.findChild(QLabel, "sam2_box_words")
        stop = self._button("sam2_box_stop")
        steps: list[dict[str, Any]] = []
        step, pictured = "at the click", 0.0
        self._gaps.start()
        self._wait(_IDLE_MS)
        steps.append(self._step("nothing, for comparison", _IDLE_MS / 1000))
        begun = since = time.monotonic()
        self._button("sam2_box_install").click()
        while stop.isVisible():
            self._wait(20)
            said = words.text()
            now = time.monotonic()
            if said.startswith("Step") and said.split(",")[0] != step:
                steps.append(self._step(step, now - since))
                step, since, pictured = said.split(",")[0], now, now - 1
            elif pictured and now - pictured > 2:
                self._screen(f"step_{step[5]}")
                pictured = 0.0
        steps.append(self._step(step, time.monotonic() - since))
        self._gaps.stop()
        return steps, round(time.monotonic() - begun, 1)

    def _step(self, step: str, seconds: float) -> dict[str, Any]:
        own = round(self._gaps.longest_own_ms, 1)
        return {"step": step, "seconds": round(seconds, 1), "gap_ms": self._gaps.take(), "own_ms": own}

    def _choose_wheels(self) -> None:
        if self._options["wheels"]:
            from sam2_toolbox.engine.api.environment import data_folder
            from sam2_toolbox.engine.api.installation.environment_choice import Choice, write_choice

            write_choice(data_folder(), Choice(wheels=self._options["wheels"]))

    def _segment(self) -> dict[str, Any]:
        raster = self._iface.activeLayer()
        dialog = self._open_dialog()
        dialog.resize(900, 930)
        self._wait(500)
        self._screen("dialog")
        ran = self._run(dialog)
        self._screen("log")
        dialog.close()
        layer = self._look_at_result()
        self._screen("result")
        return {"run": ran, "objects": layer.featureCount() if layer is not raster else None}

    # What is seen

    def _said(self) -> str:
        """What the dock says of how things stand."""
        from qgis.PyQt.QtWidgets import QLabel

        names = ("sam2_status", "sam2_box_sentence", "sam2_box_words")
        labels = [self._dock.findChild(QLabel, name) for name in names]
        return " ".join(label.text() for label in labels if label.isVisible())

    def _button(self, name: str) -> Any:
        from qgis.PyQt.QtWidgets import QPushButton

        return self._dock.findChild(QPushButton, name)

    def _wait(self, milliseconds: int) -> None:
        from qgis.PyQt.QtTest import QTest

        QTest.qWait(milliseconds)

    def _screen(self, name: str) -> None:
        """A picture of all that is on the screen, and a look at the ports."""
        from qgis.PyQt.QtGui import QGuiApplication

        measured = self._gaps.running
        self._gaps.stop()
        self._pictures += 1
        picture = QGuiApplication.primaryScreen().grabWindow(0)
        picture.save(str(self._folder / f"first_{self._pictures:02}_{name}.png"))
        self._listening |= ports_of(os.getpid())
        if measured:
            self._gaps.start()


def ports_of(process: int) -> set[str]:
    """Where a process or one of its children listens, as ``ss`` says it."""
    import re
    import subprocess

    family = {process}
    for line in subprocess.run(
        ["ps", "-e", "-o", "pid=,ppid="], capture_output=True, text=True
    ).stdout.splitlines():
        child, parent = map(int, line.split())
        if parent in family:
            family.add(child)
    lines = subprocess.run(["ss", "-ltnpH"], capture_output=True, text=True).stdout.splitlines()
    return {line for line in lines if family & set(map(int, re.findall(r"pid=(\d+)", line)))}


if is_in_qgis():
    from qgis.PyQt.QtCore import QTimer

    QTimer.singleShot(3000, lambda: be_visited(lambda options: Visit(options).report()))
elif __name__ == "__main__":
    sys.exit(main())
