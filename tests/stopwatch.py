"""Seconds that say something on a machine with other work, too."""

import threading
import time
from pathlib import Path

_TICK_S = 0.01
_LONGEST_S = 12  # no thread is left over for the tests that count them


class Stopwatch:
    """Counts from ``start`` on, less the time for which the machine kept us waiting for a processor.

    There are two signs of that, and the stronger one counts: a thread that wants to sleep for hundredths of
    a second wakes up late, and Linux knows how long the main thread, where QGIS works, was ready and did
    not run.
    """

    def __init__(self):
        self._ticks = 0
        self._started = self._waited = 0.0

    def start(self):
        self._started, self._waited = time.monotonic(), _waited_s()
        threading.Thread(target=self._count, name="stopwatch", daemon=True).start()

    def seconds(self):
        ran = time.monotonic() - self._started - (_waited_s() - self._waited)
        return min(ran, self._ticks * _TICK_S)

    def _count(self):
        while self._ticks < _LONGEST_S / _TICK_S:
            time.sleep(_TICK_S)
            self._ticks += 1


def _waited_s():
    try:
        return int(Path("/proc/self/schedstat").read_text().split()[1]) / 1e9
    except OSError:  # not Linux
        return 0.0
