import threading

from sam2_toolbox.engine.api.errors import Code, EngineError
from sam2_toolbox.engine.api.link.mailbox import End, Mailbox
from sam2_toolbox.engine.api.link.protocol import Message

PATIENCE_S = 30


def message(number, size=0):
    return Message({"n": number}, b"x" * size)


def put_in_thread(mailbox, *messages):
    thread = threading.Thread(target=lambda: [mailbox.put(message) for message in messages], daemon=True)
    thread.start()
    return thread


def test_first_in_first_out_then_the_end_for_ever():
    mailbox = Mailbox(10_000)
    mailbox.put(message(1))
    mailbox.put(message(2))
    mailbox.end()
    assert [mailbox.get(0) for _ in range(4)] == [message(1), message(2), End(), End()]


def test_an_empty_box_answers_none_after_the_timeout():
    assert Mailbox(10).get(0) is None
    assert Mailbox(10).get(0.01) is None


def test_a_full_box_holds_its_writer_until_there_is_room():
    mailbox = Mailbox(10_000)
    writer = put_in_thread(mailbox, message(1, 6000), message(2, 6000))
    writer.join(0.1)
    assert writer.is_alive()
    assert mailbox.get(PATIENCE_S) == message(1, 6000)
    writer.join(PATIENCE_S)
    assert not writer.is_alive()
    assert mailbox.get(0) == message(2, 6000)


def test_messages_without_a_tail_are_bounded_too():
    mailbox = Mailbox(10_000)
    writer = put_in_thread(mailbox, *(message(number) for number in range(100)))
    writer.join(0.1)
    assert writer.is_alive()
    assert [mailbox.get(PATIENCE_S).fields["n"] for _ in range(100)] == list(range(100))


def test_a_message_larger_than_the_box_passes_when_it_is_empty():
    mailbox = Mailbox(10)
    mailbox.put(message(1, 1000))
    assert mailbox.get(0) == message(1, 1000)


def test_the_end_releases_a_waiting_writer_and_drops_what_it_holds():
    mailbox = Mailbox(10_000)
    writer = put_in_thread(mailbox, message(1, 9000), message(2, 9000))
    writer.join(0.1)
    mailbox.end()
    writer.join(PATIENCE_S)
    assert not writer.is_alive()
    assert [mailbox.get(0), mailbox.get(0)] == [message(1, 9000), End()]


def test_the_first_reason_for_the_end_counts():
    mailbox = Mailbox(10)
    reason = EngineError(Code.PROTOCOL_MISMATCH, "Garbage.")
    mailbox.end(reason)
    mailbox.end()
    assert mailbox.get(0) == End(reason)


def test_a_waiting_reader_is_woken_by_the_end():
    mailbox = Mailbox(10)
    threading.Timer(0.05, mailbox.end).start()
    assert mailbox.get(PATIENCE_S) == End()
