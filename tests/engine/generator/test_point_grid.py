"""The grid of points and its parts."""

import numpy as np
import pytest
from sam2_toolbox.engine.generator.point_grid import coarse_to_fine, point_grid


@pytest.mark.parametrize("per_side", [1, 2, 5, 8, 32])
def test_the_parts_are_the_grid(per_side):
    parts = coarse_to_fine(per_side)
    assert sorted(np.concatenate(parts)) == list(range(per_side**2))


def test_the_parts_are_grids_of_half_the_distance_each():
    points = point_grid(8, 80, 80)
    fourth, second, _ = coarse_to_fine(8)
    assert {*points[fourth].flatten()} == {15, 55}
    assert {*points[np.concatenate([fourth, second])].flatten()} == {15, 35, 55, 75}
    assert len(fourth) == 4
    assert len(second) == 12
