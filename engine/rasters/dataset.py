"""Opening what GDAL opens, and saying in a sentence why something cannot be opened."""

from __future__ import annotations

import os
import re
import warnings
from typing import Any

import numpy as np
import rasterio
from rasterio._err import CPLE_BaseError  # public nowhere
from rasterio.enums import ColorInterp, Interleaving, MaskFlags
from rasterio.errors import CRSError, NotGeoreferencedWarning, RasterioError, RPCError
from rasterio.vrt import WarpedVRT

from ..api.errors import Code, EngineError
from .georeference import Georeference

Dataset = Any  # rasterio.DatasetReader or WarpedVRT; rasterio has no types

# What rasterio raises for files GDAL cannot make sense of: its own errors, CRSError and RPCError
# (ValueErrors), IndexError, TypeError, UnicodeDecodeError from odd metadata, and GDAL's error as it
# is where rasterio does not wrap it (a warped dataset from bad control points, say).
READ_ERRORS = (RasterioError, CPLE_BaseError, OSError, ValueError, IndexError, TypeError)

# GDAL's own limits. The cache is its only memory that grows with the raster; it holds a row of
# 1024 pixel tiles of a strip file 20,000 pixels wide with three 16-bit bands, with room to spare.
# Pixel functions written in Python inside a VRT would run foreign code.
GDAL_OPTIONS = {
    "GDAL_CACHEMAX": 192 * 1024 * 1024,
    "GDAL_VRT_ENABLE_PYTHON": "NO",
    "GDAL_HTTP_CONNECTTIMEOUT": "20",
    "GDAL_HTTP_TIMEOUT": "50",
}

# GDAL decodes whole blocks; a block above this would not fit beside the model.
MAX_BLOCK_BYTES = 1024**3

VECTOR_SUFFIXES = (".gpkg", ".geojson", ".json", ".shp", ".kml", ".gml", ".fgb", ".gpx", ".dxf")


def open_dataset(path: str, **options: Any) -> Dataset:
    """Open a raster for reading.

    Returns:
        The dataset; where only GCPs say where it lies, a warped one on the grid QGIS shows.

    Raises:
        EngineError: BAD_RASTER if it is no readable raster, BAD_GEOREFERENCE if it must be
            orthorectified first.
    """
    if not path:
        raise EngineError(Code.BAD_PARAMETER, "INPUT is empty; choose a raster.")
    if _is_plain(path) and os.path.exists(path) and not (os.path.isfile(path) or os.path.isdir(path)):
        # Opening a pipe or a device would wait for ever.
        raise EngineError(Code.BAD_RASTER, f"{path} is not a file.")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        try:
            dataset = rasterio.open(path, **options)
        except READ_ERRORS as error:
            raise _cannot_open(path, error) from error
        try:
            _refuse_unreadable(path, dataset)
            return _placed(path, dataset)
        except BaseException:
            dataset.close()
            raise


def close_dataset(dataset: Dataset) -> None:
    """Close a dataset of ``open_dataset``, and the one behind it if it is warped."""
    source = source_of(dataset)
    dataset.close()
    source.close()


def source_of(dataset: Dataset) -> Dataset:
    """The dataset behind a warped one; any other itself."""
    return dataset.src_dataset if isinstance(dataset, WarpedVRT) else dataset


def georeference_of(path: str, dataset: Dataset, crs_wkt: str = "") -> Georeference:
    """The grid of a dataset; ``crs_wkt``, if given, replaces its CRS.

    Without georeference the grid is the one QGIS draws: one unit per pixel, y downwards from 0.

    Raises:
        EngineError: BAD_GEOREFERENCE, naming the file, if the grid has no area.
    """
    transform = tuple(float(number) for number in dataset.transform[:6])
    if not _is_georeferenced(dataset):
        transform = (1.0, 0.0, 0.0, 0.0, -1.0, 0.0)
    try:
        return Georeference(transform, crs_wkt or _wkt_of(dataset))  # type: ignore[arg-type]
    except EngineError as error:
        raise EngineError(error.code, f"{path} cannot be placed on the map. {error.message}") from error


def reason_of(path: str, error: BaseException) -> str:
    """What GDAL had to say, without rasterio's "see previous exception" and without the file's
    name, as part of a sentence."""
    while error.__cause__ is not None:
        error = error.__cause__
    text = " ".join(str(getattr(error, "errmsg", None) or error).split())
    for name in (f"'{path}'", path, os.path.basename(path)):
        text = text.replace(f"{name}, ", "").replace(f"{name}: ", "").replace(f"{name}:", "")
        text = text.replace(f"{name} not recognized", "not recognized")
    return text.strip(" .") or type(error).__name__


