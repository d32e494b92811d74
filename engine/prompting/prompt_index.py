"""Where the prompts of a run are: small enough for memory however many there are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from ..api.errors import Code, EngineError
from ..api.prompts import PromptFeature, PromptFile
from ..rasters.geodesy import in_degrees
from ..rasters.georeference import Georeference
from ..tiles.tiling import Window
from .left_out import NO_GEOMETRY, ONLY_BACKGROUND, OUTSIDE, TOO_MANY_POINTS
from .prompt_shapes import MAX_POINTS, PromptShape, shape_of
from .prompt_windows import Extent

_AT_ONCE = 1000
_DEGREES_AROUND = 360.0


@dataclass(frozen=True)
class PromptedObject:
    """One object that prompts ask for: its ``number``, the id of its first ``feature``, and the
    ``extent`` a window must show, in pixels of the run's own grid. ``is_boxed`` where polygons say how large
    it is."""

    number: int
    feature: int
    extent: Extent
    is_boxed: bool = False


class PromptIndex:
    """The objects of a file of prompts that lie in ``region``, and their shapes on demand.

    ``left_out`` holds, for each reason, the features nobody is asked about. Of an object at most 60
    bytes stay in memory.
    """

    def __init__(
        self,
        file: PromptFile,
        georeference: Georeference,
        region: Window,
        check_cancelled: Callable[[], None],
    ) -> None:
        """Read the file once; ``georeference`` and ``region`` are those of the run's own grid.

        Raises:
            EngineError: BAD_PARAMETER for a file or geometry that cannot be read.
        """
        self._file = file
        self._georeference = georeference
        self._region = region
        self._centre = _centre_of(georeference, region) if in_degrees(georeference.crs_wkt) else None
        self.left_out: dict[str, list[int]] = {}
        numbers, places, features = self._read_places(check_cancelled)
        order = np.argsort(numbers, kind="stable")
        self._places, self._features = places[order], features[order]
        self._numbers, self._starts = np.unique(numbers[order], return_index=True)
        self._ends = np.append(self._starts[1:], len(order))

    def objects(self, check_cancelled: Callable[[], None]) -> Iterator[PromptedObject]:
        """The objects that can be asked about, by number; the others are added to ``left_out``."""
        for index, number in enumerate(self._numbers.tolist()):
            if index % _AT_ONCE == 0:
                check_cancelled()
            feature = int(self._features[self._starts[index]])
            shape, reason = self._judged(index)
            if shape is None or shape.extent is None:
                self.left_out.setdefault(reason, []).append(feature)
            else:
                yield PromptedObject(number, feature, shape.extent, bool(shape.polygons))

    def shape(self, number: int) -> PromptShape:
        """The prompts of one of ``objects``, in pixels of the run's own grid, as far as they lie in the
        region.

        Raises:
            LookupError: for a number that is none of theirs.
        """
        shape, reason = self._judged(int(np.searchsorted(self._numbers, number)))
        if shape is None:
            raise LookupError(f"object {number} is none of objects(): {reason}")
        return shape

    def old_outline(self, number: int) -> MultiPolygon:
        """The polygons of an object's first feature in map coordinates, as they were given."""
        place = int(self._places[self._starts[int(np.searchsorted(self._numbers, number))]])
        geometry = shapely.force_2d(shapely.from_wkb(self._file.at(place).wkb))
        parts = [part for part in shapely.get_parts(geometry) if isinstance(part, Polygon)]
        return shapely.multipolygons(parts)

    def __len__(self) -> int:
        return len(self._numbers)

    def _read_places(
        self, check_cancelled: Callable[[], None]
    ) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
        found: list[NDArray[np.int64]] = [np.empty((0, 3), np.int64)]
        prompts = ((prompt.object, place, prompt.feature) for place, prompt in self._file)
        while batch := list(islice(prompts, _AT_ONCE)):
            check_cancelled()
            found.append(np.array(batch, np.int64))
        numbers, places, features = np.concatenate(found).T
        return numbers, places, features

    def _judged(self, index: int) -> tuple[PromptShape | None, str]:
        """The shape inside the region, or why there is none."""
        shape = self._shape(index)
        if shape.extent is None:
            return None, ONLY_BACKGROUND if len(shape.points) else NO_GEOMETRY
        if len(shape.points) > MAX_POINTS:
            return None, TOO_MANY_POINTS
        return shape.inside(self._region), OUTSIDE

    def _shape(self, index: int) -> PromptShape:
        places = self._places[self._starts[index] : self._ends[index]].tolist()
        prompts = [self._file.at(place) for place in places]
        geometries = self._in_pixels(prompts)
        return shape_of((prompt.label, geometry) for prompt, geometry in zip(prompts, geometries))

    def _in_pixels(self, prompts: Sequence[PromptFeature]) -> Sequence[BaseGeometry]:
        try:
            geometries = shapely.force_2d(shapely.from_wkb([prompt.wkb for prompt in prompts]))
        except shapely.errors.ShapelyError as error:
            raise EngineError(
                Code.BAD_PARAMETER,
                f"The geometry of the prompts with feature {prompts[0].feature} cannot be read: {error}.",
            ) from error
        in_pixels: Sequence[BaseGeometry] = shapely.transform(geometries, self._to_pixel)
        return in_pixels

    def _to_pixel(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        if self._centre is not None and len(points):
            # On the other side of the antimeridian the same place has another number.
            turns = np.round((points[:, 0] - self._centre) / _DEGREES_AROUND)
            points = points - np.column_stack((turns * _DEGREES_AROUND, np.zeros(len(points))))
        return self._georeference.to_pixel(points)


def _centre_of(georeference: Georeference, region: Window) -> float:
    middle = np.array([[region.x + region.width / 2, region.y + region.height / 2]])
    return float(georeference.to_map(middle)[0, 0])
