"""Real imagery as pictures for the shelf.

    python -m training.real SHELF [--dubai FOLDER] [--banepa FOLDER] [--regions FOLDER]

Unlabelled pictures (--regions: any in a folder) get the objects that regions.py proposes; it needs
scikit-image. In labelled ones connected components of a class map are objects where the class makes things
with an outline (buildings, water, vegetation); huge and tiny ones are left out. Only labelled objects are
prompted, so what is not labelled does no harm.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np

from .regions import propose
from .scenes import SceneObject
from .shelf import save_picture

_DUBAI_COLOURS = {"building": (0x3C, 0x10, 0x98), "water": (0xE2, 0xA9, 0x29), "forest": (0xFE, 0xDD, 0x3A)}
"""Red, green, blue in the masks; the classes.json beside them names other colours than the masks have."""
_SMALLEST_PX, _LARGEST_SHARE = 80, 0.5
_SIDE = 512


def components(mask: np.ndarray, kind: str) -> Iterator[SceneObject]:
    """Connected parts of a mask bool (H, W) as objects."""
    count, labels, boxes, _ = cv2.connectedComponentsWithStats(mask.astype(np.uint8), connectivity=4)
    for index in range(1, count):
        x, y, width, height, area = (int(v) for v in boxes[index])
        if _SMALLEST_PX <= area <= _LARGEST_SHARE * mask.size:
            yield SceneObject(kind, x, y, labels[y : y + height, x : x + width] == index)


def tiles(
    rgb: np.ndarray, masks: dict[str, np.ndarray]
) -> Iterator[tuple[np.ndarray, tuple[SceneObject, ...]]]:
    """Pictures of at most `_SIDE` pixels with their objects, from an image and its class masks."""
    for window in windows(rgb.shape):
        objects = [item for kind, mask in masks.items() for item in components(mask[window], kind)]
        if objects:
            yield np.ascontiguousarray(rgb[window]), tuple(sorted(objects, key=lambda item: -item.area))


def windows(shape: tuple[int, ...]) -> Iterator[tuple[slice, slice]]:
    """Windows of at most `_SIDE` pixels over a picture, the last ones shifted inside."""
    rows, columns = shape[:2]
    for top in range(0, max(1, rows - _SIDE // 2), _SIDE):
        for left in range(0, max(1, columns - _SIDE // 2), _SIDE):
            top, left = min(top, max(0, rows - _SIDE)), min(left, max(0, columns - _SIDE))
            yield np.s_[top : top + _SIDE, left : left + _SIDE]


def unlabelled(folder: Path) -> Iterator[tuple[str, np.ndarray, tuple[SceneObject, ...]]]:
    """Name, picture and proposed objects of everything in a folder."""
    for path in sorted(folder.iterdir()):
        rgb = cv2.imread(str(path))[:, :, ::-1]
        for index, window in enumerate(windows(rgb.shape)):
            picture = np.ascontiguousarray(rgb[window])
            objects = propose(picture)
            if objects:
                yield f"{path.stem}_{index:02d}", picture, tuple(objects)


def dubai(folder: Path) -> Iterator[tuple[str, np.ndarray, dict[str, np.ndarray]]]:
    """Name, picture and class masks of the Dubai set."""
    for path in sorted((folder / "images").iterdir()):
        rgb = cv2.imread(str(path))[:, :, ::-1]
        label = cv2.imread(str(folder / "masks" / f"{path.stem}.png"))[:, :, ::-1]
        masks = {kind: (label == colour).all(axis=2) for kind, colour in _DUBAI_COLOURS.items()}
        yield path.stem, rgb, masks


def banepa(folder: Path) -> Iterator[tuple[str, np.ndarray, dict[str, np.ndarray]]]:
    """Name, picture and building mask of the labelled Banepa tiles."""
    images = {path.stem: path for path in (folder / "images").iterdir()}
    for path in sorted((folder / "masks").iterdir()):
        if path.stem in images:
            rgb = cv2.imread(str(images[path.stem]))[:, :, ::-1]
            yield path.stem, rgb, {"building": cv2.imread(str(path), cv2.IMREAD_GRAYSCALE) > 0}


def main(arguments: list[str] | None = None) -> int:
    """Command line entry."""
    parser = argparse.ArgumentParser(description="Put labelled real imagery on a shelf.")
    parser.add_argument("shelf", type=Path)
    parser.add_argument("--dubai", type=Path)
    parser.add_argument("--banepa", type=Path)
    parser.add_argument("--regions", type=Path, action="append", default=[])
    options = parser.parse_args(arguments)
    options.shelf.mkdir(parents=True, exist_ok=True)
    written = 0
    for reader, folder in ((dubai, options.dubai), (banepa, options.banepa)):
        if folder is None:
            continue
        for name, rgb, masks in reader(folder):
            for index, (picture, objects) in enumerate(tiles(rgb, masks)):
                save_picture(options.shelf / f"{reader.__name__}_{name}_{index:02d}.npz", picture, objects)
                written += 1
    for folder in options.regions:
        for name, picture, objects in unlabelled(folder):
            save_picture(options.shelf / f"regions_{name}.npz", picture, objects)
            written += 1
    sys.stdout.write(f"{written} pictures\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
