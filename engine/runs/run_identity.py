"""What decides a run's result: two runs that agree in all of it find the same objects."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..api.parameters.cluster_params import ClusterParams
from ..api.parameters.params import AutomaticMasksParams
from ..api.parameters.paramspec import Kind, specs_of, to_dict
from ..model.sam2_model import LoadedModel
from ..rasters.raster import RasterReader
from ..rasters.raster_identity import identify_raster
from ..rasters.stretch import Stretch
from .run_record import plugin_version

# The raster, its CRS and the model are told apart by what they are, not by what they are called.
_TOLD_OTHERWISE = ("input", "crs", "model", "checkpoint", "config", "device")
# These decide how fast and where, but not which objects.
_OF_NO_EFFECT = ("threads", "points_per_batch", "resume", *(spec.name for spec in specs_of(ClusterParams)))
_OUTPUTS = (Kind.RASTER_OUT, Kind.FILE_OUT, Kind.DESTINATION)

_DIGEST = "sha256:"
_LONGEST_SHOWN = 60


@dataclass(frozen=True)
class RunIdentity:
    """``raster`` is where it is, ``output`` where the objects go ("" for no file); ``facts`` all that
    decides the result, by a name for people. Values of facts are JSON."""

    raster: str
    output: str
    facts: Mapping[str, Any]

    @property
    def key(self) -> str:
        """32 hexadecimal digits, the same for equal facts."""
        return hashlib.sha256(json.dumps(self.facts, sort_keys=True).encode()).hexdigest()[:32]

    def differences(self, earlier: Mapping[str, Any]) -> list[str]:
        """What has another value than in the facts of an earlier run, a clause each."""
        names = [*self.facts, *(name for name in earlier if name not in self.facts)]
        return [
            _difference(name, earlier.get(name), self.facts.get(name))
            for name in names
            if earlier.get(name) != self.facts.get(name)
        ]


def identify_run(
    params: AutomaticMasksParams, reader: RasterReader, stretch: Stretch, loaded: LoadedModel
) -> RunIdentity:
    """The identity of a run on an open raster.

    Raises:
        EngineError: BAD_RASTER if the raster cannot be read.
    """
    raster = identify_raster(params.input, reader.bands)
    georeference = reader.info.georeference
    limits = [f"{low:g} to {high:g}" for low, high in zip(stretch.low, stretch.high)]
    facts = {
        "the raster": raster.path,
        "the raster's size in bytes": raster.bytes,
        "the raster's time of change": raster.modified,
        "one of the raster's files": _DIGEST + raster.files,
        "what the raster shows": _DIGEST + raster.pixels,
        "the raster's grid": [reader.info.width, reader.info.height, *georeference.transform],
        "the raster's CRS": _digest(georeference.crs_wkt),
        "the stretch to 8 bit": [stretch.method, *limits],
        "the model": f"{loaded.title} ({loaded.config})",
        "the model's weights": _DIGEST + loaded.sha256,
        "the version of SAM 2 Toolbox": plugin_version(),
        **_parameters(params),
    }
    return RunIdentity(raster.path, params.output, json.loads(json.dumps(facts)))


def _parameters(params: AutomaticMasksParams) -> dict[str, Any]:
    values = to_dict(params)
    left_out = (*_TOLD_OTHERWISE, *_OF_NO_EFFECT)
    return {
        spec.name.upper(): _digest(values[spec.name]) if spec.kind is Kind.POLYGONS else values[spec.name]
        for spec in specs_of(type(params))
        if spec.name not in left_out and spec.kind not in _OUTPUTS
    }


def _digest(text: str) -> str:
    return _DIGEST + hashlib.sha256(text.encode()).hexdigest() if text else ""


def _difference(name: str, before: Any, now: Any) -> str:
    was, is_now = _shown(before), _shown(now)
    if not was or not is_now:
        return f"{name} is not the same"
    return f"{name} was {was} and is now {is_now}"


def _shown(value: Any) -> str:
    """A value in a sentence; "" for one that says nothing to people."""
    if isinstance(value, bool):
        text = str(value).lower()
    elif isinstance(value, list):
        text = " ".join(map(str, value))
    else:
        text = "" if value is None else str(value)
    text = text or "not set"
    return "" if text.startswith(_DIGEST) or len(text) > _LONGEST_SHOWN else text
