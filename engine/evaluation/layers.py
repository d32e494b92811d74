"""What is judged: two sets of polygons in one plane, and where they overlap."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

_Indices = NDArray[np.int64]
_Numbers = NDArray[np.float64]

# Pairs whose intersections are computed between two looks at whether the caller wants to stop.
_PAIRS_AT_ONCE = 5000


@dataclass(frozen=True, eq=False)
class Objects:
    """Polygons to judge or to judge by, N of them.

    ``geometries`` (N,) valid shapely polygons or multipolygons in plane coordinates; ``classes``
    (N,) and ``images`` (N,) integers: only objects of one class and one image are compared;
    ``scores`` (N,) how sure the prediction is, 1 where it does not say.
    """

    geometries: NDArray[np.object_]
    classes: _Indices
    images: _Indices
    scores: _Numbers

    def __len__(self) -> int:
        return len(self.geometries)

    @classmethod
    def of(
        cls,
        geometries: NDArray[np.object_],
        classes: _Indices | None = None,
        images: _Indices | None = None,
        scores: _Numbers | None = None,
    ) -> Objects:
        """Objects of one class in one image, unless said otherwise."""
        count = len(geometries)
        return cls(
            geometries=np.asarray(geometries, dtype=object),
            classes=np.zeros(count, np.int64) if classes is None else np.asarray(classes, np.int64),
            images=np.zeros(count, np.int64) if images is None else np.asarray(images, np.int64),
            scores=np.ones(count) if scores is None else np.asarray(scores, np.float64),
        )


@dataclass(frozen=True, eq=False)
class Overlaps:
    """All pairs of one class and image that share area, P of them, sorted by reference, then prediction.

    ``reference``, ``predicted`` (P,) indices; ``shared`` (P,) area in square units of the plane;
    ``iou`` (P,); ``reference_areas`` (N,), ``predicted_areas`` (M,).
    """

    reference: _Indices
    predicted: _Indices
    shared: _Numbers
    iou: _Numbers
    reference_areas: _Numbers
    predicted_areas: _Numbers

    def at_least(self, iou: float) -> NDArray[np.bool_]:
        """(P,) which pairs overlap at least this much."""
        return self.iou >= iou


def find_overlaps(reference: Objects, predicted: Objects, check_cancelled: Callable[[], None]) -> Overlaps:
    """Every pair that shares area, by a spatial index: about linear in the number of objects.

    Raises:
        Cancelled: by ``check_cancelled``.
    """
    areas = shapely.area(reference.geometries), shapely.area(predicted.geometries)
    tree = shapely.STRtree(predicted.geometries)
    first, second = tree.query(reference.geometries, predicate="intersects")
    alike = (reference.classes[first] == predicted.classes[second]) & (
        reference.images[first] == predicted.images[second]
    )
    first, second = first[alike], second[alike]
    order = np.lexsort((second, first))
    first, second = first[order].astype(np.int64), second[order].astype(np.int64)
    shared = np.zeros(len(first))
    for start in range(0, len(first), _PAIRS_AT_ONCE):
        check_cancelled()
        part = slice(start, start + _PAIRS_AT_ONCE)
        shared[part] = shapely.area(
            shapely.intersection(reference.geometries[first[part]], predicted.geometries[second[part]])
        )
    real = shared > 0
    first, second, shared = first[real], second[real], shared[real]
    union = areas[0][first] + areas[1][second] - shared
    return Overlaps(first, second, shared, shared / union, *areas)
