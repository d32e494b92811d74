"""Where packages come from and how they are reached, in the words of pip and of uv.

Addresses may hold passwords, so all of it goes into the environment variables of the children,
which neither logs nor the system's list of processes show.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from ..errors import Code, EngineError
from .environment_choice import AUTO, Choice

# What decides elsewhere where packages come from. With an index or a folder of the user's own none of
# it may interfere.
_ELSEWHERE = (
    "PIP_INDEX_URL",
    "PIP_EXTRA_INDEX_URL",
    "PIP_FIND_LINKS",
    "PIP_NO_INDEX",
    "PIP_CONSTRAINT",
    "UV_INDEX",
    "UV_INDEX_URL",
    "UV_DEFAULT_INDEX",
    "UV_EXTRA_INDEX_URL",
    "UV_FIND_LINKS",
    "UV_NO_INDEX",
    "UV_CONSTRAINT",
)


@dataclass(frozen=True)
class PackageSource:
    """Plain values; empty ones leave it to pip's own configuration.

    ``proxy`` is an address, with user and password where it asks for them, for everything but the
    hosts in ``no_proxy`` (separated by commas). ``wheels`` is a folder used instead of any network.
    """

    index_url: str = ""
    wheels: str = ""
    certificates: str = ""
    proxy: str = ""
    no_proxy: str = ""
    build: str = AUTO

    @property
    def is_own(self) -> bool:
        """Whether the user has said where packages come from."""
        return bool(self.index_url or self.wheels)

    def check(self) -> None:
        """Raises:
        EngineError: ENVIRONMENT_MISSING, naming the file or folder that is not there.
        """
        if self.wheels and not Path(self.wheels).is_dir():
            raise EngineError(
                Code.ENVIRONMENT_MISSING,
                f"The folder of wheels, {self.wheels}, does not exist. Choose another one, or none to "
                "install from the network.",
            )
        if self.certificates and not Path(self.certificates).is_file():
            raise EngineError(
                Code.ENVIRONMENT_MISSING,
                f"The file of certificates, {self.certificates}, does not exist. Choose another one, or none "
                "to trust what this computer trusts.",
            )

    def variables(self) -> dict[str, str]:
        """Environment variables for pip and uv; an empty one takes a variable away."""
        found: dict[str, str] = {}
        if self.is_own:
            found.update(dict.fromkeys(_ELSEWHERE, ""))
            found["PIP_CONFIG_FILE"] = os.devnull
        if self.index_url:
            found["PIP_INDEX_URL"] = found["UV_DEFAULT_INDEX"] = self.index_url
        if self.wheels:
            found["PIP_NO_INDEX"] = found["UV_NO_INDEX"] = found["UV_OFFLINE"] = "1"
        if self.certificates:
            names = ("PIP_CERT", "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")
            found.update(dict.fromkeys(names, self.certificates))
        else:
            found["UV_SYSTEM_CERTS"] = found["UV_NATIVE_TLS"] = "1"
        if self.proxy:
            for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
                found[name] = found[name.lower()] = self.proxy
            found["NO_PROXY"] = found["no_proxy"] = self.no_proxy
            found["PIP_PROXY"] = ""
        return found

    def arguments(self) -> list[str]:
        """Arguments that pip and uv share. (A variable for a folder would end at its first space.)"""
        return ["--find-links", self.wheels] if self.wheels else []

    def secrets(self) -> list[str]:
        """What must not be shown in a report."""
        return [text for text in (self.index_url, self.proxy) if text]


AS_USUAL = PackageSource()


def source_of(choice: Choice, proxy: str = "", no_proxy: str = "") -> PackageSource:
    """The source that a choice describes, reached through a proxy."""
    return PackageSource(
        index_url=choice.index_url,
        wheels=choice.wheels,
        certificates=choice.certificates,
        proxy=proxy,
        no_proxy=no_proxy,
        build=choice.build,
    )
