"""Masks from low-resolution logits, against upsampling the whole."""

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from sam2_toolbox.engine.model.sam2_masks import MaskRules, mask_of, masks_of, upsample_part
from torch.nn.functional import interpolate

ALL = MaskRules(threshold=0.0, stability_offset=1.0, stability_at_least=0.0, with_logits=True)


@st.composite
def low_logits(draw):
    """Smooth blots on a low background, near the edges as well as inside, 32 x 32."""
    rows, columns = np.mgrid[:32, :32]
    logits = np.full((32, 32), -draw(st.floats(2, 9)), np.float32)
    for _ in range(draw(st.integers(0, 3))):
        y, x = draw(st.integers(0, 31)), draw(st.integers(0, 31))
        radius, height = draw(st.floats(0.6, 9)), draw(st.floats(3, 20))
        logits += (height * np.exp(-((rows - y) ** 2 + (columns - x) ** 2) / radius**2)).astype(np.float32)
    seed = draw(st.integers(0, 1000))
    logits += np.random.default_rng(seed).normal(0, 0.2, (32, 32)).astype(np.float32)
    return torch.from_numpy(logits)


# Upsampled by powers of two, one axis more than the other, not at all, by other factors, shrunk.
SIZES = [(128, 128), (256, 128), (64, 256), (128, 32), (32, 32), (96, 96), (97, 130), (128, 100), (20, 31)]
sizes = st.sampled_from(SIZES)
unhurried = settings(deadline=None, max_examples=200)


@unhurried
@given(low_logits(), sizes, st.sampled_from([-3.0, 0.0, 1.5]))
def test_the_part_is_bit_for_bit_the_part_of_the_whole(low, size, above):
    upsampled = interpolate(low[None, None], size, mode="bilinear", align_corners=False)[0, 0].numpy()
    part = upsample_part(low, *size, above)
    counted = np.argwhere(upsampled > above)
    if part is None:
        assert len(counted) == 0
        return
    rows, columns = part.values.shape
    assert np.count_nonzero(part.values > above) == len(counted)
    if not len(counted):
        return
    # Every pixel above, and one more on each side as far as the image goes.
    (top, left), (bottom, right) = counted.min(axis=0), counted.max(axis=0)
    top, left = max(top - 1, 0), max(left - 1, 0)
    bottom, right = min(bottom + 1, size[0] - 1), min(right + 1, size[1] - 1)
    assert part.y <= top
    assert part.x <= left
    assert bottom < part.y + rows
    assert right < part.x + columns
    inside = part.values[top - part.y : bottom + 1 - part.y, left - part.x : right + 1 - part.x]
    assert np.array_equal(inside, upsampled[top : bottom + 1, left : right + 1])


def test_only_the_part_is_upsampled():
    low = torch.full((256, 256), -5.0)
    low[100:104, 50:60] = 5.0
    part = upsample_part(low, 1024, 1024, -1.0)
    assert part.values.size < 1024 * 1024 / 200


@unhurried
@given(low_logits(), sizes, st.sampled_from([0.0, 2.0]))
def test_the_mask_is_that_of_the_whole(low, size, threshold):
    rules = MaskRules(threshold, 1.0, 0.0, with_logits=True)
    upsampled = interpolate(low[None, None], size, mode="bilinear", align_corners=False)[0, 0].numpy()
    expected = upsampled > threshold
    mask = mask_of(low, *size, rules)
    if mask is None:
        assert not expected.any()
        return
    whole = np.zeros(size, bool)
    rows, columns = mask.bits.shape
    whole[mask.y : mask.y + rows, mask.x : mask.x + columns] = mask.bits
    assert np.array_equal(whole, expected)
    assert mask.bits[0].any()
    assert mask.bits[-1].any()
    assert mask.bits[:, 0].any()
    assert mask.bits[:, -1].any()
    inner, outer = np.count_nonzero(upsampled > threshold + 1), np.count_nonzero(upsampled > threshold - 1)
    assert mask.stability == np.float32(inner) / np.float32(outer)
    ringed = np.pad(upsampled - np.float32(threshold), 1, mode="edge")
    ringed = ringed[mask.y : mask.y + rows + 2, mask.x : mask.x + columns + 2]
    assert np.array_equal(mask.logits[1:-1, 1:-1] > 0, mask.bits)
    assert np.array_equal(mask.logits > 0, ringed > 0)
    assert np.allclose(mask.logits, ringed, rtol=1e-3, atol=1e-6)


def test_stability_at_the_limit_is_enough():
    low = torch.full((8, 8), -5.0)
    low[2:4, 2:4] = 5.0
    low[2, 2] = 0.5  # inside at the threshold, not one above it
    assert mask_of(low, 8, 8, MaskRules(0.0, 1.0, 0.75, False)).stability == 0.75
    assert mask_of(low, 8, 8, MaskRules(0.0, 1.0, 0.76, False)) is None


@pytest.mark.parametrize("rules", [ALL, MaskRules(0.0, 1.0, 0.9, False)])
def test_no_pixel_no_mask(rules):
    assert mask_of(torch.full((8, 8), -5.0), 32, 32, rules) is None
    assert mask_of(torch.full((8, 8), -0.5), 32, 32, rules) is None


def test_a_mask_may_be_the_whole_image():
    mask = mask_of(torch.full((8, 8), 5.0), 32, 32, ALL)
    assert (mask.x, mask.y, mask.area, mask.stability) == (0, 0, 1024, 1.0)


def test_logits_too_small_for_half_precision_stay_inside():
    low = torch.full((8, 8), -5.0)
    low[3, 3] = 1e-9
    low[4, 4] = 1e6
    mask = mask_of(low, 8, 8, ALL)
    assert mask.bits.sum() == 2
    assert np.array_equal(mask.logits[1:-1, 1:-1] > 0, mask.bits)
    assert np.isfinite(mask.logits).all()


@settings(unhurried, max_examples=40)
@given(
    st.lists(low_logits(), max_size=3),
    sizes,
    st.sampled_from([-1.0, 0.0, 2.0]),
    st.sampled_from([0.0, 0.6, 0.9]),
    st.booleans(),
)
def test_many_at_once_are_those_one_by_one(lows, size, threshold, stable_from, with_logits):
    rules = MaskRules(threshold, 1.0, stable_from, with_logits)
    # More than are upsampled at once, with and without anything to find.
    together = masks_of(torch.stack([*lows, torch.full((32, 32), -9.0)] * 5), *size, rules)
    expected = [mask_of(low, *size, rules) for low in lows] + [None]
    assert len(together) == 5 * len(expected)
    assert masks_of(torch.empty(0, 32, 32), *size, rules) == []
    for mask, other in zip(together, expected * 5, strict=True):
        assert (mask is None) == (other is None)
        if mask is not None and other is not None:
            assert (mask.x, mask.y, mask.stability) == (other.x, other.y, other.stability)
            assert np.array_equal(mask.bits, other.bits)
            assert np.array_equal(mask.logits, other.logits) if with_logits else mask.logits is None
