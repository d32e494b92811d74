"""Every spec has its Processing parameter, and every value comes back as the worker's JSON."""

import os

import pytest

pytest.importorskip("qgis", reason="the QGIS side runs under the system's Python")
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsProcessingException,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterNumber,
    QgsProject,
    QgsProperty,
    QgsRasterLayer,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsVectorLayer,
)
from sam2_toolbox.engine.api.parameters.params import AutomaticMasksParams
from sam2_toolbox.engine.api.parameters.paramspec import FILLED_IN, Kind, from_dict, specs_of, to_dict
from sam2_toolbox.processing.area_of_interest import multipolygon_hex
from sam2_toolbox.processing.parameters import OUTPUT_KINDS, ParameterValues

SPECS = specs_of(AutomaticMasksParams)
TYPES = {
    Kind.RASTER: "raster",
    Kind.BANDS: "band",
    Kind.EXTENT: "extent",
    Kind.POLYGONS: "source",
    Kind.CHOICE: "enum",
    Kind.INTEGER: "number",
    Kind.NUMBER: "number",
    Kind.BOOLEAN: "boolean",
    Kind.TEXT: "string",
    Kind.FILE: "file",
    Kind.RASTER_OUT: "rasterDestination",
    Kind.FILE_OUT: "fileDestination",
}
ASKED = [spec for spec in SPECS if spec.kind not in FILLED_IN]


def read(algorithm, parameters, context):
    values = ParameterValues(algorithm, SPECS, parameters, context)
    return values.settings()[1]


@pytest.mark.parametrize("spec", ASKED, ids=[spec.name for spec in ASKED])
def test_definition_says_all_the_spec_says(algorithm, spec):
    definition = algorithm.parameterDefinition(spec.name.upper())
    flags = QgsProcessingParameterDefinition.Flag
    assert definition.type() == TYPES[spec.kind]
    assert definition.description() == (f"{spec.title} [{spec.unit}]" if spec.unit else spec.title)
    assert spec.help in definition.help()
    assert bool(definition.flags() & flags.FlagAdvanced) == spec.advanced
    assert bool(definition.flags() & flags.FlagOptional) == spec.optional
    if spec.kind in (Kind.INTEGER, Kind.NUMBER):
        integer = QgsProcessingParameterNumber.Type.Integer
        assert (definition.dataType() == integer) == (spec.kind is Kind.INTEGER)
        assert definition.defaultValue() == spec.default
        if spec.minimum is not None:
            assert definition.minimum() == spec.minimum
        if spec.maximum is not None:
            assert definition.maximum() == spec.maximum
        assert f"{spec.default:g}" in definition.help()
    if spec.kind is Kind.CHOICE:
        assert definition.usesStaticStrings()
        assert definition.options() == list(spec.choices)
        assert definition.defaultValue() == spec.default
    if spec.kind is Kind.BOOLEAN:
        assert definition.defaultValue() == spec.default
    if spec.kind is Kind.FILE:
        assert definition.fileFilter().startswith(spec.file_filter)
    if spec.kind in OUTPUT_KINDS:
        assert definition.createByDefault() != spec.optional


@pytest.mark.parametrize(("name", "decimals"), [("RESOLUTION", 9), ("PRED_IOU_THRESH", 3), ("SIMPLIFY", 2)])
def test_spin_boxes_show_as_many_decimals_as_matter(algorithm, name, decimals):
    assert algorithm.parameterDefinition(name).metadata()["widget_wrapper"]["decimals"] == decimals


def test_spin_boxes_do_not_round_defaults_away(algorithm):
    for spec in ASKED:
        if spec.kind is Kind.NUMBER:
            shown = algorithm.parameterDefinition(spec.name.upper()).metadata()["widget_wrapper"]["decimals"]
            assert round(spec.default, shown) == pytest.approx(spec.default, abs=1e-6)


def test_no_parameter_is_missing_or_made_up(algorithm):
    names = [definition.name() for definition in algorithm.parameterDefinitions()]
    asked = [spec.name.upper() for spec in ASKED]
    assert sorted(names) == sorted([*asked, "OUTPUT"])
    outputs = [definition.name() for definition in algorithm.destinationParameterDefinitions()]
    assert outputs == ["OUTPUT", "LABELS", "RUN_RECORD"]
    assert {output.name() for output in algorithm.outputDefinitions()} == {*outputs, "COUNT"}


def test_untouched_parameters_are_the_dataclass_defaults(algorithm, context, raster):
    values = read(algorithm, {"INPUT": raster}, context)
    expected = to_dict(AutomaticMasksParams(input=raster, crs=values["crs"]))
    assert values == {name: expected[name] for name in values}
    left = {spec.name for spec in SPECS if spec.kind in (Kind.POLYGONS, Kind.DESTINATION, *OUTPUT_KINDS)}
    assert set(expected) - set(values) == left
    assert "UTM zone 33N" in values["crs"]


