"""What the model answers to a prompt on an encoded image: points, a box, a mask, or all of them.

As ``SAM2ImagePredictor.predict`` of the sam2 package (1.1.0) computes it, for models of any image
size and, for prompts of one shape, many at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from ..api.prompts import FOREGROUND
from ..masks import Mask
from .sam2_decoder import decode, mask_decoder
from .sam2_decoder_prompts import encode_prompts
from .sam2_image import EncodedImage
from .sam2_masks import MaskRules, mask_of

_BOX_LABELS = (2, 3)  # top left, bottom right

# How sam2 itself turns a mask into logits (``SAM2Base._use_mask_as_output``): 0 becomes -10 and 1 becomes 10.
_MASK_SCALE, _MASK_BIAS = 20.0, -10.0
_LOGIT_LIMIT = 32.0  # the predictor clamps the logits it gives back to this


@dataclass(frozen=True, eq=False)
class Prompt:
    """One question about an image, in its pixels (x, y), as ``SAM2ImagePredictor`` takes them.

    ``points`` float32 (n, 2) with ``labels`` int32 (n,), 1 for foreground and 0 for background;
    ``box`` float32 (4,), x0, y0, x1, y1, or None; ``mask_logits`` float32 (S/4, S/4) over the whole
    image, or None, with S the model's image size. At least one of the three is given.
    """

    points: NDArray[np.float32]
    labels: NDArray[np.int32]
    box: NDArray[np.float32] | None = None
    mask_logits: NDArray[np.float32] | None = None

    def __post_init__(self) -> None:
        if self.points.shape != (len(self.labels), 2) or not np.isin(self.labels, (0, 1)).all():
            raise ValueError("points are (n, 2), labels (n,) of 1 and 0")
        if not len(self.labels) and self.box is None and self.mask_logits is None:
            raise ValueError("a prompt is a point, a box or a mask at least")

    @property
    def is_ambiguous(self) -> bool:
        """Whether it may mean part, object or group: one click and nothing else."""
        return len(self.labels) == 1 and self.box is None and self.mask_logits is None

    @property
    def form(self) -> tuple[int, bool, bool]:
        """Prompts of one form can be asked at once: number of points, box or not, mask or not."""
        return len(self.labels), self.box is not None, self.mask_logits is not None

    @property
    def place(self) -> tuple[float, float]:
        """A point (x, y) to name the prompt by: the first foreground point, else the box's middle."""
        foreground = self.points[self.labels == FOREGROUND]
        if len(foreground):
            return float(foreground[0, 0]), float(foreground[0, 1])
        if self.box is not None:
            x0, y0, x1, y1 = self.box.tolist()
            return (x0 + x1) / 2, (y0 + y1) / 2
        return (float(self.points[0, 0]), float(self.points[0, 1])) if len(self.points) else (0.0, 0.0)


@dataclass(frozen=True, eq=False)
class Candidates:
    """The model's answers to one prompt: ``logits`` float32 (K, S/4, S/4), ``iou`` float32 (K,) as the
    model predicts it, both on the CPU."""

    logits: torch.Tensor
    iou: torch.Tensor

    @property
    def best(self) -> int:
        """The candidate with the highest predicted IoU, the first of equals."""
        return int(torch.argmax(self.iou))

    def mask_logits(self, candidate: int) -> NDArray[np.float32]:
        """A candidate as the ``mask_logits`` of a next prompt, limited as the predictor does."""
        values: NDArray[np.float32] = self.logits[candidate].clamp(-_LOGIT_LIMIT, _LOGIT_LIMIT).numpy()
        return values

    def mask(self, candidate: int, image: EncodedImage, prompt: Prompt, rules: MaskRules) -> Mask | None:
        """A candidate on the pixels of its image; None if it has no pixel or is not stable enough."""
        mask = mask_of(self.logits[candidate], image.height, image.width, rules)
        if mask is None:
            return None
        return replace(mask, score=float(self.iou[candidate]), point=prompt.place)


class PromptPredictor:
    """A model asked about one image after another, each prepared for the decoder once."""

    def __init__(self, model: Any) -> None:
        self._model = model
        self._decoder = mask_decoder(model)
        self._prepared: tuple[EncodedImage, Any] | None = None

    def predict_all(
        self, image: EncodedImage, prompts: Sequence[Prompt], multimask_output: bool
    ) -> list[Candidates]:
        """The answers to prompts of one form, each by itself: three with ``multimask_output``, else one."""
        if len({prompt.form for prompt in prompts}) != 1:
            raise ValueError(
                "prompts asked at once have as many points each, all a box or none, a mask or none"
            )
        if self._prepared is None or self._prepared[0] is not image:
            self._prepared = image, self._decoder.prepare(image)
        points, labels = _points_of(self._model, image, prompts)
        encoded = encode_prompts(self._model, points, labels, _masks_of(self._model, prompts))
        decoded = decode(self._decoder, self._prepared[1], encoded, multimask_output)
        logits, iou = decoded.logits.float().cpu(), decoded.iou.float().cpu()
        logits, iou = logits.reshape(len(prompts), -1, *logits.shape[1:]), iou.reshape(len(prompts), -1)
        return [Candidates(*answer) for answer in zip(logits, iou, strict=True)]


def predict(model: Any, image: EncodedImage, prompt: Prompt, multimask_output: bool) -> Candidates:
    """The model's answers to one prompt: three with ``multimask_output``, else one."""
    return _last_predictor(model).predict_all(image, [prompt], multimask_output)[0]


@lru_cache(maxsize=1)
def _last_predictor(model: Any) -> PromptPredictor:
    return PromptPredictor(model)


def logits_of_coverage(coverage: NDArray[np.float32]) -> NDArray[np.float32]:
    """The ``mask_logits`` of a known mask; ``coverage`` (S/4, S/4) is the share of each cell inside, 0-1."""
    logits: NDArray[np.float32] = (coverage * _MASK_SCALE + _MASK_BIAS).astype(np.float32)
    return logits


def _points_of(
    model: Any, image: EncodedImage, prompts: Sequence[Prompt]
) -> tuple[torch.Tensor, torch.Tensor] | tuple[None, None]:
    """Points in the model's square (N, k, 2) and their labels (N, k); a box is two points in front."""
    points = np.stack([prompt.points for prompt in prompts]).astype(np.float32)
    labels = np.stack([prompt.labels for prompt in prompts]).astype(np.int32)
    boxes = [prompt.box for prompt in prompts if prompt.box is not None]
    if boxes:
        corners = np.stack(boxes).astype(np.float32).reshape(-1, 2, 2)
        points = np.concatenate([corners, points], axis=1)
        labels = np.concatenate([np.tile(np.array(_BOX_LABELS, np.int32), (len(boxes), 1)), labels], axis=1)
    if not points.shape[1]:
        return None, None
    size = torch.tensor([image.width, image.height], dtype=torch.float32)
    in_square = torch.from_numpy(points) / size * model.image_size
    return in_square.to(model.device), torch.from_numpy(labels).to(model.device)


def _masks_of(model: Any, prompts: Sequence[Prompt]) -> torch.Tensor | None:
    masks = [prompt.mask_logits for prompt in prompts if prompt.mask_logits is not None]
    if not masks:
        return None
    return torch.from_numpy(np.stack(masks).astype(np.float32)).unsqueeze(1).to(model.device)
