"""What a run was made from, so that it can be explained and repeated."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime, timezone
from importlib import metadata
from pathlib import Path
from typing import Any

from ..api.parameters.params import RasterParams
from ..api.parameters.paramspec import to_dict
from ..model.sam2_model import LoadedModel
from ..rasters.raster import RasterInfo
from ..rasters.stretch import Stretch
from ..rasters.whole_file import whole_file

_PACKAGES = ("torch", "sam2", "numpy", "rasterio", "shapely", "pyproj")

# Answers of the run, or of no use to whoever repeats it.
_NOT_REPEATED = ("crs", "labels", "run_record", "output", "resume", "prompts", "polygons")


def plugin_version() -> str:
    """The version metadata.txt declares."""
    lines = (Path(__file__).resolve().parent.parent.parent / "metadata.txt").read_text("utf-8").splitlines()
    return next(line.partition("=")[2].strip() for line in lines if line.startswith("version="))


def provenance(
    algorithm: str,
    params: RasterParams,
    info: RasterInfo,
    bands: tuple[int, ...],
    stretch: Stretch,
    loaded: LoadedModel,
) -> dict[str, Any]:
    """Where a layer that ``algorithm`` (its id) made comes from, as plain JSON values."""
    parameters = {name: value for name, value in to_dict(params).items() if name not in _NOT_REPEATED}
    return {
        "algorithm": algorithm,
        "parameters": {name.upper(): value for name, value in parameters.items()},
        "raster": {
            "path": info.path,
            "width": info.width,
            "height": info.height,
            "bands": list(bands),
            "dtype": info.dtype,
            "transform": list(info.georeference.transform),
            "crs": info.georeference.crs_wkt,
        },
        "stretch": {"method": stretch.method, "low": list(stretch.low), "high": list(stretch.high)},
        "model": {
            "id": loaded.id,
            "title": loaded.title,
            "trained": loaded.trained,
            "sha256": loaded.sha256,
            "config": loaded.config,
            "device": str(loaded.device),
        },
        "versions": {
            "sam2_toolbox": plugin_version(),
            **{name: metadata.version(name) for name in _PACKAGES},
        },
        "started": datetime.now(timezone.utc).isoformat(timespec="seconds"),
    }


def write_run_record(path: str, record: Mapping[str, Any]) -> None:
    """Write ``record`` as JSON, whole or not at all.

    Raises:
        EngineError: OUTPUT_FAILED when the file cannot be written.
    """
    with whole_file(path, "The run record") as part, part.open("w", encoding="utf-8") as file:
        json.dump(record, file, indent=2, ensure_ascii=False, allow_nan=False)
        file.write("\n")
