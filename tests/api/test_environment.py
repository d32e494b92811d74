"""Where things live and what a child process may inherit."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from sam2_toolbox.engine.api import environment
from sam2_toolbox.engine.api.errors import Code, EngineError


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("SAM2_TOOLBOX_HOME", str(tmp_path / "data folder"))
    monkeypatch.delenv("SAM2_TOOLBOX_PYTHON", raising=False)
    return tmp_path / "data folder"


def install(folder: Path, requirements: str) -> Path:
    python = environment.python_in(folder)
    python.parent.mkdir(parents=True)
    python.write_text("")
    (folder / environment.MARKER).write_text(json.dumps({"requirements": requirements}))
    return python


def test_the_data_folder_is_the_one_chosen(home):
    assert environment.data_folder() == home
    assert environment.models_folder() == home / "models"
    assert environment.environment_folder() == home / "environment"


@pytest.mark.parametrize(
    ("platform", "variables", "expected"),
    [
        ("linux", {}, "home/.local/share/sam2_toolbox"),
        ("linux", {"XDG_DATA_HOME": "/elsewhere"}, "/elsewhere/sam2_toolbox"),
        ("darwin", {"XDG_DATA_HOME": "/elsewhere"}, "home/Library/Application Support/sam2_toolbox"),
        ("win32", {"LOCALAPPDATA": "/local"}, "/local/sam2_toolbox"),
        ("win32", {}, "home/AppData/Local/sam2_toolbox"),
    ],
)
def test_the_data_folder_follows_the_platform(monkeypatch, platform, variables, expected):
    for name in ("SAM2_TOOLBOX_HOME", "XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(environment.sys, "platform", platform)
    monkeypatch.setattr(environment.Path, "home", lambda: Path("home"))
    assert environment.data_folder() == Path(expected)


def test_without_an_environment_the_message_says_what_to_run(home):
    with pytest.raises(EngineError) as caught:
        environment.worker_command()
    assert caught.value.code is Code.ENVIRONMENT_MISSING
    assert str(home / "environment") in caught.value.message
    script = caught.value.message.partition('"')[2].rpartition('"')[0]
    assert Path(script).is_file()


def test_a_complete_environment_runs_the_worker(home):
    python = install(home / "environment", environment.requirements_digest())
    assert environment.worker_command() == [
        str(python), "-s", "-u", str(environment.PLUGIN_FOLDER / "engine"),
    ]  # fmt: skip


def test_an_environment_that_was_cut_short_is_not_used(home):
    install(home / "environment", environment.requirements_digest())
    (home / "environment" / environment.MARKER).unlink()
    with pytest.raises(EngineError, match="not installed"):
        environment.worker_python()


@pytest.mark.parametrize("text", ["", "{", "[]", "\x00"])
def test_a_damaged_marker_is_no_marker(home, text):
    install(home / "environment", environment.requirements_digest())
    (home / "environment" / environment.MARKER).write_text(text)
    with pytest.raises(EngineError, match="not installed"):
        environment.worker_python()


def test_an_environment_of_other_requirements_is_out_of_date(home):
    install(home / "environment", "another")
    with pytest.raises(EngineError, match="another version of SAM 2 Toolbox"):
        environment.worker_python()


def test_a_python_of_ones_own_is_used_as_it_is(home, monkeypatch):
    monkeypatch.setenv("SAM2_TOOLBOX_PYTHON", sys.executable)
    assert environment.worker_python() == Path(sys.executable)
    monkeypatch.setenv("SAM2_TOOLBOX_PYTHON", str(home / "nowhere"))
    with pytest.raises(EngineError, match="does not exist"):
        environment.worker_python()


def test_the_child_inherits_nothing_of_qgis():
    base = {
        "PATH": "/usr/bin", "HOME": "/home/me", "HTTPS_PROXY": "p", "CUDA_VISIBLE_DEVICES": "1",
        "GDAL_CACHEMAX": "512", "LANG": "de", "PYTHONHOME": "/q", "PYTHONPATH": "/q",
        "PYTHONEXECUTABLE": "/q",
        "PYTHONSTARTUP": "q", "PYTHONNOUSERSITE": "1", "__PYVENV_LAUNCHER__": "q", "VIRTUAL_ENV": "q",
        "PROJ_LIB": "q", "PROJ_DATA": "q", "GDAL_DATA": "q", "GDAL_DRIVER_PATH": "q",
        "GDAL_PAM_PROXY_DIR": "q",
        "LD_LIBRARY_PATH": "", "LD_PRELOAD": "q", "DYLD_INSERT_LIBRARIES": "q", "QT_PLUGIN_PATH": "q",
        "QT_QPA_PLATFORM_PLUGIN_PATH": "q", "OSGEO4W_ROOT": "q", "O4W_QT_PREFIX": "q",
    }  # fmt: skip
    assert environment.child_environment(base) == {
        "PATH": "/usr/bin", "HOME": "/home/me", "HTTPS_PROXY": "p", "CUDA_VISIBLE_DEVICES": "1",
        "GDAL_CACHEMAX": "512", "LANG": "de",
    }  # fmt: skip
    assert base["PYTHONHOME"] == "/q"


def test_on_windows_qgis_folders_leave_the_path():
    base = {
        "OSGEO4W_ROOT": "C:\\PROGRA~1\\QGIS34~1.0",
        "Path": "C:\\PROGRA~1\\qgis34~1.0\\apps\\qgis-ltr\\bin;C:\\PROGRA~1\\QGIS34~1.0\\bin\\;"
        "C:\\Windows;C:\\PROGRA~1\\QGIS34~1.0-mine",
    }
    cleaned = environment.child_environment(base, platform="win32")
    assert cleaned == {"Path": "C:\\Windows;C:\\PROGRA~1\\QGIS34~1.0-mine"}
    assert environment.child_environment({"PATH": base["Path"]}, platform="linux")["PATH"] == base["Path"]


def test_a_child_starts_where_qgis_would_break_it(monkeypatch):
    monkeypatch.setenv("PYTHONHOME", "/nowhere")
    command = [sys.executable, "-c", "print('alive')"]
    broken = subprocess.run(command, capture_output=True, check=False)
    assert broken.returncode != 0
    child = subprocess.run(command, env=environment.child_environment(), capture_output=True, check=False)
    assert child.stdout.strip() == b"alive"
