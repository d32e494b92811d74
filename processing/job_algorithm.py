"""An algorithm whose work is a job of the worker: how it shows itself, and how it runs its job."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

from qgis.core import QgsApplication, QgsProcessingAlgorithm, QgsProcessingException, QgsProcessingFeedback
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QIcon

from ..engine.api import environment
from ..engine.api.errors import EngineError
from ..engine.api.features import Feature, FieldSpec
from ..engine.api.help_pages import algorithm_page, help_url
from ..engine.api.link.client import WorkerClient
from ..engine.api.parameters.paramspec import ParamSpec, specs_of
from .parameters import Values
from .refusal import refusal
from .translation import say, tr

ICON = str(Path(__file__).resolve().parent.parent / "resources" / "icons" / "sam2.svg")

# The dialog's log keeps every line, so a run of thousands of tiles must not write one for each.
_PROGRESS_TEXT_EVERY_S = 2.0


class JobAlgorithm(QgsProcessingAlgorithm):
    """A subclass names its job and its params class and describes itself.

    ``NAME`` is stable: users' scripts and models call it. ``TAGS`` are what people type to find it.
    ``HELP`` is shown beside the parameters, with ``FIELDS`` in the place of {fields}.
    """

    JOB: ClassVar[str]
    PARAMS: ClassVar[type]
    NAME: ClassVar[str]
    TITLE: ClassVar[str]
    GROUP: ClassVar[str]
    SUMMARY: ClassVar[str]
    TAGS: ClassVar[tuple[str, ...]]
    HELP: ClassVar[str]
    FIELDS: ClassVar[tuple[FieldSpec, ...]] = ()

    def createInstance(self) -> JobAlgorithm:  # noqa: N802
        """A fresh algorithm for one run."""
        return type(self)()

    def name(self) -> str:
        """The algorithm's part of its id."""
        return self.NAME

    def displayName(self) -> str:  # noqa: N802
        """Shown in the toolbox and as the dialog's title."""
        return tr(self.TITLE)

    def group(self) -> str:
        """Shown in the toolbox."""
        return tr(self.GROUP)

    def groupId(self) -> str:  # noqa: N802
        """Stable."""
        return self.GROUP.lower()

    def tags(self) -> list[str]:
        """What the toolbox's search looks through."""
        return ["sam", "sam2", "segment anything", "mask", "object", *self.TAGS]

    def shortDescription(self) -> str:  # noqa: N802
        """Shown as a tooltip."""
        return tr(self.SUMMARY)

    def shortHelpString(self) -> str:  # noqa: N802
        """Shown beside the parameters."""
        fields = "".join(f"<li><b>{spec.name}</b>: {tr(spec.help)}</li>" for spec in self.FIELDS)
        # QGIS shows every line break of the source as one in the panel.
        return tr(" ".join(self.HELP.split())).replace("{fields}", fields)

    def helpUrl(self) -> str:  # noqa: N802
        """The algorithm's page, on this computer."""
        return help_url(algorithm_page(self.NAME))

    def icon(self) -> QIcon:
        """The plugin's icon."""
        return QIcon(ICON)

    def svgIconPath(self) -> str:  # noqa: N802
        """The plugin's icon, for the model designer."""
        return ICON

    def canExecute(self) -> tuple[bool, str]:  # noqa: N802
        """Whether the worker can be started; asked by toolbox and menus only."""
        try:
            environment.worker_command()
        except EngineError as error:
            return False, say(error.message)
        return True, ""

    @classmethod
    def _specs(cls) -> tuple[ParamSpec, ...]:
        return specs_of(cls.PARAMS)

    def run_job(
        self,
        values: Values,
        feedback: QgsProcessingFeedback,
        on_features: Callable[[list[Feature]], object] = lambda features: None,
    ) -> dict[str, Any]:
        """Run the job in a worker of its own and return its result.

        Raises:
            EngineError: what the worker or its start fails with.
        """
        command, variables = environment.worker_command(), environment.child_environment()
        feedback.setProgressText(tr("Starting the worker"))
        with WorkerClient() as worker:
            worker.start(command, variables, is_cancelled=lambda: _is_cancelled(feedback))
            return worker.run(
                self.JOB,
                values,
                on_features=on_features,
                on_progress=_ProgressReport(feedback),
                on_log=lambda level, text: _push_log(feedback, level, text),
                is_cancelled=lambda: _is_cancelled(feedback),
            )


def in_words(error: EngineError, feedback: QgsProcessingFeedback) -> QgsProcessingException:
    """What QGIS shows of a failure; the details go to the log."""
    if error.details:
        feedback.pushDebugInfo(error.details)
    return refusal(error.message)


class _ProgressReport:
    """Passes progress on to the feedback; texts only every few seconds."""

    def __init__(self, feedback: QgsProcessingFeedback) -> None:
        self._feedback = feedback
        self._next_text = 0.0

    def __call__(self, fraction: float, text: str) -> None:
        self._feedback.setProgress(100 * fraction)
        now = time.monotonic()
        if text and now >= self._next_text:
            said = say(text)
            self._feedback.setProgressText(said[:1].upper() + said[1:])
            self._next_text = now + _PROGRESS_TEXT_EVERY_S


def _push_log(feedback: QgsProcessingFeedback, level: str, text: str) -> None:
    if level == "warning":
        feedback.pushWarning(say(text))
    else:
        feedback.pushInfo(say(text))


def _is_cancelled(feedback: QgsProcessingFeedback) -> bool:
    # qgis_process hears Ctrl-C through Qt's events, in the thread that waits here for the worker.
    if QgsApplication.platform() == "qgis_process":
        QCoreApplication.processEvents()
    return bool(feedback.isCanceled())
