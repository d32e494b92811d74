"""Stretches kept beside the encoded windows: over a huge raster one takes seconds to compute."""

from __future__ import annotations

import hashlib
import json
import math
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from ..api.parameters.params import RasterParams
from .raster import RasterReader
from .raster_version import RasterVersion
from .stretch import Stretch, compute_stretch

# The name holds the version of how a stretch is computed.
FOLDER = "stretches-1"

_METHODS = ("percentile", "minmax", "stddev", "none", "values")


def whole_stretch(
    reader: RasterReader,
    params: RasterParams,
    version: RasterVersion,
    folder: Path,
    check_cancelled: Callable[[], None],
) -> Stretch:
    """The stretch of the whole raster, whatever EXTENT is: from ``folder``, else computed and kept there.

    Raises:
        EngineError: as ``compute_stretch``.
        Cancelled: by ``check_cancelled``.
    """
    path = folder / FOLDER / f"{_name(reader, params, version)}.json"
    stretch = _read(path, depth=len(reader.bands))
    if stretch is None:
        stretch = compute_stretch(reader, params, reader.info.window, check_cancelled)
        # Without it, only the next session is slower; the cache of windows tells why it cannot write.
        with suppress(OSError):
            _write(path, stretch)
    return stretch


def _name(reader: RasterReader, params: RasterParams, version: RasterVersion) -> str:
    described = [
        version.path,
        [[file.path, file.size, file.modified_ns, file.digest] for file in version.files],
        version.pixels,
        list(reader.bands),
        [reader.info.width, reader.info.height],
        [params.stretch, params.stretch_low, params.stretch_high, params.stretch_values],
    ]
    return hashlib.sha256(json.dumps(described).encode()).hexdigest()[:32]


def _read(path: Path, depth: int) -> Stretch | None:
    """The stretch in a file; None where there is none, or none that fits."""
    try:
        kept = json.loads(path.read_text(encoding="ascii"))
        method, low, high = kept["method"], tuple(map(float, kept["low"])), tuple(map(float, kept["high"]))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    # A palette's one band is shown in three.
    fits = method in _METHODS and len(low) == len(high) and len(low) in (depth, 3)
    return Stretch(method, low, high) if fits and all(map(math.isfinite, low + high)) else None


def _write(path: Path, stretch: Stretch) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    kept = {"method": stretch.method, "low": list(stretch.low), "high": list(stretch.high)}
    try:
        part.write_text(json.dumps(kept), encoding="ascii")
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)
