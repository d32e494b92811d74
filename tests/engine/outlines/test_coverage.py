"""MODE coverage: a partition, whatever the objects, their order and the blocks it is drawn in."""

import numpy as np
import pytest
import rasterio
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from pyproj import CRS
from rasterio.features import rasterize
from sam2_toolbox.engine.api.errors import Cancelled, Code, EngineError
from sam2_toolbox.engine.api.parameters.params import AutomaticMasksParams, OutlineParams
from sam2_toolbox.engine.jobs import segment_everything
from sam2_toolbox.engine.objects import FoundObject, Piece
from sam2_toolbox.engine.outlines import coverage as module
from sam2_toolbox.engine.outlines.coverage import CoverageDelivery
from sam2_toolbox.engine.outlines.slivers import SLIVER_PX, absorb_slivers, pieces_of
from sam2_toolbox.engine.rasters.georeference import Georeference
from sam2_toolbox.engine.rasters.labels import LabelRaster
from sam2_toolbox.engine.rasters.raster import RasterInfo
from sam2_toolbox.engine.seams.seam_merger import SeamMerger
from sam2_toolbox.engine.tiles.tiling import plan_tiles
from sam2_toolbox.tests.engine.colour_segmenter import load_colours
from sam2_toolbox.tests.engine.fake_segmenter import FakeSegmenter
from sam2_toolbox.tests.engine.known_scene import mixed_scene

IN_PIXELS = Georeference((1.0, 0.0, 0.0, 0.0, 1.0, 0.0), "")
METRES = Georeference((1.0, 0.0, 500_000.0, 0.0, -1.0, 5_500_000.0), CRS("EPSG:32632").to_wkt())


class Heard:
    def __init__(self, cancel_after=None):
        self.logs, self.found, self.calls, self.cancel_after = [], [], 0, cancel_after

    def progress(self, fraction, text=""): ...

    def log(self, text, level="info"):
        self.logs.append(text)

    def features(self, features):
        self.found.extend(features)

    def check_cancelled(self):
        self.calls += 1
        if self.calls == self.cancel_after:
            raise Cancelled


def grid(width, height, georeference=IN_PIXELS):
    return RasterInfo("input.tif", "GTiff", width, height, 3, "uint8", 8, georeference, False)


def found(*pieces, point=(0.0, 0.0)):
    return FoundObject(pieces, 0.9, 0.95, point, 3, True)


def covered(folder, objects, width, height, labels=None, heard=None, georeference=IN_PIXELS, **params):
    """The features of a coverage, and the delivery."""
    heard = heard or Heard()
    delivery = CoverageDelivery(
        OutlineParams(**params), grid(width, height, georeference), labels, heard, folder
    )
    for one in objects:
        delivery.deliver([one])
    delivery.finish()
    return sorted(heard.found, key=lambda feature: feature.object_id), delivery


def outlines_of(features):
    return np.array([shapely.from_wkb(feature.wkb) for feature in features], dtype=object)


def painted(objects, width, height):
    """Number of the smallest object at every pixel, from 1, the slow and simple way."""
    labels = np.zeros((height, width), dtype=np.uint32)
    ranked = sorted(
        enumerate(objects, start=1),
        key=lambda o: (-o[1].area_px, min(p.y for p in o[1].pieces), min(p.x for p in o[1].pieces), o[0]),
    )
    for number, one in ranked:
        for p in one.pieces:
            labels[p.y : p.y + p.bits.shape[0], p.x : p.x + p.bits.shape[1]][p.bits] = number
    return labels


def tight(bits):
    """The object of some pixels, cropped to their box."""
    rows, columns = np.flatnonzero(bits.any(axis=1)), np.flatnonzero(bits.any(axis=0))
    y, x = int(rows[0]), int(columns[0])
    return found(Piece(x, y, bits[y : rows[-1] + 1, x : columns[-1] + 1]))


def blob(rng, width, height, smallest=4, largest=30):
    y, x = np.mgrid[:height, :width]
    angle = np.arctan2(y - rng.uniform(0, height), x - rng.uniform(0, width))
    radius = rng.uniform(smallest, largest) * (1 + 0.2 * np.sin(rng.integers(2, 6) * angle))
    bits = np.hypot(x - rng.uniform(0, width), y - rng.uniform(0, height)) < radius
    return tight(bits) if bits.any() else found(Piece(1, 1, np.ones((2, 3), dtype=bool)))


