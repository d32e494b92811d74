"""The worker's messages as typed events; anything else is refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Union

from ..errors import Cancelled, Code, EngineError
from ..features import Feature, unpack
from .protocol import PROTOCOL, Message


@dataclass(frozen=True)
class Hello:
    """The worker is ready. ``versions`` holds its Python's and its packages', by name."""

    pid: int
    versions: Mapping[str, str]


@dataclass(frozen=True)
class Broken:
    """The worker runs but cannot work, mostly for want of a package."""

    error: EngineError


@dataclass(frozen=True)
class Started:
    """The worker has taken up run ``id``."""

    id: int


@dataclass(frozen=True)
class Progress:
    """How far run ``id`` is (0 to 1), and what it does."""

    id: int
    fraction: float
    text: str


@dataclass(frozen=True)
class Log:
    """A sentence for the user; ``level`` is info or warning."""

    id: int
    level: str
    text: str


@dataclass(frozen=True)
class Features:
    """Finished features of run ``id``."""

    id: int
    features: list[Feature]


@dataclass(frozen=True)
class Done:
    """Run ``id`` has ended well."""

    id: int
    result: dict[str, Any]


@dataclass(frozen=True)
class Failed:
    """Run ``id`` has ended with an error, which is ``Cancelled`` where it was asked to stop."""

    id: int
    error: EngineError


Event = Union[Hello, Broken, Started, Progress, Log, Features, Done, Failed]


def read_event(message: Message) -> Event:
    """The event a message stands for.

    Raises:
        EngineError: PROTOCOL_MISMATCH for an unknown event, a missing or wrong field, or another
            version of the protocol.
    """
    reader = _READERS.get(str(message.fields.get("event")))
    if reader is None:
        raise _not_understood(message)
    return reader(message)


def _hello(message: Message) -> Hello:
    _check_protocol(message)
    versions = _field(message, "versions", dict)
    return Hello(_field(message, "pid", int), {str(name): str(version) for name, version in versions.items()})


def _broken(message: Message) -> Broken:
    _check_protocol(message)
    return Broken(_error(message))


def _started(message: Message) -> Started:
    return Started(_field(message, "id", int))


def _progress(message: Message) -> Progress:
    fraction = float(_field(message, "fraction", (int, float)))
    return Progress(_field(message, "id", int), fraction, _field(message, "text", str))


def _log(message: Message) -> Log:
    return Log(_field(message, "id", int), _field(message, "level", str), _field(message, "text", str))


def _features(message: Message) -> Features:
    features = list(unpack(message.tail))
    if len(features) != _field(message, "count", int):
        raise _not_understood(message)
    return Features(_field(message, "id", int), features)


def _done(message: Message) -> Done:
    return Done(_field(message, "id", int), _field(message, "result", dict))


def _failed(message: Message) -> Failed:
    return Failed(_field(message, "id", int), _error(message))


def _cancelled(message: Message) -> Failed:
    return Failed(_field(message, "id", int), Cancelled())


_READERS: Mapping[str, Callable[[Message], Event]] = {
    "hello": _hello,
    "broken": _broken,
    "started": _started,
    "progress": _progress,
    "log": _log,
    "features": _features,
    "done": _done,
    "failed": _failed,
    "cancelled": _cancelled,
}


def _check_protocol(message: Message) -> None:
    spoken = message.fields.get("protocol")
    if spoken != PROTOCOL:
        raise EngineError(
            Code.PROTOCOL_MISMATCH,
            f"The worker speaks version {spoken!r} of the protocol, this plugin version {PROTOCOL}. "
            "Restart QGIS; if that does not help, install the plugin again.",
        )


def _error(message: Message) -> EngineError:
    try:
        code = Code(message.fields.get("code"))
    except ValueError:
        code = Code.INTERNAL
    return EngineError(code, _field(message, "message", str), _field(message, "details", str))


def _field(message: Message, name: str, kind: Any) -> Any:
    value = message.fields.get(name)
    if not isinstance(value, kind) or isinstance(value, bool):  # a bool is an int in Python
        raise _not_understood(message)
    return value


def _not_understood(message: Message) -> EngineError:
    return EngineError(
        Code.PROTOCOL_MISMATCH,
        f"The worker sent {str(dict(message.fields))[:200]}, which this plugin does not understand. "
        "Restart QGIS; if that does not help, install the plugin again.",
    )
