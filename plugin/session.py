"""What happens between the clicks of a user and the answers of the model.

The session knows the raster, the view, the prompts and the answer, and says in which state it is.
It draws nothing and writes nothing: map tool, dock and target layer listen to its signals.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any, Optional

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsMessageLog,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from . import states
from .answers import Answer, AnswerBook
from .canvas_settings import CanvasSettings, save_settings
from .conversation import Conversation, Failure, Kind, Reply, Request, was_stopped
from .encoding_watch import EncodingWatch
from .prompting import Position, PromptHistory, Prompts
from .questions import Params, Questions
from .states import State, Status

LOG = "SAM 2"

# How long the view must stand still before it is encoded.
_STILL_MS = 300


class CanvasSession(QObject):
    """One user, one raster, one object at a time."""

    status_changed = pyqtSignal(object)  # Status
    raster_changed = pyqtSignal(object)  # QgsRasterLayer or None
    prompts_changed = pyqtSignal(object)  # Prompts
    answer_changed = pyqtSignal(object)  # Answer or None
    hover_changed = pyqtSignal(object)  # QgsGeometry in the raster's CRS, or None
    accepting = pyqtSignal(object, str)  # Answer, how
    looked = pyqtSignal(object)  # result of canvas_look
    view_rested = pyqtSignal()
    said = pyqtSignal(str)  # a sentence for the message bar

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self.history = PromptHistory()
        self.answer: Optional[Answer] = None
        self.status: Status = states.OFF
        self._active = False
        self._raster_gone = False
        self._answers = AnswerBook()
        self._accept_when_answered = ""
        self._trouble: Optional[Status] = None
        self._starting = False
        self._encoding = EncodingWatch(self)
        self._encoding.changed.connect(self._update)
        self._prepared: Optional[dict[str, Any]] = None
        self._still = _still_timer(self, self._view_rests)
        self._questions = Questions(self)
        self._questions.fetched.connect(self._view_fetched)
        self._questions.not_fetched.connect(self._view_not_fetched)
        self._questions.restyled.connect(self._see_anew)
        self._conversation = Conversation(self)
        self._conversation.starting.connect(self._worker_starts)
        self._conversation.started.connect(self._worker_started)
        self._conversation.begun.connect(self._request_begun)
        self._conversation.progressed.connect(self._request_progressed)
        self._conversation.logged.connect(self._worker_says)
        self._conversation.replied.connect(self._take_reply)
        self._conversation.failed.connect(self._take_failure)
        QgsProject.instance().layersWillBeRemoved.connect(self._layers_leave)

    # What the user works with

    @property
    def raster(self) -> Optional[QgsRasterLayer]:
        """The raster that is prompted on."""
        return self._questions.raster

    @property
    def settings(self) -> CanvasSettings:
        """What the user has set."""
        return self._questions.settings

    @property
    def request_params(self) -> Params:
        """What decides how the model sees the raster, and which model."""
        return self._questions.request_params()

    @property
    def crs(self) -> QgsCoordinateReferenceSystem:
        """CRS of prompts and outlines: the raster's, as QGIS has it; it may be invalid."""
        return self._questions.crs

    @property
    def prompts(self) -> Prompts:
        """What has been shown of the object."""
        return self.history.current

    @property
    def worker_pid(self) -> Optional[int]:
        """The process id of the worker last started."""
        return self._conversation.pid

    def set_raster(self, raster: Optional[QgsRasterLayer]) -> None:
        """Work on this raster from now on. Prompts belong to a raster, so they go."""
        if raster is self.raster:
            return
        self._raster_gone = False
        self._change_raster(raster)

    def set_settings(self, settings: CanvasSettings) -> None:
        """Use and keep these settings; prompts stay and are asked again where it makes a difference."""
        if settings == self.settings:
            return
        sees_anew = settings.request_params() != self.settings.request_params()
        draws_anew = settings.outline_params() != self.settings.outline_params()
        self._questions.settings = settings
        save_settings(settings)
        if not settings.hover:
            self.end_hover()
        if sees_anew:
            self._see_anew()
        elif draws_anew:
            self._ask_anew()
        self._still.start()
        self._update()

    def set_view(self, extent: QgsRectangle, crs: QgsCoordinateReferenceSystem, width: int) -> None:
        """The canvas shows ``extent``, given in ``crs``, on ``width`` screen pixels."""
        self._questions.set_view(extent, crs, width)
        self.end_hover()
        self._still.start()

    def activate(self) -> None:
        """The map tool is in use."""
        self._active = True
        self._trouble = None
        self._update()
        self._prepare()

    def deactivate(self) -> None:
        """Another map tool is in use; the prompts stay for the return."""
        self._active = False
        self.end_hover()
        self._conversation.drop(Kind.ENCODE)
        self._prepared = None
        self._update()

    def close(self, wait: bool = False) -> None:
        """Forget the prompts and end the worker; ``wait`` until it is gone."""
        self._active = False
        self._still.stop()
        self.clear()
        self._encoding.end()
        self._conversation.close(wait)
        self._questions.close()
        self._prepared = None
        self._starting = False
        self._trouble = None
        self._update()

    # Prompts

    def change_prompts(self, prompts: Prompts) -> None:
        """Make these the object's prompts: one step that can be undone."""
        if self.raster is None or prompts == self.prompts:
            return
        if not prompts.empty and not self._questions.holds(prompts):
            self.said.emit(f"That is outside {self.raster.name()}. Prompts must lie on the raster.")
            return
        self.history.change(prompts)
        self._prompts_moved()

    def undo(self) -> None:
        """Take the last change of the prompts back."""
        if self.history.undo():
            self._prompts_moved()

    def redo(self) -> None:
        """Make the change taken back again."""
        if self.history.redo():
            self._prompts_moved()

    def clear(self) -> None:
        """Forget the object."""
        self.history.clear()
        self._answers.clear()
        self._questions.end_object()
        self._prompts_moved()

    def stop(self) -> bool:
        """Stop an encoding; whether there was one."""
        if self._encoding.request is None:
            return False
        self._accept_when_answered = ""
        self._still.stop()
        self._conversation.stop(Kind.ENCODE, Kind.PROMPT)
        return True

    def escape(self) -> None:
        """Stop the encoding, else forget the object."""
        if not self.stop():
            self.clear()

    def retry(self) -> None:
        """Ask again, with a new worker where the last one has died; the prompts are still here."""
        self._trouble = None
        self._prepared = None
        self._ask()
        self._prepare()
        self._update()

    def turn(self, steps: int) -> None:
        """Show the next candidate, or the one before."""
        if self.answer is not None and len(self.answer.candidates) > 1:
            self.choose((self.answer.chosen + steps) % len(self.answer.candidates))

    def choose(self, index: int) -> None:
        """Show candidate ``index``."""
        if self.answer is None or not 0 <= index < len(self.answer.candidates):
            return
        self.answer = dataclasses.replace(self.answer, chosen=index)
        self._answers.keep(self.answer)
        self.answer_changed.emit(self.answer)

    def accept(self, how: str) -> None:
        """Hand the outline shown to the target layer, now or as soon as it is there."""
        if self.answer is not None and self.answer.candidate is not None:
            self.accepting.emit(self.answer, how)
        elif self.answer is None and self.prompts.answerable:
            if not self._conversation.waits(Kind.PROMPT):  # stopped by Esc
                self._ask()
            self._accept_when_answered = how
        elif self.prompts.empty:
            self.said.emit("There is no outline to accept yet. Click an object, or drag a box around it.")
        else:
            self.said.emit("SAM 2 found nothing here. Add a point on the object, or drag a box around it.")

    def accepted(self) -> None:
        """The outline has reached its layer: begin the next object."""
        self.clear()
        self._still.start()

    # Hover and look

    def hover(self, position: Position) -> None:
        """The mouse points here: show what a click would find, where that costs nothing."""
        if not (self.settings.hover and self._active and self.prompts.empty):
            return
        if self.status.state is State.READY and not self._conversation.waits(Kind.PROMPT):
            self._put(Kind.HOVER, self._questions.hover(position))

    def end_hover(self) -> None:
        """The mouse points at nothing."""
        self._conversation.drop(Kind.HOVER)
        self.hover_changed.emit(None)

    def look(self, side: int) -> None:
        """Ask for a picture of the view as the model sees it, ``side`` pixels wide; ``looked`` follows."""
        if self._active and self._trouble is None:
            self._put(Kind.LOOK, self._questions.look(side))

    # Asking

    def _prompts_moved(self) -> None:
        self._accept_when_answered = ""
        self.hover_changed.emit(None)
        self.prompts_changed.emit(self.prompts)
        self._ask()
        self._update()

    def _ask(self) -> None:
        """Show the answer to the prompts: from memory, else from the worker."""
        if self._trouble is not None and self._trouble.state is State.FAILED:
            self._trouble = None  # it may have been these prompts
        prompts = self.prompts
        known = self._answers.known(prompts)
        if known is not None or not prompts.answerable:
            self._conversation.drop(Kind.PROMPT)
            self._show(known)
            return
        refined = None if self._conversation.waits(Kind.PROMPT) else self._answers.refined_by(prompts)
        self._conversation.drop(Kind.HOVER)
        # Asked again when the picture of a web layer is there.
        self._put(Kind.PROMPT, self._questions.prompt(prompts, refined is not None, refined or 0), prompts)
        self._update()

    def _ask_anew(self) -> None:
        self._answers.clear()
        self._trouble = None
        self._ask()

    def _see_anew(self) -> None:
        """The model is shown the raster in another way from now on."""
        self._conversation.stop(Kind.PROMPT, Kind.ENCODE)
        self._conversation.drop(Kind.HOVER, Kind.LOOK)
        self._ask_anew()
        self._still.start()
        self._update()

    def _put(self, kind: Kind, params: Optional[Params], about: Any = None) -> None:
        if params is not None:
            self._conversation.ask(Request(kind, params, about))

    def _view_rests(self) -> None:
        self._prepare()
        self.view_rested.emit()

    def _prepare(self) -> None:
        """Have the view encoded before it is clicked."""
        if not (self._active and self.settings.prepare and self.prompts.empty) or self._trouble is not None:
            return
        params = self._questions.encode()
        if params is not None and params != self._prepared:
            self._prepared = params
            self._put(Kind.ENCODE, params)
        self._update()

    # What the conversation says

    def _worker_starts(self) -> None:
        self._starting = True
        self._answers.worker_forgot()
        self._update()

    def _worker_started(self, versions: dict[str, str]) -> None:
        self._starting = False
        _log(", ".join(f"{name} {version}" for name, version in versions.items()))
        self._update()

    def _request_begun(self, request: Request) -> None:
        if request.kind in (Kind.ENCODE, Kind.PROMPT) and self.raster is not None:
            self._encoding.begin(request, self.raster.name(), self.settings)

    def _request_progressed(self, request: Request, fraction: float, text: str) -> None:
        if request is self._encoding.request:
            self._encoding.advance(fraction)

    def _worker_says(self, level: str, text: str) -> None:
        _log(text, level == "warning")

    def _take_reply(self, reply: Reply) -> None:
        kind = reply.request.kind
        if kind is Kind.HOVER:
            self._show_hover(reply)
            return
        if kind is Kind.LOOK:
            self.looked.emit(reply.result)
            return
        if reply.request is self._encoding.request:
            if reply.result.get("encoded", not reply.result.get("cached", True)):
                self._encoding.learn()
            self._encoding.end()
        self._trouble = None
        if kind is Kind.PROMPT:
            self._take_answer(reply)
        self._update()

    def _take_answer(self, reply: Reply) -> None:
        if not self._questions.fits(dict(reply.request.params)):
            self._answers.worker_forgot()
            return
        answer = Answer(reply.request.about, reply.candidates)
        # Also where the user has gone on: the worker goes on from it too, and undo or redo may want it.
        self._answers.heard(answer)
        if answer.prompts == self.prompts:
            how, self._accept_when_answered = self._accept_when_answered, ""
            self._show(answer)
            if how:
                self.accept(how)

    def _take_failure(self, failure: Failure) -> None:
        if failure.request is self._encoding.request:
            self._encoding.end()
        self._starting = False
        self._answers.worker_forgot()
        if failure.request.kind is Kind.ENCODE:
            self._prepared = None
        if not was_stopped(failure):
            if failure.error.details:
                _log(failure.error.details, warning=True)
            _log(failure.error.message, warning=True)
            self._accept_when_answered = ""
            if failure.request.kind is not Kind.HOVER or failure.error.code.value == "worker_died":
                self._trouble = states.failure(failure.error)
                self._conversation.drop(Kind.ENCODE, Kind.HOVER)
        self._update()

    def _show(self, answer: Optional[Answer]) -> None:
        self.answer = answer
        self.answer_changed.emit(answer)

    def _show_hover(self, reply: Reply) -> None:
        if self.prompts.empty and self._active and not reply.request.dropped.is_set():
            self.hover_changed.emit(reply.candidates[0].sketch if reply.candidates else None)

    # Rasters that come, go or are no files

    def _layers_leave(self, ids: list[str]) -> None:
        if self.raster is not None and self.raster.id() in ids:
            self._raster_gone = True
            self._change_raster(None)

    def _change_raster(self, raster: Optional[QgsRasterLayer]) -> None:
        self._conversation.stop(Kind.PROMPT, Kind.ENCODE)
        self._conversation.drop(Kind.HOVER, Kind.LOOK)
        self._questions.set_raster(raster)
        self._trouble = None
        self._prepared = None
        self.clear()
        self.raster_changed.emit(raster)
        self._still.start()
        self._update()

    def _view_fetched(self) -> None:
        self._update()
        if self.prompts.empty:
            self._prepare()
        else:
            self._ask()

    def _view_not_fetched(self, sentence: str) -> None:
        self._trouble = Status(State.FAILED, sentence, states.Way.RETRY)
        self._update()

    def _update(self) -> None:
        status = self._status()
        if status != self.status:
            self.status = status
            self.status_changed.emit(status)

    def _status(self) -> Status:
        if self.raster is None:
            return states.RASTER_GONE if self._raster_gone else states.NO_RASTER
        if not self._active:
            return states.OFF
        if self._trouble is not None:
            return self._trouble
        if self._questions.fetching:
            return states.FETCHING
        if self._starting:
            return states.STARTING
        encoding = self._encoding.status
        if encoding is not None:
            return encoding
        if self.prompts.empty and self._questions.outside:
            return states.OUTSIDE
        return states.READY if self.prompts.empty else states.PROMPTED


def _still_timer(parent: QObject, slot: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setInterval(_STILL_MS)
    timer.setSingleShot(True)
    timer.timeout.connect(slot)
    return timer


def _log(text: str, warning: bool = False) -> None:
    level = Qgis.MessageLevel.Warning if warning else Qgis.MessageLevel.Info
    # No notification: the dock says what matters; the log keeps the details.
    QgsMessageLog.logMessage(text, LOG, level, False)
