import pytest
from sam2_toolbox.engine.api.errors import Code, EngineError
from sam2_toolbox.engine.api.features import Feature, pack
from sam2_toolbox.engine.api.link.events import (
    Broken,
    Done,
    Failed,
    Features,
    Hello,
    Log,
    Progress,
    Started,
    read_event,
)
from sam2_toolbox.engine.api.link.protocol import PROTOCOL, Message

FEATURE = Feature(1, 0.9, 0.95, None, 14.0, 50, 1.5, -2.5, 0, False, b"wkb")
HELLO = {"event": "hello", "protocol": PROTOCOL, "pid": 5, "versions": {"numpy": "2.4"}}
FAILED = {"event": "failed", "id": 1, "code": "bad_raster", "message": "No.", "details": "d"}
GOOD = [
    (HELLO, Hello(5, {"numpy": "2.4"})),
    ({"event": "started", "id": 1}, Started(1)),
    ({"event": "progress", "id": 1, "fraction": 1, "text": "t"}, Progress(1, 1.0, "t")),
    ({"event": "log", "id": 1, "level": "info", "text": "t"}, Log(1, "info", "t")),
    ({"event": "done", "id": 1, "result": {"a": 1}}, Done(1, {"a": 1})),
]


@pytest.mark.parametrize(("fields", "event"), GOOD, ids=[fields["event"] for fields, _ in GOOD])
def test_a_message_becomes_its_event(fields, event):
    assert read_event(Message(fields)) == event


def test_features_are_unpacked():
    fields = {"event": "features", "id": 1, "count": 2}
    assert read_event(Message(fields, pack([FEATURE] * 2))) == Features(1, [FEATURE] * 2)


@pytest.mark.parametrize(
    ("fields", "kind", "code"),
    [
        (FAILED, Failed, Code.BAD_RASTER),
        ({**FAILED, "code": "of tomorrow"}, Failed, Code.INTERNAL),
        ({"event": "cancelled", "id": 1}, Failed, Code.CANCELLED),
        ({**FAILED, "event": "broken", "protocol": PROTOCOL}, Broken, Code.BAD_RASTER),
    ],
)
def test_an_error_keeps_its_code_and_words(fields, kind, code):
    event = read_event(Message(fields))
    assert type(event) is kind
    assert event.error.code is code
    if "message" in fields:
        assert (event.error.message, event.error.details) == ("No.", "d")


@pytest.mark.parametrize("fields", [fields for fields, _ in GOOD] + [FAILED])
def test_a_missing_or_wrong_field_is_refused(fields):
    for name in set(fields) - {"code", "protocol"}:
        for wrong in ({}, {name: True}, {name: None}, {name: object()}):
            kept = {key: value for key, value in fields.items() if key != name}
            with pytest.raises(EngineError) as caught:
                read_event(Message({**kept, **wrong}))
            assert caught.value.code is Code.PROTOCOL_MISMATCH


@pytest.mark.parametrize("count", [0, 2, "1", None, True])
def test_a_count_that_is_not_the_frames_is_refused(count):
    with pytest.raises(EngineError) as caught:
        read_event(Message({"event": "features", "id": 1, "count": count}, pack([FEATURE])))
    assert caught.value.code is Code.PROTOCOL_MISMATCH


@pytest.mark.parametrize("event", ["hello", "broken"])
def test_another_version_is_named(event):
    with pytest.raises(EngineError, match="version 99 of the protocol"):
        read_event(Message({**HELLO, **FAILED, "event": event, "protocol": 99}))
