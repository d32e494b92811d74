"""The page of the settings, and the dock's box that installs SAM 2, as Qt 6 shows them."""

import pytest

pytest.importorskip("PyQt6", reason="Qt 6 is not installed (tests/requirements-qt6.txt)")
from PyQt6.QtCore import Qt
from PyQt6.QtGui import QKeySequence
from PyQt6.QtTest import QSignalSpy, QTest
from PyQt6.QtWidgets import (
    QKeySequenceEdit,
    QLabel,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QTabWidget,
    QTreeWidget,
)

pytestmark = pytest.mark.usefixtures("application", "home")


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A computer on which SAM 2 is not installed."""
    monkeypatch.setenv("SAM2_TOOLBOX_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("SAM2_TOOLBOX_PYTHON", raising=False)
    return tmp_path / "home"


@pytest.fixture
def warnings():
    return []


@pytest.fixture
def page(warnings):
    from sam2_toolbox.plugin.environment_work import close_environment_work
    from sam2_toolbox.plugin.models_work import close_models_work
    from sam2_toolbox.plugin.options_page import OptionsFactory

    page = OptionsFactory(warnings.append).createWidget(None)
    page.show()
    yield page
    page.close()
    close_environment_work()
    close_models_work()
    page.deleteLater()


def click(page, name):
    QTest.mouseClick(page.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def text(page, name):
    return page.findChild(QLabel, name).text()


def test_the_page_has_its_three_tabs_and_says_that_nothing_is_installed(page):
    tabs = page.findChild(QTabWidget, "sam2_tabs")
    assert [tabs.tabText(n) for n in range(tabs.count())] == ["Environment", "Models", "Settings"]
    assert "not installed yet" in text(page, "sam2_environment")
    assert not page.findChild(QPushButton, "sam2_remove").isEnabled()


def install_with(monkeypatch, work):
    from sam2_toolbox.plugin import environment_work

    monkeypatch.setattr(environment_work, "install_environment", work)
    monkeypatch.setattr(environment_work, "qgis_certificates", lambda folder: "")


def test_installing_shows_its_steps_and_how_it_ended(page, monkeypatch, until):
    from sam2_toolbox.engine.api.errors import Code, EngineError

    seen = []

    def install(say, check_cancelled, renew, source, on_progress):
        say("Making a Python environment.")
        seen.append(
            (text(page, "sam2_environment_step"), page.findChild(QPushButton, "sam2_stop").isHidden())
        )
        raise EngineError(Code.ENVIRONMENT_MISSING, "The disk is full. Free some space.")

    install_with(monkeypatch, install)
    click(page, "sam2_install")
    until(lambda: text(page, "sam2_environment_result") == "The disk is full. Free some space.")
    assert seen == [("Making a Python environment.", False)]
    assert page.findChild(QPushButton, "sam2_install").isEnabled()


def test_a_python_of_ones_own_is_chosen_instead(page):
    own = page.findChild(QRadioButton, "sam2_own")
    own.click()
    assert own.isChecked()
    assert not page.findChild(QPushButton, "sam2_install").isEnabled()
    assert page.findChild(QPushButton, "sam2_use").isEnabled()


def test_removing_asks_first(page, home, monkeypatch):
    (home / "environment.new-x").mkdir(parents=True)  # cut short: there is something to remove
    removed = []
    monkeypatch.setattr(page.environment._work, "remove", removed.append)
    page.environment._show()
    click(page, "sam2_remove")
    question = page.findChild(QMessageBox, "sam2_ask_to_remove")
    question.checkBox().setChecked(True)  # models and what SAM 2 has seen, too
    question.button(QMessageBox.StandardButton.Yes).click()
    assert removed == [True]


def test_models_are_listed_with_what_can_be_done(page):
    page.findChild(QTabWidget, "sam2_tabs").setCurrentIndex(1)
    tree = page.findChild(QTreeWidget, "sam2_models")
    titles = [tree.topLevelItem(n).text(0) for n in range(tree.topLevelItemCount())]
    assert "SAM 2.1 Hiera tiny" in titles
    tree.setCurrentItem(tree.topLevelItem(titles.index("SAM 2.1 Hiera tiny")))
    assert page.findChild(QPushButton, "sam2_models_download").isEnabled()
    assert not page.findChild(QPushButton, "sam2_models_remove").isEnabled()
    size = tree.currentItem().textAlignment(1)
    assert size & Qt.AlignmentFlag.AlignRight.value


def test_a_download_fills_the_bar(page, monkeypatch, until):
    from sam2_toolbox.plugin import models_work

    seen = []

    def download(entry, connection, listener, mirror):
        listener.on_progress(50_000_000, 200_000_000)
        seen.append(
            (page.findChild(QProgressBar, "sam2_models_bar").value(), text(page, "sam2_models_sentence"))
        )

    monkeypatch.setattr(models_work, "qgis_connection", lambda addresses: None)
    monkeypatch.setattr(models_work, "download_model", download)
    page.findChild(QTabWidget, "sam2_tabs").setCurrentIndex(1)
    tree = page.findChild(QTreeWidget, "sam2_models")
    tree.setCurrentItem(tree.findItems("SAM 2.1 Hiera tiny", Qt.MatchFlag.MatchExactly)[0])
    click(page, "sam2_models_download")
    until(lambda: text(page, "sam2_models_sentence") == "SAM 2.1 Hiera tiny is here.")
    assert seen == [(250, "Downloading SAM 2.1 Hiera tiny: 50.0 of 200.0 MB")]


def test_settings_are_kept_and_the_cache_is_counted(page, until):
    from sam2_toolbox.engine.api.settings import Settings, read_settings

    until(lambda: text(page, "sam2_cache_used") == "0 MB")
    page.settings._widgets["threads"].widget.setValue(3)
    page.apply()
    assert read_settings() == Settings(threads=3)


@pytest.fixture
def merge(page):
    return page.findChild(QKeySequenceEdit, "sam2_key_merge")


def test_a_key_is_typed_and_kept(page, merge):
    from sam2_toolbox.plugin.keys import Command, key_of

    QTest.keyClick(merge, Qt.Key.Key_J, Qt.KeyboardModifier.ShiftModifier)
    assert merge.keySequence().toString() == "Shift+J"
    page.apply()
    assert key_of(Command.MERGE) == "Shift+J"
    click(page, "sam2_usual_keys")
    page.apply()
    assert key_of(Command.MERGE) == "M"


def test_keys_have_the_names_that_are_on_them(page):
    shown = [field.keySequence().toString() for field in page.findChildren(QKeySequenceEdit)]
    assert "Shift+Tab" in shown
    assert not [name for name in shown if "Backtab" in name]


def test_of_several_keys_the_first_one_counts(merge):
    merge.setKeySequence(QKeySequence("Shift+J, K"))
    merge.editingFinished.emit()
    assert merge.keySequence().toString() == "Shift+J"


def test_one_key_for_two_commands_is_refused(page, merge, warnings):
    merge.setKeySequence(QKeySequence("K"))
    page.apply()
    assert "K is the key of both" in warnings[-1]


@pytest.fixture
def box():
    from sam2_toolbox.plugin.environment_box import EnvironmentBox
    from sam2_toolbox.plugin.environment_work import close_environment_work

    box = EnvironmentBox()
    yield box
    close_environment_work()
    box.deleteLater()


def test_the_dock_installs_with_one_button(box, monkeypatch, until):
    from sam2_toolbox.engine.api.errors import Code, EngineError
    from sam2_toolbox.plugin.states import State, Status

    def install(say, check_cancelled, renew, source, on_progress):
        raise EngineError(Code.ENVIRONMENT_MISSING, "The disk is full.")

    install_with(monkeypatch, install)
    assert box.isHidden()
    box.show_status(Status(State.NO_ENVIRONMENT, "SAM 2 is not installed yet."))
    assert not box.isHidden()
    assert box.findChild(QPushButton, "sam2_box_install").text() == "Install SAM 2"
    click(box, "sam2_box_install")
    until(lambda: text(box, "sam2_box_words") == "The disk is full.")
    wanted = QSignalSpy(box.panel_wanted)
    click(box, "sam2_box_more")
    assert len(wanted) == 1
