"""The settings: kept once, read by all, and never in the way of a run that says what it wants."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from sam2_toolbox.engine.api.cache_folder import cache_folder, read_limit_mb
from sam2_toolbox.engine.api.errors import Code, EngineError
from sam2_toolbox.engine.api.parameters.params import AutomaticMasksParams, ModelParams
from sam2_toolbox.engine.api.parameters.paramspec import specs_of
from sam2_toolbox.engine.api.settings import (
    BEGIN_WITH,
    Settings,
    change_settings,
    on_this_computer,
    read_settings,
)

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("SAM2_TOOLBOX_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def test_without_a_file_everything_is_as_declared(home):
    assert read_settings() == Settings()
    assert not home.exists()


def test_what_is_changed_is_kept_and_nothing_else(home):
    changed = change_settings(device="cpu", threads=3)
    assert changed == read_settings() == Settings(device="cpu", threads=3)
    change_settings(threads=0)
    assert read_settings() == Settings(device="cpu")
    assert json.loads((home / "settings.json").read_text()) == {"device": "cpu", "threads": 0}


def test_another_process_reads_the_same():
    change_settings(model="sam2.1_hiera_tiny")
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT / 'scripts')!r})\n"
        "from checkout import load_package; load_package()\n"
        "from sam2_toolbox.engine.api.settings import read_settings; print(read_settings().model)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd="/")
    assert done.stdout.strip() == "sam2.1_hiera_tiny"


def test_values_of_another_version_survive(home):
    home.mkdir()
    (home / "settings.json").write_text('{"of_next_year": [1], "device": "npu", "threads": 2}')
    assert read_settings() == Settings(threads=2)
    change_settings(threads=1)
    assert json.loads((home / "settings.json").read_text())["of_next_year"] == [1]


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", '{"threads": "3"}', '{"threads": 1e400}', "[" * 9999]
)
def test_a_damaged_file_is_as_good_as_none(home, text):
    home.mkdir()
    (home / "settings.json").write_text(text)
    assert read_settings() == Settings()
    assert change_settings(threads=1).threads == 1


@pytest.mark.parametrize(
    "changes", [{"device": "npu"}, {"threads": -1}, {"cache_folder": "not/whole"}, {"cache_limit_mb": 10**9}]
)
def test_what_is_not_allowed_is_refused_and_changes_nothing(home, changes):
    with pytest.raises(EngineError) as refusal:
        change_settings(memory_limit_mb=9, **changes)
    assert refusal.value.code is Code.BAD_PARAMETER
    assert refusal.value.message.endswith(".")
    assert read_settings() == Settings()


def test_a_folder_that_cannot_be_written_is_said(home):
    home.write_text("a file where a folder should be")
    with pytest.raises(EngineError) as refusal:
        change_settings(threads=1)
    assert refusal.value.code is Code.OUTPUT_FAILED


def test_the_place_of_the_cache_and_its_limit_go_together(home, tmp_path):
    change_settings(cache_limit_mb=11)
    assert read_limit_mb(home / "cache") == 11
    elsewhere = tmp_path / "fast disk"
    moved = change_settings(cache_folder=str(elsewhere), cache_limit_mb=22)
    assert moved.cache_limit_mb == 22
    assert cache_folder() == elsewhere
    assert (read_limit_mb(home / "cache"), read_limit_mb(elsewhere)) == (11, 22)
    assert change_settings(cache_folder="").cache_limit_mb == 11
    assert cache_folder() == home / "cache"


def test_a_run_that_says_what_it_wants_gets_it():
    change_settings(device="cpu", threads=3)
    said = ModelParams(device="cuda", threads=8)
    assert on_this_computer(said) == said


def test_what_a_run_leaves_open_is_as_set_and_the_result_is_not_touched():
    change_settings(
        model="sam2_hiera_large",
        checkpoint="/a.pt",
        config="/a.yaml",
        precision="bfloat16",
        device="cpu",
        threads=3,
    )
    open_run = AutomaticMasksParams(input="a.tif")
    run = on_this_computer(open_run)
    assert (run.device, run.threads) == ("cpu", 3)
    assert all(getattr(run, name) == getattr(open_run, name) for name in BEGIN_WITH)
    assert run.input == "a.tif"


def test_every_parameter_of_the_model_is_one_kind_of_setting_or_the_other():
    names = {spec.name for spec in specs_of(ModelParams)}
    assert names == {*BEGIN_WITH, "device", "threads"}
