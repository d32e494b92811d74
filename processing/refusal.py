"""Why an algorithm does not run, or has not come to its end, in QGIS's language."""

from __future__ import annotations

from qgis.core import QgsProcessingException

from .translation import say


def refusal(sentence: str) -> QgsProcessingException:
    """The exception to raise; QGIS shows its sentence."""
    return QgsProcessingException(say(sentence))
