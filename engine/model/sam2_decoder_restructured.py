"""SAM 2's mask decoder by the algebra of docs/decoder.md."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import torch

from .sam2_decoder_image import SharedTokens, share_tokens
from .sam2_decoder_prompts import Prompts
from .sam2_decoder_tokens import Heads, ImageTokens, Read
from .sam2_decoder_upscaling import draw, in_rows
from .sam2_decoder_weights import DecoderWeights, prepare_weights
from .sam2_image import EncodedImage
from .sam2_inference import calculating
from .sam2_scratch import Scratch


@dataclass(frozen=True, eq=False)
class PreparedImage:
    """An image as ``RestructuredDecoder`` needs it; ``shared`` is for prompts without a mask."""

    encoded: EncodedImage
    weights: DecoderWeights
    shared: SharedTokens

    @cached_property
    def shared_with_masks(self) -> SharedTokens:
        """For prompts with one."""
        return share_tokens(self.weights, self.encoded, with_mask_prompts=True)


class RestructuredDecoder:
    """The decoder of docs/decoder.md.

    What happens to prompt tokens among themselves is left to the model's own modules; it is what
    passes between them and the image that is computed in another order.
    """

    def __init__(self, model: Any) -> None:
        self.model = model
        self.weights = prepare_weights(model)
        self.scratch = Scratch(model.device)
        decoder = model.sam_mask_decoder
        first = [decoder.obj_score_token.weight] if decoder.pred_obj_scores else []
        with calculating():
            self._output_tokens = torch.cat([*first, decoder.iou_token.weight, decoder.mask_tokens.weight])
        self.iou_token = len(first)
        # A processor works through the image's tokens prompt by prompt, which keeps them in its cache.
        self.prompts_per_group = 1 if model.device.type == "cpu" else 1 << 30

    def prepare(self, image: EncodedImage) -> PreparedImage:
        """See ``MaskDecoder``."""
        with calculating():
            return PreparedImage(
                image, self.weights, share_tokens(self.weights, image, with_mask_prompts=False)
            )

    def look(self, image: PreparedImage, prompts: Prompts) -> RestructuredAnswer:
        """See ``MaskDecoder``."""
        with calculating():
            shared = image.shared if prompts.masks is None else image.shared_with_masks
            tokens = torch.cat([self._output_tokens.expand(len(prompts), -1, -1), prompts.tokens], dim=1)
            groups = self._image_tokens(shared, prompts, tokens.shape[1])
            transformer = self.model.sam_mask_decoder.transformer
            queries = tokens
            for layer, on_image in zip(transformer.layers, shared.layers, strict=True):
                if layer.skip_first_layer_pe:
                    queries = layer.self_attn(q=queries, k=queries, v=queries)
                else:
                    placed = queries + tokens
                    queries = queries + layer.self_attn(q=placed, k=placed, v=queries)
                queries = layer.norm1(queries)
                taken = _take(
                    layer.cross_attn_token_to_image, queries + tokens, groups, on_image.keys, on_image.values
                )
                queries = layer.norm2(queries + taken)
                queries = layer.norm3(queries + layer.mlp(queries))
                attention = layer.cross_attn_image_to_token
                keys = _heads(attention, attention.k_proj(queries + tokens)) * _sharpness(attention)
                values = _heads(attention, attention.v_proj(queries))
                groups = [
                    group.attend(on_image.queries, key, value, on_image.write)
                    for group, key, value in zip(
                        groups, _grouped(keys, groups), _grouped(values, groups), strict=True
                    )
                ]
            return RestructuredAnswer(self, shared, groups, tokens, queries)

    def _image_tokens(self, shared: SharedTokens, prompts: Prompts, token_count: int) -> list[ImageTokens]:
        """The image tokens before the first layer, a group of prompts at a time."""
        weights = self.weights
        places = shared.upscaling.rows * shared.upscaling.columns
        features = None
        count = 0
        if prompts.masks is not None:
            features = self.model.sam_prompt_encoder.mask_downscaling[:-1](prompts.masks).flatten(2)
            count = features.shape[1]
        most = count + sum(layer.queries.heads * token_count for layer in weights.layers)
        groups = []
        for start in range(0, len(prompts), self.prompts_per_group):
            size = min(self.prompts_per_group, len(prompts) - start)
            room = self.scratch.empty(size, most, places)
            if features is not None:
                room[:, :count] = features[start : start + size]
            groups.append(ImageTokens(room, weights.mask_rows[:count].expand(size, -1, -1)))
        return groups


class RestructuredAnswer:
    """See ``Answer``; from ``RestructuredDecoder``."""

    def __init__(
        self,
        decoder: RestructuredDecoder,
        shared: SharedTokens,
        groups: list[ImageTokens],
        tokens: torch.Tensor,
        queries: torch.Tensor,
    ) -> None:
        self._decoder = decoder
        self._modules = decoder.model.sam_mask_decoder
        self._shared = shared
        self._groups = groups
        self._tokens = tokens
        self._queries = queries
        place = decoder.iou_token
        final = self._final_tokens(groups, tokens[:, place : place + 1], queries[:, place : place + 1])
        self.iou: torch.Tensor = self._modules.iou_prediction_head(final[:, 0])

    def masks(self, prompts: torch.Tensor, candidates: torch.Tensor) -> torch.Tensor:
        """See ``Answer``."""
        parts = []
        start = 0
        with calculating():
            for group in self._groups:
                inside = (prompts >= start) & (prompts < start + len(group.room))
                if inside.any():
                    parts.append(self._masks_of_group(group, start, prompts[inside], candidates[inside]))
                start += len(group.room)
        if not parts:
            shared = self._shared.upscaling
            return self._tokens.new_empty(0, 4 * shared.rows, 4 * shared.columns)
        return torch.cat(parts)

    def _masks_of_group(
        self, group: ImageTokens, start: int, prompts: torch.Tensor, candidates: torch.Tensor
    ) -> torch.Tensor:
        asked, prompt_places = torch.unique(prompts, return_inverse=True)
        kinds, kind_places = torch.unique(candidates, return_inverse=True)
        tokens = group.of_prompts(asked - start)
        places = (asked[:, None], self._decoder.iou_token + 1 + kinds)
        final = self._final_tokens([tokens], self._tokens[places], self._queries[places])
        networks = self._modules.output_hypernetworks_mlps
        mixtures = torch.stack(
            [networks[kind](final[:, at]) for at, kind in enumerate(kinds.tolist())], dim=1
        )
        masks = draw(
            mixtures,
            tokens,
            self._decoder.weights.upscaling,
            self._shared.upscaling,
            self._modules.output_upscaling[1],
            self._decoder.scratch,
        )
        return in_rows(masks[prompt_places, kind_places], self._shared.upscaling)

    def _final_tokens(
        self, groups: list[ImageTokens], tokens: torch.Tensor, queries: torch.Tensor
    ) -> torch.Tensor:
        """Prompt tokens (B, t, C) after the attention that follows the last layer."""
        transformer = self._modules.transformer
        taken = _take(
            transformer.final_attn_token_to_image,
            queries + tokens,
            groups,
            self._shared.final_keys,
            self._shared.final_values,
        )
        final: torch.Tensor = transformer.norm_final_attn(queries + taken)
        return final


def _take(
    attention: Any, queries: torch.Tensor, groups: list[ImageTokens], keys: Read, values: Read
) -> torch.Tensor:
    """What prompt tokens (B, T, C) take from the image through an attention, (B, T, C)."""
    asked = _heads(attention, attention.q_proj(queries)) * _sharpness(attention)
    taken = [
        group.attended_by(part, keys, values)
        for group, part in zip(groups, _grouped(asked, groups), strict=True)
    ]
    out: torch.Tensor = attention.out_proj(torch.cat(taken).transpose(1, 2).flatten(2))
    return out


def _heads(attention: Any, projected: torch.Tensor) -> Heads:
    """(B, T, H d) -> (B, H, T, d)."""
    return projected.view(*projected.shape[:2], attention.num_heads, -1).transpose(1, 2)


def _sharpness(attention: Any) -> float:
    """What attention multiplies its scores by."""
    return float((attention.internal_dim // attention.num_heads) ** -0.5)


def _grouped(values: torch.Tensor, groups: list[ImageTokens]) -> tuple[torch.Tensor, ...]:
    """The prompts' values, split as the groups are."""
    return torch.split(values, [len(group.room) for group in groups])
