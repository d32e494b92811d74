import numpy as np
import pytest
import shapely
from sam2_toolbox.engine.api.parameters.params import OutlineParams
from sam2_toolbox.engine.objects import FoundObject, Piece
from sam2_toolbox.engine.outlines import simplify as module
from sam2_toolbox.engine.outlines.outline import object_outline
from sam2_toolbox.engine.outlines.simplify import simplify
from shapely.geometry import MultiPolygon, Polygon


def outline_of(bits):
    return object_outline(FoundObject((Piece(0, 0, bits),), 1.0, 1.0, (0, 0), 0, False), OutlineParams())


@pytest.mark.parametrize("rings_at_once", [0, 2000])
@pytest.mark.parametrize("tolerance", [0.25, 0.7, 1.0, 3.0, 100.0])
def test_noise_stays_valid_and_keeps_every_part(monkeypatch, rings_at_once, tolerance):
    monkeypatch.setattr(module, "_RINGS_AT_ONCE", rings_at_once)
    rng = np.random.default_rng(int(tolerance * 100))
    for _ in range(100):
        outline = outline_of(rng.random(rng.integers(1, 30, 2)) < rng.random())
        simpler = simplify(outline, tolerance)
        assert simpler.is_valid
        assert isinstance(simpler, MultiPolygon)
        assert len(simpler.geoms) == len(outline.geoms)
        assert shapely.get_num_coordinates(simpler) <= shapely.get_num_coordinates(outline)
        holes = [sum(len(part.interiors) for part in g.geoms) for g in (outline, simpler)]
        assert holes[0] == holes[1]


@pytest.mark.parametrize("rings_at_once", [0, 2000])
def test_a_staircase_becomes_a_line_within_the_tolerance(monkeypatch, rings_at_once):
    monkeypatch.setattr(module, "_RINGS_AT_ONCE", rings_at_once)
    outline = outline_of(np.tri(200, dtype=bool))
    simpler = simplify(outline, 1.0)
    assert shapely.get_num_coordinates(simpler) < 10
    assert shapely.hausdorff_distance(outline.boundary, simpler.boundary) <= 1.0


def test_no_tolerance_changes_nothing():
    outline = outline_of(np.tri(9, dtype=bool))
    assert simplify(outline, 0.0) is outline
    assert simplify(MultiPolygon(), 1.0).is_empty


def test_parts_do_not_run_into_each_other():
    """A tooth of one part reaches into a notch of the other: cutting the corners would cross them."""
    notched = Polygon([(0, 0), (20, 0), (20, 10), (11, 10), (10, 7), (9, 10), (0, 10)])
    tooth = Polygon([(0, 12), (9.4, 12), (10, 8), (10.6, 12), (20, 12), (20, 20), (0, 20)])
    simpler = simplify(MultiPolygon([notched, tooth]), 3.5)
    assert simpler.is_valid
    assert len(simpler.geoms) == 2


def test_an_invalid_result_is_tried_again_with_less(monkeypatch):
    outline = outline_of(np.tri(30, dtype=bool))
    bow_tie = MultiPolygon([Polygon([(0, 0), (2, 2), (2, 0), (0, 2)])])
    asked = []

    def breaks_above_one(geometry, tolerance, preserve_topology):
        asked.append(tolerance)
        return bow_tie if tolerance > 1 else geometry

    monkeypatch.setattr(module.shapely, "simplify", breaks_above_one)
    assert simplify(outline, 4.0) is outline
    assert asked == [4.0, 2.0, 1.0]
