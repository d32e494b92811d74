"""Everything in a tile: SAM 2's automatic mask generator.

The same masks as ``SAM2AutomaticMaskGenerator`` of the sam2 package (1.1.0) on the same image and
parameters, but candidates the model itself thinks little of are dropped before they are
upsampled, and the others are upsampled where they are. Two things differ from the package on
purpose: MIN_MASK_REGION_AREA does what its documentation says (see ``small_regions.py``), and masks
without a pixel are never returned.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np
import torch
from numpy.typing import NDArray

from .api.errors import Code, EngineError
from .api.params import GeneratorParams
from .crop_boxes import Crop, cut_by_crop, plan_crops
from .device import is_out_of_memory, release_memory
from .masks import Mask
from .nms import suppress_duplicates
from .point_grid import on_valid_pixels, point_grid, points_per_side
from .progress import Report
from .sam2_image import EncodedImage, decode_points, encode_image
from .sam2_masks import MaskRules, mask_of
from .sam2_model import LoadedModel
from .segmenter import TileImage
from .small_regions import boxes_of, clean_masks
from .tiling import Window

_Points = NDArray[np.float32]

# On a processor the decoder's tensors (30 MB per point) of more points outgrow its caches: 64 at once take
# 1.6 times the CPU time of 4, and 1.8 GB. Fewer points also mean less to wait for when a run is cancelled.
_POINTS_PER_BATCH_ON_CPU = 4


@dataclass(frozen=True, eq=False)
class _Candidates:
    """What the model proposes for some points of a crop: K candidates.

    ``points`` (K, 2) in crop pixels, ``logits`` (K, S/4, S/4) float32, ``scores`` (K,) predicted IoU,
    both on the CPU.
    """

    points: _Points
    logits: torch.Tensor
    scores: torch.Tensor

    def masks(self, window: Window, rules: MaskRules) -> Iterator[Mask]:
        """The stable ones as masks in tile pixels; ``window`` is the crop's place in the tile."""
        points = (self.points + np.array([window.x, window.y], dtype=np.float32)).tolist()
        for point, logits, score in zip(points, self.logits, self.scores.tolist(), strict=True):
            mask = mask_of(logits, window.height, window.width, rules)
            if mask is not None:
                yield replace(
                    mask,
                    x=mask.x + window.x,
                    y=mask.y + window.y,
                    score=score,
                    point=(point[0], point[1]),
                )


class AutomaticSegmenter:
    """A loaded model that finds everything in a tile (the ``Segmenter`` of the flow).

    Stateless between tiles but for the number of points per batch, which is halved for good when a
    GPU's memory proves too small for it.
    """

    def __init__(
        self,
        loaded: LoadedModel,
        params: GeneratorParams,
        with_logits: bool = False,
        report: Report | None = None,
    ) -> None:
        self._loaded = loaded
        self._params = params
        self._report = report
        self._points_per_batch = params.points_per_batch
        if loaded.device.type == "cpu":
            self._points_per_batch = min(params.points_per_batch, _POINTS_PER_BATCH_ON_CPU)
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
        points = points[on_valid_pixels(points, image.valid[area])]
        if not len(points):
            return []
        check_cancelled()
        encoded = self._encode(image.rgb[area])
        check_cancelled()
        masks: list[Mask] = []
        for candidates in self._in_batches(encoded, points, check_cancelled):
            masks += candidates.masks(window, self._rules)
        height, width = image.valid.shape
        whole = ~cut_by_crop(boxes_of(masks), window, width, height)
        masks = [mask for mask, is_whole in zip(masks, whole, strict=True) if is_whole]
        scores = np.array([mask.score for mask in masks], dtype=np.float32)
        kept = suppress_duplicates(boxes_of(masks), scores, params.box_nms_thresh)
        return [masks[index] for index in kept]

    def _encode(self, rgb: NDArray[np.uint8]) -> EncodedImage:
        try:
            return encode_image(self._loaded.model, rgb)
        except (RuntimeError, MemoryError) as error:
            if not is_out_of_memory(error):
                raise
            raise self._out_of_memory() from error

    def _in_batches(
        self, encoded: EncodedImage, points: _Points, check_cancelled: Callable[[], None]
    ) -> Iterator[_Candidates]:
        """The candidates of all points, batch by batch, in smaller ones when memory is too small."""
        done = 0
        while done < len(points):
            check_cancelled()
            batch = points[done : done + self._points_per_batch]
            candidates = self._candidates_or_none(encoded, batch)
            if candidates is None:
                # Only here, with the error gone, are the tensors of the failed batch free.
                self._halve_batch(len(batch))
                continue
            done += len(batch)
            yield candidates

    def _candidates_or_none(self, encoded: EncodedImage, points: _Points) -> _Candidates | None:
        """The candidates of one batch, or None where they do not fit the memory."""
        try:
            return self._candidates(encoded, points)
        except (RuntimeError, MemoryError) as error:
            if not is_out_of_memory(error):
                raise
            return None

    def _candidates(self, encoded: EncodedImage, points: _Points) -> _Candidates:
        """The candidates of one batch that the model itself expects to be good enough."""
        model, params = self._loaded.model, self._params
        decoded = decode_points(model, encoded, points, params.multimask_output)
        logits, scores = decoded.logits.flatten(0, 1), decoded.iou.flatten(0, 1)
        points = points.repeat(decoded.iou.shape[1], axis=0)
        if params.use_m2m:
            # The stock generator refines every candidate, good or not, and judges it afterwards.
            prompts, size = decoded.as_mask_prompts(), self._points_per_batch
            parts = [slice(start, start + size) for start in range(0, len(points), size)]
            refined = [decode_points(model, encoded, points[part], False, prompts[part]) for part in parts]
            logits = torch.cat([part.logits.flatten(0, 1) for part in refined])
            scores = torch.cat([part.iou.flatten(0, 1) for part in refined])
        if params.pred_iou_thresh > 0:
            good = scores > params.pred_iou_thresh
            logits, scores, points = logits[good], scores[good], points[good.cpu().numpy()]
        return _Candidates(points, logits.cpu(), scores.cpu())

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
