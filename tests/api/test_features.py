import dataclasses
import math
import random

import pytest
from sam2_toolbox.engine.api.errors import Code, EngineError
from sam2_toolbox.engine.api.features import FIELDS, PROMPT_FIELDS, REFINED_FIELDS, Feature, pack, unpack

PLAIN = Feature(1, 0.9, 0.95, 12.5, 14.0, 50, 1.5, -2.5, 0, False, b"\x01\x03\x00\x00\x00")


def random_feature(chance):
    def number():
        return chance.choice([0.0, -0.0, 1e-300, 1e300, math.pi, chance.random(), -chance.random()])

    return Feature(
        object_id=chance.randrange(1, 2**62),
        score=number(),
        stability=number(),
        area_m2=chance.choice([None, number()]),
        perimeter_m=chance.choice([None, number()]),
        area_px=chance.randrange(2**62),
        prompt_x=number(),
        prompt_y=number(),
        tile=chance.randrange(2**31),
        touches_edge=chance.random() < 0.5,
        wkb=chance.randbytes(chance.randrange(200)),
        more=chance.choice([{}, {"candidate": 2, "scale": 1.5}, {"change": "verändert", "shift_m": None}]),
    )


@pytest.mark.parametrize("seed", range(50))
def test_features_come_back_as_they_went(seed):
    chance = random.Random(seed)
    features = [random_feature(chance) for _ in range(chance.randrange(6))]
    assert list(unpack(pack(features))) == features


def test_attributes_follow_the_fields():
    assert dict(zip((spec.name for spec in FIELDS), PLAIN.attributes())) == {
        "object_id": 1,
        "score": 0.9,
        "stability": 0.95,
        "area_m2": 12.5,
        "perimeter_m": 14.0,
        "area_px": 50,
        "prompt_x": 1.5,
        "prompt_y": -2.5,
        "tile": 0,
        "touches_edge": False,
    }


def test_the_types_of_the_fields_are_those_of_the_values():
    python = {"integer": int, "real": float, "boolean": bool}
    assert [type(value) for value in PLAIN.attributes()] == [python[spec.type] for spec in FIELDS]
    (back,) = unpack(pack([PLAIN]))
    assert [type(value) for value in back.attributes()] == [python[spec.type] for spec in FIELDS]


@pytest.mark.parametrize(
    ("fields", "more"),
    [
        (PROMPT_FIELDS, {"candidate": 2, "scale": 1.0}),
        (REFINED_FIELDS, {"change": "gone", "iou_old": 0.5, "shift_m": None, "scale": 2.0}),
    ],
)
def test_a_job_adds_fields_of_its_own(fields, more):
    (back,) = unpack(pack([dataclasses.replace(PLAIN, more=more)]))
    attributes = dict(zip((spec.name for spec in fields), back.attributes(fields)))
    assert {name: attributes[name] for name in more} == more
    assert attributes["area_m2"] == 12.5
    python = {"integer": int, "real": float, "boolean": bool, "text": str}
    assert all(
        attributes[spec.name] is None or type(attributes[spec.name]) is python[spec.type] for spec in fields
    )


def test_a_frame_cut_anywhere_is_refused():
    frame = pack([dataclasses.replace(PLAIN, more={"candidate": 1})] * 2)
    for length in range(1, len(frame)):
        if length == len(frame) // 2:
            continue
        with pytest.raises(EngineError) as caught:
            list(unpack(frame[:length]))
        assert caught.value.code is Code.PROTOCOL_MISMATCH


def test_features_before_the_cut_are_given_first():
    features = unpack(pack([PLAIN, PLAIN])[:-1])
    assert next(features) == PLAIN
    with pytest.raises(EngineError):
        next(features)
