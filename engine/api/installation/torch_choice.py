"""Which build of PyTorch this computer deserves: CUDA where the NVIDIA driver can run it, CPU elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Optional

from ..errors import EngineError
from .environment_choice import AUTO, CPU, CUDA
from .installers import Offer
from .nvidia import Driver, first_driver

# Free disk space asked for, in GB: the finished environment, what is kept until it is, and what is unpacked.
_GB_CPU, _GB_CUDA = 4.0, 13.0
SMALLEST_GB = _GB_CPU

_CPU_BUILD = "the CPU build (about 1 GB)"
_CUDA_BUILD = "the CUDA build (about 5.5 GB)"
# The CUDA for which PyTorch has a build at its own index, whatever it takes at the package index.
_OLDER_CUDA = 12


@dataclass(frozen=True)
class TorchBuild:
    """A build to install. ``backend`` is one of uv's --torch-backend, where the package index itself
    has not got it."""

    requirement: str
    sentence: str
    gigabytes: float
    for_gpu: bool = False
    backend: str = ""

    @property
    def download_bytes(self) -> int:
        """About what comes over the network."""
        return 200_000_000 if self.gigabytes == _GB_CPU else 3_000_000_000


@dataclass(frozen=True)
class Machine:
    """What the choice depends on: ``driver`` None means no NVIDIA GPU."""

    driver: Optional[Driver]
    platform: str = sys.platform


def choose_torch(
    requirement: str,
    offer: Offer,
    machine: Machine,
    wanted: str = AUTO,
    other_builds: Optional[Callable[[str], None]] = None,
) -> TorchBuild:
    """The build to install.

    Args:
        requirement: ``torch==version``.
        offer: What the package index has for that.
        machine: Where it is to run.
        wanted: One of ``environment_choice.BUILDS``.
        other_builds: Looks for the build of a backend (cpu, auto) at PyTorch's own index and raises
            ``EngineError`` where that has none or is out of reach; None where nothing may be looked for.
    """
    if other_builds is None:
        return _as_offered(requirement, offer, machine, "")
    reason = _why_no_cuda(machine, wanted)
    if not reason:
        return _for_gpu(requirement, offer, machine, other_builds)
    if not offer.cuda:
        return _as_offered(requirement, offer, machine, reason)
    try:
        other_builds("cpu")
    except EngineError:
        said = f"{_CUDA_BUILD}, although {reason}: the smaller CPU build could not be reached from here"
        return TorchBuild(requirement, f"{said}.", _GB_CUDA)
    return TorchBuild(requirement, f"{_CPU_BUILD}: {reason}.", _GB_CPU, backend="cpu")


def _why_no_cuda(machine: Machine, wanted: str) -> str:
    """Why the GPU is not to be used, as half a sentence; "" if it is."""
    if wanted == CPU:
        return "you have asked for it"
    if machine.platform == "darwin":
        return "it uses Apple's GPU (Metal), too"
    if machine.driver is None:
        return "" if wanted == CUDA else "this computer has no NVIDIA GPU with its driver"
    if wanted == AUTO and not machine.driver.runs(_OLDER_CUDA):
        least = first_driver(_OLDER_CUDA)
        return f"the NVIDIA driver {machine.driver.version} is too old, CUDA needs {least} or newer"
    return ""


def _for_gpu(
    requirement: str, offer: Offer, machine: Machine, other_builds: Callable[[str], None]
) -> TorchBuild:
    driver = machine.driver
    gpu = (driver.gpu if driver is not None else "") or "the NVIDIA GPU"
    if offer.cuda and (driver is None or driver.runs(offer.cuda)):
        return TorchBuild(requirement, f"{_CUDA_BUILD}, for {gpu}.", _GB_CUDA, for_gpu=True)
    if offer.version.endswith("+cpu") and machine.platform == "linux" and _runs_newest(driver):
        # === takes the index's own version where a local +cpu build would come first
        exact = requirement.replace("==", "===")
        return TorchBuild(exact, f"{_CUDA_BUILD}, for {gpu}.", _GB_CUDA, for_gpu=True)
    try:
        other_builds("auto" if driver is not None else "cu126")
    except EngineError:
        why = f"no CUDA build for {gpu} could be reached from here"
        return _as_offered(requirement, offer, machine, why)
    backend = "auto" if driver is not None else "cu126"
    return TorchBuild(requirement, f"{_CUDA_BUILD}, for {gpu}.", _GB_CUDA, True, backend)


def _runs_newest(driver: Optional[Driver]) -> bool:
    return driver is None or driver.runs(13)


def _as_offered(requirement: str, offer: Offer, machine: Machine, reason: str) -> TorchBuild:
    build, gigabytes = (_CUDA_BUILD, _GB_CUDA) if offer.cuda else (_CPU_BUILD, _GB_CPU)
    sentence = f"{build}: {reason}." if reason else f"{build}."
    for_gpu = bool(offer.cuda) and machine.driver is not None
    return TorchBuild(requirement, sentence, gigabytes, for_gpu)