@pytest.fixture
def small_blocks(monkeypatch):
    monkeypatch.setattr(module, "_BLOCK", 32)


@pytest.fixture
def no_slivers(monkeypatch):
    monkeypatch.setattr(module, "absorb_slivers", lambda labels, pixels_of: labels)


def assert_partition(outlines):
    """Valid, without overlaps, neighbours joined vertex by vertex."""
    assert shapely.is_valid(outlines).all()
    assert shapely.coverage_is_valid(outlines)
    assert shapely.area(outlines).sum() == pytest.approx(shapely.union_all(outlines).area, rel=1e-12)


@pytest.mark.parametrize("seed", range(6))
def test_every_pixel_belongs_to_the_smallest_object_over_it(tmp_path, small_blocks, no_slivers, seed):
    rng = np.random.default_rng(seed)
    width, height = 110, 90
    objects = [blob(rng, width, height) for _ in range(25)]
    expected = painted(objects, width, height)
    labels = LabelRaster(str(tmp_path / "labels.tif"), grid(width, height))
    features, delivery = covered(tmp_path, objects, width, height, labels)
    labels.finish()
    outlines = outlines_of(features)
    assert_partition(outlines)
    # Exactly: corners of pixels are whole numbers.
    assert shapely.area(outlines).tolist() == [feature.area_px for feature in features]
    assert shapely.union_all(outlines).area == np.count_nonzero(expected)
    drawn = rasterize([(o, f.object_id) for o, f in zip(outlines, features)], (height, width), dtype="uint32")
    pairs = set(zip(expected.ravel().tolist(), drawn.ravel().tolist()))
    assert len(pairs) == len({a for a, _ in pairs}) == len({b for _, b in pairs})
    assert delivery.count == len(features) == len(np.unique(expected[expected > 0]))
    with rasterio.open(tmp_path / "labels.tif") as dataset:
        assert np.array_equal(dataset.read(1), drawn)


def random_objects():
    """Noise masks of up to 12 x 12 pixels anywhere on 24 x 20."""

    def one(seed):
        rng = np.random.default_rng(seed)
        height, width = rng.integers(1, 13, 2)
        bits = rng.random((height, width)) < rng.uniform(0.2, 1.0)
        bits[rng.integers(height), rng.integers(width)] = True
        return found(Piece(int(rng.integers(0, 25 - width)), int(rng.integers(0, 21 - height)), bits))

    return st.lists(st.integers(0, 2**32 - 1).map(one), max_size=7)


@settings(max_examples=60, deadline=None)
@given(
    random_objects(), st.integers(3, 30), st.sampled_from(["pixel", "smooth"]), st.sampled_from([0, 0.9, 3])
)
def test_a_partition_of_the_same_ground_whatever_the_masks(
    tmp_path_factory, objects, block, outline, simplify
):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_BLOCK", block)
        features, _ = covered(
            tmp_path_factory.getbasetemp(), objects, 24, 20, outline=outline, simplify=float(simplify)
        )
    expected = painted(objects, 24, 20)
    assert sum(feature.area_px for feature in features) == np.count_nonzero(expected)
    if not features:
        return
    outlines = outlines_of(features)
    assert_partition(outlines)
    if outline == "pixel" and not simplify:
        union = rasterize([shapely.union_all(outlines)], (20, 24), dtype="uint8")
        assert np.array_equal(union > 0, expected > 0)
        assert shapely.area(outlines).tolist() == [feature.area_px for feature in features]


