"""How much faster and smaller is our generator than Meta's, at the same masks?

    python -P benchmarks/bench_engine.py [name ...] [--points 16 32] [--rounds 3]

in the environment of the reference tests (tests/requirements-reference.txt), on a quiet machine. Without
names: decoder, click, post, generator, wall and memory. Meta's tiny model with seeded random weights, one
tile of 1024 x 1024; stock and ours take turns in one process. Both answer with objects as in
tests/engine/planted_objects.py: each decoder pays its whole cost, then its answers become smooth objects,
of which one in ten passes the predicted IoU and most of those are stable. CPU seconds are those of one
thread, so that other work on the machine counts for little; wall seconds are with all cores for both.

Results: benchmarks/RESULTS.md.
"""

# ruff: noqa: T201 - its output is for people

from __future__ import annotations

import argparse
import os
import platform
import runpy
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
import torch
from sam2.automatic_mask_generator import SAM2AutomaticMaskGenerator
from sam2.build_sam import build_sam2
from sam2.sam2_image_predictor import SAM2ImagePredictor
from sam2.utils import amg
from torchvision.ops.boxes import batched_nms

ROOT = Path(__file__).resolve().parent.parent
runpy.run_path(str(ROOT / "tests" / "conftest.py"))

from sam2_toolbox.engine.api.parameters.params import GeneratorParams, ModelParams  # noqa: E402
from sam2_toolbox.engine.generator.automatic import AutomaticSegmenter  # noqa: E402
from sam2_toolbox.engine.generator.nms import suppress_duplicates  # noqa: E402
from sam2_toolbox.engine.generator.small_regions import boxes_of  # noqa: E402
from sam2_toolbox.engine.masks import Mask  # noqa: E402
from sam2_toolbox.engine.model.sam2_decoder import decode, mask_decoder  # noqa: E402
from sam2_toolbox.engine.model.sam2_decoder_prompts import encode_prompts  # noqa: E402
from sam2_toolbox.engine.model.sam2_image import encode_image  # noqa: E402
from sam2_toolbox.engine.model.sam2_masks import MaskRules, mask_of, upsample_part  # noqa: E402
from sam2_toolbox.engine.model.sam2_model import LoadedModel, load_model  # noqa: E402
from sam2_toolbox.engine.segmenter import TileImage  # noqa: E402
from sam2_toolbox.engine.tiles.tiling import Tile, Window  # noqa: E402
from sam2_toolbox.tests.engine.planted_objects import PlantedDecoder, plant_objects  # noqa: E402

SIDE = 1024
CONFIG = "configs/sam2.1/sam2.1_hiera_t.yaml"
# One candidate in ten passes the first, six in ten of those the second.
IOU_ABOVE, STABLE_FROM = 0.9, 0.95
CORES = len(os.sched_getaffinity(0))


def models() -> tuple[Any, LoadedModel]:
    """Meta's model as Meta builds it, and ours loaded from its checkpoint."""
    torch.manual_seed(3)
    stock = build_sam2(CONFIG, device="cpu")
    with tempfile.TemporaryDirectory() as folder:
        checkpoint = Path(folder) / "seeded.pt"
        torch.save({"model": stock.state_dict()}, checkpoint)
        ours = load_model(ModelParams(checkpoint=str(checkpoint), device="cpu"), Path(folder), Path(folder))
    return stock, ours


def picture() -> np.ndarray:
    """Coloured squares with some noise (1024, 1024, 3)."""
    chance = np.random.default_rng(1)
    squares = np.kron(chance.integers(0, 200, (32, 32, 3)), np.ones((32, 32, 1), int))
    return (squares + chance.integers(0, 56, squares.shape)).astype(np.uint8)


class Turns:
    """Stock and ours in turns, each after a warm-up where that is cheap."""

    def __init__(self, rounds: int, clock: Callable[[], float], warm_up: bool = True) -> None:
        self._rounds, self._clock, self._warm_up = rounds, clock, warm_up

    def __call__(self, stock: Callable[[], Any], ours: Callable[[], Any]) -> tuple[float, float, Any, Any]:
        """Median seconds of both, and what they returned last."""
        times: tuple[list[float], list[float]] = ([], [])
        results: list[Any] = [None, None]
        for _ in range(self._rounds):
            for number, work in enumerate((stock, ours)):
                if self._warm_up:
                    work()
                started = self._clock()
                results[number] = work()
                times[number].append(self._clock() - started)
        return statistics.median(times[0]), statistics.median(times[1]), results[0], results[1]


