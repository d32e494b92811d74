"""Makes a model with random weights answer with objects.

Random weights give noise over the whole tile, which no filter of the generator tells apart. Here
every candidate becomes an ellipse near its point, of a size, softness and predicted IoU that
depend on the point alone, with the model's own logits as noise on its outline: so encoder,
decoder and every later step still count in every mask.
"""

import torch

NOISE = 8.0  # random weights give logits with a deviation of about 0.1


def plant_objects(model):
    """Hooks the model's prompt encoder and mask decoder; returns the hooks' handles."""
    asked = {}

    def remember_points(module, args, kwargs):
        asked["points"] = kwargs["points"][0][:, 0, :]

    def answer_with_objects(module, args, kwargs, output):
        logits, iou, *rest = output
        share = asked["points"] / model.image_size
        planted = _ellipses(share, logits.shape[1], logits.shape[2]) + NOISE * logits
        good = 0.45 + 0.5 * _chance(share, logits.shape[1], 5) + 0.1 * (iou - 0.5)
        return (planted, good, *rest)

    return [
        model.sam_prompt_encoder.register_forward_pre_hook(remember_points, with_kwargs=True),
        model.sam_mask_decoder.register_forward_hook(answer_with_objects, with_kwargs=True),
    ]


def _chance(share, count, salt):
    """A number in [0, 1) for each point (N, 2) and candidate, (N, count); the same for the same point."""
    # Points of stock and ours may differ in the last bit: only their first digits count.
    place = torch.round(share * 4096).double()
    candidate = torch.arange(count).double()
    mixed = place[:, :1] * 12.9898 + place[:, 1:] * 78.233 + candidate * 37.719 + salt * 11.13
    return torch.frac(torch.sin(mixed).abs() * 43758.5453).float()


def _ellipses(share, count, side):
    """Logits (N, count, side, side): above 0 inside, falling steadily from the middle."""
    centre = (torch.arange(side) + 0.5) / side
    # Ellipses lie near the tile's edges as well as inside, and some reach beyond them.
    x = share[:, :1] + 0.05 * (_chance(share, count, 1) - 0.5)
    y = share[:, 1:] + 0.05 * (_chance(share, count, 2) - 0.5)
    wide = 0.02 + 0.13 * _chance(share, count, 3) ** 2
    high = wide * (0.6 + 0.6 * _chance(share, count, 4))
    steep = 30 + 270 * _chance(share, count, 6)
    across = ((centre - x[..., None]) / wide[..., None]) ** 2
    down = ((centre - y[..., None]) / high[..., None]) ** 2
    distance = torch.sqrt(down[..., :, None] + across[..., None, :])
    return steep[..., None, None] * (1 - distance).clamp(min=-1)
