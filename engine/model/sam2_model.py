"""Which model the user means, found, checked and loaded onto a device."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

from ..api.errors import Code, EngineError
from ..api.model_files import file_sum
from ..api.models import MODELS, ModelEntry, model_entry
from ..api.parameters.params import ModelParams
from ..api.settings import on_this_computer
from ..progress import Report
from .device import choose_device, is_out_of_memory
from .sam2_checkpoint import Weights, read_weights
from .sam2_config import ModelConfig, build_on_meta, build_with_random_weights, read_config
from .sam2_inference import tiny_numbers_as_zero
from .sam2_package import meta_config

OWN_MODEL = "own"
UNTRAINED = "none: seeded random weights"
_SEED = 20240729  # the day SAM 2 was published; any fixed number would do

# Weights of a checkpoint that only video needs (``_SINGLE_IMAGES`` of sam2_config leaves them out).
_VIDEO_ONLY = (
    "memory_attention.",
    "memory_encoder.",
    "maskmem_tpos_enc",
    "mask_downsample.",
    "obj_ptr_proj.",
    "obj_ptr_tpos_proj.",
    "no_obj_ptr",
    "no_obj_embed_spatial",
)
_SAM2_SIGN = "image_encoder.trunk.patch_embed.proj.weight"
# In SAM 2.1 only; what images need is the same in both.
_SAM21_SIGN = "no_obj_embed_spatial"


@dataclass(frozen=True, eq=False)
class LoadedModel:
    """A model ready for single images, in float32 and eval mode.

    ``model`` is a ``sam2.modeling.sam2_base.SAM2Base`` without its memory modules on ``device``;
    ``sha256`` is that of the checkpoint file, or ``UNTRAINED`` where seeded random weights stand in
    for a missing bundled checkpoint (then ``checkpoint`` is None and ``trained`` false).
    ``image_size`` is the side of the square image the model sees, in pixels. ``precision`` is what it
    computes in, float32 or bfloat16, and ``threads`` how many threads it may use on the processor.
    ``closer_below`` is the registry's, 0 for a checkpoint of the user's own.
    """

    model: Any
    id: str
    title: str
    checkpoint: Path | None
    sha256: str
    config: str
    image_size: int
    trained: bool
    device: torch.device
    device_title: str
    precision: str = "float32"
    threads: int = 1
    closer_below: float = 0.0


def loaded_elsewhere(facts: Mapping[str, Any]) -> LoadedModel:
    """What is known here of a model that another process has loaded: all but the model itself.

    ``facts`` are the other fields by name, ``checkpoint`` and ``device`` as text.
    """
    checkpoint = None if facts["checkpoint"] is None else Path(facts["checkpoint"])
    device = torch.device(facts["device"])
    return LoadedModel(**{**facts, "model": None, "checkpoint": checkpoint, "device": device})


@dataclass(frozen=True)
class _Source:
    """What to load: a known model, or the user's own checkpoint with or without a config.

    ``sha256`` is what the checkpoint's must be, "" where nobody knows.
    """

    id: str
    title: str
    checkpoint: Path | None
    config: ModelConfig | None
    sha256: str = ""
    closer_below: float = 0.0


def load_model(
    params: ModelParams,
    bundled_folder: Path,
    models_folder: Path,
    report: Report | None = None,
    untrained: bool = False,
) -> LoadedModel:
    """Load the model that ``params`` name onto the device they name.

    ``bundled_folder`` holds the files that come with the plugin (resources/models),
    ``models_folder`` the checkpoints the user downloaded. DEVICE auto and THREADS 0 are as set for this
    computer. With ``untrained`` random weights stand in for a checkpoint that is not there, to see how
    fast a model is before it is downloaded.

    Raises:
        EngineError: DEVICE_UNAVAILABLE, MODEL_MISSING, MODEL_INVALID, BAD_PARAMETER (CONFIG without
            CHECKPOINT), ENVIRONMENT_MISSING (no sam2) or OUT_OF_MEMORY.
    """
    device, device_title = _device_for(params)
    params = on_this_computer(params)
    source = _find(params, bundled_folder, models_folder, untrained)
    found_sum = _checked_sum(source)
    try:
        # Torch's own threads start here, and keep to the end what their starter thinks of tiny numbers.
        with tiny_numbers_as_zero():
            if source.checkpoint is None and source.config is not None:
                config = source.config
                model = build_with_random_weights(config, _SEED).to(device)
            else:
                model, config = _load_checkpoint(source, bundled_folder, device)
    except (RuntimeError, MemoryError) as error:
        if not is_out_of_memory(error):
            raise
        raise EngineError(
            Code.OUT_OF_MEMORY,
            f"The memory of the {device_title} is too small for the model {source.title}. "
            "Choose a smaller MODEL, or set DEVICE to cpu.",
        ) from error
    trained = source.checkpoint is not None
    if report is not None:
        report.log(f"Model {source.title} on {device_title}.")
        if not trained:
            report.log(
                f"The model {source.title} has no trained weights: random ones stand in, "
                "and the outlines mean nothing.",
                "warning",
            )
    return LoadedModel(
        model=model,
        id=source.id,
        title=source.title,
        checkpoint=source.checkpoint,
        sha256=found_sum,
        config=config.name,
        image_size=config.image_size,
        trained=trained,
        device=device,
        device_title=device_title,
        precision=params.precision,
        threads=params.threads or torch.get_num_threads(),
        closer_below=source.closer_below,
    )


def _device_for(params: ModelParams) -> tuple[torch.device, str]:
    chosen = on_this_computer(params).device
    try:
        device, title = choose_device(chosen)
    except EngineError as error:
        if chosen == params.device:
            raise
        message = f"{error.message} It is what the options of SAM 2 Toolbox say for auto; change it there."
        raise EngineError(error.code, message) from error
    threads = on_this_computer(params).threads
    return device, f"processor, {threads} threads" if device.type == "cpu" and threads else title


def _find(params: ModelParams, bundled_folder: Path, models_folder: Path, untrained: bool) -> _Source:
    if params.checkpoint:
        checkpoint = Path(params.checkpoint)
        config = read_config(Path(params.config)) if params.config else None
        return _Source(OWN_MODEL, checkpoint.name, checkpoint, config)
    if params.config:
        raise EngineError(
            Code.BAD_PARAMETER,
            f"CONFIG is {params.config}, but CHECKPOINT is empty. Give the checkpoint the config describes, "
            "or leave both empty.",
        )
    entry = model_entry(params.model)
    config = read_config(_config_file(entry, bundled_folder), entry.config)
    checkpoint = (bundled_folder if entry.bundled else models_folder) / entry.checkpoint
    if checkpoint.exists():
        return _Source(entry.id, entry.title, checkpoint, config, entry.sha256, entry.closer_below)
    if entry.bundled or untrained:
        return _Source(entry.id, entry.title, None, config)
    raise EngineError(
        Code.MODEL_MISSING,
        f"The checkpoint of {entry.title} is not in the model folder: {checkpoint} does not exist. "
        "Download it (in QGIS: Settings > Options > SAM 2 Toolbox; or scripts/models.py), name it in "
        "CHECKPOINT, or choose another MODEL.",
    )


def _checked_sum(source: _Source) -> str:
    """The checkpoint's SHA-256, before anything of the file is used."""
    if source.checkpoint is None:
        return UNTRAINED
    try:
        found = file_sum(source.checkpoint)
    except OSError:
        return ""  # reading the weights says what is wrong
    if source.sha256 and found != source.sha256:
        raise EngineError(
            Code.MODEL_INVALID,
            f"The checkpoint {source.checkpoint} is not the file that was published as {source.title} (its "
            f"SHA-256 begins with {found[:8]}, not {source.sha256[:8]}). Remove it and download it again; a "
            "model of your own is given as CHECKPOINT.",
        )
    return found


