"""A new model already knows where prompts are."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch")
np = pytest.importorskip("numpy")

from sam2_toolbox.training.architecture import IMAGE_SIDE, Pico  # noqa: E402
from sam2_toolbox.training.decoding import decode, encode  # noqa: E402
from sam2_toolbox.training.wiring import wire  # noqa: E402


@pytest.fixture(scope="module")
def model():
    torch.manual_seed(0)
    fresh = Pico()
    wire(fresh, 0)
    return fresh.eval()


@pytest.fixture(scope="module")
def features(model):
    image = torch.from_numpy(
        np.random.default_rng(0).integers(0, 255, (1, 3, IMAGE_SIDE, IMAGE_SIDE), np.uint8)
    )
    with torch.no_grad():
        return encode(model, image)


def _raised(model, features, points, labels):
    """The upscaled picture (P, 16, 128, 128) for prompts."""
    seen = []
    hook = model.sam_mask_decoder.output_upscaling[4].register_forward_hook(
        lambda _m, _i, out: seen.append(out)
    )
    with torch.no_grad():
        decode(model, features, torch.tensor([points]), torch.tensor([labels]))
    hook.remove()
    return seen[0]


def test_it_is_small_enough_to_be_shipped(model):
    assert sum(weight.numel() for weight in model.parameters()) * 2 < 16e6


@pytest.mark.parametrize("place", [(120.0, 90.0), (400.0, 250.0)])
def test_a_click_marks_its_surroundings(model, features, place):
    marks = _raised(model, features, [[list(place), [0.0, 0.0]]], [[1, -1]])[0, 2]
    x, y = (int(v / 4) for v in place)
    near = marks[y - 6 : y + 6, x - 6 : x + 6].mean()
    far = torch.cat([marks[:, -8:].flatten(), marks[-8:].flatten(), marks[:4].flatten()]).mean()
    assert near > far + 0.5


def test_a_mask_marks_its_inside(model, features):
    seen = []
    hook = model.sam_mask_decoder.output_upscaling[4].register_forward_hook(
        lambda _m, _i, out: seen.append(out)
    )
    given = torch.full((1, 1, 1, 128, 128), -8.0)
    given[..., 40:80, 50:100] = 8.0
    with torch.no_grad():
        decode(model, features, torch.zeros(1, 1, 0, 2), torch.zeros(1, 1, 0, dtype=torch.int64), given)
    hook.remove()
    marks, inside = seen[0][0, 2], given[0, 0, 0] > 0
    assert marks[inside].mean() > marks[~inside].mean() + 0.3


def test_windows_see_what_the_whole_input_sees_of_positions(model, features):
    with torch.no_grad():
        window = encode(model, torch.zeros(1, 3, 256, 256), (128, 64))
    assert torch.equal(window.position, features.position[:, :, 4:20, 8:24])


def test_same_seed_same_weights(model):
    torch.manual_seed(0)
    again = Pico()
    wire(again, 0)
    wanted = model.state_dict()
    assert all(torch.equal(value, wanted[name]) for name, value in again.state_dict().items())
