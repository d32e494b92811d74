"""The verdict in numbers and as a page that needs nothing beside it."""

from __future__ import annotations

import html
import json
from collections import Counter
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely

from ..rasters.whole_file import whole_file
from .evaluate import MATCH_AT, Evaluation
from .outcomes import Outcome
from .phrases import PhraseScores
from .scores import THRESHOLDS

COLOURS = {
    Outcome.MATCHED: "#2a9d5c",
    Outcome.MISSED: "#d1495b",
    Outcome.FALSE: "#e08e29",
    Outcome.SPLIT: "#8e5ea2",
    Outcome.MERGED: "#3d7ea6",
}
_PICTURE_OBJECTS = 20_000
_PICTURE_SIDE = 900


@dataclass(frozen=True)
class Line:
    """One number: its stable name, its value (None where there is none) and what it says."""

    measure: str
    value: float | None
    meaning: str


@dataclass(frozen=True)
class Summary:
    """All numbers of a verdict, in the order they are shown."""

    lines: tuple[Line, ...]

    @property
    def numbers(self) -> dict[str, float | None]:
        """The values by name."""
        return {line.measure: line.value for line in self.lines}


def summary_of(verdict: Evaluation, in_metres: bool, phrases: PhraseScores | None = None) -> Summary:
    """Put the numbers in words; ``in_metres`` says whether outline errors are metres or map units."""
    half, three_quarters = (verdict.detections[THRESHOLDS.index(level)] for level in (0.5, 0.75))
    fates = Counter(verdict.outcomes.reference.tolist()), Counter(verdict.outcomes.predicted.tolist())
    unit = "metres" if in_metres else "map units"
    lines = [
        Line("reference_objects", len(verdict.reference), "Objects of the reference."),
        Line("predicted_objects", len(verdict.predicted), "Objects of the prediction."),
        Line("precision_50", half.precision, "Share of predictions that match an object, IoU 0.5 or more."),
        Line("recall_50", half.recall, "Share of reference objects that were found, IoU 0.5 or more."),
        Line("f1_50", half.f1, "Harmonic mean of the two."),
        Line("precision_75", three_quarters.precision, "Precision at IoU 0.75 or more."),
        Line("recall_75", three_quarters.recall, "Recall at IoU 0.75 or more."),
        Line("f1_75", three_quarters.f1, "F1 at IoU 0.75 or more."),
        Line("f1_50_95", verdict.f1_over_thresholds, "F1 averaged over IoU 0.50, 0.55 ... 0.95."),
        Line("ap", verdict.average_precision, "COCO's average precision over IoU 0.50 to 0.95."),
        Line("ap_50", verdict.precisions[0], "Average precision at IoU 0.5."),
        Line("ap_75", verdict.precisions[THRESHOLDS.index(0.75)], "Average precision at IoU 0.75."),
        Line("pq", verdict.panoptic.quality, "Panoptic quality: SQ x RQ."),
        Line("sq", verdict.panoptic.segmentation, "Segmentation quality: mean IoU of matches above 0.5."),
        Line("rq", verdict.panoptic.recognition, "Recognition quality: F1 of matches above 0.5."),
        Line("mean_iou", verdict.mean_iou, "Mean IoU of the matched pairs."),
        Line("boundary_mean", verdict.boundary.mean, f"Mean distance of matched outlines, {unit}."),
        Line("boundary_95", verdict.boundary.percentile_95, f"95 % of the outlines are nearer, {unit}."),
        Line("matched", fates[0][Outcome.MATCHED], f"Reference objects with a partner, IoU {MATCH_AT:g}."),
        Line("missed", fates[0][Outcome.MISSED], "Reference objects nothing answers for."),
        Line("false", fates[1][Outcome.FALSE], "Predictions that answer for nothing."),
        Line("split", fates[0][Outcome.SPLIT], "Reference objects found in pieces."),
        Line("merged", fates[1][Outcome.MERGED], "Predictions that run several objects together."),
        Line("over_segmentation", verdict.outcomes.over_segmentation, "Share of objects found in pieces."),
        Line("under_segmentation", verdict.outcomes.under_segmentation, "Share of objects run together."),
    ]
    if phrases is not None:
        lines += [
            Line(
                "cgf1",
                phrases.classification_gated_f1,
                "SA-Co's cgF1, classes as phrases; at best 100.",
            ),
            Line(
                "positive_micro_f1",
                phrases.micro_f1,
                "F1 of the reference's classes, counts summed.",
            ),
            Line("positive_macro_f1", phrases.macro_f1, "The same, averaged over those classes."),
            Line("presence_mcc", phrases.presence, "Matthews correlation of which classes there are."),
        ]
    return Summary(tuple(lines))


def write_report(path: str, summary: Summary, verdict: Evaluation) -> None:
    """Write a page with a picture, a histogram of IoU, all numbers, and the numbers as JSON.

    Raises:
        EngineError: OUTPUT_FAILED.
    """
    with whole_file(path, "The report") as part:
        part.write_text(_page(summary, verdict), encoding="utf-8")


