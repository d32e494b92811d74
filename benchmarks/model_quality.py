"""How good are a model's masks, on generated scenes it never saw and on real rasters with true outlines?

    python -P benchmarks/model_quality.py [--model pico | --checkpoint FILE [--config FILE]]
        [--shelf HELD_OUT] [--truth FOLDER] [--objects 60]

in the worker's environment. --model takes any id of the registry (--models names the folder of Meta's
checkpoints). HELD_OUT is made by `python -m training.shelf HELD_OUT --first 1000000 --count 40`; FOLDER holds
the rasters named in quality_truth.py; a part whose data is not given is left out. The masks come from the
code the plugin runs: the prompt predictor and the automatic segmenter. Every figure is a mean IoU, but the
recalls and the correlation.

Floors need no model: the box as the mask, OpenCV's GrabCut from the box, the best of Felzenszwalb's segments
of three scales (needs scikit-image; without it the table says so). Beside the corrected masks stands what the
true masks themselves come to when they are told in a SAM's cells of 4 px, as its logits are.
"""

# ruff: noqa: E402, T201 - the package is loaded first; its output is for people

from __future__ import annotations

import argparse
import platform
import sys
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import torch

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))
import conftest  # noqa: F401 - loads the checkout as package sam2_toolbox
from sam2_toolbox.benchmarks.quality_asker import Asker, answers, at_middle, click, in_box
from sam2_toolbox.benchmarks.quality_floors import (
    best_under,
    box_itself,
    felzenszwalb,
    grabcut,
    segments,
)
from sam2_toolbox.benchmarks.quality_scores import (
    Bits,
    Region,
    correction,
    correlation,
    innermost,
    iou_of,
    recall,
    through_cells,
)
from sam2_toolbox.benchmarks.quality_truth import FIELDS, ROOFS, Truth, read_truth
from sam2_toolbox.engine.api.models import BUNDLED_MODELS, MODEL_IDS
from sam2_toolbox.engine.api.parameters.params import GeneratorParams, ModelParams
from sam2_toolbox.engine.generator.automatic import AutomaticSegmenter
from sam2_toolbox.engine.model.sam2_image import EncodedImage
from sam2_toolbox.engine.model.sam2_model import load_model
from sam2_toolbox.engine.model.sam2_prompts import Candidates, Prompt
from sam2_toolbox.engine.segmenter import TileImage
from sam2_toolbox.engine.tiles.tiling import Tile, Window
from sam2_toolbox.training.shelf import Picture, load_picture

SMALLEST_PX, SMALLEST_FOUND_PX = 100, 200
ROUNDS = 3
CELL_PX = 4
"""A SAM's mask logits stand in cells of so many pixels of its input."""


@dataclass
class Row:
    """A line of the table: what was measured, on how many objects, and what there is to reach."""

    test: str
    objects: int
    score: float
    bar: float | None
    floors: str = ""


