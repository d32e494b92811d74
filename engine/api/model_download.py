"""Downloading a checkpoint: whole and as published, or not there at all.

What has arrived waits in a part file, so a download that was cut short, cancelled or killed goes on where it
stopped, from any address: all of them have the same file, and its SHA-256 is asked at the end.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional

from .errors import Code, EngineError
from .file_lock import locked
from .link.connection import Answer, Connection, Head, Unreachable, host_of
from .model_files import (
    MB,
    State,
    cannot_write,
    check,
    file_sum,
    keep_sum,
    lock_of,
    model_path,
    part_of,
    source_of,
)
from .models import ModelEntry

# How often an address is asked again while nothing more arrives, and how long after (doubled each time).
_ATTEMPTS = 4
_WAIT_S = 0.5


@dataclass(frozen=True)
class Listener:
    """Who follows a download.

    ``on_progress`` takes bytes done and bytes in all, ``say`` a sentence; ``check_cancelled`` is called
    many times a second and raises to stop.
    """

    on_progress: Callable[[int, int], object] = lambda done, total: None
    say: Callable[[str], object] = lambda sentence: None
    check_cancelled: Callable[[], None] = lambda: None


class _Useless(Exception):
    """An address that will not do; in words."""


class _StartOver(Exception):
    """The part cannot be continued from this address."""


def download_model(
    entry: ModelEntry,
    connection: Connection = Connection(),  # noqa: B008
    listener: Listener = Listener(),
    mirror: str = "",
) -> Path:
    """Have the checkpoint of a model, downloaded unless it is there, and return its path.

    Safe to call from several processes at once: one downloads, the others wait for it.

    Args:
        entry: The model; not the bundled one.
        connection: How to reach the internet.
        listener: Who follows.
        mirror: Address of a folder that has the file too, asked first; it need not be trusted.

    Raises:
        EngineError: BAD_PARAMETER for the bundled model; MODEL_MISSING if no address gives the file, saying
            of each why; OUTPUT_FAILED if it cannot be written; what ``listener.check_cancelled`` raises.
            What has arrived is kept.
    """
    if entry.bundled:
        raise EngineError(
            Code.BAD_PARAMETER, f"{entry.title} comes with the plugin; there is nothing to download."
        )
    target = model_path(entry)
    addresses = [f"{mirror.rstrip('/')}/{entry.checkpoint}"] if mirror else []
    addresses += entry.addresses
    if check(entry, listener.check_cancelled).state is State.DOWNLOADED:
        return target  # also where an administrator has put it, and nobody else may write
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        waiting = f"Another QGIS or script downloads {entry.title}; waiting for it."
        with locked(lock_of(target), lambda: listener.say(waiting), listener.check_cancelled):
            if check(entry, listener.check_cancelled).state is not State.DOWNLOADED:
                _Download(entry, target, connection, listener).run(addresses)
    except OSError as error:
        raise cannot_write(target, error) from error
    return target


class _Download:
    """One download, with the lock held."""

    def __init__(self, entry: ModelEntry, target: Path, connection: Connection, listener: Listener) -> None:
        self._entry = entry
        self._target = target
        self._part = part_of(target)
        self._connection = connection
        self._listener = listener

    def run(self, addresses: Sequence[str]) -> None:
        """Try one address after the other."""
        self._check_room()
        troubles = []
        for address in addresses:
            try:
                self._fetch(address)
            except _Useless as trouble:
                troubles.append(f"{host_of(address)}: {trouble}")
                self._listener.say(f"{self._entry.title} is not to be had from {troubles[-1]}.")
            else:
                return
        kept = " What has arrived is kept, and the next try goes on from there." if self._arrived() else ""
        raise EngineError(
            Code.MODEL_MISSING,
            f"{self._entry.title} could not be downloaded. {'; '.join(troubles)}.{kept} Check the internet "
            f"connection and the proxy (in QGIS: Settings > Options > Network), or get "
            f"{self._entry.checkpoint} another way and add it from the file.",
        )

    def _fetch(self, address: str) -> None:
        """Have all of the part from one address, check it and give it its name."""
        continued = self._arrived() > 0
        attempts, most = _ATTEMPTS, self._arrived()
        while True:
            try:
                if self._arrived() != self._entry.size:
                    self._receive(address)
                if self._is_as_published():
                    self._finish()
                    return
                self._discard()
                if not continued:
                    raise _Useless("what it sends is not the published file: the SHA-256 differs")
                continued = False  # what was there before may have been at fault
            except _StartOver:
                continued = False
                self._discard()
            except Unreachable as trouble:
                continued = continued or self._arrived() > 0
                if self._arrived() > most:
                    attempts, most = _ATTEMPTS, self._arrived()
                attempts -= 1
                if trouble.final or not attempts:
                    raise _Useless(str(trouble)) from trouble
                self._wait(_WAIT_S * 2 ** (_ATTEMPTS - 1 - attempts))

    def _receive(self, address: str) -> None:
        """Append what is missing to the part.

        Raises:
            Unreachable: if it broke off; asking again may help.
            _StartOver: if the part must go first.
            _Useless: if the address has another file.
        """
        check_cancelled, size = self._listener.check_cancelled, self._entry.size
        start = self._arrived()
        with Answer(address, self._headers(address, start), self._connection) as answer:
            try:
                head = answer.head(check_cancelled)
            except Unreachable as trouble:
                if start and "416" in str(trouble):
                    raise _StartOver from trouble
                raise
            done = self._begin(head, start)
            if done == 0:
                self._remember(address, head)
            with self._part.open("ab" if done else "wb") as part:
                for chunk in answer.chunks(check_cancelled):
                    done += len(chunk)
                    if done > size:
                        raise _Useless(f"it sends more than the {size} bytes of the published file")
                    part.write(chunk)
                    self._listener.on_progress(done, size)
        if done < size:
            raise Unreachable(f"it breaks off after {done / MB:,.1f} of {size / MB:,.1f} MB")

    def _headers(self, address: str, start: int) -> dict[str, str]:
        headers = {"Accept-Encoding": "identity"}
        if start:
            headers["Range"] = f"bytes={start}-"
            etag = self._etag(address)
            if etag:
                headers["If-Range"] = etag
        return headers

    def _begin(self, head: Head, start: int) -> int:
        """From which byte on the answer is to be written."""
        size = self._entry.size
        if head.status == 206:
            found = re.fullmatch(r"bytes (\d+)-\d+/(\d+|\*)", head.headers.get("content-range", "").strip())
            if found is None or int(found[1]) != start or found[2] not in ("*", str(size)):
                if not start:
                    raise _Useless("it answers with a part that nobody asked for")
                raise _StartOver
            return start
        length = head.headers.get("content-length", "")
        if length.isdigit() and int(length) != size:
            page = "html" in head.headers.get("content-type", "")
            raise _Useless(
                f"it offers {int(length)} bytes instead of {size}{', a web page it seems' if page else ''}"
            )
        return 0

    def _is_as_published(self) -> bool:
        self._listener.say(f"Checking {self._entry.checkpoint}.")
        return file_sum(self._part, self._listener.check_cancelled) == self._entry.sha256

    def _finish(self) -> None:
        with self._part.open("rb+") as part:
            os.fsync(part.fileno())
        os.replace(self._part, self._target)
        keep_sum(self._target, self._entry.sha256, self._target.stat())
        source_of(self._target).unlink(missing_ok=True)

    def _arrived(self) -> int:
        """Bytes of the part; one that is too long is none."""
        try:
            size = self._part.stat().st_size
        except FileNotFoundError:
            return 0
        if size > self._entry.size:
            self._discard()
            return 0
        return size

    def _discard(self) -> None:
        self._part.unlink(missing_ok=True)
        source_of(self._target).unlink(missing_ok=True)

    def _remember(self, address: str, head: Head) -> None:
        """Keep which state of the file the part is of, as far as the server says so."""
        etag = head.headers.get("etag", "")
        known = {"address": address, "etag": "" if etag.startswith("W/") else etag}
        source_of(self._target).write_text(json.dumps(known), encoding="utf-8")

    def _etag(self, address: str) -> str:
        known: Optional[Any] = None
        with suppress(OSError, ValueError, RecursionError):
            known = json.loads(source_of(self._target).read_text(encoding="utf-8"))
        if not isinstance(known, dict) or known.get("address") != address:
            return ""
        etag = str(known.get("etag", ""))
        return etag if etag.isprintable() else ""

    def _check_room(self) -> None:
        needed = self._entry.size - self._arrived()
        free = shutil.disk_usage(self._target.parent).free
        if free < needed:
            raise EngineError(
                Code.OUTPUT_FAILED,
                f"{self._entry.title} needs {needed / MB:,.0f} MB more in {self._target.parent}, and "
                f"{free / MB:,.0f} MB are free. Make room on that disk; "
                "SAM2_TOOLBOX_HOME names another place.",
            )

    def _wait(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            self._listener.check_cancelled()
            time.sleep(0.05)
