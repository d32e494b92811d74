"""Where a result comes from, as QGIS layer metadata."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsLayerMetadata,
    QgsMapLayer,
    QgsNotSupportedException,
    QgsProviderRegistry,
)

COMPLETE = "complete"
CANCELLED = "cancelled"
FAILED = "failed"
UNFINISHED = "unfinished"

_PROVENANCE = "provenance: "

UNTRAINED = "untrained stand-in weights"

_SENTENCES = {
    COMPLETE: "The run came to its end.",
    CANCELLED: "The run was cancelled: only part of the raster has been segmented.",
    FAILED: "The run failed: only part of the raster has been segmented.",
    UNFINISHED: "The run has not come to its end: only part of the raster has been segmented.",
}


def layer_title(raster_name: str, status: str, trained: bool) -> str:
    """The result's name, after its raster; it says what would mislead."""
    doubts = [] if status == COMPLETE else [f"{status}, not complete"]
    doubts += [] if trained else [UNTRAINED]
    return f"{raster_name} objects" + (f" ({'; '.join(doubts)})" if doubts else "")


def describe_run(
    raster_name: str,
    crs: QgsCoordinateReferenceSystem,
    status: str,
    count: int,
    result: Mapping[str, Any],
    provenance: Mapping[str, Any],
) -> QgsLayerMetadata:
    """Metadata of a result layer.

    ``result`` is the job's; it is empty when the run did not come to its end. ``provenance`` goes
    into the history as JSON, together with the status.
    """
    trained = result.get("trained", True)
    # What a killed run leaves behind was described before anything was found.
    objects = "Objects" if status == UNFINISHED else f"{count} objects"
    sentences = [f"{objects} found in {raster_name} by SAM 2.", _SENTENCES[status]]
    if "model" in result:
        sentences.append(f"Model: {result['model']}.")
    if not trained:
        sentences.append(
            f"The model has {UNTRAINED}, which have learnt nothing: "
            "the objects show that the software works and mean nothing."
        )
    metadata = QgsLayerMetadata()
    metadata.setType("dataset")
    metadata.setTitle(layer_title(raster_name, status, trained))
    metadata.setAbstract(" ".join(sentences))
    metadata.setCrs(crs)
    metadata.setKeywords({"SAM 2 Toolbox": [f"status: {status}"]})
    metadata.setHistory(
        [
            f"Made with SAM 2 Toolbox, status: {status}, objects: {count}",
            f"{_PROVENANCE}{json.dumps({**provenance, 'status': status}, sort_keys=True)}",
        ]
    )
    return metadata


def provenance_of(layer: QgsMapLayer) -> dict[str, Any]:
    """What `describe_run` has written into a layer's history; empty for a layer of another origin."""
    for entry in layer.metadata().history():
        if entry.startswith(_PROVENANCE):
            try:
                known = json.loads(entry[len(_PROVENANCE) :])
            except ValueError:
                continue  # somebody has edited it: then it proves nothing
            return known if isinstance(known, dict) else {}
    return {}


def save_to_file(metadata: QgsLayerMetadata, destination: str) -> str:
    """Keep the metadata with the file: in the tables of a GeoPackage, beside other formats (.qmd).

    ``destination`` is an OGR source. Returns why it could not be kept, "" when it was.
    """
    try:
        saved, error = QgsProviderRegistry.instance().saveLayerMetadata(
            "ogr", _with_table(destination), metadata
        )
    except QgsNotSupportedException as unsupported:
        return str(unsupported)
    return "" if saved else error


def _with_table(destination: str) -> str:
    """The source with its table named: without, QGIS writes the metadata beside a GeoPackage."""
    if "|layername=" in destination or not destination.lower().endswith(".gpkg"):
        return destination
    tables = QgsProviderRegistry.instance().querySublayers(destination)
    return f"{destination}|layername={tables[0].name()}" if tables else destination
