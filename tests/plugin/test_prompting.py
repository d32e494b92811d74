"""Prompts of one object, their undo and redo."""

import random

import pytest

pytest.importorskip("qgis", reason="the package of the windows is loaded by QGIS's Python only")
from sam2_toolbox.plugin.prompting import PointPrompt, PromptHistory, Prompts

ON, BESIDE = PointPrompt(1.0, 2.0, True), PointPrompt(3.0, 4.0, False)


def test_background_alone_asks_for_nothing():
    assert not Prompts().answerable
    assert not Prompts((BESIDE,)).answerable
    assert Prompts((BESIDE, ON)).answerable
    assert Prompts(box=(0, 0, 1, 1)).answerable
    assert Prompts(lasso=((0, 0), (1, 0), (1, 1))).answerable


def test_a_box_and_a_lasso_replace_each_other_and_points_stay():
    ring = ((0, 0), (1, 0), (1, 1))
    prompts = Prompts((ON,)).with_box((0, 0, 1, 1)).with_lasso(ring)
    assert prompts == Prompts((ON,), None, ring)
    assert prompts.with_box((0, 0, 2, 2)) == Prompts((ON,), (0, 0, 2, 2))
    assert prompts.with_lasso(()) == Prompts((ON,))
    assert prompts.with_box(None) == prompts


def test_only_further_points_extend():
    one = Prompts((ON,))
    two = one.with_point(BESIDE)
    assert two.extends(one)
    assert not one.extends(two)
    assert not two.extends(two)
    assert not one.extends(Prompts())
    assert not two.with_point_at(0, (9.0, 9.0)).extends(one)
    assert not two.with_box((0, 0, 1, 1)).extends(one)
    assert two.with_box((0, 0, 1, 1)).extends(one.with_box((0, 0, 1, 1)))


def test_moving_and_removing():
    two = Prompts((ON, BESIDE))
    moved = two.with_point_at(1, (7.0, 8.0))
    assert moved.points == (ON, PointPrompt(7.0, 8.0, False))
    assert moved.without_point(0).points == (PointPrompt(7.0, 8.0, False),)
    assert (two.foreground_count, two.background_count) == (1, 1)


def test_the_jobs_form():
    assert Prompts((ON, BESIDE), (0.0, 1.0, 2.0, 3.0)).to_params() == {
        "points": [[1.0, 2.0, 1], [3.0, 4.0, 0]],
        "box": [0.0, 1.0, 2.0, 3.0],
    }


def test_undo_and_redo_walk_the_same_way():
    history, states = PromptHistory(), [Prompts()]
    for number in range(5):
        states.append(states[-1].with_point(PointPrompt(number, 0.0, True)))
        history.change(states[-1])
    for state in reversed(states[:-1]):
        assert history.undo()
        assert history.current == state
    assert not history.undo()
    assert history.open  # there is something to redo
    for state in states[1:]:
        assert history.redo()
        assert history.current == state
    assert not history.redo()


def test_a_change_ends_what_could_be_redone_and_none_is_no_step():
    history = PromptHistory()
    history.change(Prompts((ON,)))
    history.change(Prompts((ON,)))
    assert history.undo()
    assert not history.can_undo
    history.change(Prompts((BESIDE,)))
    assert not history.redo()
    history.clear()
    assert not history.open
    assert history.current.empty


def test_any_walk_can_be_undone_to_the_start():
    chance = random.Random(5)
    history = PromptHistory()
    for _ in range(300):
        step = chance.choice(["point", "move", "box", "remove", "undo", "redo"])
        now = history.current
        if step == "point":
            history.change(now.with_point(PointPrompt(chance.random(), 0.0, chance.random() < 0.5)))
        elif step == "move" and now.points:
            history.change(now.with_point_at(0, (chance.random(), 1.0)))
        elif step == "box":
            history.change(now.with_box((0.0, 0.0, chance.random(), 1.0)))
        elif step == "remove" and now.points:
            history.change(now.without_point(len(now.points) - 1))
        elif step == "undo":
            before = history.current
            if history.undo():
                assert history.redo()
                assert history.current == before
                history.undo()
        elif step == "redo":
            history.redo()
    while history.undo():
        pass
    assert history.current == Prompts()
