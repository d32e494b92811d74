"""Any tiling gives the objects of one big tile."""

import tracemalloc

import numpy as np
import pytest
from sam2_toolbox.engine.masks import Mask
from sam2_toolbox.engine.seams.seam_merger import SeamMerger
from sam2_toolbox.engine.tiles.tiling import Window, plan_tiles
from sam2_toolbox.tests.engine.fake_segmenter import FAULTLESS, HARD, LIKE_SAM, FakeSegmenter, Faults
from sam2_toolbox.tests.engine.known_scene import Ellipse, Rectangle, Road, Scene, mixed_scene, sparse_scene
from sam2_toolbox.tests.engine.scene_score import bounds, pixels, score

REGION = Window(0, 0, 300, 200)
TILES = plan_tiles(REGION, 200, 60)  # two tiles; both see columns 100 to 200


def merge(scene, tile_size, overlap, faults=FAULTLESS, with_logits=False, fake_logits=None, seed=0):
    """The objects found, the tiles, and the pairs of objects that masks ran together."""
    tiles = plan_tiles(scene.region, tile_size, overlap)
    fake = FakeSegmenter(scene, faults, with_logits if fake_logits is None else fake_logits, seed)
    merger = SeamMerger(tiles, scene.region, with_logits)
    found = [one for tile in tiles for one in merger.add(tile, None, fake.masks_of_tile(tile))]
    assert merger.finish() == []
    return found, tiles, fake.two_in_one


def mask_of(tile, window, score=0.9):
    """A full rectangle ``window`` (grid pixels) as ``tile`` sees it."""
    seen = window.intersection(tile.window)
    return Mask(
        x=seen.x - tile.window.x,
        y=seen.y - tile.window.y,
        bits=np.ones((seen.height, seen.width), bool),
        score=score,
        stability=0.95,
        point=(seen.x - tile.window.x + 0.5, seen.y - tile.window.y + 0.5),
    )


def merge_windows(*per_tile, tiles=TILES, region=REGION, valid=None):
    """What comes of full rectangles (window or (window, score)) seen by each tile."""
    merger = SeamMerger(tiles, region, with_logits=False)
    found = []
    for tile, windows in zip(tiles, per_tile):
        pairs = [one if isinstance(one, tuple) else (one, 0.9) for one in windows]
        here = None if valid is None else valid[_rows(tile.window), _columns(tile.window)]
        found += merger.add(tile, here, [mask_of(tile, *pair) for pair in pairs])
    return found


def _rows(window):
    return slice(window.y, window.bottom)


def _columns(window):
    return slice(window.x, window.right)


@pytest.fixture(scope="module")
def scene():
    return mixed_scene(4096)


@pytest.fixture(scope="module")
def corner_of_scene(scene):
    return Scene(Window(0, 0, 1500, 1200), [(one.kind, one.shape) for one in scene.objects])


@pytest.fixture(scope="module")
def found_like_sam(scene):
    return merge(scene, 1024, 128, LIKE_SAM)


@pytest.fixture(scope="module")
def one_big_tile(scene):
    return {pixels(one) for one in merge(scene, 4096, 128)[0]}


@pytest.mark.parametrize(("tile_size", "overlap"), [(1024, 64), (700, 100)])
def test_faultless_masks_give_exactly_the_pixels_of_one_big_tile(scene, one_big_tile, tile_size, overlap):
    found, _, _ = merge(scene, tile_size, overlap)
    assert len(found) == len(scene.objects)
    assert {pixels(one) for one in found} == one_big_tile


def check_like_sam(scene, found, tiles, two_in_one):
    result = score(found, scene, tiles, two_in_one)
    assert (result.split, result.merged, result.duplicates) == (0, 0, 0)
    assert result.above_90 >= 0.95 * result.truths
    assert result.fragments <= 3


def test_masks_like_sam_give_every_object_once(scene, found_like_sam):
    check_like_sam(scene, *found_like_sam)


@pytest.mark.parametrize(("tile_size", "overlap", "with_logits"), [(1024, 256, True), (700, 100, False)])
def test_masks_like_sam_in_other_tiles(scene, tile_size, overlap, with_logits):
    check_like_sam(scene, *merge(scene, tile_size, overlap, LIKE_SAM, with_logits))


@pytest.mark.parametrize("kind", ["road", "lake"])
def test_the_road_and_the_lake_on_a_corner_are_one_object_each(scene, found_like_sam, kind):
    (truth,) = [one for one in scene.objects if one.kind == kind]
    found, _, _ = found_like_sam
    parts = []
    for one in found:
        box = bounds(one).intersection(truth.box)
        if box is None:
            continue
        common = sum(
            np.count_nonzero(p.bits & truth.bits(Window(p.x, p.y, *p.bits.shape[::-1]))) for p in one.pieces
        )
        if common > 0.5 * one.area_px:
            parts.append(common / (one.area_px + truth.bits(truth.box).sum() - common))
    assert sum(iou > 0.85 for iou in parts) == 1


