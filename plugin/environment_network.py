"""QGIS's proxy and certificates, as plain values for pip and uv."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote, urlsplit

from qgis.core import QgsApplication, QgsNetworkAccessManager
from qgis.PyQt.QtNetwork import QNetworkProxy

_SCHEMES = {
    QNetworkProxy.ProxyType.HttpProxy: "http",
    QNetworkProxy.ProxyType.HttpCachingProxy: "http",
    QNetworkProxy.ProxyType.Socks5Proxy: "socks5h",
}


def qgis_proxy() -> tuple[str, str]:
    """The proxy's address, with user and password, and the hosts to reach without it, separated by commas.

    Both are "" where QGIS uses none. What QGIS takes from the system or from its own settings
    (Settings > Options > Network) is the same to the caller.
    """
    manager = QgsNetworkAccessManager.instance()
    proxy = manager.fallbackProxy()
    scheme = _SCHEMES.get(proxy.type())
    if scheme is None or not proxy.hostName():
        return "", ""
    user = ""
    if proxy.user():
        password = f":{quote(proxy.password(), safe='')}" if proxy.password() else ""
        user = f"{quote(proxy.user(), safe='')}{password}@"
    without = [_host(url) for url in (*manager.excludeList(), *manager.noProxyList())]
    port = f":{proxy.port()}" if proxy.port() else ""
    return f"{scheme}://{user}{proxy.hostName()}{port}", ",".join(filter(None, without))


def without_password(proxy: str) -> str:
    """A proxy as it may be shown."""
    parts = urlsplit(proxy)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}" if proxy else ""


def qgis_certificates(folder: Path) -> str:
    """A file with what QGIS trusts, written into ``folder``, where the user has added authorities of
    their own (Settings > Options > Authentication); "" where QGIS trusts what the system trusts.

    Raises:
        OSError: if it cannot be written.
    """
    manager = QgsApplication.authManager()
    if manager.isDisabled() or not (manager.databaseCAs() or manager.extraFileCAs()):
        return ""
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / f"certificates.{os.getpid()}.part"
    part.write_bytes(bytes(manager.trustedCaCertsPemText()))
    os.replace(part, folder / "certificates.pem")
    return str(folder / "certificates.pem")


def _host(url: str) -> str:
    return urlsplit(url if "://" in url else f"//{url}").hostname or ""
