import json
import re

import numpy as np
import pytest
import shapely
from pyproj import CRS
from sam2_toolbox.engine.api.errors import EngineError
from sam2_toolbox.engine.api.layer_file import REAL, TEXT, LayerReader, LayerWriter
from sam2_toolbox.engine.evaluation.job import evaluate_layers
from sam2_toolbox.engine.formats.import_coco import import_coco

FIELDS = (("kind", TEXT), ("score", REAL))
UTM = CRS.from_epsg(32632).to_wkt()


class Ear:
    def progress(self, fraction, text=""):
        pass

    def log(self, text, level="info"):
        pass

    def check_cancelled(self):
        pass


def write(path, rows, crs=UTM):
    with LayerWriter(str(path), crs, FIELDS) as writer:
        for geometry, kind, score in rows:
            writer.add(shapely.to_wkb(geometry), (kind, score))
    return str(path)


def box(x, y, side=10):
    return shapely.box(500_000 + x, 5_100_000 + y, 500_000 + x + side, 5_100_000 + y + side)


@pytest.fixture
def values(tmp_path):
    truth = [(box(0, 0), "roof", None), (box(20, 0), "roof", None), (box(40, 0), "crown", None)]
    found = [(box(1, 0), "roof", 0.9), (box(20, 0), "crown", 0.8), (box(100, 100), "roof", 0.4)]
    return {
        "reference": write(tmp_path / "r", truth),
        "prediction": write(tmp_path / "p", found),
        "score_field": "score",
        "output": str(tmp_path / "o"),
        "table": str(tmp_path / "t"),
        "report": str(tmp_path / "report.html"),
    }


def test_objects_come_with_their_outcome(values):
    result = evaluate_layers(values, Ear())
    with LayerReader(values["output"]) as reader:
        assert reader.crs_wkt == UTM
        rows = [row.attributes for row in reader]
    fates = [(layer, fate, partner) for layer, _, fate, partner, *_ in rows]
    assert fates == [
        ("reference", "matched", 1), ("reference", "matched", 2), ("reference", "missed", None),
        ("prediction", "matched", 1), ("prediction", "matched", 2), ("prediction", "false", None),
    ]  # fmt: skip
    assert rows[0][4] == pytest.approx(90 / 110)
    assert result["scores"]["precision_50"] == pytest.approx(2 / 3)
    # Half of the outline of the first is 1 m off in x, the second not at all.
    assert 0 < result["scores"]["boundary_mean"] < 0.5


def test_classes_are_compared_by_name(values):
    fields = {"reference_class_field": "kind", "prediction_class_field": "kind"}
    result = evaluate_layers({**values, **fields}, Ear())
    scores = result["scores"]
    assert scores["matched"] == 1
    # Of the roofs one of two, of the crowns none: IoUs of 90 / 110 pass seven of ten thresholds.
    assert scores["positive_micro_f1"] == pytest.approx(0.7 * 2 / (3 + 2))
    assert scores["positive_macro_f1"] == pytest.approx(0.7 * 0.5 * 2 / (2 + 1))
    assert scores["presence_mcc"] == 1
    assert scores["cgf1"] == pytest.approx(100 * scores["positive_micro_f1"])
    with pytest.raises(EngineError, match="Give both"):
        evaluate_layers({**values, "reference_class_field": "kind"}, Ear())


def test_the_area_of_interest_leaves_the_rest_out(values, tmp_path):
    area = write(tmp_path / "a", [(shapely.box(499_999, 5_099_999, 500_031, 5_100_011), "", None)])
    result = evaluate_layers({**values, "area": area}, Ear())
    assert result["scores"]["reference_objects"] == 2
    assert result["scores"]["precision_50"] == result["scores"]["recall_50"] == 1


def test_table_and_page_hold_the_same_numbers(values):
    scores = evaluate_layers(values, Ear())["scores"]
    with LayerReader(values["table"]) as reader:
        assert {row.attributes[0]: row.attributes[1] for row in reader} == scores
    with open(values["report"], encoding="utf-8") as file:
        page = file.read()
    (data,) = re.findall(r'<script type="application/json" id="scores">(.+?)</script>', page)
    assert json.loads(data) == scores
    assert len(re.findall(r'<path d="M[^"]+Z"', page)) == 4
    assert "http" not in page  # nothing is loaded from elsewhere


