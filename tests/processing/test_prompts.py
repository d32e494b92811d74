"""Layers of prompts: what reaches the worker, and what comes back beside their attributes."""

import json
import os
from pathlib import Path

import pytest

pytest.importorskip("qgis", reason="the QGIS side runs under the system's Python")
from osgeo import gdal
from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsFeatureRequest,
    QgsField,
    QgsGeometry,
    QgsProcessingFeatureSource,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingUtils,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QVariant
from sam2_toolbox.engine.api.features import PROMPT_FIELDS, REFINED_FIELDS
from sam2_toolbox.engine.api.prompts import PromptFile
from sam2_toolbox.processing.prompt_layer import PromptLayer
from sam2_toolbox.processing.prompt_sink import joined_fields

WGS84 = QgsCoordinateReferenceSystem("EPSG:4326")
UTM33 = QgsCoordinateReferenceSystem("EPSG:32633")


def layer(kind, rows, fields="field=name:string", crs="EPSG:32633", name="prompts"):
    """Rows of WKT and attributes."""
    made = QgsVectorLayer(f"{kind}?crs={crs}&{fields}", name, "memory")
    for wkt, *attributes in rows:
        feature = QgsFeature(made.fields())
        if wkt:
            feature.setGeometry(QgsGeometry.fromWkt(wkt))
        feature.setAttributes(attributes)
        assert made.dataProvider().addFeature(feature)
    return made


def points(*names):
    return layer("Point", [(f"Point ({500100 + 10 * i} 4999800)", name) for i, name in enumerate(names)])


@pytest.fixture
def written_prompts(tmp_path, context, feedback):
    """``written_prompts(layer, label, group, crs)``: the prompts in the file, as the worker reads them."""

    kept = []

    def write(source, label="", group="", crs=UTM33):
        kept.append(source)  # as a project does
        path = str(tmp_path / "prompts.bin")
        prompts = PromptLayer(_as_source(source, context))
        prompts.write(path, crs, label, group, context, feedback)
        with PromptFile(path) as file:
            return [prompt for _, prompt in file], prompts

    return write


def _as_source(source, context):
    return QgsProcessingFeatureSource(source, context)


def wkt(prompt):
    geometry = QgsGeometry()
    geometry.fromWkb(prompt.wkb)
    return geometry.asWkt(1)


@pytest.fixture
def run_prompts(provider, fake_worker, raster):
    from qgis import processing

    def run(source, algorithm="promptsegment", output="TEMPORARY_OUTPUT", feedback=None, **parameters):
        name = "PROMPTS" if algorithm == "promptsegment" else "POLYGONS"
        values = {"INPUT": raster, name: source, "OUTPUT": str(output), **parameters}
        return processing.run(f"sam2:{algorithm}", values, feedback=feedback)

    return run


def test_results_come_in_the_order_of_the_prompts_with_their_attributes(run_prompts):
    result = run_prompts(points("a", "b", "c", "d", "e"))
    made = result["OUTPUT"]
    assert result["COUNT"] == made.featureCount() == 5
    assert [feature["name"] for feature in made.getFeatures()] == ["a", "b", "c", "d", "e"]
    assert [field.name() for field in made.fields()] == ["name", *(spec.name for spec in PROMPT_FIELDS)]
    assert {feature["candidate"] for feature in made.getFeatures()} == {2}
    assert made.crs() == UTM33
    assert made.metadata().title() == "field objects"


def test_refined_polygons_have_fields_of_their_own(run_prompts, tmp_path, written):
    square = "Polygon ((500100 4999800, 500120 4999800, 500120 4999820, 500100 4999800))"
    old = layer("Polygon", [(square, "a"), (square, "b")])
    run_prompts(old, "refinepolygons", tmp_path / "new.gpkg")
    new = written(tmp_path / "new.gpkg")
    names = [field.name() for field in new.fields() if field.name() != "fid"]
    assert names == ["name", *(spec.name for spec in REFINED_FIELDS)]
    assert [(f["name"], f["change"], f["iou_old"], f["shift_m"]) for f in new.getFeatures()] == [
        ("a", "same", 0.9, NULL),
        ("b", "same", 0.9, NULL),
    ]
    assert new.metadata().title() == "field objects"


