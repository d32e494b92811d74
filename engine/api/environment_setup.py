"""Making the worker's environment: a virtual environment in the user's data folder.

It is built beside its place and moved there when it has proved that it works, so what was
installed before stays usable until then and a cut-short installation is never used. (A moved
virtual environment keeps its interpreter; only the scripts in its bin folder are lost, and
nothing here uses them.)
"""

from __future__ import annotations

import contextlib
import json
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

from .environment import (
    MARKER,
    PLUGIN_FOLDER,
    REQUIREMENTS,
    environment_folder,
    python_in,
    read_marker,
    requirements_digest,
)
from .errors import Code, EngineError
from .install_steps import Steps
from .interpreters import find_interpreter
from .torch_choice import TorchBuild, choose_torch, install_torch

Say = Callable[[str], None]

# Installed without their dependencies: sam2 asks for torchvision and Hydra, which stay out.
_FROM_SOURCE = ("iopath", "sam2")
_PIP = "pip==26.3"
_BUILD_TOOLS = ("setuptools==84.2.1", "wheel==0.48.0")


def install_environment(
    say: Say, check_cancelled: Callable[[], None] = lambda: None, renew: bool = False
) -> Path:
    """Install the environment unless it is there, and return its Python.

    Safe to call from several processes at once: one installs, the others wait for it.
    ``say`` gets a sentence per step, ``check_cancelled`` is called several times a second and
    raises to stop. ``renew`` installs again even if the environment is complete.

    Raises:
        EngineError: ENVIRONMENT_MISSING, saying what was in the way and what to do.
    """
    place = environment_folder()
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.with_suffix(".lock").open("a") as lock, _held(lock, say, check_cancelled):
            marker = read_marker(place)
            if renew or marker is None or marker.get("requirements") != requirements_digest():
                _build(place, say, check_cancelled)
            return python_in(place)
    except OSError as error:
        raise EngineError(
            Code.ENVIRONMENT_MISSING,
            f"The environment cannot be made in {place.parent}: {error.strerror or error}. "
            "Make room there, or set SAM2_TOOLBOX_HOME to another folder you may write to.",
        ) from error


def _build(place: Path, say: Say, check_cancelled: Callable[[], None]) -> None:
    started = time.monotonic()
    interpreter = find_interpreter()
    staging = place.with_name(place.name + ".new")
    _remove(staging)
    scratch = staging / "tmp"  # /tmp may be a small memory disk
    steps = Steps(place.with_suffix(".log"), scratch, check_cancelled)
    try:
        say(f"Making a Python {'.'.join(map(str, interpreter.version))} environment in {place}.")
        steps.run("make the environment", [str(interpreter.path), "-m", "venv", str(staging)])
        scratch.mkdir(exist_ok=True)
        python = python_in(staging)
        steps.pip(python, "update pip", [_PIP, *_BUILD_TOOLS])
        pins = _read_pins()
        build = choose_torch(steps, python, pins["torch"][0])
        _check_space(staging, build)
        say(f"Installing PyTorch: {build.sentence}")
        install_torch(steps, python, build)
        say("Installing SAM 2 and what reads rasters (about 500 MB on disk).")
        plain = [
            line for name, lines in pins.items() if name not in (*_FROM_SOURCE, "torch") for line in lines
        ]
        steps.pip(python, "install what reads rasters", ["--only-binary", ":all:", *plain])
        sources = [line for name in _FROM_SOURCE for line in pins[name]]
        steps.pip(
            python,
            "install SAM 2",
            ["--no-deps", "--no-build-isolation", *sources],
            {"SAM2_BUILD_CUDA": "0"},
        )
        say("Checking that everything loads.")
        runner = str(PLUGIN_FOLDER / "scripts" / "checkout.py")
        answer = steps.run("load what was installed", [str(python), "-s", runner, "engine.environment_check"])
        marker = _marker(answer)
        if build.for_gpu and not marker["cuda"]:
            say("PyTorch cannot use the NVIDIA GPU with the driver installed; a newer driver may help.")
        _remove(scratch)
        (staging / MARKER).write_text(json.dumps(marker, indent=1), encoding="utf-8")
        _swap(staging, place)
    finally:
        _remove(staging)
    say(f"The environment is ready ({time.monotonic() - started:.0f} s).")


def _read_pins() -> dict[str, list[str]]:
    """The lines of the requirements file by package name; several where Pythons differ."""
    pins: dict[str, list[str]] = {}
    for line in REQUIREMENTS.read_text(encoding="utf-8").splitlines():
        line = line.partition("#")[0].strip()
        if line:
            pins.setdefault(line.partition("==")[0], []).append(line)
    return pins


def _check_space(staging: Path, build: TorchBuild) -> None:
    free = shutil.disk_usage(staging).free / 1e9
    if free < build.gigabytes:
        raise EngineError(
            Code.ENVIRONMENT_MISSING,
            f"The environment needs {build.gigabytes:g} GB of free disk space and {staging.parent} has "
            f"{free:.1f} GB. Free some, or set SAM2_TOOLBOX_HOME to a folder on another disk.",
        )


def _marker(answer: str) -> dict[str, Any]:
    facts: dict[str, Any] = json.loads(answer.splitlines()[-1])
    return {
        **facts,
        "requirements": requirements_digest(),
        "made": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
    }


def _swap(staging: Path, place: Path) -> None:
    """Put the new environment in its place; the old one goes last."""
    old = place.with_name(place.name + ".old")
    _remove(old)
    try:
        if place.exists():
            place.rename(old)
        staging.rename(place)
    except OSError as error:
        if old.exists() and not place.exists():
            old.rename(place)
        raise EngineError(
            Code.ENVIRONMENT_MISSING,
            f"The new environment could not be moved to {place}: {error.strerror}. "
            "Close every QGIS that uses SAM 2 Toolbox and try again.",
        ) from error
    _remove(old)


def _remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def _held(lock: IO[str], say: Say, check_cancelled: Callable[[], None]) -> Iterator[None]:
    """Hold the lock; the system lets go of it when this process ends, however it ends."""
    waiting = False
    while not _try_lock(lock):
        if not waiting:
            say("Another process is making the environment; waiting for it.")
            waiting = True
        check_cancelled()
        time.sleep(0.5)
    yield


def _try_lock(lock: IO[str]) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