def test_the_matrix_holds_every_pair_that_overlaps(values, tmp_path):
    evaluate_layers({**values, "matrix": str(tmp_path / "m")}, Ear())
    with LayerReader(str(tmp_path / "m")) as reader:
        rows = [row.attributes for row in reader]
    assert [row[:2] for row in rows] == [(1, 1), (2, 2)]
    assert [row[2] for row in rows] == pytest.approx([90 / 110, 1])


@pytest.fixture
def phrases(tmp_path):
    """A SA-Co file of two images and two phrases, and one that answers it; as layers."""

    def layer(name, asked):
        images = [
            {"id": number, "file_name": file, "width": 100, "height": 100, "text_input": phrase}
            for number, (file, phrase, *_) in enumerate(asked)
        ]
        annotations = [
            {"id": n, "image_id": number, "category_id": 1, "score": 0.9,
             "segmentation": [[x, 0, x + 10, 0, x + 10, 10, x, 10]]}
            for number, (_, _, *places) in enumerate(asked)
            for n, x in enumerate(places)
        ]  # fmt: skip
        path = tmp_path / f"{name}.json"
        path.write_text(json.dumps({"images": images, "annotations": annotations}))
        result = import_coco({"input": str(path), "output": str(tmp_path / name)}, Ear())
        assert result["count"] == len(annotations)
        return str(tmp_path / name)

    truth = [("a", "roof", 0, 20), ("a", "pond"), ("b", "roof", 0), ("b", "pond")]
    answer = [("a", "roof", 0, 20), ("a", "pond", 50), ("b", "roof"), ("b", "pond")]
    return {
        "reference": layer("truth", truth),
        "prediction": layer("answer", answer),
        **{f"{side}_class_field": "category" for side in ("reference", "prediction")},
        **{f"{side}_image_field": "image" for side in ("reference", "prediction")},
        "score_field": "score",
        "output": str(tmp_path / "o"),
    }


def test_two_sa_co_files_are_compared_phrase_by_phrase(phrases):
    scores = evaluate_layers(phrases, Ear())["scores"]
    assert (scores["matched"], scores["missed"], scores["false"]) == (2, 1, 1)
    assert scores["positive_micro_f1"] == pytest.approx(2 * 2 / (3 + 2))
    assert scores["positive_macro_f1"] == pytest.approx((1 + 0) / 2)
    # Of four phrases one is found, one is missed, one is made up, and one is rightly denied.
    assert scores["presence_mcc"] == pytest.approx(0)
    itself = evaluate_layers({**phrases, "prediction": phrases["reference"]}, Ear())["scores"]
    assert (itself["cgf1"], itself["presence_mcc"], itself["positive_macro_f1"]) == (100, 1, 1)


def test_images_of_one_layer_alone_are_refused(phrases):
    with pytest.raises(EngineError, match="Only one of REFERENCE_IMAGE_FIELD and PREDICTION_IMAGE_FIELD"):
        evaluate_layers({**phrases, "prediction_image_field": ""}, Ear())


def test_outline_errors_in_degrees_are_metres(tmp_path):
    crs = CRS.from_epsg(4326).to_wkt()
    metre = 1 / 111_320
    outer = shapely.box(7, 0.0, 7 + 100 * metre, 100 * metre)
    inner = shapely.box(7 + metre, metre, 7 + 99 * metre, 99 * metre)
    values = {
        "reference": write(tmp_path / "r", [(outer, "", None)], crs),
        "prediction": write(tmp_path / "p", [(inner, "", 1.0)], crs),
        "output": str(tmp_path / "o"),
    }
    scores = evaluate_layers(values, Ear())["scores"]
    assert scores["boundary_mean"] == pytest.approx(1, abs=0.02)


def test_no_number_is_missing_from_an_empty_match(tmp_path):
    values = {
        "reference": write(tmp_path / "r", [(box(0, 0), "", None)]),
        "prediction": write(tmp_path / "p", [(box(50, 50), "", 1.0)]),
        "output": str(tmp_path / "o"),
        "report": str(tmp_path / "report.html"),
    }
    scores = evaluate_layers(values, Ear())["scores"]
    assert scores["mean_iou"] is scores["boundary_mean"] is None
    assert scores["missed"] == scores["false"] == 1
    assert np.isfinite([value for value in scores.values() if value is not None]).all()
