"""The client against real child processes, most of which misbehave."""

import os
import sys
import threading
import time
from pathlib import Path

import pytest
from sam2_toolbox.engine.api.errors import Cancelled, Code, EngineError
from sam2_toolbox.engine.api.link.client import WorkerClient
from sam2_toolbox.engine.api.link.worker_process import INBOX_BYTES, LOG_LINES

ODD_WORKER = Path(__file__).parents[1] / "odd_worker.py"
# An absolute limit for things that must happen, so that a defect fails instead of hanging.
PATIENCE_S = 30

on_posix = pytest.mark.skipif(os.name != "posix", reason="signals")


def command(mode):
    return [sys.executable, "-s", "-u", str(ODD_WORKER), mode]


@pytest.fixture
def client():
    with WorkerClient() as client:
        yield client


def start(client, mode, **options):
    client.start(command(mode), dict(os.environ), PATIENCE_S, **options)
    return client


def error_of(action, *arguments, **options):
    with pytest.raises(EngineError) as caught:
        action(*arguments, **options)
    return caught.value


class AfterCalls:
    """A cancel button pressed after so many looks at it."""

    def __init__(self, calls=0):
        self.calls = calls

    def __call__(self):
        self.calls -= 1
        return self.calls < 0


# The good way


def test_run_passes_everything_on_in_order_in_the_callers_thread(client):
    heard = []

    def hear(kind):
        return lambda *what: heard.append((kind, *what, threading.current_thread()))

    start(client, "in_run_obey")
    params = {"count": 3, "path": "C:\\ünï\udc80"}
    result = client.run(
        "job", params, on_features=hear("features"), on_progress=hear("progress"), on_log=hear("log")
    )

    me = threading.current_thread()
    assert result == {"params": params}
    assert [(kind, what[0].object_id) for kind, what, _ in heard[:3]] == [("features", n) for n in range(3)]
    assert heard[3:] == [("log", "warning", "half way", me), ("progress", 0.5, "tile 1 of 2", me)]
    assert all(entry[-1] is me for entry in heard)


def test_one_worker_serves_many_runs(client):
    start(client, "in_run_obey")
    pid = client.pid
    assert [client.run("job", {"n": n})["params"]["n"] for n in range(20)] == list(range(20))
    assert client.pid == pid
    assert client.versions == {"python": "3"}


def test_events_of_an_earlier_run_are_not_taken_for_this_one(client):
    start(client, "in_run_late_words")
    heard = []
    for _ in range(2):
        result = client.run("job", {}, on_progress=lambda *what: heard.append(what))
        assert result == {"late": False}
    assert heard == []


def test_runs_from_several_threads_take_turns(client):
    start(client, "in_run_obey")
    results = {}

    def run(n):
        results[n] = client.run("job", {"n": n, "count": 50})["params"]["n"]

    threads = [threading.Thread(target=run, args=(n,)) for n in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE_S)
    assert results == {n: n for n in range(5)}


def test_a_slow_sink_holds_the_worker_back_and_gets_everything(client):
    size = INBOX_BYTES // 20
    start(client, "in_run_obey")
    inbox = client._process._inbox
    numbers = []

    def slow_sink(features):
        deadline = time.monotonic() + PATIENCE_S
        while not numbers and inbox._held_bytes + size < INBOX_BYTES:
            assert time.monotonic() < deadline, "the box does not fill"
            time.sleep(0.01)
        assert inbox._held_bytes <= INBOX_BYTES
        numbers.extend(feature.object_id for feature in features)

    client.run("job", {"count": 60, "size": size}, on_features=slow_sink)
    assert numbers == list(range(60))


def test_a_failed_job_says_why_and_the_worker_stays(client):
    start(client, "in_run_fail")
    error = error_of(client.run, "job", {})
    assert (error.code, error.message, error.details) == (Code.BAD_RASTER, "No bands in it.", "why")
    assert client.alive


def test_an_unknown_code_is_still_an_error_with_its_message(client):
    start(client, "in_run_fail_with_unknown_code")
    error = error_of(client.run, "job", {})
    assert (error.code, error.message) == (Code.INTERNAL, "Something.")


