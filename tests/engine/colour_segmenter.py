"""Stands in for the model where pixels matter: every connected area of one colour is an object."""

from pathlib import Path

import cv2
import numpy as np
import torch
from sam2_toolbox.engine.masks import Mask
from sam2_toolbox.engine.model.sam2_model import LoadedModel


class ColourSegmenter:
    """A ``Segmenter``; black is background."""

    def masks(self, image, check_cancelled=lambda: None):
        check_cancelled()
        codes = image.rgb.astype(np.int64) @ (1 << 16, 1 << 8, 1)
        found = []
        for colour in np.unique(codes[codes > 0]):
            _, labels, stats, _ = cv2.connectedComponentsWithStats(
                (codes == colour).astype(np.uint8), connectivity=4
            )
            for number, (x, y, width, height, _) in enumerate(stats[1:], start=1):
                bits = labels[y : y + height, x : x + width] == number
                rows, columns = np.nonzero(bits)
                point = (float(x + columns[0]) + 0.5, float(y + rows[0]) + 0.5)
                found.append(Mask(int(x), int(y), bits, score=0.9, stability=0.97, point=point))
        return found


def load_colours(image_size=256):
    """A ``LoadSegmenter`` for ``segment_everything``."""
    loaded = LoadedModel(
        model=None,
        id="colours",
        title="colours",
        checkpoint=Path("colours.pt"),
        sha256="0",
        config="colours.yaml",
        image_size=image_size,
        trained=True,
        device=torch.device("cpu"),
        device_title="processor",
    )
    return lambda params, report: (loaded, ColourSegmenter())
