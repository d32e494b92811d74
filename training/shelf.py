"""Pictures with their objects on disk, so that training never waits for the generator.

One uncompressed .npz per picture: `rgb` uint8 (H, W, 3), `boxes` int32 (n, 4) as x, y, width, height,
`bits` uint8 (the objects' crops, each packed on its own), `starts` int64 (n + 1) into `bits`, `kinds` (n,).

    python -m training.shelf FOLDER [--scenes mixed] --first 0 --count 600 --processes 12
"""

from __future__ import annotations

import argparse
import functools
import multiprocessing
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from .scenes import Scene, SceneObject, generate_mosaic, generate_scene, generate_settlement
from .scenes.sensor import Sensor

HELD_OUT_FIRST_SEED = 1_000_000
"""Seeds from here on are never trained on."""


@dataclass(frozen=True)
class Picture:
    """A picture from the shelf."""

    rgb: np.ndarray
    """uint8 (H, W, 3)."""
    boxes: np.ndarray
    """int32 (n, 4): x, y, width, height in pixels."""
    kinds: np.ndarray
    """unicode (n,)."""
    bits: np.ndarray
    starts: np.ndarray

    def crop(self, index: int) -> np.ndarray:
        """One object inside its box: bool (height, width)."""
        _, _, width, height = self.boxes[index]
        packed = self.bits[self.starts[index] : self.starts[index + 1]]
        return np.unpackbits(packed, count=width * height).reshape(height, width).astype(bool)


def save_picture(path: Path, rgb: np.ndarray, objects: tuple[SceneObject, ...]) -> None:
    """Write a picture; it appears under its name only when complete, so a kill leaves no half file."""
    packed = [np.packbits(item.bits) for item in objects]
    shapes = [(item.x, item.y, item.bits.shape[1], item.bits.shape[0]) for item in objects]
    unfinished = path.with_suffix(".part")
    with unfinished.open("wb") as target:
        np.savez(
            target,
            rgb=rgb,
            boxes=np.array(shapes, dtype=np.int32).reshape(-1, 4),
            bits=np.concatenate(packed) if packed else np.zeros(0, np.uint8),
            starts=np.concatenate([[0], np.cumsum([len(part) for part in packed])]).astype(np.int64),
            kinds=np.array([item.kind for item in objects], dtype="U16"),
        )
    unfinished.replace(path)


def load_picture(path: Path) -> Picture:
    """Read a picture written by `save_picture`."""
    with np.load(path, allow_pickle=False) as stored:
        return Picture(stored["rgb"], stored["boxes"], stored["kinds"], stored["bits"], stored["starts"])


def planned_scene(seed: int, width: int, height: int) -> Scene:
    """The planned scene of a seed: 12 cm to 12 m per pixel, two in three with a varied sensor."""
    rng = np.random.default_rng([seed, 1])
    low, high = (0.12, 3.0) if rng.random() < 0.87 else (3.0, 12.0)
    metres_per_pixel = float(np.exp(rng.uniform(np.log(low), np.log(high))))
    sensor = Sensor.sample(rng) if rng.random() < 0.67 else None
    return generate_scene(seed, width, height, metres_per_pixel, sensor)


def mixed_scene(seed: int, width: int, height: int) -> Scene:
    """Landscapes in turn, every second one planned."""
    return (planned_scene, generate_mosaic, planned_scene, generate_settlement)[seed % 4](seed, width, height)


GENERATORS: dict[str, Callable[[int, int, int], Scene]] = {
    "planned": planned_scene,
    "mosaic": generate_mosaic,
    "settlement": generate_settlement,
    "mixed": mixed_scene,
}
"""Seed, width and height in pixels to a scene, by the name the command line knows."""


def make_picture(
    seed: int, side: int = 512, scenes: str = "planned"
) -> tuple[np.ndarray, tuple[SceneObject, ...]]:
    """The training scene of a seed, from one of `GENERATORS`."""
    scene = GENERATORS[scenes](seed, side, side)
    return scene.rgb, scene.objects


def _put_scene(path: Path, scenes: str) -> None:
    """Generate the scene whose seed a file's name tells, unless it is there."""
    cv2.setNumThreads(1)
    if not path.exists():
        save_picture(path, *make_picture(int(path.stem.removeprefix("scene_")), scenes=scenes))


def fill_shelf(folder: Path, first: int, count: int, processes: int = 1, scenes: str = "planned") -> None:
    """Generate the scenes that are not on the shelf yet."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"scene_{seed:07d}.npz" for seed in range(first, first + count)]
    put = functools.partial(_put_scene, scenes=scenes)
    with ExitStack() as stack:
        made = map(put, paths)
        if processes > 1:
            # A forked copy of a process whose libraries have threads can wait for them for ever.
            fresh = multiprocessing.get_context("spawn")
            made = stack.enter_context(ProcessPoolExecutor(processes, fresh)).map(put, paths)
        for done, _ in enumerate(made, start=1):
            sys.stdout.write(f"\r{done} / {count} scenes")
            sys.stdout.flush()
    sys.stdout.write("\n")


def main(arguments: list[str] | None = None) -> int:
    """Command line entry."""
    parser = argparse.ArgumentParser(description="Generate training scenes into a folder.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--scenes", choices=sorted(GENERATORS), default="planned")
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--count", type=int, default=600)
    parser.add_argument("--processes", type=int, default=1)
    options = parser.parse_args(arguments)
    fill_shelf(options.folder, options.first, options.count, options.processes, options.scenes)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
