"""Exports, imports and the evaluation as QGIS runs them, with the real worker."""

import json
import os

import pytest

pytest.importorskip("qgis", reason="the QGIS side runs under the system's Python")
if not os.environ.get("SAM2_TOOLBOX_PYTHON"):
    pytest.skip("SAM2_TOOLBOX_PYTHON does not name the worker's Python", allow_module_level=True)
import numpy as np
from osgeo import gdal
from qgis import processing
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsVectorLayer,
)
from sam2_toolbox.processing.layer_metadata import COMPLETE, describe_run, save_to_file

SQUARES = [(500100.0, 4999900.0, 50.0), (500200.0, 4999700.0, 80.0), (500400.0, 4999500.0, 30.0)]
"""Left, top and side in metres, on the pixel edges of the raster of 10 m."""


def square(left, top, side):
    corners = [(left, top), (left + side, top), (left + side, top - side), (left, top - side), (left, top)]
    text = ", ".join(f"{x} {y}" for x, y in corners)
    return QgsGeometry.fromWkt(f"MultiPolygon ((({text})))")


@pytest.fixture
def layer(provider):
    layer = QgsVectorLayer(
        "MultiPolygon?crs=EPSG:32633&field=number:integer&field=kind:string&field=score:double",
        "roofs",
        "memory",
    )
    features = []
    for index, place in enumerate(SQUARES):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(square(*place))
        feature.setAttributes([index + 7, ["Dach", "Feld", None][index], 0.9 - 0.1 * index])
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


def run(name, **parameters):
    return processing.run(f"sam2:{name}", parameters)


def shapes(layer):
    return [feature.geometry().asWkt(2) for feature in layer.getFeatures()]


def same_places(layer):
    found = [feature.geometry() for feature in layer.getFeatures()]
    return len(found) == len(SQUARES) and all(
        geometry.symDifference(square(*place)).area() < 1e-6 for geometry, place in zip(found, SQUARES)
    )


def test_npz_there_and_back(layer, raster, tmp_path):
    path = str(tmp_path / "masks.npz")
    result = run(
        "exportnpz", INPUT=layer, REFERENCE=raster, ID_FIELD="number", SCORE_FIELD="score", OUTPUT=path
    )
    assert (result["COUNT"], result["OUTPUT"]) == (3, path)
    back = run("importnpz", INPUT=path, OUTPUT="TEMPORARY_OUTPUT")["OUTPUT"]
    assert same_places(back)
    assert back.crs().authid() == "EPSG:32633"
    assert [f["object_id"] for f in back.getFeatures()] == [7, 8, 9]
    assert [round(f["score"], 6) for f in back.getFeatures()] == [0.9, 0.8, 0.7]


def test_an_npz_says_which_model_found_its_objects(layer, raster, tmp_path):
    path = str(tmp_path / "objects.gpkg")
    written = processing.run("native:savefeatures", {"INPUT": layer, "OUTPUT": path})["OUTPUT"]
    made = {"model": {"id": "pico", "sha256": "5e"}, "parameters": {"POINTS_PER_SIDE": 16}, "versions": {}}
    metadata = describe_run("ortho", layer.crs(), COMPLETE, 3, {"model": "pico"}, made)
    assert save_to_file(metadata, written) == ""
    for given in (path, QgsVectorLayer(path, "objects", "ogr")):
        run("exportnpz", INPUT=given, REFERENCE=raster, OUTPUT=str(tmp_path / "masks.npz"))
        told = npz_metadata(tmp_path / "masks.npz")
        assert (told["model"], told["parameters"]) == (made["model"], made["parameters"])
        assert "versions" not in told
    run("exportnpz", INPUT=layer, REFERENCE=raster, OUTPUT=str(tmp_path / "masks.npz"))
    assert "model" not in npz_metadata(tmp_path / "masks.npz")


def npz_metadata(path):
    return json.loads(str(np.load(path)["metadata"]))


def test_coco_there_and_back(layer, raster, tmp_path):
    path = str(tmp_path / "a.json")
    run("exportcoco", INPUT=layer, REFERENCE=raster, CLASS_FIELD="kind", OUTPUT=path)
    with open(path, encoding="utf-8") as file:
        assert [entry["name"] for entry in json.load(file)["categories"]] == ["", "Dach", "Feld"]
    back = run("importcoco", INPUT=path, OUTPUT="TEMPORARY_OUTPUT")["OUTPUT"]
    assert same_places(back)
    assert [f["category"] for f in back.getFeatures()] == ["Dach", "Feld", ""]


