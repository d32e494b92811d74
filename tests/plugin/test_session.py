"""From prompts to answers, with a real child process as the worker."""

import dataclasses
import os
import threading

import pytest

pytest.importorskip("qgis", reason="the QGIS side runs under the system's Python")
from qgis.core import QgsApplication, QgsCoordinateReferenceSystem, QgsProject, QgsRectangle
from qgis.PyQt.QtTest import QTest
from sam2_toolbox.engine.api import environment
from sam2_toolbox.engine.api.errors import Code, EngineError
from sam2_toolbox.plugin.prompting import PointPrompt, Prompts
from sam2_toolbox.plugin.states import State, Way


@pytest.fixture
def click(session):
    def click(position, foreground=True):
        session.change_prompts(session.prompts.with_point(PointPrompt(*position, foreground)))

    return click


@pytest.fixture
def heard(session):
    """Everything the session says, by signal."""
    heard = {"statuses": [], "answers": [], "hovers": [], "accepting": [], "said": []}
    session.status_changed.connect(heard["statuses"].append)
    session.answer_changed.connect(heard["answers"].append)
    session.hover_changed.connect(heard["hovers"].append)
    session.accepting.connect(lambda answer, how: heard["accepting"].append((answer, how)))
    session.said.connect(heard["said"].append)
    return heard


def answered(session):
    return lambda: session.answer is not None and session.answer.prompts == session.prompts


def test_a_click_is_answered_with_candidates(session, worker, click, places, until):
    session.activate()
    click(places.roof)
    until(answered(session))
    assert session.status.state is State.READY
    scores = [candidate.score for candidate in session.answer.candidates]
    assert scores == sorted(scores, reverse=True)
    assert session.answer.candidate.geometry.area() == pytest.approx(100)
    (asked,) = worker.asked("canvas_prompt")
    assert asked["params"]["points"] == [[*places.roof, 1]]
    assert asked["params"]["may_encode"] is True
    assert asked["params"]["pixel"] == pytest.approx(0.25)
    assert asked["params"]["view"] == [500000.0, 5499900.0, 500100.0, 5500000.0]
    assert "METRE" in asked["params"]["crs"].upper()


def test_the_view_is_prepared_when_it_stands_still(session, worker, until):
    session.activate()
    until(lambda: len(worker.asked("canvas_encode")) == 1)
    for step in range(20):
        session.set_view(QgsRectangle(500000 + step, 5499900, 500100 + step, 5500000), session.crs, 400)
        QTest.qWait(10)
    until(lambda: len(worker.asked("canvas_encode")) == 2)
    assert worker.asked("canvas_encode")[-1]["params"]["view"][0] == 500019.0
    QTest.qWait(500)
    assert len(worker.asked("canvas_encode")) == 2


def test_nothing_is_prepared_where_the_user_does_not_want_it(session, worker):
    session.set_settings(dataclasses.replace(session.settings, prepare=False))
    session.activate()
    QTest.qWait(500)
    assert worker.asked() == []
    assert session.worker_pid is None


def test_tab_turns_and_undo_goes_back_without_asking_again(session, worker, click, places, until):
    session.activate()
    click(places.roof)
    until(answered(session))
    session.turn(1)
    assert session.answer.candidate.geometry.area() == pytest.approx(36)
    session.turn(-2)
    assert session.answer.candidate.geometry.area() == pytest.approx(169)
    click(places.pond)
    until(answered(session))
    assert session.answer.candidate.geometry.area() == pytest.approx(500)
    session.undo()
    assert session.answer.chosen == 2
    session.undo()
    assert (session.answer, session.prompts) == (None, Prompts())
    session.redo()
    session.redo()
    assert session.answer.candidate.geometry.area() == pytest.approx(500)
    assert len(worker.asked("canvas_prompt", preview=False)) == 2