@pytest.mark.parametrize("extension", ["gpkg", "geojson", "shp", "fgb"])
def test_formats(run_prompts, tmp_path, written, extension):
    output = tmp_path / f"found.{extension}"
    assert run_prompts(points("a", "b"), output=output)["COUNT"] == 2
    # FlatGeobuf has an order of its own.
    assert sorted(feature["name"] for feature in written(output).getFeatures()) == ["a", "b"]


def test_taken_names_get_a_number(qgis_app):
    given = points().fields()
    for name in ("Score", "score_2", "AREA_M2"):
        given.append(QgsField(name, QVariant.String))
    names = joined_fields(given, PROMPT_FIELDS).names()
    assert names[:4] == ["name", "Score", "score_2", "AREA_M2"]
    assert names[4:] == [
        *("score_3", "stability", "candidate", "area_m2_2", "perimeter_m", "scale", "touches_edge")
    ]


def test_an_output_can_prompt_again(run_prompts, tmp_path, written):
    """A GeoPackage of ours has a fid and every field already."""
    run_prompts(points("a", "b"), output=tmp_path / "first.gpkg")
    again = run_prompts(str(tmp_path / "first.gpkg"), output=tmp_path / "second.gpkg")
    assert again["COUNT"] == 2
    second = written(tmp_path / "second.gpkg")
    assert {"score", "score_2", "scale_2"} <= set(second.fields().names())
    assert [feature["name"] for feature in second.getFeatures()] == ["a", "b"]


def test_geometry_reaches_the_worker_in_the_rasters_crs(written_prompts, context):
    there = QgsCoordinateTransform(UTM33, WGS84, context.transformContext())
    corners = QgsGeometry.fromWkt(
        "Polygon ((500100 4999800, 500150 4999800, 500150 4999850, 500100 4999800))"
    )
    corners.transform(there)
    (prompt,), _ = written_prompts(layer("Polygon", [(corners.asWkt(12), "a")], crs="EPSG:4326"))
    geometry = QgsGeometry()
    geometry.fromWkb(prompt.wkb)
    expected = [(500100, 4999800), (500150, 4999800), (500150, 4999850)]
    for vertex, (x, y) in zip(geometry.vertices(), expected):
        assert abs(vertex.x() - x) < 1e-3
        assert abs(vertex.y() - y) < 1e-3


@pytest.mark.parametrize(
    ("kind", "given", "plain"),
    [
        ("PointZM", "PointZM (1 2 3 4)", "Point (1 2)"),
        ("MultiPointZ", "MultiPointZ ((1 2 3),(4 5 6))", "MultiPoint ((1 2),(4 5))"),
        ("LineStringM", "LineStringM (1 2 3, 4 5 6)", "LineString (1 2, 4 5)"),
        ("MultiPolygonZ", "MultiPolygonZ (((0 0 9, 2 0 9, 2 2 9, 0 0 9)))",
         "MultiPolygon (((0 0, 2 0, 2 2, 0 0)))"),
    ],
)  # fmt: skip
def test_every_geometry_becomes_a_plain_one(written_prompts, kind, given, plain):
    (prompt,), _ = written_prompts(layer(kind, [(given, "a")]))
    assert wkt(prompt) == plain


def test_curves_become_lines(written_prompts):
    circle = "CurvePolygon (CircularString (0 0, 10 10, 20 0, 10 -10, 0 0))"
    (prompt,), _ = written_prompts(layer("CurvePolygon", [(circle, "a")]))
    geometry = QgsGeometry()
    geometry.fromWkb(prompt.wkb)
    assert geometry.asWkt().startswith("Polygon")
    assert abs(geometry.area() - 314) < 1


FIELDS = "field=label:int&field=object:string"


