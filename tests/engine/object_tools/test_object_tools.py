"""Overlaps, statistics, cut-outs and fillings, from layer file to file."""

import json

import numpy as np
import pytest
import rasterio
import shapely
from hypothesis import given
from hypothesis import strategies as st
from pyproj import CRS
from rasterio.transform import Affine
from sam2_toolbox.engine.api.errors import EngineError
from sam2_toolbox.engine.api.layer_file import INTEGER, TEXT, LayerReader, LayerWriter
from sam2_toolbox.engine.object_tools.extract_objects import extract_objects
from sam2_toolbox.engine.object_tools.object_statistics import object_statistics
from sam2_toolbox.engine.object_tools.overlapping_objects import overlapping_objects
from sam2_toolbox.engine.object_tools.packing import packed
from sam2_toolbox.engine.object_tools.remove_objects import inpainted, remove_objects

TRANSFORM = Affine(2.0, 0, 500_000, 0, -2.0, 5_100_000)
WKT = CRS.from_epsg(32632).to_wkt()


class Ear:
    def __init__(self):
        self.texts = []

    def progress(self, fraction, text=""):
        assert 0 <= fraction <= 1

    def log(self, text, level="info"):
        self.texts.append(text)

    def check_cancelled(self):
        pass


def on_pixels(x, y, width, height):
    """A rectangle along the pixel edges of the raster."""
    left, top = TRANSFORM @ (x, y) if hasattr(Affine, "__matmul__") else TRANSFORM * (x, y)
    return shapely.box(left, top - 2 * height, left + 2 * width, top)


@pytest.fixture
def layer(tmp_path):
    def write(*geometries, crs=WKT):
        path = str(tmp_path / "layer")
        with LayerWriter(path, crs, (("number", INTEGER), ("name", TEXT))) as writer:
            for index, geometry in enumerate(geometries):
                writer.add(shapely.to_wkb(geometry), (index + 10, f"roof/{index % 2}"))
        return path

    return write


@pytest.fixture
def raster(tmp_path):
    def write(values, **profile):
        path = str(tmp_path / "ortho.tif")
        values = values[np.newaxis] if values.ndim == 2 else values
        bands, height, width = values.shape
        given = {"driver": "GTiff", "count": bands, "height": height, "width": width, "dtype": values.dtype,
                 "crs": "EPSG:32632", "transform": TRANSFORM, **profile}  # fmt: skip
        with rasterio.open(path, "w", **given) as dataset:
            dataset.write(values)
        return path

    return write


def rows_of(path):
    with LayerReader(str(path)) as reader:
        names = [name for name, _ in reader.fields]
        return [(shapely.from_wkb(row.wkb), dict(zip(names, row.attributes))) for row in reader]


def test_pairs_with_their_shares(layer, tmp_path):
    path = layer(
        on_pixels(0, 0, 10, 10), on_pixels(5, 0, 10, 10), on_pixels(1, 1, 2, 2), on_pixels(40, 40, 5, 5)
    )
    values = {"input": path, "id_field": "number", "output": str(tmp_path / "o")}
    assert overlapping_objects(values, Ear())["count"] == 2
    (shared, pair), (_, nested) = rows_of(tmp_path / "o")
    assert (pair["first"], pair["second"]) == (10, 11)
    assert shared.equals(on_pixels(5, 0, 5, 10))
    assert pair["overlap_m2"] == pytest.approx(50 * 4, rel=2e-3)  # UTM's scale near the meridian is 0.9996
    assert (pair["share_of_first"], pair["share_of_second"]) == pytest.approx((0.5, 0.5))
    assert pair["iou"] == pytest.approx(50 / 150)
    assert (nested["first"], nested["second"], nested["share_of_second"]) == (10, 12, 1)
    assert overlapping_objects({**values, "least_share": 0.6}, Ear())["count"] == 1


def test_neighbours_do_not_overlap(layer, tmp_path):
    path = layer(on_pixels(0, 0, 10, 10), on_pixels(10, 0, 10, 10))
    assert overlapping_objects({"input": path, "output": str(tmp_path / "o")}, Ear())["count"] == 0