def row(what: str, stock: float, ours: float, unit: str, note: str = "") -> None:
    print(f"| {what} | {stock:.4g} {unit} | {ours:.4g} {unit} | {stock / ours:.2f} | {note} |", flush=True)


def status_mb(line: str) -> float:
    """A line of /proc/self/status in MB."""
    status = Path("/proc/self/status").read_text().splitlines()
    return next(int(text.split()[1]) for text in status if text.startswith(line)) / 1024


def peak_mb(work: Callable[[], Any]) -> float:
    """Peak memory above that at the start."""
    Path("/proc/self/clear_refs").write_text("5")  # the peak starts again at the present size
    before = status_mb("VmRSS")
    work()
    return status_mb("VmHWM") - before


def whole(mask: Mask) -> np.ndarray:
    bits = np.zeros((SIDE, SIDE), bool)
    height, width = mask.bits.shape
    bits[mask.y : mask.y + height, mask.x : mask.x + width] = mask.bits
    return bits


def same_masks(expected: Sequence[dict[str, Any]], found: Sequence[Mask]) -> str:
    """The set, the order and the pixels, in words."""
    points = [tuple(mask["point_coords"][0]) for mask in expected]
    if points != [mask.point for mask in found]:
        return f"{len(expected)} and {len(found)} masks: NOT the same set"
    apart = [np.count_nonzero(whole(mask) != theirs["segmentation"]) for theirs, mask in zip(expected, found)]
    return f"{len(found)} masks, same set and order, at most {max(apart, default=0)} px apart"


class Generators:
    """Both generators on one tile."""

    def __init__(self, points: int) -> None:
        stock_model, self._loaded = models()
        plant_objects(stock_model)
        self._decoder = PlantedDecoder(self._loaded.model)
        self._settings = {
            "points_per_side": points,
            "pred_iou_thresh": IOU_ABOVE,
            "stability_score_thresh": STABLE_FROM,
        }
        self._stock = SAM2AutomaticMaskGenerator(stock_model, **self._settings)
        self._rgb = picture()
        self.name = f"generator, {points} x {points} points"

    def stock(self, threads: int) -> Callable[[], Any]:
        def generate() -> Any:
            torch.set_num_threads(threads)
            return self._stock.generate(self._rgb)

        return generate

    def ours(self, threads: int) -> Callable[[], Any]:
        loaded = LoadedModel(**{**vars(self._loaded), "threads": threads})
        segmenter = AutomaticSegmenter(loaded, GeneratorParams(**self._settings), True, decoder=self._decoder)
        window = Window(0, 0, SIDE, SIDE)
        tile = TileImage(Tile(0, 0, 0, window, window), self._rgb, np.ones((SIDE, SIDE), bool))
        return lambda: segmenter.masks(tile, lambda: None)


def bench_generator(points: int, rounds: int) -> None:
    """The whole generator, CPU time of one thread."""
    both = Generators(points)
    turns = Turns(rounds, time.thread_time, warm_up=False)
    theirs, mine, expected, found = turns(both.stock(1), both.ours(1))
    row(f"{both.name}, one thread, CPU", theirs, mine, "s", same_masks(expected, found))


def bench_wall(points: int, rounds: int) -> None:
    """The whole generator, time that passes, all cores for both."""
    both = Generators(points)
    turns = Turns(rounds, time.perf_counter, warm_up=False)
    theirs, mine, expected, found = turns(both.stock(CORES), both.ours(CORES))
    row(f"{both.name}, {CORES} cores, wall", theirs, mine, "s", same_masks(expected, found))


def bench_memory(points: int, _: int) -> None:
    """The whole generator, its peak above the loaded models."""
    both = Generators(points)
    for threads in sorted({1, CORES}):
        peaks = peak_mb(both.stock(threads)), peak_mb(both.ours(threads))
        row(f"{both.name}, {threads} threads, peak memory above the models", *peaks, "MB")


