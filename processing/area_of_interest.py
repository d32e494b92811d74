"""The polygons of a layer as one geometry in the raster's CRS."""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsWkbTypes,
)

from .refusal import refusal


def multipolygon_hex(
    source: QgsProcessingFeatureSource,
    crs: QgsCoordinateReferenceSystem,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> str:
    """Hex WKB of the union of all polygons, reprojected to ``crs`` where both CRSs are known.

    Raises:
        QgsProcessingException: when there is no polygon, or one cannot be reprojected.
    """
    request = QgsFeatureRequest().setNoAttributes()
    lost: list[int] = []
    if crs.isValid() and source.sourceCrs().isValid():
        request.setDestinationCrs(crs, context.transformContext())
        # Where PROJ fails, QGIS says nothing and drops the geometry, or makes it infinite.
        request.setTransformErrorCallback(lambda feature: lost.append(feature.id()))
    polygons = []
    for feature in source.getFeatures(request):
        if feedback.isCanceled():
            break
        geometry = feature.geometry()
        if not geometry.boundingBox().isFinite():
            lost.append(feature.id())
        elif not geometry.isEmpty():
            polygons.append(_flat(geometry))
    if lost:
        raise refusal(
            f"Feature {lost[0]} of {source.sourceName()} cannot be reprojected to the raster's CRS. "
            "Check the CRS of the layer, or leave MASK_LAYER empty."
        )
    union = QgsGeometry.unaryUnion(polygons) if polygons else QgsGeometry()
    parts = [part for part in union.asGeometryCollection() if part.type() == _POLYGON]
    area = QgsGeometry.collectGeometry(parts) if parts else QgsGeometry()
    if area.isEmpty():
        raise refusal(
            f"{source.sourceName()} has no polygons, so there is no area of interest. "
            "Draw one, clear the selection, or leave MASK_LAYER empty."
        )
    return bytes(area.asWkb()).hex()


_POLYGON = QgsWkbTypes.GeometryType.PolygonGeometry


def _flat(geometry: QgsGeometry) -> QgsGeometry:
    """A valid copy without Z, M and curves."""
    flat = QgsGeometry(geometry)
    flat.convertToStraightSegment()
    abstract = flat.get()
    abstract.dropZValue()
    abstract.dropMValue()
    return flat if flat.isGeosValid() else flat.makeValid()