def test_objects_that_do_not_overlap_are_the_coverage(tmp_path, small_blocks):
    rng = np.random.default_rng(5)
    width, height = 120, 100
    labels = painted([blob(rng, width, height) for _ in range(30)], width, height)
    objects = [tight(labels == number) for number in np.unique(labels[labels > 0])]
    features, delivery = covered(tmp_path, objects, width, height)
    plain = {shapely.normalize(o).wkb: f.area_px for o, f in zip(outlines_of(features), features)}
    assert len(plain) == len(objects)
    assert sorted(plain.values()) == sorted(one.area_px for one in objects)
    drawn = rasterize(
        [(o, f.object_id) for o, f in zip(outlines_of(features), features)], labels.shape, dtype="uint32"
    )
    pairs = set(zip(labels.ravel().tolist(), drawn.ravel().tolist()))
    assert len(pairs) == len(np.unique(labels))
    assert delivery.left_out == 0


def test_neither_pieces_nor_order_change_the_coverage(tmp_path, small_blocks):
    rng = np.random.default_rng(6)
    width, height = 100, 100
    objects = [blob(rng, width, height) for _ in range(20)]

    def cut(one):
        (piece,) = one.pieces
        row = int(rng.integers(0, piece.bits.shape[0] + 1))
        halves = (0, piece.bits[:row]), (row, piece.bits[row:])
        return found(*(Piece(piece.x, piece.y + dy, bits) for dy, bits in halves if bits.any()))

    for params in ({}, {"simplify": 1.0}, {"outline": "smooth"}):
        whole, _ = covered(tmp_path, objects, width, height, **params)
        other, _ = covered(tmp_path, [cut(one) for one in objects[::-1]], width, height, **params)
        a, b = ({shapely.normalize(o).wkb for o in outlines_of(f)} for f in (whole, other))
        assert a == b


@pytest.mark.parametrize("params", [{}, {"simplify": 1.5}, {"outline": "smooth"}])
def test_blocks_do_not_show_but_by_a_point_on_their_frames(tmp_path, monkeypatch, params):
    rng = np.random.default_rng(7)
    objects = [blob(rng, 150, 150) for _ in range(30)]
    whole = outlines_of(covered(tmp_path, objects, 150, 150, **params)[0])
    monkeypatch.setattr(module, "_BLOCK", 60)
    cut = outlines_of(covered(tmp_path, objects, 150, 150, **params)[0])
    assert_partition(cut)
    assert len(whole) == len(cut)
    union = shapely.union_all(whole).symmetric_difference(shapely.union_all(cut)).area
    assert union <= (0 if not params else 0.005 * shapely.union_all(whole).area)


@pytest.mark.parametrize(
    "params", [{"simplify": 1.5}, {"outline": "smooth"}, {"outline": "smooth", "simplify": 3}]
)
def test_simplified_borders_leave_neither_gaps_nor_overlaps(tmp_path, small_blocks, params):
    rng = np.random.default_rng(8)
    width, height = 140, 130
    seeds = rng.uniform(0, 130, (20, 2))
    y, x = np.mgrid[:height, :width]
    nearest = np.argmin((x[..., None] - seeds[:, 0]) ** 2 + (y[..., None] - seeds[:, 1]) ** 2, axis=2)
    objects = [tight(nearest == number) for number in range(20)]
    pixel = outlines_of(covered(tmp_path, objects, width, height)[0])
    simpler = outlines_of(covered(tmp_path, objects, width, height, **params)[0])
    assert_partition(simpler)
    union = shapely.union_all(simpler)
    assert union.area == width * height
    assert len(shapely.get_parts(union)) == 1
    assert shapely.get_num_interior_rings(shapely.get_parts(union)[0]) == 0
    assert 2 * shapely.get_num_coordinates(simpler).sum() < shapely.get_num_coordinates(pixel).sum()


def test_smooth_borders_cut_the_corners_of_the_pixels(tmp_path):
    bits = np.tri(40, dtype=bool)
    features, _ = covered(tmp_path, [tight(bits), tight(~bits)], 40, 40, outline="smooth")
    outlines = outlines_of(features)
    assert max(shapely.get_num_coordinates(outlines)) < 12
    assert shapely.area(outlines).sum() == 40 * 40


