"""What a running job tells its caller."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Protocol

from .api.errors import Cancelled
from .api.features import Feature, pack

PROGRESS_INTERVAL_S = 0.05
# A frame above this is sent in parts, so that neither end holds a whole row of tiles twice.
FRAME_BYTES = 1024 * 1024


class Report(Protocol):
    """The caller's ear; the worker's turns each call into an event."""

    def progress(self, fraction: float, text: str = "") -> None:
        """How far the job is, 0 to 1, and in a few words what it does."""
        ...

    def log(self, text: str, level: str = "info") -> None:
        """A sentence for the user; ``level`` is info or warning."""
        ...

    def features(self, features: Sequence[Feature]) -> None:
        """Finished features; they are the caller's from here on."""
        ...

    def check_cancelled(self) -> None:
        """Raise ``Cancelled`` if the caller asked to stop."""
        ...


class EventReport:
    """The worker's ``Report``: every call becomes an event of one run.

    ``send`` takes the fields of an event and its tail. A progress that comes too soon after the
    last one is kept back and sent with the next call, unless a newer one has replaced it. Several
    threads may call at once.
    """

    def __init__(
        self,
        run_id: int,
        send: Callable[[dict[str, Any], bytes], None],
        is_cancelled: Callable[[], bool],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._run_id = run_id
        self._send = send
        self._is_cancelled = is_cancelled
        self._clock = clock
        self._sent: tuple[float, str] | None = None
        self._kept_back: tuple[float, str] | None = None
        self._quiet_until = -math.inf
        self._sending = threading.Lock()

    def progress(self, fraction: float, text: str = "") -> None:
        """See ``Report``; a fraction outside 0 to 1 is moved to the nearer end."""
        now = (min(1.0, max(0.0, float(fraction))), text)
        with self._sending:
            self._kept_back = None if now == self._sent else now
        self._send_kept_back()

    def log(self, text: str, level: str = "info") -> None:
        """See ``Report``."""
        self._event("log", level=level, text=text)

    def features(self, features: Sequence[Feature]) -> None:
        """See ``Report``."""
        self._send_kept_back()
        for batch in _batches(features):
            self._event("features", pack(batch), count=len(batch))

    def check_cancelled(self) -> None:
        """See ``Report``."""
        self._send_kept_back()
        if self._is_cancelled():
            raise Cancelled

    def _send_kept_back(self) -> None:
        with self._sending:
            if self._kept_back is None or self._clock() < self._quiet_until:
                return
            fraction, text = self._sent = self._kept_back
            self._kept_back = None
            self._quiet_until = self._clock() + PROGRESS_INTERVAL_S
            self._event("progress", fraction=fraction, text=text)

    def _event(self, event: str, tail: bytes = b"", **fields: Any) -> None:
        self._send({"event": event, "id": self._run_id, **fields}, tail)


def _batches(features: Sequence[Feature]) -> Iterator[Sequence[Feature]]:
    """Cut a list so that each part but a single huge feature stays below ``FRAME_BYTES``."""
    start = 0
    size = 0
    for index, feature in enumerate(features):
        if index > start and size + len(feature.wkb) > FRAME_BYTES:
            yield features[start:index]
            start, size = index, 0
        size += len(feature.wkb)
    if start < len(features):
        yield features[start:]
