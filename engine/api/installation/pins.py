"""The pinned packages of the worker's environment, and what their files are known by."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from ..environment import REQUIREMENTS

HASHES = REQUIREMENTS.with_suffix(".hashes")

TORCH = "torch"
# Installed without their dependencies: sam2 asks for torchvision and Hydra, which stay out.
FROM_SOURCE = ("iopath", "sam2")
BUILD_TOOLS = ("setuptools==84.2.1", "wheel==0.48.0", "packaging==26.3")  # the last for wheel
PIP = "pip==26.3"
UV = "uv==0.13.8"
TOOLS = (PIP, UV, *BUILD_TOOLS)


def read_pins() -> dict[str, list[str]]:
    """The lines of the requirements file by package name; several where Pythons differ."""
    pins: dict[str, list[str]] = {}
    for line in REQUIREMENTS.read_text(encoding="utf-8").splitlines():
        line = line.partition("#")[0].strip()
        if line:
            pins.setdefault(line.partition("==")[0], []).append(line)
    return pins


def read_hashes() -> dict[str, list[str]]:
    """SHA-256 sums, as hex, of the files of each ``name==version``."""
    hashes: dict[str, list[str]] = {}
    release = ""
    for line in HASHES.read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            hashes[release].append(line.strip())
        elif line and not line.startswith("#"):
            release = line.strip()
            hashes[release] = []
    return hashes


def by_hash(lines: Collection[str], hashes: Mapping[str, Collection[str]], path: Path) -> list[str]:
    """Arguments for pip and uv that install lines of requirements by their sums, from the file
    ``path``, which is written."""
    written = []
    for line in lines:
        sums = hashes[line.partition(";")[0].strip()]
        written.append(" \\\n    ".join([line, *(f"--hash=sha256:{sum_}" for sum_ in sums)]))
    path.write_text("\n".join(written) + "\n", encoding="utf-8")
    return ["--require-hashes", "-r", str(path)]
