"""pip and uv, as far as an installation needs them: the same three questions to each."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Optional, Protocol

from ..environment import home_folder, python_in
from ..errors import EngineError
from .install_steps import Steps
from .pins import BUILD_TOOLS, PIP, UV, by_hash, read_hashes

# How a wheel of PyTorch says which CUDA it was built for: in its version, or in what it needs.
_LOCAL_CUDA = re.compile(r"\+cu(\d+)\d$")
_NEEDS_CUDA = re.compile(r"(?:nvidia-cuda-runtime(?:-cu\d+)?|cuda-toolkit(?:\[[^]]*\])?) ?==(\d+)\.")

# The version uv fetches where there is no Python of the computer's own.
_MANAGED_PYTHON = "3.12"


@dataclass(frozen=True)
class Offer:
    """What would be installed for a requirement: its version, and the major version of the CUDA it was
    built for; 0 without CUDA."""

    version: str
    cuda: int = 0


class Installer(Protocol):
    """Fills one environment with packages."""

    python: Path

    def install(
        self, purpose: str, arguments: Sequence[str], extra: Optional[Mapping[str, str]] = None
    ) -> None:
        """Install what ``arguments`` name, in the words that pip and uv share.

        Raises:
            EngineError: ENVIRONMENT_MISSING with the reason.
        """
        ...

    def offer(self, requirement: str) -> Offer:
        """What would be installed for a requirement.

        Raises:
            EngineError: ENVIRONMENT_MISSING with the reason.
        """
        ...

    def with_backend(self, backend: str) -> Installer:
        """An installer that looks for PyTorch at that project's own index: a --torch-backend of uv.

        Raises:
            EngineError: ENVIRONMENT_MISSING with the reason.
        """
        ...


class Pip:
    """The pip of the environment itself, of the pinned version."""

    def __init__(self, steps: Steps, python: Path) -> None:
        self._steps = steps
        self._bar = "off"  # what comes with Python may be too old for a bar that can be read
        self.python = python

    @staticmethod
    def making(steps: Steps, environment: Path, interpreter: Path) -> Pip:
        """Make the environment.

        Raises:
            EngineError: ENVIRONMENT_MISSING with the reason.
        """
        steps.run("make the environment", [str(interpreter), "-m", "venv", str(environment)])
        steps.scratch.mkdir(exist_ok=True)
        made = Pip(steps, python_in(environment))
        tools = by_hash([PIP, *BUILD_TOOLS], read_hashes(), steps.scratch / "tools.txt")
        made.install("update pip", tools)
        made._bar = "raw"
        return made

    def install(
        self, purpose: str, arguments: Sequence[str], extra: Optional[Mapping[str, str]] = None
    ) -> None:
        """See ``Installer``."""
        self._pip(purpose, arguments, self._bar, extra)

    def offer(self, requirement: str) -> Offer:
        """See ``Installer``."""
        question = ["--dry-run", "--quiet", "--no-deps", "--report", "-", requirement]
        report = json.loads(self._pip("find PyTorch", question, "off"))
        facts = report["install"][0]["metadata"]
        return _offer(facts["version"], facts.get("requires_dist", []))

    def with_backend(self, backend: str) -> Uv:
        """uv, fetched for the time of the installation: it knows PyTorch's own indexes.

        Raises:
            EngineError: ENVIRONMENT_MISSING with the reason.
        """
        folder = self._steps.scratch / "uv"
        uv = folder / "bin" / ("uv.exe" if sys.platform == "win32" else "uv")
        if not uv.exists():
            hashed = by_hash([UV], read_hashes(), self._steps.scratch / "uv.txt")
            self.install("fetch uv", ["--target", str(folder), *hashed])
        return Uv(self._steps, uv, self.python, backend)

    def _pip(
        self, purpose: str, arguments: Sequence[str], bar: str, extra: Optional[Mapping[str, str]] = None
    ) -> str:
        command = [str(self.python), "-s", "-m", "pip", "install", "--no-input", "--progress-bar", bar]
        # What pip does not print, such as the answer 407 of a proxy.
        confession = self._steps.scratch / "pip.log"
        confession.unlink(missing_ok=True)
        command += ["--log", str(confession)]
        quiet = {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_ROOT_USER_ACTION": "ignore", **(extra or {})}
        return self._steps.run(
            purpose, [*command, *self._steps.source.arguments(), *arguments], quiet, confession
        )


class Uv:
    """uv; ``backend`` makes it look for PyTorch at that project's own index of this name."""

    def __init__(self, steps: Steps, uv: Path, python: Path, backend: str = "") -> None:
        self._steps = steps
        self._uv = uv
        self._backend = ["--torch-backend", backend] if backend else []
        self.python = python

    @staticmethod
    def making(steps: Steps, uv: Path, environment: Path, interpreter: Optional[Path]) -> Uv:
        """Make the environment; without an interpreter uv fetches a Python, too.

        Raises:
            EngineError: ENVIRONMENT_MISSING with the reason.
        """
        wanted = ["--no-python-downloads", "--python", str(interpreter)]
        if interpreter is None:
            wanted = ["--managed-python", "--python", _MANAGED_PYTHON]
        command = [str(uv), "venv", "--no-config", "--no-project", "--allow-existing", *wanted]
        steps.run("make the environment", [*command, str(environment)])
        steps.scratch.mkdir(exist_ok=True)
        made = Uv(steps, uv, python_in(environment))
        tools = by_hash(BUILD_TOOLS, read_hashes(), steps.scratch / "tools.txt")
        made.install("install what builds packages", tools)
        return made

    def with_backend(self, backend: str) -> Uv:
        """The same, for builds of PyTorch at its own index."""
        return Uv(self._steps, self._uv, self.python, backend)

    def install(
        self, purpose: str, arguments: Sequence[str], extra: Optional[Mapping[str, str]] = None
    ) -> None:
        """See ``Installer``."""
        command = [str(self._uv), "pip", "install", "--no-config", "--python", str(self.python)]
        self._steps.run(
            purpose, [*command, *self._backend, *self._steps.source.arguments(), *arguments], extra
        )

    def offer(self, requirement: str) -> Offer:
        """See ``Installer``."""
        wanted = self._steps.scratch / "wanted.txt"
        wanted.write_text(requirement + "\n", encoding="utf-8")
        command = [str(self._uv), "pip", "compile", "--no-config", "--no-header", "--no-annotate", "--python"]
        command += [str(self.python), *self._steps.source.arguments(), str(wanted)]
        pins = self._steps.run("find PyTorch", command).split()
        version = next(pin.partition("==")[2] for pin in pins if pin.startswith("torch=="))
        return _offer(version, pins)


def find_uv() -> Optional[Path]:
    """The uv of this computer; where its own installer puts it, PATH may not lead from a window."""
    home = home_folder()
    places = [home / ".local" / "bin", home / ".cargo" / "bin"]
    if sys.platform == "darwin":
        places += [Path("/opt/homebrew/bin"), Path("/usr/local/bin")]
    found = shutil.which("uv") or shutil.which("uv", path=os.pathsep.join(map(str, places)))
    return Path(found) if found else None


def pip_has_settings(steps: Steps, interpreter: Path) -> bool:
    """Whether someone has told pip where packages come from; uv does not listen to that."""
    try:
        told = steps.run("read pip's settings", [str(interpreter), "-I", "-m", "pip", "config", "list"])
    except EngineError:
        return False
    return any(word in told for word in ("index", "find-links", "proxy", "trusted-host"))


def _offer(version: str, needs: Sequence[str]) -> Offer:
    if version.endswith("+cpu"):
        return Offer(version)
    local = _LOCAL_CUDA.search(version)
    if local is not None:
        return Offer(version, int(local[1]))
    matches = (_NEEDS_CUDA.match(need) for need in needs)
    return Offer(version, next((int(match[1]) for match in matches if match is not None), 0))
