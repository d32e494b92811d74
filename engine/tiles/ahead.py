"""A stage that works ahead of the next one, in a thread of its own."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

Item = TypeVar("Item")

_END = object()


def ahead(items: Iterator[Item], count: int) -> Generator[Item, None, None]:
    """The same items in the same order, up to ``count`` of them made before they are asked for.

    What ``items`` raises is raised where its item would have come. Closing this waits for the item
    that is being made; ``items`` is left for the caller to close.
    """
    thread = ThreadPoolExecutor(1)
    try:
        coming: deque[Future[object]] = deque(thread.submit(next, items, _END) for _ in range(count + 1))
        while (item := coming.popleft().result()) is not _END:
            coming.append(thread.submit(next, items, _END))
            yield item  # type: ignore[misc]  # mypy has no type for a sentinel
    finally:
        thread.shutdown(cancel_futures=True)
