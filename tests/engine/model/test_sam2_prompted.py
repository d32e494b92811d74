"""The model behind the prompt stage: right questions, one encoding a window, answers by themselves."""

from dataclasses import replace

import numpy as np
import pytest
import torch
from sam2_toolbox.engine.api.errors import Cancelled, Code, EngineError
from sam2_toolbox.engine.api.parameters.params import ModelParams
from sam2_toolbox.engine.model.sam2_image import encode_image
from sam2_toolbox.engine.model.sam2_model import load_model
from sam2_toolbox.engine.model.sam2_prompted import PromptedSam2
from sam2_toolbox.engine.model.sam2_prompts import Prompt, predict
from sam2_toolbox.engine.segmenter import TileImage
from sam2_toolbox.engine.tiles.tiling import Tile, Window

from ..small_model import write_config

SIDE = 256


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    torch.set_num_threads(1)
    folder = tmp_path_factory.mktemp("bundled")
    write_config(folder, SIDE)
    return load_model(ModelParams(device="cpu"), folder, folder)


@pytest.fixture(scope="module")
def image():
    rgb = np.random.default_rng(3).integers(0, 256, (SIDE, SIDE, 3), dtype=np.uint8)
    window = Window(0, 0, SIDE, SIDE)
    return TileImage(Tile(0, 0, 0, window, window), rgb, np.ones((SIDE, SIDE), bool))


def prompts():
    """Of several forms, mixed."""
    rng = np.random.default_rng(6)
    made = []
    for number in range(11):
        points = rng.uniform(0, SIDE, (number % 3, 2)).astype(np.float32)
        labels = np.ones(len(points), np.int32)
        low = rng.uniform(0, 150, 2)
        box = np.concatenate([low, low + 60]).astype(np.float32) if number % 2 or not len(points) else None
        made.append(Prompt(points, labels, box))
    return made


def never():
    return None


def answers(loaded, image, asked, check=never, with_logits=False):
    return PromptedSam2(loaded, with_logits).look(image, check).answers(asked, check)


def test_each_answer_is_the_models_own(loaded, image):
    encoded = encode_image(loaded.model, image.rgb)
    asked = prompts()
    found = answers(loaded, image, asked, never, with_logits=True)
    assert {prompt.is_ambiguous for prompt in asked} == {True, False}
    for prompt, answer in zip(asked, found, strict=True):
        candidates = predict(loaded.model, encoded, prompt, prompt.is_ambiguous)
        best = int(candidates.iou.argmax())
        assert answer.score == pytest.approx(float(candidates.iou[best]), abs=1e-5)
        assert answer.candidate == (best + 1 if prompt.is_ambiguous else 0)
        if answer.mask is not None:
            assert answer.mask.logits is not None
            assert answer.mask.score == answer.score


def test_the_order_of_prompts_changes_nothing(loaded, image):
    asked = prompts()
    straight = answers(loaded, image, asked, never, with_logits=True)
    turned = answers(loaded, image, asked[::-1], never, with_logits=True)[::-1]
    for one, other in zip(straight, turned, strict=True):
        assert (one.score, one.candidate) == (other.score, other.candidate)
        assert (one.mask is None) == (other.mask is None)
        if one.mask is not None:
            assert np.array_equal(one.mask.logits, other.mask.logits)


def test_a_window_is_encoded_once(loaded, image):
    calls = []
    hook = loaded.model.image_encoder.register_forward_pre_hook(lambda *_: calls.append(1))
    try:
        answers(loaded, image, prompts(), never, with_logits=False)
    finally:
        hook.remove()
    assert len(calls) == 1


def test_what_was_encoded_before_is_not_encoded_again(loaded, image):
    encoded = encode_image(loaded.model, image.rgb)
    known = replace(image, rgb=np.zeros_like(image.rgb), encoded=lambda: encoded)
    expected = answers(loaded, image, prompts(), never, with_logits=False)
    found = answers(loaded, known, prompts(), never, with_logits=False)
    assert [answer.score for answer in found] == [answer.score for answer in expected]


def test_cancel_is_heard_while_encoding_and_between_batches(loaded, image):
    encoded = encode_image(loaded.model, image.rgb)
    for seen in (image, replace(image, encoded=lambda: encoded)):
        asked = []

        def check(asked=asked):
            asked.append(1)
            if len(asked) == 3:
                raise Cancelled

        with pytest.raises(Cancelled):
            answers(loaded, seen, prompts(), check, with_logits=False)


def test_too_little_memory_is_a_sentence(loaded, image):
    def out_of_memory(*_):
        raise torch.OutOfMemoryError("CUDA out of memory")

    hook = loaded.model.image_encoder.register_forward_pre_hook(out_of_memory)
    try:
        with pytest.raises(EngineError, match="Choose a smaller MODEL") as caught:
            answers(loaded, image, prompts(), never, with_logits=False)
    finally:
        hook.remove()
    assert caught.value.code is Code.OUT_OF_MEMORY
