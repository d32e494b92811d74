"""Installing: complete or not at all, once at a time, and failing in sentences."""

import json
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import ClassVar

import pytest
from sam2_toolbox.engine.api import environment
from sam2_toolbox.engine.api.errors import Cancelled, Code, EngineError
from sam2_toolbox.engine.api.installation import environment_setup, torch_choice
from sam2_toolbox.engine.api.installation.environment_place import downloads_folder
from sam2_toolbox.engine.api.installation.environment_setup import install_environment
from sam2_toolbox.engine.api.installation.install_steps import Steps
from sam2_toolbox.engine.api.installation.interpreters import Interpreter
from sam2_toolbox.engine.api.installation.nvidia import Driver
from sam2_toolbox.engine.api.installation.package_source import PackageSource
from sam2_toolbox.engine.api.installation.pins import read_hashes, read_pins

GIGABYTE = 10**9


class Usage:
    def __init__(self, free):
        self.free = free


class FakeSteps(Steps):
    """Steps that do nothing but note what was asked; the step whose purpose holds ``fails`` fails."""

    offered = "2.13.0+cpu"
    needs: ClassVar[list] = []
    fails = "nothing"
    commands: ClassVar[list] = []
    seconds = 0.0

    def run(self, purpose, command, extra=None, confession=None):
        texts = [Path(word).read_text() for flag, word in zip(command, command[1:]) if flag == "-r"]
        self.commands.append(" ".join([*command, *texts]))
        time.sleep(self.seconds)
        if self.fails in purpose:
            raise EngineError(Code.ENVIRONMENT_MISSING, f"could not {purpose}")
        if "venv" in command[1:3]:
            python = environment.python_in(Path(command[-1]))
            python.parent.mkdir(parents=True)
            python.write_text("new")
        if "--report" in command:
            metadata = {"version": self.offered, "requires_dist": self.needs}
            return json.dumps({"install": [{"metadata": metadata}]})
        if "compile" in command:
            return "\n".join([f"torch=={self.offered}", *self.needs])
        if "config" in command:
            return ""
        return json.dumps({"python": "3.11.2", "versions": {"torch": self.offered}, "cuda": False})

    @classmethod
    def asked_for(cls, words):
        """The commands that hold all of these words."""
        return [command for command in cls.commands if all(word in command for word in words.split())]