def test_every_value_reaches_the_worker(algorithm, context, raster, tmp_path):
    changed = {
        "BANDS": [3, 2, 1],
        "EXTENT": "500100,500300,4999500,4999900 [EPSG:32633]",
        "CHECKPOINT": str(tmp_path / "w.pt"),
        "CONFIG": str(tmp_path / "c.yaml"),
        "SCHEDULER": " tls://somewhere:8786",
        "SCHEDULER_CA": str(tmp_path / "ca.pem"),
        "SCHEDULER_CERT": str(tmp_path / "own.pem"),
        "SCHEDULER_KEY": str(tmp_path / "own.key"),
    }
    expected = {
        "input": raster,
        "bands": [3, 2, 1],
        "stretch_values": "0:100",
        "extent": [500100.0, 4999500.0, 500300.0, 4999900.0],
        "checkpoint": changed["CHECKPOINT"],
        "config": changed["CONFIG"],
        "scheduler": "tls://somewhere:8786",
        "scheduler_ca": changed["SCHEDULER_CA"],
        "scheduler_cert": changed["SCHEDULER_CERT"],
        "scheduler_key": changed["SCHEDULER_KEY"],
    }
    for spec in SPECS:
        if spec.kind is Kind.CHOICE:
            expected[spec.name] = spec.choices[-1]
        elif spec.kind is Kind.BOOLEAN:
            expected[spec.name] = not spec.default
        elif spec.kind is Kind.INTEGER:
            expected[spec.name] = spec.default + 1
        elif spec.kind is Kind.NUMBER:
            expected[spec.name] = spec.default / 2 + 0.25
    changed.update({name.upper(): value for name, value in expected.items() if name.upper() not in changed})
    values = read(algorithm, changed, context)
    del values["crs"]
    assert values == expected
    from_dict(AutomaticMasksParams, values)


def test_texts_of_qgis_process_become_numbers(algorithm, context, raster):
    texts = {
        "INPUT": raster,
        "POINTS_PER_SIDE": "16",
        "PRED_IOU_THRESH": "0.5",
        "USE_M2M": "true",
        "BANDS": "1;2;3",
    }
    values = read(algorithm, texts, context)
    assert values["points_per_side"] == 16
    assert values["pred_iou_thresh"] == 0.5
    assert values["use_m2m"] is True
    assert values["bands"] == [1, 2, 3]


def test_data_defined_number_is_evaluated(algorithm, context, raster):
    parameters = {"INPUT": raster, "POINTS_PER_SIDE": QgsProperty.fromExpression("4 * 4")}
    assert read(algorithm, parameters, context)["points_per_side"] == 16


def test_relative_paths_are_made_absolute(algorithm, context, raster, monkeypatch):
    folder, name = os.path.split(raster)
    monkeypatch.chdir(folder)
    assert read(algorithm, {"INPUT": name, "CHECKPOINT": "w.pt"}, context)["input"] == raster
    assert read(algorithm, {"INPUT": name, "CHECKPOINT": "w.pt"}, context)["checkpoint"] == f"{folder}/w.pt"


def test_extent_in_another_crs(algorithm, context, raster):
    in_degrees = QgsReferencedRectangle(
        QgsRectangle(15.0013, 45.145, 15.0038, 45.147), QgsCoordinateReferenceSystem("EPSG:4326")
    )
    xmin, ymin, xmax, ymax = read(algorithm, {"INPUT": raster, "EXTENT": in_degrees}, context)["extent"]
    crs = QgsCoordinateReferenceSystem("EPSG:32633")
    transform = QgsCoordinateTransform(in_degrees.crs(), crs, context.transformContext())
    expected = transform.transformBoundingBox(QgsRectangle(in_degrees))
    assert [xmin, xmax] == pytest.approx([expected.xMinimum(), expected.xMaximum()])
    assert [ymin, ymax] == pytest.approx([expected.yMinimum(), expected.yMaximum()])


def test_raster_without_crs_says_so(algorithm, context, make_raster):
    assert read(algorithm, {"INPUT": make_raster(epsg=0)}, context)["crs"] == ""


def test_crs_set_in_qgis_wins(algorithm, context, make_raster):
    layer = QgsRasterLayer(make_raster(epsg=0), "bare")
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    assert "Pseudo-Mercator" in read(algorithm, {"INPUT": layer}, context)["crs"]


POLYGONS = [
    "POLYGON((15.0013 45.147, 15.0038 45.147, 15.0038 45.150, 15.0013 45.150, 15.0013 45.147))",
    "MULTIPOLYGON(((15.003 45.147, 15.005 45.147, 15.005 45.149, 15.003 45.149, 15.003 45.147)))",
]


