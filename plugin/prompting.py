"""What a user has shown of one object, and the way back: no Qt, no QGIS.

All coordinates are map units of the raster's CRS, so that prompts stay on their pixels whatever the
project's CRS is.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any, Optional

Position = tuple[float, float]
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class PointPrompt:
    """A click: on the object (foreground) or beside it (background)."""

    x: float
    y: float
    foreground: bool


@dataclass(frozen=True)
class Prompts:
    """Everything shown of one object. ``lasso`` is a ring without its closing point."""

    points: tuple[PointPrompt, ...] = ()
    box: Optional[Box] = None
    lasso: tuple[Position, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing has been shown yet."""
        return not self.points and self.box is None and not self.lasso

    @property
    def answerable(self) -> bool:
        """Whether there is something to find: background points alone only say what it is not."""
        return self.box is not None or bool(self.lasso) or self.foreground_count > 0

    @property
    def foreground_count(self) -> int:
        """Number of foreground points."""
        return sum(point.foreground for point in self.points)

    @property
    def background_count(self) -> int:
        """Number of background points."""
        return len(self.points) - self.foreground_count

    def with_point(self, point: PointPrompt) -> Prompts:
        """With one point more, as the last one."""
        return dataclasses.replace(self, points=(*self.points, point))

    def with_point_at(self, index: int, position: Position) -> Prompts:
        """With point ``index`` moved."""
        points = list(self.points)
        points[index] = dataclasses.replace(points[index], x=position[0], y=position[1])
        return dataclasses.replace(self, points=tuple(points))

    def without_point(self, index: int) -> Prompts:
        """Without point ``index``."""
        return dataclasses.replace(self, points=self.points[:index] + self.points[index + 1 :])

    def with_box(self, box: Optional[Box]) -> Prompts:
        """With this box instead of the one before, or without one. A box replaces a lasso."""
        return dataclasses.replace(self, box=box, lasso=() if box is not None else self.lasso)

    def with_lasso(self, ring: tuple[Position, ...]) -> Prompts:
        """With this lasso instead of the one before, or without one. A lasso replaces a box."""
        return dataclasses.replace(self, lasso=ring, box=None if ring else self.box)

    def extends(self, other: Prompts) -> bool:
        """Whether these are the other prompts and further points: the model may refine its answer."""
        return (
            not other.empty
            and (self.box, self.lasso) == (other.box, other.lasso)
            and len(self.points) > len(other.points)
            and self.points[: len(other.points)] == other.points
        )

    def to_params(self) -> dict[str, Any]:
        """As the job ``canvas_prompt`` takes them, but for the lasso (which needs WKB)."""
        return {
            "points": [[point.x, point.y, int(point.foreground)] for point in self.points],
            "box": None if self.box is None else list(self.box),
        }


class PromptHistory:
    """The prompts of the object being worked on, with undo and redo."""

    def __init__(self) -> None:
        self._past: list[Prompts] = []
        self._future: list[Prompts] = []
        self.current = Prompts()

    @property
    def open(self) -> bool:
        """Whether there is anything to undo or to redo: undo keys are ours only then."""
        return bool(self._past or self._future) or not self.current.empty

    @property
    def can_undo(self) -> bool:
        """Whether ``undo`` changes anything."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether ``redo`` changes anything."""
        return bool(self._future)

    def change(self, prompts: Prompts) -> None:
        """Make these the current prompts; what was undone before cannot be redone any more."""
        if prompts == self.current:
            return
        self._past.append(self.current)
        self._future = []
        self.current = prompts

    def undo(self) -> bool:
        """Go back one change; whether there was one."""
        if not self._past:
            return False
        self._future.append(self.current)
        self.current = self._past.pop()
        return True

    def redo(self) -> bool:
        """Make the change last undone again; whether there was one."""
        if not self._future:
            return False
        self._past.append(self.current)
        self.current = self._future.pop()
        return True

    def clear(self) -> None:
        """Begin a new object, with nothing to undo."""
        self._past, self._future, self.current = [], [], Prompts()
