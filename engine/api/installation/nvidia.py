"""Which NVIDIA driver this computer has, and which CUDA it can run."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from ..link.ask_program import ask_program

_LINUX_DRIVER = Path("/proc/driver/nvidia/version")

# The first driver (its major number) for each major version of CUDA, from NVIDIA's release notes, table
# "CUDA Toolkit and Minimum Required Driver Version for CUDA Minor Version Compatibility": Linux, Windows.
_FIRST_DRIVER = {13: (580, 580), 12: (525, 528), 11: (450, 452)}


@dataclass(frozen=True)
class Driver:
    """``version`` is "" where the driver does not say it; ``gpu`` is the name of the first GPU."""

    version: str
    gpu: str = ""

    def runs(self, cuda: int) -> bool:
        """Whether programs built for this major version of CUDA run. A driver of unknown version
        is given the benefit of the doubt: PyTorch is asked after the installation anyway."""
        major = self.version.partition(".")[0]
        return not major.isdigit() or int(major) >= first_driver(cuda)


def first_driver(cuda: int) -> int:
    """The major number of the first driver for a major version of CUDA; a later CUDA than is known
    here needs at least what the latest one known needs."""
    drivers = _FIRST_DRIVER.get(cuda, _FIRST_DRIVER[max(_FIRST_DRIVER)])
    return drivers[1 if sys.platform == "win32" else 0]


def nvidia_driver() -> Optional[Driver]:
    """The driver of this computer's NVIDIA GPU; None without one."""
    program = shutil.which("nvidia-smi")
    if program is not None:
        question = [program, "--query-gpu=driver_version,name", "--format=csv,noheader"]
        try:
            answer = ask_program(question, 30).decode("utf-8", errors="replace")
        except (OSError, subprocess.SubprocessError):
            answer = ""  # installed, but no GPU answers
        version, _, gpu = (answer.splitlines() or [""])[0].partition(",")
        if version.strip():
            return Driver(version.strip(), gpu.strip())
    return Driver("") if _LINUX_DRIVER.exists() else None