def polygon_layer(wkts, crs="EPSG:4326", kind="PolygonZ"):
    layer = QgsVectorLayer(f"{kind}?crs={crs}", "plots", "memory")
    for wkt in wkts:
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        layer.dataProvider().addFeature(feature)
    return layer


def area_of(algorithm, layer, context, feedback):
    context.setProject(QgsProject.instance())
    source = algorithm.parameterAsSource({"MASK_LAYER": layer}, "MASK_LAYER", context)
    text = multipolygon_hex(source, QgsCoordinateReferenceSystem("EPSG:32633"), context, feedback)
    geometry = QgsGeometry()
    geometry.fromWkb(bytes.fromhex(text))
    return geometry


def test_area_of_interest_is_one_multipolygon_in_the_rasters_crs(algorithm, context, feedback):
    geometry = area_of(algorithm, polygon_layer(POLYGONS), context, feedback)
    assert geometry.asWkt().startswith("MultiPolygon (((")
    assert geometry.constGet().numGeometries() == 1  # they overlap
    box = geometry.boundingBox()
    assert 500100 < box.xMinimum() < 500110
    assert 500390 < box.xMaximum() < 500400


def test_area_of_interest_takes_bow_ties(algorithm, context, feedback):
    tie = "POLYGON((500000 0, 500010 10, 500010 0, 500000 10, 500000 0))"
    geometry = area_of(algorithm, polygon_layer([tie], "EPSG:32633"), context, feedback)
    assert geometry.isGeosValid()
    assert geometry.area() == pytest.approx(50)


def test_empty_area_of_interest_is_refused(algorithm, context, feedback):
    with pytest.raises(QgsProcessingException, match="plots has no polygons"):
        area_of(algorithm, polygon_layer([]), context, feedback)


def test_impossible_reprojection_is_a_sentence(algorithm, context, feedback):
    far = "POLYGON((1e30 1e30, 2e30 1e30, 2e30 2e30, 1e30 1e30))"
    with pytest.raises(QgsProcessingException, match="cannot be reprojected"):
        area_of(algorithm, polygon_layer([far]), context, feedback)


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("POINTS_PER_SIDE", 0, "POINTS_PER_SIDE is 0.0; it must be a whole number from 1 to 256."),
        ("POINTS_PER_SIDE", 3.5, "whole number"),
        ("POINTS_PER_SIDE", "many", "POINTS_PER_SIDE is 'many'"),
        ("POINTS_PER_SIDE", "inf", "whole number"),
        ("PRED_IOU_THRESH", "1.5", "PRED_IOU_THRESH is 1.5; it must be a number from 0 to 1."),
        ("PRED_IOU_THRESH", "nan", "number from 0 to 1"),
        ("MODEL", "sam9", "one of pico, sam2.1_hiera_tiny"),
        ("MODEL", 1, "MODEL is 1"),
        ("BANDS", [0], "band numbers, starting at 1"),
        ("EXTENT", "500100,500100,4999500,4999900", "covers no area"),
        ("EXTENT", "nonsense", "covers no area"),
        ("EXTENT", "0,1,0,1 [EPSG:32633]", "lies outside field"),
        ("INPUT", None, "INPUT is missing"),
        ("INPUT", "/nowhere/x.tif", "/nowhere/x.tif, which does not exist"),
        ("OUTPUT", "/nowhere/x.gpkg", "folder /nowhere does not exist"),
        ("LABELS", "/nowhere/x.tif", "folder /nowhere does not exist"),
        ("LABELS", "labels.png", "png"),
    ],
)
def test_wrong_values_are_refused_in_a_sentence(algorithm, context, raster, name, value, words):
    parameters = {"INPUT": raster, "OUTPUT": "memory:", name: value}
    accepted, sentence = algorithm.checkParameterValues(parameters, context)
    assert not accepted
    assert words in sentence


def test_right_values_are_accepted(algorithm, context, raster, tmp_path):
    for output in ("memory:", "TEMPORARY_OUTPUT", str(tmp_path / "x.gpkg"), str(tmp_path / "x.shp")):
        assert algorithm.checkParameterValues({"INPUT": raster, "OUTPUT": output}, context) == (True, "")


def test_vector_given_as_raster(algorithm, context, tmp_path):
    path = tmp_path / "parcels.geojson"
    path.write_text(
        '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},'
        '"geometry":{"type":"Point","coordinates":[1,2]}}]}'
    )
    for given in (str(path), QgsVectorLayer(str(path), "parcels")):
        accepted, sentence = algorithm.checkParameterValues({"INPUT": given, "OUTPUT": "memory:"}, context)
        assert not accepted
        assert "vector layer parcels" in sentence


def test_file_that_is_no_raster(algorithm, context, tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text("Dear Sir")
    accepted, sentence = algorithm.checkParameterValues({"INPUT": str(path), "OUTPUT": "memory:"}, context)
    assert not accepted
    assert "letter.txt, which QGIS cannot open as a raster" in sentence
