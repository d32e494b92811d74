"""Memory that is used again."""

from __future__ import annotations

import math
from collections import defaultdict
from weakref import finalize

import torch


class Scratch:
    """Gives out tensors whose memory comes back when they are gone; several threads may ask.

    The first touch of a fresh block of some megabytes costs a processor as much as the arithmetic on it.
    GPUs' allocators keep what is freed anyway.
    """

    def __init__(self, device: torch.device) -> None:
        self._device = device
        self._free: dict[int, list[torch.Tensor]] = defaultdict(list)

    def empty(self, *shape: int) -> torch.Tensor:
        """A float32 tensor of any content. Views of it are not to outlive it."""
        count = math.prod(shape)
        if self._device.type != "cpu":
            return torch.empty(shape, device=self._device)
        try:
            block = self._free[count].pop()
        except IndexError:
            block = torch.empty(count)
        tensor = block.view(shape)
        finalize(tensor, self._free[count].append, block)
        return tensor