def test_groups_are_objects_in_the_order_of_their_first_features(written_prompts):
    rows = [
        ("Point (1 1)", 1, "b"),
        ("Point (2 2)", 1, "a"),
        ("Point (3 3)", 0, "b"),
        ("Point (4 4)", 1, NULL),
    ]
    rows += [("Point (5 5)", 1, NULL), ("Point (6 6)", 0, "a")]
    prompts, kept = written_prompts(layer("Point", rows, FIELDS), "label", "object")
    assert [(prompt.object, prompt.label) for prompt in prompts] == [
        (1, 1),
        (2, 1),
        (1, 0),
        (3, 1),
        (4, 1),
        (2, 0),
    ]
    assert kept.attributes([4, 1, 2]) == [[1, NULL], [1, "b"], [1, "a"]]


@pytest.mark.parametrize(("field", "value", "label"), [
    ("int", 0, 0), ("int", 1, 1), ("double", 0.0, 0), ("double", 1.0, 1),
    ("string", "0", 0), ("string", "1", 1), ("bool", True, 1), ("bool", False, 0),
])  # fmt: skip
def test_labels_may_be_of_any_type(written_prompts, field, value, label):
    (prompt,), _ = written_prompts(layer("Point", [("Point (1 1)", value)], f"field=label:{field}"), "label")
    assert prompt.label == label


@pytest.mark.parametrize(
    ("field", "value"), [("int", 2), ("int", -1), ("int", NULL), ("string", "yes"), ("double", 0.5)]
)
def test_another_label_is_refused_with_the_feature(run_prompts, field, value):
    source = layer("Point", [("Point (1 1)", 1), ("Point (1 1)", value)], f"field=label:{field}")
    with pytest.raises(
        Exception, match=r"Feature 2 of prompts has .* in label, the LABEL_FIELD; it must be 1"
    ):
        run_prompts(source, LABEL_FIELD="label")


def test_a_field_that_is_not_there_is_named(run_prompts):
    with pytest.raises(Exception, match=r"prompts has no field kind\. Choose one of these: name"):
        run_prompts(points("a"), GROUP_FIELD="kind")


def test_features_that_cannot_prompt_are_named(written_prompts, feedback):
    bow_tie = "Polygon ((0 0, 9 9, 9 0, 0 9, 0 0))"
    square = "Polygon ((0 0, 9 0, 9 9, 0 9, 0 0))"
    prompts, _ = written_prompts(layer("Polygon", [(square, "a"), ("", "b"), (bow_tie, "c"), (square, "d")]))
    assert [(prompt.object, prompt.feature) for prompt in prompts] == [(1, 1), (3, 3), (4, 4)]
    assert len(feedback.warnings) == 2
    assert "1 features of prompts have no geometry and are left out: 2." in feedback.warnings
    assert any("not valid polygons" in warning and warning.endswith(": 3.") for warning in feedback.warnings)


def test_what_cannot_be_reprojected_is_named(written_prompts, feedback):
    rows = [("Point (15 45)", "a"), ("Point (190 95)", "b"), ("Point (15.001 45)", "c")]
    prompts, kept = written_prompts(layer("Point", rows, crs="EPSG:4326"))
    assert [prompt.feature for prompt in prompts] == [1, 3]
    assert kept.attributes([prompt.object for prompt in prompts]) == [["a"], ["c"]]
    (warning,) = feedback.warnings
    assert "cannot be reprojected" in warning
    assert warning.endswith(": 2.")


def test_no_crs_is_taken_for_the_rasters(written_prompts, feedback):
    (prompt,), _ = written_prompts(layer("Point", [("Point (500100 4999800)", "a")], crs=""))
    assert wkt(prompt) == "Point (500100 4999800)"
    assert "has no CRS" in feedback.warnings[0]


def test_only_selected_features_prompt(run_prompts, qgis_new_project):
    source = points("a", "b", "c")
    QgsProject.instance().addMapLayer(source)
    source.selectByIds([1, 3])
    chosen = QgsProcessingFeatureSourceDefinition(source.id(), selectedFeaturesOnly=True)
    made = run_prompts(chosen)["OUTPUT"]
    assert [feature["name"] for feature in made.getFeatures()] == ["a", "c"]
    QgsProject.instance().clear()


def test_a_table_is_refused(run_prompts):
    with pytest.raises(Exception, match="table without geometry"):
        run_prompts(layer("None", [("", "a")]))


def test_a_missing_layer_is_refused(run_prompts, tmp_path):
    with pytest.raises(Exception, match="PROMPTS"):
        run_prompts(str(tmp_path / "none.gpkg"))


