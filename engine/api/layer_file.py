"""A vector layer as it crosses the border: a file that one side writes and the other reads.

A file, because a layer may hold more than a message should. Little-endian: a signature, a line of
JSON (CRS, fields and where the layer comes from), then for each feature two lengths, its WKB and its
attributes as JSON.
"""

from __future__ import annotations

import json
import os
import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Optional

from .errors import Code, EngineError

INTEGER, REAL, TEXT, BOOLEAN = "integer", "real", "text", "boolean"

_SIGN = b"sam2 layer 1\n"
_LENGTHS = struct.Struct("<II")


@dataclass(frozen=True)
class Row:
    """One feature: its geometry as WKB (empty for none) and its attributes in the order of the
    fields, None where there is no value."""

    wkb: bytes
    attributes: tuple[Any, ...]


class LayerWriter:
    """Writes a layer row by row, in a ``with`` block.

    ``fields`` are pairs of a name and one of the four types; ``provenance`` is what the layer's metadata say
    of the run that made it. A file of that name is replaced.

    Raises:
        EngineError: OUTPUT_FAILED when the file cannot be written.
    """

    def __init__(
        self,
        path: str,
        crs_wkt: str,
        fields: Sequence[tuple[str, str]],
        provenance: Optional[Mapping[str, Any]] = None,
    ) -> None:
        self._path = path
        self.count = 0
        content = {
            "crs": crs_wkt,
            "fields": [list(field) for field in fields],
            "provenance": dict(provenance or {}),
        }
        head = json.dumps(content, ensure_ascii=True)
        try:
            self._file = open(path, "wb")  # noqa: SIM115 - closed by close()
            self._file.write(_SIGN + head.encode("ascii") + b"\n")
        except OSError as error:
            raise self._refusal(error) from error

    def add(self, wkb: bytes, attributes: Sequence[Any]) -> None:
        """Write one row."""
        values = json.dumps(list(attributes), ensure_ascii=True).encode("ascii")
        try:
            self._file.write(_LENGTHS.pack(len(wkb), len(values)) + wkb + values)
        except OSError as error:
            raise self._refusal(error) from error
        self.count += 1

    def close(self) -> None:
        """Write what is buffered."""
        try:
            self._file.close()
        except OSError as error:
            raise self._refusal(error) from error

    def __enter__(self) -> LayerWriter:
        return self

    def __exit__(
        self,
        kind: Optional[type[BaseException]],
        error: Optional[BaseException],
        traceback: Optional[TracebackType],
    ) -> None:
        self.close()

    def _refusal(self, error: OSError) -> EngineError:
        return EngineError(
            Code.OUTPUT_FAILED,
            f"The features cannot be put down in {self._path}: {error.strerror or error}. Check that the "
            "disk has space left and that you may write there.",
        )


class LayerReader:
    """Reads a layer row by row, as often as wanted, in a ``with`` block.

    Raises:
        EngineError: BAD_FILE for a file that is missing, cut short or no such layer.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        try:
            self._file = open(path, "rb")  # noqa: SIM115 - closed by __exit__
            self._size = os.path.getsize(path)
        except OSError as error:
            raise self._refusal(str(error.strerror or error)) from error
        try:
            sign, head = self._file.read(len(_SIGN)), self._file.readline()
            if sign != _SIGN:
                raise ValueError("it is no layer")
            content = json.loads(head)
            self.crs_wkt = str(content["crs"])
            self.fields = tuple((str(name), str(kind)) for name, kind in content["fields"])
            self.provenance: dict[str, Any] = dict(content["provenance"])
        except (ValueError, KeyError, TypeError) as error:
            self._file.close()
            raise self._refusal(f"its head is damaged ({error})") from error
        self._start = self._file.tell()

    def __iter__(self) -> Iterator[Row]:
        return (row for _, row in self.placed())

    def placed(self) -> Iterator[tuple[int, Row]]:
        """All rows in their order, each with its place, which ``at`` takes once this has ended."""
        place = self._start
        self._file.seek(place)
        while place < self._size:
            row = self._row()
            yield place, row
            place = self._file.tell()

    def at(self, place: int) -> Row:
        """The row at a place that ``placed`` gave."""
        self._file.seek(place)
        return self._row()

    def __enter__(self) -> LayerReader:
        return self

    def __exit__(
        self,
        kind: Optional[type[BaseException]],
        error: Optional[BaseException],
        traceback: Optional[TracebackType],
    ) -> None:
        self._file.close()

    def _row(self) -> Row:
        lengths = self._file.read(_LENGTHS.size)
        if len(lengths) < _LENGTHS.size:
            raise self._refusal("it is cut short")
        geometry, attributes = _LENGTHS.unpack(lengths)
        if self._file.tell() + geometry + attributes > self._size:
            raise self._refusal("it is cut short")
        wkb = self._file.read(geometry)
        return Row(wkb, tuple(json.loads(self._file.read(attributes))))

    def _refusal(self, reason: str) -> EngineError:
        return EngineError(
            Code.BAD_FILE, f"The features in {self._path} cannot be read: {reason}. Start the run again."
        )
