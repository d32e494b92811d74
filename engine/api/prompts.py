"""Prompts as they cross the border: a layer file with three attributes of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from types import TracebackType
from typing import Optional

from .layer_file import INTEGER, LayerReader, LayerWriter, Row

FOREGROUND = 1
BACKGROUND = 0

_FIELDS = (("object", INTEGER), ("feature", INTEGER), ("label", INTEGER))


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
        self._layer = LayerWriter(path, "", _FIELDS)

    def add(self, prompt: PromptFeature) -> None:
        """Write one prompt."""
        self._layer.add(prompt.wkb, (prompt.object, prompt.feature, prompt.label))

    def __enter__(self) -> PromptWriter:
        return self

    def __exit__(
        self,
        kind: Optional[type[BaseException]],
        error: Optional[BaseException],
        traceback: Optional[TracebackType],
    ) -> None:
        self._layer.close()


class PromptFile:
    """A file of prompts, open for reading; use it in a ``with`` block.

    Raises:
        EngineError: BAD_FILE for a file that is missing, cut short or no file of prompts.
    """

    def __init__(self, path: str) -> None:
        self._layer = LayerReader(path)

    def __iter__(self) -> Iterator[tuple[int, PromptFeature]]:
        """All prompts in their order, each with its place, which ``at`` takes."""
        return ((place, _prompt(row)) for place, row in self._layer.placed())

    def at(self, place: int) -> PromptFeature:
        """The prompt at a place that iterating gave."""
        return _prompt(self._layer.at(place))

    def __enter__(self) -> PromptFile:
        return self

    def __exit__(
        self,
        kind: Optional[type[BaseException]],
        error: Optional[BaseException],
        traceback: Optional[TracebackType],
    ) -> None:
        self._layer.__exit__(kind, error, traceback)


def _prompt(row: Row) -> PromptFeature:
    number, feature, label = row.attributes
    return PromptFeature(number, feature, label, row.wkb)
