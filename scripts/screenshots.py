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
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

TIMEOUT_S = 600


def main() -> int:
    """Start QGIS on a virtual screen, with a profile of its own, and let it run ``visit``."""
    parser = argparse.ArgumentParser(description="Pictures and pauses of a run from the dialog.")
    parser.add_argument("raster", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--parameters", default="{}", help="of the algorithm, as JSON")
    options = parser.parse_args()
    script = Path(__file__).resolve()  # QGIS runs it without a __file__
    options.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        profile = Path(scratch) / "profiles" / "default"
        (profile / "QGIS").mkdir(parents=True)
        (profile / "QGIS" / "QGIS3.ini").write_text("[PythonPlugins]\nsam2_toolbox=true\n")
        (Path(scratch) / "plugins").mkdir()
        (Path(scratch) / "plugins" / "sam2_toolbox").symlink_to(script.parent.parent)
        answer = Path(scratch) / "answer.json"
        visit = {
            "raster": str(options.raster.resolve()),
            "folder": str(options.folder.resolve()),
            "parameters": json.loads(options.parameters),
            "answer": str(answer),
        }
        program = shutil.which("qgis.bin") or "qgis"
        qgis = f"{program} --noversioncheck --nologo --profiles-path {scratch} --profile default"
        manager = "openbox & " if shutil.which("openbox") else ""
        screen = ["xvfb-run", "-a", "-s", "-screen 0 1600x1000x24"]
        process = subprocess.run(
            [*screen, "sh", "-c", f"{manager}exec {qgis} --code {script}"],
            env=_environment(scratch, visit),
            capture_output=True,
            text=True,
            timeout=TIMEOUT_S,
            check=False,
        )
        if not answer.exists():
            sys.stderr.write(process.stderr[-4000:])
            return 1
        sys.stdout.write(answer.read_text())
    return 0


def _environment(scratch: str, visit: dict[str, Any]) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    if "SAM2_TOOLBOX_HOME" not in kept and "SAM2_TOOLBOX_PYTHON" not in kept:
        data = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
        kept["SAM2_TOOLBOX_HOME"] = str(data / "sam2_toolbox")
    kept.update(
        HOME=scratch,
        XDG_RUNTIME_DIR=scratch,
        QGIS_PLUGINPATH=str(Path(scratch) / "plugins"),
        SAM2_SCREENSHOTS=json.dumps(visit),
    )
    return kept


def visit() -> None:
    """Inside QGIS: everything a user does, then quit. Errors end up in the answer."""
    import traceback

    options = json.loads(os.environ["SAM2_SCREENSHOTS"])
    try:
        answer = Visit(options).report()
    except Exception:  # noqa: BLE001 - whatever it was, QGIS must end and say so
        answer = {"error": traceback.format_exc()}
    Path(options["answer"]).write_text(json.dumps(answer, indent=2) + "\n")
    os._exit(0)


class Gaps:
    """Longest time between two ticks of a 5 ms timer in the GUI thread."""

    def __init__(self) -> None:
        from qgis.PyQt.QtCore import Qt, QTimer

        self.longest_ms = 0.0
        self._last = 0.0
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Forget what was and begin."""
        import time

        self.longest_ms, self._last = 0.0, time.perf_counter()
        self._timer.start(5)

    def stop(self) -> float:
        """The longest gap so far, in milliseconds."""
        self._tick()
        self._timer.stop()
        return round(self.longest_ms, 1)

    def _tick(self) -> None:
        import time

        now = time.perf_counter()
        self.longest_ms, self._last = max(self.longest_ms, 1000 * (now - self._last)), now


class Visit:
    """The steps, in the order a user takes them."""

    def __init__(self, options: dict[str, Any]) -> None:
        from qgis.utils import iface, plugins

        self._options = options
        self._iface = iface
        self._action = plugins["sam2_toolbox"].action
        self._folder = Path(options["folder"])
        self._gaps = Gaps()

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

    def _show_raster(self) -> None:
        from qgis.PyQt.QtTest import QTest
        from qgis.PyQt.QtWidgets import QDockWidget

        window = self._iface.mainWindow()
        window.findChild(QDockWidget, "Browser").hide()
        window.setGeometry(0, 0, 1600, 1000)
        window.showMaximized()
        path = self._options["raster"]
        layer = self._iface.addRasterLayer(path, Path(path).stem)
        self._iface.mapCanvas().setExtent(layer.extent())
        self._iface.mapCanvas().refresh()
        self._iface.mapCanvas().waitWhileRendering()
        QTest.qWait(1000)

    def _open_dialog(self) -> Any:
        from qgis.PyQt.QtTest import QTest
        from qgis.PyQt.QtWidgets import QApplication

        self._action.trigger()
        QTest.qWait(1000)
        dialogs = [w for w in QApplication.topLevelWidgets() if type(w).__name__ == "AlgorithmDialog"]
        return next(dialog for dialog in dialogs if dialog.isVisible())

    def _look_at_result(self) -> Any:
        """Zoom to the objects, with their legend open; returns the layer."""
        from qgis.PyQt.QtTest import QTest

        layer, canvas = self._iface.activeLayer(), self._iface.mapCanvas()
        self._iface.layerTreeView().expandAll()
        self._iface.messageBar().clearWidgets()
        if layer.extent().isFinite() and not layer.extent().isEmpty():
            canvas.setExtent(layer.extent())
        canvas.refresh()
        canvas.waitWhileRendering()
        QTest.qWait(1000)
        return layer

    def _start(self, dialog: Any) -> Any:
        """Click Run; returns a function that says whether the run has ended."""
        dialog.setParameters({**dialog.createProcessingParameters(), **self._options["parameters"]})
        dialog.runButton().click()
        return lambda: not dialog.cancelButton().isEnabled()

    def _run(self, dialog: Any) -> dict[str, Any]:
        import time

        from qgis.PyQt.QtTest import QTest

        load, seen = dialog.finish, {}

        def finish(*arguments: Any, **named: Any) -> None:
            seen["longest_gap_ms"] = self._gaps.stop()
            seen["seconds"] = round(time.monotonic() - started, 2)
            self._gaps.start()
            load(*arguments, **named)

        dialog.finish = finish
        started = time.monotonic()
        self._gaps.start()
        has_ended = self._start(dialog)
        clicked = self._gaps.stop()
        self._gaps.start()
        self._until(has_ended)
        QTest.qWait(3000)
        return {"click_gap_ms": clicked, **seen, "loading_gap_ms": self._gaps.stop()}

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

    def _until(self, is_reached: Any) -> None:
        from qgis.PyQt.QtTest import QTest

        while not is_reached():
            QTest.qWait(10)

    def _picture(self, widget: Any, name: str) -> None:
        widget.grab().save(str(self._folder / name))


if __name__ == "__main__" and "SAM2_SCREENSHOTS" not in os.environ:
    sys.exit(main())
elif "SAM2_SCREENSHOTS" in os.environ:
    from qgis.PyQt.QtCore import QTimer

    QTimer.singleShot(3000, visit)
