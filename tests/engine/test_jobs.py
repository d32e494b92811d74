"""The whole flow, from a file to features, with a segmenter whose answers are known."""

import json
import math
from pathlib import Path

import numpy as np
import pyproj
import pytest
import rasterio
import shapely
from rasterio.control import GroundControlPoint
from rasterio.transform import Affine
from sam2_toolbox.engine.api.errors import Cancelled, Code, EngineError
from sam2_toolbox.engine.api.parameters.params import AutomaticMasksParams
from sam2_toolbox.engine.jobs import segment_everything

from .colour_segmenter import ColourSegmenter, load_colours

WIDTH, HEIGHT = 300, 220
UTM = pyproj.CRS.from_epsg(32632).to_wkt()
CUSTOM = pyproj.CRS.from_proj4("+proj=laea +lat_0=52 +lon_0=10 +x_0=1000 +y_0=2000 +ellps=GRS80").to_wkt()
GEOGRAPHIC = pyproj.CRS.from_epsg(4326).to_wkt()

NORTH_UP = Affine(0.5, 0, 500_000, 0, -0.5, 5_500_000)
ROTATED = Affine.translation(500_000, 5_500_000) @ Affine.rotation(30) @ Affine.scale(0.5, -0.5)
GRIDS = {
    "north up": (NORTH_UP, UTM),
    "south up": (Affine(0.5, 0, 500_000, 0, 0.5, 5_500_000), UTM),
    "rotated 30 degrees": (ROTATED, UTM),
    "anisotropic": (Affine(0.5, 0, 500_000, 0, -2.0, 5_500_000), UTM),
    "sheared": (Affine(0.5, 0.1, 500_000, 0.05, -0.5, 5_500_000), UTM),
    "EPSG:4326": (Affine(1e-5, 0, 8.0, 0, -1e-5, 46.0), GEOGRAPHIC),
    "custom CRS": (Affine(2.5, 0, 10_000, 0, -2.5, 20_000), CUSTOM),
    "no CRS": (NORTH_UP, ""),
    "no georeference": (None, ""),
}


class Heard:
    """A ``Report`` that remembers; ``cancel_after`` tiles it asks to stop."""

    def __init__(self, cancel_after=None):
        self.logs = []
        self.fractions = []
        self.found = []
        self.cancel_after = cancel_after

    def progress(self, fraction, text=""):
        self.fractions.append(fraction)

    def log(self, text, level="info"):
        self.logs.append((level, text))

    def features(self, features):
        self.found.extend(features)

    def check_cancelled(self):
        if self.cancel_after is not None and sum(f > 0 for f in self.fractions) >= self.cancel_after:
            raise Cancelled


def picture(blocks):
    """uint8 (3, HEIGHT, WIDTH): black with a rectangle (x, y, width, height) of its own colour each."""
    rgb = np.zeros((3, HEIGHT, WIDTH), np.uint8)
    for number, (x, y, width, height) in enumerate(blocks, start=1):
        rgb[:, y : y + height, x : x + width] = np.array([40 + number, 250 - number, 90])[:, None, None]
    return rgb


def write(path, values, transform=NORTH_UP, crs=UTM, **options):
    count, height, width = values.shape
    profile = {"driver": "GTiff", "width": width, "height": height, "count": count, "dtype": values.dtype}
    if transform is not None:
        profile["transform"] = transform
    if crs:
        profile["crs"] = rasterio.crs.CRS.from_wkt(crs)
    with rasterio.open(path, "w", **profile, **options) as file:
        file.write(values)
    return str(path)


def run(path, heard=None, image_size=256, **params):
    heard = heard or Heard()
    params.setdefault("overlap", 32)
    result = segment_everything(
        AutomaticMasksParams(input=str(path), **params), heard, load_colours(image_size)
    )
    return result, heard.found


def outline_of(feature):
    return shapely.from_wkb(feature.wkb)


@pytest.mark.parametrize("name", GRIDS)
def test_a_marked_pixel_comes_back_at_its_map_position(tmp_path, name):
    transform, crs = GRIDS[name]
    path = write(tmp_path / "marked.tif", picture([(211, 97, 1, 1)]), transform, crs)

    _, [feature] = run(path)

    on_map = transform if transform is not None else Affine(1, 0, 0, 0, -1, 0)
    corners = [on_map @ (211 + dx, 97 + dy) for dx, dy in ((0, 0), (1, 0), (1, 1), (0, 1))]
    outline = outline_of(feature)
    assert feature.area_px == 1
    pixel = min(math.hypot(on_map.a, on_map.d), math.hypot(on_map.b, on_map.e))
    expected = shapely.MultiPolygon([shapely.Polygon(corners)])
    assert shapely.hausdorff_distance(outline, expected) < 1e-6 * pixel
    assert outline.area == pytest.approx(abs(on_map.determinant), rel=1e-6)
    centre = on_map @ (211.5, 97.5)
    assert math.hypot(feature.prompt_x - centre[0], feature.prompt_y - centre[1]) < 1e-6 * pixel
    assert shapely.Polygon(outline.geoms[0].exterior).exterior.is_ccw


