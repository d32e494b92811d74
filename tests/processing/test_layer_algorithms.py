"""Exports, imports and the evaluation as QGIS runs them, with the real worker."""

import json
import os

import pytest

pytest.importorskip("qgis", reason="the QGIS side runs under the system's Python")
if not os.environ.get("SAM2_TOOLBOX_PYTHON"):
    pytest.skip("SAM2_TOOLBOX_PYTHON does not name the worker's Python", allow_module_level=True)
from qgis import processing
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsVectorLayer,
)

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


def test_coco_there_and_back(layer, raster, tmp_path):
    path = str(tmp_path / "a.json")
    run("exportcoco", INPUT=layer, REFERENCE=raster, CLASS_FIELD="kind", OUTPUT=path)
    with open(path, encoding="utf-8") as file:
        assert [entry["name"] for entry in json.load(file)["categories"]] == ["", "Dach", "Feld"]
    back = run("importcoco", INPUT=path, OUTPUT="TEMPORARY_OUTPUT")["OUTPUT"]
    assert same_places(back)
    assert [f["category"] for f in back.getFeatures()] == ["Dach", "Feld", ""]


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