def test_a_nested_object_cuts_a_hole(tmp_path):
    outer, inner = np.ones((30, 30), bool), np.ones((10, 10), bool)
    objects = [found(Piece(5, 5, outer)), found(Piece(15, 15, inner), point=(20.0, 21.0))]
    features, delivery = covered(tmp_path, objects, 40, 40)
    by_area = {feature.area_px: feature for feature in features}
    assert set(by_area) == {800, 100}
    assert len(shapely.from_wkb(by_area[800].wkb).geoms[0].interiors) == 1
    inner = by_area[100]
    assert (inner.score, inner.stability, inner.tile, inner.touches_edge) == (0.9, 0.95, 3, True)
    assert (inner.prompt_x, inner.prompt_y) == (20.0, 21.0)
    assert delivery.count == 2


def test_an_object_under_others_altogether_is_left_out_and_said_so(tmp_path):
    objects = [found(Piece(0, 0, np.ones((10, 20), bool)))]
    objects += [found(Piece(x, 0, np.ones((10, 10), bool))) for x in (0, 10)]
    heard = Heard()
    features, delivery = covered(tmp_path, objects, 30, 30, heard=heard)
    assert [feature.area_px for feature in features] == [100, 100]
    assert delivery.count == 2
    assert any("not in the coverage: 1" in text for text in heard.logs)


def test_limits_choose_what_is_painted(tmp_path):
    objects = [found(Piece(0, 0, np.ones((s, s), bool))) for s in (40, 20, 5)]
    features, delivery = covered(
        tmp_path, objects, 60, 60, georeference=METRES, min_area=100.0, max_area=1000.0
    )
    assert [feature.area_px for feature in features] == [400]
    assert features[0].area_m2 == pytest.approx(400, rel=2e-3)
    assert delivery.left_out == 2


def test_rectilinear_is_drawn_along_the_pixels_with_a_word(tmp_path):
    heard = Heard()
    bits = np.tri(20, dtype=bool)
    features, _ = covered(tmp_path, [tight(bits)], 20, 20, heard=heard, outline="rectilinear")
    assert shapely.from_wkb(features[0].wkb).area == bits.sum()
    assert any("MODE objects" in text for text in heard.logs)


def test_nothing_is_no_feature(tmp_path):
    assert covered(tmp_path, [], 20, 20)[0] == []
    assert covered(tmp_path, [found(Piece(0, 0, np.zeros((3, 3), bool)))], 20, 20)[0] == []


