"""Where an environment is built, how it takes its place, and what a killed installation left behind.

It is built beside its place, in a folder of its own, and moved there when it has proved that it
works. So what was installed before stays usable until then, a cut-short installation is never
used, and a step that outlives the QGIS that started it writes where nobody looks. (A moved
virtual environment keeps its interpreter; only the scripts in its bin folder are lost, and
nothing here uses them.)
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from .. import file_lock
from ..environment import (
    MARKER,
    data_folder,
    environment_folder,
    python_in,
    read_marker,
    requirements_digest,
)
from ..errors import Code, EngineError
from ..unwritable import is_forbidden, reason
from .install_progress import folder_bytes

_NEW = "environment.new-"


def downloads_folder() -> Path:
    """Where packages are kept from the first try of an installation until one is whole."""
    return data_folder() / "downloads"


def log_file() -> Path:
    """What the steps of the last installation printed."""
    return environment_folder().with_suffix(".log")


@contextlib.contextmanager
def locked(say: Callable[[str], object], check_cancelled: Callable[[], None]) -> Iterator[None]:
    """Keep other processes from changing the environment; the system ends that with this process,
    however it ends.

    Raises:
        OSError: if the data folder cannot be written.
    """
    folder = data_folder()
    folder.mkdir(parents=True, exist_ok=True)
    with file_lock.locked(
        environment_folder().with_suffix(".lock"),
        lambda: say("Another process is making the environment; waiting for it."),
        check_cancelled,
    ):
        yield


def is_current(environment: Path) -> bool:
    """Whether an environment is whole and made from the pins of today."""
    marker = read_marker(environment)
    return (
        marker is not None
        and marker.get("requirements") == requirements_digest()
        and python_in(environment).exists()
    )


def new_staging() -> Path:
    """A new folder to build in, with the rights of any other: an administrator may make it for all."""
    staging = data_folder() / f"{_NEW}{os.getpid()}-{secrets.token_hex(4)}"
    staging.mkdir()
    return staging


def finish(staging: Path, marker: dict[str, Any]) -> None:
    """Mark a built environment as whole, and put it in its place.

    Raises:
        EngineError: ENVIRONMENT_MISSING where the one before cannot be moved away.
    """
    part = staging / f"{MARKER}.part"
    part.write_text(json.dumps(marker, indent=1), encoding="utf-8")
    os.replace(part, staging / MARKER)
    _swap(staging)


def tidy_up() -> None:
    """Bring to an end what a killed installation left: a whole environment on its way is put in its
    place, one that was moved away comes back, and what is half made goes. Only while ``locked``.

    Raises:
        EngineError: as ``finish``.
    """
    place = environment_folder()
    for staging in sorted(place.parent.glob(f"{_NEW}*")):
        if is_current(staging) and not is_current(place):
            _swap(staging)
        remove(staging)
    old = _old()
    if old.exists() and not place.exists() and read_marker(old) is not None:
        old.rename(place)
    remove(old)


def is_whole() -> bool:
    """Whether the environment is in its place, up to date, and nothing lies beside it."""
    place = environment_folder()
    return is_current(place) and not leftovers() and not _old().exists()


def leftovers() -> bool:
    """Whether an installation was cut short."""
    place = environment_folder()
    return any(place.parent.glob(f"{_NEW}*")) or (_old().exists() and not place.exists())


def taken_bytes() -> int:
    """What the environment and everything that belongs to its installation take on the disk."""
    return sum(folder_bytes(folder) for folder in _folders() if folder.exists())


def remove(folder: Path) -> None:
    """Remove a folder as far as that is possible; what is in use stays for the next time."""
    shutil.rmtree(folder, ignore_errors=True)


def remove_all(say: Callable[[str], object], check_cancelled: Callable[[], None]) -> None:
    """Remove the environment, its downloads and its log; models and what has been encoded stay.

    Raises:
        EngineError: ENVIRONMENT_MISSING if something is still there.
    """
    place = environment_folder()
    if not any(folder.exists() for folder in _folders()):
        return
    try:
        with locked(say, check_cancelled):
            (place / MARKER).unlink(missing_ok=True)  # from here on nobody starts it
            for folder in _folders():
                remove(folder)
            log_file().unlink(missing_ok=True)
    except OSError as error:
        raise _not_removed(place, reason(error), is_forbidden(error)) from error
    if place.exists():
        raise _not_removed(place, "some of its files are in use")


def _not_removed(place: Path, why: str, forbidden: bool = False) -> EngineError:
    way_on = (
        "Have it removed by someone who may write there."
        if forbidden
        else "Close every QGIS that uses SAM 2 Toolbox and try again, or remove the folder yourself."
    )
    return EngineError(
        Code.ENVIRONMENT_MISSING, f"The environment in {place} could not be removed: {why}. {way_on}"
    )


def _folders() -> list[Path]:
    place = environment_folder()
    return [place, _old(), downloads_folder(), *place.parent.glob(f"{_NEW}*")]


def _old() -> Path:
    place = environment_folder()
    return place.with_name(place.name + ".old")


def _swap(staging: Path) -> None:
    """Put the new environment in its place; the old one goes last."""
    place, old = environment_folder(), _old()
    remove(old)
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
    remove(old)
