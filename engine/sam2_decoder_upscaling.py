"""The decoder's upscaling in token layout: transposed convolutions as products, channels last."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import torch
from torch.nn.functional import layer_norm

from .sam2_decoder_tokens import ImageTokens
from .sam2_decoder_weights import UpscalingWeights
from .sam2_image import EncodedImage


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
    """``tokens`` (N, C) are the shared ones after the last layer."""
    rows, columns = image.embedding.shape[-2:]
    first_added, second_added = weights.first_offset[None], weights.second_bias[None]
    if image.details:
        fine, coarse = image.details
        first_added = first_added + _in_squares(coarse, 2).reshape(rows * columns, -1)
        second_added = second_added + _in_squares(fine, 4).reshape(4 * rows * columns, -1)
    return SharedUpscaling(tokens @ weights.first, first_added, second_added, rows, columns)


def upscale(
    tokens: ImageTokens, weights: UpscalingWeights, shared: SharedUpscaling, modules: Any
) -> torch.Tensor:
    """The upscaled image (B, 16 N, C/8) of B prompts, its pixels in the order ``in_rows`` undoes.

    ``modules`` is the decoder's ``output_upscaling``.
    """
    _, norm, first_activation, _, second_activation = modules
    values = tokens.through(weights.first, shared.first).add_(shared.first_added)
    values = values.view(len(values), -1, norm.weight.numel())
    values = first_activation(layer_norm(values, norm.weight.shape, norm.weight, norm.bias, norm.eps))
    values = torch.baddbmm(
        shared.second_added.expand(len(values), values.shape[1], -1),
        values,
        weights.second.expand(len(values), -1, -1),
    )
    upscaled: torch.Tensor = second_activation(values)
    return upscaled.view(len(upscaled), 4 * upscaled.shape[1], -1)


def in_rows(masks: torch.Tensor, shared: SharedUpscaling) -> torch.Tensor:
    """Masks (K, 16 N) of upscaled pixels as images (K, 4 rows, 4 columns)."""
    rows, columns = shared.rows, shared.columns
    squares = masks.view(-1, rows, columns, 2, 2, 2, 2)
    return squares.permute(0, 1, 3, 5, 2, 4, 6).reshape(-1, 4 * rows, 4 * columns)


def _in_squares(details: torch.Tensor, side: int) -> torch.Tensor:
    """(1, D, side rows, side columns) -> (rows, columns, side * side, D), a token's pixels together,
    four by four."""
    depth, height, width = details.shape[1:]
    rows, columns = height // side, width // side
    if side == 2:
        return details.view(depth, rows, 2, columns, 2).permute(1, 3, 2, 4, 0).flatten(2, 3)
    squares = details.view(depth, rows, 2, 2, columns, 2, 2)
    return squares.permute(1, 4, 2, 5, 3, 6, 0).flatten(2, 5)
