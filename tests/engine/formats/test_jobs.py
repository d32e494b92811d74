"""Whole exports and imports, from layer file to layer file."""

import json

import numpy as np
import pytest
import rasterio
import shapely
from rasterio.transform import Affine
from sam2_toolbox.engine.api.errors import Cancelled, Code, EngineError
from sam2_toolbox.engine.api.layer_file import INTEGER, REAL, TEXT, LayerReader, LayerWriter
from sam2_toolbox.engine.formats.export_coco import export_coco
from sam2_toolbox.engine.formats.export_mask_raster import export_mask_raster
from sam2_toolbox.engine.formats.export_npz import export_npz
from sam2_toolbox.engine.formats.import_coco import import_coco
from sam2_toolbox.engine.formats.import_npz import import_npz
from sam2_toolbox.engine.formats.pixel_masks import pixel_mask, polygons_of
from sam2_toolbox.tests.engine.formats import grids

FIELDS = (("number", INTEGER), ("score", REAL), ("kind", TEXT))


class Ear:
    """A report that remembers, and cancels when told to."""

    def __init__(self, cancel_after=None):
        self.texts, self.checks, self.cancel_after = [], 0, cancel_after

    def progress(self, fraction, text=""):
        assert 0 <= fraction <= 1

    def log(self, text, level="info"):
        self.texts.append(text)

    def features(self, features):
        raise AssertionError("not for these jobs")

    def check_cancelled(self):
        self.checks += 1
        if self.cancel_after is not None and self.checks > self.cancel_after:
            raise Cancelled


@pytest.fixture(params=grids.TRANSFORMS)
def case(request, tmp_path):
    """A raster, masks on its grid and their layer."""
    grid = grids.grid_of(request.param)
    masks = grids.random_masks(8, 50, grid)
    raster = str(tmp_path / "ortho.tif")
    crs = "EPSG:4326" if request.param == "degrees" else "EPSG:32632"
    with rasterio.open(
        raster, "w", driver="GTiff", width=grid.width, height=grid.height, count=3, dtype="uint8", crs=crs,
        transform=Affine(*grid.georeference.transform),
    ) as dataset:  # fmt: skip
        dataset.write(np.random.default_rng(0).integers(0, 255, (3, grid.height, grid.width), np.uint8))
    layer = str(tmp_path / "layer")
    write_layer(layer, masks, grid)
    return grid, masks, raster, layer, tmp_path


def write_layer(path, masks, grid):
    with LayerWriter(path, "", FIELDS) as writer:
        for index, polygon in enumerate(polygons_of(masks, grid.georeference)):
            row = (index + 100, index / len(masks), ["roof", "crown", None][index % 3])
            writer.add(shapely.to_wkb(polygon), row)


def rows_of(path):
    with LayerReader(path) as reader:
        return [(shapely.from_wkb(row.wkb), row.attributes) for row in reader]


def assert_same_masks(rows, masks, grid):
    assert len(rows) == len(masks)
    for (polygon, _), mask in zip(rows, masks):
        assert polygon.is_valid
        assert grids.same(pixel_mask(polygon, grid), mask)


def test_layer_to_npz_to_layer(case):
    grid, masks, raster, layer, folder = case
    path, back = str(folder / "a.npz"), str(folder / "back")
    result = export_npz(
        {"input": layer, "reference": raster, "id_field": "number", "score_field": "score", "output": path},
        Ear(),
    )
    assert result == {"count": 50, "files": [path]}
    import_npz({"input": path, "output": back}, Ear())
    rows = rows_of(back)
    assert_same_masks(rows, masks, grid)
    assert [attributes[0] for _, attributes in rows] == list(range(100, 150))
    assert [attributes[1] for _, attributes in rows] == pytest.approx([n / 50 for n in range(50)])


def test_tiles_of_npz_hold_every_pixel(case):
    grid, masks, raster, layer, folder = case
    result = export_npz(
        {"input": layer, "reference": raster, "layout": "tiles", "tile_size": 32, "id_field": "number",
         "output": str(folder / "a.npz")},
        Ear(),
    )  # fmt: skip
    areas = dict.fromkeys(range(100, 150), 0)
    for path in result["files"]:
        import_npz({"input": path, "output": str(folder / "back")}, Ear())
        for polygon, (number, *_) in rows_of(folder / "back"):
            areas[number] += pixel_mask(polygon, grid).area
    assert list(areas.values()) == [mask.area for mask in masks]