def test_it_can_be_cancelled_between_blocks(tmp_path, small_blocks):
    heard = Heard(cancel_after=3)
    with pytest.raises(Cancelled):
        covered(tmp_path, [found(Piece(0, 0, np.ones((90, 90), bool)))], 100, 100, heard=heard)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_to_is_a_sentence(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(EngineError) as failure:
        covered(tmp_path / "file", [], 20, 20)
    assert failure.value.code is Code.OUTPUT_FAILED
    assert str(tmp_path / "file") in failure.value.message


def labels_and_pixels(objects, width, height):
    labels = painted(objects, width, height)

    def pixels_of(number, window):
        whole = np.zeros((height, width), dtype=bool)
        for p in objects[number - 1].pieces:
            whole[p.y : p.y + p.bits.shape[0], p.x : p.x + p.bits.shape[1]] |= p.bits
        return whole[window.y : window.bottom, window.x : window.right]

    return labels, pixels_of


def test_what_sticks_out_under_an_object_joins_the_neighbour_with_the_longest_border():
    large = np.ones((30, 31), dtype=bool)
    objects = [found(Piece(0, 0, large)), found(Piece(0, 0, np.ones((30, 30), bool)))]
    labels, pixels_of = labels_and_pixels(objects, 40, 40)
    assert np.count_nonzero(labels == 1) == 30
    assert np.array_equal(absorb_slivers(labels, pixels_of), labels)
    objects = [found(Piece(0, 0, large[:15])), found(Piece(0, 0, np.ones((15, 30), bool)))]
    labels, pixels_of = labels_and_pixels(objects, 40, 40)
    absorbed = absorb_slivers(labels, pixels_of)
    assert set(np.unique(absorbed).tolist()) == {0, 2}
    assert np.array_equal(absorbed > 0, labels > 0)


def test_small_objects_and_small_parts_that_were_always_apart_stay():
    dots = np.zeros((20, 40), dtype=bool)
    dots[0:3, 0:3] = dots[10:20, 0:40] = True
    objects = [
        found(Piece(0, 0, dots)),
        found(Piece(3, 0, np.ones((10, 4), bool))),
        found(Piece(20, 12, np.ones((3, 3), bool))),
    ]
    labels, pixels_of = labels_and_pixels(objects, 40, 20)
    assert np.array_equal(absorb_slivers(labels, pixels_of), labels)


@pytest.mark.parametrize("seed", range(4))
def test_slivers_are_gone_and_the_ground_is_the_same(seed):
    rng = np.random.default_rng(seed)
    objects = [blob(rng, 120, 120, largest=50) for _ in range(60)]
    labels, pixels_of = labels_and_pixels(objects, 120, 120)
    absorbed = absorb_slivers(labels, pixels_of)
    assert np.array_equal(absorbed > 0, labels > 0)
    changed = absorbed != labels
    assert changed.any()
    assert np.count_nonzero(changed) < 0.1 * np.count_nonzero(labels)
    again = absorb_slivers(absorbed, pixels_of)
    assert np.count_nonzero(again != absorbed) < 3 * SLIVER_PX


def test_pieces_of_labels_are_their_pixels():
    rng = np.random.default_rng(3)
    for _ in range(50):
        labels = rng.integers(0, 5, rng.integers(1, 12, 2)).astype(np.uint32)
        pieces = pieces_of(labels, 7, 9)
        again = np.full_like(labels, 99)
        for number, piece in pieces.items():
            target = again[piece.y - 9 :, piece.x - 7 :][: piece.bits.shape[0], : piece.bits.shape[1]]
            target[piece.bits] = number
            assert piece.bits[0].any()
            assert piece.bits[:, -1].any()
        assert np.array_equal(again, labels)


@pytest.mark.parametrize("params", [{}, {"outline": "smooth", "simplify": 1.0}])
def test_any_tiling_gives_the_same_coverage(tmp_path, monkeypatch, params):
    monkeypatch.setattr(module, "_BLOCK", 256)
    scene = mixed_scene(700, count=25)
    coverages = []
    for tile_size, overlap in ((700, 0), (320, 96)):
        tiles = plan_tiles(scene.region, tile_size, overlap)
        merger, fake = SeamMerger(tiles, scene.region, with_logits=False), FakeSegmenter(scene)
        objects = [one for tile in tiles for one in merger.add(tile, None, fake.masks_of_tile(tile))]
        features, _ = covered(tmp_path, objects, 700, 700, **params)
        outlines = outlines_of(features)
        assert_partition(outlines)
        coverages.append({shapely.normalize(outline).wkb for outline in outlines})
    assert len(coverages[0]) > 30
    assert coverages[0] == coverages[1]


def test_a_whole_run_ends_in_a_coverage_and_its_labels(tmp_path):
    rgb = np.zeros((3, 90, 120), dtype=np.uint8)
    rgb[:, 10:80, 10:60] = np.array([200, 90, 40])[:, None, None]
    rgb[:, 30:50, 60:110] = np.array([40, 90, 200])[:, None, None]
    profile = {"driver": "GTiff", "width": 120, "height": 90, "count": 3, "dtype": "uint8"}
    with rasterio.open(
        tmp_path / "in.tif",
        "w",
        crs="EPSG:32632",
        transform=rasterio.Affine(1, 0, 500_000, 0, -1, 5e6),
        **profile,
    ) as file:
        file.write(rgb)
    heard = Heard()
    params = AutomaticMasksParams(
        input=str(tmp_path / "in.tif"),
        mode="coverage",
        tile_size=80,
        overlap=24,
        labels=str(tmp_path / "labels.tif"),
    )
    result = segment_everything(params, heard, load_colours(80))
    outlines = outlines_of(heard.found)
    assert_partition(outlines)
    assert sorted(feature.area_px for feature in heard.found) == [1000, 3500]
    assert result["count"] == 2
    with rasterio.open(tmp_path / "labels.tif") as dataset:
        labels, transform = dataset.read(1), dataset.transform
    drawn = [(outline, feature.object_id) for outline, feature in zip(outlines, heard.found)]
    assert np.array_equal(rasterize(drawn, labels.shape, transform=transform, dtype=labels.dtype), labels)
