"""From a config in Meta's YAML format to a SAM 2 model for single images."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
import yaml
from torch.overrides import TorchFunctionMode

from ..api.errors import Code, EngineError
from .sam2_package import MODEL_CLASSES, model_class

_ROOT = "sam2.modeling.sam2_base.SAM2Base"
_POSITIONS = "sam2.modeling.position_encoding.PositionEmbeddingSine"

# Single images need no memory of earlier frames, and compiling needs a C++ compiler.
_SINGLE_IMAGES = {
    "memory_attention": None,
    "memory_encoder": None,
    "num_maskmem": 0,
    "use_obj_ptrs_in_encoder": False,
    "fixed_no_obj_ptr": False,
    "proj_tpos_enc_in_obj_ptrs": False,
    "no_obj_embed_spatial": False,
    "compile_image_encoder": False,
}
# What sam2.build_sam.build_sam2 sets by default: an unstable single mask gives way to the best of three.
_DYNAMIC_MULTIMASK = {
    "dynamic_multimask_via_stability": True,
    "dynamic_multimask_stability_delta": 0.05,
    "dynamic_multimask_stability_thresh": 0.98,
}
# The trunk halves the image five times (stride 4, then three poolings), the neck doubles once.
_STRIDE = 32
_SIZES = range(_STRIDE, 8192 + 1, _STRIDE)


@dataclass(frozen=True)
class ModelConfig:
    """The ``model`` section of a config; ``name`` is what the user knows it by."""

    name: str
    options: Mapping[str, Any]

    @property
    def image_size(self) -> int:
        """Side of the square image the model sees, in pixels."""
        return int(self.options["image_size"])


def read_config(path: Path, name: str = "") -> ModelConfig:
    """Read a config file; nothing in it is executed.

    Raises:
        EngineError: MODEL_MISSING or MODEL_INVALID, naming the file and what is wrong with it.
    """
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise EngineError(
            Code.MODEL_MISSING, f"The config {path} does not exist. Choose another CONFIG, or leave it empty."
        ) from error
    except OSError as error:
        raise _invalid(path, f"cannot be read ({error.strerror})") from error
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        raise _invalid(path, "is not a YAML file") from error
    options = content.get("model") if isinstance(content, dict) else None
    if not isinstance(options, dict):
        raise _invalid(path, "has no section 'model'")
    _check_targets(path, options)
    if options.get("_target_") != _ROOT:
        raise _invalid(path, f"has no model of the class {_ROOT}")
    size = options.get("image_size")
    if not isinstance(size, int) or size not in _SIZES:
        raise _invalid(path, f"has an image_size of {size!r}, not a multiple of {_STRIDE} up to 8192")
    return ModelConfig(name or str(path), options)


def build_on_meta(config: ModelConfig) -> Any:
    """The model (``SAM2Base`` without its memory) in eval mode, its weights shapes without values.

    Raises:
        EngineError: MODEL_INVALID when the config's values do not make a model.
    """
    with torch.device("meta"), _LinspaceOnCpu():
        return _build(config)


def build_with_random_weights(config: ModelConfig, seed: int) -> Any:
    """The same model on the CPU with weights that depend on the seed alone."""
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        return _build(config)


def _build(config: ModelConfig) -> Any:
    decoder = {**(config.options.get("sam_mask_decoder_extra_args") or {}), **_DYNAMIC_MULTIMASK}
    options = {**config.options, **_SINGLE_IMAGES, "sam_mask_decoder_extra_args": decoder}
    try:
        model = _instantiate(options)
        # Zero rows of memory encoding cannot leave the meta device.
        del model.maskmem_tpos_enc
    except (
        TypeError,
        ValueError,
        AttributeError,
        LookupError,
        ArithmeticError,
        AssertionError,
        RuntimeError,
    ) as error:
        # Meta's constructors check their arguments with asserts or not at all.
        reason = str(error).strip().splitlines()
        raise EngineError(
            Code.MODEL_INVALID,
            f"The config {config.name} does not describe a SAM 2 model"
            f"{f' ({reason[0]})' if reason else ''}. Take one of Meta's configs as a pattern.",
        ) from error
    return model.requires_grad_(False).eval()


def _instantiate(node: Any) -> Any:
    if isinstance(node, list):
        return [_instantiate(item) for item in node]
    if not isinstance(node, dict):
        return node
    if node.get("_target_") == _POSITIONS:
        return _NoPositions()
    arguments = {name: _instantiate(value) for name, value in node.items() if name != "_target_"}
    return model_class(node["_target_"])(**arguments) if "_target_" in node else arguments


def _check_targets(path: Path, node: Any) -> None:
    if isinstance(node, list):
        for item in node:
            _check_targets(path, item)
    elif isinstance(node, dict):
        target = node.get("_target_")
        if "_target_" in node and not (isinstance(target, str) and target in MODEL_CLASSES):
            raise _invalid(path, f"asks for {target!r}, which is no part of a SAM 2 model and is not run")
        if node.get("weights_path") is not None:
            raise _invalid(path, "asks for a second file of weights (weights_path)")
        for item in node.values():
            _check_targets(path, item)


def _invalid(path: Path, problem: str) -> EngineError:
    return EngineError(
        Code.MODEL_INVALID,
        f"The config {path} {problem}. Expected is a config of SAM 2 in Meta's format (configs/sam2.1 of the "
        "sam2 package); choose another CONFIG, or leave it empty.",
    )


class _NoPositions(torch.nn.Module):
    """Stands for the sine maps, up to 90 MB, that only the memory reads."""

    def forward(self, features: torch.Tensor) -> torch.Tensor:
        return features.new_zeros(0)


class _LinspaceOnCpu(TorchFunctionMode):
    """Hiera reads single values out of a linspace, which the meta device does not have."""

    def __torch_function__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        if func is torch.linspace:
            return func(*args, **{**(kwargs or {}), "device": "cpu"})
        return func(*args, **(kwargs or {}))