# Stopping


def test_cancel_is_obeyed_and_the_worker_stays(client):
    start(client, "in_run_obey")
    pid = client.pid
    with pytest.raises(Cancelled):
        client.run("job", {"wait": True}, is_cancelled=AfterCalls(3))
    assert client.run("job", {"n": 1}) == {"params": {"n": 1}}
    assert client.pid == pid


@pytest.mark.parametrize("mode", ["in_run_hang", "in_run_flood_and_ignore_cancel"])
def test_a_worker_that_ignores_cancel_is_killed(client, mode):
    start(client, mode)
    with pytest.raises(Cancelled):
        client.run("job", {}, is_cancelled=AfterCalls(3))
    assert not client.alive


def test_cancel_does_not_wait_for_a_worker_that_stopped_reading(client):
    start(client, "at_start_stop_reading")
    with pytest.raises(Cancelled):
        client.run("job", {"more than a pipe holds": "x" * 5_000_000}, is_cancelled=AfterCalls(1))
    assert not client.alive


def test_cancel_while_starting_ends_the_worker():
    client = WorkerClient()
    with pytest.raises(Cancelled):
        start(client, "at_start_silence", is_cancelled=AfterCalls(2))
    assert not client.alive


def test_cancel_while_waiting_for_another_run(client):
    start(client, "in_run_obey")
    stop_first = threading.Event()
    first = threading.Thread(
        target=lambda: error_of(client.run, "job", {"wait": True}, is_cancelled=stop_first.is_set)
    )
    first.start()
    while not client._turn.locked():
        time.sleep(0.01)
    with pytest.raises(Cancelled):
        client.run("job", {}, is_cancelled=AfterCalls(2))
    stop_first.set()
    first.join(PATIENCE_S)
    assert client.run("job", {}) == {"params": {}}


def test_an_exception_of_the_sink_cancels_the_job_and_reaches_the_caller(client):
    def full_disk(features):
        raise OSError("the disk is full")

    start(client, "in_run_obey")
    with pytest.raises(OSError, match="the disk is full"):
        client.run("job", {"count": 1, "wait": True}, on_features=full_disk)
    assert client.run("job", {"n": 2}) == {"params": {"n": 2}}


def test_close_ends_the_worker_and_a_run_in_another_thread(client):
    start(client, "in_run_hang")
    errors = []
    runner = threading.Thread(target=lambda: errors.append(error_of(client.run, "job", {})))
    runner.start()
    while not client._turn.locked():
        time.sleep(0.01)
    client.close()
    runner.join(PATIENCE_S)
    assert [error.code for error in errors] == [Code.CANCELLED]
    assert not client.alive


def test_a_closed_client_can_start_again(client):
    start(client, "in_run_obey")
    client.close()
    client.close()
    assert error_of(client.run, "job", {}).code is Code.WORKER_DIED
    start(client, "in_run_obey")
    assert client.run("job", {}) == {"params": {}}


# Death and lies


@pytest.mark.parametrize(
    ("mode", "words"),
    [
        ("in_run_exit", "exit code 9"),
        ("in_run_half_message", "exit code 0"),
        ("in_run_cut_tail", "exit code 0"),
        ("in_run_close_output", "closed its output"),
        pytest.param("in_run_segfault", "SIGSEGV", marks=on_posix),
        pytest.param("in_run_killed", "SIGKILL", marks=on_posix),
    ],
)
def test_a_death_during_the_run_is_told_in_words(client, mode, words):
    start(client, mode)
    error = error_of(client.run, "job", {})
    assert error.code is Code.WORKER_DIED
    assert words in error.message
    assert not client.alive


def test_a_death_is_seen_while_a_child_of_the_worker_keeps_the_pipe_open(client, tmp_path):
    start(client, "in_run_leave_child_with_pipe")
    alive = tmp_path / "the child lives while this is there"
    alive.touch()
    deadline = time.monotonic() + PATIENCE_S
    try:
        error = error_of(
            client.run,
            "job",
            {"while_there": str(alive)},
            is_cancelled=lambda: time.monotonic() > deadline,
        )
    finally:
        alive.unlink()
    assert error.code is Code.WORKER_DIED
    assert "exit code 5" in error.message


