"""Everything in a tile: SAM 2's automatic mask generator.

The same masks as ``SAM2AutomaticMaskGenerator`` of the sam2 package (1.1.0) on the same image and
parameters, but masks are computed only where the model itself thinks enough of them, and upsampled
where they are. Two things differ from the package on purpose: MIN_MASK_REGION_AREA does what its
documentation says (see ``small_regions.py``), and masks without a pixel are never returned.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from ..api.errors import Code, EngineError
from ..api.parameters.params import GeneratorParams
from ..masks import Bits, Mask
from ..model.device import is_out_of_memory, release_memory
from ..model.sam2_decoder import MaskDecoder, decode, mask_decoder
from ..model.sam2_decoder_prompts import Prompts, encode_prompts
from ..model.sam2_image import EncodedImage, encode_image
from ..model.sam2_masks import MaskRules, mask_of, masks_of
from ..model.sam2_model import LoadedModel
from ..progress import Report
from ..segmenter import TileImage
from ..tiles.tiling import Window
from .crop_boxes import Crop, cut_by_crop, plan_crops
from .nms import suppress_duplicates
from .point_grid import coarse_to_fine, on_valid_pixels, point_grid, points_per_side
from .small_regions import boxes_of, clean_masks

_Points = NDArray[np.float32]

# On a processor, where the tensors of few points stay in the caches: as many as make four million pixels of
# the model's square. Fewer points also mean less to wait for when a run is cancelled.
_PIXELS_PER_BATCH_ON_CPU, _POINTS_PER_BATCH_ON_CPU = 4 * 1024**2, 16
# How often a run that waits for its threads looks whether it is cancelled, in seconds.
_PATIENCE_S = 0.05


@dataclass(frozen=True, eq=False)
class _Asked:
    """An encoded crop and the points to ask it about.

    ``prepared`` is the decoder's; ``prompts`` are ``points`` (N, 2), in crop pixels, as the model takes them.
    ``window`` is the crop's place in the tile.
    """

    window: Window
    prepared: Any
    points: _Points
    prompts: Prompts


class AutomaticSegmenter:
    """A loaded model that finds everything in a tile (the ``Segmenter`` of the flow).

    Stateless between tiles but for the number of points per batch, which is halved for good when
    memory proves too small for it. The threads of the processor share the batches; each batch is one
    thread's, so that their number changes nothing but the encoder's rounding.
    """

    def __init__(
        self,
        loaded: LoadedModel,
        params: GeneratorParams,
        with_logits: bool = False,
        report: Report | None = None,
        decoder: MaskDecoder | None = None,
    ) -> None:
        """``decoder`` stands in for the model's own, for tests."""
        self._loaded = loaded
        self._params = params
        self._report = report
        self._decoder = mask_decoder(loaded.model) if decoder is None else decoder
        self._points_per_batch = params.points_per_batch
        self._threads = 1
        if loaded.device.type == "cpu":
            few = max(1, _PIXELS_PER_BATCH_ON_CPU // loaded.image_size**2)
            self._points_per_batch = min(params.points_per_batch, few, _POINTS_PER_BATCH_ON_CPU)
            self._threads = loaded.threads
        self._rules = MaskRules(
            threshold=params.mask_threshold,
            stability_offset=params.stability_score_offset,
            stability_at_least=params.stability_score_thresh,
            with_logits=with_logits,
        )

    def masks(self, image: TileImage, check_cancelled: Callable[[], None]) -> list[Mask]:
        """All masks of a tile, the best first, not cut to ``image.valid``.

        Points on pixels that are not valid are not asked; a tile without any is not encoded.

        Raises:
            EngineError: OUT_OF_MEMORY when not even one point at a time fits the memory.
            Cancelled: by ``check_cancelled``.
        """
        params = self._params
        height, width = image.valid.shape
        crops = plan_crops(width, height, params.crop_n_layers, params.crop_overlap_ratio)
        masks: list[Mask] = []
        crop_areas: list[int] = []
        for crop in crops:
            found = self._masks_of_crop(image, crop, check_cancelled)
            masks += found
            crop_areas += [crop.window.width * crop.window.height] * len(found)
        if len(crops) > 1:
            smaller_first = np.float32(1) / np.array(crop_areas, dtype=np.float32)
            kept = suppress_duplicates(boxes_of(masks), smaller_first, params.crop_nms_thresh)
            masks = [masks[index] for index in kept]
        if params.min_mask_region_area > 0:
            duplicate_iou = max(params.box_nms_thresh, params.crop_nms_thresh)
            masks = clean_masks(masks, params.min_mask_region_area, width, height, duplicate_iou)
        return masks

    def _masks_of_crop(self, image: TileImage, crop: Crop, check_cancelled: Callable[[], None]) -> list[Mask]:
        """The masks of one crop, in tile pixels, without duplicates among them."""
        window, params = crop.window, self._params
        area = slice(window.y, window.bottom), slice(window.x, window.right)
        per_side = points_per_side(params.points_per_side, params.crop_n_points_downscale_factor, crop.layer)
        points = point_grid(per_side, window.width, window.height)
        to_ask = image.valid[area]
        if not on_valid_pixels(points, to_ask).any():
            return []
        check_cancelled()
        prepared = self._prepare(image.rgb[area], image.encoded if crop.layer == 0 else None)
        check_cancelled()
        height, width = image.valid.shape
        masks: list[Mask] = []
        for part in coarse_to_fine(per_side) if params.skip_covered_points else [np.arange(len(points))]:
            asked = points[part][on_valid_pixels(points[part], to_ask)]
            if not len(asked):
                continue
            found = self._masks_of_points(self._ask(window, prepared, asked), check_cancelled)
            cut = cut_by_crop(boxes_of(found), window, width, height)
            found = [mask for mask, is_cut in zip(found, cut, strict=True) if not is_cut]
            masks += found
            if params.skip_covered_points:
                to_ask = _without(to_ask, found, window)
        scores = np.array([mask.score for mask in masks], dtype=np.float32)
        kept = suppress_duplicates(boxes_of(masks), scores, params.box_nms_thresh)
        return [masks[index] for index in kept]

    def _prepare(self, rgb: NDArray[np.uint8], encoded: Callable[[], EncodedImage] | None) -> Any:
        """A crop encoded, by ``encoded`` if there is one, and ready for the decoder."""
        if self._loaded.device.type == "cpu":
            torch.set_num_threads(self._threads)
        try:
            if encoded is not None:
                return self._decoder.prepare(encoded())
            return self._decoder.prepare(encode_image(self._loaded.model, rgb, self._loaded.precision))
        except (RuntimeError, MemoryError) as error:
            if not is_out_of_memory(error):
                raise
            raise self._out_of_memory() from error

    def _ask(self, window: Window, prepared: Any, points: _Points) -> _Asked:
        """All points of a crop as prompts of one foreground point each."""
        model = self._loaded.model
        size = np.array([window.width, window.height], dtype=np.float32)
        in_square = torch.from_numpy(points / size * np.float32(model.image_size)).unsqueeze(1)
        labels = torch.ones(in_square.shape[:2], dtype=torch.int)
        prompts = encode_prompts(model, in_square.to(model.device), labels.to(model.device))
        return _Asked(window, prepared, points, prompts)

    def _masks_of_points(self, asked: _Asked, check_cancelled: Callable[[], None]) -> list[Mask]:
        """The stable masks of all points, batch by batch, in smaller ones when memory is too small."""
        masks: list[Mask] = []
        done, count = 0, len(asked.points)
        while done < count:
            size = self._points_per_batch
            batches = [(start, min(start + size, count)) for start in range(done, count, size)]
            for (start, end), found in zip(batches, self._in_threads(asked, batches, check_cancelled)):
                if found is None:
                    # Only here, with the error gone, are the tensors of the failed batch free.
                    self._halve_batch(end - start)
                    break
                masks += found
                done = end
        return masks

    def _in_threads(
        self, asked: _Asked, batches: Sequence[tuple[int, int]], check_cancelled: Callable[[], None]
    ) -> Iterator[list[Mask] | None]:
        """The masks of each batch, in their order; None for one that does not fit the memory."""
        if self._threads == 1:
            for batch in batches:
                check_cancelled()
                yield self._masks_of_batch(asked, *batch)
            return
        # One thread of torch in each of ours: they never wait for each other.
        pool = ThreadPoolExecutor(self._threads, initializer=torch.set_num_threads, initargs=(1,))
        try:
            for future in [pool.submit(self._masks_of_batch, asked, *batch) for batch in batches]:
                _wait_patiently(future, check_cancelled)
                yield future.result()
        finally:
            pool.shutdown(cancel_futures=True)

    def _masks_of_batch(self, asked: _Asked, start: int, end: int) -> list[Mask] | None:
        """The stable masks of some points, in tile pixels, or None where memory is too small."""
        try:
            return list(self._stable_masks(asked, start, end))
        except (RuntimeError, MemoryError) as error:
            if not is_out_of_memory(error):
                raise
            return None

    def _stable_masks(self, asked: _Asked, start: int, end: int) -> Iterator[Mask]:
        params, window = self._params, asked.window
        prompts, points = asked.prompts.part(start, end), asked.points[start:end]
        iou_above = params.pred_iou_thresh if params.pred_iou_thresh > 0 else None
        if params.use_m2m:
            # The stock generator refines every candidate, good or not, and judges it afterwards.
            first = decode(self._decoder, asked.prepared, prompts, params.multimask_output)
            points = points[first.prompts.cpu().numpy()]
            prompts = Prompts(prompts.tokens[first.prompts], first.as_mask_prompts())
            size = self._points_per_batch
            parts = [(at, min(at + size, len(points))) for at in range(0, len(points), size)]
        else:
            parts = [(0, len(points))]
        for at, until in parts:
            decoded = decode(
                self._decoder,
                asked.prepared,
                prompts.part(at, until),
                params.multimask_output and not params.use_m2m,
                iou_above,
            )
            corner = np.array([window.x, window.y], dtype=np.float32)
            places = (points[at:until][decoded.prompts.cpu().numpy()] + corner).tolist()
            masks = self._mask_of_each(decoded.logits, window)
            for place, mask, score in zip(places, masks, decoded.iou.tolist(), strict=True):
                if mask is not None:
                    x, y = mask.x + window.x, mask.y + window.y
                    yield replace(mask, x=x, y=y, score=score, point=(place[0], place[1]))

    def _mask_of_each(self, logits: torch.Tensor, window: Window) -> list[Mask | None]:
        height, width = window.height, window.width
        if self._loaded.device.type == "cpu":
            return [mask_of(low, height, width, self._rules) for low in logits]
        return masks_of(logits, height, width, self._rules)

    def _halve_batch(self, failed: int) -> None:
        """Take half of the failed number of points from now on, and say so.

        Raises:
            EngineError: OUT_OF_MEMORY when one point was too many.
        """
        release_memory(self._loaded.device)
        if failed == 1:
            raise self._out_of_memory()
        self._points_per_batch = failed // 2
        if self._report is not None:
            self._report.log(
                f"The memory of the {self._loaded.device_title} is too small for {failed} points at once; "
                f"going on with {self._points_per_batch}.",
                "warning",
            )

    def _out_of_memory(self) -> EngineError:
        return EngineError(
            Code.OUT_OF_MEMORY,
            f"The memory of the {self._loaded.device_title} is too small for the model "
            f"{self._loaded.title} on one tile. Choose a smaller MODEL, close other programs that use "
            "this memory, or set DEVICE to cpu.",
        )


def _without(pixels: Bits, masks: Sequence[Mask], window: Window) -> Bits:
    """The pixels (h, w) of a window that are in none of the masks."""
    left: Bits = pixels.copy()
    for mask in masks:
        height, width = mask.bits.shape
        x, y = mask.x - window.x, mask.y - window.y
        left[y : y + height, x : x + width] &= ~mask.bits
    return left


def _wait_patiently(future: Future[Any], check_cancelled: Callable[[], None]) -> None:
    """Until it is done, asking now and then whether it is still wanted."""
    while True:
        check_cancelled()
        if wait([future], timeout=_PATIENCE_S).done:
            return
