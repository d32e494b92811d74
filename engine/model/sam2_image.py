"""The encoder: an image becomes what the mask decoder is asked about.

As ``SAM2ImagePredictor.set_image`` of the sam2 package (1.1.0) computes it, for models of any image size.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn.functional import interpolate

from .sam2_inference import calculating

# Means and deviations of red, green, blue that SAM 2 was trained with (those of ImageNet).
_MEAN = (0.485, 0.456, 0.406)
_DEVIATION = (0.229, 0.224, 0.225)


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


def encode_image(model: Any, rgb: NDArray[np.uint8], precision: str = "float32") -> EncodedImage:
    """Encode an image (H, W, 3) of any size; it is resized to the model's square.

    With ``precision`` bfloat16 the encoder's products are computed in it, for hardware that has it;
    features then differ by somewhat less than one part in a hundred.
    """
    return encode_images(model, [rgb], precision)[0]


def encode_images(
    model: Any, images: Sequence[NDArray[np.uint8]], precision: str = "float32"
) -> list[EncodedImage]:
    """``encode_image`` for several at once: a GPU has more to do between two waits."""
    pixels = torch.cat([_to_model_square(rgb, model.image_size, model.device) for rgb in images])
    short = torch.autocast(model.device.type, torch.bfloat16) if precision == "bfloat16" else nullcontext()
    with calculating():
        with short:
            levels = model.forward_image(pixels)["backbone_fpn"][-model.num_feature_levels :]
        # Laid out as they come back from a file: sums over another layout round otherwise.
        levels = [level.float().contiguous() for level in levels]
        if model.directly_add_no_mem_embed:
            levels[-1] = levels[-1] + model.no_mem_embed.view(1, -1, 1, 1)
        positions = model.sam_prompt_encoder.get_dense_pe()
    *details, embeddings = ([level[number : number + 1] for number in range(len(images))] for level in levels)
    return [
        EncodedImage(embeddings[number], positions, tuple(level[number] for level in details), *rgb.shape[:2])
        for number, rgb in enumerate(images)
    ]


def _to_model_square(rgb: NDArray[np.uint8], side: int, device: torch.device) -> torch.Tensor:
    """(1, 3, side, side) float32, standardised; the sizes' ratio is not kept, as in training."""
    pixels = torch.from_numpy(np.ascontiguousarray(rgb.transpose(2, 0, 1))).unsqueeze(0)
    if device.type == "cuda":
        # As bytes, a quarter of what they become, and without waiting for what the GPU does meanwhile.
        pixels = pixels.pin_memory()
    values = pixels.to(device, non_blocking=True).to(torch.float32).div_(255)
    if values.shape[-2:] != (side, side):
        values = interpolate(values, (side, side), mode="bilinear", align_corners=False, antialias=True)
    mean = torch.tensor(_MEAN, device=device).view(1, 3, 1, 1)
    return values.sub_(mean).div_(torch.tensor(_DEVIATION, device=device).view(1, 3, 1, 1))
