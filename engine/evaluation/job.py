"""The job of sam2:evaluate."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from ..api.errors import Code, EngineError
from ..api.format_params import EvaluateParams
from ..api.layer_file import INTEGER, REAL, TEXT, LayerWriter
from ..api.paramspec import from_dict
from ..formats.layer_objects import LayerObjects, read_layer
from ..geodesy import metres_per_unit
from ..progress import Report
from .evaluate import Evaluation, evaluate
from .layers import Objects
from .phrases import PhraseScores, phrase_scores
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


def evaluate_layers(values: Mapping[str, Any], report: Report) -> dict[str, Any]:
    """Two layers -> matching -> numbers, objects by outcome, report."""
    params = from_dict(EvaluateParams, values)
    report.progress(0.0, "reading the layers")
    reference = read_layer(params.reference, "REFERENCE", report)
    prediction = read_layer(params.prediction, "PREDICTION", report)
    if params.area:
        area = shapely.union_all(read_layer(params.area, "AREA", report).geometries)
        reference, prediction = _mostly_in(area, reference), _mostly_in(area, prediction)
    first, second, names = _with_classes(params, reference, prediction)
    report.progress(0.2, "matching the objects")
    metres_at = metres_per_unit(reference.crs_wkt)
    verdict = evaluate(first, second, metres_at, report.check_cancelled)
    phrases = _phrases(params, first, second, len(names), report)
    summary = summary_of(verdict, in_metres=metres_at is not None, phrases=phrases)
    report.progress(0.8, "writing")
    _write_outcomes(params.output, reference.crs_wkt, verdict, names)
    if params.table:
        with LayerWriter(params.table, "", TABLE_FIELDS) as writer:
            for line in summary.lines:
                writer.add(b"", (line.measure, line.value, line.meaning))
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


def _with_classes(
    params: EvaluateParams, reference: LayerObjects, prediction: LayerObjects
) -> tuple[Objects, Objects, dict[int, str]]:
    """Objects whose classes are numbered alike in both layers, by name."""
    fields = params.reference_class_field, params.prediction_class_field
    if bool(fields[0]) != bool(fields[1]):
        raise EngineError(
            Code.BAD_PARAMETER,
            "Only one of REFERENCE_CLASS_FIELD and PREDICTION_CLASS_FIELD is given. Give both, or none to "
            "compare all objects with each other.",
        )
    named = [
        [str(value) for value in layer.column(field)] if field else ["object"] * len(layer)
        for layer, field in zip((reference, prediction), fields)
    ]
    numbers = {name: number for number, name in enumerate(sorted({*named[0], *named[1]}))}
    scores = prediction.numbers(params.score_field, empty=0.0 if params.score_field else 1.0)
    first, second = (np.array([numbers[name] for name in names], dtype=np.int64) for names in named)
    return (
        Objects.of(reference.geometries, first),
        Objects.of(prediction.geometries, second, scores=scores),
        {number: name for name, number in numbers.items()},
    )


def _phrases(
    params: EvaluateParams, reference: Objects, prediction: Objects, classes: int, report: Report
) -> PhraseScores | None:
    """Scores of the classes as phrases asked of this one image; None without classes."""
    if not params.reference_class_field:
        return None
    asked = replace(reference, images=reference.classes), replace(prediction, images=prediction.classes)
    return phrase_scores(*asked, classes, report.check_cancelled)


def _write_outcomes(path: str, crs_wkt: str, verdict: Evaluation, names: Mapping[int, str]) -> None:
    with LayerWriter(path, crs_wkt, OUTCOME_FIELDS) as writer:
        for wkb, attributes in _outcome_rows(verdict, names):
            writer.add(wkb, attributes)


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
        shapes = shapely.to_wkb(_as_multi(objects.geometries), byte_order=1)
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


def _as_multi(geometries: NDArray[np.object_]) -> NDArray[np.object_]:
    shapes = np.empty(len(geometries), dtype=object)
    shapes[:] = [
        shapely.MultiPolygon([part for part in shapely.get_parts(geometry) if part.geom_type == "Polygon"])
        for geometry in geometries
    ]
    return shapes
