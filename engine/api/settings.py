"""What the user has set for this computer, once for the window, qgis_process, scripts and the worker.

Two kinds of settings, told apart by what they change:

- How a run is done: device, threads, memory, where things are kept. They hold everywhere, where a run itself
  says "auto" or 0.
- What comes out: model, its files and its precision. They are only what dialogs and the dock begin with. A
  command line, a script and a saved model mean the same on every computer, whatever is set here.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from . import cache_folder as caches
from .errors import Code, EngineError
from .parameters.params import ModelParams
from .parameters.paramspec import Kind, param, specs_of
from .settings_file import change_values, read_values

BEGIN_WITH = ("model", "checkpoint", "config", "precision")
"""What dialogs and the dock begin with."""

# Kept with the folder it limits: whoever uses that folder must see it.
_LIMIT = "cache_limit_mb"


@dataclass(frozen=True)
class Settings(ModelParams):
    """Everything that can be set; the parameters of the model from their one declaration."""

    model_mirror: str = param(
        "",
        "Mirror",
        "Address of a folder that has Meta's checkpoints under their own names, asked before Meta's server: "
        "https://server/folder. What comes from there is checked like everything else.",
        kind=Kind.TEXT,
        optional=True,
    )
    memory_limit_mb: int = param(
        512,
        "Memory for clicks",
        "How much of the memory what SAM 2 has seen last may take. One window takes 2 MB with the bundled "
        "model, 17 MB with Meta's.",
        minimum=0,
        maximum=1 << 20,
        unit="MB",
    )
    cache_limit_mb: int = param(
        caches.DEFAULT_LIMIT_MB,
        "Room on the disk",
        "How much all that SAM 2 has seen may take on the disk; what was not used for longest goes first. "
        "0 = keep nothing.",
        minimum=0,
        maximum=999_999,
        unit="MB",
    )
    cache_folder: str = param(
        "",
        "Folder for it",
        "Where what SAM 2 has seen is kept. Left empty: the usual place for what can be made again. A fast "
        "disk of this computer is best; what lies in the old folder stays there.",
        kind=Kind.FOLDER_OUT,
        optional=True,
    )
    output_folder: str = param(
        "",
        "Folder for new layers",
        "The folder that the dock suggests for new GeoPackages. Left empty: beside the project, else beside "
        "the raster.",
        kind=Kind.FOLDER_OUT,
        optional=True,
    )


def read_settings() -> Settings:
    """The settings as they are now; a value that is missing or not allowed gives way to its default."""
    stored, settings = read_values(), Settings()
    for spec in specs_of(Settings):
        if spec.name in stored and spec.name != _LIMIT:
            try:
                settings = dataclasses.replace(settings, **{spec.name: spec.check(stored[spec.name])})
            except EngineError:
                continue
    return dataclasses.replace(settings, cache_limit_mb=caches.read_limit_mb(caches.cache_folder()))


def change_settings(**changes: Any) -> Settings:
    """Keep some settings, leave all others as they are, and return all.

    Raises:
        EngineError: BAD_PARAMETER for a value that is not allowed; OUTPUT_FAILED if they cannot be kept.
    """
    specs = {spec.name: spec for spec in specs_of(Settings)}
    checked = {name: specs[name].check(value) for name, value in changes.items()}
    for name in ("cache_folder", "output_folder"):
        if checked.get(name) and not Path(checked[name]).is_absolute():
            raise EngineError(
                Code.BAD_PARAMETER,
                f"{specs[name].title} is {checked[name]}; give the whole path, from the root.",
            )
    limit = checked.pop(_LIMIT, None)
    try:
        if checked:
            change_values(checked)
        if limit is not None:
            caches.write_limit_mb(caches.cache_folder(), limit)
    except OSError as error:
        raise EngineError(
            Code.OUTPUT_FAILED,
            f"The settings cannot be kept: {error.filename or ''} {error.strerror or error}. Make that "
            "folder writable, or choose another one.",
        ) from error
    return read_settings()


def on_this_computer(params: ModelParams) -> ModelParams:
    """The parameters of a run, with what they leave open as it is set here; without effect on the result."""
    settings = read_settings()
    return dataclasses.replace(
        params,
        device=settings.device if params.device == "auto" else params.device,
        threads=params.threads or settings.threads,
    )
