"""Outlines into layers: types, CRSs, fields, forms, edit commands."""

import pytest

pytest.importorskip("qgis", reason="the QGIS side runs under the system's Python")
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsEditFormConfig,
    QgsGeometry,
    QgsProject,
    QgsSettings,
    QgsVectorLayer,
)
from sam2_toolbox.plugin.acceptance import ADD, MERGE, NEW, SUBTRACT, Acceptance, Outline, Refused, wants_form
from sam2_toolbox.plugin.target import new_layer, problem_with

UTM = QgsCoordinateReferenceSystem("EPSG:32632")
SQUARE = QgsGeometry.fromWkt(
    "MultiPolygon (((500000 5500000, 500010 5500000, 500010 5500010, 500000 5500010)))"
)
NEXT = QgsGeometry.fromWkt(
    "MultiPolygon (((500005 5500000, 500020 5500000, 500020 5500010, 500005 5500010)))"
)
FAR = QgsGeometry.fromWkt("MultiPolygon (((500100 5500000, 500110 5500000, 500110 5500010, 500100 5500010)))")
TWO = SQUARE.combine(FAR)
ATTRIBUTES = {"score": 0.93, "stability": 0.9, "model": "pico", "prompts_fg": 2, "prompts_bg": 1}


def memory(kind="MultiPolygon", epsg=32632, fields="field=score:double&field=model:string(10)"):
    layer = QgsVectorLayer(f"{kind}?crs=EPSG:{epsg}&{fields}", "objects", "memory")
    assert layer.isValid()
    return layer


@pytest.fixture
def forms():
    return []


@pytest.fixture
def acceptance(qgis_app, forms):
    return Acceptance(lambda layer, feature, command, done: forms.append((feature, command, done)))


@pytest.fixture
def no_forms():
    key = "qgis/digitizing/disable_enter_attribute_values_dialog"
    QgsSettings().setValue(key, True)
    yield
    QgsSettings().remove(key)


@pytest.fixture
def accept(acceptance, no_forms):
    def accept(layer, geometry=SQUARE, how=NEW, crs=UTM):
        said = []
        acceptance.accept(layer, Outline(geometry, crs, ATTRIBUTES), how, said.append)
        return said

    return accept


def only(layer):
    (feature,) = layer.getFeatures()
    return feature


def test_one_command_that_can_be_undone_and_redone(accept):
    layer = memory()
    assert accept(layer) == [""]
    assert layer.isEditable()
    assert layer.undoStack().count() == 1
    assert only(layer).geometry().isGeosEqual(SQUARE)
    layer.undoStack().undo()
    assert layer.featureCount() == 0
    layer.undoStack().redo()
    assert layer.featureCount() == 1
    assert layer.commitChanges()


def test_attributes_go_into_fields_that_exist_and_fit(accept):
    layer = memory(fields="field=SCORE:double&field=model:string(3)&field=prompts_fg:int&field=note:string")
    accept(layer)
    assert only(layer).attributes()[:3] == [0.93, "pic", 2]
    assert layer.fields().names() == ["SCORE", "model", "prompts_fg", "note"]
    wrong = memory(fields="field=model:int&field=score:double")
    accept(wrong)
    assert only(wrong)["score"] == 0.93


def test_single_polygons_where_the_layer_wants_them(accept):
    layer = memory("Polygon")
    assert accept(layer, TWO) == ["2 polygons, as the layer takes single ones."]
    assert layer.featureCount() == 2
    assert layer.undoStack().count() == 1
    assert all(not feature.geometry().isMultipart() for feature in layer.getFeatures())


def test_z_where_the_layer_wants_it(accept):
    layer = memory("MultiPolygonZ")
    accept(layer)
    assert only(layer).geometry().wkbType() == layer.wkbType()


@pytest.mark.parametrize("epsg", [4326, 3857, 25833])
def test_the_outline_lands_in_its_place_in_any_crs(accept, epsg):
    layer = memory(epsg=epsg)
    accept(layer)
    back = QgsCoordinateTransform(layer.crs(), UTM, QgsProject.instance())
    geometry = only(layer).geometry()
    geometry.transform(back)
    assert geometry.hausdorffDistance(SQUARE) < 1e-3


