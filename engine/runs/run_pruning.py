"""Old runs are forgotten, so that journals do not fill the disk."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ..api.run_folder import LOCK, RunGoesOn, is_finished, take

DAY_S = 86400.0

# Someone may come back to an interrupted run weeks later; to a finished one only if writing failed.
KEPT_S = 30 * DAY_S
FINISHED_KEPT_S = DAY_S

MOST_BYTES = 20 * 10**9


@dataclass(frozen=True)
class _Run:
    path: Path
    age_s: float
    size: int
    is_finished: bool


def prune_runs(runs: Path, keep: Path, most_bytes: int = MOST_BYTES) -> None:
    """Remove the folders of runs that nobody has touched for 30 days, of finished ones after a day, and
    the oldest while all together take more than ``most_bytes``. Never ``keep``, nor a run that goes on;
    a folder that cannot be removed stays.
    """
    found = [run for path in runs.iterdir() if path != keep and (run := _look_at(path)) is not None]
    total = sum(run.size for run in found)
    for run in sorted(found, key=lambda run: -run.age_s):
        too_old = run.age_s > (FINISHED_KEPT_S if run.is_finished else KEPT_S)
        if too_old or total > most_bytes:
            with suppress(RunGoesOn, OSError):
                take(run.path).remove()
                total -= run.size


def _look_at(path: Path) -> _Run | None:
    try:
        # Taking a folder to look into it writes the lock.
        stats = [entry.stat() for entry in os.scandir(path) if entry.name != LOCK]
        newest = max([stat.st_mtime for stat in stats], default=path.stat().st_mtime)
        return _Run(path, time.time() - newest, sum(stat.st_size for stat in stats), is_finished(path))
    except OSError:  # it is no folder, or just being removed
        return None
