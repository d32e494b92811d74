"""A GeoPackage of a run's own is whole after every tile; other outputs go through QGIS's sink."""

import os
import signal
import sqlite3
import struct
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

pytest.importorskip("qgis", reason="the QGIS side runs under the system's Python")
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingContext,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingUtils,
    QgsProject,
    QgsProperty,
    QgsRemappingSinkDefinition,
    QgsWkbTypes,
)
from sam2_toolbox.engine.api.features import Feature
from sam2_toolbox.processing.geopackage import GeoPackageWriter, NotWritten
from sam2_toolbox.processing.object_sink import ObjectSink, object_fields
from sam2_toolbox.processing.parameters import own_file

CRS = "EPSG:32633"


def square(number, side=10.0):
    x, y = 500_000.0 + 20 * number, 4_999_000.0
    ring = [(x, y), (x + side, y), (x + side, y + side), (x, y + side), (x, y)]
    wkb = struct.pack("<BIIBIII", 1, 6, 1, 1, 3, 1, 5) + b"".join(struct.pack("<dd", *p) for p in ring)
    area = None if number == 1 else 100.0
    return Feature(number, 0.9, 0.95, area, 40.0, 100, x + 5, y + 5, 0, number == 2, wkb)


def squares(first, count=5):
    return [square(number) for number in range(first, first + count)]


@pytest.fixture
def sink_to(qgis_app):
    """``sink_to(path)``: an ``ObjectSink`` as the algorithm makes it, and what it said was unfinished."""

    def make(path, own=True):
        told = []

        def create():
            return QgsProcessingUtils.createFeatureSink(
                str(path),
                QgsProcessingContext(),
                object_fields(),
                QgsWkbTypes.Type.MultiPolygon,
                QgsCoordinateReferenceSystem(CRS),
            )

        return ObjectSink(create, str(path) if own else "", told.append), told

    return make


def state_of(path):
    """What any reader finds: rows, entries of the spatial index, the count in the tables of contents,
    the extent, and whether SQLite is content."""
    name = path.stem
    with closing(sqlite3.connect(path)) as database:
        rows, indexed, counted = (
            database.execute(query).fetchone()[0]
            for query in (
                f"SELECT count(*) FROM {name}",
                f"SELECT count(*) FROM rtree_{name}_geom",
                "SELECT feature_count FROM gpkg_ogr_contents",
            )
        )
        extent = database.execute("SELECT min_x, min_y, max_x, max_y FROM gpkg_contents").fetchone()
        sound = database.execute("PRAGMA integrity_check").fetchone()[0]
    return rows, indexed, counted, extent, sound


def expected(count):
    extent = (500_000.0, 4_999_000.0, 500_000.0 + 20 * (count - 1) + 10, 4_999_010.0)
    return count, count, count, extent, "ok"


def test_after_every_batch_the_file_is_whole(sink_to, tmp_path, written):
    path = tmp_path / "objects.gpkg"
    sink, told = sink_to(path)
    for first in (0, 5, 10):
        sink.add(squares(first))
        assert state_of(path) == expected(first + 5)
        assert written(path).featureCount() == first + 5 == sink.count
    assert told == [str(path)]
    sink.close()
    assert state_of(path) == expected(15)
    layer = written(path)
    assert layer.crs().authid() == CRS
    found = list(layer.getFeatures())
    assert [feature["object_id"] for feature in found] == list(range(15))
    assert [feature["area_m2"] for feature in found][:2] == [100.0, None]
    assert [feature["touches_edge"] for feature in found][:3] == [False, False, True]
    assert found[3].geometry().asWkt(0) == (
        "MultiPolygon (((500060 4999000, 500070 4999000, 500070 4999010, 500060 4999010, 500060 4999000)))"
    )


def test_it_is_the_file_qgis_itself_would_have_made(sink_to, tmp_path):
    """Schema, field types, CRS and contents agree with those of QGIS's own sink."""
    described = []
    for own in (True, False):
        folder = tmp_path / str(own)
        folder.mkdir()
        sink, _ = sink_to(folder / "objects.gpkg", own)
        sink.add(squares(0))
        sink.close()
        with closing(sqlite3.connect(folder / "objects.gpkg")) as database:
            dump = [line for line in database.iterdump() if "last_change" not in line]
            described.append([line for line in dump if "gpkg_contents" not in line and "rtree_" not in line])
    assert described[0] == described[1]


WRITE_FOR_EVER = """
import os, runpy, sys, time
runpy.run_path(sys.argv[1])
from osgeo import ogr
from sam2_toolbox.tests.processing.test_geopackage import GeoPackageWriter, squares
from sam2_toolbox.engine.api.features import FIELDS
writer = GeoPackageWriter(sys.argv[2], [spec.name for spec in FIELDS])
first = 5
while True:
    writer.write(squares(first))
    first += 5
    print(first, flush=True)
"""


