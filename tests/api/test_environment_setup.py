"""Installing: complete or not at all, once at a time, and failing in sentences."""

import json
import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import ClassVar

import pytest
from sam2_toolbox.engine.api import environment, environment_setup, interpreters, torch_choice
from sam2_toolbox.engine.api.environment_setup import install_environment
from sam2_toolbox.engine.api.errors import Cancelled, Code, EngineError
from sam2_toolbox.engine.api.install_steps import Steps
from sam2_toolbox.engine.api.interpreters import Interpreter, find_interpreter

GIGABYTE = 10**9


class FakeSteps(Steps):
    """Steps that do nothing but note what was asked; the step whose purpose holds ``fails`` fails."""

    offered = "2.13.0+cpu"
    fails = "nothing"
    commands: ClassVar[list] = []
    seconds = 0.0

    def run(self, purpose, command, extra=None):
        self.commands.append(" ".join(command))
        time.sleep(self.seconds)
        if self.fails in purpose:
            raise EngineError(Code.ENVIRONMENT_MISSING, f"could not {purpose}")
        if command[1:3] == ["-m", "venv"]:
            python = environment.python_in(Path(command[3]))
            python.parent.mkdir(parents=True)
            python.write_text("new")
        if "--report" in command:
            return json.dumps({"install": [{"metadata": {"version": self.offered}}]})
        return json.dumps({"versions": {"torch": self.offered}, "cuda": False})


