"""From one CRS to another: what has no CRS is taken to be where it is drawn, as QGIS does."""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
)


def between(
    source: QgsCoordinateReferenceSystem, destination: QgsCoordinateReferenceSystem
) -> QgsCoordinateTransform:
    """The project's way from one CRS to the other; nothing is moved where either is unknown."""
    if not source.isValid() or not destination.isValid():
        return QgsCoordinateTransform()
    return QgsCoordinateTransform(source, destination, QgsProject.instance())


def point_between(
    point: QgsPointXY, source: QgsCoordinateReferenceSystem, destination: QgsCoordinateReferenceSystem
) -> QgsPointXY:
    """The point in the other CRS.

    Raises:
        QgsCsException: when it cannot be transformed.
    """
    return between(source, destination).transform(point)


def box_between(
    box: QgsRectangle, source: QgsCoordinateReferenceSystem, destination: QgsCoordinateReferenceSystem
) -> QgsRectangle:
    """The box around the box in the other CRS; a null rectangle where it cannot be transformed."""
    try:
        return between(source, destination).transformBoundingBox(box)
    except QgsCsException:
        return QgsRectangle()


def geometry_between(
    geometry: QgsGeometry, source: QgsCoordinateReferenceSystem, destination: QgsCoordinateReferenceSystem
) -> QgsGeometry:
    """A copy of the geometry in the other CRS.

    Raises:
        QgsCsException: when it cannot be transformed.
    """
    moved = QgsGeometry(geometry)
    transform = between(source, destination)
    if not transform.isShortCircuited():
        moved.transform(transform)
    return moved
