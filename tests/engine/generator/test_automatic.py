"""The generator by itself; test_against_stock_generator.py compares it with Meta's."""

import functools
from dataclasses import replace

import numpy as np
import pytest
import torch
from sam2_toolbox.engine.api.errors import Cancelled, Code, EngineError
from sam2_toolbox.engine.api.parameters.params import GeneratorParams, ModelParams
from sam2_toolbox.engine.generator import automatic
from sam2_toolbox.engine.generator.automatic import AutomaticSegmenter
from sam2_toolbox.engine.model.sam2_image import encode_image
from sam2_toolbox.engine.model.sam2_model import load_model
from sam2_toolbox.engine.segmenter import TileImage
from sam2_toolbox.engine.tiles.tiling import Tile, Window

from ..planted_objects import PlantedDecoder
from ..small_model import write_config

SIDE = 256
EASY = {
    "points_per_side": 6,
    "pred_iou_thresh": 0.6,
    "stability_score_thresh": 0.9,
    "box_nms_thresh": 0.5,
}


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    torch.set_num_threads(1)
    folder = tmp_path_factory.mktemp("model")
    write_config(folder, image_size=SIDE)
    return load_model(ModelParams(device="cpu"), folder, folder)


# Made once for a model: each one listens to its prompt encoder.
planted = functools.cache(PlantedDecoder)


def tile_image(height=SIDE, width=SIDE, valid=None):
    window = Window(0, 0, width, height)
    rgb = np.random.default_rng(5).integers(0, 256, (height, width, 3), dtype=np.uint8)
    return TileImage(
        Tile(0, 0, 0, window, window), rgb, np.ones((height, width), bool) if valid is None else valid
    )


def segment(loaded, image=None, with_logits=False, report=None, check=lambda: None, **params):
    params = GeneratorParams(**{**EASY, **params})
    segmenter = AutomaticSegmenter(loaded, params, with_logits, report, planted(loaded.model))
    return segmenter.masks(tile_image() if image is None else image, check)


def described(masks):
    return [(m.x, m.y, m.bits.tobytes(), m.bits.shape, m.point) for m in masks]


def box(mask):
    return mask.x, mask.y, mask.x + mask.bits.shape[1] - 1, mask.y + mask.bits.shape[0] - 1


def iou(first, second):
    across = min(first[2], second[2]) - max(first[0], second[0])
    down = min(first[3], second[3]) - max(first[1], second[1])
    shared = max(across, 0) * max(down, 0)
    areas = [(box[2] - box[0]) * (box[3] - box[1]) for box in (first, second)]
    return shared / (sum(areas) - shared)


class TestFilters:
    def test_every_mask_passes_them_and_the_best_comes_first(self, loaded):
        masks = segment(loaded)
        assert len(masks) > 20
        assert all(mask.score > 0.6 and mask.stability >= np.float32(0.9) for mask in masks)
        assert [mask.score for mask in masks] == sorted((mask.score for mask in masks), reverse=True)

    def test_stricter_thresholds_leave_a_part_of_the_candidates(self, loaded):
        every = segment(
            loaded, pred_iou_thresh=0.0, stability_score_thresh=0.0, box_nms_thresh=1.0, points_per_side=4
        )
        assert len(every) == 4 * 4 * 3
        good = segment(
            loaded, pred_iou_thresh=0.7, stability_score_thresh=0.95, box_nms_thresh=1.0, points_per_side=4
        )
        expected = [
            mask for mask in every if mask.score > np.float32(0.7) and mask.stability >= np.float32(0.95)
        ]
        assert 0 < len(good) < len(every)
        assert described(good) == described(expected)

    def test_no_two_boxes_overlap_by_more_than_the_threshold(self, loaded):
        everything = segment(loaded, box_nms_thresh=1.0)
        masks = segment(loaded, box_nms_thresh=0.3)
        assert len(masks) < len(everything)
        for index, mask in enumerate(masks):
            assert all(iou(box(mask), box(other)) <= 0.3 for other in masks[:index])

    def test_nothing_good_enough_is_no_mask(self, loaded):
        assert segment(loaded, pred_iou_thresh=1.0) == []

    def test_a_higher_mask_threshold_gives_tighter_masks(self, loaded):
        loose = {mask.point: mask.area for mask in segment(loaded, multimask_output=False)}
        tight = {
            mask.point: mask.area for mask in segment(loaded, multimask_output=False, mask_threshold=4.0)
        }
        both = loose.keys() & tight.keys()
        assert len(both) > 5
        assert all(tight[point] < loose[point] for point in both)


