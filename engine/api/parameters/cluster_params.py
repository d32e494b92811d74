"""Parameters of a run on a cluster."""

from __future__ import annotations

from dataclasses import dataclass

from .paramspec import Kind, param

_CERTIFICATES = "Certificates and keys (*.pem *.crt *.cer *.key)"


@dataclass(frozen=True)
class ClusterParams:
    """Which computers segment the tiles."""

    scheduler: str = param(
        "",
        "Dask scheduler",
        "Segment the tiles on a Dask cluster: the address of its scheduler, such as "
        "tls://cluster.example.org:8786. The raster must be readable under the same path on every worker. "
        "Left empty: on this computer. The result is the same. See docs/scale.md.",
        kind=Kind.TEXT,
        optional=True,
        advanced=True,
    )
    scheduler_ca: str = param(
        "",
        "Cluster's authority",
        "For a tls:// address: the certificate of the authority that signed the cluster's certificates.",
        kind=Kind.FILE,
        optional=True,
        advanced=True,
        file_filter=_CERTIFICATES,
    )
    scheduler_cert: str = param(
        "",
        "Own certificate",
        "For a tls:// address: the certificate this computer shows to the cluster.",
        kind=Kind.FILE,
        optional=True,
        advanced=True,
        file_filter=_CERTIFICATES,
    )
    scheduler_key: str = param(
        "",
        "Own private key",
        "For a tls:// address: the key of the own certificate, where it is not in the same file.",
        kind=Kind.FILE,
        optional=True,
        advanced=True,
        file_filter=_CERTIFICATES,
    )
    scheduler_plain: bool = param(
        False,
        "Allow an unencrypted cluster",
        "Take a tcp:// address of another computer. Whoever can read or change that traffic can run programs "
        "on this computer and on the cluster: only in a network you trust.",
        advanced=True,
    )
