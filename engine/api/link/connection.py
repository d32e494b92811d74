"""A GET over HTTP that can be left at any moment: through a proxy, with certificates, from a byte on.

Nothing is sent but the request itself.
"""

from __future__ import annotations

import queue
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from http.client import HTTPException, HTTPMessage
from pathlib import Path
from typing import IO, Any, Optional, Union
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
    UnknownHandler,
)

from ..environment import data_folder
from ..errors import Code, EngineError
from ..installation.environment_choice import read_choice

_POLL_S = 0.05
_CHUNK = 1 << 18
# Chunks that wait while the disk is slower than the network.
_AHEAD = 16


@dataclass(frozen=True)
class Connection:
    """How this computer reaches the internet.

    Args:
        proxies: The proxy's address by scheme (``{"https": "http://host:3128"}``), with name and password
            where it asks for them; none if empty, those of the environment or the system if None.
        certificates: PEM text of authorities that are trusted besides the system's.
        patience_s: How long the other side may be silent.
    """

    proxies: Optional[Mapping[str, str]] = field(default=None, repr=False)  # with passwords
    certificates: str = field(default="", repr=False)
    patience_s: float = 30.0


@dataclass(frozen=True)
class Head:
    """The beginning of an answer; names of ``headers`` are in lower case."""

    status: int
    headers: Mapping[str, str]


class Unreachable(Exception):
    """There is no answer, or it breaks off; ``final`` if asking again will not help. In words."""

    def __init__(self, words: str, final: bool = False) -> None:
        super().__init__(words)
        self.final = final


class Answer:
    """The answer to a GET, read in a thread of its own, so that the caller never waits for the network.

    Use it in a ``with`` block; whenever that ends, the thread is left to itself and soon ends.
    """

    def __init__(self, address: str, headers: Mapping[str, str], connection: Connection) -> None:
        self._left = threading.Event()
        self._arrived: queue.Queue[Union[Head, bytes, Exception]] = queue.Queue(_AHEAD)
        self._request = Request(address, headers=dict(headers))
        self._connection = connection
        threading.Thread(target=self._read, name="sam2-download", daemon=True).start()

    def __enter__(self) -> Answer:
        return self

    def __exit__(self, *_: object) -> None:
        self._left.set()

    def head(self, check_cancelled: Callable[[], None]) -> Head:
        """The beginning.

        Raises:
            Unreachable: if there is none.
        """
        while True:
            item = self._next(check_cancelled)
            if isinstance(item, Head):
                return item

    def chunks(self, check_cancelled: Callable[[], None]) -> Iterator[bytes]:
        """What follows, until its end.

        Raises:
            Unreachable: if it breaks off with an error; an end that comes too early is no error here.
        """
        while chunk := self._next(check_cancelled):
            if isinstance(chunk, bytes):
                yield chunk

    def _next(self, check_cancelled: Callable[[], None]) -> Union[Head, bytes]:
        while True:
            check_cancelled()
            try:
                item = self._arrived.get(timeout=_POLL_S)
            except queue.Empty:
                continue
            if isinstance(item, Exception):
                raise _in_words(item, self._connection) from item
            return item

    def _read(self) -> None:
        try:
            opener = _opener(self._connection)
            with opener.open(self._request, timeout=self._connection.patience_s) as response:
                self._put(Head(response.status, {k.lower(): v for k, v in response.headers.items()}))
                while not self._left.is_set():
                    chunk = response.read1(_CHUNK)
                    self._put(chunk)
                    if not chunk:
                        return
        except (OSError, HTTPException, ValueError) as error:
            self._put(error)

    def _put(self, item: Union[Head, bytes, Exception]) -> None:
        while not self._left.is_set():
            try:
                self._arrived.put(item, timeout=_POLL_S)
            except queue.Full:
                continue
            return


def chosen_certificates() -> str:
    """PEM text of the file of certificates that is chosen for the environment; "" where none is.

    Raises:
        EngineError: BAD_FILE if it cannot be read.
    """
    path = read_choice(data_folder()).certificates
    if not path:
        return ""
    try:
        return Path(path).read_bytes().decode("ascii", "ignore")
    except OSError as error:
        raise EngineError(
            Code.BAD_FILE,
            f"The file of certificates, {path}, cannot be read: {error.strerror}. Choose another one, or "
            "none, where the environment is set up.",
        ) from error


def host_of(address: str) -> str:
    """The computer an address leads to, for messages: without name and password."""
    return urlsplit(address).hostname or address


class _Redirects(HTTPRedirectHandler):
    """Follows to HTTP and HTTPS only, and never from the second to the first."""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Optional[Request]:
        scheme = urlsplit(newurl).scheme
        if scheme != "https" and (scheme != "http" or req.type == "https"):
            raise URLError(f"it leads to {scheme}://{host_of(newurl)}, which is not safe")
        # Python before 3.11 does not know 308, which means the same for a GET.
        return super().redirect_request(req, fp, 307 if code == 308 else code, msg, headers, newurl)

    http_error_308 = HTTPRedirectHandler.http_error_302


def _opener(connection: Connection) -> OpenerDirector:
    context = ssl.create_default_context()
    if connection.certificates:
        context.load_verify_locations(cadata=connection.certificates)
    proxies = None if connection.proxies is None else dict(connection.proxies)
    handlers: tuple[Any, ...] = (
        ProxyHandler(proxies),
        HTTPHandler(),
        HTTPSHandler(context=context),
        _Redirects(),
        HTTPDefaultErrorHandler(),
        HTTPErrorProcessor(),
        UnknownHandler(),
    )
    opener = OpenerDirector()
    opener.addheaders = [("User-Agent", "SAM2-Toolbox")]
    for handler in handlers:
        opener.add_handler(handler)
    return opener


def _in_words(error: Exception, connection: Connection) -> Unreachable:
    if isinstance(error, HTTPError):
        error.close()
        passing = error.code in (408, 416, 425, 429) or error.code >= 500
        return Unreachable(f"it answers {error.code} ({error.reason})", final=not passing)
    reason = error.reason if isinstance(error, URLError) else error
    if isinstance(reason, ssl.SSLCertVerificationError):
        return Unreachable(
            f"its certificate is not trusted ({reason.verify_message}); behind a company's proxy, add the "
            "company's certificate in Settings > Options > Authentication",
            final=True,
        )
    if isinstance(reason, ssl.SSLError):
        return Unreachable(f"no safe connection comes about ({reason.reason or reason})")
    if isinstance(reason, TimeoutError) or "timed out" in str(reason):
        return Unreachable(f"it was silent for {connection.patience_s:g} s")
    if isinstance(reason, OSError) and "Tunnel connection failed" in str(reason):
        return Unreachable(f"the proxy refuses ({str(reason).partition(': ')[2]})", final=True)
    if isinstance(reason, str):
        return Unreachable(reason, final=True)
    words = getattr(reason, "strerror", None) or str(reason) or type(reason).__name__
    return Unreachable(f"the connection fails ({words})")
