import io
import json
import math
import random

import pytest
from sam2_toolbox.engine.api.errors import Code, EngineError
from sam2_toolbox.engine.api.link import protocol
from sam2_toolbox.engine.api.link.protocol import Message, encode, read_message

VALUES = [None, True, 0, -1, 2**60, 0.1, 1e300, "", "line\nbreak", "\x00", "ünïcödé \U0001f5fa", "\udc80"]


def random_value(chance, depth=0):
    kind = chance.randrange(3 if depth < 3 else 1)
    if kind == 1:
        return [random_value(chance, depth + 1) for _ in range(chance.randrange(4))]
    if kind == 2:
        return {str(n): random_value(chance, depth + 1) for n in range(chance.randrange(4))}
    return chance.choice(VALUES)


@pytest.mark.parametrize("seed", range(50))
def test_messages_come_back_as_they_went(seed):
    chance = random.Random(seed)
    messages = [
        Message(
            {"event": "x", "value": random_value(chance)},
            chance.choice([b"", b"\n", b'{"event": 1}\n', chance.randbytes(1000)]),
        )
        for _ in range(5)
    ]
    stream = io.BytesIO(b"".join(encode(message.fields, message.tail) for message in messages))
    assert list(iter(lambda: read_message(stream), None)) == messages


def test_a_message_is_one_ascii_line_and_its_tail():
    data = encode({"text": "ü\n"}, b"\xff\n")
    line, tail = data.split(b"\n", 1)
    assert json.loads(line.decode("ascii")) == {"text": "ü\n", "bin": 2}
    assert tail == b"\xff\n"


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf])
def test_nan_and_infinity_are_refused(number):
    with pytest.raises(ValueError, match="JSON"):
        encode({"number": [number]})


@pytest.mark.parametrize(
    "data",
    [
        b"hello world\n",
        b"\n",
        b"\xff\xfe\n",
        b"[1, 2]\n",
        b"null\n",
        b'"text"\n',
        b'{"a": 1,}\n',
        b'{"bin": -1}\n',
        b'{"bin": 1.5}\n',
        b'{"bin": true}\n',
        b'{"bin": "3"}\n',
        b'{"bin": 99999999999}\n',
        b"[" * 200_000 + b"\n",
        b"no end of line",
    ],
    ids=range(14),
)
def test_what_is_no_message_is_refused(data):
    with pytest.raises(EngineError) as caught:
        read_message(io.BytesIO(data))
    assert caught.value.code is Code.PROTOCOL_MISMATCH
    assert len(caught.value.message) < 1500
    assert caught.value.message.isprintable()


@pytest.mark.parametrize("kept", range(1, len(encode({"a": 1}, b"12345"))))
def test_a_message_cut_anywhere_is_a_death_not_garbage(kept):
    with pytest.raises(EngineError) as caught:
        read_message(io.BytesIO(encode({"a": 1}, b"12345")[:kept]))
    assert caught.value.code is Code.WORKER_DIED


def test_a_line_without_an_end_is_not_read_for_ever(monkeypatch):
    monkeypatch.setattr(protocol, "MAX_LINE", 100)
    stream = io.BytesIO(b"{" * 1000)
    with pytest.raises(EngineError) as caught:
        read_message(stream)
    assert caught.value.code is Code.PROTOCOL_MISMATCH
    assert stream.tell() == 100
