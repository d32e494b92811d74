"""Choosing a model sets its thresholds, as far as the user has not."""

from dataclasses import fields

import pytest
from sam2_toolbox.engine.api.models import MODELS, ModelEntry
from sam2_toolbox.engine.api.parameters.params import AutomaticMasksParams, GeneratorParams
from sam2_toolbox.engine.api.parameters.paramspec import specs_of
from sam2_toolbox.engine.generator.own_thresholds import with_own_thresholds

SMALL = ModelEntry(
    "small", "small (bundled)", "small.yaml", "small.pt", "GPL", 512,
    thresholds=(("pred_iou_thresh", 0.4), ("box_nms_thresh", 0.5)),
)  # fmt: skip


class Ear:
    def __init__(self):
        self.said = []

    def log(self, text, level="info"):
        self.said.append(text)


def test_defaults_give_way_and_the_log_says_so():
    ear = Ear()
    params = with_own_thresholds(AutomaticMasksParams(), ear, SMALL)
    assert (params.pred_iou_thresh, params.box_nms_thresh) == (0.4, 0.5)
    assert params.stability_score_thresh == AutomaticMasksParams().stability_score_thresh
    assert ear.said == [
        "small (bundled) has thresholds of its own where the defaults were left: "
        "PRED_IOU_THRESH 0.4, BOX_NMS_THRESH 0.5."
    ]


def test_what_the_user_set_stays():
    params = with_own_thresholds(AutomaticMasksParams(pred_iou_thresh=0.9), Ear(), SMALL)
    assert (params.pred_iou_thresh, params.box_nms_thresh) == (0.9, 0.5)


@pytest.mark.parametrize(
    ("params", "entry"),
    [
        (AutomaticMasksParams(checkpoint="mine.pt"), SMALL),
        (AutomaticMasksParams(model="sam2.1_hiera_tiny"), None),
    ],
)
def test_other_models_keep_the_defaults_of_sam_2(params, entry):
    ear = Ear()
    assert with_own_thresholds(params, ear, entry) == params
    assert ear.said == []


def test_every_model_names_parameters_of_the_generator():
    known = {field.name for field in fields(GeneratorParams)}
    assert all(name in known for entry in MODELS for name, _ in entry.thresholds)


def test_the_help_says_them():
    specs = {spec.name: spec for spec in specs_of(AutomaticMasksParams)}
    own = [(entry.id, name, value) for entry in MODELS for name, value in entry.thresholds]
    assert own
    for model, name, value in own:
        assert f"{value:g} with the model {model}" in specs[name].help