@pytest.fixture
def steps(tmp_path, monkeypatch):
    """A data folder of its own and ``FakeSteps`` in the place of pip."""
    monkeypatch.setenv("SAM2_TOOLBOX_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("SAM2_TOOLBOX_PYTHON", raising=False)
    monkeypatch.setattr(environment_setup, "Steps", FakeSteps)
    monkeypatch.setattr(environment_setup, "find_interpreter", lambda: Interpreter(Path("py"), (3, 11), True))
    monkeypatch.setattr(torch_choice, "has_nvidia_driver", lambda: False)
    monkeypatch.setattr(FakeSteps, "commands", [])
    return FakeSteps


def ignore(sentence):
    pass


def test_an_installation_is_complete_and_the_second_does_nothing(steps):
    python = install_environment(ignore)
    assert environment.worker_python() == python
    assert sum("torch==" in command and "--dry-run" not in command for command in steps.commands) == 1
    before = len(steps.commands)
    assert install_environment(ignore) == python
    assert len(steps.commands) == before
    install_environment(ignore, renew=True)
    assert len(steps.commands) == 2 * before


def test_every_pin_is_installed_and_no_torchvision(steps):
    install_environment(ignore)
    everything = " ".join(steps.commands)
    pins = [line.partition("#")[0].strip() for line in environment.REQUIREMENTS.read_text().splitlines()]
    for pin in filter(None, pins):
        assert pin in everything
    assert "torchvision" not in everything
    assert "hydra" not in everything


@pytest.mark.parametrize("purpose", ["make the env", "update pip", "find PyTorch", "install", "load"])
def test_a_failed_step_leaves_nothing_half_made(steps, monkeypatch, purpose):
    monkeypatch.setattr(steps, "fails", purpose)
    with pytest.raises(EngineError, match="could not"):
        install_environment(ignore)
    with pytest.raises(EngineError, match="not installed"):
        environment.worker_python()
    assert not list(environment.data_folder().glob("environment.new*"))


def test_a_failed_renewal_keeps_what_works(steps, monkeypatch):
    python = install_environment(ignore)
    python.write_text("old")
    monkeypatch.setattr(steps, "fails", "load")
    with pytest.raises(EngineError):
        install_environment(ignore, renew=True)
    assert environment.worker_python().read_text() == "old"
    monkeypatch.setattr(steps, "fails", "nothing")
    assert install_environment(ignore, renew=True).read_text() == "new"


def test_two_at_once_install_once(steps, monkeypatch):
    monkeypatch.setattr(steps, "seconds", 0.02)
    said = []
    threads = [threading.Thread(target=install_environment, args=(said.append,)) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(sentence.startswith("Making") for sentence in said) == 1
    assert environment.worker_python().read_text() == "new"


def test_waiting_for_another_can_be_cancelled(steps):
    lock = environment.environment_folder().with_suffix(".lock")
    lock.parent.mkdir(parents=True)
    hold = (
        "import fcntl, sys; file = open(sys.argv[1], 'a'); fcntl.flock(file, fcntl.LOCK_EX); "
        "print('held', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", hold, str(lock)]
    holder = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    holder.stdout.readline()
    said = []

    def cancel():
        raise Cancelled

    with pytest.raises(Cancelled):
        install_environment(said.append, cancel)
    assert "waiting" in said[0]
    holder.communicate()
    assert install_environment(ignore).exists()  # a dead holder holds nothing


def test_too_little_disk_is_said_before_anything_is_downloaded(steps, monkeypatch):
    usage = type("Usage", (), {"free": GIGABYTE})
    monkeypatch.setattr(environment_setup.shutil, "disk_usage", lambda folder: usage)
    with pytest.raises(EngineError, match=r"needs 3 GB of free disk space and .* has 1\.0 GB"):
        install_environment(ignore)
    assert not any("--constraint" in command for command in steps.commands)


def test_a_folder_that_cannot_be_made_is_named(steps, monkeypatch, tmp_path):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("SAM2_TOOLBOX_HOME", str(tmp_path / "file" / "home"))
    with pytest.raises(EngineError, match=r"cannot be made in .*file.home"):
        install_environment(ignore)


@pytest.mark.parametrize(
    ("offered", "driver", "installs", "says"),
    [
        ("2.13.0+cpu", False, "torch==2.13.0", "CPU build"),
        ("2.13.0", True, "torch==2.13.0", "CUDA build"),
        ("2.13.0+cpu", True, "torch===2.13.0", "CUDA build"),
        ("2.13.0", False, "--torch-backend cpu", "CPU build"),
    ],
)
def test_torch_fits_the_machine(steps, monkeypatch, offered, driver, installs, says):
    monkeypatch.setattr(steps, "offered", offered)
    monkeypatch.setattr(torch_choice, "has_nvidia_driver", lambda: driver)
    monkeypatch.setattr(torch_choice.sys, "platform", "linux")
    said = []
    install_environment(said.append)
    (command,) = [command for command in steps.commands if "--constraint" in command]
    assert installs in command
    assert any(says in sentence for sentence in said)


def test_without_the_cpu_index_the_size_of_the_other_build_is_told(steps, monkeypatch):
    monkeypatch.setattr(steps, "offered", "2.13.0")
    monkeypatch.setattr(torch_choice.sys, "platform", "linux")
    monkeypatch.setattr(steps, "fails", "find the CPU build")
    said = []
    install_environment(said.append)
    assert any("5.5 GB" in sentence and "could not be reached" in sentence for sentence in said)


# -- the steps themselves, with real children


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
        ("[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed", "certificate was not trusted"),
        ("ERROR: No matching distribution found for torch", "no build for this computer"),
        ("PermissionError: [Errno 13] Permission denied", "could not be written"),
        ("something else", "exit code 3"),
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


# -- finding a Python


def fake_python(folder: Path, name: str, version: list, venv: bool = True) -> Path:
    reply = json.dumps({"path": str(folder / name), "version": version, "venv": venv})
    program = folder / name
    program.write_text(f"#!/bin/sh\necho '{reply}'\n")
    program.chmod(0o755)
    return program


@pytest.fixture
def only(tmp_path, monkeypatch):
    """A PATH of one folder, and no other candidates."""
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    names = [[f"{tmp_path}/{name}"] for name in ("system", "python3.13", "python3.12", "python3")]
    monkeypatch.setattr(interpreters, "_candidates", lambda: iter(names))
    return tmp_path


def test_the_first_python_that_fits_is_taken(only):
    fake_python(only, "system", [3, 9])
    fake_python(only, "python3.13", [3, 13], venv=False)
    fake_python(only, "python3.12", [3, 12])
    assert find_interpreter() == Interpreter(only / "python3.12", (3, 12), True)


def test_a_launcher_is_believed_by_its_answer_not_its_name(only):
    fake_python(only, "python3.13", [2, 7])
    broken = only / "python3.12"
    broken.write_text("#!/bin/sh\necho 'version not installed' >&2\nexit 127\n")
    broken.chmod(0o755)
    fake_python(only, "python3", [3, 10])
    assert find_interpreter().path == only / "python3"


def test_a_python_without_venv_says_what_to_install(only):
    fake_python(only, "system", [3, 11], venv=False)
    with pytest.raises(EngineError, match="apt install python3-venv"):
        find_interpreter()


def test_no_python_says_what_to_install(only):
    fake_python(only, "system", [3, 9])
    with pytest.raises(EngineError, match=r"No Python 3\.10 to 3\.14"):
        find_interpreter()


def test_this_machine_has_a_python_and_it_is_what_it_says():
    found = find_interpreter()
    answer = subprocess.run(
        [str(found.path), "-c", "import sys; print(sys.version_info[:2])"],
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    assert answer.strip() == str(found.version)