def generated(asker: Asker, pictures: Sequence[Picture], count: int) -> list[Row]:
    """Single clicks at random pixels of held-out objects, and corrections."""
    picked, best, corrected, drawn = [], [], [], []
    predicted: list[float] = []
    true: list[float] = []
    rng = np.random.default_rng(0)
    for picture in pictures:
        objects = [_stored(picture, index) for index in range(len(picture.boxes))]
        side = picture.rgb.shape[0]
        large = [item for item in objects if SMALLEST_PX <= item.area <= 0.8 * picture.rgb.shape[1] * side]
        if not large:
            continue
        chosen = [large[index] for index in rng.permutation(len(large))[:count]]
        seen = asker.look(picture.rgb)
        prompts = []
        for item in chosen:
            y, x = np.argwhere(item.bits)[rng.integers(item.area)]
            prompts.append(click(float(item.x + x), float(item.y + y)))
        for item, prompt, answer in zip(chosen, prompts, asker.ask(seen, prompts, True), strict=True):
            truth = item.inside(0, 0, side)
            masks = [asker.bits(answer, index, seen, prompt) for index in range(len(answer.iou))]
            x, y = (int(value) for value in prompt.points[0])
            under = [other.inside(0, 0, side) for other in objects if other.inside(x, y, 1).any()]
            fits = [max(iou_of(mask, other) for other in under) for mask in masks]
            meant = [iou_of(mask, truth) for mask in masks]
            predicted += answer.iou.tolist()
            true += fits
            picked.append(fits[answer.best])
            best.append(max(meant))
            drawn.append(iou_of(through_cells(truth, max(1, CELL_PX * side // asker.side)), truth))
            corrected.append(_corrected(asker, seen, prompt, answer, int(np.argmax(meant)), truth))
    number = len(best)
    cells = f"the truth in the model's cells {_mean(drawn):.2f}"
    return [
        Row("generated, 1 click, picked", number, _mean(picked), 0.80),
        Row("generated, 1 click, best of 3", number, _mean(best), 0.87),
        Row(f"generated, after {ROUNDS} corrections", number, _mean(corrected), 0.90, cells),
        Row("predicted against true IoU, correlation", len(true), correlation(predicted, true), 0.6),
    ]


def _stored(picture: Picture, index: int) -> Region:
    x, y, _, _ = (int(value) for value in picture.boxes[index])
    return Region(x, y, picture.crop(index))


def _corrected(
    asker: Asker, seen: EncodedImage, prompt: Prompt, answer: Candidates, index: int, truth: Bits
) -> float:
    """IoU after clicks into the largest wrong part, each with the last answer as mask prompt."""
    for _ in range(ROUNDS):
        place = correction(asker.bits(answer, index, seen, prompt), truth)
        if place is None:
            break
        prompt = Prompt(
            np.append(prompt.points, [place[0]], axis=0).astype(np.float32),
            np.append(prompt.labels, place[1]).astype(np.int32),
            mask_logits=answer.mask_logits(index),
        )
        answer, index = asker.ask(seen, [prompt], False)[0], 0
    return iou_of(asker.bits(answer, index, seen, prompt), truth)


def prompted(
    asker: Asker,
    title: str,
    truth: Truth,
    count: int,
    bars: tuple[float | None, float | None],
    closer_below: float,
) -> list[Row]:
    """Box and click on the objects of a raster, with the floors; boxes below a share in half windows."""
    items = _some(truth.objects, count)
    boxed = [scores[0] for _, scores in answers(asker, truth.rgb, items, in_box, closer_below)]
    clicked = [max(scores) for _, scores in answers(asker, truth.rgb, items, at_middle)]
    pieces = segments(truth.rgb)
    whole = _mean([item.iou(box_itself(item)) for item in items])
    cut = _mean([item.iou(grabcut(truth.rgb, item)) for item in items])
    under = [
        best_under((item.x + x, item.y + y), item, pieces)
        for item in items
        for x, y in [innermost(item.bits)]
    ]
    felz = f"Felzenszwalb {_mean(under):.2f}" if felzenszwalb else "Felzenszwalb: scikit-image is missing"
    return [
        Row(f"{title}, box", len(items), _mean(boxed), bars[0], f"box itself {whole:.2f}, GrabCut {cut:.2f}"),
        Row(f"{title}, 1 click, best of 3", len(items), _mean(clicked), bars[1], felz),
    ]


def automatic(asker: Asker, title: str, truth: Truth, params: GeneratorParams) -> list[Row]:
    """Recall of automatic masks of overlapping tiles, duplicates and all."""
    items = [item for item in truth.objects if item.area > SMALLEST_FOUND_PX]
    found: list[Region] = []
    segmenter = AutomaticSegmenter(asker.loaded, params)
    rows, columns = truth.rgb.shape[:2]
    side = min(asker.side, rows, columns)
    for top in _starts(rows, side):
        for left in _starts(columns, side):
            rgb = np.ascontiguousarray(truth.rgb[top : top + side, left : left + side])
            window = Window(left, top, side, side)
            tile = TileImage(Tile(0, 0, 0, window, window), rgb, np.ones((side, side), dtype=bool))
            for mask in segmenter.masks(tile, lambda: None):
                found.append(Region(left + mask.x, top + mask.y, mask.bits))
    pieces = segments(truth.rgb)
    rows_ = []
    for at_least, bar in ((0.5, 0.55), (0.75, None)):
        floor = (
            f"Felzenszwalb {recall(items, pieces, at_least):.2f}"
            if felzenszwalb
            else "scikit-image is missing"
        )
        rows_.append(
            Row(f"{title}, automatic, recall at {at_least}", len(items), recall(items, found, at_least), bar,
                f"{floor}; {len(found)} masks")
        )  # fmt: skip
    return rows_


def _starts(length: int, side: int) -> list[int]:
    """Where tiles begin that overlap by a quarter of their side at least."""
    return sorted({min(start, length - side) for start in range(0, length - side // 4, side - side // 4)})


def _some(items: Sequence[Region], count: int) -> list[Region]:
    """At most ``count`` objects, always the same."""
    chosen = np.random.default_rng(0).permutation(len(items))[:count]
    return [items[index] for index in chosen]


def _mean(values: Sequence[float]) -> float:
    return float(np.mean(values)) if len(values) else float("nan")


def table(rows: Sequence[Row]) -> str:
    """The rows in Markdown."""
    lines = ["| test | objects | reached | bar | floors |", "|---|---|---|---|---|"]
    for row in rows:
        bar = "" if row.bar is None else f"{row.bar:.2f}, {'reached' if row.score >= row.bar else 'missed'}"
        lines.append(f"| {row.test} | {row.objects} | {row.score:.3f} | {bar} | {row.floors} |")
    return "\n".join(lines)


def generator_params(pairs: Sequence[str]) -> GeneratorParams:
    """The generator's defaults with some NAME=NUMBER changed."""
    params = GeneratorParams()
    known = {field.name: type(getattr(params, field.name)) for field in fields(params)}
    values: dict[str, Any] = {}
    for pair in pairs:
        name, _, text = pair.partition("=")
        values[name] = known[name](text)
    return replace(params, **values)


def main() -> None:
    parser = argparse.ArgumentParser(description="Score a model on generated and real pictures.")
    parser.add_argument("--model", default="pico", choices=MODEL_IDS)
    parser.add_argument("--models", type=Path, default=Path(), help="folder of Meta's checkpoints")
    parser.add_argument("--checkpoint", default="")
    parser.add_argument("--config", default="")
    parser.add_argument("--shelf", type=Path, help="held-out generated pictures")
    parser.add_argument("--pictures", type=int, default=40)
    parser.add_argument("--truth", type=Path, help="folder of rasters with true outlines")
    parser.add_argument("--objects", type=int, default=1000, help="at most this many per raster")
    parser.add_argument(
        "--automatic", nargs="*", metavar="NAME=NUMBER", help="run the generator, with these settings"
    )
    parser.add_argument(
        "--closer-below",
        type=float,
        help="boxes below this share of a window in half windows, 0 for none; else as the model has it",
    )
    options = parser.parse_args()
    cv2.setNumThreads(1)
    params = ModelParams(
        model=options.model, checkpoint=options.checkpoint, config=options.config, device="auto"
    )
    asker = Asker(load_model(params, BUNDLED_MODELS, options.models))
    closer_below = asker.loaded.closer_below if options.closer_below is None else options.closer_below
    rows: list[Row] = []
    if options.shelf:
        paths = sorted(options.shelf.glob("*.npz"))[: options.pictures]
        rows += generated(asker, [load_picture(path) for path in paths], 16)
    if options.truth:
        for place in ROOFS:
            truth = read_truth(options.truth, place, SMALLEST_PX)
            title = f"roofs {place[0][-7:]}"
            rows += prompted(asker, title, truth, options.objects, (0.84, 0.60), closer_below)
            if options.automatic is not None:
                rows += automatic(asker, title, truth, generator_params(options.automatic))
        for scale in (1, 2):
            truth = read_truth(options.truth, FIELDS, SMALLEST_PX, scale)
            rows += prompted(asker, f"fields x {scale}", truth, options.objects, (0.70, 0.55), closer_below)
    print(table(rows))
    print(f"\n{asker.loaded.title}, {asker.loaded.sha256[:12]}, {asker.loaded.device_title}; {sys.argv[1:]}")
    print(f"Python {platform.python_version()}, torch {torch.__version__}, OpenCV {cv2.__version__}")


if __name__ == "__main__":
    main()
