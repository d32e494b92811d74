"""Why a step of an installation failed, read from what pip and uv printed, in words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from ..errors import Code, EngineError
from ..link.exit_status import describe_exit
from .package_source import AS_USUAL, PackageSource

# pip's and uv's words for a file that is not the one expected
_REFUSED = ("DO NOT MATCH THE HASHES", "Hash mismatch")
_MISSING = ("No matching distribution", "Could not find a version", "No solution found")
_WANTED = re.compile(r"(?:requirement |found for |you require )['`]?([A-Za-z0-9_.-]+===?[^\s;'`,]+)")
_UNEXPECTED = (
    re.compile(r"([A-Za-z0-9_.-]+==[^\s;]+ from \S+?)(?:#\S*)?:?\s"),
    re.compile(r"Hash mismatch for `([^`]+)`"),
)

# What the tail of a failed step's log says, and what that means to the user.
_REASONS = (
    (
        ("No space left on device", "Errno 28", "os error 28", "not enough space on the disk"),
        "the disk is full. Free some space and try again; what has been downloaded is kept",
    ),
    (
        ("407 Client Error", "407 Proxy", "Proxy Authentication", "ProxyError", "Tunnel connection failed",
         "proxy tunnel", "tunnel error", "unsuccessful tunnel", "Cannot connect to proxy"),
        "the proxy did not let the connection through. Check address, user and password in QGIS's Settings > "
        "Options > Network and try again",
    ),
    (
        ("not a trusted or secure host",),
        "the address of the package index is not safe: it begins with http. Use the one that begins with "
        "https, and try again",
    ),
    (
        ("401 Client Error", "403 Client Error", "401 Unauthorized", "403 Forbidden"),
        "the package index refused the user. Check the address of your index, with user and password before "
        "its host, and try again",
    ),
    (
        ("CERTIFICATE_VERIFY_FAILED", "SSLError", "UnknownIssuer", "invalid peer certificate"),
        "the certificate of the connection was not trusted. Behind a company's proxy, choose its file of "
        "certificates (PEM) and try again",
    ),
    (
        ("NewConnectionError", "ConnectionError", "NameResolution", "Temporary failure", "ConnectTimeout",
         "ReadTimeout", "Network is unreachable", "Connection refused", "dns error", "Connection reset",
         "IncompleteRead", "IncompleteDownload", "Failed to fetch", "error sending request", "timed out",
         "RemoteDisconnected", "error reading a body", "response body error", "Connection broken",
         "HTTPError", "ProtocolError", "connection closed", "not enough bytes", "ResponseError",
         "Server Error", "server error", "network timeout"),
        "the package index could not be reached, or the connection broke. Check the internet connection, and "
        "QGIS's proxy in Settings > Options > Network, and try again; what has been downloaded is kept. "
        "Without network, choose a folder of wheels",
    ),
    (
        ("is not a valid wheel", "BadZipFile", "is not a zip file", "invalid Zip archive", "Invalid wheel",
         "invalid wheel", "Failed to extract", "unable to locate the end of central", "is invalid.",
         "invalid package format", "unacceptable filename"),
        "a file of packages is damaged. If it is from a folder of wheels, copy it there again, and try again",
    ),
    (
        ("Permission denied", "Errno 13", "os error 13", "Read-only file system"),
        "a folder could not be written. Check its permissions, or set SAM2_TOOLBOX_HOME to another folder "
        "(QGIS: Settings > Options > System > Environment), and try again",
    ),
)  # fmt: skip


def failure_in_words(
    purpose: str, said: str, returncode: int, log: Path, source: PackageSource = AS_USUAL
) -> EngineError:
    """The error for a step that failed; ``source`` is where it had to install from."""
    return EngineError(
        Code.ENVIRONMENT_MISSING,
        f"SAM 2's environment could not be made (failed to {purpose}): {_reason(said, returncode, source)}. "
        f"What was tried is in {log}.",
        details=said[-4000:],
    )


def _reason(said: str, returncode: int, source: PackageSource) -> str:
    if _has(said, _REFUSED):
        found = next(filter(None, (pattern.search(said) for pattern in _UNEXPECTED)), None)
        what = found[1] if found is not None else "a file"
        return (
            f"{what} is not the file that this version of SAM 2 Toolbox was tested with (its SHA-256 is "
            "another), so it was refused. Get it again from a place you trust"
        )
    for words, meaning in _REASONS:
        if _has(said, words):
            return meaning
    if _has(said, _MISSING):
        return _missing(said, source)
    return f"{describe_exit(returncode)}. Try again; what has been downloaded is kept"


def _missing(said: str, source: PackageSource) -> str:
    if not source.is_own:
        return (
            "the package index has no build for this computer's Python and processor. Install another "
            "Python (3.10 to 3.14, 64 bit) and try again"
        )
    wanted = _WANTED.search(said)
    what = wanted[1] if wanted is not None else "a package"
    if not source.wheels:
        return (
            f"the package index has no {what} for this computer's Python and processor. Check the address "
            "of your index, which most often ends with /simple, and try again"
        )
    return (
        f"the folder of wheels, {source.wheels}, has no {what} for this computer's Python and processor. "
        "Add it, or make the folder again on a computer of the same kind (docs/install.md), and try again"
    )


def _has(said: str, words: Sequence[str]) -> bool:
    return any(word in said for word in words)
