"""Running the model's parts on windows: training sees 256 px pieces of the model's 512 px world.

A window keeps its place: position encodings are those of the window's cells in the full grid, so what is
learnt on pieces holds for whole inputs.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

from .architecture import STRIDE, Pico

_MEAN = (0.485, 0.456, 0.406)
_SPREAD = (0.229, 0.224, 0.225)


@dataclass(frozen=True)
class Features:
    """What the encoder says about B windows that lie at the same place of the model's input."""

    embedding: Tensor
    """(B, 128, h, w), h and w in cells of 16 px."""
    fine: tuple[Tensor, Tensor]
    """(B, 16, 4 h, 4 w) and (B, 32, 2 h, 2 w), as the mask decoder wants them."""
    position: Tensor
    """(1, 128, h, w): position encoding of the windows' cells."""

    def detached(self) -> Features:
        """The same, not to be trained through."""
        fine, coarse = self.fine
        return Features(self.embedding.detach(), (fine.detach(), coarse.detach()), self.position)


def encode(model: Pico, images: Tensor, corner: tuple[int, int] = (0, 0)) -> Features:
    """Encode windows.

    Args:
        model: the model.
        images: (B, 3, H, W), 0..255; H and W multiples of 128.
        corner: x and y of the windows' corner in the model's input, multiples of 32.
    """
    decoder = model.sam_mask_decoder
    levels = pyramid(model, images, corner)
    rows, columns = levels[2].shape[-2:]
    x, y = corner
    position = model.sam_prompt_encoder.get_dense_pe()
    position = position[:, :, y // STRIDE : y // STRIDE + rows, x // STRIDE : x // STRIDE + columns]
    return Features(levels[2], (decoder.conv_s0(levels[0]), decoder.conv_s1(levels[1])), position)


def pyramid(model: Pico, images: Tensor, corner: tuple[int, int] = (0, 0)) -> list[Tensor]:
    """The neck's levels of windows, (B, 128, rows, columns) each, from cells of 4 px up; see `encode`."""
    trunk, neck = model.image_encoder.trunk, model.image_encoder.neck
    mean = torch.tensor(_MEAN, device=images.device).view(3, 1, 1) * 255
    spread = torch.tensor(_SPREAD, device=images.device).view(3, 1, 1) * 255
    tokens = trunk.patch_embed((images.float() - mean) / spread)
    rows, columns = tokens.shape[1:3]
    grid = 4 * model.sam_prompt_encoder.image_embedding_size[0]
    x, y = corner
    # Hiera adds its position embedding at the resolution of its patches, 4 px.
    places = trunk._get_pos_embed((grid, grid))
    tokens = tokens + places[:, y // 4 : y // 4 + rows, x // 4 : x // 4 + columns]
    levels = []
    for index, block in enumerate(trunk.blocks):
        tokens = block(tokens)
        if index in trunk.stage_ends:
            levels.append(tokens.permute(0, 3, 1, 2))
    return neck(levels)[0]


def decode(
    model: Pico, features: Features, points: Tensor, labels: Tensor, masks: Tensor | None = None
) -> tuple[Tensor, Tensor]:
    """Masks of P prompts on each of B windows, by the stock mask decoder.

    Args:
        model: the model.
        features: from `encode`.
        points: (B, P, k, 2), pixels of the model's input.
        labels: (B, P, k) in SAM's code.
        masks: (B, P, 1, 4 h, 4 w) logits given as prompts, or None.

    Returns: logits (B, P, 4, 4 h, 4 w) and predicted IoU (B, P, 4).
    """
    prompts = model.sam_prompt_encoder
    windows, count = points.shape[:2]
    rows, columns = features.embedding.shape[-2:]
    if points.shape[2]:
        sparse = prompts._embed_points(points.flatten(0, 1), labels.flatten(0, 1), pad=False)
    else:
        sparse = features.embedding.new_zeros(windows * count, 0, features.embedding.shape[1])
    if masks is None:
        dense = prompts.no_mask_embed.weight.reshape(1, -1, 1, 1).expand(windows * count, -1, rows, columns)
    else:
        dense = prompts._embed_masks(masks.flatten(0, 1))
    logits, scores, _, _ = model.sam_mask_decoder.predict_masks(
        image_embeddings=features.embedding.repeat_interleave(count, dim=0),
        image_pe=features.position,
        sparse_prompt_embeddings=sparse,
        dense_prompt_embeddings=dense,
        repeat_image=False,
        high_res_features=[level.repeat_interleave(count, dim=0) for level in features.fine],
    )
    return logits.unflatten(0, (windows, count)), scores.unflatten(0, (windows, count))
