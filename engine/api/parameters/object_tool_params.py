"""Parameters of the jobs that work on finished objects."""

from __future__ import annotations

from dataclasses import dataclass

from .paramspec import Kind, param


@dataclass(frozen=True)
class OverlappingObjectsParams:
    """sam2:overlappingobjects."""

    input: str = param("", "Objects", "A layer of polygons.", kind=Kind.LAYER)
    id_field: str = param(
        "",
        "Number field",
        "Names the objects of a pair. Left empty: 1, 2, 3 ...",
        kind=Kind.FIELD,
        optional=True,
    )
    least_share: float = param(
        0.0,
        "Least share",
        "Leave out pairs whose overlap is a smaller share of both objects than this.",
        minimum=0.0,
        maximum=1.0,
    )
    output: str = param("", "Overlaps", "The shared area of every pair.", kind=Kind.LAYER_OUT)


@dataclass(frozen=True)
class ObjectsOnRasterParams:
    """Which objects, on which raster."""

    input: str = param("", "Objects", "A layer of polygons, in any CRS.", kind=Kind.LAYER)
    reference: str = param("", "Raster", "The raster under the objects.", kind=Kind.RASTER)


@dataclass(frozen=True)
class ObjectStatisticsParams(ObjectsOnRasterParams):
    """sam2:objectstatistics."""

    output: str = param("", "Objects with statistics", "The objects, with fields added.", kind=Kind.LAYER_OUT)


@dataclass(frozen=True)
class ExtractObjectsParams(ObjectsOnRasterParams):
    """sam2:extractobjects."""

    layout: str = param(
        "files",
        "Layout",
        "files: a GeoTIFF for every object, where it lies. atlas: one picture, atlas.tif, of all objects "
        "side by side, the highest first.",
        choices=("files", "atlas"),
    )
    buffer: int = param(
        0,
        "Margin",
        "Pixels around the object's box that the picture shows, transparent like all outside the object.",
        minimum=0,
        maximum=4096,
        unit="pixels",
    )
    name_field: str = param(
        "", "Name field", "Names the files. Left empty: 1, 2, 3 ...", kind=Kind.FIELD, optional=True
    )
    output: str = param("", "Folder", "Where the pictures go.", kind=Kind.FOLDER_OUT)
    index: str = param(
        "",
        "Index",
        "The objects with the file their picture is in and, in pixels, its place there: the coverage layer "
        "for the atlas of a print layout, say.",
        kind=Kind.LAYER_OUT,
        optional=True,
    )


@dataclass(frozen=True)
class RemoveObjectsParams(ObjectsOnRasterParams):
    """sam2:removeobjects."""

    buffer: int = param(
        2,
        "Margin",
        "Pixels around the objects that are replaced too: shadows and blurred edges.",
        minimum=0,
        maximum=256,
        unit="pixels",
    )
    method: str = param(
        "telea",
        "Method",
        "telea: fast, even. navier_stokes: carries lines on into the gap.",
        choices=("telea", "navier_stokes"),
        advanced=True,
    )
    radius: int = param(
        5,
        "Radius",
        "How far around a pixel its filling is looked for.",
        minimum=1,
        maximum=64,
        unit="pixels",
        advanced=True,
    )
    output: str = param("", "Raster without objects", "A GeoTIFF.", kind=Kind.RASTER_OUT)