def test_statistics_are_numpys(layer, raster, tmp_path):
    rng = np.random.default_rng(1)
    values = rng.normal(100, 20, (2, 30, 40)).astype(np.float32)
    values[:, 5, 5] = -9999
    path = layer(on_pixels(3, 4, 10, 8), on_pixels(100, 100, 5, 5))
    reference = raster(values, nodata=-9999)
    object_statistics({"input": path, "reference": reference, "output": str(tmp_path / "o")}, Ear())
    (_, seen), (_, outside) = rows_of(tmp_path / "o")
    inside = values[:, 4:12, 3:13].reshape(2, -1).astype(np.float64)
    inside = inside[:, inside[0] != -9999]
    assert seen["number"] == 10
    assert seen["covered"] == pytest.approx(79 / 80)
    assert seen["b2_mean"] == pytest.approx(inside[1].mean())
    assert seen["b1_std"] == pytest.approx(inside[0].std())
    assert (seen["b1_min"], seen["b1_max"]) == pytest.approx((inside[0].min(), inside[0].max()))
    assert (outside["covered"], outside["b1_mean"]) == (0, None)


def test_cut_outs_are_the_rasters_pixels(layer, raster, tmp_path):
    values = np.random.default_rng(2).integers(0, 60000, (3, 30, 40)).astype(np.uint16)
    diamond = shapely.Polygon(
        [(500_020, 5_099_990), (500_040, 5_099_970), (500_020, 5_099_950), (500_000, 5_099_970)]
    )
    path = layer(diamond, on_pixels(3, 4, 10, 8), on_pixels(8, 8, 4, 4), on_pixels(500, 4, 1, 1))
    ear = Ear()
    result = extract_objects(
        {"input": path, "reference": raster(values), "name_field": "name", "buffer": 2,
         "output": str(tmp_path / "cuts")},
        ear,
    )  # fmt: skip
    assert result["count"] == 3
    assert sorted(p.name for p in (tmp_path / "cuts").iterdir()) == [
        "roof_0.tif",
        "roof_0_2.tif",
        "roof_1.tif",
    ]
    assert "1 objects lie outside" in ear.texts[0]
    with rasterio.open(tmp_path / "cuts" / "roof_1.tif") as cut:
        assert np.array_equal(cut.read(), values[:, 2:14, 1:15])
        shown = cut.dataset_mask() > 0
        assert shown.sum() == 80
        assert shown[2:10, 2:12].all()
        assert cut.transform * (2, 2) == TRANSFORM * (3, 4)


def test_an_atlas_holds_every_object_where_its_index_says(layer, raster, tmp_path):
    values = np.random.default_rng(3).integers(1, 60000, (2, 60, 80)).astype(np.uint16)
    shapes = [on_pixels(3 * n, 2 * n, 4 + n, 12 - n) for n in range(9)] + [on_pixels(900, 0, 5, 5)]
    values_of = {
        "input": layer(*shapes), "reference": raster(values), "name_field": "name", "layout": "atlas",
        "buffer": 1, "output": str(tmp_path / "cuts"), "index": str(tmp_path / "index"),
    }  # fmt: skip
    ear = Ear()
    assert extract_objects(values_of, ear)["count"] == 9
    assert ear.texts == [f"1 objects lie outside {values_of['reference']} and are left out."]
    assert [path.name for path in (tmp_path / "cuts").iterdir()] == ["atlas.tif"]
    with rasterio.open(tmp_path / "cuts" / "atlas.tif") as atlas:
        sheet, shown = atlas.read(), atlas.dataset_mask() > 0
    assert shown.sum() == sum((4 + n) * (12 - n) for n in range(9))
    rows = rows_of(tmp_path / "index")
    for number, (shape, row) in enumerate(rows):
        assert shape.equals(shapes[number])
        assert row["file"] == str(tmp_path / "cuts" / "atlas.tif")
        lines, columns = (slice(row[a], row[a] + row[b]) for a, b in (("y", "height"), ("x", "width")))
        left, top = max(0, 3 * number - 1), max(0, 2 * number - 1)
        expected = values[:, top : top + row["height"], left : left + row["width"]]
        assert np.array_equal(sheet[:, lines, columns], expected)
        assert shown[lines, columns].sum() == (4 + number) * (12 - number)
    assert {row["name"] for _, row in rows} >= {"roof_0", "roof_1", "roof_0_2"}


