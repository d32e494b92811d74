"""The decoder's upscaling in token layout: transposed convolutions as products, channels last."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import torch

from .sam2_decoder_tokens import ImageTokens
from .sam2_decoder_weights import UpscalingWeights
from .sam2_image import EncodedImage
from .sam2_scratch import Scratch

gelu_ = torch.ops.aten.gelu_
layer_norm = torch.ops.aten.native_layer_norm.out


@dataclass(frozen=True, eq=False)
class SharedUpscaling:
    """What all prompts of an image share.

    ``first`` (N, C): the shared tokens through the first convolution. ``first_added`` (N or 1, C) and
    ``second_added`` (4 N or 1, C/2): the details of the encoder, in the order the convolutions' pixels
    come in, and the convolutions' biases. ``rows`` and ``columns`` are those of the tokens.
    """

    first: torch.Tensor
    first_added: torch.Tensor
    second_added: torch.Tensor
    rows: int
    columns: int


def share_upscaling(weights: UpscalingWeights, tokens: torch.Tensor, image: EncodedImage) -> SharedUpscaling:
    """``tokens`` (C, N) are the shared ones after the last layer."""
    rows, columns = image.embedding.shape[-2:]
    first_added, second_added = weights.first_offset[None], weights.second_bias[None]
    if image.details:
        fine, coarse = image.details
        first_added = first_added + _in_squares(coarse, 2)
        second_added = second_added + _in_squares(fine, 4).view(4 * rows * columns, -1)
    return SharedUpscaling(tokens.T @ weights.first, first_added, second_added, rows, columns)


def draw(
    mixtures: torch.Tensor,
    tokens: ImageTokens,
    weights: UpscalingWeights,
    shared: SharedUpscaling,
    norm: Any,
    scratch: Scratch,
) -> torch.Tensor:
    """Masks (B, m, 16 N) of B prompts, their pixels in the order ``in_rows`` undoes.

    ``mixtures`` (B, m, C/8) say what each mask is made of; ``norm`` is the decoder's LayerNorm2d.
    """
    batch, (places, depth) = len(mixtures), shared.first.shape
    fine = scratch.empty(batch, 4 * places, depth // 2)
    coarse = scratch.empty(batch, 4 * places, depth // 4)
    deviations = coarse.new_empty(2, batch, 4 * places, 1)
    # Read before ``fine`` itself is written.
    unnormed = fine.view(-1)[: coarse.numel()]
    tokens.through(weights.first, shared.first, shared.first_added, out=unnormed.view(batch, places, depth))
    layer_norm(
        unnormed.view_as(coarse),
        norm.weight.shape,
        norm.weight,
        norm.bias,
        norm.eps,
        out0=coarse,
        out1=deviations[0],
        out2=deviations[1],
    )
    gelu_(coarse)
    second, added = weights.second.expand(batch, -1, -1), shared.second_added.expand(batch, 4 * places, -1)
    torch.baddbmm(added, coarse, second, out=fine)
    gelu_(fine)
    return torch.bmm(mixtures, fine.view(batch, 16 * places, -1).transpose(1, 2))


def in_rows(masks: torch.Tensor, shared: SharedUpscaling) -> torch.Tensor:
    """Masks (K, 16 N) of upscaled pixels as images (K, 4 rows, 4 columns)."""
    rows, columns = shared.rows, shared.columns
    squares = masks.view(-1, rows, columns, 2, 2, 2, 2)
    return squares.permute(0, 1, 3, 5, 2, 4, 6).reshape(-1, 4 * rows, 4 * columns)


def _in_squares(details: torch.Tensor, side: int) -> torch.Tensor:
    """(1, D, side rows, side columns) -> (rows * columns, side * side * D): a token's pixels together, and
    where side is 4, the four of each quarter."""
    _, depth, height, width = details.shape
    rows, columns = height // side, width // side
    # Channels last first: what is left to move are runs of them.
    pixels = details[0].flatten(1).T.contiguous()
    if side == 2:
        return pixels.view(rows, 2, columns, 2, depth).transpose(1, 2).reshape(rows * columns, -1)
    squares = pixels.view(rows, 2, 2, columns, 2, 2, depth).permute(0, 3, 1, 4, 2, 5, 6)
    return squares.reshape(rows * columns, -1)
