"""The one line at the end of test.sh."""

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parent.parent.parent / "scripts" / "sum_tests.py"
REPORT = '<testsuite tests="{tests}" failures="{failures}" errors="{errors}" skipped="{skipped}"/>'


@pytest.fixture
def results(tmp_path):
    folder = tmp_path / "results"
    folder.mkdir()

    def pytest_run(name, exit_code, tests=0, failures=0, errors=0, skipped=0, report=True):
        if report:
            counts = {"tests": tests, "failures": failures, "errors": errors, "skipped": skipped}
            (folder / f"{name}.xml").write_text(REPORT.format(**counts))
        (folder / f"{name}.exit").write_text(f"{exit_code}\n")

    pytest_run.folder = folder
    return pytest_run


def total(results):
    done = subprocess.run(
        [sys.executable, str(SCRIPT), str(results.folder)], capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout.splitlines()[-1]


def test_sides_and_checks_add_up(results):
    results("engine", 0, tests=10, skipped=2)
    results("qgis", 1, tests=5, failures=1, errors=1)
    (results.folder / "ruff.check").write_text("passed\n")
    (results.folder / "mypy.check").write_text("failed\n")
    assert total(results) == (1, "12 passed, 3 failed, 2 skipped")


def test_all_passed(results):
    results("engine", 0, tests=3)
    assert total(results) == (0, "3 passed, 0 failed, 0 skipped")


@pytest.mark.parametrize("report", [True, False], ids=["crashed after its report", "crashed before"])
def test_a_crash_is_a_failure(results, report):
    results("engine", 0, tests=3)
    results("qgis", 139, tests=2, report=report)
    code, line = total(results)
    assert code == 1
    assert ", 1 failed" in line


def test_a_side_that_ran_nothing_is_a_failure_unless_it_said_why(results):
    results("engine", 0, tests=3)
    results("stock", 5, tests=1, skipped=1)
    assert total(results) == (0, "3 passed, 0 failed, 1 skipped")
    results("qgis", 5)
    assert total(results) == (1, "3 passed, 1 failed, 1 skipped")


def test_nothing_at_all_is_no_success(results):
    assert total(results) == (1, "0 passed, 0 failed, 0 skipped")
