"""A GeoPackage that is whole after every tile, whatever becomes of QGIS.

QGIS's own writer commits and builds the index when it is closed; killed before, it leaves a file
without a table. Here each batch of objects is one transaction of OGR, the spatial index and the
layer's extent included: what has been written can be opened at any moment.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Optional

from osgeo import gdal, ogr

from ..engine.api.features import Feature


class NotWritten(Exception):
    """Why objects could not be written, as part of a sentence."""


class GeoPackageWriter:
    """Adds objects to the first table of a GeoPackage that exists.

    One thread owns it, from the making to the end. OGR raises its errors or returns them, as
    whoever used it last in this process has chosen; both are understood.
    """

    def __init__(self, path: str, fields: Sequence[str]) -> None:
        """Open ``path``; ``fields`` are the names of the attributes, in their order.

        Raises:
            NotWritten: if it cannot be opened for writing or lacks a field.
        """
        self.count = 0
        with _failures():
            self._dataset = ogr.Open(path, 1)
            if self._dataset is None:
                raise NotWritten(_reason())
            self._layer = self._dataset.GetLayer(0)
            definition = self._layer.GetLayerDefn()
        self._places = [definition.GetFieldIndex(name) for name in fields]
        if -1 in self._places:
            raise NotWritten(f"it has no field {fields[self._places.index(-1)]}")

    def write(self, objects: Iterable[Feature]) -> None:
        """Write objects: all of them or, where that fails, none.

        Raises:
            NotWritten: with the reason.
        """
        count = 0
        with _failures():
            _require(self._dataset.StartTransaction())
            try:
                for found in objects:
                    self._add(found)
                    count += 1
                # Within the transaction, so that extent, index and count are never behind the rows.
                _require(self._layer.SyncToDisk())
                self._layer.GetFeatureCount()  # asked for, it is kept in the file as well
                _require(self._dataset.CommitTransaction())
            except BaseException:
                with suppress(RuntimeError):
                    self._dataset.RollbackTransaction()
                raise
        self.count += count

    def close(self) -> None:
        """Close the file; it is whole without, too."""
        self._layer = self._dataset = None

    def _add(self, found: Feature) -> None:
        row = ogr.Feature(self._layer.GetLayerDefn())
        for place, value in zip(self._places, found.attributes()):
            if value is None:
                row.SetFieldNull(place)
            else:
                row.SetField(place, int(value) if isinstance(value, bool) else value)
        _require(row.SetGeometry(ogr.CreateGeometryFromWkb(found.wkb)))
        _require(self._layer.CreateFeature(row))


def _require(code: Optional[int]) -> None:
    if code not in (None, ogr.OGRERR_NONE):
        raise NotWritten(_reason())


def _reason() -> str:
    return gdal.GetLastErrorMsg() or "the reason is not known"


@contextmanager
def _failures() -> Iterator[None]:
    """Errors of OGR are raised in its own words, and not printed."""
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        gdal.ErrorReset()
        yield
    except RuntimeError as error:
        raise NotWritten(str(error)) from error
    finally:
        gdal.PopErrorHandler()
