import math

import pytest
from sam2_toolbox.engine.api.errors import Cancelled
from sam2_toolbox.engine.api.features import Feature, unpack
from sam2_toolbox.engine.progress import FRAME_BYTES, PROGRESS_INTERVAL_S, EventReport


class Clock:
    now = 100.0

    def __call__(self):
        return self.now

    def wait(self, seconds=PROGRESS_INTERVAL_S):
        self.now += seconds


class Caller:
    """Collects what a report sends."""

    def __init__(self):
        self.events = []
        self.tails = []
        self.cancelled = False
        self.clock = Clock()
        self.report = EventReport(7, self.take, lambda: self.cancelled, self.clock)

    def take(self, fields, tail):
        assert fields.pop("id") == 7
        self.events.append(fields)
        self.tails.append(tail)

    @property
    def fractions(self):
        return [event["fraction"] for event in self.events if event["event"] == "progress"]


@pytest.fixture
def caller():
    return Caller()


def feature(number, size):
    return Feature(number, 0.5, 0.9, 1.0, 1.5, 7, 1.0, 2.0, 0, True, b"w" * size)


def test_the_first_progress_goes_out_at_once(caller):
    caller.report.progress(0.5, "tile 1 of 2")
    assert caller.events == [{"event": "progress", "fraction": 0.5, "text": "tile 1 of 2"}]


def test_progress_that_comes_too_fast_is_thinned_and_the_newest_kept(caller):
    for percent in range(100):
        caller.report.progress(percent / 100)
        caller.clock.wait(PROGRESS_INTERVAL_S / 10)
    assert caller.fractions[0] == 0.0
    assert 9 <= len(caller.fractions) <= 11
    assert caller.fractions == sorted(caller.fractions)
    caller.clock.wait()
    caller.report.check_cancelled()
    assert caller.fractions[-1] == 0.99


def test_the_same_progress_is_not_told_twice(caller):
    for _ in range(3):
        caller.report.progress(0.5, "reading")
        caller.clock.wait()
    caller.report.progress(0.5, "writing")
    assert [event["text"] for event in caller.events] == ["reading", "writing"]


def test_a_step_back_to_what_was_told_last_takes_the_kept_back_one_away(caller):
    for fraction in (0.1, 0.2, 0.1):
        caller.report.progress(fraction)
    caller.clock.wait()
    caller.report.check_cancelled()
    assert caller.fractions == [0.1]


@pytest.mark.parametrize(("given", "told"), [(-0.1, 0.0), (1.1, 1.0), (math.inf, 1.0), (math.nan, 0.0)])
def test_a_fraction_is_kept_between_0_and_1(caller, given, told):
    caller.report.progress(given)
    assert caller.fractions == [told]


def test_a_log_is_never_held_back(caller):
    for number in range(3):
        caller.report.log(f"line {number}", "warning")
    assert caller.events == [
        {"event": "log", "level": "warning", "text": f"line {number}"} for number in range(3)
    ]


@pytest.mark.parametrize("sizes", [[10], [10] * 5, [FRAME_BYTES // 3] * 10, [10, 2 * FRAME_BYTES, 10], []])
def test_features_go_out_in_order_in_frames_of_bounded_size(caller, sizes):
    sent = [feature(number, size) for number, size in enumerate(sizes)]
    caller.report.features(sent)
    frames = [list(unpack(tail)) for tail in caller.tails]
    assert [one for frame in frames for one in frame] == sent
    assert [event["count"] for event in caller.events] == [len(frame) for frame in frames]
    for frame in frames:
        assert len(frame) == 1 or sum(len(one.wkb) for one in frame) <= FRAME_BYTES


def test_small_features_share_a_frame(caller):
    caller.report.features([feature(number, 10) for number in range(100)])
    assert len(caller.events) == 1


def test_cancel_is_raised_once_asked_for(caller):
    caller.report.check_cancelled()
    caller.cancelled = True
    with pytest.raises(Cancelled):
        caller.report.check_cancelled()
