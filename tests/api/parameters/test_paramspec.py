import json
import math
from dataclasses import dataclass
from typing import Optional

import pytest
from sam2_toolbox.engine.api.errors import Code, EngineError
from sam2_toolbox.engine.api.parameters.paramspec import Kind, from_dict, param, specs_of, to_dict


@dataclass(frozen=True)
class Base:
    count: int = param(3, "Count", "How many.", minimum=1, maximum=9, unit="pixels")


@dataclass(frozen=True)
class Sample(Base):
    share: float = param(0.5, "Share", "How much.", minimum=0.0, advanced=True)
    ceiling: float = param(0.0, "Ceiling", "At most.", maximum=2.0)
    free: float = param(1.0, "Free", "Any number.")
    flag: bool = param(False, "Flag", "Whether.")
    choice: str = param("a", "Choice", "Which.", choices=("a", "b"))
    file: str = param("", "File", "Where.", kind=Kind.FILE, optional=True)
    bands: tuple[int, ...] = param((), "Bands", "Which bands.", kind=Kind.BANDS)
    extent: Optional[tuple[float, float, float, float]] = param(None, "Extent", "Where.", kind=Kind.EXTENT)


def test_specs_come_in_the_order_of_declaration_bases_first():
    assert [spec.name for spec in specs_of(Sample)] == [
        "count",
        "share",
        "ceiling",
        "free",
        "flag",
        "choice",
        "file",
        "bands",
        "extent",
    ]


def test_the_kind_follows_from_the_default():
    kinds = {spec.name: spec.kind for spec in specs_of(Sample)}
    assert kinds["count"] is Kind.INTEGER
    assert kinds["share"] is Kind.NUMBER
    assert kinds["flag"] is Kind.BOOLEAN
    assert kinds["choice"] is Kind.CHOICE


def test_a_default_without_a_kind_is_refused_at_once():
    with pytest.raises(TypeError, match="give one"):
        param("text", "Title", "Help.")


def test_missing_names_take_their_defaults():
    assert from_dict(Sample, {}) == Sample()
    assert from_dict(Sample, {"count": 4}) == Sample(count=4)


@pytest.mark.parametrize(
    "sample",
    [
        Sample(),
        Sample(count=9, share=1e9, flag=True, choice="b", file="C:\\ü"),
        Sample(bands=(4, 3, 2), extent=(0.0, -1.5, 1.0, 2.0)),
    ],
)
def test_the_json_form_gives_the_same_params_back(sample):
    assert from_dict(Sample, json.loads(json.dumps(to_dict(sample)))) == sample


@pytest.mark.parametrize(
    ("name", "value", "checked"),
    [
        ("count", 4.0, 4),
        ("share", 1, 1.0),
        ("bands", [1.0, 2], (1, 2)),
        ("extent", [0, 0, 1, 1], (0.0, 0.0, 1.0, 1.0)),
    ],
)
def test_a_value_takes_the_type_of_the_field(name, value, checked):
    got = getattr(from_dict(Sample, {name: value}), name)
    assert got == checked
    assert type(got) is type(checked)


WRONG = {
    "count": [0, 10, 3.7, "3", True, None, math.nan, math.inf, [3]],
    "share": [-0.001, "0.5", True, None, math.nan, math.inf, [0.5], {}],
    "ceiling": [2.001],
    "free": ["1"],
    "flag": [0, 1, "true", None],
    "choice": ["c", "", "A", 0, None, ["a"], {}],
    "file": [None, 1, True, ["a"]],
    "bands": [None, [0], [-1], [1.5], ["1"], [True], 3, [None]],
    "extent": [[0, 0, 1], [1, 0, 0, 1], [0, 1, 1, 1], [0, 0, math.nan, 1], [0, 0, math.inf, 1], 5, "0,0,1,1"],
}


@pytest.mark.parametrize(
    ("name", "value"), [(name, value) for name, values in WRONG.items() for value in values]
)
def test_a_wrong_value_is_refused_by_name_with_what_is_allowed(name, value):
    with pytest.raises(EngineError) as caught:
        from_dict(Sample, {name: value})
    assert caught.value.code is Code.BAD_PARAMETER
    spec = {spec.name: spec for spec in specs_of(Sample)}[name]
    assert caught.value.message == f"{name.upper()} is {value!r}; it must be {spec.allowed()}."


def test_an_unknown_name_is_refused_and_the_known_ones_named():
    with pytest.raises(EngineError) as caught:
        from_dict(Sample, {"cuont": 3, "count": 3})
    assert caught.value.code is Code.BAD_PARAMETER
    assert "CUONT" in caught.value.message
    assert "COUNT" in caught.value.message


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("count", "a whole number from 1 to 9"),
        ("share", "a number of at least 0"),
        ("ceiling", "a number of at most 2"),
        ("free", "a number"),
        ("flag", "true or false"),
        ("choice", "one of a, b"),
        ("file", "a text"),
        ("bands", "a list of band numbers, starting at 1"),
    ],
)
def test_what_is_allowed_in_words(name, words):
    assert {spec.name: spec.allowed() for spec in specs_of(Sample)}[name] == words


def test_params_are_frozen_with_their_own_values():
    values = [1, 2]
    sample = from_dict(Sample, {"bands": values})
    values.append(3)
    assert sample.bands == (1, 2)
