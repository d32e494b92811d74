"""Joining masks across tiles: the hybrid method against the usual ones, on a scene of known objects.

    python -P benchmarks/seams.py

483 objects (12 to 2,500 px, adjoining parcels, nested buildings, a road of 5,000 px, a lake on a corner
of four tiles) on 4096 px, tiles of 1024. Columns: objects found with an IoU above 0.9 and 0.75; the
others count mistakes as ``scene_score.Score`` defines them. ``oracle`` is one tile of 4096. Last run, two
busy cores, so compare the times with each other only:

                                           >.9  >.75 split frag wrong (by mask) dup  ms/tile
    like SAM  keep_everything     128        446   479     3  158     1         1 250      1.2
    like SAM  crop_and_dissolve   128        463   477     0   13     0         1   0      1.6
    like SAM  oracle                0        473   483     0    0     0         2   0     34.3
    like SAM  hybrid               64        471   481     0    0     0         2   0     19.3
    like SAM  hybrid              128        469   483     0    1     0         1   0     24.3
    like SAM  hybrid              256        473   483     0    2     0         2   0     26.9
    like SAM  hybrid              128 logits 469   483     0    1     0         1   0     36.1
    hard      keep_everything     128        196   413     5  198     1         4 191      1.5
    hard      crop_and_dissolve   128        203   383     1   45     0         3   1      2.5
    hard      oracle                0        205   400     0    0     0         5   2     46.0
    hard      hybrid               64        218   408     1    3     0         7   2     30.2
    hard      hybrid              128        213   410     2    3     0         4   1     27.7
    hard      hybrid              256        215   412     1    8     0         6   0     23.2
    hard      hybrid              128 logits 213   410     2    3     0         4   1     34.7
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))
import conftest  # noqa: E402, F401 - loads the checkout as package sam2_toolbox
from sam2_toolbox.engine.masks import Mask  # noqa: E402
from sam2_toolbox.engine.objects import FoundObject, Piece  # noqa: E402
from sam2_toolbox.engine.seams.object_pixels import object_of_mask  # noqa: E402
from sam2_toolbox.engine.seams.seam_merger import SeamMerger  # noqa: E402
from sam2_toolbox.engine.seams.tile_masks import clean_masks  # noqa: E402
from sam2_toolbox.engine.tiles.tiling import Tile, Window, plan_tiles  # noqa: E402
from sam2_toolbox.tests.engine.fake_segmenter import HARD, LIKE_SAM, FakeSegmenter  # noqa: E402
from sam2_toolbox.tests.engine.known_scene import mixed_scene  # noqa: E402
from sam2_toolbox.tests.engine.scene_score import score  # noqa: E402

SIZE, TILE_SIZE = 4096, 1024


def keep_everything(
    tiles: Sequence[Tile], region: Window, masks: Sequence[Sequence[Mask]]
) -> list[FoundObject]:
    """Concatenate the tiles' masks."""
    return [
        object_of_mask(found, tile, False)
        for tile, seen in zip(tiles, masks)
        for found in clean_masks(seen, None, tile, region)
    ]


def crop_and_dissolve(
    tiles: Sequence[Tile], region: Window, masks: Sequence[Sequence[Mask]]
) -> list[FoundObject]:
    """Cut masks to the tiles' cores, join what agrees (IoU > 0.5) along the seam lines."""
    pieces, places = [], {}
    for tile, seen in zip(tiles, masks):
        for found in clean_masks(seen, None, tile, region):
            shared = found.box.intersection(tile.core)
            if shared is None:
                continue
            top, left = shared.y - found.box.y, shared.x - found.box.x
            bits = found.mask.bits[top : top + shared.height, left : left + shared.width]
            if bits.any():
                places.setdefault((tile.row, tile.column), []).append(len(pieces))
                pieces.append((Piece(shared.x, shared.y, bits), found.mask, tile))
    parent = list(range(len(pieces)))

    def root(i: int) -> int:
        while parent[i] != i:
            i = parent[i]
        return i

    for (row, column), here in places.items():
        for there, side in (((row, column + 1), "right"), ((row + 1, column), "bottom")):
            profiles = [_profile(pieces[i], side, False) for i in here]
            for j in places.get(there, []):
                other = _profile(pieces[j], side, True)
                for i, profile in zip(here, profiles):
                    if profile and other and len(profile & other) > 0.5 * len(profile | other):
                        parent[root(j)] = root(i)
    groups = {}
    for i in range(len(pieces)):
        groups.setdefault(root(i), []).append(pieces[i])
    return [
        FoundObject(
            tuple(piece for piece, _, _ in group),
            group[0][1].score,
            1.0,
            (0.0, 0.0),
            group[0][2].index,
            False,
        )
        for group in groups.values()
    ]


def _profile(found: tuple[Piece, Mask, Tile], side: str, after: bool) -> set[int]:
    """Where a piece meets the seam to the right of or below a tile, or ``after`` it."""
    piece, _, tile = found
    height, width = piece.bits.shape
    if side == "right":
        line = tile.core.x if after else tile.core.right - 1
        return (
            set((np.flatnonzero(piece.bits[:, line - piece.x]) + piece.y).tolist())
            if (piece.x <= line < piece.x + width)
            else set()
        )
    line = tile.core.y if after else tile.core.bottom - 1
    return (
        set((np.flatnonzero(piece.bits[line - piece.y]) + piece.x).tolist())
        if (piece.y <= line < piece.y + height)
        else set()
    )


def hybrid(tiles: Sequence[Tile], region: Window, masks: Sequence[Sequence[Mask]]) -> list[FoundObject]:
    """What the engine does."""
    merger = SeamMerger(tiles, region, with_logits=False)
    return [found for tile, seen in zip(tiles, masks) for found in merger.add(tile, None, seen)]


def oracle(tiles: Sequence[Tile], region: Window, masks: Sequence[Sequence[Mask]]) -> list[FoundObject]:
    """The same masks in one tile as large as the scene."""
    return hybrid(tiles, region, masks)


def main() -> None:
    """Print the tables."""
    scene = mixed_scene(SIZE)
    print(f"{len(scene.objects)} objects, {SIZE} px, tiles of {TILE_SIZE} px")  # noqa: T201
    print(f"{'':38}   >.9  >.75 split frag wrong (by mask) dup  ms/tile")  # noqa: T201
    for name, faults in (("like SAM", LIKE_SAM), ("hard", HARD)):
        rows = [(keep_everything, 128, False), (crop_and_dissolve, 128, False), (oracle, 0, False)]
        rows += [(hybrid, overlap, False) for overlap in (64, 128, 256)] + [(hybrid, 128, True)]
        for method, overlap, with_logits in rows:
            tiles = plan_tiles(scene.region, TILE_SIZE if overlap else SIZE, overlap)
            fake = FakeSegmenter(scene, faults, with_logits)
            masks = [fake.masks_of_tile(tile) for tile in tiles]
            start = time.process_time()
            found = method(tiles, scene.region, masks)
            spent = 1000 * (time.process_time() - start) / len(tiles)
            one = score(found, scene, tiles, fake.two_in_one)
            label = f"{name:9} {method.__name__:18} {overlap:4}" + (" logits" if with_logits else "")
            print(  # noqa: T201
                f"{label:38} {one.above_90:5} {one.above_75:5} {one.split:5} {one.fragments:4} {one.merged:5}"
                f" {one.merged_by_mask:9} {one.duplicates:3} {spent:8.1f}"
            )


if __name__ == "__main__":
    main()
