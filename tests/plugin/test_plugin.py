"""Loading, the action and unloading, with and without a window."""

import os
import sys

import pytest

pytest.importorskip("qgis", reason="the QGIS side runs under the system's Python")
import sam2_toolbox
from qgis.core import QgsApplication, QgsProject, QgsRasterLayer
from qgis.PyQt.QtWidgets import QAction, QDialog
from sam2_toolbox.engine.api import environment
from sam2_toolbox.engine.api.errors import Code, EngineError
from sam2_toolbox.plugin import plugin as plugin_module


@pytest.fixture
def opened(monkeypatch):
    """Dialogs the plugin has opened, as (algorithm, parameters)."""
    from qgis import processing

    seen = []

    class Dialog(QDialog):
        def show(self):
            seen[-1] = (*seen[-1], "shown")

    def create(algorithm, parameters):
        seen.append((algorithm, parameters))
        return Dialog()

    monkeypatch.setattr(processing, "createAlgorithmDialog", create)
    monkeypatch.setattr(environment, "worker_command", lambda: ["python"])
    return seen


def registered():
    return QgsApplication.processingRegistry().providerById("sam2")


def test_without_a_window_only_the_provider_is_registered(qgis_processing):
    plugin = sam2_toolbox.classFactory(None)
    plugin.initProcessing()
    assert {algorithm.id() for algorithm in registered().algorithms()} >= {"sam2:automaticmasks"}
    plugin.initGui()
    assert plugin.action is None
    plugin.unload()
    assert registered() is None


def test_unload_takes_everything_away_and_reload_adds_it_once(window, qgis_app):
    children = len(window.window.findChildren(QAction))
    for _ in range(2):
        plugin = sam2_toolbox.classFactory(window)
        plugin.initGui()
        ours = [plugin.by_hand_action, plugin.action]
        assert window.menu.actions() == ours == window.tool_bar.actions()
        assert registered() is not None
        plugin.unload()
        # deleteLater waits for the event loop
        qgis_app.sendPostedEvents(None, 52)
        assert window.menu.actions() == [] == window.tool_bar.actions()
        assert len(window.window.findChildren(QAction)) == children
        assert registered() is None


def test_action_opens_the_dialog_for_the_active_raster(plugin, window, opened, tmp_path):
    from osgeo import gdal

    path = str(tmp_path / "r.tif")
    gdal.GetDriverByName("GTiff").Create(path, 8, 8, 1)
    layer = QgsRasterLayer(path, "r")
    window.active = layer
    plugin.action.trigger()
    window.active = None
    plugin.action.trigger()
    name = "sam2:automaticmasks"
    assert opened == [(name, {"INPUT": layer.id()}, "shown"), (name, {}, "shown")]


def test_missing_environment_is_said_in_the_message_bar(plugin, window, opened, monkeypatch):
    def missing():
        raise EngineError(Code.ENVIRONMENT_MISSING, "Run this once: x")

    monkeypatch.setattr(environment, "worker_command", missing)
    plugin.action.trigger()
    assert opened == []
    assert window.bar.warnings == [("SAM 2 Toolbox", "Run this once: x")]


def test_loading_changes_nothing_of_the_session(window):
    crs = QgsProject.instance().crs()
    before = list(sys.path), dict(os.environ), os.getcwd(), set(sys.modules)
    plugin = sam2_toolbox.classFactory(window)
    plugin.initGui()
    plugin.unload()
    assert (list(sys.path), dict(os.environ), os.getcwd()) == before[:3]
    assert QgsProject.instance().crs() == crs
    foreign = {name for name in set(sys.modules) - before[3] if not name.startswith("sam2_toolbox")}
    assert not foreign & {"numpy", "torch", "rasterio", "shapely", "sam2"}


def test_icon_and_provider_are_presentable(plugin):
    provider = registered()
    assert provider.name() == "SAM 2"
    assert not provider.icon().isNull()
    assert not provider.icon().pixmap(16, 16).isNull()
    assert os.path.isfile(provider.svgIconPath())
    assert os.path.isfile(plugin_module.ICON)
