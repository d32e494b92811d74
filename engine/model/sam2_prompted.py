"""A loaded model that answers prompts on windows of the raster."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np

from ..api.errors import Code, EngineError
from ..prompting.prompt_stage import Answer
from ..segmenter import TileImage
from .device import is_out_of_memory, release_memory
from .sam2_embedding import use_threads, watched_encoder
from .sam2_image import EncodedImage, encode_image
from .sam2_masks import MaskRules
from .sam2_model import LoadedModel
from .sam2_prompts import Candidates, Prompt, PromptPredictor

# Of points to which SAM's own threshold and offset apply; nothing is dropped for its stability.
_THRESHOLD, _STABILITY_OFFSET = 0.0, 1.0

# On a processor more at once only take memory.
_AT_ONCE_ON_CPU, _AT_ONCE = 4, 64


class PromptedSam2:
    """Answers as SAM 2 is meant to be asked: one click may mean several things, so the best of three
    candidates counts; for all else the model has one answer."""

    def __init__(self, loaded: LoadedModel, with_logits: bool) -> None:
        self._loaded = loaded
        self._predictor = PromptPredictor(loaded.model)
        self._rules = MaskRules(_THRESHOLD, _STABILITY_OFFSET, 0.0, with_logits)
        self._at_once = _AT_ONCE_ON_CPU if loaded.device.type == "cpu" else _AT_ONCE

    @property
    def image_size(self) -> int:
        """Side of the square image the model sees, in pixels."""
        return self._loaded.image_size

    def look(self, image: TileImage, check_cancelled: Callable[[], None]) -> SeenBySam2:
        """See ``PromptedModel``.

        Raises:
            EngineError: OUT_OF_MEMORY when the window does not fit the memory.
            Cancelled: by ``check_cancelled``.
        """
        use_threads(self._loaded)
        with self._memory_in_words():
            if image.encoded is not None:
                return SeenBySam2(self, image.encoded())
            with watched_encoder(self._loaded.model, lambda _: check_cancelled()):
                return SeenBySam2(self, encode_image(self._loaded.model, image.rgb))

    def answers(
        self, encoded: EncodedImage, prompts: Sequence[Prompt], check_cancelled: Callable[[], None]
    ) -> list[Answer]:
        """The answers to prompts on an encoded window; raises as ``look``."""
        answers: dict[int, Answer] = {}
        for batch in self._batches(prompts):
            check_cancelled()
            asked = [prompts[number] for number in batch]
            with self._memory_in_words():
                candidates = self._predictor.predict_all(encoded, asked, asked[0].is_ambiguous)
            for number, prompt, found in zip(batch, asked, candidates, strict=True):
                answers[number] = self._answer(encoded, prompt, found)
        return [answers[number] for number in range(len(prompts))]

    @contextmanager
    def _memory_in_words(self) -> Iterator[None]:
        try:
            yield
        except (RuntimeError, MemoryError) as error:
            if not is_out_of_memory(error):
                raise
            release_memory(self._loaded.device)
            raise EngineError(
                Code.OUT_OF_MEMORY,
                f"The memory of the {self._loaded.device_title} is too small for the model "
                f"{self._loaded.title} on one window. Choose a smaller MODEL, close other programs that use "
                "this memory, or set DEVICE to cpu.",
            ) from error

    def _answer(self, encoded: EncodedImage, prompt: Prompt, found: Candidates) -> Answer:
        best = found.best
        mask = found.mask(best, encoded, prompt, self._rules)
        return Answer(mask, float(found.iou[best]), best + 1 if prompt.is_ambiguous else 0)

    def _batches(self, prompts: Sequence[Prompt]) -> Iterator[list[int]]:
        """Numbers of prompts of one form, in an order of their own: rounding depends on who is asked
        together, and the answer must not depend on the order of the layer."""
        order = sorted(range(len(prompts)), key=lambda number: _sort_key(prompts[number]))
        start = 0
        for end in range(1, len(order) + 1):
            full = end - start == self._at_once
            if end == len(order) or full or prompts[order[end]].form != prompts[order[start]].form:
                yield order[start:end]
                start = end


@dataclass(frozen=True, eq=False)
class SeenBySam2:
    """See ``SeenWindow``."""

    model: PromptedSam2
    encoded: EncodedImage

    def answers(self, prompts: Sequence[Prompt], check_cancelled: Callable[[], None]) -> list[Answer]:
        """See ``SeenWindow``."""
        return self.model.answers(self.encoded, prompts, check_cancelled)


def _sort_key(prompt: Prompt) -> tuple[object, ...]:
    box = () if prompt.box is None else tuple(np.asarray(prompt.box).tolist())
    return (*prompt.form, prompt.points.tobytes(), prompt.labels.tobytes(), box)
