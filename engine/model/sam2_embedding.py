"""What the encoder says of an image, as plain arrays to keep, and back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from .sam2_image import EncodedImage
from .sam2_inference import calculating
from .sam2_model import LoadedModel

_EMBEDDING = "embedding"
_DETAILS = "details"
_FLOAT_BYTES = 4


def arrays_of(image: EncodedImage) -> dict[str, NDArray[np.float32]]:
    """The arrays of an encoded image; positions are left out, the model knows them."""
    tensors = {_EMBEDDING: image.embedding}
    tensors |= {f"{_DETAILS}{level}": detail for level, detail in enumerate(image.details)}
    return {name: tensor.detach().float().cpu().numpy() for name, tensor in tensors.items()}


def image_of(model: Any, arrays: Mapping[str, NDArray[Any]], height: int, width: int) -> EncodedImage | None:
    """The encoded image of ``height`` x ``width`` pixels that arrays stand for; None where they are
    not of this model."""
    if {name: values.shape for name, values in arrays.items()} != _shapes(model):
        return None
    if any(values.dtype != np.float32 for values in arrays.values()):
        return None
    tensors = {name: torch.from_numpy(values).to(model.device) for name, values in arrays.items()}
    details = tuple(tensors[f"{_DETAILS}{level}"] for level in range(len(tensors) - 1))
    with calculating():
        positions = model.sam_prompt_encoder.get_dense_pe()
    return EncodedImage(tensors[_EMBEDDING], positions, details, height, width)


def embedding_bytes(model: Any) -> int:
    """What one encoded image of a model takes on disk."""
    return _FLOAT_BYTES * sum(int(np.prod(shape)) for shape in _shapes(model).values())


def held_bytes(image: EncodedImage) -> int:
    """What an encoded image takes in memory, positions aside: all images share them."""
    return sum(tensor.nbytes for tensor in (image.embedding, *image.details))


def use_threads(loaded: LoadedModel) -> None:
    """Let torch use as many threads as the model may in this thread, whatever ran here before."""
    if loaded.device.type == "cpu":
        torch.set_num_threads(loaded.threads)


@contextmanager
def watched_encoder(model: Any, step: Callable[[float], None]) -> Iterator[None]:
    """Call ``step`` with the share done, 0 to 1, before every block of the encoder; what it raises ends
    the encoding."""
    blocks = list(model.image_encoder.trunk.blocks)
    with ExitStack() as hooks:
        for index, block in enumerate(blocks):
            share = index / len(blocks)
            hook = block.register_forward_pre_hook(lambda *_, share=share: step(share))
            hooks.callback(hook.remove)
        yield


def _shapes(model: Any) -> dict[str, tuple[int, ...]]:
    width, side = int(model.sam_prompt_encoder.embed_dim), int(model.image_size)
    shapes: dict[str, tuple[int, ...]] = {_EMBEDDING: (1, width, side // 16, side // 16)}
    if model.use_high_res_features_in_sam:
        shapes[f"{_DETAILS}0"] = (1, width // 8, side // 4, side // 4)
        shapes[f"{_DETAILS}1"] = (1, width // 4, side // 8, side // 8)
    return shapes
