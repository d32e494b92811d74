"""The model on one image: encode it once, then ask for the masks of many points.

As ``SAM2ImagePredictor.set_image`` and ``_predict`` of the sam2 package (1.1.0) compute it, for
models of any image size. A faster decoder only has to replace ``decode_points``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn.functional import interpolate

# Means and deviations of red, green, blue that SAM 2 was trained with (those of ImageNet).
_MEAN = (0.485, 0.456, 0.406)
_DEVIATION = (0.229, 0.224, 0.225)
_FOREGROUND = 1
_LOGIT_LIMIT = 32.0  # masks fed back to the model are clamped to this, as in training


@dataclass(frozen=True, eq=False)
class EncodedImage:
    """What the encoder says of one image of ``height`` x ``width`` pixels.

    All float32 on the model's device, with S the model's image size: ``embedding``
    (1, C, S/16, S/16), ``positions`` of the same shape, ``details`` (1, C/8, S/4, S/4) and
    (1, C/4, S/8, S/8), or none in models without high-resolution features.
    """

    embedding: torch.Tensor
    positions: torch.Tensor
    details: tuple[torch.Tensor, ...]
    height: int
    width: int


@dataclass(frozen=True, eq=False)
class DecodedPoints:
    """Candidate masks of N points, M each: ``logits`` (N, M, S/4, S/4) and the ``iou`` (N, M) the
    model predicts, float32 on the model's device."""

    logits: torch.Tensor
    iou: torch.Tensor

    def as_mask_prompts(self) -> torch.Tensor:
        """Every candidate as a mask to refine, (N * M, 1, S/4, S/4)."""
        return self.logits.clamp(-_LOGIT_LIMIT, _LOGIT_LIMIT).flatten(0, 1).unsqueeze(1)


def encode_image(model: Any, rgb: NDArray[np.uint8]) -> EncodedImage:
    """Encode an image (H, W, 3) of any size; it is resized to the model's square."""
    height, width = rgb.shape[:2]
    pixels = _to_model_square(rgb, model.image_size).to(model.device)
    with torch.inference_mode():
        levels = model.forward_image(pixels)["backbone_fpn"][-model.num_feature_levels :]
        embedding = levels[-1]
        if model.directly_add_no_mem_embed:
            embedding = embedding + model.no_mem_embed.view(1, -1, 1, 1)
        positions = model.sam_prompt_encoder.get_dense_pe()
    return EncodedImage(embedding, positions, tuple(levels[:-1]), height, width)


def decode_points(
    model: Any,
    image: EncodedImage,
    points: NDArray[np.float32],
    multimask_output: bool,
    mask_prompts: torch.Tensor | None = None,
) -> DecodedPoints:
    """The candidates of foreground points (N, 2), (x, y) in pixels of the image, each by itself.

    M is 3 with ``multimask_output``, else 1. ``mask_prompts`` (N, 1, S/4, S/4), one for each point,
    are masks to refine.
    """
    with torch.inference_mode():
        coordinates = torch.as_tensor(points, dtype=torch.float32, device=model.device)
        size = torch.tensor([image.width, image.height], dtype=torch.float32, device=model.device)
        coordinates = (coordinates / size * model.image_size).unsqueeze(1)
        labels = torch.full((len(points), 1), _FOREGROUND, dtype=torch.int, device=model.device)
        sparse, dense = model.sam_prompt_encoder(points=(coordinates, labels), boxes=None, masks=mask_prompts)
        logits, iou, _, _ = model.sam_mask_decoder(
            image_embeddings=image.embedding,
            image_pe=image.positions,
            sparse_prompt_embeddings=sparse,
            dense_prompt_embeddings=dense,
            multimask_output=multimask_output,
            repeat_image=len(points) > 1,
            high_res_features=list(image.details),
        )
        return DecodedPoints(logits.float(), iou.float())


def _to_model_square(rgb: NDArray[np.uint8], side: int) -> torch.Tensor:
    """(1, 3, side, side) float32, standardised; the sizes' ratio is not kept, as in training."""
    pixels = torch.from_numpy(np.ascontiguousarray(rgb.transpose(2, 0, 1))).unsqueeze(0)
    values = pixels.to(torch.float32).div_(255)
    if values.shape[-2:] != (side, side):
        values = interpolate(values, (side, side), mode="bilinear", align_corners=False, antialias=True)
    mean = torch.tensor(_MEAN).view(1, 3, 1, 1)
    return values.sub_(mean).div_(torch.tensor(_DEVIATION).view(1, 3, 1, 1))
