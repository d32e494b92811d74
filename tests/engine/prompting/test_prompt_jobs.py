"""Whole runs with prompts, from files to features, with a model whose answers are known."""

import tracemalloc

import numpy as np
import pyproj
import pytest
import shapely
from rasterio.transform import Affine
from sam2_toolbox.engine.api.errors import Cancelled, Code, EngineError
from sam2_toolbox.engine.api.parameters.prompt_params import PromptSegmentParams, RefinePolygonsParams
from sam2_toolbox.engine.api.prompts import PromptFeature, PromptWriter
from sam2_toolbox.engine.prompting.prompt_jobs import refine, segment_prompts
from shapely.affinity import affine_transform

from ..colour_prompts import ColourPrompts, load_prompts
from ..test_jobs import GRIDS, Heard, write

UTM = pyproj.CRS.from_epsg(32632).to_wkt()
NORTH_UP = Affine(0.5, 0, 500_000, 0, -0.5, 5_500_000)


def picture(width, height, blocks):
    """uint8 (3, height, width): black with a rectangle (x, y, width, height) of its own colour each."""
    rgb = np.zeros((3, height, width), np.uint8)
    for number, (x, y, w, h) in enumerate(blocks, start=1):
        rgb[:, y : y + h, x : x + w] = np.array([40 + number % 200, 250 - number % 200, 90 + number // 200])[
            :, None, None
        ]
    return rgb


def in_map(geometry, transform=NORTH_UP):
    matrix = transform.a, transform.b, transform.d, transform.e, transform.c, transform.f
    return affine_transform(geometry, matrix)


def write_prompts(path, prompts):
    """``prompts``: geometry in map coordinates, or (object, feature, label, geometry)."""
    with PromptWriter(str(path)) as writer:
        for number, prompt in enumerate(prompts, start=1):
            if not isinstance(prompt, tuple):
                prompt = (number, 100 + number, 1, prompt)
            *numbers, geometry = prompt
            writer.add(PromptFeature(*numbers, shapely.to_wkb(geometry)))
    return str(path)


def run(raster, prompts, model=None, heard=None, closer_below=0.0, **params):
    model, heard = model or ColourPrompts(), heard or Heard()
    params.setdefault("overlap", 32)
    result = segment_prompts(
        PromptSegmentParams(input=str(raster), prompts=str(prompts), **params),
        heard,
        load_prompts(model, closer_below),
    )
    return result, {feature.object_id: feature for feature in heard.found}, heard


def run_refine(raster, polygons, model=None, heard=None, **params):
    model, heard = model or ColourPrompts(), heard or Heard()
    params.setdefault("overlap", 32)
    result = refine(
        RefinePolygonsParams(input=str(raster), polygons=str(polygons), **params), heard, load_prompts(model)
    )
    return result, {feature.object_id: feature for feature in heard.found}, heard


def outline_of(feature):
    return shapely.from_wkb(feature.wkb)


def block(x, y, width, height):
    return shapely.box(x, y, x + width, y + height)


BLOCKS = [(20, 30, 40, 25), (400, 300, 60, 50), (240, 120, 30, 100), (600, 30, 20, 20)]


@pytest.fixture
def raster(tmp_path):
    return write(tmp_path / "blocks.tif", picture(700, 500, BLOCKS), NORTH_UP, UTM)


PROMPTS = {
    "points": lambda x, y, w, h: shapely.Point(x + w / 2, y + h / 2),
    "multipoints": lambda x, y, w, h: shapely.MultiPoint([(x + 2.5, y + 2.5), (x + w - 2.5, y + h - 2.5)]),
    "lines": lambda x, y, w, h: shapely.LineString([(x + 3.5, y + 3.5), (x + w - 3.5, y + h - 3.5)]),
    "boxes": lambda x, y, w, h: block(x - 3, y - 2, w + 5, h + 4),
    "polygons": lambda x, y, w, h: shapely.Point(x + w / 2, y + h / 2).buffer(min(w, h) / 2),
}


@pytest.mark.parametrize("polygon_as", ["box", "mask"])
@pytest.mark.parametrize("kind", PROMPTS)
def test_each_prompt_finds_its_object(tmp_path, raster, kind, polygon_as):
    prompts = write_prompts(tmp_path / "prompts", [in_map(PROMPTS[kind](*b)) for b in BLOCKS])
    result, found, _ = run(raster, prompts, polygon_as=polygon_as)
    assert result["count"] == 4
    for number, b in enumerate(BLOCKS, start=1):
        feature = found[number]
        assert outline_of(feature).equals(shapely.MultiPolygon([in_map(block(*b))]))
        assert feature.score == 0.9
        assert feature.stability == 0.97
        assert feature.more == {"candidate": 2 if kind == "points" else 0, "scale": 1.0}
        assert feature.area_px == b[2] * b[3]


@pytest.mark.parametrize("name", GRIDS)
def test_objects_lie_where_they_are_on_any_grid(tmp_path, name):
    transform, crs = GRIDS[name]
    path = write(tmp_path / "blocks.tif", picture(700, 500, BLOCKS), transform, crs)
    on_map = transform if transform is not None else Affine(1, 0, 0, 0, -1, 0)
    centres = [in_map(PROMPTS["points"](*b), on_map) for b in BLOCKS]
    _, found, _ = run(path, write_prompts(tmp_path / "prompts", centres))
    for number, b in enumerate(BLOCKS, start=1):
        expected = in_map(block(*b), on_map)
        pixel = min(np.hypot(on_map.a, on_map.d), np.hypot(on_map.b, on_map.e))
        assert shapely.hausdorff_distance(outline_of(found[number]), expected) < 1e-6 * pixel


def scattered(rng, count, side):
    """Squares that do not touch, each with a margin."""
    cells = rng.choice((side // 20) ** 2, count, replace=False)
    return [(int(c % (side // 20)) * 20 + 4, int(c // (side // 20)) * 20 + 5, 11, 9) for c in cells]


def test_200_boxes_each_window_is_encoded_once_whatever_the_order(tmp_path):
    rng = np.random.default_rng(4)
    blocks = scattered(rng, 200, 1000)
    raster = write(tmp_path / "many.tif", picture(1000, 1000, blocks), NORTH_UP, UTM)
    boxes = [(n, n, 1, in_map(block(x - 1, y - 1, w + 2, h + 2))) for n, (x, y, w, h) in enumerate(blocks, 1)]
    answers = []
    for order in (np.arange(200), rng.permutation(200)):
        model = ColourPrompts()
        prompts = write_prompts(tmp_path / "prompts", [boxes[index] for index in order])
        result, found, _ = run(raster, prompts, model)
        assert result["windows"] == len(model.windows) == len(set(model.windows))
        # 25 tiles and what lies across their seams; every box in a window of its own would be 200.
        assert 25 <= len(model.windows) <= 60
        assert set(found) == set(range(1, 201))
        answers.append(found)
    assert answers[0] == answers[1]
    for number, b in enumerate(blocks, start=1):
        assert outline_of(answers[0][number]).equals(in_map(shapely.MultiPolygon([block(*b)])))


def test_many_prompts_in_one_window_are_asked_in_parts(tmp_path):
    raster = write(tmp_path / "grey.tif", picture(120, 100, [(10, 10, 90, 80)]), NORTH_UP, UTM)
    rng = np.random.default_rng(2)
    places = [in_map(shapely.Point(*place)) for place in rng.uniform(11, 89, (600, 2))]
    model = ColourPrompts()
    result, found, _ = run(raster, write_prompts(tmp_path / "prompts", places), model)
    assert (result["count"], result["windows"], len(model.windows)) == (600, 1, 1)
    assert 1 < model.asked <= 5
    assert set(found) == set(range(1, 601))


def test_a_prompt_is_never_at_the_rim_of_its_window(tmp_path):
    rng = np.random.default_rng(9)
    raster = write(tmp_path / "many.tif", picture(900, 700, [(0, 0, 900, 700)]), NORTH_UP, UTM)
    points = [in_map(shapely.Point(*place)) for place in rng.uniform((1, 1), (899, 699), (60, 2))]
    model = ColourPrompts()
    run(raster, write_prompts(tmp_path / "prompts", points), model)
    firsts = [(window, prompt) for window, prompt in model.prompts if window.width == 256]
    for window, prompt in firsts:
        x, y = prompt.points[0]
        assert x >= 8 or window.x == 0
        assert y >= 8 or window.y == 0
        assert x <= 248 or window.right >= 448
        assert y <= 248 or window.bottom >= 350


LARGE = (60, 50, 560, 400)


@pytest.mark.parametrize("kind", PROMPTS)
def test_an_object_larger_than_a_window_is_seen_whole_on_a_coarser_grid(tmp_path, kind):
    raster = write(tmp_path / "large.tif", picture(700, 500, [LARGE]), NORTH_UP, UTM)
    prompts = write_prompts(tmp_path / "prompts", [in_map(PROMPTS[kind](*LARGE))])
    model = ColourPrompts()
    result, found, _ = run(raster, prompts, model)
    (feature,) = found.values()
    assert feature.more["scale"] == 4.0
    assert not feature.touches_edge
    expected = in_map(block(*LARGE))
    assert shapely.hausdorff_distance(outline_of(feature), expected) <= 4 * 0.5 * 1.5
    assert len(model.windows) == len(set(model.windows)) == result["windows"]
    if kind == "boxes":  # they say at once how large the object is
        assert len(model.windows) == 1


def test_an_answer_much_larger_than_its_box_is_no_reason_to_look_wider(tmp_path):
    raster = write(tmp_path / "large.tif", picture(700, 500, [LARGE]), NORTH_UP, UTM)
    model = ColourPrompts()
    _, found, _ = run(raster, write_prompts(tmp_path / "prompts", [in_map(block(300, 200, 20, 20))]), model)
    assert len(model.windows) == 1
    assert found[1].more["scale"] == 1.0


SMALL = [(30, 40, 20, 14), (118, 200, 22, 22), (690, 480, 10, 20)]


@pytest.mark.parametrize("kind", ["boxes", "polygons", "points"])
def test_what_is_small_in_its_box_is_looked_at_in_half_a_window(tmp_path, kind):
    blocks = [*SMALL, BLOCKS[1]]
    raster = write(tmp_path / "small.tif", picture(700, 500, blocks), NORTH_UP, UTM)
    prompts = write_prompts(tmp_path / "prompts", [in_map(PROMPTS[kind](*b)) for b in blocks])
    model = ColourPrompts()
    result, found, _ = run(raster, prompts, model, closer_below=0.12)
    sides = [128, 128, 128, 256] if kind != "points" else [256] * 4
    assert sorted(window.width for window, _ in model.prompts) == sides
    assert len(model.windows) == len(set(model.windows)) == result["windows"]
    for number, b in enumerate(blocks, start=1):
        assert outline_of(found[number]).equals(in_map(shapely.MultiPolygon([block(*b)])))
        assert found[number].more["scale"] == 1.0


def test_a_small_box_in_an_object_larger_than_half_a_window_is_asked_again_in_a_whole_one(tmp_path):
    raster = write(tmp_path / "long.tif", picture(700, 500, [(20, 20, 150, 12)]), NORTH_UP, UTM)
    prompts = write_prompts(tmp_path / "prompts", [in_map(block(40, 12, 28, 28))])
    model = ColourPrompts()
    _, found, _ = run(raster, prompts, model, closer_below=0.12)
    assert [window.width for window, _ in model.prompts] == [128, 256]
    assert outline_of(found[1]).equals(in_map(shapely.MultiPolygon([block(20, 20, 150, 12)])))


@pytest.mark.parametrize(("size", "params"), [((120, 100), {}), ((700, 500), {"tile_size": 128})])
def test_nothing_is_looked_at_closer_than_the_raster_or_tile_size_allow(tmp_path, size, params):
    raster = write(tmp_path / "small.tif", picture(*size, [SMALL[0]]), NORTH_UP, UTM)
    prompts = write_prompts(tmp_path / "prompts", [in_map(PROMPTS["boxes"](*SMALL[0]))])
    model = ColourPrompts()
    run(raster, prompts, model, closer_below=0.12, **params)
    ((window, _),) = model.prompts
    assert window.width == min(128, size[0])


def test_a_point_near_a_seam_is_answered_in_a_window_between(tmp_path):
    across = (230, 200, 60, 60)  # the tiles end at 256 and begin at 224
    raster = write(tmp_path / "seam.tif", picture(700, 500, [across]), NORTH_UP, UTM)
    prompts = write_prompts(tmp_path / "prompts", [in_map(shapely.Point(236.5, 230))])
    _, found, _ = run(raster, prompts)
    (feature,) = found.values()
    assert feature.more["scale"] == 1.0
    assert outline_of(feature).equals(in_map(shapely.MultiPolygon([block(*across)])))


@pytest.mark.parametrize("outline", ["smooth", "rectilinear"])
def test_every_outline_can_be_had(tmp_path, raster, outline):
    prompts = write_prompts(tmp_path / "prompts", [in_map(PROMPTS["boxes"](*b)) for b in BLOCKS])
    _, found, _ = run(raster, prompts, outline=outline)
    for number, b in enumerate(BLOCKS, start=1):
        assert shapely.hausdorff_distance(outline_of(found[number]), in_map(block(*b))) <= 0.5


def test_a_group_prompts_one_object(tmp_path, raster):
    first, second = BLOCKS[0], BLOCKS[1]
    prompts = [
        (1, 11, 1, in_map(PROMPTS["points"](*first))),
        (2, 12, 1, in_map(PROMPTS["boxes"](*second))),
        (1, 13, 0, in_map(shapely.Point(100, 100))),
        (1, 14, 1, in_map(shapely.Point(first[0] + 1, first[1] + 1))),
        (2, 15, 1, in_map(PROMPTS["points"](*second))),
    ]
    model = ColourPrompts()
    _, found, _ = run(raster, write_prompts(tmp_path / "prompts", prompts), model)
    assert set(found) == {1, 2}
    asked = {prompt.form: prompt for _, prompt in model.prompts}
    assert set(asked) == {(3, False, False), (1, True, False)}
    assert sorted(asked[3, False, False].labels) == [0, 1, 1]


def test_what_is_left_out_is_listed_with_its_reason(tmp_path):
    values = np.stack([np.full((500, 700), n, np.uint8) for n in (50, 60, 70)])
    values[:, :, 600:] = 0
    raster = write(tmp_path / "holes.tif", values, NORTH_UP, UTM, nodata=0)
    prompts = [
        (1, 21, 1, in_map(shapely.Point(300, 300))),
        (2, 22, 1, in_map(shapely.Point(3000, 300))),
        (3, 23, 1, in_map(block(-90, -90, 50, 50))),
        (4, 24, 1, in_map(shapely.Point(650, 200))),
        (5, 25, 1, in_map(block(620, 20, 30, 30))),
        (6, 26, 0, in_map(shapely.Point(300, 300))),
        (7, 27, 1, shapely.Point()),
        (8, 28, 1, in_map(shapely.MultiPoint(np.random.default_rng(1).uniform(10, 400, (70, 2))))),
    ]
    result, found, heard = run(raster, write_prompts(tmp_path / "prompts", prompts))
    assert set(found) == {1}
    assert (result["count"], result["left_out"]) == (1, 7)
    said = [text for level, text in heard.logs if level == "warning"]
    reasons = {
        "lie outside the part": "features 22, 23.",
        "has no data": "features 24, 25.",
        "background prompts only": "feature 26.",
        "have no geometry": "feature 27.",
        "more points than": "feature 28.",
    }
    for reason, features in reasons.items():
        (sentence,) = [text for text in said if reason in text]
        assert sentence.endswith(features)


def test_points_off_the_raster_do_not_spoil_those_on_it(tmp_path, raster):
    x, y, w, h = BLOCKS[0]
    both = shapely.MultiPoint([(x + w / 2, y + h / 2), (-400, 20)])
    _, found, _ = run(raster, write_prompts(tmp_path / "prompts", [in_map(both)]))
    assert found[1].more["scale"] == 1.0
    assert found[1].area_px == w * h


def test_nothing_seen_is_said(tmp_path, raster):
    prompts = write_prompts(tmp_path / "prompts", [in_map(shapely.Point(5, 5))])
    _, found, heard = run(raster, prompts)
    assert not found
    assert any("nothing that it could outline: feature 101." in text for _, text in heard.logs)


def test_area_limits_leave_out(tmp_path, raster):
    prompts = write_prompts(tmp_path / "prompts", [in_map(PROMPTS["points"](*b)) for b in BLOCKS])
    _, found, heard = run(raster, prompts, max_area=500, min_area=110)
    assert set(found) == {1}
    assert any("area limits allow: features 102, 103, 104." in text for _, text in heard.logs)


def test_the_area_of_interest_cuts(tmp_path, raster):
    area = in_map(block(0, 0, 40, 500))
    prompts = write_prompts(tmp_path / "prompts", [in_map(PROMPTS["boxes"](*b)) for b in BLOCKS])
    _, found, heard = run(raster, prompts, mask_layer=shapely.to_wkb(area, hex=True))
    assert set(found) == {1}
    assert outline_of(found[1]).equals(in_map(shapely.MultiPolygon([block(20, 30, 20, 25)])))
    assert found[1].touches_edge
    assert any("area of interest: features 102, 103, 104." in text for _, text in heard.logs)


def test_an_extent_is_the_part_that_counts(tmp_path, raster):
    part = in_map(block(230, 100, 100, 200)).bounds
    prompts = write_prompts(tmp_path / "prompts", [in_map(PROMPTS["points"](*b)) for b in BLOCKS])
    _, found, _ = run(raster, prompts, extent=part)
    assert set(found) == {3}


@pytest.mark.parametrize("raster_at", [179.9995, -180.0005])
def test_prompts_beyond_the_antimeridian(tmp_path, raster_at):
    transform = Affine(1e-5, 0, raster_at, 0, -1e-5, 10.0)
    wgs84 = pyproj.CRS.from_epsg(4326).to_wkt()
    raster = write(tmp_path / "date line.tif", picture(100, 100, [(10, 10, 80, 30)]), transform, wgs84)
    west, east = in_map(shapely.Point(20.5, 20.5), transform), in_map(shapely.Point(80.5, 20.5), transform)
    folded = [shapely.Point((p.x + 180) % 360 - 180, p.y) for p in (west, east)]
    halves = shapely.MultiPolygon([shapely.box(179.9996, 9.9996, 180, 9.9999),
                                   shapely.box(-180, 9.9996, -179.9996, 9.9999)])  # fmt: skip
    model = ColourPrompts(128)
    _, found, _ = run(raster, write_prompts(tmp_path / "prompts", [*folded, halves]), model)
    assert set(found) == {1, 2, 3}
    for feature in found.values():
        expected = in_map(block(10, 10, 80, 30), transform)
        assert shapely.hausdorff_distance(outline_of(feature), expected) < 1e-9
    (box,) = [prompt.box for _, prompt in model.prompts if prompt.box is not None]
    assert box == pytest.approx([10, 10, 90, 40], abs=0.01)


def test_invalid_polygons_prompt_all_the_same(tmp_path, raster):
    x, y, w, h = BLOCKS[1]
    bow_tie = shapely.Polygon([(x, y), (x + w, y + h), (x + w, y), (x, y + h)])
    _, found, _ = run(raster, write_prompts(tmp_path / "prompts", [in_map(bow_tie)]), polygon_as="mask")
    assert found[1].area_px == w * h


def test_no_prompts_are_no_objects(tmp_path, raster):
    result, found, _ = run(raster, write_prompts(tmp_path / "prompts", []))
    assert (result["count"], result["windows"], found) == (0, 0, {})


def test_a_damaged_geometry_is_a_sentence(tmp_path, raster):
    path = tmp_path / "prompts"
    with PromptWriter(str(path)) as writer:
        writer.add(PromptFeature(1, 77, 1, b"\x01\x01\x00"))
    with pytest.raises(EngineError, match="feature 77") as caught:
        run(raster, path)
    assert caught.value.code is Code.BAD_PARAMETER


def test_cancel_is_heard(tmp_path, raster):
    prompts = write_prompts(tmp_path / "prompts", [in_map(PROMPTS["points"](*b)) for b in BLOCKS])
    with pytest.raises(Cancelled):
        run(raster, prompts, heard=Heard(cancel_after=1))


class TestRefine:
    def test_same_changed_and_gone(self, tmp_path, raster):
        x, y, w, h = BLOCKS[1]
        old = [
            block(*BLOCKS[0]),  # as it is
            block(x, y, w // 2, h),  # half of it has been built since
            block(500, 100, 40, 40),  # nothing there any more
            block(238, 118, 32, 102),  # drawn a little too large
        ]
        result, found, _ = run_refine(raster, write_prompts(tmp_path / "old", [in_map(p) for p in old]))
        assert result["count"] == 4
        assert [found[n].more["change"] for n in (1, 2, 3, 4)] == ["same", "changed", "gone", "same"]
        ious = [found[n].more["iou_old"] for n in (1, 2, 3, 4)]
        assert ious == pytest.approx([1, 0.5, 0, 3000 / (32 * 102)])
        assert found[1].more["shift_m"] == pytest.approx(0, abs=1e-6)
        assert found[2].more["shift_m"] == pytest.approx(15 * 0.5, rel=1e-3)  # UTM's scale
        assert found[3].more["shift_m"] is None
        assert found[4].more["shift_m"] == pytest.approx(np.hypot(1, 1) * 0.5, rel=1e-3)
        assert outline_of(found[2]).equals(in_map(shapely.MultiPolygon([block(x, y, w, h)])))
        assert outline_of(found[4]).equals(in_map(shapely.MultiPolygon([block(*BLOCKS[2])])))
        # What is gone stays where it was.
        assert outline_of(found[3]).equals(in_map(shapely.MultiPolygon([old[2]])))
        assert found[3].area_m2 == pytest.approx(400, rel=2e-3)

    def test_the_limits_are_parameters(self, tmp_path, raster):
        x, y, w, h = BLOCKS[1]
        old = write_prompts(tmp_path / "old", [in_map(block(x, y, w // 2, h))])

        def change(**limits):
            return run_refine(raster, old, **limits)[1][1].more["change"]

        assert change() == "changed"
        assert change(same_iou=0.5) == "same"
        assert change(gone_iou=0.51) == "gone"
        assert change(gone_score=0.91) == "gone"

    def test_the_old_shape_is_the_models_first_guess(self, tmp_path, raster):
        x, y, w, h = BLOCKS[1]
        old = in_map(shapely.Polygon([(x, y), (x + w, y), (x, y + h)]))
        model = ColourPrompts()
        run_refine(raster, write_prompts(tmp_path / "old", [old]), model)
        ((window, prompt),) = model.prompts
        assert prompt.box.tolist() == [x - window.x, y - window.y, x + w - window.x, y + h - window.y]
        logits = prompt.mask_logits
        assert logits.shape == (64, 64)
        assert set(np.unique(logits)) > {-10.0, 10.0}
        inside = (logits + 10) / 20
        assert inside.sum() * 16 == pytest.approx(w * h / 2, rel=0.02)
        rows, columns = np.nonzero(inside == 1)
        assert rows.min() * 4 >= y - window.y
        assert columns.max() * 4 < x + w - window.x

    def test_holes_and_parts_stay_in_what_is_gone(self, tmp_path, raster):
        ring = block(500, 100, 40, 40).difference(block(510, 110, 10, 10))
        old = in_map(shapely.MultiPolygon([ring, block(560, 100, 9, 9)]))
        _, found, _ = run_refine(raster, write_prompts(tmp_path / "old", [old]))
        assert outline_of(found[1]).equals(old)

    def test_polygons_across_the_rasters_edge_are_compared_inside(self, tmp_path):
        raster = write(tmp_path / "edge.tif", picture(300, 200, [(0, 50, 60, 40)]), NORTH_UP, UTM)
        old = write_prompts(tmp_path / "old", [in_map(block(-60, 50, 120, 40))])
        _, found, _ = run_refine(raster, old)
        assert found[1].more["iou_old"] == pytest.approx(1)
        assert found[1].touches_edge

    def test_large_polygons_are_seen_whole(self, tmp_path):
        raster = write(tmp_path / "large.tif", picture(700, 500, [LARGE]), NORTH_UP, UTM)
        _, found, _ = run_refine(raster, write_prompts(tmp_path / "old", [in_map(block(*LARGE))]))
        assert found[1].more["change"] == "same"
        assert found[1].more["scale"] == 4.0


def test_memory_does_not_grow_with_the_prompts(tmp_path):
    raster = write(tmp_path / "grey.tif", picture(300, 300, [(0, 0, 300, 300)]), NORTH_UP, UTM)
    far = shapely.to_wkb(in_map(shapely.Point(-500, 40).buffer(30, quad_segs=500)))
    with PromptWriter(str(tmp_path / "prompts")) as writer:
        for number in range(1, 801):
            writer.add(PromptFeature(number, number, 1, far))
    tracemalloc.start()
    result, _, _ = run(raster, tmp_path / "prompts")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert result["left_out"] == 800
    assert len(far) * 800 > 25e6
    assert peak < 8e6