def test_phrases_without_an_object_come_and_go(layer, raster, tmp_path):
    path = str(tmp_path / "s.json")
    run("exportcoco", INPUT=layer, REFERENCE=raster, CLASS_FIELD="kind", VARIANT="saco", TILES=True,
        TILE_SIZE=64, OUTPUT=path)  # fmt: skip
    with open(path, encoding="utf-8") as file:
        content = json.load(file)
    back = run("importcoco", INPUT=path, OUTPUT=str(tmp_path / "s.gpkg"))
    objects = QgsVectorLayer(back["OUTPUT"], "phrases")
    bare = [f for f in objects.getFeatures() if f.geometry().isEmpty()]
    assert back["COUNT"] == len(content["annotations"]) == objects.featureCount() - len(bare)
    assert len(bare) == len(content["images"]) - len({a["image_id"] for a in content["annotations"]}) > 0
    fields = {f"{side}_{what}_FIELD": name for side in ("REFERENCE", "PREDICTION")
              for what, name in (("CLASS", "category"), ("IMAGE", "image"))}  # fmt: skip
    result = run(
        "evaluate", REFERENCE=objects, PREDICTION=objects, TABLE="TEMPORARY_OUTPUT",
        MATRIX="TEMPORARY_OUTPUT", OUTPUT="TEMPORARY_OUTPUT", **fields,
    )  # fmt: skip
    scores = {f["measure"]: f["value"] for f in result["TABLE"].getFeatures()}
    assert (scores["cgf1"], scores["presence_mcc"], scores["pq"]) == (100, 1, 1)
    assert [f["iou"] for f in result["MATRIX"].getFeatures()] == [1] * back["COUNT"]


def test_invalid_geometries_are_repaired_whatever_the_settings(layer, raster, tmp_path, feedback):
    bow_tie = QgsFeature(layer.fields())
    ring = "500500 4999900, 500600 4999800, 500600 4999900, 500500 4999800, 500500 4999900"
    bow_tie.setGeometry(QgsGeometry.fromWkt(f"MultiPolygon ((({ring})))"))
    layer.dataProvider().addFeatures([bow_tie])
    parameters = {"INPUT": layer, "REFERENCE": raster, "OUTPUT": str(tmp_path / "m.tif")}
    assert processing.run("sam2:exportmaskraster", parameters, feedback=feedback)["COUNT"] == 4
    assert "1 invalid geometries of INPUT were repaired." in feedback.warnings


def test_a_raster_without_a_crs_lends_its_pixels(layer, raster, tmp_path, feedback):
    nowhere = str(tmp_path / "nowhere.tif")
    placed = gdal.Open(raster)
    size = placed.RasterXSize, placed.RasterYSize
    gdal.GetDriverByName("GTiff").Create(nowhere, *size).SetGeoTransform(placed.GetGeoTransform())
    path = str(tmp_path / "masks.npz")
    parameters = {"INPUT": layer, "REFERENCE": nowhere, "OUTPUT": path}
    assert processing.run("sam2:exportnpz", parameters, feedback=feedback)["COUNT"] == 3
    assert any("no CRS; both are taken to be in the same one" in text for text in feedback.warnings)
    assert same_places(run("importnpz", INPUT=path, OUTPUT="TEMPORARY_OUTPUT")["OUTPUT"])


def test_an_empty_layer_is_refused(layer, raster, tmp_path):
    layer.dataProvider().truncate()
    with pytest.raises(QgsProcessingException, match=r"INPUT has no polygon to work on\. Choose a layer"):
        run("exportcoco", INPUT=layer, REFERENCE=raster, OUTPUT=str(tmp_path / "a.json"))
    assert not (tmp_path / "a.json").exists()


def test_an_atlas_and_its_index(layer, raster, tmp_path):
    result = run(
        "extractobjects", INPUT=layer, REFERENCE=raster, LAYOUT="atlas", NAME_FIELD="number",
        OUTPUT=str(tmp_path / "cuts"), INDEX="TEMPORARY_OUTPUT",
    )  # fmt: skip
    index = {f["name"]: (f["width"], f["height"]) for f in result["INDEX"].getFeatures()}
    assert index == {"7": (5, 5), "8": (8, 8), "9": (3, 3)}
    assert same_places(result["INDEX"])
    assert os.listdir(tmp_path / "cuts") == ["atlas.tif"]


