"""What has become of an object: its old outline beside the new one."""

from __future__ import annotations

from dataclasses import dataclass

import shapely
from shapely.geometry.base import BaseGeometry

SAME = "same"
CHANGED = "changed"
GONE = "gone"


@dataclass(frozen=True)
class ChangeLimits:
    """SAME_IOU, GONE_IOU and GONE_SCORE of ``RefinePolygonsParams``."""

    same_iou: float
    gone_iou: float
    gone_score: float

    def change(self, iou: float, score: float) -> str:
        """The class of an object by the IoU of its two outlines and the model's own score."""
        if iou < self.gone_iou or score < self.gone_score or iou == 0:
            return GONE
        return SAME if iou >= self.same_iou else CHANGED


def shared(old: BaseGeometry, new: BaseGeometry) -> float:
    """Intersection over union of two valid polygonal geometries; 0 where one is empty.

    A ratio of areas, so the same in pixels as on the map.
    """
    common = float(shapely.intersection(old, new).area)
    either = float(old.area + new.area) - common
    return common / either if either > 0 else 0.0
