"""sam2:encode: every window of a raster encoded ahead, so that clicks need the mask decoder only."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ..api.cache_folder import cache_folder, write_limit_mb
from ..api.errors import Code, EngineError
from ..api.parameters.canvas_params import EncodeParams
from ..api.parameters.params import ModelParams
from ..api.parameters.paramspec import from_dict
from ..canvas.canvas_session import CanvasRaster
from ..model.sam2_model import LoadedModel
from ..progress import Report
from ..rasters.area_of_interest import AreaOfInterest
from ..rasters.raster import RasterReader, open_raster
from ..tiles.tiling import Window, plan_tiles
from .embedding_cache import MB, EmbeddingCache, open_cache
from .encoded_windows import EncodedWindows, series_of


@dataclass(frozen=True, eq=False)
class _Wanted:
    """A window to encode, and where it is kept."""

    windows: EncodedWindows
    window: Window


class EncodeJob:
    """``load`` loads the model of the params; ``folder`` is the cache folder, by default the user's."""

    def __init__(
        self, load: Callable[[ModelParams, Report], LoadedModel], folder: Path | None = None
    ) -> None:
        self._load = load
        self._folder = folder

    def __call__(self, values: Mapping[str, Any], report: Report) -> dict[str, Any]:
        """Encode what is not there yet; a cancel keeps what is done.

        Raises:
            EngineError: BAD_PARAMETER if there is no room for all windows; OUTPUT_FAILED if they cannot
                be written; as opening, reading and loading do.
            Cancelled: by ``report``.
        """
        started = time.monotonic()
        params = from_dict(EncodeParams, values)
        folder = cache_folder() if self._folder is None else self._folder
        if params.cache_limit_mb:
            _keep_limit(folder, params.cache_limit_mb)
        with ExitStack() as stack:
            # Whatever part is encoded, clicks see the raster with the stretch of all of it.
            raster = CanvasRaster(params, folder, report)
            stack.callback(raster.close)
            report.progress(0.0, "loading the model")
            loaded = self._load(params, report)
            failures: list[str] = []
            disk = open_cache(failures.append, folder)
            wanted = list(_all_wanted(params, raster, loaded, disk, stack))
            size = sum(each.windows.bytes_each for each in wanted)
            _check_room(size, len(wanted), disk.limit)
            there = [each.windows.has(each.window) for each in wanted]
            empty = 0
            for done, each in enumerate(wanted):
                report.progress(done / len(wanted), f"window {done + 1} of {len(wanted)}")
                if not there[done]:
                    empty += not _encode(each, report)
                if failures:
                    raise EngineError(Code.OUTPUT_FAILED, failures[0])
        return {
            "count": len(wanted) - empty,
            "already_there": sum(there),
            "empty": empty,
            "size_mb": round(size * (len(wanted) - empty) / max(1, len(wanted)) / MB, 1),
            "seconds": round(time.monotonic() - started, 3),
            "model": loaded.title,
            "trained": loaded.trained,
        }


def _encode(wanted: _Wanted, report: Report) -> bool:
    """Encode a window; false, and nothing done, where it holds no data."""

    def step(_: float) -> None:
        report.check_cancelled()

    rgb, valid = wanted.windows.read(wanted.window, step)
    if valid.any():
        wanted.windows.encode(wanted.window, rgb, valid, step)
    return bool(valid.any())


def _all_wanted(
    params: EncodeParams, raster: CanvasRaster, loaded: LoadedModel, disk: EmbeddingCache, stack: ExitStack
) -> Iterator[_Wanted]:
    """The windows of the grid asked for and, with COARSER, of those above it."""
    series = series_of(raster.version, raster.native, raster.stretch, loaded)
    side = loaded.image_size
    finest = params.resolution or max(raster.native.info.georeference.pixel_size)
    for level in range(32):
        resolution = params.resolution if level == 0 else finest * 2.0**level
        on_level = replace(params, resolution=resolution)
        reader = stack.enter_context(open_raster(on_level))
        fineness = raster.fineness(reader.info.width, reader.info.height)
        windows = EncodedWindows(reader, raster.stretch, loaded, series, disk, fineness=fineness)
        area = AreaOfInterest.of(on_level, reader)
        for window in _windows(reader, side, params.overlap or side // 4):
            if area is None or area.intersects(window):
                yield _Wanted(windows, window)
        if not params.coarser or max(reader.info.width, reader.info.height) <= side:
            return


def _windows(reader: RasterReader, side: int, overlap: int) -> Iterator[Window]:
    """The windows that answer for the reader's region. They lie as if all of the raster were wanted, so
    that neighbouring extents share theirs."""
    info, region = reader.info, reader.region
    columns = plan_tiles(Window(0, 0, info.width, 1), side, overlap)
    rows = plan_tiles(Window(0, 0, 1, info.height), side, overlap)
    for row in rows:
        for column in columns:
            core = Window(column.core.x, row.core.y, column.core.width, row.core.height)
            if core.intersection(region) is not None:
                yield Window(column.window.x, row.window.y, column.window.width, row.window.height)


def _keep_limit(folder: Path, limit_mb: int) -> None:
    try:
        write_limit_mb(folder, limit_mb)
    except OSError as error:
        raise EngineError(
            Code.OUTPUT_FAILED,
            f"The folder of encoded windows, {folder}, cannot be written: {error.strerror or error}. Make "
            "room on that disk, or make the folder writable.",
        ) from error


def _check_room(size: int, count: int, limit: int) -> None:
    if size > limit:
        raise EngineError(
            Code.BAD_PARAMETER,
            f"{count} windows would take {size / MB:,.0f} MB, but encoded windows may take "
            f"{limit / MB:,.0f} MB. Choose a smaller EXTENT, a coarser RESOLUTION or a smaller MODEL, or "
            f"raise CACHE_LIMIT_MB to {-(-size // MB) + 1}.",
        )
