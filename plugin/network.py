"""QGIS's own way to the internet, as plain values: its proxy and the certificates it trusts."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote, urlsplit

from qgis.core import QgsApplication, QgsNetworkAccessManager
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtNetwork import QNetworkProxy, QNetworkProxyQuery

from ..engine.api.errors import Code, EngineError
from ..engine.api.link.connection import Connection, chosen_certificates

_SCHEMES = {
    QNetworkProxy.ProxyType.HttpProxy: "http",
    QNetworkProxy.ProxyType.HttpCachingProxy: "http",
    QNetworkProxy.ProxyType.Socks5Proxy: "socks5h",
}


def qgis_connection(addresses: tuple[str, ...]) -> Connection:
    """How QGIS reaches these addresses: the proxy of the first one of each scheme.

    Raises:
        EngineError: BAD_PARAMETER where QGIS is set to a SOCKS proxy, BAD_FILE if the file of certificates
            that is chosen for the environment cannot be read.
    """
    proxies = {}
    for address in reversed(addresses):
        proxy = proxy_for(address)
        if proxy:
            proxies[urlsplit(address).scheme] = proxy
    trusted = bytes(QgsApplication.authManager().trustedCaCertsPemText()).decode("ascii", "ignore")
    return Connection(proxies, f"{trusted}\n{chosen_certificates()}")


def proxy_for(address: str) -> str:
    """The proxy that QGIS asks for an address, as ``http://host:port``, with name and password before the
    host where it has them; "" for none.

    Raises:
        EngineError: BAD_PARAMETER where it is a SOCKS proxy.
    """
    factory = QgsNetworkAccessManager.instance().proxyFactory()
    found = factory.queryProxy(QNetworkProxyQuery(QUrl(address))) if factory is not None else []
    proxy = found[0] if found else QgsNetworkAccessManager.instance().fallbackProxy()
    if proxy.type() == QNetworkProxy.ProxyType.Socks5Proxy:
        raise EngineError(
            Code.BAD_PARAMETER,
            f"QGIS is set to the SOCKS proxy {proxy.hostName()} (Settings > Options > Network), which "
            "downloads of models cannot use. Choose an HTTP proxy there, or get the file another way and "
            "add it.",
        )
    return _address_of(proxy)


def qgis_proxy() -> tuple[str, str]:
    """The proxy's address, with user and password, and the hosts to reach without it, separated by commas.

    Both are "" where QGIS uses none. What QGIS takes from the system or from its own settings
    (Settings > Options > Network) is the same to the caller.
    """
    manager = QgsNetworkAccessManager.instance()
    proxy = _address_of(manager.fallbackProxy())
    if not proxy:
        return "", ""
    without = [_host(url) for url in (*manager.excludeList(), *manager.noProxyList())]
    return proxy, ",".join(filter(None, without))


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


def _address_of(proxy: QNetworkProxy) -> str:
    """The address of a proxy, with its user and password before the host where it has them; "" of none."""
    scheme = _SCHEMES.get(proxy.type())
    if scheme is None or not proxy.hostName():
        return ""
    password = f":{quote(proxy.password(), safe='')}" if proxy.password() else ""
    user = f"{quote(proxy.user(), safe='')}{password}@" if proxy.user() else ""
    port = f":{proxy.port()}" if proxy.port() else ""
    return f"{scheme}://{user}{proxy.hostName()}{port}"
