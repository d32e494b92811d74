"""What the two Pythons say to each other.

One JSON object per line, ASCII, ended by a newline. A message whose ``bin`` is N is followed by
N raw bytes, its tail. Paths cross the border, pixels do not.

To the worker:    {"op": "run", "id": 1, "job": "automatic_masks", "params": {...}}
                  {"op": "cancel", "id": 1}
                  {"op": "close"}
From the worker:  {"event": "hello", "protocol": 1, "pid": 1234, "versions": {...}}
              or  {"event": "broken", "protocol": 1, "code": "...", "message": "...", "details": "..."}
                  {"event": "started", "id": 1}
                  {"event": "progress", "id": 1, "fraction": 0.25, "text": "tile 5 of 20"}
                  {"event": "log", "id": 1, "level": "info" or "warning", "text": "..."}
                  {"event": "features", "id": 1, "count": 12, "bin": N} and N bytes
                  {"event": "done", "id": 1, "result": {...}}
                  {"event": "failed", "id": 1, "code": "...", "message": "...", "details": "..."}
                  {"event": "cancelled", "id": 1}

``started`` comes first and one of done, failed, cancelled comes last for every run. ``broken``
takes the place of hello when the worker cannot import what it needs; it then ends. The worker ends
when its standard input ends.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, BinaryIO, Optional

from ..errors import Code, EngineError

PROTOCOL = 1

FINAL_EVENTS = ("done", "failed", "cancelled")

# A line longer than this is not ours: params hold paths and numbers, an area of interest at most.
MAX_LINE = 64 * 1024 * 1024
MAX_TAIL = 1024 * 1024 * 1024


@dataclass(frozen=True)
class Message:
    """One line and its tail."""

    fields: Mapping[str, Any]
    tail: bytes = field(default=b"", repr=False)


def encode(fields: Mapping[str, Any], tail: bytes = b"") -> bytes:
    """The bytes of one message. NaN is refused: JSON has none."""
    line = dict(fields, bin=len(tail)) if tail else fields
    return json.dumps(line, ensure_ascii=True, allow_nan=False).encode("ascii") + b"\n" + tail


def read_message(stream: BinaryIO) -> Optional[Message]:
    """Read the next message of a blocking, buffered stream; None at its end.

    Raises:
        EngineError: PROTOCOL_MISMATCH for a line that is not a message, WORKER_DIED when the
            stream ends within one.
    """
    line = stream.readline(MAX_LINE)
    if not line:
        return None
    if line.startswith(b"{") and not line.endswith(b"\n") and len(line) < MAX_LINE:
        raise _cut_short()
    try:
        fields = json.loads(line.decode("ascii"))
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise _garbage(line) from error
    if not isinstance(fields, dict) or not line.endswith(b"\n"):
        raise _garbage(line)
    length = fields.pop("bin", 0)
    if type(length) is not int or not 0 <= length <= MAX_TAIL:
        raise _garbage(line)
    tail = stream.read(length) if length else b""
    if len(tail) < length:
        raise _cut_short()
    return Message(fields, tail)


def _garbage(line: bytes) -> EngineError:
    start = line[:200].decode("ascii", "backslashreplace").rstrip()
    return EngineError(
        Code.PROTOCOL_MISMATCH,
        f"The worker sent something that is not a message of this plugin: {start!r}. "
        "Repair the worker's environment.",
    )


def _cut_short() -> EngineError:
    return EngineError(Code.WORKER_DIED, "The worker stopped in the middle of a message.")
