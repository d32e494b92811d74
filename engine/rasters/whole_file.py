"""Files that appear under their name when they are complete, or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ..api.errors import Code, EngineError


@contextmanager
def whole_file(
    path: str | Path, what: str, failures: tuple[type[Exception], ...] = (OSError,)
) -> Iterator[Path]:
    """A file to write beside ``path``: it takes that name when the block ends, and is gone if it fails.

    Args:
        path: The file wanted; one that is there already stays until then.
        what: What it is, as the beginning of a sentence: "The report".
        failures: What means that it cannot be written.

    Raises:
        EngineError: OUTPUT_FAILED for any of ``failures``.
    """
    target = Path(path)
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with writing(target, what, failures):
            yield part
            os.replace(part, target)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


@contextmanager
def writing(
    path: str | Path, what: str, failures: tuple[type[Exception], ...] = (OSError,)
) -> Iterator[None]:
    """Say in words what went wrong while ``path`` was being written; arguments as ``whole_file``.

    Raises:
        EngineError: OUTPUT_FAILED for any of ``failures``.
    """
    try:
        yield
    except failures as error:
        reason = getattr(error, "strerror", None) or str(error.__cause__ or error).rstrip(".")
        raise EngineError(
            Code.OUTPUT_FAILED,
            f"{what} {path} cannot be written: {reason}. Check that the folder exists and is writable and "
            "that the disk is not full.",
            details=repr(error),
        ) from error


def keep_apart(target: str, name: str, source: str) -> None:
    """Refuse to write over what is being read.

    Raises:
        EngineError: BAD_PARAMETER, naming the parameter ``name``.
    """
    if os.path.exists(target) and os.path.exists(source) and os.path.samefile(target, source):
        raise EngineError(
            Code.BAD_PARAMETER,
            f"{name} is {target}, the raster that is read. Choose another name for what is written.",
        )
