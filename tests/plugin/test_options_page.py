"""The page in QGIS's Options dialog: models that come and go, settings that are kept, a dock that follows."""

import dataclasses
import hashlib
import json
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

pytest.importorskip("qgis", reason="the QGIS side runs under the system's Python")
from qgis.core import QgsApplication, QgsNetworkAccessManager
from qgis.PyQt.QtCore import QEvent, QEventLoop, Qt, QTimer
from qgis.PyQt.QtGui import QKeyEvent, QKeySequence
from qgis.PyQt.QtNetwork import QNetworkProxy
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QFileDialog,
    QKeySequenceEdit,
    QLabel,
    QMessageBox,
    QPushButton,
    QTabWidget,
    QTreeWidget,
)
from sam2_toolbox.engine.api import environment, model_files, models
from sam2_toolbox.engine.api.cache_folder import read_limit_mb
from sam2_toolbox.engine.api.errors import EngineError
from sam2_toolbox.engine.api.model_files import State, look_at, part_of
from sam2_toolbox.engine.api.models import model_entry
from sam2_toolbox.engine.api.settings import Settings, change_settings, read_settings
from sam2_toolbox.plugin import models_panel
from sam2_toolbox.plugin.keys import LEGEND, Command, command_of, legend_lines
from sam2_toolbox.plugin.models_work import close_models_work, models_work
from sam2_toolbox.plugin.network import proxy_for, qgis_connection
from sam2_toolbox.plugin.options_page import MODELS, PAGE, OptionsPage

DATA = bytes(range(256)) * 2048
TINY = "sam2.1_hiera_tiny"
WORKER = Path(__file__).with_name("fake_models_worker.py")


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch, clean_settings):
    monkeypatch.setenv("SAM2_TOOLBOX_HOME", str(tmp_path / "home"))
    command = [sys.executable, "-s", "-u", str(WORKER)]
    monkeypatch.setattr(environment, "worker_command", lambda: command)
    yield tmp_path / "home"
    close_models_work()