@pytest.mark.parametrize("name", [name for name in GRIDS if GRIDS[name][1]])
def test_areas_are_those_of_the_ellipsoid(tmp_path, name):
    transform, crs = GRIDS[name]
    path = write(tmp_path / "field.tif", picture([(30, 20, 170, 140)]), transform, crs)

    _, [feature] = run(path, image_size=512)

    to_degrees = pyproj.Transformer.from_crs(crs, pyproj.CRS(crs).geodetic_crs, always_xy=True)
    [polygon] = outline_of(feature).geoms
    area, perimeter = (
        pyproj.CRS(crs)
        .get_geod()
        .polygon_area_perimeter(*to_degrees.transform(*np.array(polygon.exterior.coords).T))
    )
    assert feature.area_m2 == pytest.approx(abs(area), rel=1e-5)
    assert feature.perimeter_m == pytest.approx(perimeter, rel=1e-5)


def test_without_a_crs_areas_are_empty_and_the_log_says_why(tmp_path):
    heard = Heard()
    run(write(tmp_path / "a.tif", picture([(3, 3, 9, 9)]), crs=""), heard)
    assert heard.found[0].area_m2 is None
    assert heard.found[0].perimeter_m is None
    assert any(level == "warning" and "CRS" in text for level, text in heard.logs)


def test_ground_control_points_place_the_objects(tmp_path):
    points = [
        GroundControlPoint(row=row, col=col, x=NORTH_UP.c + 0.5 * col, y=NORTH_UP.f - 0.5 * row)
        for row in (0, HEIGHT)
        for col in (0, WIDTH)
    ]
    path = tmp_path / "gcps.tif"
    values = picture([(100, 60, 40, 30)])
    with rasterio.open(
        path,
        "w",
        driver="GTiff",
        width=WIDTH,
        height=HEIGHT,
        count=3,
        dtype="uint8",
        gcps=points,
        crs=rasterio.crs.CRS.from_wkt(UTM),
    ) as file:
        file.write(values)

    _, [feature] = run(path)

    expected = shapely.box(*(NORTH_UP @ (100, 90)), *(NORTH_UP @ (140, 60)))
    assert shapely.hausdorff_distance(outline_of(feature), shapely.MultiPolygon([expected])) < 1e-6 * 0.5


@pytest.mark.parametrize("tile_size", [64, 96, 128, 250])
def test_any_tiling_gives_the_features_of_one_tile(tmp_path, tile_size):
    blocks = [(5, 5, 20, 12), (40, 10, 200, 8), (60, 60, 90, 90), (75, 75, 10, 10), (250, 30, 8, 180)]
    path = write(tmp_path / "blocks.tif", picture(blocks))

    def key(feature):
        return (
            shapely.normalize(outline_of(feature)).wkt,
            feature.area_px,
            feature.touches_edge,
            round(feature.area_m2, 6),
        )

    _, whole = run(path, image_size=512)
    _, tiled = run(path, tile_size=tile_size, overlap=32)
    assert sorted(map(key, tiled)) == sorted(map(key, whole))
    assert sorted(feature.object_id for feature in tiled) == [1, 2, 3, 4, 5]


def test_extent_and_area_of_interest_cut_objects_and_say_so(tmp_path):
    path = write(tmp_path / "two.tif", picture([(20, 20, 60, 60), (200, 100, 40, 40)]))
    west, north = NORTH_UP @ (10, 10)
    east, south = NORTH_UP @ (50, 150)

    _, [by_extent] = run(path, extent=(west, south, east, north))
    assert (by_extent.area_px, by_extent.touches_edge) == (30 * 60, True)

    area = shapely.to_wkb(shapely.MultiPolygon([shapely.box(west, south, east, north)]), hex=True)
    _, [by_area] = run(path, mask_layer=area)
    assert (by_area.area_px, by_area.touches_edge) == (30 * 60, True)

    _, [whole] = run(path, extent=(*(NORTH_UP @ (5, 150)), *(NORTH_UP @ (120, 5))))
    assert (whole.area_px, whole.touches_edge) == (60 * 60, False)


def test_a_coarser_resolution_keeps_the_place(tmp_path):
    path = write(tmp_path / "coarse.tif", picture([(40, 40, 80, 60)]))
    _, [feature] = run(path, resolution=1.0)
    assert feature.area_px == 40 * 30
    expected = shapely.box(*(NORTH_UP @ (40, 100)), *(NORTH_UP @ (120, 40)))
    assert outline_of(feature).equals(expected)


