"""What a running job tells its caller."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from .api.features import Feature


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
