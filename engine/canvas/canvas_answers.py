"""What a click finds: the model's candidates as objects, and as features on the map."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..api.features import Feature
from ..api.parameters.canvas_params import CanvasPromptParams
from ..api.parameters.params import OutlineParams
from ..attributes import features_of
from ..embeddings.embedding_file import Place
from ..embeddings.encoded_windows import EncodedWindow, Step, memory_full
from ..masks import Mask
from ..model.device import is_out_of_memory
from ..model.sam2_masks import MaskRules
from ..model.sam2_prompts import Candidates, predict
from ..objects import FoundObject, Piece
from ..outlines.outline import object_outline
from ..tiles.tiling import CLOSER
from .canvas_prompts import CanvasPrompt
from .canvas_session import CanvasSession
from .canvas_windows import Bounds

# A mask that is cut by its window ends up to so many of the model's pixels before the edge (of 1024).
_CUT_WITHIN = 6 / 1024

# A cut object is looked at again in a window that shows more of it, so often at most. From the third look
# on the window may be coarser than it has to be.
_LOOKS = 5
_GREW = 2


@dataclass(frozen=True)
class Found:
    """A candidate with at least one pixel. ``number`` counts the model's candidates from 0; ``cut`` says
    that the window ends where the object may go on."""

    number: int
    mask: Mask
    cut: bool


@dataclass(frozen=True, eq=False)
class Answer:
    """The candidates for a prompt in the window ``place``, best first."""

    place: Place
    candidates: Candidates
    found: tuple[Found, ...]

    @property
    def is_cut(self) -> bool:
        """Whether the best candidate is cut by the window."""
        return bool(self.found) and self.found[0].cut


def answer(
    session: CanvasSession,
    params: CanvasPromptParams,
    prompt: CanvasPrompt,
    last: Answer | None,
    step: Step | None,
) -> Answer | None:
    """Ask the model about a prompt; None where no window may answer.

    An object that the window cuts is looked for again where more of it is seen, in a window
    beside or a coarser one; without ``step`` nothing is encoded, and it stays cut. With
    PREVIOUS the window of ``last`` answers again, as long as it shows the prompt and the object.

    Raises:
        EngineError: BAD_RASTER, OUT_OF_MEMORY.
        Cancelled: by ``step``.
    """
    if params.previous and last is not None:
        again = _refined(session, params, prompt, last)
        if again is not None:
            return again
    wanted = prompt.bounds
    level = _first_level(session, params, prompt)
    best: Answer | None = None
    for look in range(1 if params.preview else _LOOKS):
        new = _seen(session, params, prompt, wanted, level, step, best)
        if new is None:
            return best
        best = new
        if not best.is_cut:
            break
        wanted = wanted.union(_bounds(session, best))
        if look:
            # Cut twice, it is much larger: doubling the window each time would take too many looks.
            wanted = wanted.grown().within(session.levels.whole)
    if best is None or best.is_cut or not best.found or look < _GREW:
        return best
    # Now that its size is known, a finer window may show all of it.
    finer = _seen(session, params, prompt, prompt.bounds.union(_bounds(session, best)), level, step, best)
    return best if finer is None or finer.is_cut else finer


def _first_level(session: CanvasSession, params: CanvasPromptParams, prompt: CanvasPrompt) -> int:
    """The level of the view; where that is the raster's own, small boxes and lassos are looked at closer."""
    level = session.levels.level_at(params.pixel)
    is_boxed = prompt.box is not None or prompt.lasso is not None
    smallest = session.loaded.closer_below * session.loaded.image_size
    return CLOSER if level == 0 and is_boxed and prompt.bounds.longer_side < smallest else level


def _refined(
    session: CanvasSession, params: CanvasPromptParams, prompt: CanvasPrompt, last: Answer
) -> Answer | None:
    """The last answer, gone on from in its window; None where that does not show prompt and object."""
    if not last.found or not session.levels.serves(last.place, prompt.bounds):
        return None
    window = session.find(last.place)
    again = None if window is None else _ask(session, params, prompt, last.place, window, last)
    return again if again is not None and again.found and (last.is_cut or not again.is_cut) else None


