"""Stands in for the model: known objects, cut to the tile, with the faults SAM has."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from sam2_toolbox.engine.masks import Mask
from sam2_toolbox.engine.tiles.tiling import Window

from .known_scene import SceneObject, noise_field

LOGITS_PER_PIXEL = 2.0


@dataclass(frozen=True)
class Faults:
    """How far a fake mask is from the truth. ``boundary`` is a standard deviation in pixels, the
    others are shares of the views of objects (an object seen in a tile).

    ``parts``, ``duplicates``, ``two_in_one``: one more mask of that kind beside the right one.
    ``short``: stops 1 to 3 px short of inner edges. ``misses``: no mask where the view does not
    reach the tile's core, so that some tile shows the object; anywhere with ``misses_anywhere``.
    ``connected``: what a tile sees of an object in separate places is a mask each.
    """

    boundary: float = 0.0
    parts: float = 0.0
    duplicates: float = 0.0
    misses: float = 0.0
    short: float = 0.0
    two_in_one: float = 0.0
    misses_anywhere: bool = False
    connected: bool = False


FAULTLESS = Faults()
LIKE_SAM = Faults(0.35, parts=0.15, duplicates=0.08, misses=0.03, short=0.15, two_in_one=0.02)
HARD = Faults(1.5, parts=0.4, duplicates=0.08, misses=0.08, short=0.5, two_in_one=0.08, misses_anywhere=True)


class FakeSegmenter:
    """A ``Segmenter`` that knows the objects of ``scene`` (a ``known_scene.Scene``).

    Faults depend on the object, the tile's window and ``seed`` only. ``two_in_one`` collects the
    pairs of object ids that some mask ran together: what comes of them is not the merger's fault.
    """

    def __init__(self, scene, faults=FAULTLESS, with_logits=False, seed=0):
        self.scene = scene
        self.faults = faults
        self.with_logits = with_logits
        self.seed = seed
        self.two_in_one: set[frozenset[int]] = set()

    def masks(self, image, check_cancelled=lambda: None):
        """The masks of ``image.tile``; its pixels are not looked at."""
        return self.masks_of_tile(image.tile, check_cancelled)

    def masks_of_tile(self, tile, check_cancelled=lambda: None):
        check_cancelled()
        found = []
        for seen in self.scene.seen_in(tile.window):
            found += self._views(seen, tile)
        return found

    def _views(self, seen: SceneObject, tile) -> list[Mask]:
        window, faults = tile.window, self.faults
        rng = np.random.default_rng((self.seed, seen.id, window.x + 2**20, window.y + 2**20, window.width))
        # One draw per fault and view, whatever happens, so that a fault does not move the others.
        chance = rng.random(5)
        needs_core = not faults.misses_anywhere and seen.box.intersection(tile.core) is not None
        if chance[0] < faults.misses and not needs_core:
            return []
        stop_short = rng.integers(1, 4) if chance[1] < faults.short else 0
        whole = self._mask(seen, window, rng, stop_short, 0.93)
        if whole is None:
            return []
        found = _connected_parts(whole, self.with_logits) if faults.connected else [whole]
        if chance[2] < faults.duplicates:
            found.append(self._mask(seen, window, rng, 0, 0.9))
        if chance[3] < faults.parts:
            found.append(self._part(whole, rng))
        neighbour = self.scene.neighbour_of(seen)
        if chance[4] < faults.two_in_one and neighbour is not None:
            self.two_in_one.add(frozenset((seen.id, neighbour.id)))
            found.append(self._mask(_Both(seen, neighbour), window, rng, stop_short, 0.82))
        return [mask for mask in found if mask is not None]

    def _mask(self, seen, window: Window, rng, stop_short, score) -> Mask | None:
        box = seen.box.expanded(6).intersection(window)
        if box is None:
            return None
        field = seen.distance(box)
        if self.faults.boundary:
            field += noise_field(rng, field.shape, self.faults.boundary)
        if stop_short:
            np.minimum(field, self._inner_distance(box, window) - stop_short, out=field)
        score += 0.05 * rng.random()
        return mask_from_field(field, box, window, float(score), self.with_logits)

    def _inner_distance(self, box: Window, window: Window):
        """Pixels between each pixel centre of ``box`` and the nearest inner edge of ``window``."""
        region = self.scene.region
        x, y = np.arange(box.x, box.right) + 0.5, np.arange(box.y, box.bottom) + 0.5
        far = np.float32(1e6)
        across = np.minimum(
            x - window.x if window.x > region.x else far,
            window.right - x if window.right < region.right else far,
        )
        down = np.minimum(
            y - window.y if window.y > region.y else far,
            window.bottom - y if window.bottom < region.bottom else far,
        )
        return np.minimum(np.broadcast_to(across, x.shape)[None], np.broadcast_to(down, y.shape)[:, None])

    def _part(self, whole: Mask, rng) -> Mask | None:
        """30 to 60 % of ``whole``, on one side of a line."""
        rows, columns = np.nonzero(whole.bits)
        angle = rng.uniform(0, 2 * np.pi)
        along = columns * np.cos(angle) + rows * np.sin(angle)
        cut = np.quantile(along, 1 - rng.uniform(0.3, 0.6))
        height, width = whole.bits.shape
        side = np.arange(width) * np.cos(angle) + (np.arange(height) * np.sin(angle))[:, None] - cut
        if whole.logits is None:
            field = np.where(whole.bits, side, -1)
        else:
            field = np.minimum(whole.logits[1:-1, 1:-1].astype(np.float32) / LOGITS_PER_PIXEL, side)
        box = Window(whole.x, whole.y, width, height)
        within = Window(0, 0, whole.x + width, whole.y + height)
        return mask_from_field(field, box, within, 0.7 + 0.1 * float(rng.random()), self.with_logits)


class _Both:
    """Two objects as one."""

    def __init__(self, one: SceneObject, other: SceneObject):
        self._both = one, other
        x, y = min(one.box.x, other.box.x), min(one.box.y, other.box.y)
        right, bottom = max(one.box.right, other.box.right), max(one.box.bottom, other.box.bottom)
        self.box = Window(x, y, right - x, bottom - y)

    def distance(self, window: Window):
        # A gap or a shared border of up to 2 px closes.
        return np.maximum(*(one.distance(window) for one in self._both)) + 1


def _connected_parts(whole: Mask, with_logits: bool) -> list[Mask]:
    count, labels = cv2.connectedComponents(whole.bits.astype(np.uint8), connectivity=4)
    height, width = whole.bits.shape
    box = Window(whole.x, whole.y, width, height)
    within = Window(0, 0, box.right, box.bottom)
    parts = []
    for label in range(1, count):
        field = np.where(labels == label, 1.0, -1.0)
        if whole.logits is not None:
            field *= np.abs(whole.logits[1:-1, 1:-1]) / LOGITS_PER_PIXEL
        parts.append(mask_from_field(field, box, within, whole.score, with_logits))
    return parts


def mask_from_field(field, box: Window, window: Window, score: float, with_logits: bool) -> Mask | None:
    """The pixels of ``box`` (in the grid) where ``field`` is positive, as a mask of tile ``window``."""
    bits = field > 0
    rows, columns = np.flatnonzero(bits.any(axis=1)), np.flatnonzero(bits.any(axis=0))
    if not rows.size:
        return None
    top, bottom, left, right = rows[0], rows[-1] + 1, columns[0], columns[-1] + 1
    bits = np.ascontiguousarray(bits[top:bottom, left:right])
    logits = None
    if with_logits:
        padded = np.pad(field, 1, mode="edge")[top : bottom + 2, left : right + 2]
        logits = (padded * LOGITS_PER_PIXEL).astype(np.float16)
        # A distance too small for half precision must not change sides.
        inner = logits[1:-1, 1:-1]
        inner[bits & (inner <= 0)] = np.float16(1e-3)
    ys, xs = np.nonzero(bits)
    middle = len(ys) // 2
    return Mask(
        x=int(box.x + left - window.x),
        y=int(box.y + top - window.y),
        bits=bits,
        score=score,
        stability=0.97,
        point=(
            float(box.x + left + xs[middle] - window.x) + 0.5,
            float(box.y + top + ys[middle] - window.y) + 0.5,
        ),
        logits=logits,
    )
