"""The label raster: a GeoTIFF whose pixels hold the object's number.

It is written at the end, window by window, when it is known which object is on top (``painting.py``).
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np

from ..objects import FoundObject
from ..outlines.painting import Spool
from .number_raster import WINDOW, write_number_raster
from .raster import RasterInfo
from .whole_file import keep_apart, writing

_WHAT = "The label raster"


class LabelRaster:
    """Collects finished objects and writes them as labels on the run's grid.

    Larger objects are painted first, so that smaller ones stay visible on top of them; of two
    of the same size that with the larger id is on top. The file appears under its name only
    when it is whole.
    """

    def __init__(self, path: str, grid: RasterInfo) -> None:
        """Prepare to write ``path``; an existing file stays as it is until ``finish``.

        Raises:
            EngineError: OUTPUT_FAILED if the folder cannot be written to, BAD_PARAMETER if
                ``path`` is the raster being read.
        """
        self._path = path
        self._grid = grid
        keep_apart(path, "LABELS", grid.path)
        with writing(path, _WHAT):
            if Path(path).is_dir():
                raise IsADirectoryError("it is a folder")
            self._spool = Spool(Path(path).absolute().parent)

    def add(self, object_id: int, found: FoundObject) -> None:
        """Take a finished object; ids are 1 to 4,294,967,295.

        Raises:
            EngineError: OUTPUT_FAILED if the disk is full.
        """
        with writing(self._path, _WHAT):
            self._spool.add(object_id, found)

    def finish(self, check_cancelled: Callable[[], None] = lambda: None) -> None:
        """Paint everything and put the file in its place.

        Args:
            check_cancelled: called before every window; raises ``Cancelled`` to stop.

        Raises:
            EngineError: OUTPUT_FAILED if the file cannot be written.
        """
        try:
            with writing(self._path, _WHAT):
                painting = self._spool.painting(WINDOW)
            write_number_raster(
                self._path,
                _WHAT,
                (self._grid.width, self._grid.height),
                self._grid.georeference,
                np.uint16 if painting.largest_number <= np.iinfo(np.uint16).max else np.uint32,
                painting.paint,
                check_cancelled,
                description="object_id",
            )
        finally:
            self.abandon()

    def abandon(self) -> None:
        """Remove what is temporary; does nothing after ``finish`` or a second time."""
        self._spool.close()
