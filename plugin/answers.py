"""The worker's answers, as geometries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Optional

from qgis.core import QgsGeometry

from ..engine.api.features import Feature
from .prompting import Prompts

# What is drawn while the mouse moves must not hold the window up; what is accepted is never thinned.
MOST_DRAWN_VERTICES = 5_000


@dataclass(frozen=True)
class Candidate:
    """One outline the model proposes, in the raster's CRS.

    ``sketch`` is the outline with few enough vertices to be drawn at once.
    """

    geometry: QgsGeometry
    sketch: QgsGeometry
    score: float
    stability: float
    area_m2: Optional[float]
    touches_edge: bool


@dataclass(frozen=True)
class Answer:
    """What the model found for some prompts: candidates, best first, and the one shown."""

    prompts: Prompts
    candidates: tuple[Candidate, ...]
    chosen: int = 0

    @property
    def candidate(self) -> Optional[Candidate]:
        """The one shown; None when nothing was found."""
        return self.candidates[self.chosen] if self.candidates else None


class AnswerBook:
    """The answers about one object: undo shows them again, and the worker refines its last one."""

    def __init__(self) -> None:
        self._answers: dict[Prompts, Answer] = {}
        self._last = Prompts()

    def known(self, prompts: Prompts) -> Optional[Answer]:
        """The answer to these prompts, if it has been given."""
        return self._answers.get(prompts)

    def keep(self, answer: Answer) -> None:
        """An answer, or another of its candidates chosen."""
        self._answers[answer.prompts] = answer

    def heard(self, answer: Answer) -> None:
        """An answer just come from the worker, which remembers it too."""
        self.keep(answer)
        self._last = answer.prompts

    def refined_by(self, prompts: Prompts) -> Optional[int]:
        """The candidate of the worker's last answer that these prompts refine, if they do."""
        last = self._answers.get(self._last)
        return last.chosen if last is not None and prompts.extends(self._last) else None

    def worker_forgot(self) -> None:
        """The worker's last answer is gone: there is another worker, model or object."""
        self._last = Prompts()

    def clear(self) -> None:
        """Begin another object."""
        self._answers.clear()
        self._last = Prompts()


def candidates_of(features: Iterable[Feature]) -> tuple[Candidate, ...]:
    """Parse the worker's features; those without an area are left out. May be called in any thread."""
    return tuple(candidate for candidate in map(_candidate, features) if not candidate.geometry.isEmpty())


def _candidate(feature: Feature) -> Candidate:
    geometry = QgsGeometry()
    geometry.fromWkb(feature.wkb)
    return Candidate(
        geometry,
        sketch_of(geometry),
        feature.score,
        feature.stability,
        feature.area_m2,
        feature.touches_edge,
    )


def sketch_of(geometry: QgsGeometry) -> QgsGeometry:
    """The geometry with about ``MOST_DRAWN_VERTICES`` vertices at most.

    A grid, because it takes the same short time whatever the shape; GEOS's simplification takes
    seconds for a ragged outline of 50,000 vertices.
    """
    sketch, box = geometry, geometry.boundingBox()
    cell = max(box.width(), box.height()) / 2_000
    for _ in range(6):
        if sketch.constGet().nCoordinates() <= MOST_DRAWN_VERTICES:
            break
        coarser = geometry.snappedToGrid(cell, cell)
        if coarser.isEmpty():
            break
        sketch, cell = coarser, 2 * cell
    return sketch
