"""Facts for a bug report, with nothing in it that says who or where someone is."""

from __future__ import annotations

import getpass
import os
import platform
import re
import socket
from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from .environment import data_folder, home_folder
from .installation.environment_place import log_file
from .installation.environment_state import environment_state
from .installation.nvidia import nvidia_driver
from .installation.package_source import PackageSource

_LOG_LINES = 40
_URL = re.compile(r"([a-z][a-z0-9+.-]*://)[^\s'\"<>]+", re.IGNORECASE)
# As urllib3 and the resolver name a host
_HOST = re.compile(r"((?:host=|resolve |hostname |Host: ?)['\"]?)[\w.-]+(['\"]?)", re.IGNORECASE)
# On Windows names of users may hold spaces.
_HOMES = (
    re.compile(r"([A-Za-z]:[\\/]+Users[\\/]+)(?:[^\\/:'\"\n]+(?=[\\/])|[^\\/\s:'\"]+)"),
    re.compile(r"((?<![\w:])/(?:home|Users)/)[^/\s:'\"]+"),
)


def bug_report(
    facts: Mapping[str, str], source: PackageSource, last_error: str = "", checks: Iterable[str] = ()
) -> str:
    """Text for the clipboard.

    Args:
        facts: What only the caller knows: versions of QGIS, Qt, the plugin.
        source: Where packages come from; its addresses are masked.
        last_error: The last failure.
        checks: What the devices did, in sentences.
    """
    state = environment_state()
    driver = nvidia_driver()
    found = {
        **facts,
        "System": f"{platform.platform()}, {platform.machine()}, {os.cpu_count()} processors",
        "NVIDIA": f"{driver.gpu or 'GPU'}, driver {driver.version or '?'}" if driver else "no driver",
        "State": f"{state.standing.value}: {state.sentence}",
        "Data folder": "SAM2_TOOLBOX_HOME" if os.environ.get("SAM2_TOOLBOX_HOME") else "the usual one",
        "Installed": ", ".join(f"{name} {value}" for name, value in state.marker.get("versions", {}).items()),
        "Packages from": _places(source),
        "Build": source.build,
        "Last error": last_error,
    }
    lines = [f"{name}: {value}" for name, value in found.items() if value]
    lines += checks
    log = _log_tail()
    if log:
        lines += ["", "Log of the last installation:", *log]
    return mask("\n".join(lines), source.secrets())


def mask(text: str, secrets: Iterable[str] = ()) -> str:
    """The text without user names, home folders, this computer's name, and the hosts of addresses.

    ``secrets`` are addresses whose parts are hidden wherever they stand.
    """
    for secret in secrets:
        parts = urlsplit(secret if "://" in secret else f"//{secret}")
        for part in (secret, parts.netloc, parts.hostname, parts.username, parts.password):
            if part:
                text = re.sub(rf"(?<!\w){re.escape(part)}(?!\w)", "<hidden>", text, flags=re.IGNORECASE)
    text = _URL.sub(r"\1<hidden>", text)
    text = _HOST.sub(r"\1<hidden>\2", text)
    text = _without_folder(text, str(data_folder()), "<data folder>")
    home = str(home_folder())
    if len(home) > 1:
        text = _without_folder(text, home, "~")
    for homes in _HOMES:
        text = homes.sub(r"\1<user>", text)
    for name, shown in ((_user(), "<user>"), (socket.gethostname(), "<computer>")):
        if len(name) > 1:
            text = re.sub(rf"(?<![\w.-]){re.escape(name)}(?![\w-])", shown, text, flags=re.IGNORECASE)
    return text


def _without_folder(text: str, folder: str, shown: str) -> str:
    for written in dict.fromkeys((folder, folder.replace("\\", "/"), folder.replace("\\", "\\\\"))):
        text = re.sub(rf"{re.escape(written)}(?![\w-])", shown, text)
    return text


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # a user without a name
        return ""


def _places(source: PackageSource) -> str:
    if source.wheels:
        return "a folder of wheels"
    place = "an index of one's own" if source.index_url else "the usual index"
    through = [
        *(["a proxy"] if source.proxy else []),
        *(["certificates of one's own"] if source.certificates else []),
    ]
    return f"{place} with {' and '.join(through)}" if through else place


def _log_tail() -> list[str]:
    try:
        return log_file().read_text(encoding="utf-8", errors="replace").splitlines()[-_LOG_LINES:]
    except OSError:
        return []