def _cannot_open(path: str, error: BaseException) -> EngineError:
    if _is_plain(path):
        try:
            with open(path, "rb") as file:
                empty = not file.read(1)
        except FileNotFoundError:
            return EngineError(Code.BAD_RASTER, f"{path} does not exist.")
        except IsADirectoryError:
            return EngineError(Code.BAD_RASTER, f"{path} is a folder; choose a raster file.")
        except PermissionError:
            return EngineError(Code.BAD_RASTER, f"{path} may not be read: permission denied.")
        except (OSError, ValueError) as failure:
            return EngineError(Code.BAD_RASTER, f"{path} cannot be read: {failure}.")
        if empty:
            return EngineError(Code.BAD_RASTER, f"{path} is an empty file.")
        if path.lower().endswith(VECTOR_SUFFIXES):
            return EngineError(
                Code.BAD_RASTER, f"{path} holds no raster that GDAL can read; it looks like a vector file."
            )
    return EngineError(Code.BAD_RASTER, f"{path} cannot be opened as a raster: {reason_of(path, error)}.")


def _is_plain(path: str) -> bool:
    """True for the path of a file, false for what only GDAL understands (/vsi, NETCDF:..., XML)."""
    return not path.startswith(("/vsi", "<")) and not re.match(r"[A-Za-z0-9_+]{2,}:", path)


def _refuse_unreadable(path: str, dataset: Dataset) -> None:
    if dataset.count == 0:
        inside = list(dataset.subdatasets)
        if not inside:
            raise EngineError(Code.BAD_RASTER, f"{path} has no raster bands.")
        shown = "; ".join(inside[:5]) + ("; ..." if len(inside) > 5 else "")
        raise EngineError(
            Code.BAD_RASTER, f"{path} has no bands of its own; choose one of the rasters inside it: {shown}."
        )
    height, width = dataset.block_shapes[0]
    together = dataset.count if dataset.interleaving == Interleaving.pixel else 1
    if height * width * together * _item_size(dataset.dtypes[0]) > MAX_BLOCK_BYTES:
        raise EngineError(
            Code.BAD_RASTER,
            f"{path} is stored in blocks of {width} x {height} pixels and {together} bands, too large to "
            "decode one by one; write it again in tiles (gdal_translate -co TILED=YES).",
        )


def _item_size(dtype: str) -> int:
    return 4 if dtype == "complex_int16" else np.dtype(dtype).itemsize  # numpy has no complex integers


def _placed(path: str, dataset: Dataset) -> Dataset:
    """The dataset on an affine grid."""
    if not dataset.transform.is_identity:
        return dataset
    if dataset.gcps[0]:
        return _warped(path, dataset)
    if dataset.rpcs is not None or dataset.tags(ns="GEOLOCATION"):
        model = "rational polynomial coefficients" if dataset.rpcs is not None else "geolocation arrays"
        raise EngineError(
            Code.BAD_GEOREFERENCE,
            f"{path} is placed on the map only by {model}; orthorectify it first (gdalwarp, or Warp in "
            "the toolbox).",
        )
    return dataset


def _is_georeferenced(dataset: Dataset) -> bool:
    """False where GDAL knows no geotransform. The identity that rasterio then gives may also be
    the file's own, rows upwards; only the warning tells the two apart."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", NotGeoreferencedWarning)
        dataset.read_transform()
    return not any(warning.category is NotGeoreferencedWarning for warning in caught)


def _warped(path: str, dataset: Dataset) -> Dataset:
    """The raster as QGIS shows it: on GDAL's suggested grid in the CRS of the GCPs."""
    no_validity = all(flags == [MaskFlags.all_valid] for flags in dataset.mask_flag_enums)
    has_alpha = ColorInterp.alpha in dataset.colorinterp
    # The warper would make the alpha band complex too, which GDAL then takes for no mask.
    is_complex = any(name.startswith("complex") for name in dataset.dtypes)
    try:
        warped = WarpedVRT(dataset, add_alpha=no_validity and not has_alpha and not is_complex)
    except READ_ERRORS as error:
        raise _bad_control_points(path, reason_of(path, error)) from error
    if warped.width < 1 or warped.height < 1:
        warped.close()
        raise _bad_control_points(path, f"they would make it {warped.width} x {warped.height} pixels")
    return warped


def _bad_control_points(path: str, reason: str) -> EngineError:
    return EngineError(
        Code.BAD_GEOREFERENCE,
        f"{path} cannot be placed on the map by its ground control points: {reason}.",
    )


def _wkt_of(dataset: Dataset) -> str:
    if dataset.crs is None:
        return ""
    for version in ("WKT2_2019", "WKT1_GDAL"):
        try:
            wkt = dataset.crs.to_wkt(version=version)
        except (CRSError, RPCError):
            continue  # not every CRS can be said in every version
        if wkt:
            return str(wkt)
    return ""
