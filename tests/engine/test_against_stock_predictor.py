"""Prompts beside ``SAM2ImagePredictor.predict``, in one process, on Meta's tiny model with seeded weights."""

import numpy as np
import pytest

pytest.importorskip("torchvision", reason="the stock predictor needs torchvision")
pytest.importorskip("hydra", reason="the stock package needs Hydra")

import torch
from sam2.build_sam import build_sam2
from sam2.sam2_image_predictor import SAM2ImagePredictor
from sam2_toolbox.engine.api.parameters.params import ModelParams
from sam2_toolbox.engine.model.sam2_image import encode_image
from sam2_toolbox.engine.model.sam2_masks import MaskRules
from sam2_toolbox.engine.model.sam2_model import load_model
from sam2_toolbox.engine.model.sam2_prompts import Prompt, predict

pytestmark = pytest.mark.reference

RULES = MaskRules(0.0, 1.0, 0.0, with_logits=False)
BOX = (0.2, 0.3, 0.6, 0.55)
# Points as shares of the image with their labels, a box or None, whether the first answer is fed back.
PROMPTS = {
    "point": ([(0.4, 0.5, 1)], None, False),
    "several points": ([(0.4, 0.5, 1), (0.1, 0.9, 0), (0.45, 0.6, 1), (0.99, 0.02, 0)], None, False),
    "box": ([], BOX, False),
    "box and points": ([(0.4, 0.5, 1), (0.25, 0.35, 0)], BOX, False),
    "previous mask": ([(0.4, 0.5, 1), (0.1, 0.9, 0)], None, True),
    "previous mask and box": ([], BOX, True),
}
SIZES = {"the model's own size": (1024, 1024), "another size": (460, 777)}
# Random weights give logits near 0 everywhere, where the last bit decides about a pixel.
AT_MOST_PIXELS = 2


@pytest.fixture(scope="module")
def models(tmp_path_factory):
    """Meta's predictor as Meta builds it, and our model loaded from its checkpoint."""
    torch.set_num_threads(1)
    torch.manual_seed(3)
    stock = build_sam2("configs/sam2.1/sam2.1_hiera_t.yaml", device="cpu")
    checkpoint = tmp_path_factory.mktemp("checkpoint") / "seeded.pt"
    torch.save({"model": stock.state_dict()}, checkpoint)
    nowhere = checkpoint.parent
    ours = load_model(ModelParams(checkpoint=str(checkpoint), device="cpu"), nowhere, nowhere)
    return SAM2ImagePredictor(stock), ours.model


@pytest.fixture(scope="module", params=SIZES.values(), ids=SIZES.keys())
def pictures(request, models):
    """One picture, known to both."""
    predictor, model = models
    height, width = request.param
    rgb = np.random.default_rng(11).integers(0, 256, (height, width, 3), dtype=np.uint8)
    predictor.set_image(rgb)
    return encode_image(model, rgb)


@pytest.mark.parametrize("multimask_output", [True, False], ids=["three masks", "one mask"])
@pytest.mark.parametrize(("points", "box", "refined"), PROMPTS.values(), ids=PROMPTS.keys())
def test_same_masks_and_scores(models, pictures, points, box, refined, multimask_output):
    predictor, model = models
    size = np.array([pictures.width, pictures.height], np.float32)
    coordinates = np.array([point[:2] for point in points], np.float32).reshape(-1, 2) * size
    labels = np.array([point[2] for point in points], np.int32)
    corners = None if box is None else np.array(box, np.float32) * np.tile(size, 2)
    stock = {"point_coords": coordinates, "point_labels": labels} if points else {}
    previous = None
    if refined:
        _, _, low = predictor.predict(**stock, box=corners, multimask_output=True)
        previous = low[:1]
    expected, scores, low = predictor.predict(
        **stock, box=corners, mask_input=previous, multimask_output=multimask_output
    )

    prompt = Prompt(coordinates, labels, corners, None if previous is None else previous[0])
    found = predict(model, pictures, prompt, multimask_output)

    assert np.abs(found.iou.numpy() - scores).max() <= 1e-4
    for candidate, theirs in enumerate(expected):
        assert np.abs(found.mask_logits(candidate) - low[candidate]).max() <= 1e-4
        mask = found.mask(candidate, pictures, prompt, RULES)
        assert 0 < np.count_nonzero(theirs) < theirs.size
        placed = np.zeros(theirs.shape, bool)
        height, width = mask.bits.shape
        placed[mask.y : mask.y + height, mask.x : mask.x + width] = mask.bits
        assert np.count_nonzero(placed != (theirs > 0)) <= AT_MOST_PIXELS
