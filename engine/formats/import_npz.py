"""The job of sam2:importnpz."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from ..api.parameters.format_params import ImportNpzParams
from ..api.parameters.paramspec import from_dict
from ..progress import Report
from .mask_layer import NumberedMask, place_of, say_unplaced, write_mask_layer
from .npz_reader import NpzMasks, labels_of, read_npz, stack_masks
from .pixel_masks import PixelMask, cropped


def import_npz(values: Mapping[str, Any], report: Report) -> dict[str, Any]:
    """NPZ -> masks -> polygons along pixel edges."""
    params = from_dict(ImportNpzParams, values)
    content = read_npz(params.input)
    if content.georeference is None and not params.reference:
        say_unplaced(params.input, report)
    place = place_of(content.georeference, params.reference, content.width, content.height, params.input)
    masks = _of_stack(content) if content.layout == "stack" else _of_labels(content)
    total = content.shape[0] if content.layout == "stack" else 0
    return write_mask_layer(params.output, masks, total, place, params.input, report)


def _of_stack(content: NpzMasks) -> Iterator[NumberedMask]:
    for index, mask in enumerate(stack_masks(content)):
        number = index + 1 if content.object_ids is None else int(content.object_ids[index])
        score = None if content.scores is None else float(content.scores[index])
        yield NumberedMask(number, None if score is None or not np.isfinite(score) else score, "", mask)


def _of_labels(content: NpzMasks) -> Iterator[NumberedMask]:
    labels = labels_of(content)
    named = content.metadata.get("classes")
    names = named if isinstance(named, dict) else {}
    # Label by label in one sorted pass: a comparison of the whole array for each would be quadratic.
    flat = labels.ravel()
    places = np.flatnonzero(flat)
    places = places[np.argsort(flat[places], kind="stable")]
    values, starts = np.unique(flat[places], return_index=True)
    for value, part in zip(values, np.split(places, starts[1:])):
        rows, columns = np.divmod(part, content.width)
        top, left = int(rows.min()), int(columns.min())
        bits = np.zeros((int(rows.max()) - top + 1, int(columns.max()) - left + 1), dtype=bool)
        bits[rows - top, columns - left] = True
        name = str(names.get(str(int(value)), ""))
        yield NumberedMask(int(value), None, name, cropped(PixelMask(left, top, bits)))
