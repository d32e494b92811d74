import numpy as np
import pytest
import shapely
from sam2_toolbox.engine.evaluation.evaluate import evaluate
from sam2_toolbox.engine.evaluation.layers import Objects
from sam2_toolbox.engine.evaluation.outcomes import Outcome


def never() -> None:
    pass


def box(x, y, width=10, height=10):
    return shapely.box(x, y, x + width, y + height)


def objects(*geometries):
    return Objects.of(np.array(geometries, dtype=object))


def random_objects(seed, count=60):
    rng = np.random.default_rng(seed)
    return objects(*(box(*rng.uniform(0, 200, 2), *rng.uniform(3, 30, 2)) for _ in range(count)))


def test_a_layer_is_its_own_best_prediction():
    layer = random_objects(1)
    verdict = evaluate(layer, layer, None, never)
    assert verdict.mean_iou == verdict.average_precision == verdict.panoptic.quality == 1
    assert all(found.f1 == found.precision == found.recall == 1 for found in verdict.detections)
    assert verdict.boundary.mean == verdict.boundary.percentile_95 == 0
    assert set(verdict.outcomes.reference) == set(verdict.outcomes.predicted) == {Outcome.MATCHED}


def test_swapping_the_layers_swaps_precision_and_recall():
    first, second = random_objects(1), random_objects(2, 90)
    there, back = evaluate(first, second, None, never), evaluate(second, first, None, never)
    for one, other in zip(there.detections, back.detections):
        assert (one.precision, one.recall, one.f1) == (other.recall, other.precision, other.f1)
    assert there.panoptic == back.panoptic


def test_nothing_against_nothing_is_right():
    verdict = evaluate(objects(), objects(), None, never)
    assert verdict.panoptic.quality == 1
    assert verdict.average_precision is None
    assert verdict.mean_iou is None
    assert verdict.boundary.mean is None


def test_nothing_found_is_all_missed():
    verdict = evaluate(random_objects(3), objects(), None, never)
    assert verdict.detections[0].recall == 0
    assert verdict.detections[0].precision == 1
    assert verdict.average_precision == 0
    assert verdict.panoptic.quality == 0
    assert set(verdict.outcomes.reference) == {Outcome.MISSED}


def test_a_field_found_in_two_halves_is_split():
    verdict = evaluate(objects(box(0, 0, 20, 10)), objects(box(0, 0, 9), box(10, 0, 10)), None, never)
    assert verdict.outcomes.reference.tolist() == [Outcome.MATCHED]  # one half is exactly half of it
    thirds = objects(*(box(x, 0, 6) for x in (0, 7, 14)))
    verdict = evaluate(objects(box(0, 0, 20, 10)), thirds, None, never)
    assert verdict.outcomes.reference.tolist() == [Outcome.SPLIT]
    assert verdict.outcomes.predicted.tolist() == [Outcome.SPLIT] * 3
    assert verdict.outcomes.over_segmentation == 1


def test_three_roofs_found_as_one_are_merged():
    roofs = objects(*(box(x, 0, 6) for x in (0, 7, 14)))
    verdict = evaluate(roofs, objects(box(0, 0, 20, 10)), None, never)
    assert verdict.outcomes.reference.tolist() == [Outcome.MERGED] * 3
    assert verdict.outcomes.predicted.tolist() == [Outcome.MERGED]
    assert verdict.outcomes.under_segmentation == 1


def test_a_frame_of_one_metre_is_one_metre_off():
    inner, outer = box(0, 0, 100, 100), box(-1, -1, 102, 102)
    verdict = evaluate(objects(inner), objects(outer), None, never)
    assert verdict.boundary.mean == pytest.approx(1, abs=0.01)
    assert verdict.boundary.percentile_95 == pytest.approx(1, abs=0.01)


def test_boundary_errors_are_metres_whatever_the_unit():
    inner, outer = box(0, 0, 100, 100), box(-1, -1, 102, 102)
    verdict = evaluate(objects(inner), objects(outer), lambda at: np.full((len(at), 2), 2.5), never)
    assert verdict.boundary.mean == pytest.approx(2.5, abs=0.03)


def test_cancelling_stops_it():
    class StopError(Exception):
        pass

    def stop():
        raise StopError

    with pytest.raises(StopError):
        evaluate(random_objects(1), random_objects(2), None, stop)
