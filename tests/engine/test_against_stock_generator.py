"""The whole generator beside Meta's own, in one process, on Meta's tiny config with random weights."""

import sys
from collections import Counter

import numpy as np
import pytest

pytest.importorskip("torchvision", reason="the stock generator needs torchvision")
pytest.importorskip("hydra", reason="the stock package needs Hydra")

import torch
from sam2.automatic_mask_generator import SAM2AutomaticMaskGenerator
from sam2.build_sam import build_sam2
from sam2_toolbox.engine.api.parameters.params import GeneratorParams, ModelParams
from sam2_toolbox.engine.generator.automatic import AutomaticSegmenter
from sam2_toolbox.engine.model.sam2_model import load_model
from sam2_toolbox.engine.segmenter import TileImage
from sam2_toolbox.engine.tiles.tiling import Tile, Window

from .planted_objects import PlantedDecoder, plant_objects

pytestmark = pytest.mark.reference

# Name: size of the image, parameters, and how many masks there must be to compare.
SETTINGS = {
    "plain": ((1024, 1024), {"points_per_side": 5}, 25),
    "crops": ((1024, 1024), {"points_per_side": 2, "crop_n_layers": 1, "crop_nms_thresh": 0.3}, 15),
    "refined": ((1024, 1024), {"points_per_side": 3, "use_m2m": True, "pred_iou_thresh": 0.5}, 5),
    "not the model's size": ((460, 777), {"points_per_side": 4, "mask_threshold": 1.5}, 15),
    "one mask each, small": ((256, 128), {"points_per_side": 4, "multimask_output": False}, 6),
}
ALWAYS = {
    "pred_iou_thresh": 0.6,
    "stability_score_thresh": 0.93,
    "stability_score_offset": 1.25,
    "box_nms_thresh": 0.45,
}


@pytest.fixture(scope="module")
def models(tmp_path_factory):
    """Meta's model as Meta builds it, and ours loaded from its checkpoint; both answer with objects."""
    torch.set_num_threads(1)
    torch.manual_seed(3)
    stock = build_sam2("configs/sam2.1/sam2.1_hiera_t.yaml", device="cpu")
    checkpoint = tmp_path_factory.mktemp("checkpoint") / "seeded.pt"
    torch.save({"model": stock.state_dict()}, checkpoint)
    nowhere = checkpoint.parent
    ours = load_model(ModelParams(checkpoint=str(checkpoint), device="cpu"), nowhere, nowhere)
    assert ours.config == "configs/sam2.1/sam2.1_hiera_t.yaml"
    plant_objects(stock)
    return stock, ours, PlantedDecoder(ours.model)


@pytest.mark.parametrize(("size", "settings", "at_least"), SETTINGS.values(), ids=SETTINGS.keys())
def test_same_masks_as_the_stock_generator(models, size, settings, at_least):
    stock, ours, decoder = models
    rgb = _picture(*size)
    settings = {**ALWAYS, **settings}
    expected = SAM2AutomaticMaskGenerator(stock, **settings).generate(rgb)
    params = GeneratorParams(**settings)
    segmenter = AutomaticSegmenter(ours, params, with_logits=True, decoder=decoder)
    found = segmenter.masks(_tile(rgb), lambda: None)

    assert len(expected) >= at_least
    assert Counter(tuple(mask["point_coords"][0]) for mask in expected) == Counter(
        mask.point for mask in found
    )
    # Same order too: it decides which of two objects is on top where a caller paints them.
    for theirs, mask in zip(expected, found, strict=True):
        assert mask.point == tuple(theirs["point_coords"][0])
        assert abs(mask.score - theirs["predicted_iou"]) <= 1e-4
        assert abs(mask.stability - theirs["stability_score"]) <= 1e-4
        assert np.count_nonzero(_whole(mask, rgb.shape[:2]) != theirs["segmentation"]) <= 1
        assert np.array_equal(mask.logits[1:-1, 1:-1] > 0, mask.bits)


def _picture(height, width):
    """Coloured blots of a few sizes, so that neighbouring points see different things."""
    noise = np.random.default_rng(11).integers(0, 256, (height // 16 + 1, width // 16 + 1, 3), dtype=np.uint8)
    return np.ascontiguousarray(np.kron(noise, np.ones((16, 16, 1), np.uint8))[:height, :width])


def _tile(rgb):
    height, width = rgb.shape[:2]
    window = Window(0, 0, width, height)
    return TileImage(Tile(0, 0, 0, window, window), rgb, np.ones((height, width), bool))


def _whole(mask, shape):
    bits = np.zeros(shape, bool)
    rows, columns = mask.bits.shape
    bits[mask.y : mask.y + rows, mask.x : mask.x + columns] = mask.bits
    return bits


def test_the_real_package_stays_as_it_is(models):
    assert sys.modules["sam2"].__spec__.origin.endswith("__init__.py")
    assert hasattr(sys.modules["sam2"], "initialize_config_module")
