"""Tables of flat masks come back bit for bit, and bad ones are refused in words."""

import json
import re
import sys

import numpy as np
import pytest
import rasterio
from rasterio.transform import Affine
from sam2_toolbox.engine.api.errors import Cancelled, Code, EngineError
from sam2_toolbox.engine.formats.export_flat_masks import export_flat_masks
from sam2_toolbox.engine.formats.flat_masks import FlatMaskFile
from sam2_toolbox.engine.formats.import_flat_masks import import_flat_masks
from sam2_toolbox.tests.engine.formats import grids
from sam2_toolbox.tests.engine.formats.test_jobs import Ear, assert_same_masks, rows_of, write_layer


@pytest.fixture
def case(request, tmp_path):
    """A raster, masks on its grid and the parameters that export them."""
    grid = grids.grid_of(request.param)
    masks = grids.random_masks(8, 50, grid)
    raster = str(tmp_path / "ortho.tif")
    with rasterio.open(
        raster, "w", driver="GTiff", width=grid.width, height=grid.height, count=1, dtype="uint8",
        crs="EPSG:32632", transform=Affine(*grid.georeference.transform),
    ):  # fmt: skip
        pass
    write_layer(str(tmp_path / "layer"), masks, grid)
    values = {"input": str(tmp_path / "layer"), "reference": raster, "output": str(tmp_path / "a.parquet")}
    return grid, masks, values


every_grid = pytest.mark.parametrize("case", grids.TRANSFORMS, indirect=True)
one_grid = pytest.mark.parametrize("case", ["utm"], indirect=True)


@every_grid
def test_layer_to_parquet_to_layer(case, tmp_path):
    pytest.importorskip("pyarrow")
    grid, masks, values = case
    result = export_flat_masks({**values, "id_field": "number", "score_field": "score"}, Ear())
    assert result == {"count": 50}
    back = {"input": values["output"], "output": str(tmp_path / "back")}
    assert import_flat_masks(back, Ear())["crs"].startswith("PROJC")
    rows = rows_of(tmp_path / "back")
    assert_same_masks(rows, masks, grid)
    assert [attributes[:2] for _, attributes in rows] == [(n + 100, pytest.approx(n / 50)) for n in range(50)]


@one_grid
def test_pandas_reads_it(case):
    parquet, _ = pytest.importorskip("pyarrow.parquet"), pytest.importorskip("pandas")
    grid, masks, values = case
    export_flat_masks(values, Ear())
    table = parquet.read_table(values["output"]).to_pandas()
    assert list(table.columns) == ["mask", "width", "height", "object_id"]
    for row, mask in zip(table.itertuples(), masks, strict=True):
        assert row.mask.dtype == np.uint8
        picture = np.reshape(row.mask, (row.height, row.width))
        assert picture.shape == (grid.height, grid.width)
        assert picture.sum() == mask.area
        assert picture[mask.y : mask.y + mask.bits.shape[0], mask.x :][:, : mask.bits.shape[1]].tolist() == (
            mask.bits.astype(int).tolist()
        )


@one_grid
def test_row_groups_are_written_one_by_one(case, monkeypatch):
    parquet = pytest.importorskip("pyarrow.parquet")
    grid, _, values = case
    monkeypatch.setattr(
        "sam2_toolbox.engine.formats.flat_masks._PIXELS_AT_ONCE", 7 * grid.width * grid.height
    )
    export_flat_masks(values, Ear())
    groups = parquet.ParquetFile(values["output"]).metadata
    assert [groups.row_group(n).num_rows for n in range(groups.num_row_groups)] == [7] * 7 + [1]
    assert [row.number for row in FlatMaskFile(values["output"]).rows()] == list(range(1, 51))


@one_grid
def test_a_cancelled_export_leaves_nothing(case, tmp_path):
    pytest.importorskip("pyarrow")
    _, _, values = case
    ear = Ear()
    export_flat_masks(values, ear)
    (tmp_path / "a.parquet").unlink()
    for after in range(0, ear.checks, 9):
        with pytest.raises(Cancelled):
            export_flat_masks(values, Ear(cancel_after=after))
        assert not list(tmp_path.glob("*parquet*"))


@one_grid
def test_too_much_is_refused_with_what_to_do(case, tmp_path):
    _, _, values = case
    with pytest.raises(
        EngineError, match=r"50 flat masks of 120 x 90 pixels are 1 MB.+layout labels or tiles"
    ):
        export_flat_masks({**values, "size_limit_mb": 0.5}, Ear())
    far = {"input": values["input"], "extent": [4e5, 5.2e6, 4.1e5, 5.21e6], "pixel_size": 1.0}
    with pytest.raises(EngineError, match="a single mask may have 33554432 pixels at most"):
        export_flat_masks({**far, "size_limit_mb": 1e9, "output": values["output"]}, Ear())
    assert not list(tmp_path.glob("*parquet*"))


