"""The stretch of a whole raster: computed once, kept, and never shown for another raster."""

import json
from types import SimpleNamespace

import numpy as np
import pytest
from sam2_toolbox.engine.api.parameters.params import RasterParams
from sam2_toolbox.engine.rasters import stretch_memory
from sam2_toolbox.engine.rasters.raster import open_raster
from sam2_toolbox.engine.rasters.raster_version import raster_version
from sam2_toolbox.engine.rasters.stretch import compute_stretch
from sam2_toolbox.engine.rasters.stretch_memory import whole_stretch


@pytest.fixture
def path(write_raster):
    values = np.random.default_rng(4).integers(0, 3000, (3, 60, 80)).astype(np.uint16)
    return write_raster(values)


@pytest.fixture
def counted(monkeypatch):
    """How often a stretch was computed."""
    calls = SimpleNamespace(count=0)

    def counting(*arguments):
        calls.count += 1
        return compute_stretch(*arguments)

    monkeypatch.setattr(stretch_memory, "compute_stretch", counting)
    return calls


def whole(path, folder, **params):
    params = RasterParams(input=path, **params)
    with open_raster(params) as reader:
        version = raster_version(path, reader.bands)
        return whole_stretch(reader, params, version, folder, lambda: None), compute_stretch(
            reader, params, reader.info.window, lambda: None
        )


def test_it_is_computed_once_and_exact(path, tmp_path, counted):
    first, expected = whole(path, tmp_path)
    again, _ = whole(path, tmp_path)
    assert first == again == expected
    assert counted.count == 1


def test_an_extent_does_not_narrow_it(path, tmp_path):
    part, _ = whole(path, tmp_path, extent=(500000, 5099990, 500010, 5100000))
    everything, _ = whole(path, tmp_path)
    assert part == everything


@pytest.mark.parametrize(
    "other", [{"stretch": "minmax"}, {"stretch_low": 10.0}, {"stretch_high": 80.0}, {"bands": (3, 2, 1)}]
)
def test_other_parameters_have_their_own(path, tmp_path, counted, other):
    whole(path, tmp_path)
    found, expected = whole(path, tmp_path, **other)
    assert found == expected
    assert counted.count == 2


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", '{"method": "none"}', '{"method": "x", "low": [0], "high": [1]}', "[" * 9999]
    + [json.dumps({"method": "minmax", "low": low, "high": [1.0] * 3}) for low in ([0.0], ["a"] * 3, 7)]
    + ['{"method": "minmax", "low": [NaN, 0, 0], "high": [1, 1, 1]}'],
)
def test_a_damaged_file_is_computed_again(path, tmp_path, counted, text):
    first, _ = whole(path, tmp_path)
    (kept,) = (tmp_path / stretch_memory.FOLDER).iterdir()
    kept.write_text(text)
    assert whole(path, tmp_path)[0] == first
    assert whole(path, tmp_path)[0] == first
    assert counted.count == 2


def test_a_folder_that_cannot_be_written_costs_only_time(path, tmp_path, counted):
    (tmp_path / "cache").write_text("no folder")
    first, expected = whole(path, tmp_path / "cache")
    assert first == expected
    assert whole(path, tmp_path / "cache")[0] == expected
    assert counted.count == 2
