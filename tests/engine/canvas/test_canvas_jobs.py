"""Clicks: the same pixels wherever the raster lies, no encoder on known ground, and what goes wrong."""

import base64
import os
from dataclasses import replace

import cv2
import numpy as np
import pytest
import shapely
import torch
from rasterio.features import rasterize
from rasterio.transform import Affine
from sam2_toolbox.engine.api.errors import Cancelled, Code, EngineError
from sam2_toolbox.engine.api.parameters.params import AutomaticMasksParams, ModelParams, RasterParams
from sam2_toolbox.engine.canvas.canvas_jobs import CanvasJobs
from sam2_toolbox.engine.canvas.canvas_session import CanvasRaster
from sam2_toolbox.engine.embeddings.embedding_file import Place
from sam2_toolbox.engine.generator.automatic import AutomaticSegmenter
from sam2_toolbox.engine.jobs import segment_everything
from sam2_toolbox.engine.model.sam2_image import EncodedImage, encode_image
from sam2_toolbox.engine.model.sam2_model import load_model
from sam2_toolbox.engine.model.sam2_prompts import Candidates, Prompt, logits_of_coverage, predict
from sam2_toolbox.engine.rasters.raster import open_raster
from sam2_toolbox.engine.tiles.tiling import Window
from torch.nn.functional import interpolate

from ..small_model import write_config

SIDE = 256
WIDTH, HEIGHT = 400, 330
NO_POINTS = np.empty((0, 2), np.float32), np.empty(0, np.int32)

NORTH_UP = Affine(0.5, 0, 500000, 0, -0.5, 5100000)
GRIDS = {
    "north up": ("EPSG:32632", NORTH_UP),
    "south up": ("EPSG:32632", Affine(0.5, 0, 500000, 0, 0.5, 5100000)),
    "turned": ("EPSG:32632", Affine(0.4, 0.3, 500000, 0.3, -0.4, 5100000)),
    "sheared": ("EPSG:32632", Affine(0.5, 0.1, 500000, 0, -0.5, 5100000)),
    "geographic": ("EPSG:4326", Affine(4.5e-6, 0, 11.3, 0, -4.5e-6, 46.1)),
    "mirrored": ("EPSG:32632", Affine(-0.5, 0, 500000, 0, -0.5, 5100000)),
}


class Listener:
    """A ``Report`` that remembers, and can ask to stop."""

    def __init__(self):
        self.found, self.said, self.fractions = [], [], []
        self.stop_at = None

    def progress(self, fraction, text=""):
        self.fractions.append(fraction)

    def log(self, text, level="info"):
        self.said.append((level, text))

    def features(self, features):
        self.found = list(features)

    def check_cancelled(self):
        if self.stop_at is not None and self.fractions and self.fractions[-1] >= self.stop_at:
            raise Cancelled


class Loader:
    """Loads the small model and counts how often."""

    def __init__(self, folder):
        self.folder = folder
        self.count = 0

    def __call__(self, params, report):
        self.count += 1
        return load_model(params, self.folder, self.folder, report)


@pytest.fixture(scope="module")
def bundled(tmp_path_factory):
    torch.set_num_threads(1)
    folder = tmp_path_factory.mktemp("bundled")
    write_config(folder, SIDE)
    return folder


@pytest.fixture(scope="module")
def model(bundled):
    return load_model(ModelParams(device="cpu"), bundled, bundled).model


@pytest.fixture
def load(bundled):
    return Loader(bundled)


@pytest.fixture
def report():
    return Listener()


@pytest.fixture
def jobs(load, tmp_path):
    return CanvasJobs(load, tmp_path / "cache")


