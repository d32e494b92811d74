"""The words of the dialogs in QGIS's language. Names, ids and choices are the same in every language."""

from __future__ import annotations

from functools import cache

from qgis.PyQt.QtCore import QCoreApplication

from ..engine.api.sentences import Sentences

_CONTEXT = "sam2_toolbox"  # of all texts in resources/i18n
_A_TEXT = "The run was cancelled."


def tr(text: str) -> str:
    """The text in QGIS's language; as it is where resources/i18n does not know it."""
    return str(QCoreApplication.translate(_CONTEXT, text))


def say(sentence: str) -> str:
    """What the engine says in English, in QGIS's language; it may be filled in, and several sentences."""
    is_english = tr(_A_TEXT) == _A_TEXT
    return sentence if is_english else _sentences().say(sentence, tr)


@cache
def _sentences() -> Sentences:
    return Sentences.of_the_code()