def test_labels_by_class(case):
    _, masks, raster, layer, folder = case
    path = str(folder / "a.npz")
    options = {"layout": "labels", "class_field": "kind"}
    export_npz({"input": layer, "reference": raster, "output": path, **options}, Ear())
    with np.load(path, allow_pickle=False) as content:
        labels, about = content["masks"], json.loads(str(content["metadata"]))
    assert about["classes"] == {"1": "", "2": "crown", "3": "roof"}
    top = min(range(50), key=lambda index: masks[index].area)
    mask = masks[top]
    rows, columns = np.nonzero(mask.bits)
    seen = labels[rows + mask.y, columns + mask.x]
    assert set(seen.tolist()) == {[3, 2, 1][top % 3]}


@pytest.mark.parametrize("extra", [{}, {"segmentation": "polygon"}, {"tiles": True, "tile_size": 48}])
def test_layer_to_coco_to_layer(case, extra):
    grid, masks, raster, layer, folder = case
    path, back = str(folder / "a.json"), str(folder / "back")
    options = {"input": layer, "reference": raster, "class_field": "kind", "score_field": "score"}
    export_coco({**options, "output": path, **extra}, Ear())
    result = import_coco({"input": path, "output": back}, Ear())
    rows = rows_of(back)
    if "tiles" not in extra:
        assert_same_masks(rows, masks, grid)
        assert [a[2] for _, a in rows] == [["roof", "crown", ""][index % 3] for index in range(50)]
        return
    total = sum(pixel_mask(polygon, grid).area for polygon, _ in rows)
    assert total == sum(mask.area for mask in masks)
    assert result["images"] == 3 * 2
    for name in {a[4] for _, a in rows}:
        with rasterio.open(folder / name) as tile, rasterio.open(raster) as whole:
            window = whole.window(*tile.bounds) if not whole.transform.b and whole.transform.e < 0 else None
            if window is not None:
                assert np.array_equal(tile.read(), whole.read(window=window))


def test_phrases_ask_every_class_of_every_image(case):
    _, _, raster, layer, folder = case
    path = str(folder / "s.json")
    export_coco(
        {"input": layer, "reference": raster, "class_field": "kind", "variant": "saco", "tiles": True,
         "tile_size": 30, "output": path},
        Ear(),
    )  # fmt: skip
    content = json.loads((folder / "s.json").read_text())
    assert len(content["images"]) == 4 * 3 * 3
    answered = {entry["image_id"] for entry in content["annotations"]}
    assert {image["id"] for image in content["images"]} - answered  # negatives are kept


def test_a_mask_raster_shows_what_was_asked(case):
    _, masks, raster, layer, folder = case
    path = str(folder / "m.tif")
    for priority, key in (
        ("smaller", lambda n: -masks[n].area),
        ("larger", lambda n: masks[n].area),
        ("score", lambda n: n),
    ):
        export_mask_raster(
            {"input": layer, "reference": raster, "id_field": "number", "priority": priority,
             "score_field": "score", "output": path},
            Ear(),
        )  # fmt: skip
        with rasterio.open(path) as dataset, rasterio.open(raster) as ortho:
            assert (dataset.transform, dataset.crs, dataset.nodata) == (ortho.transform, ortho.crs, 0)
            assert dataset.dtypes == ("uint8",)
            painted = dataset.read(1)
        expected = np.zeros_like(painted)
        for number in sorted(range(50), key=key):
            mask = masks[number]
            place = expected[mask.y : mask.y + mask.bits.shape[0], mask.x : mask.x + mask.bits.shape[1]]
            place[mask.bits] = number + 100
        assert np.array_equal(painted, expected)


JOBS = {
    "npz": (export_npz, "a.npz", {"size_limit_mb": 1000}),
    "coco": (export_coco, "a.json", {"tiles": True, "tile_size": 40}),
    "raster": (export_mask_raster, "m.tif", {}),
}


