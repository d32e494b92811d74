"""What QGIS 4 will run: the Qt-only parts of the dock, clicked and typed at under Qt 6."""

import dataclasses

import pytest

pytest.importorskip("PyQt6", reason="Qt 6 is not installed (tests/requirements-qt6.txt)")
from PyQt6.QtCore import QEvent, QSize, Qt
from PyQt6.QtGui import QKeyEvent, QResizeEvent
from PyQt6.QtTest import QSignalSpy, QTest
from PyQt6.QtWidgets import QApplication, QComboBox, QLabel, QProgressBar, QPushButton, QToolButton, QWidget

pytestmark = pytest.mark.usefixtures("application")


def test_it_is_qt_6():
    from qgis.PyQt.QtCore import QT_VERSION_STR

    assert QT_VERSION_STR.startswith("6.")


# Keys

NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
KEYPAD = Qt.KeyboardModifier.KeypadModifier


@pytest.mark.parametrize(
    ("key", "modifiers", "command"),
    [
        (Qt.Key.Key_Return, NONE, "ACCEPT"),
        (Qt.Key.Key_Enter, KEYPAD, "ACCEPT"),
        (Qt.Key.Key_Enter, KEYPAD | SHIFT, "ADD"),
        (Qt.Key.Key_Z, CONTROL | SHIFT, "REDO"),
        (Qt.Key.Key_Backtab, SHIFT, "PREVIOUS"),
        (Qt.Key.Key_Left, CONTROL | SHIFT, "FINE_LEFT"),
        (Qt.Key.Key_Q, NONE, None),
        (Qt.Key.Key_F, CONTROL, None),
    ],
)
def test_keys_mean_what_they_mean_under_qt_5(key, modifiers, command):
    from sam2_toolbox.plugin.keys import Command, command_of

    event = QKeyEvent(QEvent.Type.KeyPress, key, modifiers)
    assert command_of(event) is (Command[command] if command else None)


# The dock's boxes


def test_status_says_how_things_stand_and_leads_on():
    from sam2_toolbox.plugin.states import State, Status, Way
    from sam2_toolbox.plugin.status_box import StatusBox

    box = StatusBox()
    ways = QSignalSpy(box.way_wanted)
    way = next(way for way in Way if way is not Way.NONE)
    box.show_status(Status(State.DIED, "It has died.", way=way))
    assert box.findChild(QLabel, "sam2_status").text() == "It has died."
    button = box.findChild(QPushButton, "sam2_way")
    assert not button.isHidden()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert [list(sent) for sent in ways] == [[way]]
    box.show_status(Status(State.ENCODING, "It looks.", busy=True, fraction=0.25))
    assert box.findChild(QProgressBar).value() == 25
    assert button.isHidden()


def test_everything_box_asks_for_a_place_and_shows_how_far():
    from sam2_toolbox.plugin.everything import SELECTED
    from sam2_toolbox.plugin.everything_box import EverythingBox

    box = EverythingBox()
    wanted = QSignalSpy(box.wanted)
    where = box.findChild(QComboBox, "sam2_where")
    where.setCurrentIndex(where.findData(SELECTED))
    button = box.findChild(QPushButton, "sam2_everything")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert [list(sent) for sent in wanted] == [[SELECTED]]
    box.show_progress(True, 40.4)
    assert (button.text(), box.findChild(QProgressBar).value()) == ("Stop", 40)


@dataclasses.dataclass
class Candidate:
    score: float


@dataclasses.dataclass
class Answer:
    candidates: tuple
    chosen: int = 0

    @property
    def candidate(self):
        return self.candidates[self.chosen]


@pytest.fixture
def without_pictures(monkeypatch):
    """The pictures of candidates are drawn by QGIS."""
    from sam2_toolbox.plugin.candidate_list import CandidateList

    monkeypatch.setattr(CandidateList, "_draw", lambda self, answer: None)
    monkeypatch.setattr(CandidateList, "_clear", lambda self: None)


def test_object_box_enables_what_can_be_done(session, without_pictures):
    from sam2_toolbox.plugin.object_box import ObjectBox

    box = ObjectBox(session)
    buttons = {button.text(): button for button in box.findChildren(QPushButton)}
    assert not buttons["Accept"].isEnabled()
    accepted = QSignalSpy(box.accept_wanted)
    session.answer = Answer((Candidate(0.9), Candidate(0.8)), 1)
    session.answer_changed.emit(session.answer)
    QTest.mouseClick(buttons["Accept"], Qt.MouseButton.LeftButton)
    assert len(accepted) == 1
    first, second = box.findChildren(QToolButton)
    assert (first.isChecked(), second.isChecked()) == (False, True)
    assert first.text() == "0.90"
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    assert session.done == [0]


def test_legend_stays_in_its_corner_and_lets_clicks_through():
    from sam2_toolbox.plugin.legend import Legend

    canvas = QWidget()
    canvas.resize(400, 600)
    legend = Legend(canvas)
    legend.appear()
    before = legend.y() + legend.height()
    assert before <= 600
    canvas.resize(400, 800)
    QApplication.sendEvent(canvas, QResizeEvent(QSize(400, 800), QSize(400, 600)))
    assert legend.y() + legend.height() == before + 200
    assert legend.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    legend.toggle()
    again = Legend(canvas)
    again.appear()
    assert again.isHidden()  # as the user has left it
    legend.toggle()


def declared():
    from sam2_toolbox.engine.api.parameters.params import AutomaticMasksParams
    from sam2_toolbox.engine.api.parameters.paramspec import specs_of
    from sam2_toolbox.plugin.param_widgets import _MAKERS

    return [spec for spec in specs_of(AutomaticMasksParams) if spec.kind in _MAKERS]


def test_a_declared_parameter_becomes_a_widget_with_its_value():
    from sam2_toolbox.plugin.param_widgets import ParamWidget

    specs = declared()
    assert len({spec.kind for spec in specs}) >= 5
    for spec in specs:
        widget = ParamWidget(spec, spec.default, lambda: None)
        shown = widget.value if widget.value is not None else ""
        wanted = spec.default if spec.default is not None else ""
        if isinstance(wanted, float):
            assert shown == pytest.approx(wanted, abs=0.05), spec.name  # a decimal is shown
        else:
            assert shown == wanted, spec.name


def test_a_choice_says_that_it_has_changed():
    from sam2_toolbox.plugin.param_widgets import ParamWidget

    (spec,) = [spec for spec in declared() if spec.name == "outline"]
    told = []
    widget = ParamWidget(spec, "pixel", lambda: told.append(widget.value))
    widget.set_value("smooth")
    assert told == []
    widget.widget.setCurrentIndex(widget.widget.findData("rectilinear"))
    assert told == ["rectilinear"]
