"""A mask decoder's weights, prepared once per model for the way ``sam2_decoder_tokens.py`` works."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import torch

from .sam2_decoder_tokens import centred
from .sam2_inference import calculating


@dataclass(frozen=True, eq=False)
class ReadWeights:
    """A projection of the image tokens: ``weight`` (C, H d) with gamma, ``offset`` as in ``Read``."""

    heads: int
    weight: torch.Tensor
    offset: torch.Tensor


@dataclass(frozen=True, eq=False)
class WriteWeights:
    """An output projection: ``gamma``, ``output`` and ``constant`` as in ``Write``."""

    gamma: torch.Tensor
    output: torch.Tensor
    constant: torch.Tensor
    epsilon: float


@dataclass(frozen=True, eq=False)
class LayerWeights:
    """One layer: what its prompt tokens read of the image, and what the image reads of them."""

    keys: ReadWeights
    values: ReadWeights
    queries: ReadWeights
    write: WriteWeights


@dataclass(frozen=True, eq=False)
class UpscalingWeights:
    """Both transposed convolutions as products in token layout.

    ``first`` (C, C) with gamma makes four pixels of C/4 channels of a token, ``first_offset`` (C) is what
    beta and its bias come to; ``second`` (C/4, C/2) makes four pixels of C/8 channels, plus ``second_bias``
    (C/2). The pixels of a square come row by row.
    """

    first: torch.Tensor
    first_offset: torch.Tensor
    second: torch.Tensor
    second_bias: torch.Tensor


@dataclass(frozen=True, eq=False)
class DecoderWeights:
    """Everything of a mask decoder that depends on neither image nor prompt.

    ``final_keys`` and ``final_values`` are what prompt tokens read after the last layer. Without a mask
    prompt ``no_mask`` (C) is added to all image tokens; a mask prompt adds ``mask_bias`` (C) and its Z
    features times ``mask_rows`` (Z, C).
    """

    layers: tuple[LayerWeights, ...]
    final_keys: ReadWeights
    final_values: ReadWeights
    upscaling: UpscalingWeights
    no_mask: torch.Tensor
    mask_bias: torch.Tensor
    mask_rows: torch.Tensor


def is_restructurable(model: Any) -> bool:
    """Whether a model's mask decoder and prompt encoder are built as Meta's, so that the algebra holds."""
    decoder, prompts = model.sam_mask_decoder, model.sam_prompt_encoder
    transformer = decoder.transformer
    upscaling = [type(module).__name__ for module in decoder.output_upscaling]
    attentions = [transformer.final_attn_token_to_image] + [
        attention
        for layer in transformer.layers
        for attention in (layer.cross_attn_token_to_image, layer.cross_attn_image_to_token)
    ]
    return (
        type(decoder).__name__ == "MaskDecoder"
        and type(prompts).__name__ == "PromptEncoder"
        and type(transformer).__name__ == "TwoWayTransformer"
        and len(transformer.layers) == 2
        and all(type(attention).__name__ == "Attention" for attention in attentions)
        and all(type(layer.norm4).__name__ == "LayerNorm" for layer in transformer.layers)
        and upscaling == ["ConvTranspose2d", "LayerNorm2d", "GELU", "ConvTranspose2d", "GELU"]
        and type(prompts.mask_downscaling[-1]).__name__ == "Conv2d"
        and prompts.mask_downscaling[-1].kernel_size == (1, 1)
    )


def prepare_weights(model: Any) -> DecoderWeights:
    """Prepare the mask decoder of a ``SAM2Base`` for which ``is_restructurable`` holds."""
    decoder, prompts = model.sam_mask_decoder, model.sam_prompt_encoder
    transformer = decoder.transformer
    with calculating():
        positions = prompts.get_dense_pe()[0].flatten(1).T
        gamma = torch.ones_like(positions[0])
        beta = torch.zeros_like(gamma)
        layers = []
        for layer in transformer.layers:
            to_image, to_tokens = layer.cross_attn_token_to_image, layer.cross_attn_image_to_token
            output = to_tokens.out_proj
            layers.append(
                LayerWeights(
                    # The keys' bias adds the same to all scores of a softmax.
                    keys=_read(to_image, to_image.k_proj.weight, None, gamma, beta + positions),
                    values=_read(to_image, to_image.v_proj.weight, to_image.v_proj.bias, gamma, beta[None]),
                    queries=_read(
                        to_tokens, to_tokens.q_proj.weight, to_tokens.q_proj.bias, gamma, beta + positions
                    ),
                    write=WriteWeights(
                        gamma, centred(output.weight.T), centred(beta + output.bias), layer.norm4.eps
                    ),
                )
            )
            gamma, beta = layer.norm4.weight, layer.norm4.bias
        final = transformer.final_attn_token_to_image
        embed_masks = prompts.mask_downscaling[-1]
        return DecoderWeights(
            layers=tuple(layers),
            final_keys=_read(final, final.k_proj.weight, None, gamma, beta + positions),
            final_values=_read(final, final.v_proj.weight, final.v_proj.bias, gamma, beta[None]),
            upscaling=_upscaling(decoder.output_upscaling, gamma, beta),
            no_mask=prompts.no_mask_embed.weight[0],
            mask_bias=embed_masks.bias,
            mask_rows=embed_masks.weight[:, :, 0, 0].T.contiguous(),
        )


def _read(
    attention: Any,
    weight: torch.Tensor,
    bias: torch.Tensor | None,
    gamma: torch.Tensor,
    added: torch.Tensor,
) -> ReadWeights:
    """``weight`` (H d, C) and ``bias`` (H d) as torch keeps them; ``added`` (N or 1, C) to scaled tokens."""
    offset = added @ weight.T if bias is None else added @ weight.T + bias
    return ReadWeights(
        attention.num_heads,
        gamma[:, None] * weight.T,
        offset.T.reshape(attention.num_heads, -1, len(added)).contiguous(),
    )


def _upscaling(modules: Any, gamma: torch.Tensor, beta: torch.Tensor) -> UpscalingWeights:
    first, _, _, second, _ = modules
    weight = _as_product(first.weight)
    return UpscalingWeights(
        first=gamma[:, None] * weight,
        first_offset=beta @ weight + first.bias.repeat(4),
        second=_as_product(second.weight),
        second_bias=second.bias.repeat(4),
    )


def _as_product(kernel: torch.Tensor) -> torch.Tensor:
    """A kernel (in, out, 2, 2) of stride 2 as (in, 4 out): the square's pixels row by row, channels last."""
    return kernel.permute(0, 2, 3, 1).reshape(len(kernel), -1)
