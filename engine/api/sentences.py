"""Sentences told by their shape, so that a window can say in its language what the engine says in English.

The engine speaks English: what it says also goes to logs, scripts and reports. A shape is such a sentence
with {1}, {2}, ... where something was filled in; resources/i18n/sentences.txt lists those of the code.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

SHAPES = Path(__file__).resolve().parent.parent.parent / "resources" / "i18n" / "sentences.txt"

_GAP = re.compile(r"\{\d+\}")
_GAP_NUMBER = re.compile(r"\{(\d+)\}")
_BETWEEN_SENTENCES = re.compile(r"(?<=[.?!…]) (?=\S)")


class Sentences:
    """Knows shapes and finds that of a sentence."""

    def __init__(self, shapes: Iterable[str]) -> None:
        # Of several that fit, the one with the most words of its own is meant.
        by_words = sorted(shapes, key=lambda shape: len(_GAP.sub("", shape)), reverse=True)
        self._shapes = [(shape, _pattern(shape), max(_GAP.split(shape), key=len)) for shape in by_words]

    @classmethod
    def of_the_code(cls) -> Sentences:
        """Those of this plugin, one a line of ``SHAPES``."""
        return cls(SHAPES.read_text(encoding="utf-8").splitlines())

    def say(self, text: str, translated: Callable[[str], str]) -> str:
        """The text in another language, as far as that knows it.

        Args:
            text: One or more sentences of the code, filled in.
            translated: Gives a shape, or a text without gaps, in the other language; as it is where it
                knows none.
        """
        whole = self._say_whole(text, translated)
        if whole != text:
            return whole
        for place in _BETWEEN_SENTENCES.finditer(text):
            first = self._say_whole(text[: place.start()], translated)
            if first != text[: place.start()]:
                return f"{first} {self.say(text[place.end() :], translated)}"
        # The first one is somebody else's, such as QGIS's own.
        first, *rest = _BETWEEN_SENTENCES.split(text, maxsplit=1)
        return " ".join([first, *(self.say(sentence, translated) for sentence in rest)])

    def _say_whole(self, text: str, translated: Callable[[str], str]) -> str:
        known = translated(text)
        if known != text:
            return known
        for shape, pattern, longest in self._shapes:
            found = pattern.fullmatch(text) if longest in text else None
            if found is not None:
                values = enumerate(found.groups(), 1)
                filled = {str(number): self._say_value(value, translated) for number, value in values}
                return "".join(filled[part] if gap else part for gap, part in _parts(translated(shape)))
        return text

    def _say_value(self, text: str, translated: Callable[[str], str]) -> str:
        """What was filled in: it may be words of the code, too; a single word is a name of something."""
        if " " not in text:
            return text
        if _BETWEEN_SENTENCES.search(text) and not text.endswith((".", "?", "…")):
            # The full stop of the last of several sentences is the shape's.
            said = self.say(f"{text}.", translated)
            return said[:-1] if said.endswith(".") else said
        return self.say(text, translated)


def _parts(shape: str) -> Iterator[tuple[bool, str]]:
    """The pieces of a shape in their order: the number of a gap, or words."""
    for index, part in enumerate(_GAP_NUMBER.split(shape)):
        yield index % 2 == 1, part


def _pattern(shape: str) -> re.Pattern[str]:
    return re.compile("(.*?)".join(re.escape(part) for part in _GAP.split(shape)), re.DOTALL)
