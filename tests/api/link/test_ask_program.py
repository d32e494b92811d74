"""Short questions to other programs."""

import os
import subprocess
import sys

import pytest
from sam2_toolbox.engine.api.link.ask_program import ask_program


def python(code):
    return [sys.executable, "-c", code]


def test_the_answer_is_what_it_prints():
    assert ask_program(python("print('hello')"), 30).split() == [b"hello"]


def test_it_gets_nothing_of_qgis_and_no_input(monkeypatch):
    monkeypatch.setenv("PYTHONHOME", os.devnull)
    code = "import os, sys; print(os.environ.get('PYTHONHOME'), sys.stdin.read() == '')"
    assert ask_program(python(code), 30).split() == [b"None", b"True"]


def test_a_program_that_fails_is_an_error():
    with pytest.raises(subprocess.CalledProcessError):
        ask_program(python("raise SystemExit(3)"), 30)


def test_one_that_is_not_there_too(tmp_path):
    with pytest.raises(OSError, match="nowhere"):
        ask_program([str(tmp_path / "nowhere")], 30)


def test_nobody_waits_for_ever():
    with pytest.raises(subprocess.TimeoutExpired):
        ask_program(python("import time; time.sleep(60)"), 0.5)
