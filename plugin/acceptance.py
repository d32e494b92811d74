"""An outline becomes a feature of the target layer: one edit command, in the layer's CRS and type."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCsException,
    QgsEditFormConfig,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsFeatureRequest,
    QgsFields,
    QgsGeometry,
    QgsSettings,
    QgsVectorLayer,
    QgsVectorLayerUtils,
    QgsWkbTypes,
)

from .placement import geometry_between
from .target import problem_with
from .translation import tr

_COMPUTED = QgsFields.FieldOrigin.OriginExpression

NEW, ADD, SUBTRACT, MERGE = "new", "add", "subtract", "merge"

_COMMANDS = {
    NEW: "Add outline by SAM 2",
    ADD: "Add outline by SAM 2 to the polygon",
    SUBTRACT: "Subtract outline by SAM 2 from the polygon",
    MERGE: "Merge outline by SAM 2 with the last one",
}

# Shows the form of a new feature and adds it when the user agrees; calls back whether they did.
ShowForm = Callable[[QgsVectorLayer, QgsFeature, str, Callable[[bool], None]], None]


class Refused(Exception):
    """Why the outline has not been taken: a sentence with the way out."""


@dataclass(frozen=True)
class Outline:
    """What is accepted: a geometry in ``crs`` and the attributes for fields that exist."""

    geometry: QgsGeometry
    crs: QgsCoordinateReferenceSystem
    attributes: Mapping[str, Any]


class Acceptance:
    """Writes outlines, and remembers the last one for a merge."""

    def __init__(self, show_form: ShowForm) -> None:
        self._show_form = show_form
        self._last: Optional[QgsGeometry] = None
        self._last_layer = ""

    def accept(
        self, layer: Optional[QgsVectorLayer], outline: Outline, how: str, done: Callable[[str], None]
    ) -> None:
        """Write the outline; ``done`` is called with the feature's story once it is in the layer.

        Args:
            layer: The target layer.
            outline: What to write.
            how: NEW, or ADD or SUBTRACT (the one selected feature), or MERGE (the last one).
            done: Called now, or when the form of a new feature has been filled in; never when the
                user cancels the form.

        Raises:
            Refused: when nothing has been or will be written.
        """
        problem = problem_with(layer, changes=how != NEW)
        if problem or layer is None:
            raise Refused(problem)
        try:
            geometry = geometry_between(outline.geometry, outline.crs, layer.crs())
        except QgsCsException as error:
            raise Refused(
                f"The outline cannot be brought into the CRS of {layer.name()}. Check the CRS of both layers."
            ) from error
        if not layer.isEditable() and not layer.startEditing():
            raise Refused(f"{layer.name()} cannot be edited just now. Is another program writing to it?")
        if how == NEW:
            self._add(layer, geometry, outline.attributes, done)
        else:
            self._change(layer, geometry, how, done)

    def forget(self) -> None:
        """The last outline is not to be merged with."""
        self._last = None

    def _add(
        self,
        layer: QgsVectorLayer,
        geometry: QgsGeometry,
        attributes: Mapping[str, Any],
        done: Callable[[str], None],
    ) -> None:
        parts = geometry.coerceToType(layer.wkbType())
        if not parts:
            raise Refused(f"{layer.name()} takes no polygons. Choose another layer.")
        context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
        values = _values(layer, attributes)
        features = [QgsVectorLayerUtils.createFeature(layer, part, values, context) for part in parts]

        def added() -> None:
            self._last, self._last_layer = geometry, layer.id()
            layer.triggerRepaint()
            done("" if len(parts) == 1 else f"{len(parts)} polygons, as the layer takes single ones.")

        command = tr(_COMMANDS[NEW])
        if len(features) == 1 and wants_form(layer):
            self._show_form(layer, features[0], command, lambda agreed: added() if agreed else None)
            return
        layer.beginEditCommand(command)
        if not all(layer.addFeature(feature) for feature in features):
            layer.destroyEditCommand()
            raise Refused(f"{layer.name()} did not take the outline. Look at the constraints of its fields.")
        layer.endEditCommand()
        added()

    def _change(
        self, layer: QgsVectorLayer, geometry: QgsGeometry, how: str, done: Callable[[str], None]
    ) -> None:
        feature = self._last_feature(layer) if how == MERGE else _selected_feature(layer)
        old = feature.geometry()
        changed = old.difference(geometry) if how == SUBTRACT else old.combine(geometry)
        if changed.isEmpty() or changed.type() != QgsWkbTypes.GeometryType.PolygonGeometry:
            raise Refused("Nothing would be left of the polygon. Delete it with QGIS's own tools instead.")
        parts = changed.coerceToType(layer.wkbType())
        if len(parts) != 1:
            raise Refused(
                f"The polygon would fall into {len(parts)} parts, and {layer.name()} takes single polygons. "
                "Accept the outline as a new polygon instead."
            )
        layer.beginEditCommand(tr(_COMMANDS[how]))
        if not layer.changeGeometry(feature.id(), parts[0]):
            layer.destroyEditCommand()
            raise Refused(f"{layer.name()} did not take the changed polygon.")
        layer.endEditCommand()
        self._last, self._last_layer = parts[0], layer.id()
        layer.triggerRepaint()
        done("")

    def _last_feature(self, layer: QgsVectorLayer) -> QgsFeature:
        """The feature of the last outline. Its id changes when the layer is saved, its shape does not."""
        if self._last is not None and self._last_layer == layer.id():
            request = QgsFeatureRequest(self._last.boundingBox()).setNoAttributes()
            for feature in layer.getFeatures(request):
                if feature.geometry().isGeosEqual(self._last):
                    return feature
        raise Refused("There is no last outline in the target layer to merge with. Accept one first.")


def wants_form(layer: QgsVectorLayer) -> bool:
    """Whether QGIS would show the form of a feature just drawn in this layer."""
    suppress = layer.editFormConfig().suppress()
    if suppress == QgsEditFormConfig.FeatureFormSuppress.SuppressOn:
        return False
    if suppress == QgsEditFormConfig.FeatureFormSuppress.SuppressOff:
        return True
    key = "qgis/digitizing/disable_enter_attribute_values_dialog"
    return not QgsSettings().value(key, False, type=bool)


def _selected_feature(layer: QgsVectorLayer) -> QgsFeature:
    selected = layer.selectedFeatures()
    if len(selected) != 1:
        raise Refused(f"Select exactly one polygon of {layer.name()} first; {len(selected)} are selected.")
    return selected[0]


def _values(layer: QgsVectorLayer, attributes: Mapping[str, Any]) -> dict[int, Any]:
    """Attributes by index for the fields the layer has; what does not fit a field is left out."""
    values = {}
    fields = layer.fields()
    for name, value in attributes.items():
        index = fields.lookupField(name)
        if index < 0 or value is None or fields.fieldOrigin(index) == _COMPUTED:
            continue
        length = fields.at(index).length()
        fitting = value[:length] if isinstance(value, str) and length > 0 else value
        try:
            values[index] = fields.at(index).convertCompatible(fitting)
        except ValueError:
            continue
    return values
