"""Numbers too small to matter cost no time while a model runs, and exist again after it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from sam2_toolbox.engine.model.sam2_inference import calculating  # noqa: E402

TINY = np.full(4, 1e-39, np.float32)  # smaller than float32's smallest normal number


def _there():
    return bool((TINY * np.float32(0.5) > 0).all())


@pytest.fixture(autouse=True)
def _processor_can():
    can = torch.set_flush_denormal(True)
    torch.set_flush_denormal(False)
    if not can:
        pytest.skip("this processor cannot take denormal numbers for zero")


def test_tiny_numbers_are_zero_inside_to_the_end_of_the_outermost_block():
    with calculating():
        with calculating():
            assert not _there()
        assert not _there()
        assert torch.is_inference_mode_enabled()
    assert _there()
    assert not torch.is_inference_mode_enabled()


def test_they_exist_again_after_an_error():
    with pytest.raises(RuntimeError), calculating():
        raise RuntimeError
    assert _there()


def test_other_threads_are_left_alone():
    with ThreadPoolExecutor(1) as other:
        assert other.submit(_there).result()
        with calculating():
            assert other.submit(_there).result()
