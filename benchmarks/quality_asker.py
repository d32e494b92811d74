"""A model asked about objects whose true pixels are known, in the windows the plugin would choose."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import cv2
import numpy as np

from ..engine.model.sam2_image import EncodedImage, encode_image
from ..engine.model.sam2_masks import MaskRules
from ..engine.model.sam2_model import LoadedModel
from ..engine.model.sam2_prompts import Candidates, Prompt, PromptPredictor, logits_of_coverage
from .quality_scores import Bits, Region, innermost, iou_of

_FILL = 0.6  # of a window's side that an object may take: it must be seen with what is around it
_MOVED_PX = 2, 1
"""How far an old outline lies off, right and down."""

PromptOf = Callable[[Region, int, int, int], Prompt]
"""From an object and the left, top and side of a window to the question in the window's pixels."""


class Asker:
    """A loaded model asked about one window after another; whole masks come back."""

    def __init__(self, loaded: LoadedModel) -> None:
        self.loaded, self.side = loaded, loaded.image_size
        self._predictor = PromptPredictor(loaded.model)
        self._rules = MaskRules(0.0, 1.0, 0.0, False)

    def look(self, rgb: np.ndarray) -> EncodedImage:
        """A window encoded."""
        return encode_image(self.loaded.model, rgb)

    def ask(self, seen: EncodedImage, prompts: Sequence[Prompt], several: bool) -> list[Candidates]:
        """Answers to prompts of one form, in portions."""
        found: list[Candidates] = []
        for start in range(0, len(prompts), 16):
            found += self._predictor.predict_all(seen, prompts[start : start + 16], several)
        return found

    def bits(self, answer: Candidates, index: int, seen: EncodedImage, prompt: Prompt) -> Bits:
        """A candidate on the window's pixels."""
        whole = np.zeros((seen.height, seen.width), dtype=bool)
        mask = answer.mask(index, seen, prompt, self._rules)
        if mask is not None:
            height, width = mask.bits.shape
            whole[mask.y : mask.y + height, mask.x : mask.x + width] = mask.bits
        return whole


def click(x: float, y: float) -> Prompt:
    """One foreground point."""
    return Prompt(np.array([[x, y]], np.float32), np.array([1], np.int32))


def window_of(item: Region, rgb: np.ndarray, side: int, closer_below: float) -> tuple[int, int, int]:
    """Left, top and side of the square window that an object is looked at in: its corner lies on a grid.

    The side is doubled until the object fills no more than `_FILL` of it, and halved for one that fills less
    than `closer_below`, as the plugin does with boxes.
    """
    rows, columns = rgb.shape[:2]
    if max(item.bits.shape) < closer_below * side:
        side //= 2
    while max(item.bits.shape) > _FILL * side and side < min(rows, columns):
        side *= 2
    side = min(side, rows, columns)
    step = max(1, side // 4)
    x, y = item.x + item.bits.shape[1] / 2, item.y + item.bits.shape[0] / 2
    left = min(max(0, round((x - side / 2) / step) * step), columns - side)
    top = min(max(0, round((y - side / 2) / step) * step), rows - side)
    return left, top, side


def answers(
    asker: Asker, rgb: np.ndarray, items: Sequence[Region], prompt_of: PromptOf, closer_below: float = 0.0
) -> Iterator[tuple[Region, list[float]]]:
    """Every object of a picture and the IoU of each candidate for its prompt; three for a click, else one."""
    places: dict[tuple[int, int, int], list[Region]] = {}
    for item in items:
        places.setdefault(window_of(item, rgb, asker.side, closer_below), []).append(item)
    for (left, top, side), here in places.items():
        seen = asker.look(np.ascontiguousarray(rgb[top : top + side, left : left + side]))
        prompts = [prompt_of(item, left, top, side) for item in here]
        found = asker.ask(seen, prompts, prompts[0].is_ambiguous)
        for item, prompt, answer in zip(here, prompts, found, strict=True):
            bits = item.inside(left, top, side)
            yield (
                item,
                [iou_of(asker.bits(answer, index, seen, prompt), bits) for index in range(len(answer.iou))],
            )


def in_box(item: Region, left: int, top: int, side: int) -> Prompt:
    """The object's bounding box."""
    x0, y0, x1, y1 = item.box
    box = np.array([x0 - left, y0 - top, x1 - left, y1 - top], np.float32)
    return Prompt(np.zeros((0, 2), np.float32), np.zeros(0, np.int32), box=box)


def as_old_outline(cells: int, item: Region, left: int, top: int, side: int) -> Prompt:
    """The object's own pixels, a little off, as a mask of ``cells`` x ``cells`` and the box around it."""
    x, y = item.x + _MOVED_PX[0], item.y + _MOVED_PX[1]
    old = Region(x, y, item.bits)
    covered = old.inside(left, top, side).astype(np.float32)
    method = cv2.INTER_AREA if side >= cells else cv2.INTER_LINEAR
    mask = logits_of_coverage(cv2.resize(covered, (cells, cells), interpolation=method))
    boxed = in_box(old, left, top, side)
    return Prompt(boxed.points, boxed.labels, boxed.box, mask)


def at_middle(item: Region, left: int, top: int, side: int) -> Prompt:
    """A click on the object's innermost pixel."""
    x, y = innermost(item.bits)
    return click(item.x + x - left, item.y + y - top)