def test_add_and_subtract_change_the_selected_polygon(accept):
    layer = memory()
    accept(layer)
    layer.selectAll()
    accept(layer, NEXT, ADD)
    assert only(layer).geometry().area() == pytest.approx(200)
    accept(layer, NEXT, SUBTRACT)
    assert only(layer).geometry().area() == pytest.approx(50)
    assert layer.undoStack().count() == 3
    layer.undoStack().undo()
    assert only(layer).geometry().area() == pytest.approx(200)


def test_merge_with_the_last_one_also_after_saving(accept):
    layer = memory()
    accept(layer)
    layer.commitChanges(False)
    accept(layer, NEXT, MERGE)
    assert only(layer).geometry().area() == pytest.approx(200)
    accept(layer, FAR, MERGE)
    assert only(layer).geometry().constGet().numGeometries() == 2


def test_what_cannot_be_done_is_said_and_changes_nothing(accept):
    layer = memory("Polygon")
    with pytest.raises(Refused, match="no last outline"):
        accept(layer, how=MERGE)
    accept(layer)
    with pytest.raises(Refused, match="exactly one polygon"):
        accept(layer, how=ADD)
    layer.selectAll()
    with pytest.raises(Refused, match="2 parts"):
        accept(layer, FAR, ADD)
    with pytest.raises(Refused, match="Nothing would be left"):
        accept(layer, SQUARE, SUBTRACT)
    assert layer.undoStack().count() == 1
    layer.undoStack().undo()
    with pytest.raises(Refused, match="no last outline"):
        accept(layer, NEXT, MERGE)


def test_layers_that_take_nothing_are_told_apart(tmp_path, accept):
    assert "Choose a polygon layer" in problem_with(None)
    assert "no polygons" in problem_with(memory("LineString"))
    locked = memory()
    locked.setReadOnly(True)
    assert "read-only" in problem_with(locked)
    with pytest.raises(Refused, match="read-only"):
        accept(locked)
    csv = tmp_path / "a.csv"
    csv.write_text('wkt\n"POLYGON((0 0, 1 0, 1 1, 0 0))"\n')
    text = QgsVectorLayer(f"file://{csv}?wktField=wkt&delimiter=,", "text", "delimitedtext")
    assert "cannot be edited" in problem_with(text)
    assert problem_with(memory()) == ""


def test_a_form_decides_where_the_layer_wants_one(acceptance, forms):
    layer = memory()
    config = layer.editFormConfig()
    config.setSuppress(QgsEditFormConfig.FeatureFormSuppress.SuppressOff)
    layer.setEditFormConfig(config)
    said = []
    acceptance.accept(layer, Outline(SQUARE, UTM, ATTRIBUTES), NEW, said.append)
    (feature, _, done) = forms[0]
    assert (layer.featureCount(), said) == (0, [])
    assert feature["score"] == 0.93
    done(False)
    assert said == []
    done(True)
    assert said == [""]


def test_forms_follow_layer_and_settings(no_forms):
    layer = memory()
    config = layer.editFormConfig()
    assert not wants_form(layer)
    config.setSuppress(QgsEditFormConfig.FeatureFormSuppress.SuppressOff)
    layer.setEditFormConfig(config)
    assert wants_form(layer)
    QgsSettings().setValue("qgis/digitizing/disable_enter_attribute_values_dialog", False)
    config.setSuppress(QgsEditFormConfig.FeatureFormSuppress.SuppressOn)
    layer.setEditFormConfig(config)
    assert not wants_form(layer)


def test_a_new_layer_takes_outlines_with_everything_known(tmp_path, accept):
    layer, problem = new_layer(str(tmp_path / "new.gpkg"), UTM, "new")
    assert problem == ""
    assert layer.crs() == UTM
    accept(layer)
    assert layer.commitChanges()
    stored = only(layer)
    assert [stored[name] for name in ATTRIBUTES] == list(ATTRIBUTES.values())


def test_a_place_where_no_layer_can_be_made_is_said(tmp_path):
    layer, problem = new_layer(str(tmp_path / "missing" / "new.gpkg"), UTM, "new")
    assert layer is None
    assert "cannot be made" in problem
