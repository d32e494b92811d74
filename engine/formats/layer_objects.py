"""The polygons of a layer, made fit for work."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from ..api.errors import Code, EngineError
from ..api.layer_file import LayerReader
from ..progress import Report


@dataclass(frozen=True, eq=False)
class LayerObjects:
    """A layer in memory: ``geometries`` (N,) valid, non-empty polygons or multipolygons; ``rows``
    their attributes; ``fields`` (name, type). ``title`` names it in sentences. ``bare`` are the
    attributes of features without an area: a phrase that was asked for and is not in the image, say.
    ``provenance`` is that of the run that made the layer, empty where it says nothing."""

    title: str
    crs_wkt: str
    geometries: NDArray[np.object_]
    fields: tuple[tuple[str, str], ...]
    rows: Sequence[tuple[Any, ...]]
    bare: Sequence[tuple[Any, ...]] = ()
    provenance: Mapping[str, Any] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.geometries)

    def only(self, chosen: NDArray[np.int64]) -> LayerObjects:
        """The objects of these numbers."""
        rows = [self.rows[index] for index in chosen.tolist()]
        return replace(self, geometries=self.geometries[chosen], rows=rows)

    def column(self, field: str, of_bare: bool = False) -> list[Any]:
        """The values of a field, of the objects or of the features without an area.

        Raises:
            EngineError: BAD_PARAMETER where there is none of that name.
        """
        names = [name for name, _ in self.fields]
        if field not in names:
            raise EngineError(
                Code.BAD_PARAMETER,
                f"{self.title} has no field {field}; it has {', '.join(names) or 'none'}.",
            )
        place = names.index(field)
        return [row[place] for row in (self.bare if of_bare else self.rows)]

    def numbers(self, field: str, empty: float) -> NDArray[np.float64]:
        """The numbers in a field, ``empty`` where there is none; all of them without a field.

        Raises:
            EngineError: BAD_PARAMETER for a value that is no number, naming it.
        """
        if not field:
            return np.full(len(self), empty)
        values = np.full(len(self), empty)
        for index, value in enumerate(self.column(field)):
            if value is None:
                continue
            try:
                values[index] = float(value)
            except (TypeError, ValueError) as error:
                raise self._refusal(field, value, "a number") from error
            if not np.isfinite(values[index]):
                raise self._refusal(field, value, "a finite number")
        return values

    def whole_numbers(self, field: str, least: int) -> NDArray[np.int64]:
        """The whole numbers in a field; 1, 2, 3 ... without one.

        Raises:
            EngineError: BAD_PARAMETER for a value that is none or below ``least``.
        """
        if not field:
            return np.arange(1, len(self) + 1, dtype=np.int64)
        values = np.zeros(len(self), dtype=np.int64)
        for index, value in enumerate(self.column(field)):
            whole = isinstance(value, (int, float)) and not isinstance(value, bool) and value == value // 1
            if not whole or not least <= value < 2**62:
                raise self._refusal(field, value, f"a whole number from {least} on")
            values[index] = int(value)
        return values

    def classes(self, field: str) -> tuple[NDArray[np.int64], dict[int, str]]:
        """Number of every object's class, and the numbers' names.

        Whole numbers from 1 on keep their value; texts are numbered from 1 in alphabetical order; objects
        without a value are of class "". Without a field all are of class 1, "object". Classes that
        only features without an area have are among the names.
        """
        if not field:
            return np.ones(len(self), dtype=np.int64), {1: "object"}
        values = [*self.column(field), *self.column(field, of_bare=True)]
        if all(type(value) is int and 1 <= value < 2**31 for value in values):
            numbers = np.array(values[: len(self)], dtype=np.int64)
            return numbers, {value: str(value) for value in sorted(set(values))}
        texts = ["" if value is None else str(value) for value in values]
        names = dict(enumerate(sorted(set(texts)), 1))
        number_of = {name: number for number, name in names.items()}
        return np.array([number_of[text] for text in texts[: len(self)]], dtype=np.int64), names

    def _refusal(self, field: str, value: Any, wanted: str) -> EngineError:
        return EngineError(
            Code.BAD_PARAMETER, f"The field {field} of {self.title} holds {value!r}; {wanted} is wanted."
        )


def read_layer(path: str, title: str, report: Report) -> LayerObjects:
    """Read a layer file; geometries that are not valid are repaired, empty ones left out, and both is said.

    Raises:
        EngineError: BAD_FILE; BAD_PARAMETER where nothing is left to work on.
        Cancelled: if the caller asked to stop meanwhile.
    """
    with LayerReader(path) as reader:
        wkb, rows = [], []
        for row in reader:
            report.check_cancelled()
            wkb.append(row.wkb or None)
            rows.append(row.attributes)
        crs_wkt, fields, provenance = reader.crs_wkt, reader.fields, reader.provenance
    shapes = shapely.force_2d(shapely.from_wkb(np.array(wkb, dtype=object), on_invalid="ignore"))
    broken = np.flatnonzero(~shapely.is_valid(shapes) & ~shapely.is_missing(shapes))
    if len(broken):
        shapes[broken] = shapely.make_valid(shapes[broken], method="structure", keep_collapsed=False)
        report.log(f"{len(broken)} invalid geometries of {title} were repaired.", "warning")
    usable = (shapely.area(shapes) > 0) & np.isfinite(shapely.bounds(shapes)).all(axis=1)
    if not usable.all():
        report.log(f"{int((~usable).sum())} features of {title} have no area and are left out.", "warning")
    kept = np.flatnonzero(usable)
    if not len(kept):
        raise EngineError(
            Code.BAD_PARAMETER,
            f"{title} has no polygon to work on. Choose a layer with polygons, or clear its filter or "
            "selection.",
        )
    bare = [rows[index] for index in np.flatnonzero(~usable)]
    chosen = [rows[index] for index in kept]
    return LayerObjects(title, crs_wkt, shapes[kept], fields, chosen, bare, provenance)


def multipolygons_of(geometries: NDArray[np.object_]) -> NDArray[np.object_]:
    """The polygons in geometries (N,) that have one each, as multipolygons (N,): what layers hold."""
    parts, owners = shapely.get_parts(geometries, return_index=True)
    flat = shapely.get_type_id(parts) == shapely.GeometryType.POLYGON
    return np.asarray(shapely.multipolygons(parts[flat], indices=owners[flat]))