def _page(summary: Summary, verdict: Evaluation) -> str:
    rows = "".join(
        f"<tr><td>{line.measure}</td><td class=n>{_shown(line.value)}</td>"
        f"<td>{html.escape(line.meaning)}</td></tr>"
        for line in summary.lines
    )
    data = json.dumps(summary.numbers, allow_nan=False).replace("<", "\\u003c")
    key = "".join(
        f'<span><i style="background:{colour}"></i>{fate.value}</span>' for fate, colour in COLOURS.items()
    )
    return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Evaluation</title><style>
body {{ font: 15px/1.5 system-ui, sans-serif; color: #222; max-width: 62rem; margin: 2rem auto;
        padding: 0 1rem }}
h1 {{ font-size: 1.5rem }} h2 {{ font-size: 1.1rem; margin-top: 2rem }}
table {{ border-collapse: collapse }} td {{ border-bottom: 1px solid #ddd; padding: .2rem .8rem .2rem 0 }}
.n {{ text-align: right; font-variant-numeric: tabular-nums }} svg {{ max-width: 100%; height: auto }}
.key span {{ margin-right: 1.2rem }}
.key i {{ display: inline-block; width: .8em; height: .8em; margin-right: .4em }}
</style></head><body>
<h1>Prediction against reference</h1>
<h2>Objects by outcome</h2><p class="key">{key}</p>{_picture(verdict)}
<h2>IoU of matched pairs</h2>{_histogram(verdict)}
<h2>Numbers</h2><table>{rows}</table>
<script type="application/json" id="scores">{data}</script>
</body></html>
"""


def _shown(value: float | None) -> str:
    if value is None:
        return "–"
    return f"{int(value)}" if value == int(value) and abs(value) > 1 else f"{value:.4f}"


def _picture(verdict: Evaluation) -> str:
    """Predictions and missed objects as filled outlines, north up."""
    shapes, colours = [], []
    for objects, fates in (
        (verdict.reference, verdict.outcomes.reference),
        (verdict.predicted, verdict.outcomes.predicted),
    ):
        for geometry, fate in zip(objects.geometries, fates):
            # A matched object is there twice; its prediction is shown.
            if objects is verdict.predicted or fate in (Outcome.MISSED, Outcome.SPLIT, Outcome.MERGED):
                shapes.append(geometry)
                colours.append(COLOURS[fate])
    if not shapes:
        return "<p>There is nothing to show.</p>"
    shown, colours = np.array(shapes, dtype=object)[:_PICTURE_OBJECTS], colours[:_PICTURE_OBJECTS]
    left, bottom, right, top = shapely.total_bounds(shown)
    scale = _PICTURE_SIDE / max(right - left, top - bottom)
    width, height = (right - left) * scale, (top - bottom) * scale
    paths = "".join(
        f'<path d="{_path(geometry, left, top, scale)}" fill="{colour}" stroke="{colour}"/>'
        for geometry, colour in zip(shapely.simplify(shown, 0.4 / scale), colours)
    )
    return (
        f'<svg viewBox="-2 -2 {width + 4:.0f} {height + 4:.0f}" width="{width + 4:.0f}" '
        f'fill-opacity="0.45" fill-rule="evenodd" stroke-width="0.8">{paths}</svg>'
    )


def _path(geometry: Any, left: float, top: float, scale: float) -> str:
    parts = []
    for polygon in shapely.get_parts(geometry):
        for ring in [polygon.exterior, *polygon.interiors] if polygon.geom_type == "Polygon" else []:
            points = (shapely.get_coordinates(ring)[:-1] - (left, top)) * (scale, -scale)
            parts.append("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + "Z")
    return "".join(parts)


def _histogram(verdict: Evaluation) -> str:
    counts, _ = np.histogram(verdict.matching.iou, bins=20, range=(0.5, 1.0))
    most = max(1, int(counts.max(initial=0)))
    bars = "".join(
        f'<rect x="{20 + 30 * place}" y="{150 - 130 * count / most:.1f}" width="26" '
        f'height="{130 * count / most:.1f}" fill="{COLOURS[Outcome.MATCHED]}"/>'
        f'<text x="{33 + 30 * place}" y="{145 - 130 * count / most:.1f}" text-anchor="middle" '
        f'font-size="10">{count or ""}</text>'
        for place, count in enumerate(counts)
    )
    ticks = "".join(
        f'<text x="{20 + 300 * step / 5:.0f}" y="168" font-size="11" text-anchor="middle">'
        f"{0.5 + 0.1 * step / 2:.2f}</text>"
        for step in range(0, 11, 2)
    )
    return f'<svg viewBox="0 0 640 180" width="640">{bars}<path d="M20 150H620" stroke="#888"/>{ticks}</svg>'