@pytest.fixture
def steps(tmp_path, monkeypatch):
    """A data folder of its own and ``FakeSteps`` in the place of pip."""
    monkeypatch.setenv("SAM2_TOOLBOX_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("SAM2_TOOLBOX_PYTHON", raising=False)
    monkeypatch.setattr(environment_setup, "Steps", FakeSteps)
    monkeypatch.setattr(environment_setup, "find_interpreter", lambda: Interpreter(Path("py"), (3, 11), True))
    monkeypatch.setattr(environment_setup, "find_uv", lambda: None)
    monkeypatch.setattr(environment_setup, "nvidia_driver", lambda: None)
    monkeypatch.setattr(environment_setup.shutil, "disk_usage", lambda folder: Usage(100 * GIGABYTE))
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
    monkeypatch.setattr(environment_setup.shutil, "disk_usage", lambda folder: Usage(GIGABYTE))
    with pytest.raises(EngineError, match=r"needs 4 GB of free disk space and .* has 1\.0 GB"):
        install_environment(ignore)
    assert not steps.commands


def test_too_little_disk_for_cuda_is_said_before_it_is_downloaded(steps, monkeypatch):
    monkeypatch.setattr(environment_setup.shutil, "disk_usage", lambda folder: Usage(5 * GIGABYTE))
    monkeypatch.setattr(environment_setup, "nvidia_driver", lambda: Driver("580.65"))
    monkeypatch.setattr(steps, "offered", "2.13.0")
    monkeypatch.setattr(steps, "needs", CUDA_13)
    with pytest.raises(EngineError, match=r"needs 13 GB of free disk space and .* has 5\.0 GB"):
        install_environment(ignore)
    assert not any("--constraint" in command for command in steps.commands)


def test_a_folder_that_cannot_be_made_is_named(steps, monkeypatch, tmp_path):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("SAM2_TOOLBOX_HOME", str(tmp_path / "file" / "home"))
    with pytest.raises(EngineError, match=r"cannot be made in .*file.home"):
        install_environment(ignore)


CUDA_13 = ["cuda-toolkit[cudart,nvrtc]==13.0.3; platform_system == 'Linux'"]


@pytest.mark.parametrize(
    ("offered", "needs", "driver", "installs"),
    [
        ("2.13.0+cpu", [], None, "torch==2.13.0"),
        ("2.13.0", CUDA_13, Driver("580.65"), "torch==2.13.0"),
        ("2.13.0", CUDA_13, Driver("550.12"), "--torch-backend auto"),
        ("2.13.0+cpu", [], Driver("580.65"), "torch===2.13.0"),
        ("2.13.0", CUDA_13, None, "--torch-backend cpu"),
        ("2.13.0", CUDA_13, Driver("470.1"), "--torch-backend cpu"),
    ],
)
@pytest.mark.parametrize("uv", [None, Path("/usr/bin/uv")])
def test_torch_fits_the_machine(steps, monkeypatch, offered, needs, driver, installs, uv):
    monkeypatch.setattr(steps, "offered", offered)
    monkeypatch.setattr(steps, "needs", needs)
    monkeypatch.setattr(environment_setup, "nvidia_driver", lambda: driver)
    monkeypatch.setattr(environment_setup, "find_uv", lambda: uv)
    monkeypatch.setattr(torch_choice.Machine, "__init__", linux_machine)
    install_environment(ignore)
    (command,) = steps.asked_for("--constraint")
    assert installs in command
    assert ("--torch-backend" in command) == ("--torch-backend" in installs)


def linux_machine(self, driver):
    object.__setattr__(self, "driver", driver)
    object.__setattr__(self, "platform", "linux")


def test_the_build_asked_for_is_the_one_installed(steps, monkeypatch):
    monkeypatch.setattr(steps, "offered", "2.13.0")
    monkeypatch.setattr(steps, "needs", CUDA_13)
    monkeypatch.setattr(environment_setup, "nvidia_driver", lambda: Driver("580.65"))
    said = []
    install_environment(said.append, source=PackageSource(build="cpu"))
    assert steps.asked_for("--constraint --torch-backend cpu")
    assert any("CPU build" in sentence and "asked for" in sentence for sentence in said)


def test_from_a_folder_of_wheels_the_build_that_is_there_is_installed(steps, monkeypatch, tmp_path):
    monkeypatch.setattr(steps, "offered", "2.13.0")
    monkeypatch.setattr(steps, "needs", CUDA_13)
    install_environment(ignore, source=PackageSource(wheels=str(tmp_path)))
    assert not steps.asked_for("--torch-backend")
    assert all("--find-links" in command for command in steps.asked_for("pip install"))


def test_uv_is_used_where_it_is_unless_pip_has_been_told_more(steps, monkeypatch):
    monkeypatch.setattr(environment_setup, "find_uv", lambda: Path("/usr/bin/uv"))
    install_environment(ignore)
    assert steps.asked_for("/usr/bin/uv venv --python py")
    assert not steps.asked_for("-m venv")
    steps.commands.clear()
    monkeypatch.setattr(environment_setup, "pip_has_settings", lambda steps, interpreter: True)
    install_environment(ignore, renew=True)
    assert not steps.asked_for("/usr/bin/uv")
    install_environment(ignore, renew=True, source=PackageSource(index_url="https://index.invalid/simple"))
    assert steps.asked_for("/usr/bin/uv pip install")


def test_uv_fetches_a_python_where_there_is_none(steps, monkeypatch, tmp_path):
    def none():
        raise EngineError(Code.ENVIRONMENT_MISSING, "No Python 3.10 to 3.14 was found")

    monkeypatch.setattr(environment_setup, "find_interpreter", none)
    with pytest.raises(EngineError, match="No Python"):
        install_environment(ignore)
    monkeypatch.setattr(environment_setup, "find_uv", lambda: Path("/usr/bin/uv"))
    with pytest.raises(EngineError, match="No Python"):
        install_environment(ignore, source=PackageSource(wheels=str(tmp_path)))
    install_environment(ignore)
    assert steps.asked_for("uv venv --managed-python")


def test_without_the_cpu_index_the_size_of_the_other_build_is_told(steps, monkeypatch):
    monkeypatch.setattr(steps, "offered", "2.13.0")
    monkeypatch.setattr(steps, "needs", CUDA_13)
    monkeypatch.setattr(steps, "fails", "find another build")
    said = []
    install_environment(said.append)
    assert any("5.5 GB" in sentence and "could not be reached" in sentence for sentence in said)


def test_what_has_been_downloaded_is_kept_until_the_environment_is_whole(steps, monkeypatch):
    kept = downloads_folder() / "pip" / "file"
    kept.parent.mkdir(parents=True)
    kept.write_text("a wheel")
    monkeypatch.setattr(steps, "fails", "load")
    with pytest.raises(EngineError):
        install_environment(ignore)
    assert kept.exists()
    monkeypatch.setattr(steps, "fails", "nothing")
    install_environment(ignore)
    assert not downloads_folder().exists()


@pytest.mark.parametrize(
    ("source", "says"),
    [
        (PackageSource(wheels="/nowhere"), "folder of wheels, /nowhere, does not exist"),
        (PackageSource(certificates="/nowhere"), "file of certificates, /nowhere, does not exist"),
    ],
)
def test_what_is_not_there_is_named_before_anything_is_done(steps, source, says):
    with pytest.raises(EngineError, match=says):
        install_environment(ignore, source=source)
    assert not steps.commands


def test_steps_are_told_of_in_order_to_the_last(steps):
    heard = []
    install_environment(ignore, on_progress=heard.append)
    assert [progress.step for progress in heard] == list(range(1, heard[-1].steps + 1))


def test_all_but_torch_is_installed_by_its_sum(steps):
    install_environment(ignore)
    hashed = "".join(steps.asked_for("--require-hashes"))
    for name, lines in read_pins().items():
        assert all((line in hashed) == (name != "torch") for line in lines)
    assert all(sums for sums in read_hashes().values())
