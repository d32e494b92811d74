"""Scores of pairs of an image and a noun phrase, as SAM 3's SA-Co benchmark has them."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .layers import Objects, Overlaps, find_overlaps
from .matching import best_matching
from .scores import THRESHOLDS

_Counts = NDArray[np.int64]

CONFIDENT = 0.5
"""Predictions with a lower score do not count."""


@dataclass(frozen=True)
class PhraseScores:
    """How well phrases are answered; a pair is positive where the reference has an object.

    ``micro_f1`` sums the counts of all positive pairs, ``macro_f1`` averages the pairs' own F1,
    both averaged over IoU 0.50 to 0.95; ``presence`` is the Matthews correlation of "there is
    one" over all pairs; ``classification_gated_f1`` (cgF1) is 100 x micro_f1 x presence.
    Source: N. Carion et al., SAM 3: Segment Anything with Concepts (2025), section 5 and appendix.
    """

    micro_f1: float
    macro_f1: float
    presence: float

    @property
    def classification_gated_f1(self) -> float:
        """cgF1, at best 100."""
        return 100 * self.micro_f1 * self.presence


def phrase_scores(
    reference: Objects, predicted: Objects, pairs: int, check_cancelled: Callable[[], None]
) -> PhraseScores:
    """Scores over ``pairs`` image and phrase pairs; ``images`` of the objects are the pairs' numbers,
    0 to ``pairs`` - 1, so that pairs without any object count too.

    Raises:
        Cancelled: by ``check_cancelled``.
    """
    confident = np.flatnonzero(predicted.scores > CONFIDENT)
    answers = Objects(
        predicted.geometries[confident], predicted.classes[confident], predicted.images[confident],
        predicted.scores[confident],
    )  # fmt: skip
    overlaps = find_overlaps(reference, answers, check_cancelled)
    wanted = np.bincount(reference.images, minlength=pairs)
    given = np.bincount(answers.images, minlength=pairs)
    positive = wanted > 0
    micro, macro = [], []
    for threshold in THRESHOLDS:
        matched = _matched_per_pair(reference, overlaps, threshold, pairs)
        f1 = _f1(matched, wanted, given)
        macro.append(f1[positive].mean() if positive.any() else 0.0)
        micro.append(_f1(*(np.array([v[positive].sum()]) for v in (matched, wanted, given)))[0])
    return PhraseScores(float(np.mean(micro)), float(np.mean(macro)), _correlation(positive, given > 0))


def _matched_per_pair(reference: Objects, overlaps: Overlaps, threshold: float, pairs: int) -> _Counts:
    matching = best_matching(overlaps, threshold)
    return np.bincount(reference.images[matching.reference], minlength=pairs)


def _f1(matched: _Counts, wanted: _Counts, given: _Counts) -> NDArray[np.float64]:
    return np.asarray(2 * matched / np.maximum(wanted + given, 1))


def _correlation(truth: NDArray[np.bool_], answer: NDArray[np.bool_]) -> float:
    """Matthews correlation coefficient of two bool arrays; 0 where one of them is constant, but 1
    where both are the same throughout."""
    if (truth == answer).all():
        return 1.0
    both, neither = float((truth & answer).sum()), float((~truth & ~answer).sum())
    wrong, missed = float((~truth & answer).sum()), float((truth & ~answer).sum())
    product = (both + wrong) * (both + missed) * (neither + wrong) * (neither + missed)
    return (both * neither - wrong * missed) / math.sqrt(product) if product else 0.0