def test_much_worse_masks_still_give_few_splits_and_no_wrong_mergers(scene):
    found, tiles, two_in_one = merge(scene, 1024, 128, HARD)
    result = score(found, scene, tiles, two_in_one)
    assert result.merged == 0
    assert result.split <= 3
    assert result.duplicates <= 5
    assert result.fragments <= 12
    assert result.above_75 >= 0.8 * result.truths


def test_the_lengths_of_the_scene_are_as_promised(scene):
    (road,) = [one.shape for one in scene.objects if one.kind == "road"]
    steps = np.diff(np.array(road.points), axis=0)
    assert np.hypot(*steps.T).sum() > 4900
    lake = next(one for one in scene.objects if one.kind == "lake")
    assert lake.box.contains(Window(896, 896, 128, 128))  # where four tiles of 1024 meet


def test_results_come_in_the_same_order_every_time(corner_of_scene):
    first, second = (merge(corner_of_scene, 512, 64, LIKE_SAM)[0] for _ in range(2))
    assert [pixels(one) for one in first] == [pixels(one) for one in second]


def test_objects_leave_while_tiles_are_still_to_come():
    scene = sparse_scene(1500, 3000, 150, long_road=False)
    tiles = plan_tiles(scene.region, 512, 64)
    merger = SeamMerger(tiles, scene.region, with_logits=False)
    fake = FakeSegmenter(scene)
    early = [
        one for tile in tiles[: len(tiles) // 2] for one in merger.add(tile, None, fake.masks_of_tile(tile))
    ]
    assert len(early) > 0.35 * len(scene.objects)


def test_memory_does_not_grow_with_the_height_of_the_raster():
    peaks = []
    for height in (2000, 8000):
        scene = sparse_scene(1500, height, 150, long_road=False)
        tiles = plan_tiles(scene.region, 512, 64)
        merger, fake, peak = SeamMerger(tiles, scene.region, True), FakeSegmenter(scene, LIKE_SAM, True), 0
        for tile in tiles:
            merger.add(tile, None, fake.masks_of_tile(tile))
            peak = max(peak, merger.held_bytes)
        assert merger.held_bytes == 0
        peaks.append(peak)
    assert peaks[0] > 0
    assert peaks[1] < 1.2 * peaks[0]


def test_a_long_road_needs_no_raster_of_its_box():
    size = 12000
    scene = Scene(Window(0, 0, size, size), [("road", Road(((0, 0), (size, size)), 14))])
    tiles = plan_tiles(scene.region, 1024, 128)
    fake, merger = FakeSegmenter(scene), SeamMerger(tiles, scene.region, with_logits=False)
    masks = [fake.masks_of_tile(tile) for tile in tiles]
    tracemalloc.start()
    found = [one for tile, seen in zip(tiles, masks) for one in merger.add(tile, None, seen)]
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(found) == 1
    assert found[0].area_px == 19 * size - 90  # |x - y| < 7 * sqrt(2) at pixel centres
    assert peak < 40e6 < size * size


def test_pieces_of_one_object_carry_the_same_logits_where_they_overlap(corner_of_scene):
    found, _, _ = merge(corner_of_scene, 512, 64, HARD, with_logits=True)
    compared = 0
    for one in found:
        for number, piece in enumerate(one.pieces):
            assert ((piece.logits[1:-1, 1:-1] > 0) == piece.bits).all()
            for other in one.pieces[:number]:
                shared = _around(piece).intersection(_around(other))
                if shared is not None:
                    assert (_logits_in(piece, shared) == _logits_in(other, shared)).all()
                    compared += shared.width * shared.height
    assert compared > 1000


def _around(piece):
    height, width = piece.logits.shape
    return Window(piece.x - 1, piece.y - 1, width, height)


def _logits_in(piece, window):
    around = _around(piece)
    top, left = window.y - around.y, window.x - around.x
    return piece.logits[top : top + window.height, left : left + window.width]


def test_logits_given_without_being_asked_for_only_help_to_decide(corner_of_scene):
    small = corner_of_scene
    plain = merge(small, 512, 64, HARD, with_logits=False)[0]
    helped = merge(small, 512, 64, HARD, with_logits=False, fake_logits=True)[0]
    smooth = merge(small, 512, 64, HARD, with_logits=True)[0]
    assert all(piece.logits is None for one in helped for piece in one.pieces)
    assert [pixels(one) for one in helped] == [pixels(one) for one in smooth]
    assert [pixels(one) for one in helped] != [pixels(one) for one in plain]


def test_an_object_seen_whole_stays_one_piece_outside_the_core_too():
    window = Window(120, 50, 60, 40)  # across the seam at column 150, clear of both inner edges
    (one,) = merge_windows([window], [window])
    assert len(one.pieces) == 1
    assert pixels(one)[0] == (120, 50)
    assert one.area_px == 60 * 40
    assert not one.touches_edge


def test_of_two_whole_views_the_more_central_is_kept():
    (one,) = merge_windows([(Window(112, 50, 40, 40), 0.99)], [(Window(112, 50, 40, 38), 0.9)])
    assert (one.tile, one.area_px) == (0, 1600)


def test_an_object_longer_than_the_overlap_is_joined_from_exclusive_pieces():
    window = Window(20, 50, 250, 40)
    (one,) = merge_windows([(window, 0.9)], [(window, 0.8)])
    assert [(piece.x, piece.bits.shape) for piece in one.pieces] == [(20, (40, 130)), (150, (40, 120))]
    assert one.score == pytest.approx((0.9 * 180 + 0.8 * 170) / 350)
    assert (one.tile, one.point) == (0, (20.5, 50.5))
    assert not one.touches_edge


@pytest.mark.parametrize(
    "window",
    [Window(110, 30, 40, 40), Window(150, 30, 40, 40), Window(149, 30, 2, 40), Window(100, 30, 100, 40)],
)
def test_objects_that_end_at_a_core_or_window_border_come_whole(window):
    (one,) = merge_windows([window], [window])
    assert pixels(one)[0] == (window.x, window.y)
    assert one.area_px == window.width * window.height


def test_adjoining_parcels_across_a_seam_stay_apart():
    upper, lower = Window(20, 20, 250, 60), Window(20, 80, 250, 60)
    found = merge_windows([upper, lower], [lower, upper])
    assert sorted(pixels(one)[0] for one in found) == [(20, 20), (20, 80)]
    assert {one.area_px for one in found} == {250 * 60}


@pytest.mark.parametrize("overlap", [40, 64])
def test_a_road_that_weaves_across_a_seam_is_one_object(overlap):
    xs, ys = np.arange(150, 450, 5.0), np.arange(20, 1580, 20.0)
    weaving = Road(tuple((300 + 120 * np.sin(y / 60), y) for y in ys.tolist()), 12)
    yard = Rectangle(300, 800, 16, 9)
    scene = Scene(Window(0, 0, int(xs[-1]) + 150, 1600), [("road", weaving), ("yard", yard)])
    connected = Faults(connected=True)
    whole = {pixels(one) for one in merge(scene, 1600, 0, connected)[0]}
    assert {pixels(one) for one in merge(scene, 320, overlap, connected)[0]} == whole


def test_edges_that_differ_meet_without_a_step():
    tall, low = Window(20, 40, 250, 60), Window(20, 48, 250, 52)
    (one,) = merge_windows([tall], [low])
    upper = np.full(300, 200)
    for piece in one.pieces:
        for column in range(piece.bits.shape[1]):
            upper[piece.x + column] = piece.y + np.flatnonzero(piece.bits[:, column])[0]
    upper = upper[20:270]
    assert (upper[0], upper[-1]) == (40, 48)
    assert np.abs(np.diff(upper)).max() == 1


def test_nested_objects_alike_in_the_overlap_both_survive():
    whole, part = Window(10, 50, 280, 40), Window(60, 50, 150, 40)
    found = merge_windows([whole, part], [part, whole])
    assert sorted((pixels(one)[0][0], one.area_px) for one in found) == [(10, 280 * 40), (60, 150 * 40)]


def test_nested_objects_that_one_tile_cannot_tell_apart_both_go_on_in_it():
    whole, part = Window(10, 50, 280, 40), Window(98, 50, 192, 40)
    found = merge_windows([whole, part], [whole])  # the right tile sees the same of both
    assert sorted((pixels(one)[0][0], one.area_px) for one in found) == [(10, 280 * 40), (98, 192 * 40)]


def test_two_masks_of_one_tile_that_are_one_object_are_reduced_to_the_better():
    (one,) = merge_windows([(Window(20, 20, 50, 50), 0.8), (Window(20, 20, 50, 48), 0.9)], [])
    assert one.score == 0.9


def test_an_unmatched_cut_piece_inside_another_object_is_dropped():
    whole, piece = Window(20, 20, 250, 100), Window(150, 40, 50, 20)  # the piece ends at column 200
    found = merge_windows([whole, piece], [whole])
    assert [one.area_px for one in found] == [250 * 100]


def test_an_unmatched_cut_piece_on_its_own_is_kept():
    (one,) = merge_windows([Window(150, 40, 50, 20)], [])
    assert one.area_px == 1000


def test_a_cut_piece_gives_way_to_a_view_of_the_whole():
    (one,) = merge_windows([Window(140, 40, 60, 14)], [Window(140, 40, 80, 20)])
    assert (one.tile, len(one.pieces), one.area_px) == (1, 1, 80 * 20)


def test_tiles_that_do_not_overlap_leave_every_mask_as_it_is():
    region = Window(0, 0, 300, 100)
    tiles = plan_tiles(region, 150, 0)
    window = Window(100, 20, 100, 40)
    found = merge_windows([window], [window], tiles=tiles, region=region)
    assert [pixels(one)[0] for one in found] == [(100, 20), (150, 20)]


def test_an_object_at_the_edge_of_the_region_touches_it():
    found = merge_windows([Window(0, 50, 30, 30), Window(1, 100, 30, 30)], [Window(270, 20, 30, 30)])
    assert [one.touches_edge for one in found] == [True, False, True]


def test_masks_are_cut_to_the_valid_pixels():
    valid = np.ones((REGION.height, REGION.width), bool)
    valid[:, 60:] = False
    cut, beside, clear, gone = (
        Window(30, 10, 60, 20), Window(40, 50, 20, 20), Window(10, 100, 49, 20), Window(70, 150, 20, 20),
    )  # fmt: skip
    found = merge_windows([cut, beside, clear, gone], [], valid=valid)
    assert [(one.area_px, one.touches_edge) for one in found] == [(600, True), (400, True), (980, False)]


def test_a_hole_without_data_leaves_a_hole():
    valid = np.ones((REGION.height, REGION.width), bool)
    valid[60:70, 140:160] = False
    window = Window(20, 50, 250, 40)
    (one,) = merge_windows([window], [window], valid=valid)
    assert one.area_px == 250 * 40 - 200
    assert one.touches_edge


def test_cut_logits_follow_the_valid_pixels():
    scene = Scene(Window(0, 0, 64, 64), [("pond", Ellipse(32, 32, 20, 20))])
    (tile,) = plan_tiles(scene.region, 64, 16)
    valid = np.ones((64, 64), bool)
    valid[:, 40:] = False
    merger = SeamMerger([tile], scene.region, with_logits=True)
    (one,) = merger.add(tile, valid, FakeSegmenter(scene, with_logits=True).masks_of_tile(tile))
    (piece,) = one.pieces
    assert piece.x + piece.bits.shape[1] == 40
    assert ((piece.logits[1:-1, 1:-1] > 0) == piece.bits).all()
    assert (piece.logits[:, -1] < 0).all()


def test_empty_tiles_and_a_single_tile():
    assert merge_windows([], []) == []
    tiles = plan_tiles(REGION, 512, 128)
    window = Window(0, 0, 300, 200)
    (one,) = merge_windows([window], tiles=tiles)
    assert one.area_px == 300 * 200
    assert one.touches_edge


def test_tiles_in_another_order_are_refused():
    merger = SeamMerger(TILES, REGION, with_logits=False)
    with pytest.raises(ValueError, match="Tile 1"):
        merger.add(TILES[1], None, [])


def test_finishing_early_hands_out_what_was_waiting():
    merger = SeamMerger(TILES, REGION, with_logits=False)
    assert merger.add(TILES[0], None, [mask_of(TILES[0], Window(20, 50, 250, 40))]) == []
    (one,) = merger.finish()
    assert one.area_px == 180 * 40


@pytest.mark.parametrize("seed", range(8))
def test_random_nested_buildings_come_out_the_same_in_any_tiling(seed):
    rng = np.random.default_rng(seed)
    shapes = []
    for x in range(60, 700, 130):
        for y in range(60, 500, 130):
            place = (x + rng.uniform(-8, 8), y + rng.uniform(-8, 8))
            a, b = rng.uniform(25, 50, 2)
            shapes += [("building", Rectangle(*place, a, b)), ("yard", Rectangle(*place, a / 2, b / 2))]
    scene = Scene(Window(5, -3, 730, 540), shapes)
    tile_size = int(rng.integers(150, 400))
    overlap = int(rng.integers(20, tile_size // 2 + 1))
    whole = {pixels(one) for one in merge(scene, 1000, 100)[0]}
    assert {pixels(one) for one in merge(scene, tile_size, overlap)[0]} == whole
