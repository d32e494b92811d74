"""The panel of the environment: what it says in each state, and what its buttons do."""

import json
import os
import sys
import threading
from pathlib import Path

import pytest

pytest.importorskip("qgis", reason="the QGIS side runs under the system's Python")

from qgis.core import QgsApplication, QgsNetworkAccessManager
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtNetwork import QNetworkProxy
from qgis.PyQt.QtWidgets import QComboBox, QLabel, QMessageBox, QPushButton, QRadioButton
from sam2_toolbox.engine.api import environment
from sam2_toolbox.engine.api.errors import Code, EngineError
from sam2_toolbox.engine.api.installation.environment_choice import Choice, read_choice, write_choice
from sam2_toolbox.engine.api.installation.install_progress import InstallProgress

VERSIONS = {"torch": "2.13.0+cpu", "sam2": "1.1.0"}


def write_environment(requirements=None):
    python = environment.python_in(environment.environment_folder())
    python.parent.mkdir(parents=True, exist_ok=True)
    python.write_text("")
    marker = {"python": "3.11.2", "versions": VERSIONS, "cuda": False, "made": "2026-11-24T03:00:00Z"}
    marker["requirements"] = requirements or environment.requirements_digest()
    (environment.environment_folder() / environment.MARKER).write_text(json.dumps(marker))


class FakeInstaller:
    """Stands in for ``install_environment``: waits to be let go, then installs or fails."""

    def __init__(self):
        self.go = threading.Event()
        self.calls = []
        self.error = None
        self.threads = []

    def __call__(self, say, check_cancelled, renew, source, on_progress):
        self.calls.append((renew, source))
        self.threads.append(threading.current_thread())
        say("Making a Python environment.")
        on_progress(InstallProgress(4, 6, "installing PyTorch", "torch", 50, 100, 50, 100))
        while not self.go.wait(0.01):
            check_cancelled()
        if self.error is not None:
            raise self.error
        write_environment()


