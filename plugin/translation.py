"""The words of the window in QGIS's language."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

from ..engine.api.sentences import Sentences

_CONTEXT = "sam2_toolbox"  # of all texts in resources/i18n
_A_TEXT = "The run was cancelled."
_FOLDER = Path(__file__).resolve().parent.parent / "resources" / "i18n"


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


def install_translation(language: str = "") -> Optional[QTranslator]:
    """Have ``tr`` answer in a language such as "de" or "de_AT", by default QGIS's own.

    Returns what ``QCoreApplication.removeTranslator`` takes away again, and must be kept until then;
    None where there is no translation.
    """
    language = language or QgsApplication.locale()
    path = _FOLDER / f"sam2_toolbox_{language[:2]}.qm"
    translator = QTranslator()
    if not path.is_file() or not translator.load(str(path)):
        return None
    QCoreApplication.installTranslator(translator)
    return translator