def test_no_prompts_are_an_empty_layer(run_prompts, tmp_path, written):
    assert run_prompts(points(), output=tmp_path / "none.gpkg")["COUNT"] == 0
    assert "candidate" in written(tmp_path / "none.gpkg").fields().names()


def test_the_file_of_prompts_is_gone_afterwards(run_prompts, fake_worker, tmp_path):
    received = tmp_path / "received.json"
    fake_worker(received=str(received))
    run_prompts(points("a"))
    request = json.loads(received.read_text())
    assert request["job"] == "prompt_segment"
    assert os.path.isabs(request["params"]["prompts"])
    assert not Path(request["params"]["prompts"]).exists()


def test_no_file_of_prompts_stays_after_a_wrong_label(run_prompts):
    before = set(Path(QgsProcessingUtils.tempFolder()).rglob("*prompts.bin"))
    with pytest.raises(Exception, match="LABEL_FIELD"):
        run_prompts(layer("Point", [("Point (1 1)", 7)], "field=label:int"), LABEL_FIELD="label")
    assert set(Path(QgsProcessingUtils.tempFolder()).rglob("*prompts.bin")) == before


def test_the_metadata_name_the_layer_of_prompts(run_prompts, provenance_of):
    made = run_prompts(points("a"))["OUTPUT"]
    assert provenance_of(made)["parameters"]["PROMPTS"] == "prompts"


@pytest.mark.parametrize("mode", ["fails", "dies"])
def test_a_failed_run_keeps_what_was_found(run_prompts, fake_worker, tmp_path, written, mode):
    fake_worker(mode=mode)
    output = tmp_path / "part.gpkg"
    with pytest.raises(Exception, match=r"\."):
        run_prompts(points(*"abcdefg"), output=output)
    if mode == "fails":  # nothing was found yet, so nothing is written
        assert not output.exists()
    else:
        part = written(output)
        # The fake worker answers from the end.
        assert [feature["name"] for feature in part.getFeatures()] == ["e", "f", "g"]
        assert "not complete" in part.metadata().title()


def test_a_cancelled_run_keeps_what_was_found_in_order(run_prompts, fake_worker, tmp_path, written, feedback):
    fake_worker(delay=0.1)
    output = tmp_path / "part.gpkg"
    feedback.progressChanged.connect(lambda percent: feedback.cancel() if percent > 0 else None)
    with pytest.raises(Exception, match=r"cancelled.*which is not complete"):
        run_prompts(points(*(f"{number:02}" for number in range(60))), output=output, feedback=feedback)
    names = [feature["name"] for feature in written(output).getFeatures()]
    assert 3 <= len(names) < 60
    assert names == sorted(names)
    assert written(output).metadata().title() == "field objects (cancelled, not complete)"


def test_attributes_of_any_type_survive(run_prompts, tmp_path, written):
    fields = "field=n:integer&field=x:double&field=when:date&field=yes:bool"
    source = layer(
        "Point",
        [("Point (1 1)", 5, 0.5, "2024-05-01", True), ("Point (2 2)", NULL, NULL, NULL, NULL)],
        fields,
    )
    run_prompts(source, output=tmp_path / "kept.gpkg")
    first, second = written(tmp_path / "kept.gpkg").getFeatures(QgsFeatureRequest())
    assert (first["n"], first["x"], first["when"].toString("yyyy-MM-dd"), first["yes"]) == (
        5,
        0.5,
        "2024-05-01",
        True,
    )
    assert [second[name] for name in ("n", "x", "when", "yes")] == [NULL] * 4


def test_prompts_have_a_help_text(provider):
    for name, fields in (("promptsegment", PROMPT_FIELDS), ("refinepolygons", REFINED_FIELDS)):
        text = provider.algorithm(name).shortHelpString()
        assert all(f"<b>{spec.name}</b>" in text for spec in fields)
        assert "{" not in text


def test_a_raster_that_is_open_elsewhere_is_left_alone(run_prompts, raster):
    before = os.path.getmtime(raster)
    run_prompts(points("a"))
    assert os.path.getmtime(raster) == before
    assert gdal.Open(raster) is not None
