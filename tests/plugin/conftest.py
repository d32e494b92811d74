"""A session on a small raster, with a worker that knows the objects of it."""

import importlib.util
import json
import os
import sys
import tempfile
import threading
import time
from pathlib import Path

import pytest

if importlib.util.find_spec("qgis") is not None:
    from osgeo import gdal, osr
    from qgis.core import (
        QgsApplication,
        QgsCoordinateReferenceSystem,
        QgsProject,
        QgsRasterLayer,
        QgsRectangle,
        QgsSettings,
    )
    from qgis.gui import QgsMapCanvas
    from qgis.PyQt.QtCore import QCoreApplication, QEvent, QTimer
    from qgis.PyQt.QtTest import QTest
    from qgis.PyQt.QtWidgets import QAction, QDockWidget, QMainWindow, QMenu, QToolBar
    from sam2_toolbox.engine.api import environment
    from sam2_toolbox.tests.help_browser import browser  # noqa: F401 - a fixture

    gdal.UseExceptions()
    gdal.SetConfigOption("GDAL_PAM_ENABLED", "NO")

FAKE_CANVAS_WORKER = Path(__file__).with_name("fake_canvas_worker.py")

LEFT, TOP, SIDE = 500_000.0, 5_500_000.0, 100.0
# A field with a roof in it, and a pond
FIELD = [[500010.0, 5499990.0], [500050.0, 5499990.0], [500050.0, 5499950.0], [500010.0, 5499950.0]]
ROOF = [[500020.0, 5499980.0], [500030.0, 5499980.0], [500030.0, 5499970.0], [500020.0, 5499970.0]]
POND = [[500070.0, 5499930.0], [500090.0, 5499930.0], [500090.0, 5499910.0], [500070.0, 5499910.0]]


def wait_until(is_reached, seconds=60.0, what=""):
    """Let the window work until something is so."""
    deadline = time.monotonic() + seconds
    while not is_reached():
        assert time.monotonic() < deadline, f"not reached within {seconds} s: {what}"
        QTest.qWait(5)


def settle():
    """Let everything that is to be deleted later be deleted."""
    for _ in range(3):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class Places:
    roof = (500025.0, 5499975.0)
    field = (500045.0, 5499955.0)
    pond = (500080.0, 5499920.0)
    nowhere = (500005.0, 5499905.0)


@pytest.fixture
def places():
    """Positions in the objects of the raster."""
    return Places


@pytest.fixture
def until():
    return wait_until


@pytest.fixture
def clean_settings():
    def clean():
        QgsSettings().remove("sam2_toolbox")

    clean()
    yield
    clean()


class FakeWorker:
    """Every worker started from now on is the fake one; what it was asked can be read."""

    def __init__(self, folder, monkeypatch):
        self._monkeypatch = monkeypatch
        self._received = folder / "received.jsonl"
        self._truth = folder / "truth.json"
        self._truth.write_text(json.dumps([FIELD, ROOF, POND]))
        self.use()

    def use(self, **options):
        options = {"truth": str(self._truth), "received": str(self._received), **options}
        command = [sys.executable, "-s", "-u", str(FAKE_CANVAS_WORKER), json.dumps(options)]
        self._monkeypatch.setattr(environment, "worker_command", lambda: command)

    def asked(self, job=None, **params):
        """The requests so far, of one job and with these params."""
        if not self._received.exists():
            return []
        lines = [json.loads(line) for line in self._received.read_text().splitlines()]
        return [
            line
            for line in lines
            if job in (None, line["job"])
            and all(line["params"].get(name) == value for name, value in params.items())
        ]


@pytest.fixture
def worker(tmp_path, monkeypatch):
    return FakeWorker(tmp_path, monkeypatch)


def write_raster(path, epsg=32632):
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), 200, 200, 3)
    dataset.SetGeoTransform((LEFT, 0.5, 0, TOP, 0, -0.5))
    if epsg:
        crs = osr.SpatialReference()
        crs.ImportFromEPSG(epsg)
        dataset.SetProjection(crs.ExportToWkt())
    for band in (1, 2, 3):
        dataset.GetRasterBand(band).Fill(40 * band)
    del dataset
    return str(path)


@pytest.fixture
def make_raster(tmp_path):
    return lambda name: write_raster(tmp_path / name)


@pytest.fixture
def raster(tmp_path, qgis_new_project):
    layer = QgsRasterLayer(write_raster(tmp_path / "field.tif"), "field")
    assert layer.isValid()
    QgsProject.instance().addMapLayer(layer)
    return layer


