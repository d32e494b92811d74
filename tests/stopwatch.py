"""Seconds that say something on a machine with other work, too."""

import os
import time
from pathlib import Path


class Stopwatch:
    """Counts from ``start`` on, less what a process had to wait for a processor.

    Of the process its main thread is meant, where QGIS does what is measured.
    """

    def __init__(self, process_id=None):
        self._schedule = Path(f"/proc/{process_id or os.getpid()}/schedstat")
        self._started = self._waited = 0.0

    def start(self):
        self._started, self._waited = time.monotonic(), self._waited_s()

    def seconds(self):
        return time.monotonic() - self._started - (self._waited_s() - self._waited)

    def _waited_s(self):
        try:
            return int(self._schedule.read_text().split()[1]) / 1e9
        except OSError:  # not Linux
            return 0.0
