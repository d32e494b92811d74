"""The job of sam2:evaluate."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from ..api.errors import Code, EngineError
from ..api.layer_file import INTEGER, REAL, TEXT, LayerWriter
from ..api.parameters.format_params import EvaluateParams
from ..api.parameters.paramspec import from_dict
from ..formats.layer_objects import LayerObjects, multipolygons_of, read_layer
from ..progress import Report
from ..rasters.geodesy import metres_per_unit
from .evaluate import Evaluation, evaluate
from .layers import Objects, Overlaps
from .phrases import phrase_scores
from .report import summary_of, write_report

OUTCOME_FIELDS = (
    ("layer", TEXT),
    ("row", INTEGER),
    ("outcome", TEXT),
    ("partner", INTEGER),
    ("iou", REAL),
    ("class", TEXT),
    ("score", REAL),
)
TABLE_FIELDS = (("measure", TEXT), ("value", REAL), ("meaning", TEXT))
MATRIX_FIELDS = (("reference", INTEGER), ("prediction", INTEGER), ("iou", REAL))


def evaluate_layers(values: Mapping[str, Any], report: Report) -> dict[str, Any]:
    """Two layers -> matching -> numbers, objects by outcome, report."""
    params = from_dict(EvaluateParams, values)
    report.progress(0.0, "reading the layers")
    reference = read_layer(params.reference, "REFERENCE", report)
    prediction = read_layer(params.prediction, "PREDICTION", report)
    if params.area:
        area = shapely.union_all(read_layer(params.area, "AREA", report).geometries)
        reference, prediction = _mostly_in(area, reference), _mostly_in(area, prediction)
    pair = _comparable(params, reference, prediction)
    report.progress(0.2, "matching the objects")
    metres_at = metres_per_unit(reference.crs_wkt)
    verdict = evaluate(pair.reference, pair.prediction, metres_at, report.check_cancelled)
    phrases = None
    if params.reference_class_field:
        phrases = phrase_scores(*pair.as_phrases(), len(pair.asked), report.check_cancelled)
    summary = summary_of(verdict, in_metres=metres_at is not None, phrases=phrases)
    report.progress(0.8, "writing")
    _write_outcomes(params.output, reference.crs_wkt, verdict, pair.classes)
    if params.table:
        with LayerWriter(params.table, "", TABLE_FIELDS) as writer:
            for line in summary.lines:
                writer.add(b"", (line.measure, line.value, line.meaning))
    if params.matrix:
        _write_matrix(params.matrix, verdict.overlaps)
    if params.report:
        write_report(params.report, summary, verdict)
    return {"count": len(verdict.matching), "crs": reference.crs_wkt, "scores": summary.numbers}


def _mostly_in(area: shapely.Geometry, layer: LayerObjects) -> LayerObjects:
    shapely.prepare(area)
    inside = np.flatnonzero(
        shapely.area(shapely.intersection(layer.geometries, area)) >= 0.5 * shapely.area(layer.geometries)
    )
    if not len(inside):
        raise EngineError(
            Code.BAD_PARAMETER,
            f"No object of {layer.title} lies in the AREA of interest. Choose another one.",
        )
    return layer.only(inside)


@dataclass(frozen=True, eq=False)
class Comparable:
    """Two layers whose classes and images are numbered alike; ``classes`` are the names of the numbers,
    ``asked`` (P, 2) all pairs of an image and a class that either layer speaks of."""

    reference: Objects
    prediction: Objects
    classes: dict[int, str]
    asked: NDArray[np.int64]

    def as_phrases(self) -> tuple[Objects, Objects]:
        """The same objects, with the number of their pair in ``asked`` as image."""
        number_of = {pair: number for number, pair in enumerate(map(tuple, self.asked.tolist()))}

        def numbered(objects: Objects) -> Objects:
            pairs = zip(objects.images.tolist(), objects.classes.tolist())
            return replace(objects, images=np.array([number_of[pair] for pair in pairs], dtype=np.int64))

        return numbered(self.reference), numbered(self.prediction)


def _comparable(params: EvaluateParams, reference: LayerObjects, prediction: LayerObjects) -> Comparable:
    layers = reference, prediction
    class_fields = params.reference_class_field, params.prediction_class_field
    image_fields = params.reference_image_field, params.prediction_image_field
    classes, names = _numbered("CLASS_FIELD", class_fields, layers)
    images, _ = _numbered("IMAGE_FIELD", image_fields, layers)
    scores = prediction.numbers(params.score_field, empty=0.0 if params.score_field else 1.0)
    (first, second), (first_images, second_images) = (
        [numbers[: len(layer)] for numbers, layer in zip(both, layers)] for both in (classes, images)
    )
    asked = np.stack([np.concatenate(images), np.concatenate(classes)], axis=1)
    return Comparable(
        Objects.of(reference.geometries, first, first_images),
        Objects.of(prediction.geometries, second, second_images, scores),
        names,
        np.unique(asked, axis=0),
    )


def _numbered(
    parameter: str, fields: tuple[str, str], layers: tuple[LayerObjects, LayerObjects]
) -> tuple[list[NDArray[np.int64]], dict[int, str]]:
    """Numbers for the texts in a field of each layer, by their names: of its objects, then of its features
    without an area."""
    if bool(fields[0]) != bool(fields[1]):
        raise EngineError(
            Code.BAD_PARAMETER,
            f"Only one of REFERENCE_{parameter} and PREDICTION_{parameter} is given. Give both, or none to "
            "compare all objects with each other.",
        )
    texts = [
        ["" if v is None else str(v) for v in (*layer.column(field), *layer.column(field, of_bare=True))]
        if field
        else ["object"] * (len(layer) + len(layer.bare))
        for layer, field in zip(layers, fields)
    ]
    number_of = {text: number for number, text in enumerate(sorted({*texts[0], *texts[1]}))}
    numbers = [np.array([number_of[text] for text in own], dtype=np.int64) for own in texts]
    return numbers, {number: text for text, number in number_of.items()}


def _write_outcomes(path: str, crs_wkt: str, verdict: Evaluation, names: Mapping[int, str]) -> None:
    with LayerWriter(path, crs_wkt, OUTCOME_FIELDS) as writer:
        for wkb, attributes in _outcome_rows(verdict, names):
            writer.add(wkb, attributes)


def _write_matrix(path: str, overlaps: Overlaps) -> None:
    with LayerWriter(path, "", MATRIX_FIELDS) as writer:
        pairs = zip(
            (overlaps.reference + 1).tolist(), (overlaps.predicted + 1).tolist(), overlaps.iou.tolist()
        )
        for row in pairs:
            writer.add(b"", row)


def _outcome_rows(verdict: Evaluation, names: Mapping[int, str]) -> Iterator[tuple[bytes, tuple[Any, ...]]]:
    matching = verdict.matching
    partners = (
        dict(zip(matching.reference.tolist(), zip(matching.predicted.tolist(), matching.iou.tolist()))),
        dict(zip(matching.predicted.tolist(), zip(matching.reference.tolist(), matching.iou.tolist()))),
    )
    sides = (
        ("reference", verdict.reference, verdict.outcomes.reference, partners[0]),
        ("prediction", verdict.predicted, verdict.outcomes.predicted, partners[1]),
    )
    for title, objects, fates, matched in sides:
        shapes = shapely.to_wkb(multipolygons_of(objects.geometries), byte_order=1)
        for index, wkb in enumerate(shapes):
            partner, iou = matched.get(index, (None, None))
            score = float(objects.scores[index]) if title == "prediction" else None
            yield (
                wkb,
                (
                    title,
                    index + 1,
                    fates[index].value,
                    None if partner is None else partner + 1,
                    iou,
                    names[int(objects.classes[index])],
                    score,
                ),
            )
