"""Prompts of every kind on a small model: beside the model's own modules, and in their combinations."""

import numpy as np
import pytest
import torch
from sam2_toolbox.engine.model.sam2_config import build_with_random_weights, read_config
from sam2_toolbox.engine.model.sam2_image import encode_image
from sam2_toolbox.engine.model.sam2_masks import MaskRules
from sam2_toolbox.engine.model.sam2_prompts import Prompt, PromptPredictor, logits_of_coverage, predict

from ..small_model import write_config

SIDE, HEIGHT, WIDTH = 256, 200, 300
NO_POINTS = np.empty((0, 2), np.float32), np.empty(0, np.int32)
BOX = np.array([40, 30, 150, 120], np.float32)
RULES = MaskRules(0.0, 1.0, 0.0, with_logits=True)


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    torch.set_num_threads(1)
    config = write_config(tmp_path_factory.mktemp("small"), SIDE)
    return build_with_random_weights(read_config(config), 5)


@pytest.fixture(scope="module")
def image(model):
    rgb = np.random.default_rng(3).integers(0, 256, (HEIGHT, WIDTH, 3), dtype=np.uint8)
    return encode_image(model, rgb)


def clicks(*points):
    """Points (x, y, label)."""
    values = np.array(points, np.float32)
    return values[:, :2], values[:, 2].astype(np.int32)


def previous(model, image):
    return predict(model, image, Prompt(*clicks((90, 80, 1))), True).mask_logits(0)


def prompts_of_every_form(model, image):
    mask = previous(model, image)
    return {
        "point": Prompt(*clicks((90, 80, 1))),
        "points": Prompt(*clicks((90, 80, 1), (20, 150, 0), (200, 10, 1))),
        "box": Prompt(*NO_POINTS, box=BOX),
        "box and points": Prompt(*clicks((90, 80, 1), (20, 150, 0)), box=BOX),
        "mask": Prompt(*NO_POINTS, mask_logits=mask),
        "mask and box": Prompt(*NO_POINTS, box=BOX, mask_logits=mask),
        "mask and point": Prompt(*clicks((90, 80, 1)), mask_logits=mask),
    }


def asked_of_the_modules(model, image, prompt, multimask_output):
    """The same question put to the model's modules by hand, after ``SAM2ImagePredictor._predict``."""
    points, labels = prompt.points / np.float32([WIDTH, HEIGHT]) * SIDE, prompt.labels
    if prompt.box is not None:
        corners = prompt.box.reshape(2, 2) / np.float32([WIDTH, HEIGHT]) * SIDE
        points, labels = np.concatenate([corners, points]), np.concatenate([[2, 3], labels])
    concatenated = (torch.tensor(points)[None], torch.tensor(labels)[None]) if len(points) else None
    masks = None if prompt.mask_logits is None else torch.tensor(prompt.mask_logits)[None, None]
    with torch.inference_mode():
        sparse, dense = model.sam_prompt_encoder(points=concatenated, boxes=None, masks=masks)
        logits, iou, _, _ = model.sam_mask_decoder(
            image_embeddings=image.embedding,
            image_pe=model.sam_prompt_encoder.get_dense_pe(),
            sparse_prompt_embeddings=sparse,
            dense_prompt_embeddings=dense,
            multimask_output=multimask_output,
            repeat_image=False,
            high_res_features=list(image.details),
        )
    return logits[0], iou[0]


@pytest.mark.parametrize("multimask_output", [True, False])
@pytest.mark.parametrize(
    "form", ["point", "points", "box", "box and points", "mask", "mask and box", "mask and point"]
)
def test_answers_are_the_modules_own(model, image, form, multimask_output):
    prompt = prompts_of_every_form(model, image)[form]
    logits, iou = asked_of_the_modules(model, image, prompt, multimask_output)
    found = predict(model, image, prompt, multimask_output)
    assert found.logits.shape == (3 if multimask_output else 1, SIDE // 4, SIDE // 4)
    assert torch.allclose(found.logits, logits, atol=1e-4)
    assert torch.allclose(found.iou, iou, atol=1e-5)


def test_forms_are_told_apart(model, image):
    """Each part of a prompt counts: no two forms get the same answer."""
    answers = [
        predict(model, image, prompt, True).logits for prompt in prompts_of_every_form(model, image).values()
    ]
    for index, answer in enumerate(answers):
        assert not any(torch.allclose(answer, other, atol=1e-3) for other in answers[:index])


def test_many_at_once_are_each_by_itself(model, image):
    rng = np.random.default_rng(8)
    boxes = [
        np.concatenate([low, low + rng.integers(10, 90, 2)]).astype(np.float32)
        for low in rng.integers(0, 100, (5, 2))
    ]
    prompts = [Prompt(*clicks((x, 90, 1), (5, x, 0)), box=box) for x, box in zip(range(20, 70, 10), boxes)]
    together = PromptPredictor(model).predict_all(image, prompts, False)
    for prompt, found in zip(prompts, together, strict=True):
        alone = predict(model, image, prompt, False)
        assert torch.allclose(found.logits, alone.logits, atol=1e-4)
        assert torch.allclose(found.iou, alone.iou, atol=1e-5)


def test_prompts_of_different_form_are_not_mixed(model, image):
    with pytest.raises(ValueError, match="as many points"):
        PromptPredictor(model).predict_all(
            image, [Prompt(*clicks((1, 1, 1))), Prompt(*NO_POINTS, box=BOX)], True
        )


def test_a_candidate_becomes_a_mask_of_the_image(model, image):
    prompt = Prompt(*clicks((90, 80, 0), (30, 20, 1)))
    found = predict(model, image, prompt, True)
    best = found.best
    assert found.iou[best] == found.iou.max()
    mask = found.mask(best, image, prompt, RULES)
    whole = torch.nn.functional.interpolate(
        found.logits[best][None, None], (HEIGHT, WIDTH), mode="bilinear", align_corners=False
    )[0, 0].numpy()
    height, width = mask.bits.shape
    placed = np.zeros((HEIGHT, WIDTH), bool)
    placed[mask.y : mask.y + height, mask.x : mask.x + width] = mask.bits
    assert np.array_equal(placed, whole > 0)
    assert mask.score == pytest.approx(float(found.iou[best]))
    assert mask.point == (30.0, 20.0)
    assert 0 <= mask.stability <= 1


def test_ambiguous_is_one_click_alone(model, image):
    forms = prompts_of_every_form(model, image)
    assert [form for form, prompt in forms.items() if prompt.is_ambiguous] == ["point"]


@pytest.mark.parametrize(
    "parts",
    [NO_POINTS, (np.zeros((2, 2), np.float32), np.ones(1, np.int32)), clicks((1, 1, 2)), clicks((1, 1, -1))],
)
def test_a_prompt_that_asks_nothing_or_nonsense_is_refused(parts):
    with pytest.raises(ValueError, match=r"prompt is|points are"):
        Prompt(*parts)


def test_a_known_mask_has_sams_own_logits():
    given = logits_of_coverage(np.array([[0, 0.5, 1]], np.float32))
    assert given.dtype == np.float32
    assert given.tolist() == [[-10, 0, 10]]
