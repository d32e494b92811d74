"""A second reader of the encoder's features that trains them with many cheap clicks; not part of the model.

A SAM's mask is a product of a token and the channels of the upscaled picture. Here the token is made by one
small network from what the image embedding shows under the click, and the upscaled picture is that of no
prompt, so a click costs a product instead of a run of the transformer: the features masks are made of learn
from all objects of every window at once, and the mask decoder finds them ready.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn.functional import grid_sample

from .architecture import LOGIT_STRIDE, WIDTH, Pico
from .decoding import Features
from .prompts import SLOTS
from .wiring import COLOURS, CONSTANT, FIRST_SHOWN

_REACHES_PX = (10.0, 30.0, 90.0)
"""How far the bells around a click reach: a token cannot tell like objects apart without nearness."""
_SHARPNESS, _TOLERANCES, _NEARNESS = 1.5, (0.4, 1.2, 2.0), (4.0, 4.0, 3.0)
"""The first answers: what a unit of unlikeness costs, how much of it a mask takes, what nearness counts."""


class Guide(nn.Module):
    """Three masks of a click, from features alone."""

    def __init__(self) -> None:
        super().__init__()
        self.channels = WIDTH // 8
        self.outputs = self.channels + len(_REACHES_PX) + 1
        self.read = nn.Sequential(
            nn.Linear(WIDTH, WIDTH), nn.GELU(), nn.Linear(WIDTH, WIDTH), nn.GELU(),
            nn.Linear(WIDTH, SLOTS * self.outputs),
        )  # fmt: skip
        self.alike = nn.Linear(self.channels, SLOTS * self.channels, bias=False)
        """How the channels under the click are compared with those elsewhere, per mask."""
        self._start_with_colours()

    @torch.no_grad()
    def _start_with_colours(self) -> None:
        """First answers: near the click, and coloured like its place (|colour| stands for its square)."""
        last = self.read[-1]
        last.weight.mul_(0.1)
        likeness, constant = (
            torch.zeros(SLOTS, self.channels, self.channels),
            torch.zeros(SLOTS, self.outputs),
        )
        for bright in range(FIRST_SHOWN, FIRST_SHOWN + 2 * COLOURS, 2):
            dark = bright + 1
            for channel, sign in ((bright, 1.0), (dark, -1.0)):
                likeness[:, channel, bright], likeness[:, channel, dark] = 2 * sign, -2 * sign
                likeness[:, CONSTANT, channel] = -1
                constant[:, channel] = -1
        constant[:, self.channels + len(_REACHES_PX) - 1] = torch.tensor(_NEARNESS)
        constant[:, -1] = torch.tensor(_TOLERANCES) - torch.tensor(_NEARNESS)
        self.alike.weight.copy_(_SHARPNESS * likeness.flatten(0, 1))
        last.bias.copy_(_SHARPNESS * constant.flatten())

    def forward(self, model: Pico, features: Features, clicks: Tensor) -> tuple[Tensor, Tensor]:
        """Logits of clicks.

        Args:
            model: the model whose features are read.
            features: of B windows.
            clicks: (B, Q, 2) x and y in pixels of the window.

        Returns: logits (B, Q, SLOTS, 4 h, 4 w), and the cost of channels that die or say the same, a scalar.
        """
        embedding, raw = unprompted(model, features)
        picture = model.sam_mask_decoder.output_upscaling[-1](raw)
        rows, columns = picture.shape[-2:]
        side = clicks.new_tensor([columns, rows]) * LOGIT_STRIDE
        place = (2 * clicks / side - 1)[:, :, None]
        tokens, own = (
            grid_sample(level, place, padding_mode="border", align_corners=False)[..., 0].transpose(1, 2)
            for level in (embedding, picture)
        )
        tokens = self.read(tokens).unflatten(2, (SLOTS, self.outputs))
        alike = self.alike(own).unflatten(2, (SLOTS, self.channels))
        # Every second click goes without the comparison: the embedding itself must tell what to look for,
        # which is all that a token of the mask decoder gets to see.
        bells = _bells(clicks, rows, columns)
        # Product with the channels, then with the bells of each click, then the constant.
        logits = torch.einsum("bqsc,bchw->bqshw", tokens[..., : self.channels] + alike, picture)
        logits = logits + torch.einsum("bqsr,bqrhw->bqshw", tokens[..., self.channels : -1], bells)
        return logits + tokens[..., -1, None, None], idleness(raw)


def unprompted(model: Pico, features: Features) -> tuple[Tensor, Tensor]:
    """What the mask decoder makes of the picture without a prompt.

    Returns: the normalised embedding (B, 128, h, w), the upscaled picture (B, 16, 4 h, 4 w) before its last
    GELU.
    """
    decoder = model.sam_mask_decoder
    tokens = features.embedding.permute(0, 2, 3, 1)
    for layer in decoder.transformer.layers:
        tokens = layer.norm4(tokens)
    embedding = tokens.permute(0, 3, 1, 2)
    first, norm, squash, second, _ = decoder.output_upscaling
    middle = squash(norm(first(embedding) + features.fine[1]))
    return embedding, second(middle) + features.fine[0]


def idleness(raw: Tensor) -> Tensor:
    """How far channels (B, c, h, w) are from being alive and different.

    After the variance and covariance terms of VICReg (Bardes et al. 2022, https://arxiv.org/abs/2105.04906).
    Nothing else keeps the last GELU from closing: within a hundred steps all but three channels were zero.
    """
    values = raw[:, FIRST_SHOWN:CONSTANT].float().transpose(0, 1).flatten(1)
    middle, spread = values.mean(dim=1), (values.var(dim=1) + 1e-4).sqrt()
    normal = (values - middle[:, None]) / spread[:, None]
    alike = (normal @ normal.T / values.shape[1]).square().mean() - 1 / len(values)
    closed = (middle.abs() - 0.5).relu().square().mean()
    return closed + (1 - spread).relu().square().mean() + alike


def _bells(clicks: Tensor, rows: int, columns: int) -> Tensor:
    """How near every cell is to every click, (B, Q, 3, rows, columns), 0..1."""
    x = (torch.arange(columns, device=clicks.device) + 0.5) * LOGIT_STRIDE
    y = (torch.arange(rows, device=clicks.device) + 0.5) * LOGIT_STRIDE
    reach = clicks.new_tensor(_REACHES_PX)[:, None]
    across = torch.exp(-0.5 * ((x - clicks[..., None, :1]) / reach).square())
    down = torch.exp(-0.5 * ((y - clicks[..., None, 1:]) / reach).square())
    return down[..., :, None] * across[..., None, :]
