"""From a raster to a verdict and a data set in one model, with the real worker."""

import json
import random

import pytest

pytest.importorskip("qgis", reason="the QGIS side runs under the system's Python")
from osgeo import gdal, ogr, osr

gdal.UseExceptions()
ogr.UseExceptions()


def write_picture(path):
    """Squares of many colours, 20 pixels of 10 m each."""
    rng = random.Random(1)
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), 100, 100, 3)
    dataset.SetGeoTransform((500000.0, 10.0, 0, 5000000.0, 0, -10.0))
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(32633)
    dataset.SetProjection(crs.ExportToWkt())
    colours = [[rng.randbytes(3) for _ in range(5)] for _ in range(5)]
    for band in range(3):
        rows = [bytes(colours[y // 20][x // 20][band] for x in range(100)) for y in range(100)]
        dataset.GetRasterBand(band + 1).WriteRaster(0, 0, 100, 100, b"".join(rows))


def write_reference(path):
    """The squares, in another CRS."""
    utm, degrees = osr.SpatialReference(), osr.SpatialReference()
    utm.ImportFromEPSG(32633)
    degrees.ImportFromEPSG(4326)
    degrees.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    there = osr.CoordinateTransformation(utm, degrees)
    file = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = file.CreateLayer("squares", degrees, ogr.wkbPolygon)
    for index in range(25):
        x, y = 500000 + index % 5 * 200, 5000000 - index // 5 * 200
        square = ogr.CreateGeometryFromWkt(
            f"POLYGON (({x} {y}, {x + 200} {y}, {x + 200} {y - 200}, {x} {y - 200}, {x} {y}))"
        )
        square.Transform(there)
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(square)
        layer.CreateFeature(feature)


def test_segments_judges_and_exports(session, tmp_path):
    session.real()
    write_picture(tmp_path / "squares.tif")
    write_reference(tmp_path / "squares.gpkg")
    code, results = session.run(
        "sam2:segment_evaluate_coco",
        INPUT=tmp_path / "squares.tif",
        REFERENCE=tmp_path / "squares.gpkg",
        PRED_IOU_THRESH=0,
        STABILITY_SCORE_THRESH=0,
        **{
            "segment:OBJECTS": tmp_path / "objects.gpkg",
            "judge:OUTCOMES": tmp_path / "outcomes.gpkg",
            "judge:REPORT": tmp_path / "report.html",
            "export:COCO": tmp_path / "objects.json",
        },
    )
    assert code == 0, results
    # A layer does not keep its file: without a name for each, GDAL would read what is gone.
    found, judged = (ogr.Open(str(tmp_path / name)) for name in ("objects.gpkg", "outcomes.gpkg"))
    objects = found.GetLayer(0).GetFeatureCount()
    outcomes = judged.GetLayer(0)
    assert objects > 0
    assert outcomes.GetFeatureCount() == objects + 25
    assert outcomes.GetSpatialRef().GetAuthorityCode(None) == "4326"
    content = json.loads((tmp_path / "objects.json").read_text())
    assert (content["images"][0]["width"], len(content["annotations"])) == (100, objects)
    assert "<svg" in (tmp_path / "report.html").read_text()
