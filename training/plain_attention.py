"""Attention as two products, for training on a processor.

torch's fused attention for processors saves memory, but its backward pass is two to six times as slow as
two matrix products at the sizes met here (few tokens, narrow heads), and took a quarter of a training step.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import torch
from torch import Tensor


def attend(query: Tensor, key: Tensor, value: Tensor) -> Tensor:
    """What `scaled_dot_product_attention` gives without mask and dropout; (..., n, d), (..., m, d) twice."""
    weights = (query * query.shape[-1] ** -0.5) @ key.transpose(-1, -2)
    return weights.softmax(dim=-1).to(value.dtype) @ value


@contextlib.contextmanager
def plain_attention() -> Iterator[None]:
    """Let sam2's modules attend by products meanwhile."""

    def without_extras(
        query: Tensor, key: Tensor, value: Tensor, attn_mask: Tensor | None = None, dropout_p: float = 0.0
    ) -> Tensor:
        if attn_mask is not None or dropout_p:
            return fused(query, key, value, attn_mask=attn_mask, dropout_p=dropout_p)
        return attend(query, key, value)

    fused = torch.nn.functional.scaled_dot_product_attention
    torch.nn.functional.scaled_dot_product_attention = without_extras
    try:
        yield
    finally:
        torch.nn.functional.scaled_dot_product_attention = fused
