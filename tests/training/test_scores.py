"""The score head learns what became of a model's answers, and nothing else changes."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("cv2")

from sam2_toolbox.training.architecture import Pico  # noqa: E402
from sam2_toolbox.training.evaluate import held_out_batches  # noqa: E402
from sam2_toolbox.training.scores import JudgedAnswers, judged_answers, learn_scores  # noqa: E402


@pytest.fixture(scope="module")
def model():
    torch.manual_seed(0)
    return Pico().eval()


@pytest.fixture(scope="module")
def batches(shelf):
    pictures = sorted(shelf.iterdir())[:1]
    return [batch for kind in ("click", "box") for batch in held_out_batches(pictures, kind, 3, 1)]


def test_every_prompt_is_judged_once_with_the_token_its_scores_come_from(model, batches):
    answers = judged_answers(model, batches)
    assert answers.tokens.shape == (6, 128)
    assert answers.true.shape == (6, 4)
    assert 0 <= answers.true.min() <= answers.true.max() <= 1
    heard = []
    listener = model.sam_mask_decoder.iou_prediction_head.register_forward_hook(
        lambda head, given, scores: heard.append(scores)
    )
    judged_answers(model, batches)
    listener.remove()
    with torch.no_grad():
        again = model.sam_mask_decoder.iou_prediction_head(answers.tokens)
    assert torch.allclose(again, torch.cat(heard), atol=1e-6)


def test_only_the_score_head_learns_and_it_comes_nearer_to_the_truth(model):
    generator = torch.Generator().manual_seed(0)
    tokens = torch.randn(600, 128, generator=generator)
    true = torch.sigmoid(tokens[:, :4])
    before = {name: value.clone() for name, value in model.state_dict().items()}
    first, last = learn_scores(model, JudgedAnswers(tokens[:500], true[:500]))
    assert last < 0.5 * first
    changed = {name for name, value in model.state_dict().items() if not torch.equal(value, before[name])}
    assert changed
    assert all(name.startswith("sam_mask_decoder.iou_prediction_head.") for name in changed)
    with torch.no_grad():
        guessed = model.sam_mask_decoder.iou_prediction_head(tokens[500:])
    spread = (true[500:] - true[:500].mean(dim=0)).square().mean()
    assert (guessed - true[500:]).square().mean() < spread


def test_without_an_answer_there_is_nothing_to_learn(model):
    with pytest.raises(ValueError, match="no object"):
        learn_scores(model, judged_answers(model, []))
