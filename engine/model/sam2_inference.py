"""The state in which torch runs a model here."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import torch


@contextmanager
def calculating() -> Iterator[None]:
    """Without gradients, and with numbers too small to matter taken for zero, in this thread and meanwhile.

    Sure attention weighs what it ignores by less than 1e-38, and some processors take such denormal numbers
    one by one (`benchmarks/bench_denormals.py`). It ends with the block: a raster's own tiny values stay.
    """
    if torch.is_inference_mode_enabled():  # an outer block has seen to it, and will end it
        yield
        return
    torch.set_flush_denormal(True)
    try:
        with torch.inference_mode():
            yield
    finally:
        torch.set_flush_denormal(False)
