"""Muon: momentum whose update of every weight matrix is made orthogonal, after Jordan et al. 2024.

https://kellerjordan.github.io/posts/muon/ describes the method. Compared with AdamW it learns this model
in clearly fewer steps, which is what counts where a step is dear.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import torch
from torch import Tensor

_COEFFICIENTS = (3.4445, -4.7750, 2.0315)
"""Quintic iteration of the publication: pulls all singular values to about one, fast rather than exactly."""


class Muon(torch.optim.Optimizer):
    """For weights with two or more dimensions; further dimensions count as inputs."""

    def __init__(
        self, weights: Iterable[Tensor], lr: float, momentum: float = 0.95, decay: float = 0.0
    ) -> None:
        super().__init__(weights, {"lr": lr, "momentum": momentum, "decay": decay})

    @torch.no_grad()
    def step(self, closure: Callable[[], float] | None = None) -> None:
        """Update all weights that have a gradient."""
        for group in self.param_groups:
            for weight in group["params"]:
                if weight.grad is None:
                    continue
                state = self.state[weight]
                average = state.setdefault("average", torch.zeros_like(weight))
                average.lerp_(weight.grad, 1 - group["momentum"])
                ahead = weight.grad.lerp(average, group["momentum"]).flatten(1)
                stretch = max(1.0, ahead.shape[0] / ahead.shape[1]) ** 0.5
                weight.mul_(1 - group["lr"] * group["decay"])
                weight.add_(orthogonal(ahead).view_as(weight), alpha=-group["lr"] * stretch)


def orthogonal(matrix: Tensor, rounds: int = 5) -> Tensor:
    """The nearest matrix with all singular values near one, by Newton-Schulz iteration: (m, n) to (m, n)."""
    a, b, c = _COEFFICIENTS
    tall = matrix.shape[0] > matrix.shape[1]
    work = matrix.T if tall else matrix
    work = work / (work.norm() + 1e-7)
    # On a processor without units for it bfloat16 is twenty times slower than float32.
    if matrix.is_cuda or torch.cpu._is_amx_tile_supported():
        work = work.bfloat16()
    work = work.contiguous()
    for _ in range(rounds):
        gram = work @ work.T
        work = torch.addmm(work, torch.addmm(gram, gram, gram, beta=b, alpha=c), work, beta=a)
    return (work.T if tall else work).to(matrix.dtype)
