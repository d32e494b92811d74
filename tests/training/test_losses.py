"""The loss: lowest for the right masks, whichever mask answers for which object."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch")

from sam2_toolbox.training.losses import INSIDE_WEIGHT, judge  # noqa: E402


@pytest.fixture
def targets():
    masks = torch.zeros(1, 3, 16, 16)
    masks[0, 0, 2:14, 2:14] = 1
    masks[0, 1, 4:8, 4:8] = 1
    masks[0, 2, 0:2, 0:2] = 1
    return masks


def _logits(targets, order):
    """One prompt whose masks 0 to 3 show the given objects."""
    return torch.stack([20 * targets[0, index] - 10 for index in order])[None, None]


def _judge(logits, targets, slots, ambiguous=True, score=1.0):
    scores = torch.full(logits.shape[:3], score)
    return judge(logits, scores, targets, torch.tensor([[slots]]), ambiguous)


def test_perfect_answers_cost_nearly_nothing(targets):
    outcome = _judge(_logits(targets, (0, 0, 1, 0)), targets, [0, 1, -1])
    assert outcome.loss < 0.01
    assert outcome.target_iou[0, 0].tolist() == pytest.approx([1, 1, 16 / 144, 1])
    assert outcome.best_iou[0, 0].tolist() == pytest.approx([1, 1, 1, 1])


def test_any_assignment_of_masks_to_objects_is_as_good(targets):
    losses = [
        _judge(_logits(targets, order), targets, [0, 1, -1]).loss for order in ((0, 0, 1, 2), (0, 2, 1, 0))
    ]
    assert losses[0] == pytest.approx(losses[1].item(), abs=1e-6)


def test_a_wrong_mask_costs(targets):
    right = _judge(_logits(targets, (0, 0, 0, 0)), targets, [0, -1, -1], ambiguous=False).loss
    wrong = _judge(_logits(targets, (2, 0, 0, 0)), targets, [0, -1, -1], ambiguous=False).loss
    assert wrong > right + 1


def test_a_confident_wrong_score_costs(targets):
    logits = _logits(targets, (0, 0, 0, 0))
    assert (
        _judge(logits, targets, [0, -1, -1], score=0.1).loss > _judge(logits, targets, [0, -1, -1]).loss + 0.3
    )


def test_a_truth_finer_than_the_logits_tells_where_an_edge_lies_inside_a_cell():
    targets = torch.zeros(1, 1, 64, 64)
    targets[..., 16:31] = 1  # to the middle of cell 15

    def outcome(last_cell):
        logits = torch.full((1, 1, 4, 32, 32), -6.0)
        logits[..., 8:15], logits[..., 15] = 6, last_cell
        return _judge(logits, targets, [0, -1, -1], ambiguous=False)

    right, inwards, outwards = (outcome(value) for value in (0.0, -6.0, 6.0))
    assert right.target_iou.min() == 1
    assert inwards.target_iou.max() == pytest.approx(14 / 15)
    assert outwards.target_iou.max() == pytest.approx(15 / 16)
    assert right.loss < min(inwards.loss, outwards.loss)


def test_an_object_that_was_not_clicked_does_not_count_as_a_hit(targets):
    outcome = _judge(_logits(targets, (2, 2, 2, 2)), targets, [0, 1, -1])
    assert outcome.best_iou.max() == 0


def test_gradient_pulls_an_empty_answer_towards_a_small_object(targets):
    logits = torch.full((1, 1, 4, 16, 16), -3.0, requires_grad=True)
    _judge(logits, targets, [2, -1, -1], ambiguous=False).loss.backward()
    pull = -logits.grad[0, 0, 0]
    assert pull[:2, :2].min() > 0
    assert pull[:2, :2].sum() > 0.1 * -pull[4:, 4:].sum()


def test_an_uncertain_rim_is_drawn_into_the_mask_by_the_weight_of_the_inside():
    """A rim that belongs to the object in four of ten cases."""
    targets = torch.zeros(10, 1, 48, 48)
    targets[:, 0, 4:12, 4:12] = 1
    targets[:4, 0, 3:13, 3:13] = 1
    slots = torch.tensor([[[0, -1, -1]]]).expand(10, 1, 3)

    def pull(weight):
        logits = torch.full((10, 1, 4, 48, 48), -10.0)
        logits[..., 4:12, 4:12] = 10
        logits[..., 3:13, 3:13] = logits[..., 3:13, 3:13].clamp(min=0)
        logits.requires_grad_()
        judge(logits, torch.ones(10, 1, 4), targets, slots, False, weight).loss.backward()
        return float(-logits.grad[:, 0, 0, 3, 4:12].sum())

    assert pull(1.0) < 0
    assert pull(INSIDE_WEIGHT) > pull(1.0) + 1e-4
