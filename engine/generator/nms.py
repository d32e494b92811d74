"""Removal of duplicates: non-maximum suppression of boxes."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def suppress_duplicates(boxes: NDArray[np.int64], scores: NDArray[np.float32], threshold: float) -> list[int]:
    """Indices of the boxes to keep, best score first.

    A box goes when its IoU with a better one that stays is above ``threshold``; of equal scores
    the first is the better. ``boxes`` (N, 4) are x0, y0, x1, y1; their area is (x1 - x0) * (y1 - y0),
    which for SAM's boxes of outermost pixels makes a line of pixels no area, and never a duplicate.
    Same choice, ties and rounding as ``torchvision.ops.nms`` on the CPU.
    """
    corners = boxes.astype(np.float32)
    left, top, right, bottom = corners.T
    areas = (right - left) * (bottom - top)
    waiting = np.argsort(-scores, kind="stable")
    kept = []
    while waiting.size:
        best, others = waiting[0], waiting[1:]
        kept.append(int(best))
        across = np.minimum(right[best], right[others]) - np.maximum(left[best], left[others])
        down = np.minimum(bottom[best], bottom[others]) - np.maximum(top[best], top[others])
        shared = np.maximum(across, 0) * np.maximum(down, 0)
        union = areas[best] + areas[others] - shared
        with np.errstate(invalid="ignore"):
            # Two boxes without area: 0 / 0 is above no threshold.
            duplicate = (shared / union).astype(np.float64) > threshold
        waiting = others[~duplicate]
    return kept
