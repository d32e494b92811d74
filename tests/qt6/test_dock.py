"""The whole dock, and the thread behind it, under Qt 6."""

import base64
import json
import sys
from pathlib import Path

import pytest

pytest.importorskip("PyQt6", reason="Qt 6 is not installed (tests/requirements-qt6.txt)")
from PyQt6.QtCore import QBuffer, QIODevice, Qt
from PyQt6.QtGui import QColor, QImage
from PyQt6.QtTest import QSignalSpy, QTest
from PyQt6.QtWidgets import QCheckBox, QComboBox, QFrame, QLabel, QScrollArea, QSpinBox, QToolButton, QWidget

pytestmark = pytest.mark.usefixtures("application")

FAKE_CANVAS_WORKER = Path(__file__).resolve().parent.parent / "plugin" / "fake_canvas_worker.py"


@pytest.fixture
def dock(session, tmp_path, monkeypatch):
    from sam2_toolbox.plugin.dock import Dock
    from sam2_toolbox.plugin.environment_work import close_environment_work

    monkeypatch.setenv("SAM2_TOOLBOX_HOME", str(tmp_path / "home"))
    dock = Dock(session)
    dock.resize(340, 900)
    dock.show()
    yield dock
    dock.close()
    close_environment_work()
    dock.deleteLater()


def test_everything_in_it_fits_its_width(dock):
    area = dock.findChild(QScrollArea)
    assert area.widget().width() <= area.viewport().width()


def test_what_is_set_reaches_the_session(dock, session):
    outline = dock.findChild(QComboBox, "sam2_outline")
    outline.setCurrentIndex(outline.findData("smooth"))
    hover = dock.findChild(QCheckBox, "sam2_hover")
    hover.click()
    assert (session.settings.outline, session.settings.hover) == ("smooth", False)
    for band in dock.bands:
        band.setBand(2)
    assert session.settings.bands == (2, 2, 2)


def test_what_is_not_set_is_in_words(dock):
    assert dock.findChild(QSpinBox, "sam2_threads").text() == "auto"
    assert dock.findChild(QWidget, "sam2_config").lineEdit().placeholderText() != ""


def test_a_new_layer_is_asked_for(dock):
    wanted = QSignalSpy(dock.new_target_wanted)
    QTest.mouseClick(dock.findChild(QToolButton, "sam2_new_target"), Qt.MouseButton.LeftButton)
    assert len(wanted) == 1


def test_the_status_gives_way_to_the_box_that_installs(dock, session):
    from sam2_toolbox.plugin.states import State, Status

    box = dock.findChild(QFrame, "sam2_environment_box")
    assert box.isHidden()
    session.status_changed.emit(Status(State.NO_ENVIRONMENT, "SAM 2 is not installed yet."))
    assert not box.isHidden()
    box.usable.emit()
    assert session.done == ["retry"]


def test_the_picture_the_model_sees_is_shown(dock, session):
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("green"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    png = base64.b64encode(buffer.data().data()).decode("ascii")
    session.looked.emit(
        {"png": png, "bands": [1, 2, 3], "low": [0, 0, 0], "high": [9, 9, 9], "stretch": "minmax"}
    )
    picture = dock.findChild(QLabel, "sam2_picture")
    assert (picture.pixmap().width(), picture.pixmap().height()) == (40, 30)
    assert picture.toolTip().startswith("Bands 1, 2, 3; stretch minmax: 0 ")


def test_closing_it_is_told(dock):
    closing = QSignalSpy(dock.closing)
    dock.close()
    assert len(closing) == 1


def test_a_worker_is_asked_from_a_thread_and_answers_in_the_windows(tmp_path, monkeypatch, until):
    from sam2_toolbox.engine.api import environment
    from sam2_toolbox.plugin.conversation import Conversation, Kind, Request

    truth = tmp_path / "truth.json"
    truth.write_text("[]")
    options = json.dumps({"truth": str(truth), "received": str(tmp_path / "received.jsonl")})
    command = [sys.executable, "-s", "-u", str(FAKE_CANVAS_WORKER), options]
    monkeypatch.setattr(environment, "worker_command", lambda: command)
    conversation = Conversation()
    heard = []
    conversation.started.connect(lambda versions: heard.append("started"))
    conversation.replied.connect(lambda reply: heard.append(reply.request.about))
    conversation.failed.connect(lambda failure: heard.append(failure.error.message))
    view = {"view": [0, 0, 100, 100], "pixel": 0.5}
    conversation.ask(Request(Kind.ENCODE, view, about="the view"))
    try:
        until(lambda: len(heard) == 2)
        assert heard == ["started", "the view"]
    finally:
        conversation.close(wait=True)
    assert not conversation.waits(Kind.ENCODE)
