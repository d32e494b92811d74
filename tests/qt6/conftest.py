"""The plugin's own widgets under the real Qt 6, where there is no QGIS: PyQt6 answers for qgis.PyQt.

The few widgets of QGIS among them are stood in for by the Qt widgets they extend; everything else of
QGIS is a name that can be imported and subclassed.
"""

import importlib.util
import os
import sys
import types
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent

if importlib.util.find_spec("qgis") is not None:
    collect_ignore_glob = ["test_*.py"]
elif importlib.util.find_spec("PyQt6") is not None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PyQt6 import QtCore, QtGui, QtWidgets, sip

    sys.path.insert(0, str(ROOT / "scripts"))
    from without_qgis import stand_in_for_qgis

    stand_in_for_qgis(version=40000)
    sys.path.pop(0)

    def module(name, **members):
        made = types.ModuleType(name)
        vars(made).update(members)
        sys.modules[name] = made
        return made

    def everything_of(*modules):
        return {name: thing for one in modules for name, thing in vars(one).items() if name[0] != "_"}

    # As qgis.PyQt of QGIS 4 has them: what has moved between the modules is in both places.
    qt = {
        "QtCore": everything_of(QtCore),
        "QtGui": everything_of(QtGui),
        "QtWidgets": {**everything_of(QtWidgets), "QAction": QtGui.QAction, "QShortcut": QtGui.QShortcut},
        "sip": everything_of(sip),
    }
    modules = {name: module(f"qgis.PyQt.{name}", **members) for name, members in qt.items()}
    module("qgis.PyQt", **modules, __path__=())

    class CollapsibleGroupBox(QtWidgets.QGroupBox):
        collapsedStateChanged = QtCore.pyqtSignal(bool)  # noqa: N815

        def setCollapsed(self, collapsed):  # noqa: N802
            self.collapsedStateChanged.emit(collapsed)

    class SpinBox(QtWidgets.QSpinBox):
        def setClearValue(self, value):  # noqa: N802
            pass

    class DoubleSpinBox(QtWidgets.QDoubleSpinBox):
        def setClearValue(self, value):  # noqa: N802
            pass

    class FileWidget(QtWidgets.QWidget):
        from enum import Enum

        StorageMode = Enum("StorageMode", ["GetFile", "GetDirectory"])
        fileChanged = QtCore.pyqtSignal(str)  # noqa: N815

        def __init__(self):
            super().__init__()
            self._line = QtWidgets.QLineEdit(self)

        def setStorageMode(self, mode):  # noqa: N802
            pass

        def setFilter(self, text):  # noqa: N802
            pass

        def lineEdit(self):  # noqa: N802
            return self._line

        def filePath(self):  # noqa: N802
            return self._line.text()

        def setFilePath(self, path):  # noqa: N802
            self._line.setText(path)

    class Settings:
        kept = {}  # noqa: RUF012

        def value(self, key, default=None, type=str):
            return self.kept.get(key, default)

        def setValue(self, key, value):  # noqa: N802
            self.kept[key] = value

    import qgis.core
    import qgis.gui

    qgis.core.QgsSettings = Settings
    qgis.gui.QgsMapCanvas = QtWidgets.QWidget
    qgis.gui.QgsCollapsibleGroupBox = CollapsibleGroupBox
    qgis.gui.QgsSpinBox = SpinBox
    qgis.gui.QgsDoubleSpinBox = DoubleSpinBox
    qgis.gui.QgsFileWidget = FileWidget


@pytest.fixture(scope="session")
def application():
    return QtWidgets.QApplication.instance() or QtWidgets.QApplication([])
