"""Meta's sam2 package as far as the model itself: neither Hydra nor torchvision."""

from __future__ import annotations

import importlib
import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from ..api.errors import Code, EngineError

_CLASSES = {
    "sam2_base": ("SAM2Base",),
    "backbones.image_encoder": ("ImageEncoder", "FpnNeck"),
    "backbones.hieradet": ("Hiera",),
    "position_encoding": ("PositionEmbeddingSine",),
    "memory_attention": ("MemoryAttention", "MemoryAttentionLayer"),
    "memory_encoder": ("MemoryEncoder", "MaskDownSampler", "Fuser", "CXBlock"),
    "sam.transformer": ("RoPEAttention",),
}
# What a config may name. Any other `_target_` would run code of the file's choosing.
MODEL_CLASSES = {
    f"sam2.modeling.{module}.{name}": (f"sam2.modeling.{module}", name)
    for module, names in _CLASSES.items()
    for name in names
}


def import_sam2() -> ModuleType:
    """The sam2 package, its ``__init__`` not run unless someone else ran it before.

    ``sam2/__init__.py`` only starts Hydra, which the model does not need and which keeps global
    state that other users of Hydra in the process break.

    Raises:
        EngineError: ENVIRONMENT_MISSING when sam2 is not installed.
    """
    if "sam2" not in sys.modules:
        spec = importlib.util.find_spec("sam2")
        if spec is None or not spec.submodule_search_locations:
            raise EngineError(
                Code.ENVIRONMENT_MISSING,
                "The worker's Python has no package sam2. Install the worker's environment again.",
            )
        sys.modules["sam2"] = importlib.util.module_from_spec(spec)
    return sys.modules["sam2"]


def model_class(target: str) -> Any:
    """The class of a whitelisted ``_target_``; KeyError for any other."""
    module, name = MODEL_CLASSES[target]
    import_sam2()
    return getattr(importlib.import_module(module), name)


def meta_config(name: str) -> Path:
    """The file of one of Meta's configs, such as ``configs/sam2.1/sam2.1_hiera_t.yaml``."""
    return Path(next(iter(import_sam2().__path__))) / name
