"""``ParamSpec`` to Processing parameter, and the values back to the worker's JSON."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import Any, Optional, Union

from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingParameterBand,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsRasterLayer,
)

from ..engine.api.errors import EngineError
from ..engine.api.parameters.paramspec import Kind, ParamSpec
from ..engine.api.settings import BEGIN_WITH, read_settings
from .raster_source import raster_layer, raster_path
from .refusal import refusal
from .translation import tr

OUTPUT_KINDS = (Kind.RASTER_OUT, Kind.FILE_OUT, Kind.FOLDER_OUT)
PROMPT_KINDS = (Kind.PROMPTS, Kind.POLYGON_PROMPTS)

# Decimals of the spin box; 9 because a pixel of a raster in degrees is some 0.000001.
_DECIMALS = {"%": 1, "pixels": 2, "m²": 2, "raster units per pixel": 9}

Values = dict[str, Any]
_Number = QgsProcessingParameterNumber


def name_of(spec: ParamSpec) -> str:
    """The parameter's name in Processing."""
    return spec.name.upper()


def definition_of(spec: ParamSpec) -> QgsProcessingParameterDefinition:
    """The Processing parameter of a spec; there is none for what is ``FILLED_IN``."""
    definition = _DEFINITIONS[spec.kind](spec, name_of(spec), _label(spec))
    if spec.name in BEGIN_WITH:
        # In dialogs only: what a script, a saved model or qgis_process leaves out is the same everywhere.
        definition.setGuiDefaultValueOverride(getattr(read_settings(), spec.name))
    definition.setHelp(f"{tr(spec.help)} ({_limits(spec)})" if _limits(spec) else tr(spec.help))
    if spec.advanced:
        definition.setFlags(definition.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
    return definition


def _label(spec: ParamSpec) -> str:
    return f"{tr(spec.title)} [{tr(spec.unit)}]" if spec.unit else tr(spec.title)


def _limits(spec: ParamSpec) -> str:
    if spec.kind not in (Kind.INTEGER, Kind.NUMBER):
        return ""
    noun = tr("a whole number") if spec.kind is Kind.INTEGER else tr("a number")
    if spec.minimum is None:
        pattern = tr("{noun}; default {default}")
    elif spec.maximum is None:
        pattern = tr("{noun} of at least {minimum}; default {default}")
    else:
        pattern = tr("{noun} from {minimum} to {maximum}; default {default}")
    ends = {name: f"{getattr(spec, name) or 0:g}" for name in ("minimum", "maximum", "default")}
    return pattern.format(noun=noun, **ends)


def _raster(spec: ParamSpec, name: str, label: str) -> QgsProcessingParameterDefinition:
    return QgsProcessingParameterRasterLayer(name, label, optional=spec.optional)


def _bands(spec: ParamSpec, name: str, label: str) -> QgsProcessingParameterDefinition:
    return QgsProcessingParameterBand(
        name, label, parentLayerParameterName="INPUT", optional=spec.optional, allowMultiple=True
    )


def _extent(spec: ParamSpec, name: str, label: str) -> QgsProcessingParameterDefinition:
    return QgsProcessingParameterExtent(name, label, optional=spec.optional)


def _polygons(spec: ParamSpec, name: str, label: str) -> QgsProcessingParameterDefinition:
    types = [QgsProcessing.SourceType.TypeVectorPolygon]
    return QgsProcessingParameterFeatureSource(name, label, types, optional=spec.optional)


def _prompts(spec: ParamSpec, name: str, label: str) -> QgsProcessingParameterDefinition:
    types = [QgsProcessing.SourceType.TypeVectorAnyGeometry]
    return QgsProcessingParameterFeatureSource(name, label, types, optional=spec.optional)


def _folder_out(spec: ParamSpec, name: str, label: str) -> QgsProcessingParameterDefinition:
    return QgsProcessingParameterFolderDestination(name, label, optional=spec.optional)


def _field(spec: ParamSpec, name: str, label: str) -> QgsProcessingParameterDefinition:
    return QgsProcessingParameterField(
        name, label, parentLayerParameterName=spec.parent.upper(), optional=spec.optional
    )


def _choice(spec: ParamSpec, name: str, label: str) -> QgsProcessingParameterDefinition:
    return QgsProcessingParameterEnum(
        name, label, list(spec.choices), defaultValue=spec.default, usesStaticStrings=True
    )


def _number(spec: ParamSpec, name: str, label: str) -> QgsProcessingParameterDefinition:
    # m² and raster units are plain numbers: a distance parameter would convert them to the layer's units.
    number_type = _Number.Type.Integer if spec.kind is Kind.INTEGER else _Number.Type.Double
    definition = _Number(name, label, number_type, defaultValue=spec.default, optional=spec.optional)
    if spec.minimum is not None:
        definition.setMinimum(spec.minimum)
    if spec.maximum is not None:
        definition.setMaximum(spec.maximum)
    decimals = _DECIMALS.get(spec.unit, 3)
    if round(spec.default, decimals) != spec.default:
        decimals = 6
    definition.setMetadata({"widget_wrapper": {"decimals": decimals}})
    return definition


def _boolean(spec: ParamSpec, name: str, label: str) -> QgsProcessingParameterDefinition:
    return QgsProcessingParameterBoolean(name, label, defaultValue=spec.default, optional=spec.optional)


def _text(spec: ParamSpec, name: str, label: str) -> QgsProcessingParameterDefinition:
    return QgsProcessingParameterString(name, label, defaultValue=spec.default, optional=spec.optional)


def _file(spec: ParamSpec, name: str, label: str) -> QgsProcessingParameterDefinition:
    definition = QgsProcessingParameterFile(name, label, optional=spec.optional)
    definition.setFileFilter(f"{tr(spec.file_filter)};;{tr('All files')} (*.*)")
    return definition


def _raster_out(spec: ParamSpec, name: str, label: str) -> QgsProcessingParameterDefinition:
    return QgsProcessingParameterRasterDestination(
        name, label, optional=spec.optional, createByDefault=not spec.optional
    )


def _file_out(spec: ParamSpec, name: str, label: str) -> QgsProcessingParameterDefinition:
    return QgsProcessingParameterFileDestination(
        name,
        label,
        fileFilter=spec.file_filter,
        optional=spec.optional,
        createByDefault=not spec.optional,
    )


_DEFINITIONS: dict[Kind, Callable[[ParamSpec, str, str], QgsProcessingParameterDefinition]] = {
    Kind.RASTER: _raster,
    Kind.BANDS: _bands,
    Kind.EXTENT: _extent,
    Kind.POLYGONS: _polygons,
    Kind.PROMPTS: _prompts,
    Kind.POLYGON_PROMPTS: _polygons,
    Kind.CHOICE: _choice,
    Kind.INTEGER: _number,
    Kind.NUMBER: _number,
    Kind.BOOLEAN: _boolean,
    Kind.TEXT: _text,
    Kind.FILE: _file,
    Kind.RASTER_OUT: _raster_out,
    Kind.FILE_OUT: _file_out,
    Kind.FOLDER_OUT: _folder_out,
    Kind.LAYER: _polygons,
    Kind.FIELD: _field,
}


class ParameterValues:
    """The user's values of one run, read in the words of the worker.

    ``settings`` reads what can be checked at once; ``outputs`` what is written. The polygons of
    an area of interest take time and are read by ``area_of_interest``, off the GUI thread.
    """

    def __init__(
        self,
        algorithm: QgsProcessingAlgorithm,
        specs: Iterable[ParamSpec],
        parameters: Values,
        context: QgsProcessingContext,
    ) -> None:
        self._algorithm = algorithm
        self._specs = tuple(specs)
        self._parameters = parameters
        self._context = context

    def settings(self) -> tuple[QgsRasterLayer, Values]:
        """The raster layer, and every value but vector layers and outputs, checked against its spec.

        Raises:
            QgsProcessingException: naming the first parameter that is wrong and what it may be.
        """
        raster_spec = next(spec for spec in self._specs if spec.kind is Kind.RASTER)
        layer = raster_layer(self._algorithm, name_of(raster_spec), self._parameters, self._context)
        values = {}
        for spec in self._specs:
            if spec.kind not in (Kind.POLYGONS, Kind.DESTINATION, *PROMPT_KINDS, *OUTPUT_KINDS):
                try:
                    values[spec.name] = _plain(spec.check(self._value(spec, layer)))
                except EngineError as error:
                    raise refusal(error.message) from error
        return layer, values

    def plain(self, crs: QgsCoordinateReferenceSystem) -> Values:
        """Every value that is no layer, checked against its spec; an extent in ``crs``.

        Raises:
            QgsProcessingException: naming the first parameter that is wrong and what it may be.
        """
        values = {}
        for spec in self._specs:
            if spec.kind in (Kind.RASTER, Kind.LAYER, Kind.LAYER_OUT, *OUTPUT_KINDS):
                continue
            name = name_of(spec)
            if spec.kind is Kind.EXTENT and self._given(spec):
                area = self._algorithm.parameterAsExtent(self._parameters, name, self._context, crs)
                value: Any = [area.xMinimum(), area.yMinimum(), area.xMaximum(), area.yMaximum()]
            elif spec.kind is Kind.FIELD:
                value = self._algorithm.parameterAsString(self._parameters, name, self._context)
            else:
                value = self._value(spec, None)
            try:
                values[spec.name] = _plain(spec.check(value))
            except EngineError as error:
                raise refusal(error.message) from error
        return values

    def outputs(self) -> Values:
        """Absolute paths to write, "" for those not asked for and for a layer that is no file."""
        values = {}
        for spec in self._specs:
            if spec.kind is Kind.DESTINATION:
                path = file_of(self._parameters.get(name_of(spec)))
                values[spec.name] = os.path.abspath(path) if path else ""
            if spec.kind in OUTPUT_KINDS:
                read = (
                    self._algorithm.parameterAsOutputLayer
                    if spec.kind is Kind.RASTER_OUT
                    else self._algorithm.parameterAsFileOutput
                )
                path = read(self._parameters, name_of(spec), self._context) if self._given(spec) else ""
                values[spec.name] = os.path.abspath(path) if path else ""
        return values

    def _given(self, spec: ParamSpec) -> bool:
        value = self._parameters.get(name_of(spec))
        return value is not None and value != NULL and value != ""

    def _value(self, spec: ParamSpec, layer: Optional[QgsRasterLayer]) -> Any:
        name = name_of(spec)
        if spec.kind is Kind.RASTER:
            return raster_path(layer)
        if spec.kind is Kind.CRS:
            return crs_wkt(layer.crs())
        if not self._given(spec):
            return spec.default
        if spec.kind is Kind.EXTENT:
            return self._extent(spec, layer)
        if spec.kind in (Kind.INTEGER, Kind.NUMBER):
            return self._number(name)
        if spec.kind is Kind.BANDS:
            return self._algorithm.parameterAsInts(self._parameters, name, self._context)
        if spec.kind is Kind.BOOLEAN:
            return self._algorithm.parameterAsBoolean(self._parameters, name, self._context)
        if spec.kind is Kind.TEXT:
            return self._algorithm.parameterAsString(self._parameters, name, self._context).strip()
        if spec.kind is Kind.FIELD:
            return self._algorithm.parameterAsString(self._parameters, name, self._context)
        if spec.kind is Kind.FILE:
            return os.path.abspath(self._algorithm.parameterAsFile(self._parameters, name, self._context))
        return self._choice(name)

    def _choice(self, name: str) -> Any:
        # parameterAsEnumString quietly turns a choice that does not exist into the default.
        given = self._parameters[name]
        if isinstance(given, (str, int)):
            return given
        return self._algorithm.parameterAsEnumString(self._parameters, name, self._context)

    def _number(self, name: str) -> Union[float, str]:
        # parameterAsDouble quietly turns "abc" into the default; qgis_process gives texts.
        given = self._parameters[name]
        if isinstance(given, str):
            try:
                return float(given)
            except ValueError:
                return given
        return self._algorithm.parameterAsDouble(self._parameters, name, self._context)

    def _extent(self, spec: ParamSpec, layer: QgsRasterLayer) -> list[float]:
        name = name_of(spec)
        rectangle = self._algorithm.parameterAsExtent(self._parameters, name, self._context, layer.crs())
        if rectangle.isEmpty():
            raise refusal(
                f"{name} is {self._parameters[name]}, which covers no area. Give xmin,xmax,ymin,ymax and, in "
                "square brackets, their CRS; or leave it empty for the whole raster."
            )
        if not rectangle.intersects(layer.extent()):
            raise refusal(
                f"{name} lies outside {layer.name()}, which covers {layer.extent().toString(6)}. "
                "Check the CRS of both, or leave it empty for the whole raster."
            )
        return [rectangle.xMinimum(), rectangle.yMinimum(), rectangle.xMaximum(), rectangle.yMaximum()]


def file_of(destination: Any) -> str:
    """The file an output value names, "" for a memory layer, a database or a temporary file."""
    sink = getattr(destination, "sink", None)
    text = sink.staticValue() if sink is not None else destination
    is_file = isinstance(text, str) and os.path.splitext(text)[1] and ":" not in text[2:]
    return str(text) if is_file else ""


def own_file(destination: Any) -> str:
    """As ``file_of``, "" where the features are fitted into a table of other fields."""
    remapping = getattr(destination, "useRemapping", None)
    return "" if remapping is not None and remapping() else file_of(destination)


def crs_wkt(crs: QgsCoordinateReferenceSystem) -> str:
    """WKT 2 that PROJ reads back without loss; "" when the layer has no CRS."""
    return crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED_GDAL) if crs.isValid() else ""


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
