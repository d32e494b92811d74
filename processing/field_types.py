"""Field types of layers, in QGIS's words and in those of layer files."""

from __future__ import annotations

from qgis.core import Qgis, QgsField
from qgis.PyQt.QtCore import QMetaType, QVariant

from ..engine.api.layer_file import BOOLEAN, INTEGER, REAL, TEXT

# QgsField takes QMetaType from 3.38; before, it is a TypeError.
if Qgis.QGIS_VERSION_INT >= 33800:
    FIELD_TYPES = {
        INTEGER: QMetaType.Type.LongLong,
        REAL: QMetaType.Type.Double,
        TEXT: QMetaType.Type.QString,
        BOOLEAN: QMetaType.Type.Bool,
    }
else:
    FIELD_TYPES = {
        INTEGER: QVariant.LongLong,
        REAL: QVariant.Double,
        TEXT: QVariant.String,
        BOOLEAN: QVariant.Bool,
    }

_WHOLE = tuple(
    getattr(QMetaType.Type, name) for name in ("Int", "UInt", "LongLong", "ULongLong", "Short", "UShort")
)


def layer_file_type(field: QgsField) -> str:
    """The type of a field in a layer file; what is neither a number nor a truth value becomes text."""
    kind = QMetaType.Type(int(field.type()))
    if kind in _WHOLE:
        return INTEGER
    if kind in (QMetaType.Type.Double, QMetaType.Type.Float):
        return REAL
    return BOOLEAN if kind == QMetaType.Type.Bool else TEXT
