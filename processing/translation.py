"""The words of the dialogs in QGIS's language. Names, ids and choices are the same in every language."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication

_CONTEXT = "sam2_toolbox"  # of all texts in resources/i18n


def tr(text: str) -> str:
    """The text in QGIS's language; as it is where resources/i18n does not know it."""
    return str(QCoreApplication.translate(_CONTEXT, text))
