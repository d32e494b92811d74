"""Making the worker's environment: a virtual environment in the user's data folder."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ..environment import (
    PLUGIN_FOLDER,
    REQUIREMENTS,
    environment_folder,
    python_in,
    requirements_digest,
)
from ..errors import Code, EngineError
from ..unwritable import another_data_folder, reason
from .environment_place import (
    downloads_folder,
    finish,
    is_current,
    is_whole,
    locked,
    log_file,
    new_staging,
    remove,
    tidy_up,
)
from .install_progress import InstallProgress
from .install_steps import Steps
from .installers import Installer, Pip, Uv, find_uv, pip_has_settings
from .interpreters import Interpreter, find_interpreter
from .nvidia import nvidia_driver
from .package_source import AS_USUAL, PackageSource
from .pins import FROM_SOURCE, TORCH, by_hash, read_hashes, read_pins
from .torch_choice import SMALLEST_GB, Machine, TorchBuild, choose_torch
from .wheel_folder import check_wheels

Say = Callable[[str], object]

_STEPS = 6
# What is downloaded for the pins that are not PyTorch; about, and a little more on Windows.
_PLAIN_BYTES = 150_000_000


def install_environment(
    say: Say,
    check_cancelled: Callable[[], None] = lambda: None,
    renew: bool = False,
    source: PackageSource = AS_USUAL,
    on_progress: Callable[[InstallProgress], object] = lambda progress: None,
) -> Path:
    """Install the environment unless it is there, and return its Python.

    Safe to call from several processes at once: one installs, the others wait for it. What was
    downloaded by a try that failed or was killed is used by the next one.

    Args:
        say: Gets a sentence per step.
        check_cancelled: Called several times a second; raises to stop.
        renew: Install again even if the environment is complete.
        source: Where packages come from.
        on_progress: Gets how far it is, several times a second.

    Raises:
        EngineError: ENVIRONMENT_MISSING, saying what was in the way and what to do.
    """
    place = environment_folder()
    if not renew and is_whole():
        return python_in(place)  # also where an administrator has made it, and nobody else may write
    source.check()
    try:
        with locked(say, check_cancelled):
            tidy_up()
            if renew or not is_current(place):
                _build(say, check_cancelled, source, on_progress)
            return python_in(place)
    except OSError as error:
        raise EngineError(
            Code.ENVIRONMENT_MISSING,
            f"The environment cannot be made in {place.parent}: {reason(error)}. "
            f"{another_data_folder(error)}",
        ) from error


def _build(
    say: Say,
    check_cancelled: Callable[[], None],
    source: PackageSource,
    on_progress: Callable[[InstallProgress], object],
) -> None:
    started, place = time.monotonic(), environment_folder()
    hashes = read_hashes()
    if source.wheels:
        check_wheels(Path(source.wheels), hashes)
    _check_space(place.parent, SMALLEST_GB)  # before anything fails for want of it, in words of its own
    staging = new_staging()
    scratch = staging / "tmp"  # /tmp may be a small memory disk
    steps = Steps(log_file(), scratch, check_cancelled, source, downloads_folder(), on_progress, _STEPS)
    try:
        steps.begin("making the environment")
        installer = _make(staging, steps, say)
        pins = read_pins()
        steps.begin("finding PyTorch")
        build = _choose(installer, steps, pins[TORCH][0])
        _check_space(place.parent, build.gigabytes)
        say(f"Installing what reads rasters (about 500 MB), and PyTorch: {build.sentence}")
        steps.begin("installing what reads rasters", _PLAIN_BYTES)
        plain = [line for name, lines in pins.items() if name not in (*FROM_SOURCE, TORCH) for line in lines]
        # Before PyTorch, which then finds what it needs and asks for nothing that is not pinned by its sum.
        hashed = by_hash(plain, hashes, scratch / "pins.txt")
        only_wheels = ["--only-binary", ":all:"]
        installer.install("install what reads rasters", [*hashed, *only_wheels])
        steps.begin("installing PyTorch", build.download_bytes)
        _install_torch(installer, build)
        steps.begin("installing SAM 2")
        sources = [line for name in FROM_SOURCE for line in pins[name]]
        hashed = by_hash(sources, hashes, scratch / "sources.txt")
        installer.install(
            "install SAM 2", [*hashed, "--no-deps", "--no-build-isolation"], {"SAM2_BUILD_CUDA": "0"}
        )
        steps.begin("checking that everything loads")
        marker = _marker(check_python(steps, installer.python))
        if build.for_gpu and not marker["cuda"]:
            say("PyTorch cannot use the NVIDIA GPU with the driver installed; a newer driver may help.")
        remove(scratch)
        finish(staging, marker)
        remove(downloads_folder())
    finally:
        remove(staging)
    say(f"The environment is ready ({time.monotonic() - started:.0f} s).")


def check_python(steps: Steps, python: Path) -> dict[str, Any]:
    """Have a Python load all that the worker needs; what it says of itself.

    Raises:
        EngineError: ENVIRONMENT_MISSING, saying what it cannot load.
    """
    runner = str(PLUGIN_FOLDER / "scripts" / "checkout.py")
    answer = steps.run("load what was installed", [str(python), "-s", runner, "engine.environment_check"])
    facts: dict[str, Any] = json.loads(answer.splitlines()[-1])
    return facts


def _make(staging: Path, steps: Steps, say: Say) -> Installer:
    """The environment, made with uv where that is found and nothing speaks against it."""
    uv = find_uv()
    if uv is None:
        interpreter = find_interpreter()
    else:
        try:
            interpreter = find_interpreter()
        except EngineError:
            if steps.source.wheels:
                raise
            say(f"Making a Python environment in {environment_folder()}, with a Python fetched by uv.")
            return Uv.making(steps, uv, staging, None)
        if steps.source.is_own or not pip_has_settings(steps, interpreter.path):
            say(f"Making a Python {_version(interpreter)} environment in {environment_folder()}, with uv.")
            return Uv.making(steps, uv, staging, interpreter.path)
    say(f"Making a Python {_version(interpreter)} environment in {environment_folder()}.")
    return Pip.making(steps, staging, interpreter.path)


def _version(interpreter: Interpreter) -> str:
    return ".".join(map(str, interpreter.version))


def _choose(installer: Installer, steps: Steps, requirement: str) -> TorchBuild:
    def look(backend: str) -> None:
        other = installer.with_backend(backend)
        other.install("find another build of PyTorch", ["--dry-run", requirement], {"UV_HTTP_RETRIES": "1"})

    offer = installer.offer(requirement)
    looks = None if steps.source.wheels else look
    return choose_torch(requirement, offer, Machine(nvidia_driver()), steps.source.build, looks)


def _install_torch(installer: Installer, build: TorchBuild) -> None:
    if build.backend:
        installer = installer.with_backend(build.backend)
    installer.install("install PyTorch", ["--constraint", str(REQUIREMENTS), build.requirement])


def _check_space(folder: Path, gigabytes: float) -> None:
    free = shutil.disk_usage(folder).free / 1e9
    if free < gigabytes:
        raise EngineError(
            Code.ENVIRONMENT_MISSING,
            f"The environment needs {gigabytes:g} GB of free disk space and {folder} has {free:.1f} GB. Free "
            "some, or set SAM2_TOOLBOX_HOME to a folder on another disk.",
        )


def _marker(facts: dict[str, Any]) -> dict[str, Any]:
    return {
        **facts,
        "requirements": requirements_digest(),
        "made": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
    }
