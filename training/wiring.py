"""The starting weights: random, except where we know what has to be learnt.

A decoder that starts at random takes very long to find out where a prompt points. But prompts and image
cells carry the same Fourier features of their position, so attention "where the prompt is" can be written
down: equal query and key projections that pick those features. From the first step every prompt token takes
in what the image shows at its place, and every cell knows how near which kind of prompt is; training starts
from there instead of having to discover it. Everything stays trainable.
"""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import avg_pool2d

from .architecture import IMAGE_SIDE, LOGIT_STRIDE, WIDTH, Pico
from .decoding import encode, pyramid
from .scenes import generate_scene
from .shelf import HELD_OUT_FIRST_SEED, make_picture

_PLACED = 44
"""Position frequencies in use; the other sine features are always 0 and are free for the prompts' names."""
_LOWEST, _HIGHEST = 0.2, 4.0
"""Position frequencies in cycles per half picture side: from one slow wave to four cells of the grid."""
_TOKEN_PEAK = 10.0
"""Attention logit of a prompt token for its own cell."""
_CELL_PEAK = 5.0
"""Attention logit of an image cell for a prompt in it: lower, so that nearness fades over several cells."""
_NAME_DIMS = 5
_NAMES, _FOREGROUND = 4, 1
"""Kinds of prompt points: background, foreground, the two corners of a box."""
_COLOUR_SCENES = 8
FIRST_SHOWN = 8
"""Channels of the upscaled picture from here on show its content, those before how near prompts are."""
COLOURS = 3
CONSTANT = 15
"""Channel of the upscaled picture that is the same everywhere: it takes the place of a bias."""


def wire(model: Pico, seed: int) -> None:
    """Set a new model's starting weights."""
    generator = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        prompts, decoder = model.sam_prompt_encoder, model.sam_mask_decoder
        prompts.pe_layer.positional_encoding_gaussian_matrix.copy_(_frequencies())
        _name_tokens(model, generator)
        first, second = decoder.transformer.layers
        _attend_to_self(first.self_attn, generator)
        _attend_to_prompts(second.self_attn, generator)
        finest = torch.full((8,), _HIGHEST)
        for attention in (
            first.cross_attn_token_to_image,
            second.cross_attn_token_to_image,
            decoder.transformer.final_attn_token_to_image,
        ):
            _attend_by_position(attention, generator, _TOKEN_PEAK, finest)
            _pass_through(attention, generator, 1.0)
        reaches = torch.logspace(math.log10(0.5), math.log10(3.0), 8)
        directions, _ = torch.linalg.qr(torch.randn(WIDTH, WIDTH, generator=generator))
        directions = directions.T[: 8 * _NAMES].reshape(8, _NAMES, WIDTH)
        for layer in (first, second):
            _attend_by_position(layer.cross_attn_image_to_token, generator, _CELL_PEAK, reaches)
            _tell_names(layer.cross_attn_image_to_token, directions, generator)
        for mlp in (*decoder.output_hypernetworks_mlps, decoder.iou_prediction_head):
            _keep_variance(mlp)
        head = decoder.pred_obj_score_head.layers[-1]
        nn.init.zeros_(head.weight)
        nn.init.constant_(head.bias, 10.0)  # an object is always present: single images train nothing else
        _level(model, directions)
        _raise_nearness(decoder, directions)
        _hear_masks(prompts, directions[:, _FOREGROUND])
        _show_colours(model)


