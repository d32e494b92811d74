"""The checkpoints on this computer: which are there, whole and as published.

Whether a file is as published is known from its SHA-256, which takes seconds for the large ones. So the
answer is kept beside it, with the size and the time of change it holds for. The worker does not rely on
that: it computes the sum of every checkpoint it loads.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Optional

from .environment import models_folder
from .errors import Code, EngineError
from .file_lock import locked
from .models import BUNDLED_MODELS, MODELS, ModelEntry
from .unwritable import is_forbidden, reason

MB = 1_000_000
_CHUNK = 1 << 20

_PART = ".part"
_LOCK = ".lock"
_CHECKED = ".checked"


class State(str, Enum):
    """What there is of a model; the value says it in a list."""

    BUNDLED = "bundled"
    UNTRAINED = "no weights yet"
    DOWNLOADED = "downloaded"
    UNCHECKED = "not checked yet"
    DAMAGED = "damaged"
    PARTIAL = "partly downloaded"
    MISSING = "not downloaded"


@dataclass(frozen=True)
class ModelFile:
    """A model and what there is of it; ``present`` is in bytes."""

    entry: ModelEntry
    path: Path
    state: State
    present: int


def model_path(entry: ModelEntry) -> Path:
    """Where the checkpoint of a model belongs."""
    return (BUNDLED_MODELS if entry.bundled else models_folder()) / entry.checkpoint


def list_models() -> list[ModelFile]:
    """All known models as they are now; quick, for no checksum is computed."""
    return [look_at(entry) for entry in MODELS]


def look_at(entry: ModelEntry) -> ModelFile:
    """A model as it is now, by its size and what was found out before."""
    path = model_path(entry)
    present = _size(path)
    if entry.bundled:
        return ModelFile(entry, path, State.BUNDLED if present else State.UNTRAINED, present or 0)
    if present is None:
        part = _size(part_of(path)) or 0
        return ModelFile(entry, path, State.PARTIAL if part else State.MISSING, part)
    if present != entry.size:
        return ModelFile(entry, path, State.DAMAGED, present)
    kept = _kept_sum(path)
    if not kept:
        return ModelFile(entry, path, State.UNCHECKED, present)
    return ModelFile(entry, path, State.DOWNLOADED if kept == entry.sha256 else State.DAMAGED, present)


def check(entry: ModelEntry, check_cancelled: Callable[[], None] = lambda: None) -> ModelFile:
    """A model as it is now, its checksum computed where it is not known.

    Raises:
        EngineError: BAD_FILE if the file cannot be read.
    """
    seen = look_at(entry)
    if seen.state is not State.UNCHECKED:
        return seen
    try:
        stat = seen.path.stat()
        keep_sum(seen.path, file_sum(seen.path, check_cancelled), stat)
    except OSError as error:
        raise EngineError(
            Code.BAD_FILE, f"The checkpoint {seen.path} cannot be read: {error.strerror}."
        ) from error
    return look_at(entry)


def add_model(
    source: Path,
    on_progress: Callable[[int, int], object] = lambda done, total: None,
    check_cancelled: Callable[[], None] = lambda: None,
) -> ModelEntry:
    """Copy one of Meta's checkpoints, whatever it is called, to where it belongs, and say which it is.

    Args:
        source: The file.
        on_progress: Takes the bytes done and those of all the work: reading, then copying.
        check_cancelled: Called many times a second; raises to stop.

    Raises:
        EngineError: BAD_FILE if it cannot be read, MODEL_INVALID if it is none of Meta's as published,
            OUTPUT_FAILED if it cannot be copied.
    """
    size = _size(source)
    if size is None:
        raise EngineError(Code.BAD_FILE, f"There is no file {source}. Choose a checkpoint (.pt).")
    entry = _entry_of_size(size)
    try:
        found = file_sum(source, check_cancelled, lambda done: on_progress(done, 2 * size)) if entry else ""
    except OSError as error:
        raise EngineError(
            Code.BAD_FILE, f"The checkpoint {source} cannot be read: {error.strerror}."
        ) from error
    if entry is None or found != entry.sha256:
        raise EngineError(
            Code.MODEL_INVALID,
            f"{source} is none of Meta's checkpoints as they were published"
            f"{f' ({size} bytes as {entry.title}, but another SHA-256)' if entry else ''}. If it is a model "
            "of your own, give it as CHECKPOINT; else get the file again.",
        )
    _copy(source, entry, size, on_progress, check_cancelled)
    return entry


def remove_model(entry: ModelEntry) -> int:
    """Remove a downloaded checkpoint, whole or in part, and say how many bytes that freed.

    Raises:
        EngineError: BAD_PARAMETER for the bundled model, OUTPUT_FAILED if a file cannot be removed.
    """
    if entry.bundled:
        raise EngineError(
            Code.BAD_PARAMETER,
            f"{entry.title} comes with the plugin and cannot be removed. Choose another model.",
        )
    path = model_path(entry)
    freed = (_size(path) or 0) + (_size(part_of(path)) or 0)
    try:
        if path.parent.is_dir():
            with locked(lock_of(path), lambda: _refuse_while_written(path), lambda: None):
                for each in (path, part_of(path), source_of(path), _beside(path, _CHECKED)):
                    each.unlink(missing_ok=True)
    except OSError as error:
        way_on = (
            "Have it removed by someone who may write there."
            if is_forbidden(error)
            else "Close every QGIS that uses the model and try again."
        )
        raise EngineError(
            Code.OUTPUT_FAILED, f"{path} cannot be removed: {reason(error)}. {way_on}"
        ) from error
    return freed


def file_sum(
    path: Path,
    check_cancelled: Callable[[], None] = lambda: None,
    on_progress: Callable[[int], object] = lambda done: None,
) -> str:
    """SHA-256 of a file, as 64 hexadecimal digits.

    Raises:
        OSError: if it cannot be read.
    """
    digest, done = hashlib.sha256(), 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            check_cancelled()
            digest.update(chunk)
            done += len(chunk)
            on_progress(done)
    return digest.hexdigest()


def keep_sum(path: Path, sha256: str, stat: os.stat_result) -> None:
    """Keep what was computed of a file that was as ``stat`` says; quietly, if it cannot be kept."""
    known = {"sha256": sha256, "size": stat.st_size, "changed": stat.st_mtime_ns}
    beside = _beside(path, _CHECKED)
    part = beside.with_name(f"{beside.name}.{os.getpid()}")
    with suppress(OSError):
        part.write_text(json.dumps(known), encoding="ascii")
        os.replace(part, beside)


def part_of(path: Path) -> Path:
    """What is there of a download that is not complete."""
    return _beside(path, _PART)


def source_of(path: Path) -> Path:
    """Where that part is from."""
    return _beside(path, f"{_PART}.json")


def lock_of(path: Path) -> Path:
    """Held by the process that writes a checkpoint."""
    return _beside(path, _LOCK)


def _copy(
    source: Path,
    entry: ModelEntry,
    size: int,
    on_progress: Callable[[int, int], object],
    check_cancelled: Callable[[], None],
) -> None:
    target = model_path(entry)
    copy = target.with_name(f"{target.name}.{os.getpid()}.copy")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.exists() and os.path.samefile(source, target):
            keep_sum(target, entry.sha256, target.stat())
            return
        with locked(lock_of(target), lambda: None, check_cancelled):
            digest, done = hashlib.sha256(), 0
            with source.open("rb") as read, copy.open("wb") as written:
                while chunk := read.read(_CHUNK):
                    check_cancelled()
                    written.write(chunk)
                    digest.update(chunk)
                    done += len(chunk)
                    on_progress(size + done, 2 * size)
                written.flush()
                os.fsync(written.fileno())
            if digest.hexdigest() != entry.sha256:
                raise EngineError(Code.BAD_FILE, f"{source} has changed while it was copied. Try again.")
            os.replace(copy, target)
            keep_sum(target, entry.sha256, target.stat())
            for rest in (part_of(target), source_of(target)):
                rest.unlink(missing_ok=True)
    except OSError as error:
        raise cannot_write(target, error) from error
    finally:
        with suppress(OSError):
            copy.unlink(missing_ok=True)


def cannot_write(target: Path, error: OSError) -> EngineError:
    """Why a checkpoint cannot be written, in words."""
    free = ""
    with suppress(OSError):
        free = f" ({shutil.disk_usage(target.parent).free / MB:,.0f} MB are free there)"
    return EngineError(
        Code.OUTPUT_FAILED,
        f"{target} cannot be written: {error.strerror or error}{free}. Make room on that disk or make the "
        "folder writable, then try again; SAM2_TOOLBOX_HOME names another place.",
    )


def _refuse_while_written(path: Path) -> None:
    raise EngineError(
        Code.OUTPUT_FAILED,
        f"{path} is being written by another QGIS or script. Wait until it is done, or stop it there.",
    )


def _entry_of_size(size: int) -> Optional[ModelEntry]:
    return next((entry for entry in MODELS if entry.size == size and not entry.bundled), None)


def _kept_sum(path: Path) -> str:
    """The sum found out before; "" where there is none that holds for the file as it is now."""
    try:
        known = json.loads(_beside(path, _CHECKED).read_text(encoding="ascii"))
        stat = path.stat()
    except (OSError, ValueError, RecursionError):
        return ""
    if not isinstance(known, dict):
        return ""
    is_same = (known.get("size"), known.get("changed")) == (stat.st_size, stat.st_mtime_ns)
    return str(known.get("sha256", "")) if is_same else ""


def _size(path: Path) -> Optional[int]:
    try:
        return path.stat().st_size if path.is_file() else None
    except OSError:
        return None


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(f".{path.name}{ending}" if ending in (_LOCK, _CHECKED) else path.name + ending)
