"""How torch calculates on a processor, set anew in every thread that does."""

from __future__ import annotations

import torch


def calculate_with(threads: int) -> None:
    """Let torch use so many threads from this one, and take numbers too small to matter for zero.

    Sure attention weighs what it ignores by less than 1e-38. On an Intel processor such denormal numbers made
    automatic masks of the bundled model four to six times as slow; no mask changed without them. The setting
    is each thread's own, and a new thread begins with that of the one that starts it.
    """
    torch.set_num_threads(threads)
    torch.set_flush_denormal(True)
