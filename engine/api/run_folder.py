"""A run's folder in the user's data folder, used by one process at a time.

What the lock file says about its owner is for people only.
"""

from __future__ import annotations

import errno
import json
import os
import platform
import re
import sys
import time
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Optional

from .environment import data_folder
from .file_lock import lock_now

LOCK = "lock"
_FINISHED = "finished"

# A folder may be removed between its making and its locking; each time there is a little longer to wait.
_ATTEMPTS = 50
_LONGER_S = 0.001


class RunGoesOn(Exception):
    """Another process works in the folder; ``owner`` says which, as part of a sentence."""

    def __init__(self, owner: str) -> None:
        super().__init__(owner)
        self.owner = owner


class RunFolder:
    """A folder that is this process's until ``release`` or ``remove``; make it with ``take``."""

    def __init__(self, path: Path, lock: int) -> None:
        self.path = path
        self._lock: Optional[int] = lock

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(entry.stat().st_size for entry in os.scandir(self.path))

    @property
    def is_finished(self) -> bool:
        """Whether the run has come to its end."""
        return is_finished(self.path)

    def finish(self) -> None:
        """Mark the run as having come to its end: nobody will miss it for long."""
        (self.path / _FINISHED).touch()

    def unfinish(self) -> None:
        """Mark the run as under way again."""
        (self.path / _FINISHED).unlink(missing_ok=True)

    def release(self) -> None:
        """Let others in; does nothing a second time."""
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def remove(self) -> None:
        """Remove the folder with all its files, and release it.

        Raises:
            OSError: if a file cannot be removed; the folder is then released all the same.
        """
        try:
            for entry in list(os.scandir(self.path)):
                if entry.name != LOCK:
                    os.unlink(entry.path)
            if sys.platform == "win32":
                self.release()  # an open file cannot be removed there
            (self.path / LOCK).unlink(missing_ok=True)
            with suppress(OSError):  # another process may be in already
                self.path.rmdir()
        finally:
            self.release()


def runs_folder() -> Path:
    """Where the folders of runs are; it may not exist yet."""
    return data_folder() / "runs"


def take(path: Path) -> RunFolder:
    """Lock the folder ``path``, made if it is not there.

    Raises:
        RunGoesOn: if another process has it.
        OSError: if the folder cannot be made, or its file system knows no locks.
    """
    for attempt in range(_ATTEMPTS):
        time.sleep(attempt * _LONGER_S)
        try:
            path.mkdir(parents=True, exist_ok=True)
            file = os.open(path / LOCK, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
        except (FileExistsError, FileNotFoundError):
            if path.is_file():
                raise
            continue  # it was removed meanwhile
        try:
            if not lock_now(file):
                raise RunGoesOn(_owner(file))
            if _is_still(path / LOCK, file):
                _sign(file)
                return RunFolder(path, file)
        except BaseException:
            os.close(file)
            raise
        os.close(file)
    raise OSError(errno.EAGAIN, "it is removed and made again by others all the time")


def forget(key: str) -> None:
    """Remove the folder of the run ``key``, which has reached its output; quietly, if it is still in use
    or not there."""
    path = runs_folder() / key
    if re.fullmatch(r"[0-9a-f]{8,64}", key) and path.is_dir():
        with suppress(RunGoesOn, OSError):
            take(path).remove()


def is_finished(path: Path) -> bool:
    """Whether the run in a folder has come to its end."""
    return (path / _FINISHED).exists()


def _is_still(path: Path, file: int) -> bool:
    """Whether ``path`` is the open file, and not removed or made anew since it was opened."""
    try:
        return os.path.samestat(os.stat(path), os.fstat(file))
    except FileNotFoundError:
        return False


def _sign(file: int) -> None:
    since = datetime.now().isoformat(" ", "seconds")
    words = json.dumps({"process": os.getpid(), "computer": platform.node(), "since": since})
    os.ftruncate(file, 0)
    os.lseek(file, 0, os.SEEK_SET)
    os.write(file, words.encode())


def _owner(file: int) -> str:
    os.lseek(file, 0, os.SEEK_SET)
    try:
        said = json.loads(os.read(file, 4096))
        return f"process {said['process']} on {said['computer']}, since {said['since']}"
    except (ValueError, KeyError, TypeError, OSError):
        return "a process that does not say its name"