def _seen(
    session: CanvasSession,
    params: CanvasPromptParams,
    prompt: CanvasPrompt,
    wanted: Bounds,
    level: int,
    step: Step | None,
    best: Answer | None,
) -> Answer | None:
    """The answer of the window that shows what is wanted; None where that is the window of ``best``, none
    may answer, or nothing is found although ``best`` has."""
    seen = session.window_for(wanted, level, step)
    if seen is None or (best is not None and seen[0] == best.place):
        return None
    new = _ask(session, params, prompt, *seen, None)
    return None if best is not None and not new.found else new


def features_on_map(session: CanvasSession, params: CanvasPromptParams, answered: Answer) -> list[Feature]:
    """The candidates as features in the raster's CRS; ``object_id`` counts them from 1."""
    georeference = session.windows(answered.place).reader.info.georeference
    outline: OutlineParams = params
    if params.preview:
        outline = replace(params, outline="pixel", simplify=0.0)
    objects = [_object(found, answered.place) for found in answered.found]
    return features_of(
        range(1, len(objects) + 1),
        objects,
        [object_outline(found, outline) for found in objects],
        georeference,
        None if params.preview else session.raster.ellipsoid,
    )


def _ask(
    session: CanvasSession,
    params: CanvasPromptParams,
    prompt: CanvasPrompt,
    place: Place,
    window: EncodedWindow,
    last: Answer | None,
) -> Answer:
    """The model's answer in one window; ``last`` is refined."""
    logits = None
    if last is not None and params.candidate < len(last.found):
        logits = last.candidates.mask_logits(last.found[params.candidate].number)
    side = session.loaded.image_size // 4
    question = prompt.in_window(place, side, logits)
    three = params.candidates == "three" or (params.candidates == "auto" and question.is_ambiguous)
    try:
        candidates = predict(session.loaded.model, window.image, question, three)
    except (RuntimeError, MemoryError) as error:
        if not is_out_of_memory(error):
            raise
        raise memory_full(session.loaded) from error
    rules = MaskRules(0.0, 1.0, 0.0, with_logits=params.outline == "smooth" and not params.preview)
    order = np.argsort(-candidates.iou.numpy(), kind="stable").tolist()
    found = []
    for number in order[:1] if params.preview else order:
        mask = candidates.mask(number, window.image, question, rules)
        mask = None if mask is None else _with_data(mask, window)
        if mask is not None:
            found.append(Found(number, mask, _is_cut(mask, place)))
    return Answer(place, candidates, tuple(found))


def _with_data(mask: Mask, window: EncodedWindow) -> Mask | None:
    """The part of a mask where the raster has data; None where it has none."""
    if window.valid is None:
        return mask
    height, width = mask.bits.shape
    bits = mask.bits & window.valid[mask.y : mask.y + height, mask.x : mask.x + width]
    return replace(mask, bits=bits) if bits.any() else None


def _is_cut(mask: Mask, place: Place) -> bool:
    """Whether a mask reaches an edge of its window that is not the raster's."""
    window = place.window
    height, width = mask.bits.shape
    near = max(1.0, _CUT_WITHIN * max(window.width, window.height))
    return (
        (mask.x < near and window.x > 0)
        or (mask.y < near and window.y > 0)
        or (mask.x + width > window.width - near and window.right < place.grid_width)
        or (mask.y + height > window.height - near and window.bottom < place.grid_height)
    )


def _at_raster_edge(mask: Mask, place: Place) -> bool:
    height, width = mask.bits.shape
    x, y = place.window.x + mask.x, place.window.y + mask.y
    return x == 0 or y == 0 or x + width == place.grid_width or y + height == place.grid_height


def _bounds(session: CanvasSession, seen: Answer) -> Bounds:
    """Where the best candidate lies."""
    place, mask = seen.place, seen.found[0].mask
    across = session.levels.width / place.grid_width
    down = session.levels.height / place.grid_height
    height, width = mask.bits.shape
    x, y = place.window.x + mask.x, place.window.y + mask.y
    return Bounds(x * across, y * down, (x + width) * across, (y + height) * down)


def _object(found: Found, place: Place) -> FoundObject:
    mask, window = found.mask, place.window
    return FoundObject(
        pieces=(Piece(window.x + mask.x, window.y + mask.y, mask.bits, mask.logits),),
        score=mask.score,
        stability=mask.stability,
        point=(window.x + mask.point[0], window.y + mask.point[1]),
        tile=0,
        touches_edge=found.cut or _at_raster_edge(mask, place),
    )
