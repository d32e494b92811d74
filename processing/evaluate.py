"""sam2:evaluate: how good is a prediction?"""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext

from ..engine.api.parameters.format_params import EvaluateParams
from .finished_layer import OUTCOMES_STYLE, StyledLayer
from .layer_algorithm import LayerAlgorithm
from .parameters import Values

_NUMBERS = (
    ("PRECISION", "precision_50", "Precision at IoU 0.5"),
    ("RECALL", "recall_50", "Recall at IoU 0.5"),
    ("F1", "f1_50", "F1 at IoU 0.5"),
    ("AP", "ap", "Average precision (COCO)"),
    ("PQ", "pq", "Panoptic quality"),
    ("MEAN_IOU", "mean_iou", "Mean IoU of matches"),
)


class Evaluate(LayerAlgorithm):
    """Compare a prediction with a reference."""

    JOB = "evaluate"
    PARAMS = EvaluateParams
    NAME = "evaluate"
    TITLE = "Evaluate objects against a reference"
    GROUP = "Evaluation"
    SUMMARY = "Says how many objects were found, how well they fit, and which were missed, split or merged."
    TAGS = ("evaluation", "accuracy", "iou", "precision", "recall", "f1", "coco", "panoptic", "quality")
    NUMBERS = tuple((name, title) for name, _, title in _NUMBERS)
    TABLES = ("table", "matrix")
    HELP = """
    <p>Matches the objects of two layers one to one so that as many pairs as possible overlap by an IoU of
    0.5, and counts. The layers may be in different CRSs.</p>
    <p><b>Objects by outcome</b> holds both layers' objects: matched, missed (nothing answers for it),
    false (it answers for nothing), split (one object found in pieces) or merged (several run
    together).</p>
    <p>The <b>report</b> is a web page of its own with a picture, a histogram and all numbers: precision,
    recall and F1 at several IoUs, COCO's average precision, panoptic quality, and how far the outlines of
    matched objects lie apart in metres.</p>
    """

    def numbers(self, result: dict[str, Any]) -> Values:
        """The main scores; those without a value are left out."""
        scores = result["scores"]
        return {name: scores[key] for name, key, _ in _NUMBERS if scores[key] is not None}

    def finish_layer(
        self, name: str, destination: str, result: dict[str, Any], context: QgsProcessingContext
    ) -> None:
        """Outcomes in colours."""
        if name == "output" and context.willLoadLayerOnCompletion(destination):
            StyledLayer(OUTCOMES_STYLE).wait_for(context.layerToLoadOnCompletionDetails(destination))
