"""Where encoded windows are kept: the folder, its limit, and emptying it."""

import os
import sys
from pathlib import Path

import pytest
from sam2_toolbox.engine.api.cache_folder import (
    DEFAULT_LIMIT_MB,
    cache_folder,
    empty,
    kept_bytes,
    read_limit_mb,
    write_limit_mb,
)


def test_the_folder_follows_home_then_the_platform(monkeypatch, tmp_path):
    monkeypatch.setenv("SAM2_TOOLBOX_HOME", str(tmp_path))
    assert cache_folder() == tmp_path / "cache"
    monkeypatch.delenv("SAM2_TOOLBOX_HOME")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    monkeypatch.setattr(sys, "platform", "linux")
    assert cache_folder() == tmp_path / "xdg" / "sam2_toolbox"


def test_a_limit_is_kept_with_the_folder(tmp_path):
    folder = tmp_path / "not there yet"
    assert read_limit_mb(folder) == DEFAULT_LIMIT_MB
    write_limit_mb(folder, 0)
    assert read_limit_mb(folder) == 0
    write_limit_mb(folder, 20_000)
    assert read_limit_mb(folder) == 20_000
    assert os.listdir(folder) == ["limit.json"]


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", '{"limit_mb": "9"}', '{"limit_mb": true}', '{"limit_mb": -1}', "[" * 9999]
)
def test_a_damaged_limit_is_the_default(tmp_path, text):
    (tmp_path / "limit.json").write_text(text)
    assert read_limit_mb(tmp_path) == DEFAULT_LIMIT_MB


def test_emptying_takes_what_is_ours_and_nothing_else(tmp_path):
    series = tmp_path / "windows-1" / "abc"
    series.mkdir(parents=True)
    (series / "8x8_0_0_8x8.window").write_bytes(b"1234")
    (series / "8x8_0_0_8x8.window.1-0.part").write_bytes(b"12")
    (tmp_path / "stretches-1").mkdir()
    (tmp_path / "stretches-1" / "abc.json").write_text("{}")
    (tmp_path / "thesis.docx").write_text("mine")
    write_limit_mb(tmp_path, 7)
    assert kept_bytes(tmp_path) >= 6
    empty(tmp_path)
    assert not series.exists()
    left = {path.name for path in Path(tmp_path).rglob("*") if path.is_file()}
    assert left == {"thesis.docx", "limit.json"}
    assert read_limit_mb(tmp_path) == 7
