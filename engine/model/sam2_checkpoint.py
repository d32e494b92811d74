"""Checkpoint files: read without running anything in them, or refused with the reason."""

from __future__ import annotations

import pickle  # nosec B403: for the name of an error; only weights are loaded
import zipfile
from collections.abc import Mapping
from pathlib import Path

import torch

from ..api.errors import Code, EngineError

Weights = Mapping[str, torch.Tensor]

_ZIP = b"PK\x03\x04"
_PICKLE = b"\x80"  # torch's form before 1.6
_FOREIGN = (
    (b"<", "is a web page or XML text; the download went wrong"),
    (b"version https://git-lfs", "is a Git LFS pointer, not the file itself"),
    (b"\x89HDF", "is an HDF5 file"),
    (b"\x08\x00\x00\x00", "is an ONNX model"),
    (b"\x1f\x8b", "is a gzip archive; unpack it first"),
    (b"GGUF", "is a GGUF model"),
)


def read_weights(path: Path) -> dict[str, torch.Tensor]:
    """The weights of a checkpoint in the CPU's memory, mapped from the file where its form allows.

    Both forms are read: ``{"model": weights}``, as Meta publishes and trains, and bare weights.

    Raises:
        EngineError: MODEL_MISSING or MODEL_INVALID, naming the file and what is wrong with it.
    """
    is_zip = _recognise(path)
    try:
        content = torch.load(path, map_location="cpu", weights_only=True, mmap=is_zip)
    except pickle.UnpicklingError as error:
        raise _invalid(path, "holds Python objects besides weights, and is not opened for safety") from error
    except (RuntimeError, EOFError, ValueError, LookupError, AttributeError, TypeError, OSError) as error:
        # torch.load answers a damaged file with almost anything.
        raise _invalid(path, "is damaged") from error
    weights = content.get("model", content) if isinstance(content, Mapping) else content
    if not isinstance(weights, Mapping) or not weights:
        raise _invalid(path, "holds no weights")
    if not all(isinstance(name, str) and _is_weight(value) for name, value in weights.items()):
        raise _invalid(path, "holds other things than weights of a SAM 2 model")
    return dict(weights)


def _is_weight(value: object) -> bool:
    return isinstance(value, torch.Tensor) and value.layout is torch.strided and not value.is_quantized


def _recognise(path: Path) -> bool:
    """Whether the file is a zip archive, torch's form since 1.6; refuse what is neither form."""
    try:
        if path.is_dir():
            raise _invalid(path, "is a folder")
        with path.open("rb") as file:
            start = file.read(512)
    except FileNotFoundError as error:
        raise EngineError(
            Code.MODEL_MISSING,
            f"The checkpoint {path} does not exist. Choose another CHECKPOINT, or leave it empty.",
        ) from error
    except OSError as error:
        raise _invalid(path, f"cannot be read ({error.strerror})") from error
    if not start:
        raise _invalid(path, "is empty")
    for sign, problem in _FOREIGN:
        if start.lstrip().startswith(sign):
            raise _invalid(path, problem)
    if start[8:9] == b"{":
        raise _invalid(path, "is a safetensors file")
    if start.startswith(_ZIP) and not zipfile.is_zipfile(path):
        raise _invalid(path, f"is cut off after {path.stat().st_size} bytes; the download or copy broke off")
    if not start.startswith((_ZIP, _PICKLE)):
        raise _invalid(path, "is no PyTorch file")
    return start.startswith(_ZIP)


def _invalid(path: Path, problem: str) -> EngineError:
    return EngineError(
        Code.MODEL_INVALID,
        f"The checkpoint {path} {problem}. Expected is a SAM 2 checkpoint (.pt) as Meta publishes them; "
        "get the file again, or choose another.",
    )
