import pytest
import torch
from sam2_toolbox.engine.api.errors import Code, EngineError
from sam2_toolbox.engine.model.device import choose_device, is_out_of_memory


@pytest.fixture
def machine(monkeypatch):
    """``machine(cuda=..., mps=...)`` sets which devices torch finds."""

    def have(cuda=False, mps=False):
        monkeypatch.setattr(torch.cuda, "is_available", lambda: cuda)
        monkeypatch.setattr(torch.backends.mps, "is_available", lambda: mps)

    return have


def test_auto_takes_the_processor_where_there_is_nothing_else(machine):
    machine()
    device, title = choose_device("auto")
    assert device.type == "cpu"
    assert "processor" in title


def test_auto_takes_apples_gpu(machine):
    machine(mps=True)
    assert choose_device("auto")[0].type == "mps"


def test_auto_prefers_cuda_that_works(machine, monkeypatch):
    machine(cuda=True, mps=True)
    monkeypatch.setattr(torch.cuda, "get_device_name", lambda: "Test GPU")
    real_ones = torch.ones
    monkeypatch.setattr(torch, "ones", lambda *size, device: real_ones(*size))
    device, title = choose_device("auto")
    assert (device.type, title) == ("cuda", "Test GPU")


def test_auto_passes_over_a_gpu_that_cannot_run_this_torch(machine, monkeypatch):
    machine(cuda=True)
    monkeypatch.setattr(torch.cuda, "get_device_name", lambda: "Old GPU")
    monkeypatch.setattr(torch, "ones", _no_kernel)
    assert choose_device("auto")[0].type == "cpu"
    with pytest.raises(EngineError, match=r"the GPU Old GPU cannot be used .*no kernel image"):
        choose_device("cuda")


def _no_kernel(*size, device):
    raise RuntimeError("CUDA error: no kernel image is available for execution on the device\nmore")


@pytest.mark.parametrize("name", ["cuda", "mps"])
def test_a_device_that_is_asked_for_but_missing_is_refused_with_what_to_do(machine, name):
    machine()
    with pytest.raises(EngineError) as refusal:
        choose_device(name)
    assert refusal.value.code is Code.DEVICE_UNAVAILABLE
    assert f"DEVICE is {name}, but " in refusal.value.message
    assert refusal.value.message.endswith("Set DEVICE to auto or cpu.")


@pytest.mark.parametrize(
    "error",
    [
        torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 20 GiB"),
        RuntimeError("MPS backend out of memory (MPS allocated: 8.00 GB)"),
        RuntimeError("CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate(handle)`"),
        RuntimeError("[enforce fail] DefaultCPUAllocator: can't allocate memory: you tried to allocate"),
        MemoryError(),
    ],
)
def test_full_memory_is_recognised_however_it_is_said(error):
    assert is_out_of_memory(error)


def test_real_allocators_are_recognised():
    with pytest.raises(RuntimeError) as full:
        torch.empty(1 << 56)
    assert is_out_of_memory(full.value)


def test_other_errors_are_not_full_memory():
    assert not is_out_of_memory(RuntimeError("mat1 and mat2 shapes cannot be multiplied"))
    assert not is_out_of_memory(ValueError("out of memory"))