@pytest.fixture
def installer(monkeypatch):
    from sam2_toolbox.plugin import environment_work

    fake = FakeInstaller()
    monkeypatch.setattr(environment_work, "install_environment", fake)
    return fake


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("SAM2_TOOLBOX_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("SAM2_TOOLBOX_PYTHON", raising=False)
    return tmp_path / "home"


class Driver:
    """A panel, and the hands and eyes of a user."""

    def __init__(self, panel, until):
        self.panel, self._until = panel, until

    def text(self, name):
        return self.panel.findChild(QLabel, name).text()

    def button(self, name):
        return self.panel.findChild(QPushButton, name)

    def shown(self, name, widget=QLabel):
        return not self.panel.findChild(widget, name).isHidden()

    def wait(self, name, words):
        self._until(lambda: words in self.text(name), what=f"{words!r} in {name}")

    def wait_for_end(self):
        self._until(lambda: not self.panel._work.running, what="the work's end")


@pytest.fixture
def make_panel(qgis_app, home, until, leftovers):
    from sam2_toolbox.plugin.environment_panel import EnvironmentPanel
    from sam2_toolbox.plugin.environment_work import close_environment_work

    made = []

    def make():
        panel = EnvironmentPanel(None)
        panel.show()
        made.append(panel)
        return Driver(panel, until)

    yield make
    close_environment_work()
    for panel in made:
        panel.close()
        panel.deleteLater()
    leftovers.settle()


def test_before_anything_is_installed_one_button_installs(make_panel, installer, home):
    panel = make_panel()
    assert "not installed yet" in panel.text("sam2_environment")
    assert not panel.button("sam2_remove").isEnabled()
    assert not panel.button("sam2_check").isEnabled()
    panel.button("sam2_install").click()
    panel.wait("sam2_environment_step", "torch")
    assert "Step 4 of 6: installing PyTorch" in panel.text("sam2_environment_step")
    assert panel.button("sam2_stop").isVisible()
    assert not panel.button("sam2_install").isEnabled()
    installer.go.set()
    panel.wait("sam2_environment", "PyTorch 2.13.0+cpu")
    assert panel.text("sam2_environment_result") == "SAM 2 is installed."
    assert not panel.shown("sam2_environment_bar", type(panel.panel._bar))
    panel.wait("sam2_environment_details", "made 2026-11-24")
    assert installer.calls[0][0] is False
    assert all(thread is not threading.main_thread() for thread in installer.threads)


def test_the_button_repairs_what_is_installed(make_panel, installer):
    write_environment()
    installer.go.set()
    panel = make_panel()
    assert panel.button("sam2_install").text() == "Repair"
    panel.button("sam2_install").click()
    panel.wait_for_end()
    assert [renew for renew, _ in installer.calls] == [True]


def test_an_environment_of_another_version_is_updated(make_panel, installer):
    write_environment("another")
    panel = make_panel()
    assert panel.button("sam2_install").text() == "Update"
    assert "another version" in panel.text("sam2_environment")
    assert not panel.button("sam2_check").isEnabled()


def test_a_cut_short_installation_is_told_of(make_panel, home):
    (home / "environment.new-x").mkdir(parents=True)
    assert "cut short" in make_panel().text("sam2_environment")


def test_a_failure_is_shown_and_the_way_on_stays(make_panel, installer):
    installer.error = EngineError(Code.ENVIRONMENT_MISSING, "The disk is full. Free some space.")
    installer.go.set()
    panel = make_panel()
    panel.button("sam2_install").click()
    panel.wait("sam2_environment_result", "The disk is full. Free some space.")
    panel.wait_for_end()
    assert panel.button("sam2_install").isEnabled()


def test_stop_ends_it_at_once_and_nothing_is_used(make_panel, installer):
    panel = make_panel()
    panel.button("sam2_install").click()
    panel.wait("sam2_environment_step", "torch")
    panel.button("sam2_stop").click()
    panel.wait("sam2_environment_result", "Stopped")
    assert "not installed" in panel.text("sam2_environment")


def test_a_panel_opened_meanwhile_shows_the_same_and_starts_nothing_new(make_panel, installer):
    first = make_panel()
    first.button("sam2_install").click()
    first.wait("sam2_environment_step", "torch")
    second = make_panel()
    assert second.button("sam2_stop").isVisible()
    assert not second.button("sam2_install").isEnabled()
    second.panel._work.install()
    installer.go.set()
    second.wait("sam2_environment", "PyTorch")
    assert len(installer.calls) == 1


def test_closing_the_plugin_ends_the_installation(make_panel, installer, until):
    from sam2_toolbox.plugin.environment_work import close_environment_work

    panel = make_panel()
    panel.button("sam2_install").click()
    panel.wait("sam2_environment_step", "torch")
    close_environment_work()
    until(lambda: not QgsApplication.taskManager().activeTasks(), what="no task left")


def test_what_is_filled_in_is_kept_and_used(make_panel, installer, home, tmp_path):
    panel = make_panel()
    sources = panel.panel._sources
    sources._index.setText(" https://index.invalid/simple ")
    sources._wheels.setFilePath(str(tmp_path))
    sources._build.setCurrentIndex(1)
    installer.go.set()
    panel.button("sam2_install").click()
    panel.wait_for_end()
    kept = read_choice(home)
    assert kept == Choice(index_url="https://index.invalid/simple", wheels=str(tmp_path), build="cpu")
    source = installer.calls[0][1]
    assert (source.index_url, source.wheels, source.build) == (kept.index_url, kept.wheels, "cpu")
    assert not make_panel().panel._sources.isCollapsed()


def test_qgis_proxy_is_passed_on_and_shown_without_its_password(make_panel, installer):
    manager = QgsNetworkAccessManager.instance()
    before = manager.fallbackProxy(), manager.excludeList(), manager.noProxyList()
    proxy = QNetworkProxy(QNetworkProxy.ProxyType.HttpProxy, "proxy.invalid", 3128, "me", "s:cret")
    manager.setFallbackProxyAndExcludes(proxy, ["http://intranet.invalid/maps"], [])
    try:
        installer.go.set()
        panel = make_panel()
        assert panel.text("sam2_proxy") == "http://proxy.invalid:3128"
        panel.button("sam2_install").click()
        panel.wait_for_end()
        source = installer.calls[0][1]
        assert source.proxy == "http://me:s%3Acret@proxy.invalid:3128"
        assert source.no_proxy == "intranet.invalid"
    finally:
        manager.setFallbackProxyAndExcludes(*before)


def test_a_python_of_ones_own_is_checked_before_it_is_used(make_panel, home):
    panel = make_panel()
    own = panel.panel.findChild(QRadioButton, "sam2_own")
    own.click()
    assert not panel.button("sam2_install").isEnabled()
    panel.panel.findChild(QComboBox, "sam2_python").setEditText(sys.executable)
    panel.button("sam2_use").click()
    panel.wait("sam2_environment_result", "lacks")
    panel.wait_for_end()
    assert read_choice(home).python == ""


def test_a_good_python_of_ones_own_is_used_from_then_on(worker_python, make_panel, home):
    panel = make_panel()
    panel.panel.findChild(QRadioButton, "sam2_own").click()
    panel.panel.findChild(QComboBox, "sam2_python").setEditText(str(worker_python))
    panel.button("sam2_use").click()
    panel._until(lambda: read_choice(home).python, seconds=120, what="the choice")
    panel.wait_for_end()
    assert Path(read_choice(home).python) == worker_python
    assert environment.worker_python() == worker_python
    panel.panel.findChild(QRadioButton, "sam2_made").click()
    assert read_choice(home).python == ""


@pytest.fixture
def worker_python():
    named = os.environ.get("SAM2_TOOLBOX_PYTHON")
    if not named:
        pytest.skip("SAM2_TOOLBOX_PYTHON does not name the worker's Python")
    return Path(named)


def test_a_python_that_has_gone_is_told_of(make_panel, home):
    write_choice(home, Choice(python="/nowhere/python"))
    panel = make_panel()
    assert "/nowhere/python, is not there any more" in panel.text("sam2_environment")
    assert panel.panel.findChild(QRadioButton, "sam2_own").isChecked()


def test_the_variable_decides_whatever_is_chosen(make_panel, home, monkeypatch):
    monkeypatch.setenv("SAM2_TOOLBOX_PYTHON", sys.executable)
    panel = make_panel()
    assert "SAM2_TOOLBOX_PYTHON" in panel.text("sam2_environment")
    assert not panel.button("sam2_install").isEnabled()


def test_removing_asks_first(make_panel, home, until):
    write_environment()
    panel = make_panel()
    panel.button("sam2_remove").click()
    box = panel.panel.findChild(QMessageBox, "sam2_ask_to_remove")
    box.button(QMessageBox.StandardButton.Cancel).click()
    assert environment.worker_python()
    panel.button("sam2_remove").click()
    box = panel.panel.findChildren(QMessageBox, "sam2_ask_to_remove")[-1]
    box.button(QMessageBox.StandardButton.Yes).click()
    panel.wait("sam2_environment_result", "was removed")
    assert not environment.environment_folder().exists()


def test_all_of_it_goes_with_one_button(make_panel, home):
    from sam2_toolbox.engine.api.cache_folder import cache_folder
    from sam2_toolbox.engine.api.models import model_entry

    write_environment()
    models, view = home / "models", cache_folder() / "a" / "b" / "c.window"
    for path in (models / model_entry("sam2.1_hiera_tiny").checkpoint, models / "my own.pt", view):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("bytes")
    panel = make_panel()
    panel.button("sam2_remove").click()
    box = panel.panel.findChild(QMessageBox, "sam2_ask_to_remove")
    assert not box.checkBox().isChecked()
    box.checkBox().click()
    box.button(QMessageBox.StandardButton.Yes).click()
    panel.wait("sam2_environment_result", "downloaded models")
    assert not environment.environment_folder().exists()
    assert not view.exists()
    assert [path.name for path in models.iterdir() if path.suffix == ".pt"] == ["my own.pt"]


def test_a_home_that_cannot_be_written_is_a_sentence(make_panel, installer, home):
    home.write_text("a file where the folder should be")
    panel = make_panel()
    panel.panel._sources._build.setCurrentIndex(1)
    panel.button("sam2_install").click()
    assert "Nothing can be written to" in panel.text("sam2_environment_result")
    assert "SAM2_TOOLBOX_HOME" in panel.text("sam2_environment_result")
    assert not installer.calls


def test_the_report_is_on_the_clipboard_and_names_nobody(make_panel, installer, home, until):
    write_choice(home, Choice(index_url="https://me:secret@index.invalid/simple"))
    installer.error = EngineError(Code.ENVIRONMENT_MISSING, "https://index.invalid could not be reached.")
    installer.go.set()
    panel = make_panel()
    panel.button("sam2_install").click()
    panel.wait_for_end()
    panel.button("sam2_report").click()
    panel.wait("sam2_environment_result", "on the clipboard")
    report = QGuiApplication.clipboard().text()
    assert "QGIS: " in report
    assert "SAM 2 Toolbox: " in report
    assert "could not be reached" in report
    for secret in ("secret", "index.invalid"):
        assert secret not in report


# -- the box in the dock


@pytest.fixture
def box(make_panel):
    from sam2_toolbox.plugin.environment_box import EnvironmentBox

    box = EnvironmentBox()
    yield box
    box.close()
    box.deleteLater()


def not_started():
    from sam2_toolbox.plugin import states

    with pytest.raises(EngineError) as caught:
        environment.worker_command()
    return states.failure(caught.value)


def test_the_dock_installs_with_one_button_and_goes_on(box, installer, until):
    status, usable = not_started(), []
    assert "Options" not in status.sentence  # the box is the way on
    box.usable.connect(lambda: usable.append(True))
    assert box.isHidden()
    box.show_status(status)
    assert not box.isHidden()
    install = box.findChild(QPushButton, "sam2_box_install")
    assert install.text() == "Install SAM 2"
    install.click()
    until(lambda: "torch" in box.findChild(QLabel, "sam2_box_words").text(), what="progress")
    assert install.isHidden()
    installer.go.set()
    until(lambda: usable, what="the end")


def test_the_dock_shows_why_it_failed_and_offers_it_again(box, installer, until):
    installer.error = EngineError(Code.ENVIRONMENT_MISSING, "The disk is full.")
    installer.go.set()
    box.show_status(not_started())
    install = box.findChild(QPushButton, "sam2_box_install")
    install.click()
    until(lambda: box.findChild(QLabel, "sam2_box_words").text() == "The disk is full.", what="the reason")
    assert not install.isHidden()


def test_a_python_of_ones_own_that_has_gone_is_changed_in_the_panel(box, home):
    write_choice(home, Choice(python="/nowhere/python"))
    wanted = []
    box.panel_wanted.connect(lambda: wanted.append(True))
    box.show_status(not_started())
    assert box.findChild(QPushButton, "sam2_box_install").isHidden()
    box.findChild(QPushButton, "sam2_box_more").click()
    assert wanted


def test_the_box_takes_the_place_of_the_status(session, monkeypatch, until, home):
    from qgis.PyQt.QtWidgets import QFrame
    from sam2_toolbox.plugin.dock import Dock
    from sam2_toolbox.plugin.environment_work import close_environment_work
    from sam2_toolbox.plugin.states import State
    from sam2_toolbox.plugin.status_box import StatusBox

    dock = Dock(session)
    status, first = dock.findChild(StatusBox), dock.findChild(QFrame, "sam2_environment_box")
    assert first.isHidden()
    works = environment.worker_command
    monkeypatch.setattr(environment, "worker_command", environment.worker_python)  # which is not there
    session.activate()
    until(lambda: session.status.state is State.NO_ENVIRONMENT)
    assert status.isHidden()
    assert not first.isHidden()
    monkeypatch.setattr(environment, "worker_command", works)
    first.usable.emit()
    until(lambda: session.status.state is State.READY)
    assert first.isHidden()
    assert not status.isHidden()
    close_environment_work()
    dock.close_for_good()  # deleted as soon as the session has been closed


class Authorities:
    """The part of QGIS's authentication manager that is asked."""

    def __init__(self, added):
        self.added = added

    def isDisabled(self):  # noqa: N802
        return False

    def databaseCAs(self):  # noqa: N802
        return self.added

    def extraFileCAs(self):  # noqa: N802
        return []

    def trustedCaCertsPemText(self):  # noqa: N802
        return b"-----BEGIN CERTIFICATE-----"


def test_authorities_added_to_qgis_are_trusted(qgis_app, tmp_path, monkeypatch):
    from sam2_toolbox.plugin import network

    manager = Authorities([])
    monkeypatch.setattr(network.QgsApplication, "authManager", staticmethod(lambda: manager))
    assert network.qgis_certificates(tmp_path / "data") == ""
    manager.added = ["a company's"]
    path = network.qgis_certificates(tmp_path / "data")
    assert Path(path).read_text().startswith("-----BEGIN CERTIFICATE-----")
