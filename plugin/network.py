"""QGIS's own way to the internet, as plain values: its proxy and the certificates it trusts."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from qgis.core import QgsApplication, QgsNetworkAccessManager
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtNetwork import QNetworkProxy, QNetworkProxyQuery

from ..engine.api.connection import Connection, chosen_certificates
from ..engine.api.errors import Code, EngineError

_BY_HTTP = (QNetworkProxy.ProxyType.HttpProxy, QNetworkProxy.ProxyType.HttpCachingProxy)


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
    if proxy.type() not in _BY_HTTP or not proxy.hostName():
        return ""
    user = quote(proxy.user(), safe="")
    word = f":{quote(proxy.password(), safe='')}" if proxy.password() else ""
    return f"http://{user}{word}{'@' if user else ''}{proxy.hostName()}:{proxy.port() or 8080}"
