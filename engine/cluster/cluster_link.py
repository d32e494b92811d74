"""The link to a Dask scheduler: every wait on it can be cancelled, every failure is a sentence."""

from __future__ import annotations

import concurrent.futures
import sys
import threading
import time
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from ..api.environment import PLUGIN_FOLDER
from ..api.errors import Code, EngineError
from ..progress import Report
from .cluster_address import ClusterAddress

T = TypeVar("T")

REQUIREMENTS = PLUGIN_FOLDER / "resources" / "requirements-cluster.txt"

_CONNECT_S = 15.0
_ANSWER_S = 120.0  # the scheduler answers at once, but a worker that imports or computes may not
_LOOK_S = 0.1
_COUNT_S = 2.0
_GOODBYE_S = 1.0  # a cancelled run must not wait for a worker that is busy or gone


class ClusterLink:
    """A connection to the scheduler at ``place``, open until ``close``.

    Raises, here and in its methods:
        EngineError: ENVIRONMENT_MISSING without the package distributed; CLUSTER_FAILED when the
            scheduler is not there, does not answer or is lost.
        Cancelled: by ``report``, within a second.
    """

    def __init__(self, place: ClusterAddress, report: Report) -> None:
        self.address = place.address
        self._report = report
        report.progress(0.0, f"connecting to {place.address}")
        connecting = in_background(_connector(place), wait_s=0.0)
        try:
            self._client = _outcome(connecting, report, _CONNECT_S + _GOODBYE_S)
        except (OSError, TimeoutError) as error:
            raise EngineError(
                Code.CLUSTER_FAILED,
                f"No connection to the scheduler {place.address}: {_first_line(error)}. See whether it runs "
                "there, whether a firewall is between, and whether both ends use the same certificates.",
                str(error),
            ) from error
        finally:
            connecting.add_done_callback(self._close_unless_used)

    def ask(self, question: Callable[[Any], T], complaint: str) -> T:
        """What ``question`` returns of the ``distributed.Client``; ``complaint`` says what it did not do."""
        try:
            return _outcome(
                in_background(lambda: question(self._client), wait_s=0.0), self._report, _ANSWER_S
            )
        except (OSError, TimeoutError, concurrent.futures.CancelledError) as error:
            raise EngineError(
                Code.CLUSTER_FAILED,
                f"The scheduler {self.address} {complaint}: {_first_line(error)}. See whether it still runs, "
                "and start the run again.",
                str(error),
            ) from error

    def submit(self, function: Callable[..., Any], *arguments: bytes, key: str) -> Any:
        """Start a task; returns its future."""
        return self.ask(
            lambda client: client.submit(function, *arguments, key=key, pure=False), "takes no more tasks"
        )

    def threads(self) -> int:
        """How many tasks the cluster runs at once; 0 while it has no workers."""
        counts: Mapping[str, int] = self.ask(lambda client: client.nthreads(), "does not tell its workers")
        return sum(counts.values())

    def result(self, future: Any, what: str, waiting: Callable[[str], None]) -> Any:
        """What a task returns, however long it takes. ``what`` it is begins the message of a failure;
        ``waiting`` is told why nothing happens, and "" when it goes on."""
        outcome = in_background(future.result, wait_s=0.0)
        self._wait(outcome, waiting)
        error = outcome.exception()
        if error is None:
            return outcome.result()
        if future.status == "error":
            raise _failure(error, what) from error
        raise EngineError(
            Code.CLUSTER_FAILED,
            f"The connection to the scheduler {self.address} was lost. See whether it still runs, and start "
            "the run again.",
            str(error),
        ) from error

    def cancel(self, futures: list[Any]) -> None:
        """Have the scheduler forget tasks; those that run now end by themselves."""
        in_background(lambda: self._client.cancel(futures, force=True))

    def run_everywhere(self, function: Callable[..., Any], *arguments: str) -> None:
        """Call a function on every worker, without waiting for those that are busy."""
        in_background(lambda: self._client.run(function, *arguments, on_error="ignore"))

    def close(self) -> None:
        """Let go of the cluster; what it still does for this client it drops."""
        in_background(self._client.close)

    def _wait(self, outcome: concurrent.futures.Future[Any], waiting: Callable[[str], None]) -> None:
        count_at, nobody = time.monotonic() + _COUNT_S / 4, False
        while not outcome.done():
            self._report.check_cancelled()
            if time.monotonic() > count_at:
                was_nobody, nobody = nobody, self.threads() == 0
                if nobody:
                    waiting(f"waiting for a worker of {self.address}")
                elif was_nobody:
                    waiting("")
                count_at = time.monotonic() + _COUNT_S
            concurrent.futures.wait([outcome], timeout=_LOOK_S)
        self._report.check_cancelled()

    def _close_unless_used(self, connecting: concurrent.futures.Future[Any]) -> None:
        """A connection that came too late, to a run that was given up, is closed again."""
        if connecting.exception() is None and not hasattr(self, "_client"):
            connecting.result().close()


def in_background(call: Callable[[], T], wait_s: float = _GOODBYE_S) -> concurrent.futures.Future[T]:
    """Start a call in a thread that holds nobody up, and wait a little for it."""
    outcome: concurrent.futures.Future[T] = concurrent.futures.Future()

    def run() -> None:
        try:
            outcome.set_result(call())
        except BaseException as error:  # noqa: BLE001 - raised where the outcome is read
            outcome.set_exception(error)

    threading.Thread(target=run, name="cluster call", daemon=True).start()
    concurrent.futures.wait([outcome], timeout=wait_s)
    return outcome


def _outcome(outcome: concurrent.futures.Future[T], report: Report, seconds: float) -> T:
    deadline = time.monotonic() + seconds
    while not outcome.done():
        report.check_cancelled()
        if time.monotonic() > deadline:
            raise TimeoutError(f"no answer in {seconds:g} s")
        concurrent.futures.wait([outcome], timeout=_LOOK_S)
    return outcome.result()


def _connector(place: ClusterAddress) -> Callable[[], Any]:
    try:
        from distributed import Client, Security
    except ImportError as error:
        raise EngineError(
            Code.ENVIRONMENT_MISSING,
            "SCHEDULER needs the package distributed, which the worker's Python does not have. Install it "
            f'with this command: "{sys.executable}" -m pip install -r "{REQUIREMENTS}".',
        ) from error
    security = None
    if place.encrypted:
        security = Security(
            tls_ca_file=place.authority,
            tls_client_cert=place.certificate,
            tls_client_key=place.key,
            require_encryption=True,
        )
    return lambda: Client(place.address, security=security, timeout=_CONNECT_S, set_as_default=False)


def _failure(error: BaseException, what: str) -> EngineError:
    from distributed import KilledWorker

    if isinstance(error, KilledWorker):
        return EngineError(
            Code.CLUSTER_FAILED,
            f"{what} was given to {error.allowed_failures + 1} workers of the cluster, and each of them died "
            "over it, most likely for want of memory. Choose smaller tiles or a smaller model, or give the "
            "workers more memory; their logs say more.",
            str(error),
        )
    return EngineError(
        Code.CLUSTER_FAILED,
        f"{what} failed on the cluster ({type(error).__name__}: {_first_line(error)}). The logs of its "
        "workers say more.",
        str(error),
    )


def _first_line(error: BaseException) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:200].rstrip(".")
