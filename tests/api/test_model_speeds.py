"""What was measured is there the next time, and a damaged file is as good as none."""

import pytest
from sam2_toolbox.engine.api.model_speeds import Speed, keep_speed, read_speeds

MEASURED = {"model": "pico", "tile_s": 0.5, "click_s": 0.01, "image_size": 512, "device": "processor", "x": 1}
SPEED = Speed(0.5, 0.01, 512, "processor")


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("SAM2_TOOLBOX_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def test_the_last_speed_of_each_model_is_kept():
    assert read_speeds() == {}
    keep_speed({**MEASURED, "tile_s": 9.0})
    assert keep_speed(MEASURED) == SPEED
    keep_speed({**MEASURED, "model": "sam2_hiera_tiny", "device": "Apple GPU (mps)"})
    assert read_speeds() == {"pico": SPEED, "sam2_hiera_tiny": Speed(0.5, 0.01, 512, "Apple GPU (mps)")}


@pytest.mark.parametrize("text", ["", "[]", "{", '{"pico": 3, "a": {}, "b": {"tile_s": "x"}}', "[" * 9999])
def test_a_damaged_file_is_as_good_as_none(home, text):
    home.mkdir()
    (home / "speeds.json").write_text(text)
    assert read_speeds() == {}
    keep_speed(MEASURED)
    assert read_speeds() == {"pico": SPEED}


def test_what_is_no_speed_is_not_kept(home):
    with pytest.raises(ValueError, match="no speed"):
        keep_speed({"model": "pico"})
    assert not home.exists()
