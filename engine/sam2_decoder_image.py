"""What all prompts of an image share: the image's tokens through every projection that reads them."""

from __future__ import annotations

from dataclasses import dataclass

import torch

from .sam2_decoder_tokens import Read, Write, centred
from .sam2_decoder_upscaling import SharedUpscaling, share_upscaling
from .sam2_decoder_weights import DecoderWeights, ReadWeights
from .sam2_image import EncodedImage


@dataclass(frozen=True, eq=False)
class SharedLayer:
    """One layer on one image."""

    keys: Read
    values: Read
    queries: Read
    write: Write


@dataclass(frozen=True, eq=False)
class SharedTokens:
    """The decoder on one image, for prompts with or without a mask; 40 MB at 1024 px and C = 256."""

    layers: tuple[SharedLayer, ...]
    final_keys: Read
    final_values: Read
    upscaling: SharedUpscaling


def share_tokens(weights: DecoderWeights, image: EncodedImage, with_mask_prompts: bool) -> SharedTokens:
    """Prepare an image once for all its prompts; a few thousandths of what encoding it takes."""
    mask_rows = weights.mask_rows if with_mask_prompts else weights.mask_rows[:0]
    added = weights.mask_bias if with_mask_prompts else weights.no_mask
    tokens = image.embedding[0].flatten(1).T + added
    layers: list[SharedLayer] = []
    outputs: list[torch.Tensor] = []
    scaled = False
    for layer in weights.layers:
        write = layer.write
        # Before the first scale, what is added to all tokens can be added here, once.
        after = centred(tokens * write.gamma + (0 if scaled else write.constant))
        mask_rows_after = centred(mask_rows * write.gamma)
        outputs = [*(centred(output * write.gamma) for output in outputs), write.output]
        doubled = 2 * after
        layers.append(
            SharedLayer(
                keys=_read(layer.keys, tokens, scaled),
                values=_read(layer.values, tokens, scaled, by_token=True),
                queries=_read(layer.queries, tokens, scaled),
                write=Write(
                    gamma=write.gamma,
                    output=write.output,
                    constant=write.constant if scaled else None,
                    squares=after.square().sum(dim=1),
                    mask_products=mask_rows_after @ doubled.T,
                    products=tuple(_by_head(doubled @ output.T, layer.queries.heads) for output in outputs),
                    constant_products=write.constant @ doubled.T if scaled else None,
                    epsilon=write.epsilon,
                ),
            )
        )
        tokens, mask_rows, scaled = after, mask_rows_after, True
    return SharedTokens(
        layers=tuple(layers),
        final_keys=_read(weights.final_keys, tokens, scaled),
        final_values=_read(weights.final_values, tokens, scaled, by_token=True),
        upscaling=share_upscaling(weights.upscaling, tokens, image),
    )


def _read(weights: ReadWeights, tokens: torch.Tensor, scaled: bool, by_token: bool = False) -> Read:
    """``by_token``: laid out for means over tokens (values) instead of for products with all of them."""
    shared = _by_head(tokens @ weights.weight, weights.heads, by_token)
    if scaled:
        return Read(weights.weight, shared, weights.offset)
    return Read(weights.weight, shared.add_(weights.offset), None)


def _by_head(values: torch.Tensor, heads: int, by_token: bool = False) -> torch.Tensor:
    """(N, H d) -> (H, d, N), laid out in memory in this order or, ``by_token``, as (H, N, d)."""
    split = values.view(len(values), heads, -1)
    if by_token:
        return split.transpose(0, 1).contiguous().transpose(1, 2)
    return split.permute(1, 2, 0).contiguous()