@pytest.fixture
def server():
    """Has the checkpoint; gives it out when ``gate`` is open."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Length", str(len(DATA)))
            self.end_headers()
            self.wfile.write(DATA[:1000])
            self.wfile.flush()
            if server.gate.wait(30):
                self.wfile.write(DATA[1000:])

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.handle_error = lambda *_: None
    server.gate = threading.Event()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.gate.set()
    server.shutdown()
    server.server_close()


@pytest.fixture
def tiny(server, monkeypatch):
    """SAM 2.1 tiny, but small, and on our server."""
    entry = dataclasses.replace(
        model_entry(TINY),
        size=len(DATA),
        sha256=hashlib.sha256(DATA).hexdigest(),
        addresses=(f"http://127.0.0.1:{server.server_port}/{TINY}.pt",),
    )
    known = tuple(entry if each.id == TINY else each for each in models.MODELS)
    for module in (models, model_files):
        monkeypatch.setattr(module, "MODELS", known)
    return entry


@pytest.fixture
def page(plugin, window, home):
    (factory,) = window.options_factories
    page = factory.createWidget(None)
    page.resize(800, 700)
    page.show()
    yield page
    page.deleteLater()


def row(page, model_id=TINY):
    tree = page.findChild(QTreeWidget, "sam2_models")
    for number in range(tree.topLevelItemCount()):
        item = tree.topLevelItem(number)
        if item.data(0, models_panel._ID) == model_id:
            return item
    raise AssertionError(model_id)


def choose(page, model_id=TINY):
    page.findChild(QTreeWidget, "sam2_models").setCurrentItem(row(page, model_id))


def button(page, name):
    return page.findChild(QPushButton, f"sam2_models_{name}")


def said(page):
    return page.findChild(QLabel, "sam2_models_sentence").text()


def test_the_page_is_there_and_goes_with_the_plugin(plugin, window):
    (factory,) = window.options_factories
    assert factory.title() == "SAM 2 Toolbox"
    assert not factory.icon().isNull()
    page = factory.createWidget(None)
    assert isinstance(page, OptionsPage)
    assert page.objectName() == PAGE
    tabs = page.findChild(QTabWidget, "sam2_tabs")
    assert [tabs.tabText(n) for n in range(tabs.count())] == ["Environment", "Models", "Settings"]
    page.deleteLater()
    plugin.unload()
    assert window.options_factories == []
    plugin.initGui()
    assert len(window.options_factories) == 1


def test_all_models_are_listed_as_they_are(page, home):
    assert [row(page).text(n) for n in range(5)] == [
        "SAM 2.1 Hiera tiny", "156 MB", "Apache-2.0", "", "not downloaded",
    ]  # fmt: skip
    assert row(page, "pico").text(4) in ("bundled", "no weights yet")
    choose(page, "pico")
    assert not button(page, "download").isEnabled()
    assert not button(page, "remove").isEnabled()
    choose(page)
    assert button(page, "download").isEnabled()
    assert not button(page, "remove").isEnabled()


def test_a_model_is_downloaded_stopped_continued_and_removed(page, tiny, server, home, until):
    choose(page)
    button(page, "download").click()
    part = part_of(home / "models" / f"{TINY}.pt")
    until(lambda: part.exists() and "0.0 of 0.5 MB" in said(page))
    assert not button(page, "download").isEnabled()
    assert not button(page, "stop").isHidden()
    button(page, "stop").click()
    until(lambda: not models_work().running)
    assert said(page) == "Stopped."
    assert row(page).text(4).startswith("partly downloaded")
    assert button(page, "download").text() == "Continue"
    server.gate.set()
    button(page, "download").click()
    until(lambda: not models_work().running)
    assert said(page) == "SAM 2.1 Hiera tiny is here."
    assert row(page).text(4) == "downloaded"
    assert (home / "models" / f"{TINY}.pt").read_bytes() == DATA
    button(page, "remove").click()
    (question,) = page.findChildren(QMessageBox, "sam2_really_remove")
    question.button(QMessageBox.StandardButton.Yes).click()
    until(lambda: row(page).text(4) == "not downloaded")
    assert not (home / "models" / f"{TINY}.pt").exists()


def test_removing_may_be_thought_better_of(page, tiny, home):
    (home / "models").mkdir(parents=True)
    (home / "models" / f"{TINY}.pt").write_bytes(DATA)
    choose(page)
    button(page, "remove").click()
    (question,) = page.findChildren(QMessageBox, "sam2_really_remove")
    question.button(QMessageBox.StandardButton.Cancel).click()
    assert (home / "models" / f"{TINY}.pt").exists()


def test_the_window_lives_during_a_download_and_the_page_may_be_closed(plugin, window, tiny, server, until):
    (factory,) = window.options_factories
    page = factory.createWidget(None)
    choose(page)
    ticks = []
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.append(1))
    timer.start(5)
    button(page, "download").click()
    until(lambda: len(ticks) > 20)
    page.deleteLater()
    QgsApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
    server.gate.set()
    until(lambda: not models_work().running)
    again = factory.createWidget(None)
    assert row(again).text(4) == "downloaded"
    again.deleteLater()


def test_unloading_the_plugin_ends_a_download(plugin, tiny, until):
    work = models_work()
    work.download(tiny)
    until(lambda: part_of(model_files.model_path(tiny)).exists())
    plugin.unload()
    assert models_work() is not work
    assert look_at(tiny).state is State.PARTIAL


def test_a_refused_download_is_a_sentence(page, home, until, tiny, server):
    server.shutdown()
    server.server_close()
    choose(page)
    button(page, "download").click()
    until(lambda: not models_work().running)
    assert "SAM 2.1 Hiera tiny could not be downloaded. 127.0.0.1: the connection fails" in said(page)
    assert not models_work().went_well


def test_a_file_is_added(page, tiny, home, tmp_path, until, monkeypatch):
    (tmp_path / "mine").write_bytes(DATA)
    answers = iter([str(tmp_path / "mine"), str(Path(__file__))])
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (next(answers), ""))
    button(page, "add").click()
    until(lambda: not models_work().running)
    assert row(page).text(4) == "downloaded"
    button(page, "add").click()
    until(lambda: not models_work().running)
    assert "is none of Meta's checkpoints" in said(page)


def test_what_was_never_checked_is_checked_when_the_page_opens(plugin, window, tiny, home, until):
    (home / "models").mkdir(parents=True)
    (home / "models" / f"{TINY}.pt").write_bytes(DATA[:-1] + b"!")
    (factory,) = window.options_factories
    page = factory.createWidget(None)
    until(lambda: not models_work().running)
    assert row(page).text(4) == "damaged"
    assert said(page).startswith("Not as published: SAM 2.1 Hiera tiny.")
    choose(page)
    assert button(page, "download").isEnabled()
    assert button(page, "remove").isEnabled()
    page.deleteLater()


def test_a_model_is_measured_by_the_worker(page, home, until):
    choose(page)
    button(page, "measure").click()
    until(lambda: not models_work().running)
    assert row(page).text(3) == "1.2 s a tile, 25 ms a click"
    assert row(page).toolTip(3) == "on: processor, 2 threads"
    assert json.loads((home / "speeds.json").read_text())[TINY]["tile_s"] == 1.25


def test_an_own_checkpoint_is_checked_by_the_worker(page, tmp_path, until):
    assert not button(page, "check").isEnabled()
    page.models._widgets["checkpoint"].widget.setFilePath(str(tmp_path / "good.pt"))
    button(page, "check").click()
    until(lambda: not models_work().running)
    assert said(page).startswith("good.pt can be used: 5.0 million weights, images of 512 pixels")
    page.models._widgets["checkpoint"].widget.setFilePath(str(tmp_path / "bad.pt"))
    button(page, "check").click()
    until(lambda: not models_work().running)
    assert said(page) == "bad.pt does not fit."
    assert not models_work().went_well


class TestSettings:
    def test_what_is_set_is_kept_and_nothing_else(self, page, home):
        page.settings._widgets["threads"].widget.setValue(3)
        assert read_settings() == Settings()
        page.apply()
        assert read_settings() == Settings(threads=3)
        assert json.loads((home / "settings.json").read_text()) == {"threads": 3}

    def test_what_is_refused_is_said_in_the_message_bar(self, page, window):
        page.settings._widgets["cache_folder"].widget.setFilePath("somewhere")
        page.apply()
        assert "give the whole path" in window.bar.warnings[-1][1]
        assert read_settings() == Settings()

    def test_the_limit_that_is_shown_goes_with_the_folder(self, page, tmp_path):
        change_settings(cache_limit_mb=11)
        page.settings._widgets["cache_limit_mb"].widget.setValue(22)
        page.settings._widgets["cache_folder"].widget.setFilePath(str(tmp_path / "fast"))
        page.apply()
        assert read_limit_mb(tmp_path / "fast") == 22
        page.settings._widgets["cache_folder"].widget.setFilePath("")
        page.apply()
        assert read_settings().cache_limit_mb == 22

    def test_every_setting_has_a_widget_on_one_of_the_tabs(self, page):
        names = {field.name for field in dataclasses.fields(Settings)}
        assert {*page.models.values, *page.settings.values} == names
        assert not set(page.models.values) & set(page.settings.values)

    def test_the_cache_is_counted_and_emptied(self, page, home, until):
        used = page.findChild(QLabel, "sam2_cache_used")
        until(lambda: used.text() == "0 MB")
        series = home / "cache" / "windows-1" / "abc"
        series.mkdir(parents=True)
        (series / "1.window").write_bytes(bytes(3_000_000))
        page.findChild(QPushButton, "sam2_cache_empty").click()
        until(lambda: not series.exists() and used.text() == "0 MB")

    def test_dialogs_begin_with_it_and_scripts_do_not(self, plugin):
        change_settings(model=TINY, precision="bfloat16")
        algorithm = QgsApplication.processingRegistry().createAlgorithmById("sam2:automaticmasks")
        model = algorithm.parameterDefinition("MODEL")
        assert (model.defaultValue(), model.defaultValueForGui()) == ("pico", TINY)
        precision = algorithm.parameterDefinition("PRECISION")
        assert (precision.defaultValue(), precision.defaultValueForGui()) == ("float32", "bfloat16")
        assert algorithm.parameterDefinition("DEVICE").defaultValueForGui() == "auto"

    def test_the_dock_follows_the_model_that_is_set_and_keeps_all_else(self, plugin, page):
        plugin.segment_by_clicking()
        dock = plugin.by_hand.dock
        session = plugin.by_hand.session
        session.set_settings(dataclasses.replace(session.settings, outline="smooth", model="sam2_hiera_tiny"))
        page.models._widgets["model"].set_value(TINY)
        page.apply()
        assert (session.settings.model, session.settings.outline) == (TINY, "smooth")
        assert dock.findChild(QComboBox, "sam2_model").currentData() == TINY
        page.settings._widgets["threads"].widget.setValue(2)
        session.set_settings(dataclasses.replace(session.settings, model="pico"))
        page.apply()
        assert session.settings.model == "pico"  # the model was not what changed

    def test_a_new_dock_begins_with_the_model_that_is_set(self, plugin):
        change_settings(model=TINY)
        plugin.segment_by_clicking()
        assert plugin.by_hand.session.settings.model == TINY

    def test_the_way_out_of_a_missing_model_leads_here(self, plugin, window):
        plugin.segment_by_clicking()
        plugin.by_hand.models_wanted.emit()
        assert window.options_shown == [PAGE]
        (factory,) = window.options_factories
        page = factory.createWidget(None)
        tabs = page.findChild(QTabWidget, "sam2_tabs")
        assert tabs.tabText(tabs.currentIndex()) == MODELS
        page.deleteLater()


class TestKeys:
    def press(self, key, modifiers=Qt.KeyboardModifier.NoModifier):
        return command_of(QKeyEvent(QEvent.Type.KeyPress, key, modifiers))

    def test_a_key_is_changed_and_changed_back(self, page, home):
        field = page.findChild(QKeySequenceEdit, "sam2_key_merge")
        assert field.keySequence().toString() == "M"
        field.setKeySequence(QKeySequence("Shift+J"))
        assert self.press(Qt.Key.Key_M) is Command.MERGE
        page.apply()
        assert self.press(Qt.Key.Key_M) is None
        assert self.press(Qt.Key.Key_J, Qt.KeyboardModifier.ShiftModifier) is Command.MERGE
        assert json.loads((home / "settings.json").read_text()) == {"keys": {"merge": "Shift+J"}}
        page.findChild(QPushButton, "sam2_usual_keys").click()
        page.apply()
        assert self.press(Qt.Key.Key_M) is Command.MERGE
        assert json.loads((home / "settings.json").read_text()) == {"keys": {}}

    def test_what_is_not_changed_keeps_both_of_its_keys(self, page):
        page.findChild(QKeySequenceEdit, "sam2_key_merge").setKeySequence(QKeySequence("J"))
        page.apply()
        assert self.press(Qt.Key.Key_Delete) is self.press(Qt.Key.Key_Backspace) is Command.REMOVE

    def test_one_key_for_two_commands_is_refused(self, page, window):
        page.findChild(QKeySequenceEdit, "sam2_key_merge").setKeySequence(QKeySequence("K"))
        page.apply()
        assert "K is the key of both" in window.bar.warnings[-1][1]
        assert self.press(Qt.Key.Key_M) is Command.MERGE

    def test_a_command_without_a_key_is_refused(self, page, window):
        page.findChild(QKeySequenceEdit, "sam2_key_merge").clear()
        page.apply()
        assert "No key is given for: merge" in window.bar.warnings[-1][1]

    def test_the_legend_shows_the_keys_as_they_are(self, page):
        assert legend_lines() == LEGEND
        page.findChild(QKeySequenceEdit, "sam2_key_undo").setKeySequence(QKeySequence("Ctrl+U"))
        page.apply()
        changed = [line.keys for line in legend_lines() if line not in LEGEND]
        assert changed == ["Ctrl+U / Ctrl+Y"]

    @pytest.mark.parametrize("kept", ['{"keys": 3}', '{"keys": {"merge": 7, "undo": "A, B", "x": "Y"}}'])
    def test_a_damaged_file_leaves_the_usual_ones(self, home, kept):
        home.mkdir()
        (home / "settings.json").write_text(kept)
        assert legend_lines() == LEGEND


class TestNetwork:
    @pytest.fixture
    def proxy(self):
        manager = QgsNetworkAccessManager.instance()
        before = manager.fallbackProxy()

        def use(kind, *values):
            manager.setFallbackProxyAndExcludes(QNetworkProxy(kind, *values), ["https://intern.example"], [])

        yield use
        manager.setFallbackProxyAndExcludes(before, [], [])

    def test_without_a_proxy_there_is_none(self, qgis_app):
        assert qgis_connection(("https://a.example/b",)).proxies == {}

    def test_qgis_proxy_is_used_with_its_password_and_its_exceptions(self, qgis_app, proxy):
        proxy(QNetworkProxy.ProxyType.HttpProxy, "proxy.example", 3128, "anna b", "p@ss:word")
        address = "http://anna%20b:p%40ss%3Aword@proxy.example:3128"
        assert proxy_for("https://a.example/b") == address
        assert proxy_for("https://intern.example/b") == ""
        assert qgis_connection(("https://a.example/b", "http://c.example")).proxies == {
            "https": address, "http": address,
        }  # fmt: skip

    def test_a_proxy_that_cannot_be_used_is_said(self, qgis_app, proxy):
        proxy(QNetworkProxy.ProxyType.Socks5Proxy, "socks.example", 1080)
        with pytest.raises(EngineError, match=r"SOCKS proxy socks\.example"):
            proxy_for("https://a.example/b")

    def test_certificates_that_qgis_trusts_are_trusted(self, qgis_app):
        assert "-----BEGIN CERTIFICATE-----" in qgis_connection(()).certificates
        assert "CERTIFICATE" not in repr(qgis_connection(()))
