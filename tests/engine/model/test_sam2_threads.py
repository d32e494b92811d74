"""Numbers too small to matter cost no time, in every thread that calculates."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

torch = pytest.importorskip("torch")

from sam2_toolbox.engine.model.sam2_threads import calculate_with  # noqa: E402

TINY = 1e-39  # smaller than float32's smallest normal number


def _halved_tiny():
    return float((torch.full((4,), TINY) * 0.5)[0])


def _pool(*set_up):
    with ThreadPoolExecutor(1, initializer=set_up[0] if set_up else None, initargs=set_up[1:]) as thread:
        return thread.submit(_halved_tiny).result()


def test_denormal_numbers_are_zero_where_it_was_asked_for_and_only_there():
    if not torch.set_flush_denormal(True):
        pytest.skip("this processor cannot take denormal numbers for zero")
    torch.set_flush_denormal(False)
    assert _pool(calculate_with, 1) == 0
    assert _halved_tiny() > 0


def test_so_many_threads_as_asked_for():
    def counted():
        return torch.get_num_threads()

    before = torch.get_num_threads()
    with ThreadPoolExecutor(1, initializer=calculate_with, initargs=(1,)) as thread:
        assert thread.submit(counted).result() == 1
    torch.set_num_threads(before)
