"""A folder of wheels to install from without network, and whether its files are the ones tested with."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Optional

from ..errors import Code, EngineError

_CHUNK = 1 << 20


def check_wheels(folder: Path, hashes: Mapping[str, Collection[str]]) -> None:
    """Compare every file whose release is known with the sums of that release.

    A file of another release, or of a local build such as torch ``2.13.0+cpu``, is not looked at.

    Raises:
        EngineError: ENVIRONMENT_MISSING, naming the file that is not the one it seems to be.
        OSError: if a file cannot be read.
    """
    known = {_normal(release): sums for release, sums in hashes.items()}
    for path in sorted(folder.iterdir()):
        release = release_of(path.name)
        if release is None or release not in known or _sha256(path) in known[release]:
            continue
        raise EngineError(
            Code.ENVIRONMENT_MISSING,
            f"{path} is not the file that this version of SAM 2 Toolbox was tested with: its SHA-256 is "
            "another, so it may be damaged or forged. It was refused. Get it again from a place you trust.",
        )


def release_of(filename: str) -> Optional[str]:
    """``name==version`` in lower case and with hyphens, of a wheel's or a source's file name."""
    if filename.endswith(".whl"):
        name, version, *_ = filename.split("-")
        return _normal(f"{name}=={version}")
    if filename.endswith(".tar.gz"):
        name, _, version = filename[: -len(".tar.gz")].rpartition("-")
        return _normal(f"{name}=={version}")
    return None


def _normal(release: str) -> str:
    name, _, version = release.partition("==")
    return f"{re.sub('[-_.]+', '-', name).lower()}=={version.lower()}"


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        for chunk in iter(lambda: file.read(_CHUNK), b""):
            digest.update(chunk)
    return digest.hexdigest()
