"""The states a user meets on the canvas: each is a sentence and a way forward."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from ..engine.api.environment import EnvironmentMissing
from ..engine.api.errors import Code, EngineError


class State(Enum):
    """Where the conversation with the model stands."""

    OFF = "off"
    NO_RASTER = "no raster"
    RASTER_GONE = "raster gone"
    OUTSIDE = "outside"
    NO_ENVIRONMENT = "no environment"
    NO_MODEL = "no model"
    STARTING = "starting"
    FETCHING = "fetching"
    ENCODING = "encoding"
    READY = "ready"
    DIED = "died"
    FAILED = "failed"


class Way(Enum):
    """What the button beside the sentence does; its value is the button's text."""

    NONE = ""
    ACTIVATE = "Start"
    MODELS = "Models…"
    STOP = "Stop"
    RETRY = "Try again"
    RESTART = "Start again"
    LOG = "Show the log"


@dataclass(frozen=True)
class Status:
    """A state in words. ``busy`` shows a bar that moves; ``fraction`` fills it where it is known."""

    state: State
    sentence: str
    way: Way = Way.NONE
    busy: bool = False
    fraction: float = -1.0


OFF = Status(State.OFF, "Start to click objects on the map.", Way.ACTIVATE)
NO_RASTER = Status(State.NO_RASTER, "Choose a raster layer: an aerial, drone or satellite image.")
RASTER_GONE = Status(
    State.RASTER_GONE,
    "The raster has been removed from the project, so its prompts are gone too. Choose another one.",
)
OUTSIDE = Status(
    State.OUTSIDE, "The view does not show the raster. Zoom to it: right-click the layer > Zoom to Layer."
)
STARTING = Status(
    State.STARTING, "Starting SAM 2. Clicks made now are answered as soon as it runs.", busy=True
)
FETCHING = Status(State.FETCHING, "Fetching the view of this web layer.", busy=True)
READY = Status(State.READY, "Ready. Click an object, or drag a box around it.")
PROMPTED = Status(
    State.READY,
    "Click what is missing, right-click what does not belong to it. Tab shows another candidate, Enter "
    "accepts.",
)


def encoding(seconds_expected: float, seconds_so_far: float, fraction: float) -> Status:
    """The model looks at the view; ``seconds_expected`` is 0 where nothing is known."""
    if seconds_expected <= 0:
        sentence = "SAM 2 looks at the view for the first time."
    else:
        left = max(1.0, round(seconds_expected - seconds_so_far))
        sentence = f"SAM 2 looks at the view: about {left:g} s left."
    return Status(
        State.ENCODING,
        f"{sentence} You can click already, pan and zoom.",
        Way.STOP,
        busy=True,
        fraction=fraction,
    )


def failure(error: EngineError) -> Status:
    """What a failed request means for the user."""
    if error.code is Code.ENVIRONMENT_MISSING:
        sentence = error.what if isinstance(error, EnvironmentMissing) else error.message
        return Status(State.NO_ENVIRONMENT, sentence)  # the way on is a box of its own
    if error.code in (Code.MODEL_MISSING, Code.MODEL_INVALID):
        return Status(State.NO_MODEL, error.message, Way.MODELS)
    if error.code in (Code.WORKER_DIED, Code.WORKER_SILENT, Code.PROTOCOL_MISMATCH):
        return Status(State.DIED, f"{error.message} Your prompts are kept.", Way.RESTART)
    return Status(State.FAILED, error.message, Way.RETRY)
