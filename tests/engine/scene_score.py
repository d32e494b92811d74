"""How well found objects agree with the objects of a known scene."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from sam2_toolbox.engine.tiles.tiling import Window

INSIDE = 0.8


@dataclass
class Score:
    """Counts over a scene. ``missing``: truth objects nothing matches with an IoU above 0.75.

    ``split``: truth objects of which only parts were found, most of it all the same. ``fragments``:
    parts of truth objects with a straight edge made by a tile. ``merged``: found objects made of
    two truth objects, unless some mask ran the two together (``merged_by_mask``). ``duplicates``:
    found objects beyond the first that match one truth object with an IoU above 0.75.
    """

    truths: int = 0
    above_90: int = 0
    above_75: int = 0
    split: int = 0
    fragments: int = 0
    merged: int = 0
    merged_by_mask: int = 0
    duplicates: int = 0
    missing: list[int] = field(default_factory=list)


def score(found, scene, tiles, two_in_one=frozenset()) -> Score:
    """Compare ``found`` (FoundObjects) with the objects of ``scene``."""
    result = Score(truths=len(scene.objects))
    truth_areas = {truth.id: int(truth.bits(truth.box).sum()) for truth in scene.objects}
    parts: dict[int, list[tuple[float, float]]] = {truth.id: [] for truth in scene.objects}
    for one in found:
        common = {truth.id: _common(one, truth) for truth in scene.seen_in(bounds(one))}
        area = one.area_px
        ious = {i: n / (area + truth_areas[i] - n) for i, n in common.items() if n}
        best = max(ious.values(), default=0.0)
        for i, iou in ious.items():
            if common[i] >= INSIDE * area:
                parts[i].append((iou, common[i] / truth_areas[i]))
        if best < 0.75:
            swallowed = {i for i, n in common.items() if n >= 0.6 * truth_areas[i] and n >= 0.2 * area}
            if _disjoint_pair(swallowed, scene):
                if any(pair & swallowed for pair in two_in_one):
                    result.merged_by_mask += 1
                else:
                    result.merged += 1
            elif best < 0.5 and len(one.pieces) == 1 and _ends_at_inner_edge(one, scene, tiles):
                result.fragments += 1
        for i, iou in ious.items():
            if iou > 0.75 and common[i] < INSIDE * area:
                parts[i].append((iou, common[i] / truth_areas[i]))
    for truth in scene.objects:
        best = max((iou for iou, _ in parts[truth.id]), default=0.0)
        matches = sum(iou > 0.75 for iou, _ in parts[truth.id])
        result.above_90 += best > 0.9
        result.above_75 += best > 0.75
        result.duplicates += max(matches - 1, 0)
        if best <= 0.75:
            result.missing.append(truth.id)
            result.split += best < 0.6 and sum(share for _, share in parts[truth.id]) > 0.75
    return result


def bounds(found) -> Window:
    """The box of a FoundObject in grid pixels."""
    x, y = min(p.x for p in found.pieces), min(p.y for p in found.pieces)
    right = max(p.x + p.bits.shape[1] for p in found.pieces)
    bottom = max(p.y + p.bits.shape[0] for p in found.pieces)
    return Window(x, y, right - x, bottom - y)


def pixels(found) -> tuple[tuple[int, int], bytes, tuple[int, int]]:
    """The pixels of a FoundObject as one comparable value: place, packed bits, shape."""
    box = bounds(found)
    canvas = np.zeros((box.height, box.width), bool)
    for piece in found.pieces:
        height, width = piece.bits.shape
        here = canvas[piece.y - box.y : piece.y - box.y + height, piece.x - box.x : piece.x - box.x + width]
        if (here & piece.bits).any():
            raise ValueError("two pieces share a pixel")
        here |= piece.bits
    return (box.x, box.y), np.packbits(canvas).tobytes(), canvas.shape


def _common(found, truth) -> int:
    count = 0
    for piece in found.pieces:
        height, width = piece.bits.shape
        shared = Window(piece.x, piece.y, width, height).intersection(truth.box)
        if shared is not None:
            top, left = shared.y - piece.y, shared.x - piece.x
            bits = piece.bits[top : top + shared.height, left : left + shared.width]
            count += int(np.count_nonzero(bits & truth.bits(shared)))
    return count


def _disjoint_pair(ids, scene) -> bool:
    chosen = [scene.objects[i] for i in sorted(ids)]
    for k, one in enumerate(chosen):
        for other in chosen[k + 1 :]:
            shared = one.box.intersection(other.box)
            if shared is None:
                return True
            common = np.count_nonzero(one.bits(shared) & other.bits(shared))
            smaller = min(one.bits(one.box).sum(), other.bits(other.box).sum())
            if common < 0.2 * smaller:
                return True
    return False


def _ends_at_inner_edge(found, scene, tiles) -> bool:
    """Whether an edge of its tile's window or core, inside the region, made an end of the object."""
    box, tile, region = bounds(found), tiles[found.tile], scene.region
    return any(
        (area.x > region.x and abs(box.x - area.x) < tolerance)
        or (area.y > region.y and abs(box.y - area.y) < tolerance)
        or (area.right < region.right and abs(box.right - area.right) < tolerance)
        or (area.bottom < region.bottom and abs(box.bottom - area.bottom) < tolerance)
        for area, tolerance in ((tile.window, 4), (tile.core, 1))
    )
