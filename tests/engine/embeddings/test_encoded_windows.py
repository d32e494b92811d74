"""Windows are encoded once, whoever asks, and what comes back from disk answers as the first did."""

from dataclasses import replace

import numpy as np
import pytest
import torch
from sam2_toolbox.engine.api.errors import Cancelled, Code, EngineError
from sam2_toolbox.engine.api.parameters.params import ModelParams, RasterParams
from sam2_toolbox.engine.embeddings import encoded_windows
from sam2_toolbox.engine.embeddings.embedding_cache import FOLDER, EmbeddingCache
from sam2_toolbox.engine.embeddings.encoded_windows import EmbeddingMemory, EncodedWindows, series_of
from sam2_toolbox.engine.model.sam2_image import encode_image
from sam2_toolbox.engine.model.sam2_model import load_model
from sam2_toolbox.engine.rasters.raster import open_raster
from sam2_toolbox.engine.rasters.raster_version import raster_version
from sam2_toolbox.engine.rasters.stretch import compute_stretch
from sam2_toolbox.engine.tiles.tile_image import read_tile
from sam2_toolbox.engine.tiles.tiling import Tile, Window

from ..small_model import write_config

SIDE = 256
WINDOW = Window(20, 10, SIDE, SIDE)


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    torch.set_num_threads(1)
    folder = tmp_path_factory.mktemp("bundled")
    write_config(folder, SIDE)
    return load_model(ModelParams(device="cpu"), folder, folder)


@pytest.fixture
def path(write_raster):
    values = np.random.default_rng(2).integers(1, 4000, (3, 280, 300)).astype(np.uint16)
    values[:, 100:140, 50:90] = 0
    return write_raster(values, nodata=0)


@pytest.fixture
def make(path, loaded, tmp_path):
    """``make(memory=..., **raster params)``: windows as a session of its own would have them."""
    readers = []

    def make(memory=None, precision="float32", cache=None, **params):
        params = RasterParams(input=path, **params)
        reader = open_raster(params)
        readers.append(reader)
        stretch = compute_stretch(reader, params, reader.info.window, lambda: None)
        computed = replace(loaded, precision=precision)
        series = series_of(raster_version(path, reader.bands), reader, stretch, computed)
        disk = EmbeddingCache(tmp_path / "cache", 1 << 30, pytest.fail) if cache is None else cache
        return EncodedWindows(reader, stretch, loaded, series, disk, memory)

    yield make
    for reader in reversed(readers):
        reader.__exit__(None, None, None)


def step(_):
    pass


def same(one, other):
    pairs = zip(
        (one.image.embedding, one.image.positions, *one.image.details),
        (other.image.embedding, other.image.positions, *other.image.details),
        strict=True,
    )
    assert all(torch.equal(a, b) for a, b in pairs)
    assert (one.image.height, one.image.width) == (other.image.height, other.image.width)
    assert np.array_equal(one.valid, other.valid)


def test_a_window_is_what_the_flow_sees_and_is_encoded_once(make, loaded):
    windows = make(EmbeddingMemory(1 << 30))
    first = windows.window(WINDOW, step)
    tile = Tile(0, 0, 0, WINDOW, WINDOW)
    image = read_tile(windows.reader, windows._stretch, None, tile)
    expected = encode_image(loaded.model, image.rgb)
    assert torch.equal(first.image.embedding, expected.embedding)
    assert np.array_equal(first.valid, image.valid)
    assert not image.valid.all()
    assert windows.window(WINDOW, step) is first
    assert windows.of_tile(image, step) is first.image
    assert windows.encoder_calls == 1
    assert windows.known() == {windows.place_of(WINDOW)}


def test_another_session_has_the_same_from_disk(make):
    first = make(EmbeddingMemory(1 << 30)).window(WINDOW, step)
    for memory in (None, EmbeddingMemory(1 << 30)):
        later = make(memory)
        same(later.window(WINDOW, step), first)
        assert later.has(WINDOW)
        assert later.encoder_calls == 0


def test_of_a_window_with_data_everywhere_nothing_is_invalid(make):
    whole = Window(0, 0, 90, 90)
    assert make().window(whole, step).valid is None
    again = make()
    assert again.window(whole, step).valid is None
    assert again.encoder_calls == 0


