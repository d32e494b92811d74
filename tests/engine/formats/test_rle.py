import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from sam2_toolbox.engine.api.errors import EngineError
from sam2_toolbox.engine.formats.pixel_masks import PixelMask, cropped
from sam2_toolbox.engine.formats.rle import (
    mask_of_rle,
    mask_of_runs,
    pack_runs,
    rle_of,
    run_lengths,
    unpack_runs,
)

SHAPES = st.tuples(st.integers(1, 40), st.integers(1, 40))
IMAGES = SHAPES.flatmap(lambda shape: arrays.arrays(np.bool_, shape))


def whole(mask, shape):
    bits = np.zeros(shape, dtype=bool)
    bits[mask.y : mask.y + mask.bits.shape[0], mask.x : mask.x + mask.bits.shape[1]] = mask.bits
    return bits


@settings(max_examples=300, deadline=None)
@given(IMAGES)
def test_the_text_is_pycocotools_own(bits):
    coco = pytest.importorskip("pycocotools.mask")
    expected = coco.encode(np.asfortranarray(bits.astype(np.uint8)))["counts"].decode()
    mask = cropped(PixelMask(0, 0, bits))
    assert rle_of(mask, *bits.shape) == {"size": list(bits.shape), "counts": expected}
    assert np.array_equal(whole(mask_of_runs(unpack_runs(expected), *bits.shape), bits.shape), bits)


def test_runs_of_a_million_pixels():
    coco = pytest.importorskip("pycocotools.mask")
    bits = np.zeros((3000, 2000), dtype=np.uint8)
    bits[1:2999, 5:1990] = 1
    bits[100:200, 100:1900] = 0
    text = coco.encode(np.asfortranarray(bits))["counts"].decode()
    assert pack_runs(run_lengths(cropped(PixelMask(0, 0, bits.astype(bool))), 3000, 2000)) == text
    assert np.array_equal(whole(mask_of_runs(unpack_runs(text), 3000, 2000), (3000, 2000)), bits)


def test_plain_run_lengths_are_read_too():
    mask = mask_of_rle({"size": [2, 3], "counts": [1, 2, 3]}, "x")
    assert whole(mask, (2, 3)).T.ravel().tolist() == [False, True, True, False, False, False]


@pytest.mark.parametrize(
    "value",
    [
        {},
        {"size": [2, 2]},
        {"size": [2, 2], "counts": [1, 1]},
        {"size": [2, 2], "counts": [5, -1]},
        {"size": [2, 2], "counts": "~~~"},
        {"size": [2, 2], "counts": "o"},
        {"size": [2, 2], "counts": "oooooooooooooooooooooo0"},
        {"size": [2, 2], "counts": None},
        {"size": "22", "counts": [4, 4]},
        {"size": [2, 2], "counts": [[4]]},
    ],
)
def test_nonsense_is_refused_in_a_sentence(value):
    with pytest.raises(EngineError, match=r"^Annotation 7 cannot be read as a mask: .+\.$"):
        mask_of_rle(value, "Annotation 7")
