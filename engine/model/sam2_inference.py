"""The state in which torch runs a model here."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import torch


@contextmanager
def tiny_numbers_as_zero() -> Iterator[None]:
    """Numbers too small to matter are zero in this thread, and in torch's own threads that start meanwhile.

    Sure attention weighs what it ignores by less than 1e-38, and some processors take such denormal numbers
    one by one (`benchmarks/bench_denormals.py`). It ends with the block: a raster's own tiny values stay.
    """
    torch.set_flush_denormal(True)
    try:
        yield
    finally:
        torch.set_flush_denormal(False)


@contextmanager
def calculating() -> Iterator[None]:
    """Without gradients and without tiny numbers, as a model runs."""
    if torch.is_inference_mode_enabled():  # an outer block has seen to it, and will end it
        yield
        return
    with tiny_numbers_as_zero(), torch.inference_mode():
        yield