def _config_file(entry: ModelEntry, bundled_folder: Path) -> Path:
    return bundled_folder / entry.config if entry.bundled else meta_config(entry.config)


def _load_checkpoint(source: _Source, bundled_folder: Path, device: torch.device) -> tuple[Any, ModelConfig]:
    if source.checkpoint is None:
        raise ValueError(f"{source.title} has no checkpoint")
    weights = read_weights(source.checkpoint)
    if _SAM2_SIGN not in weights:
        raise EngineError(
            Code.MODEL_INVALID,
            f"The checkpoint {source.checkpoint} holds weights of another kind of model (such as "
            f"{next(iter(weights))}), not of SAM 2. Choose a SAM 2 checkpoint.",
        )
    if source.config is None:
        model, config = _fitting_model(source.checkpoint, weights, bundled_folder)
    else:
        config = source.config
        model = build_on_meta(config)
        problem = _misfit(model.state_dict(), weights)
        if problem:
            raise EngineError(
                Code.MODEL_INVALID,
                f"The checkpoint {source.checkpoint} does not fit the config {config.name}: {problem}. "
                "Give the CONFIG that belongs to it, or get the file again.",
            )
    _assign(model, weights, device)
    return model, config


def _assign(model: Any, weights: Weights, device: torch.device) -> None:
    """Give the model its weights; a copy, so that the file on disk may be replaced meanwhile."""
    wanted = model.state_dict()
    values = {name: weights[name].to(device=device, dtype=torch.float32, copy=True) for name in wanted}
    model.load_state_dict(values, assign=True)
    model.requires_grad_(False)


def _fitting_model(checkpoint: Path, weights: Weights, bundled_folder: Path) -> tuple[Any, ModelConfig]:
    """The config, of Meta's and the bundled model's, with the checkpoint's weights and shapes."""
    for config in _known_configs(bundled_folder, newer=_SAM21_SIGN in weights):
        model = build_on_meta(config)
        if not _misfit(model.state_dict(), weights):
            return model, config
    raise EngineError(
        Code.MODEL_INVALID,
        f"The checkpoint {checkpoint} is of SAM 2's kind, but fits none of Meta's configs and not the "
        "bundled model's. Give its own CONFIG.",
    )


def _known_configs(bundled_folder: Path, newer: bool) -> Iterator[ModelConfig]:
    # SAM 2 and SAM 2.1 of one size have the same weights for images: try the right generation first.
    generation = "configs/sam2.1/" if newer else "configs/sam2/"
    for entry in sorted(MODELS, key=lambda entry: not entry.config.startswith(generation)):
        path = _config_file(entry, bundled_folder)
        if path.exists():
            yield read_config(path, entry.config)


def _misfit(wanted: Mapping[str, torch.Tensor], weights: Weights) -> str:
    """What keeps the weights from being the wanted ones, in words; empty where nothing does."""
    missing = [name for name in wanted if name not in weights]
    reshaped = [name for name in wanted if name in weights and weights[name].shape != wanted[name].shape]
    unknown = [name for name in weights if name not in wanted and not name.startswith(_VIDEO_ONLY)]
    parts = []
    if missing:
        parts.append(f"{len(missing)} weights are missing (first {missing[0]})")
    if reshaped:
        name = reshaped[0]
        parts.append(
            f"{len(reshaped)} have another shape (first {name}: {tuple(weights[name].shape)} "
            f"instead of {tuple(wanted[name].shape)})"
        )
    if unknown:
        parts.append(f"{len(unknown)} are not in the model (first {unknown[0]})")
    return ", ".join(parts)
