"""Messages on their way from the thread that reads them to the thread that uses them."""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass
from typing import Optional, Union

from ..errors import EngineError
from .protocol import Message

# What a message without a tail is taken to weigh.
_LINE_BYTES = 1024


@dataclass(frozen=True)
class End:
    """Nothing more will come; ``error`` says why, where the stream did not simply end."""

    error: Optional[EngineError] = None


class Mailbox:
    """A queue bounded by the bytes it holds, for one writer and one reader.

    A full box makes the writer wait, so a slow sink slows the worker down instead of filling
    the memory. Neither side can be left waiting: the reader waits with a timeout, and
    ``end`` releases the writer.
    """

    def __init__(self, limit_bytes: int) -> None:
        self._limit_bytes = limit_bytes
        self._held_bytes = 0
        self._messages: deque[Message] = deque()
        self._end: Optional[End] = None
        self._changed = threading.Condition()

    def put(self, message: Message) -> None:
        """Add a message, waiting while the box is full; a message after the end is dropped.

        A message larger than the limit is let in once the box is empty.
        """
        weight = _weight(message)
        with self._changed:
            self._changed.wait_for(lambda: self._end is not None or self._has_room(weight))
            if self._end is None:
                self._messages.append(message)
                self._held_bytes += weight
                self._changed.notify_all()

    def end(self, error: Optional[EngineError] = None) -> None:
        """Say that nothing more comes; the first end counts. Never waits."""
        with self._changed:
            if self._end is None:
                self._end = End(error)
            self._changed.notify_all()

    def get(self, timeout_s: float) -> Optional[Union[Message, End]]:
        """The oldest message, ``End`` after the last one (every time), None after the timeout."""
        with self._changed:
            self._changed.wait_for(lambda: self._messages or self._end, timeout_s)
            if not self._messages:
                return self._end
            message = self._messages.popleft()
            self._held_bytes -= _weight(message)
            self._changed.notify_all()
            return message

    def _has_room(self, weight: int) -> bool:
        return not self._messages or self._held_bytes + weight <= self._limit_bytes


def _weight(message: Message) -> int:
    return _LINE_BYTES + len(message.tail)