def test_a_further_point_refines_the_candidate_chosen(session, worker, click, places, until):
    session.activate()
    click(places.roof)
    until(answered(session))
    session.turn(2)
    click(places.pond)
    until(answered(session))
    session.undo()
    click(places.nowhere, foreground=False)
    until(answered(session))
    told = [(ask["params"]["previous"], ask["params"]["candidate"]) for ask in worker.asked("canvas_prompt")]
    assert told == [(False, 0), (True, 2), (False, 0)]


def test_fast_clicks_are_all_in_the_last_question(session, worker, click, places, until):
    worker.use(answer=0.2)
    session.activate()
    for position in (places.roof, places.pond, places.field):
        click(position)
    until(answered(session))
    last = worker.asked("canvas_prompt", preview=False)[-1]["params"]
    assert [point[:2] for point in last["points"]] == [
        list(places.roof),
        list(places.pond),
        list(places.field),
    ]
    assert len(session.answer.prompts.points) == 3


def test_clicks_during_an_encoding_are_answered_after_it(session, worker, click, places, until, heard):
    worker.use(encode=1.0)
    session.activate()
    until(lambda: session.status.state is State.ENCODING)
    assert session.status.way is Way.STOP
    (task,) = QgsApplication.taskManager().activeTasks()
    assert "field" in task.description()
    click(places.roof)
    until(answered(session))
    until(lambda: not QgsApplication.taskManager().activeTasks())
    assert session.answer.candidates


def test_the_second_encoding_knows_how_long_the_first_took(session, worker, until, heard):
    worker.use(encode=1.0)
    session.activate()
    until(lambda: session.status.state is State.ENCODING)
    assert "first time" in session.status.sentence
    until(lambda: session.status.state is State.READY)
    session.set_view(QgsRectangle(500000, 5499950, 500050, 5500000), session.crs, 400)
    until(lambda: session.status.state is State.ENCODING)
    assert "about 1 s left" in session.status.sentence


def test_escape_stops_an_encoding_and_then_clears(session, worker, click, places, until):
    worker.use(encode=300.0)
    session.activate()
    click(places.roof)
    until(lambda: session.status.state is State.ENCODING)
    pid = session.worker_pid
    session.escape()
    until(lambda: session.status.state is State.READY)
    assert not session.prompts.empty
    session.escape()
    assert session.prompts.empty
    worker.use()
    click(places.roof)
    until(answered(session))
    assert session.worker_pid == pid or not alive(pid)


def test_the_task_manager_can_stop_an_encoding_too(session, worker, until):
    worker.use(encode=300.0)
    session.activate()
    until(lambda: QgsApplication.taskManager().activeTasks())
    QgsApplication.taskManager().activeTasks()[0].cancel()
    until(lambda: session.status.state is State.READY)


def test_hover_shows_the_newest_and_never_encodes(session, worker, places, until, heard):
    worker.use(answer=0.2)  # longer than moving the mouse on takes, also on a busy machine
    session.activate()
    until(lambda: session.status.state is State.READY and worker.asked("canvas_encode"))
    for step in range(50):
        session.hover((500020.5 + step / 10, 5499975.0))
    until(lambda: any(heard["hovers"]))
    until(lambda: worker.asked(preview=True)[-1]["params"]["points"][0][0] == 500025.4)
    hovers = worker.asked("canvas_prompt", preview=True)
    assert len(hovers) < 10
    assert not any(hover["params"]["may_encode"] for hover in hovers)
    session.end_hover()
    assert heard["hovers"][-1] is None


def test_a_click_overtakes_waiting_hovers(session, worker, click, places, until, heard):
    worker.use(answer=0.3)
    session.activate()
    until(lambda: session.status.state is State.READY and worker.asked("canvas_encode"))
    session.hover(places.pond)
    until(lambda: worker.asked(preview=True))
    session.hover(places.field)
    click(places.roof)
    until(answered(session))
    assert len(worker.asked("canvas_prompt", preview=True)) == 1
    assert heard["hovers"][-1] is None


