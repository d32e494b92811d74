"""The plugin's own widgets under the real Qt 6, where there is no QGIS: PyQt6 answers for qgis.PyQt.

The few widgets of QGIS among them are stood in for by the Qt widgets they extend; everything else of
QGIS is a name that can be imported and subclassed.
"""

import enum
import importlib.util
import os
import sys
import time
import types
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent

if importlib.util.find_spec("qgis") is not None:
    collect_ignore_glob = ["test_*.py"]
elif importlib.util.find_spec("PyQt6") is not None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PyQt6 import QtCore, QtGui, QtNetwork, QtWidgets, sip

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
        "QtNetwork": everything_of(QtNetwork),
        "QtWidgets": {**everything_of(QtWidgets), "QAction": QtGui.QAction, "QShortcut": QtGui.QShortcut},
        "sip": everything_of(sip),
    }
    modules = {name: module(f"qgis.PyQt.{name}", **members) for name, members in qt.items()}
    module("qgis.PyQt", **modules, __path__=())

    class CollapsibleGroupBox(QtWidgets.QGroupBox):
        collapsedStateChanged = QtCore.pyqtSignal(bool)  # noqa: N815
        _collapsed = False

        def setCollapsed(self, collapsed):  # noqa: N802
            self._collapsed = collapsed
            self.collapsedStateChanged.emit(collapsed)

        def isCollapsed(self):  # noqa: N802
            return self._collapsed

    class SpinBox(QtWidgets.QSpinBox):
        def setClearValue(self, value):  # noqa: N802
            pass

    class DoubleSpinBox(QtWidgets.QDoubleSpinBox):
        def setClearValue(self, value):  # noqa: N802
            pass

    class FileWidget(QtWidgets.QWidget):
        StorageMode = enum.Enum("StorageMode", ["GetFile", "GetDirectory"])
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

    class LayerBox(QtWidgets.QComboBox):
        layer = None

        def setFilters(self, kinds):  # noqa: N802
            pass

        def setAllowEmptyLayer(self, allowed):  # noqa: N802
            pass

        def setLayer(self, layer):  # noqa: N802
            self.layer = layer

        def currentLayer(self):  # noqa: N802
            return self.layer

    class BandBox(QtWidgets.QComboBox):
        bandChanged = QtCore.pyqtSignal(int)  # noqa: N815
        _band = -1

        def setShowNotSetOption(self, shown, text):  # noqa: N802
            pass

        def setLayer(self, layer):  # noqa: N802
            pass

        def setBand(self, band):  # noqa: N802
            self._band = band
            self.bandChanged.emit(band)

        def currentBand(self):  # noqa: N802
            return self._band

    class Settings:
        kept = {}  # noqa: RUF012

        def value(self, key, default=None, type=str):
            return self.kept.get(key, default)

        def setValue(self, key, value):  # noqa: N802
            self.kept[key] = value

        def remove(self, key):
            self.kept.pop(key, None)

    class Task(QtCore.QObject):
        """Done in the event loop, where QGIS takes a thread."""

        Flag = enum.Flag("Flag", ["CanCancel", "Silent"])
        _cancelled = False

        def __init__(self, title, flags):
            super().__init__()

        def cancel(self):
            self._cancelled = True

        def isCanceled(self):  # noqa: N802
            return self._cancelled

        def setProgress(self, percent):  # noqa: N802
            pass

        def waitForFinished(self, milliseconds):  # noqa: N802
            pass

    class TaskManager:
        def addTask(self, task):  # noqa: N802
            QtCore.QTimer.singleShot(0, lambda: task.finished(task.run()))

    class NetworkAccessManager:
        """QGIS's, set to no proxy."""

        instance = classmethod(lambda cls: cls())

        def proxyFactory(self):  # noqa: N802
            return None

        def fallbackProxy(self):  # noqa: N802
            return QtNetwork.QNetworkProxy()

        def excludeList(self):  # noqa: N802
            return []

        noProxyList = excludeList  # noqa: N815

    class OptionsFactory(QtCore.QObject):
        def setTitle(self, title):  # noqa: N802
            pass

        def setIcon(self, icon):  # noqa: N802
            pass

    import qgis.core
    import qgis.gui

    qgis.core.QgsSettings = Settings
    qgis.core.QgsTask = Task
    qgis.core.QgsNetworkAccessManager = NetworkAccessManager
    qgis.core.QgsApplication = types.SimpleNamespace(taskManager=TaskManager)
    qgis.gui.QgsOptionsPageWidget = QtWidgets.QWidget
    qgis.gui.QgsOptionsWidgetFactory = OptionsFactory
    qgis.gui.QgsMapCanvas = QtWidgets.QWidget
    qgis.gui.QgsCollapsibleGroupBox = CollapsibleGroupBox
    qgis.gui.QgsSpinBox = SpinBox
    qgis.gui.QgsDoubleSpinBox = DoubleSpinBox
    qgis.gui.QgsFileWidget = FileWidget
    qgis.gui.QgsDockWidget = QtWidgets.QDockWidget
    qgis.gui.QgsMapLayerComboBox = LayerBox
    qgis.gui.QgsRasterBandComboBox = BandBox

    class Session(QtCore.QObject):
        """What the dock asks of a session."""

        status_changed = QtCore.pyqtSignal(object)
        prompts_changed = QtCore.pyqtSignal(object)
        answer_changed = QtCore.pyqtSignal(object)
        looked = QtCore.pyqtSignal(object)

        def __init__(self):
            super().__init__()
            from sam2_toolbox.plugin import states
            from sam2_toolbox.plugin.canvas_settings import CanvasSettings
            from sam2_toolbox.plugin.prompting import PromptHistory

            self.history = PromptHistory()
            self.answer = None
            self.settings = CanvasSettings()
            self.status = states.OFF
            self.done = []

        @property
        def prompts(self):
            return self.history.current

        def set_settings(self, settings):
            self.settings = settings

        def undo(self):
            self.done.append("undo")

        def redo(self):
            self.done.append("redo")

        def clear(self):
            self.done.append("clear")

        def retry(self):
            self.done.append("retry")

        def choose(self, number):
            self.done.append(number)


@pytest.fixture(scope="session")
def application():
    return QtWidgets.QApplication.instance() or QtWidgets.QApplication([])


@pytest.fixture
def session():
    return Session()


@pytest.fixture
def until():
    """Let the window work until something is so."""

    def wait(is_reached, seconds=60):
        from PyQt6.QtTest import QTest

        deadline = time.monotonic() + seconds
        while not is_reached():
            assert time.monotonic() < deadline
            QTest.qWait(5)

    return wait
