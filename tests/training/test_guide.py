"""The guide starts with colours, trains the encoder, and keeps channels alive."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch")
np = pytest.importorskip("numpy")
pytest.importorskip("cv2")

from sam2_toolbox.training.architecture import Pico  # noqa: E402
from sam2_toolbox.training.decoding import encode  # noqa: E402
from sam2_toolbox.training.guide import Guide, idleness, unprompted  # noqa: E402
from sam2_toolbox.training.losses import judge_guide  # noqa: E402
from sam2_toolbox.training.wiring import COLOURS, FIRST_SHOWN, wire  # noqa: E402


@pytest.fixture(scope="module")
def model():
    torch.manual_seed(0)
    fresh = Pico()
    wire(fresh, 0)
    return fresh


@pytest.fixture(scope="module")
def two_fields():
    """A picture (1, 3, 256, 256), green in the left half and brown in the right."""
    rgb = np.empty((256, 256, 3), np.uint8)
    rgb[:, :128], rgb[:, 128:] = (60, 130, 50), (150, 100, 60)
    rgb += np.random.default_rng(0).integers(0, 8, rgb.shape, dtype=np.uint8)
    return torch.from_numpy(rgb.transpose(2, 0, 1).copy())[None]


def test_the_first_answers_stop_where_the_colour_ends(model, two_fields):
    clicks = torch.tensor([[[100.0, 128.0], [150.0, 128.0]]])
    targets = torch.zeros(1, 2, 64, 64)
    targets[0, 0, :, :32], targets[0, 1, :, 32:] = 1, 1
    with torch.no_grad():
        logits, _ = Guide()(model, encode(model, two_fields), clicks)
    for click, (own, other) in enumerate(((0, 1), (1, 0))):
        near = torch.zeros(64, 64, dtype=torch.bool)
        near[24:40, 22:42] = True
        inside, outside = (targets[0, place].bool() & near for place in (own, other))
        shares = [
            ((logits[0, click, slot] > 0)[part]).float().mean()
            for slot in range(3)
            for part in (inside, outside)
        ]
        assert max(shares[0::2]) > 0.9
        assert max(inner - outer for inner, outer in zip(shares[0::2], shares[1::2])) > 0.8


def test_channels_show_the_colours_of_pictures_they_were_not_fitted_to(model):
    from sam2_toolbox.training.shelf import make_picture

    rgb = torch.from_numpy(make_picture(11, 256)[0].transpose(2, 0, 1).copy())[None]
    with torch.no_grad():
        raw = unprompted(model, encode(model, rgb))[1][0, FIRST_SHOWN : FIRST_SHOWN + 2 * COLOURS]
    seen = torch.cat([raw.flatten(1), torch.ones(1, raw[0].numel())]).T.double()
    shown = torch.nn.functional.avg_pool2d(rgb.double(), 4)[0].flatten(1).T
    rest = shown - seen @ torch.linalg.lstsq(seen, shown, driver="gelsd").solution
    assert rest.var() < 0.1 * (shown - shown.mean(dim=0)).var()


def test_the_guide_trains_the_encoder(model, two_fields):
    model.zero_grad()
    logits, idle = Guide()(model, encode(model, two_fields), torch.tensor([[[40.0, 40.0]]]))
    targets = torch.zeros(1, 1, 64, 64)
    targets[..., :32] = 1
    loss, best = judge_guide(logits, targets, torch.tensor([[[0, -1, -1]]]))
    (loss + idle).backward()
    assert 0 <= best <= 1
    assert model.image_encoder.trunk.patch_embed.proj.weight.grad.abs().sum() > 0
    assert model.sam_mask_decoder.conv_s0.weight.grad.abs().sum() > 0
    model.zero_grad()


def test_perfect_masks_of_the_guide_cost_nearly_nothing():
    targets = torch.zeros(1, 2, 16, 16)
    targets[0, 0, 2:14, 2:14], targets[0, 1, 4:8, 4:8] = 1, 1
    logits = (20 * targets - 10)[:, None, [1, 0, 0]]
    loss, best = judge_guide(logits, targets, torch.tensor([[[0, 1, -1]]]))
    assert loss < 0.01
    assert best == 1


def test_closed_flat_and_equal_channels_are_idle():
    torch.manual_seed(1)
    lively = torch.randn(4, 16, 32, 32)
    closed, flat, equal = lively - 5, 0.01 * lively, lively[:, :1].expand_as(lively)
    assert idleness(lively) < 0.01
    assert min(idleness(closed), idleness(flat), idleness(equal)) > 0.5