def test_a_slow_hover_costs_no_worker(session, worker, click, places, until):
    worker.use(answer=2.0)  # longer than a worker may take to obey a cancel
    session.activate()
    until(lambda: session.status.state is State.READY and worker.asked("canvas_encode"))
    pid = session.worker_pid
    session.hover(places.pond)
    until(lambda: worker.asked(preview=True))
    click(places.roof)
    until(answered(session))
    assert session.worker_pid == pid


def test_a_refinement_goes_on_from_what_the_worker_said_last(session, worker, click, places, until):
    worker.use(answer=0.3)
    session.activate()
    click(places.roof)
    until(answered(session))
    click(places.pond)
    until(lambda: len(worker.asked("canvas_prompt")) == 2)
    session.undo()
    QTest.qWait(600)
    click(places.field)
    until(answered(session))
    # The worker's last answer was to roof and pond
    assert worker.asked("canvas_prompt")[-1]["params"]["previous"] is False


def test_a_dead_worker_is_said_and_the_prompts_are_answered_by_the_next(
    session, worker, click, places, until
):
    worker.use(dies_at=2)
    session.activate()
    click(places.roof)
    until(answered(session))
    first = session.worker_pid
    click(places.pond)
    until(lambda: session.status.state is State.DIED)
    assert "Your prompts are kept" in session.status.sentence
    assert "Traceback" not in session.status.sentence
    assert session.status.way is Way.RESTART
    assert len(session.prompts.points) == 2
    session.retry()
    until(answered(session))
    assert session.status.state is State.READY
    assert session.worker_pid != first
    assert session.answer.candidate.geometry.area() == pytest.approx(500)
    # The new worker knows of no earlier answer.
    assert worker.asked("canvas_prompt")[-1]["params"]["previous"] is False


@pytest.mark.parametrize(
    ("code", "state", "way"),
    [
        ("model_missing", State.NO_MODEL, Way.MODELS),
        ("out_of_memory", State.FAILED, Way.RETRY),
        ("environment_missing", State.NO_ENVIRONMENT, Way.NONE),
    ],
)
def test_failures_are_a_sentence_and_a_way_forward(session, worker, click, places, until, code, state, way):
    worker.use(fails={"code": code, "message": "This is what happened."})
    session.activate()
    until(lambda: session.status.state is state)
    assert session.status.sentence == "This is what happened."
    assert session.status.way is way
    worker.use()
    session.close()
    session.activate()
    click(places.roof)
    until(answered(session))


def test_no_environment(session, worker, monkeypatch, until):
    def missing():
        raise EngineError(Code.ENVIRONMENT_MISSING, "Run this once: x")

    monkeypatch.setattr(environment, "worker_command", missing)
    session.activate()
    until(lambda: session.status.state is State.NO_ENVIRONMENT)
    assert session.status.sentence == "Run this once: x"


def test_starting_is_shown(session, worker, until, heard):
    worker.use(start=0.5)
    session.activate()
    until(lambda: session.status.state is State.STARTING)
    until(lambda: session.status.state is State.READY)


def test_a_removed_raster_takes_its_prompts_along(session, raster, click, places, until):
    session.activate()
    click(places.roof)
    QgsProject.instance().removeMapLayer(raster.id())
    assert session.status.state is State.RASTER_GONE
    assert session.prompts.empty
    QTest.qWait(300)
    assert session.answer is None


def test_a_closed_project_too(session, click, places):
    session.activate()
    click(places.roof)
    QgsProject.instance().clear()
    assert session.status.state is State.RASTER_GONE
    assert session.raster is None


def test_a_view_beside_the_raster_is_said(session, worker, until):
    session.activate()
    session.set_view(QgsRectangle(0, 0, 100, 100), session.crs, 400)
    until(lambda: session.status.state is State.OUTSIDE)
    assert all(ask["params"]["view"][0] > 400000 for ask in worker.asked("canvas_encode"))


