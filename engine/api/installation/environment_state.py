"""How the worker's Python stands, for a panel and for a report."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from ..environment import (
    EnvironmentMissing,
    data_folder,
    environment_folder,
    read_marker,
    requirements_digest,
    worker_python,
)
from ..errors import EngineError
from .environment_choice import AS_USUAL, Choice, read_choice
from .environment_place import leftovers


class Standing(Enum):
    """What can be done about it depends on this."""

    READY = "ready"
    MISSING = "missing"
    CUT_SHORT = "cut short"
    OUTDATED = "outdated"
    OWN = "own"
    OWN_GONE = "own gone"
    NAMED = "named"  # by SAM2_TOOLBOX_PYTHON
    NAMED_GONE = "named gone"

    @property
    def usable(self) -> bool:
        """Whether SAM 2 can be started."""
        return self in (Standing.READY, Standing.OWN, Standing.NAMED)


@dataclass(frozen=True)
class EnvironmentState:
    """``sentence`` says it in words; ``marker`` is what the installation wrote, {} without one."""

    standing: Standing
    sentence: str
    python: str = ""
    marker: dict[str, Any] = field(default_factory=dict)
    choice: Choice = AS_USUAL

    @property
    def installed(self) -> bool:
        """Whether there is an environment of SAM 2 Toolbox's own, of whatever version."""
        return bool(self.marker)


def environment_state() -> EnvironmentState:
    """How things stand now. Reads a few small files; starts nothing."""
    choice = read_choice(data_folder())
    place = environment_folder()
    marker = read_marker(place) or {}
    standing = _standing(choice, marker)
    try:
        python = str(worker_python())
    except EngineError as error:
        python, sentence = "", error.what if isinstance(error, EnvironmentMissing) else error.message
        if standing is Standing.NAMED:
            standing = Standing.NAMED_GONE
        elif standing is Standing.OWN:
            standing = Standing.OWN_GONE
        elif standing is Standing.READY:
            standing = Standing.MISSING
        if standing is Standing.MISSING:
            sentence = "SAM 2 runs in a Python environment of its own, which is not installed yet."
            if leftovers():
                standing = Standing.CUT_SHORT
                sentence = (
                    "An installation was cut short. Installing again goes on with what it has downloaded."
                )
    else:
        sentence = _sentence(standing, python, marker)
    return EnvironmentState(standing, sentence, python, marker, choice)


def versions_in_words(marker: dict[str, Any]) -> str:
    """What is installed, for a line: ``Python 3.12.4, PyTorch 2.13.0 (CPU), sam2 1.1.0``."""
    versions = marker.get("versions") or {}
    torch = str(versions.get("torch", "?"))
    device = "CUDA" if marker.get("cuda") else "CPU"
    parts = [f"Python {marker.get('python', '?')}", f"PyTorch {torch} ({device})"]
    parts += [f"{name} {versions[name]}" for name in ("sam2", "numpy", "rasterio") if name in versions]
    return ", ".join(parts)


def _standing(choice: Choice, marker: dict[str, Any]) -> Standing:
    if os.environ.get("SAM2_TOOLBOX_PYTHON"):
        return Standing.NAMED
    if choice.python:
        return Standing.OWN
    if not marker:
        return Standing.MISSING
    current = marker.get("requirements") == requirements_digest()
    return Standing.READY if current else Standing.OUTDATED


def _sentence(standing: Standing, python: str, marker: dict[str, Any]) -> str:
    if standing is Standing.NAMED:
        return f"The variable SAM2_TOOLBOX_PYTHON decides, whatever is chosen here: SAM 2 runs with {python}."
    if standing is Standing.OWN:
        return f"SAM 2 runs with a Python of your own, {python}."
    return f"SAM 2 is installed: {versions_in_words(marker)}."
