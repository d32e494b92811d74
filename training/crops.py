"""Windows cut from pictures: a scaled, turned, recoloured square and the masks of some objects in it."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from .shelf import Picture


@dataclass(frozen=True)
class Crop:
    """A training window."""

    rgb: np.ndarray
    """uint8 (side, side, 3)."""
    masks: np.ndarray
    """bool (n, side, side)."""
    kinds: np.ndarray
    """unicode (n,)."""


@dataclass(frozen=True)
class Cutting:
    """How windows are cut."""

    side: int = 256
    objects: int = 40
    smallest_px: int = 60
    """Objects with fewer pixels in the window are left out."""
    largest_share: float = 0.8
    """Objects that fill more of the window are left out: there is nothing to tell apart."""
    zoom: tuple[float, float] = (0.7, 1.6)
    recolour: float = 1.0
    """Strength of brightness, contrast and colour changes; 0 leaves the pixels as they are."""


def cut(rng: np.random.Generator, picture: Picture, cutting: Cutting) -> Crop | None:
    """Cut a random window; None when it shows no object that is worth a prompt."""
    rows, columns = picture.rgb.shape[:2]
    side = int(min(cutting.side / rng.uniform(*cutting.zoom), rows, columns))
    left, top = rng.integers(0, columns - side + 1), rng.integers(0, rows - side + 1)
    chosen = _choose(rng, picture, left, top, side, cutting)
    method = cv2.INTER_AREA if side > cutting.side else cv2.INTER_LINEAR
    masks, kinds = [], []
    for index in chosen:
        window = _place(picture, int(index), left, top, side)
        scaled = cv2.resize(window, (cutting.side, cutting.side), interpolation=method) >= 128
        area = np.count_nonzero(scaled)
        if cutting.smallest_px <= area <= cutting.largest_share * scaled.size:
            masks.append(scaled)
            kinds.append(picture.kinds[index])
        if len(masks) == cutting.objects:
            break
    if not masks:
        return None
    rgb = cv2.resize(
        picture.rgb[top : top + side, left : left + side], (cutting.side, cutting.side), interpolation=method
    )
    turns, mirrored = int(rng.integers(4)), bool(rng.integers(2))
    stack = np.rot90(np.stack(masks), turns, axes=(1, 2))
    rgb = np.rot90(rgb, turns)
    if mirrored:
        stack, rgb = stack[:, :, ::-1], rgb[:, ::-1]
    return Crop(recolour(rng, rgb, cutting.recolour), np.ascontiguousarray(stack), np.array(kinds))


def _choose(
    rng: np.random.Generator, picture: Picture, left: int, top: int, side: int, cutting: Cutting
) -> np.ndarray:
    """Indices of objects in the window, in random order; rare kinds and large objects tend to come first."""
    x, y, width, height = picture.boxes.T
    shown = (np.minimum(x + width, left + side) - np.maximum(x, left)).clip(0)
    shown = shown * (np.minimum(y + height, top + side) - np.maximum(y, top)).clip(0)
    scale = (cutting.side / side) ** 2
    inside = np.flatnonzero(shown * scale >= cutting.smallest_px)
    if len(inside) == 0:
        return inside
    _, inverse, counts = np.unique(picture.kinds[inside], return_inverse=True, return_counts=True)
    weight = shown[inside] ** 0.25 / np.sqrt(counts[inverse])
    # Weighted order without replacement: exponential keys.
    return inside[np.argsort(rng.exponential(size=len(inside)) / weight)][: 2 * cutting.objects]


def _place(picture: Picture, index: int, left: int, top: int, side: int) -> np.ndarray:
    """One object on the window: uint8 (side, side), 0 or 255."""
    x, y, width, height = (int(v) for v in picture.boxes[index])
    window = np.zeros((side, side), dtype=np.uint8)
    x0, y0, x1, y1 = max(x, left), max(y, top), min(x + width, left + side), min(y + height, top + side)
    bits = picture.crop(index)[y0 - y : y1 - y, x0 - x : x1 - x]
    window[y0 - top : y1 - top, x0 - left : x1 - left] = bits * np.uint8(255)
    return window


def recolour(rng: np.random.Generator, rgb: np.ndarray, strength: float) -> np.ndarray:
    """Other light, other camera: gain, contrast, gamma, saturation; sometimes grey, swapped bands or blur."""
    if strength <= 0:
        return np.ascontiguousarray(rgb)
    image = rgb.astype(np.float32) / 255
    image = image ** np.float32(rng.lognormal(0, 0.2 * strength))
    middle = image.mean()
    image = middle + (image - middle) * np.float32(rng.lognormal(0, 0.2 * strength))
    image = (
        image
        * np.float32(rng.lognormal(0, 0.12 * strength))
        * rng.lognormal(0, 0.06 * strength, 3).astype(np.float32)
    )
    if rng.random() < 0.5 * strength:
        grey = image.mean(axis=2, keepdims=True)
        image = grey + np.float32(rng.lognormal(0, 0.45)) * (image - grey)
    if rng.random() < 0.12 * strength:
        image = np.repeat(image.mean(axis=2, keepdims=True), 3, axis=2)
    elif rng.random() < 0.12 * strength:
        image = image[:, :, rng.permutation(3)]
    if rng.random() < 0.15 * strength:
        image = cv2.GaussianBlur(image, (0, 0), rng.uniform(0.4, 1.3))
    return np.clip(np.rint(image * 255), 0, 255).astype(np.uint8)
