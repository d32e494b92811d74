"""Attention as products is attention, and only where it was asked for."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch")

from sam2_toolbox.training.plain_attention import attend, plain_attention  # noqa: E402


def tensors():
    generator = torch.Generator().manual_seed(0)
    sizes = ((2, 3, 5, 8), (2, 3, 7, 8), (2, 3, 7, 8))
    return [torch.randn(size, generator=generator, dtype=torch.float64) for size in sizes]


def test_it_gives_what_torch_gives_and_so_does_its_gradient():
    query, key, value = (tensor.requires_grad_() for tensor in tensors())
    wanted = torch.nn.functional.scaled_dot_product_attention(query, key, value)
    given = attend(query, key, value)
    assert torch.allclose(given, wanted)
    weights = torch.arange(given.numel(), dtype=torch.float64).view_as(given)
    for ours, theirs in zip(
        torch.autograd.grad((given * weights).sum(), (query, key, value)),
        torch.autograd.grad((wanted * weights).sum(), (query, key, value)),
        strict=True,
    ):
        assert torch.allclose(ours, theirs)


def test_torch_has_its_own_back_afterwards():
    fused = torch.nn.functional.scaled_dot_product_attention

    def stopped():
        with plain_attention():
            assert torch.nn.functional.scaled_dot_product_attention is not fused
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped()
    assert torch.nn.functional.scaled_dot_product_attention is fused


def test_a_mask_is_not_forgotten():
    query, key, value = tensors()
    mask = torch.zeros(5, 7, dtype=torch.float64)
    mask[:, 3:] = -torch.inf
    with plain_attention():
        masked = torch.nn.functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
    assert torch.allclose(masked, attend(query, key[..., :3, :], value[..., :3, :]))
