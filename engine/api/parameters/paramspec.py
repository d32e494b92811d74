"""How a parameter is declared once and read everywhere.

A parameter is a dataclass field made by ``param()``. From its ``ParamSpec`` come the
Processing parameter, the check of incoming JSON, the settings key and docs/parameters.md.
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Mapping
from enum import Enum
from typing import Any, Optional, TypeVar

from ..errors import Code, EngineError

_KEY = "param"
T = TypeVar("T")


class Kind(str, Enum):
    """What a parameter is to the user; decides its widget and its JSON form."""

    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    CHOICE = "choice"
    RASTER = "raster"  # JSON: path as GDAL opens it
    BANDS = "bands"  # JSON: list of 1-based band numbers
    EXTENT = "extent"  # JSON: [xmin, ymin, xmax, ymax] in the raster's CRS, or null
    POINTS = "points"  # JSON: list of [x, y, label] in the raster's CRS; 1 foreground, 0 background
    BOX = "box"  # JSON: as an extent, or its four corners [[x, y], ...] where the map is turned; or null
    POLYGONS = "polygons"  # JSON: hex WKB of one multipolygon in the raster's CRS, or ""
    LAYER = "layer"  # JSON: path of a layer_file with the features, or ""
    FIELD = "field"  # JSON: name of a field of the layer ``parent``, or ""
    PROMPTS = "prompts"  # JSON: path of a file of prompts (api/prompts.py), of any geometry
    POLYGON_PROMPTS = "polygon_prompts"  # JSON: the same, of polygons
    TEXT = "text"
    FILE = "file"  # JSON: path, or ""
    RASTER_OUT = "raster_out"  # JSON: path to write, or ""
    FILE_OUT = "file_out"  # JSON: path to write, or ""
    FOLDER_OUT = "folder_out"  # JSON: path of a folder to write to
    LAYER_OUT = "layer_out"  # JSON: path where the worker writes a layer_file, or ""
    CRS = "crs"  # JSON: WKT, or "" for the raster's own; filled in by the caller, never asked
    DESTINATION = "destination"  # JSON: path of the layer, "" if it is no file; filled in, never asked


FILLED_IN = (Kind.CRS, Kind.DESTINATION)
"""What the caller knows without asking."""


@dataclasses.dataclass(frozen=True)
class ParamSpec:
    """One declared parameter. ``name`` is lower case; Processing shows it in upper case."""

    name: str
    kind: Kind
    default: Any
    title: str
    help: str
    minimum: Optional[float] = None
    maximum: Optional[float] = None
    unit: str = ""
    choices: tuple[str, ...] = ()
    advanced: bool = False
    optional: bool = False
    file_filter: str = ""
    parent: str = "input"

    def check(self, value: Any) -> Any:
        """Return ``value`` in the type the dataclass holds.

        Raises:
            EngineError: BAD_PARAMETER, naming the parameter, the value and what is allowed.
        """
        convert = _CONVERTERS[self.kind]
        try:
            checked = convert(self, value)
        except (TypeError, ValueError, OverflowError) as error:  # int(inf) overflows
            raise self._refusal(value) from error
        if isinstance(checked, (int, float)) and not isinstance(checked, bool):
            if self.minimum is not None and checked < self.minimum:
                raise self._refusal(value)
            if self.maximum is not None and checked > self.maximum:
                raise self._refusal(value)
        return checked

    def allowed(self) -> str:
        """Say in words which values are accepted."""
        if self.kind is Kind.CHOICE:
            return "one of " + ", ".join(self.choices)
        if self.kind is Kind.BOOLEAN:
            return "true or false"
        if self.kind is Kind.BANDS:
            return "a list of band numbers, starting at 1"
        if self.kind is Kind.EXTENT:
            return "four numbers xmin, ymin, xmax, ymax with xmin < xmax and ymin < ymax"
        if self.kind is Kind.POINTS:
            return "a list of points x, y, label with label 1 (foreground) or 0 (background)"
        if self.kind is Kind.BOX:
            return "four numbers xmin, ymin, xmax, ymax, or four corners x, y"
        if self.kind not in (Kind.INTEGER, Kind.NUMBER):
            return "a text"
        noun = "a whole number" if self.kind is Kind.INTEGER else "a number"
        if self.minimum is not None and self.maximum is not None:
            return f"{noun} from {self.minimum:g} to {self.maximum:g}"
        if self.minimum is not None:
            return f"{noun} of at least {self.minimum:g}"
        if self.maximum is not None:
            return f"{noun} of at most {self.maximum:g}"
        return noun

    def _refusal(self, value: Any) -> EngineError:
        return EngineError(
            Code.BAD_PARAMETER,
            f"{self.name.upper()} is {value!r}; it must be {self.allowed()}.",
        )


def param(
    default: Any,
    title: str,
    help: str,
    *,
    kind: Optional[Kind] = None,
    minimum: Optional[float] = None,
    maximum: Optional[float] = None,
    unit: str = "",
    choices: tuple[str, ...] = (),
    advanced: bool = False,
    optional: bool = False,
    file_filter: str = "",
    parent: str = "input",
) -> Any:
    """Declare a dataclass field as a parameter; the kind follows from the default if not given."""
    spec = ParamSpec(
        name="",
        kind=kind or _kind_of(default, choices),
        default=default,
        title=title,
        help=help,
        minimum=minimum,
        maximum=maximum,
        unit=unit,
        choices=choices,
        advanced=advanced,
        optional=optional,
        file_filter=file_filter,
        parent=parent,
    )
    return dataclasses.field(default=default, metadata={_KEY: spec})


def specs_of(params_class: type) -> tuple[ParamSpec, ...]:
    """The parameters of a dataclass, in the order of declaration, base classes first."""
    return tuple(
        dataclasses.replace(field.metadata[_KEY], name=field.name)
        for field in dataclasses.fields(params_class)
        if _KEY in field.metadata
    )


def from_dict(params_class: type[T], values: Mapping[str, Any]) -> T:
    """Build a params dataclass from JSON values; missing names take their defaults.

    Raises:
        EngineError: BAD_PARAMETER for an unknown name or a value that is not allowed.
    """
    specs = {spec.name: spec for spec in specs_of(params_class)}
    unknown = sorted(set(values) - set(specs))
    if unknown:
        raise EngineError(
            Code.BAD_PARAMETER,
            f"Unknown parameter {', '.join(name.upper() for name in unknown)}; "
            f"known are {', '.join(name.upper() for name in specs)}.",
        )
    return params_class(**{name: specs[name].check(value) for name, value in values.items()})


def to_dict(params: Any) -> dict[str, Any]:
    """The JSON form of a params dataclass; ``from_dict`` gives the same dataclass back."""
    values = {spec.name: getattr(params, spec.name) for spec in specs_of(type(params))}
    return {name: _listed(value) for name, value in values.items()}


def _listed(value: Any) -> Any:
    return [_listed(item) for item in value] if isinstance(value, tuple) else value


def _kind_of(default: Any, choices: tuple[str, ...]) -> Kind:
    if choices:
        return Kind.CHOICE
    if isinstance(default, bool):  # before int: a bool is an int in Python
        return Kind.BOOLEAN
    if isinstance(default, int):
        return Kind.INTEGER
    if isinstance(default, float):
        return Kind.NUMBER
    raise TypeError(f"no kind follows from the default {default!r}: give one")


def _boolean(spec: ParamSpec, value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _integer(spec: ParamSpec, value: Any) -> int:
    if isinstance(value, bool) or int(value) != value:
        raise TypeError
    return int(value)


def _number(spec: ParamSpec, value: Any) -> float:
    if isinstance(value, (bool, str)) or not math.isfinite(value):
        raise TypeError
    return float(value)


def _choice(spec: ParamSpec, value: Any) -> str:
    if value not in spec.choices:
        raise ValueError
    return str(value)


def _text(spec: ParamSpec, value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _bands(spec: ParamSpec, value: Any) -> tuple[int, ...]:
    bands = tuple(_integer(spec, band) for band in value)
    if any(band < 1 for band in bands):
        raise ValueError
    return bands


def _extent(spec: ParamSpec, value: Any) -> Optional[tuple[float, float, float, float]]:
    if value is None:
        return None
    xmin, ymin, xmax, ymax = (_number(spec, number) for number in value)
    if not (xmin < xmax and ymin < ymax):
        raise ValueError
    return xmin, ymin, xmax, ymax


def _points(spec: ParamSpec, value: Any) -> tuple[tuple[float, float, int], ...]:
    points = tuple((_number(spec, x), _number(spec, y), _integer(spec, label)) for x, y, label in value)
    if any(label not in (0, 1) for _, _, label in points):
        raise ValueError
    return points


def _box(spec: ParamSpec, value: Any) -> Any:
    if value is None or not all(isinstance(corner, (list, tuple)) for corner in value):
        return _extent(spec, value)
    first, second, third, fourth = ((_number(spec, x), _number(spec, y)) for x, y in value)
    return first, second, third, fourth


_CONVERTERS = {
    Kind.INTEGER: _integer,
    Kind.NUMBER: _number,
    Kind.BOOLEAN: _boolean,
    Kind.CHOICE: _choice,
    Kind.RASTER: _text,
    Kind.BANDS: _bands,
    Kind.EXTENT: _extent,
    Kind.POINTS: _points,
    Kind.BOX: _box,
    Kind.POLYGONS: _text,
    Kind.LAYER: _text,
    Kind.FIELD: _text,
    Kind.PROMPTS: _text,
    Kind.POLYGON_PROMPTS: _text,
    Kind.TEXT: _text,
    Kind.FILE: _text,
    Kind.RASTER_OUT: _text,
    Kind.FILE_OUT: _text,
    Kind.FOLDER_OUT: _text,
    Kind.LAYER_OUT: _text,
    Kind.CRS: _text,
    Kind.DESTINATION: _text,
}
