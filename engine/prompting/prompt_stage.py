"""The prompt stage: prompts sorted into windows, each window seen once, each object answered whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import astuple, dataclass
from typing import Protocol

from ..masks import Mask
from ..model.sam2_prompts import Prompt
from ..rasters.stretch import Stretch
from ..seams.tile_masks import TileMask, clean_masks
from ..segmenter import TileImage
from ..tiles.tiling import Tile
from .left_out import NO_DATA
from .prompt_index import PromptedObject, PromptIndex
from .prompt_levels import Level, Levels, Stage
from .prompt_shapes import prompt_in
from .prompt_windows import Extent

# Prompts with masks take 256 kB each for a model of 1024 pixels.
_AT_ONCE = 256

_LARGEST_ANSWER = 4


@dataclass(frozen=True, eq=False)
class Answer:
    """What the model says to one prompt: the mask it chose, None where that has no pixel, its
    predicted IoU, and which candidate it was (from 1, 0 where there was only one)."""

    mask: Mask | None
    score: float
    candidate: int


class SeenWindow(Protocol):
    """A window that the model has looked at."""

    def answers(self, prompts: Sequence[Prompt], check_cancelled: Callable[[], None]) -> Sequence[Answer]:
        """One answer for each prompt."""
        ...


class PromptedModel(Protocol):
    """A model ready to answer prompts on windows; ``image_size`` is the side of its square."""

    @property
    def image_size(self) -> int: ...

    def look(self, image: TileImage, check_cancelled: Callable[[], None]) -> SeenWindow:
        """Look at a window, once for all its prompts."""
        ...


@dataclass(frozen=True, eq=False)
class AnsweredObject:
    """The final answer for one object.

    ``found`` is its mask cut to the pixels with data, None where nothing is left of it; ``tile`` a
    window of ``level``.
    """

    number: int
    feature: int
    level: Level
    tile: Tile
    found: TileMask | None
    score: float
    candidate: int


class PromptStage:
    """Answers the objects of an index, window by window.

    So far ``done`` objects need no further look, and ``windows`` have been looked at; ``left_out`` holds
    the features whose prompts lie on pixels without data.
    """

    def __init__(
        self,
        index: PromptIndex,
        levels: Levels,
        stretch: Stretch,
        model: PromptedModel,
        with_mask: bool,
        check_cancelled: Callable[[], None],
    ) -> None:
        self._index = index
        self._levels = levels
        self._stretch = stretch
        self._model = model
        self._with_mask = with_mask
        self._check_cancelled = check_cancelled
        self._waiting: dict[Stage, dict[Tile, list[PromptedObject]]] = {}
        self.done = 0
        self.windows = 0
        self.left_out: dict[str, list[int]] = {}

    def results(self) -> Iterator[list[AnsweredObject]]:
        """The answers of one window after another, not in the order of the objects.

        Raises:
            EngineError: BAD_RASTER if pixels cannot be read; OUT_OF_MEMORY.
            Cancelled: if the caller asked to stop meanwhile.
        """
        for wanted in self._index.objects(self._check_cancelled):
            self._queue(wanted, wanted.extent, self._levels.first(wanted.extent, wanted.is_boxed))
        while self._waiting:
            stage = min(self._waiting)
            windows = self._waiting.pop(stage)
            for tile in sorted(windows, key=lambda tile: tile.index):
                self._check_cancelled()
                yield from self._window(stage, tile, windows.pop(tile))

    def _queue(self, wanted: PromptedObject, extent: Extent, first: Stage) -> None:
        stage, tile = self._levels.place(extent, first)
        self._waiting.setdefault(stage, {}).setdefault(tile, []).append(wanted)

    def _window(
        self, stage: Stage, tile: Tile, wanted: list[PromptedObject]
    ) -> Iterator[list[AnsweredObject]]:
        """The answers of one window, some at a time."""
        # In an order of their own: rounding depends on who is asked together.
        wanted.sort(key=lambda one: (*astuple(one.extent), one.number))
        level = self._levels[stage.level]
        image = level.image(tile, self._stretch)
        seen: SeenWindow | None = None
        for start in range(0, len(wanted), _AT_ONCE):
            asked = self._asked(level, image, wanted[start : start + _AT_ONCE])
            if not asked:
                continue
            if seen is None:
                self.windows += 1
                seen = self._model.look(image, self._check_cancelled)
            answers = seen.answers([prompt for _, prompt in asked], self._check_cancelled)
            done = []
            for (one, prompt), answer in zip(asked, answers, strict=True):
                found = _cut_to_data(answer, image, level)
                if found is not None and _goes_on(found, prompt):
                    self._look_wider(one, found, stage, level)
                    continue
                done.append(
                    AnsweredObject(
                        one.number, one.feature, level, tile, found, answer.score, answer.candidate
                    )
                )
            self.done += len(done)
            yield done

    def _asked(
        self, level: Level, image: TileImage, wanted: Sequence[PromptedObject]
    ) -> list[tuple[PromptedObject, Prompt]]:
        """The objects with their prompts, without those on pixels without data."""
        asked = []
        for one in wanted:
            shape = self._index.shape(one.number).scaled(level.factor_x, level.factor_y)
            prompt = prompt_in(shape, image.tile.window, image.valid, self._with_mask, self._model.image_size)
            if prompt is None:
                self.left_out.setdefault(NO_DATA, []).append(one.feature)
                self.done += 1
            else:
                asked.append((one, prompt))
        return asked

    def _look_wider(self, one: PromptedObject, found: TileMask, stage: Stage, level: Level) -> None:
        """Ask again where more of the object is to be seen."""
        box = found.box
        seen = Extent(box.x, box.y, box.right, box.bottom).scaled(1 / level.factor_x, 1 / level.factor_y)
        later = Stage(stage.level, 1) if stage.shift == 0 else Stage(stage.level + 1, 0)
        self._queue(one, one.extent.joined(seen), later)


def _cut_to_data(answer: Answer, image: TileImage, level: Level) -> TileMask | None:
    """What is left of an answer on pixels with data."""
    if answer.mask is None:
        return None
    cut = clean_masks([answer.mask], image.valid, image.tile, level.region)
    return cut[0] if cut else None


def _goes_on(found: TileMask, prompt: Prompt) -> bool:
    """Whether an object goes on beyond its window.

    A mask many times larger than the box that prompted it is a mistake, which more room would only
    make larger.
    """
    if prompt.box is None or not found.is_cut:
        return found.is_cut
    x0, y0, x1, y1 = prompt.box.tolist()
    return bool(found.box.width * found.box.height <= _LARGEST_ANSWER * (x1 - x0) * (y1 - y0))
