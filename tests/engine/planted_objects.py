"""Makes a model with random weights answer with objects.

Random weights give noise over the whole tile, which no filter of the generator tells apart. Here
every candidate becomes an ellipse near its point, of a size, softness and predicted IoU that
depend on the point alone, with the model's own logits as noise on its outline: so encoder,
decoder and every later step still count in every mask.
"""

import torch
from sam2_toolbox.engine.model.sam2_decoder import mask_decoder

NOISE = 8.0  # random weights give logits with a deviation of about 0.1


class Planting:
    """Where a model's prompts are: it remembers the first point of every prompt by its token."""

    def __init__(self, model):
        self._points = {}
        self._size = model.image_size
        model.sam_prompt_encoder.register_forward_hook(self._remember, with_kwargs=True)

    def _remember(self, module, args, kwargs, output):
        for token, point in zip(_keys(output[0]), kwargs["points"][0][:, 0]):
            self._points[token] = point / self._size

    def share(self, tokens):
        """Points (N, 2) as shares of the image, of prompt tokens (N, n, C)."""
        return torch.stack([self._points[token] for token in _keys(tokens)])


class PlantedDecoder:
    """A mask decoder of ours whose answers become objects; made of a model."""

    def __init__(self, model):
        self.model = model
        self._decoder = mask_decoder(model)
        self._planting = Planting(model)

    def prepare(self, image):
        return self._decoder.prepare(image)

    def look(self, image, prompts):
        return _PlantedAnswer(self._decoder.look(image, prompts), self._planting.share(prompts.tokens))


class _PlantedAnswer:
    def __init__(self, answer, share):
        self._answer = answer
        self._share = share
        self.iou = _iou(share, answer.iou)

    def masks(self, prompts, candidates):
        logits = self._answer.masks(prompts, candidates)
        places = prompts, candidates
        return _ellipses(self._share, self.iou.shape[1], logits.shape[-1], places) + NOISE * logits


def plant_objects(model):
    """Makes a model's own mask decoder answer so, too, for Meta's generator."""
    planting = Planting(model)
    own = model.sam_mask_decoder.predict_masks

    def predict_masks(**kwargs):
        logits, iou, *rest = own(**kwargs)
        share = planting.share(kwargs["sparse_prompt_embeddings"])
        return (_ellipses(share, *logits.shape[1:3]) + NOISE * logits, _iou(share, iou), *rest)

    model.sam_mask_decoder.predict_masks = predict_masks


def _keys(tokens):
    return [token.numpy().tobytes() for token in tokens[:, 0]]


def _iou(share, iou):
    return 0.45 + 0.5 * _chance(share, iou.shape[1], 5) + 0.1 * (iou - 0.5)


def _chance(share, count, salt):
    """A number in [0, 1) for each point (N, 2) and candidate, (N, count); the same for the same point."""
    # Points of stock and ours may differ in the last bit: only their first digits count.
    place = torch.round(share * 4096).double()
    candidate = torch.arange(count).double()
    mixed = place[:, :1] * 12.9898 + place[:, 1:] * 78.233 + candidate * 37.719 + salt * 11.13
    return torch.frac(torch.sin(mixed).abs() * 43758.5453).float()


def _ellipses(share, count, side, places=...):
    """Logits (N, count, side, side), or those at some ``places`` of the first two axes: above 0 inside,
    falling steadily from the middle."""
    centre = (torch.arange(side) + 0.5) / side
    # Ellipses lie near the tile's edges as well as inside, and some reach beyond them.
    x = share[:, :1] + 0.05 * (_chance(share, count, 1) - 0.5)
    y = share[:, 1:] + 0.05 * (_chance(share, count, 2) - 0.5)
    wide = 0.02 + 0.13 * _chance(share, count, 3) ** 2
    high = wide * (0.6 + 0.6 * _chance(share, count, 4))
    steep = 30 + 270 * _chance(share, count, 6)
    x, y, wide, high, steep = (value[places][..., None] for value in (x, y, wide, high, steep))
    across = ((centre - x) / wide) ** 2
    down = ((centre - y) / high) ** 2
    distance = torch.sqrt(down[..., :, None] + across[..., None, :])
    return steep[..., None] * (1 - distance).clamp(min=-1)
