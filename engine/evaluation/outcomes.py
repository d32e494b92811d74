"""What became of every object: matched, missed, false, split or merged."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from .layers import Overlaps
from .matching import Matching

MOSTLY = 0.5
"""A piece belongs to a larger object that covers this share of it."""


class Outcome(Enum):
    """The fate of one object."""

    MATCHED = "matched"
    MISSED = "missed"  # a reference object nothing answers for
    FALSE = "false"  # a prediction that answers for nothing
    SPLIT = "split"  # one reference object, several predictions
    MERGED = "merged"  # several reference objects, one prediction


@dataclass(frozen=True, eq=False)
class Outcomes:
    """``reference`` (N,) and ``predicted`` (M,) hold an ``Outcome`` for every object."""

    reference: NDArray[np.object_]
    predicted: NDArray[np.object_]

    @property
    def over_segmentation(self) -> float:
        """Share of the reference objects that came out in pieces."""
        return _share(self.reference, Outcome.SPLIT)

    @property
    def under_segmentation(self) -> float:
        """Share of the reference objects that were merged with others."""
        return _share(self.reference, Outcome.MERGED)


def outcomes(overlaps: Overlaps, matching: Matching) -> Outcomes:
    """Sort out what is not matched.

    An object is split where two or more objects of the other layer lie mostly inside it and
    together cover most of it. After A. Hoover et al., An Experimental Comparison of Range Image
    Segmentation Algorithms, IEEE TPAMI 18 (1996), with T = ``MOSTLY``; that paper's correct
    detection is the matching here.
    """
    reference = np.full(len(overlaps.reference_areas), Outcome.MISSED, dtype=object)
    predicted = np.full(len(overlaps.predicted_areas), Outcome.FALSE, dtype=object)
    reference[matching.reference] = Outcome.MATCHED
    predicted[matching.predicted] = Outcome.MATCHED
    for whole, pieces in _in_pieces(overlaps.reference, overlaps.predicted, overlaps.reference_areas,
                                    overlaps.predicted_areas, overlaps.shared):  # fmt: skip
        if reference[whole] is Outcome.MISSED:
            reference[whole] = Outcome.SPLIT
            predicted[pieces[predicted[pieces] == Outcome.FALSE]] = Outcome.SPLIT
    for whole, pieces in _in_pieces(overlaps.predicted, overlaps.reference, overlaps.predicted_areas,
                                    overlaps.reference_areas, overlaps.shared):  # fmt: skip
        if predicted[whole] is Outcome.FALSE:
            predicted[whole] = Outcome.MERGED
            reference[pieces[reference[pieces] == Outcome.MISSED]] = Outcome.MERGED
    return Outcomes(reference, predicted)


def _in_pieces(
    wholes: NDArray[np.int64],
    parts: NDArray[np.int64],
    whole_areas: NDArray[np.float64],
    part_areas: NDArray[np.float64],
    shared: NDArray[np.float64],
) -> list[tuple[int, NDArray[np.int64]]]:
    """Wholes that two or more parts, each mostly inside, make up for the most part."""
    inside = shared >= MOSTLY * part_areas[parts]
    wholes, parts, shared = wholes[inside], parts[inside], shared[inside]
    found = []
    order = np.argsort(wholes, kind="stable")
    numbers, starts = np.unique(wholes[order], return_index=True)
    for number, members in zip(numbers, np.split(order, starts[1:])):
        if len(members) > 1 and shared[members].sum() >= MOSTLY * whole_areas[number]:
            found.append((int(number), parts[members]))
    return found


def _share(fates: NDArray[np.object_], fate: Outcome) -> float:
    return float(np.mean(fates == fate)) if len(fates) else 0.0
