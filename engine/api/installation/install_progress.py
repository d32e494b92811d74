"""How far an installation is, as pip and uv say it while they download."""

from __future__ import annotations

import dataclasses
import os
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

# What pip prints with --progress-bar raw, and pip and uv before each file.
_BYTES = re.compile(r"^Progress (\d+) of (\d+)$")
_FILE = re.compile(r"^\s*Downloading (?:\S*/)?([A-Za-z0-9_.]+)[-\s(]")


@dataclass(frozen=True)
class InstallProgress:
    """How far an installation is: ``step`` of ``steps`` in words, from 1.

    ``done`` of ``total`` bytes of ``file`` have arrived; ``total`` is 0 where it is not known, and
    then ``done`` is all that has been downloaded. ``arrived`` are the bytes of the step's files so
    far, of about ``expected``; both are 0 for a step that downloads nothing.
    """

    step: int
    steps: int
    text: str
    file: str = ""
    done: int = 0
    total: int = 0
    arrived: int = 0
    expected: int = 0

    @property
    def fraction(self) -> float:
        """0 to 1, of the steps."""
        within = min(1.0, self.arrived / self.expected) if self.expected else 0.0
        return min(1.0, max(0.0, (self.step - 1 + within) / self.steps))

    @property
    def sentence(self) -> str:
        """The step, the file and its bytes, for a line beside a bar."""
        said = f"Step {self.step} of {self.steps}: {self.text}"
        if self.total:
            return f"{said}, {self.file or 'a file'} {self.done / 1e6:.0f} of {self.total / 1e6:.0f} MB"
        if self.done and self.expected:
            return f"{said}, {self.done / 1e6:.0f} MB downloaded"
        return said


class ProgressEar:
    """Turns the lines that a step prints into progress."""

    def __init__(self, steps: int, tell: Callable[[InstallProgress], object]) -> None:
        self.now = InstallProgress(0, steps, "")
        self._tell_all = tell
        self._whole_files = 0
        self._counted_before: Optional[int] = None

    def begin(self, text: str, expected: int = 0) -> None:
        """The next step begins; it downloads about ``expected`` bytes."""
        self._whole_files, self._counted_before = 0, None
        step = min(self.now.step + 1, self.now.steps)
        self._tell(InstallProgress(step, self.now.steps, text, expected=expected))

    def hear(self, line: str) -> None:
        """A line printed by the step."""
        size = _BYTES.match(line)
        if size is not None:
            done, total = int(size[1]), int(size[2])
            arrived = self._whole_files + done
            self._tell(dataclasses.replace(self.now, done=done, total=total, arrived=arrived))
            return
        file = _FILE.match(line)
        if file is not None:
            self._whole_files += self.now.total
            self._tell(dataclasses.replace(self.now, file=file[1], done=0, total=0))

    def count(self, folder: Path) -> None:
        """Where the step says no bytes, those in its folder of downloads count."""
        if self.now.expected and self.now.total == 0 and self._whole_files == 0:
            done = folder_bytes(folder)
            if self._counted_before is None:
                self._counted_before = done
            arrived = max(0, done - self._counted_before)
            self._tell(dataclasses.replace(self.now, done=done, arrived=arrived))

    def _tell(self, progress: InstallProgress) -> None:
        if progress != self.now:
            self.now = progress
            self._tell_all(progress)


class GrowingFile:
    """What is added to a file that another process writes, in whole lines."""

    def __init__(self, path: Path, start: int = 0) -> None:
        self._path = path
        self._position = start

    def lines(self) -> list[str]:
        """The lines that have come since the last call."""
        with self._path.open("rb") as file:
            file.seek(self._position)
            whole, end, _ = file.read().rpartition(b"\n")
        self._position += len(whole) + len(end)
        return whole.decode("utf-8", errors="replace").splitlines()


def without_progress(printed: str) -> str:
    """What a step printed, without the lines that count bytes."""
    return "".join(line for line in printed.splitlines(keepends=True) if not _BYTES.match(line.rstrip()))


def folder_bytes(folder: Path) -> int:
    """What a folder takes on the disk, links not followed; files that go meanwhile do not count."""
    size = 0
    for root, _, names in os.walk(folder):
        for name in names:
            with suppress(OSError):
                size += os.lstat(os.path.join(root, name)).st_size
    return size
