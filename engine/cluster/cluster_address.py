"""Where the cluster is, and whether its link may be trusted.

A Dask link carries programs in both directions, so whoever can write to it can run code on both
ends. Without TLS, which lets in only those who hold a certificate, it stays inside this computer.
"""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from ..api.errors import Code, EngineError
from ..api.parameters.cluster_params import ClusterParams


@dataclass(frozen=True)
class ClusterAddress:
    """A scheduler's address as Dask takes it and, for TLS, the three files; else they are empty."""

    address: str
    authority: str = ""
    certificate: str = ""
    key: str = ""

    @property
    def encrypted(self) -> bool:
        """Whether both ends prove who they are."""
        return self.address.startswith("tls://")


def cluster_address(params: ClusterParams) -> ClusterAddress:
    """The address and certificates of SCHEDULER_*, checked as far as can be without connecting.

    Raises:
        EngineError: BAD_PARAMETER, naming the parameter and what it may be.
    """
    scheme, host = _parts(params.scheduler)
    if scheme == "tcp":
        _check_plain(params, host)
        return ClusterAddress(params.scheduler)
    for name, needed in (("scheduler_ca", True), ("scheduler_cert", True), ("scheduler_key", False)):
        _check_file(name, getattr(params, name), needed)
    key = params.scheduler_key or params.scheduler_cert
    return ClusterAddress(params.scheduler, params.scheduler_ca, params.scheduler_cert, key)


def _parts(address: str) -> tuple[str, str]:
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
    except ValueError:
        host, port = None, None
    if not host or not port or parts.scheme not in ("tcp", "tls") or parts.path or parts.query:
        raise EngineError(
            Code.BAD_PARAMETER,
            f"SCHEDULER is {address!r}; it must be tls://host:port or tcp://host:port, the address that "
            "dask scheduler prints when it starts, or empty for this computer.",
        )
    return parts.scheme, host


def _check_plain(params: ClusterParams, host: str) -> None:
    if params.scheduler_ca or params.scheduler_cert or params.scheduler_key:
        raise EngineError(
            Code.BAD_PARAMETER,
            f"SCHEDULER is {params.scheduler}, which does not use the certificates given. Start the "
            "cluster with TLS and give its tls:// address, or leave SCHEDULER_CA, SCHEDULER_CERT and "
            "SCHEDULER_KEY empty.",
        )
    if not params.scheduler_plain and not _is_loopback(host):
        raise EngineError(
            Code.BAD_PARAMETER,
            f"SCHEDULER is {params.scheduler}, another computer by an unencrypted link. Such a link carries "
            "programs, and anyone who can write to it can run theirs on this computer and on the cluster. "
            "Use tls:// with certificates, or set SCHEDULER_PLAIN in a network where you trust everyone.",
        )


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _check_file(name: str, path: str, needed: bool) -> None:
    if not path and not needed:
        return
    if not path:
        raise EngineError(
            Code.BAD_PARAMETER,
            f"SCHEDULER is a tls:// address, but {name.upper()} is empty. Give SCHEDULER_CA and "
            "SCHEDULER_CERT (and SCHEDULER_KEY, unless the key is in the certificate's file).",
        )
    try:
        with Path(path).open("rb") as file:
            file.read(1)
    except OSError as error:
        raise EngineError(
            Code.BAD_PARAMETER,
            f"{name.upper()} is {path}, which cannot be read: {error.strerror or error}.",
        ) from error
