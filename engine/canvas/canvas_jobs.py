"""The jobs of the canvas: prepare a view, answer a prompt, show what the model sees.

They run in one long-lived worker, one at a time. Raster, stretch, model and the last encoded
windows stay open between them, so that a click on ground that is known costs the mask decoder only.
docs/canvas_jobs.md is the contract with the plugin.
"""

from __future__ import annotations

import base64
import math
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from ..api.cache_folder import cache_folder
from ..api.errors import Code, EngineError
from ..api.parameters.canvas_params import CanvasEncodeParams, CanvasLookParams, CanvasPromptParams
from ..api.parameters.params import ModelParams, RasterParams
from ..api.parameters.paramspec import from_dict, specs_of
from ..api.settings import on_this_computer
from ..embeddings.embedding_cache import MB, open_cache
from ..embeddings.embedding_file import Place
from ..embeddings.encoded_windows import EmbeddingMemory
from ..model.sam2_embedding import use_threads
from ..model.sam2_model import LoadedModel
from ..progress import Report
from ..rasters.georeference import Georeference
from ..tiles.tiling import Window
from .canvas_answers import Answer, answer, features_on_map
from .canvas_prompts import CanvasPrompt
from .canvas_session import CanvasRaster, CanvasSession
from .canvas_windows import Bounds

# Fields that do not change what a raster looks like.
_NOT_LOOKED_AT = ("extent", "mask_layer", "resolution")


class CanvasJobs:
    """What stays open between the jobs of one worker. ``load`` loads the model of the params."""

    def __init__(
        self, load: Callable[[ModelParams, Report], LoadedModel], folder: Path | None = None
    ) -> None:
        """``folder`` is the cache folder, by default the user's."""
        self._load = load
        self._folder = folder
        self._memory = EmbeddingMemory(0)
        self._raster: tuple[tuple[object, ...], CanvasRaster] | None = None
        self._model: tuple[tuple[object, ...], LoadedModel] | None = None
        self._session: CanvasSession | None = None
        self._last: Answer | None = None
        self._report: Report | None = None

    def encode(self, values: Mapping[str, Any], report: Report) -> dict[str, Any]:
        """canvas_encode: have the window ready that answers in the middle of a view."""
        started = time.monotonic()
        params = from_dict(CanvasEncodeParams, values)
        session = self._opened(params, report)
        middle = _middle(params.view, session.raster)
        calls = session.encoder_calls
        seen = session.window_for(middle, session.levels.level_at(params.pixel), _Encoding(report))
        return {
            **_described(session, seen[0]),
            "cached": session.encoder_calls == calls,
            "seconds": round(time.monotonic() - started, 4),
        }

    def prompt(self, values: Mapping[str, Any], report: Report) -> dict[str, Any]:
        """canvas_prompt: the candidates for what was clicked, best first, as features."""
        started = time.monotonic()
        params = from_dict(CanvasPromptParams, values)
        # A hover costs less than asking for the state of all files of a large mosaic.
        session = self._opened(params, report, trust=params.preview)
        info = session.raster.native.info
        prompt = CanvasPrompt.of(params, info)
        opened = time.monotonic()
        encoding = _Encoding(report) if params.may_encode else None
        calls = session.encoder_calls
        answered = answer(session, params, prompt, self._last, encoding)
        decoded = time.monotonic()
        features = [] if answered is None else features_on_map(session, params, answered)
        report.features(features)
        if not params.preview:
            self._last = answered
        ended = time.monotonic()
        place = {"window": None} if answered is None else _described(session, answered.place)
        return {
            **place,
            "encoded": session.encoder_calls > calls,
            "candidates": len(features),
            "seconds": {
                "open": round(opened - started, 4),
                "answer": round(decoded - opened, 4),
                "outline": round(ended - decoded, 4),
                "total": round(ended - started, 4),
            },
        }

    def look(self, values: Mapping[str, Any], report: Report) -> dict[str, Any]:
        """canvas_look: a PNG of the view as the model sees it."""
        params = from_dict(CanvasLookParams, values)
        raster = self._opened_raster(params, report)
        levels = raster.levels(params.side)
        view = _clipped(params.view, raster)
        width, height = levels.grid(levels.level_of_picture(view, params.pixel))
        reader = raster.reader(width, height)
        if reader is None:
            raise LookupError(f"the raster has no grid of {width} x {height} pixels, but its levels do")
        window = _touched(view, width / raster.native.info.width, height / raster.native.info.height)
        values_there, valid = reader.read(window)
        rgb = raster.stretch.to_rgb(values_there, valid)
        _, png = cv2.imencode(".png", np.dstack([rgb[..., ::-1], np.where(valid, 255, 0).astype(np.uint8)]))
        return {
            "png": base64.b64encode(png.tobytes()).decode("ascii"),
            "corners": _corners(reader.info.georeference, window),
            "stretch": raster.stretch.method,
            "low": raster.stretch.low,
            "high": raster.stretch.high,
            "bands": raster.native.bands,
        }

    def close(self, values: Mapping[str, Any], report: Report) -> dict[str, Any]:
        """canvas_close: let go of the raster's file and of memory; the model stays loaded."""
        self._close_raster()
        self._memory.clear()
        return {}

    def _opened(self, params: CanvasEncodeParams, report: Report, trust: bool = False) -> CanvasSession:
        """The session of a raster and a model, as it was left or anew; see ``_opened_raster``."""
        raster = self._opened_raster(params, report, trust)
        loaded = self._loaded(params, report)
        self._memory.limit = params.memory_limit_mb * MB
        if self._session is None:
            disk = open_cache(self._warn, self._cache())
            self._session = CanvasSession(raster, loaded, disk, self._memory)
        use_threads(loaded)
        return self._session

    def _opened_raster(self, params: RasterParams, report: Report, trust: bool = False) -> CanvasRaster:
        """The raster, opened again where its files have changed; with ``trust`` nobody looks."""
        self._report = report
        key = tuple(
            getattr(params, spec.name) for spec in specs_of(RasterParams) if spec.name not in _NOT_LOOKED_AT
        )
        if self._raster is not None and self._raster[0] == key and (trust or self._raster[1].is_current):
            return self._raster[1]
        self._close_raster()
        report.progress(0.0, "opening the raster")
        self._raster = key, CanvasRaster(params, self._cache(), report)
        return self._raster[1]

    def _loaded(self, params: ModelParams, report: Report) -> LoadedModel:
        params = on_this_computer(params)
        key = tuple(getattr(params, spec.name) for spec in specs_of(ModelParams))
        if self._model is None or self._model[0] != key:
            self._session = self._last = None
            self._model = None  # its memory is free before the next one is loaded
            self._memory.clear()
            report.progress(0.0, "loading the model")
            self._model = key, self._load(params, report)
        return self._model[1]

    def _close_raster(self) -> None:
        self._session = self._last = None
        if self._raster is not None:
            self._raster[1].close()
            self._raster = None

    def _cache(self) -> Path:
        return cache_folder() if self._folder is None else self._folder

    def _warn(self, sentence: str) -> None:
        if self._report is not None:
            self._report.log(sentence, "warning")


