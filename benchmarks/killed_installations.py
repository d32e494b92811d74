"""Is a killed installation ever half made in use, and does the next one repair it? With real wheels.

    python3 benchmarks/killed_installations.py WHEELS [KILLS]

WHEELS is a folder that ``python3 scripts/make_environment.py --collect WHEELS`` has gathered; nothing is
asked of any network. Runs on Linux with any Python from 3.10 on; its environments are in a temporary folder.

The pip that is at work, the installing process alone, or both with all their children are killed with
SIGKILL in turn, at a random moment between the start and the end of an installation; every other time
an environment is there already and is being renewed. After each kill either there is no environment for the
worker, or it loads all that the worker needs; then the next start runs to its end, and it must.
"""

# ruff: noqa: E402, T201 - the package is loaded first; its output is for people

from __future__ import annotations

import os
import platform
import random
import runpy
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
runpy.run_path(str(ROOT / "tests" / "conftest.py"))

from sam2_toolbox.engine.api.environment import environment_folder, worker_python
from sam2_toolbox.engine.api.errors import EngineError
from sam2_toolbox.engine.api.installation.environment_place import log_file
from sam2_toolbox.engine.api.installation.environment_state import environment_state

SCRIPTS = ROOT / "scripts"
KILLED = ("pip", "the installation", "both")

# What the last command of the log is about, by a word of it
_STEPS = {
    "venv": "making the environment",
    "tools.txt": "updating pip",
    "--dry-run": "finding PyTorch",
    "pins.txt": "what reads rasters",
    "--constraint": "PyTorch",
    "sources.txt": "SAM 2",
    "environment_check": "checking that everything loads",
}


def start(*options: str) -> subprocess.Popen[str]:
    """An installation, in a group of its own."""
    return subprocess.Popen(
        [sys.executable, str(SCRIPTS / "make_environment.py"), *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


def to_its_end(*options: str) -> float:
    """Seconds of an installation that must come to its end."""
    begun = time.monotonic()
    process = start(*options)
    said = process.communicate()[0]
    if process.returncode != 0:
        raise SystemExit(f"make_environment.py {' '.join(options)} failed:\n{said}")
    return time.monotonic() - begun


def children_of(process: subprocess.Popen[str]) -> list[int]:
    """Process numbers; none when it has ended."""
    try:
        text = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text()
    except OSError:
        return []
    return [int(child) for child in text.split()]


def kill(process: subprocess.Popen[str], what: str) -> str:
    """Kill, and return the last line that the installation said."""
    with suppress(OSError):  # it may have ended
        if what == "both":
            os.killpg(process.pid, signal.SIGKILL)
        elif what == "pip":
            for child in children_of(process):
                os.kill(child, signal.SIGKILL)
        else:
            process.kill()
    said = process.stdout.read() if what == "pip" else ""  # type: ignore[union-attr] - a pipe
    process.wait()
    return said.strip().rpartition("\n")[2]


def step() -> str:
    """What the installation was at, as its log says."""
    with suppress(OSError):
        commands = [line for line in log_file().read_text(errors="replace").splitlines() if line[:2] == "$ "]
        last = commands[-1] if commands else ""
        return next((words for mark, words in _STEPS.items() if mark in last), "between two steps")
    return "before the first step"


def stands() -> str:
    """How the environment stands; fails where it is for use and is not whole."""
    try:
        python = worker_python()
    except EngineError:
        return environment_state().standing.value
    check = [str(python), "-s", str(SCRIPTS / "checkout.py"), "engine.environment_check"]
    done = subprocess.run(check, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"HALF MADE, and in use: {done.stderr}")
    return "whole"


def main(wheels: str, kills: int) -> int:
    """Kill and install again; exit code 1 at the first environment that is half made."""
    print(
        f"python3 benchmarks/killed_installations.py WHEELS {kills}; Python {platform.python_version()}, "
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    )
    chance = random.Random(7)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SAM2_TOOLBOX_HOME"] = folder
        lasts = to_its_end("--wheels", wheels)
        print(f"unbroken: {lasts:.0f} s", flush=True)
        print("\n| killed | at s | during | while one was there | then it is | next start, s |")
        print("|---|---|---|---|---|---|")
        for number in range(kills):
            what, renews = KILLED[number % len(KILLED)], number % 2 == 1
            if not renews:
                to_its_end("--remove")
            process = start("--renew")
            moment = chance.uniform(0.02, 0.98) * lasts
            time.sleep(moment)
            while what == "pip" and process.poll() is None and not children_of(process):
                time.sleep(0.01)  # between two steps
            during = step()
            said = kill(process, what)
            after = stands()
            if renews and after != "whole":
                raise SystemExit(f"The environment that was there is not: {after}")
            seconds = to_its_end()
            if stands() != "whole":
                raise SystemExit("The next start has not repaired it.")
            left = [path.name for path in environment_folder().parent.iterdir() if path.is_dir()]
            print(f"| {what} | {moment:.1f} | {during} | {renews} | {after} | {seconds:.0f} |", flush=True)
            if said:
                print(f"  said: {said}")
            if what == "both" and left != ["environment"]:
                raise SystemExit(f"Left behind: {left}")
        print(f"\n{kills} of {kills} kills: never half made in use, and whole after the next start")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 10))
