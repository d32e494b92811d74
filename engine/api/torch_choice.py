"""Which build of PyTorch this computer deserves: CUDA where there is an NVIDIA driver, CPU elsewhere."""

from __future__ import annotations

import json
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from .environment import REQUIREMENTS
from .errors import EngineError
from .install_steps import Steps

# Free disk space asked for, in GB: the finished environment and what pip unpacks on the way.
_GB_CPU, _GB_CUDA = 3.0, 9.0
_UV = "uv==0.13.8"


@dataclass(frozen=True)
class TorchBuild:
    """A build to install: by pip, or by ``uv`` where that is given."""

    requirement: str
    sentence: str
    gigabytes: float
    for_gpu: bool = False
    uv: Optional[Path] = None


def has_nvidia_driver() -> bool:
    """Whether this computer has an NVIDIA GPU with its driver."""
    return shutil.which("nvidia-smi") is not None or Path("/proc/driver/nvidia/version").exists()


def choose_torch(steps: Steps, python: Path, requirement: str) -> TorchBuild:
    """The build to install, found by asking pip, and if need be uv, what they would take.

    Raises:
        EngineError: ENVIRONMENT_MISSING when there is none.
    """
    question = ["--dry-run", "--quiet", "--no-deps", "--report", "-", requirement]
    report = json.loads(steps.pip(python, "find PyTorch", question))
    offers_cpu = report["install"][0]["metadata"]["version"].endswith("+cpu")
    if has_nvidia_driver():
        # === takes the index's own version where a local +cpu build would come first
        exact = requirement.replace("==", "===") if offers_cpu else requirement
        return TorchBuild(exact, "the CUDA build, for the NVIDIA GPU (about 5.5 GB).", _GB_CUDA, for_gpu=True)
    if offers_cpu or sys.platform != "linux":
        return TorchBuild(requirement, "the CPU build (about 1 GB).", _GB_CPU)
    try:
        uv = _fetch_uv(steps, python)
        question = [*_uv_install(uv, python), "--dry-run", requirement]
        steps.run("find the CPU build of PyTorch", question, {"UV_HTTP_RETRIES": "1"})
    except EngineError:
        sentence = (
            "the CUDA build (about 5.5 GB), although this computer has no NVIDIA GPU: the smaller CPU build "
            "could not be reached from here."
        )
        return TorchBuild(requirement, sentence, _GB_CUDA)
    return TorchBuild(requirement, "the CPU build (about 1 GB).", _GB_CPU, uv=uv)


def install_torch(steps: Steps, python: Path, build: TorchBuild) -> None:
    """Install the chosen build and what it needs.

    Raises:
        EngineError: ENVIRONMENT_MISSING with the reason.
    """
    if build.uv is None:
        steps.pip(python, "install PyTorch", ["--constraint", str(REQUIREMENTS), build.requirement])
        return
    command = _uv_install(build.uv, python)
    steps.run("install PyTorch", [*command, "--constraint", str(REQUIREMENTS), build.requirement])


def _fetch_uv(steps: Steps, python: Path) -> Path:
    """Put uv beside the environment for the time of the installation: it knows PyTorch's CPU index."""
    folder = steps.scratch / "uv"
    steps.pip(python, "fetch uv", ["--no-deps", "--target", str(folder), _UV])
    return folder / "bin" / "uv"


def _uv_install(uv: Path, python: Path) -> list[str]:
    return [str(uv), "pip", "install", "--no-config", "--torch-backend", "cpu", "--python", str(python)]