UTM32 = "EPSG:32632"


@pytest.fixture
def session(qgis_app, clean_settings, worker, raster):
    from sam2_toolbox.plugin.session import CanvasSession

    session = CanvasSession()
    session.set_raster(raster)
    session.set_view(
        QgsRectangle(LEFT, TOP - SIDE, LEFT + SIDE, TOP), QgsCoordinateReferenceSystem(UTM32), 400
    )
    yield session
    session.close(wait=True)
    session.deleteLater()
    settle()


@pytest.fixture
def unreferenced(tmp_path, raster):
    layer = QgsRasterLayer(write_raster(tmp_path / "unreferenced.tif", epsg=None), "unreferenced")
    layer.setCrs(QgsCoordinateReferenceSystem())
    QgsProject.instance().addMapLayer(layer)
    return layer


class Leftovers:
    """What may stay behind when the plugin has gone."""

    settle = staticmethod(settle)

    def alive(self, pid):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return False
        return True

    def threads(self):
        return [thread for thread in threading.enumerate() if thread.name.startswith("sam2-")]

    def count(self, window):
        return {
            "actions": len(window.window.findChildren(QAction)),
            "docks": len(window.window.findChildren(QDockWidget)),
            "children of the canvas": len(window.canvas.children()),
            "items": len(window.canvas.scene().items()),
            "threads": len(threading.enumerate()),
            "folders": len(list(Path(tempfile.gettempdir()).glob("sam2_view_*"))),
            "tasks": len(QgsApplication.taskManager().tasks()),
            "timers": len(window.window.findChildren(QTimer)),
        }


@pytest.fixture
def leftovers():
    return Leftovers()


class MessageBar:
    def __init__(self):
        self.warnings, self.infos = [], []

    def pushWarning(self, title, text):  # noqa: N802
        self.warnings.append((title, text))

    def pushInfo(self, title, text):  # noqa: N802
        self.infos.append((title, text))

    pushSuccess = pushInfo  # noqa: N815


class Window:
    """The part of QgisInterface the plugin uses, with real widgets."""

    def __init__(self):
        self.window = QMainWindow()
        self.canvas = QgsMapCanvas(self.window)
        self.window.setCentralWidget(self.canvas)
        self.menu = QMenu("Raster", self.window)
        self.help_menu = QMenu("Plugins", self.window)
        self.tool_bar = QToolBar(self.window)
        self.bar = MessageBar()
        self.active = None
        self.shortcuts = {}
        self.options_factories = []
        self.options_shown = []

    def mainWindow(self):  # noqa: N802
        return self.window

    def mapCanvas(self):  # noqa: N802
        return self.canvas

    def addDockWidget(self, area, dock):  # noqa: N802
        self.window.addDockWidget(area, dock)

    def removeDockWidget(self, dock):  # noqa: N802
        self.window.removeDockWidget(dock)

    def registerMainWindowAction(self, action, shortcut):  # noqa: N802
        self.shortcuts[action] = shortcut
        self.window.addAction(action)
        return True

    def unregisterMainWindowAction(self, action):  # noqa: N802
        self.shortcuts.pop(action)
        return True

    def registerOptionsWidgetFactory(self, factory):  # noqa: N802
        self.options_factories.append(factory)

    def unregisterOptionsWidgetFactory(self, factory):  # noqa: N802
        self.options_factories.remove(factory)

    def showOptionsDialog(self, parent, page):  # noqa: N802
        self.options_shown.append(page)

    def pluginHelpMenu(self):  # noqa: N802
        return self.help_menu

    def addPluginToRasterMenu(self, name, action):  # noqa: N802
        self.menu.addAction(action)

    def removePluginRasterMenu(self, name, action):  # noqa: N802
        self.menu.removeAction(action)

    def addToolBarIcon(self, action):  # noqa: N802
        self.tool_bar.addAction(action)

    def removeToolBarIcon(self, action):  # noqa: N802
        self.tool_bar.removeAction(action)

    def messageBar(self):  # noqa: N802
        return self.bar

    def activeLayer(self):  # noqa: N802
        return self.active


@pytest.fixture
def window(qgis_iface, qgis_processing):
    window = Window()
    yield window
    window.window.close()
    window.window.deleteLater()
    settle()


@pytest.fixture
def plugin(window):
    import sam2_toolbox

    plugin = sam2_toolbox.classFactory(window)
    plugin.initGui()
    yield plugin
    plugin.unload()