def _frequencies() -> Tensor:
    """(2, WIDTH / 2): directions spread by the golden angle, magnitudes evenly on a log scale, then zeros."""
    index = torch.arange(_PLACED, dtype=torch.float32)
    magnitude = _LOWEST * (_HIGHEST / _LOWEST) ** (index / (_PLACED - 1))
    turn = index * math.pi * (3 - math.sqrt(5))
    used = torch.stack([magnitude * torch.cos(turn), magnitude * torch.sin(turn)])
    return torch.cat([used, torch.zeros(2, WIDTH // 2 - _PLACED)], dim=1)


def _name_dims(name: int) -> slice:
    start = _PLACED + name * _NAME_DIMS
    return slice(start, start + _NAME_DIMS)


def _name_tokens(model: Pico, generator: torch.Generator) -> None:
    """Random embeddings for the decoder's own tokens; own features for each kind of prompt point."""
    decoder, prompts = model.sam_mask_decoder, model.sam_prompt_encoder
    for table in (decoder.iou_token, decoder.mask_tokens, decoder.obj_score_token, prompts.not_a_point_embed):
        table.weight.copy_(0.7 * torch.randn(table.weight.shape, generator=generator))
    prompts.no_mask_embed.weight.zero_()
    for name, table in enumerate(prompts.point_embeddings):
        table.weight.zero_()
        table.weight[:, _name_dims(name)] = 2.0


def _attend_by_position(
    attention: nn.Module, generator: torch.Generator, peak: float, finest: Tensor
) -> None:
    """Equal query and key projections that select position features.

    Every head gets frequencies from the lowest up to its own `finest`: the higher, the narrower it looks.
    """
    inner, heads = attention.internal_dim, attention.num_heads
    pairs = inner // heads // 2
    weight = torch.zeros(inner, WIDTH)
    taken: set[int] = set()
    for head in range(heads):
        for pair in range(pairs):
            # From half a step above the lowest up to the finest itself.
            place = (pair + 0.5 + 0.5 * pair / max(pairs - 1, 1)) / pairs
            wanted = _LOWEST * (float(finest[head]) / _LOWEST) ** place
            ideal = math.log(wanted / _LOWEST) / math.log(_HIGHEST / _LOWEST) * (_PLACED - 1)
            free = [index for index in range(_PLACED) if index not in taken] or list(range(_PLACED))
            chosen = min(free, key=lambda index: abs(index - ideal))
            taken.add(chosen)
            row = 2 * (head * pairs + pair)
            weight[row, chosen] = 1  # sine
            weight[row + 1, WIDTH // 2 + chosen] = 1  # cosine
    # At its own place a query and a key score `pairs` before attention divides by sqrt(head width).
    scale = math.sqrt(peak / pairs * math.sqrt(2 * pairs))
    for projection in (attention.q_proj, attention.k_proj):
        projection.weight.copy_(scale * weight + 0.01 * torch.randn(weight.shape, generator=generator))
        projection.bias.zero_()


def _attend_to_self(attention: nn.Module, generator: torch.Generator) -> None:
    """Every token stays itself: the first layer has no residual, a mixture would name all tokens alike."""
    rotation, _ = torch.linalg.qr(torch.randn(WIDTH, WIDTH, generator=generator))
    for projection in (attention.q_proj, attention.k_proj):
        projection.weight.copy_(1.6 * rotation)
        projection.bias.zero_()
    _pass_through(attention, generator, 1.0)


def _attend_to_prompts(attention: nn.Module, generator: torch.Generator) -> None:
    """Every token takes in what the prompt points have seen: keys read names, queries ask for any."""
    width = attention.internal_dim // attention.num_heads
    for projection in (attention.q_proj, attention.k_proj):
        projection.weight.copy_(0.03 * torch.randn(projection.weight.shape, generator=generator))
        projection.bias.zero_()
    names = slice(_name_dims(0).start, _name_dims(_NAMES - 1).stop)
    for head in range(attention.num_heads):
        attention.k_proj.weight[head * width, names] = 0.2
        attention.q_proj.bias[head * width] = 4.0
    _pass_through(attention, generator, 1.0)


def _pass_through(attention: nn.Module, generator: torch.Generator, gain: float) -> None:
    """Value and output projections that hand on what is attended to, through a random rotation."""
    rotation, _ = torch.linalg.qr(torch.randn(WIDTH, WIDTH, generator=generator))
    part = rotation[: attention.internal_dim]
    attention.v_proj.weight.copy_(part)
    attention.out_proj.weight.copy_(gain * part.T)
    attention.v_proj.bias.zero_()
    attention.out_proj.bias.zero_()


def _tell_names(attention: nn.Module, directions: Tensor, generator: torch.Generator) -> None:
    """Image cells receive a fixed direction per head (reach) and kind of prompt; half the room stays random.

    `directions`: (heads, _NAMES, WIDTH), orthonormal.
    """
    inner, heads = attention.internal_dim, attention.num_heads
    width = inner // heads
    value = 0.05 * torch.randn(inner, WIDTH, generator=generator)
    spread = 0.1 * torch.randn(WIDTH, inner, generator=generator)
    for head in range(heads):
        for name in range(_NAMES):
            column = head * width + name
            value[column] = 0
            value[column, _name_dims(name)] = 1 / _NAME_DIMS
            spread[:, column] = 1.5 * directions[head, name]
    attention.v_proj.weight.copy_(value)
    attention.out_proj.weight.copy_(spread)
    attention.v_proj.bias.zero_()
    attention.out_proj.bias.zero_()


def _raise_nearness(decoder: nn.Module, directions: Tensor) -> None:
    """Channels of the upscaled picture that say how near which kind of prompt is, at two reaches.

    The skips from the encoder keep out of these channels.
    """
    first, _, _, second, _ = decoder.output_upscaling
    for name in range(_NAMES):
        for reach, heads in enumerate((slice(0, 4), slice(4, 8))):
            channel = 2 * name + reach
            first.weight[:, channel] = (directions[heads, name].sum(dim=0) / 2)[:, None, None]
            second.weight[channel] = 0
            second.weight[:, channel] = 0
            second.weight[channel, channel] = 1.5
    own = 2 * _NAMES
    for skip in (decoder.conv_s0, decoder.conv_s1):
        skip.weight[:own] = 0


@lru_cache(maxsize=1)
def _colour_scenes() -> list[np.ndarray]:
    """Scenes that show what colours there are."""
    first = HELD_OUT_FIRST_SEED + 500_000
    return [make_picture(seed, 256)[0] for seed in range(first, first + _COLOUR_SCENES)]


def _show_colours(model: Pico) -> None:
    """Channels of the upscaled picture that show its colours, bright and dark apart, and a constant one.

    A mask can then be "coloured like the place of the click, and near it" before anything is learnt. Left to
    itself training ends in discs around the click and closes the channels' last GELU.
    """
    decoder = model.sam_mask_decoder
    seen, shown = [], []
    for rgb in _colour_scenes():
        image = torch.from_numpy(np.ascontiguousarray(rgb.transpose(2, 0, 1)))[None]
        seen.append(pyramid(model, image)[0].permute(0, 2, 3, 1).flatten(0, 2))
        shown.append(avg_pool2d(image.float() / 255, LOGIT_STRIDE).permute(0, 2, 3, 1).flatten(0, 2))
    colours = torch.cat(shown)
    colours = colours - colours.mean(dim=0)
    spread, axes = torch.linalg.eigh(colours.T @ colours / len(colours))
    colours = colours @ axes / spread.sqrt()
    levels = torch.cat(seen)
    middle = levels.mean(dim=0)
    levels = levels - middle
    # Ridge regression: which mixture of the finest level is which colour.
    gram = levels.T @ levels
    mixture = torch.linalg.solve(
        gram + 1e-4 * gram.trace() / len(gram) * torch.eye(len(gram)), levels.T @ colours
    )
    second, skip = decoder.output_upscaling[3], decoder.conv_s0
    for axis, gain in enumerate((0.8, 0.8, 1.2)):
        for sign, channel in ((1.0, 2 * _NAMES + 2 * axis), (-1.0, 2 * _NAMES + 2 * axis + 1)):
            weight = sign * gain * mixture[:, axis]
            skip.weight[channel] = weight[:, None, None]
            skip.bias[channel] = -(weight @ middle)
            second.weight[:, channel] *= 0.3
    skip.weight[CONSTANT] = 0
    skip.bias[CONSTANT] = 1.2
    second.weight[:, CONSTANT] = 0


def _hear_masks(prompts: nn.Module, near: Tensor) -> None:
    """A mask prompt marks its inside as if foreground clicks were near.

    The first layers stay random; the last one tells what they make of inside and of outside.

    `near`: (heads, WIDTH), the directions that tell how near a foreground click is.
    """
    *layers, last = prompts.mask_downscaling
    sides = []
    for value in (8.0, -8.0):
        seen = torch.full((1, 1, 16, 16), value)
        for layer in layers:
            seen = layer(seen)
        sides.append(seen[0, :, 2, 2])
    inside, outside = sides
    reader = (inside - outside) / (inside - outside).square().sum()
    mark = near.sum(dim=0) / math.sqrt(len(near))
    last.weight.copy_((mark[:, None] * reader)[:, :, None, None])
    last.bias.copy_(-mark * (outside @ reader))


def _keep_variance(mlp: nn.Module) -> None:
    """He weights and no biases, so that what differs between prompts is still there at the end."""
    for layer in mlp.layers:
        nn.init.kaiming_normal_(layer.weight, nonlinearity="relu")
        nn.init.zeros_(layer.bias)
    mlp.layers[-1].weight.mul_(0.35)


def _level(model: Pico, directions: Tensor) -> None:
    """Scale the neck and the skips so that their outputs on a generated picture have a sensible spread.

    The picture's own content keeps out of the directions that tell how near a prompt is.
    """
    rgb = np.ascontiguousarray(generate_scene(1, IMAGE_SIDE, IMAGE_SIDE, 0.5).rgb.transpose(2, 0, 1))
    image = torch.from_numpy(rgb)[None]
    decoder, convs = model.sam_mask_decoder, model.image_encoder.neck.convs
    told = directions.flatten(0, 1)
    for conv in convs:
        nn.init.zeros_(conv.conv.bias)
    for conv in (convs[0].conv, convs[1].conv):
        conv.weight.sub_(torch.einsum("dc,do,oihw->cihw", told, told, conv.weight))
    features = encode(model, image)
    for conv in (convs[0].conv, convs[1].conv):
        conv.weight.mul_(0.7 / features.embedding.std())
    for own, place, spread in ((decoder.conv_s0, 0, 1.5), (decoder.conv_s1, 1, 1.2)):
        nn.init.zeros_(own.bias)
        own.weight.mul_(spread / features.fine[place].std())
    first, _, _, second, _ = decoder.output_upscaling
    for conv, gain in ((first, 1.0), (second, 1.2)):
        nn.init.normal_(conv.weight, std=gain / math.sqrt(conv.in_channels))
        nn.init.zeros_(conv.bias)
