"""A mask decoder's own modules behind the same two steps as the restructured one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import torch

from .sam2_decoder_prompts import Prompts
from .sam2_image import EncodedImage
from .sam2_inference import calculating


class PlainDecoder:
    """The model's own decoder, for models that are built otherwise."""

    def __init__(self, model: Any) -> None:
        self.model = model

    def prepare(self, image: EncodedImage) -> EncodedImage:
        """See ``MaskDecoder``."""
        return image

    def look(self, image: EncodedImage, prompts: Prompts) -> PlainAnswer:
        """See ``MaskDecoder``."""
        with calculating():
            _, dense = self.model.sam_prompt_encoder(points=None, boxes=None, masks=prompts.masks)
            logits, iou, _, _ = self.model.sam_mask_decoder.predict_masks(
                image_embeddings=image.embedding,
                image_pe=image.positions,
                sparse_prompt_embeddings=prompts.tokens,
                dense_prompt_embeddings=dense,
                repeat_image=len(prompts) > 1,
                high_res_features=list(image.details),
            )
            return PlainAnswer(logits.float(), iou.float())


@dataclass(frozen=True, eq=False)
class PlainAnswer:
    """See ``Answer``; ``logits`` (B, M, S/4, S/4) of all masks."""

    logits: torch.Tensor
    iou: torch.Tensor

    def masks(self, prompts: torch.Tensor, candidates: torch.Tensor) -> torch.Tensor:
        """See ``Answer``."""
        return self.logits[prompts, candidates]