@pytest.mark.parametrize("name", JOBS)
def test_a_cancelled_export_leaves_nothing(tmp_path, name):
    job, file, extra = JOBS[name]
    grid = grids.grid_of("utm")
    write_layer(str(tmp_path / "layer"), grids.random_masks(8, 50, grid), grid)
    raster = str(tmp_path / "o.tif")
    with rasterio.open(
        raster, "w", driver="GTiff", width=120, height=90, count=1, dtype="uint8", crs="EPSG:32632",
        transform=Affine(*grid.georeference.transform),
    ):  # fmt: skip
        pass
    out = tmp_path / "out"
    out.mkdir()
    values = {"input": str(tmp_path / "layer"), "reference": raster, "output": str(out / file), **extra}
    ear = Ear()
    job(values, ear)
    for path in out.iterdir():
        path.unlink()
    for after in range(0, ear.checks, max(1, ear.checks // 25)):
        with pytest.raises(Cancelled):
            job(values, Ear(cancel_after=after))
        assert not list(out.iterdir()), after


def test_too_large_a_stack_is_refused_with_what_fits(tmp_path):
    grid = grids.grid_of("utm", 10_000, 10_000)
    masks = grids.random_masks(9, 300, grid)
    write_layer(str(tmp_path / "layer"), masks, grid)
    values = {
        "input": str(tmp_path / "layer"), "extent": [402000.25, 5199000.75, 407000.25, 5204000.75],
        "pixel_size": 0.5, "output": str(tmp_path / "a.npz"),
    }  # fmt: skip
    with pytest.raises(
        EngineError, match=r"300 masks of 10000 x 10000.+Layouts that fit: .*labels"
    ) as caught:
        export_npz({**values, "size_limit_mb": 20}, Ear())
    assert caught.value.code is Code.BAD_PARAMETER
    assert not list(tmp_path.glob("*npz*"))


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({}, "no REFERENCE raster and no PIXEL_SIZE"),
        ({"pixel_size": 1.0, "id_field": "kind"}, "field kind of INPUT holds 'roof'; a whole number"),
        ({"pixel_size": 1.0, "score_field": "nothing"}, "INPUT has no field nothing; it has number"),
        ({"pixel_size": 1.0, "extent": [0, 0, 1, 1]}, "No polygon covers the centre of a pixel"),
        ({"reference": "/nowhere.tif"}, "nowhere.tif"),
    ],
)
def test_what_cannot_be_exported_is_said(tmp_path, values, sentence):
    grid = grids.grid_of("utm")
    write_layer(str(tmp_path / "layer"), grids.random_masks(8, 5, grid), grid)
    with pytest.raises(EngineError, match=sentence):
        export_npz({"input": str(tmp_path / "layer"), "output": str(tmp_path / "a.npz"), **values}, Ear())


def test_invalid_geometries_are_repaired_and_counted(tmp_path):
    bow_tie = shapely.Polygon([(0, 0), (4, 4), (4, 0), (0, 4)])
    with LayerWriter(str(tmp_path / "layer"), "", FIELDS) as writer:
        for geometry in (bow_tie, shapely.Polygon(), shapely.Point(1, 1), shapely.box(0, 0, 3, 3)):
            writer.add(shapely.to_wkb(geometry), (1, 0.5, "x"))
        writer.add(b"", (1, 0.5, "x"))
    ear = Ear()
    result = export_npz(
        {"input": str(tmp_path / "layer"), "pixel_size": 0.1, "output": str(tmp_path / "a.npz")}, ear
    )
    assert result["count"] == 2
    assert ear.texts == [
        "1 invalid geometries of INPUT were repaired.",
        "3 features of INPUT have no area and are left out.",
    ]


@pytest.mark.parametrize("geometries", [[], [shapely.Point(1, 1)], [None]])
def test_a_layer_without_polygons_is_refused(tmp_path, geometries):
    with LayerWriter(str(tmp_path / "layer"), "", FIELDS) as writer:
        for geometry in geometries:
            writer.add(shapely.to_wkb(geometry) or b"", (1, 0.5, "x"))
    values = {"input": str(tmp_path / "layer"), "pixel_size": 1.0, "output": str(tmp_path / "out")}
    for job in (export_npz, export_coco, export_mask_raster):
        with pytest.raises(
            EngineError, match=r"INPUT has no polygon to work on\. Choose a layer with"
        ) as caught:
            job(values, Ear())
        assert caught.value.code is Code.BAD_PARAMETER
    assert not (tmp_path / "out").exists()


def test_masks_without_a_place_lie_in_pixels(tmp_path):
    np.savez(tmp_path / "plain.npz", masks=np.eye(3, dtype=np.uint8)[None])
    ear = Ear()
    import_npz({"input": str(tmp_path / "plain.npz"), "output": str(tmp_path / "back")}, ear)
    ((polygon, _),) = rows_of(tmp_path / "back")
    assert polygon.bounds == (0, -3, 3, 0)
    assert "does not say where its masks lie" in ear.texts[0]
