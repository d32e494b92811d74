"""What is done with models in the background: one thing at a time, heard by every panel."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..engine.api import environment
from ..engine.api.link.client import WorkerClient
from ..engine.api.model_download import Listener, download_model
from ..engine.api.model_files import MB, State, add_model, check, list_models
from ..engine.api.model_speeds import keep_speed
from ..engine.api.models import ModelEntry
from ..engine.api.settings import read_settings
from .background_task import BackgroundTask
from .background_work import BackgroundWork, Shared
from .network import qgis_connection


class ModelsWork(BackgroundWork):
    """Downloading, adding, checking, measuring."""

    changed = pyqtSignal()  # it has begun, ended or advanced, or there are other files

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self.sentence = ""
        self.fraction = -1.0  # of what is being done; below 0 where nobody knows
        self.went_well = True

    def download(self, entry: ModelEntry) -> None:
        """Have a model's checkpoint.

        Raises:
            EngineError: BAD_PARAMETER where QGIS is set to a proxy that cannot be used.
        """
        mirror = read_settings().model_mirror
        connection = qgis_connection((*([mirror] if mirror else []), *entry.addresses))

        def work(task: BackgroundTask) -> str:
            listener = Listener(_bytes_told(task), task.told.emit, task.check_cancelled)
            download_model(entry, connection, listener, mirror)
            return f"{entry.title} is here."

        self._start(f"Downloading {entry.title}", work)

    def add(self, path: Path) -> None:
        """Add one of Meta's checkpoints from a file."""

        def work(task: BackgroundTask) -> str:
            return f"{add_model(path, _bytes_told(task), task.check_cancelled).title} is here."

        self._start(f"Adding {path.name}", work)

    def check_files(self) -> None:
        """Compute the checksum of what was never checked."""
        unknown = [seen.entry for seen in list_models() if seen.state is State.UNCHECKED]

        def work(task: BackgroundTask) -> str:
            damaged = [e.title for e in unknown if check(e, task.check_cancelled).state is State.DAMAGED]
            if not damaged:
                return ""
            return f"Not as published: {', '.join(damaged)}. Remove it and download it again."

        if unknown and not self.running:
            self._start("Checking models", work)

    def measure(self, entry: ModelEntry) -> None:
        """See how fast a model is here, whether it is downloaded or not."""

        def work(task: BackgroundTask) -> str:
            speed = keep_speed(_run_job(task, "measure_model", {"model": entry.id}))
            return f"{entry.title}: {speed.tile_s:.2g} s for a tile, on: {speed.device}."

        self._start(f"Measuring {entry.title}", work)

    def check_own(self, values: dict[str, Any]) -> None:
        """Let the worker load a checkpoint of the user's own with its config."""

        def work(task: BackgroundTask) -> str:
            found = _run_job(task, "check_model", values)
            return (
                f"{found['title']} can be used: {found['weights'] / 1e6:.1f} million weights, images of "
                f"{found['image_size']} pixels, config {found['config']}."
            )

        self._start("Checking the model", work)

    def say(self, sentence: str, went_well: bool) -> None:
        """Let every panel show a sentence."""
        self.sentence, self.went_well = sentence, went_well
        self.changed.emit()

    def _begun(self) -> None:
        self.fraction = -1.0
        self.say(self.running, True)

    def _told(self, sentence: str) -> None:
        self.say(sentence, True)

    def _advanced(self, fraction: float, words: str) -> None:
        self.fraction = fraction
        self.say(f"{self.running}: {words}", True)

    def _over(self, successful: bool, answer: Any) -> None:
        self.say(answer, successful)


def _bytes_told(task: BackgroundTask) -> Callable[[int, int], None]:
    def tell(done: int, total: int) -> None:
        task.tell(done / total, f"{done / MB:,.1f} of {total / MB:,.1f} MB")

    return tell


def _run_job(task: BackgroundTask, job: str, values: dict[str, Any]) -> dict[str, Any]:
    command, variables = environment.worker_command(), environment.child_environment()
    task.tell(0.0, "starting the worker")
    with WorkerClient() as worker:
        worker.start(command, variables, is_cancelled=task.isCanceled)
        return worker.run(job, values, on_progress=task.tell, is_cancelled=task.isCanceled)


_SHARED = Shared(ModelsWork)
models_work = _SHARED.get
close_models_work = _SHARED.close
