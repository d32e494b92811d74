"""A file that one process at a time works on; the others wait.

The lock is the operating system's, on an open file beside it: it ends with the process that holds it,
however that dies, so that no lock is ever stale.
"""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_LOOK_AGAIN_S = 0.1
# Windows keeps others from reading a locked byte; this one is never written.
_LOCKED_BYTE = 1 << 30


@contextmanager
def locked(
    path: Path, must_wait: Callable[[], object], check_cancelled: Callable[[], None]
) -> Iterator[None]:
    """Hold the lock file ``path`` for the block.

    Args:
        path: Made if it is not there; it stays.
        must_wait: Told once if another process holds it.
        check_cancelled: Called several times a second while waiting; raises to stop.

    Raises:
        OSError: if the file cannot be made.
    """
    file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        waiting = False
        while not _is_free(file):
            if not waiting:
                must_wait()
                waiting = True
            check_cancelled()
            time.sleep(_LOOK_AGAIN_S)
        yield
    finally:
        with suppress(OSError):
            os.close(file)


def lock_now(file: int) -> bool:
    """Lock an open file until it is closed; False where another process has it.

    Raises:
        OSError: where the file system knows no locks.
    """
    try:
        if sys.platform == "win32":
            os.lseek(file, _LOCKED_BYTE, os.SEEK_SET)
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in (errno.EACCES, errno.EAGAIN, errno.EDEADLK):
            return False
        raise
    return True


def _is_free(file: int) -> bool:
    try:
        return lock_now(file)
    except OSError:
        # A file system without locks is no reason to wait for ever: files are renamed whole all the same.
        return True