@pytest.mark.parametrize("tiles", [1, 4, 9])
def test_a_kill_at_any_moment_leaves_every_tile_that_was_told_of(sink_to, tmp_path, tiles):
    path = tmp_path / "objects.gpkg"
    sink, _ = sink_to(path)
    sink.add(squares(0))
    sink.abandon()
    conftest = Path(__file__).resolve().parents[1] / "conftest.py"
    command = [sys.executable, "-c", WRITE_FOR_EVER, str(conftest), str(path)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        for _ in range(tiles):
            told = int(process.stdout.readline())
        process.send_signal(signal.SIGKILL)
    rows, *rest = state_of(path)
    assert rows >= told
    assert rows % 5 == 0
    assert (rows, *rest) == expected(rows)


def test_a_batch_that_fails_leaves_nothing_of_itself(sink_to, tmp_path):
    path = tmp_path / "objects.gpkg"
    sink, _ = sink_to(path)
    sink.add(squares(0))

    def interrupted():
        yield from squares(5)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        sink.add(interrupted())
    assert sink.count == 5
    assert state_of(path) == expected(5)
    sink.add(squares(5))
    sink.close()
    assert state_of(path) == expected(10)


def test_a_file_that_lacks_a_field_is_refused(sink_to, tmp_path):
    path = tmp_path / "objects.gpkg"
    sink, _ = sink_to(path)
    sink.close()
    with pytest.raises(NotWritten, match="no field colour"):
        GeoPackageWriter(str(path), ["score", "colour"])
    with pytest.raises(NotWritten):
        GeoPackageWriter(str(tmp_path / "none.gpkg"), ["score"])


@pytest.mark.parametrize("raises", [False, True])
def test_ogr_is_left_as_it_was_found(sink_to, tmp_path, raises):
    from osgeo import ogr

    was = ogr.GetUseExceptions()
    (ogr.UseExceptions if raises else ogr.DontUseExceptions)()
    try:
        sink, _ = sink_to(tmp_path / "objects.gpkg")
        sink.add(squares(0))
        with pytest.raises(NotWritten):
            GeoPackageWriter(str(tmp_path / "none.gpkg"), ["score"])
        sink.close()
        assert bool(ogr.GetUseExceptions()) is raises
    finally:
        (ogr.UseExceptions if was else ogr.DontUseExceptions)()
    assert state_of(tmp_path / "objects.gpkg") == expected(5)


def test_which_outputs_are_files_of_their_own(tmp_path):
    project = QgsProject()
    definition = QgsProcessingOutputLayerDefinition(str(tmp_path / "x.gpkg"), project)
    assert own_file(str(tmp_path / "x.gpkg")) == own_file(definition) == str(tmp_path / "x.gpkg")
    by_expression = QgsProcessingOutputLayerDefinition()
    by_expression.sink = QgsProperty.fromExpression("'x.gpkg'")
    fitted = QgsProcessingOutputLayerDefinition(str(tmp_path / "x.gpkg"), project)
    fitted.setRemappingDefinition(QgsRemappingSinkDefinition())
    others = ["TEMPORARY_OUTPUT", "memory:", "ogr:dbname='x.gpkg' table=\"x\" (geom)", by_expression, fitted]
    assert [own_file(output) for output in [*others, None, ""]] == [""] * 7


def test_a_run_overwrites_its_geopackage_and_keeps_other_tables_of_shared_ones(run, raster, tmp_path):
    path = tmp_path / "objects.gpkg"
    run(raster, path)
    run(raster, f"ogr:dbname='{path}' table=\"again\" (geom)")
    with closing(sqlite3.connect(path)) as database:
        tables = database.execute("SELECT table_name FROM gpkg_contents ORDER BY 1").fetchall()
    assert tables == [("again",), ("objects",)]
    run(raster, path)
    with closing(sqlite3.connect(path)) as database:
        tables = database.execute("SELECT table_name FROM gpkg_contents").fetchall()
    assert tables == [("objects",)]


def test_a_killed_run_calls_its_layer_unfinished(sink_to, tmp_path, written):
    from sam2_toolbox.processing.layer_metadata import UNFINISHED, describe_run, save_to_file

    path = tmp_path / "objects.gpkg"
    sink, _ = sink_to(path)
    crs = QgsCoordinateReferenceSystem(CRS)
    sink._on_unfinished = lambda where: save_to_file(describe_run("field", crs, UNFINISHED, 0, {}, {}), where)
    sink.add(squares(0))
    metadata = written(path).metadata()
    assert metadata.title() == "field objects (unfinished, not complete)"
    assert metadata.abstract().startswith("Objects found in field by SAM 2. The run has not come to its end")