def test_only_selected_features_are_exported(layer, raster, tmp_path, qgis_new_project):
    QgsProject.instance().addMapLayer(layer, False)
    layer.selectByExpression("number = 8")
    source = QgsProcessingFeatureSourceDefinition(layer.id(), True)
    result = run("exportmaskraster", INPUT=source, REFERENCE=raster, OUTPUT=str(tmp_path / "m.tif"))
    assert result["COUNT"] == 1


def test_a_layer_in_another_crs_lands_on_the_same_pixels(layer, raster, tmp_path):
    elsewhere = QgsVectorLayer("MultiPolygon?crs=EPSG:4326&field=number:integer", "degrees", "memory")
    to_degrees = QgsCoordinateTransform(
        layer.crs(), QgsCoordinateReferenceSystem("EPSG:4326"), QgsProject.instance()
    )
    features = []
    for feature in layer.getFeatures():
        geometry = feature.geometry().densifyByDistance(1)
        geometry.transform(to_degrees)
        other = QgsFeature(elsewhere.fields())
        other.setGeometry(geometry)
        features.append(other)
    elsewhere.dataProvider().addFeatures(features)
    path = str(tmp_path / "masks.npz")
    run("exportnpz", INPUT=elsewhere, REFERENCE=raster, OUTPUT=path)
    assert same_places(run("importnpz", INPUT=path, OUTPUT="TEMPORARY_OUTPUT")["OUTPUT"])


def test_evaluating_a_layer_against_itself_is_perfect(layer, tmp_path):
    page = str(tmp_path / "report.html")
    result = run(
        "evaluate", REFERENCE=layer, PREDICTION=layer, SCORE_FIELD="score", REPORT=page,
        TABLE="TEMPORARY_OUTPUT", OUTPUT="TEMPORARY_OUTPUT",
    )  # fmt: skip
    assert [result[name] for name in ("COUNT", "F1", "AP", "PQ", "MEAN_IOU")] == [3, 1, 1, 1, 1]
    assert {f["outcome"] for f in result["OUTPUT"].getFeatures()} == {"matched"}
    assert "pq" in {f["measure"] for f in result["TABLE"].getFeatures()}
    assert os.path.getsize(page) > 1000


@pytest.mark.parametrize(
    ("name", "parameters", "sentence"),
    [
        ("exportnpz", {"ID_FIELD": "nothing"}, "roofs has no field nothing; it has number, kind, score."),
        ("exportnpz", {"ID_FIELD": "kind"}, "The field kind of INPUT holds 'Dach'; a whole number"),
        ("exportnpz", {"REFERENCE": None}, "no REFERENCE raster and no PIXEL_SIZE"),
        ("exportnpz", {"LAYOUT": "stacks"}, "LAYOUT is 'stacks'; it must be one of stack, labels, tiles."),
    ],
)
def test_what_is_wrong_is_said(layer, raster, tmp_path, name, parameters, sentence):
    given = {"INPUT": layer, "REFERENCE": raster, "OUTPUT": str(tmp_path / "a.npz"), **parameters}
    with pytest.raises(QgsProcessingException) as caught:
        run(name, **given)
    assert sentence in str(caught.value)
    assert not list(tmp_path.glob("a.npz*"))


def test_a_file_in_a_folder_that_is_not_there_is_refused(layer, qgis_app, tmp_path):
    algorithm = qgis_app.processingRegistry().createAlgorithmById("sam2:exportcoco")
    accepted, sentence = algorithm.checkParameterValues(
        {"INPUT": layer, "OUTPUT": str(tmp_path / "train" / "annotations.json")}, QgsProcessingContext()
    )
    assert not accepted
    assert sentence.endswith(f"but the folder {tmp_path / 'train'} does not exist.")


def test_a_folder_of_pictures_is_made(layer, raster, qgis_app, tmp_path):
    algorithm = qgis_app.processingRegistry().createAlgorithmById("sam2:extractobjects")
    values = {"INPUT": layer, "REFERENCE": raster, "OUTPUT": str(tmp_path / "new" / "cuts")}
    assert algorithm.checkParameterValues(values, QgsProcessingContext()) == (True, "")