def test_the_views_crs_is_not_the_rasters(session, worker, until):
    session.activate()
    until(lambda: worker.asked("canvas_encode"))
    wgs84 = QgsCoordinateReferenceSystem("EPSG:4326")
    session.set_view(QgsRectangle(9.0, 49.6517, 9.0013, 49.6525), wgs84, 400)
    until(lambda: len(worker.asked("canvas_encode")) == 2)
    params = worker.asked("canvas_encode")[-1]["params"]
    assert params["view"][0] == pytest.approx(500000, abs=1)
    assert params["pixel"] == pytest.approx(0.235, abs=0.01)


def test_panning_keeps_the_window_of_the_object_and_zooming_in_takes_a_finer_one(
    session, worker, click, places, until
):
    session.activate()
    click(places.roof)
    until(answered(session))
    session.set_view(QgsRectangle(500010, 5499910, 500110, 5500010), session.crs, 400)
    click(places.field)
    until(answered(session))
    session.set_view(QgsRectangle(500020, 5499970, 500030, 5499980), session.crs, 400)
    click((500029.0, 5499979.0))
    until(answered(session))
    views = [ask["params"]["view"] for ask in worker.asked("canvas_prompt")]
    assert views[0] == views[1]
    # Finer, and all the prompts are in it
    assert views[2] == [500020, 5499955, 500045, 5499980]
    assert worker.asked("canvas_prompt")[-1]["params"]["pixel"] == pytest.approx(0.025)


def test_accept_before_the_answer_waits_for_it(session, worker, click, places, until, heard):
    worker.use(answer=0.3)
    session.activate()
    click(places.roof)
    session.accept("new")
    assert heard["accepting"] == []
    until(lambda: heard["accepting"])
    ((answer, how),) = heard["accepting"]
    assert how == "new"
    assert answer.candidate.geometry.area() == pytest.approx(100)


def test_accepting_nothing_is_said(session, click, places, until, heard):
    session.activate()
    session.accept("new")
    click(places.nowhere)
    until(answered(session))
    session.accept("new")
    assert heard["accepting"] == []
    assert "no outline to accept yet" in heard["said"][0]
    assert "found nothing here" in heard["said"][1]


def test_a_box_and_a_lasso_reach_the_worker(session, worker, until):
    session.activate()
    session.change_prompts(Prompts(box=(500018.0, 5499968.0, 500032.0, 5499982.0)))
    until(answered(session))
    assert session.answer.candidate.geometry.area() == pytest.approx(100)
    ring = ((500071.0, 5499929.0), (500089.0, 5499929.0), (500089.0, 5499911.0))
    session.change_prompts(Prompts(lasso=ring))
    until(answered(session))
    assert session.answer.candidate.geometry.area() == pytest.approx(400)


def test_other_settings_ask_again(session, worker, click, places, until):
    session.activate()
    click(places.roof)
    until(answered(session))
    session.set_settings(dataclasses.replace(session.settings, outline="smooth"))
    until(lambda: worker.asked("canvas_prompt", outline="smooth") and answered(session)())
    session.set_settings(dataclasses.replace(session.settings, model="sam2.1_hiera_tiny"))
    until(lambda: worker.asked("canvas_prompt", model="sam2.1_hiera_tiny") and answered(session)())
    assert worker.asked("canvas_prompt")[-1]["params"]["previous"] is False


def test_a_huge_outline_is_thinned_for_drawing_only(session, worker, click, places, until):
    worker.use(bulky=60_000)
    session.activate()
    click(places.pond)
    until(answered(session))
    candidate = session.answer.candidate
    assert candidate.geometry.constGet().nCoordinates() == 60_001
    assert candidate.sketch.constGet().nCoordinates() <= 5_000
    assert candidate.sketch.area() == pytest.approx(candidate.geometry.area(), rel=0.05)


def test_closing_leaves_no_thread_and_no_process(session, worker, click, places, until):
    for wait in (True, False):
        session.activate()
        click(places.roof)
        until(answered(session))
        pid = session.worker_pid
        assert alive(pid)
        session.close(wait)
        until(lambda pid=pid: not alive(pid) and not canvas_threads())
        assert session.status.state is State.OFF


def canvas_threads():
    return [thread for thread in threading.enumerate() if thread.name.startswith("sam2-")]


def alive(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
