"""Prompts in qgis_process with the real worker and the bundled model, whatever its weights."""

import json

import pytest

pytest.importorskip("qgis", reason="the QGIS side runs under the system's Python")
from osgeo import gdal, ogr, osr

gdal.UseExceptions()
ogr.UseExceptions()

PIXEL, LEFT, TOP, SIDE = 0.5, 500000.0, 5000000.0, 300


@pytest.fixture
def blots(tmp_path):
    """A raster of coloured squares 25 m wide, 150 m in all."""
    path = tmp_path / "blots.tif"
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(32633)
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), SIDE, SIDE, 3)
    dataset.SetGeoTransform((LEFT, PIXEL, 0, TOP, 0, -PIXEL))
    dataset.SetProjection(crs.ExportToWkt())
    for band in (1, 2, 3):
        row = [
            bytes((37 * band * (x // 50) + 91 * (y // 50) * band) % 256 for x in range(SIDE))
            for y in range(SIDE)
        ]
        dataset.GetRasterBand(band).WriteRaster(0, 0, SIDE, SIDE, b"".join(row))
    return path


def ring(x, y):
    """A square of the raster, 20 m wide, in UTM."""
    left, bottom = LEFT + 25 * x + 2.5, TOP - 25 * (y + 1) + 2.5
    return [
        (left, bottom),
        (left + 20, bottom),
        (left + 20, bottom + 20),
        (left, bottom + 20),
        (left, bottom),
    ]


PLACES = [(1, 1), (4, 0), (2, 3), (0, 5), (5, 5)]


def write_boxes(path, epsg):
    here, there = osr.SpatialReference(), osr.SpatialReference()
    here.ImportFromEPSG(32633)
    there.ImportFromEPSG(epsg)
    for crs in (here, there):
        crs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    move = osr.CoordinateTransformation(here, there)
    features = []
    for number, place in enumerate(PLACES):
        corners = [list(move.TransformPoint(*corner)[:2]) for corner in ring(*place)]
        features.append(
            {
                "type": "Feature",
                "properties": {"name": f"square {number}"},
                "geometry": {"type": "Polygon", "coordinates": [corners]},
            }
        )
    crs = {"type": "name", "properties": {"name": f"urn:ogc:def:crs:EPSG::{epsg}"}}
    path.write_text(json.dumps({"type": "FeatureCollection", "crs": crs, "features": features}))
    return path


def found_in(path):
    file = ogr.Open(str(path))
    return {feature["name"]: feature.GetGeometryRef().Clone() for feature in file.GetLayer(0)}


def test_answers_do_not_depend_on_the_crs_of_the_prompts(session, blots, tmp_path):
    session.real()
    answers = {}
    for epsg in (32633, 4326, 3857):
        boxes, output = write_boxes(tmp_path / f"{epsg}.geojson", epsg), tmp_path / f"{epsg}.gpkg"
        code, results = session.run("sam2:promptsegment", INPUT=blots, PROMPTS=boxes, OUTPUT=output)
        assert code == 0, results
        answers[epsg] = found_in(output)
        assert len(answers[epsg]) == results["COUNT"]
    assert answers[32633]
    right, bottom = LEFT + SIDE * PIXEL, TOP - SIDE * PIXEL
    ring = f"{LEFT} {TOP}, {right} {TOP}, {right} {bottom}, {LEFT} {bottom}, {LEFT} {TOP}"
    raster = ogr.CreateGeometryFromWkt(f"POLYGON (({ring}))")
    for epsg in (4326, 3857):
        assert answers[epsg].keys() == answers[32633].keys()
        for name, outline in answers[epsg].items():
            same = answers[32633][name]
            assert raster.Contains(outline)
            # Boxes differ in their last digits, and with them a pixel here and there.
            assert outline.SymmetricDifference(same).GetArea() <= 0.002 * same.GetArea()


def test_refine_says_something_about_every_polygon(session, blots, tmp_path):
    session.real()
    old = write_boxes(tmp_path / "old.geojson", 4326)
    code, results = session.run(
        "sam2:refinepolygons", INPUT=blots, POLYGONS=old, OUTPUT=tmp_path / "new.gpkg"
    )
    assert code == 0, results
    file = ogr.Open(str(tmp_path / "new.gpkg"))
    rows = [(f["name"], f["change"], f["iou_old"], f["shift_m"]) for f in file.GetLayer(0)]
    assert [row[0] for row in rows] == [f"square {number}" for number in range(len(PLACES))]
    for _, change, iou, shift in rows:
        assert change in ("same", "changed", "gone")
        assert 0 <= iou <= 1
        assert (shift is None) == (change == "gone")