@pytest.mark.parametrize(
    "other",
    [{"bands": (3, 2, 1)}, {"stretch": "minmax"}, {"stretch_low": 5.0}, {"precision": "bfloat16"}],
)
def test_what_is_seen_otherwise_is_encoded_again(make, other):
    make().window(WINDOW, step)
    windows = make(**other)
    assert windows.known() == set()
    windows.window(WINDOW, step)
    assert windows.encoder_calls == 1


def test_a_coarser_grid_of_the_same_raster_is_found_beside(make):
    windows = make()
    windows.window(WINDOW, step)
    stretch, series = windows._stretch, windows._series
    coarse_reader = make(resolution=1.0).reader
    coarse = EncodedWindows(coarse_reader, stretch, windows._loaded, series, windows._disk)
    place = coarse.place_of(Window(0, 0, 150, 140))
    assert (place.grid_width, place.grid_height) == (150, 140)
    coarse.window(place.window, step)
    assert windows.known() == {windows.place_of(WINDOW), place}
    assert windows.find(place.window) is None


def test_a_file_of_another_model_is_removed_and_encoded_again(make, tmp_path):
    windows = make()
    first = windows.window(WINDOW, step)
    windows._disk.drop(windows._series, windows.place_of(WINDOW))
    odd = {"embedding": np.zeros((1, 2, 3), np.float32)}
    windows._disk.store(windows._series, windows.place_of(WINDOW), odd)
    same(windows.window(WINDOW, step), first)
    assert windows.encoder_calls == 2
    (kept,) = (tmp_path / "cache" / FOLDER).rglob("*.window")
    assert kept.stat().st_size > windows.bytes_each


def test_the_size_of_a_window_is_known_beforehand(make, tmp_path):
    windows = make()
    windows.window(Window(0, 0, 90, 90), step)
    (kept,) = (tmp_path / "cache" / FOLDER).rglob("*.window")
    assert 0 <= kept.stat().st_size - windows.bytes_each < 1000


def test_memory_holds_the_windows_used_last(make):
    each = make().window(Window(0, 0, 64, 64), step).bytes
    memory = EmbeddingMemory(2 * each + each // 2)
    windows = make(memory)
    places = [Window(x, 0, 64, 64) for x in (0, 50, 100)]
    first = windows.window(places[0], step)
    windows.window(places[1], step)
    assert windows.window(places[0], step) is first
    windows.window(places[2], step)
    held = {place.window for place in memory.places(windows._series)}
    assert held == {places[0], places[2]}
    memory.clear()
    assert memory.places(windows._series) == []
    tiny = EmbeddingMemory(0)
    alone = make(tiny)
    assert alone.window(places[0], step) is alone.window(places[0], step)


@pytest.mark.parametrize("at", [0.0, 0.2, 0.7])
def test_an_encoding_stops_between_blocks_and_leaves_nothing(make, at):
    windows = make()

    def stop(share):
        if share >= at:
            raise Cancelled

    with pytest.raises(Cancelled):
        windows.window(WINDOW, stop)
    assert windows.encoder_calls == 0
    assert windows.known() == set()
    shares = []
    windows.window(WINDOW, shares.append)
    assert shares == sorted(shares)
    assert len({share for share in shares if share > 0}) >= 3
    # Hooks of a stopped encoding are gone: the model runs on without anybody watching.
    before = len(shares)
    encode_image(windows._loaded.model, np.zeros((8, 8, 3), np.uint8))
    assert len(shares) == before


def test_a_full_memory_is_an_error_in_words(make, monkeypatch):
    def full(*_):
        raise torch.OutOfMemoryError("CUDA out of memory")

    monkeypatch.setattr(encoded_windows, "encode_image", full)
    with pytest.raises(EngineError) as caught:
        make().window(WINDOW, step)
    assert caught.value.code is Code.OUT_OF_MEMORY


def test_reading_in_strips_gives_the_same_pixels(make, monkeypatch):
    windows = make(resolution=0.9)
    window = windows.reader.info.window
    at_once = windows.read(window, step)
    monkeypatch.setattr(encoded_windows, "_READ_PIXELS", 1000)
    asked = []
    in_strips = windows.read(window, asked.append)
    assert len(asked) > 10
    assert all(np.array_equal(one, other) for one, other in zip(at_once, in_strips, strict=True))
