"""Everything there is to say about a prediction, in one place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..rasters.geodesy import MetresPerUnit
from .boundaries import BoundaryError, boundary_error
from .layers import Objects, Overlaps, find_overlaps
from .matching import Matching, best_matching
from .outcomes import Outcomes, outcomes
from .scores import THRESHOLDS, Detection, Panoptic, average_precision, detection, panoptic

MATCH_AT = 0.5
"""IoU from which two objects are one thing."""


@dataclass(frozen=True, eq=False)
class Evaluation:
    """The verdict on a prediction.

    ``detections`` are at IoU 0.50, 0.55 ... 0.95, ``precisions`` the average precisions there
    (None without reference objects); ``matching`` and ``outcomes`` at ``MATCH_AT``.
    """

    reference: Objects
    predicted: Objects
    overlaps: Overlaps
    matching: Matching
    outcomes: Outcomes
    detections: tuple[Detection, ...]
    precisions: tuple[float | None, ...]
    panoptic: Panoptic
    boundary: BoundaryError

    @property
    def mean_iou(self) -> float | None:
        """Mean IoU of the matched pairs."""
        return float(self.matching.iou.mean()) if len(self.matching) else None

    @property
    def average_precision(self) -> float | None:
        """COCO's AP: the mean over all thresholds."""
        known = [value for value in self.precisions if value is not None]
        return float(np.mean(known)) if known else None

    @property
    def f1_over_thresholds(self) -> float:
        """F1 averaged over IoU 0.50 to 0.95."""
        return float(np.mean([found.f1 for found in self.detections]))


def evaluate(
    reference: Objects,
    predicted: Objects,
    metres_at: MetresPerUnit | None,
    check_cancelled: Callable[[], None],
) -> Evaluation:
    """Judge ``predicted`` by ``reference``, both in one plane.

    ``metres_at`` gives, for points (K, 2) of the plane, metres per unit eastward and northward
    (K, 2); None where a unit is a metre already or the plane is not on the Earth.

    Raises:
        Cancelled: by ``check_cancelled``.
    """
    overlaps = find_overlaps(reference, predicted, check_cancelled)
    detections, precisions = [], []
    for threshold in THRESHOLDS:
        check_cancelled()
        found = best_matching(overlaps, threshold)
        detections.append(detection(found, len(reference), len(predicted), threshold))
        precisions.append(average_precision(reference, predicted, overlaps, threshold))
    matching = best_matching(overlaps, MATCH_AT)
    scale = None if metres_at is None else metres_at(_middles(reference, matching))
    return Evaluation(
        reference=reference,
        predicted=predicted,
        overlaps=overlaps,
        matching=matching,
        outcomes=outcomes(overlaps, matching),
        detections=tuple(detections),
        precisions=tuple(precisions),
        panoptic=panoptic(overlaps),
        boundary=boundary_error(reference, predicted, matching, scale, check_cancelled),
    )


def _middles(objects: Objects, matching: Matching) -> NDArray[np.float64]:
    boxes = [objects.geometries[index].bounds for index in matching.reference]
    corners = np.array(boxes, dtype=np.float64).reshape(-1, 2, 2)
    return np.asarray(corners.mean(axis=1))