@pytest.mark.parametrize(
    "mode",
    [
        "in_run_garbage",
        "in_run_cut_frame",
        "in_run_wrong_count",
        "in_run_negative_tail",
        "in_run_unknown_event",
        "in_run_missing_field",
        "in_run_true_as_number",
    ],
)
def test_a_lie_during_the_run_is_refused_and_the_worker_killed(client, mode):
    start(client, mode)
    error = error_of(client.run, "job", {})
    assert error.code is Code.PROTOCOL_MISMATCH
    assert error.message.endswith(".")
    assert not client.alive


@pytest.mark.parametrize(
    ("mode", "code", "words"),
    [
        ("at_start_garbage", Code.PROTOCOL_MISMATCH, "Welcome to this Python!"),
        ("at_start_binary", Code.PROTOCOL_MISMATCH, "not a message"),
        ("at_start_nested", Code.PROTOCOL_MISMATCH, "not a message"),
        ("at_start_other_protocol", Code.PROTOCOL_MISMATCH, "version 2"),
        ("at_start_no_hello", Code.PROTOCOL_MISMATCH, "hello"),
        ("at_start_hello_without_versions", Code.PROTOCOL_MISMATCH, "hello"),
        ("at_start_half_hello", Code.WORKER_DIED, "exit code 0"),
        ("at_start_crash", Code.WORKER_DIED, "exit code 1"),
        ("at_start_broken", Code.ENVIRONMENT_MISSING, "No numpy."),
    ],
)
def test_a_bad_start_is_told_in_words(mode, code, words):
    client = WorkerClient()
    error = error_of(start, client, mode)
    assert error.code is code
    assert words in error.message
    assert not client.alive


def test_silence_at_the_start_has_an_end():
    client = WorkerClient()
    error = error_of(client.start, command("at_start_silence"), dict(os.environ), 0.2)
    assert error.code is Code.WORKER_SILENT
    assert "0.2 seconds" in error.message
    assert not client.alive


def test_a_program_that_is_not_there_is_named(tmp_path):
    missing = str(tmp_path / "no such python")
    error = error_of(WorkerClient().start, [missing], {})
    assert error.code is Code.ENVIRONMENT_MISSING
    assert missing in error.message


@on_posix
def test_a_program_that_cannot_be_run_is_named(tmp_path):
    file = tmp_path / "python"
    file.write_text("not a program")
    error = error_of(WorkerClient().start, [str(file)], {})
    assert error.code is Code.ENVIRONMENT_MISSING
    assert str(file) in error.message


# The log


def test_the_log_of_a_dead_worker_is_in_the_details():
    error = error_of(start, WorkerClient(), "at_start_crash")
    assert "ModuleNotFoundError: the reason" in error.details
    assert "ModuleNotFoundError" not in error.message


def test_only_the_end_of_a_long_log_is_kept(client):
    start(client, "in_run_noise_and_exit")
    lines = error_of(client.run, "job", {}).details.splitlines()
    assert len(lines) == LOG_LINES
    assert lines[-2:] == ["noise 999", "not UTF-8: \ufffd"]


def test_a_noisy_worker_is_not_held_up(client):
    start(client, "in_run_noise")
    assert client.run("job", {}) == {}


def test_no_thread_is_left_behind():
    before = set(threading.enumerate())
    for mode in ("in_run_obey", "in_run_garbage", "in_run_flood_and_ignore_cancel"):
        with WorkerClient() as client:
            start(client, mode)
            with pytest.raises(EngineError):
                client.run("job", {"wait": True}, is_cancelled=AfterCalls(3))
    deadline = time.monotonic() + PATIENCE_S
    while set(threading.enumerate()) - before:
        assert time.monotonic() < deadline, threading.enumerate()
        time.sleep(0.02)