def test_an_index_of_files_names_them(layer, raster, tmp_path):
    path = layer(on_pixels(3, 4, 10, 8), on_pixels(8, 8, 4, 4))
    values = {"input": path, "reference": raster(np.ones((30, 40), np.uint8)),
              "output": str(tmp_path / "cuts"), "index": str(tmp_path / "index")}  # fmt: skip
    extract_objects(values, Ear())
    for _, row in rows_of(tmp_path / "index"):
        with rasterio.open(row["file"]) as picture:
            assert (row["x"], row["y"], row["width"], row["height"]) == (0, 0, picture.width, picture.height)


def test_nothing_on_the_raster_is_said(layer, raster, tmp_path):
    values = {"input": layer(on_pixels(500, 4, 1, 1)), "reference": raster(np.ones((30, 40), np.uint8)),
              "output": str(tmp_path / "cuts")}  # fmt: skip
    with pytest.raises(EngineError, match="No object of INPUT lies on"):
        extract_objects(values, Ear())
    assert not (tmp_path / "cuts").exists()


@given(st.lists(st.tuples(st.integers(1, 60), st.integers(1, 60)), min_size=1, max_size=40))
def test_packed_rectangles_never_touch(sizes):
    sheet = packed(sizes)
    taken = np.zeros((sheet.height, sheet.width), dtype=int)
    for number, (x, y) in sheet.places().items():
        width, height = sizes[number]
        assert x + width <= sheet.width
        taken[y : y + height, x : x + width] += 1
        assert not taken[y + height : y + height + 1, x : x + width].any()
    assert taken.max() == 1
    assert taken.sum() == sum(width * height for width, height in sizes)


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16, np.int16, np.float32])
@pytest.mark.parametrize("method", ["telea", "navier_stokes"])
def test_a_car_on_a_road_is_gone(layer, raster, tmp_path, dtype, method):
    road = np.tile(np.linspace(50, 200, 40), (30, 1)).astype(dtype)
    values = road.copy()
    values[10:14, 15:23] = 5
    out = str(tmp_path / "clean.tif")
    result = remove_objects(
        {"input": layer(on_pixels(15, 10, 8, 4)), "reference": raster(values), "output": out, "buffer": 1,
         "method": method},
        Ear(),
    )  # fmt: skip
    assert result["count"] == 1
    with rasterio.open(out) as dataset:
        clean = dataset.read(1)
        assert dataset.transform == TRANSFORM
    touched = np.zeros(values.shape, dtype=bool)
    touched[9:15, 14:24] = True
    assert clean.dtype == dtype
    assert np.array_equal(clean[~touched], values[~touched])
    assert np.abs(clean.astype(float) - road).max() < 20
    assert clean.min() >= 50


def test_sixteen_bit_values_are_not_rounded_to_eight(layer):
    band = np.tile(np.arange(1000, 1040, dtype=np.uint16), (40, 1))
    hole = np.zeros(band.shape, dtype=bool)
    hole[18:22, 18:22] = True
    filled = inpainted(band, hole, hole, 5, "telea")
    assert len(np.unique(filled[hole])) > 2
    assert np.abs(filled[hole].astype(int) - band[hole].astype(int)).max() <= 2


def test_nothing_to_fill_from_is_said(layer, raster, tmp_path):
    values = {"input": layer(on_pixels(0, 0, 40, 30)), "reference": raster(np.zeros((30, 40), np.uint8)),
              "output": str(tmp_path / "clean.tif")}  # fmt: skip
    with pytest.raises(EngineError, match="nothing around it"):
        remove_objects(values, Ear())
    assert not list(tmp_path.glob("*clean*"))


@pytest.mark.parametrize("job", [extract_objects, object_statistics, remove_objects])
def test_complex_numbers_are_refused(layer, raster, tmp_path, job):
    reference = raster(np.ones((30, 40), np.complex64))
    values = {"input": layer(on_pixels(3, 4, 10, 8)), "reference": reference, "output": str(tmp_path / "o")}
    with pytest.raises(EngineError, match="holds complex numbers"):
        job(values, Ear())
    assert not (tmp_path / "o").exists()


def test_json_has_no_numpy(layer, raster, tmp_path):
    path = layer(on_pixels(3, 4, 10, 8))
    reference = raster(np.ones((30, 40), np.uint8))
    result = object_statistics({"input": path, "reference": reference, "output": str(tmp_path / "o")}, Ear())
    json.dumps(result)
