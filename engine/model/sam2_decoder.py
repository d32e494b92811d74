"""SAM 2's mask decoder: what the model answers to prompts on an encoded image.

Same answers as ``sam2.modeling.sam.mask_decoder.MaskDecoder`` (sam2 1.1.0) up to rounding, in two steps:
how good the model expects its masks to be, then only those masks that are wanted. docs/decoder.md
derives how they are computed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

import torch

from .sam2_decoder_plain import PlainDecoder
from .sam2_decoder_prompts import Prompts
from .sam2_decoder_restructured import RestructuredDecoder
from .sam2_decoder_weights import is_restructurable
from .sam2_image import EncodedImage
from .sam2_inference import calculating

_SINGLE = 0  # the mask for when only one is wanted; the others differ in what they take to be meant

_LOGIT_LIMIT = 32.0  # masks fed back to the model are clamped to this, as in training


class Answer(Protocol):
    """The first step's result, for B prompts with M masks each (4 in Meta's models)."""

    @property
    def iou(self) -> torch.Tensor:
        """What the model predicts for each mask, float32 (B, M)."""
        ...

    def masks(self, prompts: torch.Tensor, candidates: torch.Tensor) -> torch.Tensor:
        """Logits float32 (K, S/4, S/4) of K of the masks: int64 (K,) of the B prompts, ascending, and
        (K,) of the M candidates of each. S is the model's image size."""
        ...


class MaskDecoder(Protocol):
    """The mask decoder of ``model``, a ``SAM2Base``; several threads may ask it at once."""

    @property
    def model(self) -> Any:
        """The model."""
        ...

    def prepare(self, image: EncodedImage) -> Any:
        """What ``look`` needs of an image, once for all its prompts."""
        ...

    def look(self, image: Any, prompts: Prompts) -> Answer:
        """The first step for some prompts on an image that ``prepare`` returned."""
        ...


@dataclass(frozen=True, eq=False)
class Decoded:
    """The K wanted masks of B prompts, in the order of the prompts.

    ``prompts`` int64 (K,) says whose each is; ``logits`` float32 (K, S/4, S/4); ``iou`` float32 (K,) as the
    model predicts it; all on the model's device.
    """

    prompts: torch.Tensor
    logits: torch.Tensor
    iou: torch.Tensor

    def as_mask_prompts(self) -> torch.Tensor:
        """Each as a mask to refine, (K, 1, S/4, S/4)."""
        return self.logits.clamp(-_LOGIT_LIMIT, _LOGIT_LIMIT).unsqueeze(1)


def mask_decoder(model: Any) -> MaskDecoder:
    """The fast decoder of a ``SAM2Base``, or its own modules where they are built otherwise than Meta's."""
    return RestructuredDecoder(model) if is_restructurable(model) else PlainDecoder(model)


def decode(
    decoder: MaskDecoder,
    image: Any,
    prompts: Prompts,
    multimask_output: bool,
    iou_above: float | None = None,
) -> Decoded:
    """The masks of some prompts on a prepared image: three each with ``multimask_output``, else one.

    With ``iou_above`` only those for which the model predicts more. A single mask that is not stable
    gives way to the best of the three, where the model is set up so (SAM 2.1's predictor is).
    """
    with calculating():
        answer = decoder.look(image, prompts)
        if multimask_output:
            wanted = _above(answer.iou, iou_above)
            wanted[:, _SINGLE] = False
            asked, candidates = wanted.nonzero(as_tuple=True)
            return Decoded(asked, answer.masks(asked, candidates), answer.iou[asked, candidates])
        if decoder.model.sam_mask_decoder.dynamic_multimask_via_stability:
            return _single_or_best(decoder.model.sam_mask_decoder, answer, iou_above)
        iou = answer.iou[:, _SINGLE]
        asked = _above(iou, iou_above).nonzero()[:, 0]
        return Decoded(asked, answer.masks(asked, torch.full_like(asked, _SINGLE)), iou[asked])


def _single_or_best(settings: Any, answer: Answer, iou_above: float | None) -> Decoded:
    """As ``MaskDecoder._dynamic_multimask_via_stability`` of sam2, for masks that may be good enough."""
    single = answer.iou[:, _SINGLE]
    best, best_kind = answer.iou[:, _SINGLE + 1 :].max(dim=1)
    asked = (_above(single, iou_above) | _above(best, iou_above)).nonzero()[:, 0]
    kinds = torch.stack([torch.full_like(asked, _SINGLE), best_kind[asked] + _SINGLE + 1], dim=1)
    # Both at once: what they share, the upscaled image, is most of the work.
    logits = answer.masks(asked.repeat_interleave(2), kinds.flatten())
    stable = _stability(settings, logits[::2]) >= settings.dynamic_multimask_stability_thresh
    iou = torch.where(stable, single[asked], best[asked])
    logits = torch.where(stable[:, None, None], logits[::2], logits[1::2])
    kept = _above(iou, iou_above)
    return Decoded(asked[kept], logits[kept], iou[kept])


def _stability(settings: Any, logits: torch.Tensor) -> torch.Tensor:
    """IoU of the masks (K, h, w) at plus and minus the decoder's own offset, float32 (K,)."""
    offset = settings.dynamic_multimask_stability_delta
    inner = (logits > offset).flatten(1).sum(dim=1).float()
    outer = (logits > -offset).flatten(1).sum(dim=1).float()
    return torch.where(outer > 0, inner / outer, 1.0)


def _above(iou: torch.Tensor, limit: float | None) -> torch.Tensor:
    return torch.ones_like(iou, dtype=torch.bool) if limit is None else iou > limit
