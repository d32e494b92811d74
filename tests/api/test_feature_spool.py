"""Features put aside come back whole and in order."""

import random

import pytest
from sam2_toolbox.engine.api.feature_spool import FeatureSpool
from sam2_toolbox.engine.api.features import Feature


def feature(number):
    return Feature(number, 0.9, 0.95, None, 14.0, 50, 1.5, -2.5, 0, False, b"w" * number, {"candidate": 1})


@pytest.mark.parametrize("seed", range(5))
def test_whatever_the_order_they_come_in(seed):
    numbers = random.Random(seed).sample(range(1, 200), 60)
    spool = FeatureSpool()
    for start in range(0, 60, 7):
        spool.add(feature(number) for number in numbers[start : start + 7])
    assert len(spool) == 60
    batches = list(spool.in_order(25))
    assert [len(batch) for batch in batches] == [25, 25, 10]
    assert [found for batch in batches for found in batch] == [feature(number) for number in sorted(numbers)]
    spool.close()


def test_none_is_none():
    assert list(FeatureSpool().in_order(10)) == []
