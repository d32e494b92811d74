"""What every device of this computer can do for SAM 2, tried and put into words."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Optional

from .environment import worker_python
from .link.engine_module import run_engine_module

MODULE = "engine.model.sam2_self_check"
SECONDS = 10.0


@dataclass(frozen=True)
class DeviceCheck:
    """What a device did: times in seconds, or the ``problem`` that kept it from doing anything.

    ``encode_s`` is for one look at an image of the model's size, ``click_s`` for the answer to one
    click on it; ``same`` tells whether it sees what the processor sees.
    """

    device: str
    title: str
    problem: str = ""
    model: str = ""
    ready_s: float = 0.0
    encode_s: float = 0.0
    click_s: float = 0.0
    same: bool = True

    @property
    def good(self) -> bool:
        """Whether the device may be used."""
        return not self.problem and self.same

    @property
    def sentence(self) -> str:
        """The same, in words."""
        title = self.title[:1].upper() + self.title[1:]
        if self.problem:
            return f"{title}: cannot be used, {self.problem.rstrip('.')}. SAM 2 takes another device."
        said = (
            f"{title}: works. {self.model} looks at an image in {self.encode_s:.2g} s, answers a click in "
            f"{_milliseconds(self.click_s)}, and was ready after {self.ready_s:.2g} s."
        )
        if not self.same:
            said += " But its results differ from the processor's: set the device to cpu, and report this."
        return said


def check_devices(
    on_device: Callable[[DeviceCheck], object] = lambda check: None,
    check_cancelled: Callable[[], None] = lambda: None,
    seconds: float = SECONDS,
) -> list[DeviceCheck]:
    """Run the model on every device, about ``seconds`` on each, in the worker's Python.

    Raises:
        EngineError: ENVIRONMENT_MISSING where there is none, or where it does not run the model at all.
    """
    checks: list[DeviceCheck] = []

    def hear(line: str) -> None:
        check = _read(line)
        if check is not None:
            checks.append(check)
            on_device(check)

    run_engine_module(worker_python(), MODULE, ["--seconds", str(seconds)], hear, check_cancelled)
    return checks


def _milliseconds(seconds: float) -> str:
    return f"{1000 * seconds:.0f} ms" if seconds >= 0.001 else "less than 1 ms"


def _read(line: str) -> Optional[DeviceCheck]:
    try:
        facts: dict[str, Any] = json.loads(line)
    except ValueError:
        return None  # a library's own words
    known = {name: facts[name] for name in DeviceCheck.__dataclass_fields__ if name in facts}
    return DeviceCheck(**known)
