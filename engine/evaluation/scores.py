"""Numbers that say how good a prediction is: F1, average precision, panoptic quality."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .layers import Objects, Overlaps
from .matching import Matching, best_matching

THRESHOLDS: tuple[float, ...] = tuple(float(value) for value in np.linspace(0.5, 0.95, 10))
"""IoU 0.50, 0.55 ... 0.95, as COCO has them."""
_RECALLS = np.linspace(0.0, 1.0, 101)
# COCOeval's own: an IoU of exactly 1 must pass a threshold of 1.
_MOST = 1 - 1e-10


@dataclass(frozen=True)
class Detection:
    """Found or not, at one IoU threshold.

    ``precision`` is the share of predictions that are right, ``recall`` the share of reference
    objects that were found; both are 1 where there is nothing to be wrong about, and ``f1`` is
    their harmonic mean.
    """

    threshold: float
    matched: int
    missed: int
    wrong: int

    @property
    def precision(self) -> float:
        """Matched predictions over all predictions."""
        return _share(self.matched, self.matched + self.wrong)

    @property
    def recall(self) -> float:
        """Matched reference objects over all reference objects."""
        return _share(self.matched, self.matched + self.missed)

    @property
    def f1(self) -> float:
        """2 matched / (2 matched + missed + wrong)."""
        return _share(2 * self.matched, 2 * self.matched + self.missed + self.wrong)


def detection(matching: Matching, references: int, predictions: int, threshold: float) -> Detection:
    """Counts of a matching at ``threshold``."""
    return Detection(threshold, len(matching), references - len(matching), predictions - len(matching))


@dataclass(frozen=True)
class Panoptic:
    """Panoptic quality of one class: ``quality`` = ``segmentation`` x ``recognition``.

    Source: A. Kirillov et al., Panoptic Segmentation, CVPR 2019, equations 1 and 2. Objects that overlap
    others of their layer, which panoptic segmentation does not know, are matched one to one.
    """

    segmentation: float
    recognition: float

    @property
    def quality(self) -> float:
        """PQ."""
        return self.segmentation * self.recognition


def panoptic(overlaps: Overlaps) -> Panoptic:
    """Panoptic quality; a match has an IoU above 0.5, not of 0.5 itself."""
    matching = best_matching(overlaps, float(np.nextafter(0.5, 1)))
    found = detection(matching, len(overlaps.reference_areas), len(overlaps.predicted_areas), 0.5)
    nothing = not len(overlaps.reference_areas) and not len(overlaps.predicted_areas)
    mean_iou = float(matching.iou.mean()) if len(matching) else float(nothing)
    return Panoptic(mean_iou, found.f1)


def average_precision(
    reference: Objects, predicted: Objects, overlaps: Overlaps, threshold: float
) -> float | None:
    """Average precision at one IoU threshold, the mean over all classes with reference objects.

    Source: COCOeval of the COCO API (bbox and segm alike, area range "all", no crowds, any number of
    predictions): predictions take, by falling score, the free reference object they overlap most;
    precision is made to fall with recall and read at 101 recalls. None where no class has a
    reference object.
    """
    values = []
    for number in np.unique(reference.classes):
        members = np.flatnonzero(predicted.classes == number)
        # COCO gathers image by image, then sorts by score; equal scores keep that order.
        members = members[np.argsort(predicted.images[members], kind="stable")]
        members = members[np.argsort(-predicted.scores[members], kind="stable")]
        hits = _greedy_hits(members, overlaps, threshold)
        values.append(_interpolated(hits, int(np.count_nonzero(reference.classes == number))))
    return float(np.mean(values)) if values else None


def _greedy_hits(ranked: NDArray[np.int64], overlaps: Overlaps, threshold: float) -> NDArray[np.bool_]:
    """Which of the predictions, best first, find a reference object that no better one has taken."""
    by_prediction: dict[int, list[int]] = {}
    for pair in np.flatnonzero(overlaps.iou >= min(threshold, _MOST)):
        by_prediction.setdefault(int(overlaps.predicted[pair]), []).append(int(pair))
    taken: set[int] = set()
    hits = np.zeros(len(ranked), dtype=bool)
    for rank, prediction in enumerate(ranked):
        free = [p for p in by_prediction.get(int(prediction), []) if int(overlaps.reference[p]) not in taken]
        if free:
            # Of equal overlaps COCOeval takes the last.
            best = max(reversed(free), key=lambda pair: overlaps.iou[pair])
            taken.add(int(overlaps.reference[best]))
            hits[rank] = True
    return hits


def _interpolated(hits: NDArray[np.bool_], references: int) -> float:
    if not len(hits):
        return 0.0
    found = np.cumsum(hits, dtype=np.float64)
    recall = found / references
    precision = found / (np.arange(len(hits)) + 1 + np.spacing(1))
    falling = np.maximum.accumulate(precision[::-1])[::-1]
    at = np.searchsorted(recall, _RECALLS, side="left")
    return float(np.append(falling, 0.0)[np.minimum(at, len(falling))].mean())


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0