def bench_decoder(_: int, rounds: int) -> None:
    """The mask decoder alone: 64 points at once in stock, batches of four in ours."""
    stock_model, loaded = models()
    torch.set_num_threads(1)
    image = encode_image(loaded.model, picture())
    decoder = mask_decoder(loaded.model)
    prepared = decoder.prepare(image)
    places = torch.rand(64, 1, 2, generator=torch.Generator().manual_seed(1)) * SIDE
    prompts = encode_prompts(loaded.model, places, torch.ones(64, 1, dtype=torch.int))
    with torch.inference_mode():
        _, dense = stock_model.sam_prompt_encoder(points=None, boxes=None, masks=None)
    spread = torch.rand(64, 4, generator=torch.Generator().manual_seed(2)) < 0.1

    def stock() -> Any:
        with torch.inference_mode():
            return stock_model.sam_mask_decoder(
                image_embeddings=image.embedding,
                image_pe=image.positions,
                sparse_prompt_embeddings=prompts.tokens,
                dense_prompt_embeddings=dense,
                multimask_output=True,
                repeat_image=True,
                high_res_features=list(image.details),
            )[0]

    def ours(wanted: torch.Tensor) -> Callable[[], torch.Tensor]:
        wanted[:, 0] = False

        def run() -> torch.Tensor:
            drawn = []
            for at in range(0, 64, 4):
                answer = decoder.look(prepared, prompts.part(at, at + 4))
                drawn.append(answer.masks(*wanted[at : at + 4].nonzero(as_tuple=True)))
            return torch.cat(drawn)

        return run

    wanted = {"10 %": spread, "none": torch.zeros_like(spread), "all": torch.ones_like(spread)}
    times: dict[str, list[float]] = {share: [] for share in (*wanted, "stock")}
    results = {}
    for _ in range(rounds):
        for share, work in (("stock", stock), *((share, ours(mask)) for share, mask in wanted.items())):
            started = time.thread_time()
            results[share] = work()
            times[share].append(1e3 * (time.thread_time() - started))
    apart = (results["stock"].flatten(0, 1) - results["all"]).abs().max().item()
    deviation = results["stock"].std().item()
    theirs = statistics.median(times["stock"])
    for share in wanted:
        note = f"logits at most {apart:.1e} apart, deviation {deviation:.2g}" if share == "all" else ""
        what = f"decoder, 64 points, {share} of the masks wanted, one thread, CPU"
        row(what, theirs, statistics.median(times[share]), "ms", note)
    started = time.thread_time()
    decoder.prepare(image)
    print(f"(preparing a tile for the decoder, once: {1e3 * (time.thread_time() - started):.0f} ms)")


def bench_post(_: int, rounds: int) -> None:
    """From low-resolution logits of 1024 points to masks without duplicates."""
    torch.set_num_threads(1)
    planted = runpy.run_path(str(ROOT / "tests" / "engine" / "planted_objects.py"))
    grid = (torch.cartesian_prod(torch.arange(32), torch.arange(32)) + 0.5) / 32
    low = planted["_ellipses"](grid, 3, 256).flatten(0, 1)
    low += 0.5 * torch.randn(low.shape, generator=torch.Generator().manual_seed(1))
    iou = planted["_iou"](grid, torch.full((1024, 3), 0.5)).flatten()
    rules = MaskRules(0.0, 1.0, STABLE_FROM, with_logits=False)

    def stock() -> list[np.ndarray]:
        data = amg.MaskData()
        for start in range(0, len(low), 192):
            part = low[start : start + 192]
            upsampled = torch.nn.functional.interpolate(part[None], (SIDE, SIDE), mode="bilinear")[0]
            batch = amg.MaskData(masks=upsampled, iou_preds=iou[start : start + 192])
            batch.filter(batch["iou_preds"] > IOU_ABOVE)
            batch["stability_score"] = amg.calculate_stability_score(batch["masks"], 0.0, 1.0)
            batch.filter(batch["stability_score"] >= STABLE_FROM)
            batch["masks"] = batch["masks"] > 0.0
            batch["boxes"] = amg.batched_mask_to_box(batch["masks"])
            batch["rles"] = amg.mask_to_rle_pytorch(batch["masks"])
            del batch["masks"]
            data.cat(batch)
        kept = batched_nms(
            data["boxes"].float(), data["iou_preds"], torch.zeros_like(data["boxes"][:, 0]), iou_threshold=0.7
        )
        data.filter(kept)
        return [amg.rle_to_mask(rle) for rle in data["rles"]]

    def ours() -> list[Mask]:
        masks, scores = [], []
        for index in (iou > IOU_ABOVE).nonzero()[:, 0].tolist():
            mask = mask_of(low[index], SIDE, SIDE, rules)
            if mask is not None:
                masks.append(mask)
                scores.append(iou[index].item())
        kept = suppress_duplicates(boxes_of(masks), np.array(scores, np.float32), 0.7)
        return [masks[index] for index in kept]

    theirs, mine, expected, found = Turns(rounds, time.thread_time, warm_up=False)(stock, ours)
    same = len(expected) == len(found) and all(
        np.array_equal(one, whole(other)) for one, other in zip(expected, found)
    )
    good = int((iou > IOU_ABOVE).sum())
    note = (
        f"{len(low)} candidates, {good} good, {len(found)} masks, {'bit-identical' if same else 'DIFFERENT'}"
    )
    row("post-processing, one thread, CPU", 1e3 * theirs, 1e3 * mine, "ms", note)


