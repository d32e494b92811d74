"""Prompts drawn from true masks, as a user would give them."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from .architecture import LOGIT_STRIDE

SLOTS = 3
"""How many objects a click may mean: as many as the decoder has masks for ambiguous prompts."""
NO_POINT = -1
"""Label of the filler that SAM puts after the points."""
_SURE = 8.0
"""Logit of a mask prompt inside; outside the negative."""
_CAREFUL = 0.2
"""How far a careful box is off, as a share of what a careless one is."""
_CAREFUL_SHARE = 0.75
"""How many of the boxes are careful."""


@dataclass(frozen=True)
class Prompts:
    """P prompts on one window, in window pixels."""

    points: np.ndarray
    """float32 (P, k, 2): x, y."""
    labels: np.ndarray
    """int64 (P, k): 1 foreground, 0 background, 2 and 3 a box's corners, -1 filler."""
    masks: np.ndarray | None
    """float32 (P, 1, H / 4, W / 4) logits, or None."""
    slots: np.ndarray
    """int64 (P, SLOTS): objects the prompt could mean, the one meant first, -1 where there are no more."""


def _deal(rng: np.random.Generator, objects: int, count: int) -> np.ndarray:
    """Which object each prompt means, every object about equally often: int64 (count,)."""
    return rng.permutation(np.resize(rng.permutation(objects), count))


def _only(target: np.ndarray) -> np.ndarray:
    """Slots of prompts that mean one object."""
    slots = np.full((len(target), SLOTS), -1, dtype=np.int64)
    slots[:, 0] = target
    return slots


def draw_clicks(rng: np.random.Generator, masks: np.ndarray, count: int) -> Prompts:
    """Single foreground clicks on objects bool (n, H, W); they may mean any object under the click."""
    target = _deal(rng, len(masks), count)
    slots = _only(target)
    points = np.zeros((count, 2, 2), dtype=np.float32)
    inside = [np.flatnonzero(mask) for mask in masks]
    for row, index in enumerate(target):
        y, x = divmod(int(rng.choice(inside[index])), masks.shape[2])
        points[row, 0] = (x, y)
        others = np.flatnonzero(masks[:, y, x])
        others = rng.permutation(others[others != index])[: SLOTS - 1]
        slots[row, 1 : 1 + len(others)] = others
    return Prompts(points, np.tile(np.array([1, NO_POINT]), (count, 1)), None, slots)


def draw_boxes(rng: np.random.Generator, masks: np.ndarray, count: int) -> Prompts:
    """Boxes as people draw them: most of them carefully, the others off by up to a tenth of the size."""
    target = _deal(rng, len(masks), count)
    points = np.zeros((count, 3, 2), dtype=np.float32)
    for row, index in enumerate(target):
        rows, columns = np.flatnonzero(masks[index].any(axis=1)), np.flatnonzero(masks[index].any(axis=0))
        low = np.array([columns[0], rows[0]], dtype=np.float32)
        high = np.array([columns[-1], rows[-1]], dtype=np.float32)
        slack = np.minimum(0.1 * (high - low + 1), 10)
        slack *= _CAREFUL if rng.random() < _CAREFUL_SHARE else 1
        points[row, :2] = np.stack([low, high]) + rng.normal(0, 0.5, (2, 2)) * slack
    return Prompts(points, np.tile(np.array([2, 3, NO_POINT]), (count, 1)), None, _only(target))


def draw_masks(rng: np.random.Generator, masks: np.ndarray, count: int) -> Prompts:
    """Rough masks: the truth shifted by a few pixels and grown or shrunk, at the logits' resolution."""
    target = _deal(rng, len(masks), count)
    rows, columns = (side // LOGIT_STRIDE for side in masks.shape[1:])
    given = np.zeros((count, 1, rows, columns), dtype=np.float32)
    for row, index in enumerate(target):
        shift = np.float32([[1, 0, rng.normal(0, 3)], [0, 1, rng.normal(0, 3)]])
        rough = cv2.warpAffine(masks[index].astype(np.float32), shift, masks.shape[:0:-1])
        rough = cv2.GaussianBlur(rough, (0, 0), rng.uniform(0.5, 5)) - rng.uniform(0.3, 0.7)
        small = cv2.resize(rough, (columns, rows), interpolation=cv2.INTER_AREA)
        given[row, 0] = np.where(small > 0, _SURE, -_SURE)
    nothing = np.zeros((count, 0, 2), dtype=np.float32)
    return Prompts(nothing, np.zeros((count, 0), dtype=np.int64), given, _only(target))
