import dataclasses
import json
import random

import pytest
from sam2_toolbox.engine.api.models import MODEL_IDS
from sam2_toolbox.engine.api.parameters import params
from sam2_toolbox.engine.api.parameters.params import AutomaticMasksParams, GeneratorParams
from sam2_toolbox.engine.api.parameters.paramspec import Kind, from_dict, specs_of, to_dict

CLASSES = [
    value for value in vars(params).values() if isinstance(value, type) and dataclasses.is_dataclass(value)
]
SPECS = [(params_class, spec) for params_class in CLASSES for spec in specs_of(params_class)]
each_spec = pytest.mark.parametrize(
    ("params_class", "spec"), SPECS, ids=[f"{owner.__name__}.{spec.name}" for owner, spec in SPECS]
)


def allowed_value(spec, chance):
    """A value in its JSON form that the spec accepts."""
    low = 0 if spec.minimum is None else spec.minimum
    high = low + 1000 if spec.maximum is None else spec.maximum
    if spec.kind is Kind.INTEGER:
        return chance.randint(int(low), int(high))
    if spec.kind is Kind.NUMBER:
        return chance.uniform(low, high)
    if spec.kind is Kind.BOOLEAN:
        return chance.random() < 0.5
    if spec.kind is Kind.CHOICE:
        return chance.choice(spec.choices)
    if spec.kind is Kind.BANDS:
        return [chance.randint(1, 13) for _ in range(chance.choice([0, 1, 3]))]
    if spec.kind is Kind.EXTENT:
        x, y = chance.uniform(-1e6, 1e6), chance.uniform(-1e6, 1e6)
        return chance.choice([None, [x, y, x + 1.0, y + 2.0]])
    if spec.kind is Kind.POINTS:
        count = chance.choice([0, 1, 3])
        return [[chance.uniform(-9, 9), chance.uniform(-9, 9), chance.choice([0, 1])] for _ in range(count)]
    if spec.kind is Kind.BOX:
        return chance.choice([None, [1.0, 2.0, 3.0, 4.0], [[1.0, 2.0], [3.0, 2.5], [2.5, 4.5], [0.5, 4.0]]])
    return chance.choice(["", "/a path/to ünï.tif"])


def test_every_class_is_found():
    assert {AutomaticMasksParams, GeneratorParams} <= set(CLASSES)


@pytest.mark.parametrize("params_class", CLASSES)
@pytest.mark.parametrize("seed", range(20))
def test_the_json_form_gives_the_same_params_back(params_class, seed):
    chance = random.Random(seed)
    values = {spec.name: allowed_value(spec, chance) for spec in specs_of(params_class)}
    made = from_dict(params_class, values)
    assert to_dict(made) == values
    assert from_dict(params_class, json.loads(json.dumps(to_dict(made)))) == made


@pytest.mark.parametrize("params_class", CLASSES)
def test_every_field_is_a_parameter(params_class):
    assert [spec.name for spec in specs_of(params_class)] == [
        field.name for field in dataclasses.fields(params_class)
    ]


@each_spec
def test_every_default_is_an_allowed_value(params_class, spec):
    assert spec.check(spec.default) == spec.default
    assert type(spec.check(spec.default)) is type(spec.default)


@each_spec
def test_every_parameter_teaches(params_class, spec):
    assert spec.title[0].isupper()
    assert not spec.title.endswith(".")
    assert spec.help.endswith(".")
    assert spec.help.rstrip(".") != spec.title


@each_spec
def test_limits_belong_to_numbers_and_choices_to_choices(params_class, spec):
    is_number = spec.kind in (Kind.INTEGER, Kind.NUMBER)
    assert is_number or (spec.minimum, spec.maximum, spec.unit) == (None, None, "")
    assert (spec.kind is Kind.CHOICE) == bool(spec.choices)
    assert spec.kind in (Kind.FILE, Kind.FILE_OUT) or spec.file_filter == ""
    if spec.minimum is not None and spec.maximum is not None:
        assert spec.minimum < spec.maximum


def test_the_generators_defaults_are_sam2s():
    assert to_dict(GeneratorParams()) == {
        "points_per_side": 32,
        "points_per_batch": 64,
        "pred_iou_thresh": 0.8,
        "stability_score_thresh": 0.95,
        "stability_score_offset": 1.0,
        "mask_threshold": 0.0,
        "box_nms_thresh": 0.7,
        "crop_n_layers": 0,
        "crop_nms_thresh": 0.7,
        "crop_overlap_ratio": 512 / 1500,
        "crop_n_points_downscale_factor": 1,
        "min_mask_region_area": 0,
        "use_m2m": False,
        "multimask_output": True,
        "skip_covered_points": False,  # ours; off gives SAM 2's own masks
    }


def test_automatic_masks_has_the_parameters_of_the_design():
    common = (
        "input bands stretch stretch_low stretch_high extent mask_layer resolution model checkpoint config "
        "device tile_size overlap min_area max_area outline simplify"
    )
    own = "mode labels run_record"
    names = {spec.name for spec in specs_of(AutomaticMasksParams)}
    assert set(common.split()) | set(own.split()) | set(to_dict(GeneratorParams())) <= names


def test_every_model_can_be_chosen():
    (spec,) = (spec for spec in specs_of(AutomaticMasksParams) if spec.name == "model")
    assert spec.choices == MODEL_IDS
