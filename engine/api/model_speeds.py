"""How fast each model was when it was last measured on this computer."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Optional

from .environment import data_folder

_NAME = "speeds.json"


@dataclass(frozen=True)
class Speed:
    """Seconds for one tile of the model's own size and for one click on it, and on what."""

    tile_s: float
    click_s: float
    image_size: int
    device: str


def read_speeds() -> dict[str, Speed]:
    """What was measured, by the model's id."""
    speeds = {}
    for model_id, known in _read().items():
        speed = _speed(known)
        if speed is not None:
            speeds[model_id] = speed
    return speeds


def keep_speed(measured: Mapping[str, Any]) -> Speed:
    """Keep the result of the job measure_model, for the next session.

    Raises:
        OSError: if it cannot be kept.
        ValueError: if it is no such result.
    """
    speed = _speed(measured)
    if speed is None:
        raise ValueError(f"no speed of a model: {dict(measured)}")
    folder = data_folder()
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / f"{_NAME}.{os.getpid()}.part"
    try:
        known = {**_read(), str(measured["model"]): dict(measured)}
        part.write_text(json.dumps(known, indent=1), encoding="utf-8")
        os.replace(part, folder / _NAME)
    finally:
        part.unlink(missing_ok=True)
    return speed


def _read() -> dict[str, Any]:
    try:
        known = json.loads((data_folder() / _NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return known if isinstance(known, dict) else {}


def _speed(known: object) -> Optional[Speed]:
    try:
        return Speed(
            float(known["tile_s"]),  # type: ignore[index]
            float(known["click_s"]),  # type: ignore[index]
            int(known["image_size"]),  # type: ignore[index]
            str(known["device"]),  # type: ignore[index]
        )
    except (TypeError, KeyError, ValueError, OverflowError):
        return None
