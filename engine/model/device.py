"""Which processor runs the model, and how it says that its memory is full."""

from __future__ import annotations

import torch

from ..api.errors import Code, EngineError

# How allocators say it where they do not raise torch.OutOfMemoryError (cuBLAS, cuDNN, Metal, the CPU's).
_FULL = (
    "out of memory",
    "CUBLAS_STATUS_ALLOC_FAILED",
    "CUDNN_STATUS_ALLOC_FAILED",
    "can't allocate memory",
    "not enough memory",
)


def choose_device(name: str) -> tuple[torch.device, str]:
    """The device for DEVICE (auto, cuda, mps or cpu), and what to call it in a report.

    auto takes the first that works of cuda, mps and cpu.

    Raises:
        EngineError: DEVICE_UNAVAILABLE when a device is asked for that is not there or does not work.
    """
    missing = ""
    if name in ("auto", "cuda"):
        missing = _why_no_cuda()
        if not missing:
            return torch.device("cuda"), torch.cuda.get_device_name()
    if name in ("auto", "mps"):
        missing = _why_no_mps()
        if not missing:
            return torch.device("mps"), "Apple GPU (mps)"
    if name in ("auto", "cpu"):
        return torch.device("cpu"), f"processor, {torch.get_num_threads()} threads"
    raise EngineError(
        Code.DEVICE_UNAVAILABLE,
        f"DEVICE is {name}, but {missing or 'there is no such device'}. Set DEVICE to auto or cpu.",
    )


def is_out_of_memory(error: BaseException) -> bool:
    """Whether an error of torch or numpy means that memory is full."""
    if isinstance(error, (torch.OutOfMemoryError, MemoryError)):
        return True
    return isinstance(error, RuntimeError) and any(sign in str(error) for sign in _FULL)


def release_memory(device: torch.device) -> None:
    """Give cached blocks of a GPU back, so that a smaller request can be met."""
    if device.type == "cuda":
        torch.cuda.empty_cache()
    elif device.type == "mps":
        torch.mps.empty_cache()


def _why_no_cuda() -> str:
    if not torch.cuda.is_available():
        if torch.version.cuda is None:
            return f"the worker's PyTorch {torch.__version__} is built without CUDA"
        return "no NVIDIA GPU with a working driver was found"
    try:
        # A GPU too old or too new for this build is listed as available and fails at the first kernel.
        torch.ones(1, device="cuda").add_(1).item()
    except RuntimeError as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        return f"the GPU {torch.cuda.get_device_name()} cannot be used ({reason})"
    return ""


def _why_no_mps() -> str:
    if torch.backends.mps.is_available():
        return ""
    if not torch.backends.mps.is_built():
        return f"the worker's PyTorch {torch.__version__} is built without Metal (mps)"
    return "no Apple GPU was found, or its macOS is older than 12.3"
