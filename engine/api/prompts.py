"""Prompts as they cross the border: a file of plain values, written by the caller, read by the worker.

A file, because a layer of detections may hold more than a message should: both sides read and
write it feature by feature. Little-endian: a header, then for each prompt its numbers and its WKB.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from types import TracebackType
from typing import BinaryIO, Optional

from .errors import Code, EngineError

FOREGROUND = 1
BACKGROUND = 0

_SIGN = b"sam2 prompts 1\n"
_HEAD = struct.Struct("<qqBI")  # object, feature, label, length of the WKB that follows


@dataclass(frozen=True)
class PromptFeature:
    """One feature of a prompts layer.

    ``object`` is the number of the object it prompts, from 1 in the order of the results;
    ``feature`` the id the user knows it by; ``label`` 1 for foreground, 0 for background;
    ``wkb`` any geometry in the raster's CRS.
    """

    object: int
    feature: int
    label: int
    wkb: bytes


class PromptWriter:
    """Writes a file of prompts, in a ``with`` block.

    Raises:
        EngineError: OUTPUT_FAILED when the file cannot be written.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self._file = self._open()

    def add(self, prompt: PromptFeature) -> None:
        """Write one prompt."""
        head = _HEAD.pack(prompt.object, prompt.feature, prompt.label, len(prompt.wkb))
        try:
            self._file.write(head + prompt.wkb)
        except OSError as error:
            raise self._refusal(error) from error

    def close(self) -> None:
        """Write what is buffered."""
        try:
            self._file.close()
        except OSError as error:
            raise self._refusal(error) from error

    def __enter__(self) -> PromptWriter:
        return self

    def __exit__(
        self,
        kind: Optional[type[BaseException]],
        error: Optional[BaseException],
        traceback: Optional[TracebackType],
    ) -> None:
        self.close()

    def _open(self) -> BinaryIO:
        try:
            file = open(self._path, "wb")  # noqa: SIM115 - closed by close()
            file.write(_SIGN)
        except OSError as error:
            raise self._refusal(error) from error
        return file

    def _refusal(self, error: OSError) -> EngineError:
        return EngineError(
            Code.OUTPUT_FAILED,
            f"The prompts cannot be put down in {self._path}: {error.strerror or error}. Check that the disk "
            "has space left and that you may write there.",
        )


class PromptFile:
    """A file of prompts, open for reading; use it in a ``with`` block.

    Raises:
        EngineError: BAD_PARAMETER for a file that is missing, cut short or no file of prompts.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        try:
            self._file = open(path, "rb")  # noqa: SIM115 - closed by __exit__
        except OSError as error:
            raise self._refusal(str(error.strerror or error)) from error
        if self._file.read(len(_SIGN)) != _SIGN:
            self._file.close()
            raise self._refusal("it is no file of prompts")

    def __iter__(self) -> Iterator[tuple[int, PromptFeature]]:
        """All prompts in their order, each with its place, which ``at`` takes."""
        place = len(_SIGN)
        self._file.seek(place)
        while True:
            head = self._file.read(_HEAD.size)
            if not head:
                return
            prompt = self._rest(head)
            yield place, prompt
            place += _HEAD.size + len(prompt.wkb)

    def at(self, place: int) -> PromptFeature:
        """The prompt at a place that iterating gave."""
        self._file.seek(place)
        return self._rest(self._file.read(_HEAD.size))

    def __enter__(self) -> PromptFile:
        return self

    def __exit__(
        self,
        kind: Optional[type[BaseException]],
        error: Optional[BaseException],
        traceback: Optional[TracebackType],
    ) -> None:
        self._file.close()

    def _rest(self, head: bytes) -> PromptFeature:
        if len(head) < _HEAD.size:
            raise self._refusal("it is cut short")
        number, feature, label, length = _HEAD.unpack(head)
        wkb = self._file.read(length)
        if len(wkb) < length:
            raise self._refusal("it is cut short")
        return PromptFeature(number, feature, label, wkb)

    def _refusal(self, reason: str) -> EngineError:
        return EngineError(
            Code.BAD_PARAMETER, f"The prompts in {self._path} cannot be read: {reason}. Start the run again."
        )