@one_grid
def test_without_pyarrow_it_says_how_to_get_it(case, monkeypatch):
    _, _, values = case
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(EngineError, match=r"need the package pyarrow.+-m pip install pyarrow") as caught:
        export_flat_masks(values, Ear())
    assert caught.value.code is Code.ENVIRONMENT_MISSING


def test_tables_of_others_need_no_more_than_masks(tmp_path):
    arrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    mask = [True, False, False, True, True, True]
    path = str(tmp_path / "plain.parquet")
    parquet.write_table(arrow.table({"mask": [mask], "width": [3], "height": [2]}), path)
    ear = Ear()
    import_flat_masks({"input": path, "output": str(tmp_path / "back")}, ear)
    ((polygon, attributes),) = rows_of(tmp_path / "back")
    assert (polygon.bounds, polygon.area, attributes) == ((0, -2, 3, 0), 4, (1, None, "", 4))
    assert "does not say where its masks lie" in ear.texts[0]


GOOD = {"mask": [[1, 0, 0, 1], [1, 1, 1, 1]], "width": [2, 2], "height": [2, 2]}
HOSTILE = {
    "no mask": ({"width": [1]}, "it has no column mask (it has width)"),
    "no width": ({"mask": [[1]], "height": [1]}, "it has no column width"),
    "mask of text": ({**GOOD, "mask": ["1001", "1111"]}, "its column mask holds string"),
    "mask of floats": ({**GOOD, "mask": [[1.0, 0.5], [0.5]]}, "its column mask holds list<"),
    "too short": ({**GOOD, "mask": [[1, 0, 0, 1], [1, 1, 1]]}, "row 2 has 3 pixels; 2 x 2 are 4"),
    "no list": ({**GOOD, "mask": [None, [1, 1, 1, 1]]}, "row 1 has none pixels"),
    "a hole": ({**GOOD, "mask": [[1, None, 0, 1], [1, 1, 1, 1]]}, "row 1 has 1 pixels without a value"),
    "greys": ({**GOOD, "mask": [[1, 7, 0, 1], [1, 1, 1, 1]]}, "row 1 holds the value 7"),
    "negative": ({**GOOD, "mask": [[1, -1, 0, 1], [1, 1, 1, 1]]}, "row 1 holds the value"),
    "no size": ({**GOOD, "width": [0, 2]}, "row 1 is 0 x 2 pixels large"),
    "size of text": ({**GOOD, "width": ["2", "2"]}, "row 1 is 2 x 2 pixels large"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_bad_table_is_refused_in_words(tmp_path, name):
    arrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    columns, what = HOSTILE[name]
    path = str(tmp_path / "bad.parquet")
    parquet.write_table(arrow.table(columns), path)
    with pytest.raises(EngineError, match=re.escape(what)) as caught:
        list(FlatMaskFile(path).rows())
    assert caught.value.code is Code.BAD_FILE
    assert caught.value.message.startswith(f"{path} cannot be read as flat masks: ")
    assert "Write it again with the columns" in caught.value.message


@pytest.mark.parametrize(
    "metadata", ["{", "5", '{"transform": [1, 2]}', '{"transform": ["a", 0, 0, 0, 1, 0]}']
)
def test_metadata_that_place_nothing_are_refused(tmp_path, metadata):
    arrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    table = arrow.table(GOOD).replace_schema_metadata({"sam2_toolbox": metadata})
    parquet.write_table(table, str(tmp_path / "bad.parquet"))
    with pytest.raises(EngineError, match="does not say where the masks lie"):
        FlatMaskFile(str(tmp_path / "bad.parquet"))


def test_a_file_cut_short_is_refused(tmp_path):
    arrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "a.parquet"
    parquet.write_table(arrow.table(GOOD), str(path))
    content = path.read_bytes()
    for length in (0, 10, len(content) // 2, len(content) - 1):
        path.write_bytes(content[:length])
        with pytest.raises(EngineError, match="damaged, incomplete or no Parquet file"):
            FlatMaskFile(str(path))


def test_masks_of_two_sizes_cannot_lie_on_one_raster(tmp_path):
    arrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    path = str(tmp_path / "a.parquet")
    table = arrow.table({"mask": [[1], [1, 1]], "width": [1, 2], "height": [1, 1]})
    parquet.write_table(table, path)
    assert import_flat_masks({"input": path, "output": str(tmp_path / "back")}, Ear())["count"] == 2
    place = json.dumps({"transform": [1, 0, 0, 0, -1, 0], "crs": ""})
    parquet.write_table(table.replace_schema_metadata({"sam2_toolbox": place}), path)
    with pytest.raises(EngineError, match="masks of 1 x 1 and of 2 x 1 pixels"):
        import_flat_masks({"input": path, "output": str(tmp_path / "back")}, Ear())
