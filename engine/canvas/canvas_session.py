"""A raster open on the canvas: what clicks need and what need not be made again for every one."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import overload

from ..api.parameters.params import RasterParams
from ..embeddings.embedding_cache import EmbeddingCache
from ..embeddings.embedding_file import Place
from ..embeddings.encoded_windows import EmbeddingMemory, EncodedWindow, EncodedWindows, Step, series_of
from ..model.sam2_model import LoadedModel
from ..progress import Report
from ..rasters.geodesy import Ellipsoid, ellipsoid_of
from ..rasters.raster import RasterReader, open_raster
from ..rasters.raster_version import raster_version
from ..rasters.stretch_memory import whole_stretch
from .canvas_windows import Bounds, Levels


class CanvasRaster:
    """An open raster with its stretch over all of it. Use it in the thread that opened it.

    Readers of coarser grids are opened when they are asked for and closed with the raster, all in
    the order that GDAL's settings need: last opened, first closed.
    """

    def __init__(self, params: RasterParams, folder: Path, report: Report) -> None:
        """Open ``params.input``; ``folder`` keeps stretches.

        Raises:
            EngineError: as ``open_raster`` and ``compute_stretch``.
            Cancelled: by ``report``.
        """
        self._params = replace(params, extent=None, mask_layer="", resolution=0.0)
        self._readers: dict[tuple[int, int], RasterReader] = {}
        with ExitStack() as stack:
            self._stack = stack
            self.native = stack.enter_context(open_raster(self._params))
            self.version = raster_version(params.input, self.native.bands)
            report.progress(0.0, "reading the range of values")
            self.stretch = whole_stretch(
                self.native, self._params, self.version, folder, report.check_cancelled
            )
            for note in self.native.notes:
                report.log(note)
            self._stack = stack.pop_all()
        info = self.native.info
        self._readers[info.width, info.height] = self.native
        self.ellipsoid: Ellipsoid | None = ellipsoid_of(info.georeference.crs_wkt)

    @property
    def is_current(self) -> bool:
        """Whether the raster's files are as they were when it was opened."""
        return self.version.is_current

    def levels(self, side: int) -> Levels:
        """The raster's levels for a model that sees ``side`` pixels."""
        info = self.native.info
        return Levels(info.width, info.height, *info.georeference.pixel_size, side)

    def reader(self, grid_width: int, grid_height: int) -> RasterReader | None:
        """A reader on a grid of this size; None where RESOLUTION makes no such grid."""
        known = self._readers.get((grid_width, grid_height))
        if known is not None:
            return known
        resolution = self._resolution_of(grid_width, grid_height)
        if resolution is None:
            return None
        reader = self._stack.enter_context(open_raster(replace(self._params, resolution=resolution)))
        if (reader.info.width, reader.info.height) != (grid_width, grid_height):
            return None
        self._readers[grid_width, grid_height] = reader
        return reader

    def fineness(self, grid_width: int, grid_height: int) -> float:
        """How many of the raster's pixels a pixel of a grid covers."""
        info = self.native.info
        return info.width * info.height / (grid_width * grid_height)

    def close(self) -> None:
        """Let go of the files."""
        self._stack.close()

    def _resolution_of(self, grid_width: int, grid_height: int) -> float | None:
        """The middle of all RESOLUTIONs whose grid has this size; None where there is none."""
        info = self.native.info
        across, down = info.georeference.pixel_size
        sides = ((across * info.width, grid_width), (down * info.height, grid_height))
        least = max(length / (pixels + 0.5) for length, pixels in sides)
        # One pixel is the least there is: a narrow raster stays one pixel wide at any coarser resolution.
        most = min((length / (pixels - 0.5) for length, pixels in sides if pixels > 1), default=2 * least)
        return max(across, down, (least + most) / 2) if least < most else None


class CanvasSession:
    """A raster on the canvas, seen by a model.

    ``encoder_calls`` counts how often the encoder ran for this session.
    """

    def __init__(
        self,
        raster: CanvasRaster,
        loaded: LoadedModel,
        disk: EmbeddingCache,
        memory: EmbeddingMemory,
    ) -> None:
        self.raster = raster
        self.loaded = loaded
        self.levels = raster.levels(loaded.image_size)
        self._disk = disk
        self._memory = memory
        self._series = series_of(raster.version, raster.native, raster.stretch, loaded)
        self._grids: dict[tuple[int, int], EncodedWindows] = {}

    @property
    def encoder_calls(self) -> int:
        """How often the encoder ran to its end."""
        return sum(grid.encoder_calls for grid in self._grids.values())

    def windows(self, place: Place) -> EncodedWindows:
        """The windows of a grid this raster has, as that of every place ``window_for`` returns.

        Raises:
            LookupError: where it has no such grid.
        """
        windows = self._windows(place)
        if windows is None:
            raise LookupError(f"the raster has no grid of {place.grid_width} x {place.grid_height} pixels")
        return windows

    def _windows(self, place: Place) -> EncodedWindows | None:
        size = place.grid_width, place.grid_height
        if size not in self._grids:
            reader = self.raster.reader(*size)
            if reader is None:
                return None
            self._grids[size] = EncodedWindows(
                reader,
                self.raster.stretch,
                self.loaded,
                self._series,
                self._disk,
                self._memory,
                self.raster.fineness(*size),
            )
        return self._grids[size]

    @overload
    def window_for(self, wanted: Bounds, level: int, step: Step) -> tuple[Place, EncodedWindow]: ...

    @overload
    def window_for(
        self, wanted: Bounds, level: int, step: Step | None
    ) -> tuple[Place, EncodedWindow] | None: ...

    def window_for(self, wanted: Bounds, level: int, step: Step | None) -> tuple[Place, EncodedWindow] | None:
        """The window that answers for what is wanted.

        From ``level`` to the first coarser level that can hold what is wanted: a window held in memory,
        one on disk, else the lattice's, which is encoded. Without ``step`` nothing is encoded: the
        known window of the nearest level, None where none serves.

        Raises:
            EngineError: BAD_RASTER, OUT_OF_MEMORY.
            Cancelled: by ``step``.
        """
        held = self._memory.places(self._series)
        kept: list[Place] | None = None  # listed only if memory does not have it
        enough = self.levels.lattice_level(wanted, level)
        for candidate in range(level, enough + 1):
            found = self._found(self.levels.pick(held, wanted, candidate))
            if found is None:
                kept = self._disk.places(self._series) if kept is None else kept
                found = self._found(self.levels.pick(kept, wanted, candidate))
            if found is not None:
                return found
        if step is None:
            return self._found(self.levels.pick_any([*held, *(kept or ())], wanted, level))
        place = self.levels.lattice_place(enough, wanted)
        return place, self.windows(place).window(place.window, step)

    def find(self, place: Place) -> EncodedWindow | None:
        """A window without the encoder, or None."""
        found = self._found(place)
        return None if found is None else found[1]

    def _found(self, place: Place | None) -> tuple[Place, EncodedWindow] | None:
        windows = None if place is None else self._windows(place)
        window = None if windows is None or place is None else windows.find(place.window)
        return None if window is None or place is None else (place, window)
