"""The steps of an installation, with real children."""

import os
import sys

import pytest
from sam2_toolbox.engine.api.errors import Cancelled, Code, EngineError
from sam2_toolbox.engine.api.installation.install_progress import InstallProgress, folder_bytes
from sam2_toolbox.engine.api.installation.install_steps import Steps
from sam2_toolbox.engine.api.installation.package_source import PackageSource


@pytest.fixture
def real_steps(tmp_path):
    return Steps(tmp_path / "install.log", tmp_path / "scratch", lambda: None)


def test_a_step_returns_what_it_prints_and_logs_the_rest(real_steps, tmp_path):
    script = "import sys; print('answer'); print('noise', file=sys.stderr)"
    assert real_steps.run("ask", [sys.executable, "-c", script]).strip() == "answer"
    assert "noise" in (tmp_path / "install.log").read_text()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("OSError: [Errno 28] No space left on device", "disk is full"),
        ("NewConnectionError: Failed to establish a new connection", "could not be reached"),
        ("Temporary failure in name resolution", "could not be reached"),
        ("[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed", "connection was not trusted"),
        ("ERROR: No matching distribution found for torch", "no build for this computer"),
        ("PermissionError: [Errno 13] Permission denied", "could not be written"),
        ("something else", "exit code 3. Try again"),
    ],
)
def test_a_failure_is_explained(real_steps, tmp_path, text, sentence):
    script = f"import sys; print({text!r}, file=sys.stderr); sys.exit(3)"
    with pytest.raises(EngineError) as caught:
        real_steps.run("do it", [sys.executable, "-c", script])
    assert caught.value.code is Code.ENVIRONMENT_MISSING
    assert "failed to do it" in caught.value.message
    assert sentence in caught.value.message
    assert str(tmp_path / "install.log") in caught.value.message
    assert text in caught.value.details


def test_an_earlier_step_does_not_explain_a_later_one(real_steps):
    real_steps.run("warn", [sys.executable, "-c", "import sys; print('Errno 28', file=sys.stderr)"])
    with pytest.raises(EngineError, match="exit code 1"):
        real_steps.run("do it", [sys.executable, "-c", "import sys; sys.exit(1)"])


def test_a_cancelled_step_ends_its_child(tmp_path):
    started = tmp_path / "pid"

    def cancel():
        if started.exists() and started.read_text():
            raise Cancelled

    script = f"import os, time; open({str(started)!r}, 'w').write(str(os.getpid())); time.sleep(60)"
    with pytest.raises(Cancelled):
        Steps(tmp_path / "log", tmp_path / "scratch", cancel).run("wait", [sys.executable, "-c", script])
    with pytest.raises(ProcessLookupError):
        os.kill(int(started.read_text()), 0)


def test_a_step_that_cannot_be_started_is_told_of(real_steps, tmp_path):
    with pytest.raises(EngineError, match=r"nothing could not be started: No such file"):
        real_steps.run("do it", [str(tmp_path / "nothing")])


def test_bytes_are_told_as_they_come_and_never_run_backwards(tmp_path):
    script = (
        "import time\n"
        "for name, size in (('torch', 100), ('numpy', 300)):\n"
        "    print(f'  Downloading {name}-1.0-py3-none-any.whl (1 kB)')\n"
        "    for done in (0, size // 2, size):\n"
        "        print(f'Progress {done} of {size}')\n"
        "time.sleep(0.5)\n"
    )
    heard = []
    steps = Steps(tmp_path / "log", tmp_path / "scratch", lambda: None, on_progress=heard.append, steps=2)
    steps.begin("installing", expected=400)
    steps.run("do it", [sys.executable, "-c", script])
    assert heard[0] == InstallProgress(1, 2, "installing", expected=400)
    last = heard[-1]
    assert (last.file, last.done, last.total, last.arrived) == ("numpy", 300, 300, 400)
    fractions = [progress.fraction for progress in heard]
    assert fractions == sorted(fractions)
    assert fractions[-1] == 0.5
    assert "Progress 0" not in (tmp_path / "log").read_text()


def test_where_no_bytes_are_told_those_on_the_disk_count(tmp_path, monkeypatch):
    monkeypatch.setattr("sam2_toolbox.engine.api.installation.install_steps._COUNT_S", 0.0)
    heard, downloads = [], tmp_path / "downloads"
    script = (
        f"import os, pathlib, time; folder = pathlib.Path({str(downloads)!r}); folder.mkdir()\n"
        "time.sleep(0.5); (folder / 'file').write_bytes(bytes(5000)); time.sleep(0.5)"
    )
    steps = Steps(
        tmp_path / "log", tmp_path / "scratch", lambda: None, downloads=downloads, on_progress=heard.append
    )
    steps.begin("installing", expected=10_000)
    steps.run("do it", [sys.executable, "-c", script])
    assert heard[-1].done == folder_bytes(downloads)
    assert heard[-1].fraction >= 0.45


def test_addresses_reach_the_child_but_not_the_log(tmp_path):
    source = PackageSource(
        index_url="https://me:secret@index.invalid/simple", proxy="http://u:p@proxy.invalid:1"
    )
    steps = Steps(tmp_path / "log", tmp_path / "scratch", lambda: None, source)
    script = "import os; print(os.environ['PIP_INDEX_URL'][-7:], os.environ['HTTPS_PROXY'][-2:])"
    assert steps.run("ask", [sys.executable, "-c", script]).split() == ["/simple", ":1"]
    assert "secret" not in (tmp_path / "log").read_text()


@pytest.mark.skipif(sys.platform == "win32", reason="priorities of Unix")
def test_a_step_leaves_the_processor_to_the_window(real_steps):
    script = "import os, time; time.sleep(0.2); print(os.getpriority(os.PRIO_PROCESS, 0))"
    assert int(real_steps.run("ask", [sys.executable, "-c", script])) > os.getpriority(os.PRIO_PROCESS, 0)
