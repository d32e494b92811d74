"""Objects of unlabelled pictures, proposed by hierarchical region merging.

Small segments are merged, always the pair whose union costs least, until one is left. What stays as it is
while the cost grows several times over, because its inside is alike and its surroundings are not, is proposed
as an object.

The cost is that of the full lambda schedule (Koepfler, Lopez and Morel 1994; for remote sensing Redding et
al. 1999): |A| |B| / (|A| + |B|) times the squared distance of the mean colours, divided by the shared border.
The first segments are Felzenszwalb and Huttenlocher's (2004), from scikit-image.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass

import cv2
import numpy as np

from .scenes import SceneObject

_FIRST_SCALE, _FIRST_PX = 25.0, 25
_PERSISTENCE = 4.0
"""A proposed region outlives the cost it was made at by this factor."""
_CONTRAST = 60.0
"""Least cost at which a proposed region ends: below it there is hardly anything to see."""
_SMALLEST_PX, _LARGEST_SHARE = 150, 0.4
_SOLID = 0.7
"""Area of a region in its convex hull: less is a net of streets or shadows, not an object."""
_TEXTURE_WEIGHT = 0.5


@dataclass
class _Region:
    """A node of the merging."""

    area: int
    mean: np.ndarray
    """float64 (4,): Lab and local roughness."""
    borders: dict[int, int]
    """Neighbours and the number of pixel edges shared with each."""
    born: float
    """Cost of the merge that made it."""


def propose(rgb: np.ndarray) -> list[SceneObject]:
    """Persistent regions of a picture uint8 (H, W, 3), of kind "region", the largest first."""
    from skimage.segmentation import felzenszwalb

    labels = felzenszwalb(rgb, scale=_FIRST_SCALE, sigma=0.6, min_size=_FIRST_PX)
    kept = [
        leaves for leaves, born, ended in _merge(rgb, labels) if ended >= max(_CONTRAST, _PERSISTENCE * born)
    ]
    order = np.argsort(labels, axis=None, kind="stable")
    pixels = np.split(order, np.flatnonzero(np.diff(labels.ravel()[order])) + 1)
    found = [_object(pixels, leaves, labels.shape) for leaves in kept]
    return sorted((item for item in found if item is not None), key=lambda item: -item.area)


def _merge(rgb: np.ndarray, labels: np.ndarray) -> list[tuple[tuple[int, ...], float, float]]:
    """Every region of sensible size as its first segments, with the costs at which it was made and ended."""
    regions = _first_regions(rgb, labels)
    leaves: dict[int, tuple[int, ...]] = {index: (index,) for index in range(len(regions))}
    alive = set(leaves)
    queue = [
        (_cost(regions, one, other), one, other)
        for one in alive
        for other in regions[one].borders
        if one < other
    ]
    heapq.heapify(queue)
    largest = _LARGEST_SHARE * labels.size
    found = []
    while queue:
        cost, one, other = heapq.heappop(queue)
        if one not in alive or other not in alive:
            continue
        for ended in (one, other):
            region = regions[ended]
            if _SMALLEST_PX <= region.area <= largest:
                found.append((leaves[ended], region.born, cost))
            alive.discard(ended)
        new = len(regions)
        regions.append(_union(regions, one, other, cost))
        leaves[new] = leaves[one] + leaves[other]
        for neighbour in regions[new].borders:
            theirs = regions[neighbour].borders
            theirs[new] = theirs.pop(one, 0) + theirs.pop(other, 0)
            heapq.heappush(queue, (max(cost, _cost(regions, new, neighbour)), new, neighbour))
        alive.add(new)
    return found


def _first_regions(rgb: np.ndarray, labels: np.ndarray) -> list[_Region]:
    lab = cv2.cvtColor(rgb.astype(np.float32) / 255, cv2.COLOR_RGB2LAB)
    rough = np.abs(cv2.Laplacian(lab[:, :, 0], cv2.CV_32F))
    rough = cv2.GaussianBlur(rough, (0, 0), 2.0) * _TEXTURE_WEIGHT
    flat, count = labels.ravel(), int(labels.max()) + 1
    areas = np.bincount(flat, minlength=count)
    layers = [*np.moveaxis(lab, 2, 0), rough]
    means = np.stack([np.bincount(flat, layer.ravel(), count) for layer in layers], axis=1) / areas[:, None]
    # A first segment is born where its own spread says: noise is no object.
    squares = sum(np.bincount(flat, layer.ravel() ** 2.0, count) for layer in layers) / areas
    spread = np.maximum(squares - (means**2).sum(axis=1), 0)
    regions = [_Region(int(areas[index]), means[index], {}, float(spread[index])) for index in range(count)]
    for first, second in ((labels[:, :-1], labels[:, 1:]), (labels[:-1], labels[1:])):
        differ = first != second
        pairs = np.sort(np.stack([first[differ], second[differ]], axis=1), axis=1)
        for (one, other), edges in zip(*np.unique(pairs, axis=0, return_counts=True), strict=True):
            for here, there in ((int(one), int(other)), (int(other), int(one))):
                regions[here].borders[there] = regions[here].borders.get(there, 0) + int(edges)
    return regions


def _cost(regions: list[_Region], one: int, other: int) -> float:
    a, b = regions[one], regions[other]
    apart = a.mean - b.mean
    return a.area * b.area / (a.area + b.area) * float(apart @ apart) / a.borders[other]


def _union(regions: list[_Region], one: int, other: int, cost: float) -> _Region:
    a, b = regions[one], regions[other]
    area = a.area + b.area
    borders = {key: a.borders.get(key, 0) + b.borders.get(key, 0) for key in a.borders | b.borders}
    for inner in (one, other):
        borders.pop(inner, None)
    return _Region(area, (a.area * a.mean + b.area * b.mean) / area, borders, cost)


def _object(pixels: list[np.ndarray], leaves: tuple[int, ...], shape: tuple[int, ...]) -> SceneObject | None:
    """A region with its ragged edge smoothed and small holes closed; None where it is no compact thing."""
    rows, columns = np.unravel_index(np.concatenate([pixels[leaf] for leaf in leaves]), shape)
    top, left = int(rows.min()), int(columns.min())
    bits = np.zeros((int(rows.max()) - top + 5, int(columns.max()) - left + 5), dtype=np.uint8)
    bits[rows - top + 2, columns - left + 2] = 255
    bits = cv2.medianBlur(bits, 5)
    outlines, _ = cv2.findContours(bits, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    if not outlines:
        return None
    outline = max(outlines, key=cv2.contourArea)
    hull = cv2.contourArea(cv2.convexHull(outline))
    area = int(np.count_nonzero(bits))
    if area < _SMALLEST_PX or hull <= 0 or area < _SOLID * hull:
        return None
    x, y, width, height = cv2.boundingRect(bits)
    y1, x1 = min(y + height, y - 2 + shape[0] - top + 2), min(x + width, x - 2 + shape[1] - left + 2)
    return SceneObject("region", left + x - 2, top + y - 2, bits[y:y1, x:x1] > 0)
