"""Tiles by three threads: the results of one thread, whatever happens."""

import threading

import numpy as np
import pytest
import torch
from sam2_toolbox.engine.api.errors import Cancelled
from sam2_toolbox.engine.api.parameters.params import GeneratorParams, ModelParams, RasterParams
from sam2_toolbox.engine.generator.automatic import AutomaticSegmenter
from sam2_toolbox.engine.model.sam2_image import encode_image, encode_images
from sam2_toolbox.engine.model.sam2_model import load_model
from sam2_toolbox.engine.rasters.raster import open_raster
from sam2_toolbox.engine.rasters.stretch import compute_stretch
from sam2_toolbox.engine.tiles import tile_pipeline
from sam2_toolbox.engine.tiles.tile_pipeline import TilePipeline
from sam2_toolbox.engine.tiles.tile_stage import TileStage
from sam2_toolbox.engine.tiles.tiling import plan_tiles

from ..planted_objects import PlantedDecoder
from ..small_model import write_config

SIDE = 128
PARAMS = GeneratorParams(
    points_per_side=4, pred_iou_thresh=0.6, stability_score_thresh=0.9, box_nms_thresh=0.5
)


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    torch.set_num_threads(1)
    folder = tmp_path_factory.mktemp("bundled")
    write_config(folder, SIDE)
    return load_model(ModelParams(device="cpu"), folder, folder)


@pytest.fixture(scope="module")
def segmenter(loaded):
    return AutomaticSegmenter(loaded, PARAMS, decoder=PlantedDecoder(loaded.model))


@pytest.fixture
def make(write_raster, segmenter):
    """``make(check)``: eleven tiles, one of them without data, and the stage that segments them."""
    values = np.random.default_rng(4).integers(1, 256, (3, 200, 1060)).astype(np.uint8)
    values[:, :, 300:450] = 0
    params = RasterParams(input=write_raster(values, nodata=0))
    with open_raster(params) as reader:
        stretch = compute_stretch(reader, params, reader.region, lambda: None)
        tiles = plan_tiles(reader.region, SIDE, 24)[:11]

        def make(check=lambda: None, segmenter=segmenter):
            return TileStage(reader, stretch, None, segmenter, check), tiles

        yield make


def described(results):
    return [
        (
            result.tile,
            None if result.valid is None else result.valid.tobytes(),
            [(mask.x, mask.y, mask.bits.shape, mask.point) for mask in result.masks],
        )
        for result in results
    ]


def test_the_results_are_those_of_one_thread(make, loaded):
    stage, tiles = make()
    expected = list(stage.results(tiles))
    found = list(TilePipeline(stage, loaded).results(tiles))
    assert described(found) == described(expected)
    assert any(result.valid is not None for result in expected)
    for one, other in zip(found, expected, strict=True):
        assert all(np.array_equal(a.bits, b.bits) for a, b in zip(one.masks, other.masks, strict=True))


def test_several_tiles_go_through_the_encoder_at_once(make, loaded, monkeypatch):
    sizes = []

    def counted(model, images, precision):
        sizes.append(len(images))
        return encode_images(model, images, precision)

    monkeypatch.setattr(tile_pipeline, "encode_images", counted)
    stage, tiles = make()
    blank = sum(stage.read(tile).is_blank for tile in tiles)
    assert len(list(TilePipeline(stage, loaded).results(tiles))) == len(tiles)
    assert sum(sizes) == len(tiles) - blank
    assert blank > 0
    assert max(sizes) == tile_pipeline.TILES_AT_ONCE


def test_one_by_one_where_memory_is_too_small_for_several(make, loaded, monkeypatch):
    asked = []

    def full(model, images, precision):
        asked.append(len(images))
        raise torch.OutOfMemoryError("out of memory")

    monkeypatch.setattr(tile_pipeline, "encode_images", full)
    stage, tiles = make()
    assert described(TilePipeline(stage, loaded).results(tiles)) == described(stage.results(tiles))
    assert len(asked) == 1


def test_other_errors_of_the_encoder_are_not_taken_for_a_full_memory(make, loaded, monkeypatch):
    def broken(*_):
        raise RuntimeError("an illegal instruction was encountered")

    monkeypatch.setattr(tile_pipeline, "encode_images", broken)
    stage, tiles = make()
    with pytest.raises(RuntimeError, match="illegal instruction"):
        list(TilePipeline(stage, loaded).results(tiles))


def test_a_cancelled_run_ends_and_leaves_no_thread(make, loaded):
    before = threading.active_count()
    stop = threading.Event()

    def check():
        if stop.is_set():
            raise Cancelled

    stage, tiles = make(check)
    results = TilePipeline(stage, loaded).results(tiles)
    next(results)
    stop.set()
    with pytest.raises(Cancelled):
        list(results)
    assert threading.active_count() == before


def test_what_the_segmenter_raises_comes_after_the_results_before_it(make, loaded, segmenter):
    class FailsOnTheThird:
        count = 0

        def masks(self, image, check):
            self.count += not image.is_blank
            if self.count == 3:
                raise OSError("gone")
            return segmenter.masks(image, check)

    stage, tiles = make(segmenter=FailsOnTheThird())
    results = TilePipeline(stage, loaded).results(tiles)
    first, second = next(results), next(results)
    assert first.masks
    assert second.masks
    with pytest.raises(OSError, match="gone"):
        list(results)


@pytest.mark.parametrize("precision", ["float32", "bfloat16"])
def test_images_encoded_together_are_encoded_as_by_themselves(loaded, precision):
    rng = np.random.default_rng(6)
    images = [rng.integers(0, 256, (SIDE, side, 3), dtype=np.uint8) for side in (SIDE, 90, SIDE)]
    tolerance = 1e-4 if precision == "float32" else 5e-2
    for rgb, together in zip(images, encode_images(loaded.model, images, precision), strict=True):
        alone = encode_image(loaded.model, rgb, precision)
        assert (together.height, together.width) == rgb.shape[:2]
        torch.testing.assert_close(together.embedding, alone.embedding, atol=tolerance, rtol=tolerance)
        for one, other in zip(together.details, alone.details, strict=True):
            torch.testing.assert_close(one, other, atol=tolerance, rtol=tolerance)