def picture(width=WIDTH, height=HEIGHT, seed=6):
    coarse = np.random.default_rng(seed).integers(1, 256, (height // 40 + 1, width // 40 + 1, 3), np.uint8)
    smooth = cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC)
    return np.moveaxis(np.maximum(smooth, 1), -1, 0)


@pytest.fixture
def path(write_raster):
    return write_raster(picture())


def on_map(transform, *pixels):
    """Map coordinates [x, y] of pixels (column, row)."""
    a, b, c, d, e, f = transform[:6]
    return [[a * column + b * row + c, d * column + e * row + f] for column, row in pixels]


def click(transform, *points, path, **params):
    """The parameters of a prompt; ``points`` are (column, row, label)."""
    placed = [[*on_map(transform, (x, y))[0], label] for x, y, label in points]
    return {"input": path, "device": "cpu", "points": placed, **params}


def masks_of(report, transform, shape=(HEIGHT, WIDTH)):
    """The features burnt into the raster's own grid again."""
    return [
        rasterize([shapely.from_wkb(feature.wkb)], shape, transform=transform).astype(bool)
        for feature in report.found
    ]


def expected_masks(model, path, place, prompt, three):
    """Masks of a window, the best first, in the raster's grid, by the model alone."""
    with open_raster(RasterParams(input=path)) as reader:
        values, _ = reader.read(place.window)
    image = encode_image(model, np.ascontiguousarray(np.moveaxis(values, 0, -1)))
    answer = predict(model, image, prompt, three)
    window = place.window
    full = interpolate(answer.logits[None], (window.height, window.width), mode="bilinear")[0] > 0
    masks = []
    for number in torch.argsort(answer.iou, descending=True, stable=True).tolist():
        mask = np.zeros((HEIGHT, WIDTH), bool)
        mask[window.y : window.bottom, window.x : window.right] = full[number].numpy()
        masks.append(mask)
    return masks, answer


def one(x, y, label=1):
    return np.array([[x, y]], np.float32), np.array([label], np.int32)


# The prompts below are asked of one window, without a second look where that cuts the object.
@pytest.fixture
def one_look(monkeypatch):
    monkeypatch.setattr("sam2_toolbox.engine.canvas.canvas_answers._LOOKS", 1)


@pytest.mark.parametrize("grid", GRIDS)
def test_a_click_finds_the_same_pixels_wherever_the_raster_lies(
    write_raster, jobs, report, model, one_look, grid
):
    crs, transform = GRIDS[grid]
    path = write_raster(picture(), crs=crs, transform=transform)
    result = jobs.prompt(click(transform, (130.5, 150.25, 1), path=path), report)
    place = Place.named(result["window"])
    prompt = Prompt(*one(130.5 - place.window.x, 150.25 - place.window.y))
    expected, _ = expected_masks(model, path, place, prompt, True)
    found = masks_of(report, transform)
    assert len(found) == result["candidates"] == 3
    assert all(np.array_equal(a, b) for a, b in zip(found, expected, strict=True))
    assert [feature.object_id for feature in report.found] == [1, 2, 3]
    assert [feature.score for feature in report.found] == sorted(
        (feature.score for feature in report.found), reverse=True
    )
    for feature in report.found:
        back = on_map(~transform, (feature.prompt_x, feature.prompt_y))[0]
        assert back == pytest.approx([130.5, 150.25], abs=1e-4)
    window = place.window
    corners = [(window.x, window.y), (window.right, window.y), (window.right, window.bottom)]
    expected_corners = on_map(transform, *corners, (window.x, window.bottom))
    assert np.allclose(result["corners"], expected_corners, rtol=0, atol=1e-9)


def test_a_small_box_is_looked_at_in_half_a_window(path, load, tmp_path, report, model, one_look):
    jobs = CanvasJobs(
        lambda params, report: replace(load(params, report), closer_below=0.1), tmp_path / "cache"
    )

    def ask(box, points=(), **more):
        given = on_map(NORTH_UP, box[:2], box[2:]) if box else None
        corners = given and [given[0][0], given[1][1], given[1][0], given[0][1]]
        asked = click(NORTH_UP, *points, path=path, box=corners, **more)
        return Place.named(jobs.prompt(asked, report)["window"]).window

    window = ask((150, 140, 170, 158))
    assert (window.width, window.height) == (SIDE // 2, SIDE // 2)
    box = np.array([150, 140, 170, 158], np.float32) - np.array([window.x, window.y] * 2, np.float32)
    place = Place(WIDTH, HEIGHT, window)
    expected, _ = expected_masks(model, path, place, Prompt(*NO_POINTS, box=box), False)
    assert np.array_equal(masks_of(report, NORTH_UP)[0], expected[0])
    assert ask((150, 140, 180, 158)).width == SIDE
    assert ask(None, [(160.5, 150.5, 1)]).width == SIDE
    # From far away the level of the view answers.
    assert ask((150, 140, 170, 158), pixel=1.0) == Window(0, 0, WIDTH // 2, HEIGHT // 2)


def test_a_box_may_be_turned_with_the_raster(write_raster, jobs, report, model, one_look):
    crs, transform = GRIDS["turned"]
    path = write_raster(picture(), crs=crs, transform=transform)
    corners = on_map(transform, (60, 70), (170, 70), (170, 190), (60, 190))
    result = jobs.prompt({"input": path, "device": "cpu", "points": [], "box": corners}, report)
    place = Place.named(result["window"])
    offset = np.array([place.window.x, place.window.y] * 2, np.float32)
    prompt = Prompt(*NO_POINTS, box=np.array([60, 70, 170, 190], np.float32) - offset)
    expected, _ = expected_masks(model, path, place, prompt, False)
    assert result["candidates"] == 1
    assert np.array_equal(masks_of(report, transform)[0], expected[0])


def test_a_lasso_is_a_mask_and_a_box(path, jobs, report, model, one_look):
    ring = [(60, 70), (180, 70), (180, 190), (60, 190)]
    polygon = shapely.Polygon(on_map(NORTH_UP, *ring))
    params = {"input": path, "device": "cpu", "points": [], "lasso": polygon.wkb_hex}
    result = jobs.prompt(params, report)
    place = Place.named(result["window"])
    window, side = place.window, SIDE // 4
    coverage = np.zeros((side, side), np.float32)
    scale_x, scale_y = window.width / side, window.height / side
    for row in range(side):
        for column in range(side):
            cell = shapely.box(column * scale_x, row * scale_y, (column + 1) * scale_x, (row + 1) * scale_y)
            moved = shapely.affinity.translate(shapely.Polygon(ring), -window.x, -window.y)
            coverage[row, column] = moved.intersection(cell).area / cell.area
    box = np.array([60 - window.x, 70 - window.y, 180 - window.x, 190 - window.y], np.float32)
    prompt = Prompt(*NO_POINTS, box=box, mask_logits=logits_of_coverage(coverage))
    expected, _ = expected_masks(model, path, place, prompt, False)
    found = masks_of(report, NORTH_UP)[0]
    # The lasso is drawn on quarters of a cell.
    assert np.mean(found != expected[0]) < 0.01


def test_a_second_click_refines_the_candidate_that_was_chosen(path, jobs, report, model, one_look):
    first = click(NORTH_UP, (130.5, 150.5, 1), path=path)
    result = jobs.prompt(first, report)
    place = Place.named(result["window"])
    x, y = place.window.x, place.window.y
    _, answer = expected_masks(model, path, place, Prompt(*one(130.5 - x, 150.5 - y)), True)
    order = torch.argsort(answer.iou, descending=True, stable=True).tolist()
    # A preview between the two is no answer to go on from.
    jobs.prompt({**click(NORTH_UP, (90, 100, 1), path=path), "preview": True}, report)
    both = click(NORTH_UP, (130.5, 150.5, 1), (150.5, 120.5, 0), path=path)
    jobs.prompt({**both, "previous": True, "candidate": 1}, report)
    points = np.array([[130.5 - x, 150.5 - y], [150.5 - x, 120.5 - y]], np.float32)
    labels = np.array([1, 0], np.int32)
    refined = Prompt(points, labels, mask_logits=answer.mask_logits(order[1]))
    expected, _ = expected_masks(model, path, place, refined, False)
    assert np.array_equal(masks_of(report, NORTH_UP)[0], expected[0])
    jobs.prompt({**both, "previous": False}, report)
    expected, _ = expected_masks(model, path, place, Prompt(points, labels), False)
    assert np.array_equal(masks_of(report, NORTH_UP)[0], expected[0])


def test_known_ground_costs_no_encoder_not_even_after_a_restart(path, jobs, load, report, tmp_path):
    view = {"input": path, "device": "cpu", "view": [500010, 5099850, 500110, 5099950], "pixel": 0.5}
    prepared = jobs.encode(view, report)
    assert not prepared["cached"]
    assert prepared["resolution"] == 0.5
    assert report.fractions == sorted(report.fractions)
    again = jobs.encode(view, report)
    assert again["cached"]
    assert {**again, "cached": 0, "seconds": 0} == {**prepared, "cached": 0, "seconds": 0}
    x, y = np.mean(prepared["corners"], axis=0)
    clicked = {**view, "points": [[x, y, 1]], "may_encode": False}
    answered = jobs.prompt(clicked, report)
    assert answered["window"] == prepared["window"]
    assert not answered["encoded"]
    first = [feature.wkb for feature in report.found]
    assert load.count == 1
    restarted = CanvasJobs(load, tmp_path / "cache")
    answered = restarted.prompt(clicked, report)
    assert (answered["window"], answered["encoded"]) == (prepared["window"], False)
    assert [feature.wkb for feature in report.found] == first
    assert restarted.encode(view, report)["cached"]
    assert restarted._session.encoder_calls == 0


def test_hover_never_encodes_and_is_plain(path, jobs, report):
    hover = {**click(NORTH_UP, (130, 150, 1), path=path), "preview": True, "may_encode": False}
    result = jobs.prompt(hover, report)
    assert (result["window"], result["candidates"], result["encoded"]) == (None, 0, False)
    assert report.found == []
    jobs.prompt(click(NORTH_UP, (130, 150, 1), path=path), report)
    best = report.found[0]
    result = jobs.prompt({**hover, "outline": "smooth"}, report)
    assert result["candidates"] == 1
    (feature,) = report.found
    assert feature.area_m2 is None
    assert best.area_m2 is not None


def test_candidates_may_be_asked_for(path, jobs, report):
    one_point = click(NORTH_UP, (130, 150, 1), path=path)
    assert jobs.prompt({**one_point, "candidates": "one"}, report)["candidates"] == 1
    two = click(NORTH_UP, (130, 150, 1), (150, 150, 1), path=path)
    assert jobs.prompt(two, report)["candidates"] == 1
    assert jobs.prompt({**two, "candidates": "three"}, report)["candidates"] == 3


def test_masks_end_where_the_data_ends(write_raster, jobs, report):
    values = picture()
    values[:, :, 180:] = 0
    path = write_raster(values, nodata=0)
    jobs.prompt(click(NORTH_UP, (130, 150, 1), path=path), report)
    assert report.found
    assert not any(mask[:, 180:].any() for mask in masks_of(report, NORTH_UP))


def test_a_raster_that_changes_is_seen_anew(path, jobs, report, write_raster):
    params = click(NORTH_UP, (130, 150, 1), path=path)
    jobs.prompt(params, report)
    first = [feature.wkb for feature in report.found]
    write_raster(picture(seed=99))
    os.utime(path, ns=(1, 5))
    assert jobs.prompt(params, report)["encoded"]
    assert [feature.wkb for feature in report.found] != first
    os.unlink(path)
    with pytest.raises(EngineError) as caught:
        jobs.prompt(params, report)
    assert caught.value.code is Code.BAD_RASTER


def test_another_raster_or_model_opens_another_session(path, jobs, load, report, write_raster):
    other = write_raster(picture(seed=8), name="other.tif")
    for _ in range(2):
        for each in (path, other):
            jobs.prompt(click(NORTH_UP, (130, 150, 1), path=each), report)
    assert load.count == 1
    threads = {**click(NORTH_UP, (130, 150, 1), path=path), "threads": 1}
    jobs.prompt(threads, report)
    assert load.count == 2
    jobs.close({}, report)
    assert not jobs.prompt(threads, report)["encoded"]
    assert load.count == 2


@pytest.mark.parametrize("stop_at", [0.0, 0.5])
def test_escape_stops_an_encoding_and_the_next_click_is_answered(path, jobs, report, tmp_path, stop_at):
    params = click(NORTH_UP, (130, 150, 1), path=path)
    report.stop_at = stop_at
    with pytest.raises(Cancelled):
        jobs.prompt(params, report)
    assert not list((tmp_path / "cache").rglob("*.window"))
    report.stop_at = None
    assert jobs.prompt(params, report)["encoded"]


@pytest.mark.parametrize(
    ("params", "complaint"),
    [
        ({"points": []}, "no foreground point"),
        ({"points": [[500010, 5099950, 0]]}, "no foreground point"),
        ({"points": [[499990, 5099950, 1]]}, "outside"),
        ({"points": [[500010, 5099950, 1], [0, 0, 0]]}, "outside"),
        ({"points": [], "box": [400000, 5099900, 400010, 5099950]}, "outside"),
        ({"points": [], "lasso": "00ff"}, "LASSO"),
        (
            {"points": [], "lasso": shapely.LineString([(500010, 5099950), (500020, 5099950)]).wkb_hex},
            "LASSO",
        ),
        ({"points": [[1, 2]]}, "POINTS"),
        ({"points": [[1, 2, 3]]}, "POINTS"),
        ({"points": [], "box": [1, 2, 3]}, "BOX"),
        ({"points": [], "box": [[1, 2], [3, 4], [5, 6]]}, "BOX"),
        ({"points": [], "box": [5, 5, 5, 5]}, "BOX"),
        ({"pixel": -1}, "PIXEL"),
        ({"colour": 1}, "COLOUR"),
    ],
)
def test_a_prompt_that_cannot_be_asked_is_refused_in_words(path, jobs, report, params, complaint):
    with pytest.raises(EngineError) as caught:
        jobs.prompt({"input": path, "device": "cpu", **params}, report)
    assert caught.value.code is Code.BAD_PARAMETER
    assert complaint in caught.value.message
    assert caught.value.message.endswith(".")


def test_a_view_beside_the_raster_is_refused(path, jobs, report):
    for job in (jobs.encode, jobs.look):
        params = {"input": path, "view": [0, 0, 10, 10], "pixel": 1.0}
        with pytest.raises(EngineError) as caught:
            job(params if job == jobs.look else {**params, "device": "cpu"}, report)
        assert caught.value.code is Code.BAD_PARAMETER


def test_a_look_is_what_the_model_sees(write_raster, jobs, load, report):
    values = np.random.default_rng(1).integers(0, 3000, (3, 90, 120)).astype(np.uint16)
    path = write_raster(values, nodata=0)
    result = jobs.look({"input": path, "side": 512}, report)
    png = cv2.imdecode(np.frombuffer(base64.b64decode(result["png"]), np.uint8), cv2.IMREAD_UNCHANGED)
    assert png.shape == (90, 120, 4)
    with open_raster(RasterParams(input=path)) as reader:
        read, valid = reader.read(reader.info.window)
    assert np.array_equal(png[..., 3] > 0, valid)
    low, high = np.array(result["low"]).reshape(3, 1, 1), np.array(result["high"]).reshape(3, 1, 1)
    grey = np.rint((np.clip(read, low, high) - low) / (high - low) * 255)
    assert np.abs(np.moveaxis(png[..., 2::-1], -1, 0)[:, valid] - grey[:, valid]).max() <= 1
    assert result["stretch"] == "percentile"
    assert load.count == 0
    small = jobs.look({"input": path, "side": 50, "view": [500000, 5099970, 500060, 5100000]}, report)
    png = cv2.imdecode(np.frombuffer(base64.b64decode(small["png"]), np.uint8), cv2.IMREAD_UNCHANGED)
    assert max(png.shape) <= 51
    assert small["corners"][0] == [500000.0, 5100000.0]


def test_after_an_automatic_run_a_click_needs_no_encoder(path, bundled, load, report, tmp_path, monkeypatch):
    monkeypatch.setenv("SAM2_TOOLBOX_HOME", str(tmp_path))
    run = AutomaticMasksParams(
        input=path, device="cpu", overlap=64, points_per_side=2, pred_iou_thresh=0.0, keep_embeddings=True
    )

    def loaded_with_segmenter(params, report):
        loaded = load(params, report)
        return loaded, AutomaticSegmenter(loaded, params)

    counted = segment_everything(run, report, loaded_with_segmenter)
    kept = {found.name for found in (tmp_path / "cache").rglob("*.window")}
    assert len(kept) == 4
    without = segment_everything(replace(run, keep_embeddings=False), report, loaded_with_segmenter)
    assert counted["count"] == without["count"]
    jobs = CanvasJobs(load, tmp_path / "cache")
    for x, y in [(5, 5), (200, 160), (228, 170), (399, 329), (130, 300)]:
        answered = jobs.prompt({**click(NORTH_UP, (x, y, 1), path=path), "preview": True}, report)
        assert not answered["encoded"]
        assert f"{answered['window']}.window" in kept
    with_area = replace(run, mask_layer=shapely.box(500010, 5099900, 500120, 5099990).wkb_hex)
    segment_everything(with_area, report, loaded_with_segmenter)
    assert {found.name for found in (tmp_path / "cache").rglob("*.window")} == kept


RED = (255, 0, 0)
SCENE_WIDTH, SCENE_HEIGHT = 2200, 1500


class RedFinder:
    """Stands in for the model: every red pixel of the window is the object, whatever the prompt."""

    def encode(self, model, rgb):
        small = cv2.resize(rgb, (SIDE // 4, SIDE // 4), interpolation=cv2.INTER_AREA).astype(np.float32)
        logits = torch.from_numpy(small[..., 0] - small[..., 1] - 127.0)[None, None]
        real = encode_image(model, np.zeros((8, 8, 3), np.uint8))
        details = (torch.zeros_like(real.details[0]), real.details[1])
        details[0][:, :1] = logits
        return EncodedImage(real.embedding, real.positions, details, *rgb.shape[:2])

    def predict(self, model, image, prompt, multimask_output):
        logits = image.details[0][:, 0]
        return Candidates(logits, torch.tensor([0.9]))


@pytest.fixture
def red_finder(monkeypatch):
    finder = RedFinder()
    monkeypatch.setattr("sam2_toolbox.engine.embeddings.encoded_windows.encode_image", finder.encode)
    monkeypatch.setattr("sam2_toolbox.engine.canvas.canvas_answers.predict", finder.predict)


def scene(write_raster, left, top, right, bottom):
    """A green raster with a red rectangle."""
    values = np.zeros((3, SCENE_HEIGHT, SCENE_WIDTH), np.uint8)
    values[1] = 255
    values[:, top:bottom, left:right] = np.array(RED, np.uint8).reshape(3, 1, 1)
    return write_raster(values)


def rectangle_of(report):
    """The outline's bounds in pixels of the raster."""
    xmin, ymin, xmax, ymax = shapely.from_wkb(report.found[0].wkb).bounds
    (left, top), (right, bottom) = on_map(~NORTH_UP, (xmin, ymax), (xmax, ymin))
    return [left, top, right, bottom]


@pytest.mark.parametrize(
    ("rectangle", "at", "scale"),
    [
        ((600, 600, 700, 680), (610, 610), 1),  # well inside one window
        ((700, 600, 850, 700), (705, 650), 1),  # reaches into the next one
        ((500, 500, 900, 800), (505, 650), 4),  # larger than a window
        ((100, 600, 2100, 650), (110, 620), 16),  # a road across the raster
        ((0, 0, 80, 80), (40, 40), 1),  # at the raster's own edge: nothing is missing
    ],
)
def test_what_a_window_cuts_is_seen_whole_in_another(
    write_raster, jobs, report, red_finder, rectangle, at, scale
):
    path = scene(write_raster, *rectangle)
    result = jobs.prompt(click(NORTH_UP, (*at, 1), path=path, pixel=0.5), report)
    assert result["resolution"] <= 0.5 * scale
    assert rectangle_of(report) == pytest.approx(rectangle, abs=3 * result["resolution"] / 0.5)
    assert report.found[0].touches_edge == (rectangle[0] == 0)


def test_without_leave_to_encode_a_cut_object_is_marked(write_raster, jobs, report, red_finder):
    path = scene(write_raster, 700, 600, 1200, 700)
    view = {"input": path, "device": "cpu", "pixel": 0.5}
    x, y = on_map(NORTH_UP, (760, 650))[0]
    jobs.encode({**view, "view": [x - 1, y - 1, x + 1, y + 1]}, report)
    result = jobs.prompt({**view, "points": [[x, y, 1]], "may_encode": False}, report)
    assert not result["encoded"]
    assert report.found[0].touches_edge
    whole = jobs.prompt({**view, "points": [[x, y, 1]]}, report)
    assert whole["encoded"]
    assert not report.found[0].touches_edge
    assert rectangle_of(report) == pytest.approx([700, 600, 1200, 700], abs=8)


def test_a_box_larger_than_a_window_is_asked_on_a_coarser_grid(write_raster, jobs, report, red_finder):
    path = scene(write_raster, 300, 200, 1500, 900)
    (xmin, ymax), (xmax, ymin) = on_map(NORTH_UP, (290, 190), (1510, 910))
    result = jobs.prompt(
        {"input": path, "device": "cpu", "points": [], "box": [xmin, ymin, xmax, ymax], "pixel": 0.5}, report
    )
    assert result["resolution"] > 0.5
    corners = np.array(result["corners"])
    assert corners[:, 0].min() <= xmin
    assert corners[:, 0].max() >= xmax
    assert rectangle_of(report) == pytest.approx([300, 200, 1500, 900], abs=20)


def test_a_memory_too_small_for_a_click_is_an_error_in_words(path, jobs, report, monkeypatch):
    def full(*_):
        raise torch.OutOfMemoryError("CUDA out of memory")

    monkeypatch.setattr("sam2_toolbox.engine.canvas.canvas_answers.predict", full)
    with pytest.raises(EngineError) as caught:
        jobs.prompt(click(NORTH_UP, (130, 150, 1), path=path), report)
    assert caught.value.code is Code.OUT_OF_MEMORY


@pytest.mark.parametrize(
    ("width", "height", "across", "down"), [(3001, 1, 1, 1), (2, 1999, 3, 1), (1501, 777, 1, 2.7)]
)
def test_every_level_of_an_odd_raster_can_be_read(
    write_raster, tmp_path, report, width, height, across, down
):
    values = np.ones((1, height, width), np.uint8)
    path = write_raster(values, transform=Affine(across, 0, 0, 0, -down, 0))
    raster = CanvasRaster(RasterParams(input=path), tmp_path, report)
    levels = raster.levels(SIDE)
    for level in range(levels.last + 1):
        size = levels.grid(level)
        reader = raster.reader(*size)
        assert reader is not None
        assert (reader.info.width, reader.info.height) == size
    assert raster.reader(7, 100_000) is None
    raster.close()
