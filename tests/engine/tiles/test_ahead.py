"""A stage that works ahead gives the same items, the same errors, and no thread that stays."""

import threading
from itertools import islice

import pytest
from sam2_toolbox.engine.tiles.ahead import ahead


@pytest.mark.parametrize("count", [0, 1, 3, 50])
def test_the_items_come_in_their_order(count):
    assert list(ahead(iter(range(20)), count)) == list(range(20))


def test_nothing_comes_of_nothing():
    assert list(ahead(iter(()), 2)) == []


def test_none_is_an_item_like_others():
    assert list(ahead(iter([None, 1, None]), 1)) == [None, 1, None]


def test_no_more_are_made_than_allowed():
    made = []
    source = (made.append(number) or number for number in range(100))
    items = ahead(source, 3)
    taken = list(islice(items, 5))
    items.close()
    assert taken == [0, 1, 2, 3, 4]
    assert len(made) <= 5 + 3 + 1


def test_an_item_is_made_while_the_one_before_is_used():
    second_begun = threading.Event()

    def source():
        yield 1
        second_begun.set()
        yield 2

    items = ahead(source(), 1)
    next(items)
    assert second_begun.wait(10)
    items.close()


def test_an_error_comes_where_its_item_would_have():
    def source():
        yield 1
        raise OSError("the drive is gone")

    items = ahead(source(), 3)
    assert next(items) == 1
    with pytest.raises(OSError, match="the drive is gone"):
        next(items)


@pytest.mark.parametrize("taken", [0, 1, 5])
def test_closing_leaves_no_thread(taken):
    before = threading.active_count()
    items = ahead(iter(range(5)), 2)
    list(islice(items, taken))
    items.close()
    assert threading.active_count() == before
