"""Gathering a folder of wheels on a computer with network, for one of the same kind without."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from ..environment import read_marker
from ..errors import Code, EngineError
from ..unwritable import reason
from .environment_setup import install_environment
from .install_steps import Steps
from .package_source import PackageSource
from .pins import BUILD_TOOLS, FROM_SOURCE, PIP, TORCH, read_hashes, read_pins
from .wheel_folder import check_wheels

_LIST = """
import json
from importlib.metadata import distributions
print(json.dumps({d.metadata["Name"]: d.version for d in distributions()}))
"""


def collect_wheels(
    folder: Path, say: Callable[[str], object], source: PackageSource, check_cancelled: Callable[[], None]
) -> None:
    """Download what the installed environment is made of; it is installed first, where it is not there.

    The folder serves computers with the same system, processor and minor version of Python.

    Raises:
        EngineError: ENVIRONMENT_MISSING, saying what could not be downloaded; OUTPUT_FAILED if the folder
            cannot be written.
    """
    python = install_environment(say, check_cancelled, source=source)
    try:
        _collect(python, folder, say, source, check_cancelled)
    except OSError as error:
        raise EngineError(
            Code.OUTPUT_FAILED,
            f"The wheels cannot be gathered in {folder}: {reason(error)}. Make room there, or name a "
            "folder you may write to.",
        ) from error


def _collect(
    python: Path,
    folder: Path,
    say: Callable[[str], object],
    source: PackageSource,
    check_cancelled: Callable[[], None],
) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    log = folder / "collect.log"  # the data folder may be one that only an administrator writes
    steps = Steps(log, folder / "tmp", check_cancelled, source)
    installed: dict[str, str] = json.loads(steps.run("list packages", [str(python), "-s", "-c", _LIST]))
    if "pip" not in installed:
        raise EngineError(
            Code.ENVIRONMENT_MISSING,
            "The environment was made by uv, which cannot gather wheels. Take uv off the PATH, run this "
            "again with --renew, and then with --collect.",
        )
    sources = [line for name in FROM_SOURCE for line in read_pins()[name]]
    released = {name.lower() for name in (*FROM_SOURCE, "pip", "setuptools", "wheel", "packaging")}
    wheels = [f"{name}=={version}" for name, version in installed.items() if name.lower() not in released]
    download = [str(python), "-s", "-m", "pip", "download", "--no-input", "--no-deps", "--dest", str(folder)]
    say(f"Downloading {len(wheels)} packages to {folder}.")
    only_wheels = ["--only-binary", ":all:"]
    steps.run("download packages", [*download, *only_wheels, PIP, *BUILD_TOOLS, *wheels])
    # Their sums are known for the sources only, so they are built where they are installed.
    steps.run("download SAM 2", [*download, "--no-build-isolation", *sources], {"SAM2_BUILD_CUDA": "0"})
    check_wheels(folder, read_hashes())
    log.unlink()
    python_version = (read_marker(python.parent.parent) or {}).get("python", "?")
    torch = installed.get(TORCH, "?")
    say(f"{folder} is complete, for Python {python_version} and PyTorch {torch}.")