def test_tiles_that_show_nothing_do_not_reach_the_model(tmp_path):
    class Counting(ColourSegmenter):
        seen = ()

        def masks(self, image, check_cancelled=lambda: None):
            self.seen = (*self.seen, image.tile.index)
            return super().masks(image, check_cancelled)

    loaded, _ = load_colours(image_size=64)(None, None)
    segmenter, heard = Counting(), Heard()
    values = picture([(70, 5, 9, 9)])
    values[:, :, 200:] = 77
    path = write(tmp_path / "flat.tif", values)
    segment_everything(
        AutomaticMasksParams(input=path, overlap=0), heard, lambda params, report: (loaded, segmenter)
    )
    # 5 x 4 tiles; only the mark's tile and the column of tiles with the grey field's edge show anything
    assert segmenter.seen == (1, 3, 8, 13, 18)


def test_area_limits_leave_no_gaps_in_the_numbers(tmp_path):
    path = write(tmp_path / "sizes.tif", picture([(5, 5, 4, 4), (40, 40, 20, 20), (100, 100, 80, 80)]))
    result, found = run(path, min_area=50.0, max_area=500.0)
    assert [(feature.object_id, feature.area_px) for feature in found] == [(1, 400)]
    assert (result["count"], result["provenance"]["left_out_by_area"]) == (1, 2)


def test_labels_and_run_record_tell_of_the_same_objects(tmp_path):
    path = write(tmp_path / "labelled.tif", picture([(10, 10, 100, 100), (30, 30, 20, 20), (200, 50, 9, 9)]))
    labels, record = str(tmp_path / "labels.tif"), str(tmp_path / "record.json")

    result, found = run(path, labels=labels, run_record=record, tile_size=96)

    with rasterio.open(labels) as file:
        painted, transform, nodata = file.read(1), file.transform, file.nodata
    assert (transform, nodata) == (NORTH_UP, 0)
    for feature in found:
        assert np.count_nonzero(painted == feature.object_id) == feature.area_px
    written = json.loads(Path(record).read_text("utf-8"))
    assert written == result["provenance"]
    assert written["objects"] == len(found) == 3
    assert written["raster"]["path"] == path


def test_progress_only_grows(tmp_path):
    heard = Heard()
    run(write(tmp_path / "a.tif", picture([(3, 3, 9, 9)])), heard, tile_size=64)
    assert heard.fractions == sorted(heard.fractions)
    assert heard.fractions[-1] == 1.0


def test_features_leave_before_the_run_ends(tmp_path):
    heard = Heard(cancel_after=4)
    path = write(tmp_path / "early.tif", picture([(3, 3, 9, 9), (250, 180, 30, 30)]))
    labels = tmp_path / "labels.tif"
    with pytest.raises(Cancelled):
        run(path, heard, tile_size=96, labels=str(labels))
    assert [feature.area_px for feature in heard.found] == [81]
    assert [entry.name for entry in tmp_path.iterdir()] == ["early.tif"]


def bad_input(tmp_path):
    good = write(tmp_path / "good.tif", picture([(3, 3, 9, 9)]))
    bare = write(tmp_path / "bare.tif", picture([(3, 3, 9, 9)]), crs="")
    empty = write(tmp_path / "empty.tif", np.zeros((1, 64, 64), np.uint8), nodata=0)
    vector = tmp_path / "vector.geojson"
    vector.write_text('{"type": "FeatureCollection", "features": []}', "utf-8")
    far = (0.0, 0.0, 10.0, 10.0)
    nowhere = str(tmp_path / "no" / "such" / "folder" / "x")
    return {
        "no raster": ({"input": ""}, Code.BAD_PARAMETER, "INPUT"),
        "missing": ({"input": nowhere}, Code.BAD_RASTER, nowhere),
        "a vector": ({"input": str(vector)}, Code.BAD_RASTER, "vector.geojson"),
        "all nodata": ({"input": empty}, Code.BAD_RASTER, "empty.tif"),
        "extent outside": ({"input": good, "extent": far}, Code.BAD_PARAMETER, "EXTENT"),
        "tiny tiles": ({"input": good, "tile_size": 8}, Code.BAD_PARAMETER, "TILE_SIZE"),
        "wide overlap": ({"input": good, "overlap": 200}, Code.BAD_PARAMETER, "overlap of 200"),
        "limits without CRS": ({"input": bare, "min_area": 5.0}, Code.BAD_PARAMETER, "MIN_AREA"),
        "no such folder, labels": ({"input": good, "labels": nowhere}, Code.OUTPUT_FAILED, nowhere),
        "no such folder, record": ({"input": good, "run_record": nowhere}, Code.OUTPUT_FAILED, nowhere),
    }


BAD_INPUT = (
    "no raster",
    "missing",
    "a vector",
    "all nodata",
    "extent outside",
    "tiny tiles",
    "wide overlap",
    "limits without CRS",
    "no such folder, labels",
    "no such folder, record",
)


@pytest.mark.parametrize("case", BAD_INPUT)
def test_bad_input_is_one_sentence_that_names_it(tmp_path, case):
    params, code, named = bad_input(tmp_path)[case]
    params = dict(params)
    with pytest.raises(EngineError) as refused:
        run(params.pop("input"), **params)
    assert (refused.value.code, named in refused.value.message) == (code, True), refused.value.message
    assert refused.value.message.endswith(".")
    assert "Traceback" not in refused.value.message