def bench_click(_: int, rounds: int) -> None:
    """One click after encoding: three masks of the whole image, and their scores."""
    stock_model, loaded = models()
    torch.set_num_threads(1)
    predictor = SAM2ImagePredictor(stock_model)
    predictor.set_image(picture())
    decoder = mask_decoder(loaded.model)
    prepared = decoder.prepare(encode_image(loaded.model, picture()))
    click = np.array([[400.0, 300.0]], np.float32)

    def ours() -> list[np.ndarray]:
        prompts = encode_prompts(
            loaded.model, torch.from_numpy(click)[None], torch.ones(1, 1, dtype=torch.int)
        )
        masks = []
        for logits in decode(decoder, prepared, prompts, True).logits:
            bits = np.zeros((SIDE, SIDE), bool)
            part = upsample_part(logits, SIDE, SIDE, 0.0)
            if part is not None:
                height, width = part.values.shape
                bits[part.y : part.y + height, part.x : part.x + width] = part.values > 0
            masks.append(bits)
        return masks

    def stock() -> Any:
        return predictor.predict(click, np.array([1]), multimask_output=True)[0]

    theirs, mine, expected, found = Turns(5 * rounds, time.thread_time)(stock, ours)
    apart = max(np.count_nonzero((one > 0) != other) for one, other in zip(expected, found))
    row("one click, one thread, CPU", 1e3 * theirs, 1e3 * mine, "ms", f"masks at most {apart} px apart")


BENCHES = {
    "decoder": bench_decoder,
    "click": bench_click,
    "post": bench_post,
    "generator": bench_generator,
    "wall": bench_wall,
    "memory": bench_memory,
}
# Those that take a number of points per side.
ON_A_TILE = ("generator", "wall", "memory")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("names", nargs="*", help=" ".join(BENCHES))
    parser.add_argument("--points", type=int, nargs="*", default=[16, 32])
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    print(f"$ python -P benchmarks/bench_engine.py {' '.join(sys.argv[1:])}\n")
    versions = ", ".join(f"{name} {version(name)}" for name in ("torch", "torchvision", "sam2", "numpy"))
    print(
        f"{processor()}, {CORES} cores, {platform.system()}, Python {platform.python_version()}, {versions}\n"
    )
    print("| what | stock | ours | stock / ours | |\n|---|---|---|---|---|")
    for name in arguments.names or BENCHES:
        for points in arguments.points if name in ON_A_TILE else [0]:
            BENCHES[name](points, arguments.rounds)


def processor() -> str:
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    name = next((line.split(": ")[1] for line in lines if line.startswith("model name")), platform.machine())
    instructions = torch.backends.cpu.get_cpu_capability()
    return f"{name.strip()} ({instructions})"


if __name__ == "__main__":
    main()
