"""What can be had without a model: the box itself, GrabCut, Felzenszwalb's segments."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from .quality_scores import Bits, Region, region_of

Picture = NDArray[np.uint8]
FELZENSZWALB_SCALES = (50.0, 200.0, 800.0)
_GRABCUT_ROUNDS, _MARGIN = 5, 0.5

try:
    from skimage.segmentation import felzenszwalb
except ImportError:
    felzenszwalb = None


def box_itself(truth: Region) -> Region:
    """The bounding box of an object as its mask."""
    return Region(truth.x, truth.y, np.ones_like(truth.bits))


def grabcut(rgb: Picture, truth: Region) -> Region:
    """OpenCV's GrabCut started with the object's box, on the box and half its size around it."""
    x0, y0, x1, y1 = truth.box
    across, down = int(_MARGIN * (x1 - x0)) + 2, int(_MARGIN * (y1 - y0)) + 2
    left, top = max(0, x0 - across), max(0, y0 - down)
    part = np.ascontiguousarray(rgb[top : y1 + down, left : x1 + across])
    mask = np.full(part.shape[:2], cv2.GC_BGD, dtype=np.uint8)
    mask[y0 - top : y1 - top, x0 - left : x1 - left] = cv2.GC_PR_FGD
    if (mask == cv2.GC_BGD).any():
        background, foreground = np.zeros((1, 65)), np.zeros((1, 65))
        cv2.setRNGSeed(0)
        cv2.grabCut(part, mask, None, background, foreground, _GRABCUT_ROUNDS, cv2.GC_INIT_WITH_MASK)
    found = region_of((mask == cv2.GC_FGD) | (mask == cv2.GC_PR_FGD), left, top)
    return box_itself(truth) if found is None else found


def segments(rgb: Picture, at_least_px: int = 20) -> list[Region]:
    """Felzenszwalb's segments of all scales; none where scikit-image is not installed."""
    if felzenszwalb is None:
        return []
    found = []
    for scale in FELZENSZWALB_SCALES:
        labels = felzenszwalb(rgb, scale=scale, sigma=0.8, min_size=at_least_px)
        found += parts_of(labels)
    return found


def parts_of(labels: NDArray[np.integer]) -> list[Region]:
    """Every number of a label picture as a region."""
    order = np.argsort(labels, axis=None, kind="stable")
    _, starts = np.unique(labels.ravel()[order], return_index=True)
    regions = []
    for pixels in np.split(order, starts[1:]):
        rows, columns = np.unravel_index(pixels, labels.shape)
        x, y = int(columns.min()), int(rows.min())
        bits: Bits = np.zeros((int(rows.max()) - y + 1, int(columns.max()) - x + 1), dtype=bool)
        bits[rows - y, columns - x] = True
        regions.append(Region(x, y, bits))
    return regions


def best_under(click: tuple[float, float], truth: Region, regions: Sequence[Region]) -> float:
    """IoU with the object of the best of the regions under a click (x, y)."""
    x, y = int(click[0]), int(click[1])
    best = 0.0
    for region in regions:
        x0, y0, x1, y1 = region.box
        if x0 <= x < x1 and y0 <= y < y1 and region.bits[y - y0, x - x0]:
            best = max(best, truth.iou(region))
    return best
