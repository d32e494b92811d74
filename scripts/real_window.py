"""QGIS's real window on a virtual screen: started with a profile of its own, and watched for pauses."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

_VISIT = "SAM2_WINDOW_VISIT"


def open_window(
    script: Path,
    raster: Path,
    folder: Path,
    options: dict[str, Any],
    timeout_s: float,
    fresh: bool = False,
) -> int:
    """Let QGIS run ``script``, which calls ``be_visited``; its answer goes to standard output.

    Args:
        script: What QGIS runs, a file of this folder.
        raster: The raster to open.
        folder: Where pictures go.
        options: Whatever else the script wants to know; ``language`` is also QGIS's, such as "de".
        timeout_s: How long the visit may take, seconds.
        fresh: Without the plugin and without data of its own, as for someone who has just installed QGIS;
            else the checkout is the plugin, and the data folder is the user's.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        checkout = None if fresh else script.parent.parent
        _make_profile(Path(scratch), options.get("language", "en_US"), checkout)
        answer = Path(scratch) / "answer.json"
        visit = {
            "raster": str(raster.resolve()),
            "folder": str(folder.resolve()),
            "scratch": scratch,
            "answer": str(answer),
            **options,
        }
        program = shutil.which("qgis.bin") or "qgis"
        qgis = f"{program} --noversioncheck --nologo --profiles-path {scratch} --profile default"
        manager = "openbox & " if shutil.which("openbox") else ""
        screen = ["xvfb-run", "-a", "-s", "-screen 0 1600x1000x24"]
        process = subprocess.run(
            [*screen, "sh", "-c", f"{manager}exec {qgis} --code {script}"],
            env=_environment(scratch, script, visit, fresh),
            capture_output=True,
            text=True,
            timeout=timeout_s,
            check=False,
        )
        if not answer.exists():
            sys.stderr.write(process.stderr[-4000:])
            return 1
        sys.stdout.write(answer.read_text())
    return 0


def is_in_qgis() -> bool:
    """Whether QGIS runs the script that asks."""
    return _VISIT in os.environ


def be_visited(visit: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
    """Inside QGIS: everything a user does, then quit. Errors end up in the answer."""
    import traceback

    options = json.loads(os.environ[_VISIT])
    try:
        answer = visit(options)
    except Exception:  # noqa: BLE001 - whatever it was, QGIS must end and say so
        answer = {"error": traceback.format_exc()}
    Path(options["answer"]).write_text(json.dumps(answer, indent=2) + "\n")
    os._exit(0)


class Gaps:
    """Longest time between two ticks of a 5 ms timer in the GUI thread; ``longest_own_ms`` is the longest
    without the time in which that thread waited for a processor that others had."""

    def __init__(self) -> None:
        from qgis.PyQt.QtCore import Qt, QTimer

        self.longest_ms = self.longest_own_ms = 0.0
        self._last = self._last_wait = 0.0
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Go on measuring."""
        import time

        self._last, self._last_wait = time.perf_counter(), _waited_for_processor_s()
        self._timer.start(5)

    def take(self) -> float:
        """The longest gap until now, in milliseconds; what comes is measured anew."""
        if self._timer.isActive():
            self._tick()
        longest = round(self.longest_ms, 1)
        self.longest_ms = self.longest_own_ms = 0.0
        return longest

    @property
    def running(self) -> bool:
        """Whether it measures."""
        return self._timer.isActive()

    def stop(self) -> None:
        """Stop measuring: a picture is taken, or QGIS does something of its own."""
        if self._timer.isActive():
            self._tick()
            self._timer.stop()

    def _tick(self) -> None:
        import time

        now, wait = time.perf_counter(), _waited_for_processor_s()
        gap, waited = now - self._last, wait - self._last_wait
        self._last, self._last_wait = now, wait
        self.longest_ms = max(self.longest_ms, 1000 * gap)
        self.longest_own_ms = max(self.longest_own_ms, 1000 * (gap - waited))


def _waited_for_processor_s() -> float:
    """How long this thread has been ready to run while others ran, as Linux counts it."""
    try:
        return int(Path("/proc/thread-self/schedstat").read_text().split()[1]) / 1e9
    except (OSError, ValueError, IndexError):
        return 0.0


def _make_profile(scratch: Path, language: str, checkout: Path | None) -> None:
    """A profile in a language, with the checkout as its plugin if one is given."""
    settings = f"[locale]\nuserLocale={language}\noverrideFlag=true\n"
    if checkout is not None:
        settings += "[PythonPlugins]\nsam2_toolbox=true\n"
        (scratch / "plugins").mkdir()
        (scratch / "plugins" / "sam2_toolbox").symlink_to(checkout)
    profile = scratch / "profiles" / "default" / "QGIS"
    profile.mkdir(parents=True)
    (profile / "QGIS3.ini").write_text(settings)


def _environment(scratch: str, script: Path, visit: dict[str, Any], fresh: bool) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    if fresh:
        for name in ("SAM2_TOOLBOX_HOME", "SAM2_TOOLBOX_PYTHON", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
            kept.pop(name, None)
    elif "SAM2_TOOLBOX_HOME" not in kept and "SAM2_TOOLBOX_PYTHON" not in kept:
        data = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
        kept["SAM2_TOOLBOX_HOME"] = str(data / "sam2_toolbox")
    kept.update(
        HOME=scratch,
        XDG_RUNTIME_DIR=scratch,
        SAM2_WINDOW_SCRIPTS=str(script.parent),
    )
    if not fresh:
        kept["QGIS_PLUGINPATH"] = str(Path(scratch) / "plugins")
    kept[_VISIT] = json.dumps(visit)
    return kept
