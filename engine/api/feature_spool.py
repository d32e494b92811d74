"""Features put aside on disk until all are there, to be handed on in their order."""

from __future__ import annotations

import tempfile
from array import array
from collections.abc import Iterable, Iterator

from .features import Feature, pack, unpack


class FeatureSpool:
    """Takes features in any order and gives them back by ``object_id``.

    Holds sixteen bytes of memory for each feature; the rest lies in a temporary file that nobody else
    sees and that is gone when the process is.
    """

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - closed by close()
        self._ids = array("q")
        self._places = array("q", [0])

    def __len__(self) -> int:
        return len(self._ids)

    def add(self, features: Iterable[Feature]) -> None:
        """Put features aside."""
        for feature in features:
            frame = pack([feature])
            self._file.write(frame)
            self._ids.append(feature.object_id)
            self._places.append(self._places[-1] + len(frame))

    def in_order(self, at_once: int) -> Iterator[list[Feature]]:
        """All features by ``object_id``, some at a time."""
        order = sorted(range(len(self._ids)), key=self._ids.__getitem__)
        for start in range(0, len(order), at_once):
            yield [self._feature(index) for index in order[start : start + at_once]]

    def close(self) -> None:
        """Give the disk space back."""
        self._file.close()

    def _feature(self, index: int) -> Feature:
        self._file.seek(self._places[index])
        (feature,) = unpack(self._file.read(self._places[index + 1] - self._places[index]))
        return feature