class TestPoints:
    def test_one_or_three_masks_each(self, loaded):
        keep_all = {"pred_iou_thresh": 0.0, "stability_score_thresh": 0.0, "box_nms_thresh": 1.0}
        for multimask, count in ((True, 3), (False, 1)):
            masks = segment(loaded, multimask_output=multimask, points_per_side=3, **keep_all)
            assert len(masks) == 9 * count
            assert len({mask.point for mask in masks}) == 9

    def test_are_not_asked_where_there_is_no_data(self, loaded):
        valid = np.zeros((SIDE, SIDE), bool)
        valid[:, : SIDE // 2] = True
        keep_all = {"box_nms_thresh": 1.0}
        everywhere = segment(loaded, **keep_all)
        masks = segment(loaded, tile_image(valid=valid), **keep_all)
        assert described(masks) == described([m for m in everywhere if m.point[0] < SIDE / 2])
        assert masks
        # Masks themselves are not cut.
        assert any(mask.x + mask.bits.shape[1] > SIDE // 2 for mask in masks)

    def test_a_tile_without_data_is_not_even_encoded(self, loaded, monkeypatch):
        monkeypatch.setattr(automatic, "encode_image", lambda *_: pytest.fail("encoded"))
        assert segment(loaded, tile_image(valid=np.zeros((SIDE, SIDE), bool)), crop_n_layers=1) == []

    @pytest.mark.parametrize("per_batch", [1, 2, 64])
    def test_batches_do_not_change_the_result(self, loaded, per_batch):
        expected = segment(loaded, points_per_batch=3)
        masks = segment(loaded, points_per_batch=per_batch)
        assert [mask.point for mask in masks] == [mask.point for mask in expected]
        # Sums in another order: single pixels of a hundred thousand may differ.
        for mask, other in zip(masks, expected, strict=True):
            assert abs(mask.area - other.area) <= 1
            assert abs(mask.score - other.score) < 1e-4


class TestCrops:
    def test_find_small_objects_the_tile_does_not(self, loaded):
        masks = segment(loaded, crop_n_layers=1, points_per_side=4)
        whole_tile = {mask.point for mask in segment(loaded, points_per_side=4)}
        assert any(mask.point not in whole_tile for mask in masks)

    def test_leave_no_duplicates_and_prefer_the_smaller_crop(self, loaded):
        masks = segment(loaded, crop_n_layers=1, points_per_side=4, crop_nms_thresh=0.2)
        for index, mask in enumerate(masks):
            assert all(iou(box(mask), box(other)) <= 0.2 for other in masks[:index])
        in_tile = {mask.point for mask in segment(loaded, points_per_side=4)}
        from_tile = [mask.point in in_tile for mask in masks]
        assert from_tile == sorted(from_tile)

    def test_drop_masks_the_crop_cuts_off(self, loaded):
        in_tile = {mask.point for mask in segment(loaded, points_per_side=4)}
        crops = automatic.plan_crops(SIDE, SIDE, 1, 512 / 1500)[1:]
        for mask in segment(loaded, crop_n_layers=1, points_per_side=4, crop_nms_thresh=1.0):
            if mask.point not in in_tile:
                assert any(_inside(box(mask), crop.window) for crop in crops)


def _inside(outer, window):
    """Whether a box lies in a window, 20 pixels off those of its edges that are not the tile's."""
    x0, y0, x1, y1 = outer
    return (
        (x0 >= window.x + 20 or window.x == 0)
        and (y0 >= window.y + 20 or window.y == 0)
        and (x1 < window.right - 20 or window.right == SIDE)
        and (y1 < window.bottom - 20 or window.bottom == SIDE)
    )


class TestTilesOfOtherSizes:
    @pytest.mark.parametrize("size", [(100, 256), (300, 517), (40, 31), (512, 512)])
    def test_masks_lie_in_the_tile_at_their_points(self, loaded, size):
        height, width = size
        masks = segment(loaded, tile_image(height, width), with_logits=True)
        assert len(masks) > 5
        for mask in masks:
            rows, columns = mask.bits.shape
            assert mask.x >= 0
            assert mask.y >= 0
            assert mask.x + columns <= width
            assert mask.y + rows <= height
            assert 0 < mask.point[0] < width
            assert 0 < mask.point[1] < height
            assert mask.logits.shape == (rows + 2, columns + 2)
            assert np.array_equal(mask.logits[1:-1, 1:-1] > 0, mask.bits)


def test_small_regions_are_removed(loaded, monkeypatch):
    whole = sorted(described(segment(loaded)))
    mask_of = automatic.mask_of

    def with_a_hole(*arguments):
        mask = mask_of(*arguments)
        if mask is not None:
            rows, columns = mask.bits.shape
            mask.bits[rows // 2, columns // 2] = False
        return mask

    monkeypatch.setattr(automatic, "mask_of", with_a_hole)
    assert sorted(described(segment(loaded))) != whole
    assert sorted(described(segment(loaded, min_mask_region_area=2))) == whole


def test_refining_asks_the_model_again_with_every_candidate(loaded, monkeypatch):
    asked = []
    decode = automatic.decode

    def listen(decoder, image, prompts, multimask_output, iou_above=None):
        masks = None if prompts.masks is None else prompts.masks.shape
        asked.append((len(prompts), multimask_output, masks, iou_above))
        return decode(decoder, image, prompts, multimask_output, iou_above)

    monkeypatch.setattr(automatic, "decode", listen)
    masks = segment(loaded, use_m2m=True, points_per_side=2, points_per_batch=4)
    prompts = (4, 1, SIDE // 4, SIDE // 4)
    assert asked == [(4, True, None, None)] + [(4, False, prompts, 0.6)] * 3
    assert masks


class TestThreads:
    @pytest.mark.parametrize("params", [{}, {"use_m2m": True, "points_per_side": 3}])
    def test_do_not_change_the_result(self, loaded, params):
        expected = segment(loaded, **params)
        for threads in (2, 3):
            found = segment(replace(loaded, threads=threads), **params)
            assert described(found) == described(expected)
        torch.set_num_threads(1)
        assert expected

    def test_pass_on_what_went_wrong(self, loaded, monkeypatch):
        def broken(*_):
            raise RuntimeError("shapes cannot be multiplied")

        monkeypatch.setattr(automatic, "decode", broken)
        with pytest.raises(RuntimeError, match="shapes"):
            segment(replace(loaded, threads=2))

    def test_stop_when_cancelled(self, loaded, monkeypatch):
        done = []
        decode = automatic.decode
        monkeypatch.setattr(automatic, "decode", lambda *asked: done.append(1) or decode(*asked))

        def check():
            if done:
                raise Cancelled

        with pytest.raises(Cancelled):
            segment(replace(loaded, threads=2), points_per_batch=1, points_per_side=12, check=check)
        assert len(done) < 144


class TestCancelling:
    def test_is_asked_after_encoding_and_between_batches(self, loaded):
        asked = []
        segment(loaded, points_per_side=4, points_per_batch=4, check=lambda: asked.append(1))
        assert len(asked) >= 1 + 4

    @pytest.mark.parametrize("after", [1, 2, 4])
    def test_ends_the_work(self, loaded, monkeypatch, after):
        done = []
        decode = automatic.decode
        monkeypatch.setattr(automatic, "decode", lambda *arguments: done.append(1) or decode(*arguments))
        left = iter([None] * after)

        def check():
            if next(left, "cancelled"):
                raise Cancelled

        with pytest.raises(Cancelled):
            segment(loaded, points_per_batch=1, check=check)
        assert len(done) < after


class Heard:
    def __init__(self):
        self.said = []

    def log(self, text, level="info"):
        self.said.append((level, text))


class TestFullMemory:
    def memory_for(self, monkeypatch, points, error):
        decode = automatic.decode

        def small(decoder, image, prompts, *rest):
            if len(prompts) > points:
                raise error
            return decode(decoder, image, prompts, *rest)

        monkeypatch.setattr(automatic, "decode", small)

    def test_takes_fewer_points_at_once_and_says_so(self, loaded, monkeypatch):
        expected = segment(loaded, points_per_batch=1)
        self.memory_for(monkeypatch, 1, torch.OutOfMemoryError("CUDA out of memory."))
        report = Heard()
        params = GeneratorParams(**EASY, points_per_batch=4)
        segmenter = AutomaticSegmenter(loaded, params, report=report, decoder=planted(loaded.model))
        assert described(segmenter.masks(tile_image(), lambda: None)) == described(expected)
        assert [level for level, _ in report.said] == ["warning", "warning"]
        assert "4 points at once; going on with 2." in report.said[0][1]
        segmenter.masks(tile_image(), lambda: None)
        assert len(report.said) == 2

    def test_too_small_for_one_point_is_a_sentence(self, loaded, monkeypatch):
        self.memory_for(monkeypatch, 0, RuntimeError("MPS backend out of memory"))
        with pytest.raises(EngineError) as failure:
            segment(loaded, report=Heard())
        assert failure.value.code is Code.OUT_OF_MEMORY
        assert "Choose a smaller MODEL" in failure.value.message

    def test_too_small_for_the_encoder_is_a_sentence(self, loaded, monkeypatch):
        def full(*_):
            raise torch.OutOfMemoryError("CUDA out of memory.")

        monkeypatch.setattr(automatic, "encode_image", full)
        with pytest.raises(EngineError) as failure:
            segment(loaded)
        assert failure.value.code is Code.OUT_OF_MEMORY

    def test_other_errors_are_not_taken_for_it(self, loaded, monkeypatch):
        self.memory_for(monkeypatch, 0, RuntimeError("shapes cannot be multiplied"))
        with pytest.raises(RuntimeError, match="shapes"):
            segment(loaded)


def test_encoding_has_the_shapes_it_promises(loaded):
    encoded = encode_image(loaded.model, tile_image(80, 120).rgb)
    assert encoded.embedding.shape == encoded.positions.shape == (1, 32, SIDE // 16, SIDE // 16)
    assert [tuple(detail.shape) for detail in encoded.details] == [
        (1, 4, SIDE // 4, SIDE // 4),
        (1, 8, SIDE // 8, SIDE // 8),
    ]
    assert (encoded.height, encoded.width) == (80, 120)


class TestSkippingPointsInFoundObjects:
    def test_leaves_out_points_that_lie_in_masks_of_coarser_ones(self, loaded):
        settings = {"points_per_side": 12, "box_nms_thresh": 1.0}
        everything = segment(loaded, **settings)
        masks = segment(loaded, skip_covered_points=True, **settings)
        # The coarse points are the fourth rows and columns from the second on.
        coarse = {(column + 0.5) * SIDE / 12 for column in (1, 5, 9)}
        first = [mask for mask in everything if {*mask.point} <= coarse]
        assert {mask.point for mask in first} <= {mask.point for mask in masks}
        assert {mask.point for mask in masks} < {mask.point for mask in everything}
        covered = np.zeros((SIDE, SIDE), bool)
        for mask in first:
            rows, columns = mask.bits.shape
            covered[mask.y : mask.y + rows, mask.x : mask.x + columns] |= mask.bits
        others = [mask.point for mask in masks if not {*mask.point} <= coarse]
        assert others
        assert not any(covered[int(y), int(x)] for x, y in others)

    def test_asks_all_points_where_nothing_is_found(self, loaded, monkeypatch):
        asked = []
        decode = automatic.decode
        monkeypatch.setattr(automatic, "decode", lambda *rest: asked.append(len(rest[2])) or decode(*rest))
        assert segment(loaded, pred_iou_thresh=1.0, skip_covered_points=True, points_per_side=5) == []
        assert sum(asked) == 25


def test_bfloat16_changes_little(loaded):
    """The encoder's features by about a hundredth, the objects found hardly."""
    expected = encode_image(loaded.model, tile_image().rgb)
    found = encode_image(loaded.model, tile_image().rgb, "bfloat16")
    assert found.embedding.dtype == torch.float32
    difference = (found.embedding - expected.embedding).norm() / expected.embedding.norm()
    assert 1e-5 < difference < 0.05
    masks = segment(replace(loaded, precision="bfloat16"))
    assert abs(len(masks) - len(segment(loaded))) <= 2
