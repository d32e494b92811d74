"""A data folder that cannot be written: what is in it serves, and what is not there is told in a sentence."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from sam2_toolbox.engine.api import environment
from sam2_toolbox.engine.api.models import model_entry

SCRIPTS = Path(__file__).resolve().parent.parent.parent / "scripts"
# Even the administrator, who runs the tests in a container, cannot write to a disk that is read-only.
MOUNT = 'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && exec "$@"'

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="rights work otherwise there")


@pytest.fixture
def home(tmp_path, monkeypatch):
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("SAM2_TOOLBOX_HOME", str(folder))
    monkeypatch.delenv("SAM2_TOOLBOX_PYTHON", raising=False)
    yield folder
    folder.chmod(0o755)


@pytest.fixture
def run(home):
    """Runs a script in a process for which the home is read-only; what it printed, by its exit status."""

    def run(name, *arguments):
        command = [sys.executable, str(SCRIPTS / name), *map(str, arguments)]
        if os.geteuid() == 0:
            command = ["unshare", "--mount", "sh", "-c", MOUNT, str(home), *command]
        else:
            home.chmod(0o555)
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
        if "unshare" in done.stderr or "mount" in done.stderr:
            pytest.skip(f"nothing can be mounted here: {done.stderr}")
        assert "Traceback" not in done.stderr, done.stderr
        return done.returncode, done.stdout + done.stderr

    return run


def make_environment(home):
    python = environment.python_in(home / "environment")
    python.parent.mkdir(parents=True)
    python.write_text("")
    marker = {"requirements": environment.requirements_digest()}
    (home / "environment" / environment.MARKER).write_text(json.dumps(marker))
    return python


def refused(answer, *words):
    code, said = answer
    assert code == 1, said
    assert said.strip().endswith("."), said
    for word in words:
        assert word in said
    return said


@pytest.mark.parametrize("options", [[], ["--index-url", "https://index.invalid/simple"]])
def test_an_installation_names_the_folder_and_the_way_on(run, home, options):
    said = refused(run("make_environment.py", *options), str(home), "SAM2_TOOLBOX_HOME")
    assert "Make room" not in said


def test_an_environment_an_administrator_has_made_serves(run, home):
    python = make_environment(home)
    assert run("make_environment.py") == (0, f"{python}\n")


def test_it_is_not_removed_and_that_is_said(run, home):
    python = make_environment(home)
    refused(run("make_environment.py", "--remove"), str(home), "someone who may write there")
    assert python.exists()


def test_where_nothing_is_there_to_be_removed_nothing_is_said(run):
    assert run("make_environment.py", "--remove") == (0, "")


def test_a_model_that_cannot_be_written_is_told_of_before_the_network_is_asked(run, home):
    refused(run("models.py", "download", "sam2.1_hiera_tiny"), str(home), "SAM2_TOOLBOX_HOME")


def test_a_model_that_is_there_is_not_written_and_not_removed(run, home):
    entry = model_entry("sam2.1_hiera_tiny")
    path = home / "models" / entry.checkpoint
    path.parent.mkdir()
    with path.open("wb") as file:
        file.truncate(entry.size)  # takes no room
    stat = path.stat()
    known = {"sha256": entry.sha256, "size": stat.st_size, "changed": stat.st_mtime_ns}
    path.with_name(f".{path.name}.checked").write_text(json.dumps(known))
    code, said = run("models.py", "download", entry.id)
    assert (code, said.strip()) == (0, str(path))
    refused(run("models.py", "remove", entry.id), str(path), "someone who may write there")
    assert path.exists()


def test_a_user_without_a_home_is_told_of_the_variable(monkeypatch):
    if os.geteuid() != 0 or shutil.which("setpriv") is None:
        pytest.skip("only the administrator can be somebody else")
    nobody = int(hashlib.sha256(b"nobody").hexdigest()[:5], 16) + 100_000  # no such user is known
    user = ["setpriv", f"--reuid={nobody}", f"--regid={nobody}", "--clear-groups"]
    monkeypatch.delenv("SAM2_TOOLBOX_HOME", raising=False)
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.delenv("HOME", raising=False)
    python = shutil.which("python3", path="/usr/bin")  # that of the tests may be one that nobody can read
    if python is None:
        pytest.skip("no Python for everybody")
    command = [*user, python, str(SCRIPTS / "make_environment.py")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    if "can't open file" in done.stderr:
        pytest.skip("the checkout is not for everybody")
    refused((done.returncode, done.stderr), "cannot be made in /", "SAM2_TOOLBOX_HOME")
