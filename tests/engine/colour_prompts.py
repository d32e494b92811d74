"""Stands in for the model where pixels matter: a prompt means the connected area of one colour it lies on."""

from dataclasses import replace

import cv2
import numpy as np
from sam2_toolbox.engine.masks import Mask
from sam2_toolbox.engine.prompting.prompt_stage import Answer

from .colour_segmenter import load_colours


class ColourPrompts:
    """A ``PromptedModel``; black is background.

    A box means the area that fills most of it. ``windows`` are those looked at, ``prompts`` all prompts
    with their windows, ``asked`` how often some were asked.
    """

    def __init__(self, image_size=256, score=0.9):
        self.image_size = image_size
        self.score = score
        self.windows = []
        self.asked = 0
        self.prompts = []

    def look(self, image, check_cancelled=lambda: None):
        check_cancelled()
        self.windows.append((image.rgb.shape, image.tile.window))
        return SeenColours(self, image)

    def answer(self, codes, prompt):
        code = self._meant(codes, prompt)
        if code == 0:
            return Answer(None, 0.1, 0)
        _, labels = cv2.connectedComponents((codes == code).astype(np.uint8), connectivity=4)
        number = self._number(labels, prompt)
        bits = labels == number
        rows, columns = np.flatnonzero(bits.any(axis=1)), np.flatnonzero(bits.any(axis=0))
        bits = bits[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
        mask = Mask(int(columns[0]), int(rows[0]), bits, self.score, 0.97, prompt.place)
        return Answer(mask, self.score, 2 if prompt.is_ambiguous else 0)

    @staticmethod
    def _patch(values, prompt):
        if prompt.box is not None:
            x0, y0, x1, y1 = (int(v) for v in (*np.floor(prompt.box[:2]), *np.ceil(prompt.box[2:])))
            return values[y0:y1, x0:x1].ravel()
        x, y = prompt.points[prompt.labels == 1][0].astype(int)
        return values[y : y + 1, x]

    def _meant(self, codes, prompt):
        inside = self._patch(codes, prompt)
        inside = inside[inside > 0]
        return int(np.bincount(inside - inside.min()).argmax() + inside.min()) if len(inside) else 0

    def _number(self, labels, prompt):
        inside = self._patch(labels, prompt)
        return int(np.bincount(inside[inside > 0]).argmax())


class SeenColours:
    def __init__(self, model, image):
        self.model, self.window = model, image.tile.window
        self.codes = image.rgb.astype(np.int64) @ (1 << 16, 1 << 8, 1)

    def answers(self, prompts, check_cancelled=lambda: None):
        check_cancelled()
        self.model.asked += 1
        self.model.prompts += [(self.window, prompt) for prompt in prompts]
        return [self.model.answer(self.codes, prompt) for prompt in prompts]


def load_prompts(model, closer_below=0.0):
    """A ``LoadPrompted`` that gives this model."""
    loaded, _ = load_colours(model.image_size)(None, None)
    loaded = replace(loaded, closer_below=closer_below)
    return lambda params, report: (loaded, model)
