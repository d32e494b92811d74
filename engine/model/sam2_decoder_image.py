"""What all prompts of an image share: the image's tokens through every projection that reads them."""

from __future__ import annotations

from dataclasses import dataclass, replace

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
    """Prepare an image once for all its prompts; a few hundredths of what encoding it takes."""
    mask_rows = weights.mask_rows if with_mask_prompts else weights.mask_rows[:0]
    # The image's own layout, (C, N).
    tokens = image.embedding[0].flatten(1) + (
        weights.mask_bias if with_mask_prompts else weights.no_mask
    ).unsqueeze(1)
    layers: list[SharedLayer] = []
    outputs: list[torch.Tensor] = []
    for layer in weights.layers:
        write = layer.write
        # Nothing scales the tokens before the first write: its constant is the same for all prompts.
        constant = write.constant if layers else torch.zeros_like(write.constant)
        after = tokens * write.gamma.unsqueeze(1) + (write.constant - constant).unsqueeze(1)
        after = after - after.mean(dim=0)
        mask_rows_after = centred(mask_rows * write.gamma)
        outputs = [*(centred(output * write.gamma) for output in outputs), write.output]
        heads = layer.queries.heads
        layers.append(
            SharedLayer(
                keys=_read(layer.keys, tokens, first=not layers),
                values=_by_token(_read(layer.values, tokens, first=not layers)),
                queries=_read(layer.queries, tokens, first=not layers),
                write=Write(
                    gamma=write.gamma,
                    output=write.output,
                    constant=constant,
                    squares=after.square().sum(dim=0),
                    mask_products=2 * (mask_rows_after @ after),
                    products=tuple(
                        (2 * (output @ after)).view(heads, -1, after.shape[1]) for output in outputs
                    ),
                    constant_products=2 * (constant @ after),
                    epsilon=write.epsilon,
                ),
            )
        )
        tokens, mask_rows = after, mask_rows_after
    return SharedTokens(
        layers=tuple(layers),
        final_keys=_read(weights.final_keys, tokens),
        final_values=_by_token(_read(weights.final_values, tokens)),
        upscaling=share_upscaling(weights.upscaling, tokens, image),
    )


def _read(weights: ReadWeights, tokens: torch.Tensor, first: bool = False) -> Read:
    """``first``: before the first layer, where there is no scale yet that the offset must be spared."""
    shared = (weights.weight.T @ tokens).view(weights.heads, -1, tokens.shape[1])
    if first:
        return Read(weights.weight, shared.add_(weights.offset), None)
    return Read(weights.weight, shared, weights.offset)


def _by_token(read: Read) -> Read:
    """The same, laid out in memory for means over tokens instead of for products with all of them."""
    return replace(read, shared=read.shared.transpose(1, 2).contiguous().transpose(1, 2))
