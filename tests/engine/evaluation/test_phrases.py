import numpy as np
import pytest
import shapely
from sam2_toolbox.engine.evaluation.layers import Objects
from sam2_toolbox.engine.evaluation.phrases import phrase_scores


def never() -> None:
    pass


def objects(rows, scores=None):
    """Rows of pair, x: a square of 10 at x."""
    shapes = np.array([shapely.box(x, 0, x + 10, 10) for _, x in rows], dtype=object)
    images = np.array([pair for pair, _ in rows], dtype=np.int64)
    return Objects.of(shapes, images=images, scores=None if scores is None else np.array(scores))


def test_all_right():
    truth = objects([(0, 0), (0, 20), (1, 0)])
    result = phrase_scores(truth, truth, 4, never)
    assert (result.micro_f1, result.macro_f1, result.presence) == (1, 1, 1)
    assert result.classification_gated_f1 == 100


def test_a_worked_example():
    # Pairs 0 and 1 hold two and one objects, 2 and 3 none. Found: both of 0, none of 1, one in 2.
    truth = objects([(0, 0), (0, 20), (1, 0)])
    answer = objects([(0, 0), (0, 20), (2, 0)])
    result = phrase_scores(truth, answer, 4, never)
    assert result.micro_f1 == pytest.approx(2 * 2 / (3 + 2))  # only positive pairs count
    assert result.macro_f1 == pytest.approx((1 + 0) / 2)
    # Present: 0 right, 1 missed, 2 wrong, 3 right: a correlation of nothing.
    assert result.presence == pytest.approx(0)


def test_unsure_predictions_do_not_count():
    truth = objects([(0, 0)])
    assert phrase_scores(truth, objects([(0, 0)], [0.4]), 2, never).micro_f1 == 0


def test_iou_thresholds_are_averaged():
    # An IoU of 8 / 10 passes 0.50 to 0.80: seven of ten.
    truth = objects([(0, 0)])
    answer = Objects.of(np.array([shapely.box(0, 0, 8, 10)], dtype=object))
    assert phrase_scores(truth, answer, 2, never).micro_f1 == pytest.approx(0.7)