class _Encoding:
    """A ``Step`` that passes on how far an encoding is, and whether to stop."""

    def __init__(self, report: Report) -> None:
        self._report = report

    def __call__(self, share: float) -> None:
        self._report.check_cancelled()
        self._report.progress(share, "encoding")


def _described(session: CanvasSession, place: Place) -> dict[str, Any]:
    georeference = session.windows(place).reader.info.georeference
    return {
        "window": place.name,
        "corners": _corners(georeference, place.window),
        "resolution": max(georeference.pixel_size),
    }


def _corners(georeference: Georeference, window: Window) -> list[list[float]]:
    """A window's corners on the map: top left, top right, bottom right, bottom left, as its rows run."""
    ends = [(window.x, window.y), (window.right, window.y), (window.right, window.bottom)]
    corners: list[list[float]] = georeference.to_map(
        np.array([*ends, (window.x, window.bottom)], np.float64)
    ).tolist()
    return corners


def _clipped(view: tuple[float, float, float, float] | None, raster: CanvasRaster) -> Bounds:
    """A view in the raster's pixels, what lies outside the raster left out; all of it without a view."""
    info = raster.native.info
    whole = Bounds(0.0, 0.0, float(info.width), float(info.height))
    if view is None:
        return whole
    xmin, ymin, xmax, ymax = view
    corners = info.georeference.to_pixel(np.array([(xmin, ymin), (xmax, ymin), (xmax, ymax), (xmin, ymax)]))
    (left, top), (right, bottom) = corners.min(axis=0).tolist(), corners.max(axis=0).tolist()
    clipped = Bounds(max(left, 0.0), max(top, 0.0), min(right, whole.right), min(bottom, whole.bottom))
    if clipped.left >= clipped.right or clipped.top >= clipped.bottom:
        raise EngineError(
            Code.BAD_PARAMETER, f"The view does not touch {info.path}. Move the map to where the raster is."
        )
    return clipped


def _middle(view: tuple[float, float, float, float] | None, raster: CanvasRaster) -> Bounds:
    x, y = _clipped(view, raster).centre
    return Bounds(x, y, x, y)


def _touched(bounds: Bounds, across: float, down: float) -> Window:
    """The pixels of a grid that bounds inside the raster touch; the factors lead to that grid."""
    x, y = math.floor(bounds.left * across), math.floor(bounds.top * down)
    right, bottom = math.ceil(bounds.right * across), math.ceil(bounds.bottom * down)
    return Window(x, y, right - x, bottom - y)
